//! What problems of frameworks and mini-tenders say in Danish.

use crate::tender::ProblemCode as C;

/// The templates of message and help; empty for a code of another sort.
#[rustfmt::skip]
pub(super) const fn wording(code: C) -> (&'static str, &'static str) {
    match code {
        C::DirectAwardShares => (
            "direkte tildeling efter rang og leverandører med faste andele modsiger hinanden",
            "skriv direct-award = \"none\", eller sharing = \"ranked\" i [award]"),
        C::WeightRangeForm => (
            "spændet for {criterion} er ikke to tal",
            "skriv det mindste og det største, underkriteriet må tælle: weights = { price = [40, 70] }"),
        C::WeightRangeReversed => (
            "spændet for {criterion} går fra {least} ned til {most}",
            "skriv det mindste tal først; to ens tal tillader kun det tal"),
        C::FrameworkKind => (
            "{path} er af typen {kind}, og en rammeaftale er et udbud",
            "angiv det udbud, som rammeaftalen er tildelt i; et miniudbud kan ikke være rammeaftale for et andet"),
        C::FrameworkInvalid => (
            "rammeaftalen {path} er ugyldig",
            "ret det, der står om dens filer; udbud check på den fil viser det også"),
        C::FrameworkRecordDiffers => (
            "evalueringsrapporten {path} har kontrolsummen {own}, men der kræves en anden",
            "det er en anden evalueringsrapport, eller den er ændret: hent den, hvis kontrolsum står i referatet"),
        C::FrameworkRecordUnpinned => (
            "ingen record-hash siger, hvilken evalueringsrapport for rammeaftalen der menes",
            "tilføj record-hash = \"{own}\", hvis det er den kontrolsum, der står i referatet"),
        C::FrameworkRecordChanged => (
            "{file} i evalueringsrapporten {path} {reason}",
            "kør udbud verify på den; en evalueringsrapport, der er ændret, beviser intet: hent den igen"),
        C::FrameworkRecordOther => (
            "rammeaftalens udbudsfil er et andet udbud end det i dens evalueringsrapport",
            "angiv kun evalueringsrapporten, eller den udbudsfil, den er dannet af"),
        C::FrameworkNotEvaluated => (
            "tildelingen af rammeaftalen {framework} kan ikke beregnes: {reason}",
            "kør udbud evaluate på rammeaftalens fil; den siger, hvad der mangler"),
        C::FrameworkNotAwarded => (
            "rammeaftalen {framework} har ingen leverandør på delaftalen {lot}",
            "kør udbud evaluate på rammeaftalens fil: afgør ligheden, eller udelad ydelserne fra den delaftale"),
        C::MiniTendersNotAllowed => (
            "rammeaftalen {framework} giver ikke adgang til miniudbud",
            "et miniudbud kræver [mini-tenders] med allowed = true i rammeaftalen, som den blev offentliggjort"),
        C::UnknownFrameworkLot => (
            "rammeaftalen har ingen delaftale {lot}",
            "dens offentliggjorte opdeling har {lots}"),
        C::OutsideFrameworkLot => (
            "{procedure} hører til rammeaftalens delaftale {other}, og miniudbuddet gælder {lot}",
            "udelad ydelsen, eller angiv ingen delaftale, så miniudbuddet kan omfatte flere"),
        C::NotInFramework => (
            "{procedure} er ikke blandt ydelserne i rammeaftalen {framework}",
            "udelad den: kun en rammeaftale med new-codes = true lader et miniudbud købe andet end det, den nævner"),
        C::FrameworkLotNeeded => (
            "intet i delaftalen {lot} står i rammeaftalen, så den har ingen parter",
            "skriv i [framework], hvilken af dens delaftaler de nye koder hører til: lot = \"...\"; den har {lots}"),
        C::AboveFrameworkVolume => (
            "{procedure}: {volume} er over rammeaftalens maksimum på {max}",
            "et maksimum er bindende: sæt volumen ned, og husk det, der allerede er trukket"),
        C::PartyNotInvited => (
            "{bidder} er part i rammeaftalen {framework} og er ikke inviteret",
            "inviter alle delaftalens parter: tilføj navnet, eller udelad parties"),
        C::InvitedNotParty => (
            "{bidder} er inviteret, men er ikke part i rammeaftalen {framework}",
            "fjern navnet, eller skriv det som i rammeaftalen; parterne er her {parties}"),
        C::DiffersFromFramework => (
            "evalueringsmodellen afviger fra rammeaftalens: {what}‹ er {own} her›‹ og {framework} dér›",
            "skriv det som i rammeaftalen, der ikke giver adgang til ændringen; kun vægte kan have et spænd"),
        C::CriterionNotInFramework => (
            "rammeaftalen {framework} har intet underkriterium {criterion}",
            "udelad det: et miniudbud bruger rammeaftalens underkriterier"),
        C::FrameworkCriterionMissing => (
            "underkriteriet {criterion} i rammeaftalen {framework} er udeladt",
            "tilføj det som i rammeaftalen; det må kun tælle lidt, hvis weights giver adgang til det"),
        C::WeightOutsideRange => (
            "{criterion} tæller {weight}; rammeaftalen tillader {least} til {most}",
            "vælg et tal i spændet; et underkriterium, som weights ikke nævner, tæller som i rammeaftalen"),
        C::FrameworkNeedsContract => (
            "rammeaftalen {framework} begrænser kontrakten, og der er ikke angivet nogen kontrakt",
            "tilføj contract = { from = ..., until = ... } i [tender]"),
        C::OutsideFrameworkPeriod => (
            "kontrakten begynder {from}; rammeaftalen løber fra {first} til {last}",
            "begynd, mens rammeaftalen løber; kontrakten må gerne slutte efter den"),
        C::LongerThanFramework => (
            "kontrakten slutter {until}; rammeaftalen tillader {months} måneder, til {last}",
            "lad den slutte senest dér, eller begynd senere"),
        C::WithinStandstill => (
            "kontrakten begynder {from}; med {days} dages standstill efter tilbudsfristen kan den begynde {first}",
            "begynd senere, eller sæt en tidligere tilbudsfrist"),
        C::OtherDiscountBase => (
            "rabatsatser trækkes fra {tariff}‹, i rammeaftalen fra {framework}›",
            "brug rammeaftalens rabatgrundlag, eller bed om priser uden et"),
        C::OtherBasePrice => (
            "{procedure} har en anden takst i {tariff} end i rammeaftalen‹: {price} her›‹, {framework} dér›",
            "skriv taksten som i rammeaftalen, hvor rabatterne er givet i forhold til den"),
        C::FrameworkNeedsCap => (
            "rammeaftalen begrænser priser ved miniudbuddets prisloft, og det har intet",
            "tilføj [cap] med den takst, som priser ikke må overstige"),
        C::OtherCurrency => (
            "valutaen er {currency}, i rammeaftalen {framework}",
            "brug rammeaftalens valuta: priser holdes op mod den"),
        other => super::da_letters::wording(other),
    }
}
