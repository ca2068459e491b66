//! Forged canonical texts.

use super::*;

pub(super) fn in_canonical_texts() -> Vec<Case> {
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
