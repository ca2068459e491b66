//! What somebody must do before the award can be signed; last, so that it is what stays on the screen.

use super::view::View;
use crate::{
    admission::FindingCode,
    number::{Figure, Figures},
    outcome::AwardStatus,
    report::{
        findings::finding_message,
        page::{Item, Part, Tone},
    },
    tender::{TieRule, UnawardedRule},
};

/// The part.
pub(super) fn part(view: &View<'_>) -> Part {
    let (w, award) = (view.words, &view.outcome.award);
    let mut items = Vec::new();
    let mut act = |text: String| items.push(Item::toned(text, Tone::Warning));
    match award.status {
        AwardStatus::Awarded => {}
        AwardStatus::Tie => {
            let args: Figures =
                vec![("n", Figure::from(award.tied.len())), ("rules", Figure::from(view.tie_rules()))];
            let settle = view.say(w.act_tie, &args);
            let draws = view.tender().award.ties.contains(&TieRule::Draw);
            act(if draws { format!("{settle} {}", w.act_tie_draw) } else { settle });
        }
        AwardStatus::NoAward => act(view.say_of_kind(w.act_no_award, Vec::new())),
        AwardStatus::NotProven => act(w.act_not_proven.to_owned()),
    }
    if award.status != AwardStatus::NoAward && view.tender().award.unawarded != UnawardedRule::IfCheaper {
        for &lot in &award.unawarded {
            act(view.say(w.act_unawarded, &vec![("lot", Figure::from(view.lot(lot)))]));
        }
    }
    for (bid, finding) in view.outcome.open_questions() {
        let template = match finding.code {
            FindingCode::LowPrice => w.act_low_price,
            _ => w.act_unverified,
        };
        let message = finding_message(view.tender(), view.outcome.structure, finding, view.language);
        let args = vec![
            ("bidder", Figure::from(view.bidder(bid))),
            ("role", Figure::from(role(view, bid))),
            ("finding", Figure::from(message)),
        ];
        act(view.say(template, &args));
    }
    let mut part = Part::new(w.part_actions);
    if items.is_empty() {
        part.text(if view.outcome.published { w.act_none } else { w.act_none_hypothesis });
    }
    part.list(items);
    part
}

/// What somebody is asked about: a winner, or one who ties for lots.
fn role(view: &View<'_>, bid: usize) -> String {
    let lots = 0..view.lots().len();
    if lots.clone().any(|l| view.wins(bid, l) || view.supplier(bid, l).is_some()) {
        return view.words.role_winner.to_owned();
    }
    let tied: Vec<String> = lots.filter(|&l| view.ties_for(bid, l)).map(|l| view.lot(l).to_owned()).collect();
    view.say(view.words.role_tied, &vec![("lots", Figure::List(tied))])
}
