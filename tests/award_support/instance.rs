//! Award problems in a compact text: sizes, rules, volumes, tariffs, then a line of unit prices for each bidder.

use udbud::award::{AwardProblem, BidderSide, LotSide, Tier, TierCondition, Unawarded};

fn numbers<'a>(lines: &mut impl Iterator<Item = &'a str>, name: &str) -> Vec<u64> {
    let line = lines.next().unwrap();
    let rest = line.strip_prefix(name).unwrap_or_else(|| panic!("{name} expected in {line:?}"));
    rest.split_whitespace().map(|n| n.parse().unwrap()).collect()
}

/// Reads a problem. A tier's unit price is the bid's less its discount, half up to whole øre.
pub fn read(text: &str) -> AwardProblem {
    let mut lines = text.lines().filter(|l| !l.starts_with('#'));
    let lots = numbers(&mut lines, "lots")[0] as usize;
    let bidders = numbers(&mut lines, "bidders")[0] as usize;
    let max_lots = numbers(&mut lines, "max-lots")[0] as usize;
    let min_suppliers = numbers(&mut lines, "min-suppliers")[0] as usize;
    let tiers: Vec<(usize, i128)> = lines.next().unwrap()["tiers".len()..]
        .split_whitespace()
        .map(|t| t.split_once(':').map(|(n, d)| (n.parse().unwrap(), d.parse().unwrap())).unwrap())
        .collect();
    let volumes = numbers(&mut lines, "volumes");
    let tariffs = numbers(&mut lines, "tariffs");
    let discounts: Vec<i128> = [0].into_iter().chain(tiers.iter().map(|t| t.1)).collect();
    let bidder = |line: &str| {
        let mut fields = line.split_whitespace().skip(1);
        let capacity = fields.next().unwrap().parse().unwrap();
        let cost = |(lot, price): (usize, &str)| {
            let price: i128 = price.parse().ok()?;
            let unit = |d: &i128| (price * (100 - d) * 2 + 100).div_euclid(200);
            Some(discounts.iter().map(|d| unit(d) * i128::from(volumes[lot])).collect())
        };
        BidderSide {
            costs: fields.enumerate().map(cost).collect(),
            tiers: [Tier::default()]
                .into_iter()
                .chain(tiers.iter().map(|t| Tier { conditions: vec![TierCondition::AtLeast(t.0)] }))
                .collect(),
            max_lots: None,
            capacity: Some(capacity),
            only_together: Vec::new(),
        }
    };
    let sides: Vec<BidderSide> = lines.map(bidder).collect();
    assert_eq!((sides.len(), volumes.len()), (bidders, lots));
    AwardProblem {
        lots: (0..lots)
            .map(|l| LotSide { fallback: i128::from(tariffs[l] * volumes[l]), volume: volumes[l] })
            .collect(),
        bidders: sides,
        max_lots_per_bidder: Some(max_lots),
        min_suppliers: Some(min_suppliers),
        max_suppliers: None,
        unawarded: Unawarded::FewestFirst,
        ties: Vec::new(),
    }
}
