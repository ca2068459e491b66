//! What `record` has written, or why it has not.

use serde_json::{Value, json};

use crate::{
    number::{Figure, Figures},
    outcome::{AwardStatus, Outcome},
    record::{folder::PathFault, write::NotRecorded},
    report::{
        Language,
        page::{Block, Page, Part, csv_text, page_markdown, page_text},
        tender_json,
    },
};

/// A record that was written.
#[derive(Debug)]
pub struct RecordWritten<'a> {
    /// What it is about.
    pub outcome: &'a Outcome<'a>,
    /// Its folder as the user named it.
    pub folder: &'a str,
    /// The archive beside it.
    pub zip: Option<&'a str>,
    /// The record hash.
    pub hash: &'a str,
    /// Files in it.
    pub files: usize,
    /// Their bytes in all.
    pub bytes: usize,
}

impl RecordWritten<'_> {
    fn facts(&self, language: Language) -> Vec<(&'static str, String)> {
        let pick = |en: &'static str, da: &'static str| language.pick(en, da);
        let count = |n: usize| language.figure(&Figure::from(n));
        let mut facts = vec![
            (pick("Tender", "Udbud"), self.outcome.tender.head.id.clone()),
            (pick("Folder", "Mappe"), self.folder.to_owned()),
        ];
        if let Some(zip) = self.zip {
            facts.push((pick("Archive", "Arkiv"), zip.to_owned()));
        }
        let size: Figures = vec![("n", Figure::from(self.files)), ("bytes", Figure::from(count(self.bytes)))];
        let files = pick("{n} {n:file|files}, {bytes} bytes", "{n} {n:fil|filer}, {bytes} bytes");
        facts.push((pick("Holds", "Indhold"), language.fill(files, &size).trim_end().to_owned()));
        facts.push((pick("Award", "Tildeling"), status(self.outcome.award.status, language).to_owned()));
        facts.push((pick("Record hash", "Rapportens hash"), self.hash.to_owned()));
        facts
    }

    fn sentences(&self, language: Language) -> Vec<&'static str> {
        let mut sentences = vec![language.pick(
            "The record hash belongs in the minutes: with it anybody can see later that nothing was changed.",
            "Rapportens hash hører til i referatet: med den kan enhver senere se, at intet er ændret.",
        )];
        if self.outcome.needs_action() {
            sentences.push(language.pick(
                "Somebody must act before the contract can be signed; the end of `udbud evaluate` says what there is to do.",
                "Der er noget at gøre, før kontrakten kan underskrives; slutningen af `udbud evaluate` siger hvad.",
            ));
        }
        sentences
    }

    fn page(&self, language: Language) -> Page {
        let facts = self.facts(language).into_iter().map(|(what, value)| (what.to_owned(), value)).collect();
        let title =
            language.pick("A decision record was written", "En evalueringsrapport med bilag er skrevet");
        let mut part = Part { blocks: vec![Block::Facts(facts)], ..Part::default() };
        self.sentences(language).into_iter().for_each(|sentence| part.text(sentence));
        Page { title: title.to_owned(), banner: None, parts: vec![part] }
    }
}

fn status(status: AwardStatus, language: Language) -> &'static str {
    match status {
        AwardStatus::Awarded => language.pick("awarded", "tildelt"),
        AwardStatus::Tie => language.pick("a tie", "lighed"),
        AwardStatus::NoAward => language.pick("no award", "ingen tildeling"),
        AwardStatus::NotProven => language.pick("not proven", "ikke bevist"),
    }
}

/// For people at a terminal.
pub fn written_table(written: &RecordWritten<'_>, language: Language, color: bool) -> String {
    page_text(&written.page(language), color)
}

/// For documents.
pub fn written_markdown(written: &RecordWritten<'_>, language: Language) -> String {
    page_markdown(&written.page(language))
}

/// For spreadsheets: what and value.
pub fn written_csv(written: &RecordWritten<'_>, language: Language) -> String {
    let head = vec![language.pick("what", "hvad").to_owned(), language.pick("value", "værdi").to_owned()];
    let facts = written.facts(language).into_iter().map(|(what, value)| vec![what.to_owned(), value]);
    csv_text(&std::iter::once(head).chain(facts).collect::<Vec<_>>(), language)
}

/// `udbud.record-written/1`
pub fn written_json(written: &RecordWritten<'_>, language: Language) -> Value {
    json!({
        "schema": "udbud.record-written/1",
        "tender": tender_json(written.outcome.tender),
        "folder": written.folder,
        "zip": written.zip,
        "files": written.files,
        "bytes": written.bytes,
        "status": written.outcome.award.status.name(),
        "needs-action": written.outcome.needs_action(),
        "record-hash": written.hash,
        "message": written.sentences(language).join(" "),
    })
}

/// Why there is no record of an outcome.
pub fn not_recorded_text(why: &NotRecorded, language: Language) -> String {
    match why {
        NotRecorded::NotPublished => language
            .pick(
                "no record: this is not the published decision, but a hypothesis",
                "ingen rapport: det er ikke den offentliggjorte afgørelse, men en hypotese",
            )
            .to_owned(),
        NotRecorded::NotProven => language
            .pick(
                "no record: the award is not proven to be the best\nhint: leave --work-limit out, or raise it",
                "ingen rapport: det er ikke bevist, at tildelingen er den bedste\ntip: udelad --work-limit, eller sæt den op",
            )
            .to_owned(),
        NotRecorded::TooLarge => language
            .pick(
                "no record: a figure of the proof is too large to be computed exactly",
                "ingen rapport: et tal i beviset er for stort til at beregnes eksakt",
            )
            .to_owned(),
        NotRecorded::Path(path, fault) => {
            let args = vec![
                ("path", Figure::from(path.escape_debug().to_string())),
                ("why", Figure::from(path_fault_text(*fault, language))),
            ];
            let template = language.pick(
                "no record: the path \"{path}\" may not stand in one: {why}\nhint: rename the file, and where the tender names it",
                "ingen rapport: stien \"{path}\" må ikke stå i en: {why}\ntip: omdøb filen, også hvor udbuddet nævner den",
            );
            language.fill(template, &args).trim_end().to_owned()
        }
        NotRecorded::TooMuch => language
            .pick(
                "no record: a record holds at most 10,000 files of 256 MiB each, and 512 MiB in all",
                "ingen rapport: en rapport kan højst have 10.000 filer på hver 256 MiB, og 512 MiB i alt",
            )
            .to_owned(),
    }
}

/// What is wrong with a path.
pub(super) fn path_fault_text(fault: PathFault, language: Language) -> &'static str {
    match fault {
        PathFault::Empty => {
            language.pick("it, or a part of it, is empty", "den, eller en del af den, er tom")
        }
        PathFault::LeadsOut => language.pick("it leads out of the folder", "den fører ud af mappen"),
        PathFault::Character => language.pick(
            "it holds a backslash or an invisible character",
            "den indeholder en omvendt skråstreg eller et usynligt tegn",
        ),
        PathFault::NotNfc => language.pick(
            "its letters are not in the composed form (Unicode NFC)",
            "dens bogstaver står ikke i sammensat form (Unicode NFC)",
        ),
        PathFault::TooDeep => language
            .pick("it is too long, or has more than 16 parts", "den er for lang eller har flere end 16 led"),
        PathFault::SameButForCase => language.pick(
            "another differs from it by case alone",
            "en anden afviger kun fra den ved store og små bogstaver",
        ),
        PathFault::FileAndFolder => {
            language.pick("it takes a file for a folder", "den bruger en fil som mappe")
        }
    }
}
