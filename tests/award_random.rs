//! Random small problems with every rule: the solver agrees with trying every award, whichever of its methods it uses.
#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod award_support;

use award_support::{Dice, brute_force::enumerate, random_problem};
use udbud::award::test_util::{Methods, certify_by, solve_by};
use udbud::award::{AwardCount, AwardProblem, Demands, Solved};
use udbud::record::verify::check_certificate as check;
use udbud_check::certificate::{Ties, Verdict};

const ALL: Demands = Demands { work_limit: None, distances: true, margins: true };

/// What a solver that lists and counts less must find.
fn cut_to(mut solved: Solved, methods: Methods) -> Solved {
    if let Solved::Found(solution) = &mut solved {
        solution.best.truncate(methods.listed);
        solution.left_is_complete &= solution.left.len() <= methods.listed;
        solution.left.truncate(methods.listed);
    }
    solved
}

fn agrees(seed: u64, methods: Methods) {
    let problem = random_problem(&mut Dice::new(seed));
    let plain = cut_to(enumerate(&problem, ALL).unwrap(), methods);
    let fast = solve_by(&problem, ALL, methods).unwrap();
    if methods.listed == Methods::default().listed {
        is_certified(seed, &problem, &fast, methods);
    }
    match (&plain, &fast) {
        (Solved::Found(plain), Solved::Found(fast)) => {
            let mut fast = fast.clone();
            fast.nodes = plain.nodes;
            if let (AwardCount::AtLeast(least), AwardCount::Exactly(all)) = (fast.count, plain.count) {
                assert!(least <= all && least >= methods.counted, "seed {seed}");
                fast.count = plain.count;
            }
            assert_eq!(plain, &fast, "seed {seed}: {problem:?}");
        }
        _ => assert_eq!(plain, fast, "seed {seed}: {problem:?}"),
    }
}

/// The checker agrees with the solver.
fn is_certified(seed: u64, problem: &AwardProblem, solved: &Solved, methods: Methods) {
    let text = certify_by(problem, solved, methods).unwrap().unwrap().to_string();
    let verdict = check(problem, &text).unwrap_or_else(|r| panic!("seed {seed}: {r}: {text} {problem:?}"));
    match (verdict, solved) {
        (Verdict::Best { unawarded, total, ties, awards }, Solved::Found(solution)) => {
            assert_eq!((unawarded, total), (solution.unawarded, solution.total), "seed {seed}");
            if let Ties::Exactly(n) = ties {
                assert_eq!(AwardCount::Exactly(n), solution.count, "seed {seed}");
            }
            if ties == Ties::Exactly(solution.best.len() as u128) {
                assert_eq!(awards, solution.best, "seed {seed}");
            }
        }
        (Verdict::NoAward, Solved::Infeasible { .. }) => {}
        other => panic!("seed {seed}: {other:?}"),
    }
}

#[test]
fn random_problems_agree_with_trying_every_award() {
    (0..6_000).for_each(|seed| agrees(seed, Methods::default()));
}

#[test]
fn branch_and_bound_alone_agrees_with_trying_every_award() {
    let tree = Methods { sets: false, columns: false, ..Methods::default() };
    (6_000..9_000).for_each(|seed| agrees(seed, tree));
}

#[test]
fn columns_agree_with_trying_every_award() {
    (30_000..33_000).for_each(|seed| agrees(seed, Methods { sets: false, ..Methods::default() }));
}

#[test]
fn tie_rules_on_awards_too_many_to_list_agree_with_trying_every_award() {
    (9_000..10_500).for_each(|seed| {
        agrees(seed, Methods { sets: seed % 2 == 0, listed: 2, counted: 4, ..Methods::default() })
    });
}

#[test]
fn on_larger_problems_the_methods_agree_with_each_other() {
    for seed in 20_000..20_120 {
        let mut dice = Dice::new(seed);
        let (lots, bidders) = (dice.roll(6, 9) as usize, dice.roll(3, 6) as usize);
        let problem = award_support::problem_of(&mut dice, lots, bidders);
        let tree = Methods { sets: false, columns: seed % 2 == 0, ..Methods::default() };
        let (by_sets, by_tree) =
            (solve_by(&problem, ALL, Methods::default()).unwrap(), solve_by(&problem, ALL, tree).unwrap());
        is_certified(seed, &problem, &by_sets, Methods::default());
        is_certified(seed, &problem, &by_tree, tree);
        match (by_sets, by_tree) {
            (Solved::Found(by_sets), Solved::Found(mut by_tree)) => {
                by_tree.nodes = by_sets.nodes;
                if let AwardCount::AtLeast(_) = by_tree.count {
                    by_tree.count = by_sets.count;
                }
                assert_eq!(by_sets, by_tree, "seed {seed}: {problem:?}");
            }
            (by_sets, by_tree) => assert_eq!(by_sets, by_tree, "seed {seed}: {problem:?}"),
        }
    }
}

#[test]
fn lots_that_no_rule_ties_together_are_decided_at_any_size() {
    let mut dice = Dice::new(7);
    let mut problem = award_support::problem_of(&mut dice, 3, 2);
    let lots = 2000;
    problem.ties.clear();
    problem.unawarded = udbud::award::Unawarded::FewestFirst;
    (problem.max_lots_per_bidder, problem.min_suppliers, problem.max_suppliers) = (None, None, None);
    problem.lots = vec![problem.lots[0].clone(); lots];
    let side = udbud::award::BidderSide {
        costs: vec![Some(vec![5]); lots],
        tiers: vec![udbud::award::Tier::default()],
        max_lots: None,
        capacity: None,
        only_together: Vec::new(),
    };
    problem.bidders = vec![side; 100];
    let solved = solve_by(&problem, ALL, Methods::default()).unwrap();
    let Solved::Found(solution) = &solved else { panic!() };
    assert_eq!((solution.total, solution.count), (10_000, AwardCount::AtLeast(1_000_000)));
    assert_eq!((solution.best.len(), solution.left_is_complete), (1000, false));
    is_certified(7, &problem, &solved, Methods::default());
}

#[test]
fn costs_near_the_largest_integers_are_exact_or_refused() {
    let large = 10_i128.pow(25);
    let mut sure = 0;
    for seed in 30_000..30_200 {
        let mut problem = random_problem(&mut Dice::new(seed));
        problem.ties.clear();
        for factor in [large, i128::MAX / 100_000] {
            for bidder in &mut problem.bidders {
                bidder.costs.iter_mut().flatten().flatten().for_each(|c| *c = c.wrapping_mul(factor));
            }
            problem.lots.iter_mut().for_each(|l| l.fallback = l.fallback.wrapping_mul(factor));
            let (plain, fast) = (enumerate(&problem, ALL), solve_by(&problem, ALL, Methods::default()));
            match (plain, fast) {
                (Ok(Solved::Found(plain)), Ok(Solved::Found(mut fast))) => {
                    fast.nodes = plain.nodes;
                    assert_eq!(plain, fast, "seed {seed}");
                    sure += 1;
                }
                (Ok(plain), Ok(fast)) => assert_eq!(plain, fast, "seed {seed}"),
                (_, Err(_)) => assert_ne!(factor, large, "seed {seed}"),
                (Err(e), _) => panic!("seed {seed}: {e:?}"),
            }
        }
    }
    assert!(sure > 100);
}
