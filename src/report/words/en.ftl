### Every word that a person reads, in English. The Danish ones are in da.ftl, with the same ids in the same order.
### An id begins with the name of its section. Figures come in formatted; COUNT($n) is `one` for the count 1, else `other`;
### GIVEN($a) is `yes` if the argument is there and not empty, else `no`. A blank at an end of a text is written {" "}.

## unit
# Short words among figures, everywhere.

unit-and = and
unit-or = or
unit-none = none
unit-bids =
    { $n } { COUNT($n) ->
        [one] bid
       *[other] bids
    }
# What a list that is cut ends with: A1, A2, A3 and 2 more.
unit-more = { $n } more

## kind
# What a procurement is called with its article: in the middle of a sentence, as its first words, and as its owner.

kind-tender = the tender
    .first = The tender
    .its = Its
kind-mini-tender = the mini-tender
    .first = The mini-tender
    .its = Its
kind-offer-collection = the offer collection
    .first = The offer collection
    .its = Its

## outcome
# Why a valid tender has no result: the place (Klinik Beta, lot hofte, criterion waiting), then the reason.

outcome-too-large = a figure is too large, or points are too fine, to be computed exactly
outcome-at-lot = lot { $lot }
outcome-at-criterion = criterion { $criterion }
outcome-formula = { $reason }: `{ $part }`
outcome-division-by-zero = the formula divides by zero
outcome-undefined = a root, power or logarithm that does not exist
outcome-rounding-decimals = round() takes a whole number of decimals from -28 to 28
outcome-no-tariff = the lot has no value at the discount base
outcome-no-fallback = the lot has no fallback cost
outcome-formula-weight = the criterion has no weight
outcome-too-many-digits = a figure has too many digits
outcome-too-much-work = the formula causes too much work
outcome-circular-formula = formulas use the points of each other in a circle
outcome-missing-points = no assessment gives the bid points
outcome-missing-value = the bid states no value `{ $value }`
outcome-no-fallback-cost = the criterion is worth a per cent of the fallback cost, and the lot has none
outcome-no-weight = the criterion has no weight or value
outcome-empty-scale = the scale has no length
outcome-price-too-large = an evaluated price is too large to be computed

## problem
# What is wrong in a file, and as .help how to mend it; in the order of docs/reference/problems.md.

problem-file-missing = the file { $path } is not there
    .help = paths are relative to the file that names them; check the spelling and that the file is in the folder
problem-file-outside = { $path } lies outside { $the-tender }'s folder
    .help = copy the file into the folder and name it from there, such as "bids/alfa.toml"; links out of the folder are not followed
problem-file-unreadable = { $path } cannot be read: { $reason }
    .help = check that you may read the file, and that no other program has locked it
problem-not-utf8 = the file is not UTF-8, from byte { $byte } on
    .help = save it again as UTF-8; in Excel: File, Save As, file type "CSV UTF-8 (Comma delimited) (*.csv)"
problem-no-file-matches = no file matches { $pattern }
    .help = nothing to do before the bids are there; else check the folder and the ending
problem-prices-file-shared = another bid takes its prices from { $path } too
    .help = each bidder has a file of its own, unless both really bid the same prices
problem-syntax = this is not TOML: { $reason }
    .help = write each key as key = value on a line of its own; texts stand in quotes, lists in [ ]
problem-duplicate-key = { $key } stands here a second time
    .help = keep one of the two; a second bid begins with [[bid]], a second procedure with [[procedure]]
problem-csv-empty = the file has no line
    .help = the first line names the columns: { $columns }
problem-csv-column-missing = the column { $column } is missing
    .help = the first line names the columns; it has { $found }
problem-csv-column-unknown = the column { $column } means nothing here
    .help = { GIVEN($nearest) ->
        [yes] did you mean { $nearest }?{" "}
       *[no] {""}
    }valid are { $valid }
problem-csv-column-twice = the column { $column } stands here a second time
    .help = keep one of the two columns
problem-csv-fields = the line has { $fields } fields, the header has { $columns }
    .help = a field that holds the separator stands in quotes: "Hofte, venstre"; in a file with decimal commas the separator is ;
problem-csv-quote = a quote is not closed, or text follows it
    .help = a quoted field ends before the separator; a quote inside it is doubled: "Klinik ""Øst"""
problem-format = the file does not say that it is of format 1{ GIVEN($found) ->
        [yes] ; it says { $found }
       *[no] {""}
    }
    .help = write format = 1 as the first line; a later format needs a later version of udbud
problem-unknown-key = { $table } has no key { $key }
    .help = { GIVEN($nearest) ->
        [yes] did you mean { $nearest }?{" "}
       *[no] {""}
    }valid are { $valid }
problem-missing-key = { $table } lacks { $key }
    .help = add { $example }
problem-wrong-type = { $key } must be { $expected }, and is { $found }
    .help = texts and names stand in quotes, numbers do not need them, lists stand in [ ], tables in {"{"} {"}"}
problem-single-brackets = there may be several of these: they stand in double brackets
    .help = write { $table }
problem-unknown-value = { $key } cannot be "{ $value }"
    .help = { GIVEN($nearest) ->
        [yes] did you mean "{ $nearest }"?{" "}
       *[no] {""}
    }valid are { $valid }
problem-unquoted-dot = the key { $key } holds a dot, which TOML reads as a table in a table
    .help = quote it: { $quoted } = ...
problem-unquoted-key = the key { $key } has letters that a key without quotes must not have
    .help = write { $quoted } = ...
problem-curly-quotes = { $text } stands in quotes of a word processor
    .help = write straight quotes: { $quoted }
problem-without-effect = { $key } has no effect here: { $because }
    .help = leave it out, so that nobody thinks that it counts, or change the rule that it belongs to
problem-number-form = { $text } is not written as numbers are written here
    .help = write { GIVEN($write) ->
        [yes] { $write }, that is{" "}
       *[no] {""}
    }{ GIVEN($whole, $decimal) ->
        [yes] { $whole } or { $decimal }, whichever is meant:{" "}
       *[no] {""}
    }digits without thousands separators, decimals as in { $like }
problem-number-too-long = { $text } has more than 28 digits
    .help = round the number yourself, so that it is certain what was meant
problem-price-range = { $text } is not a price
    .help = { GIVEN($text, $read, $write) ->
        [yes] { $text } is read as { $read }; did you mean { $write }?{" "}
       *[no] {""}
    }prices are 0 or more, have two decimals at most, and are below 10,000,000,000 kroner: { $like }
problem-percent-decimals = { $percent } has more than four decimals
    .help = write a per cent with four decimals at most: 12.3456
problem-percent-range = { $key } of { $percent } per cent is outside its range
    .help = it goes from { $least } to { $most } per cent; 12.5 means twelve and a half per cent
problem-volume-range = { $text } is not a volume
    .help = { GIVEN($text, $read, $write) ->
        [yes] { $text } is read as { $read }; did you mean { $write }?{" "}
       *[no] {""}
    }volumes are whole numbers from 0 to 1,000,000,000, written without separators: 1200
problem-number-range = { $key } of { $number } is outside its range
    .help = it goes from { $least } to { $most }
problem-date-form = { $text } is not a date
    .help = write { GIVEN($write) ->
        [yes] { $write }, that is{" "}
       *[no] {""}
    }year-month-day without quotes: 2024-11-15
problem-moment-form = { $text } is not a time with its offset from universal time
    .help = write date, time and offset without quotes: 2024-11-15T12:00:00+01:00 (+02:00 in summer time)
problem-period-reversed = the period ends on { $until }, before it begins on { $from }
    .help = from and until are both included; a period of one day has the same date twice
problem-refused-character = the text holds the invisible character { $character }
    .help = write the text anew rather than pasting it: such characters can hide or reorder what a reader sees
problem-empty-name = a name is empty
    .help = write the name between the quotes, or leave the key out where it is optional
problem-code-with-star = the code { $code } ends in *, which stands for all codes that begin so
    .help = write the full code of the procedure
problem-hash-form = { $text } is not a hash
    .help = it has 64 digits from 0 to 9 and a to f; udbud model prints that of a model, udbud record that of a record
problem-gate-without-weights = a gate on total weighs the judged criteria, and { $criterion } has no weight
    .help = give every judged criterion (and its parent) a weight, or set a gate on each criterion instead
problem-no-result = no result: { $reason }
    .help = change the formula, the parameter or the figure at this place, so that every admissible bid has a result
problem-model-hash-differs = the model has the hash { $own }, not the published { $published }
    .help = restore what was published, or publish the new hash; udbud model FILE --against OTHER says what differs
problem-duplicate-code = the code { $name } is used by another procedure
    .help = give each price line a code of its own; further codes of a line stand in covers
problem-duplicate-bidder = there is another bid from { $name }
    .help = a bidder has one bid; distinguish two companies of the same name, or delete the bid that was replaced
problem-duplicate-id = the { $kind } { $name } is there already
    .help = choose another id for one of the two
problem-reserved-id = the id { $name } means all judged criteria together
    .help = choose another id
problem-looks-alike = the { $kind } "{ $name }" looks like "{ $other }", and is another
    .help = if both are the same, write them in the same way, letter by letter
problem-unknown-code = no procedure has the code { $name }
    .help = { GIVEN($nearest) ->
        [yes] did you mean { $nearest }?{" "}
       *[no] {""}
    }a code must be that of a [[procedure]]; KNG* stands for all codes that begin so
problem-unknown-tariff = there is no tariff { $name }
    .help = { GIVEN($nearest) ->
        [yes] did you mean { $nearest }?{" "}
       *[no] {""}
    }tariffs are declared with [[tariff]] and their id
problem-unknown-structure = there is no structure { $name }
    .help = { GIVEN($nearest) ->
        [yes] did you mean { $nearest }?{" "}
       *[no] {""}
    }structures are declared with [[structure]] and their id; a file with structures of its own names the published one in [award] structure
problem-unknown-lot = the structure { $structure } has no lot { $name }
    .help = { GIVEN($nearest) ->
        [yes] did you mean { $nearest }?{" "}
       *[no] {""}
    }lots are declared with [[structure.lot]]; a structure without any has one lot, whole
problem-unknown-criterion = there is no criterion { $name }
    .help = { GIVEN($nearest) ->
        [yes] did you mean { $nearest }?{" "}
       *[no] {""}
    }criteria are declared with [[evaluation.criterion]] and their id
problem-unknown-bidder = there is no bid from { $name }
    .help = { GIVEN($nearest) ->
        [yes] did you mean { $nearest }?{" "}
       *[no] {""}
    }write the name exactly as in the bid
problem-unknown-requirement = there is no requirement { $name }
    .help = { GIVEN($nearest) ->
        [yes] did you mean { $nearest }?{" "}
       *[no] {""}
    }requirements are declared with [[requirement]] and their id
problem-matches-nothing = no code begins as { $pattern }
    .help = check the spelling; * stands at the end, and counts letters as they are written
problem-listed-twice = { $name } stands twice in { $key }
    .help = it counts once; delete one of the two
problem-tariff-circle = a tariff is derived from itself: { $tariffs }
    .help = the first tariff of a chain is not derived, and its prices stand with the procedures
problem-derived-tariff-listed = the tariff { $tariff } is derived, and lists no prices of its own
    .help = delete the price, or the derived-from of the tariff
problem-which-tariff = it is not clear which tariff the price belongs to: { $tariffs }
    .help = name it: tariff = {"{"} duf-2024 = 62500 {"}"}; a plain number is allowed where exactly one tariff is not derived
problem-derived-price-too-large = the price of { $procedure } in the tariff { $tariff } would be 10,000,000,000 kroner or more
    .help = check the reductions of the chain: a negative reduction raises a price
problem-tender-without-cap = { $the-tender } has no cap
    .help = without [cap] no price is too high; state the tariff that contracts must not exceed, or go on if that is meant
problem-scored-price-missing = with pay-cap-while-in-force the file must say which price is scored
    .help = add scored-price = "bid", "capped" or "time-weighted": they may give different winners
problem-scored-price-unused = scored-price belongs to pay-cap-while-in-force, and the cap is { $mode }
    .help = delete scored-price, or choose above-cap = "pay-cap-while-in-force"
problem-cap-needs-contract = what is paid depends on the days of the contract, and none are stated
    .help = add contract = {"{"} from = 2024-12-01, until = 2026-11-30 {"}"} to [tender]
problem-cap-never-in-force = the cap tariff { $tariff } is not in force on any day of the contract
    .help = the cap then never lowers a payment; check in-force and contract
problem-reject-line-with-fallback = reject-line and missing procedures at the fallback do not go together
    .help = a bidder could price a code above the cap to have it bought elsewhere; choose another above-cap, or missing = "reject"
problem-discount-without-base = the bid{ GIVEN($bidder) ->
        [yes] {" "}of { $bidder }
       *[no] {""}
    } states a discount, and { $the-tender } does not say off what
    .help = add discount-base = "..." with the id of a tariff to [pricing]
problem-adjustment-needs-contract = prices are adjusted over the contract, and none is stated
    .help = add contract = {"{"} from = 2024-12-01, until = 2026-11-30 {"}"} to [tender]
problem-adjustment-of-nothing = the adjustment applies to nothing
    .help = name what it moves: applies-to = ["tariff:duf-2024", "prices"]
problem-adjustment-target = the adjustment applies to { $target }, which is neither unit prices nor a tariff
    .help = { GIVEN($nearest) ->
        [yes] did you mean { $nearest }?{" "}
       *[no] {""}
    }valid are { $valid }
problem-adjustment-derived = the tariff { $tariff } is derived, and moves with { $base }
    .help = name its base, "tariff:{ $base }": the reduction is taken off the adjusted base
problem-adjustment-too-late = the adjustment from { $from } never counts: the contract ends on { $until }
    .help = check the year, or delete the adjustment
problem-fixed-and-floating = on { $procedure } the price in kroner of { $fixed } stays while the discount of { $floating } moves with the tariff { $tariff } from { $from } (procedures concerned: { $n })
    .help = the bids are compared on different terms over the contract: let applies-to name "prices" too, or let all bidders state prices in one form ([pricing] form)
problem-fallback-without-contract = several fallback tariffs are taken day by day, and { $the-tender } states no days
    .help = add contract to [tender], or name one tariff; until then nothing has a fallback cost but by fallback-price
problem-fallback-never-reached = the tariff { $tariff } never has its turn: { $first } before it is always in force
    .help = put the tariff that is always in force last
problem-fallback-needed = { $procedure } has no fallback cost, and it needs one: { $because }
    .help = add fallback-price to the procedure, or give it a price in every tariff of [fallback]; the tariffs must cover all days of the contract
problem-no-procedures = { $the-tender } buys nothing
    .help = add a [[procedure]] with code, name and volume, or [procedures] file = "procedures.csv"
problem-volume-order = the volumes { $min }, { $expected }, { $max } do not ascend
    .help = min is at most expected, and expected at most max
problem-zero-volume = nothing is expected of { $procedure }, so its price does not count
    .help = state the expected volume, or leave the procedure out
problem-covered-twice = the code { $code } belongs to two price lines: { $procedure } and { $other }
    .help = a code is paid by one line alone; delete it from one of them
problem-in-no-lot = { $procedure } is in no lot of { $structure }
    .help = add the code to a lot, or give one lot codes = ["*"] for what no other lot names
problem-in-two-lots = { $procedure } is in two lots of { $structure }: { $lot } and { $other }
    .help = every procedure is in exactly one lot; make a prefix longer, or list the codes
problem-lot-without-procedures = the lot { $lot } of { $structure } has no procedure
    .help = add a code to it, or delete the lot
problem-two-remainders = two lots of { $structure } take what no other names: { $lot } and { $other }
    .help = "*" may stand in one lot alone
problem-too-many-structures = { $structures } structures of { $procedures } procedures are more than can be held
    .help = at most { $most } structures of so many procedures go in one file; compare the others in a file of their own
problem-suppliers-reversed = min-suppliers of { $min } is above max-suppliers of { $max }
    .help = no award could keep both; raise max-suppliers, or lower min-suppliers
problem-min-suppliers-above-lots = min-suppliers of { $min } is above the number of lots, { $lots }
    .help = no award can have more suppliers than lots, so nothing would be awarded
problem-limits-leave-lots = the limits allow { $most } lots to be awarded, and there are { $lots }
    .help = raise max-suppliers or max-lots-per-bidder if every lot is to be awarded
problem-variant-changes-nothing = the variant { $variant } states nothing to try out
    .help = add one of { $keys }, or delete the variant
problem-variant-without-cap = the variant { $variant } varies the cap, and { $the-tender } has none
    .help = add [cap] to { $the-tender }, or try out something else
problem-variant-never-lapses = the cap tariff { $tariff } is always in force, so that it has no day of lapse to vary
    .help = add in-force to the tariff, or delete lapse
problem-variant-volume = the volume of { $procedure } would be above 1,000,000,000
    .help = a factor of 0.8 is a fifth less, 1.5 is half as many more
problem-combination-with-scores = { $structure } invites combination discounts, and the highest score wins
    .help = a discount cannot be added to a score; delete "combination" from bidders-may, or choose a model of prices
problem-if-cheaper-with-scores = unawarded = "if-cheaper" compares prices, and the highest score wins
    .help = choose unawarded = "if-no-award-possible", or a model of prices
problem-lot-weight-needed = the lot { $lot } of { $structure } has no weight, and scores of several lots are added
    .help = add weight = 1 to every lot, or weights that say what each lot counts
problem-score-rounding-needed = scores of several lots are added in { $structure }, and the model does not round them
    .help = add score to rounding, such as rounding = {"{"} score = 2 {"}"}
problem-suppliers-across-lots = several suppliers for a lot do not go together with { $rules } of { $structure }
    .help = each lot is decided by itself; delete the rules across lots, or suppliers-per-lot
problem-sharing-sum = the shares sum to { $sum }
    .help = they are per cent of the lot's volume by rank, and sum to 100: [60, 40]
problem-sharing-count = there are { $shares } shares for { $suppliers } suppliers
    .help = state one share for each of suppliers-per-lot
problem-drawn-twice = { $bidder } is drawn a second time
    .help = list every bidder once, in the order drawn
problem-draw-unused = a draw is recorded, and ties does not name it
    .help = add "draw" to ties if the draw was announced as the way to settle a tie
problem-no-criteria = the model { $model } has no criteria
    .help = add [[evaluation.criterion]], or choose model = "lowest-price"
problem-weight-sum = the weights{ GIVEN($parent) ->
        [yes] {" "}under { $parent }
       *[no] {""}
    } sum to { $sum }, not 100
    .help = the weights are { $weights }; those of criteria with the same parent sum to exactly 100
problem-parent-with-method = the criterion { $criterion } has children, and gets its points from them
    .help = delete method and measure here
problem-parent-circle = a criterion is a part of itself: { $criteria }
    .help = delete one of the parents
problem-method-missing = the criterion { $criterion } does not say how it gets its points
    .help = add method = "judged", "linear", "absolute", "proportional", "min-max" or "formula"
problem-widen-missing = the scale of { $criterion } widens, and nothing says how
    .help = add widen = {"{"} first = 40, step = 10 {"}"}, perhaps with a ceiling
problem-widen-first = the first wider value { $first } is below the starting value { $start }
    .help = first is what the scale becomes when a bid lies beyond { $start }
problem-widen-step = with a step of { $step } the scale would never grow
    .help = state a step above 0
problem-widen-ceiling = the ceiling { $ceiling } is below the first wider value { $first }
    .help = a bid beyond the ceiling is rejected; state one at or above first
problem-higher-with-absolute = higher-is-better cannot be used with the absolute scale of { $criterion }
    .help = use method = "formula", or another method
problem-zero-at-below-full-at = zero-at of { $zero-at } is not above full-at of { $full-at }
    .help = points fall from full-at to zero-at, so that zero-at is the larger
problem-gate-not-judged = a gate on { $criterion } has no judged points to look at
    .help = name a criterion with method = "judged", or "total" where any criterion is judged
problem-worth-not-judged = a model of evaluated prices judges quality, and { $criterion } is measured
    .help = use method = "judged", or model = "formula" to count a measured value
problem-worth-missing = nothing says what the points of { $criterion } are worth
    .help = add one of { $keys }
problem-worth-mismatch = { $key } does not go with adjust = "{ $adjust }"
    .help = use one of { $keys }, or another adjust
# Said of a fault that the section formula does not know.
problem-formula-fault = the formula cannot be read
    .help = see the formula language in the reference of the format; amounts are in kroner
problem-points-missing = { $bidder } has no points for { $criterion }{ GIVEN($lot) ->
        [yes] {" "}on the lot { $lot }
       *[no] {""}
    }
    .help = add them to an [[assessment]] of the bidder: points = {"{"} ... {"}"}
problem-points-range = { $points } points are outside the scale from 0 to { $scale }
    .help = give points on the scale of the model, or change [evaluation] scale before publication
problem-points-not-judged = points for { $criterion } are computed, not judged
    .help = delete them here, or give the criterion method = "judged"
problem-value-missing = { $bidder } states no { $value }, which the model uses
    .help = { GIVEN($value, $nearest) ->
        [yes] did you mean { $value } by { $nearest }?{" "}
       *[no] {""}
    }add values = {"{"} { $value } = ... {"}"} to the bid; a bid that need not be evaluated can be rejected by a [[decision]]
problem-direct-award-shares = direct award by rank, and suppliers with fixed shares, contradict each other
    .help = write direct-award = "none", or sharing = "ranked" in [award]
problem-weight-range-form = the range of { $criterion } is not two numbers
    .help = write the least and the most that it may count: weights = {"{"} price = [40, 70] {"}"}
problem-weight-range-reversed = the range of { $criterion } goes from { $least } down to { $most }
    .help = write the smaller number first; two equal numbers allow nothing but that number
problem-framework-kind = { $path } is of the kind { $kind }, and a framework is a tender
    .help = name the tender that the framework was awarded in; a mini-tender cannot be the framework of another
problem-framework-invalid = the framework { $path } is invalid
    .help = mend what is told of its files; udbud check on that file tells it too
problem-framework-record-differs = the record { $path } has the hash { $own }, and another is demanded
    .help = it is another record, or one that was changed: fetch the one whose hash stands in the minutes
problem-framework-record-unpinned = no record-hash says which record of the framework is meant
    .help = add record-hash = "{ $own }", if that is the hash in the minutes
problem-framework-record-changed = { $file } in the record { $path } { $reason }
    .help = run udbud verify on the record; a record that was changed proves nothing: fetch it anew
problem-framework-record-other = the framework's tender file is another tender than that of its record
    .help = name the record alone, or the tender file that it was made from
problem-framework-not-evaluated = the award of the framework { $framework } cannot be computed: { $reason }
    .help = run udbud evaluate on the framework's file; it says what is missing
problem-framework-not-awarded = the framework { $framework } names no supplier of the lot { $lot }
    .help = run udbud evaluate on the framework's file: settle the tie, or leave out the procedures of that lot
problem-mini-tenders-not-allowed = the framework { $framework } does not allow mini-tenders
    .help = a mini-tender needs [mini-tenders] with allowed = true in the framework, as it was published
problem-unknown-framework-lot = the framework has no lot { $lot }
    .help = its published structure has { $lots }
problem-outside-framework-lot = { $procedure } belongs to the lot { $other } of the framework, and the mini-tender is about { $lot }
    .help = leave the procedure out, or name no lot, so that the mini-tender may take from several
problem-not-in-framework = { $procedure } is not among the procedures of the framework { $framework }
    .help = leave it out: only a framework with new-codes = true lets a mini-tender buy what it does not name
problem-framework-lot-needed = nothing in the lot { $lot } stands in the framework, so it has no parties
    .help = write in [framework] which of its lots the new codes belong to: lot = "..."; it has { $lots }
problem-above-framework-volume = { $procedure }: { $volume } is above the framework's maximum of { $max }
    .help = a maximum is binding: lower the volume, and remember what has been called off already
problem-party-not-invited = { $bidder } is a party of the framework { $framework } and is not invited
    .help = invite all parties of the lot: add the name, or leave out parties
problem-invited-not-party = { $bidder } is invited and is no party of the framework { $framework }
    .help = take the name out, or write it as in the framework; its parties here are { $parties }
problem-differs-from-framework = the evaluation model differs from the framework's: { $what }{ GIVEN($own) ->
        [yes] {" "}is { $own } here
       *[no] {""}
    }{ GIVEN($framework) ->
        [yes] {" "}and { $framework } there
       *[no] {""}
    }
    .help = write it as in the framework, which allows no change here; only weights may have a range
problem-criterion-not-in-framework = the framework { $framework } has no criterion { $criterion }
    .help = leave it out: a mini-tender uses the criteria of its framework
problem-framework-criterion-missing = the criterion { $criterion } of the framework { $framework } is left out
    .help = add it as in the framework; it may count little only where weights allows that
problem-weight-outside-range = { $criterion } counts { $weight }; the framework allows { $least } to { $most }
    .help = choose a figure in the range; a criterion that weights does not name counts as in the framework
problem-framework-needs-contract = the framework { $framework } limits the contract, and no contract is stated
    .help = add contract = {"{"} from = ..., until = ... {"}"} to [tender]
problem-outside-framework-period = the contract begins on { $from }; the framework runs from { $first } until { $last }
    .help = begin while the framework runs; the contract may end after it
problem-longer-than-framework = the contract ends on { $until }; the framework allows { $months } months, until { $last }
    .help = end it by then, or begin later
problem-within-standstill = the contract begins on { $from }; with { $days } days of standstill after the deadline it may begin on { $first }
    .help = begin later, or set an earlier deadline
problem-other-discount-base = discounts are taken off { $tariff }{ GIVEN($framework) ->
        [yes] , in the framework off { $framework }
       *[no] {""}
    }
    .help = use the framework's discount base, or ask for prices without one
problem-other-base-price = { $procedure } has another price in { $tariff } than in the framework{ GIVEN($price) ->
        [yes] : { $price } here
       *[no] {""}
    }{ GIVEN($framework) ->
        [yes] , { $framework } there
       *[no] {""}
    }
    .help = write the price as in the framework, off which its discounts were given
problem-framework-needs-cap = the framework limits prices by the mini-tender's cap, and it has none
    .help = add [cap] with the tariff that prices must not exceed
problem-other-currency = the currency is { $currency }, in the framework { $framework }
    .help = use the framework's currency: prices are held against it
problem-disclosure-gives-away = what the letters may tell gives away { $leak }
    .help = leave out the word that gives it away, add the word for what is given away, or accept it with on-leak = "warn"
problem-standstill-too-short = { $days } days of standstill; where letters are sent { $sent }, the law asks for at least { $least }
    .help = write days = { $least }; where the law's standstill does not apply, write why: reason = "..."
problem-standstill-below-framework = { $days } days of standstill; the framework { $framework } asks for at least { $least }
    .help = write days = { $least }, or leave the key out: the framework's days apply by themselves
problem-nothing-offered = the bid of { $bidder } states no price and no discount
    .help = add discount, discounts, prices or prices-file; what has no price is not offered
problem-price-empty = the line of { $code } states no price
    .help = it counts as not offered; write the price, or delete the line if that is meant
problem-priced-twice = { $code } has a price here and another one before
    .help = keep the one that the bidder sent
problem-priced-and-not-offered = { $code } has a price, and stands under not-offered
    .help = it counts as not offered; delete one of the two as the bid says
problem-combination-condition = a combination has exactly one condition
    .help = state one of min-lots = 2, lots = ["a", "b"] or all-lots = true
problem-combination-structure = the combination names lots, and no structure that they belong to
    .help = add structure = "..."
problem-combination-never-met = { $structure } has { $lots } lots, so that the condition is never met
    .help = check the number as the bidder stated it
problem-stated-twice = { $what } is stated twice
    .help = keep one of the two
problem-together-not-bid = { $lot } is to be taken together with others, and bids-on leaves it out
    .help = the bid can then never win the others either; check what the bidder stated
problem-together-alone = fewer than two lots are to be taken together
    .help = name two or more lots, or delete the condition
problem-lot-without-structure = a lot is named without its structure
    .help = add structure = "..."
problem-judged-twice = { $what } of { $bidder } is judged twice for the same lots
    .help = keep one of the two, or give one of them a structure and a lot
problem-decisions-contradict = decisions on { $bidder } contradict each other
    .help = rejection counts; delete the decision that no longer stands
problem-contract-before-deadline = the contract begins on { $from }, before the deadline for bids on { $deadline }
    .help = check both dates
problem-dialogue-not-tender = this is a dialogue file, not a tender
    .help = name the tender file that it speaks of; udbud simulate and udbud check take a dialogue file
problem-tender-not-dialogue = this is a tender, not a dialogue file
    .help = write a file with [dialogue] and tender = "..." beside it, which says what is uncertain; see docs/reference/dialogue.md
problem-dialogue-of-mini-tender = the tender of the dialogue is a mini-tender, whose bidders are known
    .help = write bidders = "tender", which is for the buyer's own eyes, or name a tender
problem-no-profiles = nobody bids in this dialogue
    .help = add [[profile]] with name and discount; with bidders = "tender" the tender needs bids
problem-names-bidder = the { $kind } "{ $name }" holds the name of one who bids in the tender
    .help = the dialogue is shown to the market, and nobody is named there: call a profile by what sort of hospital it is
problem-dialogue-too-large = { $count } { $things } are more than can be simulated
    .help = at most { $most }; put together those that are alike
problem-too-many-decimals = { $key } of { $number } has more than six decimals
    .help = round it to six decimals: nobody knows it more exactly
problem-distribution-form = { $key } does not say how likely which value is
    .help = write a number, or one of uniform = [low, high], triangular = [low, likely, high], lognormal = {"{"} median = 1, spread = 1.2 {"}"}, two-point = [low, high, probability of high], values = [[value, weight], ...]; days are {"{"} date = ..., weight = 1 {"}"}
problem-distribution-count = { $key } needs { $needed } numbers and has { $count }
    .help = uniform = [low, high], triangular = [low, likely, high], two-point = [low, high, probability of high], values = [[value, weight], ...]
problem-distribution-order = the numbers of { $key } do not ascend: { $numbers }
    .help = write the least first; the most likely of a triangular distribution stands between the ends
problem-scenarios-and-factors = scenarios and factors contradict each other
    .help = state either [[volumes.scenario]], or specialty and [[volumes.group]]
problem-course-chain = { $procedure } is part of another course already
    .help = an operation follows from one examination, and is none itself
problem-lapse-without-cap = a day of lapse is stated, and the tender has no cap that can lapse
    .help = the tender needs contract = {"{"} from = ..., until = ... {"}"} and a cap tariff with in-force; else leave out [lapse]
problem-lapse-before-in-force = the cap lapses on { $day }, before { $tariff } is in force from { $from }
    .help = state the last day on which it is in force; a day before the contract means that it never counts
problem-limits-reversed = the discount is at least { $least } and at most { $most }
    .help = write the smaller number at at-least
problem-more-errors = and { $more } more errors of the sort { $listed }
    .help = mend those above first
problem-more-warnings = and { $more } more warnings of the sort { $listed }
    .help = see those above

## argument
# Words of the format in the arguments of problems and findings.

# What a value must be, and what it is: the key price must be {a number}, and is {a text in quotes}.
argument-type-text = a text in quotes
argument-type-number = a number
argument-type-boolean = true or false
argument-type-date = a date or a time
argument-type-list = a list
argument-type-value = a single value
argument-type-table = a table
argument-type-distribution = a number or a distribution
argument-type-tables = tables in double brackets

# What sort of thing has a name: the {lot} hofte is there already.
argument-kind-procedure = procedure
argument-kind-tariff = tariff
argument-kind-structure = structure
argument-kind-lot = lot
argument-kind-criterion = criterion
argument-kind-requirement = requirement
argument-kind-bidder = bidder
argument-kind-variant = variant
argument-kind-profile = profile
argument-kind-scenario = scenario
argument-kind-title = title

# A table that has no name in brackets, at the beginning of a sentence within a message: {a period} lacks until.
argument-table-tender = the tender file
argument-table-period = a period
argument-table-volume = a volume
argument-table-lots = a choice of lots
argument-table-procedures = the line
argument-table-bids-file = a file of bids
argument-table-assessments-file = a file of assessments
argument-table-dialogue = the dialogue file
argument-table-days = a day of lapse
argument-table-distribution = a distribution
argument-table-may-lack = an entry of may-lack

# What there may be too many of.
argument-things-bidders = bidders
argument-things-groups = groups
argument-things-scenarios = scenarios
argument-things-courses = courses

# Why a key has no effect, or why a fallback cost is needed.
argument-because-no-groups = there are no groups
argument-because-date = date is stated
argument-because-bidders-may = no structure that is tried lets bidders state it (bidders-may)
argument-because-derived-from = the tariff is not derived
argument-because-outside = outside is not "widen"
argument-because-record = no record is named
argument-because-model = the model does not use it
argument-because-value-percent = a criterion counts in per cent of it
argument-because-structure-rule = the structure { $structure } has a rule across lots

# How letters are sent.
argument-sent-electronically = electronically
argument-sent-by-post = by post

# What [disclosure] gives away.
argument-leak-one-discount = the winner's discount: with form = "one-discount" it follows from the total and the public tariff
argument-leak-one-procedure = a unit price: the total of a lot with one procedure, divided by its volume, is the price
argument-leak-distance = the winner's price: it is the reader's own less the distance
argument-leak-price-points = the winner's price: it follows from its points for price and the published model

# What is wrong with a file of a record: FILE in the record PATH {was changed: ...}.
argument-record-missing = is missing
argument-record-unreadable = cannot be read, or not without following a link
argument-record-changed = was changed: its sum is another
argument-record-too-much = is more than a record may hold
argument-record-form = is not in the form that a record has
argument-record-later-rules = was written under later rules than this program knows
argument-record-replay = is not what an evaluation of the record's own inputs gives

# What the reader of TOML finds wrong.
argument-syntax-text-not-closed = a text is not closed by a quote
argument-syntax-text-not-quoted = texts must stand in quotes
argument-syntax-list-not-closed = a list is not closed by ]
argument-syntax-table-not-closed = a table is not closed by {"}"}
argument-syntax-header-not-closed = a table header is not closed by ]
argument-syntax-key-without-value = a key has no value
argument-syntax-value-missing = a value is missing after the =
argument-syntax-number-form = a number is not written as TOML writes numbers
argument-syntax-equals-missing = a = is missing after the key
argument-syntax-date-form = a date is not written year-month-day, as 2024-11-15
argument-syntax-time-form = a time is not written as 12:00:00
argument-syntax-comma-too-many = a comma is one too many in the table
argument-syntax-key-characters = a key with other characters than a-z, 0-9, - and _ must stand in quotes
argument-syntax-key-missing = a key is missing
argument-syntax-break-missing = a line break or a comma is missing before this

# Fixed words of findings: why a code has no price, on what ground a bid is rejected, what a bid sets or states.
argument-bid-discount-without-tariff = its discount has no tariff to be taken off
argument-bid-above-cap = its price is above the cap
argument-bid-not-offered = the bid does not offer it
argument-bid-not-registered = the bidder is not registered for it
argument-bid-requirement-unmet = a requirement of the code is unmet
argument-bid-no-price = the bid states neither a price nor a discount
argument-bid-low-price = an abnormally low price
argument-bid-reservation = a reservation
argument-bid-exclusion = a ground of exclusion
argument-bid-withdrawn = the bid was withdrawn
argument-bid-other = another ground
argument-bid-capacity = a capacity
argument-bid-max-lots = a highest number of lots
argument-bid-only-together = lots taken only together
argument-bid-discount = one discount for all
argument-bid-discounts = discounts by code
argument-bid-prices = unit prices
argument-bid-price = unit prices
argument-bid-one-discount = one discount alone
argument-bid-discount-by-code = discounts, also by code

## formula
# What is wrong with the text of a formula.

formula-empty = the formula is empty
formula-too-long = the formula is too long
formula-too-deep = the formula is nested too deeply
formula-unexpected-character = a formula cannot hold the character { $found }
formula-number-form = this is not written as numbers are written here{ GIVEN($write) ->
        [yes] ; write { $write }
       *[no] {""}
    }
formula-number-too-long = the number has more than 28 digits
formula-unknown-name = a formula has no name { $name }{ GIVEN($nearest) ->
        [yes] ; did you mean { $nearest }?
       *[no] {""}
    }
formula-unknown-criterion = no criterion with points of its own is called { $name }{ GIVEN($nearest) ->
        [yes] ; did you mean { $nearest }?
       *[no] {""}
    }
formula-unknown-value = no measured value is called { $name }{ GIVEN($nearest) ->
        [yes] ; did you mean { $nearest }?
       *[no] {""}
    }
formula-no-weight-here = weight is that of a criterion, and the formula of the whole model has none
formula-expected = the formula needs { $wanted } here{ GIVEN($found) ->
        [yes] , and has { $found }
       *[no] {""}
    }
formula-chained-comparison = comparisons are not chained; write a < b and b < c
formula-number-needed = a number is needed here, and this is a condition
formula-condition-needed = a condition is needed here, and this is a number
formula-argument-count = { $name } takes{ GIVEN($exact) ->
        [yes] {" "}{ $exact }
       *[no] {""}
    }{ GIVEN($least) ->
        [yes] {" "}at least { $least }
       *[no] {""}
    }{ GIVEN($most) ->
        [yes] {" "}and at most { $most }
       *[no] {""}
    } arguments, and has { $count }

# What a formula needs at a place: the formula needs {a number, a name or a parenthesis} here.
formula-wanted-operator = an operator or its end
formula-wanted-operand = a number, a name or a parenthesis
formula-wanted-parenthesis = )
formula-wanted-then = then
formula-wanted-else = else
formula-wanted-comma = , or )

## finding
# Remarks on bids and on the whole procurement. .several is said of many codes at once, .slope of a slope, which is in per cent.

finding-late = Received { $received }, after the deadline { $deadline }.
finding-requirement-unmet =
    { $severity ->
        [warning] { $code } counts as not offered: the requirement { $requirement } is unmet ({ $text }). { $reason }
       *[error] { GIVEN($lot) ->
            [yes] The requirement { $requirement } is unmet on the lot { $lot }: { $text }. { $reason }
           *[no] The requirement { $requirement } is unmet: { $text }. { $reason }
        }
    }
    .several = { $n } codes count as not offered, since the requirement { $requirement } is unmet: { $codes }.
finding-rejected-by-decision =
    { GIVEN($date) ->
        [yes] Rejected by the buyer's decision of { $date } ({ $ground }). { $text }
       *[no] Rejected by the buyer's decision ({ $ground }). { $text }
    }
finding-condition-not-invited = The bid sets a condition ({ $conditions }) that the structure { $structure } does not invite: a reservation.
finding-wrong-price-form = The bid states { $stated }; { $the_tender }'s price form is { $form }.
finding-above-cap =
    { $severity ->
       *[error] { $code }: the price { $unit } is above the cap { $cap }; the bid is inadmissible.
        [warning] { $code }: the price { $unit } is above the cap { $cap }; the line has no price.
        [note] { $code }: the price { $unit } is above the cap { $cap }; the cap is paid while it is in force.
    }
    .several = { $severity ->
       *[error] { $n } prices are above the cap; the bid is inadmissible: { $codes }.
        [warning] { $n } prices are above the cap; the lines have no price: { $codes }.
        [note] { $n } prices are above the cap, which is paid while it is in force: { $codes }.
    }
finding-above-cap-later = { $code }: from { $from } the price { $unit } is above the cap { $cap }; the cap is paid while it is in force.
    .several = { $n } prices pass the cap later in the contract; the cap is paid while it is in force: { $codes }.
finding-missing-procedure =
    { $severity ->
       *[error] { $code } has no price on the lot { $lot }: { $why }.
        [warning] { $code } has no price on the lot { $lot }: { $why }. It is priced at the fallback, { $fallback } in all.
        [note] Besides, { $code } has no price on the lot { $lot }: { $why }.
    }
    .several = { $severity ->
       *[error] { $n } codes have no price on the lot { $lot }, { $why }: { $codes }.
        [warning] { $n } codes have no price on the lot { $lot } and are priced at the fallback, { $why }: { $codes }.
        [note] Besides, { $n } codes have no price on the lot { $lot }, { $why }: { $codes }.
    }
finding-not-registered = { $code } counts as not offered: the bidder is not registered for it.
    .several = { $n } codes count as not offered, since the bidder is not registered for them: { $codes }.
finding-discount-without-tariff = { $code }: a discount, but no price in the discount base { $tariff }.
    .several = { $n } codes have a discount, but no price in the discount base { $tariff }: { $codes }.
finding-no-cap = { $code } has no price in the cap tariff { $tariff }, so no cap.
    .several = { $n } codes have no price in the cap tariff { $tariff }, so no cap: { $codes }.
finding-requirement-unverified = The requirement { $requirement } is not verified: { $text }.
finding-zero-price = { $code } is offered at 0.00.
    .several = { $n } codes are offered at 0.00: { $codes }.
finding-low-price = The price { $price } on the lot { $lot } is { $below } % below the median of the others, { $median }.
finding-combination-not-declared = The structure { $structure } invites no combination discounts: { $discount } % does not count.
finding-same-owner = Has the same owner ({ $group }) as { $bidders }.
finding-below-gate = { $points } points for { $criterion } on the lot { $lot }: at least { $min } are needed.
finding-outside-scale = { $criterion } on the lot { $lot }: { $measure } lies beyond { $edge }, the edge of the scale; the bid is rejected there.
finding-excluded-by-excluded = { $criterion } on the lot { $lot }: rejected against a reference set by { $bidder }, itself rejected.
finding-zero-reference = { $criterion } on the lot { $lot }: the best measure is 0. A bid at it gets full points, every other 0.
finding-rounding-changes-ranking = Rounding changes the ranking on the lot { $lot }: rounded { $rounded }; unrounded { $unrounded }.
finding-scale-widened = { $criterion } on the lot { $lot }: the scale was widened to { $used }, because of { $bidder }.
    .slope = { $criterion } on the lot { $lot }: the scale was widened to the slope { $used } %, because of { $bidder }.
finding-tender-without-cap = { $The_tender } has no cap: no price is held against a tariff.
finding-not-framework-party =
    { GIVEN($lot) ->
        [yes] Not a party to the framework on the lot { $lot } (there: { $lots }).
       *[no] Not a party to the framework { $framework }.
    }
finding-above-framework-price = { $code }: the price { $unit } is above the bidder's own in the framework, { $framework }.
    .several = { $n } prices are above the bidder's own in the framework: { $codes }.
finding-no-framework-price = { $code }: the bidder has no price of its own in the framework that could limit its price here.
    .several = { $n } codes for which the bidder has no price of its own in the framework, so that none limits its price: { $codes }.
finding-party-without-bid = { $bidder } is a party on the lot { $lot } and did not bid.
finding-earlier-received-used = Ties may be settled by when bids were received, which has no link to the contract.
finding-single-bid = { $bidder } is the only admissible bid on the lot { $lot }.

## evaluation


## scoring


## adjustment


## explain


## certificate
# Whether a certificate holds, what it proves and what not.

certificate-unknown-total = a total that is not known
certificate-no-award = The certificate holds: under the structure { $structure } no award keeps all rules.
certificate-best = The certificate holds: under the structure { $structure } no award is better than { $total } with { $n } unawarded { COUNT($n) ->
        [one] lot
       *[other] lots
    }.
certificate-ties-one = One award reaches it; there is no tie.
certificate-ties-several = Exactly { $n } awards reach it.
certificate-ties-not-proven = It proves the total alone: how many awards reach it is not proven.
certificate-not-proven = Not proven by it: prices and admissibility (they were computed anew from the tender), distances and margins.
certificate-refused = the certificate does not hold: { $reason }
certificate-other-structure = hint: it was held against the structure { $structure }; --structure names another

# Why it is refused.
certificate-not-a-certificate = this is not an award certificate of format 1
certificate-bad-line = line { $line } is not what the format asks for there
certificate-truncated = the certificate ends before its last line
certificate-text-after-end = something follows the end of the certificate
certificate-other-problem = the certificate was made for another award problem
certificate-overflow = a figure is too large to be computed exactly
certificate-award-not-feasible = award { $award } breaks a rule
certificate-award-total-wrong = award { $award } does not have the claimed total or unawarded lots
certificate-awards-not-in-order = the awards are not in strict order
certificate-no-award-listed = no award is listed
certificate-list-not-complete = the list of awards does not fit their claimed number
certificate-ties-miscounted = the proof finds { $found } best awards
certificate-better-award = there is a better award
certificate-lots-not-independent = a rule ties the lots together
certificate-not-closed = the leaf in line { $line } is not closed by its multipliers
certificate-bad-multiplier = line { $line } has a multiplier that is not allowed
certificate-branch-missing = the branch in line { $line } leaves out a candidate
certificate-branch-overlaps = the branch in line { $line } has a candidate twice, or one that the lot no longer has
certificate-branch-useless = the branch in line { $line } has nothing to divide
certificate-too-much-work = the leaf in line { $line } leaves too much to be tried

## structure


## compare


## coverage


## lots


## robustness


## calloff


## model


## transcript


## letter


## leak


## verify


## fault


## diff


## record


## simulation


## chart


## cli
# What the command line says by itself, most of it after `error: `.

# How grave a problem is, as compilers show it: error[late]: ...
cli-error = error
cli-warning = warning
cli-note = note
cli-see-also = see also here
cli-help = help

# The result of check: how many problems there are, and the columns of its table.
cli-problem-summary = { $errors } { COUNT($errors) ->
        [one] error
       *[other] errors
    }, { $warnings } { COUNT($warnings) ->
        [one] warning
       *[other] warnings
    }
cli-check-title = Problems in the tender file
cli-check-severity = Severity
cli-check-code = Code
cli-check-file = File
cli-check-line = Line
cli-check-column = Column
cli-check-what = What
cli-check-mend = How to mend it

cli-no-rows = this result has no form for spreadsheets

cli-input-overwritten = { $file }: this file was read; a result is not written over it
cli-no-such-file = { $file }: there is no such file
cli-file-error = { $file }: { $reason }
cli-folder-not-utf8 = a folder around the tender has a name that is not UTF-8
cli-unknown = { $the_tender } has no { $what } `{ $name }`; it has: { $known }
cli-unknown-of-none = { $the_tender } has no { $what } `{ $name }`, nor any other
cli-what-structure = structure
cli-what-bidder = bidder
cli-what-lot = lot
cli-what-code = code
cli-what-code-in-lot = code in this lot
cli-what-variant = variant
cli-what-tariff = tariff
cli-model-hash = the model has the hash { $own }, not { $demanded }
    hint: `udbud model FILE --against OTHER` says what differs
cli-record-folder = record needs the folder to write: --output DIR
cli-record-exists = { $file }: it exists already; a record is never written over anything
cli-reason = --reason says why the earlier record is corrected, in words that can stand in the minutes
cli-letter-format = a letter is text or Markdown: --format table or --format markdown
cli-letter-folder = --all needs the folder to write: --output DIR
cli-scorings = --scorings needs a cap with above-cap = "pay-cap-while-in-force"
cli-certificate-unproven = no certificate: the work limit was reached before the award was proven
cli-certificate-several = a certificate is about one supplier for each lot; with suppliers-per-lot the ranking of each lot is its own proof
cli-interrupted-part = interrupted: no part is written
cli-interrupted-first = interrupted before the first draw
cli-public-csv = --public holds aggregates only; CSV lists every draw
    hint: --format json or markdown
cli-own-bids = the bids of the tender take part here (bidders = "tender"): add --internal; the result is not to be shown to the market
cli-draw-json = --show-draw is told as a table, in Markdown or CSV
cli-progress = { $bar } { $done } of { $all } draws, { $left } left
cli-new-exists = { $file }: it exists already
cli-new-made = Made { $tender }.
    Edit it, then run:
    {"  "}udbud check { $tender }
    {"  "}udbud evaluate { $tender }
cli-new-simulate = {"  "}udbud simulate { $dialogue }

# Why a file cannot be read or written.
cli-file-not-a-file = not a file
cli-file-not-a-file-name = not a file name
cli-file-not-a-folder-name = not a folder name
cli-file-name-not-utf8 = the file's name is not UTF-8
cli-file-not-regular = it is not a regular file
cli-file-too-large = it is larger than 256 MiB
cli-file-is-folder = it is a folder
cli-file-no-record = it is neither a folder nor a regular file
cli-file-changed = it changed while it was read

# What the operating system says; English shows its own words.
cli-system-permission-denied = permission denied
cli-system-is-a-directory = is a directory
cli-system-not-a-directory = not a directory
cli-system-already-exists = entity already exists
cli-system-storage-full = no storage space
cli-system-read-only = read-only filesystem or storage medium
cli-system-name-too-long = invalid filename
cli-system-timed-out = timed out


## help
# The help of commands and options: help-COMMAND, help-COMMAND-OPTION, and for options of every command help-OPTION; .value is
# what stands for the value, as in --output <FILE>.

help-udbud = Evaluates tenders and mini-tenders in which Danish regions buy planned surgery from private hospitals
    .long =
        Evaluates tenders and mini-tenders in which Danish regions buy planned surgery from private hospitals.

        Every figure is exact, can be followed back to the lines of the file, and comes out the same everywhere.
help-format = The form of the result
    .value = FORMAT
help-format-table = A table for people
help-format-json = JSON, as documented
help-format-csv = For spreadsheets
help-format-markdown = For documents
help-output = Write the result to a file, whole or not at all
    .value = FILE
help-lang = The language of texts
    .value = LANG
help-lang-en = English
help-lang-da = Danish
help-color = When to use colour (NO_COLOR is heeded)
    .value = WHEN
help-color-auto = On a terminal, unless NO_COLOR is set
help-color-always = Always
help-color-never = Never
help-quiet = No warnings and no progress

# Options of compare and lots that try something out, and the heading above them.
help-tried = Try out (the result is a hypothesis)
help-tried-variant = A variant of the file; the other options go on top of it
    .value = ID
help-tried-missing = Another rule for missing codes
    .value = RULE
help-tried-cap = What a price above the cap means; the last three: the cap is paid while in force, and this price is scored
    .value = MODE
help-tried-cap-tariff = Another tariff as the cap
    .value = TARIFF
help-tried-lapse = The last day on which the akuttakst is in force
    .value = DATE
help-tried-without = Leave a bid out; may be repeated
    .value = BIDDER
help-tried-volume = Volumes times a factor, by code or prefix, such as KNG*=0.8; may be repeated
    .value = CODE=FACTOR

help-check = Check a tender or dialogue file: every problem at once, with its place and how to mend it
help-check-file = The tender file
    .value = FILE
help-evaluate = Evaluate a tender: prices, admissibility, points, award
help-evaluate-file = The tender file
    .value = FILE
help-evaluate-structure = Another structure than the published one, as a hypothesis
    .value = ID
help-evaluate-scorings = The three scored prices side by side, where the cap is paid while it is in force
help-evaluate-certificate = Write the proof of the award to a file
    .value = FILE
help-evaluate-work-limit = Stop the search for the award after so many nodes, and tell the proven gap
    .value = N
help-evaluate-distances = Every loser's distance, also where there are more than 1,200 lots x bidders
help-evaluate-model-hash = Refuse the tender unless its model has this hash
    .value = HASH
help-compare = All structures side by side: what each costs, whom it shuts out
help-compare-file = The tender file
    .value = FILE
help-compare-structure = These structures alone; without it, all of the file
    .value = ID
help-compare-robustness = How far volumes, and the day of lapse, may move before another award is better than the published one
help-compare-band = With --robustness: the worst mix with every volume within so many per cent of what is expected
    .value = PERCENT
help-coverage = Who can bid on what, and which codes shut whom out; no prices needed
help-coverage-file = The tender file; it needs no prices
    .value = FILE
help-coverage-structure = These structures alone; without it, all of the file
    .value = ID
help-lots = The best grouping for each number of lots, given these bids
help-lots-file = The tender file
    .value = FILE
help-lots-blocks = The lots of this structure are the blocks; without it, those of the structure with the most lots
    .value = STRUCTURE
help-lots-blocks-by-prefix = Codes with the same first N characters are a block
    .value = N
help-lots-cost-per-contract = What each contract costs the buyer besides, in kroner
    .value = KRONER
help-lots-min-bidders-per-lot = No lot with fewer admissible bids than this
    .value = N
help-lots-keep-together = Blocks that stay in one lot, such as knæ,hofte; may be repeated
    .value = BLOCKS
help-lots-within = Count the groupings at most so many kroner above the best
    .value = KRONER
help-lots-list = List so many groupings for each number of lots
    .value = N
help-lots-work-limit = Where rules tie lots together: solve so many groupings for each number of lots, then tell the proven bound
    .value = N
help-simulate = Market dialogue: draw what is uncertain, and evaluate every structure on the same draws
help-simulate-file = The dialogue file
    .value = FILE
help-simulate-draws = How many draws, if not as many as the file says
    .value = N
help-simulate-seed = The seed, if not that of the file; the same seed gives the same draws everywhere
    .value = S
help-simulate-threads = On how many threads; the result does not depend on it
    .value = T
help-simulate-internal = Let the bids of the tender take part; every page is then marked as not to be shown to the market
help-simulate-public = The sheet for the room: aggregates and profiles only, fit to be shown to all who may bid
help-simulate-precision = Stop at 1,000, 2,000, 4,000 ... draws once the 95 % interval of every difference is within so many per cent of what the published structure costs
    .value = PERCENT
help-simulate-question-draws = Answer what would have to be different on so many of the draws; 0: do not ask
    .value = N
help-simulate-shard = Make part I of N only, and write it as a part to be merged
    .value = I/N
help-simulate-merge = Put parts together, with the result of one run
    .value = PART
help-simulate-charts = Write charts (SVG) to this folder as well
    .value = FOLDER
help-simulate-show-draw = Take one draw apart
    .value = N
help-call-off = Call off patients from a framework without a mini-tender: by rank, each supplier up to its capacity
help-call-off-file = The tender file of the framework
    .value = FILE
help-call-off-volume = How many of which code, such as KNGB40=12; several may follow each other
    .value = CODE=VOLUME
help-call-off-log = What was called off already: a CSV file with code, bidder, volume and perhaps date
    .value = FILE
help-call-off-date = The day whose prices are paid; without it, the prices bid
    .value = DATE
help-explain = Derive one figure step by step back to the lines of the file
help-explain-file = The tender file
    .value = FILE
help-explain-bidder = Whose figure
    .value = BIDDER
help-explain-lot = On which lot
    .value = LOT
help-explain-code = Of which code
    .value = CODE
help-explain-structure = Another structure than the published one, as a hypothesis
    .value = ID
help-model = Describe the evaluation model as it can stand in the tender documents; or test it
help-model-file = The tender file
    .value = FILE
help-model-test = Probe the model: can a bid that cannot win decide who does? what is a point worth?
help-model-model-hash = Refuse the tender unless its model has this hash
    .value = HASH
help-model-against = Say what differs from the model of this tender
    .value = FILE
help-record = Write the decision record: a folder from which anybody can check the decision
help-record-file = The tender file
    .value = FILE
help-record-zip = Also write the record as one archive
    .value = FILE
help-record-work-limit = Stop the search for the award after so many nodes; what is not proven then is not recorded
    .value = N
help-record-distances = Every loser's distance, also where there are more than 1,200 lots x bidders
help-record-corrects = The earlier record that this one takes the place of: a folder or an archive
    .value = RECORD
help-record-reason = Why, as it stands in the minutes
    .value = TEXT
help-record-class = Refuse the correction unless it is of this class
    .value = CLASS
help-record-model-hash = Refuse the tender unless its model has this hash
    .value = HASH
help-verify = Verify a decision record, level by level; or a certificate: that an award is the best, and no tie is missing
help-verify-path = The record: a folder, or an archive; with --certificate the tender file
    .value = RECORD|TENDER
help-verify-record-hash = The hash that the record must have, as it stands in the minutes
    .value = HASH
help-verify-certificate = Verify this certificate against a tender file instead
    .value = FILE
help-verify-structure = The structure that the certificate is about, if not the published one
    .value = ID
help-diff = What differs between two decision records, how grave it is, where it comes from, and what it is before the law
help-diff-before = The earlier record
    .value = BEFORE
help-diff-after = The later record
    .value = AFTER
help-letter = Write the letter to a bidder, from a decision record and nothing else
help-letter-record = The decision record: a folder, or an archive
    .value = RECORD
help-letter-bidder = To whom
    .value = BIDDER
help-letter-all = A letter to every bidder, into the new folder that --output names
help-letter-sent = The day on which the letters are sent; without it there are blanks to fill in
    .value = DATE
help-new = Start a tender in a new folder
help-new-dir = The folder to make
    .value = DIR
help-new-dialogue = With a dialogue file about the tender, to be simulated
help-schema = Print the JSON Schema of the tender file, for editors
help-schema-dialogue = That of the dialogue file
help-completions = Print the completions of a shell
help-completions-shell = The shell
    .value = SHELL
help-man = Print the manual page


## usage
# What the parser of the command line says by itself, of help and of wrong usage. In English these are its own words, to the letter.

usage-heading = Usage:
usage-options = [OPTIONS]
usage-command = COMMAND
usage-commands = Commands
usage-arguments = Arguments
usage-choices = Options
usage-print-help = Print help
usage-print-version = Print version
usage-help-command = Print this message or the help of the given subcommand(s)
usage-default = [default: { $values }]
usage-possible = [possible values: { $values }]
usage-possible-heading = Possible values:
usage-more = For more information, try '--help'.
usage-tip = tip: { $tip }
usage-similar-option = a similar argument exists: '{ $name }'
usage-similar-command = a similar subcommand exists: '{ $name }'
usage-similar-commands = some similar subcommands exist: { $names }
usage-similar-value = a similar value exists: '{ $name }'
usage-as-value = to pass '{ $arg }' as a value, use '-- { $arg }'
usage-repeated = the argument '{ $arg }' cannot be used multiple times
usage-conflict = the argument '{ $arg }' cannot be used with '{ $other }'
usage-conflict-several = the argument '{ $arg }' cannot be used with:
usage-value-needed = a value is required for '{ $arg }' but none was supplied
usage-invalid-value = invalid value '{ $value }' for '{ $arg }'
usage-invalid-because = invalid value '{ $value }' for '{ $arg }': { $reason }
usage-unknown-command = unrecognized subcommand '{ $command }'
usage-required = the following required arguments were not provided:
usage-command-needed = '{ $command }' requires a subcommand but one was not provided
usage-subcommands = [subcommands: { $values }]
usage-not-utf8 = invalid UTF-8 was detected in one or more arguments
usage-too-many-values = unexpected value '{ $value }' for '{ $arg }' found; no more were expected
usage-unknown-argument = unexpected argument '{ $arg }' found
usage-not-in-range = { $value } is not in { $range }
usage-no-number = invalid digit found in string
usage-no-digits = cannot parse integer from empty string
usage-number-too-large = number too large to fit in target type
usage-number-too-small = number too small to fit in target type
usage-no-date = this is not a date

# Values that an option does not take.
usage-band = --band takes 0 to 100 per cent, not { $value }
usage-precision = --precision takes per cent above 0, with at most four decimals, not { $value }
usage-cost-per-contract = --cost-per-contract takes an amount such as 250000.00, not { $value }
usage-within = --within takes an amount such as 250000.00, not { $value }
usage-volume = --volume takes a code or prefix, `=`, and a factor, such as KNG*=0.8; not { $value }
usage-call-off-volume = --volume takes a code and a whole number, such as KNGB40=12, not { $value }
usage-shard = --shard takes I/N, such as 3/8, with I from 1 to N and N at most the number of draws, not { $value }
