//! Random small problems with every rule: the solver agrees with trying every award, whichever of its methods it uses.

mod award_support;

use award_support::{Dice, random_problem};
use udbud::award::{AwardCount, Demands, Methods, Solved, enumerate, solve_by};

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

#[test]
fn random_problems_agree_with_trying_every_award() {
    (0..6_000).for_each(|seed| agrees(seed, Methods::default()));
}

#[test]
fn branch_and_bound_alone_agrees_with_trying_every_award() {
    (6_000..9_000).for_each(|seed| agrees(seed, Methods { sets: false, ..Methods::default() }));
}

#[test]
fn tie_rules_on_awards_too_many_to_list_agree_with_trying_every_award() {
    (9_000..10_500).for_each(|seed| agrees(seed, Methods { sets: seed % 2 == 0, listed: 2, counted: 4 }));
}
