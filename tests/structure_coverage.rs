//! The smallest sets of codes agree with plain enumeration.

mod structure_support;

use std::collections::BTreeSet;

use proptest::prelude::*;
use structure_support::{Traits, read, tender};
use udbud::{
    structure::{Basis, coverage},
    tender::{Missing, Tender},
};

/// Whether a bid that can do these can bid on the lot, by the tender's rule.
fn can_bid(tender: &Tender, can: &[bool], lot: &[usize]) -> bool {
    let missing: Vec<usize> = lot.iter().copied().filter(|&p| !can[p]).collect();
    let allowed = match &tender.award.missing {
        Missing::Reject => missing.is_empty(),
        Missing::PriceAtFallback { at_most, never } => {
            at_most.is_none_or(|n| missing.len() <= n as usize)
                && missing.iter().all(|&p| !never.iter().any(|n| n.matches(&tender.procedures[p].code)))
        }
    };
    allowed && missing.len() < lot.len()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn smallest_sets_agree_with_plain_enumeration(seed in any::<u64>(), blocks in 1_u64..5, price_at_fallback in any::<bool>()) {
        let tender = tender(seed, Traits { blocks, price_at_fallback, ..Traits::default() });
        let covered = coverage(&tender, &[0, 1]).unwrap();
        for s in &covered.structures {
            for (lot, own) in s.lots.iter().zip(&tender.structures[s.structure].lots) {
                let lot_procedures = &own.procedures;
                let new_in = |removed: &BTreeSet<usize>| {
                    let rest: Vec<usize> = lot_procedures.iter().copied().filter(|p| !removed.contains(p)).collect();
                    lot.shut_out.iter().filter(|(b, _)| can_bid(&tender, &covered.can[*b], &rest)).count()
                };
                for (bid, _) in tender.bids.iter().enumerate() {
                    prop_assert_eq!(lot.can_bid.contains(&bid), can_bid(&tender, &covered.can[bid], lot_procedures));
                }
                for more in 1..=lot.shut_out.len() {
                    let mut smallest: Vec<BTreeSet<usize>> = Vec::new();
                    for mask in 0_u32..1 << lot_procedures.len() {
                        let set: BTreeSet<usize> = (0..lot_procedures.len()).filter(|i| mask >> i & 1 == 1).map(|i| lot_procedures[i]).collect();
                        if new_in(&set) < more || smallest.first().is_some_and(|s| s.len() < set.len()) {
                            continue;
                        }
                        if smallest.first().is_some_and(|s| s.len() > set.len()) {
                            smallest.clear();
                        }
                        smallest.push(set);
                    }
                    let found = lot.smallest.iter().find(|s| s.more == more);
                    let sets: BTreeSet<Vec<usize>> = found.iter().flat_map(|f| &f.sets).map(|s| s.procedures.clone()).collect();
                    let expected: BTreeSet<Vec<usize>> = smallest.iter().map(|s| s.iter().copied().collect()).collect();
                    prop_assert_eq!(sets, expected, "more {}", more);
                    prop_assert!(found.is_none_or(|f| f.complete));
                }
            }
        }
    }
}

#[test]
fn registrations_are_enough() {
    let tender = read(
        "format = 1\n[tender]\nid = \"T\"\ntitle = \"T\"\nkind = \"tender\"\nbuyer = \"R\"\nspecialty = \"s\"\n\
         [[procedure]]\ncode = \"A1\"\nname = \"a\"\nvolume = 10\n[[procedure]]\ncode = \"A2\"\nname = \"b\"\nvolume = 30\n\
         [[bid]]\nbidder = \"All\"\n[[bid]]\nbidder = \"One\"\nregistered = [\"A1\"]\n\
         [[bid]]\nbidder = \"Not\"\nnot-offered = [\"A1\"]\n",
    );
    let covered = coverage(&tender, &[0]).unwrap();
    assert_eq!(covered.basis, [Basis::Registration; 3]);
    assert_eq!(covered.can, [vec![true, true], vec![true, false], vec![false, true]]);
    let lot = &covered.structures[0].lots[0];
    assert_eq!(lot.can_bid, [0]);
    assert_eq!(lot.shut_out, [(1, vec![1]), (2, vec![0])]);
    assert_eq!(lot.smallest[0].sets.len(), 2);
    assert_eq!(lot.smallest[0].sets[0].volume_percent.as_ref().unwrap().to_string(), "25");
    assert_eq!(lot.smallest[0].sets[0].value_percent, None);
    // without both codes nothing is left to bid on
    assert_eq!(lot.smallest.len(), 1);
}
