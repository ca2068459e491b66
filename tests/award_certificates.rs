//! Certificates: the worked example of the documentation, forgeries, and mutations of true ones.
#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "award_support/examples.rs"]
mod examples;
#[path = "award_support/instance.rs"]
mod instance;

use examples::{impossible, independent, two_lots};
use udbud::award::certificate::{End, Method, Node, canonical_text, digest};
use udbud::award::test_util::{Methods, certify_by};
use udbud::award::{AwardProblem, Demands, Solved, certify, solve};
use udbud::record::verify::check_certificate as check;
use udbud_check::certificate::{CertificateError, Ties, Verdict};

fn twelve_lots() -> AwardProblem {
    instance::read(&std::fs::read_to_string("tests/award_instances/ordinary-12x10-p4.txt").unwrap())
}

fn problem_named(name: &str) -> AwardProblem {
    match name {
        "two-lots" => two_lots(),
        "independent" => independent(),
        "impossible" => impossible(),
        "twelve-lots" => twelve_lots(),
        other => panic!("no problem {other}"),
    }
}

/// A true certificate that is a tree, dynamic programming left out.
fn tree_of(problem: &AwardProblem) -> String {
    let solved = solve(problem, Demands::default()).unwrap();
    let methods = Methods { sets: false, columns: false, ..Methods::default() };
    certify_by(problem, &solved, methods).unwrap().unwrap().to_string()
}

fn certificate_of(problem: &AwardProblem) -> String {
    let solved = solve(problem, Demands::default()).unwrap();
    certify(problem, &solved).unwrap().unwrap().to_string()
}

#[test]
fn the_worked_example_of_the_documentation_holds() {
    let page = include_str!("../docs/reference/certificate.md");
    let blocks: Vec<&str> = page.split("```text\n").skip(1).map(|b| b.split("```").next().unwrap()).collect();
    assert!(blocks.contains(&canonical_text(&two_lots()).as_str()), "{}", canonical_text(&two_lots()));
    let example = blocks.iter().find(|b| b.contains("\nprices 120 85\n")).unwrap();
    assert!(example.contains(&digest(&two_lots())), "{}", digest(&two_lots()));
    let verdict = check(&two_lots(), example);
    let awards = vec![vec![Some(1), Some(0)]];
    assert_eq!(verdict, Ok(Verdict::Best { unawarded: 0, total: 180, ties: Ties::Exactly(1), awards }));
}

/// The folder of forgeries: file, problem, reason.
fn forgeries() -> Vec<(String, String, String)> {
    let table = std::fs::read_to_string("tests/certificates/expected.tsv").unwrap();
    let row = |line: &str| {
        let fields: Vec<&str> = line.split('\t').collect();
        (fields[0].to_string(), fields[1].to_string(), fields[2].to_string())
    };
    table.lines().skip(1).map(row).collect()
}

#[test]
fn every_forgery_is_refused_for_its_reason() {
    let forgeries = forgeries();
    assert!(forgeries.len() >= 30);
    for (file, problem, reason) in &forgeries {
        let text = std::fs::read_to_string(format!("tests/certificates/{file}")).unwrap();
        let refusal = check(&problem_named(problem), &text).expect_err(file);
        assert_eq!(&format!("{refusal:?}"), reason, "{file}");
    }
    let files = std::fs::read_dir("tests/certificates").unwrap().count();
    assert_eq!(files, forgeries.len() + 1, "a file that the table does not name");
}

/// What may be said of a problem.
struct Truth {
    unawarded: usize,
    total: i128,
    count: u128,
    best: Vec<Vec<Option<usize>>>,
}

impl Truth {
    fn of(problem: &AwardProblem) -> Option<Truth> {
        let Solved::Found(s) = solve(problem, Demands::default()).unwrap() else { return None };
        let udbud::award::AwardCount::Exactly(count) = s.count else { panic!() };
        Some(Truth { unawarded: s.unawarded, total: s.total, count, best: s.best })
    }

    /// Whether a verdict claims nothing false.
    fn holds(truth: &Option<Truth>, verdict: &Verdict) -> bool {
        match (truth, verdict) {
            (None, Verdict::NoAward) => true,
            (Some(t), Verdict::Best { unawarded, total, ties, awards }) => {
                (t.unawarded, t.total) == (*unawarded, *total)
                    && awards.iter().all(|a| t.best.contains(a))
                    && (*ties == Ties::NotProven || *ties == Ties::Exactly(t.count))
            }
            _ => false,
        }
    }
}

/// Other values of a field.
fn mutations(field: &str) -> Vec<String> {
    let mut others = vec![
        String::new(),
        "-".into(),
        "x".into(),
        "0".into(),
        "1".into(),
        format!("-{field}"),
        format!("{field}0"),
    ];
    if let Ok(n) = field.parse::<i128>() {
        others.extend([n + 1, n - 1, n * 2, n + 1_000_000_007, i128::MAX, i128::MIN].map(|n| n.to_string()));
        others.push("170141183460469231731687303715884105728".into());
    }
    others
}

#[test]
fn a_mutation_of_a_true_certificate_that_makes_a_claim_false_is_refused() {
    let mut refused = 0;
    for (problem, text) in [
        (two_lots(), tree_of(&two_lots())),
        (two_lots(), certificate_of(&two_lots())),
        (independent(), certificate_of(&independent())),
        (impossible(), certificate_of(&impossible())),
        (impossible(), tree_of(&impossible())),
        (twelve_lots(), tree_of(&twelve_lots())),
        (twelve_lots(), certificate_of(&twelve_lots())),
    ] {
        let truth = Truth::of(&problem);
        assert!(Truth::holds(&truth, &check(&problem, &text).unwrap()));
        let lines: Vec<&str> = text.lines().collect();
        let mut judge = |changed: Vec<String>| {
            let changed = changed.join("\n") + "\n";
            match check(&problem, &changed) {
                Ok(verdict) => assert!(Truth::holds(&truth, &verdict), "accepted: {changed}"),
                Err(_) => refused += 1,
            }
        };
        let whole: Vec<String> = lines.iter().map(|l| (*l).to_string()).collect();
        for (i, line) in lines.iter().enumerate() {
            let mut without = whole.clone();
            without.remove(i);
            judge(without);
            let mut twice = whole.clone();
            twice.insert(i, (*line).to_string());
            judge(twice);
            if i > 0 {
                let mut swapped = whole.clone();
                swapped.swap(i - 1, i);
                judge(swapped);
            }
            let fields: Vec<&str> = line.split(' ').collect();
            for f in 0..fields.len() {
                for other in mutations(fields[f]) {
                    let mut fields: Vec<String> = fields.iter().map(|f| (*f).to_string()).collect();
                    fields[f] = other;
                    let mut changed = whole.clone();
                    changed[i] = fields.join(" ");
                    judge(changed);
                }
            }
        }
    }
    assert!(refused > 1000, "{refused}");
}

#[test]
fn a_certificate_cut_off_anywhere_is_refused() {
    let (problem, text) = (twelve_lots(), tree_of(&twelve_lots()));
    for end in 0..text.len() {
        assert!(check(&problem, &text[..end]).is_err(), "{end}");
    }
}

#[test]
fn another_tender_is_refused_whatever_differs() {
    let text = certificate_of(&two_lots());
    let mut other = two_lots();
    other.lots[1].fallback += 1;
    assert_eq!(check(&other, &text), Err(CertificateError::OtherProblem));
    let mut other = two_lots();
    other.bidders[1].max_lots = Some(2);
    assert_eq!(check(&other, &text), Err(CertificateError::OtherProblem));
}

/// Writes the folder of forgeries anew: `cargo test --test award_certificates -- --ignored`.
#[test]
#[ignore = "writes files"]
fn write_forgeries() {
    let small = tree_of(&two_lots());
    let (sets, lots) = (certificate_of(&two_lots()), certificate_of(&independent()));
    let (none, none_tree) = (certificate_of(&impossible()), tree_of(&impossible()));
    let large = tree_of(&twelve_lots());
    let line = |text: &str, start: &str| text.lines().find(|l| l.starts_with(start)).unwrap().to_string();
    let swap = |text: &str, from: &str, to: &str| {
        assert!(text.contains(from), "{from} in {text}");
        text.replacen(from, to, 1)
    };
    let drop = |text: &str, start: &str| swap(text, &(line(text, start) + "\n"), "");
    let price = line(&small, "prices");
    let branch = line(&large, "branch");
    let fields: Vec<&str> = branch.split(' ').collect();
    let candidates: Vec<String> =
        large.lines().filter(|l| l.starts_with("to ")).map(str::to_string).collect();
    let children: usize = fields[2].parse().unwrap();
    let at = large.find("branch").unwrap();
    let last_child = large.rfind("to ").unwrap();
    let after = large[last_child..].find("end").unwrap() + last_child;
    let total = line(&large, "total");
    let award = line(&large, "award");
    let more = |l: &str, n: i128| {
        let (name, value) = l.split_once(' ').unwrap();
        format!("{name} {}", value.parse::<i128>().unwrap() + n)
    };
    let big = "99999999999999999999999999999999999999";
    let forged: Vec<(&str, &str, String)> = vec![
        ("not-a-certificate", "two-lots", "udbud-model 1\n".into()),
        ("another-version", "two-lots", swap(&small, "certificate 1", "certificate 2")),
        ("empty", "two-lots", String::new()),
        ("cut-after-claim", "two-lots", small[..small.find("method").unwrap()].into()),
        ("cut-in-tree", "twelve-lots", large[..large.rfind("to ").unwrap()].into()),
        ("cut-before-end", "two-lots", drop(&small, "end")),
        ("twice-in-one-file", "two-lots", format!("{small}{small}")),
        ("text-after-end", "two-lots", format!("{small}ties 1\n")),
        ("other-tender", "two-lots", lots.clone()),
        ("other-tender-of-another-size", "two-lots", large.clone()),
        (
            "one-digit-of-hash",
            "two-lots",
            swap(&small, &line(&small, "problem"), &format!("{}0", &line(&small, "problem")[..71])),
        ),
        ("total-too-low", "two-lots", swap(&small, "total 180", "total 179")),
        ("total-too-high", "two-lots", swap(&small, "total 180", "total 181")),
        ("unawarded-wrong", "two-lots", swap(&small, "unawarded 0", "unawarded 1")),
        (
            "worse-award-as-best",
            "two-lots",
            swap(&swap(&small, "total 180", "total 190"), "award 1 0", "award 0 1"),
        ),
        (
            "worse-award-as-best-by-sets",
            "two-lots",
            swap(&swap(&sets, "total 180", "total 190"), "award 1 0", "award 0 1"),
        ),
        (
            "worse-award-independent",
            "independent",
            swap(&swap(&lots, "total 190", "total 210"), &line(&lots, "award"), "award 1 0"),
        ),
        (
            "award-breaks-limit",
            "two-lots",
            swap(&swap(&small, "total 180", "total 160"), "award 1 0", "award 0 0"),
        ),
        ("award-to-stranger", "two-lots", swap(&small, "award 1 0", "award 1 2")),
        ("award-too-short", "two-lots", swap(&small, "award 1 0", "award 1")),
        ("tie-left-out", "independent", drop(&swap(&lots, "ties 2", "ties 1"), "award")),
        ("tie-left-out-of-list", "independent", drop(&lots, "award")),
        ("tie-listed-twice", "independent", swap(&drop(&lots, "award"), "award 0 1", "award 0 1\naward 0 1")),
        (
            "ties-out-of-order",
            "independent",
            swap(&drop(&lots, "award"), "award 0 1", "award 0 1\naward 0 0"),
        ),
        ("ties-too-many", "two-lots", swap(&small, "ties 1", "ties 5000")),
        ("ties-too-many-by-sets", "two-lots", swap(&sets, "ties 1", "ties 1001")),
        ("no-award-listed", "two-lots", drop(&swap(&small, "ties 1", "ties not-proven"), "award")),
        ("ties-zero", "two-lots", drop(&swap(&small, "ties 1", "ties 0"), "award")),
        (
            "lots-not-independent",
            "two-lots",
            swap(&sets, &sets[sets.find("method").unwrap()..], "method lots\nend\n"),
        ),
        ("feasible-but-denied", "two-lots", swap(&none, &line(&none, "problem"), &line(&small, "problem"))),
        (
            "infeasible-but-awarded",
            "impossible",
            swap(&sets, &line(&sets, "problem"), &line(&none, "problem")),
        ),
        (
            "denied-without-proof",
            "two-lots",
            swap(&none_tree, &line(&none_tree, "problem"), &line(&small, "problem")),
        ),
        ("leaf-not-closed", "two-lots", swap(&small, "\ntry\n", "\nclosed\n")),
        (
            "leaf-without-multipliers",
            "twelve-lots",
            swap(&large, &large[large.find("prices").unwrap()..after], "closed\n"),
        ),
        ("wrong-multiplier", "twelve-lots", {
            let mut lines: Vec<String> = large.lines().map(str::to_string).collect();
            let closed = |i: &usize| lines[*i] == "closed" && !lines[*i - 1].starts_with("to");
            let leaf = (0..lines.len()).rev().find(closed).unwrap();
            let prices = (0..leaf).rev().find(|i| lines[*i].starts_with("prices")).unwrap();
            lines[prices] = format!("prices{}", " 0".repeat(12));
            lines.join("\n") + "\n"
        }),
        ("missing-price", "two-lots", swap(&small, &price, price.rsplit_once(' ').unwrap().0)),
        ("price-not-a-number", "two-lots", swap(&small, &price, "prices 120 85.5")),
        ("price-with-leading-zero", "two-lots", swap(&small, &price, "prices 0120 85")),
        ("price-overflows", "two-lots", swap(&small, &price, &format!("prices {big}9 85"))),
        ("sum-overflows", "two-lots", swap(&small, &price, &format!("prices {big} {big}"))),
        ("scale-overflows", "two-lots", swap(&small, &line(&small, "method"), &format!("method tree {big}"))),
        ("total-overflows", "two-lots", swap(&small, "total 180", &format!("total {big}9"))),
        ("scale-zero", "two-lots", swap(&small, &line(&small, "method"), "method tree 0")),
        ("capacity-of-nobody", "two-lots", swap(&small, &price, &format!("{price}\ncapacity 7 0 5"))),
        (
            "capacity-where-there-is-none",
            "two-lots",
            swap(&small, &price, &format!("{price}\ncapacity 0 0 5")),
        ),
        ("capacity-negative", "twelve-lots", swap(&large, "\ncapacity", "\ncapacity 0 0 -5\ncapacity")),
        ("branch-missing", "twelve-lots", {
            let solved = solve(&twelve_lots(), Demands::default()).unwrap();
            let methods = Methods { sets: false, columns: false, ..Methods::default() };
            let mut certificate = certify_by(&twelve_lots(), &solved, methods).unwrap().unwrap();
            if let Method::Tree { root: Node { end: End::Branch { children, .. }, .. }, .. } =
                &mut certificate.method
            {
                children.pop();
            }
            certificate.to_string()
        }),
        ("branch-overlapping", "twelve-lots", swap(&large[..], &candidates[1], &candidates[0])),
        (
            "branch-on-lot-that-does-not-exist",
            "twelve-lots",
            swap(&large, &branch, &format!("branch 99 {}", fields[2])),
        ),
        ("branch-on-nothing", "two-lots", swap(&small, "\ntry\n", "\nbranch 0 1\nto 1\ntry\n")),
        (
            "branch-count-too-large",
            "twelve-lots",
            swap(&large, &branch, &format!("branch {} {}", fields[1], children + 1)),
        ),
        ("too-much-to-try", "twelve-lots", format!("{}try\nend\n", &large[..large.find("prices").unwrap()])),
        ("other-total-in-tree", "twelve-lots", swap(&large, &total, &more(&total, -1))),
        (
            "other-award-in-tree",
            "twelve-lots",
            swap(&large, &award, &award.replacen(award.split(' ').nth(1).unwrap(), "-", 1)),
        ),
        ("no-method", "two-lots", drop(&small, "method")),
        ("unknown-method", "two-lots", swap(&small, &line(&small, "method"), "method trust-me")),
        ("better-award-hidden-in-branch", "twelve-lots", format!("{}closed\nend\n", &large[..at])),
    ];
    let _ = std::fs::remove_dir_all("tests/certificates");
    std::fs::create_dir_all("tests/certificates").unwrap();
    let mut table = String::from("file\tproblem\trefusal\n");
    for (name, problem, text) in forged {
        let refusal = check(&problem_named(problem), &text).expect_err(name);
        std::fs::write(format!("tests/certificates/{name}.txt"), text).unwrap();
        table.push_str(&format!("{name}.txt\t{problem}\t{refusal:?}\n"));
    }
    std::fs::write("tests/certificates/expected.tsv", table).unwrap();
}
