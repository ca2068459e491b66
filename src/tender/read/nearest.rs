//! The name that was probably meant.

/// Names longer than this are not compared.
const LONGEST: usize = 40;

/// The nearest of `names` within a third of the length, by edit distance; the first of equals. Every comparison is
/// taken from `budget`, so that a hostile file costs no time.
pub(super) fn nearest<'n>(
    wrong: &str,
    names: impl IntoIterator<Item = &'n str>,
    budget: &mut usize,
) -> Option<&'n str> {
    let wrong: Vec<char> = wrong.chars().take(LONGEST + 1).flat_map(char::to_lowercase).collect();
    if wrong.len() > LONGEST {
        return None;
    }
    let allowed = (wrong.len() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for name in names {
        if *budget == 0 {
            break;
        }
        let length = name.chars().take(LONGEST + 1).count();
        if length > LONGEST {
            continue;
        }
        let begins_alike = wrong.len().min(length) >= 3
            && wrong.iter().copied().zip(name.chars().flat_map(char::to_lowercase)).all(|(a, b)| a == b);
        let distance = if begins_alike {
            // `rest` for `resten`: as near as anything that is not a slip of one letter
            allowed
        } else if length.abs_diff(wrong.len()) > allowed {
            continue;
        } else {
            *budget -= 1;
            edit_distance(&wrong, name)
        };
        if distance <= allowed && best.is_none_or(|(d, _)| distance < d) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
}

/// Insertions, deletions, replacements, and swaps of neighbours, without regard to case.
fn edit_distance(a: &[char], b: &str) -> usize {
    let b: Vec<char> = b.chars().flat_map(char::to_lowercase).collect();
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut next = Vec::with_capacity(row.len());
        next.push(i + 1);
        for (j, y) in b.iter().enumerate() {
            let at = |r: &[usize], k: usize| r.get(k).copied().unwrap_or(usize::MAX - 1);
            let mut least =
                (at(&row, j) + usize::from(x != y)).min(at(&row, j + 1) + 1).min(at(&next, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                least = least.min(at(&before, j - 1) + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        let names = ["volume", "tariff", "code", "name"];
        let find = |wrong| nearest(wrong, names, &mut 100);
        assert_eq!(find("volum"), Some("volume"));
        assert_eq!(find("tarif"), Some("tariff"));
        assert_eq!(find("cdoe"), Some("code"));
        assert_eq!(find("VOLUME"), Some("volume"));
        assert_eq!(find("something"), None);
        assert_eq!(find("vol"), Some("volume"));
        assert_eq!(find("tariffs-of-2024"), Some("tariff"));
        assert_eq!(nearest("volum", names, &mut 0), None);
    }
}
