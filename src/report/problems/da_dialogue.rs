//! What problems of dialogue files say in Danish.

use crate::tender::ProblemCode as C;

/// The templates of message and help; empty for a code of another sort.
#[rustfmt::skip]
pub(super) const fn wording(code: C) -> (&'static str, &'static str) {
    match code {
        C::DialogueNotTender => (
            "det er en dialogfil og ikke et udbud",
            "angiv den udbudsfil, som den handler om; udbud simulate og udbud check tager en dialogfil"),
        C::TenderNotDialogue => (
            "det er et udbud og ikke en dialogfil",
            "skriv en fil ved siden af med [dialogue] og tender = \"...\", der siger, hvad der er usikkert; se docs/reference/dialogue.md"),
        C::DialogueOfMiniTender => (
            "dialogens udbud er et miniudbud, hvor tilbudsgiverne er kendt",
            "skriv bidders = \"tender\", som kun er til eget brug, eller angiv et udbud"),
        C::NoProfiles => (
            "ingen byder i denne dialog",
            "tilføj [[profile]] med name og discount; med bidders = \"tender\" skal udbuddet have tilbud"),
        C::NamesBidder => (
            "{kind} \"{name}\" rummer navnet på en tilbudsgiver i udbuddet",
            "dialogen vises for markedet, og ingen nævnes der: kald en profil noget, der siger, hvilken slags hospital det er"),
        C::DialogueTooLarge => (
            "{count} {things} er flere, end der kan simuleres",
            "højst {most}; slå dem sammen, der ligner hinanden"),
        C::TooManyDecimals => (
            "{key} på {number} har mere end seks decimaler",
            "afrund til seks decimaler: ingen kender tallet mere præcist"),
        C::DistributionForm => (
            "{key} siger ikke, hvor sandsynlig hvilken værdi er",
            "skriv et tal eller én af uniform = [lav, høj], triangular = [lav, sandsynlig, høj], lognormal = { median = 1, spread = 1.2 }, two-point = [lav, høj, sandsynlighed for høj], values = [[værdi, vægt], ...]; dage er { date = ..., weight = 1 }"),
        C::DistributionCount => (
            "{key} skal have {needed} tal og har {count}",
            "uniform = [lav, høj], triangular = [lav, sandsynlig, høj], two-point = [lav, høj, sandsynlighed for høj], values = [[værdi, vægt], ...]"),
        C::DistributionOrder => (
            "tallene i {key} er ikke stigende: {numbers}",
            "skriv det mindste først; det mest sandsynlige i en trekantsfordeling står mellem yderpunkterne"),
        C::ScenariosAndFactors => (
            "scenarier og faktorer modsiger hinanden",
            "angiv enten [[volumes.scenario]] eller specialty og [[volumes.group]]"),
        C::CourseChain => (
            "{procedure} indgår allerede i et andet forløb",
            "en operation følger af én undersøgelse og er ikke selv en undersøgelse"),
        C::LapseWithoutCap => (
            "der er angivet en dag, hvor prisloftet bortfalder, og udbuddet har intet prisloft, der kan bortfalde",
            "udbuddet skal have contract = { from = ..., until = ... } og en loftstakst med in-force; ellers udelades [lapse]"),
        C::LapseBeforeInForce => (
            "prisloftet bortfalder {day}, før {tariff} gælder fra {from}",
            "angiv den sidste dag, hvor taksten gælder; en dag før kontrakten betyder, at den aldrig får betydning"),
        C::LimitsReversed => (
            "rabatten er mindst {least} og højst {most}",
            "skriv det mindste tal ved at-least"),
        _ => ("", ""),
    }
}
