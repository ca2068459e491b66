//! Forged figures: prices, points, scores, sums; and what moves over the contract.

use super::*;

pub(super) fn in_figures() -> Vec<Case> {
    vec![
        (
            "a price one øre lower",
            PRICED,
            |f| f.set("/bids/1/lots/1/price", json!("482999.99")),
            FIGURES,
            "figure-differs",
        ),
        (
            "another payment",
            PRICED,
            |f| f.set("/bids/0/lots/0/expected-payment", json!("1.00")),
            FIGURES,
            "figure-differs",
        ),
        (
            "money with one decimal",
            PRICED,
            |f| f.set("/bids/0/lots/0/elsewhere", json!("0.0")),
            FIGURES,
            "figure-differs",
        ),
        (
            "nothing bought elsewhere",
            PRICED,
            |f| f.set("/bids/3/lots/0/elsewhere", json!("0.00")),
            FIGURES,
            "figure-differs",
        ),
        (
            "a lower evaluated price",
            PRICED,
            |f| f.set("/bids/1/lots/0/evaluated-price", json!("1000000.00")),
            FIGURES,
            "figure-differs",
        ),
        (
            "a price as a number",
            PRICED,
            |f| f.set("/bids/1/lots/0/price", json!(1)),
            FIGURES,
            "figure-differs",
        ),
        ("fewer days of the cap", PRICED, |f| f.set("/days/in-force", json!(182)), FIGURES, "figure-differs"),
        (
            "a score where prices decide",
            PRICED,
            |f| f.set("/bids/0/lots/0/score", json!("9")),
            FIGURES,
            "figure-differs",
        ),
        (
            "points of a leaf",
            POINTS,
            |f| f.set("/bids/1/lots/0/points/price", json!("99.00")),
            FIGURES,
            "figure-differs",
        ),
        (
            "points of a leaf that is none",
            POINTS,
            |f| f.evaluation(|e| e["bids"][1]["lots"][0]["points"]["extra"] = json!("1.00")),
            FIGURES,
            "entry-invented",
        ),
        ("a score", POINTS, |f| f.set("/bids/0/lots/0/score", json!("99.9")), FIGURES, "figure-differs"),
        (
            "an unrounded score",
            POINTS,
            |f| f.set("/bids/0/lots/0/unrounded-score", json!("1/3")),
            FIGURES,
            "figure-differs",
        ),
        ("another slope", POINTS, |f| f.set("/scales/0/used", json!("50")), FIGURES, "figure-differs"),
        (
            "a slope that somebody else widened",
            POINTS,
            |f| f.set("/scales/0/widened-by", json!("Beta")),
            FIGURES,
            "word-differs",
        ),
        ("a slope that is not told", POINTS, |f| f.set("/scales", json!([])), FIGURES, "entry-missing"),
        (
            "figures for a bid that is out",
            POINTS,
            |f| f.evaluation(|e| e["bids"][3]["lots"][0]["score"] = json!("1.0")),
            FIGURES,
            "entry-invented",
        ),
    ]
}

pub(super) fn in_time() -> Vec<Case> {
    vec![
        (
            "a factor",
            MOVING,
            |f| f.set("/day-by-day/1/factors/prices", json!("1.02")),
            FIGURES,
            "figure-differs",
        ),
        (
            "a stretch of days left out",
            MOVING,
            |f| f.evaluation(|e| drop_item(&mut e["day-by-day"], 1)),
            FIGURES,
            "figure-differs",
        ),
        ("an adjustment not told", MOVING, |f| f.set("/adjustments", json!([])), FIGURES, "entry-missing"),
        (
            "another adjustment",
            MOVING,
            |f| {
                f.model_line("adjustment.1.percent = 3.1", "adjustment.1.percent = 3");
                f.fit_hashes();
            },
            FIGURES,
            "figure-differs",
        ),
    ]
}
