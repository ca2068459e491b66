//! The search over groupings agrees with the evaluation of every grouping, one by one.

mod structure_support;

use std::collections::BTreeMap;

use proptest::prelude::*;
use structure_support::{Traits, partitions, tender, with_grouping};
use udbud::{
    number::Money,
    outcome::{AwardStatus, Evaluation, Total},
    structure::{BlockSource, SearchOptions, Variation, search_lots},
    tender::Tender,
};

fn unchanged(tender: &Tender) -> udbud::structure::TriedTender {
    Variation::default().apply(tender).unwrap()
}

/// What the evaluation says that a grouping costs, without and with contract costs.
fn evaluated(tender: &Tender, groups: &[Vec<usize>], per_contract: Money) -> Option<Money> {
    let tender = with_grouping(tender, 1, groups);
    let outcome = Evaluation::of(&tender).structure(tender.structures.len() - 1).run().unwrap();
    if outcome.award.status == AwardStatus::NoAward {
        // nobody gets anything: everything at the fallback, unless rules allow no award at all
        let fallback: Option<Vec<Money>> = outcome.admitted.fallback.iter().copied().collect();
        return fallback.map(|f| Money::sum(f).unwrap()).filter(|_| outcome.award.clash.is_empty());
    }
    let Some(Total::Price(total)) = outcome.award.total else { return None };
    let contracts = groups.len() - outcome.award.unawarded.len();
    Some(Money::from_ore(total.ore() + per_contract.ore() * contracts as i128))
}

fn agrees(seed: u64, traits: Traits, options: &SearchOptions) {
    let tender = tender(seed, traits);
    let found = search_lots(&unchanged(&tender), BlockSource::Structure(1), options).unwrap();
    let mut best: BTreeMap<usize, (Money, u64)> = BTreeMap::new();
    for groups in partitions(traits.blocks as usize) {
        let Some(total) = evaluated(&tender, &groups, options.cost_per_contract) else { continue };
        let own = best.entry(groups.len()).or_insert((total, 0));
        if total < own.0 {
            *own = (total, 0);
        }
        if total == own.0 {
            own.1 += 1;
        }
    }
    for b in &found.best {
        assert!(b.proven, "{seed} {traits:?} {b:?}");
        let expected = best.get(&b.lots);
        assert_eq!(b.total, expected.map(|e| e.0), "{seed} {traits:?} {b:?}");
        let groups: Vec<Vec<usize>> = b.groups.iter().map(|g| g.blocks.clone()).collect();
        assert_eq!(evaluated(&tender, &groups, options.cost_per_contract), b.total, "{seed} {traits:?}");
        if let (Some(n), Some(expected)) = (b.within, expected)
            && !(found.rules && b.lots == traits.blocks as usize)
        {
            assert_eq!(n, expected.1, "{seed} {traits:?} {b:?}");
        }
        let sum = Money::sum(b.groups.iter().filter_map(|g| g.price)).unwrap();
        assert_eq!(
            sum.checked_add(b.contract_costs).ok(),
            b.total.or(Some(Money::ZERO)),
            "{seed} {traits:?} {b:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn without_rules_across_lots(seed in any::<u64>(), blocks in 1_u64..6, price_at_fallback in any::<bool>(), evaluated_price in any::<bool>()) {
        let traits = Traits { blocks, price_at_fallback, evaluated_price, ..Traits::default() };
        agrees(seed, traits, &SearchOptions::default());
    }

    #[test]
    fn with_rules_across_lots(seed in any::<u64>(), blocks in 1_u64..6, price_at_fallback in any::<bool>(), if_cheaper in any::<bool>()) {
        let traits = Traits { blocks, price_at_fallback, rules: true, if_cheaper, ..Traits::default() };
        agrees(seed, traits, &SearchOptions::default());
    }

    #[test]
    fn with_contract_costs(seed in any::<u64>(), blocks in 1_u64..6, rules in any::<bool>()) {
        let traits = Traits { blocks, rules, ..Traits::default() };
        agrees(seed, traits, &SearchOptions { cost_per_contract: Money::from_ore(50_000), ..SearchOptions::default() });
    }
}

/// Eight blocks, 4,140 groupings.
#[test]
fn eight_blocks() {
    agrees(7, Traits { blocks: 8, price_at_fallback: true, ..Traits::default() }, &SearchOptions::default());
}

#[test]
fn one_lot_and_all_lots_agree_with_the_evaluation() {
    for seed in 0..40 {
        let tender =
            tender(seed, Traits { blocks: 4, price_at_fallback: seed % 2 == 0, ..Traits::default() });
        let found =
            search_lots(&unchanged(&tender), BlockSource::Structure(1), &SearchOptions::default()).unwrap();
        for (structure, at) in [(0, 0), (1, 3)] {
            let outcome = Evaluation::of(&tender).structure(structure).run().unwrap();
            if let Some(Total::Price(total)) = outcome.award.total {
                assert_eq!(found.best[at].total, Some(total));
            }
        }
    }
}

#[test]
fn blocks_kept_together_stay_together() {
    let tender = tender(3, Traits { blocks: 5, ..Traits::default() });
    let options = SearchOptions {
        keep_together: vec![vec!["b1".into(), "b3".into()], vec!["b3".into(), "b4".into()]],
        ..SearchOptions::default()
    };
    let found = search_lots(&unchanged(&tender), BlockSource::Structure(1), &options).unwrap();
    assert_eq!(found.best.len(), 3);
    for best in &found.best {
        let with_b1 = best.groups.iter().find(|g| g.blocks.contains(&1)).unwrap();
        assert!(with_b1.blocks.contains(&3) && with_b1.blocks.contains(&4));
    }
}

#[test]
fn every_lot_has_enough_bidders() {
    for seed in 0..20 {
        let tender = tender(seed, Traits { blocks: 5, ..Traits::default() });
        let options = SearchOptions { min_bidders_per_lot: 2, ..SearchOptions::default() };
        let found = search_lots(&unchanged(&tender), BlockSource::Structure(1), &options).unwrap();
        assert!(found.best.iter().flat_map(|b| &b.groups).all(|g| g.bidders >= 2));
    }
}
