//! Putting parts together, or telling all that keeps them apart.

use super::{Origin, Part};
use crate::simulation::{DrawTable, Shape};

/// Why parts do not belong together. Parts are positions among those given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MergeFault {
    /// A part was drawn from something else than this dialogue, or than the first part.
    Differs {
        /// Which.
        part: usize,
        /// In what.
        what: OriginPart,
        /// What it says.
        own: String,
        /// What it should say.
        expected: String,
    },
    /// Two parts hold the same draws.
    Overlap {
        /// The one that begins first.
        first: usize,
        /// The other.
        second: usize,
        /// The first draw that both hold.
        from: u64,
        /// The last.
        until: u64,
    },
    /// No part holds these draws.
    Gap {
        /// The first that is missing.
        from: u64,
        /// The last.
        until: u64,
    },
}

/// What the origin of a part consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OriginPart {
    /// [`Origin::engine`]
    Engine,
    /// [`Origin::dialogue`]
    Dialogue,
    /// [`Origin::seed`]
    Seed,
    /// [`Origin::draws`]
    Draws,
    /// [`Origin::algorithm`]
    Algorithm,
    /// [`Origin::tables`]
    Tables,
    /// [`Origin::shape`]
    Shape,
}

/// Puts parts together: all draws, in order. `own` says what this program would draw from; seed and number of draws are those
/// of the first part.
///
/// # Errors
/// Everything that does not fit, at once.
pub fn merge(own: &Origin, parts: Vec<Part>) -> Result<(Origin, DrawTable), Vec<MergeFault>> {
    let mut whole = own.clone();
    if let Some(first) = parts.first() {
        (whole.seed, whole.draws) = (first.origin.seed, first.origin.draws);
    }
    let mut faults: Vec<MergeFault> =
        parts.iter().enumerate().flat_map(|(p, part)| differences(p, &part.origin, &whole)).collect();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|&p| (parts[p].range, p));
    let mut next = 1;
    let mut last_holder = 0;
    for &p in &order {
        let (from, until) = parts[p].range;
        if from > next {
            faults.push(MergeFault::Gap { from: next, until: from - 1 });
        } else if from < next {
            let both = until.min(next - 1);
            faults.push(MergeFault::Overlap { first: last_holder, second: p, from, until: both });
        }
        if until >= next {
            (next, last_holder) = (until + 1, p);
        }
    }
    if next <= whole.draws {
        faults.push(MergeFault::Gap { from: next, until: whole.draws });
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut tables: Vec<Option<DrawTable>> = parts.into_iter().map(|p| Some(p.table)).collect();
    let mut table = DrawTable::new(whole.shape.clone());
    for p in order {
        if let Some(own) = tables[p].take() {
            table.append(own);
        }
    }
    Ok((whole, table))
}

fn differences(part: usize, own: &Origin, whole: &Origin) -> Vec<MergeFault> {
    let shape = |s: &Shape| {
        let lots: Vec<String> = s.lots.iter().map(usize::to_string).collect();
        format!("{} {} / {}", s.inputs, s.bidders, lots.join(" "))
    };
    let sides = [
        (OriginPart::Engine, own.engine.clone(), whole.engine.clone()),
        (OriginPart::Dialogue, own.dialogue.clone(), whole.dialogue.clone()),
        (OriginPart::Seed, own.seed.to_string(), whole.seed.to_string()),
        (OriginPart::Draws, own.draws.to_string(), whole.draws.to_string()),
        (OriginPart::Algorithm, own.algorithm.clone(), whole.algorithm.clone()),
        (OriginPart::Tables, own.tables.clone(), whole.tables.clone()),
        (OriginPart::Shape, shape(&own.shape), shape(&whole.shape)),
    ];
    // another dialogue has another shape as a rule: said once
    let same_dialogue = own.dialogue == whole.dialogue;
    let told = |what: OriginPart| what != OriginPart::Shape || same_dialogue;
    let differing = sides.into_iter().filter(|(what, own, expected)| own != expected && told(*what));
    differing.map(|(what, own, expected)| MergeFault::Differs { part, what, own, expected }).collect()
}
