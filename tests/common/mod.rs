//! Random tenders, written as files, for the tests of laws.
#![allow(dead_code, unreachable_pub)]

use udbud::{
    award::{Demands, certify},
    outcome::{Evaluation, Outcome},
    read_tender,
    record::verify::check_certificate,
    tender::{MemoryFiles, Tender},
};

/// SplitMix64, so that a tender follows from its seed alone.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From `least` to `most`, both included.
    pub fn within(&mut self, least: u64, most: u64) -> u64 {
        least + self.roll() % (most - least + 1)
    }

    /// True `n` times in ten.
    pub fn chance(&mut self, n: u64) -> bool {
        self.roll() % 10 < n
    }

    pub fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[usize::try_from(self.roll()).unwrap_or(0) % of.len()]
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, (self.roll() % (i as u64 + 1)) as usize);
        }
    }
}

#[derive(Clone, Debug)]
pub struct ProcedureSketch {
    pub code: String,
    pub volume: u64,
    pub tariff_ore: u64,
}

#[derive(Clone, Debug)]
pub struct BidSketch {
    pub bidder: String,
    pub late: bool,
    pub rejected: bool,
    pub discount: Option<String>,
    /// By code, in øre.
    pub prices: Vec<(String, u64)>,
    pub not_offered: Vec<String>,
    pub extra: Vec<String>,
}

/// A tender in parts that can be put in another order.
#[derive(Clone, Debug)]
pub struct Sketch {
    pub cap: &'static str,
    pub missing: &'static str,
    pub unawarded: &'static str,
    pub structure_rules: Vec<String>,
    pub procedures: Vec<ProcedureSketch>,
    /// By lot: codes.
    pub lots: Vec<Vec<String>>,
    pub bids: Vec<BidSketch>,
}

pub fn kroner(ore: u64) -> String {
    format!("{}.{:02}", ore / 100, ore % 100)
}

const CAPS: [&str; 6] = [
    "",
    "[cap]\ntariff = \"akut\"\nabove-cap = \"reject-bid\"\n",
    "[cap]\ntariff = \"akut\"\nabove-cap = \"reject-line\"\n",
    "[cap]\ntariff = \"akut\"\nabove-cap = \"pay-cap-while-in-force\"\nscored-price = \"bid\"\n",
    "[cap]\ntariff = \"akut\"\nabove-cap = \"pay-cap-while-in-force\"\nscored-price = \"capped\"\n",
    "[cap]\ntariff = \"akut\"\nabove-cap = \"pay-cap-while-in-force\"\nscored-price = \"time-weighted\"\n",
];

/// A random tender; `cross_lot` lets structure and bids set rules that tie lots together.
pub fn sketch(seed: u64, cross_lot: bool) -> Sketch {
    let mut dice = Dice(seed);
    let cap = dice.pick(&CAPS);
    let reject_line = cap.contains("reject-line");
    let missing = if reject_line || dice.chance(6) {
        "\"reject\""
    } else {
        dice.pick(&["{ rule = \"price-at-fallback\" }", "{ rule = \"price-at-fallback\", at-most = 1 }"])
    };
    let count = dice.within(1, 6);
    let procedures: Vec<ProcedureSketch> = (0..count)
        .map(|i| ProcedureSketch {
            code: format!("K{}{i:02}", dice.pick(&["AA", "AB", "BC"])),
            volume: dice.pick(&[0, 1, 7, 40, 1234, 1_000_000_000]),
            tariff_ore: dice
                .pick(&[1, 99, 12_345, 6_250_000, 999_999_999_999])
                .min(dice.within(1, 999_999_999_999)),
        })
        .collect();
    let lot_count = dice.within(1, count.min(4)) as usize;
    let mut lots: Vec<Vec<String>> = vec![Vec::new(); lot_count];
    for (i, p) in procedures.iter().enumerate() {
        let lot = if i < lot_count { i } else { dice.within(0, lot_count as u64 - 1) as usize };
        lots[lot].push(p.code.clone());
    }
    let structure_rules = if cross_lot { structure_rules(&mut dice, lot_count as u64) } else { Vec::new() };
    let bids = (0..dice.within(1, 5)).map(|b| bid(&mut dice, b, &procedures, &structure_rules)).collect();
    let unawarded = if cross_lot && dice.chance(4) { "if-cheaper" } else { "if-no-award-possible" };
    Sketch { cap, missing, unawarded, structure_rules, procedures, lots, bids }
}

fn structure_rules(dice: &mut Dice, lots: u64) -> Vec<String> {
    let mut rules = Vec::new();
    if dice.chance(5) {
        rules.push(
            "bidders-may = [\"combination\", \"capacity\", \"max-lots\", \"only-together\"]".to_owned(),
        );
    }
    if dice.chance(3) {
        rules.push(format!("max-lots-per-bidder = {}", dice.within(1, lots)));
    }
    if dice.chance(3) {
        rules.push(format!("max-suppliers = {}", dice.within(1, lots)));
    }
    rules
}

fn bid(dice: &mut Dice, number: u64, procedures: &[ProcedureSketch], rules: &[String]) -> BidSketch {
    let mut prices = Vec::new();
    for p in procedures {
        if dice.chance(6) {
            let around = p.tariff_ore / 100 * dice.within(70, 110);
            prices.push((p.code.clone(), around.min(999_999_999_999)));
        }
    }
    let discount =
        dice.chance(7).then(|| dice.pick(&["0", "5.5", "12.25", "33.3333", "-3", "100"]).to_owned());
    let not_offered = procedures.iter().filter(|_| dice.chance(1)).map(|p| p.code.clone()).collect();
    let mut extra = Vec::new();
    if rules.iter().any(|r| r.contains("bidders-may")) {
        if dice.chance(4) {
            extra.push(format!("capacity = {}", dice.pick(&[0, 1_000, 1_000_000_000])));
        }
        if dice.chance(3) {
            extra.push(format!("max-lots = {}", dice.within(1, 3)));
        }
        if dice.chance(4) {
            extra.push(format!(
                "[[bid.combination]]\nmin-lots = 2\ndiscount = {}",
                dice.pick(&["1", "7.5", "20"])
            ));
        }
    }
    BidSketch {
        bidder: format!("Hospital {}", (b'A' + number as u8) as char),
        late: dice.chance(1),
        rejected: dice.chance(1),
        discount,
        prices,
        not_offered,
        extra,
    }
}

impl BidSketch {
    pub fn toml(&self) -> String {
        let day = if self.late { 16 } else { 14 };
        let mut out =
            format!("[[bid]]\nbidder = \"{}\"\nreceived = 2024-11-{day}T11:00:00+01:00\n", self.bidder);
        if let Some(d) = &self.discount {
            out.push_str(&format!("discount = {d}\n"));
        }
        if !self.prices.is_empty() {
            let prices: Vec<String> =
                self.prices.iter().map(|(c, p)| format!("{c} = {}", kroner(*p))).collect();
            out.push_str(&format!("prices = {{ {} }}\n", prices.join(", ")));
        }
        if !self.not_offered.is_empty() {
            out.push_str(&format!("not-offered = {:?}\n", self.not_offered));
        }
        for line in &self.extra {
            out.push_str(&format!("{line}\n"));
        }
        out
    }
}

impl Sketch {
    /// Everything but the bids.
    pub fn head(&self) -> String {
        let mut out = format!(
            "format = 1\n[tender]\nid = \"T\"\ntitle = \"T\"\nkind = \"tender\"\nbuyer = \"R\"\nspecialty = \"s\"\n\
             deadline = 2024-11-15T12:00:00+01:00\ncontract = {{ from = 2024-12-01, until = 2026-11-30 }}\n\
             [[tariff]]\nid = \"duf\"\ntitle = \"DUF\"\n[[tariff]]\nid = \"akut\"\ntitle = \"Akut\"\n\
             derived-from = \"duf\"\nreduction = 10\nin-force = {{ from = 2024-01-01, until = 2025-06-01 }}\n\
             [pricing]\ndiscount-base = \"duf\"\n{}[fallback]\ntariffs = [\"akut\", \"duf\"]\n",
            self.cap
        );
        for p in &self.procedures {
            out.push_str(&format!(
                "[[procedure]]\ncode = \"{}\"\nname = \"Y\"\nvolume = {}\ntariff = {{ duf = {} }}\n",
                p.code,
                p.volume,
                kroner(p.tariff_ore)
            ));
        }
        out.push_str("[[structure]]\nid = \"lots\"\ntitle = \"Lots\"\n");
        for rule in &self.structure_rules {
            out.push_str(&format!("{rule}\n"));
        }
        for (i, lot) in self.lots.iter().enumerate() {
            out.push_str(&format!("[[structure.lot]]\nid = \"l{i}\"\ncodes = {lot:?}\n"));
        }
        out.push_str(&format!(
            "[award]\nstructure = \"lots\"\nmissing = {}\nunawarded = \"{}\"\n",
            self.missing, self.unawarded
        ));
        for b in self.bids.iter().filter(|b| b.rejected) {
            out.push_str(&format!(
                "[[decision]]\nbidder = \"{}\"\naction = \"reject\"\nground = \"other\"\ndate = 2024-11-20\ntext = \"x\"\n",
                b.bidder
            ));
        }
        out
    }

    /// The whole tender in one file.
    pub fn toml(&self) -> String {
        self.head() + &self.bids.iter().map(BidSketch::toml).collect::<String>()
    }

    /// Read, or `None` where the file is refused (a figure of the sketch is out of a range).
    pub fn read(&self) -> Option<Tender> {
        read(&self.toml())
    }
}

pub fn read(text: &str) -> Option<Tender> {
    read_tender(&MemoryFiles::new().with("tender.toml", text), "tender.toml").ok()
}

pub fn outcome(tender: &Tender) -> Outcome<'_> {
    outcome_under(tender, tender.award.structure)
}

/// Every award that a test looks at is held against its certificate.
pub fn outcome_under(tender: &Tender, structure: usize) -> Outcome<'_> {
    let demands = Demands { work_limit: None, distances: true, margins: true };
    let outcome = Evaluation::of(tender).structure(structure).demands(demands).run().unwrap();
    if let Some((problem, solved)) = &outcome.solved {
        let certificate = certify(problem, solved).unwrap().unwrap();
        let unsolved = Evaluation::of(tender).structure(structure).run_unsolved().unwrap().unwrap();
        check_certificate(&unsolved.problem, &certificate.to_string()).unwrap();
    }
    outcome
}
