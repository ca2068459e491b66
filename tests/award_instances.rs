//! Instances of practical size, whose best totals three other solvers have proven, and what the checker says of them.
#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "award_support/instance.rs"]
mod instance;

use udbud::award::test_util::{Methods, solve_by};
use udbud::award::{AwardCount, Demands, Proof, Solved, certify, solve};
use udbud::record::verify::check_certificate as check;
use udbud_check::certificate::{Ties, Verdict};

fn text(name: &str) -> String {
    std::fs::read_to_string(format!("tests/award_instances/{name}")).unwrap()
}

/// Name, unawarded lots, best total in øre.
fn optima() -> Vec<(String, usize, i128)> {
    let row = |line: &str| {
        let fields: Vec<&str> = line.split('\t').collect();
        (fields[0].to_string(), fields[1].parse().unwrap(), fields[2].parse().unwrap())
    };
    text("optima.tsv").lines().skip(1).map(row).collect()
}

#[test]
fn the_totals_are_those_that_other_solvers_have_proven() {
    for (name, unawarded, total) in optima() {
        let problem = instance::read(&text(&format!("{name}.txt")));
        let solved = solve(&problem, Demands::default()).unwrap();
        let Solved::Found(solution) = &solved else { panic!("{name}: no award") };
        assert_eq!((solution.unawarded, solution.total), (unawarded, total), "{name}");
        assert_eq!(solution.proof, Proof::Optimal, "{name}");
        let certificate = certify(&problem, &solved).unwrap().unwrap().to_string();
        let Ok(Verdict::Best { unawarded: u, total: t, ties, .. }) = check(&problem, &certificate) else {
            panic!("{name}: {:?}", check(&problem, &certificate))
        };
        assert_eq!((u, t), (unawarded, total), "{name}");
        match (ties, solution.count) {
            (Ties::Exactly(n), count) => assert_eq!(AwardCount::Exactly(n), count, "{name}"),
            (Ties::NotProven, AwardCount::AtLeast(n) | AwardCount::Exactly(n)) => assert!(n > 1000, "{name}"),
        }
    }
}

#[test]
fn lowering_an_offer_by_its_distance_draws_level_and_by_one_more_wins() {
    let mut problem = instance::read(&text("ordinary-12x10-p1.txt"));
    for bidder in &mut problem.bidders {
        bidder.tiers.truncate(1);
        bidder.costs.iter_mut().flatten().for_each(|c| c.truncate(1));
    }
    let all = Demands { distances: true, margins: true, work_limit: None };
    let Solved::Found(before) = solve(&problem, all).unwrap() else { panic!() };
    for (b, row) in before.standing.iter().enumerate() {
        for (l, standing) in row.iter().enumerate() {
            let Some(distance) = standing.as_ref().and_then(|s| s.distance) else { continue };
            for (change, wins) in [(-1, (false, false)), (0, (true, false)), (1, (true, true))] {
                let mut changed = problem.clone();
                changed.bidders[b].costs[l].as_mut().unwrap()[0] -= distance + change;
                if distance + change < 0 {
                    continue;
                }
                let Solved::Found(after) = solve(&changed, Demands::default()).unwrap() else { panic!() };
                let standing = after.standing[b][l].as_ref().unwrap();
                assert_eq!((standing.wins_some, standing.wins_all), wins, "bidder {b} lot {l} {change}");
            }
        }
    }
}

#[test]
fn the_order_of_bidders_decides_nothing() {
    let problem = instance::read(&text("ordinary-12x10-p4.txt"));
    let all = Demands { distances: true, margins: true, work_limit: None };
    let Solved::Found(before) = solve(&problem, all).unwrap() else { panic!() };
    let mut turned = problem.clone();
    turned.bidders.rotate_left(3);
    let Solved::Found(after) = solve(&turned, all).unwrap() else { panic!() };
    let n = problem.bidders.len();
    assert_eq!((before.total, before.count), (after.total, after.count));
    for b in 0..n {
        assert_eq!(before.standing[b], after.standing[(b + n - 3) % n]);
    }
}

#[test]
fn a_work_limit_never_makes_an_answer_of_what_is_not_proven() {
    let problem = instance::read(&text("ordinary-12x10-p4.txt"));
    let Solved::Found(best) = solve(&problem, Demands::default()).unwrap() else { panic!() };
    let tree = Methods { sets: false, columns: false, ..Methods::default() };
    let mut unproven = 0;
    for limit in 1..20 {
        let demands = Demands { work_limit: Some(limit), ..Demands::default() };
        let solved = solve_by(&problem, demands, tree).unwrap();
        let Solved::Found(found) = &solved else { panic!() };
        match found.proof {
            Proof::Optimal => assert_eq!(found.total, best.total),
            Proof::Bound { unawarded, total } => {
                unproven += 1;
                assert!((unawarded, total) <= (best.unawarded, best.total));
                assert!((found.unawarded, found.total) >= (best.unawarded, best.total));
                assert_eq!(certify(&problem, &solved).unwrap(), None);
            }
        }
    }
    assert!(unproven > 0);
}
