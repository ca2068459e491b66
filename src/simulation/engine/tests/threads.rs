use std::{cell::Cell, ops::ControlFlow};

use super::example::uncertain;
use crate::simulation::Engine;

#[test]
fn any_number_of_threads_and_any_division_give_the_same_table() {
    let engine = Engine::new(&uncertain()).unwrap();
    let go_on = |_| ControlFlow::Continue(());
    let whole = engine.run(7, 1, 300, 1, &go_on).unwrap();
    assert_eq!(whole.len(), 300);
    assert_eq!(engine.run(7, 1, 300, 2, &go_on).unwrap(), whole);
    assert_eq!(engine.run(7, 1, 300, 5, &go_on).unwrap(), whole);
    let mut parts = engine.run(7, 1, 101, 1, &go_on).unwrap();
    parts.append(engine.run(7, 102, 300, 3, &go_on).unwrap());
    assert_eq!(parts, whole);
    let (drawn, rows) = engine.draw(7, 200).unwrap();
    assert_eq!(whole.inputs(199), drawn);
    assert_eq!((0..3).map(|s| whole.row(199, s)).collect::<Vec<_>>(), rows);
    assert_ne!(engine.run(8, 1, 300, 2, &go_on).unwrap(), whole);
    assert!(engine.run(7, 5, 4, 2, &go_on).unwrap().is_empty());
}

#[test]
fn breaking_off_leaves_a_gapless_beginning() {
    let engine = Engine::new(&uncertain()).unwrap();
    let told = Cell::new(0);
    let stop = |done| {
        told.set(done);
        if done >= 128 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let table = engine.run(7, 11, 5_000, 3, &stop).unwrap();
    assert!(table.len() >= 128 && table.len() < 2_000, "{}", table.len());
    assert!((0..table.len()).all(|at| table.number(at) == 11 + at as u64));
    assert!(told.get() >= 128);
}
