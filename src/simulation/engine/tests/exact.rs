//! With nothing uncertain, every figure is that of `compare`.

use std::ops::ControlFlow;

use super::example::{TENDER, certain, drawn, profile};
use crate::{
    number::Money,
    simulation::{Bidders, Dialogue, Distribution, Engine, Input, Participation, Scenario, Shift},
    structure::{Variation, compare},
    tender::CodePattern,
};

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
        volumes: vec![(crate::tender::CodePattern::new("*"), rust_decimal::Decimal::new(85, 2))],
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
