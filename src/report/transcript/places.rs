use std::cell::OnceCell;

use crate::tender::{Place, Source, Sources};

/// Writes places as `tender.toml:42`, counting the line breaks of each file once.
#[derive(Debug)]
pub(super) struct Places<'t> {
    files: Vec<File<'t>>,
}

#[derive(Debug)]
struct File<'t> {
    source: &'t Source,
    /// The first byte of each line.
    starts: OnceCell<Vec<usize>>,
}

impl<'t> Places<'t> {
    pub(super) fn new(sources: &'t Sources) -> Self {
        let file = |source| File { source, starts: OnceCell::new() };
        Places { files: sources.files.iter().map(file).collect() }
    }

    /// The file and the line.
    pub(super) fn text(&self, place: Place) -> String {
        let mut out = String::new();
        self.push(&mut out, place);
        out
    }

    /// Adds file and line to a text.
    pub(super) fn push(&self, out: &mut String, place: Place) {
        let Some(file) = self.files.get(place.file as usize) else { return };
        let line = file.starts().partition_point(|start| *start <= place.start as usize);
        out.push_str(&file.source.name);
        out.push(':');
        out.push_str(&line.to_string());
    }

    /// Each file with the number of its lines.
    pub(super) fn files(&self) -> impl Iterator<Item = (&'t str, usize)> + '_ {
        self.files.iter().map(|file| {
            let open_end = usize::from(!file.source.text.is_empty() && !file.source.text.ends_with('\n'));
            (file.source.name.as_str(), file.source.text.matches('\n').count() + open_end)
        })
    }
}

impl File<'_> {
    fn starts(&self) -> &[usize] {
        self.starts.get_or_init(|| {
            std::iter::once(0).chain(self.source.text.match_indices('\n').map(|(i, _)| i + 1)).collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_those_of_the_sources() {
        let text = "a\nbb\n\nccc";
        let sources = Sources {
            files: vec![
                Source { name: "t.toml".into(), text: text.into() },
                Source { name: "bids/b.csv".into(), text: "x\n".into() },
            ],
        };
        let places = Places::new(&sources);
        for start in 0..text.len() {
            let place = Place { file: 0, start: u32::try_from(start).unwrap(), end: 0 };
            assert_eq!(places.text(place), format!("t.toml:{}", sources.line(place)));
        }
        assert_eq!(places.text(Place { file: 1, start: 0, end: 1 }), "bids/b.csv:1");
        assert_eq!(places.files().collect::<Vec<_>>(), [("t.toml", 4), ("bids/b.csv", 1)]);
    }
}
