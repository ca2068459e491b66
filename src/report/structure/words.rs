//! The words, English and Danish side by side. `{name}` is filled from typed arguments.

use crate::report::Language;

macro_rules! words {
    ($($name:ident: $en:literal, $da:literal;)+) => {
        /// All words in one language.
        pub(super) struct Words { $(pub(super) $name: &'static str,)+ }

        static EN: Words = Words { $($name: $en,)+ };
        static DA: Words = Words { $($name: $da,)+ };

        #[cfg(test)]
        const PAIRS: &[(&str, &str, &str)] = &[$((stringify!($name), $en, $da),)+];
    };
}

words! {
    compare_title: "{tender}: structures side by side", "{tender}: opdelinger side om side";
    compare_banner: "HYPOTHESIS, except for the row marked published ({published}).",
        "HYPOTESE, bortset fra den række, der er mærket offentliggjort ({published}).";
    varied_banner: "HYPOTHESIS: not {the_tender} as published; tried out: {changes}.",
        "HYPOTESE: ikke {the_tender} som offentliggjort; afprøvet: {changes}.";
    published: "published", "offentliggjort";
    hypothesis: "HYPOTHESIS", "HYPOTESE";
    part_sides: "What each structure costs", "Hvad hver opdeling koster";
    part_aloud: "Read aloud", "Til at læse op";
    part_lots: "Competition and winners, lot by lot", "Konkurrence og vindere, delaftale for delaftale";
    part_shut_out: "Shut out by missing codes", "Holdt ude af manglende koder";
    part_payments: "What suppliers are paid", "Hvad leverandører bliver betalt";
    part_volumes: "If the volumes come out otherwise", "Hvis volumenerne bliver anderledes";
    part_unbalanced: "Unbalanced bids (a finding, no ground for exclusion)", "Ubalancerede tilbud (en bemærkning, ingen grund til at afvise)";
    part_notes: "How to read this", "Sådan læses det";
    structure: "Structure", "Opdeling";
    standing: "Standing", "Status";
    lots: "Lots", "Delaftaler";
    lot: "Lot", "Delaftale";
    bidder: "Bidder", "Tilbudsgiver";
    cost: "Expected cost", "Forventet udgift";
    against: "Against {base}", "Mod {base}";
    percent: "%", "%";
    total: "Total", "Sum";
    saving: "Saving against the fallback", "Besparelse mod køb til DUF-takst";
    contracts: "Contracts", "Kontrakter";
    suppliers: "Suppliers", "Leverandører";
    hhi: "HHI", "HHI";
    award: "Award", "Tildeling";
    awarded: "awarded", "tildelt";
    tie: "tie", "lighed";
    no_award: "no award", "ingen tildeling";
    not_proven: "not proven", "ikke bevist";
    without_bid: "Lots without a bid", "Delaftaler uden tilbud";
    winner: "Winner", "Vinder";
    nobody: "(nobody)", "(ingen)";
    tied: "(tie)", "(lighed)";
    price: "Price", "Pris";
    admissible: "Bids", "Tilbud";
    to_second: "First to second", "Første til anden";
    missing: "Missing codes", "Manglende koder";
    if_let_in: "Total if let in", "Sum hvis lukket ind";
    let_in_saves: "Against the total", "Mod summen";
    payment: "Payment", "Betaling";
    per_year: "A year", "Om året";
    share: "Share %", "Andel %";
    at_min: "At the least volumes", "Ved mindste volumener";
    at_expected: "At the expected", "Ved forventede";
    at_max: "At the most", "Ved største";
    a_year: "A year, expected", "Om året, forventet";
    unknown: "unknown", "ukendt";
    yes: "yes", "ja";
    no: "no", "nej";
    codes_and_more: "{first} and {more} more", "{first} og {more} til";
    unbalanced: "{mark}{structure}: {bidder} is far below the others' median where fewer may come ({low}) and far above it where more may come ({high}). At the volumes that suit it best it would gain {gain} kr.",
        "{mark}{structure}: {bidder} ligger langt under de øvriges median, hvor der kan komme færre ({low}), og langt over, hvor der kan komme flere ({high}). Ved de volumener, der passer det bedst, ville det vinde {gain} kr.";
    note_cost: "Expected cost is what the buyer would pay in all: suppliers, codes bought elsewhere, unawarded lots at the fallback. That is the figure to compare.",
        "Forventet udgift er, hvad ordregiver ville betale i alt: leverandører, koder købt andetsteds, ikke-tildelte delaftaler til DUF-takst. Det er det tal, der kan sammenlignes.";
    note_totals: "Totals are adjusted for quality and are not compared across structures.",
        "Summerne er justeret for kvalitet og kan ikke sammenlignes på tværs af opdelinger.";
    note_given: "Given these bids: bidders would have priced another structure otherwise. This is no forecast.",
        "Givet disse tilbud: tilbudsgiverne ville have prissat en anden opdeling anderledes. Det er ingen prognose.";
    note_opened: "Once bids are opened they cannot be divided anew: this is for learning, not for awarding.",
        "Når tilbud er åbnet, kan de ikke deles op på ny: det er til læring, ikke til tildeling.";
    note_hhi: "HHI is the sum of squared shares of what suppliers are paid x 10,000; one owner counts as one.",
        "HHI er summen af kvadrerede andele af det, leverandørerne bliver betalt, x 10.000; én ejer tæller som én.";
    note_without_tariff: "{volume} of the expected operations have a price in no tariff.",
        "{volume} af de forventede operationer har ingen pris i nogen takst.";
    say_published: "As published, {structure}: {lots} {lots:lot|lots}, {suppliers} {suppliers:supplier|suppliers}, {cost}",
        "Som offentliggjort, {structure}: {lots} {lots:delaftale|delaftaler}, {suppliers} {suppliers:leverandør|leverandører}, {cost}";
    say_base: "HYPOTHESIS. {structure}: {lots} {lots:lot|lots}, {suppliers} {suppliers:supplier|suppliers}, {cost}",
        "HYPOTESE. {structure}: {lots} {lots:delaftale|delaftaler}, {suppliers} {suppliers:leverandør|leverandører}, {cost}";
    say_saves: "HYPOTHESIS. {structure}: {count} instead of {base_count} saves {amount} ({percent} %)",
        "HYPOTESE. {structure}: {count} i stedet for {base_count} sparer {amount} ({percent} %)";
    say_costs: "HYPOTHESIS. {structure}: {count} instead of {base_count} costs {amount} more ({percent} %)",
        "HYPOTESE. {structure}: {count} i stedet for {base_count} koster {amount} mere ({percent} %)";
    say_same: "HYPOTHESIS. {structure}: {count} instead of {base_count} costs the same",
        "HYPOTESE. {structure}: {count} i stedet for {base_count} koster det samme";
    say_unknown: "HYPOTHESIS. {structure}: {count} instead of {base_count}; what it costs is not known",
        "HYPOTESE. {structure}: {count} i stedet for {base_count}; hvad det koster, vides ikke";
    say_lets_in: "lets {bidder} in on {lots}", "lukker {bidder} ind på {lots}";
    say_more_contracts: "costs {n} more", "koster {n} mere";
    say_fewer_contracts: "takes {n} fewer", "kræver {n} færre";
    say_same_contracts: "takes as many contracts", "kræver lige så mange kontrakter";
    one_lot: "one lot", "én delaftale";
    n_lots: "{n} lots", "{n} delaftaler";
    one_contract: "1 contract", "1 kontrakt";
    n_contracts: "{n} contracts", "{n} kontrakter";
    say_shut_out: "{mark}{structure}: {bidder} is shut out of {lot} by {codes}. Let in with what it lacks at the fallback, the total would be {amount} lower.",
        "{mark}{structure}: {bidder} er holdt ude af {lot} af {codes}. Lukket ind med det manglende til DUF-takst ville summen være {amount} lavere.";
    one_code: "the code {code}", "koden {code}";
    n_codes: "{n} codes", "{n} koder";
    tried_missing_reject: "every code must be offered", "alle koder skal tilbydes";
    tried_missing_fallback: "missing codes priced at the fallback", "manglende koder prissat som køb til DUF-takst";
    tried_cap: "above the cap: {mode}", "over prisloftet: {mode}";
    tried_cap_tariff: "the cap is {tariff}", "prisloftet er {tariff}";
    tried_lapse: "the akuttakst lapses after {day}", "akuttaksten bortfalder efter {day}";
    tried_without: "without {bidders}", "uden {bidders}";
    tried_volume: "volume of {codes} times {factor}", "volumen af {codes} gange {factor}";
    tried_scored: "{mode}, scored is {scored}", "{mode}, der evalueres på {scored}";
    tried_at_most: "at most {n} of a lot", "højst {n} i en delaftale";
    tried_never: "never {codes}", "aldrig {codes}";
    nothing_tried: "nothing is tried out", "intet er afprøvet";
    part_budget: "What the budget buys", "Hvad budgettet rækker til";
    budget_scaled: "The budget is {amount}. The expected mix is scaled down until it can be paid; each code is rounded down.",
        "Budgettet er {amount}. Den forventede sammensætning skaleres ned, til den kan betales; hver kode rundes ned.";
    say_budget: "{mark}{structure}: {amount} kr. buys {offers} of {expected} operations at the offers, and {fallback} at the fallback.",
        "{mark}{structure}: {amount} kr. rækker til {offers} af {expected} operationer til tilbudspris og til {fallback} til DUF-takst.";
    say_budget_offers: "{mark}{structure}: {amount} kr. buys {offers} of {expected} operations at the offers.",
        "{mark}{structure}: {amount} kr. rækker til {offers} af {expected} operationer til tilbudspris.";
    part_variants: "The variants of the file", "Filens varianter";
    variant: "Variant", "Variant";
    change: "Against the file", "Mod filen";
    winners: "Winners (lots)", "Vindere (delaftaler)";
    say_variant: "HYPOTHESIS. {variant}: {changes}.", "HYPOTESE. {variant}: {changes}.";
    say_variant_fault: "HYPOTHESIS. {variant}, {structure}: not evaluated, {reason}.", "HYPOTESE. {variant}, {structure}: ikke evalueret, {reason}.";
    note_variants: "HYPOTHESIS. What a variant costs is held against the same structure with the rules of the file. It decides nothing.",
        "HYPOTESE. Det, en variant koster, er holdt op mod den samme opdeling med filens regler. Den afgør intet.";
    coverage_title: "{tender}: who can bid on what", "{tender}: hvem kan byde på hvad";
    coverage_banner: "COVERAGE: who can bid, before any price is looked at. No evaluation and no award.",
        "DÆKNING: hvem der kan byde, før nogen pris er set. Ingen evaluering og ingen tildeling.";
    part_bidders: "Bidders", "Tilbudsgivere";
    part_matrix: "Bidders and codes", "Tilbudsgivere og koder";
    part_fewest: "The codes that fewest can do", "De koder, som færrest kan udføre";
    part_lots_coverage: "Lots and structures", "Delaftaler og opdelinger";
    part_smallest: "The smallest sets of codes that let more in", "De mindste sæt af koder, der lukker flere ind";
    letter: "", "";
    taken_from: "Taken from", "Taget fra";
    from_offers: "offers", "tilbud";
    from_registration: "registration", "registrering";
    procedures: "Codes", "Koder";
    code: "Code", "Kode";
    name: "Name", "Navn";
    how_many: "Bidders", "Antal";
    who_cannot: "Who cannot", "Hvem kan ikke";
    can_bid: "Can bid", "Kan byde";
    can_bid_count: "Can bid", "Kan byde";
    shut_out_count: "Lack codes", "Mangler koder";
    not_bid_count: "Not at all", "Slet ikke";
    who_can: "Who", "Hvem";
    everybody_can: "Every bidder can do {n} of the {all} codes.", "Alle tilbudsgivere kan udføre {n} af de {all} koder.";
    structure_reach: "{all} of {bidders} can bid on every lot, {some} on some lot", "{all} af {bidders} kan byde på alle delaftaler, {some} på nogle";
    smallest_of_lot: "{structure} ({standing}), {lot}: {can} of {bidders} can bid now", "{structure} ({standing}), {lot}: {can} af {bidders} kan byde nu";
    without_codes: "Without {n} {n:code|codes} ({codes}), {value} % of the value and {volume} % of the volume, {can} of {bidders} can bid: {names} as well. {own} could bid on a lot of {n:it|them} alone.",
        "Uden {n} {n:kode|koder} ({codes}), {value} % af værdien og {volume} % af volumenet, kan {can} af {bidders} byde: også {names}. {own} kunne byde på en delaftale med {n:den|dem} alene.";
    more_sets: "{n} more sets of {size} do the same.", "{n} sæt mere på {size} gør det samme.";
    more_sets_at_least: "At least {n} more sets of {size}; the search stopped there.", "Mindst {n} sæt mere på {size}; søgningen stoppede dér.";
    lots_title: "{tender}: the best grouping for each number of lots", "{tender}: den bedste gruppering for hvert antal delaftaler";
    lots_banner: "HYPOTHESIS: given these bids, not a forecast and not the published decision.",
        "HYPOTESE: givet disse tilbud, ingen prognose og ikke den offentliggjorte afgørelse.";
    part_curve: "What each further lot brings", "Hvad hver delaftale mere giver";
    part_groupings: "The best grouping for each number of lots", "Den bedste gruppering for hvert antal delaftaler";
    part_near: "Other groupings (HYPOTHESIS)", "Andre grupperinger (HYPOTESE)";
    against_fewest: "Against the fewest", "Mod færrest";
    result: "Result", "Resultat";
    chart: "Dearer is longer", "Dyrere er længere";
    group: "Group", "Gruppe";
    proven: "Proven", "Bevist";
    exact: "exact", "eksakt";
    lowest_of_all: "lowest of all", "lavest af alle";
    not_below: "not proven; at least {bound}", "ikke bevist; mindst {bound}";
    no_grouping: "no grouping is allowed and known", "ingen gruppering er tilladt og kendt";
    or_others: "{bidder} or {n} more", "{bidder} eller {n} til";
    say_optimum: "HYPOTHESIS. {lots} lots are the cheapest, {amount} below {fewest} {fewest:lot|lots}.",
        "HYPOTESE. {lots} delaftaler er billigst, {amount} under {fewest} {fewest:delaftale|delaftaler}.";
    say_fewest_best: "HYPOTHESIS. No further lot makes it cheaper than {fewest} {fewest:lot|lots}.",
        "HYPOTESE. Ingen delaftale mere gør det billigere end {fewest} {fewest:delaftale|delaftaler}.";
    as_good: "HYPOTHESIS. {lots} {lots:lot|lots}: {n} {n:grouping is|groupings are} as good as the best.",
        "HYPOTESE. {lots} {lots:delaftale|delaftaler}: {n} {n:gruppering|grupperinger} er lige så {n:god|gode} som den bedste.";
    within_distance: "HYPOTHESIS. {lots} {lots:lot|lots}: {n} {n:grouping|groupings} within {distance} kr. of the best, itself included.",
        "HYPOTESE. {lots} {lots:delaftale|delaftaler}: {n} {n:gruppering|grupperinger} inden for {distance} kr. af den bedste, den selv medregnet.";
    next_best: "HYPOTHESIS. {lots} {lots:lot|lots}: the next best.", "HYPOTESE. {lots} {lots:delaftale|delaftaler}: de næstbedste.";
    note_given_lots: "Given these bids: bidders would have priced other lots differently. This is no forecast.",
        "Givet disse tilbud: tilbudsgiverne ville have prissat andre delaftaler anderledes. Det er ingen prognose.";
    note_opened_lots: "These bids are opened, and bids cannot be divided anew after opening: this is for learning, not for awarding.",
        "Disse tilbud er åbnet, og tilbud kan ikke deles op på ny efter åbningen: det er til læring, ikke til tildeling.";
    note_exact: "Every total is exact: no grouping of these blocks with as many lots is cheaper.",
        "Hver sum er eksakt: ingen gruppering af disse blokke med lige så mange delaftaler er billigere.";
    note_bound: "Where a total is not proven, the bound tells how much cheaper a grouping could be at most. --work-limit raises the number of groupings solved.",
        "Hvor en sum ikke er bevist, siger grænsen, hvor meget billigere en gruppering højst kunne være. --work-limit hæver antallet af løste grupperinger.";
    note_rules: "Rules across lots are heeded: capacities, limits, and discounts for several lots that hold in every structure. Conditions for one structure hold in that grouping alone.",
        "Regler på tværs af delaftaler er overholdt: kapacitet, grænser og rabatter for flere delaftaler, der gælder i alle opdelinger. Betingelser for én opdeling gælder kun i den gruppering.";
    note_scores: "Each group goes to the highest score; the totals are what that would cost the buyer.",
        "Hver gruppe går til den højeste score; summerne er, hvad det ville koste ordregiver.";
    note_contracts: "{amount} kr. is added for each contract.", "{amount} kr. er lagt til for hver kontrakt.";
    fault_too_many_blocks: "there are {n} blocks; at most {most} can be searched: keep some together, or use shorter prefixes",
        "der er {n} blokke; højst {most} kan gennemsøges: hold nogle sammen, eller brug kortere præfikser";
    fault_no_block: "there is no block {id} to keep together", "der er ingen blok {id} at holde sammen";
    fault_scores_with_rules: "with scores, groupings cannot be searched under rules across lots",
        "med samlede scorer kan grupperinger ikke gennemsøges under regler på tværs af delaftaler";
    fault_several_suppliers: "the search needs one supplier for each lot", "søgningen kræver én leverandør for hver delaftale";
    fault_no_fallback: "rules across lots need the fallback cost of every code", "regler på tværs af delaftaler kræver prisen ved køb til DUF-takst for hver kode";
    part_robust: "How firm the award stands", "Hvor fast tildelingen står";
    part_break_even: "Break-even volumes", "Volumener, hvor det tipper";
    robust_no_break_even: "{mark}, {structure}: no volume of a single code, however large or small, makes another award better.",
        "{mark}, {structure}: intet volumen af en enkelt kode gør en anden tildeling bedre, hvor stort eller lille det end er.";
    robust_not_given: "Not given: it takes one award, one supplier for each lot, and totals that are sums of prices.",
        "Ikke angivet: det kræver én tildeling, én leverandør for hver delaftale og summer, der er summer af priser.";
    robust_mix_holds: "{mark}, {structure}: {range}, no mix makes another award better.",
        "{mark}, {structure}: {range} gør ingen blanding en anden tildeling bedre.";
    robust_mix_breaks: "{mark}, {structure}: {range}, the worst mix makes another award {amount} kr. better ({instead}).",
        "{mark}, {structure}: {range} gør den værste blanding en anden tildeling {amount} kr. bedre ({instead}).";
    in_stated_range: "with every volume between its least and its most", "med hvert volumen mellem sit mindste og sit største";
    in_band: "with every volume within {percent} % of what is expected", "med hvert volumen inden for {percent} % af det forventede";
    robust_widest: "{mark}, {structure}: the award holds in every mix within {percent} % of the expected volumes.",
        "{mark}, {structure}: tildelingen holder i enhver blanding inden for {percent} % af de forventede volumener.";
    robust_proportion: "{mark}, {structure}: all volumes in proportion change nothing.",
        "{mark}, {structure}: alle volumener i samme forhold ændrer intet.";
    robust_lapse_any: "{mark}, {structure}: the akuttakst lapses after {day}; on no other day would another award be better.",
        "{mark}, {structure}: akuttaksten bortfalder efter {day}; på ingen anden dag ville en anden tildeling være bedre.";
    robust_lapse_from: "{mark}, {structure}: if the akuttakst lapsed before {day}, another award would be better ({instead}).",
        "{mark}, {structure}: hvis akuttaksten bortfaldt før {day}, ville en anden tildeling være bedre ({instead}).";
    robust_lapse_to: "{mark}, {structure}: if the akuttakst lapsed after {day}, another award would be better ({instead}).",
        "{mark}, {structure}: hvis akuttaksten bortfaldt efter {day}, ville en anden tildeling være bedre ({instead}).";
    expected: "Expected", "Forventet";
    holds_from: "Holds from", "Holder fra";
    holds_to: "Holds to", "Holder til";
    holds_from_percent: "Holds from %", "Holder fra %";
    holds_to_percent: "Holds to %", "Holder til %";
    instead: "Beyond that", "Derudover";
    codes_together: "Codes together", "Koder samlet";
    fault_no_cap: "{the_tender} has no cap to vary", "{the_tender} har intet prisloft at ændre";
    fault_no_contract: "paying the cap while in force needs a contract period in {the_tender}", "at betale prisloftet, mens det gælder, kræver en kontraktperiode i {the_tender}";
    fault_never_lapses: "the cap tariff is always in force: there is no day of lapse to vary", "prisloftets takst gælder altid: der er ingen bortfaldsdag at ændre";
    fault_reject_line: "rejecting lines above the cap and pricing missing codes at the fallback do not go together", "at afvise linjer over prisloftet og at prissætte manglende koder som køb til DUF-takst kan ikke forenes";
    fault_no_code: "no procedure has a code under {code}", "ingen ydelse har en kode under {code}";
    fault_volume: "the volume of {code} would be negative or too large", "volumen af {code} ville blive negativ eller for stor";
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

    fn names(template: &str) -> Vec<&str> {
        let open = template.split('{').skip(1);
        let mut names: Vec<&str> = open.filter_map(|t| t.split(['}', ':']).next()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    #[test]
    fn both_languages_say_the_same_figures() {
        for (name, en, da) in PAIRS {
            assert_eq!(names(en), names(da), "{name}");
        }
    }

    #[test]
    fn danish_never_says_procedure() {
        assert!(PAIRS.iter().all(|(_, _, da)| !da.to_lowercase().contains("procedure")));
    }
}
