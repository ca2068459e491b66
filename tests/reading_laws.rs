//! Laws of reading: no order of the file, and no division into files, changes what a tender says; nothing makes the
//! reader fall over.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "reading/facts.rs"]
mod facts;
#[path = "reading/tree.rs"]
mod tree;

use std::{fs, path::Path};

use facts::facts;
use proptest::prelude::*;
use tree::Tree;
use udbud::{
    number::Money,
    read_tender,
    report::{Language, problems::ProblemWriter},
    tender::{MemoryFiles, Tender},
};

/// The tenders that are put in another order, divided and broken.
fn seeds() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reading");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    let toml = paths.into_iter().filter(|p| p.extension().is_some_and(|e| e == "toml"));
    toml.map(|p| fs::read_to_string(p).unwrap()).collect()
}

fn read(text: &str) -> Tender {
    read_all(MemoryFiles::new().with("tender.toml", text))
}

fn read_all(files: MemoryFiles) -> Tender {
    read_tender(&files, "tender.toml").unwrap_or_else(|rejected| {
        let mut writer = ProblemWriter::new(&rejected.sources, Language::En, false);
        panic!("{}", rejected.problems.iter().map(|p| writer.text(p)).collect::<String>())
    })
}

#[test]
fn the_example_of_the_format_reads_unchanged() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reading");
    let tender = read(&fs::read_to_string(folder.join("example.toml")).unwrap());
    assert_eq!(tender.bids.len(), 3);
    assert_eq!(tender.structures[1].lots[1].procedures, [1]);
    assert_eq!(Money::from(tender.bids[0].prices[0].price).to_string(), "9800.00");
    assert!(tender.remarks.is_empty(), "{:?}", tender.remarks);
}

#[test]
fn every_seed_says_something() {
    for seed in seeds() {
        assert!(facts(&read(&seed)).len() > 20);
    }
}

/// Moves bids, assessments and procedures of a tender into files of their own.
fn into_files(text: &str, separator: char) -> MemoryFiles {
    let mut tender = Tree::parse(text);
    let mut files = MemoryFiles::new();
    let quoted = |s: &str| Tree::Scalar(format!("\"{s}\""));
    if let Some(Tree::List(bids)) = tender.take("bid") {
        for (i, mut bid) in bids.into_iter().enumerate() {
            if let Some(Tree::Table(prices)) = bid.take("prices") {
                let mut csv = format!("\u{feff}code{separator}price\r\n");
                for (code, price) in prices.iter().rev() {
                    let price = price.inline();
                    let price = if separator == ';' { price.replace('.', ",") } else { price };
                    csv.push_str(&format!("\"{code}\"{separator}{price}\r\n"));
                }
                files = files.with(format!("prices/{i}.csv"), csv);
                bid.put("prices-file", quoted(&format!("../prices/{i}.csv")));
            }
            let file = Tree::Table(vec![("bid".into(), Tree::List(vec![bid]))]);
            files = files.with(format!("bids/{i:03}.toml"), file.document());
        }
        tender.put("bids", Tree::Table(vec![("files".into(), Tree::List(vec![quoted("bids/*.toml")]))]));
    }
    if let Some(assessments) = tender.take("assessment") {
        let file = Tree::Table(vec![("assessment".into(), assessments)]);
        files = files.with("judged.toml", file.document());
        tender.put(
            "assessments",
            Tree::Table(vec![("files".into(), Tree::List(vec![quoted("./judged.toml")]))]),
        );
    }
    files.with("tender.toml", tender.document())
}

/// The procedures of a tender as a CSV file, where they cover no further codes.
fn procedures_into_file(text: &str) -> Option<MemoryFiles> {
    let before = read(text);
    if before.procedures.iter().any(|x| !x.covers.is_empty()) {
        return None;
    }
    let mut csv = String::from("name;code;fallback-price;max;expected;min");
    let listed: Vec<usize> = (0..before.tariffs.len())
        .filter(|i| before.procedures.iter().any(|x| x.listed.iter().any(|l| l.tariff == *i)))
        .collect();
    for tariff in &listed {
        csv.push_str(&format!(";{}", before.tariffs[*tariff].id));
    }
    for x in &before.procedures {
        let volume = |v: Option<udbud::number::Volume>| v.map(|v| v.to_string()).unwrap_or_default();
        let fallback = x.fallback_price.map(|p| p.0.to_string()).unwrap_or_default();
        csv.push_str(&format!(
            "\n\"{}\";{};{fallback};{};{};{}",
            x.name.replace('"', "\"\""),
            x.code,
            volume(x.volume.max),
            x.volume.expected,
            volume(x.volume.min)
        ));
        for tariff in &listed {
            let price = x.listed.iter().find(|l| l.tariff == *tariff);
            csv.push_str(&format!(";{}", price.map(|l| l.price.to_string()).unwrap_or_default()));
        }
    }
    let mut tender = Tree::parse(text);
    tender.take("procedure");
    let file = Tree::Table(vec![("file".into(), Tree::Scalar("\"procedures.csv\"".into()))]);
    tender.put("procedures", file);
    Some(MemoryFiles::new().with("tender.toml", tender.document()).with("procedures.csv", csv))
}

#[test]
fn files_say_what_inline_tables_say() {
    for seed in seeds() {
        let expected = facts(&read(&seed));
        for separator in [',', ';'] {
            assert_eq!(facts(&read_all(into_files(&seed, separator))), expected);
        }
        if let Some(files) = procedures_into_file(&seed) {
            assert_eq!(facts(&read_all(files)), expected);
        }
    }
}

#[test]
fn danish_headings_names_and_empty_rows_change_nothing() {
    let head = "format = 1\n[tender]\nid=\"a\"\ntitle=\"a\"\nkind=\"tender\"\nbuyer=\"a\"\nspecialty=\"a\"\n\
        [[tariff]]\nid=\"duf\"\n[pricing]\ndiscount-base=\"duf\"\n[procedures]\nfile=\"p.csv\"\n\
        [[bid]]\nbidder=\"a\"\nprices-file=\"b.csv\"\n";
    let files = |procedures: &str, prices: &str| {
        MemoryFiles::new().with("tender.toml", head).with("p.csv", procedures).with("b.csv", prices)
    };
    let plain = read_all(files(
        "code;name;volume;min;expected;duf\nK1;x;5;;;100\nK2;y;;1;6;200\n",
        "code;price;discount\nK1;90,50;\nK2;;4,5\n",
    ));
    let danish = read_all(files(
        ";;;;;\r\nKode;Navn;Volumen;min;Forventet;duf\r\nK1;x;5;;;100\r\n;;;;;\r\n\r\nK2;y;;1;6;200\r\n;;;;;\r\n",
        "Kode;Navn;Pris;Rabat\r\nK1;x;90,50;\r\n;;;\r\nK2;y;;4,5\r\n ; ;;\r\n",
    ));
    assert_eq!(facts(&danish), facts(&plain));
}

/// Reads whatever it is, words every problem, and checks the promises of a rejection.
fn read_anything(files: MemoryFiles) -> Result<(), TestCaseError> {
    match read_tender(&files, "tender.toml") {
        Ok(tender) => {
            prop_assert!(!tender.procedures.is_empty() && !tender.structures.is_empty());
        }
        Err(rejected) => {
            prop_assert!(!rejected.problems.is_empty());
            for language in [Language::En, Language::Da] {
                let mut writer = ProblemWriter::new(&rejected.sources, language, false);
                for problem in &rejected.problems {
                    let text = writer.text(problem);
                    prop_assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{}", text);
                }
            }
        }
    }
    Ok(())
}

/// One change of a text: characters cut out, doubled, replaced, or two places exchanged.
fn mutated(text: &str, changes: &[(usize, usize, u8, char)]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for (at, length, kind, c) in changes {
        if chars.is_empty() {
            break;
        }
        let at = at % chars.len();
        let end = (at + length % 40).min(chars.len());
        match kind % 6 {
            0 => drop(chars.drain(at..end)),
            1 => {
                let part: Vec<char> = chars[at..end].to_vec();
                chars.splice(at..at, part);
            }
            2 => chars[at] = *c,
            3 => chars.insert(at, *c),
            4 => {
                let other = (at * 7 + length) % chars.len();
                chars.swap(at, other);
            }
            _ => chars.truncate(at + 1),
        }
    }
    chars.into_iter().collect()
}

fn any_change() -> impl Strategy<Value = (usize, usize, u8, char)> {
    let c = prop_oneof![
        prop::sample::select(
            "\"'[]{}=,.#\n\\*-+0123456789eE_:;\t\u{202e}\u{0}æI|".chars().collect::<Vec<_>>()
        ),
        any::<char>()
    ];
    (any::<u32>(), 0..2000_usize, any::<u8>(), c)
        .prop_map(|(at, length, kind, c)| (at as usize, length, kind, c))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_order_of_keys_means_nothing(which in 0..7_usize, seed in any::<u64>()) {
        let text = &seeds()[which];
        let mut tree = Tree::parse(text);
        tree.shuffle_keys(&mut { seed });
        prop_assert_eq!(facts(&read(&tree.document())), facts(&read(text)));
    }

    #[test]
    fn the_order_of_lists_means_nothing(which in 0..7_usize, seed in any::<u64>()) {
        let text = &seeds()[which];
        let mut tree = Tree::parse(text);
        let mut state = seed;
        for key in ["bid", "procedure", "tariff", "structure", "requirement", "assessment", "decision"] {
            tree.shuffle_list(key, &mut state);
        }
        prop_assert_eq!(facts(&read(&tree.document())), facts(&read(text)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6_000))]

    #[test]
    fn no_mutation_of_a_tender_panics(which in 0..7_usize, changes in prop::collection::vec(any_change(), 1..6)) {
        let text = mutated(&seeds()[which], &changes);
        read_anything(MemoryFiles::new().with("tender.toml", text))?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        read_anything(MemoryFiles::new().with("tender.toml", bytes))?;
    }

    #[test]
    fn no_toml_like_text_panics(text in "([\\[\\]{}=,.\"'#\n a-c0-9_+-]|bid|price|tender|id|codes|structure){0,80}") {
        read_anything(MemoryFiles::new().with("tender.toml", text))?;
    }

    #[test]
    fn no_csv_panics(prices in "([;,\"\n\r a-c0-9.-]|code|price|discount|KNGB40|KNGD11){0,40}", procedures in "([;,\"\n a-c0-9.*-]|code|name|volume|duf|KNGD11){0,40}") {
        let tender = "format = 1\n[tender]\nid=\"a\"\ntitle=\"a\"\nkind=\"tender\"\nbuyer=\"a\"\nspecialty=\"a\"\n[[tariff]]\nid=\"duf\"\n\
            [pricing]\ndiscount-base=\"duf\"\n[[procedure]]\ncode=\"KNGB40\"\nname=\"a\"\nvolume=5\ntariff=7\n\
            [procedures]\nfile=\"p.csv\"\n[[bid]]\nbidder=\"a\"\nprices-file=\"a.csv\"\n";
        let files = MemoryFiles::new().with("tender.toml", tender).with("a.csv", prices).with("p.csv", format!("code;name;volume;duf\n{procedures}"));
        read_anything(files)?;
    }
}

#[test]
fn the_reference_of_the_format_names_every_key_and_shows_the_example() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let reference = fs::read_to_string(folder.join("docs/reference/format.md")).unwrap();
    let example = fs::read_to_string(folder.join("tests/reading/example.toml")).unwrap();
    assert!(reference.contains(&example));
    let (text, _) = reference.split_once("## Example").unwrap();
    let named: std::collections::BTreeSet<&str> = text
        .split('`')
        .skip(1)
        .step_by(2)
        .flat_map(|code| code.split(|c: char| !c.is_ascii_lowercase() && c != '-'))
        .collect();
    for table in udbud::tender::read::ALL_TABLES {
        for key in table.keys {
            assert!(named.contains(key), "{} {key}", table.table);
        }
    }
}

/// Files of nearly 1 MB that are made to take long.
fn hostile() -> Vec<(&'static str, String)> {
    const HEAD: &str = "format = 1\n[tender]\nid=\"a\"\ntitle=\"a\"\nkind=\"tender\"\nbuyer=\"a\"\nspecialty=\"a\"\n\
        [[tariff]]\nid=\"duf\"\n";
    const POINTS: &str = "[evaluation]\nmodel=\"points\"\n";
    let many = |count: usize, one: &dyn Fn(usize) -> String| (0..count).map(one).collect::<String>();
    let procedures =
        |count| many(count, &|i| format!("[[procedure]]\ncode=\"K{i}\"\nname=\"a\"\nvolume=5\ntariff=7\n"));
    let bids = |count| many(count, &|i| format!("[[bid]]\nbidder=\"{i}\"\ndiscount=1\n"));
    let judged =
        |count| many(count, &|i| format!("[[evaluation.criterion]]\nid=\"{i}\"\nmethod=\"judged\"\n"));
    vec![
        ("faults", "=\n".repeat(490_000)),
        ("brackets", "[".repeat(990_000)),
        ("tables", "a={".repeat(330_000)),
        ("decimals", format!("{HEAD}x={{{}}}", many(100_000, &|_| "a=1,2,".into()))),
        ("digits", format!("{HEAD}x={}", "1,".repeat(450_000))),
        ("curly quotes", format!("{HEAD}{}", "“".repeat(300_000))),
        ("keys beyond ASCII", format!("{HEAD}{}", "æ =".repeat(200_000))),
        ("commas", format!("{HEAD}{}", "a=1,2\n".repeat(150_000))),
        (
            "structures",
            HEAD.to_owned() + &procedures(4_000) + &many(25_000, &|i| format!("[[structure]]\nid=\"{i}\"\n")),
        ),
        (
            "lots",
            HEAD.to_owned()
                + &procedures(8_000)
                + "[[structure]]\nid=\"s\"\n"
                + &many(11_000, &|i| format!("[[structure.lot]]\nid=\"{i}\"\ncodes=[\"K*\"]\n")),
        ),
        ("criteria", HEAD.to_owned() + &procedures(1) + POINTS + &judged(8_000) + &bids(14_000)),
        (
            "judged lots",
            HEAD.to_owned()
                + &procedures(3_000)
                + "[[structure]]\nid=\"s\"\n"
                + &many(3_000, &|i| format!("[[structure.lot]]\nid=\"{i}\"\ncodes=[\"K{i}\"]\n"))
                + "[award]\nstructure=\"s\"\n"
                + POINTS
                + &judged(4_000)
                + &bids(10_000),
        ),
        (
            "parents",
            HEAD.to_owned()
                + POINTS
                + &many(18_000, &|i| format!("[[evaluation.criterion]]\nid=\"{i}\"\nparent=\"{}\"\n", i + 1)),
        ),
        (
            "unknown codes",
            HEAD.to_owned()
                + &procedures(8_000)
                + "[[bid]]\nbidder=\"a\"\nprices={ "
                + &many(45_000, &|i| format!("X{i}=5, "))
                + "Y=1 }\n",
        ),
    ]
}

#[test]
fn a_hostile_file_costs_little_time() {
    for (name, text) in hostile() {
        assert!(text.len() < 1_000_000, "{name} has {} bytes", text.len());
        let begun = std::time::Instant::now();
        read_anything(MemoryFiles::new().with("tender.toml", text)).unwrap();
        // a second in a release build; a test is built to be debugged, and shares its processor
        assert!(begun.elapsed().as_secs() < 5, "{name} took {:?}", begun.elapsed());
    }
}
