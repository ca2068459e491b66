//! Every sentence of a letter, in one place a language.

use crate::report::Language;

mod da;
mod en;

macro_rules! words {
    ($($(#[doc = $doc:literal])* $name:ident),+ $(,)?) => {
        /// The templates of a letter.
        pub(super) struct Words {
            $($(#[doc = $doc])* pub(super) $name: &'static str,)+
        }
    };
}

words! {
    // heads
    title_won, title_won_some, title_lost, title_inadmissible, title_open, title_not_awarded,
    to, from, tender, mini_tender, offer_collection, framework, date, record, blank,
    // the decision
    thanks, won, won_some, lost, supplies, inadmissible, open, open_draw, not_awarded, not_accepted_yet,
    the_contract, the_lot, the_lots, the_framework,
    // one lot
    heading_lot, heading_evaluation, lot_won, lot_supplies, lot_lost, lot_suppliers, lot_open,
    lot_cheaper_elsewhere, lot_no_room, lot_out, whole_out, lot_names_after,
    lowest_price, points_model, evaluated_price_model, formula_score_model, formula_price_model,
    rank, rank_alone, rank_alone_told, across_lots, tie_decided, scale_slope, scale_zero,
    figure, weight, your_bid, price, evaluated_price, score, points_of,
    // the winner
    advantages, advantages_of, price_lower, price_same, price_higher, more_points, same_points, fewer_points,
    price_lower_by, price_higher_by, more_points_by, fewer_points_by, judged_winner,
    gap_price, gap_evaluated, gap_score, gap_awards, gap_none, blocked, others,
    // remarks
    heading_remarks, heading_judged,
    // standstill
    heading_standstill, none_reason, none_mini_tender, none_offer_collection, none_framework,
    standstill_law, standstill_stated, standstill_framework, sent_electronically, sent_by_post,
    fact_sent, fact_until, fact_sign, extended, if_closed, law_not_applied, weekdays,
    saturday, sunday, new_years_day, maundy_thursday, good_friday, easter_monday, general_prayer_day, ascension_day,
    whit_monday, constitution_day, christmas_eve, christmas_day, second_christmas_day, new_years_eve,
    // complaint
    heading_complaint, complaint_where, deadline_contract, deadline_framework, deadline_mini_tender,
    deadline_offer_collection, deadline_none, in_standstill, tell_us, more_about_complaints,
    // the end
    regards, signature, on_behalf,
}

impl Words {
    /// The sentences of a language.
    pub(super) fn of(language: Language) -> &'static Words {
        match language {
            Language::En => &en::WORDS,
            Language::Da => &da::WORDS,
        }
    }
}
