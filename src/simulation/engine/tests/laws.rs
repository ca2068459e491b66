//! Laws that hold for all dialogues.

use proptest::prelude::*;

use super::random::dialogue;
use crate::{
    number::Money,
    outcome::{AwardStatus, Evaluation},
    simulation::{Engine, Shift, VolumesKnown},
};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_quick_way_is_the_general_way(seed in any::<u64>(), first in 1_u64..1_000_000) {
        let engine = Engine::new(&dialogue(seed)).unwrap();
        for n in first..first + 6 {
            prop_assert_eq!(engine.draw(seed, n), engine.draw_generally(seed, n), "draw {}", n);
        }
    }

    #[test]
    fn also_where_everything_is_shifted(seed in any::<u64>(), points in -3_000_000_i64..6_000_000) {
        let engine = Engine::new(&dialogue(seed)).unwrap();
        let shift = Shift { discount_points: vec![0, points, points / 2], volume_factor: 700_000, lapse_days: 92 };
        let engine = engine.with_shift(shift).unwrap();
        for n in 1..4 {
            prop_assert_eq!(engine.draw(1, n), engine.draw_generally(1, n), "draw {}", n);
        }
    }

    #[test]
    fn a_row_is_what_decide_says_of_the_tender_of_the_draw(seed in any::<u64>()) {
        let dialogue = dialogue(seed);
        prop_assume!(dialogue.volumes.known == VolumesKnown::AtAward);
        let engine = Engine::new(&dialogue).unwrap();
        let (_, rows) = engine.draw(seed, 3).unwrap();
        for (structure, row) in rows.iter().enumerate() {
            let (tender, overlay) = engine.as_tender(seed, 3, structure).unwrap();
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

/// The laws above would say little if the random dialogues never met what they are about.
#[test]
fn the_random_dialogues_meet_ties_unawarded_lots_and_all_ways() {
    let (mut rows, mut quick, mut tied, mut tied_quick, mut unawarded, mut split) = (0, 0, 0, 0, 0, 0);
    for seed in 0..400 {
        let engine = Engine::new(&dialogue(seed)).unwrap();
        let study = &engine.study;
        let mut drawer = engine.drawer(seed);
        let event = super::super::Event::new(study, drawer.figures(1).unwrap()).unwrap();
        study.prepare(&event, &mut drawer.scratch).unwrap();
        for structure in 0..study.terms.len() {
            let order = || (0..study.names.len()).collect();
            let way = study.quick_row(&event, structure, &mut drawer.scratch, order).unwrap();
            let row = study.general_row(&event, structure, order).unwrap();
            rows += 1;
            quick += u32::from(way.is_some());
            tied += u32::from(row.tied);
            tied_quick += u32::from(way.is_some_and(|w| w.tied));
            unawarded += u32::from(row.lots.iter().any(|l| l.winner.is_none() && l.bids > 0));
            split += u32::from(row.payments.iter().filter(|p| **p > Money::ZERO).count() > 1);
        }
    }
    let met = [rows, quick, tied, tied_quick, unawarded, split];
    let least = [700, 500, 60, 40, 20, 100];
    assert!(met.iter().zip(least).all(|(met, least)| *met >= least), "{met:?}");
}
