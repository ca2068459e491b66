//! A bar with the time left, on a terminal, for anything over a second. Nothing of it enters a result.

use std::{
    cell::OnceCell,
    io::{IsTerminal, stderr},
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressStyle};

use crate::{cli::Session, number::Figure};

/// Nobody waits for a bar that is there for less.
const PATIENCE: Duration = Duration::from_secs(1);

/// A bar, or none.
pub(super) struct Progress {
    wanted: bool,
    all: u64,
    begun: Instant,
    /// As the bar takes it, with the names of its parts in braces.
    template: String,
    bar: OnceCell<ProgressBar>,
}

impl Progress {
    pub(super) fn new(session: &Session<'_>, all: u64) -> Self {
        let figures = [("done", "{human_pos}"), ("all", "{human_len}"), ("left", "{eta}")]
            .map(|(name, key)| (name, Figure::from(key)));
        let figures = figures.to_vec();
        Progress {
            wanted: !session.quiet && stderr().is_terminal(),
            all,
            begun: Instant::now(),
            template: format!("{{bar:40}} {}", session.language.message("simulation-progress", &figures)),
            bar: OnceCell::new(),
        }
    }

    /// Shows how many draws are done.
    pub(super) fn show(&self, done: u64) {
        if !self.wanted || self.begun.elapsed() < PATIENCE {
            return;
        }
        let bar = self.bar.get_or_init(|| {
            let style = ProgressStyle::with_template(&self.template);
            let bar = ProgressBar::new(self.all).with_elapsed(self.begun.elapsed());
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar
        });
        bar.set_position(done);
    }

    /// Takes the bar away.
    pub(super) fn end(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}
