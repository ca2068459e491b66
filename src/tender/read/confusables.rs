//! Names that differ only by case or by look-alike letters: one of them is probably a slip of the pen.

use std::collections::HashMap;

use super::{names::Names, problems::Problems};
use crate::tender::{Problem, ProblemCode};

/// Reports every name that looks like an earlier one.
pub(crate) fn report_confusables(names: &Names, kind: &'static str, p: &mut Problems) {
    let letters = Letters::new();
    // the skeleton as written, and of the name without regard to case
    let mut seen: [HashMap<String, usize>; 2] = [HashMap::new(), HashMap::new()];
    for (index, (name, place)) in names.list().iter().enumerate() {
        let keys = [letters.skeleton(name), letters.skeleton(&name.to_lowercase())];
        let mut alike = None;
        for (seen, key) in seen.iter_mut().zip(keys) {
            alike = alike.or(seen.get(&key).copied());
            seen.entry(key).or_insert(index);
        }
        if let Some((other, first)) = alike.and_then(|i| names.list().get(i)) {
            p.add(
                Problem::new(ProblemCode::LooksAlike, *place)
                    .with("name", name.as_str())
                    .with("other", other.as_str())
                    .with("kind", kind)
                    .related(*first),
            );
        }
    }
}

/// The skeleton of Unicode's technical standard 39, with that of the plain letters looked up once.
struct Letters(Vec<String>);

impl Letters {
    fn new() -> Self {
        let one = |byte: u8| unicode_security::skeleton(&char::from(byte).to_string()).collect();
        Letters((0..128).map(one).collect())
    }

    fn skeleton(&self, name: &str) -> String {
        if !name.is_ascii() {
            return unicode_security::skeleton(name).collect();
        }
        let mut out = String::with_capacity(name.len());
        for byte in name.bytes() {
            out.push_str(self.0.get(usize::from(byte)).map_or("", String::as_str));
        }
        out
    }
}
