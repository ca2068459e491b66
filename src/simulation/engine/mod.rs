//! The engine: from the number of a draw to what happens under every structure.
//!
//! A draw goes four steps. The *sources* read one number for each uncertain input and make it a figure; the *event* turns these
//! figures into volumes, the day of lapse, and what every bidder lacks; for each structure the bidders' discounts follow from
//! the event; and the tender's own rules evaluate and award the bids, the quick way where the tender allows it, else through
//! [`crate::outcome::decide`]. Both give the same rows, and tests hold them to it.

mod as_tender;
mod days;
mod error;
mod event;
mod general;
mod quick;
mod run;
mod shift;
mod small_award;
mod sources;
mod terms;
#[cfg(test)]
mod tests;

pub use error::SimulationError;
pub use shift::Shift;

use std::sync::Arc;

use crate::{
    number::UnitPrice,
    pricing::{Overlay, TariffPrices},
    simulation::{Bidders, Dialogue, Input, Shape, StructureRow, random::DrawStream},
    tender::{ModelKind, Tender},
};
use as_tender::without_bids;
use days::{Days, LapseDays};
use event::{Event, VolumeRules};
use quick::{Quick, Scratch};
use sources::Sources;
use terms::{BasePrices, MissingRule, Terms, all_terms, base_prices};

/// Everything about a dialogue that is the same in all draws, computed once.
#[derive(Debug)]
struct Study {
    dialogue: Arc<Dialogue>,
    /// The tender that every draw starts from: without bids if profiles bid.
    plain: Tender,
    names: Vec<String>,
    sources: Sources,
    volume_rules: VolumeRules,
    /// By profile, by procedure: whether it never does it.
    never_done: Vec<Vec<bool>>,
    base: BasePrices,
    /// By procedure: its price in the cap tariff.
    cap: Vec<Option<UnitPrice>>,
    terms: Vec<Terms>,
    missing_rule: MissingRule,
    lapse_days: LapseDays,
    shift: Shift,
    /// By structure of the dialogue: what the quick way needs; `None`: the general way decides.
    quick: Vec<Option<Quick>>,
}

/// Evaluates draws of a dialogue. Shared freely between threads.
#[derive(Clone, Debug)]
pub struct Engine {
    study: Arc<Study>,
}

#[cfg(test)]
impl Engine {
    /// One draw, through `decide` throughout.
    fn draw_generally(&self, seed: u64, n: u64) -> Result<(Vec<i64>, Vec<StructureRow>), SimulationError> {
        Drawer { quickly: false, ..self.drawer(seed) }.draw(n)
    }
}

impl Engine {
    /// Makes a dialogue ready to be drawn.
    ///
    /// # Errors
    /// [`SimulationError`] where a figure would not fit.
    pub fn new(dialogue: &Dialogue) -> Result<Engine, SimulationError> {
        Engine::of(Arc::new(dialogue.clone()), Shift::default())
    }

    /// The same draws, moved.
    ///
    /// # Errors
    /// [`SimulationError`] where a figure would not fit.
    pub fn with_shift(&self, shift: Shift) -> Result<Engine, SimulationError> {
        Engine::of(Arc::clone(&self.study.dialogue), shift)
    }

    fn of(dialogue: Arc<Dialogue>, shift: Shift) -> Result<Engine, SimulationError> {
        let sources = Sources::new(&dialogue);
        let own_days = Days::new(&dialogue.tender, None)?;
        let base = base_prices(&dialogue, &own_days)?;
        let never_done = dialogue.profiles.iter().map(|profile| {
            let mut lacks = vec![false; dialogue.tender.procedures.len()];
            profile.lacks.iter().for_each(|&p| lacks[p] = true);
            lacks
        });
        let plain = match dialogue.bidders {
            Bidders::Profiles => without_bids(&dialogue),
            Bidders::Tender => dialogue.tender.clone(),
        };
        let span = lapse_span(&dialogue, &shift);
        let prices = TariffPrices::new(&plain, &Overlay::default())?;
        let mut study = Study {
            cap: (0..plain.procedures.len()).map(|p| prices.cap(p)).collect(),
            quick: Vec::new(),
            names: names(&dialogue),
            volume_rules: VolumeRules::new(&dialogue),
            never_done: never_done.collect(),
            terms: all_terms(&dialogue, &base)?,
            missing_rule: MissingRule::new(&dialogue.tender),
            lapse_days: LapseDays::new(&plain, span)?,
            base,
            plain,
            sources,
            shift,
            dialogue,
        };
        study.quick = study.quick()?;
        Ok(Engine { study: Arc::new(study) })
    }

    /// The uncertain inputs, in the order of a draw's figures.
    pub fn inputs(&self) -> Vec<Input> {
        self.study.sources.list.iter().map(|s| s.input).collect()
    }

    /// Who may bid: the members of the profiles, numbered where a profile has several, or the tender's bidders.
    pub fn bidders(&self) -> Vec<String> {
        self.study.names.clone()
    }

    /// By bidder: its profile (index). Empty where the tender's own bids take part.
    pub fn profiles(&self) -> Vec<usize> {
        self.study.sources.members.iter().map(|m| m.profile).collect()
    }

    /// How many figures a draw has.
    pub fn shape(&self) -> Shape {
        Shape {
            inputs: self.study.sources.list.len(),
            bidders: self.study.names.len(),
            lots: self.study.terms.iter().map(|t| t.lots.len()).collect(),
        }
    }

    /// If everything uncertain is a finite table: how many equally likely combinations there are (at most a million; 1 if
    /// nothing is uncertain). Draw `n` is then combination `(n - 1) mod` that, so that over every multiple of it the means
    /// are exact.
    pub fn enumerated(&self) -> Option<u64> {
        self.study.sources.combinations()
    }

    /// Whether the tender's evaluation model was left out: profiles have no quality, so the lowest price wins.
    pub fn leaves_quality_out(&self) -> bool {
        self.study.dialogue.bidders == Bidders::Profiles
            && self.study.dialogue.tender.evaluation.kind != ModelKind::LowestPrice
    }

    /// One draw: the figures of its inputs, and a row for each structure.
    ///
    /// # Errors
    /// [`SimulationError`]
    pub fn draw(&self, seed: u64, n: u64) -> Result<(Vec<i64>, Vec<StructureRow>), SimulationError> {
        self.drawer(seed).draw(n)
    }

    /// The tender that a draw amounts to under one structure (a place in the order of the dialogue), and what differs from it:
    /// `decide` on them gives the draw's row, but for ties that the tender's rules leave, and volumes known after the award.
    ///
    /// # Errors
    /// [`SimulationError`]
    pub fn as_tender(
        &self,
        seed: u64,
        n: u64,
        structure: usize,
    ) -> Result<(Tender, Overlay), SimulationError> {
        let drawn = self.drawer(seed).figures(n)?;
        Ok(self.study.as_tender(&Event::new(&self.study, drawn)?, structure)?)
    }

    fn drawer(&self, seed: u64) -> Drawer<'_> {
        Drawer {
            study: &self.study,
            combinations: self.enumerated(),
            stream: DrawStream::new(seed),
            scratch: Scratch::default(),
            quickly: true,
        }
    }
}

/// Draws one after the other.
struct Drawer<'s> {
    study: &'s Study,
    combinations: Option<u64>,
    stream: DrawStream,
    scratch: Scratch,
    /// Whether the quick way is taken where it can be.
    quickly: bool,
}

impl Drawer<'_> {
    fn figures(&mut self, n: u64) -> Result<Vec<i64>, SimulationError> {
        let Some(combinations) = self.combinations else {
            self.stream.turn_to(n);
            return Ok(self.study.sources.draw(|source| self.stream.number(source.position))?);
        };
        let mut combination = n.wrapping_sub(1) % combinations;
        // an order that settles ties belongs to the combination too
        self.stream.turn_to(combination + 1);
        let digit = |source: &sources::Source| {
            let values = source.values().unwrap_or(1).max(1);
            let digit = combination % values;
            combination /= values;
            // the least share that falls on this value
            (u128::from(digit) << 64).div_ceil(values.into()) as u64
        };
        Ok(self.study.sources.draw(digit)?)
    }

    fn draw(&mut self, n: u64) -> Result<(Vec<i64>, Vec<StructureRow>), SimulationError> {
        let event = Event::new(self.study, self.figures(n)?)?;
        let Drawer { study, stream, scratch, .. } = self;
        study.prepare(&event, scratch)?;
        let mut rows = Vec::with_capacity(study.terms.len());
        for structure in 0..study.terms.len() {
            let quick = match self.quickly {
                true => study.quick_row(&event, structure, scratch, || study.order(stream))?,
                false => None,
            };
            rows.push(match quick {
                Some(row) => row,
                None => study.general_row(&event, structure, || study.order(stream))?,
            });
        }
        Ok((event.drawn, rows))
    }
}

impl Study {
    /// The bidders in an order that is drawn too.
    fn order(&self, stream: &mut DrawStream) -> Vec<usize> {
        let position = |b: usize| match self.sources.members.get(b) {
            Some(member) => member.order,
            None => sources::BIDS + b as u64,
        };
        let mut drawn: Vec<(u64, usize)> =
            (0..self.names.len()).map(|b| (stream.number(position(b)), b)).collect();
        drawn.sort_unstable();
        drawn.into_iter().map(|(_, b)| b).collect()
    }
}

/// The bidders' names, in the order of bids.
fn names(dialogue: &Dialogue) -> Vec<String> {
    if dialogue.bidders == Bidders::Tender {
        return dialogue.tender.bids.iter().map(|b| b.bidder.clone()).collect();
    }
    dialogue.profiles.iter().flat_map(|p| p.member_names()).collect()
}

/// The days of lapse that may be drawn.
fn lapse_span(dialogue: &Dialogue, shift: &Shift) -> Option<(i64, i64)> {
    let moved = |day: i64| day.saturating_add(shift.lapse_days);
    if let Some(lapse) = &dialogue.lapse {
        let from = lapse.days.iter().map(|d| sources::day_number(d.from)).min()?;
        let until = lapse.days.iter().map(|d| sources::day_number(d.until)).max()?;
        return Some((moved(from), moved(until)));
    }
    let tender = &dialogue.tender;
    let own = sources::day_number(tender.tariffs[tender.cap?.tariff].in_force?.until);
    (shift.lapse_days != 0).then(|| (moved(own), moved(own)))
}
