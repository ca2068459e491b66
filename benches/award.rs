//! How long an award takes, with its certificate, with every distance and margin, and as the lots grow from 5 to 200.
//!
//! Instances are of three kinds: `ordinary` (discounts by number of lots, capacities, a number of lots, three suppliers),
//! `ties` (everybody asks the list price) and `close` (offers that differ by one øre under tight capacities).
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use udbud::award::{
    AwardProblem, BidderSide, Demands, LotSide, Tier, TierCondition, Unawarded, certify, solve,
};
use udbud::record::verify::check_certificate as check;

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Ordinary,
    Ties,
    Close,
}

/// A generator of numbers (splitmix64): the instances are the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, low: i128, high: i128) -> i128 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        low + i128::from(z ^ (z >> 31)).rem_euclid(high - low + 1)
    }
}

fn instance(kind: Kind, lots: usize, bidders: usize, seed: u64) -> AwardProblem {
    let mut dice = Dice(seed ^ ((lots * 1000 + bidders) as u64) << 8);
    let volume: Vec<i128> = (0..lots).map(|_| dice.roll(20, 200)).collect();
    let base: Vec<i128> = (0..lots).map(|_| dice.roll(8_000, 60_000)).collect();
    let tiers: &[(usize, i128)] = if kind == Kind::Ties { &[] } else { &[(2, 2), (3, 4), (5, 7)] };
    let all: i128 = volume.iter().sum();
    let bidder = |b: usize| {
        let level = dice.roll(850, 1150);
        let costs = (0..lots).map(|l| {
            let offered = dice.roll(1, 10) <= 7 || b == l % bidders;
            let price = match kind {
                Kind::Ties => base[l] * 100,
                Kind::Close => base[l] * 100 + dice.roll(-1, 1),
                Kind::Ordinary => base[l] * level * dice.roll(920, 1080) / 1_000_000 * 100,
            };
            let unit = |discount: i128| (price * (100 - discount) * 2 + 100) / 200;
            let tier_costs = [0].into_iter().chain(tiers.iter().map(|t| t.1)).map(|d| unit(d) * volume[l]);
            offered.then(|| tier_costs.collect())
        });
        let costs = costs.collect();
        let capacity = match kind {
            Kind::Close => volume[0] + volume[1] - (b % 2) as i128,
            _ => all * dice.roll(250, 600) / 1000,
        };
        let steps = tiers.iter().map(|t| Tier { conditions: vec![TierCondition::AtLeast(t.0)] });
        BidderSide {
            costs,
            tiers: [Tier::default()].into_iter().chain(steps).collect(),
            max_lots: None,
            capacity: Some(capacity as u64),
            only_together: Vec::new(),
        }
    };
    AwardProblem {
        bidders: (0..bidders).map(bidder).collect(),
        lots: (0..lots)
            .map(|l| LotSide { fallback: base[l] * 200 * volume[l], volume: volume[l] as u64 })
            .collect(),
        max_lots_per_bidder: Some(lots.div_ceil(3).max(3)),
        min_suppliers: Some(bidders.min(3)),
        max_suppliers: None,
        unawarded: Unawarded::FewestFirst,
        ties: Vec::new(),
    }
}

/// The best award, its ties and its certificate.
fn certified(problem: &AwardProblem) -> String {
    let solved = solve(problem, Demands::default()).unwrap();
    certify(problem, &solved).unwrap().unwrap().to_string()
}

fn awards(c: &mut Criterion) {
    let mut group = c.benchmark_group("award with certificate");
    group.sample_size(10);
    let sizes = [(12, 10), (16, 12), (24, 20), (40, 30), (80, 40), (200, 30)];
    for (name, kind) in [("ordinary", Kind::Ordinary), ("ties", Kind::Ties), ("close", Kind::Close)] {
        for (lots, bidders) in sizes.into_iter().filter(|s| kind != Kind::Close || s.0 <= 16) {
            for seed in 1..=5 {
                let problem = instance(kind, lots, bidders, seed);
                let id = BenchmarkId::new(name, format!("{lots}x{bidders}/{seed}"));
                group.bench_with_input(id, &problem, |b, p| b.iter(|| certified(black_box(p))));
            }
        }
    }
    group.finish();
}

fn answers(c: &mut Criterion) {
    let mut group = c.benchmark_group("distances and margins");
    group.sample_size(10);
    for (name, kind, lots, bidders) in [
        ("ordinary", Kind::Ordinary, 12, 10),
        ("ordinary", Kind::Ordinary, 16, 12),
        ("close", Kind::Close, 12, 10),
        ("close", Kind::Close, 16, 12),
        ("ordinary", Kind::Ordinary, 24, 20),
        ("ordinary", Kind::Ordinary, 40, 30),
        ("ordinary", Kind::Ordinary, 80, 40),
        ("ordinary", Kind::Ordinary, 200, 30),
        ("margins alone", Kind::Ordinary, 200, 30),
    ] {
        let distances = name != "margins alone";
        let demands = Demands { distances, margins: true, work_limit: None };
        for seed in 1..=3 {
            let problem = instance(kind, lots, bidders, seed);
            let id = BenchmarkId::new(name, format!("{lots}x{bidders}/{seed}"));
            group.bench_with_input(id, &problem, |b, p| b.iter(|| solve(black_box(p), demands)));
        }
    }
    group.finish();
}

fn growth(c: &mut Criterion) {
    let mut group = c.benchmark_group("growth, 30 bidders");
    group.sample_size(10);
    for lots in [5, 10, 20, 40, 80, 120, 160, 200] {
        let problem = instance(Kind::Ordinary, lots, 30, 1);
        group.bench_with_input(BenchmarkId::new("award", lots), &problem, |b, p| {
            b.iter(|| certified(black_box(p)))
        });
        let certificate = certified(&problem);
        let id = BenchmarkId::new("check", format!("{lots} lots, {} bytes", certificate.len()));
        group.bench_with_input(id, &problem, |b, p| b.iter(|| check(p, black_box(&certificate))));
    }
    group.finish();
}

criterion_group!(benches, awards, answers, growth);
criterion_main!(benches);
