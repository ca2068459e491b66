use super::{keys, node::At, problems::Problems, table::TableReader};
use crate::tender::{Head, Problem, ProblemCode, TenderKind};

const KINDS: [(&str, TenderKind); 3] = [
    (TenderKind::Tender.name(), TenderKind::Tender),
    (TenderKind::MiniTender.name(), TenderKind::MiniTender),
    (TenderKind::OfferCollection.name(), TenderKind::OfferCollection),
];

/// `format = 1`
pub(crate) fn read_format(root: TableReader<'_>, p: &mut Problems) {
    let Some(node) = root.get("format") else {
        p.note(ProblemCode::Format, root.place);
        return;
    };
    if node.count(0, u32::MAX, p).is_some_and(|format| format.value != 1) {
        p.add(Problem::new(ProblemCode::Format, node.place).with("found", node.doc.snippet(node.place)));
    }
}

/// `[tender]`
pub(super) fn read_head(root: TableReader<'_>, p: &mut Problems) -> Head {
    let table = root.need("tender", p).and_then(|n| TableReader::open(n, &keys::TENDER, p));
    let mut head = Head {
        id: String::new(),
        title: String::new(),
        kind: TenderKind::Tender,
        buyer: String::new(),
        specialty: String::new(),
        currency: "DKK".into(),
        deadline: None,
        deadline_text: None,
        contract: None,
        contract_place: None,
        model_hash: None,
        place: root.place,
    };
    let Some(t) = table else { return head };
    head.place = t.place;
    for (key, field) in [
        ("id", &mut head.id),
        ("title", &mut head.title),
        ("buyer", &mut head.buyer),
        ("specialty", &mut head.specialty),
    ] {
        if let Some(name) = t.need(key, p).and_then(|n| n.name(p)) {
            *field = name.value;
        }
    }
    if let Some(kind) = t.need("kind", p).and_then(|n| n.choice(&KINDS, p)) {
        head.kind = kind.value;
    }
    if let Some(currency) = t.get("currency").and_then(|n| n.name(p)) {
        head.currency = currency.value;
    }
    let deadline = t.get("deadline").and_then(|n| n.moment(p));
    let contract = t.get("contract").and_then(|n| n.period(p)).map(At::pair);
    (head.contract, head.contract_place) = contract.unzip();
    if let (Some(deadline), Some(contract)) = (&deadline, head.contract) {
        let day = deadline.value.0.to_zoned(jiff::tz::TimeZone::UTC).date();
        if contract.from < day {
            p.add(
                Problem::new(ProblemCode::ContractBeforeDeadline, deadline.place)
                    .with("from", contract.from)
                    .with("deadline", day),
            );
        }
    }
    if let Some((moment, written)) = deadline.map(|d| d.value) {
        (head.deadline, head.deadline_text) = (Some(moment), Some(written));
    }
    head.model_hash = t.get("model-hash").and_then(|n| n.name(p)).and_then(|hash| {
        let lower = hash.value.to_ascii_lowercase();
        if lower.len() == 64 && lower.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Some((lower, hash.place));
        }
        p.add(Problem::new(ProblemCode::HashForm, hash.place).with("text", super::text::shown(&hash.value)));
        None
    });
    head
}
