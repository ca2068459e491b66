//! The words, English and Danish side by side. `{name}` is filled from typed arguments.

use crate::report::Language;

macro_rules! words {
    ($($name:ident: $en:literal, $da:literal;)+) => {
        /// All words in one language.
        #[derive(Debug)]
        pub(super) struct Words { $(pub(super) $name: &'static str,)+ }

        static EN: Words = Words { $($name: $en,)+ };
        static DA: Words = Words { $($name: $da,)+ };

        #[cfg(test)]
        const PAIRS: &[(&str, &str, &str)] = &[$((stringify!($name), $en, $da),)+];
    };
}

words! {
    title: "{tender}: transcript of the evaluation", "{tender}: udskrift af evalueringen";
    intro: "Every step from the files to the award, in the order in which it is taken. A name and a number, such as tender.toml:42, are the file and the line that a figure comes from.",
        "Hvert trin fra filerne til tildelingen i den rækkefølge, de tages. Et navn og et tal, fx tender.toml:42, er den fil og den linje, som et tal kommer fra.";
    part_what: "What is evaluated", "Hvad der evalueres";
    part_files: "Files read", "Læste filer";
    file: "{name}: {lines} {lines:line|lines}", "{name}: {lines} {lines:linje|linjer}";
    part_rules: "Rules", "Regler";
    written_at: "Written at: {list}", "Står i: {list}";
    part_tariffs: "Tariffs and fallback", "Takster og køb til DUF-takst";
    tariff_listed: "{tariff} ({place}): each procedure states its price; {when}", "{tariff} ({place}): hver ydelse angiver sin pris; {when}";
    tariff_derived: "{tariff} ({place}): {from} less {reduction} % ({at_reduction}), to the nearest {round_to}; {when}",
        "{tariff} ({place}): {from} minus {reduction} % ({at_reduction}), afrundet til nærmeste {round_to}; {when}";
    always: "always in force", "gælder altid";
    from_until: "in force from {from} to {until}, both included", "gælder fra {from} til {until}, begge dage medregnet";
    fallback_none: "No tariff is stated for the fallback", "Der er ikke angivet nogen takst for køb til DUF-takst";
    fallback_by_days: "The fallback, day by day the first tariff in force: {tariffs}", "Køb til DUF-takst, dag for dag den første takst, der gælder: {tariffs}";
    fallback_days: "{tariff} on {days} of {all} days", "{tariff} på {days} af {all} dage";
    fallback_days_from: "{tariff} at its prices from {from} on {days} of {all} days", "{tariff} med sine priser fra {from} på {days} af {all} dage";
    fallback_every_day: "{tariff} on every day", "{tariff} på alle dage";
    fallback_gaps: "The fallback tariffs do not cover every day of the contract: a procedure has a fallback cost only where it states one",
        "Taksterne for køb til DUF-takst dækker ikke alle kontraktens dage: en ydelse kan kun købes sådan, hvis den selv angiver en pris";
    part_cap: "Cap", "Prisloft";
    part_lots: "Lots", "Delaftaler";
    lot: "{lot}: {n} {n:procedure|procedures}", "{lot}: {n} {n:ydelse|ydelser}";
    lot_fallback: "; at the fallback {amount}", "; købt til DUF-takst {amount}";
    lot_value: "; at the discount base {amount}", "; efter rabatgrundlaget {amount}";
    part_procedures: "Procedures", "Ydelser";
    procedures_mean: "Each with its volume, its price in each tariff, and what the whole volume costs at the fallback.",
        "Hver med sin volumen, sin pris i hver takst, og hvad hele volumenet koster købt til DUF-takst.";
    volume: ": volume ", ": volumen ";
    from_to: ", {min} to {max}", ", {min} til {max}";
    of_lot: ", lot ", ", delaftale ";
    fallback: "; at the fallback ", "; købt til DUF-takst ";
    fallback_unknown: "; at the fallback not known", "; købt til DUF-takst ukendt";
    listed: "listed ", "oplyst ";
    from_day: ", from {day} ", ", fra {day} ";
    each: " each", " pr. stk.";
    covers: "; covers {codes}", "; omfatter {codes}";
    part_bids: "Bids", "Tilbud";
    lines_mean: "A line: unit price, and where it or its discount is stated; the cap; what is scored, if it is another price; volume and amount; and what would be paid, if that is another amount.",
        "En linje: enhedspris, og hvor den eller dens rabatsats er angivet; prisloftet; den evaluerede pris, hvis den er en anden; volumen og beløb; og det, der ville blive betalt, hvis det er et andet beløb.";
    no_bids: "There is no bid.", "Der er intet tilbud.";
    bid_written: "The bid is written at {place}", "Tilbuddet står i {place}";
    bid_left_out: "The bid is left out", "Tilbuddet er udeladt";
    received: "Received {when}", "Modtaget {when}";
    received_not_stated: "No time of receipt is stated: the bid counts as received in time", "Intet modtagelsestidspunkt er angivet: tilbuddet regnes for modtaget i tide";
    group: "Owner: {group}", "Ejer: {group}";
    capacity: "Takes at most {volume} operations in all lots together ({place})", "Tager højst {volume} operationer i alle delaftaler tilsammen ({place})";
    lot_capacity: "Takes at most {volume} operations on the lot {lot} ({place})", "Tager højst {volume} operationer på delaftalen {lot} ({place})";
    max_lots: "Takes at most {n} {n:lot|lots} ({place})", "Tager højst {n} {n:delaftale|delaftaler} ({place})";
    only_together: "Takes {lots} together or not at all ({place})", "Tager {lots} samlet eller slet ikke ({place})";
    bids_on: "Bids on {lots} alone ({place})", "Byder kun på {lots} ({place})";
    combination_min: "Combination discount {discount} % for at least {n} {n:lot|lots} ({place})", "Kombinationsrabat {discount} % for mindst {n} {n:delaftale|delaftaler} ({place})";
    combination_lots: "Combination discount {discount} % for {lots} together ({place})", "Kombinationsrabat {discount} % for {lots} samlet ({place})";
    combination_all: "Combination discount {discount} % for every lot ({place})", "Kombinationsrabat {discount} % for alle delaftaler ({place})";
    registered: "Registered for {codes}", "Registreret til {codes}";
    not_offered: "Does not offer {codes}", "Omfatter ikke {codes}";
    value: "States {name} = {value} ({place})", "Angiver {name} = {value} ({place})";
    points: "Judged{scope}: {criterion} {points} points ({place})", "Vurderet{scope}: {criterion} {points} point ({place})";
    requirement: "Judged{scope}: the requirement {requirement} is {status} ({place})", "Vurderet{scope}: kravet {requirement} er {status} ({place})";
    met: "met", "opfyldt";
    unmet: "unmet", "ikke opfyldt";
    unverified: "unverified", "ikke verificeret";
    scope_structure: " for this structure", " for denne opdeling";
    scope_lot: " for the lot {lot}", " for delaftalen {lot}";
    reason: "Reason: {reason}", "Begrundelse: {reason}";
    rejected: "Decided: the bid is rejected on the ground {ground} ({place})", "Besluttet: tilbuddet afvises, grund: {ground} ({place})";
    accepted: "Decided: the bid is accepted on the ground {ground} ({place})", "Besluttet: tilbuddet accepteres, grund: {ground} ({place})";
    on_date: ", {date}", ", {date}";
    admissible: "Admissible on {lots} of {all} {all:lot|lots}", "Antageligt på {lots} af {all} {all:delaftale|delaftaler}";
    inadmissible: "Not admissible on any lot", "Ikke antageligt på nogen delaftale";
    remark: "Remark", "Bemærkning";
    remarks: "Remarks on {the_tender}", "Bemærkninger til {the_tender}";
    bid_on_lot: "{bidder}, lot {lot}", "{bidder}, delaftale {lot}";
    less: " less ", " minus ";
    tried_out: " %, tried out", " %, som afprøves";
    cap: ", cap ", ", prisloft ";
    above_cap: ", above the cap ", ", over prisloftet ";
    scored: ", scored ", ", evalueret til ";
    paid: ", paid ", ", betales ";
    unit_from: "From {day}: ", "Fra {day}: ";
    paid_by_days: "Paid: ", "Betales: ";
    on_days: " on {days} of {all} days", " på {days} af {all} dage";
    no_price: ": no price: ", ": ingen pris: ";
    why_not_offered: "the bid does not offer it", "tilbuddet omfatter den ikke";
    why_not_registered: "the bidder is not registered for it", "tilbudsgiveren er ikke registreret til den";
    why_requirement: "the requirement {requirement} is unmet", "kravet {requirement} er ikke opfyldt";
    why_nothing_stated: "the bid states neither price nor discount", "tilbuddet angiver hverken pris eller rabatsats";
    why_no_base: "a discount, and no price in {tariff} to take it off", "en rabatsats, men ingen pris i {tariff} at trække den fra";
    why_above_cap: ", above the cap {cap}, which rejects the line", ", over prisloftet {cap}, og linjen afvises";
    at_fallback: "; at the fallback ", "; købt til DUF-takst ";
    lines_in_award: "In the award, with {discount} % off each unit price:", "I tildelingen, med {discount} % af hver enhedspris:";
    part_ranks: "Ranks, lot by lot", "Placeringer, delaftale for delaftale";
    ranked: "{rank}. {bidder}: lot price {price}", "{rank}. {bidder}: pris {price}";
    ranked_evaluated: ", evaluated price {evaluated}", ", evalueringsteknisk pris {evaluated}";
    ranked_score: ", score {score}", ", samlet score {score}";
    not_ranked: "{bidder}: {status}", "{bidder}: {status}";
}

impl Words {
    /// The words of a language.
    pub(super) fn of(language: Language) -> &'static Words {
        match language {
            Language::En => &EN,
            Language::Da => &DA,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_the_same_figures() {
        let names = |template: &str| {
            let open = template.split('{').skip(1);
            let mut names: Vec<String> =
                open.filter_map(|t| t.split(['}', ':']).next()).map(str::to_owned).collect();
            names.sort_unstable();
            names.dedup();
            names
        };
        for (name, en, da) in PAIRS {
            assert_eq!(names(en), names(da), "{name}");
            assert!(!da.to_lowercase().contains("procedure"), "{name}");
        }
    }
}
