//! The words for what levels prove, by language.

use crate::{
    record::verify::{Level, State},
    report::Language,
};

pub(super) struct Words {
    pub(super) title: &'static str,
    pub(super) record: &'static str,
    pub(super) tender: &'static str,
    pub(super) structure: &'static str,
    pub(super) made_by: &'static str,
    pub(super) rules: &'static str,
    pub(super) corrects: &'static str,
    pub(super) hash: &'static str,
    pub(super) corrected_record: &'static str,
    pub(super) framework_record: &'static str,
    pub(super) conclusion: &'static str,
    pub(super) all_holds: &'static str,
    pub(super) all_holds_demanded: &'static str,
    fails_at: [&'static str; 4],
    levels: [&'static str; 4],
    states: [&'static str; 3],
    proves_not: [&'static str; 4],
    files_prove_not_demanded: &'static str,
    failed: [&'static str; 4],
    not_run: [&'static str; 4],
    pub(super) files_hold: &'static str,
    pub(super) hash_holds: &'static str,
    pub(super) figures_hold: &'static str,
    pub(super) replay_holds: &'static str,
    pub(super) not_worded: &'static str,
    pub(super) several_suppliers: &'static str,
    pub(super) no_award: &'static str,
    pub(super) best: &'static str,
    pub(super) unknown_total: &'static str,
    pub(super) one_award: &'static str,
    pub(super) tied_awards: &'static str,
    pub(super) ties_not_proven: &'static str,
    pub(super) tie_rules_choose: &'static str,
    pub(super) tie_rules_leave: &'static str,
    pub(super) tie_rules_not_looked_at: &'static str,
}

impl Words {
    pub(super) fn of(language: Language) -> &'static Words {
        match language {
            Language::En => &EN,
            Language::Da => &DA,
        }
    }

    pub(super) fn level(&self, level: Level) -> &'static str {
        at(&self.levels, level)
    }

    pub(super) fn fails_at(&self, level: Level) -> &'static str {
        at(&self.fails_at, level)
    }

    pub(super) fn failed(&self, level: Level) -> &'static str {
        at(&self.failed, level)
    }

    pub(super) fn not_run(&self, level: Level) -> &'static str {
        at(&self.not_run, level)
    }

    pub(super) fn proves_not(&self, level: Level, hash_demanded: bool) -> &'static str {
        if level == Level::Files && hash_demanded {
            return self.files_prove_not_demanded;
        }
        at(&self.proves_not, level)
    }

    pub(super) fn state(&self, state: &State) -> &'static str {
        let [holds, fails, not_run] = self.states;
        match state {
            State::Holds => holds,
            State::Fails(_) => fails,
            State::NotRun => not_run,
        }
    }
}

fn at(words: &[&'static str; 4], level: Level) -> &'static str {
    let [files, figures, award, replay] = words;
    match level {
        Level::Files => files,
        Level::Figures => figures,
        Level::Award => award,
        Level::Replay => replay,
    }
}

static EN: Words = Words {
    title: "A decision record, verified",
    record: "Record",
    tender: "Tender",
    structure: "Structure",
    made_by: "Made by",
    rules: "rules",
    corrects: "Corrects",
    hash: "Record hash",
    corrected_record: "The record that is corrected",
    framework_record: "The record of the framework",
    conclusion: "Result",
    all_holds: "All that was looked at holds. Compare the record hash with the one in the minutes, or demand it with --record-hash.",
    all_holds_demanded: "All that was looked at holds, and the record is the one whose hash was demanded.",
    fails_at: [
        "The files are not those that were recorded: do not rely on the record before it is known why.",
        "The figures do not add up: do not rely on the award before it is known why.",
        "The award is not proven: do not rely on it before it is known why.",
        "The record cannot be made again from its inputs: do not rely on it before it is known why.",
    ],
    levels: ["Level 1, files", "Level 2, figures", "Level 3, award", "Level 4, replay"],
    states: ["holds", "FAILS", "not looked at"],
    proves_not: [
        "Not proven: that this is the record of the minutes, as no record hash was demanded; nor that what the files say is right.",
        "Not proven: that the texts are those of the input files (level 4); distances, margins and what losers would have needed.",
        "Not proven: prices and admissibility (they were computed anew from the inputs), distances and margins.",
        "Not proven: that the input files are what bidders sent and the buyer decided; only those who have the originals can see that.",
    ],
    files_prove_not_demanded: "Not proven: that what the files say is right.",
    failed: [
        "Files are not as they were when the record was made:",
        "Figures do not follow from the texts of the record:",
        "The certificate, or what is told of the award, does not hold:",
        "The inputs do not give this record:",
    ],
    not_run: [
        "It was not looked at.",
        "It was not looked at: a file that it needs cannot be read.",
        "It was not looked at: the inputs cannot be read, or not under rules that this program knows.",
        "It was not looked at: there is no manifest to start from.",
    ],
    files_hold: "{n} {n:file is|files are} as when the record was made; none is missing, none was added.",
    hash_holds: "The record has the hash that was demanded.",
    figures_hold: "Every figure follows from the texts of tender, bids and assessments: prices, admissibility, points, ranks, the award's figures. They were computed anew by a checker that shares no code with the evaluation.",
    replay_holds: "The input files, evaluated again, give the same {n} {n:file|files} to the byte.",
    not_worded: "Transcripts and README.txt were not compared: another version of the program worded them.",
    several_suppliers: "Each lot has several suppliers. There the ranking is its own proof, and level 2 covers it; there is no certificate.",
    no_award: "The certificate holds: no award keeps all rules.",
    best: "The certificate holds: no award is better than {total}.",
    unknown_total: "a total that is not known",
    one_award: "One award reaches it; there is no tie.",
    tied_awards: "Exactly {awards} awards reach it.",
    ties_not_proven: "How many awards reach it is not proven.",
    tie_rules_choose: "The tie rules choose the one that was awarded.",
    tie_rules_leave: "The tie rules leave {n} of them.",
    tie_rules_not_looked_at: "They are too many to list, so that the tie rules are covered by level 4 alone.",
};

static DA: Words = Words {
    title: "En evalueringsrapport med bilag, efterprøvet",
    record: "Rapport",
    tender: "Udbud",
    structure: "Opdeling",
    made_by: "Lavet af",
    rules: "regler",
    corrects: "Retter",
    hash: "Rapportens hash",
    corrected_record: "Den rapport, der rettes",
    framework_record: "Rammeaftalens rapport",
    conclusion: "Resultat",
    all_holds: "Alt, hvad der er set på, holder. Sammenlign rapportens hash med den i referatet, eller kræv den med --record-hash.",
    all_holds_demanded: "Alt, hvad der er set på, holder, og rapporten er den, hvis hash blev krævet.",
    fails_at: [
        "Filerne er ikke dem, der blev lagt i rapporten: stol ikke på den, før det vides hvorfor.",
        "Tallene stemmer ikke: stol ikke på tildelingen, før det vides hvorfor.",
        "Tildelingen er ikke bevist: stol ikke på den, før det vides hvorfor.",
        "Rapporten kan ikke laves igen ud fra sine filer: stol ikke på den, før det vides hvorfor.",
    ],
    levels: ["Trin 1, filer", "Trin 2, tal", "Trin 3, tildeling", "Trin 4, gentagelse"],
    states: ["holder", "HOLDER IKKE", "ikke set på"],
    proves_not: [
        "Det beviser ikke, at det er rapporten fra referatet, da ingen hash blev krævet; heller ikke, at det, filerne siger, er rigtigt.",
        "Det beviser ikke, at teksterne er dem fra filerne (trin 4); heller ikke afstande, margener og hvad taberne skulle have budt.",
        "Det beviser ikke priser og antagelighed (de er beregnet på ny ud fra filerne), afstande og margener.",
        "Det beviser ikke, at filerne er det, tilbudsgiverne sendte, og ordregiver besluttede; det kan kun den se, der har originalerne.",
    ],
    files_prove_not_demanded: "Det beviser ikke, at det, filerne siger, er rigtigt.",
    failed: [
        "Filer er ikke, som da rapporten blev lavet:",
        "Tal følger ikke af rapportens tekster:",
        "Beviset, eller det, der siges om tildelingen, holder ikke:",
        "Filerne giver ikke denne rapport:",
    ],
    not_run: [
        "Der er ikke set på det.",
        "Der er ikke set på det: en fil, det kræver, kan ikke læses.",
        "Der er ikke set på det: filerne kan ikke læses, eller ikke efter regler, som dette program kender.",
        "Der er ikke set på det: der er ingen indholdsfortegnelse at begynde med.",
    ],
    files_hold: "{n} {n:fil er|filer er}, som da rapporten blev lavet; ingen mangler, og ingen er lagt til.",
    hash_holds: "Rapporten har den hash, der blev krævet.",
    figures_hold: "Hvert tal følger af teksterne om udbud, tilbud og vurderinger: priser, antagelighed, point, rækkefølge og tildelingens tal. De er beregnet på ny af en kontrol, der ikke deler kode med evalueringen.",
    replay_holds: "Filerne, evalueret igen, giver {n:den samme|de samme} {n} {n:fil|filer} til mindste byte.",
    not_worded: "Udskrifter og README.txt er ikke sammenlignet: en anden version af programmet har formuleret dem.",
    several_suppliers: "Hver delaftale har flere leverandører. Dér er rækkefølgen sit eget bevis, og trin 2 dækker den; der er intet bevis i en fil for sig.",
    no_award: "Beviset holder: ingen tildeling overholder alle regler.",
    best: "Beviset holder: ingen tildeling er bedre end {total}.",
    unknown_total: "en sum, der ikke er kendt",
    one_award: "Én tildeling når den; der er ikke lighed.",
    tied_awards: "Præcis {awards} tildelinger når den.",
    ties_not_proven: "Hvor mange tildelinger der når den, er ikke bevist.",
    tie_rules_choose: "Reglerne ved lighed vælger den, der blev tildelt.",
    tie_rules_leave: "Reglerne ved lighed lader {n} af dem stå.",
    tie_rules_not_looked_at: "De er for mange til at opregnes, så reglerne ved lighed er kun dækket af trin 4.",
};
