//! Ctrl-C: the first time the draws under way are finished and told, the second time the program ends at once.

use std::sync::{
    Once,
    atomic::{AtomicBool, Ordering},
};

use crate::cli::ExitCode;

static ASKED: AtomicBool = AtomicBool::new(false);
static HEEDED: Once = Once::new();

/// From now on an interruption ends the drawing instead of the program.
pub(super) fn heed() {
    HEEDED.call_once(|| {
        let handler = || {
            if ASKED.swap(true, Ordering::SeqCst) {
                std::process::exit(i32::from(ExitCode::Interrupted as u8));
            }
        };
        // where the system lets nobody listen, an interruption ends the program as it always did
        let _ = ctrlc::set_handler(handler);
    });
}

/// Whether somebody has interrupted.
pub(super) fn was_asked() -> bool {
    ASKED.load(Ordering::SeqCst)
}
