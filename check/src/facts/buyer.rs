//! What the buyer demands, judged and decided.

use std::collections::BTreeMap;

use super::{Facts, Patterns};
use crate::{
    canonical::{Node, Reading},
    exact::Exact,
};

#[derive(Debug)]
pub(in super::super) struct Requirement {
    pub(in super::super) id: String,
    pub(in super::super) text: String,
    /// `None`: of the whole bid.
    pub(in super::super) codes: Option<Patterns<()>>,
}

#[derive(Debug)]
pub(in super::super) struct Assessment {
    pub(in super::super) bid: usize,
    pub(in super::super) structure: Option<String>,
    pub(in super::super) lot: Option<String>,
    pub(in super::super) points: BTreeMap<String, Exact>,
    /// `met`, `unmet`, `unverified` by requirement.
    pub(in super::super) requirements: BTreeMap<String, String>,
    pub(in super::super) reason: String,
}

impl Assessment {
    /// How much it weighs for a lot: a judgement for the lot overrules one for the structure, and that the general one;
    /// `None` if it is about something else.
    pub(in super::super) fn weight(&self, structure: &str, lot: &str) -> Option<u8> {
        match (&self.structure, &self.lot) {
            (None, None) => Some(1),
            (Some(s), None) if s == structure => Some(2),
            (Some(s), Some(l)) if s == structure && l == lot => Some(3),
            _ => None,
        }
    }
}

#[derive(Debug)]
pub(in super::super) struct Decision {
    pub(in super::super) bid: usize,
    pub(in super::super) rejects: bool,
    pub(in super::super) ground: String,
    pub(in super::super) date: Option<i64>,
    pub(in super::super) date_text: String,
    pub(in super::super) text: String,
}

pub(super) fn requirements(tender: Node<'_>) -> Reading<Vec<Requirement>> {
    let mut out = Vec::new();
    for (id, node) in tender.get("requirement").into_iter().flat_map(Node::parts) {
        let codes = node.need("codes")?;
        out.push(Requirement {
            id: id.to_owned(),
            text: node.need("text")?.text()?.to_owned(),
            codes: (!codes.has_value())
                .then(|| Patterns::new(node.names("codes").into_iter().map(|p| (p.to_owned(), ())))),
        });
    }
    Ok(out)
}

fn bidder(node: Node<'_>, facts: &Facts) -> Reading<usize> {
    let bidder = node.need("bidder")?;
    facts.bid(bidder.text()?).ok_or_else(|| bidder.wrong())
}

pub(super) fn assessments(root: Node<'_>, facts: &Facts) -> Reading<Vec<Assessment>> {
    let mut out = Vec::new();
    for node in root.numbered("assessment")? {
        let owned = |name: &str| node.opt(name, |n| n.text().map(str::to_owned));
        let mut points = BTreeMap::new();
        for (id, n) in node.get("points").into_iter().flat_map(Node::parts) {
            points.insert(id.to_owned(), n.exact()?);
        }
        let mut requirements = BTreeMap::new();
        for (id, n) in node.get("requirement").into_iter().flat_map(Node::parts) {
            let word = n.word()?;
            if !matches!(word, "met" | "unmet" | "unverified") {
                return Err(n.wrong());
            }
            requirements.insert(id.to_owned(), word.to_owned());
        }
        out.push(Assessment {
            bid: bidder(node, facts)?,
            structure: owned("structure")?,
            lot: owned("lot")?,
            points,
            requirements,
            reason: owned("reason")?.unwrap_or_default(),
        });
    }
    Ok(out)
}

pub(super) fn decisions(root: Node<'_>, facts: &Facts) -> Reading<Vec<Decision>> {
    let mut out = Vec::new();
    for node in root.numbered("decision")? {
        let action = node.need("action")?;
        out.push(Decision {
            bid: bidder(node, facts)?,
            rejects: match action.word()? {
                "reject" => true,
                "accept" => false,
                _ => return Err(action.wrong()),
            },
            ground: node.need("ground")?.word()?.to_owned(),
            date: node.opt("date", Node::day)?,
            date_text: node.opt("date", Node::word)?.unwrap_or_default().to_owned(),
            text: node.opt("text", Node::text)?.unwrap_or_default().to_owned(),
        });
    }
    Ok(out)
}
