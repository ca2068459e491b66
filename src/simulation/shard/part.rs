//! A part as a file: a head that says where its draws come from, the draws, and a hash over both.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::{
    number::{Money, Volume},
    simulation::{DrawTable, LotRow, Shape, StructureRow},
};

/// The first line of a part.
const FORMAT: &str = "udbud draws 1";
/// How the first line of any version begins.
const FAMILY: &str = "udbud draws ";
/// The line beneath which the draws stand.
const DRAWS: &str = "draws:";
/// How the last line begins.
const SUM: &str = "sha256 = ";

/// What the draws of a part were drawn from: the same for all parts of a study.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The program and its version.
    pub engine: String,
    /// The hash of the dialogue and its tender.
    pub dialogue: String,
    /// Whether bids of the tender take part: then the part is not to be shown to the market.
    pub internal: bool,
    /// The seed.
    pub seed: u64,
    /// How many draws the whole study has.
    pub draws: u64,
    /// The name of the generator and of the way a draw is made.
    pub algorithm: String,
    /// The hash of the tables that stand for logarithms and normal figures.
    pub tables: String,
    /// How many figures a draw has.
    pub shape: Shape,
}

/// One part: where it comes from, and its draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it was drawn from.
    pub origin: Origin,
    /// The first and the last draw of the part.
    pub range: (u64, u64),
    /// The draws.
    pub table: DrawTable,
}

/// Why a file is no part of a study.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartFault {
    /// It is something else.
    NotAPart,
    /// A newer version of the format.
    Newer,
    /// Cut off or changed: its hash is not the one in its last line, or a line does not read.
    Damaged,
}

/// The draws of part `shard` of `of`: the parts are as equal as can be, and follow each other without a gap. `None` where
/// there are more parts than draws and this one would be empty.
pub fn shard_range(draws: u64, shard: u64, of: u64) -> Option<(u64, u64)> {
    let until = |n: u64| u64::try_from(u128::from(draws) * u128::from(n) / u128::from(of.max(1))).ok();
    let (before, until) = (until(shard.checked_sub(1)?)?, until(shard)?);
    (before < until).then_some((before + 1, until))
}

/// Writes a part.
pub fn write_part(part: &Part) -> String {
    let origin = &part.origin;
    let mut out = format!("{FORMAT}\n");
    let lots: Vec<String> = origin.shape.lots.iter().map(usize::to_string).collect();
    let head: [(&str, String); 12] = [
        ("simulation", "yes".into()),
        ("internal", if origin.internal { "yes" } else { "no" }.into()),
        ("engine", origin.engine.clone()),
        ("dialogue", origin.dialogue.clone()),
        ("seed", origin.seed.to_string()),
        ("draws", origin.draws.to_string()),
        ("algorithm", origin.algorithm.clone()),
        ("tables", origin.tables.clone()),
        ("inputs", origin.shape.inputs.to_string()),
        ("bidders", origin.shape.bidders.to_string()),
        ("lots", lots.join(" ")),
        ("range", format!("{} {}", part.range.0, part.range.1)),
    ];
    for (name, value) in head {
        let _ = writeln!(out, "{name} = {value}");
    }
    let _ = writeln!(out, "{DRAWS}");
    for draw in 0..part.table.len() {
        write_draw(&mut out, &part.table, draw);
    }
    let sum = hex(&out);
    let _ = writeln!(out, "{SUM}{sum}");
    out
}

fn hex(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn write_draw(out: &mut String, table: &DrawTable, draw: usize) {
    let _ = write!(out, "{}", table.number(draw));
    for figure in table.inputs(draw) {
        let _ = write!(out, " {figure}");
    }
    let amount = |out: &mut String, amount: Option<Money>| {
        let _ = match amount {
            Some(m) => write!(out, " {}", m.ore()),
            None => write!(out, " -"),
        };
    };
    for s in 0..table.structures() {
        amount(out, table.cost(draw, s));
        amount(out, table.fallback(draw, s));
        let _ = write!(out, " {}", u8::from(table.tied(draw, s)));
        for figure in table.payments(draw, s) {
            let _ = write!(out, " {figure}");
        }
        for figure in table.volumes(draw, s) {
            let _ = write!(out, " {figure}");
        }
        for lot in table.lots(draw, s) {
            let _ = match lot.winner {
                Some(winner) => write!(out, " {} {winner}", lot.bids),
                None => write!(out, " {} -", lot.bids),
            };
        }
    }
    out.push('\n');
}

/// Reads a part, and holds it against its own hash.
///
/// # Errors
/// [`PartFault`]
pub fn read_part(text: &str) -> Result<Part, PartFault> {
    let Some(first) = text.lines().next().filter(|l| l.starts_with(FAMILY)) else {
        return Err(PartFault::NotAPart);
    };
    if first != FORMAT {
        return Err(PartFault::Newer);
    }
    read_whole(text).ok_or(PartFault::Damaged)
}

fn read_whole(text: &str) -> Option<Part> {
    let body = text.strip_suffix('\n')?;
    let at = body.rfind('\n')? + 1;
    let (body, last) = text.split_at_checked(at)?;
    if last.trim_end().strip_prefix(SUM)? != hex(body) {
        return None;
    }
    let mut lines = body.lines().skip(1);
    let mut head = |name: &str| -> Option<String> {
        lines.next()?.strip_prefix(name)?.strip_prefix(" = ").map(str::to_owned)
    };
    (head("simulation")? == "yes").then_some(())?;
    let internal = head("internal")? == "yes";
    let (engine, dialogue) = (head("engine")?, head("dialogue")?);
    let (seed, draws) = (head("seed")?.parse().ok()?, head("draws")?.parse().ok()?);
    let (algorithm, tables) = (head("algorithm")?, head("tables")?);
    let (inputs, bidders) = (head("inputs")?.parse().ok()?, head("bidders")?.parse().ok()?);
    let lots: Option<Vec<usize>> = head("lots")?.split(' ').map(|n| n.parse().ok()).collect();
    let shape = Shape { inputs, bidders, lots: lots? };
    let range = head("range")?;
    let (from, until) = range.split_once(' ')?;
    let range: (u64, u64) = (from.parse().ok()?, until.parse().ok()?);
    (lines.next()? == DRAWS).then_some(())?;
    let mut table = DrawTable::new(shape.clone());
    let mut expected = range.0;
    for line in lines {
        let (number, figures, rows) = read_draw(line, &shape)?;
        (number == expected).then_some(())?;
        expected = expected.checked_add(1)?;
        table.push(number, &figures, &rows).ok()?;
    }
    (expected.checked_sub(1)? == range.1 && range.0 >= 1 && range.1 <= draws).then_some(())?;
    let origin = Origin { engine, dialogue, internal, seed, draws, algorithm, tables, shape };
    Some(Part { origin, range, table })
}

type Draw = (u64, Vec<i64>, Vec<StructureRow>);

fn read_draw(line: &str, shape: &Shape) -> Option<Draw> {
    let mut words = line.split(' ');
    let mut next = || words.next();
    let number = next()?.parse().ok()?;
    let inputs: Option<Vec<i64>> = (0..shape.inputs).map(|_| next()?.parse().ok()).collect();
    let mut rows = Vec::with_capacity(shape.lots.len());
    for &lots in &shape.lots {
        rows.push(read_row(&mut next, shape.bidders, lots)?);
    }
    next().is_none().then_some((number, inputs?, rows))
}

fn read_row<'a>(
    next: &mut dyn FnMut() -> Option<&'a str>,
    bidders: usize,
    lots: usize,
) -> Option<StructureRow> {
    let ore = |word: &str| word.parse::<i64>().ok().map(|ore| Money::from_ore(ore.into()));
    let amount = |word: &str| if word == "-" { Some(None) } else { ore(word).map(Some) };
    let (cost, fallback) = (amount(next()?)?, amount(next()?)?);
    let tied = next()? == "1";
    let payments: Option<Vec<Money>> = (0..bidders).map(|_| ore(next()?)).collect();
    let volumes: Option<Vec<Volume>> =
        (0..bidders).map(|_| next()?.parse().ok().map(Volume::from_total)).collect();
    let mut own = Vec::with_capacity(lots.min(1 << 16));
    for _ in 0..lots {
        let bids = next()?.parse().ok()?;
        let winner = next()?;
        let winner = if winner == "-" { None } else { Some(winner.parse().ok()?) };
        own.push(LotRow { bids, winner });
    }
    Some(StructureRow { cost, fallback, tied, payments: payments?, volumes: volumes?, lots: own })
}
