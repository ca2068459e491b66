//! With nothing uncertain, every figure is that of `compare`.

use super::example::{TENDER, certain};
use crate::{
    simulation::{Engine, Shift},
    structure::{Variation, compare},
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
