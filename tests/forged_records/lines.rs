//! Forged lines of bids.

use super::*;

pub(super) fn in_prices() -> Vec<Case> {
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
