//! What is wrong with a file: a value with a code, a place and typed arguments. Wording lives in `report`.

use super::Place;
use crate::{
    coded_enum::coded_enum,
    number::{Figure, Figures},
};

/// One thing that is wrong, or odd, in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which sort.
    pub code: ProblemCode,
    /// Where.
    pub place: Place,
    /// A second place that bears on it (the first use of a duplicate).
    pub related: Option<Place>,
    /// What the wording needs.
    pub args: Figures,
}

impl Problem {
    /// A problem without arguments.
    pub fn new(code: ProblemCode, place: Place) -> Self {
        Problem { code, place, related: None, args: Vec::new() }
    }

    /// With one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, figure: impl Into<Figure>) -> Self {
        self.args.push((name, figure.into()));
        self
    }

    /// With a second place.
    #[must_use]
    pub fn related(mut self, place: Place) -> Self {
        self.related = Some(place);
        self
    }
}

/// How grave a finding or a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Excludes a bid; makes a file invalid.
    Error,
    /// Somebody should look.
    Warning,
    /// For information.
    Note,
}

impl Severity {
    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// Declares the problem codes: one line each, name and severity.
macro_rules! problem_codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $severity:ident;)+) => {
        coded_enum! {
            /// Every sort of problem in a file. The name is stable; `docs/reference/problems.md` has a line for each.
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub enum ProblemCode {
                $($(#[doc = $doc])+ $variant = $name,)+
            }
        }

        impl ProblemCode {
            /// How grave it is.
            pub const fn severity(self) -> Severity {
                match self { $(ProblemCode::$variant => Severity::$severity,)+ }
            }
        }
    };
}

problem_codes! {
    // files
    /// A file that is named is not there. Arguments: `path`.
    FileMissing = "file-missing", Error;
    /// A file that is named lies outside the tender's folder. Arguments: `path`.
    FileOutside = "file-outside", Error;
    /// A file could not be read. Arguments: `path`, `reason`.
    FileUnreadable = "file-unreadable", Error;
    /// A file is not UTF-8. Arguments: `byte`.
    NotUtf8 = "not-utf8", Error;
    /// No file matches a pattern. Arguments: `pattern`.
    NoFileMatches = "no-file-matches", Warning;
    /// Two bids take their prices from one file. Arguments: `path`.
    PricesFileShared = "prices-file-shared", Warning;
    /// The file is not TOML. Arguments: `reason`.
    Syntax = "syntax", Error;
    /// A key occurs twice in a table. Arguments: `key`.
    DuplicateKey = "duplicate-key", Error;

    // CSV
    /// A CSV file has no header. Arguments: `columns`.
    CsvEmpty = "csv-empty", Error;
    /// A CSV file lacks a column. Arguments: `column`, `found`.
    CsvColumnMissing = "csv-column-missing", Error;
    /// A CSV file has a column that means nothing. Arguments: `column`, `valid`, perhaps `nearest`.
    CsvColumnUnknown = "csv-column-unknown", Error;
    /// A column occurs twice in the header. Arguments: `column`.
    CsvColumnTwice = "csv-column-twice", Error;
    /// A line has another number of fields than the header. Arguments: `fields`, `columns`.
    CsvFields = "csv-fields", Error;
    /// A quoted field is not closed, or text follows it.
    CsvQuote = "csv-quote", Error;

    // the shape of a table
    /// The file states no format, or one that this program does not know. Arguments: `found`.
    Format = "format", Error;
    /// A key that the table does not have. Arguments: `key`, `table`, `valid`, perhaps `nearest`.
    UnknownKey = "unknown-key", Error;
    /// A compulsory key is not there. Arguments: `key`, `table`, `example`.
    MissingKey = "missing-key", Error;
    /// A value of another type. Arguments: `key`, `expected`, `found`.
    WrongType = "wrong-type", Error;
    /// `[bid]` instead of `[[bid]]`. Arguments: `table`.
    SingleBrackets = "single-brackets", Error;
    /// A word that the key does not know. Arguments: `key`, `value`, `valid`, perhaps `nearest`.
    UnknownValue = "unknown-value", Error;
    /// A key that holds a dot and was not quoted. Arguments: `key`, `quoted`.
    UnquotedDot = "unquoted-dot", Error;
    /// A key with letters such as æ, ø, å that was not quoted. Arguments: `key`, `quoted`.
    UnquotedKey = "unquoted-key", Error;
    /// Quotes as a word processor writes them. Arguments: `text`, `quoted`.
    CurlyQuotes = "curly-quotes", Error;
    /// A key that the chosen rule makes nothing of. Arguments: `key`, `because`.
    WithoutEffect = "without-effect", Warning;

    // values
    /// A number is not written as format 1 writes numbers. Arguments: `text`, `like`, perhaps `write`, or `whole` and
    /// `decimal`.
    NumberForm = "number-form", Error;
    /// A number has more digits than can be kept. Arguments: `text`.
    NumberTooLong = "number-too-long", Error;
    /// A price below 0, with more than two decimals, or 10,000,000,000 or more. Arguments: `text`, `price`,
    /// `like`, perhaps `read` and `write`.
    PriceRange = "price-range", Error;
    /// A per cent with more than four decimals. Arguments: `percent`.
    PercentDecimals = "percent-decimals", Error;
    /// A per cent outside its range. Arguments: `key`, `percent`, `least`, `most`.
    PercentRange = "percent-range", Error;
    /// A volume that is not a whole number from 0 to 1,000,000,000. Arguments: `text`, `volume`, perhaps
    /// `read` and `write`.
    VolumeRange = "volume-range", Error;
    /// A number outside its range. Arguments: `key`, `number`, `least`, `most`.
    NumberRange = "number-range", Error;
    /// Not a local date. Arguments: `text`, perhaps `write`.
    DateForm = "date-form", Error;
    /// Not a time with an offset. Arguments: `text`.
    MomentForm = "moment-form", Error;
    /// A period ends before it begins. Arguments: `from`, `until`.
    PeriodReversed = "period-reversed", Error;
    /// A control or bidirectional character in a text. Arguments: `character`.
    RefusedCharacter = "refused-character", Error;
    /// An empty name.
    EmptyName = "empty-name", Error;
    /// A code that ends in `*`. Arguments: `code`.
    CodeWithStar = "code-with-star", Error;
    /// A hash that is not 64 hexadecimal digits. Arguments: `text`.
    HashForm = "hash-form", Error;
    /// A gate on `total` where a judged criterion has no weight. Arguments: `criterion`.
    GateWithoutWeights = "gate-without-weights", Error;
    /// The file is valid, but a figure cannot be computed: a formula has no result for a bid, or a figure is too large.
    /// Arguments: `reason`.
    NoResult = "no-result", Error;
    /// The model is not the one whose hash was published. Arguments: `published`, `own`.
    ModelHashDiffers = "model-hash-differs", Error;

    // names
    /// Two procedures have one code. Arguments: `name`.
    DuplicateCode = "duplicate-code", Error;
    /// Two bids of one bidder. Arguments: `name`.
    DuplicateBidder = "duplicate-bidder", Error;
    /// Two things of one sort have one id. Arguments: `name`, `kind`.
    DuplicateId = "duplicate-id", Error;
    /// An id that means something else already. Arguments: `name`.
    ReservedId = "reserved-id", Error;
    /// Two names differ only by case or by look-alike letters. Arguments: `name`, `other`, `kind`.
    LooksAlike = "looks-alike", Warning;
    /// No procedure has the code. Arguments: `name`, perhaps `nearest`.
    UnknownCode = "unknown-code", Error;
    /// No tariff has the id. Arguments: `name`, perhaps `nearest`.
    UnknownTariff = "unknown-tariff", Error;
    /// No structure has the id. Arguments: `name`, perhaps `nearest`.
    UnknownStructure = "unknown-structure", Error;
    /// The structure has no such lot. Arguments: `name`, `structure`, perhaps `nearest`.
    UnknownLot = "unknown-lot", Error;
    /// No criterion has the id. Arguments: `name`, perhaps `nearest`.
    UnknownCriterion = "unknown-criterion", Error;
    /// No bid is from this bidder. Arguments: `name`, perhaps `nearest`.
    UnknownBidder = "unknown-bidder", Error;
    /// No requirement has the id. Arguments: `name`, perhaps `nearest`.
    UnknownRequirement = "unknown-requirement", Error;
    /// No code begins so. Arguments: `pattern`.
    MatchesNothing = "matches-nothing", Warning;
    /// Something occurs twice in a list. Arguments: `name`, `key`.
    ListedTwice = "listed-twice", Warning;

    // tariffs, cap and fallback
    /// A tariff is derived from itself. Arguments: `tariffs`.
    TariffCircle = "tariff-circle", Error;
    /// A derived tariff lists prices. Arguments: `tariff`.
    DerivedTariffListed = "derived-tariff-listed", Error;
    /// A plain number where several tariffs, or none, list prices. Arguments: `tariffs`.
    WhichTariff = "which-tariff", Error;
    /// A derived price would be too large. Arguments: `tariff`, `procedure`.
    DerivedPriceTooLarge = "derived-price-too-large", Error;
    /// The tender has no cap.
    TenderWithoutCap = "tender-without-cap", Warning;
    /// Paying the cap while in force needs `scored-price`.
    ScoredPriceMissing = "scored-price-missing", Error;
    /// `scored-price` with another mode. Arguments: `mode`.
    ScoredPriceUnused = "scored-price-unused", Error;
    /// Paying the cap while in force needs the days of the contract.
    CapNeedsContract = "cap-needs-contract", Error;
    /// The cap tariff is not in force on any day of the contract. Arguments: `tariff`.
    CapNeverInForce = "cap-never-in-force", Warning;
    /// `reject-line` together with missing procedures at the fallback.
    RejectLineWithFallback = "reject-line-with-fallback", Error;
    /// A discount without a discount base. Arguments: `bidder`.
    DiscountWithoutBase = "discount-without-base", Error;
    /// Prices are adjusted over the contract, and no days of the contract are stated.
    AdjustmentNeedsContract = "adjustment-needs-contract", Error;
    /// An adjustment that applies to nothing.
    AdjustmentOfNothing = "adjustment-of-nothing", Error;
    /// An adjustment of what is neither unit prices nor a tariff. Arguments: `target`, `valid`, perhaps `nearest`.
    AdjustmentTarget = "adjustment-target", Error;
    /// An adjustment of a derived tariff. Arguments: `tariff`, `base`.
    AdjustmentDerived = "adjustment-derived", Error;
    /// An adjustment after the contract's end. Arguments: `from`, `until`.
    AdjustmentTooLate = "adjustment-too-late", Warning;
    /// Prices in kroner and discounts that move by different adjustments on one procedure. Arguments: `procedure`, `fixed`,
    /// `floating`, `tariff`, `from`, `n`.
    FixedAndFloating = "fixed-and-floating", Warning;
    /// Several fallback tariffs, and no days to count.
    FallbackWithoutContract = "fallback-without-contract", Warning;
    /// A fallback tariff that never has its turn. Arguments: `tariff`, `first`.
    FallbackNeverReached = "fallback-never-reached", Warning;
    /// A rule across lots, or `if-cheaper`, and a procedure without a fallback cost. Arguments: `procedure`, `because`.
    FallbackNeeded = "fallback-needed", Error;

    // procedures and structures
    /// The tender buys nothing.
    NoProcedures = "no-procedures", Error;
    /// min, expected, max are not in ascending order. Arguments: `min`, `expected`, `max`.
    VolumeOrder = "volume-order", Error;
    /// Nothing is expected of a procedure. Arguments: `procedure`.
    ZeroVolume = "zero-volume", Warning;
    /// A code is covered by two price lines. Arguments: `code`, `procedure`, `other`.
    CoveredTwice = "covered-twice", Error;
    /// A procedure is in no lot. Arguments: `procedure`, `structure`.
    InNoLot = "in-no-lot", Error;
    /// A procedure is in two lots. Arguments: `procedure`, `structure`, `lot`, `other`.
    InTwoLots = "in-two-lots", Error;
    /// A lot has no procedure. Arguments: `lot`, `structure`.
    LotWithoutProcedures = "lot-without-procedures", Error;
    /// Two lots take what no other names. Arguments: `structure`, `lot`, `other`.
    TwoRemainders = "two-remainders", Error;
    /// More structures of more procedures than can be held. Arguments: `structures`, `procedures`, `most`.
    TooManyStructures = "too-many-structures", Error;
    /// min-suppliers above max-suppliers. Arguments: `min`, `max`.
    SuppliersReversed = "suppliers-reversed", Error;
    /// More suppliers are demanded than there are lots. Arguments: `min`, `lots`.
    MinSuppliersAboveLots = "min-suppliers-above-lots", Warning;
    /// The limits leave lots unawarded. Arguments: `most`, `lots`.
    LimitsLeaveLots = "limits-leave-lots", Warning;

    // variants
    /// A variant that states nothing to try out. Arguments: `variant`, `keys`.
    VariantChangesNothing = "variant-changes-nothing", Warning;
    /// A variant varies the cap of a tender without one. Arguments: `variant`.
    VariantWithoutCap = "variant-without-cap", Error;
    /// A variant states a day of lapse of a tariff that is always in force. Arguments: `tariff`.
    VariantNeverLapses = "variant-never-lapses", Error;
    /// A variant's factor makes a volume too large. Arguments: `procedure`.
    VariantVolume = "variant-volume", Error;

    // award rules
    /// Scores, and a structure that invites combinations. Arguments: `structure`.
    CombinationWithScores = "combination-with-scores", Error;
    /// Scores, and `if-cheaper`.
    IfCheaperWithScores = "if-cheaper-with-scores", Error;
    /// Scores, a rule across lots, and a lot without weight. Arguments: `lot`, `structure`.
    LotWeightNeeded = "lot-weight-needed", Error;
    /// Scores, a rule across lots, and no rounding of the score. Arguments: `structure`.
    ScoreRoundingNeeded = "score-rounding-needed", Error;
    /// Several suppliers for a lot, and a rule across lots. Arguments: `structure`, `rules`.
    SuppliersAcrossLots = "suppliers-across-lots", Error;
    /// Shares do not sum to 100. Arguments: `sum`.
    SharingSum = "sharing-sum", Error;
    /// Not as many shares as suppliers. Arguments: `shares`, `suppliers`.
    SharingCount = "sharing-count", Error;
    /// A bidder is drawn twice. Arguments: `bidder`.
    DrawnTwice = "drawn-twice", Error;
    /// A draw was held, and no tie rule uses it.
    DrawUnused = "draw-unused", Warning;

    // evaluation
    /// The model needs criteria. Arguments: `model`.
    NoCriteria = "no-criteria", Error;
    /// Weights of siblings do not sum to 100. Arguments: `sum`, `weights`, perhaps `parent`.
    WeightSum = "weight-sum", Error;
    /// A criterion with children has a method. Arguments: `criterion`.
    ParentWithMethod = "parent-with-method", Error;
    /// A criterion is a part of itself. Arguments: `criteria`.
    ParentCircle = "parent-circle", Error;
    /// A leaf without a method. Arguments: `criterion`.
    MethodMissing = "method-missing", Error;
    /// `outside = "widen"` without `widen`. Arguments: `criterion`.
    WidenMissing = "widen-missing", Error;
    /// `first` below the starting value. Arguments: `first`, `start`.
    WidenFirst = "widen-first", Error;
    /// A step of 0 or less. Arguments: `step`.
    WidenStep = "widen-step", Error;
    /// A ceiling below `first`. Arguments: `ceiling`, `first`.
    WidenCeiling = "widen-ceiling", Error;
    /// `higher-is-better` with `absolute`. Arguments: `criterion`.
    HigherWithAbsolute = "higher-with-absolute", Error;
    /// `zero-at` is not above `full-at`. Arguments: `full-at`, `zero-at`.
    ZeroAtBelowFullAt = "zero-at-below-full-at", Error;
    /// A gate on a criterion that is not judged. Arguments: `criterion`.
    GateNotJudged = "gate-not-judged", Error;
    /// A model of evaluated prices with a criterion that is not judged. Arguments: `criterion`.
    WorthNotJudged = "worth-not-judged", Error;
    /// Quality without a worth. Arguments: `criterion`, `keys`.
    WorthMissing = "worth-missing", Error;
    /// A worth of another sort than `adjust` needs. Arguments: `key`, `adjust`, `keys`.
    WorthMismatch = "worth-mismatch", Error;
    /// A formula that cannot be read. Arguments: `reason`, and what the reason needs: `name`, `nearest`, `found`,
    /// `wanted`, `write`, `exact`, `least`, `most`, `count`.
    FormulaSyntaxError = "formula-fault", Error;
    /// A bid without the points of a judged criterion. Arguments: `bidder`, `criterion`, perhaps `lot`.
    PointsMissing = "points-missing", Error;
    /// Points outside 0 to the scale. Arguments: `points`, `scale`.
    PointsRange = "points-range", Error;
    /// Points for a criterion that is not judged. Arguments: `criterion`.
    PointsNotJudged = "points-not-judged", Error;
    /// A bid without a value that a criterion measures or a formula names. Arguments: `bidder`, `value`, perhaps
    /// `nearest`.
    ValueMissing = "value-missing", Error;

    // frameworks and mini-tenders
    /// `direct-award = "ranked"` where suppliers get fixed shares.
    DirectAwardShares = "direct-award-shares", Error;
    /// A range of weights that is not two numbers. Arguments: `criterion`.
    WeightRangeForm = "weight-range-form", Error;
    /// A range of weights that ends below its beginning. Arguments: `criterion`, `least`, `most`.
    WeightRangeReversed = "weight-range-reversed", Error;
    /// The framework of a mini-tender is no tender. Arguments: `path`, `kind`.
    FrameworkKind = "framework-kind", Error;
    /// The framework's own file is invalid; its problems are reported too. Arguments: `path`.
    FrameworkInvalid = "framework-invalid", Error;
    /// The framework's record has another hash than is demanded. Arguments: `path`, `own`.
    FrameworkRecordDiffers = "framework-record-differs", Error;
    /// The framework's record, and no hash that it must have. Arguments: `own`.
    FrameworkRecordUnpinned = "framework-record-unpinned", Warning;
    /// A file of the framework's record is not what it was. Arguments: `path`, `file`, `reason`.
    FrameworkRecordChanged = "framework-record-changed", Error;
    /// The framework's tender file is not the tender of its record.
    FrameworkRecordOther = "framework-record-other", Error;
    /// The framework has no award that can be computed. Arguments: `framework`, `reason`.
    FrameworkNotEvaluated = "framework-not-evaluated", Error;
    /// The framework has no supplier on a lot that the mini-tender takes from. Arguments: `framework`, `lot`.
    FrameworkNotAwarded = "framework-not-awarded", Error;
    /// The framework does not allow mini-tenders. Arguments: `framework`.
    MiniTendersNotAllowed = "mini-tenders-not-allowed", Error;
    /// The framework has no lot of this name. Arguments: `lot`, `lots`.
    UnknownFrameworkLot = "unknown-framework-lot", Error;
    /// A procedure of another lot of the framework than the mini-tender names. Arguments: `procedure`, `lot`, `other`.
    OutsideFrameworkLot = "outside-framework-lot", Error;
    /// A procedure that the framework does not name. Arguments: `procedure`, `framework`.
    NotInFramework = "not-in-framework", Error;
    /// New codes, and no lot of the framework that they belong to. Arguments: `lot`, `lots`.
    FrameworkLotNeeded = "framework-lot-needed", Error;
    /// A volume above the framework's maximum. Arguments: `procedure`, `volume`, `max`.
    AboveFrameworkVolume = "above-framework-volume", Error;
    /// A party is not among those invited. Arguments: `bidder`, `framework`.
    PartyNotInvited = "party-not-invited", Error;
    /// One who is invited is no party. Arguments: `bidder`, `framework`, `parties`.
    InvitedNotParty = "invited-not-party", Error;
    /// Something of the evaluation model differs from the framework. Arguments: `what`, perhaps `own`, perhaps `framework`.
    DiffersFromFramework = "differs-from-framework", Error;
    /// A criterion that the framework does not have. Arguments: `criterion`, `framework`.
    CriterionNotInFramework = "criterion-not-in-framework", Error;
    /// A criterion of the framework is left out. Arguments: `criterion`, `framework`.
    FrameworkCriterionMissing = "framework-criterion-missing", Error;
    /// A weight outside the framework's range. Arguments: `criterion`, `weight`, `least`, `most`.
    WeightOutsideRange = "weight-outside-range", Error;
    /// The mini-tender states no contract, and the framework limits it. Arguments: `framework`.
    FrameworkNeedsContract = "framework-needs-contract", Error;
    /// The contract does not begin while the framework runs. Arguments: `from`, `first`, `last`.
    OutsideFrameworkPeriod = "outside-framework-period", Error;
    /// The contract is longer than the framework allows. Arguments: `until`, `months`, `last`.
    LongerThanFramework = "longer-than-framework", Error;
    /// The contract begins before the standstill is over. Arguments: `from`, `days`, `first`.
    WithinStandstill = "within-standstill", Error;
    /// Discounts are taken off another tariff than in the framework. Arguments: `tariff`, perhaps `framework`.
    OtherDiscountBase = "other-discount-base", Error;
    /// The discount base has another price than in the framework. Arguments: `procedure`, `tariff`, perhaps `price`, perhaps `framework`.
    OtherBasePrice = "other-base-price", Error;
    /// The framework limits prices by the mini-tender's cap, and it has none.
    FrameworkNeedsCap = "framework-needs-cap", Error;
    /// Amounts in another currency than the framework's. Arguments: `currency`, `framework`.
    OtherCurrency = "other-currency", Error;

    // letters
    /// What may be told gives away more, whatever is bid. Arguments: `leak`.
    DisclosureGivesAway = "disclosure-gives-away", Warning;
    /// Fewer days of standstill than the law's, and no reason. Arguments: `days`, `least`, `sent`.
    StandstillTooShort = "standstill-too-short", Error;
    /// Fewer days of standstill than the framework's. Arguments: `days`, `framework`, `least`.
    StandstillBelowFramework = "standstill-below-framework", Error;

    // bids
    /// A bid that states no price and no discount. Arguments: `bidder`.
    NothingOffered = "nothing-offered", Warning;
    /// A line of a prices file with a code, and no price or discount. Arguments: `code`.
    PriceEmpty = "price-empty", Warning;
    /// Two prices, or two discounts, for one code. Arguments: `code`.
    PricedTwice = "priced-twice", Error;
    /// A price and `not-offered` at once. Arguments: `code`.
    PricedAndNotOffered = "priced-and-not-offered", Warning;
    /// A combination without exactly one condition.
    CombinationCondition = "combination-condition", Error;
    /// A combination that names lots and no structure.
    CombinationStructure = "combination-structure", Error;
    /// A condition that can never be met. Arguments: `lots`, `structure`.
    CombinationNeverMet = "combination-never-met", Warning;
    /// Two statements about one thing. Arguments: `what`.
    StatedTwice = "stated-twice", Error;
    /// `only-together` with a lot that `bids-on` leaves out. Arguments: `lot`.
    TogetherNotBid = "together-not-bid", Warning;
    /// Fewer than two lots that are to be taken together.
    TogetherAlone = "together-alone", Warning;

    // the buyer's side
    /// A lot without its structure.
    LotWithoutStructure = "lot-without-structure", Error;
    /// Two judgements of one thing. Arguments: `bidder`, `what`.
    JudgedTwice = "judged-twice", Error;
    /// Decisions that contradict each other. Arguments: `bidder`.
    DecisionsContradict = "decisions-contradict", Warning;
    /// The contract begins before the deadline. Arguments: `from`, `deadline`.
    ContractBeforeDeadline = "contract-before-deadline", Warning;

    // dialogue files
    /// A dialogue file where a tender is wanted.
    DialogueNotTender = "dialogue-not-tender", Error;
    /// A tender where a dialogue file is wanted.
    TenderNotDialogue = "tender-not-dialogue", Error;
    /// A dialogue with profiles about a mini-tender.
    DialogueOfMiniTender = "dialogue-of-mini-tender", Error;
    /// Nobody bids: no profile, or a tender without bids.
    NoProfiles = "no-profiles", Error;
    /// A name that is shown to the market holds that of a bidder of the tender. Arguments: `kind`, `name`.
    NamesBidder = "names-bidder", Error;
    /// More bidders, groups, scenarios or courses than can be simulated. Arguments: `things`, `count`, `most`.
    DialogueTooLarge = "dialogue-too-large", Error;
    /// A number with more than six decimals. Arguments: `key`, `number`.
    TooManyDecimals = "too-many-decimals", Error;
    /// No distribution, or several at once. Arguments: `key`.
    DistributionForm = "distribution-form", Error;
    /// A distribution with another count of numbers than it has. Arguments: `key`, `needed`, `count`.
    DistributionCount = "distribution-count", Error;
    /// The numbers of a distribution do not ascend. Arguments: `key`, `numbers`.
    DistributionOrder = "distribution-order", Error;
    /// Scenarios together with factors.
    ScenariosAndFactors = "scenarios-and-factors", Error;
    /// A line is the operation of two courses, or operation and examination at once. Arguments: `procedure`.
    CourseChain = "course-chain", Error;
    /// A day of lapse, and no cap that lapses during a contract.
    LapseWithoutCap = "lapse-without-cap", Error;
    /// The cap lapses before it is in force. Arguments: `day`, `from`, `tariff`.
    LapseBeforeInForce = "lapse-before-in-force", Error;
    /// The least discount is above the greatest. Arguments: `least`, `most`.
    LimitsReversed = "limits-reversed", Error;

    // what is left out of a list
    /// More errors of one code than are listed. Arguments: `listed`, `more`.
    MoreErrors = "more-errors", Error;
    /// More warnings of one code than are listed. Arguments: `listed`, `more`.
    MoreWarnings = "more-warnings", Warning;
}
