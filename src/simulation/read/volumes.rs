//! `[volumes]`, `[[course]]`, `[lapse]`

use super::{
    drawn::{FACTOR, SHARE, drawn, millionths, weight},
    ground::Ground,
    keys,
};
use crate::{
    simulation::{Course, DateChance, DefaultUsed, Group, LapseDay, Scenario, Volumes, VolumesKnown},
    tender::{
        Problem, ProblemCode,
        read::{
            names::Names,
            node::{Node, TableReader},
            problems::Problems,
        },
    },
};

const KNOWN: [(&str, VolumesKnown); 2] = [
    (VolumesKnown::AtAward.name(), VolumesKnown::AtAward),
    (VolumesKnown::AfterAward.name(), VolumesKnown::AfterAward),
];

/// The most groups, scenarios or courses.
const MOST: usize = 10_000;

/// `[volumes]`
pub(super) fn read_volumes(
    root: TableReader<'_>,
    ground: &Ground<'_>,
    defaults: &mut Vec<DefaultUsed>,
    p: &mut Problems,
) -> Volumes {
    let mut volumes = Volumes::default();
    let table = root.table("volumes", &keys::VOLUMES, p);
    let get = |key| table.and_then(|t| t.get(key));
    match get("known") {
        Some(node) => volumes.known = node.choice(&KNOWN, p).map_or(volumes.known, |k| k.value),
        None => defaults.push(DefaultUsed::new("[volumes]", "known", "\"at-award\"")),
    }
    let Some(t) = table else {
        defaults.push(DefaultUsed::new("[volumes]", "specialty", "1"));
        return volumes;
    };
    volumes.specialty = t.get("specialty").and_then(|n| drawn(n, FACTOR, p));
    for g in few("groups", t.tables("group", &keys::GROUP, p), p) {
        let codes = g.need("codes", p).map(|n| ground.patterns(n, p));
        let factor = g.need("factor", p).and_then(|n| drawn(n, FACTOR, p));
        if let (Some(codes), Some(factor)) = (codes, factor) {
            volumes.groups.push(Group { codes, factor });
        }
    }
    volumes.scenarios = read_scenarios(t, ground, p);
    if let Some(common) = t.get("common").and_then(|n| millionths(n, SHARE, p)) {
        volumes.common = common;
    }
    let scenarios = t.get("scenario").is_some();
    if scenarios {
        for key in ["specialty", "group"] {
            if let Some(node) = t.get(key) {
                p.note(ProblemCode::ScenariosAndFactors, node.place);
            }
        }
    } else if t.get("specialty").is_none() {
        defaults.push(DefaultUsed::new("[volumes]", "specialty", "1"));
    }
    match t.get("common") {
        None if !volumes.groups.is_empty() => defaults.push(DefaultUsed::new("[volumes]", "common", "0")),
        Some(node) if t.get("group").is_none() => p.add(
            Problem::new(ProblemCode::WithoutEffect, node.place)
                .with("key", "common")
                .with("because", "no-groups"),
        ),
        _ => {}
    }
    volumes
}

/// Not more tables than are ever meant.
fn few<'a>(things: &'static str, mut tables: Vec<TableReader<'a>>, p: &mut Problems) -> Vec<TableReader<'a>> {
    if let Some(beyond) = tables.get(MOST) {
        p.add(
            Problem::new(ProblemCode::DialogueTooLarge, beyond.place)
                .with("things", things)
                .with("count", tables.len())
                .with("most", MOST),
        );
    }
    tables.truncate(MOST);
    tables
}

/// `[[volumes.scenario]]`
fn read_scenarios(t: TableReader<'_>, ground: &Ground<'_>, p: &mut Problems) -> Vec<Scenario> {
    let (mut scenarios, mut names) = (Vec::new(), Names::default());
    for s in few("scenarios", t.tables("scenario", &keys::SCENARIO, p), p) {
        let name = s.need("name", p).and_then(|n| n.name(p));
        let weight = s.get("weight").map_or(Some(1), |n| weight(n, p));
        let mut factors = Vec::new();
        for (code, value) in s.need("factors", p).map_or_else(Vec::new, |n| n.entries(p)) {
            let factor = millionths(value, FACTOR, p);
            let pattern = ground.pattern(&code, p);
            if let Some(factor) = factor {
                factors.push((pattern, factor));
            }
        }
        let (Some(name), Some(weight)) = (name, weight) else { continue };
        if names.add(&name, ProblemCode::DuplicateId, "scenario", p) {
            scenarios.push(Scenario { name: name.value, weight, factors });
        }
    }
    scenarios
}

/// `[[course]]`
pub(super) fn read_courses(root: TableReader<'_>, ground: &Ground<'_>, p: &mut Problems) -> Vec<Course> {
    let mut courses: Vec<Course> = Vec::new();
    for c in few("courses", root.tables("course", &keys::COURSE, p), p) {
        let [examination, operation] = ["examination", "operation"].map(|key| {
            let code = c.need(key, p)?.name(p)?;
            Some((ground.procedure(&code, p)?, code))
        });
        let share = c.need("share", p).and_then(|n| drawn(n, SHARE, p));
        let (Some((examination, first)), Some((operation, then))) = (examination, operation) else {
            continue;
        };
        let operations = |line: usize| courses.iter().any(|other| other.operation == line);
        let chain = if operations(operation) || courses.iter().any(|other| other.examination == operation) {
            Some(then)
        } else if operations(examination) || examination == operation {
            Some(first)
        } else {
            None
        };
        if let Some(code) = chain {
            let problem = Problem::new(ProblemCode::CourseChain, code.place);
            p.add(problem.with("procedure", code.value));
        } else if let Some(share) = share {
            courses.push(Course { examination, operation, share });
        }
    }
    courses
}

/// `[lapse]`; without it the tender's own day, if it has one.
pub(super) fn read_lapse(
    root: TableReader<'_>,
    ground: &Ground<'_>,
    defaults: &mut Vec<DefaultUsed>,
    p: &mut Problems,
) -> Option<LapseDay> {
    let tariff = ground.tender.and_then(|t| t.tariffs.get(t.cap?.tariff));
    let in_force = tariff.and_then(|t| t.in_force);
    let Some(t) = root.table("lapse", &keys::LAPSE, p) else {
        if let Some(own) = in_force {
            defaults.push(DefaultUsed::new("[lapse]", "days", format!("[{{ date = {} }}]", own.until)));
        }
        return None;
    };
    if let Some(tender) = ground.tender
        && (in_force.is_none() || tender.head.contract.is_none())
    {
        p.note(ProblemCode::LapseWithoutCap, t.place);
    }
    let node = t.need("days", p)?;
    let mut days = Vec::new();
    for item in node.items(p) {
        let Some(chance) = read_day(item, p) else { continue };
        if let (Some(own), Some(tariff)) = (in_force, tariff)
            && chance.from < own.from
        {
            p.add(
                Problem::new(ProblemCode::LapseBeforeInForce, item.place)
                    .with("day", chance.from)
                    .with("from", own.from)
                    .with("tariff", tariff.id.as_str()),
            );
        }
        days.push(chance);
    }
    if days.is_empty() && !p.any_error() {
        p.add(Problem::new(ProblemCode::DistributionForm, node.place).with("key", "days"));
    }
    Some(LapseDay { days, place: node.place })
}

/// `{ date = 2025-06-01, weight = 3 }`, or `{ from = …, until = …, weight = 1 }`
fn read_day(item: Node<'_>, p: &mut Problems) -> Option<DateChance> {
    let t = TableReader::open(item, &keys::DAY, p)?;
    let weight = t.get("weight").map_or(Some(1), |n| weight(n, p));
    let (from, until) = if let Some(date) = t.get("date") {
        for key in ["from", "until"] {
            if let Some(node) = t.get(key) {
                p.add(
                    Problem::new(ProblemCode::WithoutEffect, node.place)
                        .with("key", key)
                        .with("because", "date"),
                );
            }
        }
        let day = date.date(p)?;
        (day, day)
    } else if t.get("from").is_none() && t.get("until").is_none() {
        t.report_missing("date", p);
        return None;
    } else {
        let from = t.need("from", p).and_then(|n| n.date(p));
        let until = t.need("until", p).and_then(|n| n.date(p));
        (from?, until?)
    };
    if until.value < from.value {
        p.add(
            Problem::new(ProblemCode::PeriodReversed, until.place)
                .with("from", from.value)
                .with("until", until.value)
                .related(from.place),
        );
        return None;
    }
    Some(DateChance { from: from.value, until: until.value, weight: weight? })
}
