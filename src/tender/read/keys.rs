//! The keys of every table of a tender file in format 1. The JSON Schema is tested against this list.

/// The keys of one table.
#[derive(Debug)]
pub struct TableKeys {
    /// The table as a file writes it.
    pub table: &'static str,
    /// Its keys in the order of the reference.
    pub keys: &'static [&'static str],
    /// How a compulsory key may look, by table and key.
    pub example: fn(&str, &str) -> &'static str,
}

macro_rules! table_keys {
    ($example:path; $($name:ident = $table:literal: $($key:literal)+;)+) => {
        $(pub(super) static $name: TableKeys = TableKeys { table: $table, keys: &[$($key),+], example: $example };)+

        /// Every table that such a file may hold.
        pub static ALL_TABLES: &[&TableKeys] = &[$(&$name),+];
    };
}
pub(crate) use table_keys;

table_keys! {
    example;
    ROOT = "tender": "format" "tender" "tariff" "pricing" "cap" "fallback" "adjustment" "procedure" "procedures" "structure" "award" "evaluation"
        "mini-tenders" "framework" "budget" "disclosure" "standstill" "variant" "requirement" "assessment" "assessments" "decision" "bid" "bids";
    TENDER = "[tender]": "id" "title" "kind" "buyer" "specialty" "currency" "deadline" "contract" "model-hash";
    PERIOD = "period": "from" "until";
    TARIFF = "[[tariff]]": "id" "title" "derived-from" "reduction" "round-to" "in-force";
    PRICING = "[pricing]": "discount-base" "form";
    CAP = "[cap]": "tariff" "above-cap" "scored-price";
    FALLBACK = "[fallback]": "tariffs";
    ADJUSTMENT = "[[adjustment]]": "from" "percent" "applies-to";
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
    MINI_TENDERS = "[mini-tenders]": "allowed" "weights" "max-months" "new-codes" "max-price" "standstill-days" "direct-award";
    FRAMEWORK = "[framework]": "tender" "record" "record-hash" "lot" "parties";
    BUDGET = "[budget]": "amount";
    DISCLOSURE = "[disclosure]": "tell" "on-leak";
    STANDSTILL = "[standstill]": "days" "sent" "reason";
    VARIANT = "[[variant]]": "id" "title" "missing" "cap" "scored-price" "cap-tariff" "lapse" "without" "volumes";
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

/// How a compulsory key may look.
fn example(table: &str, key: &str) -> &'static str {
    match (table, key) {
        ("[framework]", "tender") => {
            "tender = \"../framework/tender.toml\", or record = \"../framework-record\""
        }
        (_, "tender") => "[tender]",
        (_, "framework") => "[framework]",
        (_, "allowed") => "allowed = true",
        (_, "amount") => "amount = 40000000",
        (_, "contract") => "contract = { from = 2025-03-01, until = 2025-08-31 }",
        ("[cap]", "tariff") => "tariff = \"akuttakst-2024\"",
        ("[[procedure]]", "volume") => "volume = 640",
        ("procedures", _) => "640",
        ("[[tariff]]", _) if key == "id" => "id = \"duf-2024\"",
        ("[[structure]]", _) if key == "id" => "id = \"by-size\"",
        ("[[evaluation.criterion]]", _) if key == "id" => "id = \"waiting\"",
        ("[[variant]]", _) if key == "id" => "id = \"lapse-later\"",
        ("[[requirement]]", _) if key == "id" => "id = \"specialeplan\"",
        ("[[structure.lot]]", _) if key == "id" => "id = \"alloplastik\"",
        ("[[requirement]]", "text") => "text = \"Godkendt til regionsfunktion\"",
        ("[[procedure]]", "name") => "name = \"Primær cementeret totalprotese i knæled\"",
        ("[[evaluation.gate]]", "min") => "min = 50",
        ("[evaluation]", "formula") => "formula = \"price - 1000 * points.waiting\"",
        (_, "id") => "id = \"RM-ORTO-2024\"",
        (_, "title") => "title = \"Ortopædisk kirurgi, samarbejdsaftale\"",
        (_, "kind") => "kind = \"tender\"",
        (_, "buyer") => "buyer = \"Region Midtjylland\"",
        (_, "specialty") => "specialty = \"ortopædisk kirurgi\"",
        ("[[adjustment]]", "from") => "from = 2025-01-01",
        (_, "percent") => "percent = 3.1",
        (_, "applies-to") => "applies-to = [\"tariff:duf-2024\", \"prices\"]",
        (_, "from") => "from = 2024-12-01",
        (_, "until") => "until = 2026-11-30",
        (_, "reduction") => "reduction = 10",
        (_, "above-cap") => "above-cap = \"pay-cap-while-in-force\", \"reject-bid\" or \"reject-line\"",
        (_, "tariffs") => "tariffs = [\"akuttakst-2024\", \"duf-2024\"]",
        (_, "code") => "code = \"KNGB40\"",
        (_, "expected") => "expected = 220",
        (_, "codes") => "codes = [\"KNGB*\"]",
        (_, "rule") => "rule = \"price-at-fallback\"",
        (_, "best") => "best = \"highest\" or \"lowest\"",
        (_, "weight") => "weight = 40",
        (_, "measure") => "measure = \"price\", or \"values.waiting-days\"",
        (_, "slope") => "slope = 30",
        (_, "zero-at") => "zero-at = 90",
        (_, "outside") => "outside = \"negative\", \"zero\", \"reject\" or \"widen\"",
        (_, "formula") => "formula = \"scale * low / p\"",
        (_, "first") => "first = 40",
        (_, "step") => "step = 10",
        (_, "criterion") => "criterion = \"waiting\"",
        (_, "bidder") => "bidder = \"Hospital Alfa\"",
        (_, "action") => "action = \"reject\" or \"accept\"",
        (_, "ground") => "ground = \"low-price\", \"reservation\", \"exclusion\", \"withdrawn\" or \"other\"",
        (_, "structure") => "structure = \"by-size\"",
        (_, "lots") => "lots = [\"alloplastik\", \"resten\"]",
        (_, "lot") => "lot = \"resten\"",
        (_, "volume") => "volume = 700",
        (_, "discount") => "discount = 3",
        (_, "tell") => "tell = [\"own\", \"winner-total\", \"winner-points\"]",
        (_, "file") => "file = \"procedures.csv\"",
        (_, "files") => "files = [\"bids/*.toml\"]",
        _ => "",
    }
}
