//! Forged awards.

use super::*;

pub(super) fn in_award() -> Vec<Case> {
    vec![
        (
            "another winner, with the old figures",
            PRICED,
            |f| f.set("/award/lots/0/winner", json!("Delta")),
            FIGURES,
            "figure-differs",
        ),
        ("a lower total", PRICED, |f| f.set("/award/total", json!("1.00")), FIGURES, "figure-differs"),
        ("a lower cost", PRICED, |f| f.set("/award/expected-cost", json!("1.00")), FIGURES, "figure-differs"),
        (
            "a price without the combination discount",
            PRICED,
            |f| {
                let price = f.json(EVALUATION)["bids"][0]["lots"][0]["price"].clone();
                f.set("/award/lots/0/price", price);
            },
            FIGURES,
            "figure-differs",
        ),
        (
            "a dearer award, with all its figures",
            TIES_WITHOUT,
            |f| f.award_to(0, "Beta"),
            FIGURES,
            "award-not-best",
        ),
        (
            "the winner's capacity exceeded",
            PRICED,
            |f| {
                for lot in 0..2 {
                    f.set(&format!("/award/lots/{lot}/winner"), json!("Beta"));
                }
            },
            FIGURES,
            "award-not-feasible",
        ),
        (
            "an inadmissible winner",
            PRICED,
            |f| f.set("/award/lots/1/winner", json!("Gamma")),
            FIGURES,
            "award-not-feasible",
        ),
        (
            "a winner who did not bid",
            PRICED,
            |f| f.set("/award/lots/1/winner", json!("Delta")),
            FIGURES,
            "award-not-feasible",
        ),
        (
            "no award",
            PRICED,
            |f| {
                f.evaluation(|e| {
                    e["award"]["status"] = json!("no-award");
                    for name in ["total", "expected-cost", "best-awards"] {
                        e["award"][name] = Value::Null;
                    }
                    e["award"]["lots"] = json!([]);
                    e["award"]["unawarded"] = json!(["a", "b"]);
                })
            },
            FIGURES,
            "award-not-best",
        ),
        (
            "a lot called unawarded",
            PRICED,
            |f| f.set("/award/unawarded", json!(["b"])),
            FIGURES,
            "word-differs",
        ),
        (
            "a margin below 0",
            PRICED,
            |f| f.set("/award/lots/0/margin", json!("-1.00")),
            FIGURES,
            "not-consistent",
        ),
        (
            "a distance below 0",
            PRICED,
            |f| f.set("/bids/1/lots/0/distance", json!("-1.00")),
            FIGURES,
            "not-consistent",
        ),
        (
            "a lot left out of the award",
            PRICED,
            |f| f.evaluation(|e| drop_item(&mut e["award"]["lots"], 1)),
            FIGURES,
            "entry-missing",
        ),
        ("two best awards", PRICED, |f| f.set("/award/best-awards", json!("2")), FIGURES, "ties-wrong"),
        ("a tie that is none", PRICED, |f| f.set("/award/status", json!("tie")), FIGURES, "ties-wrong"),
        ("a tie not told", TIES, |f| f.set("/award/best-awards", json!("1")), FIGURES, "ties-wrong"),
        ("the other one of the draw", TIES, |f| f.award_to(0, "Alfa"), FIGURES, "tie-rule-wrong"),
        (
            "a draw in another order",
            TIES,
            |f| {
                f.line(ASSESSMENTS, "draw.1 = \"Beta\"", "draw.1 = \"Alfa\"");
                f.line(ASSESSMENTS, "draw.2 = \"Alfa\"", "draw.2 = \"Beta\"");
                f.fit_hashes();
            },
            FIGURES,
            "tie-rule-wrong",
        ),
        (
            "an award where none was drawn",
            TIES,
            |f| {
                f.lines(ASSESSMENTS, |l| l.retain(|l| !l.starts_with("draw.2")));
                f.fit_hashes();
            },
            FIGURES,
            "tie-rule-wrong",
        ),
        (
            "a tied award left out",
            UNDRAWN,
            |f| f.evaluation(|e| drop_item(&mut e["award"]["tied"], 1)),
            FIGURES,
            "ties-wrong",
        ),
        (
            "a tied award told twice",
            UNDRAWN,
            |f| {
                f.evaluation(|e| {
                    let first = e["award"]["tied"][0].clone();
                    e["award"]["tied"][1] = first;
                })
            },
            FIGURES,
            "ties-wrong",
        ),
        (
            "a volume of a supplier",
            SEVERAL,
            |f| f.set("/award/lots/0/suppliers/0/volume", json!(34)),
            FIGURES,
            "figure-differs",
        ),
        (
            "a payment of a supplier",
            SEVERAL,
            |f| f.set("/award/lots/0/suppliers/1/expected-payment", json!("1.00")),
            FIGURES,
            "figure-differs",
        ),
        (
            "suppliers exchanged",
            SEVERAL,
            |f| {
                f.evaluation(|e| {
                    let list = e["award"]["lots"][0]["suppliers"].as_array_mut().unwrap();
                    let (first, second) = (list[0]["bidder"].clone(), list[1]["bidder"].clone());
                    list[0]["bidder"] = second;
                    list[1]["bidder"] = first;
                })
            },
            FIGURES,
            "word-differs",
        ),
        (
            "a supplier left out",
            SEVERAL,
            |f| f.evaluation(|e| drop_item(&mut e["award"]["lots"][0]["suppliers"], 2)),
            FIGURES,
            "entry-missing",
        ),
        (
            "a supplier beyond the per cent",
            SEVERAL,
            |f| {
                f.evaluation(|e| {
                    e["award"]["lots"][0]["suppliers"][2]["bidder"] = json!("Delta");
                })
            },
            FIGURES,
            "word-differs",
        ),
        (
            "nothing left over",
            SEVERAL,
            |f| f.set("/award/lots/0/left-over", json!(0)),
            FIGURES,
            "figure-differs",
        ),
        (
            "a lower total of several",
            SEVERAL,
            |f| f.set("/award/total", json!("1.00")),
            FIGURES,
            "figure-differs",
        ),
        (
            "more capacity",
            SEVERAL,
            |f| {
                f.line(BIDS, "bid.\"Alfa\".capacity = 33", "bid.\"Alfa\".capacity = 100");
                f.fit_hashes();
            },
            FIGURES,
            "figure-differs",
        ),
    ]
}
