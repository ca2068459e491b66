use super::has_date;
use crate::{
    admission::{Finding, FindingCode as F},
    tender::Severity,
};

/// The Danish wording of a finding.
pub(super) fn template(finding: &Finding) -> &'static str {
    match (finding.code, finding.severity) {
        (F::Late, _) => "Modtaget {received}, efter tilbudsfristen {deadline}.",
        (F::RequirementUnmet, Severity::Warning) => {
            "{code} regnes som ikke tilbudt: kravet {requirement} er ikke opfyldt ({text}). {reason}"
        }
        (F::RequirementUnmet, _) if finding.lot.is_some() => {
            "Kravet {requirement} er ikke opfyldt på delaftalen {lot}: {text}. {reason}"
        }
        (F::RequirementUnmet, _) => "Kravet {requirement} er ikke opfyldt: {text}. {reason}",
        (F::RejectedByDecision, _) if !has_date(finding) => {
            "Afvist ved ordregivers beslutning ({ground}). {text}"
        }
        (F::RejectedByDecision, _) => "Afvist ved ordregivers beslutning af {date} ({ground}). {text}",
        (F::ConditionNotInvited, _) => {
            "Tilbuddet stiller en betingelse ({conditions}), som opdelingen {structure} ikke giver adgang til: et forbehold."
        }
        (F::WrongPriceForm, _) => "Tilbuddet angiver {stated}; {the_tender}s prisform er {form}.",
        (F::AboveCapLater, _) => {
            "{code}: fra {from} er prisen {unit} over prisloftet {cap}; der betales prisloftet, så længe det gælder."
        }
        (F::AboveCap, Severity::Error) => {
            "{code}: prisen {unit} er over prisloftet {cap}; tilbuddet er ikke antageligt."
        }
        (F::AboveCap, Severity::Warning) => {
            "{code}: prisen {unit} er over prisloftet {cap}; linjen er uden pris."
        }
        (F::AboveCap, Severity::Note) => {
            "{code}: prisen {unit} er over prisloftet {cap}; der betales prisloftet, så længe det gælder."
        }
        (F::MissingProcedure, Severity::Error) => "{code} har ingen pris på delaftalen {lot}: {why}.",
        (F::MissingProcedure, Severity::Warning) => {
            "{code} har ingen pris på delaftalen {lot}: {why}. Den er prissat som køb til DUF-takst, i alt {fallback}."
        }
        (F::MissingProcedure, Severity::Note) => "Desuden har {code} ingen pris på delaftalen {lot}: {why}.",
        (F::NotRegistered, _) => {
            "{code} regnes som ikke tilbudt: tilbudsgiveren er ikke registreret til den."
        }
        (F::DiscountWithoutTariff, _) => "{code}: rabatsats, men ingen takst i rabatgrundlaget {tariff}.",
        (F::NoCap, _) => "{code} har ingen takst i {tariff} og derfor intet prisloft.",
        (F::RequirementUnverified, _) => "Kravet {requirement} er ikke efterprøvet: {text}.",
        (F::ZeroPrice, _) => "{code} er tilbudt til 0,00.",
        (F::LowPrice, _) => {
            "Prisen {price} på delaftalen {lot} er {below} % under medianen af de øvrige, {median}."
        }
        (F::CombinationNotDeclared, _) => {
            "Opdelingen {structure} giver ikke adgang til kombinationsrabat: {discount} % tæller ikke med."
        }
        (F::SameOwner, _) => "Har samme ejer ({group}) som {bidders}.",
        (F::BelowGate, _) => "{points} point for {criterion} på delaftalen {lot}: der kræves mindst {min}.",
        (F::OutsideScale, _) => {
            "{criterion} på delaftalen {lot}: {measure} ligger uden for skalaen, der slutter ved {edge}; tilbuddet afvises dér."
        }
        (F::ExcludedByExcluded, _) => {
            "{criterion} på delaftalen {lot}: afvist i forhold til en reference sat af {bidder}, som selv er afvist."
        }
        (F::ZeroReference, _) => {
            "{criterion} på delaftalen {lot}: den bedste værdi er 0. Et tilbud med den får fuldt point, alle andre 0."
        }
        (F::RoundingChangesRanking, _) => {
            "Afrunding ændrer rækkefølgen på delaftalen {lot}: afrundet {rounded}; uden afrunding {unrounded}."
        }
        (F::ScaleWidened, _) => {
            "{criterion} på delaftalen {lot}: skalaen er udvidet til {used} på grund af {bidder}."
        }
        (F::TenderWithoutCap, _) => "{The_tender} har intet prisloft: ingen pris holdes op mod en takst.",
        (F::NotFrameworkParty, _) if finding.lot.is_some() => {
            "Ikke part i rammeaftalen på delaftalen {lot} (dér: {lots})."
        }
        (F::NotFrameworkParty, _) => "Ikke part i rammeaftalen {framework}.",
        (F::AboveFrameworkPrice, _) => {
            "{code}: prisen {unit} er over tilbudsgiverens egen i rammeaftalen, {framework}."
        }
        (F::NoFrameworkPrice, _) => {
            "{code}: tilbudsgiveren har ingen egen pris i rammeaftalen, som kan begrænse prisen her."
        }
        (F::PartyWithoutBid, _) => "{bidder} er part på delaftalen {lot} og har ikke givet tilbud.",
        (F::EarlierReceivedUsed, _) => {
            "Lighed kan blive afgjort efter, hvornår tilbud er modtaget, hvilket ikke har forbindelse til kontraktens genstand."
        }
        (F::SingleBid, _) => "{bidder} er det eneste antagelige tilbud på delaftalen {lot}.",
    }
}

/// The wording of a widened slope, which is in per cent.
pub(super) const SLOPE_WIDENED: &str =
    "{criterion} på delaftalen {lot}: skalaen er udvidet til hældningen {used} % på grund af {bidder}.";

/// The Danish wording of several findings of one sort; `None` where each must be told by itself.
pub(super) fn several(finding: &Finding) -> Option<&'static str> {
    Some(match (finding.code, finding.severity) {
        (F::AboveCapLater, _) => {
            "{n} priser kommer over prisloftet senere i kontrakten; der betales prisloftet, så længe det gælder: {codes}."
        }
        (F::AboveCap, Severity::Error) => {
            "{n} priser er over prisloftet; tilbuddet er ikke antageligt: {codes}."
        }
        (F::AboveCap, Severity::Warning) => "{n} priser er over prisloftet; linjerne er uden pris: {codes}.",
        (F::AboveCap, Severity::Note) => {
            "{n} priser er over prisloftet, som betales, så længe det gælder: {codes}."
        }
        (F::MissingProcedure, Severity::Error) => {
            "{n} koder har ingen pris på delaftalen {lot}, {why}: {codes}."
        }
        (F::MissingProcedure, Severity::Warning) => {
            "{n} koder har ingen pris på delaftalen {lot} og er prissat som køb til DUF-takst, {why}: {codes}."
        }
        (F::MissingProcedure, Severity::Note) => {
            "Desuden har {n} koder ingen pris på delaftalen {lot}, {why}: {codes}."
        }
        (F::NotRegistered, _) => {
            "{n} koder regnes som ikke tilbudt, da tilbudsgiveren ikke er registreret til dem: {codes}."
        }
        (F::DiscountWithoutTariff, _) => {
            "{n} koder har rabatsats, men ingen takst i rabatgrundlaget {tariff}: {codes}."
        }
        (F::NoCap, _) => "{n} koder har ingen takst i {tariff} og derfor intet prisloft: {codes}.",
        (F::RequirementUnmet, _) => {
            "{n} koder regnes som ikke tilbudt, da kravet {requirement} ikke er opfyldt: {codes}."
        }
        (F::ZeroPrice, _) => "{n} koder er tilbudt til 0,00: {codes}.",
        (F::AboveFrameworkPrice, _) => "{n} priser er over tilbudsgiverens egne i rammeaftalen: {codes}.",
        (F::NoFrameworkPrice, _) => {
            "{n} koder, hvor tilbudsgiveren ingen egen pris har i rammeaftalen, som kan begrænse prisen: {codes}."
        }
        _ => return None,
    })
}
