### Every word that a person reads, in English. The Danish ones are in da.ftl, with the same ids in the same order.
### An id begins with the name of its section. Figures come in formatted; COUNT($n) is `one` for the count 1, else `other`;
### GIVEN($a) is `yes` if the argument is there and not empty, else `no`. A blank at an end of a text is written {" "}.

## unit
# Short words among figures, everywhere.

unit-and = and
unit-none = none
unit-bids =
    { $n } { COUNT($n) ->
        [one] bid
       *[other] bids
    }

## kind


## outcome


## problem


## argument


## formula


## finding


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
compare-band-range = --band takes 0 to 100 per cent, not { $given }


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
lots-amount-argument = { $option } takes an amount such as 250000.00, not { $given }


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

cli-no-rows = this result has no form for spreadsheets


## help


## usage


