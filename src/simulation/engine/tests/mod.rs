//! The engine: laws over random dialogues, sums by hand, golden draws, threads.

mod dialogues;

use std::{cell::Cell, ops::ControlFlow};

use proptest::prelude::*;

use super::{Drawer, Event, Shift};
use crate::{
    number::Money,
    outcome::{AwardStatus, Evaluation, OutcomeError},
    pricing::Overlay,
    simulation::{
        Bidders, Dialogue, Distribution, Engine, Input, Participation, Scenario, StructureRow, VolumesKnown,
    },
    structure::{Variation, compare},
    tender::{CodePattern, Tender},
};
use dialogues::{TENDER, certain, dialogue, drawn, profile, uncertain};

/// One draw, on the exact path throughout.
fn draw_exactly(engine: &Engine, seed: u64, n: u64) -> Result<(Vec<i64>, Vec<StructureRow>), OutcomeError> {
    Drawer { takes_fast_path: false, ..engine.drawer(seed) }.draw(n)
}

/// The tender that a draw amounts to under one structure (a place in the order of the dialogue), and what differs from it.
fn as_tender(engine: &Engine, seed: u64, n: u64, structure: usize) -> (Tender, Overlay) {
    let event = Event::new(&engine.context, engine.drawer(seed).figures(n).unwrap()).unwrap();
    engine.context.as_tender(&event, structure).unwrap()
}

#[test]
fn without_uncertainty_every_figure_is_that_of_compare() {
    let dialogue = certain(TENDER);
    let tried = Variation::default().apply(&dialogue.tender).unwrap();
    let compared = compare(&tried, &dialogue.structures).unwrap();
    let engine = Engine::new(&dialogue).unwrap();
    assert_eq!((engine.enumerated(), engine.inputs().len()), (Some(1), 0));
    let (_, rows) = engine.draw(1, 1).unwrap();
    for (row, structure) in rows.iter().zip(&compared.structures) {
        assert_eq!(row.cost, structure.outcome.award.expected_cost);
        assert_eq!(row.fallback, structure.fallback_total);
        let paid: Vec<_> = structure.payments.clone().unwrap().iter().map(|p| (p.bid, p.amount)).collect();
        let ours: Vec<_> = row.payments.iter().copied().enumerate().filter(|p| p.1.ore() > 0).collect();
        assert_eq!(ours, paid);
        for (lot, award) in row.lots.iter().zip(&structure.outcome.award.lots) {
            assert_eq!(lot.winner.map(|w| w as usize), award.winner);
        }
        let admissible: Vec<u32> =
            structure.outcome.evaluated.lots.iter().map(|l| l.bids.iter().flatten().count() as u32).collect();
        assert_eq!(row.lots.iter().map(|l| l.bids).collect::<Vec<_>>(), admissible);
    }
}

#[test]
fn a_shift_moves_volumes_and_lapse_as_a_variation_does() {
    let dialogue = certain(TENDER);
    let variation = Variation {
        lapse: Some(jiff::civil::date(2025, 9, 1)),
        volumes: vec![(CodePattern::new("*"), rust_decimal::Decimal::new(85, 2))],
        ..Variation::default()
    };
    let tried = variation.apply(&dialogue.tender).unwrap();
    let compared = compare(&tried, &dialogue.structures).unwrap();
    let shift = Shift { volume_factor: 850_000, lapse_days: 92, ..Shift::default() };
    let engine = Engine::new(&dialogue).unwrap().with_shift(shift).unwrap();
    let (_, rows) = engine.draw(1, 1).unwrap();
    let costs: Vec<_> = compared.structures.iter().map(|s| s.outcome.award.expected_cost).collect();
    assert_eq!(rows.iter().map(|r| r.cost).collect::<Vec<_>>(), costs);
}

/// The sum of a structure's costs over the first draws.
fn sum_of_costs(engine: &Engine, draws: u64, structure: usize) -> i128 {
    let table = engine.run(99, 1, draws, 2, &|_| ControlFlow::Continue(())).unwrap();
    (0..table.len()).map(|at| table.cost(at, structure).unwrap().ore()).sum()
}

fn cost_of(dialogue: &Dialogue, structure: usize) -> i128 {
    Engine::new(dialogue).unwrap().draw(1, 1).unwrap().1[structure].cost.map_or(0, Money::ore)
}

fn with_scenarios(mut dialogue: Dialogue) -> Dialogue {
    let scenario = |name: &str, weight, factor| Scenario {
        name: name.into(),
        weight,
        factors: vec![(CodePattern::new("KNG*"), factor), (CodePattern::new("KNGD11"), 1_100_000)],
    };
    dialogue.volumes.scenarios =
        vec![scenario("low", 4, 700_000), scenario("as now", 10, 1_000_000), scenario("high", 6, 1_234_567)];
    dialogue
}

#[test]
fn a_table_of_scenarios_gives_the_exact_weighted_sums() {
    let dialogue = with_scenarios(certain(TENDER));
    let engine = Engine::new(&dialogue).unwrap();
    // weights in their lowest terms: 2, 5, 3
    assert_eq!((engine.enumerated(), engine.inputs()), (Some(10), vec![Input::Scenario]));
    for structure in 0..3 {
        let alone = [0, 1, 2].map(|i| {
            let mut one = dialogue.clone();
            one.volumes.scenarios = vec![dialogue.volumes.scenarios[i].clone()];
            cost_of(&one, structure)
        });
        let weighted = 2 * alone[0] + 5 * alone[1] + 3 * alone[2];
        assert_eq!(sum_of_costs(&engine, 10, structure), weighted);
        assert_eq!(sum_of_costs(&engine, 230, structure), 23 * weighted);
    }
}

#[test]
fn every_finite_table_counts_in_the_enumeration() {
    let mut dialogue = with_scenarios(certain(TENDER));
    dialogue.bidders = Bidders::Profiles;
    let half = vec![Participation { structure: None, probability: 500_000 }];
    let discounts = Distribution::Values(vec![(5_000_000, 1), (9_000_000, 2)]);
    dialogue.profiles = vec![profile("A", 1, discounts), profile("B", 1, Distribution::Fixed(7_000_000))];
    dialogue.profiles[1].takes_part = half;
    let engine = Engine::new(&dialogue).unwrap();
    assert_eq!(engine.enumerated(), Some(10 * 3 * 2));
    let mut weighted = 0;
    for (scenario, weight) in [(0, 2), (1, 5), (2, 3)] {
        for (discount, times) in [(5_000_000, 1), (9_000_000, 2)] {
            for takes_part in [0, 1_000_000] {
                let mut one = dialogue.clone();
                one.volumes.scenarios = vec![dialogue.volumes.scenarios[scenario].clone()];
                one.profiles[0].discount = drawn(Distribution::Fixed(discount));
                one.profiles[1].takes_part[0].probability = takes_part;
                weighted += weight * times * cost_of(&one, 1);
            }
        }
    }
    assert_eq!(sum_of_costs(&engine, 60, 1), weighted);
    assert_eq!(sum_of_costs(&engine, 120, 1), 2 * weighted);
}

#[test]
fn one_continuous_input_ends_the_enumeration() {
    let mut dialogue = with_scenarios(certain(TENDER));
    dialogue.volumes.specialty = Some(drawn(Distribution::Uniform { low: 900_000, high: 1_000_000 }));
    assert_eq!(Engine::new(&dialogue).unwrap().enumerated(), None);
}

#[test]
fn golden_draws() {
    let engine = Engine::new(&uncertain()).unwrap();
    let mut text = String::new();
    for n in [1, 2, 1_000_000] {
        let (drawn, rows) = engine.draw(20_241_201, n).unwrap();
        text.push_str(&format!("{n}: {drawn:?}\n"));
        for row in rows {
            let cost = row.cost.map(|c| c.to_string()).unwrap_or_default();
            let lots: Vec<String> = row.lots.iter().map(|l| format!("{} {:?}", l.bids, l.winner)).collect();
            text.push_str(&format!("  {cost} {}\n", lots.join(", ")));
        }
    }
    let golden = "\
1: [741538, 889821, 877105, 20240, 900000, 10030081, 700000, 10299872, 0, 2487844, 622, 0, 3707171, 916, 1, 3652013, 975]
  20967978.16 0 None
  19328464.45 3 Some(1), 1 Some(1)
  19627614.90 3 Some(1), 4 Some(3), 1 Some(1)
2: [846177, 950095, 692590, 20320, 600000, 9717500, 100000, 9682511, 0, 5704117, 755, 0, 4154849, 606, 0, 3212904, 622]
  23348800.55 1 Some(1)
  23219799.44 5 Some(0), 2 Some(0)
  23347279.22 5 Some(0), 5 Some(0), 2 Some(1)
1000000: [1036398, 1047383, 1203157, 20240, 300000, 11662455, 0, 11944611, 1, 12272353, 697, 1, 13144195, 490, 0, 7974366, 593]
  30323504.12 2 Some(1)
  30388606.64 3 Some(1), 2 Some(1)
  30394076.74 3 Some(1), 5 Some(3), 2 Some(1)
";
    assert_eq!(text, golden);
}

#[test]
fn another_input_moves_no_other() {
    let dialogue = uncertain();
    let mut more = dialogue.clone();
    more.volumes.groups.insert(0, dialogue.volumes.groups[0].clone());
    more.volumes.groups.rotate_left(1);
    more.profiles.push(dialogue.profiles[0].clone());
    let (few, many) = (Engine::new(&dialogue).unwrap(), Engine::new(&more).unwrap());
    let (a, _) = few.draw(5, 77).unwrap();
    let (b, _) = many.draw(5, 77).unwrap();
    let others = many.inputs();
    for (input, figure) in few.inputs().iter().zip(a) {
        let at = others.iter().position(|i| i == input).unwrap();
        if !matches!(input, Input::Group(1)) {
            assert_eq!(figure, b[at], "{input:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_fast_path_is_the_exact_path(seed in any::<u64>(), first in 1_u64..1_000_000) {
        let engine = Engine::new(&dialogue(seed)).unwrap();
        for n in first..first + 6 {
            prop_assert_eq!(engine.draw(seed, n), draw_exactly(&engine, seed, n), "draw {}", n);
        }
    }

    #[test]
    fn also_where_everything_is_shifted(seed in any::<u64>(), points in -3_000_000_i64..6_000_000) {
        let engine = Engine::new(&dialogue(seed)).unwrap();
        let shift = Shift { discount_points: vec![0, points, points / 2], volume_factor: 700_000, lapse_days: 92 };
        let engine = engine.with_shift(shift).unwrap();
        for n in 1..4 {
            prop_assert_eq!(engine.draw(1, n), draw_exactly(&engine, 1, n), "draw {}", n);
        }
    }

    #[test]
    fn a_row_is_the_decision_on_the_tender_of_the_draw(seed in any::<u64>()) {
        let dialogue = dialogue(seed);
        prop_assume!(dialogue.volumes.known == VolumesKnown::AtAward);
        let engine = Engine::new(&dialogue).unwrap();
        let (_, rows) = engine.draw(seed, 3).unwrap();
        for (structure, row) in rows.iter().enumerate() {
            let (tender, overlay) = as_tender(&engine, seed, 3, structure);
            let outcome = Evaluation::of(&tender).structure(dialogue.structures[structure]).overlay(&overlay).run().unwrap();
            prop_assert_eq!(row.tied, outcome.award.status == AwardStatus::Tie);
            if outcome.award.status == AwardStatus::Awarded {
                prop_assert_eq!(row.cost, outcome.award.expected_cost);
                for (lot, award) in row.lots.iter().zip(&outcome.award.lots) {
                    prop_assert_eq!(lot.winner.map(|w| w as usize), award.winner);
                }
            }
            if let (Some(cost), true) = (row.cost, row.lots.iter().all(|l| l.winner.is_none())) {
                prop_assert_eq!(Some(cost), row.fallback);
            }
            prop_assert!(row.payments.iter().all(|p| *p >= Money::ZERO));
        }
    }
}

/// The laws above would prove little if the random dialogues never had ties, unawarded lots or both paths.
#[test]
fn the_random_dialogues_meet_ties_unawarded_lots_and_both_paths() {
    let (mut rows, mut fast, mut tied, mut tied_fast, mut unawarded, mut split) = (0, 0, 0, 0, 0, 0);
    for seed in 0..400 {
        let engine = Engine::new(&dialogue(seed)).unwrap();
        let context = &engine.context;
        let mut drawer = engine.drawer(seed);
        let event = Event::new(context, drawer.figures(1).unwrap()).unwrap();
        context.prepare(&event, &mut drawer.scratch).unwrap();
        for structure in 0..context.terms.len() {
            let order = || (0..context.names.len()).collect();
            let fast_row = context.fast_row(&event, structure, &mut drawer.scratch, order).unwrap();
            let row = context.exact_row(&event, structure, order).unwrap();
            rows += 1;
            fast += u32::from(fast_row.is_some());
            tied += u32::from(row.tied);
            tied_fast += u32::from(fast_row.is_some_and(|w| w.tied));
            unawarded += u32::from(row.lots.iter().any(|l| l.winner.is_none() && l.bids > 0));
            split += u32::from(row.payments.iter().filter(|p| **p > Money::ZERO).count() > 1);
        }
    }
    let met = [rows, fast, tied, tied_fast, unawarded, split];
    let least = [700, 500, 60, 40, 20, 100];
    assert!(met.iter().zip(least).all(|(met, least)| *met >= least), "{met:?}");
}

#[test]
fn any_number_of_threads_and_any_division_give_the_same_table() {
    let engine = Engine::new(&uncertain()).unwrap();
    let go_on = |_| ControlFlow::Continue(());
    let whole = engine.run(7, 1, 300, 1, &go_on).unwrap();
    assert_eq!(whole.len(), 300);
    assert_eq!(engine.run(7, 1, 300, 2, &go_on).unwrap(), whole);
    assert_eq!(engine.run(7, 1, 300, 5, &go_on).unwrap(), whole);
    let mut parts = engine.run(7, 1, 101, 1, &go_on).unwrap();
    parts.append(engine.run(7, 102, 300, 3, &go_on).unwrap());
    assert_eq!(parts, whole);
    let (drawn, rows) = engine.draw(7, 200).unwrap();
    assert_eq!(whole.inputs(199), drawn);
    assert_eq!((0..3).map(|s| whole.row(199, s)).collect::<Vec<_>>(), rows);
    assert_ne!(engine.run(8, 1, 300, 2, &go_on).unwrap(), whole);
    assert!(engine.run(7, 5, 4, 2, &go_on).unwrap().is_empty());
}

#[test]
fn breaking_off_leaves_a_gapless_beginning() {
    let engine = Engine::new(&uncertain()).unwrap();
    let reported = Cell::new(0);
    let stop = |done| {
        reported.set(done);
        if done >= 128 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let table = engine.run(7, 11, 5_000, 3, &stop).unwrap();
    assert!(table.len() >= 128 && table.len() < 2_000, "{}", table.len());
    assert!((0..table.len()).all(|at| table.number(at) == 11 + at as u64));
    assert!(reported.get() >= 128);
}
