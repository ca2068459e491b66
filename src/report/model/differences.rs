//! What differs between two models: each line of the canonical text with both sides.

use serde_json::{Value, json};

use crate::{
    report::{
        Language, Report,
        page::{Column, Grid, Page, Part, Tone},
    },
    tender::canonical::Difference,
};

/// What differs between two models or tenders.
#[derive(Clone, Copy, Debug)]
pub struct ModelDifferences<'a>(pub &'a [Difference]);

const TITLES: [&str; 3] = ["model-what", "model-first", "model-second"];

impl ModelDifferences<'_> {
    fn cells(&self) -> impl Iterator<Item = Vec<String>> {
        let side = |value: &Option<String>| value.clone().unwrap_or_else(|| String::from("–"));
        self.0.iter().map(move |d| vec![d.path.clone(), side(&d.ours), side(&d.theirs)])
    }
}

impl Report for ModelDifferences<'_> {
    fn page(&self, language: Language) -> Page {
        let mut part = Part::default();
        if self.0.is_empty() {
            part.text(language.word("model-same"));
        } else {
            let mut grid = Grid::new(TITLES.map(|id| Column::name(language.word(id))).to_vec());
            self.cells().for_each(|cells| grid.row(cells, Tone::Plain));
            part.grid(grid);
            part.text(language.word("model-no-such-line"));
        }
        Page { title: language.word("model-differences").to_owned(), banner: None, parts: vec![part] }
    }

    fn json(&self, _: Language) -> Value {
        let one = |d: &Difference| json!({ "path": d.path, "ours": d.ours, "theirs": d.theirs });
        json!({ "schema": "udbud.differences/1", "differences": self.0.iter().map(one).collect::<Vec<_>>() })
    }

    fn rows(&self, language: Language) -> Option<Vec<Vec<String>>> {
        let header = TITLES.map(|id| language.word(id).to_owned()).to_vec();
        Some(std::iter::once(header).chain(self.cells()).collect())
    }
}
