//! Random small problems with every rule: the solver agrees with trying every award.

mod award_support;

use award_support::{Dice, random_problem};
use udbud::award::{Demands, Solved, enumerate, solve};

const ALL: Demands = Demands { work_limit: None, distances: true, margins: true };

fn agrees(seed: u64) {
    let problem = random_problem(&mut Dice::new(seed));
    let plain = enumerate(&problem, ALL).unwrap();
    let fast = solve(&problem, ALL).unwrap();
    match (&plain, &fast) {
        (Solved::Found(plain), Solved::Found(fast)) => {
            let mut fast = fast.clone();
            fast.nodes = plain.nodes;
            assert_eq!(plain, &fast, "seed {seed}: {problem:?}");
        }
        _ => assert_eq!(plain, fast, "seed {seed}: {problem:?}"),
    }
}

#[test]
fn ten_thousand_random_problems_agree_with_trying_every_award() {
    (0..10_000).for_each(agrees);
}
