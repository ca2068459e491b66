use super::*;
use crate::{
    award::Demands,
    outcome::Evaluation,
    record::read_tender,
    record::{
        EVALUATION, PRICES, Recording,
        write::{RecordWords, Recorded, record_files},
    },
    tender::MemoryFiles,
};

const TEXT: &str = r#"
format = 1
[tender]
id = "T-1"
title = "Knæ"
kind = "tender"
buyer = "Region Prøve"
specialty = "ortopædisk kirurgi"
deadline = 2024-11-15T12:00:00+01:00
[[tariff]]
id = "duf"
title = "DUF"
[pricing]
discount-base = "duf"
[fallback]
tariffs = ["duf"]
[[procedure]]
code = "KNGD11"
name = "Menisk"
volume = 640
tariff = 11400
[award]
ties = ["draw"]
[evaluation]
model = "points"
[[evaluation.criterion]]
id = "price"
weight = 20
method = "linear"
measure = "price"
slope = 1
outside = "zero"
[[evaluation.criterion]]
id = "quality"
weight = 80
method = "judged"
[[assessment]]
bidder = "Alfa"
points = { quality = 60 }
reason = "God plan"
[[assessment]]
bidder = "Beta"
points = { quality = 60 }
[[bid]]
bidder = "Alfa"
prices = { KNGD11 = 9800 }
[[bid]]
bidder = "Beta"
prices = { KNGD11 = 9450 }
"#;

fn record(text: &str) -> RecordFiles {
    let files = Recording::new(MemoryFiles::new().with("t.toml", text));
    let tender = read_tender(&files, "t.toml").unwrap_or_else(|r| panic!("{:?}", r.problems));
    let demands = Demands::default();
    let outcome = Evaluation::of(&tender).demands(demands).run().unwrap();
    let inputs = files.inputs("t.toml", &[]).unwrap();
    let recorded =
        Recorded { outcome: &outcome, demands, inputs: &inputs, corrects: None, engine: "udbud 1" };
    // as the real ones do, the words name a line of the file
    let line = format!("line {}", tender.sources.line(tender.award.place));
    let words = RecordWords { readme: String::new(), transcripts: [line.clone(), line] };
    record_files(&recorded, &words).unwrap()
}

fn against(from: &str, to: &str) -> Diff {
    assert!(TEXT.contains(from), "{from}");
    diff(&record(TEXT), &record(&TEXT.replacen(from, to, 1))).unwrap()
}

fn input(diff: &Diff) -> (&str, Option<&str>) {
    match &diff.cause {
        Cause::Input(change) => (change.path.as_str(), diff.cause.rule()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_same_record_is_the_same() {
    let found = diff(&record(TEXT), &record(TEXT)).unwrap();
    assert_eq!((found.severity, found.class, found.cause), (Severity::Same, Class::Same, Cause::Nothing));
    assert_eq!(allowed_class(Class::Same, false, None), Err(ClassError::NothingDiffers));
}

#[test]
fn a_comment_or_a_title_is_a_slip() {
    let comment = against("[award]", "# udbudsbetingelser\n[award]");
    assert_eq!((comment.severity, comment.class), (Severity::Same, Class::Same));
    // the transcripts name lines of the file
    assert_eq!(comment.texts, ["inputs/t.toml", "transcript.da.txt", "transcript.en.txt"]);
    assert_eq!(allowed_class(comment.class, true, None), Ok(Class::Slip));
    let title = against("title = \"Knæ\"", "title = \"Knæet\"");
    assert_eq!((title.severity, title.class), (Severity::OtherSteps, Class::Slip));
    assert_eq!(input(&title), ("tender.title", Some("tender")));
    let reason = against("God plan", "En god plan");
    assert_eq!(reason.class, Class::Slip);
    assert_eq!(input(&reason).0, "assessment.\"Alfa\".reason");
}

#[test]
fn the_words_of_the_buyer_in_a_finding_are_no_figure() {
    let rejected = |text: &str| {
        let decision = format!(
            "[[decision]]\nbidder = \"Beta\"\naction = \"reject\"\nground = \"other\"\ntext = \"{text}\"\n"
        );
        record(&format!("{TEXT}{decision}"))
    };
    let found = diff(&rejected("For dyr"), &rejected("Alt for dyr")).unwrap();
    assert_eq!((found.severity, found.class), (Severity::OtherSteps, Class::Slip));
}

#[test]
fn points_judged_anew_are_a_new_evaluation() {
    let found = against("points = { quality = 60 }\nreason", "points = { quality = 95 }\nreason");
    assert_eq!((found.severity, found.class), (Severity::OtherWinner, Class::NewEvaluation));
    assert_eq!(input(&found), ("assessment.\"Alfa\".points.\"quality\"", Some("evaluation")));
    assert!(!found.same_points);
    assert_eq!(found.changes[0].severity, Severity::OtherWinner);
    let decided = against(
        "[[bid]]",
        "[[decision]]\nbidder = \"Alfa\"\naction = \"reject\"\nground = \"reservation\"\n[[bid]]",
    );
    assert_eq!((decided.class, decided.same_points), (Class::NewEvaluation, true));
    assert_eq!(decided.severity, Severity::OtherOrder);
}

#[test]
fn another_model_or_another_bid_is_another_competition() {
    for (from, to, path) in [
        ("prices = { KNGD11 = 9450 }", "prices = { KNGD11 = 9449 }", "bid.\"Beta\".price.\"KNGD11\""),
        ("volume = 640", "volume = 641", "procedure.\"KNGD11\".expected"),
        ("slope = 1", "slope = 2", "evaluation.criterion.\"price\".slope"),
        ("T12:00:00", "T13:00:00", "tender.deadline"),
    ] {
        let found = against(from, to);
        assert_eq!(found.class, Class::NotTheSameCompetition, "{from}");
        assert_eq!(input(&found).0, path);
        assert_eq!(allowed_class(found.class, true, None), Err(ClassError::OtherCompetition));
    }
}

#[test]
fn a_draw_settles_a_tie() {
    let tie = TEXT.replace("9450", "9800");
    let drawn = tie.replace("ties = [\"draw\"]", "ties = [\"draw\"]\ndraw = [\"Beta\", \"Alfa\"]");
    let found = diff(&record(&tie), &record(&drawn)).unwrap();
    assert_eq!((found.severity, found.class), (Severity::OtherWinner, Class::DrawHeld));
    assert_eq!(input(&found), ("draw.1", Some("ties")));
    let again = drawn.replace("[\"Beta\", \"Alfa\"]", "[\"Alfa\", \"Beta\"]");
    let found = diff(&record(&drawn), &record(&again)).unwrap();
    assert_eq!(found.class, Class::NewEvaluation);
    let said = allowed_class(Class::NewEvaluation, true, Some(Class::Slip));
    assert_eq!(said, Err(ClassError::NotAsSaid { said: Class::Slip, is: Class::NewEvaluation }));
}

#[test]
fn other_figures_from_the_same_inputs_are_a_correction() {
    let before = record(TEXT);
    let mut after = before.clone();
    let edit = |files: &mut RecordFiles, file: &str, from: &str, to: &str| {
        let text = String::from_utf8(files[file].clone()).unwrap();
        assert!(text.contains(from), "{file}: {from}\n{text}");
        files.insert(file.to_owned(), text.replace(from, to).into_bytes());
    };
    edit(&mut after, PRICES, "6048000.00", "6048000.01");
    edit(&mut after, EVALUATION, "6048000.00", "6048000.01");
    edit(&mut after, "record.json", "udbud 1", "udbud 2");
    let found = diff(&before, &after).unwrap();
    assert_eq!((found.severity, found.class), (Severity::OtherFigures, Class::CalculationCorrection));
    let Cause::Program { engines, first, .. } = &found.cause else { panic!("{:?}", found.cause) };
    assert_eq!((engines.0.as_str(), engines.1.as_str()), ("udbud 1", "udbud 2"));
    assert_eq!((first.part, first.path.as_str()), (Part::Prices, "whole/Beta/KNGD11/amount"));
    let mut broken = before.clone();
    broken.remove(EVALUATION);
    let fault = UnreadableRecordError { file: EVALUATION.to_owned() };
    assert_eq!(diff(&before, &broken), Err((fault, true)));
}

#[test]
fn the_order_of_bids_in_the_file_is_no_difference() {
    let (head, bids) = TEXT.split_at(TEXT.find("[[bid]]").unwrap());
    let (first, second) = bids.split_at(bids[1..].find("[[bid]]").unwrap() + 1);
    let found = diff(&record(TEXT), &record(&format!("{head}{second}\n{first}"))).unwrap();
    // the certificate numbers bidders as they are in the file
    assert_eq!((found.severity, found.class), (Severity::OtherSteps, Class::Slip), "{:?}", found.changes);
    assert!(found.changes.iter().all(|c| c.part == Part::Certificate));
}
