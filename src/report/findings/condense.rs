//! Many findings of one sort as one sentence: twelve prices above the cap are one line.

use super::{da, en, finding_message};
use crate::{
    admission::Finding,
    number::{Figure, Figures},
    report::Language,
    tender::{Severity, Tender},
};

/// Fewer than so many of one sort are told one by one.
const FEW: usize = 4;
/// Where not all codes are told, so many are.
const FIRST: usize = 3;

/// Findings in words, errors first, then warnings, then notes; those of one sort on several procedures as one. An error
/// names every code; a warning or a note the first ones and how many more.
pub(in crate::report) fn remarks(
    tender: &Tender,
    structure: usize,
    findings: &[&Finding],
    language: Language,
) -> Vec<(Severity, String)> {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    for finding in findings {
        match groups.iter_mut().find(|g| g.first().is_some_and(|f| is_of_one_sort(f, finding))) {
            Some(group) => group.push(finding),
            None => groups.push(vec![finding]),
        }
    }
    let mut said = Vec::new();
    for group in groups {
        let Some(first) = group.first() else { continue };
        match template(first, language).filter(|_| group.len() >= FEW) {
            Some(template) => {
                said.push((first.severity, condensed(tender, structure, &group, template, language)))
            }
            None => said
                .extend(group.iter().map(|f| (f.severity, finding_message(tender, structure, f, language)))),
        }
    }
    said.sort_by_key(|(severity, _)| *severity);
    said
}

fn template(finding: &Finding, language: Language) -> Option<&'static str> {
    match language {
        Language::En => en::several(finding),
        Language::Da => da::several(finding),
    }
}

/// What is the same in a sentence about several procedures.
fn is_of_one_sort(a: &Finding, b: &Finding) -> bool {
    let shared = |f: &Finding| -> Vec<Figure> {
        let names = ["why", "requirement", "tariff"];
        f.args.iter().filter(|(n, _)| names.contains(n)).map(|(_, v)| v.clone()).collect()
    };
    a.procedure.is_some()
        && b.procedure.is_some()
        && (a.code, a.severity, a.lot) == (b.code, b.severity, b.lot)
        && shared(a) == shared(b)
}

fn condensed(
    tender: &Tender,
    structure: usize,
    group: &[&Finding],
    template: &str,
    language: Language,
) -> String {
    let mut args: Figures = group.first().map_or(Vec::new(), |f| super::worded_args(f, language));
    let named = if group.first().is_some_and(|f| f.severity == Severity::Error) {
        language.list(&group.iter().filter_map(|f| with_price(tender, f, language)).collect::<Vec<_>>())
    } else {
        let codes: Vec<&str> =
            group.iter().filter_map(|f| f.procedure).map(|p| tender.procedures[p].code.as_str()).collect();
        some_codes(&codes, language)
    };
    args.push(("n", Figure::from(group.len())));
    args.push(("codes", Figure::from(named)));
    if let Some(lot) = group.first().and_then(|f| f.lot) {
        args.push(("lot", Figure::from(tender.structures[structure].lots[lot].id.as_str())));
    }
    language.fill(template, &args)
}

/// The code, and where a price excludes the bid that price and what it exceeds.
fn with_price(tender: &Tender, finding: &Finding, language: Language) -> Option<String> {
    let code = tender.procedures[finding.procedure?].code.clone();
    let told = |name: &str| finding.args.iter().find(|(n, _)| *n == name).map(|(_, f)| language.figure(f));
    Some(match (told("unit"), told("cap").or_else(|| told("framework"))) {
        (Some(unit), Some(limit)) => format!("{code} ({unit} > {limit})"),
        _ => code,
    })
}

/// The first codes, and how many more.
pub(in crate::report) fn some_codes(codes: &[&str], language: Language) -> String {
    let mut named: Vec<String> = codes.iter().map(|c| (*c).to_owned()).collect();
    if codes.len() > FIRST + 1 {
        named.truncate(FIRST);
        let more = vec![("n", Figure::from(codes.len() - FIRST))];
        named.push(language.fill(language.pick("{n} more", "{n} mere"), &more));
    }
    language.list(&named)
}
