//! Pages, JSON, CSV and charts of a study that was made by hand.

use unicode_width::UnicodeWidthStr;

use super::*;
use crate::{
    number::{Money, Volume},
    record::read_tender,
    report::{Format, Language, write},
    simulation::{
        Bidders, Dialogue, Distribution, DrawTable, Input, LotRow, Profile, Response, Shape, StructureRow,
        UncertainNumber, VolumeGroup, Volumes, results,
    },
    tender::MemoryFiles,
};

const TENDER: &str = r#"
format = 1
[tender]
id = "T-1"
title = "Ortopædkirurgi"
kind = "tender"
buyer = "Region Example"
specialty = "ortopædisk kirurgi"
contract = { from = 2025-01-01, until = 2026-12-31 }
[[tariff]]
id = "duf"
title = "DUF"
[pricing]
discount-base = "duf"
[fallback]
tariffs = ["duf"]
[[procedure]]
code = "KNGD11"
name = "Knee"
volume = 640
tariff = 11400
[[procedure]]
code = "KNFB40"
name = "Hip"
volume = 300
tariff = 52000
[[structure]]
id = "whole"
[[structure.lot]]
id = "whole"
codes = ["*"]
[[structure]]
id = "by-joint"
[[structure.lot]]
id = "knee"
codes = ["KNG*"]
[[structure.lot]]
id = "hip"
codes = ["KNF*"]
[award]
structure = "whole"
"#;

fn dialogue() -> Dialogue {
    let files = MemoryFiles::new().with("tender.toml", TENDER);
    let tender = read_tender(&files, "tender.toml").expect("valid");
    let place = tender.head.place;
    let drawn = |distribution| UncertainNumber { distribution, place };
    let profile = |name: &str, count, new| Profile {
        name: name.into(),
        count,
        new,
        lacks: Vec::new(),
        may_lack: Vec::new(),
        rather_not: Vec::new(),
        takes_part: Vec::new(),
        discount: drawn(Distribution::Fixed(10_000_000)),
        response: Response::default(),
        capacity: None,
        max_lots: None,
        place,
    };
    Dialogue {
        sources: tender.sources.clone(),
        title: "Whole or split <b>|=1".into(),
        structures: vec![0, 1],
        bidders: Bidders::Profiles,
        draws: 200,
        seed: 1,
        volumes: Volumes {
            groups: vec![VolumeGroup {
                codes: vec![crate::tender::CodePattern::new("KNG*")],
                factor: drawn(Distribution::Uniform { low: 0, high: 1 }),
            }],
            ..Volumes::default()
        },
        courses: Vec::new(),
        lapse: None,
        profiles: vec![profile("Stort hospital", 2, false), profile("Klinik", 1, true)],
        cost_per_contract: Money::from_ore(15_000_000),
        defaults: Vec::new(),
        remarks: Vec::new(),
        tender,
    }
}

const INPUTS: [Input; 4] = [Input::Specialty, Input::Group(0), Input::Lapse, Input::Discount(1)];

/// Two hundred draws whose figures follow from their numbers.
fn table() -> DrawTable {
    let mut table = DrawTable::new(Shape { inputs: 4, bidders: 3, lots: vec![1, 2] });
    for n in 1..=200_i64 {
        let (a, b) = (n * 37 % 101, n * 53 % 97);
        let cost =
            |base: i64| Some(Money::from_ore((base * 1_000_000 + a * 10_000_000 + b * 3_000_000).into()));
        let row = |cost, lots: Vec<LotRow>| StructureRow {
            cost,
            fallback: Some(Money::from_ore(3_000_000_000)),
            tied: n == 7,
            payments: vec![
                Money::from_ore(1_000_000_000),
                Money::ZERO,
                Money::from_ore(i128::from(b) * 500_000),
            ],
            volumes: vec![Volume::from_total(640), Volume::ZERO, Volume::from_total(b as u64)],
            lots,
        };
        let lot = |bids, winner| LotRow { bids, winner };
        let whole = row(cost(2_000), vec![lot(1, Some(0))]);
        let split =
            row(cost(1_950 + b), vec![lot(3, Some(0)), lot((n % 3) as u32, (n % 3 > 0).then_some(2))]);
        table
            .push(n as u64, &[1_000_000 + a, 900_000 + b, 20_240 + n % 9, 12_500_000], &[whole, split])
            .unwrap();
    }
    table
}

fn run(audience: Audience) -> Run {
    Run {
        audience,
        seed: 1,
        planned: 200,
        interrupted: false,
        precision: None,
        algorithm: "ChaCha12".into(),
        tables: "00ff".into(),
        dialogue: "abcd".into(),
        leaves_quality_out: false,
    }
}

fn with_report<R>(audience: Audience, look: impl Fn(SimulationReport<'_>) -> R) -> R {
    let (dialogue, table, run) = (dialogue(), table(), run(audience));
    let bidders = ["Stort hospital 1", "Stort hospital 2", "Klinik"].map(str::to_owned);
    let study = SimulationData {
        dialogue: &dialogue,
        bidders: &bidders,
        inputs: &INPUTS,
        table: &table,
        possibilities: None,
    };
    let results = results::results(&study).unwrap();
    let asked = BreakEven {
        draws: 200,
        discount: vec![(1, results::Tipping::At(137))],
        volume: vec![(
            1,
            results::VolumeTipping { tipping: results::Tipping::At(140), base_cheaper_below: true },
        )],
        lapse: Vec::new(),
    };
    look(SimulationReport { study, results: &results, break_even: Some(&asked), run: &run })
}

fn look_at(text: &str, name: &str) {
    if let Some(folder) = std::env::var_os("LOOK_AT") {
        std::fs::write(std::path::Path::new(&folder).join(name), text).unwrap();
    }
}

#[test]
fn every_row_says_that_it_is_a_simulation() {
    for (language, mark) in [(Language::En, "SIMULATION"), (Language::Da, "SIMULERING")] {
        with_report(Audience::Anonymous, |report| {
            let text = write(&report, Format::Table { color: false }, language).unwrap();
            look_at(&text, &format!("page.{}.txt", language.tag()));
            assert!(text.lines().all(|l| l.width() <= 100), "{text}");
            let markdown = write(&report, Format::Markdown, language).unwrap();
            look_at(&markdown, &format!("page.{}.md", language.tag()));
            let rows = markdown.lines().filter(|l| l.starts_with("| ") && !l.starts_with("|-"));
            for row in rows.filter(|l| l.contains("whole") || l.contains("by-joint")) {
                assert!(row.contains(mark), "{row}");
            }
            let csv = write(&report, Format::Csv, language).unwrap();
            look_at(&csv, &format!("draws.{}.csv", language.tag()));
            assert!(csv.lines().skip(1).all(|l| l.contains(mark)));
            let draw = DrawReport { study: report, draw: 6 };
            let draw = write(&draw, Format::Table { color: false }, language).unwrap();
            look_at(&draw, &format!("draw.{}.txt", language.tag()));
            let json = format!("{:#}", report.json(language));
            look_at(&json, &format!("study.{}.json", language.tag()));
        });
    }
}

#[test]
fn what_rests_on_bids_says_so_in_every_part_and_row() {
    with_report(Audience::Internal, |report| {
        let text = write(&report, Format::Table { color: false }, Language::En).unwrap();
        let parts = text.matches("\n\n").count();
        assert!(parts > 5);
        assert!(text.matches("Not to be shown to the market").count() >= 8, "{text}");
        let markdown = write(&report, Format::Markdown, Language::En).unwrap();
        for line in markdown.lines().filter(|l| l.contains("SIMULATION") && !l.starts_with("**")) {
            assert!(line.contains("INTERNAL"), "{line}");
        }
        for chart in charts(report, Language::En) {
            assert!(chart.text.matches("INTERNAL").count() >= 3, "{}", chart.file);
        }
    });
}

#[test]
fn charts_are_sound_and_name_what_they_show() {
    for language in [Language::En, Language::Da] {
        with_report(Audience::Anonymous, |report| {
            let charts = charts(report, language);
            assert_eq!(charts.len(), 5);
            for chart in charts {
                look_at(&chart.text, &format!("{}.{}", language.tag(), chart.file));
                assert!(chart.text.contains("role=\"img\" aria-labelledby="));
                assert!(chart.text.contains("<title id=") && chart.text.contains("<desc id="));
                assert!(chart.text.contains("Whole or split &lt;b&gt;|=1"), "{}", chart.text);
                assert!(!chart.text.contains("<b>"));
                for attribute in [" x=\"", " y=\"", "d=\"", " width=\"", " height=\"", "cx=\"", "cy=\""] {
                    for value in chart.text.split(attribute).skip(1) {
                        assert!(!value.split('"').next().unwrap().contains('.'), "{value}");
                    }
                }
            }
        });
    }
}

#[test]
fn figures_in_json_are_exact_and_complete() {
    with_report(Audience::Public, |report| {
        let json = report.json(Language::En);
        let whole = &json["structures"][0];
        // the contract of 150,000 is in every cost
        let costs: Vec<i128> =
            (0..200).map(|d| report.study.table.cost(d, 0).unwrap().ore() + 15_000_000).collect();
        let mean = Money::from_ore(crate::number::divide_half_up(costs.iter().sum(), 200));
        assert_eq!(whole["cost"]["mean"], mean.to_string());
        assert_eq!(whole["cost"]["least"], Money::from_ore(*costs.iter().min().unwrap()).to_string());
        assert_eq!(whole["tied-draws"], 1);
        assert_eq!(whole["bidders"][0]["count"], 2);
        assert_eq!(whole["bids"][0]["draws-by-bids"], serde_json::json!([0, 200, 0, 0]));
        assert_eq!(json["audience"], "public");
        assert_eq!(json["compared-with"], "whole");
        assert_eq!(json["differences"][0]["structure"], "by-joint");
    });
}
