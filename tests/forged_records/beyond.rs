//! What the figures cannot show.

use super::*;

/// What the figures cannot show: the certificate proves the award, and a replay the rest.
pub(super) fn beyond_the_figures() -> Vec<Case> {
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
