//! Dialogue files: what they say, what they leave to the program, what their hash counts, and that nothing makes the reader
//! fall over.
#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;
use udbud::{
    number::{Money, Percent},
    read_tender,
    report::{Language, problems::ProblemWriter},
    simulation::{
        Bidders, Dialogue, Distribution, Participation, TenderOrDialogue, VolumesKnown,
        canonical::{dialogue_hash, dialogue_text},
        read_dialogue, read_tender_or_dialogue,
    },
    tender::{CodePattern, MemoryFiles, ProblemCode, canonical::tender_hash},
};

const TENDER: &str = include_str!("dialogues/tender.toml");
const FULL: &str = include_str!("dialogues/full.toml");
const SHORT: &str = "format = 1\n[dialogue]\ntitle = \"Kort\"\ntender = \"tender.toml\"\n\
    [[profile]]\nname = \"Hospital\"\ndiscount = 8\n";

fn files(dialogue: &str) -> MemoryFiles {
    MemoryFiles::new().with("tender.toml", TENDER).with("dialogue.toml", dialogue)
}

fn told(files: &MemoryFiles) -> String {
    let Err(rejected) = read_dialogue(files, "dialogue.toml") else { return String::new() };
    let mut writer = ProblemWriter::new(&rejected.sources, Language::En, false);
    rejected.problems.iter().map(|p| writer.text(p)).collect()
}

fn read(dialogue: &str) -> Dialogue {
    let files = files(dialogue);
    read_dialogue(&files, "dialogue.toml").unwrap_or_else(|_| panic!("{}", told(&files)))
}

#[test]
fn a_dialogue_says_what_its_file_says() {
    let dialogue = read(FULL);
    assert!(dialogue.remarks.is_empty(), "{:?}", dialogue.remarks);
    assert!(dialogue.defaults.iter().all(|d| d.table == "[[profile]]"), "{:?}", dialogue.defaults);
    assert_eq!(dialogue.title, "Ortopædkirurgi: samlet eller delt?");
    assert_eq!((dialogue.draws, dialogue.seed), (2_000, u64::MAX));
    assert_eq!(dialogue.structures, [1, 0]);
    assert_eq!(dialogue.cost_per_contract, Money::from_ore(15_000_000));
    let volumes = &dialogue.volumes;
    assert_eq!((volumes.known, volumes.common), (VolumesKnown::AfterAward, 500_000));
    let specialty = &volumes.specialty.as_ref().unwrap().distribution;
    assert_eq!(*specialty, Distribution::Triangular { low: 700_000, mode: 1_000_000, high: 1_200_000 });
    let factors: Vec<_> = volumes.groups.iter().map(|g| g.factor.distribution.clone()).collect();
    let expected = [
        Distribution::Uniform { low: 800_000, high: 1_100_000 },
        Distribution::LogNormal { median: 1_000_000, spread: 1_200_000 },
        Distribution::Values(vec![(500_000, 700_000), (1_000_000, 300_000)]),
        Distribution::Values(vec![(800_000, 1), (1_000_000, 3)]),
        Distribution::Fixed(1_100_000),
    ];
    assert_eq!(factors, expected);
    assert_eq!(volumes.groups[0].codes, [CodePattern::Prefix("KNGB".into())]);
    let course = &dialogue.courses[0];
    assert_eq!((course.examination, course.operation), (3, 1));
    let days = &dialogue.lapse.as_ref().unwrap().days;
    assert_eq!((days[0].from, days[0].until, days[0].weight), (days[0].until, days[0].from, 3));
    assert_eq!((days[1].until.to_string(), days[1].weight), (String::from("2025-12-31"), 1));
    let [large, clinic] = dialogue.profiles.as_slice() else { panic!() };
    assert_eq!(large.member_names(), ["Stort hospital 1", "Stort hospital 2"]);
    assert_eq!(clinic.member_names(), ["Ny klinik"]);
    assert!(clinic.new && !large.new);
    assert_eq!(clinic.lacks, [0, 2]);
    assert_eq!(clinic.may_lack, [(vec![1], 400_000)]);
    assert_eq!(large.rather_not, [1]);
    assert_eq!(
        clinic.takes_part,
        [
            Participation { structure: None, probability: 900_000 },
            Participation { structure: Some(0), probability: 500_000 }
        ]
    );
    assert_eq!((clinic.probability(0), clinic.probability(1)), (500_000, 900_000));
    assert_eq!(large.discount.distribution, Distribution::Fixed(12_500_000));
    assert_eq!(large.response.per_doubling, 800_000);
    assert_eq!(large.response.per_rather_not, -100_000);
    assert_eq!(large.response.at_most, Some(Percent::from_parts(300_000)));
    assert_eq!(clinic.max_lots, Some(2));
    assert_eq!(clinic.capacity.as_ref().unwrap().distribution, Distribution::Fixed(3_000_000_000));
}

#[test]
fn what_a_short_file_leaves_out_is_listed() {
    let dialogue = read(SHORT);
    let listed: Vec<String> = dialogue
        .defaults
        .iter()
        .map(|d| format!("{} {} = {} ({})", d.table, d.key, d.value, d.profiles.join(", ")))
        .collect();
    assert_eq!(
        listed,
        [
            "[dialogue] bidders = \"profiles\" ()",
            "[dialogue] structures = [\"whole\", \"by-joint\"] ()",
            "[dialogue] draws = 10000 ()",
            "[dialogue] seed = 1 ()",
            "[dialogue] cost-per-contract = 0 ()",
            "[volumes] known = \"at-award\" ()",
            "[volumes] specialty = 1 ()",
            "[lapse] days = [{ date = 2025-06-01 }] ()",
            "[[profile]] takes-part = 1 (Hospital)",
            "[[profile]] response = {} (Hospital)",
            "[[profile]] capacity = unlimited (Hospital)",
            "[[profile]] max-lots = unlimited (Hospital)",
        ]
    );
}

#[test]
fn a_default_that_is_stated_has_the_same_hash() {
    let stated = SHORT.replace(
        "[[profile]]",
        "bidders = \"profiles\"\nstructures = [\"whole\", \"by-joint\"]\ncost-per-contract = 0.00\n\
         [volumes]\nknown = \"at-award\"\n[[profile]]\ntakes-part = { by-joint = 1 }\ncount = 1\nresponse = {}",
    );
    assert_eq!(dialogue_text(&read(&stated)), dialogue_text(&read(SHORT)));
    // the number of draws and the seed stand beside the hash; the title means nothing
    let other = SHORT.replace("Kort", "Lang").replace("[[profile]]", "draws = 5\nseed = 7\n[[profile]]");
    assert_eq!(dialogue_hash(&read(&other)), dialogue_hash(&read(SHORT)));
}

#[test]
fn whatever_a_draw_depends_on_changes_the_hash() {
    let hash = dialogue_hash(&read(FULL));
    for (from, to) in [
        ("0.5\nspecialty", "0.6\nspecialty"),
        ("\"after-award\"", "\"at-award\""),
        ("[0.7, 1, 1.2]", "[0.7, 1, 1.3]"),
        ("\"KNGB*\"", "\"KNG*\""),
        ("weight = 3", "weight = 2"),
        ("150000", "150001"),
        ("\"by-joint\", \"whole\"", "\"whole\", \"by-joint\""),
        ("per-doubling = 0.8", "per-doubling = 0.81"),
        ("probability = 0.4", "probability = 0.41"),
        ("new = true", "new = false"),
        ("max-lots = 2", "max-lots = 3"),
        ("count = 2", "count = 3"),
        ("[0.3, 0.5]", "[0.3, 0.6]"),
    ] {
        assert!(FULL.contains(from), "{from}");
        assert_ne!(dialogue_hash(&read(&FULL.replace(from, to))), hash, "{from}");
    }
    let tender = TENDER.replace("volume = 640", "volume = 641");
    let other = MemoryFiles::new().with("tender.toml", tender).with("dialogue.toml", FULL);
    assert_ne!(dialogue_hash(&read_dialogue(&other, "dialogue.toml").unwrap()), hash);
}

#[test]
fn the_hash_is_known() {
    let text = dialogue_text(&read(SHORT));
    let expected = format!(
        "udbud dialogue 1\nbidders = profiles\ncost-per-contract = 0\nformat = 1\nprofile.1.count = 1\nprofile.1.discount = 8\n\
         profile.1.name = \"Hospital\"\nprofile.1.new = false\nprofile.1.response.per-competitor = 0\n\
         profile.1.response.per-doubling = 0\nprofile.1.response.per-rather-not = 0\nprofile.1.takes-part.\"by-joint\" = 1\n\
         profile.1.takes-part.\"whole\" = 1\nstructure.1 = \"whole\"\nstructure.2 = \"by-joint\"\n\
         tender-hash = {}\nvolumes.known = at-award\n",
        tender_hash(&read(SHORT).tender)
    );
    assert_eq!(text, expected);
}

const BIDS: &str = "[[bid]]\nbidder = \"Hospital Alfa\"\ndiscount = 12.3456\n[award]\nstructure = \"whole\"\n\
    ties = [\"draw\"]\ndraw = [\"Hospital Alfa\"]\n[[decision]]\nbidder = \"Hospital Alfa\"\naction = \"reject\"\nground = \"other\"\n";

#[test]
fn with_profiles_no_bid_is_read() {
    // the tender's bids are invalid, or not there: nobody asks
    for more in [BIDS, "[bids]\nfiles = [\"alfa.toml\"]\n", "[[bid]]\nbidder = 5\nprices = 3\n"] {
        let files = files(SHORT).with("tender.toml", format!("{TENDER}{more}"));
        let dialogue = read_dialogue(&files, "dialogue.toml").unwrap_or_else(|_| panic!("{}", told(&files)));
        let tender = &dialogue.tender;
        assert!(tender.bids.is_empty() && tender.assessments.is_empty() && tender.decisions.is_empty());
        assert!(tender.award.draw.is_empty());
        assert_eq!(dialogue_hash(&dialogue).len(), 64);
        assert!(!dialogue_text(&dialogue).contains("Alfa"));
    }
}

#[test]
fn with_the_bids_of_the_tender_every_letter_of_them_counts() {
    let own = SHORT.replace("[[profile]]\nname = \"Hospital\"\ndiscount = 8\n", "bidders = \"tender\"\n");
    let read = |tender: String| {
        let files = files(&own).with("tender.toml", tender);
        read_dialogue(&files, "dialogue.toml").unwrap_or_else(|_| panic!("{}", told(&files)))
    };
    let (a, b) =
        (read(format!("{TENDER}{BIDS}")), read(format!("{TENDER}{BIDS}").replace("12.3456", "12.3457")));
    assert_eq!(a.bidders, Bidders::Tender);
    assert_eq!((a.tender.bids.len(), a.tender.decisions.len(), a.tender.award.draw.len()), (1, 1, 1));
    assert_eq!(tender_hash(&a.tender), tender_hash(&b.tender));
    assert_ne!(dialogue_hash(&a), dialogue_hash(&b));
}

#[test]
fn check_tells_the_two_sorts_of_files_apart() {
    let files = files(SHORT);
    let read = |name| read_tender_or_dialogue(&files, name).unwrap();
    assert!(matches!(read("tender.toml"), TenderOrDialogue::Tender(_)));
    assert!(matches!(read("dialogue.toml"), TenderOrDialogue::Dialogue(_)));
    let code = |r: Result<_, udbud::tender::ReadError>| r.unwrap_err().problems[0].code;
    assert_eq!(code(read_tender(&files, "dialogue.toml").map(drop)), ProblemCode::DialogueNotTender);
    assert_eq!(code(read_dialogue(&files, "tender.toml").map(drop)), ProblemCode::TenderNotDialogue);
}

#[test]
fn every_file_stands_in_the_sources() {
    let files = MemoryFiles::new()
        .with("dialogue.toml", SHORT.replace("\"tender.toml\"", "\"udbud/./tender.toml\""))
        .with("udbud/tender.toml", format!("{TENDER}[procedures]\nfile = \"p.csv\"\n"))
        .with("udbud/p.csv", "code;name;volume;duf\nKNGE11;Artroskopi;10;9000\n");
    let dialogue = read_dialogue(&files, "dialogue.toml").unwrap_or_else(|_| panic!("{}", told(&files)));
    let names: Vec<&str> = dialogue.sources.files.iter().map(|f| f.name.as_str()).collect();
    assert_eq!(names, ["dialogue.toml", "udbud/tender.toml", "udbud/p.csv"]);
    assert_eq!(dialogue.tender.procedures.len(), 5);
}

#[test]
fn the_templates_and_the_examples_are_valid() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = |path: &str| std::fs::read_to_string(root.join(path)).unwrap();
    for language in ["en", "da"] {
        let files = MemoryFiles::new()
            .with("tender.toml", text(&format!("src/cli/template/tender.{language}.toml")))
            .with("dialogue.toml", text(&format!("src/cli/template/dialogue.{language}.toml")));
        let dialogue = read_dialogue(&files, "dialogue.toml").unwrap_or_else(|_| panic!("{}", told(&files)));
        assert!(dialogue.remarks.is_empty(), "{language} {:?}", dialogue.remarks);
    }
    let orthopaedics = MemoryFiles::new()
        .with("tender.toml", text("tenders/dialogue-orthopaedics/tender.toml"))
        .with("procedures.csv", text("tenders/dialogue-orthopaedics/procedures.csv"))
        .with("dialogue.toml", text("tenders/dialogue-orthopaedics/dialogue.toml"));
    let dialogue = read_dialogue(&orthopaedics, "dialogue.toml").unwrap();
    let members = dialogue.profiles.iter().flat_map(|p| p.member_names()).count();
    let lacking = dialogue.profiles.iter().filter(|p| !p.lacks.is_empty()).map(|p| p.count).sum::<u32>();
    let counts = (dialogue.tender.procedures.len(), members, lacking, dialogue.structures.len());
    assert_eq!(counts, (60, 9, 4, 4));
    let grant = MemoryFiles::new()
        .with("tender.toml", text("tenders/dialogue-grant/tender.toml"))
        .with("dialogue.toml", text("tenders/dialogue-grant/dialogue.toml"));
    assert!(
        read_dialogue(&grant, "dialogue.toml")
            .unwrap_or_else(|_| panic!("{}", told(&grant)))
            .remarks
            .is_empty()
    );
}

/// Reads whatever it is, and words every problem.
fn read_anything(files: &MemoryFiles) -> Result<(), TestCaseError> {
    match read_dialogue(files, "dialogue.toml") {
        Ok(dialogue) => {
            prop_assert!(!dialogue.structures.is_empty() && !dialogue.profiles.is_empty());
            prop_assert!((1..=100_000_000).contains(&dialogue.draws));
            prop_assert_eq!(dialogue_hash(&dialogue).len(), 64);
            let lines = dialogue.tender.procedures.len();
            let codes = |list: &[usize]| list.iter().all(|line| *line < lines) && list.is_sorted();
            for profile in &dialogue.profiles {
                prop_assert!(codes(&profile.lacks) && codes(&profile.rather_not));
                prop_assert!(profile.may_lack.iter().all(|(list, _)| codes(list)));
            }
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

/// One change of a text: characters cut out, doubled or replaced, or two lines exchanged.
fn mutated(text: &str, changes: &[(usize, usize, u8, char)]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for (at, length, kind, c) in changes {
        let at = at % chars.len().max(1);
        let end = (at + length % 40).min(chars.len());
        match kind % 5 {
            _ if chars.is_empty() => break,
            0 => drop(chars.drain(at..end)),
            1 => {
                let part: Vec<char> = chars[at..end].to_vec();
                chars.splice(at..at, part);
            }
            2 => chars[at] = *c,
            3 => chars.insert(at, *c),
            _ => {
                let mut lines: Vec<String> =
                    chars.iter().collect::<String>().lines().map(str::to_owned).collect();
                let count = lines.len();
                if count > 0 {
                    lines.swap(at % count, length % count);
                }
                chars = lines.join("\n").chars().collect();
            }
        }
    }
    chars.into_iter().collect()
}

fn any_change() -> impl Strategy<Value = (usize, usize, u8, char)> {
    let marks: Vec<char> = "\"'[]{}=,.#\n\\*-+0123456789e_:;\t\u{202e}\u{0}æ".chars().collect();
    let c = prop_oneof![prop::sample::select(marks), any::<char>()];
    (any::<u32>(), 0..2000_usize, any::<u8>(), c)
        .prop_map(|(at, length, kind, c)| (at as usize, length, kind, c))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn no_mutation_of_a_dialogue_panics(changes in prop::collection::vec(any_change(), 1..5)) {
        read_anything(&files(&mutated(FULL, &changes)))?;
    }

    #[test]
    fn no_mutation_of_its_tender_panics(changes in prop::collection::vec(any_change(), 1..4)) {
        read_anything(&files(FULL).with("tender.toml", mutated(TENDER, &changes)))?;
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        read_anything(&files("").with("dialogue.toml", bytes))?;
    }

    #[test]
    fn a_number_is_kept_to_the_millionth(millionths in -100_000_000_i64..=100_000_000) {
        let text = SHORT.replace("= 8", &format!("= {}", udbud::simulation::decimal(millionths)));
        prop_assert_eq!(&read(&text).profiles[0].discount.distribution, &Distribution::Fixed(millionths));
    }
}

#[test]
fn a_hostile_file_costs_little_time() {
    let many = |count: usize, one: &dyn Fn(usize) -> String| (0..count).map(one).collect::<String>();
    let profile = |i: usize| format!("[[profile]]\nname=\"{i}\"\ndiscount=1\nlacks=[\"*\"]\n");
    for (name, more) in [
        ("profiles", many(20_000, &profile)),
        ("groups", many(25_000, &|_| "[[volumes.group]]\ncodes=[\"K*\"]\nfactor=1\n".into())),
        (
            "codes",
            format!("[[volumes.group]]\nfactor=1\ncodes=[{}]", many(90_000, &|i| format!("\"X{i}\","))),
        ),
        (
            "courses",
            many(12_000, &|_| "[[course]]\nexamination=\"KNGD11\"\noperation=\"KNGB40\"\nshare=1\n".into()),
        ),
        ("days", format!("[lapse]\ndays=[{}]", many(30_000, &|_| "{date=2025-06-01},".into()))),
    ] {
        let begun = std::time::Instant::now();
        read_anything(&files(&format!("{SHORT}{more}"))).unwrap();
        assert!(begun.elapsed().as_secs() < 5, "{name} took {:?}", begun.elapsed());
    }
}

/// Every key of a dialogue file stands in its reference, and so does the file above.
#[test]
fn the_reference_names_every_key_and_shows_the_example() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reference/dialogue.md");
    let reference = std::fs::read_to_string(path).unwrap();
    assert!(reference.contains(FULL));
    let (text, _) = reference.split_once("## Example").unwrap();
    let named: std::collections::BTreeSet<&str> = text
        .split('`')
        .skip(1)
        .step_by(2)
        .flat_map(|code| code.split(|c: char| !c.is_ascii_lowercase() && c != '-'))
        .collect();
    for table in udbud::simulation::read::ALL_TABLES {
        for key in table.keys {
            assert!(named.contains(key), "{} {key}", table.table);
        }
    }
}
