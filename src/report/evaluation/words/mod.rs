//! The words of an evaluation, in one place per language. `{name}` is filled from typed arguments.

mod da;
mod en;

use crate::report::Language;

/// Declares the words, so that a language that lacks one does not compile.
macro_rules! words {
    ($($name:ident)+) => {
        /// All words of an evaluation in one language.
        pub(in crate::report) struct Words { $(pub(in crate::report) $name: &'static str,)+ }

        #[cfg(test)]
        impl Words {
            fn all(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($name), self.$name),)+]
            }
        }
    };
}

words! {
    // the head
    buyer specialty kind kind_tender kind_mini_tender kind_offer_collection framework framework_record parties structure published_as contract days deadline
    model model_lowest_price model_points model_evaluated_price model_formula_score model_formula_price
    hypothesis_structure hypothesis_overlay overlay_volumes overlay_lapse overlay_absent overlay_discounts overlay_scored
    count_bids count_bids_some
    // bids and lots
    part_bids part_lot part_points part_out part_remarks part_award part_cap part_ties part_actions part_tender
    rank bidder lot price expected_payment elsewhere evaluated_price score unrounded saving saving_percent
    distance distance_to_first standing
    lots_bid total lots_won winner margin combination_discount
    wins ties_for out supplier not_bid blocked admissible
    fallback_of_lot fallback_unknown more_bids no_bid
    saving_means total_means payment_bid payment_capped payment_time_weighted payment_adjusted payment_adjusted_capped payment_adjusted_days decides_price decides_evaluated decides_score the_price the_evaluated_price
    elsewhere_means distance_means
    distance_several
    distance_combination hopeless blocked_means
    scale_slope scale_zero scale_widened_by scale_as_stated points_rounded
    part_needed needed_price needed_means needed_assumed needed_below_gate needed_no_price needed_no_points
    // the award
    status_awarded status_tie status_no_award status_not_proven ties_settled not_proven award_total award_total_evaluated award_total_score award_cost award_saving
    supplier_of volume left_over suppliers_means best_awards margin_means margin_several unawarded unawarded_fallback unknown bound clash tie_differs tied_award
    if_cheaper tie_lower_price tie_higher tie_fewer_suppliers tie_more_suppliers tie_earlier_received tie_draw
    // the cap
    cap_none cap_line cap_days cap_reject_bid cap_reject_line cap_scored_bid cap_scored_capped
    cap_scored_time_weighted cap_above cap_takes_off cap_takes_off_means cap_codes cap_nobody
    // prices over the contract
    part_adjustments adjustment adjust_tariff adjust_prices adjust_prices_column adjust_means adjust_table adjust_from adjust_until adjust_days adjust_cap adjust_fallback
    // what somebody must do
    act_none act_none_hypothesis act_tie act_unawarded act_no_award act_tie_draw act_not_proven act_low_price act_unverified role_winner role_tied
    remark_ask remark_settled remark_settled_undated
    // rules that stand in the way
    rule_max_lots_per_bidder rule_min_suppliers rule_max_suppliers rule_max_lots rule_capacity rule_only_together
    rule_lot_capacity
    and_more yes no
    // the side-by-side view of scored prices
    scorings_title scoring_bid scoring_capped scoring_time_weighted scorings_published scorings_same scorings_differ
    scorings_none scorings_cost scorings_mean scorings_mean_adjusted part_totals part_deciding part_winners
    // csv
    csv_tender csv_structure csv_published csv_bidder csv_lot csv_status csv_price csv_expected_payment csv_elsewhere
    csv_fallback csv_saving csv_evaluated_price csv_score csv_unrounded_score csv_rank csv_distance csv_blocked_by csv_winner csv_award_discount csv_award_price
    csv_award_payment csv_margin csv_findings csv_points csv_scored_price csv_tie
}

impl Words {
    /// The words of a language.
    pub(in crate::report) const fn of(language: Language) -> &'static Words {
        match language {
            Language::En => &en::WORDS,
            Language::Da => &da::WORDS,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(template: &str) -> Vec<&str> {
        let mut names: Vec<&str> = template
            .split('{')
            .skip(1)
            .filter_map(|t| t.split('}').next())
            .map(|n| n.split(':').next().unwrap())
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    #[test]
    fn both_languages_say_the_same_figures() {
        for ((name, en), (_, da)) in en::WORDS.all().into_iter().zip(da::WORDS.all()) {
            assert!(!en.is_empty() && !da.is_empty(), "{name}");
            assert_eq!(names(en), names(da), "{name}");
        }
    }

    #[test]
    fn danish_never_says_procedure() {
        for (name, da) in da::WORDS.all() {
            assert!(!da.to_lowercase().contains("procedure"), "{name}");
        }
    }
}
