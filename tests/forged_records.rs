//! Forged records: each keeps its sums right and cheats in the figures, the order, the findings, the award, the ties, the
//! model or the chain. Each is refused at its level, with its reason.

#[path = "forged/bases.rs"]
mod bases;
mod common;
mod figures_support;
#[path = "forged/forge.rs"]
mod forge;

use bases::{POINTS, PRICES as PRICED, SEVERAL, TIES, many};
use figures_support::{correction_of, record_of, told};
use forge::Forged;
use serde_json::{Value, json};
use udbud::record::{
    ASSESSMENTS, BIDS, CERTIFICATE, Class, EVALUATION, MANIFEST, MODEL, PRICES, README, RecordFiles, SUMS,
    TENDER,
    figures::check_figures,
    folder::sha256_hex,
    verify::{Level, verify_record},
};

/// A forgery: its name, the true record, what is done to it, and the level and code at which it must be refused.
type Case = (&'static str, &'static str, fn(&mut Forged), Level, &'static str);

const FIGURES: Level = Level::Figures;

fn in_figures() -> Vec<Case> {
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

fn in_time() -> Vec<Case> {
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

fn in_order_and_findings() -> Vec<Case> {
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

fn in_prices() -> Vec<Case> {
    vec![
        (
            "a unit price",
            PRICED,
            |f| f.row("a,Alfa,KA1", |r| r[7] = "8700.00".into()),
            FIGURES,
            "figure-differs",
        ),
        ("a volume", PRICED, |f| f.row("a,Alfa,KA1", |r| r[3] = "99".into()), FIGURES, "figure-differs"),
        (
            "a scored price",
            PRICED,
            |f| f.row("a,Beta,KA1", |r| r[9] = "9000.00".into()),
            FIGURES,
            "figure-differs",
        ),
        ("a cap", PRICED, |f| f.row("a,Beta,KA1", |r| r[8] = "9500.00".into()), FIGURES, "figure-differs"),
        (
            "a payment of a line",
            PRICED,
            |f| f.row("a,Beta,KA1", |r| r[11] = "1.00".into()),
            FIGURES,
            "figure-differs",
        ),
        (
            "a reason for what is missing",
            PRICED,
            |f| f.row("a,Delta,KA2", |r| r[12] = "not-offered".into()),
            FIGURES,
            "word-differs",
        ),
        (
            "a fallback of a line",
            PRICED,
            |f| f.row("a,Delta,KA2", |r| r[13] = "1.00".into()),
            FIGURES,
            "figure-differs",
        ),
        (
            "a field too many",
            PRICED,
            |f| f.row("a,Alfa,KA1", |r| r.push("x".into())),
            FIGURES,
            "figure-differs",
        ),
        ("a line left out", PRICED, |f| rows(f, |r| drop(r.remove(2))), FIGURES, "entry-missing"),
        ("a line told twice", PRICED, |f| rows(f, |r| r.push(r[2].clone())), FIGURES, "entry-invented"),
        (
            "a line of nobody",
            PRICED,
            |f| f.row("a,Alfa,KA1", |r| r[1] = "Omikron".into()),
            FIGURES,
            "entry-invented",
        ),
        (
            "other columns",
            PRICED,
            |f| rows(f, |r| r[0] = r[0].replace("payment", "paid")),
            FIGURES,
            "unreadable",
        ),
    ]
}

fn in_canonical_texts() -> Vec<Case> {
    vec![
        (
            "a tariff",
            PRICED,
            |f| {
                f.model_line(
                    "procedure.\"KA1\".tariff.\"duf\" = 10000",
                    "procedure.\"KA1\".tariff.\"duf\" = 10001",
                );
                f.fit_hashes();
            },
            FIGURES,
            "figure-differs",
        ),
        (
            "an expected volume",
            PRICED,
            |f| {
                f.model_line("procedure.\"KB1\".expected = 70", "procedure.\"KB1\".expected = 71");
                f.fit_hashes();
            },
            FIGURES,
            "figure-differs",
        ),
        (
            "another scored price",
            PRICED,
            |f| {
                f.model_line("cap.scored-price = time-weighted", "cap.scored-price = bid");
                f.fit_hashes();
            },
            FIGURES,
            "figure-differs",
        ),
        (
            "a weight",
            POINTS,
            |f| {
                f.model_line(
                    "evaluation.criterion.\"price\".weight = 60",
                    "evaluation.criterion.\"price\".weight = 61",
                );
                f.fit_hashes();
            },
            FIGURES,
            "figure-differs",
        ),
        (
            "another way to round",
            POINTS,
            |f| {
                f.model_line("evaluation.rounding.points = 2", "evaluation.rounding.points = 0");
                f.fit_hashes();
            },
            FIGURES,
            "figure-differs",
        ),
        (
            "a gate taken away",
            POINTS,
            |f| {
                for text in [MODEL, TENDER] {
                    f.lines(text, |l| l.retain(|l| !l.starts_with("evaluation.gate")));
                }
                f.fit_hashes();
            },
            FIGURES,
            "finding-invented",
        ),
        (
            "a line of the model that the tender lacks",
            PRICED,
            |f| {
                f.lines(TENDER, |l| l.retain(|l| l != "contract.from = 2024-12-01"));
                f.fit_hashes();
            },
            FIGURES,
            "model-differs",
        ),
        (
            "a rule that nobody knows",
            PRICED,
            |f| {
                for text in [MODEL, TENDER] {
                    f.lines(text, |l| l.push("award.home-bonus = 3".into()));
                }
                f.fit_hashes();
            },
            FIGURES,
            "unknown-line",
        ),
        (
            "a text out of order",
            PRICED,
            |f| {
                f.replace(BIDS, "udbud bids 1\n", "udbud bids 1\nbid.\"Zeta\" = yes\n");
                f.fit_hashes();
            },
            FIGURES,
            "unreadable",
        ),
        (
            "a hash in the manifest",
            PRICED,
            |f| f.edit_json(MANIFEST, |m| m["tender"]["bids-hash"] = json!("0".repeat(64))),
            FIGURES,
            "hash-differs",
        ),
        (
            "a model hash in the evaluation",
            PRICED,
            |f| f.set("/tender/model-hash", json!("0".repeat(64))),
            FIGURES,
            "hash-differs",
        ),
        (
            "bids changed and the hash kept",
            PRICED,
            |f| f.line(BIDS, "bid.\"Beta\".price.\"KB1\" = 6900", "bid.\"Beta\".price.\"KB1\" = 6800"),
            FIGURES,
            "hash-differs",
        ),
        (
            "a price of a bid",
            PRICED,
            |f| {
                f.line(BIDS, "bid.\"Beta\".price.\"KB1\" = 6900", "bid.\"Beta\".price.\"KB1\" = 6800");
                f.fit_hashes();
            },
            FIGURES,
            "figure-differs",
        ),
        (
            "received in time after all",
            PRICED,
            |f| {
                f.line(
                    BIDS,
                    "bid.\"Gamma\".received = 2024-11-16T09:00:00Z",
                    "bid.\"Gamma\".received = 2024-11-15T09:00:00Z",
                );
                f.fit_hashes();
            },
            FIGURES,
            "finding-invented",
        ),
        (
            "a requirement met after all",
            PRICED,
            |f| {
                f.line(
                    ASSESSMENTS,
                    "assessment.2.requirement.\"plan\" = unmet",
                    "assessment.2.requirement.\"plan\" = met",
                );
                f.fit_hashes();
            },
            FIGURES,
            "finding-invented",
        ),
        (
            "judged points",
            POINTS,
            |f| {
                f.line(
                    ASSESSMENTS,
                    "assessment.2.points.\"quality\" = 90.5",
                    "assessment.2.points.\"quality\" = 95",
                );
                f.fit_hashes();
            },
            FIGURES,
            "figure-differs",
        ),
        (
            "the winner rejected by a decision that nobody heeded",
            PRICED,
            |f| {
                f.lines(ASSESSMENTS, |l| {
                    l.push("decision.2.action = reject".into());
                    l.push("decision.2.bidder = \"Alfa\"".into());
                    l.push("decision.2.ground = other".into());
                });
                f.fit_hashes();
            },
            FIGURES,
            "finding-missing",
        ),
        ("a text that is missing", PRICED, |f| drop(f.0.remove(BIDS)), Level::Files, "unreadable"),
    ]
}

fn in_award() -> Vec<Case> {
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

/// Two lots, of which Alfa is the cheaper on both.
const TIES_WITHOUT: &str = "two bids of which one is cheaper";
/// Equal bids, and nobody drawn.
const UNDRAWN: &str = "equal bids without a draw";
/// Prices that move over the contract.
const MOVING: &str = "prices that are adjusted";
const MANY: &str = "more awards than can be gone through";

fn base(text: &str) -> (RecordFiles, String) {
    let text = match text {
        TIES_WITHOUT => TIES.replace("bidder = \"Alfa\"\ndiscount = 10", "bidder = \"Alfa\"\ndiscount = 11"),
        UNDRAWN => TIES.replace("draw = [\"Beta\", \"Alfa\"]", "draw = []"),
        MANY => many(),
        MOVING => {
            let adjustment = "[[adjustment]]\nfrom = 2025-12-01\npercent = 3.1\napplies-to = [\"tariff:duf\", \"prices\"]\n";
            PRICED.replacen("[[tariff]]", &format!("{adjustment}[[tariff]]"), 1)
        }
        other => other.to_owned(),
    };
    record_of(&text, None).expect("a true record")
}

fn drop_item(list: &mut Value, at: usize) {
    list.as_array_mut().unwrap().remove(at);
}

fn drop_finding(f: &mut Forged, bid: usize, code: &str) {
    f.evaluation(|e| e["bids"][bid]["findings"].as_array_mut().unwrap().retain(|x| x["code"] != code));
}

fn finding(f: &mut Forged, bid: usize, code: &str, edit: impl FnOnce(&mut Value)) {
    f.evaluation(|e| {
        let list = e["bids"][bid]["findings"].as_array_mut().unwrap();
        edit(list.iter_mut().find(|x| x["code"] == code).unwrap_or_else(|| panic!("{code}")));
    });
}

fn rows(f: &mut Forged, edit: impl FnOnce(&mut Vec<String>)) {
    let mut all: Vec<String> = f.text(PRICES).lines().map(str::to_owned).collect();
    edit(&mut all);
    f.0.insert(PRICES.to_owned(), (all.join("\n") + "\n").into_bytes());
}

/// Every forgery is refused: the code is among those of the checker of figures, and the level is the first that fails.
fn all_are_refused(cases: Vec<Case>) {
    let mut wrong = Vec::new();
    let count = cases.len();
    for (name, text, edit, level, code) in cases {
        let (files, structure) = base(text);
        assert!(check_figures(&files, &structure).is_ok(), "{name}: the true record");
        let mut forged = Forged(files);
        edit(&mut forged);
        let forged = forged.seal();
        match check_figures(&forged, &structure) {
            Ok(_) => wrong.push(format!("{name}: not found")),
            Err(faults) if !faults.iter().any(|f| f.code.name() == code) => {
                wrong.push(format!("{name}: no {code}\n{}", told(&faults)));
            }
            Err(_) => {}
        }
        let verified = verify_record(&forged, Vec::new(), None);
        if verified.first_fault() != Some(level) {
            wrong.push(format!("{name}: first {:?}", verified.first_fault()));
        }
    }
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn forged_figures_are_refused() {
    all_are_refused(in_figures());
}

#[test]
fn forged_order_and_findings_are_refused() {
    all_are_refused(in_order_and_findings());
}

#[test]
fn forged_prices_over_time_are_refused() {
    all_are_refused(in_time());
}

#[test]
fn forged_lines_are_refused() {
    all_are_refused(in_prices());
}

#[test]
fn forged_canonical_texts_are_refused() {
    all_are_refused(in_canonical_texts());
}

#[test]
fn forged_awards_are_refused() {
    all_are_refused(in_award());
}

/// What the figures cannot show: the certificate proves the award, and a replay the rest.
fn beyond_the_figures() -> Vec<Case> {
    const AWARD: Level = Level::Award;
    const REPLAY: Level = Level::Replay;
    vec![
        (
            "a dearer award among very many",
            MANY,
            |f| {
                let winner = f.json(EVALUATION)["award"]["lots"][0]["winner"].clone();
                let won = |e: &Value, b: &str| {
                    e["award"]["lots"].as_array().unwrap().iter().filter(|l| l["winner"] == b).count()
                };
                let evaluation = f.json(EVALUATION);
                let other = (0..6)
                    .map(|b| format!("B{b}"))
                    .find(|b| *b != winner && won(&evaluation, b) < 2)
                    .unwrap();
                f.award_to(0, &other);
            },
            AWARD,
            "award-differs",
        ),
        (
            "a certificate of another tender",
            PRICED,
            |f| {
                let other = base(TIES).0[CERTIFICATE].clone();
                f.0.insert(CERTIFICATE.to_owned(), other);
            },
            AWARD,
            "certificate-refused",
        ),
        (
            "half a certificate",
            MANY,
            |f| {
                let half = f.0[CERTIFICATE].len() / 2;
                f.0.get_mut(CERTIFICATE).unwrap().truncate(half);
            },
            AWARD,
            "certificate-refused",
        ),
        ("no certificate", PRICED, |f| drop(f.0.remove(CERTIFICATE)), AWARD, "certificate-missing"),
        (
            "a distance",
            PRICED,
            |f| f.set("/bids/1/lots/1/distance", json!("12345.00")),
            REPLAY,
            "replay-differs",
        ),
        (
            "a margin",
            TIES_WITHOUT,
            |f| f.set("/award/lots/0/margin", json!("12345.00")),
            REPLAY,
            "replay-differs",
        ),
        (
            "what a loser would have needed",
            POINTS,
            |f| {
                f.evaluation(|e| {
                    let loser = e["bids"]
                        .as_array_mut()
                        .unwrap()
                        .iter_mut()
                        .find(|b| b["lots"][0]["needed"].is_object());
                    loser.unwrap()["lots"][0]["needed"]["price"] = json!("1.00");
                })
            },
            REPLAY,
            "replay-differs",
        ),
        (
            "bids in another order",
            PRICED,
            |f| {
                f.evaluation(|e| {
                    e["bids"].as_array_mut().unwrap().reverse();
                })
            },
            REPLAY,
            "replay-differs",
        ),
        (
            "another transcript",
            PRICED,
            |f| f.0.get_mut("transcript.da.txt").unwrap().extend(b"x\n"),
            REPLAY,
            "replay-differs",
        ),
        (
            "another way to check it",
            PRICED,
            |f| f.0.get_mut(README).unwrap().extend(b"x\n"),
            REPLAY,
            "replay-differs",
        ),
        (
            "another title in the inputs",
            PRICED,
            |f| {
                f.replace("inputs/tender.toml", "Forfalskninger", "Andet");
                f.fit_inputs();
            },
            REPLAY,
            "replay-differs",
        ),
        (
            "the record of another competition with these inputs",
            PRICED,
            |f| {
                let inputs = f.0["inputs/tender.toml"].clone();
                f.0 = base(&PRICED.replace("discount = 5\n", "discount = 5.5\n")).0;
                f.0.insert("inputs/tender.toml".to_owned(), inputs);
                f.fit_inputs();
            },
            AWARD,
            "",
        ),
    ]
}

#[test]
fn what_the_figures_cannot_show_is_refused_later() {
    let mut wrong = Vec::new();
    for (name, text, edit, level, code) in beyond_the_figures() {
        let (files, structure) = base(text);
        assert!(verify_record(&files, Vec::new(), None).holds(), "{name}: the true record");
        let mut forged = Forged(files);
        edit(&mut forged);
        let forged = forged.seal();
        if let Err(faults) = check_figures(&forged, &structure) {
            wrong.push(format!("{name}: found in the figures\n{}", told(&faults)));
        }
        let verified = verify_record(&forged, Vec::new(), None);
        let codes: Vec<&str> = match verified.level(level) {
            udbud::record::verify::State::Fails(faults) => faults.iter().map(|f| f.code.name()).collect(),
            _ => Vec::new(),
        };
        if verified.first_fault() != Some(level) || !(code.is_empty() || codes.contains(&code)) {
            wrong.push(format!("{name}: first {:?}, {codes:?}", verified.first_fault()));
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

/// A correction: the decision is worded anew. Inside it lies the record that it replaces.
fn correction() -> RecordFiles {
    let before = base(PRICED).0;
    correction_of(&PRICED.replace("Ikke forklaret", "Prisen er ikke forklaret"), before, Class::Slip)
}

/// The record inside a correction, edited and sealed, with the hash in the manifest to match where that is asked for.
fn forge_inside(files: RecordFiles, edit: impl FnOnce(&mut Forged), fit: bool) -> RecordFiles {
    let inside = |path: &str| path.strip_prefix("corrected/").map(str::to_owned);
    let mut inner = Forged(files.iter().filter_map(|(p, b)| Some((inside(p)?, b.clone()))).collect());
    edit(&mut inner);
    let inner = inner.seal();
    let hash = sha256_hex(&inner[SUMS]);
    let mut outer = Forged(files);
    outer.0.retain(|path, _| inside(path).is_none());
    outer.0.extend(inner.into_iter().map(|(path, bytes)| (format!("corrected/{path}"), bytes)));
    if fit {
        outer.edit_json(MANIFEST, |m| m["corrects"]["record-hash"] = json!(hash));
    }
    outer.seal()
}

#[test]
fn forged_chains_are_refused() {
    let first = |files: &RecordFiles| verify_record(files, Vec::new(), None).first_fault();
    assert_eq!(first(&correction()), None);
    let lower = |f: &mut Forged| f.set("/award/total", json!("1.00"));
    assert_eq!(first(&forge_inside(correction(), lower, true)), Some(Level::Figures), "figures inside");
    assert_eq!(first(&forge_inside(correction(), lower, false)), Some(Level::Files), "the hash of the chain");
    let certificate = |f: &mut Forged| {
        f.0.insert(CERTIFICATE.to_owned(), base(TIES).0[CERTIFICATE].clone());
    };
    assert_eq!(first(&forge_inside(correction(), certificate, true)), Some(Level::Award), "the proof inside");
    let transcript = |f: &mut Forged| f.0.get_mut("transcript.en.txt").unwrap().push(b'x');
    assert_eq!(first(&forge_inside(correction(), transcript, true)), Some(Level::Replay), "a text inside");
    let edited = |edit: &dyn Fn(&mut Forged)| {
        let mut forged = Forged(correction());
        edit(&mut forged);
        forged.seal()
    };
    let class = edited(&|f| f.edit_json(MANIFEST, |m| m["corrects"]["class"] = json!("new-evaluation")));
    assert_eq!(first(&class), Some(Level::Replay), "another class");
    let gone = edited(&|f| f.0.retain(|path, _| !path.starts_with("corrected/")));
    assert_eq!(first(&gone), Some(Level::Files), "no record inside");
    let hidden = edited(&|f| f.edit_json(MANIFEST, |m| m["corrects"] = Value::Null));
    assert_eq!(first(&hidden), Some(Level::Files), "a correction that is not told");
    let other =
        correction_of(&PRICED.replace("discount = 12\n", "discount = 12.5\n"), base(PRICED).0, Class::Slip);
    assert_eq!(first(&other), Some(Level::Replay), "another competition");
}

/// There is no sum that could be wrong in a record without sums.
#[test]
fn sums_come_first() {
    let (mut files, _) = base(PRICED);
    files.get_mut(PRICES).unwrap().push(b'\n');
    assert_eq!(verify_record(&files, Vec::new(), None).first_fault(), Some(Level::Files));
    files.remove(SUMS);
    assert_eq!(verify_record(&files, Vec::new(), None).first_fault(), Some(Level::Files));
}
