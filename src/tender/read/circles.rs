/// Every circle in a graph in which each node leads to one other at most, each told once, in linear time.
pub(super) fn circles(next: &[Option<usize>]) -> Vec<Vec<usize>> {
    // 0: not seen; else the walk, by its start + 1, that saw it
    let mut seen = vec![0_usize; next.len()];
    let mut found = Vec::new();
    for start in 0..next.len() {
        let mut walk = Vec::new();
        let mut at = start;
        loop {
            match seen.get_mut(at) {
                Some(mark) if *mark == 0 => {
                    *mark = start + 1;
                    walk.push(at);
                }
                Some(mark) if *mark == start + 1 => {
                    let from = walk.iter().position(|n| *n == at).unwrap_or(0);
                    found.push(walk.split_off(from));
                    break;
                }
                _ => break,
            }
            match next.get(at).copied().flatten() {
                Some(further) => at = further,
                None => break,
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_circle_once() {
        // 0 -> 1 -> 2 -> 1, 3 -> 3, 4 -> 0
        let next = [Some(1), Some(2), Some(1), Some(3), Some(0), None];
        assert_eq!(circles(&next), vec![vec![1, 2], vec![3]]);
    }
}
