//! The keys of every table of a dialogue file. The JSON Schema is tested against this list.

use crate::tender::read::{TableKeys, keys::table_keys};

table_keys! {
    example;
    ROOT = "dialogue": "format" "dialogue" "volumes" "course" "lapse" "profile";
    DIALOGUE = "[dialogue]": "title" "tender" "bidders" "structures" "draws" "seed" "cost-per-contract";
    VOLUMES = "[volumes]": "known" "common" "specialty" "group" "scenario";
    GROUP = "[[volumes.group]]": "codes" "factor";
    SCENARIO = "[[volumes.scenario]]": "name" "weight" "factors";
    COURSE = "[[course]]": "examination" "operation" "share";
    LAPSE = "[lapse]": "days";
    DAY = "days": "date" "from" "until" "weight";
    PROFILE = "[[profile]]": "name" "count" "new" "lacks" "may-lack" "rather-not" "takes-part" "discount" "response" "capacity"
        "max-lots";
    MAY_LACK = "may-lack": "codes" "probability";
    RESPONSE = "response": "per-doubling" "per-rather-not" "per-competitor" "at-least" "at-most";
    DISTRIBUTION = "distribution": "uniform" "triangular" "lognormal" "two-point" "values";
    LOG_NORMAL = "lognormal": "median" "spread";
}

/// How a compulsory key may look.
fn example(table: &str, key: &str) -> &'static str {
    match (table, key) {
        (_, "dialogue") => "[dialogue]",
        ("[[profile]]", "name") => "name = \"Stort hospital\"",
        (_, "name") => "name = \"Flere henvisninger\"",
        (_, "title") => "title = \"Ortopædkirurgi: samlet eller delt?\"",
        (_, "tender") => "tender = \"tender.toml\"",
        (_, "codes") => "codes = [\"KNGB*\"]",
        (_, "factor") => "factor = { triangular = [0.8, 1, 1.3] }",
        (_, "factors") => "factors = { \"KNG*\" = 0.8 }",
        (_, "examination") => "examination = \"UXRC40\"",
        (_, "operation") => "operation = \"KNGD11\"",
        (_, "share") => "share = { uniform = [0.3, 0.5] }",
        (_, "days") => "days = [{ date = 2025-06-01, weight = 3 }, { date = 2025-09-01, weight = 1 }]",
        (_, "from") => "from = 2025-06-02",
        (_, "until") => "until = 2025-12-31",
        (_, "date") => "date = 2025-06-01",
        (_, "probability") => "probability = 0.4",
        (_, "discount") => "discount = { triangular = [6, 10, 14] }",
        (_, "median") => "median = 1",
        (_, "spread") => "spread = 1.2",
        _ => "",
    }
}
