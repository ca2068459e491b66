//! The sentences that a description of a model is made of, one set a language.

/// Declares the sentences: their names, each a template for [`crate::report::Language::fill`].
macro_rules! words {
    ($($name:ident)+) => {
        /// Every sentence, as a template.
        pub(super) struct Words { $(pub(super) $name: &'static str,)+ }
    };
}

words! {
    title heading_decides heading_criteria heading_price heading_announced heading_example
    heading_hashes heading_probe
    lowest_price points subtract add uplift formula_highest formula_lowest references zero_reference
    column_criterion column_part_of column_weight
    linear linear_higher absolute proportional proportional_higher min_max min_max_higher judged formula parent
    price_measure value_measure
    negative zero reject widen_slope widen_zero ceiling
    worth_value worth_percent worth_uplift
    rounding no_rounding decimals not_rounded half_up half_even down
    gate gate_total gate_note
    base form_one form_by_code form_price form_free no_cap cap_reject_bid cap_reject_line cap_pay
    scored_bid scored_capped scored_weighted adjustment adjust_tariff adjust_prices adjust_rules adjust_scored_first adjust_scored_days fallback missing_reject missing_at_fallback at_most never
    lots conditions no_conditions combination capacity max_lots only_together
    max_lots_per_bidder min_suppliers max_suppliers lot_weight
    unawarded_fewest unawarded_cheaper ties no_ties
    lower_price higher fewer_suppliers more_suppliers earlier_received draw
    suppliers_per_lot ranked shares within_percent low_price_flag contract
    example_intro column_bid column_price column_evaluated column_score column_rank fell example_none
    hash_model hash_tender hash_note
}

/// Declares the sentences about a trial of a model.
macro_rules! probe_words {
    ($($name:ident)+) => {
        /// Every sentence about a trial, as a template.
        pub(super) struct ProbeWords { $(pub(super) $name: &'static str,)+ }
    };
}

probe_words! {
    on_file made_up
    losing_yes losing_no hopeless_yes hopeless_no
    column_bid column_price column_values
    weights column_criterion column_stated column_effective price_itself weights_close weights_far weights_none
    worth column_at unlimited worth_same worth_varies worth_none
    gains gains_always gains_intro
    rounding rounding_never widened widened_never rejected zero_reference
}
