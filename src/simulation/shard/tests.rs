use super::*;
use crate::{
    number::{Money, Volume},
    simulation::{DrawTable, LotRow, Shape, StructureRow},
};
use proptest::prelude::*;

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

fn part(from: u64, until: u64) -> Part {
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
    Part { origin: origin(), range: (from, until), table }
}

#[test]
fn written_and_read_it_is_the_same() {
    let part = part(3, 7);
    assert_eq!(read_part(&write_part(&part)), Ok(part));
}

#[test]
fn what_was_changed_or_cut_off_is_refused() {
    let text = write_part(&part(3, 7));
    assert_eq!(read_part(""), Err(PartFault::NotAPart));
    assert_eq!(read_part("udbud draws 2\n"), Err(PartFault::Newer));
    for at in 14..text.len() {
        if let Some(cut) = text.get(..at) {
            assert_eq!(read_part(cut), Err(PartFault::Damaged), "{at}");
        }
    }
    assert_eq!(read_part(&text.replace("seed = 1", "seed = 2")), Err(PartFault::Damaged));
}

#[test]
fn parts_that_do_not_belong_together_are_all_told_of() {
    let mut foreign = part(9, 10);
    foreign.origin.seed = 2;
    foreign.origin.tables = "u".into();
    let faults = merge(&origin(), vec![part(1, 4), foreign, part(4, 6)]).unwrap_err();
    let differs = |what, own: &str, expected: &str| MergeFault::Differs {
        part: 1,
        what,
        own: own.into(),
        expected: expected.into(),
    };
    assert_eq!(
        faults,
        [
            differs(OriginPart::Seed, "2", "1"),
            differs(OriginPart::Tables, "u", "t"),
            MergeFault::Overlap { first: 0, second: 2, from: 4, until: 4 },
            MergeFault::Gap { from: 7, until: 8 },
        ]
    );
}

proptest! {
    #[test]
    fn any_sharding_gives_the_whole(shards in 1_u64..14) {
        let parts: Vec<Part> = (1..=shards)
            .filter_map(|i| shard_range(10, i, shards))
            .map(|(from, until)| part(from, until))
            .rev()
            .collect();
        prop_assert_eq!(merge(&origin(), parts), Ok((origin(), part(1, 10).table)));
    }
}
