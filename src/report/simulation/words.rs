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
    title: "{mark}: {dialogue}", "{mark}: {dialogue}";
    title_draw: "{mark}: {dialogue} (draw {n})", "{mark}: {dialogue} (trækning {n})";
    banner: "SIMULATION: drawn from assumptions. No forecast, no evaluation of bids and no decision.",
        "SIMULERING: trukket ud fra antagelser. Ingen prognose, ingen evaluering af tilbud og ingen afgørelse.";
    banner_public: "Profiles and aggregates only: it can be shown to all who may bid.",
        "Kun profiler og samlede tal: det kan vises til alle, der kan tænkes at byde.";
    banner_internal: "INTERNAL: rests on the bidders' own bids. Not to be shown to the market.",
        "INTERNT: bygger på tilbudsgivernes egne tilbud. Må ikke vises til markedet.";
    mark: "SIMULATION", "SIMULERING";
    mark_internal: "SIMULATION, INTERNAL", "SIMULERING, INTERNT";
    part_drawn: "What was drawn", "Hvad der er trukket";
    part_aloud: "Read aloud", "Til at læse op";
    part_cost: "What each structure costs (kroner)", "Hvad hver opdeling koster (kroner)";
    part_beside: "The structures beside each other", "Opdelingerne ved siden af hinanden";
    part_differences: "Differences in the same draws (kroner)", "Forskelle i de samme trækninger (kroner)";
    part_lots: "Bids on each lot", "Tilbud på hver delaftale";
    part_bidders: "What each bidder is paid and takes", "Hvad hver tilbudsgiver betales og udfører";
    part_drivers: "What drives the result", "Hvad der driver resultatet";
    part_questions: "What would have to be different", "Hvad der skulle være anderledes";
    part_notes: "How to read this", "Sådan læses det";
    part_inputs: "What was drawn in it", "Hvad der er trukket i den";
    part_draw_cost: "What it costs in each structure (kroner)", "Hvad den koster i hver opdeling (kroner)";
    part_draw_lots: "Who wins what", "Hvem der vinder hvad";
    part_draw_bidders: "What winners are paid (kroner)", "Hvad vindere bliver betalt (kroner)";
    structure: "Structure", "Opdeling";
    standing: "Standing", "Status";
    mean: "Mean", "Middel";
    within: "±\u{a0}95\u{a0}%", "±\u{a0}95\u{a0}%";
    low: "5 %", "5 %";
    median: "50 %", "50 %";
    high: "95 %", "95 %";
    mean_year: "Mean a year", "Middel om året";
    low_year: "5 % a year", "5 % om året";
    median_year: "50 % a year", "50 % om året";
    high_year: "95 % a year", "95 % om året";
    cheapest: "Cheapest %", "Billigst %";
    error: "± error", "± fejl";
    regret: "Regret", "Over billigste";
    regret_high: "Regret 95 %", "Over billigste 95 %";
    contracts: "Contracts", "Kontrakter";
    suppliers: "Suppliers", "Leverandører";
    hhi: "HHI", "HHI";
    saving: "Saving", "Besparelse";
    some_lot: "Lot without bid %", "Delaftale uden tilbud %";
    second: "This", "Denne";
    first: "less this", "minus denne";
    from: "From", "Fra";
    until: "To", "Til";
    cheaper: "Cheaper %", "Billigere %";
    told: "The draws tell", "Trækningerne viser";
    told_cheaper: "cheaper", "billigere";
    told_dearer: "dearer", "dyrere";
    told_nothing: "nothing", "intet";
    lot: "Lot", "Delaftale";
    bids: "Bids", "Tilbud";
    none: "None %", "Ingen %";
    one: "1 %", "1 %";
    two: "2 %", "2 %";
    three: "3+ %", "3+ %";
    bidder: "Bidder", "Tilbudsgiver";
    wins: "Wins %", "Vinder %";
    paid_low: "Paid 5 %", "Betalt 5 %";
    paid_mean: "Paid, mean", "Betalt, middel";
    paid_high: "Paid 95 %", "Betalt 95 %";
    least: "Guaranteed", "Garanteret";
    taken: "Operations", "Operationer";
    largest: "Largest", "Størst";
    of_what: "Of what", "Af hvad";
    of_cost: "cost", "udgift";
    of_difference: "less {base}", "minus {base}";
    input: "Input", "Usikkerhed";
    share: "Share %", "Andel %";
    figure: "Figure", "Tal";
    cost: "Cost", "Udgift";
    fallback: "All at the fallback", "Alt til DUF-takst";
    tied: "Tie", "Lighed";
    winner: "Winner", "Vinder";
    nobody: "(nobody)", "(ingen)";
    payment: "Payment", "Betaling";
    yes: "yes", "ja";
    no: "no", "nej";
    unknown: "unknown", "ukendt";
    fact_draws: "Draws", "Trækninger";
    drawn_of: "{done} of {planned}: interrupted", "{done} af {planned}: afbrudt";
    drawn_precise: "{done}: the 95 % interval of every difference is within ± {precision} % of what {base} costs",
        "{done}: 95 %-intervallet for hver forskel ligger inden for ± {precision} % af, hvad {base} koster";
    drawn_not_precise: "{done}: the precision asked for (± {precision} % of what {base} costs) was not reached",
        "{done}: den ønskede præcision (± {precision} % af, hvad {base} koster) blev ikke nået";
    fact_seed: "Seed", "Startværdi";
    fact_algorithm: "Generator", "Generator";
    fact_tables: "Tables", "Tabeller";
    fact_dialogue: "Dialogue", "Dialog";
    fact_tender: "Tender", "Udbud";
    fact_bidders: "Bidders", "Tilbudsgivere";
    fact_uncertain: "Uncertain", "Usikkert";
    fact_contract: "Each contract", "Hver kontrakt";
    fact_defaults: "By default", "Som standard";
    who_takes_part: "who takes part", "hvem der deltager";
    what_is_lacking: "which codes bidders lack", "hvilke koder tilbudsgivere mangler";
    discounts: "discounts", "rabatsatser";
    capacities: "capacities", "kapacitet";
    all_profiles: "all profiles", "alle profiler";
    of_profiles: "{what} ({profiles})", "{what} ({profiles})";
    note_quality: "The tender looks at quality, which profiles do not have: here the lowest price wins.",
        "Udbuddet ser på kvalitet, som profiler ikke har: her vinder den laveste pris.";
    contract_costs: "{amount} kr. beside the payments, in all costs below", "{amount} kr. ud over betalingerne, i alle udgifter nedenfor";
    nothing_uncertain: "nothing", "intet";
    profile_count: "{name} ({count})", "{name} ({count})";
    profile_new: "{name} ({count}, not in the market today)", "{name} ({count}, ikke på markedet i dag)";
    bids_of_tender: "the {count} {count:bid|bids} of the tender", "udbuddets {count} tilbud";
    input_scenario: "scenario of the volumes", "scenarie for volumenerne";
    input_specialty: "all volumes", "alle volumener";
    input_common: "what volumes have in common", "det fælles for volumenerne";
    input_group: "volumes of {codes}", "volumener af {codes}";
    input_course: "how many {examination} end in {operation}", "hvor mange {examination} der ender i {operation}";
    input_lapse: "last day of the akuttakst", "akuttakstens sidste dag";
    input_takes_part: "whether {bidder} takes part", "om {bidder} deltager";
    input_may_lack: "whether {bidder} lacks {codes}", "om {bidder} mangler {codes}";
    input_discount: "discount of {bidder}", "rabatsats fra {bidder}";
    input_capacity: "capacity of {bidder}", "kapacitet hos {bidder}";
    unit_participation: "{n} (takes part where this is below the probability)", "{n} (deltager, hvor det er under sandsynligheden)";
    unit_deviations: "{n} standard deviations", "{n} standardafvigelser";
    unit_operations: "{n} operations", "{n} operationer";
    say_structure: "{mark}. {structure}: {lots} {lots:lot|lots}; on average {cost}, in nine draws of ten between {low} and {high}; the cheapest in {share} % of the draws.",
        "{mark}. {structure}: {lots} {lots:delaftale|delaftaler}; i gennemsnit {cost}, i ni af ti trækninger mellem {low} og {high}; billigst i {share} % af trækningerne.";
    say_alone: "{mark}. {structure}: {lots} {lots:lot|lots}; on average {cost}, in nine draws of ten between {low} and {high}.",
        "{mark}. {structure}: {lots} {lots:delaftale|delaftaler}; i gennemsnit {cost}, i ni af ti trækninger mellem {low} og {high}.";
    say_no_cost: "{mark}. {structure}: what it costs is known in no draw.", "{mark}. {structure}: hvad den koster, vides ikke i nogen trækning.";
    say_cheaper: "{mark}. {second} costs {amount} less than {first} on average ({from} to {until} kr.), and less in {share} % of the draws.",
        "{mark}. {second} koster i gennemsnit {amount} mindre end {first} ({from} til {until} kr.), og mindre i {share} % af trækningerne.";
    say_dearer: "{mark}. {second} costs {amount} more than {first} on average ({from} to {until} kr.), but less in {share} % of the draws.",
        "{mark}. {second} koster i gennemsnit {amount} mere end {first} ({from} til {until} kr.), men mindre i {share} % af trækningerne.";
    say_untold: "{mark}. {draws} {draws:draw does|draws do} not tell whether {second} costs more or less than {first} on average; less in {share} % of them.",
        "{mark}. {draws} {draws:trækning|trækninger} viser ikke, om {second} i gennemsnit koster mere eller mindre end {first}; mindre i {share} % af dem.";
    say_same: "{mark}. {second} costs the same as {first} in every draw.", "{mark}. {second} koster det samme som {first} i alle trækninger.";
    ask_draws: "{mark}. Answered on {draws} {draws:draw|draws}, drawn again with one thing moved.",
        "{mark}. Besvaret på {draws} {draws:trækning|trækninger}, trukket igen med én ting flyttet.";
    ask_more_discount: "{mark}. {structure} costs no more than {base} ({contracts} contracts more) if it brings {points} percentage points more discount than assumed.",
        "{mark}. {structure} koster ikke mere end {base} ({contracts} kontrakter mere), hvis den giver {points} procentpoint mere rabat end antaget.";
    ask_less_discount: "{mark}. {structure} costs no more than {base} ({contracts} contracts more) even with {points} percentage points less discount than assumed.",
        "{mark}. {structure} koster ikke mere end {base} ({contracts} kontrakter mere), selv med {points} procentpoint mindre rabat end antaget.";
    ask_never_discount: "{mark}. Not even 20 percentage points more discount make {structure} ({contracts} contracts more) as cheap as {base}.",
        "{mark}. Selv 20 procentpoint mere rabat gør ikke {structure} ({contracts} kontrakter mere) lige så billig som {base}.";
    ask_always_discount: "{mark}. {structure} ({contracts} contracts more) costs no more than {base} even with 20 percentage points less discount.",
        "{mark}. {structure} ({contracts} kontrakter mere) koster ikke mere end {base}, selv med 20 procentpoint mindre rabat.";
    ask_volume: "{mark}. Up to {percent} % of the volumes drawn {below} is the cheaper of {base} and {structure}; above that {above} is.",
        "{mark}. Op til {percent} % af de trukne volumener er {below} den billigste af {base} og {structure}; derover er {above} det.";
    ask_volume_always: "{mark}. {structure} costs no more than {base} at any volume from 5 to 500 % of those drawn.",
        "{mark}. {structure} koster ikke mere end {base} ved noget volumen fra 5 til 500 % af de trukne.";
    ask_volume_never: "{mark}. {structure} costs more than {base} at every volume from 5 to 500 % of those drawn.",
        "{mark}. {structure} koster mere end {base} ved alle volumener fra 5 til 500 % af de trukne.";
    ask_unknown: "{mark}. What would make {structure} as cheap as {base} is not known: no draw knows what both cost.",
        "{mark}. Hvad der ville gøre {structure} lige så billig som {base}, vides ikke: ingen trækning kender udgiften for begge.";
    ask_lapse_more: "{mark}. If the akuttakst lapses {days} days later, {structure} costs {amount} more on average.",
        "{mark}. Bortfalder akuttaksten {days} dage senere, koster {structure} i gennemsnit {amount} mere.";
    ask_lapse_less: "{mark}. If the akuttakst lapses {days} days later, {structure} costs {amount} less on average.",
        "{mark}. Bortfalder akuttaksten {days} dage senere, koster {structure} i gennemsnit {amount} mindre.";
    ask_lapse_same: "{mark}. If the akuttakst lapses {days} days later, {structure} costs the same on average.",
        "{mark}. Bortfalder akuttaksten {days} dage senere, koster {structure} i gennemsnit det samme.";
    note_same: "Every draw is one course of events, evaluated under all structures with the exact award, so differences are between equals.",
        "Hver trækning er ét forløb, evalueret i alle opdelinger med den eksakte tildeling, så forskelle er mellem det samme.";
    note_cost: "Cost is what the buyer pays in all: suppliers, codes bought elsewhere, unawarded lots at the fallback, and contracts. Here in whole kroner; JSON and CSV have øre.",
        "Udgiften er, hvad ordregiver betaler i alt: leverandører, koder købt andetsteds, ikke-tildelte delaftaler til DUF-takst, og kontrakter. Her i hele kroner; JSON og CSV har øre.";
    note_quantile: "5 %, 50 % and 95 % are drawn values: so many of the draws lie at or below. ± is half the 95 % interval of the mean: 1.96 standard errors, rounded up. It tells how well the draws were counted, not how true the assumptions are.",
        "5 %, 50 % og 95 % er trukne værdier: så mange af trækningerne ligger på eller under. ± er det halve 95 %-interval for middeltallet: 1,96 standardfejl, rundet op. Det siger, hvor godt trækningerne er talt op, ikke hvor sande antagelserne er.";
    note_exact: "All that is uncertain is a table of {n} possibilities, and each was drawn equally often: means and shares are exact.",
        "Alt usikkert er en tabel med {n} muligheder, og hver er trukket lige mange gange: middeltal og andele er eksakte.";
    note_not_exact: "All that is uncertain is a table of {n} possibilities, drawn in turn. With a multiple of {n} draws means and shares would be exact; now some possibilities count once more than others.",
        "Alt usikkert er en tabel med {n} muligheder, trukket efter tur. Med et multiplum af {n} trækninger ville middeltal og andele være eksakte; nu tæller nogle muligheder én gang mere end andre.";
    note_cheapest: "Cheapest: the share of the draws; where several structures cost the same, they share the draw. Regret: what a structure costs above the cheapest of the same draw.",
        "Billigst: andelen af trækningerne; hvor flere opdelinger koster det samme, deler de trækningen. Over billigste: hvad en opdeling koster ud over den billigste i samme trækning.";
    note_members: "A bidder with a number behind it stands for that many alike; figures are for one of them. Guaranteed: the least volume in any draw in which it wins something. Largest: the most in any draw.",
        "En tilbudsgiver med et tal efter står for så mange ens; tallene gælder én af dem. Garanteret: det mindste volumen i de trækninger, hvor den vinder noget. Størst: det største i nogen trækning.";
    note_drivers: "Share: how much of the variance follows from one input by itself, in at most {bins} bins, less what chance would give. What is left follows from several together; what moves together shares the same part.",
        "Andel: hvor meget af variansen der følger af én usikkerhed alene, i højst {bins} grupper, minus hvad tilfældet ville give. Resten følger af flere sammen; det, der bevæger sig sammen, deler den samme del.";
    note_unknown: "In {n} {n:draw|draws} the cost of some structure is not known; structures are held against each other in the other {comparable}.",
        "I {n} {n:trækning|trækninger} er udgiften for en opdeling ukendt; opdelingerne holdes op mod hinanden i de øvrige {comparable}.";
    note_tied: "{structure}: in {n} {n:draw|draws} several awards were equally good after the rules for ties; a drawn order of the bidders decided.",
        "{structure}: i {n} {n:trækning|trækninger} var flere tildelinger lige gode efter reglerne for lighed; en trukket rækkefølge af tilbudsgivere afgjorde.";
    note_hhi: "HHI is the mean over the draws of the sum of squared shares of what suppliers are paid x 10,000.",
        "HHI er gennemsnittet over trækningerne af summen af kvadrerede andele af, hvad leverandører betales, x 10.000.";
    note_cannot: "A simulation cannot tell what nobody put into it: how bidders will really answer a structure is an assumption.",
        "En simulering kan ikke vise, hvad ingen har lagt i den: hvordan tilbudsgivere faktisk svarer på en opdeling, er en antagelse.";
    note_interrupted: "Interrupted: the figures rest on the draws made so far, and the questions of what would have to be different were not asked.",
        "Afbrudt: tallene bygger på de trækninger, der blev lavet, og spørgsmålene om, hvad der skulle være anderledes, er ikke stillet.";
    chart_distribution: "What each structure may cost", "Hvad hver opdeling kan koste";
    chart_distribution_about: "{structure}: nine draws of ten between {low} and {high}, half of them at or below {median}, on average {mean}.",
        "{structure}: ni af ti trækninger mellem {low} og {high}, halvdelen på eller under {median}, i gennemsnit {mean}.";
    chart_difference: "What each structure costs more than {base} in the same draw", "Hvad hver opdeling koster mere end {base} i samme trækning";
    chart_difference_about: "{structure} less {base}: nine draws of ten between {low} and {high} kr., on average {mean} kr.",
        "{structure} minus {base}: ni af ti trækninger mellem {low} og {high} kr., i gennemsnit {mean} kr.";
    key_difference: "line: nine draws of ten · dot: mean · left of 0: cheaper", "streg: ni af ti trækninger · prik: middel · til venstre for 0: billigere";
    chart_by_lots: "Cost against the number of lots", "Udgift mod antal delaftaler";
    chart_by_lots_about: "{structure}, {lots} {lots:lot|lots}: on average {mean}, nine draws of ten between {low} and {high}.",
        "{structure}, {lots} {lots:delaftale|delaftaler}: i gennemsnit {mean}, ni af ti trækninger mellem {low} og {high}.";
    chart_cheapest: "How often each structure is the cheapest", "Hvor ofte hver opdeling er billigst";
    chart_cheapest_about: "{structure}: in {share} % of the draws.", "{structure}: i {share} % af trækningerne.";
    chart_winning: "How often each bidder wins something", "Hvor ofte hver tilbudsgiver vinder noget";
    chart_winning_about: "{structure}, {bidder}: in {share} % of the draws.", "{structure}, {bidder}: i {share} % af trækningerne.";
    axis_millions: "million kroner", "mio. kroner";
    axis_kroner: "kroner", "kroner";
    axis_lots: "number of lots", "antal delaftaler";
    axis_percent: "per cent of the draws", "procent af trækningerne";
    key_interval: "line: nine draws of ten · mark: median · dot: mean · bars: how often", "streg: ni af ti trækninger · mærke: median · prik: middel · søjler: hvor ofte";
    key_by_lots: "line: nine draws of ten · dot: mean · the axis does not begin at 0", "streg: ni af ti trækninger · prik: middel · aksen begynder ikke ved 0";
    chart_draws: "{draws} draws, seed {seed}", "{draws} trækninger, startværdi {seed}";
    merge_not_a_part: "{file}: this is no part of a simulation", "{file}: dette er ikke en del af en simulering";
    merge_newer: "{file}: written by a newer version of the program", "{file}: skrevet af en nyere version af programmet";
    merge_damaged: "{file}: cut off or changed after it was written", "{file}: afkortet eller ændret, efter at den blev skrevet";
    merge_internal: "{file}: drawn from the bidders' own bids; add --internal", "{file}: trukket af tilbudsgivernes egne tilbud; tilføj --internal";
    merge_differs: "{file}: another {what}: {own} instead of {expected}", "{file}: anden {what}: {own} i stedet for {expected}";
    merge_overlap: "{file} and {other}: both hold draws {from} to {until}", "{file} og {other}: begge rummer trækning {from} til {until}";
    merge_gap: "no part holds draws {from} to {until}", "ingen del rummer trækning {from} til {until}";
    what_engine: "version of the program", "version af programmet";
    what_dialogue: "dialogue or tender", "dialog eller udbud";
    what_seed: "seed", "startværdi";
    what_draws: "number of draws", "antal trækninger";
    what_algorithm: "generator", "generator";
    what_tables: "tables", "tabeller";
    what_shape: "shape (inputs, bidders / lots)", "form (usikkerheder, tilbudsgivere / delaftaler)";
}

impl Words {
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
    fn both_languages_name_the_same_arguments() {
        let names = |text: &str| {
            let mut names: Vec<String> = text
                .split('{')
                .skip(1)
                .filter_map(|t| t.split_once('}'))
                .map(|(n, _)| n.split(':').next().unwrap_or(n).to_owned())
                .collect();
            names.sort();
            names.dedup();
            names
        };
        for (word, en, da) in PAIRS {
            assert_eq!(names(en), names(da), "{word}");
            assert!(!en.trim().is_empty() && !da.trim().is_empty(), "{word}");
        }
    }
}
