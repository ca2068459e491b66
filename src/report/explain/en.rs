use crate::explain::StepRule as R;

/// A lot in a line where the lot price decides.
pub(super) const LOT_IN_A_LINE_LOWEST_PRICE: &str = "{lot}: lot price {result}, rank {rank}";

/// The English wording of a step.
pub(super) const fn template(rule: R) -> &'static str {
    match rule {
        R::ExplicitPrice => "Unit price {result}, as stated ({at_price})",
        R::DiscountOffBase => {
            "Unit price {result} = {base} ({code} in {tariff}, {at_base}) less {discount} % ({key}, {at_discount})"
        }
        R::DiscountTriedOut => {
            "Unit price {result} = {base} ({code} in {tariff}, {at_base}) less {discount} %, tried out"
        }
        R::AdjustedPrice => "Unit price {result} = {price}, as stated ({at_price}), × {factor}",
        R::AdjustedDiscount => {
            "Unit price {result} = {base} ({code} in {tariff}, {at_base}) less {discount} %, × {factor}"
        }
        R::AdjustedTariff => "{result} ({code} in {tariff}) = {listed} as listed ({at_price}) × {factor}",
        R::Adjustment => "adjusted by {percent} % from {from} ({at_adjustment})",
        R::ScoredOnFirstDay => "Scored {result}, the price of the contract's first day, {from}",
        R::ScoredDayByDay => {
            "Scored {result}, the average of what is paid day by day (below) over the contract's {contract} days, in whole øre"
        }
        R::PaymentDayByDay => {
            "Expected payment {result} = what is paid day by day × {volume}, averaged over {contract} days, in whole øre; the line is what is compared, the payment what the buyer would pay"
        }
        R::UnitPaidOnDays => "{result}, the unit price, on {days} of {all} days: {from} to {until}",
        R::CapPaidOnDays => {
            "{result}, the cap, since the unit price is {unit}, on {days} of {all} days: {from} to {until}"
        }
        R::Rounded => "{exact}, rounded to {result}",
        R::ListedPrice => "{result} as listed ({code} in {tariff}, {at_price})",
        R::DerivedPrice => {
            "{result} ({code} in {tariff}) = {base} ({from}) less {reduction} % ({at_reduction}), to the nearest {round_to}"
        }
        R::NoCap => "No cap",
        R::NoCapPrice => "No cap for {code}: it has no price in {tariff}",
        R::NotAboveCap => "Not above the cap {cap} ({tariff})",
        R::AboveCap => "Above the cap {cap} ({tariff}) by {excess}",
        R::CapRejectsBid => "A price above the cap makes the bid inadmissible ({at_cap})",
        R::CapRejectsLine => "A price above the cap does not count: the procedure has no price ({at_cap})",
        R::PaidWhileInForce => "Paid {cap} on {in} of {contract} days, {unit} on the other {out} ({at_cap})",
        R::ScoredAsOffered => "Scored {result}, as offered",
        R::ScoredCapped => "Scored {result}, the cap",
        R::ScoredAsBid => "Scored {result}, as tendered",
        R::ScoredTimeWeighted => "Scored {result} = ({cap} × {in} + {unit} × {out}) / {contract}",
        R::Line => "Line {result} = {scored} × {volume} ({at_volume})",
        R::PaymentOfLine => "Expected payment {result} = {unit} × {volume}",
        R::PaymentWeightedByDays => {
            "Expected payment {result} = ({cap} × {in} + {unit} × {out}) × {volume} / {contract}, in whole øre; the line is what is compared, the payment what the buyer would pay"
        }
        R::NotOffered => "No price: the bid does not offer {code} (not-offered, bid on {at_bid})",
        R::NotRegistered => "No price: the bidder is not registered for {code} (registered, bid on {at_bid})",
        R::RequirementUnmet => "No price: the requirement {requirement} of {code} is unmet ({at_assessment})",
        R::NothingStated => {
            "No price: the bid states neither price nor discount for {code} (bid on {at_bid})"
        }
        R::DiscountWithoutTariff => {
            "No price: {discount} % ({key}, {at_discount}), but {code} has no price in {tariff} to take it off"
        }
        R::MissingRejects => {
            "A missing price makes the bid inadmissible on the lot {lot} ([award] missing, {at_award})"
        }
        R::PricedAtFallback => {
            "Counts {result}: bought elsewhere at the fallback ([award] missing, {at_award})"
        }
        R::FallbackStated => {
            "Fallback {result} = {price} (fallback-price, {at_price}) × {volume} ({at_volume})"
        }
        R::FallbackByDays => {
            "Fallback {result} = price by day × {volume} ({at_volume}), over {days} {days:day|days}"
        }
        R::FallbackDays => "{price} ({tariff}) on {days} of {all}",
        R::FallbackUnknown => {
            "The fallback cost of {code} is not known: no tariff in force on some day, or no price"
        }
        R::LineWithCombination => {
            "In the award, with the combination discount {discount} %: unit price {unit}, scored {scored}, line {result}, expected payment {payment}"
        }
        R::BidAdmissible => "The bid ({at_bid}) is admissible on {lots} of {all} {all:lot|lots}",
        R::BidInadmissible => "The bid ({at_bid}) is not admissible on any lot",
        R::LotInALine => "{lot}: lot price {result}, evaluated price {evaluated}, rank {rank}",
        R::LotInALineScored => "{lot}: lot price {result}, score {score}, rank {rank}",
        R::LotInadmissible => "{lot}: not admissible",
        R::LotNotBid => "{lot}: not bid, which is no fault",
        R::Finding => "",
        R::LotPrice => "Lot price {result} = the sum of {lines} {lines:line|lines}",
        R::LotLine => "{code}: {scored} × {volume} ({at_volume}) = {result}",
        R::LotLineAtFallback => "{code}: no price; {volume} ({at_volume}) at the fallback = {result}",
        R::ExpectedPayment => "Expected payment {result}: what the bidder would be paid, line by line",
        R::Elsewhere => "Bought elsewhere {result}: in the lot price, and not in the expected payment",
        R::LotWithCombination => {
            "In the award, with the combination discount {discount} %, taken off each unit price in whole øre: lot price {result}, expected payment {payment}"
        }
        R::EvaluatedWithCombination => {
            "In the award, with the combination discount {discount} %: evaluated price {result}"
        }
        R::EvaluatedIsLotPrice => "What decides is the lot price, {result} (lowest price wins)",
        R::Judged => "{criterion}: {result} points, as judged ({at_points})",
        R::Linear => "{criterion}: {unrounded} points = {scale} × (1 − ({p} − {low}) / ({slope} % × {low}))",
        R::LinearHigherIsBetter => {
            "{criterion}: {unrounded} points = {scale} × (1 − ({high} − {p}) / ({slope} % × {high}))"
        }
        R::Absolute => {
            "{criterion}: {unrounded} points = {scale} × ({zero_at} − {p}) / ({zero_at} − {full_at})"
        }
        R::Proportional => "{criterion}: {unrounded} points = {scale} × {low} / {p}",
        R::ProportionalHigherIsBetter => "{criterion}: {unrounded} points = {scale} × {p} / {high}",
        R::MinMax => "{criterion}: {unrounded} points = {scale} × ({high} − {p}) / ({high} − {low})",
        R::MinMaxHigherIsBetter => {
            "{criterion}: {unrounded} points = {scale} × ({p} − {low}) / ({high} − {low})"
        }
        R::MinMaxAllEqual => "{criterion}: {unrounded} points, since all have {p}",
        R::ZeroReference => {
            "{criterion}: {unrounded} points: the best is 0, so a bid at it gets {scale} and every other 0; this bid has {p}"
        }
        R::Formula => "{criterion}: {unrounded} points = {formula}, with p = {p} ({at_criterion})",
        R::Measure => "{name} = {result} ({at_value})",
        R::References => "lowest {low} ({low_of}), highest {high} ({high_of}), among admissible bids",
        R::ScaleWidened => "the scale ends at {used}, widened from {stated} because of {bidder}",
        R::SlopeWidened => "the slope is {used} %, widened from {stated} % because of {bidder}",
        R::BelowZeroCountsAsZero => "a result below 0 counts as 0",
        R::AboveFullCountsAsFull => "points are never above the scale",
        R::Contribution => "{criterion}: {weight} % × {points} = {result} ({at_criterion})",
        R::Score => "Score {result}, the sum of the contributions; without any rounding {unrounded}",
        R::ScoreByFormula => "Score {result} = {formula}",
        R::EvaluatedByFormula => "Evaluated price {result} = {formula}",
        R::EvaluatedSubtract => "Evaluated price {result} = {price} − {adjustment}, in whole øre",
        R::EvaluatedAdd => "Evaluated price {result} = {price} + {adjustment}, in whole øre",
        R::EvaluatedUplift => "Evaluated price {result} = {price} × (1 + {adjustment} / 100), in whole øre",
        R::Worth => "{criterion}: {result} = {worth} × {points} / {scale} ({at_criterion})",
        R::WorthUplift => "{criterion}: {result} % = {worth} % × {points} / {scale} ({at_criterion})",
        R::Rank => "Rank {rank} of {of} on the lot taken by itself",
        R::Wins => "Wins the lot {lot}",
        R::IsSupplier => {
            "Supplier {rank} of the lot {lot}: volume {volume}, expected payment {payment} for it"
        }
        R::Ties => "Wins the lot {lot} in some of the equally good awards, not in all",
        R::NotAmongTied => "Wins the lot {lot} in none of the equally good awards",
        R::Margin => "Margin {result}: so much dearer is the best award in which it does not win the lot",
        R::MarginNone => "No margin: no award with as few unawarded lots takes the lot from it",
        R::Distance => {
            "Distance {result}: so much lower {the_price} of the bid would have had to be to draw level"
        }
        R::DistanceBetweenAwards => {
            "Distance {result}: the best award in which it wins the lot costs so much more than the best award. It has a combination discount, so this is a distance between awards and no more"
        }
        R::NotAtAnyPrice => "that is more than its own whole price: it could not win the lot at any price",
        R::DistanceToPlace => {
            "Distance {result}: so much lower {the_price} of the bid would have had to be to reach the last place among the suppliers"
        }
        R::Blocked => "Could not win the lot at any price, because of {rules}",
        R::LosesTie => {
            "Does not win the lot {lot}: {winner} does. {n} awards were equally good, and it won the lot in some of them; the tie rules ({ties}) chose between them"
        }
        R::Loses => "Does not win the lot {lot}: {winner} does",
        R::Unawarded => "The lot {lot} is awarded to nobody",
    }
}
