//! The bounds of an award are tight: at the bound it still is one of the best, one operation further another is better.

mod structure_support;

use proptest::prelude::*;
use structure_support::{Traits, tender};
use udbud::{
    award::Award,
    number::{Money, Percent, Volume},
    outcome::{AwardStatus, Evaluation, Outcome, Total},
    pricing::Overlay,
    structure::{VolumeCase, robustness, volumes_in},
    tender::Tender,
};

fn at<'t>(tender: &'t Tender, volumes: &[Volume]) -> Outcome<'t> {
    let overlay = Overlay { volumes: Some(volumes.to_vec()), ..Overlay::default() };
    Evaluation::of(tender).structure(1).overlay(&overlay).run().unwrap()
}

/// By how much the award is dearer than the best at these volumes.
fn regret(tender: &Tender, award: &Award, volumes: &[Volume]) -> Money {
    let outcome = at(tender, volumes);
    let own = award.iter().enumerate().map(|(l, winner)| match winner {
        None => outcome.admitted.fallback[l].unwrap(),
        Some(b) => outcome.admitted.bids[*b].lots[l].figures().unwrap()[0].price,
    });
    let own = Money::sum(own).unwrap();
    let best = match outcome.award.total {
        Some(Total::Price(best)) => best,
        _ => Money::sum(outcome.admitted.fallback.iter().map(|f| f.unwrap())).unwrap(),
    };
    own.checked_sub(best).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn bounds_are_tight(seed in any::<u64>(), blocks in 1_u64..4, price_at_fallback in any::<bool>(), all_offer_everything in any::<bool>()) {
        let tender = tender(seed, Traits { blocks, price_at_fallback, all_offer_everything, ..Traits::default() });
        let outcome = Evaluation::of(&tender).structure(1).run().unwrap();
        prop_assume!(outcome.award.status == AwardStatus::Awarded);
        let firm = robustness(&outcome, None).unwrap().unwrap();
        let expected = outcome.priced.prices.volumes.clone();
        let moved = |p: usize, v: u64| {
            let mut volumes = expected.clone();
            volumes[p] = Volume::from_total(v);
            regret(&tender, &firm.award, &volumes)
        };
        for code in &firm.codes {
            match &code.least {
                Some((v, _)) => {
                    prop_assert_eq!(moved(code.procedure, v.count()), Money::ZERO);
                    prop_assert!(moved(code.procedure, v.count() - 1) > Money::ZERO);
                }
                None => prop_assert_eq!(moved(code.procedure, 0), Money::ZERO),
            }
            match &code.most {
                Some((v, _)) => {
                    prop_assert_eq!(moved(code.procedure, v.count()), Money::ZERO);
                    prop_assert!(moved(code.procedure, v.count() + 1) > Money::ZERO);
                }
                None => prop_assert_eq!(moved(code.procedure, Volume::LIMIT), Money::ZERO),
            }
        }
        // all in proportion: twice the volumes, the same award
        prop_assert_eq!(firm.all.least.as_ref(), None);
        prop_assert_eq!(firm.all.most.as_ref(), None);
    }

    #[test]
    fn the_worst_mix_is_the_worst_of_all_corners(seed in any::<u64>(), blocks in 1_u64..4, all_offer_everything in any::<bool>()) {
        let tender = tender(seed, Traits { blocks, all_offer_everything, ..Traits::default() });
        let outcome = Evaluation::of(&tender).structure(1).run().unwrap();
        prop_assume!(outcome.award.status == AwardStatus::Awarded);
        let band = Percent::from_parts(30 * 10_000);
        let firm = robustness(&outcome, Some(band)).unwrap().unwrap();
        let expected = outcome.priced.prices.volumes.clone();
        let (low, high) = (volumes_in(&tender, &expected, VolumeCase::Min), volumes_in(&tender, &expected, VolumeCase::Max));
        let mut worst = Money::ZERO;
        for mask in 0_u32..1 << expected.len() {
            let volumes: Vec<Volume> = (0..expected.len()).map(|p| if mask >> p & 1 == 1 { high[p] } else { low[p] }).collect();
            worst = worst.max(regret(&tender, &firm.award, &volumes));
        }
        prop_assert_eq!(firm.stated.regret.max(Money::ZERO), worst);
        if let Some(volumes) = &firm.stated.volumes {
            prop_assert_eq!(regret(&tender, &firm.award, volumes), worst);
        }
        let (wide, mix) = firm.band.unwrap();
        prop_assert_eq!(mix.better.is_none(), firm.widest_band >= wide);
    }
}
