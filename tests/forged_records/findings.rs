//! Forged ranks, admissibility and findings.

use super::*;

pub(super) fn in_order_and_findings() -> Vec<Case> {
    vec![
        (
            "ranks exchanged",
            PRICED,
            |f| {
                f.evaluation(|e| {
                    let first = e["bids"][0]["lots"][1]["rank"].clone();
                    e["bids"][0]["lots"][1]["rank"] = e["bids"][1]["lots"][1]["rank"].clone();
                    e["bids"][1]["lots"][1]["rank"] = first;
                });
            },
            FIGURES,
            "rank-wrong",
        ),
        (
            "a rank of its own among equals",
            TIES,
            |f| f.set("/bids/1/lots/0/rank", json!(2)),
            FIGURES,
            "rank-wrong",
        ),
        (
            "a bid left out",
            PRICED,
            |f| f.evaluation(|e| drop_item(&mut e["bids"], 2)),
            FIGURES,
            "entry-missing",
        ),
        (
            "a bid of nobody",
            PRICED,
            |f| {
                f.evaluation(|e| {
                    let mut bid = e["bids"][0].clone();
                    bid["bidder"] = json!("Omikron");
                    e["bids"].as_array_mut().unwrap().push(bid);
                });
            },
            FIGURES,
            "entry-invented",
        ),
        (
            "a bid told twice",
            PRICED,
            |f| {
                f.evaluation(|e| {
                    let bid = e["bids"][0].clone();
                    e["bids"].as_array_mut().unwrap().push(bid);
                });
            },
            FIGURES,
            "entry-invented",
        ),
        (
            "a lot left out of a bid",
            PRICED,
            |f| f.evaluation(|e| drop_item(&mut e["bids"][0]["lots"], 0)),
            FIGURES,
            "entry-missing",
        ),
        ("late, and not told", PRICED, |f| drop_finding(f, 2, "late"), FIGURES, "finding-missing"),
        (
            "late, and let in",
            PRICED,
            |f| {
                drop_finding(f, 2, "late");
                f.set("/bids/2/admissible", json!(true));
            },
            FIGURES,
            "word-differs",
        ),
        (
            "late by another minute",
            PRICED,
            |f| finding(f, 2, "late", |x| x["args"]["received"] = json!("2024-11-16T10:01:00+01:00")),
            FIGURES,
            "finding-differs",
        ),
        (
            "the rejection of a bid not told",
            PRICED,
            |f| drop_finding(f, 4, "rejected-by-decision"),
            FIGURES,
            "finding-missing",
        ),
        (
            "another ground of rejection",
            PRICED,
            |f| finding(f, 4, "rejected-by-decision", |x| x["args"]["ground"] = json!("other")),
            FIGURES,
            "finding-differs",
        ),
        (
            "an error made a warning",
            PRICED,
            |f| finding(f, 2, "late", |x| x["severity"] = json!("warning")),
            FIGURES,
            "finding-differs",
        ),
        (
            "a requirement that is met told as unmet",
            PRICED,
            |f| {
                f.evaluation(|e| {
                    e["bids"][0]["findings"].as_array_mut().unwrap().push(json!({
                    "code": "requirement-unmet", "severity": "error", "lot": null, "procedure": null,
                    "args": { "requirement": "plan", "text": "Godkendt til funktionen", "reason": "" } }));
                });
            },
            FIGURES,
            "finding-invented",
        ),
        (
            "an unmet requirement not told",
            PRICED,
            |f| drop_finding(f, 3, "requirement-unmet"),
            FIGURES,
            "finding-missing",
        ),
        (
            "another cap in a note",
            PRICED,
            |f| finding(f, 1, "above-cap", |x| x["args"]["cap"] = json!("9999.00")),
            FIGURES,
            "finding-differs",
        ),
        (
            "another cost of what is missing",
            PRICED,
            |f| finding(f, 3, "missing-procedure", |x| x["args"]["fallback"] = json!("1.00")),
            FIGURES,
            "finding-differs",
        ),
        (
            "an admissible bid called inadmissible",
            PRICED,
            |f| f.set("/bids/1/lots/0/status", json!("inadmissible")),
            FIGURES,
            "word-differs",
        ),
        (
            "a gate that was not passed, not told",
            POINTS,
            |f| drop_finding(f, 3, "below-gate"),
            FIGURES,
            "finding-missing",
        ),
        (
            "more points at the gate",
            POINTS,
            |f| finding(f, 3, "below-gate", |x| x["args"]["points"] = json!("49.99")),
            FIGURES,
            "finding-differs",
        ),
        (
            "a widened scale not told",
            POINTS,
            |f| {
                f.evaluation(|e| {
                    e["findings"].as_array_mut().unwrap().retain(|x| x["code"] != "scale-widened");
                })
            },
            FIGURES,
            "finding-missing",
        ),
        (
            "a tender with a cap told as one without",
            PRICED,
            |f| {
                f.evaluation(|e| {
            e["findings"].as_array_mut().unwrap().push(json!({
                "code": "tender-without-cap", "severity": "warning", "lot": null, "procedure": null, "args": {} }));
        })
            },
            FIGURES,
            "finding-invented",
        ),
        ("a hypothesis", PRICED, |f| f.set("/published", json!(false)), FIGURES, "word-differs"),
    ]
}
