//! What problems say in Danish: the message, and how to mend it.
//!
//! `{name}` is an argument; what stands between `‹` and `›` is left out where an argument in it is missing.

use crate::tender::ProblemCode as C;

/// The templates of message and help.
#[rustfmt::skip]
pub(super) const fn wording(code: C) -> (&'static str, &'static str) {
    match code {
        C::FileMissing => (
            "filen {path} findes ikke",
            "stier regnes fra den fil, der nævner dem; kontrollér stavemåden, og at filen ligger i mappen"),
        C::FileOutside => (
            "{path} ligger uden for {the-tender}s mappe",
            "kopiér filen ind i mappen, og angiv den derfra, fx \"bids/alfa.toml\"; der følges ingen links ud af mappen"),
        C::FileUnreadable => (
            "{path} kan ikke læses: {reason}",
            "kontrollér, at du har adgang til filen, og at intet andet program har låst den"),
        C::NotUtf8 => (
            "filen er ikke UTF-8 fra byte {byte}",
            "gem den igen som UTF-8; i Excel: Filer, Gem som, filtypen \"CSV UTF-8 (semikolonsepareret) (*.csv)\""),
        C::NoFileMatches => (
            "ingen fil passer til {pattern}",
            "det er i orden, så længe der ikke er modtaget tilbud; kontrollér ellers mappen og filendelsen"),
        C::PricesFileShared => (
            "et andet tilbud henter også sine priser i {path}",
            "hver tilbudsgiver har sin egen fil, medmindre de to virkelig har tilbudt de samme priser"),
        C::Syntax => (
            "dette er ikke TOML: {reason}",
            "skriv hver nøgle som nøgle = værdi på sin egen linje; tekster står i anførselstegn, lister i [ ]"),
        C::DuplicateKey => (
            "{key} står her for anden gang",
            "behold den ene af de to; et nyt tilbud begynder med [[bid]], en ny ydelse med [[procedure]]"),
        C::CsvEmpty => (
            "filen har ingen linjer",
            "den første linje angiver kolonnerne: {columns}"),
        C::CsvColumnMissing => (
            "kolonnen {column} mangler",
            "den første linje angiver kolonnerne; den har {found}"),
        C::CsvColumnUnknown => (
            "kolonnen {column} betyder ikke noget her",
            "‹mente du {nearest}? ›gyldige er {valid}"),
        C::CsvColumnTwice => (
            "kolonnen {column} står her for anden gang",
            "behold den ene af de to kolonner"),
        C::CsvFields => (
            "linjen har {fields} felter, overskriften har {columns}",
            "et felt, der indeholder skilletegnet, står i anførselstegn: \"Hofte, venstre\"; i en fil med decimalkomma er skilletegnet ;"),
        C::CsvQuote => (
            "et anførselstegn er ikke lukket, eller der følger tekst efter det",
            "et felt i anførselstegn slutter før skilletegnet; et anførselstegn inde i feltet skrives dobbelt: \"Klinik \"\"Øst\"\"\""),
        C::Format => (
            "filen oplyser ikke, at den er i format 1‹; der står {found}›",
            "skriv format = 1 som første linje; et senere format kræver en senere version af udbud"),
        C::UnknownKey => (
            "{table} har ingen nøgle {key}",
            "‹mente du {nearest}? ›gyldige er {valid}"),
        C::MissingKey => (
            "{table} mangler {key}",
            "tilføj {example}"),
        C::WrongType => (
            "{key} skal være {expected}, men er {found}",
            "tekster og navne står i anførselstegn, tal behøver dem ikke, lister står i [ ], tabeller i { }"),
        C::SingleBrackets => (
            "der kan være flere af disse: de står i dobbelte klammer",
            "skriv {table}"),
        C::UnknownValue => (
            "{key} kan ikke være \"{value}\"",
            "‹mente du \"{nearest}\"? ›gyldige er {valid}"),
        C::UnquotedDot => (
            "nøglen {key} indeholder et punktum, som TOML læser som en tabel i en tabel",
            "sæt den i anførselstegn: {quoted} = ..."),
        C::UnquotedKey => (
            "nøglen {key} har bogstaver, som en nøgle uden anførselstegn ikke må have",
            "skriv {quoted} = ..."),
        C::CurlyQuotes => (
            "{text} står i anførselstegn fra et tekstbehandlingsprogram",
            "skriv lige anførselstegn: {quoted}"),
        C::WithoutEffect => (
            "{key} har ingen virkning her: {because}",
            "udelad den, så ingen tror, at den tæller, eller ret den regel, den hører til"),
        C::NumberForm => (
            "{text} er ikke skrevet, som tal skrives her",
            "skriv ‹{write}, altså ›‹{whole} eller {decimal}, alt efter hvad der menes: ›cifre uden tusindtalsskilletegn og med decimaler som i {like}"),
        C::NumberTooLong => (
            "{text} har mere end 28 cifre",
            "afrund selv tallet, så det er sikkert, hvad der menes"),
        C::PriceRange => (
            "{text} er ikke en pris",
            "‹{text} læses som {read}; mente du {write}? ›priser er 0 eller derover, har højst to decimaler og er under 10.000.000.000 kroner: {like}"),
        C::PercentDecimals => (
            "{percent} har mere end fire decimaler",
            "skriv procenter med højst fire decimaler: 12.3456"),
        C::PercentRange => (
            "{key} på {percent} procent ligger uden for det tilladte",
            "den går fra {least} til {most} procent; 12.5 betyder tolv en halv procent"),
        C::VolumeRange => (
            "{text} er ikke en volumen",
            "‹{text} læses som {read}; mente du {write}? ›volumener er hele tal fra 0 til 1.000.000.000, skrevet uden skilletegn: 1200"),
        C::NumberRange => (
            "{key} på {number} ligger uden for det tilladte",
            "den går fra {least} til {most}"),
        C::DateForm => (
            "{text} er ikke en dato",
            "skriv ‹{write}, altså ›år-måned-dag uden anførselstegn: 2024-11-15"),
        C::MomentForm => (
            "{text} er ikke et tidspunkt med forskel til universaltid",
            "skriv dato, klokkeslæt og tidsforskel uden anførselstegn: 2024-11-15T12:00:00+01:00 (+02:00 ved sommertid)"),
        C::PeriodReversed => (
            "perioden slutter {until}, før den begynder {from}",
            "from og until regnes begge med; en periode på én dag har samme dato to gange"),
        C::RefusedCharacter => (
            "teksten indeholder det usynlige tegn {character}",
            "skriv teksten igen i stedet for at kopiere den: sådanne tegn kan skjule eller bytte rundt på det, man ser"),
        C::EmptyName => (
            "et navn er tomt",
            "skriv navnet mellem anførselstegnene, eller udelad nøglen, hvor den er valgfri"),
        C::CodeWithStar => (
            "koden {code} ender på *, som står for alle koder, der begynder sådan",
            "skriv ydelsens fulde kode"),
        C::HashForm => (
            "{text} er ikke en kontrolsum",
            "den har 64 tegn fra 0 til 9 og a til f; udbud model skriver modellens, udbud record evalueringsrapportens"),
        C::GateWithoutWeights => (
            "et mindstekrav til total vægter de vurderede underkriterier, og {criterion} har ingen vægt",
            "giv hvert vurderet underkriterium (og dets overordnede) en vægt, eller sæt i stedet et mindstekrav til hvert underkriterium"),
        C::NoResult => (
            "intet resultat: {reason}",
            "ret formlen, parameteren eller tallet på dette sted, så hvert antageligt tilbud får et resultat"),
        C::ModelHashDiffers => (
            "modellen har kontrolsummen {own}, ikke den offentliggjorte {published}",
            "genskab det offentliggjorte, eller offentliggør den nye kontrolsum; udbud model FIL --against ANDEN viser forskellene"),
        C::DuplicateCode => (
            "koden {name} bruges af en anden ydelse",
            "giv hver prislinje sin egen kode; en linjes øvrige koder står i covers"),
        C::DuplicateBidder => (
            "der er et andet tilbud fra {name}",
            "en tilbudsgiver har ét tilbud; giv to selskaber med samme navn hver sin betegnelse, eller slet det tilbud, der er afløst"),
        C::DuplicateId => (
            "{kind} {name} findes allerede",
            "vælg et andet id til den ene af de to"),
        C::ReservedId => (
            "id'et {name} betyder alle vurderede underkriterier under ét",
            "vælg et andet id"),
        C::LooksAlike => (
            "{kind} \"{name}\" ligner \"{other}\", men er en anden",
            "hvis de er den samme, så skriv dem ens, bogstav for bogstav"),
        C::UnknownCode => (
            "ingen ydelse har koden {name}",
            "‹mente du {nearest}? ›koden skal være en [[procedure]]; KNG* står for alle koder, der begynder sådan"),
        C::UnknownTariff => (
            "der er ingen takst {name}",
            "‹mente du {nearest}? ›takster angives med [[tariff]] og deres id"),
        C::UnknownStructure => (
            "der er ingen opdeling {name}",
            "‹mente du {nearest}? ›opdelinger angives med [[structure]] og deres id; har filen egne opdelinger, angives den offentliggjorte i [award] structure"),
        C::UnknownLot => (
            "opdelingen {structure} har ingen delaftale {name}",
            "‹mente du {nearest}? ›delaftaler angives med [[structure.lot]]; en opdeling uden har én delaftale, whole"),
        C::UnknownCriterion => (
            "der er intet underkriterium {name}",
            "‹mente du {nearest}? ›underkriterier angives med [[evaluation.criterion]] og deres id"),
        C::UnknownBidder => (
            "der er intet tilbud fra {name}",
            "‹mente du {nearest}? ›skriv navnet nøjagtigt som i tilbuddet"),
        C::UnknownRequirement => (
            "der er intet krav {name}",
            "‹mente du {nearest}? ›krav angives med [[requirement]] og deres id"),
        C::MatchesNothing => (
            "ingen kode begynder som {pattern}",
            "kontrollér stavemåden; * står til sidst, og der er forskel på store og små bogstaver"),
        C::ListedTwice => (
            "{name} står to gange i {key}",
            "det tæller én gang; slet den ene"),
        C::TariffCircle => (
            "en takst er afledt af sig selv: {tariffs}",
            "den første takst i kæden er ikke afledt, og dens priser står ved ydelserne"),
        C::DerivedTariffListed => (
            "taksten {tariff} er afledt og har ingen egne priser",
            "slet prisen, eller slet derived-from ved taksten"),
        C::WhichTariff => (
            "det fremgår ikke, hvilken takst prisen hører til: {tariffs}",
            "angiv den: tariff = { duf-2024 = 62500 }; et tal alene kan bruges, hvor netop én takst ikke er afledt"),
        C::DerivedPriceTooLarge => (
            "prisen på {procedure} i taksten {tariff} ville blive 10.000.000.000 kroner eller mere",
            "kontrollér kædens nedsættelser: en negativ nedsættelse hæver prisen"),
        C::TenderWithoutCap => (
            "{the-tender} har intet prisloft",
            "uden [cap] er ingen pris for høj; angiv den takst, som kontrakterne ikke må overstige, eller fortsæt, hvis det er meningen"),
        C::ScoredPriceMissing => (
            "med pay-cap-while-in-force skal filen oplyse, hvilken pris der evalueres på",
            "tilføj scored-price = \"bid\", \"capped\" eller \"time-weighted\": de kan give forskellige vindere"),
        C::ScoredPriceUnused => (
            "scored-price hører til pay-cap-while-in-force, men prisloftet er {mode}",
            "slet scored-price, eller vælg above-cap = \"pay-cap-while-in-force\""),
        C::CapNeedsContract => (
            "betalingen afhænger af kontraktens dage, og de er ikke angivet",
            "tilføj contract = { from = 2024-12-01, until = 2026-11-30 } i [tender]"),
        C::CapNeverInForce => (
            "prisloftets takst {tariff} gælder ikke på nogen af kontraktens dage",
            "så nedsætter prisloftet aldrig en betaling; kontrollér in-force og contract"),
        C::RejectLineWithFallback => (
            "reject-line kan ikke bruges sammen med manglende ydelser til DUF-takst",
            "en tilbudsgiver kunne prissætte en kode over loftet for at få den købt andetsteds; vælg et andet above-cap eller missing = \"reject\""),
        C::DiscountWithoutBase => (
            "tilbuddet‹ fra {bidder}› angiver en rabatsats, men {the-tender} siger ikke af hvad",
            "tilføj discount-base = \"...\" med en taksts id i [pricing]"),
        C::FallbackWithoutContract => (
            "flere takster til DUF-køb følger efter hinanden dag for dag, men {the-tender} angiver ingen dage",
            "tilføj contract i [tender], eller angiv én takst; indtil da har kun ydelser med fallback-price en pris til DUF-takst"),
        C::FallbackNeverReached => (
            "taksten {tariff} kommer aldrig i brug: {first} før den gælder altid",
            "sæt den takst, der altid gælder, til sidst"),
        C::FallbackNeeded => (
            "{procedure} har ingen pris til DUF-takst, og det kræves: {because}",
            "tilføj fallback-price til ydelsen, eller giv den en pris i alle takster i [fallback]; taksterne skal dække alle kontraktens dage"),
        C::NoProcedures => (
            "{the-tender} køber ingenting",
            "tilføj en [[procedure]] med code, name og volume, eller [procedures] file = \"procedures.csv\""),
        C::VolumeOrder => (
            "volumenerne {min}, {expected}, {max} er ikke stigende",
            "min er højst expected, og expected er højst max"),
        C::ZeroVolume => (
            "der forventes intet af {procedure}, så dens pris tæller ikke",
            "angiv den forventede volumen, eller udelad ydelsen"),
        C::CoveredTwice => (
            "koden {code} hører til to prislinjer: {procedure} og {other}",
            "en kode betales kun efter én linje; slet den fra den ene"),
        C::InNoLot => (
            "{procedure} er ikke i nogen delaftale i {structure}",
            "tilføj koden til en delaftale, eller giv én delaftale codes = [\"*\"] for det, ingen anden nævner"),
        C::InTwoLots => (
            "{procedure} er i to delaftaler i {structure}: {lot} og {other}",
            "hver ydelse er i netop én delaftale; gør et præfiks længere, eller angiv koderne enkeltvis"),
        C::LotWithoutProcedures => (
            "delaftalen {lot} i {structure} har ingen ydelser",
            "tilføj en kode, eller slet delaftalen"),
        C::TwoRemainders => (
            "to delaftaler i {structure} tager det, ingen anden nævner: {lot} og {other}",
            "\"*\" må kun stå i én delaftale"),
        C::TooManyStructures => (
            "{structures} opdelinger af {procedures} ydelser er mere, end der kan rummes",
            "højst {most} opdelinger af så mange ydelser kan stå i én fil; sammenlign de øvrige i en fil for sig"),
        C::SuppliersReversed => (
            "min-suppliers på {min} er over max-suppliers på {max}",
            "ingen tildeling kan overholde begge; hæv max-suppliers, eller sænk min-suppliers"),
        C::MinSuppliersAboveLots => (
            "min-suppliers på {min} er over antallet af delaftaler, {lots}",
            "ingen tildeling kan have flere leverandører end delaftaler, så intet ville blive tildelt"),
        C::LimitsLeaveLots => (
            "grænserne tillader, at {most} delaftaler tildeles, og der er {lots}",
            "hæv max-suppliers eller max-lots-per-bidder, hvis alle delaftaler skal tildeles"),
        C::VariantChangesNothing => (
            "varianten {variant} angiver ikke noget at afprøve",
            "tilføj en af {keys}, eller slet varianten"),
        C::VariantWithoutCap => (
            "varianten {variant} ændrer prisloftet, og {the-tender} har intet",
            "tilføj [cap] til {the-tender}, eller afprøv noget andet"),
        C::VariantNeverLapses => (
            "prisloftets takst {tariff} gælder altid og har derfor ingen bortfaldsdag at ændre",
            "tilføj in-force til taksten, eller slet lapse"),
        C::VariantVolume => (
            "volumen af {procedure} ville blive over 1.000.000.000",
            "en faktor på 0.8 er en femtedel færre, 1.5 er halvt så mange flere"),
        C::CombinationWithScores => (
            "{structure} åbner for kombinationsrabat, men den højeste score vinder",
            "en rabat kan ikke lægges til en score; slet \"combination\" i bidders-may, eller vælg en model i kroner"),
        C::IfCheaperWithScores => (
            "unawarded = \"if-cheaper\" sammenligner priser, men den højeste score vinder",
            "vælg unawarded = \"if-no-award-possible\" eller en model i kroner"),
        C::LotWeightNeeded => (
            "delaftalen {lot} i {structure} har ingen vægt, og scorer for flere delaftaler lægges sammen",
            "tilføj weight = 1 til alle delaftaler, eller vægte, der siger, hvad hver tæller"),
        C::ScoreRoundingNeeded => (
            "scorer for flere delaftaler lægges sammen i {structure}, og modellen afrunder dem ikke",
            "tilføj score i rounding, fx rounding = { score = 2 }"),
        C::SuppliersAcrossLots => (
            "flere leverandører pr. delaftale kan ikke bruges sammen med {rules} i {structure}",
            "hver delaftale afgøres for sig; slet reglerne på tværs af delaftaler, eller slet suppliers-per-lot"),
        C::SharingSum => (
            "andelene giver tilsammen {sum}",
            "de er procent af delaftalens volumen efter rang og giver tilsammen 100: [60, 40]"),
        C::SharingCount => (
            "der er {shares} andele til {suppliers} leverandører",
            "angiv én andel for hver af suppliers-per-lot"),
        C::DrawnTwice => (
            "{bidder} er udtrukket for anden gang",
            "angiv hver tilbudsgiver én gang i den udtrukne rækkefølge"),
        C::DrawUnused => (
            "der er foretaget lodtrækning, men ties nævner den ikke",
            "tilføj \"draw\" i ties, hvis lodtrækning var oplyst som måden at afgøre pointlighed på"),
        C::NoCriteria => (
            "modellen {model} har ingen underkriterier",
            "tilføj [[evaluation.criterion]], eller vælg model = \"lowest-price\""),
        C::WeightSum => (
            "vægtene‹ under {parent}› giver tilsammen {sum}, ikke 100",
            "vægtene er {weights}; underkriterier med samme parent skal tilsammen give præcis 100"),
        C::ParentWithMethod => (
            "underkriteriet {criterion} er selv opdelt og får sine point fra delene",
            "slet method og measure her"),
        C::ParentCircle => (
            "et underkriterium er en del af sig selv: {criteria}",
            "slet en af parent-angivelserne"),
        C::MethodMissing => (
            "underkriteriet {criterion} siger ikke, hvordan det får sine point",
            "tilføj method = \"judged\", \"linear\", \"absolute\", \"proportional\", \"min-max\" eller \"formula\""),
        C::WidenMissing => (
            "skalaen for {criterion} udvides, men intet siger hvordan",
            "tilføj widen = { first = 40, step = 10 }, eventuelt med et ceiling"),
        C::WidenFirst => (
            "den første udvidelse {first} er under startværdien {start}",
            "first er det, skalaen bliver til, når et tilbud ligger ud over {start}"),
        C::WidenStep => (
            "med et trin på {step} ville skalaen aldrig vokse",
            "angiv et trin over 0"),
        C::WidenCeiling => (
            "loftet {ceiling} er under den første udvidelse {first}",
            "et tilbud ud over loftet afvises; angiv et, der er mindst lig med first"),
        C::HigherWithAbsolute => (
            "higher-is-better kan ikke bruges med den absolutte skala for {criterion}",
            "brug method = \"formula\" eller en anden metode"),
        C::ZeroAtBelowFullAt => (
            "zero-at på {zero-at} er ikke over full-at på {full-at}",
            "pointene falder fra full-at til zero-at, så zero-at er den største"),
        C::GateNotJudged => (
            "mindstekravet på {criterion} har ingen vurderede point at se på",
            "angiv et underkriterium med method = \"judged\", eller \"total\", hvor mindst ét er vurderet"),
        C::WorthNotJudged => (
            "en model med evalueringsteknisk pris vurderer kvalitet, men {criterion} måles",
            "brug method = \"judged\" eller model = \"formula\", hvis en målt værdi skal tælle"),
        C::WorthMissing => (
            "intet siger, hvad pointene for {criterion} er værd",
            "tilføj en af {keys}"),
        C::WorthMismatch => (
            "{key} passer ikke til adjust = \"{adjust}\"",
            "brug en af {keys} eller et andet adjust"),
        C::FormulaSyntaxError => (
            "formlen kan ikke læses: {reason}",
            "se formelsproget i formatbeskrivelsen; beløb er i kroner"),
        C::PointsMissing => (
            "{bidder} har ingen point for {criterion}‹ på delaftalen {lot}›",
            "tilføj dem i en [[assessment]] af tilbudsgiveren: points = { ... }"),
        C::PointsRange => (
            "{points} point ligger uden for skalaen fra 0 til {scale}",
            "giv point på modellens skala, eller ret [evaluation] scale før offentliggørelsen"),
        C::PointsNotJudged => (
            "point for {criterion} beregnes og vurderes ikke",
            "slet dem her, eller giv underkriteriet method = \"judged\""),
        C::ValueMissing => (
            "{bidder} angiver ingen {value}, som modellen bruger",
            "‹mente du {value} med {nearest}? ›tilføj values = { {value} = ... } til tilbuddet; et tilbud, der ikke skal evalueres, kan afvises med en [[decision]]"),
        C::NothingOffered => (
            "tilbuddet fra {bidder} angiver hverken pris eller rabatsats",
            "tilføj discount, discounts, prices eller prices-file; det, der ikke har en pris, er ikke tilbudt"),
        C::PriceEmpty => (
            "linjen med {code} angiver ingen pris",
            "ydelsen regnes som ikke tilbudt; skriv prisen, eller slet linjen, hvis det er meningen"),
        C::PricedTwice => (
            "{code} har en pris her og en anden før",
            "behold den, som tilbudsgiveren har sendt"),
        C::PricedAndNotOffered => (
            "{code} har en pris, men står også under not-offered",
            "den regnes som ikke tilbudt; slet den ene af de to, så det svarer til tilbuddet"),
        C::CombinationCondition => (
            "en kombinationsrabat har netop én betingelse",
            "angiv én af min-lots = 2, lots = [\"a\", \"b\"] eller all-lots = true"),
        C::CombinationStructure => (
            "kombinationsrabatten nævner delaftaler, men ikke den opdeling, de hører til",
            "tilføj structure = \"...\""),
        C::CombinationNeverMet => (
            "{structure} har {lots} delaftaler, så betingelsen aldrig er opfyldt",
            "kontrollér tallet, som tilbudsgiveren har angivet det"),
        C::StatedTwice => (
            "{what} er angivet to gange",
            "behold den ene af de to"),
        C::TogetherNotBid => (
            "{lot} skal tages sammen med andre, men bids-on udelader den",
            "tilbuddet kan så heller aldrig vinde de andre; kontrollér, hvad tilbudsgiveren har angivet"),
        C::TogetherAlone => (
            "færre end to delaftaler skal tages sammen",
            "angiv mindst to delaftaler, eller slet betingelsen"),
        C::LotWithoutStructure => (
            "en delaftale er angivet uden sin opdeling",
            "tilføj structure = \"...\""),
        C::JudgedTwice => (
            "{what} er vurderet to gange for {bidder} og de samme delaftaler",
            "behold den ene af de to, eller giv den ene en structure og en lot"),
        C::DecisionsContradict => (
            "beslutninger om {bidder} modsiger hinanden",
            "afvisningen gælder; slet den beslutning, der ikke længere står ved magt"),
        C::ContractBeforeDeadline => (
            "kontrakten begynder {from}, før fristen for tilbud {deadline}",
            "kontrollér begge datoer"),
        C::MoreErrors => (
            "og {more} flere fejl af slagsen {listed}",
            "ret dem ovenfor først"),
        C::MoreWarnings => (
            "og {more} flere advarsler af slagsen {listed}",
            "se dem ovenfor"),
        other => super::da_adjustments::wording(other),
    }
}
