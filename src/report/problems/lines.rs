use std::collections::HashMap;

use crate::tender::{Place, Sources};

/// Finds lines in the sources, counting the line breaks of each file once.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    sources: &'a Sources,
    /// By file: the first byte of each line.
    starts: HashMap<u32, Vec<usize>>,
}

/// The line that a place begins on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// The name of the file.
    pub(super) file: &'a str,
    /// From 1.
    pub(super) line: usize,
    /// From 1, in characters.
    pub(super) column: usize,
    /// The line without its break.
    pub(super) text: &'a str,
    /// The bytes of the line at the place; to the end of the line where the place goes on beneath.
    pub(super) start: usize,
    pub(super) end: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn new(sources: &'a Sources) -> Self {
        Lines { sources, starts: HashMap::new() }
    }

    pub(super) fn find(&mut self, place: Place) -> Line<'a> {
        let (name, text) = self.sources.file(place).map_or(("", ""), |s| (s.name.as_str(), s.text.as_str()));
        let starts = self.starts.entry(place.file).or_insert_with(|| {
            std::iter::once(0).chain(text.match_indices('\n').map(|(i, _)| i + 1)).collect()
        });
        let at = (place.start as usize).min(text.len());
        let index = starts.partition_point(|start| *start <= at).saturating_sub(1);
        let from = starts.get(index).copied().unwrap_or(0);
        let line = text.get(from..).unwrap_or("");
        let line = line.split('\n').next().unwrap_or("").trim_end_matches('\r');
        let start = (at - from).min(line.len());
        let end = (place.end as usize).saturating_sub(from).clamp(start, line.len());
        let column = line.get(..start).unwrap_or(line).chars().count() + 1;
        Line { file: name, line: index + 1, column, text: line, start, end }
    }
}
