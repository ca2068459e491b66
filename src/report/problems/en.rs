//! What problems say in English: the message, and how to mend it.
//!
//! `{name}` is an argument; what stands between `‹` and `›` is left out where an argument in it is missing.

use crate::tender::ProblemCode as C;

/// The templates of message and help.
#[rustfmt::skip]
pub(super) const fn wording(code: C) -> (&'static str, &'static str) {
    match code {
        C::FileMissing => (
            "the file {path} is not there",
            "paths are relative to the file that names them; check the spelling and that the file is in the folder"),
        C::FileOutside => (
            "{path} lies outside {the-tender}'s folder",
            "copy the file into the folder and name it from there, such as \"bids/alfa.toml\"; links out of the folder are not followed"),
        C::FileUnreadable => (
            "{path} cannot be read: {reason}",
            "check that you may read the file, and that no other program has locked it"),
        C::NotUtf8 => (
            "the file is not UTF-8, from byte {byte} on",
            "save it again as UTF-8; in Excel: File, Save As, file type \"CSV UTF-8 (Comma delimited) (*.csv)\""),
        C::NoFileMatches => (
            "no file matches {pattern}",
            "nothing to do before the bids are there; else check the folder and the ending"),
        C::PricesFileShared => (
            "another bid takes its prices from {path} too",
            "each bidder has a file of its own, unless both really bid the same prices"),
        C::Syntax => (
            "this is not TOML: {reason}",
            "write each key as key = value on a line of its own; texts stand in quotes, lists in [ ]"),
        C::DuplicateKey => (
            "{key} stands here a second time",
            "keep one of the two; a second bid begins with [[bid]], a second procedure with [[procedure]]"),
        C::CsvEmpty => (
            "the file has no line",
            "the first line names the columns: {columns}"),
        C::CsvColumnMissing => (
            "the column {column} is missing",
            "the first line names the columns; it has {found}"),
        C::CsvColumnUnknown => (
            "the column {column} means nothing here",
            "‹did you mean {nearest}? ›valid are {valid}"),
        C::CsvColumnTwice => (
            "the column {column} stands here a second time",
            "keep one of the two columns"),
        C::CsvFields => (
            "the line has {fields} fields, the header has {columns}",
            "a field that holds the separator stands in quotes: \"Hofte, venstre\"; in a file with decimal commas the separator is ;"),
        C::CsvQuote => (
            "a quote is not closed, or text follows it",
            "a quoted field ends before the separator; a quote inside it is doubled: \"Klinik \"\"Øst\"\"\""),
        C::Format => (
            "the file does not say that it is of format 1‹; it says {found}›",
            "write format = 1 as the first line; a later format needs a later version of udbud"),
        C::UnknownKey => (
            "{table} has no key {key}",
            "‹did you mean {nearest}? ›valid are {valid}"),
        C::MissingKey => (
            "{table} lacks {key}",
            "add {example}"),
        C::WrongType => (
            "{key} must be {expected}, and is {found}",
            "texts and names stand in quotes, numbers do not need them, lists stand in [ ], tables in { }"),
        C::SingleBrackets => (
            "there may be several of these: they stand in double brackets",
            "write {table}"),
        C::UnknownValue => (
            "{key} cannot be \"{value}\"",
            "‹did you mean \"{nearest}\"? ›valid are {valid}"),
        C::UnquotedDot => (
            "the key {key} holds a dot, which TOML reads as a table in a table",
            "quote it: {quoted} = ..."),
        C::UnquotedKey => (
            "the key {key} has letters that a key without quotes must not have",
            "write {quoted} = ..."),
        C::CurlyQuotes => (
            "{text} stands in quotes of a word processor",
            "write straight quotes: {quoted}"),
        C::WithoutEffect => (
            "{key} has no effect here: {because}",
            "leave it out, so that nobody thinks that it counts, or change the rule that it belongs to"),
        C::NumberForm => (
            "{text} is not written as numbers are written here",
            "write ‹{write}, that is ›‹{whole} or {decimal}, whichever is meant: ›digits without thousands separators, decimals as in {like}"),
        C::NumberTooLong => (
            "{text} has more than 28 digits",
            "round the number yourself, so that it is certain what was meant"),
        C::PriceRange => (
            "{text} is not a price",
            "‹{text} is read as {read}; did you mean {write}? ›prices are 0 or more, have two decimals at most, and are below 10,000,000,000 kroner: {like}"),
        C::PercentDecimals => (
            "{percent} has more than four decimals",
            "write a per cent with four decimals at most: 12.3456"),
        C::PercentRange => (
            "{key} of {percent} per cent is outside its range",
            "it goes from {least} to {most} per cent; 12.5 means twelve and a half per cent"),
        C::VolumeRange => (
            "{text} is not a volume",
            "‹{text} is read as {read}; did you mean {write}? ›volumes are whole numbers from 0 to 1,000,000,000, written without separators: 1200"),
        C::NumberRange => (
            "{key} of {number} is outside its range",
            "it goes from {least} to {most}"),
        C::DateForm => (
            "{text} is not a date",
            "write ‹{write}, that is ›year-month-day without quotes: 2024-11-15"),
        C::MomentForm => (
            "{text} is not a time with its offset from universal time",
            "write date, time and offset without quotes: 2024-11-15T12:00:00+01:00 (+02:00 in summer time)"),
        C::PeriodReversed => (
            "the period ends on {until}, before it begins on {from}",
            "from and until are both included; a period of one day has the same date twice"),
        C::RefusedCharacter => (
            "the text holds the invisible character {character}",
            "write the text anew rather than pasting it: such characters can hide or reorder what a reader sees"),
        C::EmptyName => (
            "a name is empty",
            "write the name between the quotes, or leave the key out where it is optional"),
        C::CodeWithStar => (
            "the code {code} ends in *, which stands for all codes that begin so",
            "write the full code of the procedure"),
        C::HashForm => (
            "{text} is not a hash",
            "it has 64 digits from 0 to 9 and a to f; udbud model prints that of a model, udbud record that of a record"),
        C::GateWithoutWeights => (
            "a gate on total weighs the judged criteria, and {criterion} has no weight",
            "give every judged criterion (and its parent) a weight, or set a gate on each criterion instead"),
        C::NoResult => (
            "no result: {reason}",
            "change the formula, the parameter or the figure at this place, so that every admissible bid has a result"),
        C::ModelHashDiffers => (
            "the model has the hash {own}, not the published {published}",
            "restore what was published, or publish the new hash; udbud model FILE --against OTHER says what differs"),
        C::DuplicateCode => (
            "the code {name} is used by another procedure",
            "give each price line a code of its own; further codes of a line stand in covers"),
        C::DuplicateBidder => (
            "there is another bid from {name}",
            "a bidder has one bid; distinguish two companies of the same name, or delete the bid that was replaced"),
        C::DuplicateId => (
            "the {kind} {name} is there already",
            "choose another id for one of the two"),
        C::ReservedId => (
            "the id {name} means all judged criteria together",
            "choose another id"),
        C::LooksAlike => (
            "the {kind} \"{name}\" looks like \"{other}\", and is another",
            "if both are the same, write them in the same way, letter by letter"),
        C::UnknownCode => (
            "no procedure has the code {name}",
            "‹did you mean {nearest}? ›a code must be that of a [[procedure]]; KNG* stands for all codes that begin so"),
        C::UnknownTariff => (
            "there is no tariff {name}",
            "‹did you mean {nearest}? ›tariffs are declared with [[tariff]] and their id"),
        C::UnknownStructure => (
            "there is no structure {name}",
            "‹did you mean {nearest}? ›structures are declared with [[structure]] and their id; a file with structures of its own names the published one in [award] structure"),
        C::UnknownLot => (
            "the structure {structure} has no lot {name}",
            "‹did you mean {nearest}? ›lots are declared with [[structure.lot]]; a structure without any has one lot, whole"),
        C::UnknownCriterion => (
            "there is no criterion {name}",
            "‹did you mean {nearest}? ›criteria are declared with [[evaluation.criterion]] and their id"),
        C::UnknownBidder => (
            "there is no bid from {name}",
            "‹did you mean {nearest}? ›write the name exactly as in the bid"),
        C::UnknownRequirement => (
            "there is no requirement {name}",
            "‹did you mean {nearest}? ›requirements are declared with [[requirement]] and their id"),
        C::MatchesNothing => (
            "no code begins as {pattern}",
            "check the spelling; * stands at the end, and counts letters as they are written"),
        C::ListedTwice => (
            "{name} stands twice in {key}",
            "it counts once; delete one of the two"),
        C::TariffCircle => (
            "a tariff is derived from itself: {tariffs}",
            "the first tariff of a chain is not derived, and its prices stand with the procedures"),
        C::DerivedTariffListed => (
            "the tariff {tariff} is derived, and lists no prices of its own",
            "delete the price, or the derived-from of the tariff"),
        C::WhichTariff => (
            "it is not clear which tariff the price belongs to: {tariffs}",
            "name it: tariff = { duf-2024 = 62500 }; a plain number is allowed where exactly one tariff is not derived"),
        C::DerivedPriceTooLarge => (
            "the price of {procedure} in the tariff {tariff} would be 10,000,000,000 kroner or more",
            "check the reductions of the chain: a negative reduction raises a price"),
        C::TenderWithoutCap => (
            "{the-tender} has no cap",
            "without [cap] no price is too high; state the tariff that contracts must not exceed, or go on if that is meant"),
        C::ScoredPriceMissing => (
            "with pay-cap-while-in-force the file must say which price is scored",
            "add scored-price = \"bid\", \"capped\" or \"time-weighted\": they may give different winners"),
        C::ScoredPriceUnused => (
            "scored-price belongs to pay-cap-while-in-force, and the cap is {mode}",
            "delete scored-price, or choose above-cap = \"pay-cap-while-in-force\""),
        C::CapNeedsContract => (
            "what is paid depends on the days of the contract, and none are stated",
            "add contract = { from = 2024-12-01, until = 2026-11-30 } to [tender]"),
        C::CapNeverInForce => (
            "the cap tariff {tariff} is not in force on any day of the contract",
            "the cap then never lowers a payment; check in-force and contract"),
        C::RejectLineWithFallback => (
            "reject-line and missing procedures at the fallback do not go together",
            "a bidder could price a code above the cap to have it bought elsewhere; choose another above-cap, or missing = \"reject\""),
        C::DiscountWithoutBase => (
            "the bid‹ of {bidder}› states a discount, and {the-tender} does not say off what",
            "add discount-base = \"...\" with the id of a tariff to [pricing]"),
        C::FallbackWithoutContract => (
            "several fallback tariffs are taken day by day, and {the-tender} states no days",
            "add contract to [tender], or name one tariff; until then nothing has a fallback cost but by fallback-price"),
        C::FallbackNeverReached => (
            "the tariff {tariff} never has its turn: {first} before it is always in force",
            "put the tariff that is always in force last"),
        C::FallbackNeeded => (
            "{procedure} has no fallback cost, and it needs one: {because}",
            "add fallback-price to the procedure, or give it a price in every tariff of [fallback]; the tariffs must cover all days of the contract"),
        C::NoProcedures => (
            "{the-tender} buys nothing",
            "add a [[procedure]] with code, name and volume, or [procedures] file = \"procedures.csv\""),
        C::VolumeOrder => (
            "the volumes {min}, {expected}, {max} do not ascend",
            "min is at most expected, and expected at most max"),
        C::ZeroVolume => (
            "nothing is expected of {procedure}, so its price does not count",
            "state the expected volume, or leave the procedure out"),
        C::CoveredTwice => (
            "the code {code} belongs to two price lines: {procedure} and {other}",
            "a code is paid by one line alone; delete it from one of them"),
        C::InNoLot => (
            "{procedure} is in no lot of {structure}",
            "add the code to a lot, or give one lot codes = [\"*\"] for what no other lot names"),
        C::InTwoLots => (
            "{procedure} is in two lots of {structure}: {lot} and {other}",
            "every procedure is in exactly one lot; make a prefix longer, or list the codes"),
        C::LotWithoutProcedures => (
            "the lot {lot} of {structure} has no procedure",
            "add a code to it, or delete the lot"),
        C::TwoRemainders => (
            "two lots of {structure} take what no other names: {lot} and {other}",
            "\"*\" may stand in one lot alone"),
        C::TooManyStructures => (
            "{structures} structures of {procedures} procedures are more than can be held",
            "at most {most} structures of so many procedures go in one file; compare the others in a file of their own"),
        C::SuppliersReversed => (
            "min-suppliers of {min} is above max-suppliers of {max}",
            "no award could keep both; raise max-suppliers, or lower min-suppliers"),
        C::MinSuppliersAboveLots => (
            "min-suppliers of {min} is above the number of lots, {lots}",
            "no award can have more suppliers than lots, so nothing would be awarded"),
        C::LimitsLeaveLots => (
            "the limits allow {most} lots to be awarded, and there are {lots}",
            "raise max-suppliers or max-lots-per-bidder if every lot is to be awarded"),
        C::VariantChangesNothing => (
            "the variant {variant} states nothing to try out",
            "add one of {keys}, or delete the variant"),
        C::VariantWithoutCap => (
            "the variant {variant} varies the cap, and {the-tender} has none",
            "add [cap] to {the-tender}, or try out something else"),
        C::VariantNeverLapses => (
            "the cap tariff {tariff} is always in force, so that it has no day of lapse to vary",
            "add in-force to the tariff, or delete lapse"),
        C::VariantVolume => (
            "the volume of {procedure} would be above 1,000,000,000",
            "a factor of 0.8 is a fifth less, 1.5 is half as many more"),
        C::CombinationWithScores => (
            "{structure} invites combination discounts, and the highest score wins",
            "a discount cannot be added to a score; delete \"combination\" from bidders-may, or choose a model of prices"),
        C::IfCheaperWithScores => (
            "unawarded = \"if-cheaper\" compares prices, and the highest score wins",
            "choose unawarded = \"if-no-award-possible\", or a model of prices"),
        C::LotWeightNeeded => (
            "the lot {lot} of {structure} has no weight, and scores of several lots are added",
            "add weight = 1 to every lot, or weights that say what each lot counts"),
        C::ScoreRoundingNeeded => (
            "scores of several lots are added in {structure}, and the model does not round them",
            "add score to rounding, such as rounding = { score = 2 }"),
        C::SuppliersAcrossLots => (
            "several suppliers for a lot do not go together with {rules} of {structure}",
            "each lot is decided by itself; delete the rules across lots, or suppliers-per-lot"),
        C::SharingSum => (
            "the shares sum to {sum}",
            "they are per cent of the lot's volume by rank, and sum to 100: [60, 40]"),
        C::SharingCount => (
            "there are {shares} shares for {suppliers} suppliers",
            "state one share for each of suppliers-per-lot"),
        C::DrawnTwice => (
            "{bidder} is drawn a second time",
            "list every bidder once, in the order drawn"),
        C::DrawUnused => (
            "a draw is recorded, and ties does not name it",
            "add \"draw\" to ties if the draw was announced as the way to settle a tie"),
        C::NoCriteria => (
            "the model {model} has no criteria",
            "add [[evaluation.criterion]], or choose model = \"lowest-price\""),
        C::WeightSum => (
            "the weights‹ under {parent}› sum to {sum}, not 100",
            "the weights are {weights}; those of criteria with the same parent sum to exactly 100"),
        C::ParentWithMethod => (
            "the criterion {criterion} has children, and gets its points from them",
            "delete method and measure here"),
        C::ParentCircle => (
            "a criterion is a part of itself: {criteria}",
            "delete one of the parents"),
        C::MethodMissing => (
            "the criterion {criterion} does not say how it gets its points",
            "add method = \"judged\", \"linear\", \"absolute\", \"proportional\", \"min-max\" or \"formula\""),
        C::WidenMissing => (
            "the scale of {criterion} widens, and nothing says how",
            "add widen = { first = 40, step = 10 }, perhaps with a ceiling"),
        C::WidenFirst => (
            "the first wider value {first} is below the starting value {start}",
            "first is what the scale becomes when a bid lies beyond {start}"),
        C::WidenStep => (
            "with a step of {step} the scale would never grow",
            "state a step above 0"),
        C::WidenCeiling => (
            "the ceiling {ceiling} is below the first wider value {first}",
            "a bid beyond the ceiling is rejected; state one at or above first"),
        C::HigherWithAbsolute => (
            "higher-is-better cannot be used with the absolute scale of {criterion}",
            "use method = \"formula\", or another method"),
        C::ZeroAtBelowFullAt => (
            "zero-at of {zero-at} is not above full-at of {full-at}",
            "points fall from full-at to zero-at, so that zero-at is the larger"),
        C::GateNotJudged => (
            "a gate on {criterion} has no judged points to look at",
            "name a criterion with method = \"judged\", or \"total\" where any criterion is judged"),
        C::WorthNotJudged => (
            "a model of evaluated prices judges quality, and {criterion} is measured",
            "use method = \"judged\", or model = \"formula\" to count a measured value"),
        C::WorthMissing => (
            "nothing says what the points of {criterion} are worth",
            "add one of {keys}"),
        C::WorthMismatch => (
            "{key} does not go with adjust = \"{adjust}\"",
            "use one of {keys}, or another adjust"),
        C::FormulaSyntaxError => (
            "the formula cannot be read: {reason}",
            "see the formula language in the reference of the format; amounts are in kroner"),
        C::PointsMissing => (
            "{bidder} has no points for {criterion}‹ on the lot {lot}›",
            "add them to an [[assessment]] of the bidder: points = { ... }"),
        C::PointsRange => (
            "{points} points are outside the scale from 0 to {scale}",
            "give points on the scale of the model, or change [evaluation] scale before publication"),
        C::PointsNotJudged => (
            "points for {criterion} are computed, not judged",
            "delete them here, or give the criterion method = \"judged\""),
        C::ValueMissing => (
            "{bidder} states no {value}, which the model uses",
            "‹did you mean {value} by {nearest}? ›add values = { {value} = ... } to the bid; a bid that need not be evaluated can be rejected by a [[decision]]"),
        C::NothingOffered => (
            "the bid of {bidder} states no price and no discount",
            "add discount, discounts, prices or prices-file; what has no price is not offered"),
        C::PriceEmpty => (
            "the line of {code} states no price",
            "it counts as not offered; write the price, or delete the line if that is meant"),
        C::PricedTwice => (
            "{code} has a price here and another one before",
            "keep the one that the bidder sent"),
        C::PricedAndNotOffered => (
            "{code} has a price, and stands under not-offered",
            "it counts as not offered; delete one of the two as the bid says"),
        C::CombinationCondition => (
            "a combination has exactly one condition",
            "state one of min-lots = 2, lots = [\"a\", \"b\"] or all-lots = true"),
        C::CombinationStructure => (
            "the combination names lots, and no structure that they belong to",
            "add structure = \"...\""),
        C::CombinationNeverMet => (
            "{structure} has {lots} lots, so that the condition is never met",
            "check the number as the bidder stated it"),
        C::StatedTwice => (
            "{what} is stated twice",
            "keep one of the two"),
        C::TogetherNotBid => (
            "{lot} is to be taken together with others, and bids-on leaves it out",
            "the bid can then never win the others either; check what the bidder stated"),
        C::TogetherAlone => (
            "fewer than two lots are to be taken together",
            "name two or more lots, or delete the condition"),
        C::LotWithoutStructure => (
            "a lot is named without its structure",
            "add structure = \"...\""),
        C::JudgedTwice => (
            "{what} of {bidder} is judged twice for the same lots",
            "keep one of the two, or give one of them a structure and a lot"),
        C::DecisionsContradict => (
            "decisions on {bidder} contradict each other",
            "rejection counts; delete the decision that no longer stands"),
        C::ContractBeforeDeadline => (
            "the contract begins on {from}, before the deadline for bids on {deadline}",
            "check both dates"),
        C::MoreErrors => (
            "and {more} more errors of the sort {listed}",
            "mend those above first"),
        C::MoreWarnings => (
            "and {more} more warnings of the sort {listed}",
            "see those above"),
        other => super::en_adjustments::wording(other),
    }
}
