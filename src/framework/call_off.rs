//! Direct award by rank: which supplier of a framework is next, given what has been called off already.
//!
//! A call goes to the supplier of rank 1 up to its capacity, then to rank 2, and so on. A supplier that has no price for a
//! code is passed over. No more of a code is called off than its maximum, which is binding; what no supplier has room for
//! is not placed either.

use jiff::civil::Date;

use crate::{
    number::{Money, Overflow, UnitPrice, Volume},
    outcome::{Outcome, Supply, awarded_unit_price, lot_capacity, supplies},
    tender::{
        AboveCap, DirectAward, Files, Problem, ProblemCode, ReadError, Tender,
        read::{
            csv::{CsvReader, Field, Header},
            node::{At, Doc},
            opened_files::OpenedFiles,
            problems::Problems,
            text,
        },
    },
};

/// What was called off already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    /// When, if stated.
    pub date: Option<Date>,
    /// The procedure (index).
    pub procedure: usize,
    /// The bid (index) of the supplier.
    pub bid: usize,
    /// How many.
    pub volume: Volume,
}

/// What is called off now, and where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallOff {
    /// The day whose prices are paid, if stated.
    pub date: Option<Date>,
    /// One for each volume asked for, in the order asked.
    pub lines: Vec<CallLine>,
    /// The suppliers of the lots that are called off from, with what they have left.
    pub rooms: Vec<Room>,
    /// What all that is placed costs.
    pub cost: Money,
}

/// One volume asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallLine {
    /// The procedure (index).
    pub procedure: usize,
    /// Its lot (index).
    pub lot: usize,
    /// How many are asked for.
    pub asked: Volume,
    /// Where they go, in rank order.
    pub placed: Vec<Placed>,
    /// How many are beyond the maximum, and refused.
    pub beyond_maximum: Volume,
    /// How many no supplier has room for.
    pub without_room: Volume,
    /// How many were called off before.
    pub before: Volume,
    /// The estimate less all calls; below 0 where they exceed it.
    pub left_of_estimate: i128,
    /// The maximum less all calls, if there is one; below 0 only where earlier calls exceed it.
    pub left_of_maximum: Option<i128>,
}

/// What one supplier takes of a volume asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The bid (index).
    pub bid: usize,
    /// Its rank on the lot.
    pub rank: usize,
    /// How many.
    pub volume: Volume,
    /// What one costs: the cap, where it is paid on that day; without a day the price bid.
    pub unit: UnitPrice,
    /// The price bid, where another is paid or, without a day, where the cap may be paid in its place.
    pub bid_price: Option<UnitPrice>,
    /// What they cost.
    pub cost: Money,
}

/// A supplier of a lot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// The lot (index).
    pub lot: usize,
    /// Who, and at which rank.
    pub supply: Supply,
    /// The most it takes of the lot; no limit if not stated.
    pub capacity: Option<Volume>,
    /// What it took before, of the lot.
    pub before: Volume,
    /// What it takes now, of the lot.
    pub now: Volume,
}

/// Why nothing can be called off.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CallOffError {
    /// The tender has no `[mini-tenders]` with `direct-award = "ranked"`.
    NoDirectAward,
    /// The award names no supplier of a lot (index).
    NotAwarded(usize),
    /// The day is not one of the contract.
    OutsideContract(Date),
    /// A figure would not fit.
    TooLarge,
}

impl std::fmt::Display for CallOffError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            CallOffError::NoDirectAward => f.write_str("the tender has no direct award by rank"),
            CallOffError::NotAwarded(_) => f.write_str("the award names no supplier of a lot"),
            CallOffError::OutsideContract(day) => write!(f, "{day} is not a day of the contract"),
            CallOffError::TooLarge => f.write_str("a figure does not fit"),
        }
    }
}

impl std::error::Error for CallOffError {}

impl From<Overflow> for CallOffError {
    fn from(_: Overflow) -> Self {
        CallOffError::TooLarge
    }
}

impl Room {
    /// What it can still take; `None` where it has no limit.
    pub fn left(&self) -> Option<u64> {
        self.capacity.map(|c| c.count().saturating_sub(self.before.count()).saturating_sub(self.now.count()))
    }
}

impl CallOff {
    /// Whether something asked for is not placed.
    pub fn needs_action(&self) -> bool {
        self.lines.iter().any(|l| l.beyond_maximum > Volume::ZERO || l.without_room > Volume::ZERO)
    }
}

/// Places the volumes asked for, in order.
///
/// # Errors
/// [`CallOffError`]
pub fn call_off(
    outcome: &Outcome<'_>,
    log: &[Call],
    asked: &[(usize, Volume)],
    date: Option<Date>,
) -> Result<CallOff, CallOffError> {
    let tender = outcome.tender;
    if tender.mini_tenders.as_ref().is_none_or(|m| m.direct_award != DirectAward::Ranked) {
        return Err(CallOffError::NoDirectAward);
    }
    if let (Some(day), Some(contract)) = (date, tender.head.contract)
        && !contract.contains(day)
    {
        return Err(CallOffError::OutsideContract(day));
    }
    let mut caller = Caller { outcome, log, date, rooms: Vec::new(), lines: Vec::new() };
    let mut cost = Money::ZERO;
    for &(procedure, volume) in asked {
        let line = caller.line(procedure, volume)?;
        for placed in &line.placed {
            cost = cost.checked_add(placed.cost)?;
        }
        caller.lines.push(line);
    }
    Ok(CallOff { date, lines: caller.lines, rooms: caller.rooms, cost })
}

/// A call while it is placed.
struct Caller<'a> {
    outcome: &'a Outcome<'a>,
    log: &'a [Call],
    date: Option<Date>,
    rooms: Vec<Room>,
    lines: Vec<CallLine>,
}

impl Caller<'_> {
    fn tender(&self) -> &Tender {
        self.outcome.tender
    }

    fn line(&mut self, procedure: usize, asked: Volume) -> Result<CallLine, CallOffError> {
        let structure = &self.tender().structures[self.outcome.structure];
        let lot = structure.lot_of(procedure).ok_or(CallOffError::TooLarge)?;
        self.open(lot)?;
        let before = self.log.iter().filter(|c| c.procedure == procedure).map(|c| c.volume);
        let placed_now = self.lines.iter().filter(|l| l.procedure == procedure);
        let placed_now = placed_now.flat_map(|l| &l.placed).map(|p| p.volume);
        let before = Volume::sum(before.chain(placed_now));
        let estimate = self.tender().procedures[procedure].volume;
        let allowed = estimate
            .max
            .map_or(asked.count(), |max| max.count().saturating_sub(before.count()).min(asked.count()));
        let mut rest = allowed;
        let mut placed = Vec::new();
        for at in 0..self.rooms.len() {
            let room = self.rooms[at];
            let Some(unit) = self.price(&room, lot, procedure) else { continue };
            let taken = rest.min(self.room(&room));
            if taken == 0 {
                continue;
            }
            rest -= taken;
            let volume = Volume::from_total(taken);
            self.rooms[at].now = Volume::sum([room.now, volume]);
            let paid = self.paid(procedure, unit);
            let differs = paid != unit || self.date.is_none() && self.capped(procedure, unit) != unit;
            placed.push(Placed {
                bid: room.supply.bid,
                rank: room.supply.rank,
                volume,
                unit: paid,
                bid_price: differs.then_some(unit),
                cost: paid * volume,
            });
        }
        let all = i128::from(before.count()) + i128::from(allowed - rest);
        Ok(CallLine {
            procedure,
            lot,
            asked,
            placed,
            beyond_maximum: Volume::from_total(asked.count() - allowed),
            without_room: Volume::from_total(rest),
            before,
            left_of_estimate: i128::from(estimate.expected.count()) - all,
            left_of_maximum: estimate.max.map(|max| i128::from(max.count()) - all),
        })
    }

    /// The suppliers of a lot, each with what it took before.
    fn open(&mut self, lot: usize) -> Result<(), CallOffError> {
        if self.rooms.iter().any(|r| r.lot == lot) {
            return Ok(());
        }
        let suppliers = supplies(self.outcome, lot);
        if suppliers.is_empty() {
            return Err(CallOffError::NotAwarded(lot));
        }
        for supply in suppliers {
            let room = Room {
                lot,
                supply,
                capacity: self.lot_capacity(supply.bid, lot),
                before: Volume::sum(self.taken(supply.bid, Some(lot))),
                now: Volume::ZERO,
            };
            self.rooms.push(room);
        }
        Ok(())
    }

    /// What a supplier took before, of a lot or in all.
    fn taken(&self, bid: usize, lot: Option<usize>) -> impl Iterator<Item = Volume> {
        let structure = &self.outcome.tender.structures[self.outcome.structure];
        let own = self.log.iter().filter(move |c| c.bid == bid);
        own.filter(move |c| lot.is_none() || structure.lot_of(c.procedure) == lot).map(|c| c.volume)
    }

    /// The most that a supplier takes of a lot. With one supplier for a lot, `capacity` is for all lots together and is
    /// asked for each call.
    fn lot_capacity(&self, bid: usize, lot: usize) -> Option<Volume> {
        let several = self.tender().award.suppliers_per_lot > 1 || self.tender().bids[bid].capacity.is_none();
        let structure = self.outcome.structure;
        let stated = self.tender().bids[bid].lot_capacities.iter();
        let stated = stated.filter(|c| c.structure == structure && c.lot == lot).count() > 0;
        lot_capacity(self.tender(), structure, bid, lot).filter(|_| several || stated)
    }

    /// How many a supplier can still take. With one supplier for a lot, `capacity` is for all lots together.
    fn room(&self, room: &Room) -> u64 {
        let here = room.left().unwrap_or(u64::MAX);
        let capacity = self.tender().bids[room.supply.bid].capacity;
        let Some((all, _)) = capacity.filter(|_| self.tender().award.suppliers_per_lot == 1) else {
            return here;
        };
        let now = self.rooms.iter().filter(|r| r.supply.bid == room.supply.bid).map(|r| r.now);
        let taken = Volume::sum(self.taken(room.supply.bid, None).chain(now));
        here.min(all.count().saturating_sub(taken.count()))
    }

    fn price(&self, room: &Room, lot: usize, procedure: usize) -> Option<UnitPrice> {
        if room.lot != lot {
            return None;
        }
        awarded_unit_price(self.outcome, lot, room.supply.bid, procedure, self.date)
    }

    /// What is paid on the day: no more than the cap while it is in force, where the tender pays the cap.
    fn paid(&self, procedure: usize, unit: UnitPrice) -> UnitPrice {
        let Some(day) = self.date else { return unit };
        let in_force = self.tender().cap.and_then(|cap| self.tender().tariffs.get(cap.tariff));
        if in_force.is_some_and(|t| t.in_force.is_none_or(|period| period.contains(day))) {
            self.capped(procedure, unit)
        } else {
            unit
        }
    }

    /// The price, or the cap where that is lower and the tender pays it.
    fn capped(&self, procedure: usize, unit: UnitPrice) -> UnitPrice {
        let pays_cap = self.tender().cap.is_some_and(|c| matches!(c.above, AboveCap::PayCapWhileInForce(_)));
        let prices = &self.outcome.priced.prices;
        let stage = self.date.map_or(0, |day| prices.stage_on(day));
        match prices.cap_at(stage, procedure).filter(|_| pays_cap) {
            Some(cap) => unit.min(cap),
            None => unit,
        }
    }
}

/// Reads a log of calls: `code`, `bidder` and `volume` on each line, perhaps `date`. `name` is its path in its folder.
///
/// # Errors
/// [`ReadError`], with every problem at once.
pub fn read_call_log(files: &dyn Files, name: &str, tender: &Tender) -> Result<Vec<Call>, ReadError> {
    let mut p = Problems::new();
    let mut opened_files = OpenedFiles::new(files);
    let mut calls = Vec::new();
    if let Some(opened) = opened_files.open(name, None, &mut p) {
        calls = read_calls(Doc { text: &opened.text, file: opened.file }, tender, &mut p);
        opened_files.keep(opened);
    }
    if p.any_error() {
        return Err(ReadError { sources: opened_files.finish(), problems: p.finish() });
    }
    Ok(calls)
}

/// Danish headings, in lower case, and the columns that they mean.
const SYNONYMS: [(&str, &str); 4] =
    [("dato", "date"), ("kode", "code"), ("tilbudsgiver", "bidder"), ("volumen", "volume")];

fn read_calls(doc: Doc<'_>, tender: &Tender, p: &mut Problems) -> Vec<Call> {
    const COLUMNS: [&str; 4] = ["date", "code", "bidder", "volume"];
    let mut calls = Vec::new();
    let mut csv = CsvReader::new(doc);
    let Some(header) = Header::read(&mut csv, "date, code, bidder, volume", &SYNONYMS, p) else {
        return calls;
    };
    header.report_unknown(&COLUMNS, p);
    let date = header.position("date");
    let columns = ["code", "bidder", "volume"].map(|name| header.need(name, &csv, p));
    let [Some(code), Some(bidder), Some(volume)] = columns else { return calls };
    let codes: Vec<&str> = tender.procedures.iter().map(|x| x.code.as_str()).collect();
    let bidders: Vec<&str> = tender.bids.iter().map(|b| b.bidder.as_str()).collect();
    let mut fields = Vec::with_capacity(header.columns.len());
    while let Some(line) = csv.next_record(&mut fields, p) {
        if !header.fits(&fields, line, p) {
            continue;
        }
        let field = |column: usize| fields.get(column).copied().unwrap_or_default();
        let day = date.and_then(|c| day(&csv, field(c), p));
        let procedure = csv.name(field(code), p).and_then(|n| known(&n, &codes, ProblemCode::UnknownCode, p));
        let bid = csv.name(field(bidder), p).and_then(|n| known(&n, &bidders, ProblemCode::UnknownBidder, p));
        let count = csv.volume(field(volume), p);
        if csv.raw(field(volume)).is_empty() {
            p.add(
                Problem::new(ProblemCode::MissingKey, line)
                    .with("key", "volume")
                    .with("table", "procedures")
                    .with("example", "12"),
            );
        }
        if let (Some(procedure), Some(bid), Some(count)) = (procedure, bid, count) {
            calls.push(Call { date: day, procedure, bid, volume: count.value });
        }
    }
    calls
}

/// A date as in the tender file; an empty field states none.
fn day(csv: &CsvReader<'_>, field: Field, p: &mut Problems) -> Option<jiff::civil::Date> {
    let written = csv.text(field);
    let written = written.trim();
    if written.is_empty() {
        return None;
    }
    let day = written.parse().ok().filter(|_| written.len() == 10);
    if day.is_none() {
        p.add(Problem::new(ProblemCode::DateForm, csv.place(field)).with("text", text::shown(written)));
    }
    day
}

fn known(name: &At<String>, names: &[&str], code: ProblemCode, p: &mut Problems) -> Option<usize> {
    let found = names.iter().position(|n| *n == name.value);
    if found.is_none() {
        let mut problem = Problem::new(code, name.place).with("name", name.value.as_str());
        if let Some(nearest) = p.nearest(&name.value, names.iter().copied()) {
            problem = problem.with("nearest", nearest);
        }
        p.add(problem);
    }
    found
}
