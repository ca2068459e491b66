//! The tables of a dialogue file other than `[dialogue]`: `[volumes]`, `[[course]]`, `[lapse]` and `[[profile]]`.

use toml::de::DeValue;

use super::{
    distribution::{CAPACITY, DISCOUNT, FACTOR, POINTS, SHARE, drawn, millionths, weight},
    keys,
    references::References,
};
use crate::{
    simulation::{
        Course, DateChance, DefaultUsed, LapseDay, Participation, Profile, Response, Scenario, VolumeGroup,
        Volumes, VolumesKnown,
    },
    tender::{
        Problem, ProblemCode,
        read::{
            confusables,
            names::Names,
            node::{At, Node, TableReader},
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
    references: &References<'_>,
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
    for g in up_to_limit("groups", t.tables("group", &keys::GROUP, p), p) {
        let codes = g.need("codes", p).map(|n| references.patterns(n, p));
        let factor = g.need("factor", p).and_then(|n| drawn(n, FACTOR, p));
        if let (Some(codes), Some(factor)) = (codes, factor) {
            volumes.groups.push(VolumeGroup { codes, factor });
        }
    }
    volumes.scenarios = read_scenarios(t, references, p);
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

/// The tables, at most [`MOST`]; more are reported.
fn up_to_limit<'a>(
    things: &'static str,
    mut tables: Vec<TableReader<'a>>,
    p: &mut Problems,
) -> Vec<TableReader<'a>> {
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
fn read_scenarios(t: TableReader<'_>, references: &References<'_>, p: &mut Problems) -> Vec<Scenario> {
    let (mut scenarios, mut names) = (Vec::new(), Names::default());
    for s in up_to_limit("scenarios", t.tables("scenario", &keys::SCENARIO, p), p) {
        let name = s.need("name", p).and_then(|n| n.name(p));
        let weight = s.get("weight").map_or(Some(1), |n| weight(n, p));
        let mut factors = Vec::new();
        for (code, value) in s.need("factors", p).map_or_else(Vec::new, |n| n.entries(p)) {
            let factor = millionths(value, FACTOR, p);
            let pattern = references.pattern(&code, p);
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
pub(super) fn read_courses(
    root: TableReader<'_>,
    references: &References<'_>,
    p: &mut Problems,
) -> Vec<Course> {
    let mut courses: Vec<Course> = Vec::new();
    for c in up_to_limit("courses", root.tables("course", &keys::COURSE, p), p) {
        let [examination, operation] = ["examination", "operation"].map(|key| {
            let code = c.need(key, p)?.name(p)?;
            Some((references.procedure(&code, p)?, code))
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
    references: &References<'_>,
    defaults: &mut Vec<DefaultUsed>,
    p: &mut Problems,
) -> Option<LapseDay> {
    let tariff = references.tender.and_then(|t| t.tariffs.get(t.cap?.tariff));
    let in_force = tariff.and_then(|t| t.in_force);
    let Some(t) = root.table("lapse", &keys::LAPSE, p) else {
        if let Some(own) = in_force {
            defaults.push(DefaultUsed::new("[lapse]", "days", format!("[{{ date = {} }}]", own.until)));
        }
        return None;
    };
    if let Some(tender) = references.tender
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

/// The most bidders of all profiles together.
const MOST_BIDDERS: usize = 1_000;
/// Certainty, in millionths.
const CERTAIN: i64 = 1_000_000;

/// `[[profile]]`
pub(super) fn read_profiles(
    root: TableReader<'_>,
    references: &References<'_>,
    defaults: &mut Vec<DefaultUsed>,
    p: &mut Problems,
) -> Vec<Profile> {
    let tables = root.tables("profile", &keys::PROFILE, p);
    let mut profiles: Vec<Profile> = Vec::new();
    let mut names = Names::default();
    let mut members = 0_usize;
    for t in tables {
        let Some((profile, missing)) = read_profile(t, references, p) else { continue };
        members += profile.count as usize;
        if members > MOST_BIDDERS {
            p.add(
                Problem::new(ProblemCode::DialogueTooLarge, t.place)
                    .with("things", "bidders")
                    .with("count", members)
                    .with("most", MOST_BIDDERS),
            );
            break;
        }
        let place = t.get("name").map_or(t.place, |n| n.place);
        let fresh = profile
            .member_names()
            .into_iter()
            .all(|name| names.add(&At::new(name, place), ProblemCode::DuplicateId, "profile", p));
        if !fresh {
            continue;
        }
        for (key, written) in missing {
            DefaultUsed::of_profile(defaults, key, written, &profile.name);
        }
        profiles.push(profile);
    }
    confusables::report_confusables(&names, "profile", p);
    profiles
}

/// Keys that a profile leaves out, each with its default as it would be written.
type MissingKeys = Vec<(&'static str, &'static str)>;

/// One profile; `None` where what it needs is faulty.
fn read_profile(
    t: TableReader<'_>,
    references: &References<'_>,
    p: &mut Problems,
) -> Option<(Profile, MissingKeys)> {
    let name = t.need("name", p).and_then(|n| n.name(p));
    let count = t.get("count").map_or(Some(1), |n| n.count(1, 1_000, p).map(|c| c.value));
    let new = t.get("new").map_or(Some(false), |n| n.boolean(p));
    let lacks = t.get("lacks").map_or_else(Vec::new, |n| references.procedures(n, p));
    let may_lack = t.get("may-lack").map_or_else(Vec::new, |n| read_may_lack(n, references, p));
    let rather_not = t.get("rather-not").map_or_else(Vec::new, |n| references.procedures(n, p));
    let takes_part = match t.get("takes-part") {
        Some(node) => read_takes_part(node, references, p),
        None => vec![Participation { structure: None, probability: CERTAIN }],
    };
    let discount = t.need("discount", p).and_then(|n| drawn(n, DISCOUNT, p));
    let response = t.get("response").map_or_else(Response::default, |n| read_response(n, p));
    let capacity = t.get("capacity").and_then(|n| drawn(n, CAPACITY, p));
    let max_lots = t.get("max-lots").and_then(|n| n.count(1, 1_000_000, p)).map(|n| n.value);
    let missing =
        [("takes-part", "1"), ("response", "{}"), ("capacity", "unlimited"), ("max-lots", "unlimited")];
    let missing = missing.into_iter().filter(|(key, _)| t.get(key).is_none()).collect();
    let profile = Profile {
        name: name?.value,
        count: count?,
        new: new?,
        lacks,
        may_lack,
        rather_not,
        takes_part,
        discount: discount?,
        response,
        capacity,
        max_lots,
        place: t.place,
    };
    Some((profile, missing))
}

/// `may-lack = [{ codes = ["KNF*"], probability = 0.4 }]`
fn read_may_lack(node: Node<'_>, references: &References<'_>, p: &mut Problems) -> Vec<(Vec<usize>, i64)> {
    let mut list = Vec::new();
    for item in node.items(p) {
        let Some(t) = TableReader::open(item, &keys::MAY_LACK, p) else { continue };
        let codes = t.need("codes", p).map(|n| references.procedures(n, p));
        let probability = t.need("probability", p).and_then(|n| millionths(n, SHARE, p));
        if let (Some(codes), Some(probability)) = (codes, probability) {
            list.push((codes, probability));
        }
    }
    list
}

/// `takes-part = 0.9`, or `{ default = 0.9, by-joint = 0.5 }`
fn read_takes_part(node: Node<'_>, references: &References<'_>, p: &mut Problems) -> Vec<Participation> {
    if !matches!(node.value, DeValue::Table(_)) {
        let probability = millionths(node, SHARE, p).unwrap_or(CERTAIN);
        return vec![Participation { structure: None, probability }];
    }
    let mut list = Vec::new();
    let mut default = CERTAIN;
    for (id, value) in node.entries(p) {
        let probability = millionths(value, SHARE, p);
        if id.value == "default" {
            default = probability.unwrap_or(CERTAIN);
            continue;
        }
        let structure = references.structure(&id, p);
        if let (Some(structure), Some(probability)) = (structure, probability) {
            list.push(Participation { structure: Some(structure), probability });
        }
    }
    list.sort_by_key(|part| part.structure);
    list.insert(0, Participation { structure: None, probability: default });
    list
}

/// `response = { per-doubling = 0.8, at-least = 0 }`
fn read_response(node: Node<'_>, p: &mut Problems) -> Response {
    let Some(t) = TableReader::open(node, &keys::RESPONSE, p) else { return Response::default() };
    let mut points = |key| t.get(key).and_then(|n| millionths(n, POINTS, p)).unwrap_or(0);
    let (per_doubling, per_rather_not) = (points("per-doubling"), points("per-rather-not"));
    let per_competitor = points("per-competitor");
    let mut limit = |key| t.get(key).and_then(|n| n.percent(-100, 100, p));
    let (at_least, at_most) = (limit("at-least"), limit("at-most"));
    if let (Some(least), Some(most)) = (&at_least, &at_most)
        && least.value > most.value
    {
        p.add(
            Problem::new(ProblemCode::LimitsReversed, most.place)
                .with("least", least.value)
                .with("most", most.value)
                .related(least.place),
        );
    }
    let (at_least, at_most) = (at_least.map(|l| l.value), at_most.map(|l| l.value));
    Response { per_doubling, per_rather_not, per_competitor, at_least, at_most }
}
