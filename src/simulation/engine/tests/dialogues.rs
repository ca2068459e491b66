//! Dialogues made by hand, and dialogues at random: every sort of rule that the engine must get right, small enough for ties and
//! clashes to be common.

use std::fmt::Write as _;

use jiff::civil::date;

use crate::{
    number::{Money, Percent},
    record::read_tender,
    simulation::{
        Bidders, Course, DateChance, Dialogue, Distribution, LapseDay, Participation, Profile, Response,
        Scenario, UncertainNumber, VolumeGroup, Volumes, VolumesKnown,
    },
    tender::{CodePattern, MemoryFiles, Place},
};

/// Six procedures in three structures, a cap that lapses inside the contract, three bids.
pub(super) const TENDER: &str = r#"
format = 1
[tender]
id = "S"
title = "Knee and foot"
kind = "tender"
buyer = "Region Example"
specialty = "ortopædisk kirurgi"
contract = { from = 2024-12-01, until = 2026-11-30 }
[[tariff]]
id = "duf"
title = "DUF"
[[tariff]]
id = "akut"
title = "Akut"
derived-from = "duf"
reduction = 10
in-force = { from = 2024-01-01, until = 2025-06-01 }
[pricing]
discount-base = "duf"
[cap]
tariff = "akut"
above-cap = "pay-cap-while-in-force"
scored-price = "time-weighted"
[fallback]
tariffs = ["akut", "duf"]
[[procedure]]
code = "KNGB40"
name = "knee 1"
volume = 220
tariff = 62500
[[procedure]]
code = "KNGB20"
name = "knee 2"
volume = 90
tariff = 58000.50
[[procedure]]
code = "KNGD11"
name = "knee 3"
volume = 640
tariff = 11400
[[procedure]]
code = "KNHG49"
name = "foot 1"
volume = 150
tariff = 21000
[[procedure]]
code = "KNHK57"
name = "foot 2"
volume = 75
tariff = 33000
[[procedure]]
code = "KNHL49"
name = "foot 3"
volume = 12
tariff = 4100
[[structure]]
id = "whole"
title = "whole"
[[structure]]
id = "by-joint"
title = "by joint"
bidders-may = ["capacity", "max-lots"]
[[structure.lot]]
id = "knee"
codes = ["KNG*"]
[[structure.lot]]
id = "foot"
codes = ["KNH*"]
[[structure]]
id = "three"
title = "three"
max-lots-per-bidder = 2
[[structure.lot]]
id = "large"
codes = ["KNGB*"]
[[structure.lot]]
id = "small"
codes = ["KNGD*"]
[[structure.lot]]
id = "foot"
codes = ["KNH*"]
[award]
structure = "whole"
[[bid]]
bidder = "Alfa"
discount = 6
[[bid]]
bidder = "Beta"
discount = 8.25
not-offered = ["KNHK57"]
[[bid]]
bidder = "Gamma"
discount = 4
prices = { KNGD11 = 9000, KNHL49 = 4200.25 }
"#;

/// A figure that is drawn.
pub(super) fn drawn(distribution: Distribution) -> UncertainNumber {
    UncertainNumber { distribution, place: Place::default() }
}

/// Nothing uncertain, the tender's own bids.
pub(super) fn certain(text: &str) -> Dialogue {
    let files = MemoryFiles::new().with("tender.toml", text);
    let tender = read_tender(&files, "tender.toml").unwrap_or_else(|r| panic!("{:?}", r.problems));
    Dialogue {
        sources: tender.sources.clone(),
        title: "T".into(),
        structures: (0..tender.structures.len()).collect(),
        tender,
        bidders: Bidders::Tender,
        draws: 1,
        seed: 1,
        volumes: Volumes::default(),
        courses: Vec::new(),
        lapse: None,
        profiles: Vec::new(),
        cost_per_contract: Money::ZERO,
        defaults: Vec::new(),
        remarks: Vec::new(),
    }
}

/// A profile that takes part for certain with a discount in millionths of a per cent.
pub(super) fn profile(name: &str, count: u32, discount: Distribution) -> Profile {
    Profile {
        name: name.into(),
        count,
        new: false,
        lacks: Vec::new(),
        may_lack: Vec::new(),
        rather_not: Vec::new(),
        takes_part: vec![Participation { structure: None, probability: 1_000_000 }],
        discount: drawn(discount),
        response: Response::default(),
        capacity: None,
        max_lots: None,
        place: Place::default(),
    }
}

/// Everything uncertain: volumes with a common factor, the day of lapse, who takes part, discounts, capacities.
pub(super) fn uncertain() -> Dialogue {
    let mut dialogue = certain(TENDER);
    dialogue.bidders = Bidders::Profiles;
    let span = |low, high| Distribution::Triangular { low, mode: (low + high) / 2, high };
    dialogue.volumes = Volumes {
        known: VolumesKnown::AtAward,
        specialty: Some(drawn(span(700_000, 1_200_000))),
        groups: vec![
            VolumeGroup {
                codes: vec![CodePattern::new("KNG*")],
                factor: drawn(Distribution::Uniform { low: 800_000, high: 1_100_000 }),
            },
            VolumeGroup {
                codes: vec![CodePattern::new("KNHL49")],
                factor: drawn(Distribution::LogNormal { median: 1_000_000, spread: 1_300_000 }),
            },
        ],
        scenarios: Vec::new(),
        common: 500_000,
    };
    dialogue.lapse = Some(LapseDay {
        days: vec![
            DateChance { from: date(2025, 6, 1), until: date(2025, 6, 1), weight: 3 },
            DateChance { from: date(2025, 6, 2), until: date(2025, 12, 31), weight: 1 },
        ],
        place: Place::default(),
    });
    let mut large = profile("Large", 2, span(6_000_000, 14_000_000));
    large.response.per_doubling = 800_000;
    large.response.per_competitor = 400_000;
    large.takes_part = vec![
        Participation { structure: None, probability: 900_000 },
        Participation { structure: Some(0), probability: 500_000 },
    ];
    let mut small = profile("Small", 3, Distribution::Uniform { low: 2_000_000, high: 15_000_000 });
    small.lacks = vec![4];
    small.may_lack = vec![(vec![0, 1], 400_000)];
    small.rather_not = vec![2];
    small.response.per_rather_not = -100_000;
    small.capacity = Some(drawn(span(400_000_000, 1_200_000_000)));
    small.max_lots = Some(1);
    dialogue.profiles = vec![large, small];
    dialogue
}

/// A small generator for tests alone.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn roll(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.roll(n) == 0
    }
}

/// What a random tender is made of.
pub(super) fn dialogue(seed: u64) -> Dialogue {
    let mut dice = Dice(seed);
    let own_bids = dice.one_in(3);
    let procedures = 2 + dice.roll(6) as usize;
    let text = tender(&mut dice, procedures, own_bids);
    let mut dialogue = certain(&text);
    add_volumes(&mut dice, &mut dialogue, procedures);
    if dice.one_in(2) {
        let later = DateChance { from: date(2024, 11, 1), until: date(2027, 2, 1), weight: 1 };
        let first = DateChance { from: date(2025, 6, 1), until: date(2025, 6, 1), weight: 2 };
        dialogue.lapse = Some(LapseDay { days: vec![first, later], place: Place::default() });
    }
    if !own_bids {
        dialogue.bidders = Bidders::Profiles;
        dialogue.tender.bids.clear();
        for p in 0..1 + dice.roll(4) {
            let profile = random_profile(&mut dice, p, procedures, dialogue.structures.len());
            dialogue.profiles.push(profile);
        }
    }
    dialogue
}

fn tender(dice: &mut Dice, procedures: usize, own_bids: bool) -> String {
    let mut text = String::from(
        "format = 1\n[tender]\nid = \"R\"\ntitle = \"R\"\nkind = \"tender\"\nbuyer = \"R\"\nspecialty = \"s\"\n\
         contract = { from = 2024-12-01, until = 2026-11-30 }\n[[tariff]]\nid = \"duf\"\ntitle = \"D\"\n[[tariff]]\nid = \"akut\"\n\
         title = \"A\"\nderived-from = \"duf\"\nreduction = 10\nin-force = { from = 2024-01-01, until = 2025-06-01 }\n\
         [pricing]\ndiscount-base = \"duf\"\n[fallback]\ntariffs = [\"akut\", \"duf\"]\n",
    );
    let cap = dice.roll(6);
    let rules = ["reject-bid", "reject-line", "bid", "capped", "time-weighted"];
    if let Some(rule) = rules.get(cap as usize) {
        let _ = match cap {
            0 | 1 => writeln!(text, "[cap]\ntariff = \"akut\"\nabove-cap = \"{rule}\""),
            _ => writeln!(
                text,
                "[cap]\ntariff = \"akut\"\nabove-cap = \"pay-cap-while-in-force\"\nscored-price = \"{rule}\""
            ),
        };
    }
    let cross_lot = dice.one_in(2);
    let if_cheaper = cross_lot && dice.one_in(3);
    for p in 0..procedures {
        let volume = dice.roll(9) * [1, 7, 100][dice.roll(3) as usize];
        let _ = writeln!(text, "[[procedure]]\ncode = \"P{p}\"\nname = \"p\"\nvolume = {volume}");
        match dice.roll(8) {
            0 => text.push_str("fallback-price = 90.50\n"),
            1 if !cross_lot => {}
            _ => {
                let _ = writeln!(text, "tariff = {}", 100 * (1 + dice.roll(9)));
            }
        }
    }
    for s in 0..1 + dice.roll(3) {
        structure(dice, &mut text, s, procedures, cross_lot);
    }
    text.push_str("[award]\nstructure = \"s0\"\n");
    match dice.roll(3) {
        0 if cap != 1 => text.push_str("missing = { rule = \"price-at-fallback\" }\n"),
        1 if cap != 1 => {
            text.push_str("missing = { rule = \"price-at-fallback\", at-most = 1, never = [\"P1\"] }\n")
        }
        _ => {}
    }
    if if_cheaper {
        text.push_str("unawarded = \"if-cheaper\"\n");
    }
    if dice.one_in(3) {
        let rule = ["lower-price", "fewer-suppliers", "more-suppliers", "earlier-received", "draw"]
            [dice.roll(5) as usize];
        let _ = writeln!(text, "ties = [\"{rule}\"]");
    }
    if own_bids {
        bids(dice, &mut text, procedures);
    }
    text
}

fn structure(dice: &mut Dice, text: &mut String, s: u64, procedures: usize, cross_lot: bool) {
    let _ = writeln!(text, "[[structure]]\nid = \"s{s}\"\ntitle = \"s\"");
    if cross_lot {
        if dice.one_in(2) {
            text.push_str("bidders-may = [\"capacity\", \"max-lots\"]\n");
        }
        if dice.one_in(3) {
            let _ = writeln!(text, "max-lots-per-bidder = {}", 1 + dice.roll(2));
        }
        if dice.one_in(4) {
            text.push_str("min-suppliers = 2\n");
        }
        if dice.one_in(4) {
            text.push_str("max-suppliers = 2\n");
        }
    }
    let lots = dice.roll(procedures.min(4) as u64) as usize + 1;
    if lots > 1 {
        for l in 0..lots {
            let codes: Vec<String> =
                (0..procedures).filter(|p| p % lots == l).map(|p| format!("\"P{p}\"")).collect();
            let _ = writeln!(text, "[[structure.lot]]\nid = \"l{l}\"\ncodes = [{}]", codes.join(", "));
        }
    }
}

fn bids(dice: &mut Dice, text: &mut String, procedures: usize) {
    for b in 0..1 + dice.roll(4) {
        let _ = writeln!(text, "[[bid]]\nbidder = \"B{b}\"\ndiscount = {}", 2 * dice.roll(8));
        if dice.one_in(3) {
            let _ = writeln!(text, "not-offered = [\"P{}\"]", dice.roll(procedures as u64));
        }
        if dice.one_in(4) {
            let _ = writeln!(text, "capacity = {}", dice.roll(900));
        }
        if dice.one_in(4) {
            text.push_str("max-lots = 1\n");
        }
        if dice.one_in(3) {
            let _ = writeln!(text, "discounts = {{ P0 = {} }}", dice.roll(30));
        }
    }
}

fn add_volumes(dice: &mut Dice, dialogue: &mut Dialogue, procedures: usize) {
    let volumes = &mut dialogue.volumes;
    if dice.one_in(2) {
        volumes.known = VolumesKnown::AfterAward;
    }
    if dice.one_in(3) {
        let scenario = |name: &str, weight, factor| Scenario {
            name: name.into(),
            weight,
            factors: vec![(CodePattern::new("P*"), factor), (CodePattern::new("P0"), 1_000_000)],
        };
        volumes.scenarios = vec![scenario("low", 1, 600_000), scenario("high", 2, 1_300_000)];
        return;
    }
    volumes.specialty =
        Some(drawn(Distribution::Triangular { low: 500_000, mode: 900_000, high: 1_500_000 }));
    volumes.groups = vec![VolumeGroup {
        codes: vec![CodePattern::new("P1"), CodePattern::new("P2*")],
        factor: drawn(Distribution::LogNormal { median: 1_000_000, spread: 1_400_000 }),
    }];
    volumes.common = 700_000;
    if procedures > 3 && dice.one_in(2) {
        let share = drawn(Distribution::Uniform { low: 200_000, high: 400_000 });
        dialogue.courses = vec![Course { examination: 0, operation: 3, share }];
    }
}

fn random_profile(dice: &mut Dice, p: u64, procedures: usize, structures: usize) -> Profile {
    let discounts = Distribution::Values(vec![(2_000_000, 1), (9_000_000, 1), (14_500_000, 2)]);
    let smooth = Distribution::Uniform { low: 3_000_000, high: 15_000_000 };
    let coarse = dice.one_in(2);
    let mut profile =
        profile(&format!("H{p}"), 1 + dice.roll(3) as u32, if coarse { discounts } else { smooth });
    let mut some = |n: u64| (0..procedures).filter(|_| dice.one_in(n)).collect::<Vec<_>>();
    profile.lacks = some(8);
    profile.rather_not = some(4);
    let may_lack = some(3);
    if !may_lack.is_empty() {
        profile.may_lack = vec![(may_lack, 300_000)];
    }
    if dice.one_in(2) {
        let of = |structure, probability| Participation { structure, probability };
        profile.takes_part =
            vec![of(None, 700_000), of(Some(dice.roll(structures as u64) as usize), 400_000)];
    }
    if !coarse || dice.one_in(2) {
        profile.response.per_doubling = 500_000;
        profile.response.per_rather_not = -250_000;
        profile.response.per_competitor = 123_456;
        profile.response.at_most = dice.one_in(2).then(|| Percent::from_parts(120_000));
        profile.response.at_least = dice.one_in(2).then(|| Percent::from_parts(40_000));
    }
    if dice.one_in(2) {
        profile.capacity = Some(drawn(Distribution::Uniform { low: 0, high: 1_500_000_000 }));
    }
    profile.max_lots = dice.one_in(3).then_some(1);
    profile
}
