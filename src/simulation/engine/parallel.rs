//! Many draws at once: the same table by any number of threads.

use std::{
    collections::BTreeMap,
    ops::ControlFlow,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};

use super::Engine;
use crate::{outcome::OutcomeError, simulation::DrawTable};

/// How many draws a thread computes before it reports progress.
const CHUNK: u64 = 64;

type DrawnTable = Result<DrawTable, OutcomeError>;

/// A run under way.
struct ParallelRun<'e> {
    engine: &'e Engine,
    seed: u64,
    from: u64,
    until: u64,
    /// The next chunk to be taken: chunks are taken in order, so whatever lies before one that is done will be done too.
    next: AtomicU64,
    done: AtomicU64,
    stop: AtomicBool,
    gathered: Mutex<Gathered>,
}

/// The table so far, and parts that wait for one before them.
struct Gathered {
    table: DrawnTable,
    chunks: u64,
    waiting: BTreeMap<u64, DrawnTable>,
}

impl Engine {
    /// All draws from number `from` to `until`, both included, in order. `report` is called now and then with the number
    /// of draws done, and may break off: the table then has a gapless run of draws from `from` on.
    ///
    /// # Errors
    /// [`OutcomeError`] of the draw with the lowest number that has one.
    pub fn run(
        &self,
        seed: u64,
        from: u64,
        until: u64,
        threads: usize,
        report: &dyn Fn(u64) -> ControlFlow<()>,
    ) -> DrawnTable {
        let run = ParallelRun {
            engine: self,
            seed,
            from,
            until,
            next: AtomicU64::new(0),
            done: AtomicU64::new(0),
            stop: AtomicBool::new(false),
            gathered: Mutex::new(Gathered {
                table: Ok(
                    DrawTable::new(self.shape()).with_room(until.saturating_sub(from).saturating_add(1))
                ),
                chunks: 0,
                waiting: BTreeMap::new(),
            }),
        };
        std::thread::scope(|scope| {
            for _ in 1..threads {
                scope.spawn(|| while run.chunk().is_some() {});
            }
            // this thread draws too, and is the only one that reports progress
            while let Some(done) = run.chunk() {
                if report(done).is_break() {
                    run.stop.store(true, Ordering::Relaxed);
                }
            }
        });
        run.gathered.into_inner().unwrap_or_else(PoisonError::into_inner).table
    }
}

impl ParallelRun<'_> {
    /// Draws one chunk; how many draws are done in all, or `None` where nothing is left to do.
    fn chunk(&self) -> Option<u64> {
        if self.stop.load(Ordering::Relaxed) {
            return None;
        }
        let chunk = self.next.fetch_add(1, Ordering::Relaxed);
        let first = self.from.checked_add(chunk.checked_mul(CHUNK)?)?;
        if first > self.until {
            return None;
        }
        let last = self.until.min(first.saturating_add(CHUNK - 1));
        let part = self.part(first, last);
        if part.is_err() {
            self.stop.store(true, Ordering::Relaxed);
        }
        self.gathered.lock().unwrap_or_else(PoisonError::into_inner).add(chunk, part);
        Some(self.done.fetch_add(last - first + 1, Ordering::Relaxed) + last - first + 1)
    }

    fn part(&self, from: u64, until: u64) -> DrawnTable {
        let mut table = DrawTable::new(self.engine.shape());
        let mut drawer = self.engine.drawer(self.seed);
        for n in from..=until {
            let (drawn, rows) = drawer.draw(n)?;
            table.push(n, &drawn, &rows)?;
        }
        Ok(table)
    }
}

impl Gathered {
    fn add(&mut self, chunk: u64, part: DrawnTable) {
        self.waiting.insert(chunk, part);
        while let Some(part) = self.waiting.remove(&self.chunks) {
            self.chunks += 1;
            match (&mut self.table, part) {
                (Ok(table), Ok(part)) => table.append(part),
                (Ok(_), Err(error)) => self.table = Err(error),
                (Err(_), _) => {}
            }
        }
    }
}
