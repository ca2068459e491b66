//! Dialogues made by hand.

use jiff::civil::date;

use crate::{
    number::Money,
    record::read_tender,
    simulation::{
        Bidders, DateChance, Dialogue, Distribution, Drawn, Group, LapseDay, Participation, Profile,
        Response, Volumes, VolumesKnown,
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
pub(super) fn drawn(distribution: Distribution) -> Drawn {
    Drawn { distribution, place: Place::default() }
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
            Group {
                codes: vec![CodePattern::new("KNG*")],
                factor: drawn(Distribution::Uniform { low: 800_000, high: 1_100_000 }),
            },
            Group {
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
