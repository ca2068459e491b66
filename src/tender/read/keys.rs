//! The keys of every table of format 1. The JSON Schema is tested against this list.

/// The keys of one table.
#[derive(Debug)]
pub struct TableKeys {
    /// The table as a file writes it.
    pub table: &'static str,
    /// Its keys in the order of the reference.
    pub keys: &'static [&'static str],
}

macro_rules! table_keys {
    ($($name:ident = $table:literal: $($key:literal)+;)+) => {
        $(pub(super) static $name: TableKeys = TableKeys { table: $table, keys: &[$($key),+] };)+

        /// Every table that a tender file may hold.
        pub static ALL_TABLES: &[&TableKeys] = &[$(&$name),+];
    };
}

table_keys! {
    ROOT = "tender": "format" "tender" "tariff" "pricing" "cap" "fallback" "procedure" "procedures" "structure" "award" "evaluation"
        "requirement" "assessment" "assessments" "decision" "bid" "bids";
    TENDER = "[tender]": "id" "title" "kind" "buyer" "specialty" "currency" "deadline" "contract" "model-hash";
    PERIOD = "period": "from" "until";
    TARIFF = "[[tariff]]": "id" "title" "derived-from" "reduction" "round-to" "in-force";
    PRICING = "[pricing]": "discount-base" "form";
    CAP = "[cap]": "tariff" "above-cap" "scored-price";
    FALLBACK = "[fallback]": "tariffs";
    PROCEDURE = "[[procedure]]": "code" "name" "volume" "tariff" "covers" "fallback-price";
    VOLUME = "volume": "min" "expected" "max";
    PROCEDURES = "[procedures]": "file";
    STRUCTURE = "[[structure]]": "id" "title" "bidders-may" "max-lots-per-bidder" "min-suppliers" "max-suppliers" "lot";
    LOT = "[[structure.lot]]": "id" "title" "codes" "weight";
    AWARD = "[award]": "structure" "missing" "unawarded" "ties" "draw" "low-price-flag" "suppliers-per-lot" "sharing" "within-percent";
    MISSING = "missing": "rule" "at-most" "never";
    EVALUATION = "[evaluation]": "model" "scale" "rounding" "adjust" "formula" "best" "criterion" "gate";
    ROUNDING = "rounding": "points" "weighted" "score" "mode";
    CRITERION = "[[evaluation.criterion]]": "id" "title" "parent" "weight" "measure" "method" "slope" "full-at" "zero-at" "outside"
        "widen" "higher-is-better" "formula" "value" "value-percent" "uplift";
    WIDEN = "widen": "first" "step" "ceiling";
    GATE = "[[evaluation.gate]]": "criterion" "min";
    REQUIREMENT = "[[requirement]]": "id" "text" "codes";
    ASSESSMENT = "[[assessment]]": "bidder" "structure" "lot" "points" "requirements" "reason";
    ASSESSMENTS = "[assessments]": "files";
    ASSESSMENT_FILE = "assessments-file": "format" "assessment";
    DECISION = "[[decision]]": "bidder" "action" "ground" "date" "text";
    BIDS = "[bids]": "files";
    BID_FILE = "bids-file": "format" "bid";
    BID = "[[bid]]": "bidder" "received" "discount" "discounts" "prices" "prices-file" "not-offered" "registered" "capacity" "max-lots"
        "group" "values" "bids-on" "only-together" "lot-capacity" "combination";
    LOT_SELECTION = "lots": "structure" "lots";
    LOT_CAPACITY = "[[bid.lot-capacity]]": "structure" "lot" "volume";
    COMBINATION = "[[bid.combination]]": "structure" "min-lots" "lots" "all-lots" "discount";
}
