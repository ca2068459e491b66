//! What a certificate is bound to: the problem's canonical text and its SHA-256.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::award::{AwardProblem, TierCondition, Unawarded};

/// The problem as text, one line for each part, in one way only. Tie rules are not part of it: a certificate speaks of
/// the best awards before them.
pub fn canonical_text(problem: &AwardProblem) -> String {
    let mut text = String::from("udbud-award-problem 1\n");
    line(&mut text, "lots", &[problem.lots.len().to_string()]);
    line(&mut text, "bidders", &[problem.bidders.len().to_string()]);
    line(&mut text, "max-lots-per-bidder", &[or_dash(problem.max_lots_per_bidder)]);
    line(&mut text, "min-suppliers", &[or_dash(problem.min_suppliers)]);
    line(&mut text, "max-suppliers", &[or_dash(problem.max_suppliers)]);
    let unawarded = match problem.unawarded {
        Unawarded::FewestFirst => "fewest-first",
        Unawarded::IfCheaper => "if-cheaper",
    };
    line(&mut text, "unawarded", &[unawarded.to_string()]);
    for lot in &problem.lots {
        line(&mut text, "lot", &[lot.fallback.to_string(), lot.volume.to_string()]);
    }
    for bidder in &problem.bidders {
        line(&mut text, "bidder", &[or_dash(bidder.max_lots), or_dash(bidder.capacity)]);
        for tier in bidder.tiers.iter().skip(1) {
            let conditions: Vec<String> = tier.conditions.iter().map(condition).collect();
            line(&mut text, "tier", &conditions);
        }
        for set in &bidder.only_together {
            line(&mut text, "only-together", &[joined(set)]);
        }
        for (lot, costs) in bidder.costs.iter().enumerate() {
            if let Some(costs) = costs {
                let fields: Vec<String> =
                    [lot.to_string()].into_iter().chain(costs.iter().map(i128::to_string)).collect();
                line(&mut text, "cost", &fields);
            }
        }
    }
    text
}

/// The SHA-256 of the canonical text, in 64 small hexadecimal digits.
pub fn digest(problem: &AwardProblem) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(canonical_text(problem).as_bytes()) {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

fn line(text: &mut String, name: &str, fields: &[String]) {
    text.push_str(name);
    for field in fields {
        text.push(' ');
        text.push_str(field);
    }
    text.push('\n');
}

fn or_dash<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(|| "-".to_string(), |v| v.to_string())
}

fn condition(condition: &TierCondition) -> String {
    match condition {
        TierCondition::AtLeast(n) => format!("at-least:{n}"),
        TierCondition::AllOf(lots) => format!("all-of:{}", joined(lots)),
    }
}

fn joined(lots: &[usize]) -> String {
    let lots: Vec<String> = lots.iter().map(usize::to_string).collect();
    lots.join(",")
}
