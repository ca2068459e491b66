//! `[[profile]]`: anonymous bidders.

use toml::de::DeValue;

use super::{
    drawn::{CAPACITY, DISCOUNT, POINTS, SHARE, drawn, millionths},
    ground::Ground,
    keys,
};
use crate::{
    simulation::{DefaultUsed, Participation, Profile, Response},
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

/// The most bidders of all profiles together.
const MOST_BIDDERS: usize = 1_000;
/// Certainty, in millionths.
const CERTAIN: i64 = 1_000_000;

/// `[[profile]]`
pub(super) fn read_profiles(
    root: TableReader<'_>,
    ground: &Ground<'_>,
    defaults: &mut Vec<DefaultUsed>,
    p: &mut Problems,
) -> Vec<Profile> {
    let tables = root.tables("profile", &keys::PROFILE, p);
    let mut profiles: Vec<Profile> = Vec::new();
    let mut names = Names::default();
    let mut members = 0_usize;
    for t in tables {
        let Some((profile, missing)) = read_profile(t, ground, p) else { continue };
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
type Missing = Vec<(&'static str, &'static str)>;

/// One profile; `None` where what it needs is faulty.
fn read_profile(t: TableReader<'_>, ground: &Ground<'_>, p: &mut Problems) -> Option<(Profile, Missing)> {
    let name = t.need("name", p).and_then(|n| n.name(p));
    let count = t.get("count").map_or(Some(1), |n| n.count(1, 1_000, p).map(|c| c.value));
    let new = t.get("new").map_or(Some(false), |n| n.boolean(p));
    let lacks = t.get("lacks").map_or_else(Vec::new, |n| ground.procedures(n, p));
    let may_lack = t.get("may-lack").map_or_else(Vec::new, |n| read_may_lack(n, ground, p));
    let rather_not = t.get("rather-not").map_or_else(Vec::new, |n| ground.procedures(n, p));
    let takes_part = match t.get("takes-part") {
        Some(node) => read_takes_part(node, ground, p),
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
fn read_may_lack(node: Node<'_>, ground: &Ground<'_>, p: &mut Problems) -> Vec<(Vec<usize>, i64)> {
    let mut list = Vec::new();
    for item in node.items(p) {
        let Some(t) = TableReader::open(item, &keys::MAY_LACK, p) else { continue };
        let codes = t.need("codes", p).map(|n| ground.procedures(n, p));
        let probability = t.need("probability", p).and_then(|n| millionths(n, SHARE, p));
        if let (Some(codes), Some(probability)) = (codes, probability) {
            list.push((codes, probability));
        }
    }
    list
}

/// `takes-part = 0.9`, or `{ default = 0.9, by-joint = 0.5 }`
fn read_takes_part(node: Node<'_>, ground: &Ground<'_>, p: &mut Problems) -> Vec<Participation> {
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
        let structure = ground.structure(&id, p);
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
