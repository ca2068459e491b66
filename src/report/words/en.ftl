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

# A moment, as 2024-11-15 12:00:00 (+01); and the months, for a language that writes dates with them.
unit-moment = { $date } { $hour }:{ $minute }:{ $second } ({ $offset })
unit-january = January
unit-february = February
unit-march = March
unit-april = April
unit-may = May
unit-june = June
unit-july = July
unit-august = August
unit-september = September
unit-october = October
unit-november = November
unit-december = December

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

# The head: what is evaluated.
evaluation-buyer = Buyer
evaluation-specialty = Specialty
evaluation-kind = Kind
evaluation-kind-tender = tender
evaluation-kind-mini-tender = mini-tender
evaluation-kind-offer-collection = offer collection
evaluation-framework = Framework
evaluation-framework-record = Its record
evaluation-parties = Parties
evaluation-structure = Structure
evaluation-published-as = { $structure } ({ $lots } { COUNT($lots) ->
        [one] lot
       *[other] lots
    })
evaluation-contract = Contract
evaluation-days = { $from } to { $until }, both included ({ $days } days)
evaluation-deadline = Deadline
evaluation-model = Evaluation model
evaluation-model-lowest-price = lowest price
evaluation-model-points = points: the highest score wins
evaluation-model-evaluated-price = evaluated price: the lowest wins
evaluation-model-formula-score = formula: the highest score wins
evaluation-model-formula-price = formula: the lowest evaluated price wins

# The line that every part bears if this is not the published decision.
evaluation-hypothesis-structure = HYPOTHESIS: not the published structure ({ $structure } instead of { $published }).
evaluation-hypothesis-overlay = HYPOTHESIS: not { $the_tender } as published; tried out: { $changes }.
evaluation-overlay-volumes = other volumes
evaluation-overlay-lapse = the cap tariff lapses after { $day }
evaluation-overlay-absent = without { $bidders }
evaluation-overlay-discounts = another discount of { $bidders }
evaluation-overlay-scored = scored price { $scored }
evaluation-count-bids = { $bids }, { $out } of them inadmissible
evaluation-count-bids-some = { $bids }, { $out } of them inadmissible, { $some } more on some lots

# Headings of the parts.
evaluation-part-bids = Bids
evaluation-part-lot = Lot { $lot }
evaluation-part-points = Points
evaluation-part-out = Why bids are inadmissible
evaluation-part-remarks = Remarks on bids
evaluation-part-award = Award
evaluation-part-cap = Cap
evaluation-part-ties = Equally good awards that the tie rules leave
evaluation-part-actions = To do
evaluation-part-tender = Remarks on { $the_tender }

# The tables of bids and lots.
evaluation-rank = Rank
evaluation-bidder = Bidder
evaluation-lot = Lot
evaluation-price = Lot price
evaluation-expected-payment = Expected payment
evaluation-elsewhere = Bought elsewhere
evaluation-evaluated-price = Evaluated price
evaluation-score = Score
evaluation-unrounded = Unrounded
evaluation-saving = Saving
evaluation-saving-percent = %
evaluation-distance = Distance
evaluation-distance-to-first = To rank 1
evaluation-standing = Status
evaluation-lots-bid = Lots
evaluation-total = Total
evaluation-lots-won = Won
evaluation-winner = Winner
evaluation-margin = Margin
evaluation-combination-discount = Discount

# How a bid stands on a lot: a cell of the table.
evaluation-wins = wins
evaluation-ties-for = ties
evaluation-out = inadmissible
evaluation-supplier = supplier { $rank }
evaluation-not-bid = not bid
evaluation-blocked = cannot win
evaluation-admissible = admissible

# Around the tables of bids.
evaluation-fallback-of-lot = The whole lot at the fallback costs { $amount }.
evaluation-fallback-unknown = What the lot costs at the fallback is not known, so no saving is shown.
evaluation-more-bids = { $n } more admissible { COUNT($n) ->
        [one] bid is
       *[other] bids are
    } not shown; --format csv has every bid on every lot.
evaluation-no-bid = No bid.

# What the columns mean.
evaluation-saving-means = Saving: the same procedures at the fallback, less what the buyer would pay for them.
evaluation-total-means = Lots: on how many of the lots the bid may be evaluated. Total: the sum of its lot prices, without combination discounts, where that is all lots.

# What a lot price is and what is paid; { $decides } is one of evaluation-decides-*.
evaluation-payment-bid = Lot price: unit prices as tendered times volumes; { $decides }. Expected payment: what the buyer would pay, no unit price above the cap on { $in } of the contract's { $contract } days.
evaluation-payment-capped = Lot price: unit prices, none above the cap, times volumes; { $decides }. Expected payment: what the buyer would pay, since the cap is in force on { $in } of the contract's { $contract } days only.
evaluation-payment-time-weighted = Lot price: unit prices weighted by days ({ $in } of { $contract } with the cap in force), in whole øre, times volumes; { $decides }. Expected payment: the same days, rounded once a line, so that it may differ by rounding.
evaluation-payment-adjusted = Lot price: unit prices on the contract's first day times volumes; { $decides }. Expected payment: what the buyer would pay, day by day over { $contract } days, as prices are adjusted.
evaluation-payment-adjusted-capped = Lot price: unit prices on the contract's first day, none above the cap of that day, times volumes; { $decides }. Expected payment: what the buyer would pay, day by day over { $contract } days, as prices are adjusted.
evaluation-payment-adjusted-days = Lot price: the average of what is paid day by day over { $contract } days, in whole øre, times volumes; { $decides }. Expected payment: the same days, rounded once a line, so that it may differ by rounding.
evaluation-decides-price = it decides
evaluation-decides-evaluated = the evaluated price decides, which is made from it
evaluation-decides-score = the score decides

# In the middle of a sentence: { $price } of others.
evaluation-the-price = the lot price
evaluation-the-evaluated-price = the evaluated price
evaluation-elsewhere-means = Bought elsewhere: procedures that the bid gives no price, at the fallback. They are in the lot price, and not in the expected payment.
evaluation-distance-means = Distance: by how much lower { $price } of the bid would have had to be to draw level.
evaluation-distance-several = Distance: by how much lower { $price } would have had to be to reach the last place among the suppliers; to rank 1: to reach the first.
evaluation-distance-combination = For bids with a combination discount ({ $bidders }) the distance is one between awards, and no more.
evaluation-hopeless = { $bidder } could not win the lot { $lot } at any price: the distance exceeds its own whole price.
evaluation-blocked-means = { $bidder } could not win the lot { $lot } at any price, because of { $rules }.
evaluation-scale-slope = { $criterion } on the lot { $lot }: slope { $used } %, { $how }.
evaluation-scale-zero = { $criterion } on the lot { $lot }: no points at { $used }, { $how }.
evaluation-scale-widened-by = widened because of { $bidder }
evaluation-scale-as-stated = as stated
evaluation-points-rounded = In parentheses: the points before rounding, where they differ.

# What losers would have needed.
evaluation-part-needed = What losers would have needed
evaluation-needed-price = Highest price
evaluation-needed-means = To be alone at rank 1 on the lot taken by itself: the highest price with the bid's points as they are, or the least points in one criterion with all else as it is. A bid's own price may move the references.
evaluation-needed-assumed = *: found by trying, not proven, since the model holds a formula or a slope that widens without a ceiling.
evaluation-needed-below-gate = below a gate
evaluation-needed-no-price = no price
evaluation-needed-no-points = not enough

# The award.
evaluation-status-awarded = Awarded.
evaluation-ties-settled = { $n } awards were equally good; the tie rules ({ $rules }) chose this one.
evaluation-status-tie = Tie: several awards are equally good, and the tie rules do not choose between them. No winner is named for a lot on which they differ.
evaluation-status-no-award = No award.
evaluation-status-not-proven = NOT PROVEN: the work limit was reached. This is the best award found, not proven to be the best.
evaluation-not-proven = Not proven
evaluation-award-total = Total
evaluation-award-total-evaluated = Total, evaluated
evaluation-award-total-score = Total score
evaluation-award-cost = Expected cost
evaluation-award-saving = Saving
evaluation-best-awards = Best awards
evaluation-margin-means = Margin: how much dearer the best award is in which the winner does not win the lot.
evaluation-margin-several = Margin: how much lower { $price } of rank 1 is than that of rank 2.
evaluation-unawarded = unawarded
evaluation-unawarded-fallback = fallback { $amount }
evaluation-unknown = not known

# Several suppliers for a lot.
evaluation-supplier-of = Supplier
evaluation-volume = Volume
evaluation-left-over = Left over at the fallback
evaluation-suppliers-means = Suppliers take the lot's volume in this order; the expected payment is their share of it. The prices above are those of rank 1 for the whole lot.
evaluation-bound = no award costs less than { $bound }; at most { $gap } could be saved
evaluation-clash = No award meets all rules. In the way: { $rules }.
evaluation-tie-differs = tie
evaluation-tied-award = Award { $n }: { $winners }.
evaluation-if-cheaper = cheaper so

# Tie rules, listed in parentheses.
evaluation-tie-lower-price = lower price
evaluation-tie-higher = more points for { $criterion }
evaluation-tie-fewer-suppliers = fewer suppliers
evaluation-tie-more-suppliers = more suppliers
evaluation-tie-earlier-received = earlier received
evaluation-tie-draw = draw

# The cap.
evaluation-cap-none = { $The_tender } has no cap.
evaluation-cap-line = { $tariff }.
evaluation-cap-days = { $tariff }, in force on { $in } of the contract's { $contract } days.
evaluation-cap-reject-bid = A bid with one price above it is inadmissible.
evaluation-cap-reject-line = A price above it does not count: the procedure has no price.
evaluation-cap-scored-bid = A bid above it stands: the buyer pays the cap while it is in force, and the price tendered after that. Scored: the price tendered.
evaluation-cap-scored-capped = A bid above it stands: the buyer pays the cap while it is in force, and the price tendered after that. Scored: the lower of price and cap.
evaluation-cap-scored-time-weighted = A bid above it stands: the buyer pays the cap while it is in force, and the price tendered after that. Scored: the two, weighted by days.
evaluation-cap-above = Prices above
evaluation-cap-takes-off = Cap saves
evaluation-cap-takes-off-means = Cap saves: by how much the cap lowers what the buyer would expect to pay for the bid.
evaluation-cap-codes = Procedures
evaluation-cap-nobody = No price is above it.

# What somebody must do.
evaluation-action-none = Nothing is open.
evaluation-action-none-hypothesis = Nothing would be open.
evaluation-action-tie = Settle the tie: { $n } equally good awards are left after the tie rules ({ $rules }).
evaluation-action-tie-draw = Hold a draw, write the bidders into draw under [award] in the order drawn, and evaluate again.
evaluation-action-unawarded = Decide what becomes of the lot { $lot }, which nobody wins.
evaluation-action-no-award = Decide what becomes of { $the_tender }, in which nothing can be awarded.
evaluation-action-not-proven = Raise --work-limit until the award is proven; do not sign it before.
evaluation-action-low-price = Ask { $bidder }, { $role }, to explain its price, and record a decision on the ground low-price. { $finding }
evaluation-action-unverified = Verify what { $bidder }, { $role }, must meet, and record it in an assessment. { $finding }

# { $role } of the two above.
evaluation-role-winner = a winner
evaluation-role-tied = tied for { $lots }

# After a finding about a low price.
evaluation-remark-ask = Ask the bidder to explain it.
evaluation-remark-settled = Settled by the decision of { $date }.
evaluation-remark-settled-undated = Settled by a decision.

# Rules that stand in the way, in a list: because of ...
evaluation-rule-max-lots-per-bidder = the limit of { $limit } { COUNT($limit) ->
        [one] lot
       *[other] lots
    } per bidder
evaluation-rule-min-suppliers = the demand for at least { $limit } { COUNT($limit) ->
        [one] supplier
       *[other] suppliers
    }
evaluation-rule-max-suppliers = the limit of { $limit } { COUNT($limit) ->
        [one] supplier
       *[other] suppliers
    }
evaluation-rule-max-lots = the most lots that { $bidder } takes ({ $limit })
evaluation-rule-capacity = the capacity that { $bidder } states ({ $limit })
evaluation-rule-only-together = the condition of { $bidder } to take { $lots } together or not at all
evaluation-rule-lot-capacity = the capacity that { $bidder } states for { $lots }
evaluation-and-more = And { $n } more.
evaluation-yes = yes
evaluation-no = no

# Column titles of CSV: no blanks.
evaluation-csv-tender = tender
evaluation-csv-structure = structure
evaluation-csv-published = published
evaluation-csv-bidder = bidder
evaluation-csv-lot = lot
evaluation-csv-status = status
evaluation-csv-price = price
evaluation-csv-expected-payment = expected_payment
evaluation-csv-elsewhere = elsewhere
evaluation-csv-fallback = fallback
evaluation-csv-saving = saving
evaluation-csv-evaluated-price = evaluated_price
evaluation-csv-score = score
evaluation-csv-unrounded-score = unrounded_score
evaluation-csv-rank = rank
evaluation-csv-distance = distance
evaluation-csv-blocked-by = blocked_by
evaluation-csv-winner = winner
evaluation-csv-award-discount = award_discount
evaluation-csv-award-price = award_price
evaluation-csv-award-payment = award_payment
evaluation-csv-margin = margin
evaluation-csv-findings = findings
evaluation-csv-points = points_{ $criterion }
evaluation-csv-tie = tie

# What the budget of an offer collection buys; also beside structures.
evaluation-budget-part = What the budget buys
evaluation-budget-scaled = The budget is { $amount }. The expected mix is scaled down until it can be paid; each code is rounded down.
evaluation-budget-code = Code
evaluation-budget-expected = Expected
evaluation-budget-offers = At the offers
evaluation-budget-fallback = At the fallback
evaluation-budget-operations = Operations
evaluation-budget-cost = Cost
evaluation-budget-left = Left


## scoring

scoring-title = { $tender }: the three scored prices side by side
scoring-bid = As tendered
scoring-capped = Capped
scoring-time-weighted = Time-weighted
scoring-published = { $The_tender } scores: { $scored }. The others are shown to compare, and decide nothing.
scoring-same = All three give the same winners.
scoring-differ = The scored price decides who wins: { $lots }.
scoring-none = The cap is not paid while in force, so there is one scored price alone.
scoring-cost = Expected cost: what the buyer would pay in all under each award; the cap counts on its days, whichever price is scored.
scoring-means-adjusted = As tendered: the unit prices of the contract's first day. Capped: none of them above the cap of that day. Time-weighted: what is paid, day by day over { $contract } days, as prices are adjusted.
scoring-means = As tendered: as if there were no cap. Capped: no unit price above the cap. Time-weighted: capped on { $in } of the contract's { $contract } days, and as tendered on the others.
scoring-part-totals = Lot prices
scoring-part-deciding = What decides: { $what }
scoring-part-winners = Winners
scoring-csv-scored-price = scored_price
scoring-needs-cap = --scorings needs a cap with above-cap = "pay-cap-while-in-force"


## adjustment

adjustment-part = Prices over the contract
adjustment-sentence = From { $from }: { $percent } % on { $targets }.
adjustment-tariff = the tariff { $tariff }
adjustment-prices = unit prices
adjustment-prices-column = Unit prices
adjustment-means = Adjustments compound. Derived tariffs follow their base, and a discount follows the discount base.
adjustment-table = What is capped and paid, day by day. A figure after × is what the price of the file is multiplied by.
adjustment-from = From
adjustment-until = Until
adjustment-days = Days
adjustment-cap = Cap paid
adjustment-fallback = Fallback


## explain

explain-nothing = Nothing to derive.

# A place in the tender file, and in another file.
explain-line = line { $line }
explain-line-of-file = { $file } line { $line }

# Clauses of docs/reference/rules.md, in brackets after a step.
explain-clause-unit-prices = unit prices { $number }
explain-clause-admissibility = admissibility
explain-clause-evaluation-models = evaluation models
explain-clause-best-award = best award
explain-clause-every-bidder = what every bidder is told
explain-clause-several-suppliers = several suppliers for a lot

# The lines of a lot price, as a table.
explain-table-procedure = Procedure
explain-table-unit = Unit price
explain-table-scored = Scored price
explain-table-volume = Volume
explain-table-amount = Line
explain-table-payment = Expected payment
explain-table-place = Volume stated
explain-table-fallback = fallback

# Column titles of CSV.
explain-csv-step = step
explain-csv-rule = rule
explain-csv-clause = clause
explain-csv-text = text
explain-csv-result = result
explain-csv-file = file
explain-csv-line = line


## step

# By the names of the rules (StepRule). { $at_... } is a place: line 41.
step-explicit-price = Unit price { $result }, as stated ({ $at_price })
step-discount-off-base = Unit price { $result } = { $base } ({ $code } in { $tariff }, { $at_base }) less { $discount } % ({ $key }, { $at_discount })
step-discount-tried-out = Unit price { $result } = { $base } ({ $code } in { $tariff }, { $at_base }) less { $discount } %, tried out
step-adjusted-price = Unit price { $result } = { $price }, as stated ({ $at_price }), × { $factor }
step-adjusted-discount = Unit price { $result } = { $base } ({ $code } in { $tariff }, { $at_base }) less { $discount } %, × { $factor }
step-adjusted-tariff = { $result } ({ $code } in { $tariff }) = { $listed } as listed ({ $at_price }) × { $factor }
step-adjustment = adjusted by { $percent } % from { $from } ({ $at_adjustment })
step-scored-on-first-day = Scored { $result }, the price of the contract's first day, { $from }
step-scored-day-by-day = Scored { $result }, the average of what is paid day by day (below) over the contract's { $contract } days, in whole øre
step-payment-day-by-day = Expected payment { $result } = what is paid day by day × { $volume }, averaged over { $contract } days, in whole øre; the line is what is compared, the payment what the buyer would pay
step-unit-paid-on-days = { $result }, the unit price, on { $days } of { $all } days: { $from } to { $until }
step-cap-paid-on-days = { $result }, the cap, since the unit price is { $unit }, on { $days } of { $all } days: { $from } to { $until }
step-rounded = { $exact }, rounded to { $result }
step-listed-price = { $result } as listed ({ $code } in { $tariff }, { $at_price })
step-derived-price = { $result } ({ $code } in { $tariff }) = { $base } ({ $from }) less { $reduction } % ({ $at_reduction }), to the nearest { $round_to }
step-no-cap = No cap
step-no-cap-price = No cap for { $code }: it has no price in { $tariff }
step-not-above-cap = Not above the cap { $cap } ({ $tariff })
step-above-cap = Above the cap { $cap } ({ $tariff }) by { $excess }
step-cap-rejects-bid = A price above the cap makes the bid inadmissible ({ $at_cap })
step-cap-rejects-line = A price above the cap does not count: the procedure has no price ({ $at_cap })
step-paid-while-in-force = Paid { $cap } on { $in } of { $contract } days, { $unit } on the other { $out } ({ $at_cap })
step-scored-as-offered = Scored { $result }, as offered
step-scored-capped = Scored { $result }, the cap
step-scored-as-bid = Scored { $result }, as tendered
step-scored-time-weighted = Scored { $result } = ({ $cap } × { $in } + { $unit } × { $out }) / { $contract }
step-line = Line { $result } = { $scored } × { $volume } ({ $at_volume })
step-payment-of-line = Expected payment { $result } = { $unit } × { $volume }
step-payment-weighted-by-days = Expected payment { $result } = ({ $cap } × { $in } + { $unit } × { $out }) × { $volume } / { $contract }, in whole øre; the line is what is compared, the payment what the buyer would pay
step-not-offered = No price: the bid does not offer { $code } (not-offered, bid on { $at_bid })
step-not-registered = No price: the bidder is not registered for { $code } (registered, bid on { $at_bid })
step-requirement-unmet = No price: the requirement { $requirement } of { $code } is unmet ({ $at_assessment })
step-nothing-stated = No price: the bid states neither price nor discount for { $code } (bid on { $at_bid })
step-discount-without-tariff = No price: { $discount } % ({ $key }, { $at_discount }), but { $code } has no price in { $tariff } to take it off
step-missing-rejects = A missing price makes the bid inadmissible on the lot { $lot } ([award] missing, { $at_award })
step-priced-at-fallback = Counts { $result }: bought elsewhere at the fallback ([award] missing, { $at_award })
step-fallback-stated = Fallback { $result } = { $price } (fallback-price, { $at_price }) × { $volume } ({ $at_volume })
step-fallback-by-days = Fallback { $result } = price by day × { $volume } ({ $at_volume }), over { $days } { COUNT($days) ->
        [one] day
       *[other] days
    }
step-fallback-days = { $price } ({ $tariff }) on { $days } of { $all }
step-fallback-unknown = The fallback cost of { $code } is not known: no tariff in force on some day, or no price
step-line-with-combination = In the award, with the combination discount { $discount } %: unit price { $unit }, scored { $scored }, line { $result }, expected payment { $payment }
step-bid-admissible = The bid ({ $at_bid }) is admissible on { $lots } of { $all } { COUNT($all) ->
        [one] lot
       *[other] lots
    }
step-bid-inadmissible = The bid ({ $at_bid }) is not admissible on any lot
step-lot-in-a-line = { $lot }: lot price { $result }, evaluated price { $evaluated }, rank { $rank }
    .lowest-price = { $lot }: lot price { $result }, rank { $rank }
step-lot-in-a-line-scored = { $lot }: lot price { $result }, score { $score }, rank { $rank }
step-lot-inadmissible = { $lot }: not admissible
step-lot-not-bid = { $lot }: not bid, which is no fault
step-lot-price = Lot price { $result } = the sum of { $lines } { COUNT($lines) ->
        [one] line
       *[other] lines
    }
step-lot-line = { $code }: { $scored } × { $volume } ({ $at_volume }) = { $result }
step-lot-line-at-fallback = { $code }: no price; { $volume } ({ $at_volume }) at the fallback = { $result }
step-expected-payment = Expected payment { $result }: what the bidder would be paid, line by line
step-elsewhere = Bought elsewhere { $result }: in the lot price, and not in the expected payment
step-lot-with-combination = In the award, with the combination discount { $discount } %, taken off each unit price in whole øre: lot price { $result }, expected payment { $payment }
step-evaluated-with-combination = In the award, with the combination discount { $discount } %: evaluated price { $result }
step-evaluated-is-lot-price = What decides is the lot price, { $result } (lowest price wins)
step-judged = { $criterion }: { $result } points, as judged ({ $at_points })
step-linear = { $criterion }: { $unrounded } points = { $scale } × (1 − ({ $p } − { $low }) / ({ $slope } % × { $low }))
step-linear-higher-is-better = { $criterion }: { $unrounded } points = { $scale } × (1 − ({ $high } − { $p }) / ({ $slope } % × { $high }))
step-absolute = { $criterion }: { $unrounded } points = { $scale } × ({ $zero_at } − { $p }) / ({ $zero_at } − { $full_at })
step-proportional = { $criterion }: { $unrounded } points = { $scale } × { $low } / { $p }
step-proportional-higher-is-better = { $criterion }: { $unrounded } points = { $scale } × { $p } / { $high }
step-min-max = { $criterion }: { $unrounded } points = { $scale } × ({ $high } − { $p }) / ({ $high } − { $low })
step-min-max-higher-is-better = { $criterion }: { $unrounded } points = { $scale } × ({ $p } − { $low }) / ({ $high } − { $low })
step-min-max-all-equal = { $criterion }: { $unrounded } points, since all have { $p }
step-zero-reference = { $criterion }: { $unrounded } points: the best is 0, so a bid at it gets { $scale } and every other 0; this bid has { $p }
step-formula = { $criterion }: { $unrounded } points = { $formula }, with p = { $p } ({ $at_criterion })
step-measure = { $name } = { $result } ({ $at_value })
step-references = lowest { $low } ({ $low_of }), highest { $high } ({ $high_of }), among admissible bids
step-scale-widened = the scale ends at { $used }, widened from { $stated } because of { $bidder }
step-slope-widened = the slope is { $used } %, widened from { $stated } % because of { $bidder }
step-below-zero-counts-as-zero = a result below 0 counts as 0
step-above-full-counts-as-full = points are never above the scale
step-contribution = { $criterion }: { $weight } % × { $points } = { $result } ({ $at_criterion })
step-score = Score { $result }, the sum of the contributions; without any rounding { $unrounded }
step-score-by-formula = Score { $result } = { $formula }
step-evaluated-by-formula = Evaluated price { $result } = { $formula }
step-evaluated-subtract = Evaluated price { $result } = { $price } − { $adjustment }, in whole øre
step-evaluated-add = Evaluated price { $result } = { $price } + { $adjustment }, in whole øre
step-evaluated-uplift = Evaluated price { $result } = { $price } × (1 + { $adjustment } / 100), in whole øre
step-worth = { $criterion }: { $result } = { $worth } × { $points } / { $scale } ({ $at_criterion })
step-worth-uplift = { $criterion }: { $result } % = { $worth } % × { $points } / { $scale } ({ $at_criterion })
step-rank = Rank { $rank } of { $of } on the lot taken by itself
step-wins = Wins the lot { $lot }
step-is-supplier = Supplier { $rank } of the lot { $lot }: volume { $volume }, expected payment { $payment } for it
step-ties = Wins the lot { $lot } in some of the equally good awards, not in all
step-not-among-tied = Wins the lot { $lot } in none of the equally good awards
step-margin = Margin { $result }: so much dearer is the best award in which it does not win the lot
step-margin-none = No margin: no award with as few unawarded lots takes the lot from it
step-distance = Distance { $result }: so much lower { $the_price } of the bid would have had to be to draw level
step-distance-between-awards = Distance { $result }: the best award in which it wins the lot costs so much more than the best award. It has a combination discount, so this is a distance between awards and no more
step-not-at-any-price = that is more than its own whole price: it could not win the lot at any price
step-distance-to-place = Distance { $result }: so much lower { $the_price } of the bid would have had to be to reach the last place among the suppliers
step-blocked = Could not win the lot at any price, because of { $rules }
step-loses-tie = Does not win the lot { $lot }: { $winner } does. { $n } awards were equally good, and it won the lot in some of them; the tie rules ({ $ties }) chose between them
step-loses = Does not win the lot { $lot }: { $winner } does
step-unawarded = The lot { $lot } is awarded to nobody


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

structure-varied-banner = HYPOTHESIS: not { $the_tender } as published; tried out: { $changes }.

# Words that tables of structures share.
structure-published = published
structure-hypothesis = HYPOTHESIS
structure-part-shut-out = Shut out by missing codes
structure-part-notes = How to read this
structure-structure = Structure
structure-standing = Standing
structure-lots = Lots
structure-lot = Lot
structure-bidder = Bidder
structure-percent = %
structure-total = Total
structure-winner = Winner
structure-nobody = (nobody)
structure-price = Price
structure-admissible = Bids
structure-missing = Missing codes
structure-unknown = unknown
structure-yes = yes
structure-no = no
structure-codes-and-more = { $first } and { $more } more

# What is tried out, in a list.
structure-tried-missing-reject = every code must be offered
structure-tried-missing-fallback = missing codes priced at the fallback
structure-tried-cap = above the cap: { $mode }
structure-tried-cap-tariff = the cap is { $tariff }
structure-tried-lapse = the akuttakst lapses after { $day }
structure-tried-without = without { $bidders }
structure-tried-volume = volume of { $codes } times { $factor }
structure-tried-scored = { $mode }, scored is { $scored }
structure-tried-at-most = at most { $n } of a lot
structure-tried-never = never { $codes }
structure-code = Code

# Why a variation makes no sense.
structure-error-no-cap = { $the_tender } has no cap to vary
structure-error-no-contract = paying the cap while in force needs a contract period in { $the_tender }
structure-error-never-lapses = the cap tariff is always in force: there is no day of lapse to vary
structure-error-reject-line = rejecting lines above the cap and pricing missing codes at the fallback do not go together
structure-error-no-code = no procedure has a code under { $code }
structure-error-volume = the volume of { $code } would be negative or too large

# On the command line.
structure-volume-argument = --volume takes a code or prefix, `=`, and a factor, such as KNG*=0.8; not { $given }


## compare

compare-title = { $tender }: structures side by side
compare-banner = HYPOTHESIS, except for the row marked published ({ $published }).
compare-part-sides = What each structure costs
compare-part-sentences = Read aloud
compare-part-lots = Competition and winners, lot by lot
compare-part-payments = What suppliers are paid
compare-part-volumes = If the volumes come out otherwise
compare-part-unbalanced = Unbalanced bids (a finding, no ground for exclusion)
compare-cost = Expected cost
compare-against = Against { $base }
compare-saving = Saving against the fallback
compare-contracts = Contracts
compare-suppliers = Suppliers
compare-hhi = HHI
compare-award = Award
compare-awarded = awarded
compare-tie = tie
compare-no-award = no award
compare-not-proven = not proven
compare-without-bid = Lots without a bid
compare-tied = (tie)
compare-to-second = First to second
compare-if-let-in = Total if let in
compare-let-in-saves = Against the total
compare-payment = Payment
compare-per-year = A year
compare-share = Share %
compare-at-min = At the least volumes
compare-at-expected = At the expected
compare-at-max = At the most
compare-a-year = A year, expected
compare-unbalanced = { $mark }{ $structure }: { $bidder } is far below the others' median where fewer may come ({ $low }) and far above it where more may come ({ $high }). At the volumes that suit it best it would gain { $gain } kr.
compare-note-cost = Expected cost is what the buyer would pay in all: suppliers, codes bought elsewhere, unawarded lots at the fallback. That is the figure to compare.
compare-note-totals = Totals are adjusted for quality and are not compared across structures.
compare-note-given = Given these bids: bidders would have priced another structure otherwise. This is no forecast.
compare-note-opened = Once bids are opened they cannot be divided anew: this is for learning, not for awarding.
compare-note-hhi = HHI is the sum of squared shares of what suppliers are paid x 10,000; one owner counts as one.
compare-note-without-tariff = { $volume } of the expected operations have a price in no tariff.

# Sentences that can be read aloud; several parts are joined with commas and "and".
compare-sentence-published = As published, { $structure }: { $lots } { COUNT($lots) ->
        [one] lot
       *[other] lots
    }, { $suppliers } { COUNT($suppliers) ->
        [one] supplier
       *[other] suppliers
    }, { $cost }
compare-sentence-base = HYPOTHESIS. { $structure }: { $lots } { COUNT($lots) ->
        [one] lot
       *[other] lots
    }, { $suppliers } { COUNT($suppliers) ->
        [one] supplier
       *[other] suppliers
    }, { $cost }
compare-sentence-saves = HYPOTHESIS. { $structure }: { $count } instead of { $base_count } saves { $amount } ({ $percent } %)
compare-sentence-costs = HYPOTHESIS. { $structure }: { $count } instead of { $base_count } costs { $amount } more ({ $percent } %)
compare-sentence-same = HYPOTHESIS. { $structure }: { $count } instead of { $base_count } costs the same
compare-sentence-unknown = HYPOTHESIS. { $structure }: { $count } instead of { $base_count }; what it costs is not known
compare-sentence-lets-in = lets { $bidder } in on { $lots }
compare-sentence-more-contracts = costs { $n } more
compare-sentence-fewer-contracts = takes { $n } fewer
compare-sentence-same-contracts = takes as many contracts
compare-one-lot = one lot
compare-n-lots = { $n } lots
compare-one-contract = 1 contract
compare-n-contracts = { $n } contracts
compare-sentence-shut-out = { $mark }{ $structure }: { $bidder } is shut out of { $lot } by { $codes }. Let in with what it lacks at the fallback, the total would be { $amount } lower.
compare-one-code = the code { $code }
compare-n-codes = { $n } codes
compare-nothing-tried = nothing is tried out
compare-sentence-budget = { $mark }{ $structure }: { $amount } kr. buys { $offers } of { $expected } operations at the offers, and { $fallback } at the fallback.
compare-sentence-budget-offers = { $mark }{ $structure }: { $amount } kr. buys { $offers } of { $expected } operations at the offers.
compare-part-variants = The variants of the file
compare-variant = Variant
compare-change = Against the file
compare-winners = Winners (lots)
compare-variant-tries = HYPOTHESIS. { $variant }: { $changes }.
compare-variant-error = HYPOTHESIS. { $variant }, { $structure }: not evaluated, { $reason }.
compare-note-variants = HYPOTHESIS. What a variant costs is held against the same structure with the rules of the file. It decides nothing.

# On the command line.


## coverage

coverage-title = { $tender }: who can bid on what
coverage-banner = COVERAGE: who can bid, before any price is looked at. No evaluation and no award.
coverage-part-bidders = Bidders
coverage-part-matrix = Bidders and codes
coverage-part-fewest = The codes that fewest can do
coverage-part-lots = Lots and structures
coverage-part-smallest = The smallest sets of codes that let more in
coverage-taken-from = Taken from
coverage-from-offers = offers
coverage-from-registration = registration
coverage-procedures = Codes
coverage-name = Name
coverage-how-many = Bidders
coverage-who-cannot = Who cannot
coverage-can-bid = Can bid
coverage-shut-out-count = Lack codes
coverage-not-bid-count = Not at all
coverage-who-can = Who
coverage-everybody-can = Every bidder can do { $n } of the { $all } codes.
coverage-structure-reach = { $all } of { $bidders } can bid on every lot, { $some } on some lot
coverage-smallest-of-lot = { $structure } ({ $standing }), { $lot }: { $can } of { $bidders } can bid now
coverage-without-codes = Without { $n } { COUNT($n) ->
        [one] code
       *[other] codes
    } ({ $codes }), { $value } % of the value and { $volume } % of the volume, { $can } of { $bidders } can bid: { $names } as well. { $own } could bid on a lot of { COUNT($n) ->
        [one] it
       *[other] them
    } alone.
coverage-more-sets = { $n } more sets of { $size } do the same.
coverage-more-sets-at-least = At least { $n } more sets of { $size }; the search stopped there.


## lots

lots-title = { $tender }: the best grouping for each number of lots
lots-banner = HYPOTHESIS: given these bids, not a forecast and not the published decision.
lots-part-curve = What each further lot brings
lots-part-groupings = The best grouping for each number of lots
lots-part-near = Other groupings (HYPOTHESIS)
lots-against-fewest = Against the fewest
lots-result = Result
lots-chart = Dearer is longer
lots-group = Group
lots-proven = Proven
lots-exact = exact
lots-lowest-of-all = lowest of all
lots-not-below = not proven; at least { $bound }
lots-no-grouping = no grouping is allowed and known
lots-or-others = { $bidder } or { $n } more
lots-optimum = HYPOTHESIS. { $lots } lots are the cheapest, { $amount } below { $fewest } { COUNT($fewest) ->
        [one] lot
       *[other] lots
    }.
lots-fewest-best = HYPOTHESIS. No further lot makes it cheaper than { $fewest } { COUNT($fewest) ->
        [one] lot
       *[other] lots
    }.
lots-as-good = HYPOTHESIS. { $lots } { COUNT($lots) ->
        [one] lot
       *[other] lots
    }: { $n } { COUNT($n) ->
        [one] grouping is
       *[other] groupings are
    } as good as the best.
lots-within-distance = HYPOTHESIS. { $lots } { COUNT($lots) ->
        [one] lot
       *[other] lots
    }: { $n } { COUNT($n) ->
        [one] grouping
       *[other] groupings
    } within { $distance } kr. of the best, itself included.
lots-next-best = HYPOTHESIS. { $lots } { COUNT($lots) ->
        [one] lot
       *[other] lots
    }: the next best.
lots-note-given-lots = Given these bids: bidders would have priced other lots differently. This is no forecast.
lots-note-opened-lots = These bids are opened, and bids cannot be divided anew after opening: this is for learning, not for awarding.
lots-note-exact = Every total is exact: no grouping of these blocks with as many lots is cheaper.
lots-note-bound = Where a total is not proven, the bound tells how much cheaper a grouping could be at most. --work-limit raises the number of groupings solved.
lots-note-rules = Rules across lots are heeded: capacities, limits, and discounts for several lots that hold in every structure. Conditions for one structure hold in that grouping alone.
lots-note-scores = Each group goes to the highest score; the totals are what that would cost the buyer.
lots-note-contracts = { $amount } kr. is added for each contract.

# Why there was no search.
lots-error-too-many-blocks = there are { $n } blocks; at most { $most } can be searched: keep some together, or use shorter prefixes
lots-error-no-block = there is no block { $id } to keep together
lots-error-scores-with-rules = with scores, groupings cannot be searched under rules across lots
lots-error-several-suppliers = the search needs one supplier for each lot
lots-error-no-fallback = rules across lots need the fallback cost of every code

# On the command line.


## robustness

robustness-part = How firm the award stands
robustness-part-break-even = Break-even volumes
robustness-no-break-even = { $mark }, { $structure }: no volume of a single code, however large or small, makes another award better.
robustness-not-given = Not given: it takes one award, one supplier for each lot, and totals that are sums of prices.
robustness-mix-holds = { $mark }, { $structure }: { $range }, no mix makes another award better.
robustness-mix-breaks = { $mark }, { $structure }: { $range }, the worst mix makes another award { $amount } kr. better ({ $instead }).
robustness-in-stated-range = with every volume between its least and its most
robustness-in-band = with every volume within { $percent } % of what is expected
robustness-widest = { $mark }, { $structure }: the award holds in every mix within { $percent } % of the expected volumes.
robustness-proportion = { $mark }, { $structure }: all volumes in proportion change nothing.
robustness-lapse-any = { $mark }, { $structure }: the akuttakst lapses after { $day }; on no other day would another award be better.
robustness-lapse-from = { $mark }, { $structure }: if the akuttakst lapsed before { $day }, another award would be better ({ $instead }).
robustness-lapse-to = { $mark }, { $structure }: if the akuttakst lapsed after { $day }, another award would be better ({ $instead }).
robustness-expected = Expected
robustness-holds-from = Holds from
robustness-holds-to = Holds to
robustness-holds-from-percent = Holds from %
robustness-holds-to-percent = Holds to %
robustness-instead = Beyond that
robustness-codes-together = Codes together


## calloff

calloff-title = { $tender } – call-off
calloff-framework = Framework
calloff-day = Prices of the day
calloff-no-day = not stated: the prices bid
calloff-cost = Cost
calloff-part-placed = Direct award
calloff-part-left = What is left
calloff-code = Code
calloff-lot = Lot
calloff-rank = Rank
calloff-supplier = Supplier
calloff-volume = Volume
calloff-unit = Unit price
calloff-price-bid = Price bid
calloff-before = Called before
calloff-asked = Asked
calloff-placed = Placed
calloff-left-of-estimate = Left of estimate
calloff-left-of-maximum = Left of maximum
calloff-no-maximum = no maximum
calloff-capacity = Capacity
calloff-now = Now
calloff-left = Left
calloff-no-limit = no limit
calloff-beyond-maximum = { $code }: { $n } beyond the maximum are refused. A maximum is binding.
calloff-without-room = { $code }: no supplier on the lot { $lot } has room for { $n }; they are not placed.
calloff-above-cap = { $code }: a price is above the cap, which is paid while it is in force; --date tells what is paid that day.

# CSV.
calloff-csv-code = code
calloff-csv-lot = lot
calloff-csv-bidder = bidder
calloff-csv-rank = rank
calloff-csv-volume = volume
calloff-csv-unit = unit
calloff-csv-cost = cost
calloff-csv-not-placed = not placed because
calloff-csv-beyond-maximum = beyond the maximum
calloff-csv-without-room = no supplier has room

# Why nothing can be called off.
calloff-error-no-direct-award = the tender does not allow direct award
    hint: a framework that does has [mini-tenders] with direct-award = "ranked", as it was published
calloff-error-not-awarded = the award names no supplier of the lot { $lot }; `udbud evaluate` says why
calloff-error-outside-contract = { $day } is not a day of the framework's contract
calloff-error-too-large = a figure is too large to be computed exactly

# On the command line.
calloff-volume-argument = --volume takes a code and a whole number, such as KNGB40=12, not { $given }


## model

# `udbud model`, and the rules in a transcript: title and headings.
model-title = Evaluation model: { $title } ({ $id })
model-heading-decides = What decides
model-heading-criteria = Criteria
model-heading-price = The price that is evaluated
model-heading-announced = Rules announced with { $the_tender }
model-heading-example = Worked example
model-heading-hashes = Hashes
model-heading-probe = The model tried
# What decides.
model-lowest-price = The admissible bid with the lowest lot price wins the lot.
model-points = The admissible bid with the highest score wins the lot. Points run from 0 to { $scale }. The score is the sum of each criterion's points times its weight in per cent.
model-subtract = The admissible bid with the lowest evaluated price wins the lot: E = price − sum of value × points / { $scale }, rounded to whole øre.
model-add = The admissible bid with the lowest evaluated price wins the lot: E = price + sum of value × ({ $scale } − points) / { $scale }, rounded to whole øre.
model-uplift = The admissible bid with the lowest evaluated price wins the lot: E = price × (1 + sum of uplift × ({ $scale } − points) / { $scale }), rounded to whole øre.
model-formula-highest = The admissible bid with the highest result of this formula wins the lot: { $formula }
model-formula-lowest = The admissible bid with the lowest result of this formula, rounded to whole øre, wins the lot: { $formula }
model-references = p is the bid's own measure, low the lowest and high the highest among the admissible bids on the lot.
model-zero-reference = Where a formula would divide by a low or high of 0, a bid at it gets full points and every other bid 0.
# The table of criteria.
model-column-criterion = criterion
model-column-part-of = part of
model-column-weight = weight
# How a criterion counts; p, low and high are explained above.
model-linear = points = { $scale } × (1 − (p − low) / ({ $slope } % × low)); p is { $measure }.
model-linear-higher = points = { $scale } × (1 − (high − p) / ({ $slope } % × high)); p is { $measure }.
model-absolute = points = { $scale } × ({ $zero } − p) / ({ $zero } − { $full }), never above { $scale }; p is { $measure }.
model-proportional = points = { $scale } × low / p; p is { $measure }.
model-proportional-higher = points = { $scale } × p / high; p is { $measure }.
model-min-max = points = { $scale } × (high − p) / (high − low); p is { $measure }. If all are equal, or there is one bid: { $scale }.
model-min-max-higher = points = { $scale } × (p − low) / (high − low); p is { $measure }. If all are equal, or there is one bid: { $scale }.
model-judged = points from 0 to { $scale } in the buyer's assessment.
model-formula = points = { $formula }; p is { $measure }.
model-parent = the sum of its parts, each points times weight in per cent.
# What p is.
model-price-measure = the lot price in kroner
model-value-measure = the measured value { $name }
# What happens outside a scale.
model-negative = A result below 0 stands.
model-zero = A result below 0 counts as 0.
model-reject = A bid whose result is below 0 is rejected. All such bids are rejected together, then the references are computed anew, until no more fall out.
model-widen-slope = If a bid lies beyond the slope, the slope becomes { $first } %, then grows by { $step } percentage points at a time, until every admissible bid is within it (exactly at the edge is within).
model-widen-zero = If a bid lies beyond { $zero }, the zero point becomes { $first }, then grows by { $step } at a time, until every admissible bid is within it (exactly at the edge is within).
model-ceiling = The scale never passes { $ceiling }; a bid beyond that is rejected first and does not widen the scale.
# What points are worth.
model-worth-value = Full points are worth { $value } kroner on each lot.
model-worth-percent = Full points are worth { $percent } % of what the lot costs at the fallback.
model-worth-uplift = No points raise the price by { $percent } %, full points by nothing.
# Rounding; the first three arguments are model-decimals or model-not-rounded.
model-rounding = Points are { $points }; weighted points are { $weighted }; the score is { $score }. Rounding is { $mode }.
model-no-rounding = Nothing is rounded.
model-decimals = rounded to { $n } decimals
model-not-rounded = not rounded
model-half-up = to the nearest, halves away from zero
model-half-even = to the nearest, halves to the even neighbour
model-down = toward zero
# Least points.
model-gate = A bid needs at least { $min } points in { $criterion }.
model-gate-total = A bid needs at least { $min } points on the weighted average of the judged criteria.
model-gate-note = This is asked before price is looked at, on unrounded points; a bid with less is not evaluated and sets no reference.
# The price that is evaluated.
model-base = Discounts are per cent off the tariff { $tariff }.
model-form-one = Bidders state one discount.
model-form-by-code = Bidders state discounts, in all or by code.
model-form-price = Bidders state unit prices.
model-form-free = Bidders state discounts or unit prices.
model-no-cap = There is no cap on prices.
model-cap-reject-bid = A bid with a unit price above the tariff { $tariff } is rejected.
model-cap-reject-line = A unit price above the tariff { $tariff } counts as not offered.
model-cap-pay = A unit price above the tariff { $tariff } stands, but while that tariff is in force the buyer pays no more than the tariff.
model-scored-bid = Evaluated is the unit price as tendered.
model-scored-capped = Evaluated is the lower of the unit price and the tariff.
model-scored-weighted = Evaluated is the price paid, weighted by the days of the contract on which the tariff is in force and those on which it is not.
# Prices that move over the contract.
model-adjustment = Prices move by { $percent } % from { $from } on: { $targets }.
model-adjust-tariff = the tariff { $tariff }
model-adjust-prices = unit prices
model-adjust-rules = Adjustments compound, and count until the contract ends; one from before the contract's first day counts for the whole contract. A derived tariff follows its base. A unit price stated in kroner follows the adjustments of unit prices; one that comes from a discount follows the tariff that it is taken off and the adjustments of unit prices, each once. A fallback price stated for a procedure is fixed. Volume is spread evenly over the days, and what is paid is counted day by day.
model-adjust-scored-first = Evaluated are the prices of the contract's first day, and the cap of that day.
model-adjust-scored-days = Evaluated is the average of what is paid, day by day.
# What no winner serves, and what a bid does not price.
model-fallback = Volume that no winner serves is bought, day by day, at the first of these tariffs that is in force: { $tariffs }.
model-missing-reject = A bid on a lot must price every procedure of it.
model-missing-at-fallback = A procedure that a bid on a lot does not price is evaluated at the fallback.
model-at-most = The most procedures of a lot that may be left out: { $n }.
model-never = These may never be left out: { $codes }.
# What is announced: the lots, conditions and limits.
model-lots = { $The_tender } is awarded as { $structure }. { $Its } lots, { $count } in all, in their binding order: { $lots }.
model-conditions = Bidders may set these conditions: { $list }.
model-no-conditions = Bidders may set no conditions; a bid with one is rejected, and a combination discount does not count.
model-combination = a combination discount
model-capacity = a capacity
model-max-lots = the most lots they take
model-only-together = lots that they take all or none of
model-max-lots-per-bidder = The most lots that one bidder can win: { $n }.
model-min-suppliers = The least number of suppliers: { $n }.
model-max-suppliers = The largest number of suppliers: { $n }.
model-lot-weight = In the sum of scores the lot { $lot } counts { $weight } times.
# What is announced: ties, several suppliers, the rest.
model-unawarded-fewest = As few lots as possible stay unawarded; among such awards the best total decides.
model-unawarded-cheaper = A lot stays unawarded if the fallback is cheaper in all.
model-ties = Equally good awards are settled by these rules in order: { $rules }. What they leave is a tie, and no winner is named.
model-no-ties = Equally good awards are a tie, and no winner is named.
model-lower-price = the lower lot prices
model-higher = more points in { $criterion }
model-fewer-suppliers = fewer suppliers
model-more-suppliers = more suppliers
model-earlier-received = the bid received earlier
model-draw = a public draw
model-suppliers-per-lot = Each lot gets up to { $n } suppliers, in rank order.
model-ranked = The first takes patients up to its capacity, then the next.
model-shares = They share the volume by rank in per cent: { $shares }.
model-within-percent = Only bids within { $percent } % of the best count.
model-low-price-flag = A lot price { $percent } % or more below the median of the others is asked about.
model-contract = The contract runs from { $from } to { $until }; days are counted with both ends.
# The worked example.
model-example-intro = Three made-up bids with round figures; the points, the result and the rank are computed by the program itself.
model-column-bid = bid
model-column-price = lot price
model-column-evaluated = evaluated price
model-column-score = score
model-column-rank = rank
model-fell = rejected
model-example-none = The model has no result for made-up bids with round figures.
# The hashes.
model-hash-model = model-hash
model-hash-tender = tender-hash
model-hash-note = SHA-256 over the canonical texts of the reference page on hashes. The first covers all that decides; whoever computes it again and gets another figure has another model.
# What a trial of the model found (`udbud model --test`).
model-test-on-file = Tried on the bids of the file; lots: { $lots }.
model-test-made-up = Tried on made-up bids, on { $lots } lots from the generator { $algorithm } with seed { $seed }.
model-test-losing-yes = A losing bid decides who wins: { $loser } does not win, but without it { $without } wins instead of { $with }.
model-test-losing-no = No losing bid was found without which another bid wins.
model-test-hopeless-yes = A hopeless bid decides who wins: { $loser } is no better than another bid in anything, but without it { $without } wins instead of { $with }.
model-test-hopeless-no = No hopeless bid was found that changes the winner.
# Columns of its tables.
model-test-column-bid = bid
model-test-column-price = price
model-test-column-values = values
model-test-weights = Effective weight: each criterion's average share of the spread of results.
model-test-column-criterion = criterion
model-test-column-stated = stated, %
model-test-column-effective = effective, %
model-test-price-itself = price
model-test-weights-close = The criteria decide much as their weights say: none differs by more than 10 percentage points.
model-test-weights-far = { $criterion } decides { $effective } % of the spread of results, against a stated weight of { $stated } %.
model-test-weights-none = The model has no parts whose weights could be compared.
model-test-worth = What one point more is worth in kroner to a bid at these prices, in per cent of the lowest price.
model-test-column-at = at { $percent } %
model-test-unlimited = no limit
model-test-worth-same = One point is worth the same at every price.
model-test-worth-varies = What one point is worth depends on the price: from { $least } to { $most } kroner.
model-test-worth-none = The model has no judged criteria.
model-test-gains = from { $from } down to { $to } kroner
model-test-gains-always = A lower price always improves a bid's lead, in steps of 5 % from twice the other bid's price to half of it.
model-test-gains-intro = Against another bid at { $low } kroner, a lower price does not improve a bid's lead:
model-test-rounding = Rounding changed the ranking on { $changed } of { $lots } lots, and made a tie for first place on { $ties }.
model-test-rounding-never = Rounding changed no ranking on { $lots } lots.
model-test-widened = The scale widened on { $widened } of { $lots } lots.
model-test-widened-never = No scale widened on { $lots } lots.
model-test-rejected = A bid fell outside a scale on { $rejected } of { $lots } lots.
model-test-zero-reference = A reference was 0 on { $zero } of { $lots } lots.
# Two models held against each other (`udbud model --against`).
model-differences = What differs between the models
model-same = The models are the same: their hashes are equal.
model-no-such-line = –: there is no such line in that model.
model-what = What
model-first = First
model-second = Second
# Columns of the CSV.
model-csv-path = path
model-csv-value = value


## transcript

# The transcript of an evaluation, a file of the record: title and what it is.
transcript-title = { $tender }: transcript of the evaluation
transcript-intro = Every step from the files to the award, in the order in which it is taken. A name and a number, such as tender.toml:42, are the file and the line that a figure comes from.
# Headings of chapters, and what stands beneath them.
transcript-part-what = What is evaluated
transcript-part-files = Files read
transcript-file = { $name }: { $lines } { COUNT($lines) ->
        [one] line
       *[other] lines
    }
transcript-part-rules = Rules
transcript-written-at = Written at: { $list }
transcript-part-tariffs = Tariffs and fallback
transcript-tariff-listed = { $tariff } ({ $place }): each procedure states its price; { $when }
transcript-tariff-derived = { $tariff } ({ $place }): { $from } less { $reduction } % ({ $at_reduction }), to the nearest { $round_to }; { $when }
transcript-always = always in force
transcript-from-until = in force from { $from } to { $until }, both included
transcript-fallback-none = No tariff is stated for the fallback
transcript-fallback-by-days = The fallback, day by day the first tariff in force: { $tariffs }
transcript-fallback-days = { $tariff } on { $days } of { $all } days
transcript-fallback-days-from = { $tariff } at its prices from { $from } on { $days } of { $all } days
transcript-fallback-every-day = { $tariff } on every day
transcript-fallback-gaps = The fallback tariffs do not cover every day of the contract: a procedure has a fallback cost only where it states one
transcript-part-cap = Cap
transcript-part-lots = Lots
transcript-lot = { $lot }: { $n } { COUNT($n) ->
        [one] procedure
       *[other] procedures
    }
transcript-lot-fallback = ; at the fallback { $amount }
transcript-lot-value = ; at the discount base { $amount }
transcript-part-procedures = Procedures
transcript-procedures-mean = Each with its volume, its price in each tariff, and what the whole volume costs at the fallback.
# Within the line of a procedure or of a bid; the blanks and marks around them belong to the line.
transcript-volume = : volume{" "}
transcript-from-to = , { $min } to { $max }
transcript-of-lot = , lot{" "}
transcript-fallback = ; at the fallback{" "}
transcript-fallback-unknown = ; at the fallback not known
transcript-listed = listed{" "}
transcript-from-day = , from { $day }{" "}
transcript-each = {" "}each
transcript-covers = ; covers { $codes }
transcript-part-bids = Bids
transcript-lines-mean = A line: unit price, and where it or its discount is stated; the cap; what is scored, if it is another price; volume and amount; and what would be paid, if that is another amount.
transcript-no-bids = There is no bid.
# A bid: where it is written, and what it states.
transcript-bid-written = The bid is written at { $place }
transcript-bid-left-out = The bid is left out
transcript-received = Received { $when }
transcript-received-not-stated = No time of receipt is stated: the bid counts as received in time
transcript-group = Owner: { $group }
transcript-capacity = Takes at most { $volume } operations in all lots together ({ $place })
transcript-lot-capacity = Takes at most { $volume } operations on the lot { $lot } ({ $place })
transcript-max-lots = Takes at most { $n } { COUNT($n) ->
        [one] lot
       *[other] lots
    } ({ $place })
transcript-only-together = Takes { $lots } together or not at all ({ $place })
transcript-bids-on = Bids on { $lots } alone ({ $place })
transcript-combination-min = Combination discount { $discount } % for at least { $n } { COUNT($n) ->
        [one] lot
       *[other] lots
    } ({ $place })
transcript-combination-lots = Combination discount { $discount } % for { $lots } together ({ $place })
transcript-combination-all = Combination discount { $discount } % for every lot ({ $place })
transcript-registered = Registered for { $codes }
transcript-not-offered = Does not offer { $codes }
transcript-value = States { $name } = { $value } ({ $place })
transcript-points = Judged{ $scope }: { $criterion } { $points } points ({ $place })
transcript-requirement = Judged{ $scope }: the requirement { $requirement } is { $status } ({ $place })
transcript-met = met
transcript-unmet = unmet
transcript-unverified = unverified
transcript-scope-structure = {" "}for this structure
transcript-scope-lot = {" "}for the lot { $lot }
transcript-reason = Reason: { $reason }
transcript-rejected = Decided: the bid is rejected on the ground { $ground } ({ $place })
transcript-accepted = Decided: the bid is accepted on the ground { $ground } ({ $place })
transcript-on-date = , { $date }
transcript-admissible = Admissible on { $lots } of { $all } { COUNT($all) ->
        [one] lot
       *[other] lots
    }
transcript-inadmissible = Not admissible on any lot
transcript-remark = Remark
transcript-remarks = Remarks on { $the_tender }
transcript-bid-on-lot = { $bidder }, lot { $lot }
# Within the line of a bid: where a price comes from, the cap, what is paid.
transcript-less = {" "}less{" "}
transcript-tried-out = {" "}%, tried out
transcript-cap = , cap{" "}
transcript-above-cap = , above the cap{" "}
transcript-scored = , scored{" "}
transcript-paid = , paid{" "}
transcript-unit-from = From { $day }:{" "}
transcript-paid-by-days = Paid:{" "}
transcript-on-days = {" "}on { $days } of { $all } days
transcript-no-price = : no price:{" "}
# Why a line has no price.
transcript-why-not-offered = the bid does not offer it
transcript-why-not-registered = the bidder is not registered for it
transcript-why-requirement = the requirement { $requirement } is unmet
transcript-why-nothing-stated = the bid states neither price nor discount
transcript-why-no-base = a discount, and no price in { $tariff } to take it off
transcript-why-above-cap = , above the cap { $cap }, which rejects the line
transcript-at-fallback = ; at the fallback{" "}
transcript-lines-in-award = In the award, with { $discount } % off each unit price:
transcript-part-ranks = Ranks, lot by lot
# A bid by its rank on a lot.
transcript-ranked = { $rank }. { $bidder }: lot price { $price }
transcript-ranked-evaluated = , evaluated price { $evaluated }
transcript-ranked-score = , score { $score }
transcript-not-ranked = { $bidder }: { $status }


## letter

# The title, by what became of the bid.
letter-title-won = Award: { $tender }
letter-title-won-some = Award and rejection: { $tender }
letter-title-lost = Bid not successful: { $tender }
letter-title-inadmissible = Bid rejected: { $tender }
letter-title-open = About the evaluation: { $tender }
letter-title-not-awarded = No award: { $tender }
# The facts at the head.
letter-to = To
letter-from = From
letter-tender = Tender
letter-mini-tender = Mini-tender
letter-offer-collection = Offer collection
letter-framework = Framework
letter-date = Date
letter-record = Decision record
# In place of a date, to be filled in by hand.
letter-blank = ....................
# The decision.
letter-thanks = Thank you for your bid. We have evaluated the bids received.
letter-won = Your bid has won { $lots }, and we intend to enter into the contract with you.
letter-won-some = Your bid has won { $won }, and we intend to enter into the contract on that with you. Your bid has not won { $lost }.
letter-lost = We regret to tell you that your bid has not won { $lots }. The reasons are given below.
letter-supplies = Your bid is among the winning ones for { $lots }, and we intend to enter into an agreement with you as one of the suppliers.
letter-inadmissible = We regret to tell you that your bid is not admissible and cannot be considered. The reasons are given below.
letter-open = Several awards are equally good, and the tender's rules for ties do not choose between them. The award of { $lots } is not decided yet. You will hear from us when it is.
letter-open-draw = The tender says that lots are drawn.
letter-not-awarded = We have to tell you that we award { $lots } to none of the bidders. The reasons are given below.
letter-not-accepted-yet = This letter does not accept your bid. There is no binding contract until both parties have signed it.
# What was won or lost, within the sentences above.
letter-the-contract = the contract
letter-the-lot = the lot { $lots }
letter-the-lots = the lots { $lots }
letter-the-framework = the framework
# Heading of a lot, and what became of it.
letter-heading-lot = Lot { $lot }
letter-heading-evaluation = The evaluation
letter-lot-won = Your bid won the lot.
letter-lot-supplies = You become supplier no. { $rank } with an expected volume of { $volume } out of { $all }.
letter-lot-lost = The winner is { $winner }.
letter-lot-suppliers = The suppliers are { $winners }, in that order.
letter-lot-open = It is not decided who gets the lot.
letter-lot-cheaper-elsewhere = The lot is not awarded, since buying the procedures at the fallback is cheaper. The tender says that the lot is then not awarded.
letter-lot-no-room = The lot is not awarded: no award that the tender's rules across lots allow includes it.
letter-lot-out = Your bid is not admissible on the lot:
letter-whole-out = The reasons are:
letter-lot-names-after = The other { COUNT($n) ->
        [one] supplier is
       *[other] suppliers are
    } { $winners }.
# What decides.
letter-lowest-price = The award criterion is the lowest price.
letter-points-model = The bid with the highest score wins. Points run from 0 to { $scale }.
letter-evaluated-price-model = The bid with the lowest evaluated price wins: its price adjusted for quality. Points run from 0 to { $scale }.
letter-formula-score-model = The bid with the highest score by the published formula wins.
letter-formula-price-model = The bid with the lowest evaluated price by the published formula wins.
# How the own bid ranks.
letter-rank = Your bid was no. { $rank } of { $of } admissible { COUNT($of) ->
        [one] bid
       *[other] bids
    }.
letter-rank-of-unknown = Your bid was no. { $rank }.
letter-rank-alone = Your bid was the only admissible one.
letter-across-lots = The tender has rules across lots. What decides is the best award in all that the rules allow, not the ranking on a single lot.
letter-tie-decided = Your bid tied with { $winner }. The tender's rules for ties ({ $rules }) decided.
# Where a scale was widened, without which nobody can redo its points.
letter-scale-slope = { $criterion }: the scale was widened to the slope { $used } %, as the tender says where an admissible bid lies outside the stated scale.
letter-scale-zero = { $criterion }: the scale was widened to 0 points at { $used }, as the tender says where an admissible bid lies outside the stated scale.
# The table of figures.
letter-weight = Weight
letter-your-bid = Your bid
letter-price = Price
letter-evaluated-price = Evaluated price
letter-score = Score
letter-points-of = { $criterion }, points
# Above the comparison with a winner.
letter-advantages = Characteristics and advantages of the winning bid compared with yours:
letter-advantages-of = Characteristics and advantages of the winning bids compared with yours:
letter-price-lower = Its price is lower than yours.
letter-price-same = Its price is the same as yours.
letter-price-higher = Its price is higher than yours.
letter-more-points = { $criterion }: more points than your bid.
letter-same-points = { $criterion }: as many points as your bid.
letter-fewer-points = { $criterion }: fewer points than your bid.
letter-price-lower-by = Its price is lower: { $theirs } against your { $own }.
letter-price-higher-by = Its price is higher: { $theirs } against your { $own }.
letter-more-points-by = { $criterion }: more points, { $theirs } against your { $own }.
letter-fewer-points-by = { $criterion }: fewer points, { $theirs } against your { $own }.
letter-judged-winner = Our assessment: { $reason }
# What the bid would have needed.
letter-gap-price = Your price would have had to be { $by } lower to draw level with { $winner }.
letter-gap-evaluated = Your evaluated price would have had to be { $by } lower to draw level with { $winner }.
letter-gap-score = Your score would have had to be { $by } points higher to draw level with { $winner }.
letter-gap-awards = The best award in all in which you get the lot is { $by } dearer than the one chosen.
letter-gap-none = Your bid is part of an award that is just as good; the rules for ties ({ $rules }) chose between them.
letter-blocked = Your bid could not have won the lot at any price, because of { $rules }.
letter-others = The other admissible bids:
# Headings above remarks on the own bid, and what the buyer judged.
letter-heading-remarks = Remarks on your bid
letter-heading-judged = Our assessment of your bid
# Standstill.
letter-heading-standstill = Standstill
letter-none-reason = There is no standstill. Reason: { $reason }
letter-none-mini-tender = There is no standstill: the contract is based on a framework that does not ask for one.
letter-none-framework = There is no standstill; the framework sets it at 0 days.
letter-none-offer-collection = There is no standstill in the offer collection.
# How long the standstill is; letter-sent-... says how the letter is sent.
letter-standstill-law = The contract is not signed before a standstill of { $days } calendar days has ended. It is counted from the day after this letter is sent { $sent } (Act on the Danish Complaints Board for Public Procurement, section 3(1)).
letter-standstill-stated = The contract is not signed before a standstill of { $days } calendar { COUNT($days) ->
        [one] day
       *[other] days
    } has ended. It is counted from the day after this letter is sent { $sent }.
letter-standstill-framework = The contract is not signed before a standstill of { $days } calendar { COUNT($days) ->
        [one] day
       *[other] days
    } has ended, as the framework says. It is counted from the day after this letter is sent { $sent }.
letter-sent-electronically = electronically
letter-sent-by-post = by post
# The dates of the standstill.
letter-fact-sent = The letter is sent on
letter-fact-until = The standstill runs to the end of
letter-fact-sign = The contract may be signed from
# The last day would be no working day.
letter-extended = Day no. { $days } is { $counted }: { $why }. So the standstill runs to the end of the next working day.
letter-if-closed = Where the last day is a Saturday, a Sunday or a public holiday, the standstill runs to the end of the next working day.
# Days of the week, in letter-weekday.
letter-day-monday = Monday
letter-day-tuesday = Tuesday
letter-day-wednesday = Wednesday
letter-day-thursday = Thursday
letter-day-friday = Friday
letter-day-saturday = Saturday
letter-day-sunday = Sunday
letter-weekday = { $day }, { $date }
# Why a day is no working day.
letter-saturday = a Saturday
letter-sunday = a Sunday
letter-new-years-day = New Year's Day
letter-maundy-thursday = Maundy Thursday
letter-good-friday = Good Friday
letter-easter-monday = Easter Monday
letter-general-prayer-day = the Danish General Prayer Day
letter-ascension-day = Ascension Day
letter-whit-monday = Whit Monday
letter-constitution-day = the Danish Constitution Day
letter-christmas-eve = Christmas Eve
letter-christmas-day = Christmas Day
letter-second-christmas-day = the second day of Christmas
letter-new-years-eve = New Year's Eve
letter-law-not-applied = The period of the law does not apply. Reason: { $reason }
# How to complain.
letter-heading-complaint = How to complain
letter-complaint-where = You may complain about the decision to the Danish Complaints Board for Public Procurement (Klagenævnet for Udbud), Nævnenes Hus, Toldboden 2, 8800 Viborg, Denmark.
letter-deadline-contract = A complaint must be filed no later than 45 calendar days from the day after a notice on the contract is published in the Official Journal of the European Union (Act on the Complaints Board, section 7(2) no. 1).
letter-deadline-framework = A complaint must be filed no later than 6 months from the day after we notify you that the framework has been entered into (Act on the Complaints Board, section 7(2) no. 3).
letter-deadline-mini-tender = A complaint must be filed no later than 30 calendar days from the day after we notify you that the contract has been entered into (Act on the Complaints Board, section 7(2) no. 2).
letter-deadline-offer-collection = The board can hear the complaint if the purchase is covered by the Danish Public Procurement Act. Where its sections 191 and 192 apply, a complaint must be filed no later than 45 calendar days from the day after we notify you of the decision.
letter-deadline-none = The time limits are in section 7 of the Act on the Complaints Board.
letter-in-standstill = If you complain during the standstill, the contract may not be signed before the board has decided whether the complaint is to have suspensive effect (Act on the Complaints Board, section 12).
letter-tell-us = No later than when you complain, you must tell us in writing, and say whether the complaint is filed during the standstill (Act on the Complaints Board, section 6(4)).
letter-more-about-complaints = The board's guide to complaints is at www.naevneneshus.dk.
# The end.
letter-regards = Yours sincerely
letter-signature = Name and title: ....................
# An amount with its currency, anywhere in a letter.
letter-amount = { $currency } { $amount }
# Usage.
letter-no-such-form = a letter is text or Markdown: --format table or --format markdown
letter-needs-output = --all needs the folder to write: --output DIR
# Why no letter can be written from a record.
letter-fault-record-json = no letter: record.json does not say which file is the tender
letter-fault-tender = no letter: the tender in the record is not valid for this version of udbud
    hint: record.json names the version that it was made with
letter-fault-differs = no letter: this version of udbud does not come to what the record says
    hint: `udbud verify` says where they differ; record.json names the version that the record was made with
# A remark.
letter-open-question = a winner has an open question: settle it before letters are sent (udbud evaluate lists it)


## leak

# Why no letter is written: this line, the chain of inference, then the hint.
leak-refused = [disclosure-leak] the letter to { $bidder } would give away more than [disclosure] allows
leak-hint = hint: leave out of tell what it follows from, add to tell what follows anyway, or accept it with on-leak = "warn"; then make the record anew
# The same where the policy accepts it.
leak-warning = warning[disclosure-leak]: the letter to { $bidder } gives away more than it tells, as on-leak = "warn" accepts
# What a letter would give away, and beneath it one line for each step.
leak-follows = { $fact } follows: { $figure }
leak-step = { $fact } = { $figure }: { $how }
leak-further = and from that { $n } further { COUNT($n) ->
        [one] figure
       *[other] figures
    }
# How the reader knows a figure.
leak-own = its own, or told of its own bid
leak-own-figures = told with its own figures
leak-stated = told ({ $tell })
# Facts.
leak-fact-admissible = the number of admissible bids on { $lot }
leak-fact-scale = the scale of { $criterion } on { $lot }
leak-fact-distance = the distance to { $bidder } on { $lot }
leak-fact-award-total = the total of the award
leak-fact-edge = the edge of { $criterion } on { $lot }
leak-fact-best = the best measure for { $criterion } on { $lot }
leak-fact-worst = the worst measure for { $criterion } on { $lot }
leak-fact-price = the price of { $bidder } on { $lot }
leak-fact-evaluated-price = the evaluated price of { $bidder } on { $lot }
leak-fact-score = the score of { $bidder } on { $lot }
leak-fact-points = the points of { $bidder } for { $criterion } on { $lot }
leak-fact-value = what { $bidder } states for { $criterion }
leak-fact-discount = the discount of { $bidder }
leak-fact-unit-price = the unit price of { $bidder } for { $code }
# By what rule of arithmetic a figure follows.
leak-rule-own-less-distance = its own figure and the distance
leak-rule-rest-of-total = the total less the other lots
leak-rule-the-other-of-two = of two bids it is the other one's
leak-rule-price-decides = under lowest price the price decides
leak-rule-price-without-quality = the evaluated price without what the points are worth
leak-rule-price-with-quality = the price with what the points are worth
leak-rule-points-from-both-prices = the two prices differ by what the points are worth
leak-rule-score-from-points = the weighted sum of the points
leak-rule-points-from-score = the score less the other criteria
leak-rule-best-from-points = a measure and its points by the published method
leak-rule-best-from-edge = the edge and the published slope
leak-rule-worst-from-points = a measure, its points and the best measure
leak-rule-measure-from-points = the points by the published method
leak-rule-points-from-measure = the measure by the published method
leak-rule-last-unit-price = the price divided by the public volume
leak-rule-discount-from-price = one discount off the public tariff gives exactly this price
leak-rule-discount-from-unit-price = the unit price against the public tariff
leak-rule-unit-price-from-discount = the discount off the public tariff
leak-rule-price-from-unit-prices = the unit prices times the public volumes


## verify

# `udbud verify` of a record: the title.
verify-title = A decision record, verified
verify-record = Record
verify-tender = Tender
verify-structure = Structure
verify-made-by = Made by
verify-rules = rules
verify-corrects = Corrects
verify-hash = Record hash
verify-corrected-record = The record that is corrected
verify-framework-record = The record of the framework
# Heading of the last words.
verify-conclusion = Result
verify-all-holds = All that was looked at holds. Compare the record hash with the one in the minutes, or demand it with --record-hash.
verify-all-holds-demanded = All that was looked at holds, and the record is the one whose hash was demanded.
# The last words, by the first level that fails.
verify-fails-at-files = The files are not those that were recorded: do not rely on the record before it is known why.
verify-fails-at-figures = The figures do not add up: do not rely on the award before it is known why.
verify-fails-at-award = The award is not proven: do not rely on it before it is known why.
verify-fails-at-replay = The record cannot be made again from its inputs: do not rely on it before it is known why.
# The levels.
verify-level-files = Level 1, files
verify-level-figures = Level 2, figures
verify-level-award = Level 3, award
verify-level-replay = Level 4, replay
# What came of a level.
verify-state-holds = holds
verify-state-fails = FAILS
verify-state-not-run = not looked at
# What a level does not prove.
verify-proves-not-files = Not proven: that this is the record of the minutes, as no record hash was demanded; nor that what the files say is right.
verify-proves-not-figures = Not proven: that the texts are those of the input files (level 4); distances, margins and what losers would have needed.
verify-proves-not-award = Not proven: prices and admissibility (they were computed anew from the inputs), distances and margins.
verify-proves-not-replay = Not proven: that the input files are what bidders sent and the buyer decided; only those who have the originals can see that.
verify-proves-not-files-with-hash = Not proven: that what the files say is right.
# Above the faults of a level.
verify-failed-files = Files are not as they were when the record was made:
verify-failed-figures = Figures do not follow from the texts of the record:
verify-failed-award = The certificate, or what is told of the award, does not hold:
verify-failed-replay = The inputs do not give this record:
# Why a level was not looked at.
verify-not-run-files = It was not looked at.
verify-not-run-figures = It was not looked at: a file that it needs cannot be read.
verify-not-run-award = It was not looked at: the inputs cannot be read, or not under rules that this program knows.
verify-not-run-replay = It was not looked at: there is no manifest to start from.
verify-proves-files = { $n } { COUNT($n) ->
        [one] file is
       *[other] files are
    } as when the record was made; none is missing, none was added.
# What a level proves.
verify-proves-hash = The record has the hash that was demanded.
verify-proves-figures = Every figure follows from the texts of tender, bids and assessments: prices, admissibility, points, ranks, the award's figures. They were computed anew by a checker that shares no code with the evaluation.
verify-proves-replay = The input files, evaluated again, give the same { $n } { COUNT($n) ->
        [one] file
       *[other] files
    } to the byte.
verify-not-worded = Transcripts and README.txt were not compared: another version of the program worded them.
verify-several-suppliers = Each lot has several suppliers. There the ranking is its own proof, and level 2 covers it; there is no certificate.
verify-proves-no-award = The certificate holds: no award keeps all rules.
verify-proves-best = The certificate holds: no award is better than { $total }.
verify-unknown-total = a total that is not known
verify-one-award = One award reaches it; there is no tie.
verify-tied-awards = Exactly { $awards } awards reach it.
verify-ties-not-proven = How many awards reach it is not proven.
verify-tie-rules-choose = The tie rules choose the one that was awarded.
verify-tie-rules-leave = The tie rules leave { $n } of them.
verify-tie-rules-not-looked-at = They are too many to list, so that the tie rules are covered by level 4 alone.
# What level 2 looked at; a sentence on the award follows.
verify-looked-at = { $compared } figures and words, { $bids } { COUNT($bids) ->
        [one] bid
       *[other] bids
    }, { $lots } { COUNT($lots) ->
        [one] lot
       *[other] lots
    } and { $lines } { COUNT($lines) ->
        [one] line
       *[other] lines
    } of prices were held against what follows.
verify-award-every = All awards that come into question were gone through: none is better, and the rules for ties choose as published.
verify-award-lot-by-lot = Each lot was decided anew; the best awards are too many to apply the rules for ties to them again.
verify-award-feasible = The award keeps every rule and costs what it says; there are too many awards to go through them all, so that none is better is for level 3 to prove.
verify-award-ranked = Each lot was ranked anew, and its volume shared out.
# Columns of the CSV.
verify-csv-record = record
verify-csv-level = level
verify-csv-result = result
verify-csv-code = code
verify-csv-file = file
verify-csv-place = place
verify-csv-written = written
verify-csv-expected = expected
verify-csv-message = message

# `evaluate --certificate`: why nothing is written.
verify-no-certificate = no certificate: the work limit was reached before the award was proven
verify-one-supplier-alone = a certificate is about one supplier for each lot; with suppliers-per-lot the ranking of each lot is its own proof


## fault

# A fault of a record, by its code (docs/reference/records.md): files, certificate, replay, chain.
fault-sums-missing = there are no sums, so that this is no record
fault-sums-form = it does not have the one form of a record: on every line 64 hex digits, two spaces and a path, sorted by path, each once { $written }
fault-sums-path = it names the path "{ $written }": { $why }
fault-file-missing = it is listed, but not there
fault-file-changed = it was changed: its sum is { $written }, listed is { $expected }
fault-file-added = it is there, but not listed
fault-folder-empty = a folder without a file, which no record has
fault-record-hash-differs = the record has the hash { $written }, not { $expected }
fault-part-missing = every record has this file; here it is missing
fault-part-form = it is not what its format says: { $written }{ $expected }
fault-link = a link; no record has one, and it is not followed
fault-not-a-file = neither a file nor a folder
fault-name-not-utf8 = its name is not UTF-8
fault-path = this path may not stand in a record: { $why }
fault-too-large = a record holds at most 10,000 files of 256 MiB each, and 1 GiB in all
fault-zip-damaged = the archive is damaged, cut off, its parts overlap, or a file stands in it twice
fault-zip-kind = an archive with a comment, in several volumes, or of the 64-bit kind; a record needs none of it
fault-zip-entry = it is not plainly packed: { $written }
fault-figures-wrong = here stands { $written }; what follows from the texts is { $expected }
fault-certificate-missing = it is missing, although each lot has one supplier
fault-certificate-refused = it does not hold: { $why }
fault-award-differs = here stands { $written }; what follows is { $expected }
fault-rules-unknown = the record was made under version { $written } of the rules; this program knows version { $expected }, so that it can neither replay it nor compute the costs that the certificate is about. Files and figures stand as told above
fault-inputs-invalid = from the input files no valid tender can be read: { $written }
fault-inputs-no-result = the tender of the input files has no result: { $written }
fault-input-not-read = nothing is read from it
fault-replay-differs = here stands "{ $written }"; a replay gives "{ $expected }"
fault-replay-more = a replay gives this file; here it is missing
fault-replay-less = no replay gives this file
fault-chain-hash-differs = the record there has the hash { $written }; named is { $expected }
fault-chain-missing = a record that is named is not there, or one is there that is not named
fault-chain-class = it is said to be { $written }; it is { $expected }
fault-chain-too-long = the chain of records is longer than 16
# Level 2: what does not add up, by its code.
fault-figures-unreadable = it cannot be read, so that nothing can be computed from it: { $written }
fault-figures-unknown-line = what follows from this line is not known here: { $written }
fault-figures-model-differs = the model has the line { $written }; the text of the tender does not
fault-figures-hash-differs = here stands the hash { $written }; that of the text is { $expected }
fault-figures-figure-differs =
    { GIVEN($expected) ->
        [yes] here stands { $written }; what follows is { $expected }
       *[no] here stands { $written }, which does not follow
    }
fault-figures-word-differs = here stands "{ $written }"; what follows is "{ $expected }"
fault-figures-entry-missing = this is missing: { $expected }
fault-figures-entry-invented = this should not be here: { $written }
fault-figures-finding-missing = a finding is missing: { $expected }
fault-figures-finding-invented = there is no cause for this finding: { $written }
fault-figures-finding-differs = the finding says { $written }; what follows is { $expected }
fault-figures-rank-wrong = here stands rank { $written }; by the figures it is { $expected }
fault-figures-award-not-feasible = the award breaks a rule: { $written }
fault-figures-award-not-best = there is a better award than { $written }: { $expected }
fault-figures-ties-wrong = these are not the best awards: { $written }; there are { $expected }
fault-figures-tie-rule-wrong = the rules for ties leave { $expected }, not { $written }
fault-figures-not-consistent = { $written } cannot be true together with the rest
fault-figures-cannot-compute = no result follows ({ $written }: { $expected })
# In place of a figure that is not there.
fault-nothing = nothing
fault-end-of-file = (end of file)
# Chapters of docs/reference/rules.md, before the number of a clause.
fault-clause-unit-prices = unit prices
fault-clause-admissibility = admissibility
fault-clause-evaluation-models = evaluation models
fault-clause-best-award = best award
fault-clause-what-every-bidder-is-told = what every bidder is told
fault-clause-several-suppliers = several suppliers for a lot
fault-clause-hashes = hashes
fault-clause-budget = budget


## diff

# `udbud diff`: the title.
diff-title = Two records compared
# What the two records are called.
diff-first = First
diff-second = Second
diff-result = Result
diff-cause = First cause
diff-class = Class
# Heading above the files whose bytes differ and nothing else.
diff-other-files = Files with other bytes
# Headings above the differences, the gravest first.
diff-part-winners = Winners
diff-part-order = Order and admissibility
diff-part-figures = Figures
diff-part-steps = Inputs and steps
diff-what = What
# In place of a value: another file.
diff-another = another one
# Beneath a table that is cut.
diff-more = and { $more } more; --format json lists them all
# How grave the gravest difference is.
diff-same = The same.
diff-other-steps = Other steps, the same figures.
diff-other-figures = Other figures, the same order.
diff-other-order = Another order, the same winners.
diff-other-winner = Another winner.
# What the later record is before the law.
diff-class-same = Nothing that decides differs.
diff-class-slip = Slip: the same inputs and the same result; another text.
diff-class-draw-held = Draw held: the same bids, model and assessments; the public draw stands in the second record.
diff-class-calculation-correction = Calculation correction: the same bids, model and assessments; figures or award differ because an error was mended.
diff-class-new-evaluation = New evaluation: the same bids and model; assessments or decisions were made anew.
diff-class-other-competition = Not the same competition: the model or the bids differ. The tender would have to be cancelled and run again.
# The first cause of a difference.
diff-no-cause = none
diff-cause-program = the same inputs, computed otherwise (program { $old } and { $new }, rules { $before } and { $after }); first in { $place }
# Also a remark of `record --corrects`.
diff-same-points = Warning: a new evaluation, yet every point and every judged requirement is as it was. Is it a slip or a correction?
# Why a folder cannot be compared.
diff-unreadable = { $folder }: { $file } is missing or cannot be read
    hint: `udbud verify` tells what a record must hold
# Columns of the CSV.
diff-csv-severity = severity
diff-csv-file = file
diff-csv-what = what
diff-csv-first = first
diff-csv-second = second


## record

# `udbud record`: what was written.
record-title = A decision record was written
record-tender = Tender
record-folder = Folder
record-archive = Archive
record-size = { $n } { COUNT($n) ->
        [one] file
       *[other] files
    }, { $bytes } bytes
record-holds = Holds
record-award = Award
record-hash = Record hash
# Beneath the facts.
record-hash-in-minutes = The record hash belongs in the minutes: with it anybody can see later that nothing was changed.
record-must-act = Somebody must act before the contract can be signed; the end of `udbud evaluate` says what there is to do.
# The state of the award.
record-awarded = awarded
record-tie = a tie
record-no-award = no award
record-not-proven = not proven
# Columns of the CSV.
record-csv-what = what
record-csv-value = value
# Why there is no record.
record-fault-not-published = no record: this is not the published decision, but a hypothesis
record-fault-not-proven = no record: the award is not proven to be the best
    hint: leave --work-limit out, or raise it
record-fault-too-large = no record: a figure of the proof is too large to be computed exactly
record-fault-path = no record: the path "{ $path }" may not stand in one: { $why }
    hint: rename the file, and where the tender names it
record-fault-too-much = no record: a record holds at most 10,000 files of 256 MiB each, and 512 MiB in all
# What is wrong with a path, in record-fault-path and in faults.
record-path-empty = it, or a part of it, is empty
record-path-leads-out = it leads out of the folder
record-path-character = it holds a backslash or an invisible character
record-path-not-nfc = its letters are not in the composed form (Unicode NFC)
record-path-too-deep = it is too long, or has more than 16 parts
record-path-case = another differs from it by case alone
record-path-file-and-folder = it takes a file for a folder
# Why a record may not take the place of another.
record-same = nothing differs from the record to be corrected
record-other-competition = the model or the bids differ from those of the record to be corrected: it is not the same competition
    first cause: { $cause }
    hint: a tender whose conditions or bids change after opening is cancelled and run again
record-not-as-stated = said to be { $said }, but it is { $is }
# A command that takes records as they were written was given a changed one.
record-changed = { $name }: this is not a record as it was written, so nothing is made from it
    hint: `udbud verify` tells all that is wrong
# What a correction is, within a sentence.
record-class-same = the same
record-class-slip = a slip
record-class-draw-held = a draw that was held
record-class-calculation-correction = a calculation correction
record-class-new-evaluation = a new evaluation
record-class-other-competition = not the same competition
# Usage.
record-needs-output = record needs the folder to write: --output DIR
record-needs-reason = --reason says why the earlier record is corrected, in words that can stand in the minutes
record-exists = it exists already; a record is never written over anything


## simulation

# `udbud simulate`: titles.
simulation-title = { $mark }: { $dialogue }
simulation-title-draw = { $mark }: { $dialogue } (draw { $n })
# Under every heading: no part may be taken for what it is not.
simulation-banner = SIMULATION: drawn from assumptions. No forecast, no evaluation of bids and no decision.
simulation-banner-public = Profiles and aggregates only: it can be shown to all who may bid.
simulation-banner-internal = INTERNAL: rests on the bidders' own bids. Not to be shown to the market.
# In every row and before every sentence.
simulation-mark = SIMULATION
simulation-mark-internal = SIMULATION, INTERNAL
# Headings.
simulation-part-drawn = What was drawn
simulation-part-aloud = Read aloud
simulation-part-cost = What each structure costs (kroner)
simulation-part-beside = The structures beside each other
simulation-part-differences = Differences in the same draws (kroner)
simulation-part-lots = Bids on each lot
simulation-part-bidders = What each bidder is paid and takes
simulation-part-drivers = What drives the result
simulation-part-questions = What would have to be different
simulation-part-notes = How to read this
simulation-part-inputs = What was drawn in it
simulation-part-draw-cost = What it costs in each structure (kroner)
simulation-part-draw-lots = Who wins what
simulation-part-draw-bidders = What winners are paid (kroner)
simulation-structure = Structure
simulation-standing = Standing
simulation-mean = Mean
simulation-within = ± 95 %
simulation-low = 5 %
simulation-median = 50 %
simulation-high = 95 %
simulation-mean-year = Mean a year
simulation-low-year = 5 % a year
simulation-median-year = 50 % a year
simulation-high-year = 95 % a year
simulation-cheapest = Cheapest %
simulation-error = ± error
simulation-regret = Regret
simulation-regret-high = Regret 95 %
simulation-contracts = Contracts
simulation-suppliers = Suppliers
simulation-hhi = HHI
simulation-saving = Saving
simulation-some-lot = Lot without bid %
simulation-second = This
simulation-first = less this
simulation-from = From
simulation-until = To
simulation-cheaper = Cheaper %
simulation-told = The draws tell
simulation-told-cheaper = cheaper
simulation-told-dearer = dearer
simulation-told-nothing = nothing
simulation-lot = Lot
simulation-bids = Bids
simulation-none = None %
simulation-one = 1 %
simulation-two = 2 %
simulation-three = 3+ %
simulation-bidder = Bidder
simulation-wins = Wins %
simulation-paid-low = Paid 5 %
simulation-paid-mean = Paid, mean
simulation-paid-high = Paid 95 %
simulation-least = Guaranteed
simulation-taken = Operations
simulation-largest = Largest
simulation-of-what = Of what
simulation-of-cost = cost
simulation-of-difference = less { $base }
simulation-input = Input
simulation-share = Share %
simulation-figure = Figure
simulation-cost = Cost
simulation-fallback = All at the fallback
simulation-tied = Tie
simulation-winner = Winner
simulation-nobody = (nobody)
simulation-payment = Payment
simulation-yes = yes
simulation-no = no
simulation-unknown = unknown
# The facts at the head.
simulation-fact-draws = Draws
simulation-drawn-of = { $done } of { $planned }: interrupted
simulation-drawn-precise = { $done }: the 95 % interval of every difference is within ± { $precision } % of what { $base } costs
simulation-drawn-not-precise = { $done }: the precision asked for (± { $precision } % of what { $base } costs) was not reached
simulation-fact-seed = Seed
simulation-fact-algorithm = Generator
simulation-fact-tables = Tables
simulation-fact-dialogue = Dialogue
simulation-fact-tender = Tender
simulation-fact-bidders = Bidders
simulation-fact-uncertain = Uncertain
simulation-fact-contract = Each contract
simulation-fact-defaults = By default
simulation-who-takes-part = who takes part
simulation-what-is-lacking = which codes bidders lack
simulation-discounts = discounts
simulation-capacities = capacities
simulation-all-profiles = all profiles
simulation-of-profiles = { $what } ({ $profiles })
simulation-note-quality = The tender looks at quality, which profiles do not have: here the lowest price wins.
simulation-contract-costs = { $amount } kr. beside the payments, in all costs below
simulation-nothing-uncertain = nothing
simulation-profile-count = { $name } ({ $count })
simulation-profile-new = { $name } ({ $count }, not in the market today)
simulation-bids-of-tender = the { $count } { COUNT($count) ->
        [one] bid
       *[other] bids
    } of the tender
# What an uncertain figure is called.
simulation-input-scenario = scenario of the volumes
simulation-input-specialty = all volumes
simulation-input-common = what volumes have in common
simulation-input-group = volumes of { $codes }
simulation-input-course = how many { $examination } end in { $operation }
simulation-input-lapse = last day of the akuttakst
simulation-input-takes-part = whether { $bidder } takes part
simulation-input-may-lack = whether { $bidder } lacks { $codes }
simulation-input-discount = discount of { $bidder }
simulation-input-capacity = capacity of { $bidder }
# A drawn figure with its unit.
simulation-unit-participation = { $n } (takes part where this is below the probability)
simulation-unit-deviations = { $n } standard deviations
simulation-unit-operations = { $n } operations
# Results in sentences that can be read aloud.
simulation-say-structure = { $mark }. { $structure }: { $lots } { COUNT($lots) ->
        [one] lot
       *[other] lots
    }; on average { $cost }, in nine draws of ten between { $low } and { $high }; the cheapest in { $share } % of the draws.
simulation-say-alone = { $mark }. { $structure }: { $lots } { COUNT($lots) ->
        [one] lot
       *[other] lots
    }; on average { $cost }, in nine draws of ten between { $low } and { $high }.
simulation-say-no-cost = { $mark }. { $structure }: what it costs is known in no draw.
simulation-say-cheaper = { $mark }. { $second } costs { $amount } less than { $first } on average ({ $from } to { $until } kr.), and less in { $share } % of the draws.
simulation-say-dearer = { $mark }. { $second } costs { $amount } more than { $first } on average ({ $from } to { $until } kr.), but less in { $share } % of the draws.
simulation-say-untold = { $mark }. { $draws } { COUNT($draws) ->
        [one] draw does
       *[other] draws do
    } not tell whether { $second } costs more or less than { $first } on average; less in { $share } % of them.
simulation-say-same = { $mark }. { $second } costs the same as { $first } in every draw.
# What would have to be different.
simulation-ask-draws = { $mark }. Answered on { $draws } { COUNT($draws) ->
        [one] draw
       *[other] draws
    }, drawn again with one thing moved.
simulation-ask-more-discount = { $mark }. { $structure } costs no more than { $base } ({ $contracts } contracts more) if it brings { $points } percentage points more discount than assumed.
simulation-ask-less-discount = { $mark }. { $structure } costs no more than { $base } ({ $contracts } contracts more) even with { $points } percentage points less discount than assumed.
simulation-ask-never-discount = { $mark }. Not even 20 percentage points more discount make { $structure } ({ $contracts } contracts more) as cheap as { $base }.
simulation-ask-always-discount = { $mark }. { $structure } ({ $contracts } contracts more) costs no more than { $base } even with 20 percentage points less discount.
simulation-ask-volume = { $mark }. Up to { $percent } % of the volumes drawn { $below } is the cheaper of { $base } and { $structure }; above that { $above } is.
simulation-ask-volume-always = { $mark }. { $structure } costs no more than { $base } at any volume from 5 to 500 % of those drawn.
simulation-ask-volume-never = { $mark }. { $structure } costs more than { $base } at every volume from 5 to 500 % of those drawn.
simulation-ask-unknown = { $mark }. What would make { $structure } as cheap as { $base } is not known: no draw knows what both cost.
simulation-ask-lapse-more = { $mark }. If the akuttakst lapses { $days } days later, { $structure } costs { $amount } more on average.
simulation-ask-lapse-less = { $mark }. If the akuttakst lapses { $days } days later, { $structure } costs { $amount } less on average.
simulation-ask-lapse-same = { $mark }. If the akuttakst lapses { $days } days later, { $structure } costs the same on average.
# How to read it.
simulation-note-same = Every draw is one course of events, evaluated under all structures with the exact award, so differences are between equals.
simulation-note-cost = Cost is what the buyer pays in all: suppliers, codes bought elsewhere, unawarded lots at the fallback, and contracts. Here in whole kroner; JSON and CSV have øre.
simulation-note-quantile = 5 %, 50 % and 95 % are drawn values: so many of the draws lie at or below. ± is half the 95 % interval of the mean: 1.96 standard errors, rounded up. It tells how well the draws were counted, not how true the assumptions are.
simulation-note-exact = All that is uncertain is a table of { $n } possibilities, and each was drawn equally often: means and shares are exact.
simulation-note-not-exact = All that is uncertain is a table of { $n } possibilities, drawn in turn. With a multiple of { $n } draws means and shares would be exact; now some possibilities count once more than others.
simulation-note-cheapest = Cheapest: the share of the draws; where several structures cost the same, they share the draw. Regret: what a structure costs above the cheapest of the same draw.
simulation-note-members = A bidder with a number behind it stands for that many alike; figures are for one of them. Guaranteed: the least volume in any draw in which it wins something. Largest: the most in any draw.
simulation-note-drivers = Share: how much of the variance follows from one input by itself, in at most { $bins } bins, less what chance would give. What is left follows from several together; what moves together shares the same part.
simulation-note-unknown = In { $n } { COUNT($n) ->
        [one] draw
       *[other] draws
    } the cost of some structure is not known; structures are held against each other in the other { $comparable }.
simulation-note-tied = { $structure }: in { $n } { COUNT($n) ->
        [one] draw
       *[other] draws
    } several awards were equally good after the rules for ties; a drawn order of the bidders decided.
simulation-note-hhi = HHI is the mean over the draws of the sum of squared shares of what suppliers are paid x 10,000.
simulation-note-cannot = A simulation cannot tell what nobody put into it: how bidders will really answer a structure is an assumption.
simulation-note-interrupted = Interrupted: the figures rest on the draws made so far, and the questions of what would have to be different were not asked.
# `--merge`: why files are not the parts of one simulation.
simulation-merge-not-a-part = { $file }: this is no part of a simulation
simulation-merge-newer = { $file }: written by a newer version of the program
simulation-merge-damaged = { $file }: cut off or changed after it was written
simulation-merge-internal = { $file }: drawn from the bidders' own bids; add --internal
simulation-merge-differs = { $file }: another { $what }: { $own } instead of { $expected }
simulation-merge-overlap = { $file } and { $other }: both hold draws { $from } to { $until }
simulation-merge-gap = no part holds draws { $from } to { $until }
# What differs, in simulation-merge-differs.
simulation-what-engine = version of the program
simulation-what-dialogue = dialogue or tender
simulation-what-seed = seed
simulation-what-draws = number of draws
simulation-what-algorithm = generator
simulation-what-tables = tables
simulation-what-shape = shape (inputs, bidders / lots)
# Usage, and what an interruption leaves.
simulation-no-draw = interrupted before the first draw
simulation-public-csv = --public holds aggregates only; CSV lists every draw
    hint: --format json or markdown
simulation-needs-internal = the bids of the tender take part here (bidders = "tender"): add --internal; the result is not to be shown to the market
simulation-show-draw-form = --show-draw is told as a table, in Markdown or CSV
simulation-no-part = interrupted: no part is written
# Behind the bar that shows how far it is.
simulation-progress = { $done } of { $all } draws, { $left } left


## chart

# Charts: a title, and for screen readers a sentence for each structure.
chart-distribution = What each structure may cost
chart-distribution-about = { $structure }: nine draws of ten between { $low } and { $high }, half of them at or below { $median }, on average { $mean }.
chart-difference = What each structure costs more than { $base } in the same draw
chart-difference-about = { $structure } less { $base }: nine draws of ten between { $low } and { $high } kr., on average { $mean } kr.
chart-key-difference = line: nine draws of ten · dot: mean · left of 0: cheaper
chart-by-lots = Cost against the number of lots
chart-by-lots-about = { $structure }, { $lots } { COUNT($lots) ->
        [one] lot
       *[other] lots
    }: on average { $mean }, nine draws of ten between { $low } and { $high }.
chart-cheapest = How often each structure is the cheapest
chart-cheapest-about = { $structure }: in { $share } % of the draws.
chart-winning = How often each bidder wins something
chart-winning-about = { $structure }, { $bidder }: in { $share } % of the draws.
# Along the axes.
chart-axis-millions = million kroner
chart-axis-kroner = kroner
chart-axis-lots = number of lots
chart-axis-percent = per cent of the draws
# What the marks mean, beneath the title.
chart-key-interval = line: nine draws of ten · mark: median · dot: mean · bars: how often
chart-key-by-lots = line: nine draws of ten · dot: mean · the axis does not begin at 0
chart-draws = { $draws } draws, seed { $seed }


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
usage-shard = --shard takes I/N, such as 3/8, with I from 1 to N and N at most the number of draws, not { $value }
