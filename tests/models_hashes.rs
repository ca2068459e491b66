//! The hashes of a model and of a tender: what is in, what is out, and that `docs/reference/hashes.md` says how to
//! compute them.

#![allow(missing_docs)]

use udbud::read_tender;
use udbud::tender::{
    MemoryFiles, Tender,
    canonical::{model_differences, model_hash, model_text, tender_differences, tender_hash, tender_text},
};

const DOC: &str = include_str!("../docs/reference/hashes.md");

fn read(files: &[(&str, &str)]) -> Tender {
    let mut memory = MemoryFiles::default();
    for (path, text) in files {
        memory = memory.with(*path, *text);
    }
    read_tender(&memory, "tender.toml").unwrap_or_else(|r| panic!("{:#?}", r.problems))
}

fn tender(text: &str) -> Tender {
    read(&[("tender.toml", text)])
}

/// The fenced blocks of the page, by what stands after the fence.
fn block(kind: &str) -> Vec<&'static str> {
    DOC.split("\n```")
        .skip(1)
        .step_by(2)
        .filter_map(|b| b.strip_prefix(kind).and_then(|rest| rest.strip_prefix('\n')))
        .collect()
}

fn example() -> String {
    block("toml").concat() + "\n"
}

#[test]
fn the_page_shows_the_canonical_text_and_its_hash() {
    let t = tender(&example());
    let model = format!("{}\n", block("model")[0]);
    assert_eq!(model_text(&t), model);
    let more = block("tender")[0];
    let mut lines: Vec<&str> = model.lines().skip(1).chain(more.lines()).collect();
    lines.sort_unstable();
    assert_eq!(tender_text(&t), format!("udbud tender 1\n{}\n", lines.join("\n")));
    let hashes = block("hashes")[0];
    assert_eq!(hashes, format!("model-hash  = {}\ntender-hash = {}", model_hash(&t), tender_hash(&t)));
}

#[test]
fn order_of_keys_comments_spacing_and_decimals_do_not_matter() {
    let text = example();
    let t = tender(&text);
    let other = text
        .replace("id = \"T-1\"\ntitle = \"Prøve\"", "title = \"Prøve\" # a comment\nid    = \"T-1\"")
        .replace("62500", "62500.00")
        .replace("price - 250000 * points.q / scale", "price-250000.0*points.q/scale");
    assert_ne!(text, other);
    let u = tender(&other);
    assert_eq!(model_text(&t), model_text(&u));
    assert_eq!(tender_hash(&t), tender_hash(&u));
    assert_eq!(model_differences(&t, &u), []);
}

#[test]
fn procedures_in_a_file_are_the_same_tender() {
    let text = example();
    let start = text.find("[[procedure]]").unwrap();
    let end = text.find("[award]").unwrap();
    let csv = "code;name;volume;duf\nKNGB40;Knæ;220;62500\nKNGD11;Menisk;640;11400,5\n";
    let from_file = format!("{}[procedures]\nfile = \"procedures.csv\"\n\n{}", &text[..start], &text[end..]);
    let u = read(&[("tender.toml", from_file.as_str()), ("procedures.csv", csv)]);
    assert_eq!(tender_text(&tender(&text)), tender_text(&u));
}

#[test]
fn bids_assessments_decisions_and_the_draw_are_in_neither() {
    let text = example();
    let t = tender(&text);
    let more = text.replace("ties = [\"draw\"]", "ties = [\"draw\"]\ndraw = [\"Alfa\"]")
        + "[[bid]]\nbidder = \"Alfa\"\ndiscount = 5\n\n\
           [[assessment]]\nbidder = \"Alfa\"\npoints = { q = 50 }\n\n\
           [[decision]]\nbidder = \"Alfa\"\naction = \"accept\"\nground = \"other\"\ntext = \"…\"\n";
    let u = tender(&more);
    assert_eq!(model_hash(&t), model_hash(&u));
    assert_eq!(tender_hash(&t), tender_hash(&u));
}

#[test]
fn titles_other_structures_and_volumes_beside_the_expected_are_in_the_tender_alone() {
    let text = example();
    let t = tender(&text);
    for (from, to, path) in [
        ("title = \"Prøve\"", "title = \"Ny\"", "tender.title"),
        ("volume = 640", "volume = { expected = 640, max = 700 }", "procedure.\"KNGD11\".max"),
        (
            "[award]",
            "[[structure]]\nid = \"whole\"\n\n[[structure]]\nid = \"other\"\n[[structure.lot]]\nid = \"a\"\ncodes = [\"*\"]\n\n[award]",
            "structure.\"other\".lot.1.code.\"KNGB40\"",
        ),
    ] {
        let u = tender(&text.replacen(from, to, 1));
        assert_eq!(model_hash(&t), model_hash(&u), "{from}");
        assert_ne!(tender_hash(&t), tender_hash(&u), "{from}");
        assert!(tender_differences(&t, &u).iter().any(|d| d.path == path), "{path}");
    }
}

#[test]
fn whatever_decides_changes_both_and_is_named() {
    let text = example();
    let t = tender(&text);
    for (from, to, path) in [
        ("62500", "62501", "procedure.\"KNGB40\".tariff.\"duf\""),
        ("volume = 640", "volume = 641", "procedure.\"KNGD11\".expected"),
        ("250000 * points.q", "300000 * points.q", "evaluation.formula"),
        ("best = \"lowest\"", "best = \"highest\"", "evaluation.best"),
        ("ties = [\"draw\"]", "ties = [\"lower-price\"]", "award.tie.1"),
        ("until = 2026-11-30", "until = 2026-12-31", "contract.until"),
        ("min = 40", "min = 41", "evaluation.gate.1.min"),
    ] {
        let u = tender(&text.replacen(from, to, 1));
        assert_ne!(model_hash(&t), model_hash(&u), "{from}");
        assert_ne!(tender_hash(&t), tender_hash(&u), "{from}");
        let differences = model_differences(&t, &u);
        assert_eq!(differences.len(), 1, "{differences:?}");
        assert_eq!(differences[0].path, path);
    }
}
