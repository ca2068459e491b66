//! The first cause of what differs.

use super::{
    differences::{Change, Severity},
    facts::Facts,
};

/// What a difference comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Nothing differs.
    Nothing,
    /// An input: the first one in the order model, tender, bids, assessments.
    Input(Change),
    /// The same inputs under other rules or another program; the first figure that came out otherwise.
    Program {
        /// The program of the first record, and of the second.
        engines: (String, String),
        /// The version of the rules of both.
        rules: (String, String),
        /// The first figure or step that differs, in the order prices, evaluation, certificate.
        first: Change,
    },
}

impl Cause {
    pub(super) fn first(changes: &[Change], old: &Facts, new: &Facts) -> Cause {
        // an input that only names something is no cause while another one differs
        let weight =
            |c: &&Change| (super::class::classify(std::slice::from_ref(*c)) < super::Class::DrawHeld, c.part);
        if let Some(input) = changes.iter().filter(|c| c.part.is_input()).min_by_key(weight) {
            return Cause::Input(input.clone());
        }
        let figures_first = |c: &&Change| (c.severity == Severity::OtherSteps, c.part);
        match changes.iter().min_by_key(figures_first) {
            None => Cause::Nothing,
            Some(first) => Cause::Program {
                engines: (old.engine.clone(), new.engine.clone()),
                rules: (old.rules.clone(), new.rules.clone()),
                first: first.clone(),
            },
        }
    }

    /// The section of docs/reference/rules.md or docs/reference/rules.md by which the input counts.
    pub fn rule(&self) -> Option<&'static str> {
        let Cause::Input(change) = self else { return None };
        let path = change.path.as_str();
        let within = |parts: &[&str]| parts.iter().any(|part| path.contains(part));
        Some(match path.split('.').next()? {
            "evaluation" => "evaluation",
            "cap" | "pricing" | "tariff" | "fallback" | "contract" | "procedure" | "adjustment" => {
                "unit-prices"
            }
            "award" if within(&["tie"]) => "ties",
            "award" if within(&["missing", "low-price"]) => "admissibility",
            "award" | "structure" => "award",
            "draw" => "ties",
            "requirement" | "decision" => "admissibility",
            "assessment" if within(&[".requirement."]) => "admissibility",
            "assessment" => "evaluation",
            "bid" if within(&[".discount", ".price.", ".file-discount."]) => "unit-prices",
            "bid"
                if within(&[
                    ".combination.",
                    ".capacity",
                    ".max-lots",
                    ".only-together.",
                    ".lot-capacity.",
                ]) =>
            {
                "award"
            }
            "bid" if within(&[".value."]) => "evaluation",
            "bid" => "admissibility",
            "framework" | "mini-tenders" => "framework",
            _ => "tender",
        })
    }
}
