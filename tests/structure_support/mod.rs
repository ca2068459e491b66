//! Small random tenders as files, so that what is tested begins where a user begins.

#![allow(dead_code, unreachable_pub)]

use std::fmt::Write;

use udbud::read_tender;
use udbud::tender::{Lot, MemoryFiles, Place, Structure, Tender};

/// A stream of numbers that is the same everywhere.
pub struct Numbers(pub u64);

impl Numbers {
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    pub fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }
}

/// What the random tender may hold.
#[derive(Clone, Copy, Debug, Default)]
pub struct Traits {
    pub blocks: u64,
    pub price_at_fallback: bool,
    pub rules: bool,
    pub if_cheaper: bool,
    pub evaluated_price: bool,
    pub all_offer_everything: bool,
}

pub fn read(text: &str) -> Tender {
    let files = MemoryFiles::new().with("tender.toml", text);
    read_tender(&files, "tender.toml").unwrap_or_else(|e| panic!("{:?}\n{text}", e.problems))
}

/// A tender with one structure `blocks` of so many lots, and one of a single lot.
pub fn tender(seed: u64, traits: Traits) -> Tender {
    let mut n = Numbers(seed);
    let mut text = String::from(
        "format = 1\n[tender]\nid = \"T\"\ntitle = \"T\"\nkind = \"tender\"\nbuyer = \"R\"\nspecialty = \"s\"\n\
         [[tariff]]\nid = \"duf\"\ntitle = \"DUF\"\n[pricing]\ndiscount-base = \"duf\"\n[fallback]\ntariffs = [\"duf\"]\n",
    );
    let mut codes = Vec::new();
    for block in 0..traits.blocks {
        for i in 0..=n.below(2) {
            let code = format!("B{block}X{i}");
            let volume = n.below(20);
            let _ = writeln!(
                text,
                "[[procedure]]\ncode = \"{code}\"\nname = \"p\"\nvolume = {{ min = {}, expected = {}, max = {} }}\ntariff = {}",
                volume,
                volume + n.below(10),
                volume + 10 + n.below(10),
                100 + n.below(50)
            );
            codes.push(code);
        }
    }
    let may = if traits.rules { "bidders-may = [\"capacity\", \"max-lots\"]\n" } else { "" };
    let _ = writeln!(text, "[[structure]]\nid = \"whole\"\ntitle = \"w\"\n{may}");
    let _ = writeln!(text, "[[structure]]\nid = \"blocks\"\ntitle = \"b\"\n{may}");
    if traits.rules && n.one_in(2) {
        let _ = writeln!(text, "max-lots-per-bidder = {}", 1 + n.below(3));
    }
    for block in 0..traits.blocks {
        let _ = writeln!(text, "[[structure.lot]]\nid = \"b{block}\"\ncodes = [\"B{block}*\"]");
    }
    let missing = match (traits.price_at_fallback, n.below(3)) {
        (false, _) => "\"reject\"".to_owned(),
        (true, 0) => "{ rule = \"price-at-fallback\" }".to_owned(),
        (true, at_most) => {
            format!("{{ rule = \"price-at-fallback\", at-most = {at_most}, never = [\"B0*\"] }}")
        }
    };
    let unawarded = if traits.if_cheaper { "if-cheaper" } else { "if-no-award-possible" };
    let _ =
        writeln!(text, "[award]\nstructure = \"whole\"\nmissing = {missing}\nunawarded = \"{unawarded}\"");
    if traits.evaluated_price {
        let _ = writeln!(
            text,
            "[evaluation]\nmodel = \"evaluated-price\"\n[[evaluation.criterion]]\nid = \"q\"\nmethod = \"judged\"\nvalue-percent = 20"
        );
    }
    for bidder in 0..2 + n.below(3) {
        let _ = writeln!(text, "[[bid]]\nbidder = \"H{bidder}\"");
        if traits.rules && n.one_in(2) {
            let _ = writeln!(text, "capacity = {}", 20 + n.below(120));
        }
        if traits.rules && n.one_in(3) {
            let _ = writeln!(text, "max-lots = {}", 1 + n.below(3));
        }
        let _ = writeln!(text, "[bid.prices]");
        for code in &codes {
            if traits.all_offer_everything || !n.one_in(6) {
                let _ = writeln!(text, "{code} = {}", 80 + n.below(60));
            }
        }
    }
    if traits.evaluated_price {
        let bidders: Vec<usize> = text.match_indices("[[bid]]").map(|(i, _)| i).collect();
        for b in 0..bidders.len() {
            let _ = writeln!(text, "[[assessment]]\nbidder = \"H{b}\"\npoints = {{ q = {} }}", n.below(101));
        }
    }
    read(&text)
}

/// All ways to divide `0..n` into groups.
pub fn partitions(n: usize) -> Vec<Vec<Vec<usize>>> {
    let mut all: Vec<Vec<Vec<usize>>> = vec![Vec::new()];
    for u in 0..n {
        let mut next = Vec::new();
        for p in &all {
            for g in 0..=p.len() {
                let mut q = p.clone();
                if g == p.len() {
                    q.push(vec![u]);
                } else {
                    q[g].push(u);
                }
                next.push(q);
            }
        }
        all = next;
    }
    all
}

/// The tender with one more structure, whose lots are groups of the lots of another.
pub fn with_grouping(tender: &Tender, structure: usize, groups: &[Vec<usize>]) -> Tender {
    let mut tender = tender.clone();
    let own = &tender.structures[structure];
    let lots = groups.iter().enumerate().map(|(g, blocks)| {
        let mut procedures: Vec<usize> =
            blocks.iter().flat_map(|&b| own.lots[b].procedures.iter().copied()).collect();
        procedures.sort_unstable();
        Lot { id: format!("g{g}"), title: String::new(), procedures, weight: None, place: Place::default() }
    });
    let added = Structure { id: "grouping".into(), lots: lots.collect(), ..own.clone() };
    tender.structures.push(added);
    tender
}
