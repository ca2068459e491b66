//! A shard: a part of the draws in a file of its own, so that a large study can be drawn on many machines and merged into the very
//! same result (docs/reference/simulation.md, "Parts"). The file has a head that names the origin of its draws, the draws, and a
//! hash over both.

use std::{
    error::Error,
    fmt::{self, Write},
};

use sha2::{Digest, Sha256};

use super::{DrawTable, LotRow, Shape, StructureRow};
use crate::number::{Money, Volume};

/// The first line of a shard.
const FORMAT: &str = "udbud draws 1";
/// How the first line of any version begins.
const FAMILY: &str = "udbud draws ";
/// The line before the draws.
const DRAWS: &str = "draws:";
/// How the last line begins.
const SUM: &str = "sha256 = ";

/// What the draws of a shard were drawn from: the same for all shards of a study.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The program and its version.
    pub engine: String,
    /// The hash of the dialogue and its tender.
    pub dialogue: String,
    /// Whether bids of the tender take part: then the shard is not to be shown to the market.
    pub internal: bool,
    /// The seed.
    pub seed: u64,
    /// How many draws the whole study has.
    pub draws: u64,
    /// The name of the generator and of the way a draw is made.
    pub algorithm: String,
    /// The hash of the tables in place of logarithms and normal figures.
    pub tables: String,
    /// How many figures a draw has.
    pub shape: Shape,
}

/// One shard: its origin, and its draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shard {
    /// What it was drawn from.
    pub origin: Origin,
    /// The first and the last draw of the shard.
    pub range: (u64, u64),
    /// The draws.
    pub table: DrawTable,
}

/// Why a file is not a shard of a study.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ShardError {
    /// It is something else.
    NotAShard,
    /// A newer version of the format.
    Newer,
    /// Cut off or changed: its hash is not the one in its last line, or a line does not read.
    Damaged,
}

impl fmt::Display for ShardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ShardError::NotAShard => "the file is not a shard of a simulation",
            ShardError::Newer => "the shard has a newer format",
            ShardError::Damaged => "the shard is cut off or changed",
        })
    }
}

impl Error for ShardError {}

/// The draws of shard `shard` of `of`: the shards are as equal as can be, and follow each other without a gap. `None` where
/// there are more shards than draws and this one would be empty.
pub fn shard_range(draws: u64, shard: u64, of: u64) -> Option<(u64, u64)> {
    let until = |n: u64| u64::try_from(u128::from(draws) * u128::from(n) / u128::from(of.max(1))).ok();
    let (before, until) = (until(shard.checked_sub(1)?)?, until(shard)?);
    (before < until).then_some((before + 1, until))
}

/// The text of a shard file.
pub fn shard_text(part: &Shard) -> String {
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

/// Reads a shard, and compares it with its own hash.
///
/// # Errors
/// [`ShardError`]
pub fn read_shard(text: &str) -> Result<Shard, ShardError> {
    let Some(first) = text.lines().next().filter(|l| l.starts_with(FAMILY)) else {
        return Err(ShardError::NotAShard);
    };
    if first != FORMAT {
        return Err(ShardError::Newer);
    }
    read_whole(text).ok_or(ShardError::Damaged)
}

fn read_whole(text: &str) -> Option<Shard> {
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
    Some(Shard { origin, range, table })
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

/// Why shards cannot be merged. Shards are positions among those given.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MergeError {
    /// A shard was drawn from something else than this dialogue, or than the first shard.
    Differs {
        /// Which.
        part: usize,
        /// In what.
        what: OriginField,
        /// What it states.
        own: String,
        /// What it should state.
        expected: String,
    },
    /// Two shards have the same draws.
    Overlap {
        /// The one that begins first.
        first: usize,
        /// The other.
        second: usize,
        /// The first draw that is in both.
        from: u64,
        /// The last.
        until: u64,
    },
    /// These draws are in no shard.
    Gap {
        /// The first that is missing.
        from: u64,
        /// The last.
        until: u64,
    },
}

impl fmt::Display for MergeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MergeError::Differs { part, what, own, expected } => {
                write!(f, "shard {}: {what:?} is {own}, not {expected}", part + 1)
            }
            MergeError::Overlap { first, second, from, until } => {
                write!(f, "shards {} and {} both have the draws {from} to {until}", first + 1, second + 1)
            }
            MergeError::Gap { from, until } => write!(f, "no shard has the draws {from} to {until}"),
        }
    }
}

impl Error for MergeError {}

/// A field of [`Origin`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OriginField {
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

/// Merges shards: all draws, in order. `own` is what this program would draw from; seed and number of draws are those
/// of the first shard.
///
/// # Errors
/// Everything that does not fit, at once.
pub fn merge(own: &Origin, parts: Vec<Shard>) -> Result<(Origin, DrawTable), Vec<MergeError>> {
    let mut whole = own.clone();
    if let Some(first) = parts.first() {
        (whole.seed, whole.draws) = (first.origin.seed, first.origin.draws);
    }
    let mut errors: Vec<MergeError> =
        parts.iter().enumerate().flat_map(|(p, part)| differences(p, &part.origin, &whole)).collect();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|&p| (parts[p].range, p));
    let mut next = 1;
    let mut last_holder = 0;
    for &p in &order {
        let (from, until) = parts[p].range;
        if from > next {
            errors.push(MergeError::Gap { from: next, until: from - 1 });
        } else if from < next {
            let both = until.min(next - 1);
            errors.push(MergeError::Overlap { first: last_holder, second: p, from, until: both });
        }
        if until >= next {
            (next, last_holder) = (until + 1, p);
        }
    }
    if next <= whole.draws {
        errors.push(MergeError::Gap { from: next, until: whole.draws });
    }
    if !errors.is_empty() {
        return Err(errors);
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

fn differences(part: usize, own: &Origin, whole: &Origin) -> Vec<MergeError> {
    let shape = |s: &Shape| {
        let lots: Vec<String> = s.lots.iter().map(usize::to_string).collect();
        format!("{} {} / {}", s.inputs, s.bidders, lots.join(" "))
    };
    let sides = [
        (OriginField::Engine, own.engine.clone(), whole.engine.clone()),
        (OriginField::Dialogue, own.dialogue.clone(), whole.dialogue.clone()),
        (OriginField::Seed, own.seed.to_string(), whole.seed.to_string()),
        (OriginField::Draws, own.draws.to_string(), whole.draws.to_string()),
        (OriginField::Algorithm, own.algorithm.clone(), whole.algorithm.clone()),
        (OriginField::Tables, own.tables.clone(), whole.tables.clone()),
        (OriginField::Shape, shape(&own.shape), shape(&whole.shape)),
    ];
    // another dialogue usually has another shape too: only the dialogue is reported
    let same_dialogue = own.dialogue == whole.dialogue;
    let is_reported = |what: OriginField| what != OriginField::Shape || same_dialogue;
    let differing = sides.into_iter().filter(|(what, own, expected)| own != expected && is_reported(*what));
    differing.map(|(what, own, expected)| MergeError::Differs { part, what, own, expected }).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn origin() -> Origin {
        Origin {
            engine: "udbud 0".into(),
            dialogue: "d".into(),
            internal: false,
            seed: 1,
            draws: 10,
            algorithm: "a".into(),
            tables: "t".into(),
            shape: Shape { inputs: 1, bidders: 1, lots: vec![2] },
        }
    }

    fn part(from: u64, until: u64) -> Shard {
        let mut table = DrawTable::new(origin().shape);
        for n in from..=until {
            let row = StructureRow {
                cost: (n % 3 > 0).then(|| Money::from_ore(-i128::from(n))),
                fallback: None,
                tied: n % 2 == 0,
                payments: vec![Money::from_ore(n.into())],
                volumes: vec![Volume::from_total(n)],
                lots: vec![LotRow { bids: 3, winner: None }, LotRow { bids: 1, winner: Some(0) }],
            };
            table.push(n, &[-5], &[row]).unwrap();
        }
        Shard { origin: origin(), range: (from, until), table }
    }

    #[test]
    fn written_and_read_it_is_the_same() {
        let part = part(3, 7);
        assert_eq!(read_shard(&shard_text(&part)), Ok(part));
    }

    #[test]
    fn what_was_changed_or_cut_off_is_refused() {
        let text = shard_text(&part(3, 7));
        assert_eq!(read_shard(""), Err(ShardError::NotAShard));
        assert_eq!(read_shard("udbud draws 2\n"), Err(ShardError::Newer));
        for at in 14..text.len() {
            if let Some(cut) = text.get(..at) {
                assert_eq!(read_shard(cut), Err(ShardError::Damaged), "{at}");
            }
        }
        assert_eq!(read_shard(&text.replace("seed = 1", "seed = 2")), Err(ShardError::Damaged));
    }

    #[test]
    fn all_that_keeps_parts_apart_is_reported() {
        let mut foreign = part(9, 10);
        foreign.origin.seed = 2;
        foreign.origin.tables = "u".into();
        let faults = merge(&origin(), vec![part(1, 4), foreign, part(4, 6)]).unwrap_err();
        let differs = |what, own: &str, expected: &str| MergeError::Differs {
            part: 1,
            what,
            own: own.into(),
            expected: expected.into(),
        };
        assert_eq!(
            faults,
            [
                differs(OriginField::Seed, "2", "1"),
                differs(OriginField::Tables, "u", "t"),
                MergeError::Overlap { first: 0, second: 2, from: 4, until: 4 },
                MergeError::Gap { from: 7, until: 8 },
            ]
        );
    }

    proptest! {
        #[test]
        fn any_sharding_gives_the_whole(shards in 1_u64..14) {
            let parts: Vec<Shard> = (1..=shards)
                .filter_map(|i| shard_range(10, i, shards))
                .map(|(from, until)| part(from, until))
                .rev()
                .collect();
            prop_assert_eq!(merge(&origin(), parts), Ok((origin(), part(1, 10).table)));
        }
    }
}
