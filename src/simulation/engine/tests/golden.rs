//! A few draws, figure by figure: they are the same on every machine, today and later.

use super::example::uncertain;
use crate::simulation::Engine;

#[test]
fn golden_draws() {
    let engine = Engine::new(&uncertain()).unwrap();
    let mut text = String::new();
    for n in [1, 2, 1_000_000] {
        let (drawn, rows) = engine.draw(20_241_201, n).unwrap();
        text.push_str(&format!("{n}: {drawn:?}\n"));
        for row in rows {
            let cost = row.cost.map(|c| c.to_string()).unwrap_or_default();
            let lots: Vec<String> = row.lots.iter().map(|l| format!("{} {:?}", l.bids, l.winner)).collect();
            text.push_str(&format!("  {cost} {}\n", lots.join(", ")));
        }
    }
    let golden = "\
1: [741538, 889821, 877105, 20240, 900000, 10030081, 700000, 10299872, 0, 2487844, 622, 0, 3707171, 916, 1, 3652013, 975]
  20967978.16 0 None
  19328464.45 3 Some(1), 1 Some(1)
  19627614.90 3 Some(1), 4 Some(3), 1 Some(1)
2: [846177, 950095, 692590, 20320, 600000, 9717500, 100000, 9682511, 0, 5704117, 755, 0, 4154849, 606, 0, 3212904, 622]
  23348800.55 1 Some(1)
  23219799.44 5 Some(0), 2 Some(0)
  23347279.22 5 Some(0), 5 Some(0), 2 Some(1)
1000000: [1036398, 1047383, 1203157, 20240, 300000, 11662455, 0, 11944611, 1, 12272353, 697, 1, 13144195, 490, 0, 7974366, 593]
  30323504.12 2 Some(1)
  30388606.64 3 Some(1), 2 Some(1)
  30394076.74 3 Some(1), 5 Some(3), 2 Some(1)
";
    assert_eq!(text, golden);
}

#[test]
fn another_input_moves_no_other() {
    let dialogue = uncertain();
    let mut more = dialogue.clone();
    more.volumes.groups.insert(0, dialogue.volumes.groups[0].clone());
    more.volumes.groups.rotate_left(1);
    more.profiles.push(dialogue.profiles[0].clone());
    let (few, many) = (Engine::new(&dialogue).unwrap(), Engine::new(&more).unwrap());
    let (a, _) = few.draw(5, 77).unwrap();
    let (b, _) = many.draw(5, 77).unwrap();
    let others = many.inputs();
    for (input, figure) in few.inputs().iter().zip(a) {
        let at = others.iter().position(|i| i == input).unwrap();
        if !matches!(input, crate::simulation::Input::Group(1)) {
            assert_eq!(figure, b[at], "{input:?}");
        }
    }
}
