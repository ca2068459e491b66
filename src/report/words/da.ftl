### Alle ord, som et menneske læser, på dansk. De engelske står i en.ftl, med de samme id'er i samme rækkefølge.
### Et id begynder med navnet på sit afsnit. Tal kommer formateret; COUNT($n) er `one` for antallet 1, ellers `other`;
### GIVEN($a) er `yes`, hvis argumentet er der og ikke er tomt, ellers `no`. Et mellemrum i enden af en tekst skrives {" "}.

## unit
# Korte ord mellem tal, overalt.

unit-and = og
unit-or = eller
unit-none = ingen
unit-bids =
    { $n } { COUNT($n) ->
        [one] tilbud
       *[other] tilbud
    }
# What a list that is cut ends with: A1, A2, A3 and 2 more.
unit-more = { $n } mere

# A moment, as 2024-11-15 12:00:00 (+01); and the months, for a language that writes dates with them.
unit-moment = { $date } kl. { $hour }.{ $minute }.{ $second } ({ $offset })
unit-january = januar
unit-february = februar
unit-march = marts
unit-april = april
unit-may = maj
unit-june = juni
unit-july = juli
unit-august = august
unit-september = september
unit-october = oktober
unit-november = november
unit-december = december

## kind
# What a procurement is called with its article: in the middle of a sentence, as its first words, and as its owner.

kind-tender = udbuddet
    .first = Udbuddet
    .its = Dets
kind-mini-tender = miniudbuddet
    .first = Miniudbuddet
    .its = Dets
kind-offer-collection = tilbudsindhentningen
    .first = Tilbudsindhentningen
    .its = Dens

## outcome
# Why a valid tender has no result: the place (Klinik Beta, lot hofte, criterion waiting), then the reason.

outcome-too-large = et tal er for stort, eller point er for fine, til at kunne beregnes eksakt
outcome-at-lot = delaftale { $lot }
outcome-at-criterion = underkriterium { $criterion }
outcome-formula = { $reason }: `{ $part }`
outcome-division-by-zero = formlen dividerer med nul
outcome-undefined = en rod, potens eller logaritme, der ikke findes
outcome-rounding-decimals = round() tager et helt antal decimaler fra -28 til 28
outcome-no-tariff = delaftalen har ingen værdi efter rabatgrundlaget
outcome-no-fallback = delaftalen kan ikke købes til DUF-takst
outcome-formula-weight = underkriteriet har ingen vægt
outcome-too-many-digits = et tal har for mange cifre
outcome-too-much-work = formlen kræver for meget beregning
outcome-circular-formula = formler bruger hinandens point i ring
outcome-missing-points = ingen vurdering giver tilbuddet point
outcome-missing-value = tilbuddet angiver ingen værdi `{ $value }`
outcome-no-fallback-cost = underkriteriet er værdisat i procent af køb til DUF-takst, og delaftalen kan ikke købes sådan
outcome-no-weight = underkriteriet har hverken vægt eller værdi
outcome-empty-scale = skalaen har ingen længde
outcome-price-too-large = en evalueringsteknisk pris er for stor til at beregnes

## problem
# What is wrong in a file, and as .help how to mend it; in the order of docs/reference/problems.md.

problem-file-missing = filen { $path } findes ikke
    .help = stier regnes fra den fil, der nævner dem; kontrollér stavemåden, og at filen ligger i mappen
problem-file-outside = { $path } ligger uden for { $the-tender }s mappe
    .help = kopiér filen ind i mappen, og angiv den derfra, fx "bids/alfa.toml"; der følges ingen links ud af mappen
problem-file-unreadable = { $path } kan ikke læses: { $reason }
    .help = kontrollér, at du har adgang til filen, og at intet andet program har låst den
problem-not-utf8 = filen er ikke UTF-8 fra byte { $byte }
    .help = gem den igen som UTF-8; i Excel: Filer, Gem som, filtypen "CSV UTF-8 (semikolonsepareret) (*.csv)"
problem-no-file-matches = ingen fil passer til { $pattern }
    .help = det er i orden, så længe der ikke er modtaget tilbud; kontrollér ellers mappen og filendelsen
problem-prices-file-shared = et andet tilbud henter også sine priser i { $path }
    .help = hver tilbudsgiver har sin egen fil, medmindre de to virkelig har tilbudt de samme priser
problem-syntax = dette er ikke TOML: { $reason }
    .help = skriv hver nøgle som nøgle = værdi på sin egen linje; tekster står i anførselstegn, lister i [ ]
problem-duplicate-key = { $key } står her for anden gang
    .help = behold den ene af de to; et nyt tilbud begynder med [[bid]], en ny ydelse med [[procedure]]
problem-csv-empty = filen har ingen linjer
    .help = den første linje angiver kolonnerne: { $columns }
problem-csv-column-missing = kolonnen { $column } mangler
    .help = den første linje angiver kolonnerne; den har { $found }
problem-csv-column-unknown = kolonnen { $column } betyder ikke noget her
    .help = { GIVEN($nearest) ->
        [yes] mente du { $nearest }?{" "}
       *[no] {""}
    }gyldige er { $valid }
problem-csv-column-twice = kolonnen { $column } står her for anden gang
    .help = behold den ene af de to kolonner
problem-csv-fields = linjen har { $fields } felter, overskriften har { $columns }
    .help = et felt, der indeholder skilletegnet, står i anførselstegn: "Hofte, venstre"; i en fil med decimalkomma er skilletegnet ;
problem-csv-quote = et anførselstegn er ikke lukket, eller der følger tekst efter det
    .help = et felt i anførselstegn slutter før skilletegnet; et anførselstegn inde i feltet skrives dobbelt: "Klinik ""Øst"""
problem-format = filen oplyser ikke, at den er i format 1{ GIVEN($found) ->
        [yes] ; der står { $found }
       *[no] {""}
    }
    .help = skriv format = 1 som første linje; et senere format kræver en senere version af udbud
problem-unknown-key = { $table } har ingen nøgle { $key }
    .help = { GIVEN($nearest) ->
        [yes] mente du { $nearest }?{" "}
       *[no] {""}
    }gyldige er { $valid }
problem-missing-key = { $table } mangler { $key }
    .help = tilføj { $example }
problem-wrong-type = { $key } skal være { $expected }, men er { $found }
    .help = tekster og navne står i anførselstegn, tal behøver dem ikke, lister står i [ ], tabeller i {"{"} {"}"}
problem-single-brackets = der kan være flere af disse: de står i dobbelte klammer
    .help = skriv { $table }
problem-unknown-value = { $key } kan ikke være "{ $value }"
    .help = { GIVEN($nearest) ->
        [yes] mente du "{ $nearest }"?{" "}
       *[no] {""}
    }gyldige er { $valid }
problem-unquoted-dot = nøglen { $key } indeholder et punktum, som TOML læser som en tabel i en tabel
    .help = sæt den i anførselstegn: { $quoted } = ...
problem-unquoted-key = nøglen { $key } har bogstaver, som en nøgle uden anførselstegn ikke må have
    .help = skriv { $quoted } = ...
problem-curly-quotes = { $text } står i anførselstegn fra et tekstbehandlingsprogram
    .help = skriv lige anførselstegn: { $quoted }
problem-without-effect = { $key } har ingen virkning her: { $because }
    .help = udelad den, så ingen tror, at den tæller, eller ret den regel, den hører til
problem-number-form = { $text } er ikke skrevet, som tal skrives her
    .help = skriv { GIVEN($write) ->
        [yes] { $write }, altså{" "}
       *[no] {""}
    }{ GIVEN($whole, $decimal) ->
        [yes] { $whole } eller { $decimal }, alt efter hvad der menes:{" "}
       *[no] {""}
    }cifre uden tusindtalsskilletegn og med decimaler som i { $like }
problem-number-too-long = { $text } har mere end 28 cifre
    .help = afrund selv tallet, så det er sikkert, hvad der menes
problem-price-range = { $text } er ikke en pris
    .help = { GIVEN($text, $read, $write) ->
        [yes] { $text } læses som { $read }; mente du { $write }?{" "}
       *[no] {""}
    }priser er 0 eller derover, har højst to decimaler og er under 10.000.000.000 kroner: { $like }
problem-percent-decimals = { $percent } har mere end fire decimaler
    .help = skriv procenter med højst fire decimaler: 12.3456
problem-percent-range = { $key } på { $percent } procent ligger uden for det tilladte
    .help = den går fra { $least } til { $most } procent; 12.5 betyder tolv en halv procent
problem-volume-range = { $text } er ikke en volumen
    .help = { GIVEN($text, $read, $write) ->
        [yes] { $text } læses som { $read }; mente du { $write }?{" "}
       *[no] {""}
    }volumener er hele tal fra 0 til 1.000.000.000, skrevet uden skilletegn: 1200
problem-number-range = { $key } på { $number } ligger uden for det tilladte
    .help = den går fra { $least } til { $most }
problem-date-form = { $text } er ikke en dato
    .help = skriv { GIVEN($write) ->
        [yes] { $write }, altså{" "}
       *[no] {""}
    }år-måned-dag uden anførselstegn: 2024-11-15
problem-moment-form = { $text } er ikke et tidspunkt med forskel til universaltid
    .help = skriv dato, klokkeslæt og tidsforskel uden anførselstegn: 2024-11-15T12:00:00+01:00 (+02:00 ved sommertid)
problem-period-reversed = perioden slutter { $until }, før den begynder { $from }
    .help = from og until regnes begge med; en periode på én dag har samme dato to gange
problem-refused-character = teksten indeholder det usynlige tegn { $character }
    .help = skriv teksten igen i stedet for at kopiere den: sådanne tegn kan skjule eller bytte rundt på det, man ser
problem-empty-name = et navn er tomt
    .help = skriv navnet mellem anførselstegnene, eller udelad nøglen, hvor den er valgfri
problem-code-with-star = koden { $code } ender på *, som står for alle koder, der begynder sådan
    .help = skriv ydelsens fulde kode
problem-hash-form = { $text } er ikke en kontrolsum
    .help = den har 64 tegn fra 0 til 9 og a til f; udbud model skriver modellens, udbud record evalueringsrapportens
problem-gate-without-weights = et mindstekrav til total vægter de vurderede underkriterier, og { $criterion } har ingen vægt
    .help = giv hvert vurderet underkriterium (og dets overordnede) en vægt, eller sæt i stedet et mindstekrav til hvert underkriterium
problem-no-result = intet resultat: { $reason }
    .help = ret formlen, parameteren eller tallet på dette sted, så hvert antageligt tilbud får et resultat
problem-model-hash-differs = modellen har kontrolsummen { $own }, ikke den offentliggjorte { $published }
    .help = genskab det offentliggjorte, eller offentliggør den nye kontrolsum; udbud model FIL --against ANDEN viser forskellene
problem-duplicate-code = koden { $name } bruges af en anden ydelse
    .help = giv hver prislinje sin egen kode; en linjes øvrige koder står i covers
problem-duplicate-bidder = der er et andet tilbud fra { $name }
    .help = en tilbudsgiver har ét tilbud; giv to selskaber med samme navn hver sin betegnelse, eller slet det tilbud, der er afløst
problem-duplicate-id = { $kind } { $name } findes allerede
    .help = vælg et andet id til den ene af de to
problem-reserved-id = id'et { $name } betyder alle vurderede underkriterier under ét
    .help = vælg et andet id
problem-looks-alike = { $kind } "{ $name }" ligner "{ $other }", men er en anden
    .help = hvis de er den samme, så skriv dem ens, bogstav for bogstav
problem-unknown-code = ingen ydelse har koden { $name }
    .help = { GIVEN($nearest) ->
        [yes] mente du { $nearest }?{" "}
       *[no] {""}
    }koden skal være en [[procedure]]; KNG* står for alle koder, der begynder sådan
problem-unknown-tariff = der er ingen takst { $name }
    .help = { GIVEN($nearest) ->
        [yes] mente du { $nearest }?{" "}
       *[no] {""}
    }takster angives med [[tariff]] og deres id
problem-unknown-structure = der er ingen opdeling { $name }
    .help = { GIVEN($nearest) ->
        [yes] mente du { $nearest }?{" "}
       *[no] {""}
    }opdelinger angives med [[structure]] og deres id; har filen egne opdelinger, angives den offentliggjorte i [award] structure
problem-unknown-lot = opdelingen { $structure } har ingen delaftale { $name }
    .help = { GIVEN($nearest) ->
        [yes] mente du { $nearest }?{" "}
       *[no] {""}
    }delaftaler angives med [[structure.lot]]; en opdeling uden har én delaftale, whole
problem-unknown-criterion = der er intet underkriterium { $name }
    .help = { GIVEN($nearest) ->
        [yes] mente du { $nearest }?{" "}
       *[no] {""}
    }underkriterier angives med [[evaluation.criterion]] og deres id
problem-unknown-bidder = der er intet tilbud fra { $name }
    .help = { GIVEN($nearest) ->
        [yes] mente du { $nearest }?{" "}
       *[no] {""}
    }skriv navnet nøjagtigt som i tilbuddet
problem-unknown-requirement = der er intet krav { $name }
    .help = { GIVEN($nearest) ->
        [yes] mente du { $nearest }?{" "}
       *[no] {""}
    }krav angives med [[requirement]] og deres id
problem-matches-nothing = ingen kode begynder som { $pattern }
    .help = kontrollér stavemåden; * står til sidst, og der er forskel på store og små bogstaver
problem-listed-twice = { $name } står to gange i { $key }
    .help = det tæller én gang; slet den ene
problem-tariff-circle = en takst er afledt af sig selv: { $tariffs }
    .help = den første takst i kæden er ikke afledt, og dens priser står ved ydelserne
problem-derived-tariff-listed = taksten { $tariff } er afledt og har ingen egne priser
    .help = slet prisen, eller slet derived-from ved taksten
problem-which-tariff = det fremgår ikke, hvilken takst prisen hører til: { $tariffs }
    .help = angiv den: tariff = {"{"} duf-2024 = 62500 {"}"}; et tal alene kan bruges, hvor netop én takst ikke er afledt
problem-derived-price-too-large = prisen på { $procedure } i taksten { $tariff } ville blive 10.000.000.000 kroner eller mere
    .help = kontrollér kædens nedsættelser: en negativ nedsættelse hæver prisen
problem-tender-without-cap = { $the-tender } har intet prisloft
    .help = uden [cap] er ingen pris for høj; angiv den takst, som kontrakterne ikke må overstige, eller fortsæt, hvis det er meningen
problem-scored-price-missing = med pay-cap-while-in-force skal filen oplyse, hvilken pris der evalueres på
    .help = tilføj scored-price = "bid", "capped" eller "time-weighted": de kan give forskellige vindere
problem-scored-price-unused = scored-price hører til pay-cap-while-in-force, men prisloftet er { $mode }
    .help = slet scored-price, eller vælg above-cap = "pay-cap-while-in-force"
problem-cap-needs-contract = betalingen afhænger af kontraktens dage, og de er ikke angivet
    .help = tilføj contract = {"{"} from = 2024-12-01, until = 2026-11-30 {"}"} i [tender]
problem-cap-never-in-force = prisloftets takst { $tariff } gælder ikke på nogen af kontraktens dage
    .help = så nedsætter prisloftet aldrig en betaling; kontrollér in-force og contract
problem-reject-line-with-fallback = reject-line kan ikke bruges sammen med manglende ydelser til DUF-takst
    .help = en tilbudsgiver kunne prissætte en kode over loftet for at få den købt andetsteds; vælg et andet above-cap eller missing = "reject"
problem-discount-without-base = tilbuddet{ GIVEN($bidder) ->
        [yes] {" "}fra { $bidder }
       *[no] {""}
    } angiver en rabatsats, men { $the-tender } siger ikke af hvad
    .help = tilføj discount-base = "..." med en taksts id i [pricing]
problem-adjustment-needs-contract = priserne reguleres over kontrakten, men den er ikke angivet
    .help = tilføj contract = {"{"} from = 2024-12-01, until = 2026-11-30 {"}"} i [tender]
problem-adjustment-of-nothing = prisreguleringen omfatter ingenting
    .help = angiv, hvad den regulerer: applies-to = ["tariff:duf-2024", "prices"]
problem-adjustment-target = prisreguleringen angiver { $target }, som hverken er enhedspriserne eller en takst
    .help = { GIVEN($nearest) ->
        [yes] mente du { $nearest }?{" "}
       *[no] {""}
    }gyldige er { $valid }
problem-adjustment-derived = taksten { $tariff } er afledt og følger { $base }
    .help = angiv den takst, den er afledt af, "tariff:{ $base }": reduktionen trækkes fra den regulerede takst
problem-adjustment-too-late = prisreguleringen fra { $from } får aldrig virkning: kontrakten udløber { $until }
    .help = kontrollér årstallet, eller slet reguleringen
problem-fixed-and-floating = på { $procedure } ligger prisen i kroner fra { $fixed } fast, mens rabatsatsen fra { $floating } følger taksten { $tariff } fra { $from } (berørte ydelser: { $n })
    .help = tilbuddene sammenlignes på forskellige vilkår over kontrakten: lad applies-to også angive "prices", eller lad alle angive priser i samme form ([pricing] form)
problem-fallback-without-contract = flere takster til DUF-køb følger efter hinanden dag for dag, men { $the-tender } angiver ingen dage
    .help = tilføj contract i [tender], eller angiv én takst; indtil da har kun ydelser med fallback-price en pris til DUF-takst
problem-fallback-never-reached = taksten { $tariff } kommer aldrig i brug: { $first } før den gælder altid
    .help = sæt den takst, der altid gælder, til sidst
problem-fallback-needed = { $procedure } har ingen pris til DUF-takst, og det kræves: { $because }
    .help = tilføj fallback-price til ydelsen, eller giv den en pris i alle takster i [fallback]; taksterne skal dække alle kontraktens dage
problem-no-procedures = { $the-tender } køber ingenting
    .help = tilføj en [[procedure]] med code, name og volume, eller [procedures] file = "procedures.csv"
problem-volume-order = volumenerne { $min }, { $expected }, { $max } er ikke stigende
    .help = min er højst expected, og expected er højst max
problem-zero-volume = der forventes intet af { $procedure }, så dens pris tæller ikke
    .help = angiv den forventede volumen, eller udelad ydelsen
problem-covered-twice = koden { $code } hører til to prislinjer: { $procedure } og { $other }
    .help = en kode betales kun efter én linje; slet den fra den ene
problem-in-no-lot = { $procedure } er ikke i nogen delaftale i { $structure }
    .help = tilføj koden til en delaftale, eller giv én delaftale codes = ["*"] for det, ingen anden nævner
problem-in-two-lots = { $procedure } er i to delaftaler i { $structure }: { $lot } og { $other }
    .help = hver ydelse er i netop én delaftale; gør et præfiks længere, eller angiv koderne enkeltvis
problem-lot-without-procedures = delaftalen { $lot } i { $structure } har ingen ydelser
    .help = tilføj en kode, eller slet delaftalen
problem-two-remainders = to delaftaler i { $structure } tager det, ingen anden nævner: { $lot } og { $other }
    .help = "*" må kun stå i én delaftale
problem-too-many-structures = { $structures } opdelinger af { $procedures } ydelser er mere, end der kan rummes
    .help = højst { $most } opdelinger af så mange ydelser kan stå i én fil; sammenlign de øvrige i en fil for sig
problem-suppliers-reversed = min-suppliers på { $min } er over max-suppliers på { $max }
    .help = ingen tildeling kan overholde begge; hæv max-suppliers, eller sænk min-suppliers
problem-min-suppliers-above-lots = min-suppliers på { $min } er over antallet af delaftaler, { $lots }
    .help = ingen tildeling kan have flere leverandører end delaftaler, så intet ville blive tildelt
problem-limits-leave-lots = grænserne tillader, at { $most } delaftaler tildeles, og der er { $lots }
    .help = hæv max-suppliers eller max-lots-per-bidder, hvis alle delaftaler skal tildeles
problem-variant-changes-nothing = varianten { $variant } angiver ikke noget at afprøve
    .help = tilføj en af { $keys }, eller slet varianten
problem-variant-without-cap = varianten { $variant } ændrer prisloftet, og { $the-tender } har intet
    .help = tilføj [cap] til { $the-tender }, eller afprøv noget andet
problem-variant-never-lapses = prisloftets takst { $tariff } gælder altid og har derfor ingen bortfaldsdag at ændre
    .help = tilføj in-force til taksten, eller slet lapse
problem-variant-volume = volumen af { $procedure } ville blive over 1.000.000.000
    .help = en faktor på 0.8 er en femtedel færre, 1.5 er halvt så mange flere
problem-combination-with-scores = { $structure } åbner for kombinationsrabat, men den højeste score vinder
    .help = en rabat kan ikke lægges til en score; slet "combination" i bidders-may, eller vælg en model i kroner
problem-if-cheaper-with-scores = unawarded = "if-cheaper" sammenligner priser, men den højeste score vinder
    .help = vælg unawarded = "if-no-award-possible" eller en model i kroner
problem-lot-weight-needed = delaftalen { $lot } i { $structure } har ingen vægt, og scorer for flere delaftaler lægges sammen
    .help = tilføj weight = 1 til alle delaftaler, eller vægte, der siger, hvad hver tæller
problem-score-rounding-needed = scorer for flere delaftaler lægges sammen i { $structure }, og modellen afrunder dem ikke
    .help = tilføj score i rounding, fx rounding = {"{"} score = 2 {"}"}
problem-suppliers-across-lots = flere leverandører pr. delaftale kan ikke bruges sammen med { $rules } i { $structure }
    .help = hver delaftale afgøres for sig; slet reglerne på tværs af delaftaler, eller slet suppliers-per-lot
problem-sharing-sum = andelene giver tilsammen { $sum }
    .help = de er procent af delaftalens volumen efter rang og giver tilsammen 100: [60, 40]
problem-sharing-count = der er { $shares } andele til { $suppliers } leverandører
    .help = angiv én andel for hver af suppliers-per-lot
problem-drawn-twice = { $bidder } er udtrukket for anden gang
    .help = angiv hver tilbudsgiver én gang i den udtrukne rækkefølge
problem-draw-unused = der er foretaget lodtrækning, men ties nævner den ikke
    .help = tilføj "draw" i ties, hvis lodtrækning var oplyst som måden at afgøre pointlighed på
problem-no-criteria = modellen { $model } har ingen underkriterier
    .help = tilføj [[evaluation.criterion]], eller vælg model = "lowest-price"
problem-weight-sum = vægtene{ GIVEN($parent) ->
        [yes] {" "}under { $parent }
       *[no] {""}
    } giver tilsammen { $sum }, ikke 100
    .help = vægtene er { $weights }; underkriterier med samme parent skal tilsammen give præcis 100
problem-parent-with-method = underkriteriet { $criterion } er selv opdelt og får sine point fra delene
    .help = slet method og measure her
problem-parent-circle = et underkriterium er en del af sig selv: { $criteria }
    .help = slet en af parent-angivelserne
problem-method-missing = underkriteriet { $criterion } siger ikke, hvordan det får sine point
    .help = tilføj method = "judged", "linear", "absolute", "proportional", "min-max" eller "formula"
problem-widen-missing = skalaen for { $criterion } udvides, men intet siger hvordan
    .help = tilføj widen = {"{"} first = 40, step = 10 {"}"}, eventuelt med et ceiling
problem-widen-first = den første udvidelse { $first } er under startværdien { $start }
    .help = first er det, skalaen bliver til, når et tilbud ligger ud over { $start }
problem-widen-step = med et trin på { $step } ville skalaen aldrig vokse
    .help = angiv et trin over 0
problem-widen-ceiling = loftet { $ceiling } er under den første udvidelse { $first }
    .help = et tilbud ud over loftet afvises; angiv et, der er mindst lig med first
problem-higher-with-absolute = higher-is-better kan ikke bruges med den absolutte skala for { $criterion }
    .help = brug method = "formula" eller en anden metode
problem-zero-at-below-full-at = zero-at på { $zero-at } er ikke over full-at på { $full-at }
    .help = pointene falder fra full-at til zero-at, så zero-at er den største
problem-gate-not-judged = mindstekravet på { $criterion } har ingen vurderede point at se på
    .help = angiv et underkriterium med method = "judged", eller "total", hvor mindst ét er vurderet
problem-worth-not-judged = en model med evalueringsteknisk pris vurderer kvalitet, men { $criterion } måles
    .help = brug method = "judged" eller model = "formula", hvis en målt værdi skal tælle
problem-worth-missing = intet siger, hvad pointene for { $criterion } er værd
    .help = tilføj en af { $keys }
problem-worth-mismatch = { $key } passer ikke til adjust = "{ $adjust }"
    .help = brug en af { $keys } eller et andet adjust
# Said of a fault that the section formula does not know.
problem-formula-fault = formlen kan ikke læses
    .help = se formelsproget i formatbeskrivelsen; beløb er i kroner
problem-points-missing = { $bidder } har ingen point for { $criterion }{ GIVEN($lot) ->
        [yes] {" "}på delaftalen { $lot }
       *[no] {""}
    }
    .help = tilføj dem i en [[assessment]] af tilbudsgiveren: points = {"{"} ... {"}"}
problem-points-range = { $points } point ligger uden for skalaen fra 0 til { $scale }
    .help = giv point på modellens skala, eller ret [evaluation] scale før offentliggørelsen
problem-points-not-judged = point for { $criterion } beregnes og vurderes ikke
    .help = slet dem her, eller giv underkriteriet method = "judged"
problem-value-missing = { $bidder } angiver ingen { $value }, som modellen bruger
    .help = { GIVEN($value, $nearest) ->
        [yes] mente du { $value } med { $nearest }?{" "}
       *[no] {""}
    }tilføj values = {"{"} { $value } = ... {"}"} til tilbuddet; et tilbud, der ikke skal evalueres, kan afvises med en [[decision]]
problem-direct-award-shares = direkte tildeling efter rang og leverandører med faste andele modsiger hinanden
    .help = skriv direct-award = "none", eller sharing = "ranked" i [award]
problem-weight-range-form = spændet for { $criterion } er ikke to tal
    .help = skriv det mindste og det største, underkriteriet må tælle: weights = {"{"} price = [40, 70] {"}"}
problem-weight-range-reversed = spændet for { $criterion } går fra { $least } ned til { $most }
    .help = skriv det mindste tal først; to ens tal tillader kun det tal
problem-framework-kind = { $path } er af typen { $kind }, og en rammeaftale er et udbud
    .help = angiv det udbud, som rammeaftalen er tildelt i; et miniudbud kan ikke være rammeaftale for et andet
problem-framework-invalid = rammeaftalen { $path } er ugyldig
    .help = ret det, der står om dens filer; udbud check på den fil viser det også
problem-framework-record-differs = evalueringsrapporten { $path } har kontrolsummen { $own }, men der kræves en anden
    .help = det er en anden evalueringsrapport, eller den er ændret: hent den, hvis kontrolsum står i referatet
problem-framework-record-unpinned = ingen record-hash siger, hvilken evalueringsrapport for rammeaftalen der menes
    .help = tilføj record-hash = "{ $own }", hvis det er den kontrolsum, der står i referatet
problem-framework-record-changed = { $file } i evalueringsrapporten { $path } { $reason }
    .help = kør udbud verify på den; en evalueringsrapport, der er ændret, beviser intet: hent den igen
problem-framework-record-other = rammeaftalens udbudsfil er et andet udbud end det i dens evalueringsrapport
    .help = angiv kun evalueringsrapporten, eller den udbudsfil, den er dannet af
problem-framework-not-evaluated = tildelingen af rammeaftalen { $framework } kan ikke beregnes: { $reason }
    .help = kør udbud evaluate på rammeaftalens fil; den siger, hvad der mangler
problem-framework-not-awarded = rammeaftalen { $framework } har ingen leverandør på delaftalen { $lot }
    .help = kør udbud evaluate på rammeaftalens fil: afgør ligheden, eller udelad ydelserne fra den delaftale
problem-mini-tenders-not-allowed = rammeaftalen { $framework } giver ikke adgang til miniudbud
    .help = et miniudbud kræver [mini-tenders] med allowed = true i rammeaftalen, som den blev offentliggjort
problem-unknown-framework-lot = rammeaftalen har ingen delaftale { $lot }
    .help = dens offentliggjorte opdeling har { $lots }
problem-outside-framework-lot = { $procedure } hører til rammeaftalens delaftale { $other }, og miniudbuddet gælder { $lot }
    .help = udelad ydelsen, eller angiv ingen delaftale, så miniudbuddet kan omfatte flere
problem-not-in-framework = { $procedure } er ikke blandt ydelserne i rammeaftalen { $framework }
    .help = udelad den: kun en rammeaftale med new-codes = true lader et miniudbud købe andet end det, den nævner
problem-framework-lot-needed = intet i delaftalen { $lot } står i rammeaftalen, så den har ingen parter
    .help = skriv i [framework], hvilken af dens delaftaler de nye koder hører til: lot = "..."; den har { $lots }
problem-above-framework-volume = { $procedure }: { $volume } er over rammeaftalens maksimum på { $max }
    .help = et maksimum er bindende: sæt volumen ned, og husk det, der allerede er trukket
problem-party-not-invited = { $bidder } er part i rammeaftalen { $framework } og er ikke inviteret
    .help = inviter alle delaftalens parter: tilføj navnet, eller udelad parties
problem-invited-not-party = { $bidder } er inviteret, men er ikke part i rammeaftalen { $framework }
    .help = fjern navnet, eller skriv det som i rammeaftalen; parterne er her { $parties }
problem-differs-from-framework = evalueringsmodellen afviger fra rammeaftalens: { $what }{ GIVEN($own) ->
        [yes] {" "}er { $own } her
       *[no] {""}
    }{ GIVEN($framework) ->
        [yes] {" "}og { $framework } dér
       *[no] {""}
    }
    .help = skriv det som i rammeaftalen, der ikke giver adgang til ændringen; kun vægte kan have et spænd
problem-criterion-not-in-framework = rammeaftalen { $framework } har intet underkriterium { $criterion }
    .help = udelad det: et miniudbud bruger rammeaftalens underkriterier
problem-framework-criterion-missing = underkriteriet { $criterion } i rammeaftalen { $framework } er udeladt
    .help = tilføj det som i rammeaftalen; det må kun tælle lidt, hvis weights giver adgang til det
problem-weight-outside-range = { $criterion } tæller { $weight }; rammeaftalen tillader { $least } til { $most }
    .help = vælg et tal i spændet; et underkriterium, som weights ikke nævner, tæller som i rammeaftalen
problem-framework-needs-contract = rammeaftalen { $framework } begrænser kontrakten, og der er ikke angivet nogen kontrakt
    .help = tilføj contract = {"{"} from = ..., until = ... {"}"} i [tender]
problem-outside-framework-period = kontrakten begynder { $from }; rammeaftalen løber fra { $first } til { $last }
    .help = begynd, mens rammeaftalen løber; kontrakten må gerne slutte efter den
problem-longer-than-framework = kontrakten slutter { $until }; rammeaftalen tillader { $months } måneder, til { $last }
    .help = lad den slutte senest dér, eller begynd senere
problem-within-standstill = kontrakten begynder { $from }; med { $days } dages standstill efter tilbudsfristen kan den begynde { $first }
    .help = begynd senere, eller sæt en tidligere tilbudsfrist
problem-other-discount-base = rabatsatser trækkes fra { $tariff }{ GIVEN($framework) ->
        [yes] , i rammeaftalen fra { $framework }
       *[no] {""}
    }
    .help = brug rammeaftalens rabatgrundlag, eller bed om priser uden et
problem-other-base-price = { $procedure } har en anden takst i { $tariff } end i rammeaftalen{ GIVEN($price) ->
        [yes] : { $price } her
       *[no] {""}
    }{ GIVEN($framework) ->
        [yes] , { $framework } dér
       *[no] {""}
    }
    .help = skriv taksten som i rammeaftalen, hvor rabatterne er givet i forhold til den
problem-framework-needs-cap = rammeaftalen begrænser priser ved miniudbuddets prisloft, og det har intet
    .help = tilføj [cap] med den takst, som priser ikke må overstige
problem-other-currency = valutaen er { $currency }, i rammeaftalen { $framework }
    .help = brug rammeaftalens valuta: priser holdes op mod den
problem-disclosure-gives-away = det, brevene må oplyse, afslører { $leak }
    .help = udelad det ord, der afslører det, tilføj ordet for det, der afsløres, eller acceptér det med on-leak = "warn"
problem-standstill-too-short = { $days } dages standstill; når breve sendes { $sent }, kræver loven mindst { $least }
    .help = skriv days = { $least }; gælder lovens standstillperiode ikke, så skriv hvorfor: reason = "..."
problem-standstill-below-framework = { $days } dages standstill; rammeaftalen { $framework } kræver mindst { $least }
    .help = skriv days = { $least }, eller udelad nøglen: rammeaftalens dage gælder af sig selv
problem-nothing-offered = tilbuddet fra { $bidder } angiver hverken pris eller rabatsats
    .help = tilføj discount, discounts, prices eller prices-file; det, der ikke har en pris, er ikke tilbudt
problem-price-empty = linjen med { $code } angiver ingen pris
    .help = ydelsen regnes som ikke tilbudt; skriv prisen, eller slet linjen, hvis det er meningen
problem-priced-twice = { $code } har en pris her og en anden før
    .help = behold den, som tilbudsgiveren har sendt
problem-priced-and-not-offered = { $code } har en pris, men står også under not-offered
    .help = den regnes som ikke tilbudt; slet den ene af de to, så det svarer til tilbuddet
problem-combination-condition = en kombinationsrabat har netop én betingelse
    .help = angiv én af min-lots = 2, lots = ["a", "b"] eller all-lots = true
problem-combination-structure = kombinationsrabatten nævner delaftaler, men ikke den opdeling, de hører til
    .help = tilføj structure = "..."
problem-combination-never-met = { $structure } har { $lots } delaftaler, så betingelsen aldrig er opfyldt
    .help = kontrollér tallet, som tilbudsgiveren har angivet det
problem-stated-twice = { $what } er angivet to gange
    .help = behold den ene af de to
problem-together-not-bid = { $lot } skal tages sammen med andre, men bids-on udelader den
    .help = tilbuddet kan så heller aldrig vinde de andre; kontrollér, hvad tilbudsgiveren har angivet
problem-together-alone = færre end to delaftaler skal tages sammen
    .help = angiv mindst to delaftaler, eller slet betingelsen
problem-lot-without-structure = en delaftale er angivet uden sin opdeling
    .help = tilføj structure = "..."
problem-judged-twice = { $what } er vurderet to gange for { $bidder } og de samme delaftaler
    .help = behold den ene af de to, eller giv den ene en structure og en lot
problem-decisions-contradict = beslutninger om { $bidder } modsiger hinanden
    .help = afvisningen gælder; slet den beslutning, der ikke længere står ved magt
problem-contract-before-deadline = kontrakten begynder { $from }, før fristen for tilbud { $deadline }
    .help = kontrollér begge datoer
problem-dialogue-not-tender = det er en dialogfil og ikke et udbud
    .help = angiv den udbudsfil, som den handler om; udbud simulate og udbud check tager en dialogfil
problem-tender-not-dialogue = det er et udbud og ikke en dialogfil
    .help = skriv en fil ved siden af med [dialogue] og tender = "...", der siger, hvad der er usikkert; se docs/reference/dialogue.md
problem-dialogue-of-mini-tender = dialogens udbud er et miniudbud, hvor tilbudsgiverne er kendt
    .help = skriv bidders = "tender", som kun er til eget brug, eller angiv et udbud
problem-no-profiles = ingen byder i denne dialog
    .help = tilføj [[profile]] med name og discount; med bidders = "tender" skal udbuddet have tilbud
problem-names-bidder = { $kind } "{ $name }" rummer navnet på en tilbudsgiver i udbuddet
    .help = dialogen vises for markedet, og ingen nævnes der: kald en profil noget, der siger, hvilken slags hospital det er
problem-dialogue-too-large = { $count } { $things } er flere, end der kan simuleres
    .help = højst { $most }; slå dem sammen, der ligner hinanden
problem-too-many-decimals = { $key } på { $number } har mere end seks decimaler
    .help = afrund til seks decimaler: ingen kender tallet mere præcist
problem-distribution-form = { $key } siger ikke, hvor sandsynlig hvilken værdi er
    .help = skriv et tal eller én af uniform = [lav, høj], triangular = [lav, sandsynlig, høj], lognormal = {"{"} median = 1, spread = 1.2 {"}"}, two-point = [lav, høj, sandsynlighed for høj], values = [[værdi, vægt], ...]; dage er {"{"} date = ..., weight = 1 {"}"}
problem-distribution-count = { $key } skal have { $needed } tal og har { $count }
    .help = uniform = [lav, høj], triangular = [lav, sandsynlig, høj], two-point = [lav, høj, sandsynlighed for høj], values = [[værdi, vægt], ...]
problem-distribution-order = tallene i { $key } er ikke stigende: { $numbers }
    .help = skriv det mindste først; det mest sandsynlige i en trekantsfordeling står mellem yderpunkterne
problem-scenarios-and-factors = scenarier og faktorer modsiger hinanden
    .help = angiv enten [[volumes.scenario]] eller specialty og [[volumes.group]]
problem-course-chain = { $procedure } indgår allerede i et andet forløb
    .help = en operation følger af én undersøgelse og er ikke selv en undersøgelse
problem-lapse-without-cap = der er angivet en dag, hvor prisloftet bortfalder, og udbuddet har intet prisloft, der kan bortfalde
    .help = udbuddet skal have contract = {"{"} from = ..., until = ... {"}"} og en loftstakst med in-force; ellers udelades [lapse]
problem-lapse-before-in-force = prisloftet bortfalder { $day }, før { $tariff } gælder fra { $from }
    .help = angiv den sidste dag, hvor taksten gælder; en dag før kontrakten betyder, at den aldrig får betydning
problem-limits-reversed = rabatten er mindst { $least } og højst { $most }
    .help = skriv det mindste tal ved at-least
problem-more-errors = og { $more } flere fejl af slagsen { $listed }
    .help = ret dem ovenfor først
problem-more-warnings = og { $more } flere advarsler af slagsen { $listed }
    .help = se dem ovenfor

## argument
# Words of the format in the arguments of problems and findings.

# What a value must be, and what it is: the key price must be {a number}, and is {a text in quotes}.
argument-type-text = en tekst i anførselstegn
argument-type-number = et tal
argument-type-boolean = true eller false
argument-type-date = en dato eller et tidspunkt
argument-type-list = en liste
argument-type-value = en enkelt værdi
argument-type-table = en tabel
argument-type-distribution = et tal eller en fordeling
argument-type-tables = tabeller i dobbelte klammer

# What sort of thing has a name: the {lot} hofte is there already.
argument-kind-procedure = ydelsen
argument-kind-tariff = taksten
argument-kind-structure = opdelingen
argument-kind-lot = delaftalen
argument-kind-criterion = underkriteriet
argument-kind-requirement = kravet
argument-kind-bidder = tilbudsgiveren
argument-kind-variant = varianten
argument-kind-profile = profilen
argument-kind-scenario = scenariet
argument-kind-title = titlen

# A table that has no name in brackets, at the beginning of a sentence within a message: {a period} lacks until.
argument-table-tender = udbudsfilen
argument-table-period = en periode
argument-table-volume = en volumen
argument-table-lots = et valg af delaftaler
argument-table-procedures = linjen
argument-table-bids-file = en fil med tilbud
argument-table-assessments-file = en fil med vurderinger
argument-table-dialogue = dialogfilen
argument-table-days = en dag i lapse
argument-table-distribution = en fordeling
argument-table-may-lack = en linje i may-lack

# What there may be too many of.
argument-things-bidders = tilbudsgivere
argument-things-groups = grupper
argument-things-scenarios = scenarier
argument-things-courses = forløb

# Why a key has no effect, or why a fallback cost is needed.
argument-because-no-groups = der er ingen grupper
argument-because-date = date er angivet
argument-because-bidders-may = ingen af de opdelinger, der prøves, lader tilbudsgiverne angive den (bidders-may)
argument-because-derived-from = taksten er ikke afledt
argument-because-outside = outside er ikke "widen"
argument-because-record = der er ikke angivet nogen evalueringsrapport
argument-because-model = modellen bruger den ikke
argument-because-value-percent = et underkriterium regnes i procent af den
argument-because-structure-rule = opdelingen { $structure } har en regel på tværs af delaftaler

# How letters are sent.
argument-sent-electronically = elektronisk
argument-sent-by-post = med post

# What [disclosure] gives away.
argument-leak-one-discount = vinderens rabatsats: med form = "one-discount" følger den af den samlede pris og den offentlige takst
argument-leak-one-procedure = en enhedspris: den samlede pris på en delaftale med én ydelse, delt med volumen, er prisen
argument-leak-distance = vinderens pris: den er læserens egen minus afstanden
argument-leak-price-points = vinderens pris: den følger af dens point for pris og den offentliggjorte model

# What is wrong with a file of a record: FILE in the record PATH {was changed: ...}.
argument-record-missing = mangler
argument-record-unreadable = kan ikke læses, eller kun via et link
argument-record-changed = er ændret: dens sum er en anden
argument-record-too-much = er mere, end en evalueringsrapport må rumme
argument-record-form = har ikke den form, en evalueringsrapport har
argument-record-later-rules = er dannet efter senere regler, end dette program kender
argument-record-replay = er ikke det, en evaluering af evalueringsrapportens egne inddata giver

# What the reader of TOML finds wrong.
argument-syntax-text-not-closed = en tekst er ikke lukket med anførselstegn
argument-syntax-text-not-quoted = tekster skal stå i anførselstegn
argument-syntax-list-not-closed = en liste er ikke lukket med ]
argument-syntax-table-not-closed = en tabel er ikke lukket med {"}"}
argument-syntax-header-not-closed = en tabeloverskrift er ikke lukket med ]
argument-syntax-key-without-value = en nøgle har ingen værdi
argument-syntax-value-missing = der mangler en værdi efter =
argument-syntax-number-form = et tal er ikke skrevet, som TOML skriver tal
argument-syntax-equals-missing = der mangler et = efter nøglen
argument-syntax-date-form = en dato er ikke skrevet år-måned-dag som 2024-11-15
argument-syntax-time-form = et klokkeslæt er ikke skrevet som 12:00:00
argument-syntax-comma-too-many = der er et komma for meget i tabellen
argument-syntax-key-characters = en nøgle med andre tegn end a-z, 0-9, - og _ skal stå i anførselstegn
argument-syntax-key-missing = der mangler en nøgle
argument-syntax-break-missing = der mangler et linjeskift eller et komma før dette

# Fixed words of findings: why a code has no price, on what ground a bid is rejected, what a bid sets or states.
argument-bid-discount-without-tariff = der er ingen takst at trække rabatten fra
argument-bid-above-cap = prisen er over prisloftet
argument-bid-not-offered = tilbuddet omfatter den ikke
argument-bid-not-registered = tilbudsgiveren er ikke registreret til den
argument-bid-requirement-unmet = et krav til koden er ikke opfyldt
argument-bid-no-price = tilbuddet angiver hverken pris eller rabatsats
argument-bid-low-price = unormalt lav pris
argument-bid-reservation = forbehold
argument-bid-exclusion = udelukkelsesgrund
argument-bid-withdrawn = tilbuddet er trukket tilbage
argument-bid-other = anden grund
argument-bid-capacity = en kapacitet
argument-bid-max-lots = et højeste antal delaftaler
argument-bid-only-together = delaftaler, der kun tages samlet
argument-bid-discount = én rabatsats for alt
argument-bid-discounts = rabatsatser pr. kode
argument-bid-prices = enhedspriser
argument-bid-price = enhedspriser
argument-bid-one-discount = én rabatsats alene
argument-bid-discount-by-code = rabatsatser, også pr. kode

## formula
# What is wrong with the text of a formula.

formula-empty = formlen er tom
formula-too-long = formlen er for lang
formula-too-deep = formlen har for mange parenteser inden i hinanden
formula-unexpected-character = en formel kan ikke indeholde tegnet { $found }
formula-number-form = dette er ikke skrevet, som tal skrives her{ GIVEN($write) ->
        [yes] ; skriv { $write }
       *[no] {""}
    }
formula-number-too-long = tallet har mere end 28 cifre
formula-unknown-name = en formel har ikke navnet { $name }{ GIVEN($nearest) ->
        [yes] ; mente du { $nearest }?
       *[no] {""}
    }
formula-unknown-criterion = intet underkriterium med egne point hedder { $name }{ GIVEN($nearest) ->
        [yes] ; mente du { $nearest }?
       *[no] {""}
    }
formula-unknown-value = ingen målt værdi hedder { $name }{ GIVEN($nearest) ->
        [yes] ; mente du { $nearest }?
       *[no] {""}
    }
formula-no-weight-here = weight er et underkriteriums vægt, og hele modellens formel har ingen
formula-expected = formlen skal have { $wanted } her{ GIVEN($found) ->
        [yes] , men har { $found }
       *[no] {""}
    }
formula-chained-comparison = sammenligninger skrives ikke i kæde; skriv a < b and b < c
formula-number-needed = her skal stå et tal, men dette er en betingelse
formula-condition-needed = her skal stå en betingelse, men dette er et tal
formula-argument-count = { $name } skal have{ GIVEN($exact) ->
        [yes] {" "}{ $exact }
       *[no] {""}
    }{ GIVEN($least) ->
        [yes] {" "}mindst { $least }
       *[no] {""}
    }{ GIVEN($most) ->
        [yes] {" "}og højst { $most }
       *[no] {""}
    } argumenter, men har { $count }

# What a formula needs at a place: the formula needs {a number, a name or a parenthesis} here.
formula-wanted-operator = et regnetegn eller sin afslutning
formula-wanted-operand = et tal, et navn eller en parentes
formula-wanted-parenthesis = )
formula-wanted-then = then
formula-wanted-else = else
formula-wanted-comma = , eller )

## finding
# Remarks on bids and on the whole procurement. .several is said of many codes at once, .slope of a slope, which is in per cent.

finding-late = Modtaget { $received }, efter tilbudsfristen { $deadline }.
finding-requirement-unmet =
    { $severity ->
        [warning] { $code } regnes som ikke tilbudt: kravet { $requirement } er ikke opfyldt ({ $text }). { $reason }
       *[error] { GIVEN($lot) ->
            [yes] Kravet { $requirement } er ikke opfyldt på delaftalen { $lot }: { $text }. { $reason }
           *[no] Kravet { $requirement } er ikke opfyldt: { $text }. { $reason }
        }
    }
    .several = { $n } koder regnes som ikke tilbudt, da kravet { $requirement } ikke er opfyldt: { $codes }.
finding-rejected-by-decision =
    { GIVEN($date) ->
        [yes] Afvist ved ordregivers beslutning af { $date } ({ $ground }). { $text }
       *[no] Afvist ved ordregivers beslutning ({ $ground }). { $text }
    }
finding-condition-not-invited = Tilbuddet stiller en betingelse ({ $conditions }), som opdelingen { $structure } ikke giver adgang til: et forbehold.
finding-wrong-price-form = Tilbuddet angiver { $stated }; { $the_tender }s prisform er { $form }.
finding-above-cap =
    { $severity ->
       *[error] { $code }: prisen { $unit } er over prisloftet { $cap }; tilbuddet er ikke antageligt.
        [warning] { $code }: prisen { $unit } er over prisloftet { $cap }; linjen er uden pris.
        [note] { $code }: prisen { $unit } er over prisloftet { $cap }; der betales prisloftet, så længe det gælder.
    }
    .several = { $severity ->
       *[error] { $n } priser er over prisloftet; tilbuddet er ikke antageligt: { $codes }.
        [warning] { $n } priser er over prisloftet; linjerne er uden pris: { $codes }.
        [note] { $n } priser er over prisloftet, som betales, så længe det gælder: { $codes }.
    }
finding-above-cap-later = { $code }: fra { $from } er prisen { $unit } over prisloftet { $cap }; der betales prisloftet, så længe det gælder.
    .several = { $n } priser kommer over prisloftet senere i kontrakten; der betales prisloftet, så længe det gælder: { $codes }.
finding-missing-procedure =
    { $severity ->
       *[error] { $code } har ingen pris på delaftalen { $lot }: { $why }.
        [warning] { $code } har ingen pris på delaftalen { $lot }: { $why }. Den er prissat som køb til DUF-takst, i alt { $fallback }.
        [note] Desuden har { $code } ingen pris på delaftalen { $lot }: { $why }.
    }
    .several = { $severity ->
       *[error] { $n } koder har ingen pris på delaftalen { $lot }, { $why }: { $codes }.
        [warning] { $n } koder har ingen pris på delaftalen { $lot } og er prissat som køb til DUF-takst, { $why }: { $codes }.
        [note] Desuden har { $n } koder ingen pris på delaftalen { $lot }, { $why }: { $codes }.
    }
finding-not-registered = { $code } regnes som ikke tilbudt: tilbudsgiveren er ikke registreret til den.
    .several = { $n } koder regnes som ikke tilbudt, da tilbudsgiveren ikke er registreret til dem: { $codes }.
finding-discount-without-tariff = { $code }: rabatsats, men ingen takst i rabatgrundlaget { $tariff }.
    .several = { $n } koder har rabatsats, men ingen takst i rabatgrundlaget { $tariff }: { $codes }.
finding-no-cap = { $code } har ingen takst i { $tariff } og derfor intet prisloft.
    .several = { $n } koder har ingen takst i { $tariff } og derfor intet prisloft: { $codes }.
finding-requirement-unverified = Kravet { $requirement } er ikke efterprøvet: { $text }.
finding-zero-price = { $code } er tilbudt til 0,00.
    .several = { $n } koder er tilbudt til 0,00: { $codes }.
finding-low-price = Prisen { $price } på delaftalen { $lot } er { $below } % under medianen af de øvrige, { $median }.
finding-combination-not-declared = Opdelingen { $structure } giver ikke adgang til kombinationsrabat: { $discount } % tæller ikke med.
finding-same-owner = Har samme ejer ({ $group }) som { $bidders }.
finding-below-gate = { $points } point for { $criterion } på delaftalen { $lot }: der kræves mindst { $min }.
finding-outside-scale = { $criterion } på delaftalen { $lot }: { $measure } ligger uden for skalaen, der slutter ved { $edge }; tilbuddet afvises dér.
finding-excluded-by-excluded = { $criterion } på delaftalen { $lot }: afvist i forhold til en reference sat af { $bidder }, som selv er afvist.
finding-zero-reference = { $criterion } på delaftalen { $lot }: den bedste værdi er 0. Et tilbud med den får fuldt point, alle andre 0.
finding-rounding-changes-ranking = Afrunding ændrer rækkefølgen på delaftalen { $lot }: afrundet { $rounded }; uden afrunding { $unrounded }.
finding-scale-widened = { $criterion } på delaftalen { $lot }: skalaen er udvidet til { $used } på grund af { $bidder }.
    .slope = { $criterion } på delaftalen { $lot }: skalaen er udvidet til hældningen { $used } % på grund af { $bidder }.
finding-tender-without-cap = { $The_tender } har intet prisloft: ingen pris holdes op mod en takst.
finding-not-framework-party =
    { GIVEN($lot) ->
        [yes] Ikke part i rammeaftalen på delaftalen { $lot } (dér: { $lots }).
       *[no] Ikke part i rammeaftalen { $framework }.
    }
finding-above-framework-price = { $code }: prisen { $unit } er over tilbudsgiverens egen i rammeaftalen, { $framework }.
    .several = { $n } priser er over tilbudsgiverens egne i rammeaftalen: { $codes }.
finding-no-framework-price = { $code }: tilbudsgiveren har ingen egen pris i rammeaftalen, som kan begrænse prisen her.
    .several = { $n } koder, hvor tilbudsgiveren ingen egen pris har i rammeaftalen, som kan begrænse prisen: { $codes }.
finding-party-without-bid = { $bidder } er part på delaftalen { $lot } og har ikke givet tilbud.
finding-earlier-received-used = Lighed kan blive afgjort efter, hvornår tilbud er modtaget, hvilket ikke har forbindelse til kontraktens genstand.
finding-single-bid = { $bidder } er det eneste antagelige tilbud på delaftalen { $lot }.

## evaluation

# Hovedet: hvad der evalueres.
evaluation-buyer = Ordregiver
evaluation-specialty = Speciale
evaluation-kind = Form
evaluation-kind-tender = udbud
evaluation-kind-mini-tender = miniudbud
evaluation-kind-offer-collection = tilbudsindhentning
evaluation-framework = Rammeaftale
evaluation-framework-record = Dens rapport
evaluation-parties = Parter
evaluation-structure = Opdeling
evaluation-published-as = { $structure } ({ $lots } { COUNT($lots) ->
        [one] delaftale
       *[other] delaftaler
    })
evaluation-contract = Kontraktperiode
evaluation-days = { $from } til { $until }, begge dage medregnet ({ $days } dage)
evaluation-deadline = Tilbudsfrist
evaluation-model = Evalueringsmodel
evaluation-model-lowest-price = laveste pris
evaluation-model-points = point: den højeste samlede score vinder
evaluation-model-evaluated-price = evalueringsteknisk pris: den laveste vinder
evaluation-model-formula-score = formel: den højeste samlede score vinder
evaluation-model-formula-price = formel: den laveste evalueringstekniske pris vinder

# Linjen i hvert afsnit, når det ikke er den offentliggjorte afgørelse.
evaluation-hypothesis-structure = HYPOTESE: ikke den offentliggjorte opdeling ({ $structure } i stedet for { $published }).
evaluation-hypothesis-overlay = HYPOTESE: ikke { $the_tender } som offentliggjort; afprøvet: { $changes }.
evaluation-overlay-volumes = andre volumener
evaluation-overlay-lapse = prisloftets takst bortfalder efter { $day }
evaluation-overlay-absent = uden { $bidders }
evaluation-overlay-discounts = en anden rabatsats fra { $bidders }
evaluation-overlay-scored = prisen evalueret som { $scored }
evaluation-count-bids = { $bids }, heraf { $out } ikke { COUNT($out) ->
        [one] antageligt
       *[other] antagelige
    }
evaluation-count-bids-some = { $bids }, heraf { $out } ikke { COUNT($out) ->
        [one] antageligt
       *[other] antagelige
    } og { $some } yderligere ikke på nogle delaftaler

# Afsnittenes overskrifter.
evaluation-part-bids = Tilbud
evaluation-part-lot = Delaftale { $lot }
evaluation-part-points = Point
evaluation-part-out = Hvorfor tilbud ikke er antagelige
evaluation-part-remarks = Bemærkninger til tilbud
evaluation-part-award = Tildeling
evaluation-part-cap = Prisloft
evaluation-part-ties = Lige gode tildelinger, som reglerne for lighed ikke vælger imellem
evaluation-part-actions = Udestår
evaluation-part-tender = Bemærkninger til { $the_tender }

# Tabellerne over tilbud og delaftaler.
evaluation-rank = Nr.
evaluation-bidder = Tilbudsgiver
evaluation-lot = Delaftale
evaluation-price = Pris på delaftalen
evaluation-expected-payment = Forventet betaling
evaluation-elsewhere = Købes andetsteds
evaluation-evaluated-price = Evalueringsteknisk pris
evaluation-score = Samlet score
evaluation-unrounded = Uden afrunding
evaluation-saving = Besparelse
evaluation-saving-percent = %
evaluation-distance = Afstand
evaluation-distance-to-first = Til nr. 1
evaluation-standing = Status
evaluation-lots-bid = Delaftaler
evaluation-total = I alt
evaluation-lots-won = Vundet
evaluation-winner = Vinder
evaluation-margin = Margen
evaluation-combination-discount = Rabat

# Hvordan et tilbud står på en delaftale: en celle i tabellen.
evaluation-wins = vinder
evaluation-ties-for = står lige
evaluation-out = ikke antageligt
evaluation-supplier = leverandør { $rank }
evaluation-not-bid = ikke afgivet
evaluation-blocked = kan ikke vinde
evaluation-admissible = antageligt

# Omkring tabellerne over tilbud.
evaluation-fallback-of-lot = Hele delaftalen købt til DUF-takst koster { $amount }.
evaluation-fallback-unknown = Det vides ikke, hvad delaftalen koster købt til DUF-takst; derfor vises ingen besparelse.
evaluation-more-bids = { $n } { COUNT($n) ->
        [one] antageligt tilbud
       *[other] antagelige tilbud
    } mere vises ikke; --format csv har hvert tilbud på hver delaftale.
evaluation-no-bid = Intet tilbud.

# Hvad kolonnerne betyder.
evaluation-saving-means = Besparelse: de samme ydelser købt til DUF-takst minus det, ordregiver ville betale for dem.
evaluation-total-means = Delaftaler: på hvor mange af delaftalerne tilbuddet kan evalueres. I alt: summen af priserne på delaftalerne, uden kombinationsrabat, når det er dem alle.

# Hvad prisen på en delaftale er, og hvad der betales; { $decides } er en af evaluation-decides-*.
evaluation-payment-bid = Pris på delaftalen: enhedspriser som tilbudt gange volumen; { $decides }. Forventet betaling: det, ordregiver ville betale, idet ingen enhedspris er over prisloftet på { $in } af kontraktens { $contract } dage.
evaluation-payment-capped = Pris på delaftalen: enhedspriser, ingen over prisloftet, gange volumen; { $decides }. Forventet betaling: det, ordregiver ville betale, da prisloftet kun gælder på { $in } af kontraktens { $contract } dage.
evaluation-payment-time-weighted = Pris på delaftalen: enhedspriser vægtet efter dage ({ $in } af { $contract } med prisloft) i hele øre, gange volumen; { $decides }. Forventet betaling: de samme dage, afrundet én gang pr. linje, så den kan afvige ved afrunding.
evaluation-payment-adjusted = Pris på delaftalen: enhedspriser på kontraktens første dag gange volumen; { $decides }. Forventet betaling: det, ordregiver ville betale dag for dag over { $contract } dage med de regulerede priser.
evaluation-payment-adjusted-capped = Pris på delaftalen: enhedspriser på kontraktens første dag, ingen over prisloftet den dag, gange volumen; { $decides }. Forventet betaling: det, ordregiver ville betale dag for dag over { $contract } dage med de regulerede priser.
evaluation-payment-adjusted-days = Pris på delaftalen: gennemsnittet af det, der betales dag for dag over { $contract } dage, i hele øre, gange volumen; { $decides }. Forventet betaling: de samme dage, afrundet én gang pr. linje, så den kan afvige ved afrunding.
evaluation-decides-price = den er afgørende
evaluation-decides-evaluated = afgørende er den evalueringstekniske pris, som dannes af den
evaluation-decides-score = afgørende er den samlede score

# Midt i en sætning: { $price } andre steder.
evaluation-the-price = prisen på delaftalen
evaluation-the-evaluated-price = den evalueringstekniske pris
evaluation-elsewhere-means = Købes andetsteds: ydelser uden pris i tilbuddet, købt til DUF-takst. De indgår i prisen på delaftalen, men ikke i den forventede betaling.
evaluation-distance-means = Afstand: så meget lavere skulle { $price } i tilbuddet have været for at stå lige.
evaluation-distance-several = Afstand: så meget lavere skulle { $price } have været for at nå den sidste plads blandt leverandørerne; til nr. 1: for at nå den første.
evaluation-distance-combination = For tilbud med kombinationsrabat ({ $bidders }) er afstanden alene en afstand mellem tildelinger.
evaluation-hopeless = { $bidder } kunne ikke vinde delaftalen { $lot } til nogen pris: afstanden er større end hele dets egen pris.
evaluation-blocked-means = { $bidder } kunne ikke vinde delaftalen { $lot } til nogen pris på grund af { $rules }.
evaluation-scale-slope = { $criterion } på delaftalen { $lot }: hældning { $used } %, { $how }.
evaluation-scale-zero = { $criterion } på delaftalen { $lot }: ingen point ved { $used }, { $how }.
evaluation-scale-widened-by = udvidet på grund af { $bidder }
evaluation-scale-as-stated = som oplyst
evaluation-points-rounded = I parentes: point før afrunding, hvor de afviger.

# Hvad der skulle til for de tabende.
evaluation-part-needed = Hvad der skulle til
evaluation-needed-price = Højeste pris
evaluation-needed-means = Det, der skulle til for at blive alene nr. 1 på delaftalen set for sig: den højeste pris med tilbuddets point, som de er, eller de færreste point i ét underkriterium, når alt andet er, som det er. Tilbuddets egen pris kan flytte referencerne.
evaluation-needed-assumed = *: fundet ved at prøve, ikke bevist, fordi modellen har en formel eller en hældning, der udvides uden loft.
evaluation-needed-below-gate = under mindstekrav
evaluation-needed-no-price = ingen pris
evaluation-needed-no-points = ikke nok

# Tildelingen.
evaluation-status-awarded = Tildelt.
evaluation-ties-settled = { $n } tildelinger var lige gode; reglerne for lighed ({ $rules }) valgte denne.
evaluation-status-tie = Lighed: flere tildelinger er lige gode, og reglerne for lighed vælger ikke imellem dem. Der nævnes ingen vinder af en delaftale, hvor de er forskellige.
evaluation-status-no-award = Ingen tildeling.
evaluation-status-not-proven = IKKE BEVIST: arbejdsgrænsen blev nået. Dette er den bedste tildeling, der blev fundet; det er ikke bevist, at den er den bedste.
evaluation-not-proven = Ikke bevist
evaluation-award-total = I alt
evaluation-award-total-evaluated = I alt, evalueringsteknisk
evaluation-award-total-score = Samlet score
evaluation-award-cost = Forventet udgift
evaluation-award-saving = Besparelse
evaluation-best-awards = Bedste tildelinger
evaluation-margin-means = Margen: så meget dyrere er den bedste tildeling, hvor vinderen ikke får delaftalen.
evaluation-margin-several = Margen: så meget lavere er { $price } for nr. 1 end for nr. 2.
evaluation-unawarded = ikke tildelt
evaluation-unawarded-fallback = DUF-takst { $amount }
evaluation-unknown = ukendt

# Flere leverandører til en delaftale.
evaluation-supplier-of = Leverandør
evaluation-volume = Volumen
evaluation-left-over = Resten købes til DUF-takst
evaluation-suppliers-means = Leverandørerne tager delaftalens volumen i denne rækkefølge; den forventede betaling er for deres andel. Priserne ovenfor er for nr. 1 på hele delaftalen.
evaluation-bound = ingen tildeling koster mindre end { $bound }; højst { $gap } kan spares
evaluation-clash = Ingen tildeling opfylder alle regler. I vejen står: { $rules }.
evaluation-tie-differs = lighed
evaluation-tied-award = Tildeling { $n }: { $winners }.
evaluation-if-cheaper = billigere sådan

# Regler for lighed, på række i parentes.
evaluation-tie-lower-price = lavere pris
evaluation-tie-higher = flest point for { $criterion }
evaluation-tie-fewer-suppliers = færre leverandører
evaluation-tie-more-suppliers = flere leverandører
evaluation-tie-earlier-received = tidligst modtaget
evaluation-tie-draw = lodtrækning

# Prisloftet.
evaluation-cap-none = { $The_tender } har intet prisloft.
evaluation-cap-line = { $tariff }.
evaluation-cap-days = { $tariff }, gælder på { $in } af kontraktens { $contract } dage.
evaluation-cap-reject-bid = Et tilbud med blot én pris over det er ikke antageligt.
evaluation-cap-reject-line = En pris over det tæller ikke: ydelsen er uden pris.
evaluation-cap-scored-bid = Et tilbud over det består: ordregiver betaler prisloftet, så længe det gælder, og derefter den tilbudte pris. Prisen evalueres som tilbudt.
evaluation-cap-scored-capped = Et tilbud over det består: ordregiver betaler prisloftet, så længe det gælder, og derefter den tilbudte pris. Den laveste af pris og prisloft evalueres.
evaluation-cap-scored-time-weighted = Et tilbud over det består: ordregiver betaler prisloftet, så længe det gælder, og derefter den tilbudte pris. De to priser vægtes efter dage.
evaluation-cap-above = Priser over
evaluation-cap-takes-off = Prisloftet sparer
evaluation-cap-takes-off-means = Prisloftet sparer: så meget nedsætter prisloftet det, ordregiver må forvente at betale for tilbuddet.
evaluation-cap-codes = Ydelser
evaluation-cap-nobody = Ingen pris er over det.

# Hvad nogen skal gøre.
evaluation-action-none = Intet udestår.
evaluation-action-none-hypothesis = Intet ville udestå.
evaluation-action-tie = Afgør ligheden: { $n } lige gode tildelinger er tilbage efter reglerne for lighed ({ $rules }).
evaluation-action-tie-draw = Foretag lodtrækningen, skriv tilbudsgiverne i draw under [award] i den rækkefølge, de blev udtrukket, og evaluér igen.
evaluation-action-unawarded = Beslut, hvad der skal ske med delaftalen { $lot }, som ingen vinder.
evaluation-action-no-award = Beslut, hvad der skal ske med { $the_tender }, hvor intet kan tildeles.
evaluation-action-not-proven = Hæv --work-limit, til tildelingen er bevist; underskriv den ikke før.
evaluation-action-low-price = Bed { $bidder }, { $role }, om en redegørelse for prisen, og registrér en beslutning med grunden low-price. { $finding }
evaluation-action-unverified = Efterprøv det, som { $bidder }, { $role }, skal opfylde, og registrér det i en vurdering. { $finding }

# { $role } i de to ovenfor.
evaluation-role-winner = en vinder
evaluation-role-tied = som står lige om { $lots }

# Efter en bemærkning om en lav pris.
evaluation-remark-ask = Bed tilbudsgiveren om en redegørelse.
evaluation-remark-settled = Afklaret ved beslutningen af { $date }.
evaluation-remark-settled-undated = Afklaret ved en beslutning.

# Regler, der er i vejen, på række: på grund af ...
evaluation-rule-max-lots-per-bidder = grænsen på { $limit } { COUNT($limit) ->
        [one] delaftale
       *[other] delaftaler
    } pr. tilbudsgiver
evaluation-rule-min-suppliers = kravet om mindst { $limit } { COUNT($limit) ->
        [one] leverandør
       *[other] leverandører
    }
evaluation-rule-max-suppliers = grænsen på højst { $limit } { COUNT($limit) ->
        [one] leverandør
       *[other] leverandører
    }
evaluation-rule-max-lots = det højeste antal delaftaler, som { $bidder } påtager sig ({ $limit })
evaluation-rule-capacity = den kapacitet, som { $bidder } har angivet ({ $limit })
evaluation-rule-only-together = det vilkår fra { $bidder }, at { $lots } kun tages samlet
evaluation-rule-lot-capacity = den kapacitet, som { $bidder } har angivet for { $lots }
evaluation-and-more = Og { $n } mere.
evaluation-yes = ja
evaluation-no = nej

# Kolonnetitler i CSV: uden mellemrum.
evaluation-csv-tender = udbud
evaluation-csv-structure = opdeling
evaluation-csv-published = offentliggjort
evaluation-csv-bidder = tilbudsgiver
evaluation-csv-lot = delaftale
evaluation-csv-status = status
evaluation-csv-price = pris
evaluation-csv-expected-payment = forventet_betaling
evaluation-csv-elsewhere = købes_andetsteds
evaluation-csv-fallback = køb_til_duf_takst
evaluation-csv-saving = besparelse
evaluation-csv-evaluated-price = evalueringsteknisk_pris
evaluation-csv-score = samlet_score
evaluation-csv-unrounded-score = score_uden_afrunding
evaluation-csv-rank = placering
evaluation-csv-distance = afstand
evaluation-csv-blocked-by = kan_ikke_vinde_på_grund_af
evaluation-csv-winner = vinder
evaluation-csv-award-discount = tildelt_rabatsats
evaluation-csv-award-price = tildelt_pris
evaluation-csv-award-payment = tildelt_betaling
evaluation-csv-margin = margen
evaluation-csv-findings = bemærkninger
evaluation-csv-points = point_{ $criterion }
evaluation-csv-tie = lighed

# Hvad budgettet i en tilbudsindhentning rækker til; også ved siden af opdelinger.
evaluation-budget-part = Hvad budgettet rækker til
evaluation-budget-scaled = Budgettet er { $amount }. Den forventede sammensætning skaleres ned, til den kan betales; hver kode rundes ned.
evaluation-budget-code = Kode
evaluation-budget-expected = Forventet
evaluation-budget-offers = Til tilbudspris
evaluation-budget-fallback = Til DUF-takst
evaluation-budget-operations = Operationer
evaluation-budget-cost = Beløb
evaluation-budget-left = Tilbage


## scoring

scoring-title = { $tender }: prisen evalueret på tre måder
scoring-bid = Tilbudt pris
scoring-capped = Med prisloft
scoring-time-weighted = Vægtet efter dage
scoring-published = { $The_tender } bruger: { $scored }. De andre vises til sammenligning og afgør intet.
scoring-same = Alle tre giver de samme vindere.
scoring-differ = Måden, prisen evalueres på, afgør vinderen: { $lots }.
scoring-none = Prisloftet betales ikke, mens det gælder; derfor er der kun én pris at evaluere.
scoring-cost = Forventet udgift: det, ordregiver ville betale i alt ved hver tildeling; prisloftet gælder på sine dage, uanset hvilken pris der evalueres.
scoring-means-adjusted = Tilbudt pris: enhedspriserne på kontraktens første dag. Med prisloft: ingen af dem over prisloftet den dag. Vægtet efter dage: det, der betales dag for dag over { $contract } dage med de regulerede priser.
scoring-means = Tilbudt pris: som om der intet prisloft var. Med prisloft: ingen enhedspris over prisloftet. Vægtet efter dage: højst prisloftet på { $in } af kontraktens { $contract } dage, og som tilbudt på de andre.
scoring-part-totals = Priser på delaftaler
scoring-part-deciding = Det afgørende: { $what }
scoring-part-winners = Vindere
scoring-csv-scored-price = pris_evalueret_som
scoring-needs-cap = --scorings kræver et prisloft med above-cap = "pay-cap-while-in-force"


## adjustment

adjustment-part = Priser over kontrakten
adjustment-sentence = Fra { $from }: { $percent } % på { $targets }.
adjustment-tariff = taksten { $tariff }
adjustment-prices = enhedspriserne
adjustment-prices-column = Enhedspriser
adjustment-means = Prisreguleringer lægges oven i hinanden. Afledte takster følger den takst, de er afledt af, og en rabatsats følger rabatgrundlaget.
adjustment-table = Hvad prisloftet gælder for, og hvad der betales, dag for dag. Et tal efter × er det, filens pris ganges med.
adjustment-from = Fra
adjustment-until = Til
adjustment-days = Dage
adjustment-cap = Loft betales
adjustment-fallback = DUF-køb


## explain

explain-nothing = Intet at udlede.

# Et sted i udbudsfilen, og i en anden fil.
explain-line = linje { $line }
explain-line-of-file = { $file } linje { $line }

# Afsnit i docs/reference/rules.md, i klammer efter et trin.
explain-clause-unit-prices = enhedspriser { $number }
explain-clause-admissibility = antagelighed
explain-clause-evaluation-models = evalueringsmodeller
explain-clause-best-award = bedste tildeling
explain-clause-every-bidder = hvad enhver tilbudsgiver får at vide
explain-clause-several-suppliers = flere leverandører til en delaftale

# Linjerne i prisen på en delaftale, som tabel.
explain-table-procedure = Ydelse
explain-table-unit = Enhedspris
explain-table-scored = Evalueret pris
explain-table-volume = Volumen
explain-table-amount = Linje
explain-table-payment = Forventet betaling
explain-table-place = Volumen oplyst
explain-table-fallback = DUF-takst

# Kolonnetitler i CSV.
explain-csv-step = trin
explain-csv-rule = regel
explain-csv-clause = bestemmelse
explain-csv-text = tekst
explain-csv-result = resultat
explain-csv-file = fil
explain-csv-line = linje


## step

# Efter reglernes navne (StepRule). { $at_... } er et sted: linje 41.
step-explicit-price = Enhedspris { $result }, som angivet ({ $at_price })
step-discount-off-base = Enhedspris { $result } = { $base } ({ $code } i { $tariff }, { $at_base }) minus { $discount } % ({ $key }, { $at_discount })
step-discount-tried-out = Enhedspris { $result } = { $base } ({ $code } i { $tariff }, { $at_base }) minus { $discount } %, som afprøves
step-adjusted-price = Enhedspris { $result } = { $price }, som angivet ({ $at_price }), × { $factor }
step-adjusted-discount = Enhedspris { $result } = { $base } ({ $code } i { $tariff }, { $at_base }) minus { $discount } %, × { $factor }
step-adjusted-tariff = { $result } ({ $code } i { $tariff }) = { $listed } som oplyst ({ $at_price }) × { $factor }
step-adjustment = reguleret med { $percent } % fra { $from } ({ $at_adjustment })
step-scored-on-first-day = Evalueres til { $result }, prisen på kontraktens første dag, { $from }
step-scored-day-by-day = Evalueres til { $result }, gennemsnittet af det, der betales dag for dag (nedenfor) over kontraktens { $contract } dage, i hele øre
step-payment-day-by-day = Forventet betaling { $result } = det, der betales dag for dag, × { $volume }, i gennemsnit over { $contract } dage, i hele øre; linjen er det, der sammenlignes, betalingen det, ordregiver ville betale
step-unit-paid-on-days = { $result }, enhedsprisen, på { $days } af { $all } dage: { $from } til { $until }
step-cap-paid-on-days = { $result }, prisloftet, da enhedsprisen er { $unit }, på { $days } af { $all } dage: { $from } til { $until }
step-rounded = { $exact }, afrundet til { $result }
step-listed-price = { $result } som oplyst ({ $code } i { $tariff }, { $at_price })
step-derived-price = { $result } ({ $code } i { $tariff }) = { $base } ({ $from }) minus { $reduction } % ({ $at_reduction }), afrundet til nærmeste { $round_to }
step-no-cap = Intet prisloft
step-no-cap-price = Intet prisloft for { $code }: den har ingen takst i { $tariff }
step-not-above-cap = Ikke over prisloftet { $cap } ({ $tariff })
step-above-cap = Over prisloftet { $cap } ({ $tariff }) med { $excess }
step-cap-rejects-bid = En pris over prisloftet gør tilbuddet uantageligt ({ $at_cap })
step-cap-rejects-line = En pris over prisloftet tæller ikke: ydelsen er uden pris ({ $at_cap })
step-paid-while-in-force = Betales med { $cap } på { $in } af { $contract } dage og { $unit } på de øvrige { $out } ({ $at_cap })
step-scored-as-offered = Evalueres til { $result }, som tilbudt
step-scored-capped = Evalueres til { $result }, prisloftet
step-scored-as-bid = Evalueres til { $result }, som tilbudt
step-scored-time-weighted = Evalueres til { $result } = ({ $cap } × { $in } + { $unit } × { $out }) / { $contract }
step-line = Linje { $result } = { $scored } × { $volume } ({ $at_volume })
step-payment-of-line = Forventet betaling { $result } = { $unit } × { $volume }
step-payment-weighted-by-days = Forventet betaling { $result } = ({ $cap } × { $in } + { $unit } × { $out }) × { $volume } / { $contract }, i hele øre; linjen er det, der sammenlignes, betalingen det, ordregiver ville betale
step-not-offered = Ingen pris: tilbuddet omfatter ikke { $code } (not-offered, tilbud på { $at_bid })
step-not-registered = Ingen pris: tilbudsgiveren er ikke registreret til { $code } (registered, tilbud på { $at_bid })
step-requirement-unmet = Ingen pris: kravet { $requirement } til { $code } er ikke opfyldt ({ $at_assessment })
step-nothing-stated = Ingen pris: tilbuddet angiver hverken pris eller rabatsats for { $code } (tilbud på { $at_bid })
step-discount-without-tariff = Ingen pris: { $discount } % ({ $key }, { $at_discount }), men { $code } har ingen takst i { $tariff } at trække den fra
step-missing-rejects = En manglende pris gør tilbuddet uantageligt på delaftalen { $lot } ([award] missing, { $at_award })
step-priced-at-fallback = Tæller med { $result }: købes andetsteds til DUF-takst ([award] missing, { $at_award })
step-fallback-stated = Køb til DUF-takst { $result } = { $price } (fallback-price, { $at_price }) × { $volume } ({ $at_volume })
step-fallback-by-days = Køb til DUF-takst { $result } = pris dag for dag × { $volume } ({ $at_volume }) over { $days } { COUNT($days) ->
        [one] dag
       *[other] dage
    }
step-fallback-days = { $price } ({ $tariff }) på { $days } af { $all }
step-fallback-unknown = Det vides ikke, hvad { $code } koster købt til DUF-takst: ingen takst gælder en af dagene, eller der er ingen pris
step-line-with-combination = I tildelingen med kombinationsrabat { $discount } %: enhedspris { $unit }, evalueres til { $scored }, linje { $result }, forventet betaling { $payment }
step-bid-admissible = Tilbuddet ({ $at_bid }) er antageligt på { $lots } af { $all } { COUNT($all) ->
        [one] delaftale
       *[other] delaftaler
    }
step-bid-inadmissible = Tilbuddet ({ $at_bid }) er ikke antageligt på nogen delaftale
step-lot-in-a-line = { $lot }: pris { $result }, evalueringsteknisk pris { $evaluated }, nr. { $rank }
    .lowest-price = { $lot }: pris { $result }, nr. { $rank }
step-lot-in-a-line-scored = { $lot }: pris { $result }, samlet score { $score }, nr. { $rank }
step-lot-inadmissible = { $lot }: ikke antageligt
step-lot-not-bid = { $lot }: intet tilbud, hvilket ikke er en fejl
step-lot-price = Pris på delaftalen { $result } = summen af { $lines } { COUNT($lines) ->
        [one] linje
       *[other] linjer
    }
step-lot-line = { $code }: { $scored } × { $volume } ({ $at_volume }) = { $result }
step-lot-line-at-fallback = { $code }: ingen pris; { $volume } ({ $at_volume }) købt til DUF-takst = { $result }
step-expected-payment = Forventet betaling { $result }: det, tilbudsgiveren ville få, linje for linje
step-elsewhere = Købes andetsteds { $result }: i prisen på delaftalen, men ikke i den forventede betaling
step-lot-with-combination = I tildelingen med kombinationsrabat { $discount } %, trukket fra hver enhedspris i hele øre: pris på delaftalen { $result }, forventet betaling { $payment }
step-evaluated-with-combination = I tildelingen med kombinationsrabat { $discount } %: evalueringsteknisk pris { $result }
step-evaluated-is-lot-price = Afgørende er prisen på delaftalen, { $result } (laveste pris vinder)
step-judged = { $criterion }: { $result } point, som vurderet ({ $at_points })
step-linear = { $criterion }: { $unrounded } point = { $scale } × (1 − ({ $p } − { $low }) / ({ $slope } % × { $low }))
step-linear-higher-is-better = { $criterion }: { $unrounded } point = { $scale } × (1 − ({ $high } − { $p }) / ({ $slope } % × { $high }))
step-absolute = { $criterion }: { $unrounded } point = { $scale } × ({ $zero_at } − { $p }) / ({ $zero_at } − { $full_at })
step-proportional = { $criterion }: { $unrounded } point = { $scale } × { $low } / { $p }
step-proportional-higher-is-better = { $criterion }: { $unrounded } point = { $scale } × { $p } / { $high }
step-min-max = { $criterion }: { $unrounded } point = { $scale } × ({ $high } − { $p }) / ({ $high } − { $low })
step-min-max-higher-is-better = { $criterion }: { $unrounded } point = { $scale } × ({ $p } − { $low }) / ({ $high } − { $low })
step-min-max-all-equal = { $criterion }: { $unrounded } point, da alle har { $p }
step-zero-reference = { $criterion }: { $unrounded } point: den bedste værdi er 0, så et tilbud med den får { $scale } og alle andre 0; dette tilbud har { $p }
step-formula = { $criterion }: { $unrounded } point = { $formula }, med p = { $p } ({ $at_criterion })
step-measure = { $name } = { $result } ({ $at_value })
step-references = lavest { $low } ({ $low_of }), højest { $high } ({ $high_of }), blandt antagelige tilbud
step-scale-widened = skalaen slutter ved { $used }, udvidet fra { $stated } på grund af { $bidder }
step-slope-widened = hældningen er { $used } %, udvidet fra { $stated } % på grund af { $bidder }
step-below-zero-counts-as-zero = et resultat under 0 tæller som 0
step-above-full-counts-as-full = point er aldrig over skalaen
step-contribution = { $criterion }: { $weight } % × { $points } = { $result } ({ $at_criterion })
step-score = Samlet score { $result }, summen af bidragene; helt uden afrunding { $unrounded }
step-score-by-formula = Samlet score { $result } = { $formula }
step-evaluated-by-formula = Evalueringsteknisk pris { $result } = { $formula }
step-evaluated-subtract = Evalueringsteknisk pris { $result } = { $price } − { $adjustment }, i hele øre
step-evaluated-add = Evalueringsteknisk pris { $result } = { $price } + { $adjustment }, i hele øre
step-evaluated-uplift = Evalueringsteknisk pris { $result } = { $price } × (1 + { $adjustment } / 100), i hele øre
step-worth = { $criterion }: { $result } = { $worth } × { $points } / { $scale } ({ $at_criterion })
step-worth-uplift = { $criterion }: { $result } % = { $worth } % × { $points } / { $scale } ({ $at_criterion })
step-rank = Nr. { $rank } af { $of } på delaftalen taget for sig
step-wins = Vinder delaftalen { $lot }
step-is-supplier = Leverandør { $rank } på delaftalen { $lot }: volumen { $volume }, forventet betaling { $payment } for den
step-ties = Vinder delaftalen { $lot } i nogle af de lige gode tildelinger, ikke i alle
step-not-among-tied = Vinder ikke delaftalen { $lot } i nogen af de lige gode tildelinger
step-margin = Margen { $result }: så meget dyrere er den bedste tildeling, hvor det ikke vinder delaftalen
step-margin-none = Ingen margen: ingen tildeling med lige så få ikke tildelte delaftaler tager delaftalen fra det
step-distance = Afstand { $result }: så meget lavere skulle { $the_price } i tilbuddet have været for at stå lige
step-distance-between-awards = Afstand { $result }: så meget mere koster den bedste tildeling, hvor det vinder delaftalen, end den bedste tildeling. Det har kombinationsrabat, så dette er alene en afstand mellem tildelinger
step-not-at-any-price = det er mere end hele dets egen pris: det kunne ikke vinde delaftalen til nogen pris
step-distance-to-place = Afstand { $result }: så meget lavere skulle { $the_price } i tilbuddet have været for at nå den sidste plads blandt leverandørerne
step-blocked = Kunne ikke vinde delaftalen til nogen pris på grund af { $rules }
step-loses-tie = Vinder ikke delaftalen { $lot }: det gør { $winner }. { $n } tildelinger var lige gode, og det vandt delaftalen i nogle af dem; reglerne for lighed ({ $ties }) valgte imellem dem
step-loses = Vinder ikke delaftalen { $lot }: det gør { $winner }
step-unawarded = Delaftalen { $lot } er ikke tildelt nogen


## certificate
# Whether a certificate holds, what it proves and what not.

certificate-unknown-total = en sum, der ikke er kendt
certificate-no-award = Beviset holder: under opdelingen { $structure } overholder ingen tildeling alle regler.
certificate-best = Beviset holder: under opdelingen { $structure } er ingen tildeling bedre end { $total } med { $n } { COUNT($n) ->
        [one] delaftale
       *[other] delaftaler
    } uden tildeling.
certificate-ties-one = Én tildeling når den; der er ikke lighed.
certificate-ties-several = Præcis { $n } tildelinger når den.
certificate-ties-not-proven = Det beviser alene summen: hvor mange tildelinger der når den, er ikke bevist.
certificate-not-proven = Det beviser ikke: priser og antagelighed (de er beregnet på ny ud fra udbuddet), afstande og margener.
certificate-refused = beviset holder ikke: { $reason }
certificate-other-structure = tip: det er holdt op mod opdelingen { $structure }; --structure angiver en anden

# Why it is refused.
certificate-not-a-certificate = det er ikke et tildelingsbevis i format 1
certificate-bad-line = linje { $line } er ikke det, formatet kræver dér
certificate-truncated = beviset slutter før sin sidste linje
certificate-text-after-end = der står noget efter bevisets slutning
certificate-other-problem = det er lavet til et andet udbud eller en anden opdeling
certificate-overflow = et tal er for stort til at beregnes eksakt
certificate-award-not-feasible = tildeling { $award } bryder en regel
certificate-award-total-wrong = tildeling { $award } har ikke den sum eller det antal delaftaler uden tildeling, som beviset angiver
certificate-awards-not-in-order = tildelingerne står ikke i streng rækkefølge
certificate-no-award-listed = ingen tildeling er nævnt
certificate-list-not-complete = listen over tildelinger passer ikke med det angivne antal
certificate-ties-miscounted = beviset finder { $found } bedste tildelinger
certificate-better-award = der findes en bedre tildeling
certificate-lots-not-independent = en regel binder delaftalerne sammen
certificate-not-closed = bladet i linje { $line } lukkes ikke af sine multiplikatorer
certificate-bad-multiplier = linje { $line } har en multiplikator, der ikke er tilladt
certificate-branch-missing = grenen i linje { $line } udelader en mulighed
certificate-branch-overlaps = grenen i linje { $line } har en mulighed to gange eller en, som delaftalen ikke længere har
certificate-branch-useless = grenen i linje { $line } har intet at dele
certificate-too-much-work = bladet i linje { $line } efterlader for meget at prøve af

## structure

structure-varied-banner = HYPOTESE: ikke { $the_tender } som offentliggjort; afprøvet: { $changes }.

# Ord, som tabeller over opdelinger deler.
structure-published = offentliggjort
structure-hypothesis = HYPOTESE
structure-part-shut-out = Holdt ude af manglende koder
structure-part-notes = Sådan læses det
structure-structure = Opdeling
structure-standing = Status
structure-lots = Delaftaler
structure-lot = Delaftale
structure-bidder = Tilbudsgiver
structure-percent = %
structure-total = Sum
structure-winner = Vinder
structure-nobody = (ingen)
structure-price = Pris
structure-admissible = Tilbud
structure-missing = Manglende koder
structure-unknown = ukendt
structure-yes = ja
structure-no = nej
structure-codes-and-more = { $first } og { $more } til

# Hvad der afprøves, på række.
structure-tried-missing-reject = alle koder skal tilbydes
structure-tried-missing-fallback = manglende koder prissat som køb til DUF-takst
structure-tried-cap = over prisloftet: { $mode }
structure-tried-cap-tariff = prisloftet er { $tariff }
structure-tried-lapse = akuttaksten bortfalder efter { $day }
structure-tried-without = uden { $bidders }
structure-tried-volume = volumen af { $codes } gange { $factor }
structure-tried-scored = { $mode }, der evalueres på { $scored }
structure-tried-at-most = højst { $n } i en delaftale
structure-tried-never = aldrig { $codes }
structure-code = Kode

# Hvorfor en afprøvning ikke giver mening.
structure-error-no-cap = { $the_tender } har intet prisloft at ændre
structure-error-no-contract = at betale prisloftet, mens det gælder, kræver en kontraktperiode i { $the_tender }
structure-error-never-lapses = prisloftets takst gælder altid: der er ingen bortfaldsdag at ændre
structure-error-reject-line = at afvise linjer over prisloftet og at prissætte manglende koder som køb til DUF-takst kan ikke forenes
structure-error-no-code = ingen ydelse har en kode under { $code }
structure-error-volume = volumen af { $code } ville blive negativ eller for stor

# På kommandolinjen.
structure-volume-argument = --volume tager en kode eller et præfiks, `=` og en faktor, f.eks. KNG*=0.8; ikke { $given }


## compare

compare-title = { $tender }: opdelinger side om side
compare-banner = HYPOTESE, bortset fra den række, der er mærket offentliggjort ({ $published }).
compare-part-sides = Hvad hver opdeling koster
compare-part-sentences = Til at læse op
compare-part-lots = Konkurrence og vindere, delaftale for delaftale
compare-part-payments = Hvad leverandører bliver betalt
compare-part-volumes = Hvis volumenerne bliver anderledes
compare-part-unbalanced = Ubalancerede tilbud (en bemærkning, ingen grund til at afvise)
compare-cost = Forventet udgift
compare-against = Mod { $base }
compare-saving = Besparelse mod køb til DUF-takst
compare-contracts = Kontrakter
compare-suppliers = Leverandører
compare-hhi = HHI
compare-award = Tildeling
compare-awarded = tildelt
compare-tie = lighed
compare-no-award = ingen tildeling
compare-not-proven = ikke bevist
compare-without-bid = Delaftaler uden tilbud
compare-tied = (lighed)
compare-to-second = Første til anden
compare-if-let-in = Sum hvis lukket ind
compare-let-in-saves = Mod summen
compare-payment = Betaling
compare-per-year = Om året
compare-share = Andel %
compare-at-min = Ved mindste volumener
compare-at-expected = Ved forventede
compare-at-max = Ved største
compare-a-year = Om året, forventet
compare-unbalanced = { $mark }{ $structure }: { $bidder } ligger langt under de øvriges median, hvor der kan komme færre ({ $low }), og langt over, hvor der kan komme flere ({ $high }). Ved de volumener, der passer det bedst, ville det vinde { $gain } kr.
compare-note-cost = Forventet udgift er, hvad ordregiver ville betale i alt: leverandører, koder købt andetsteds, ikke-tildelte delaftaler til DUF-takst. Det er det tal, der kan sammenlignes.
compare-note-totals = Summerne er justeret for kvalitet og kan ikke sammenlignes på tværs af opdelinger.
compare-note-given = Givet disse tilbud: tilbudsgiverne ville have prissat en anden opdeling anderledes. Det er ingen prognose.
compare-note-opened = Når tilbud er åbnet, kan de ikke deles op på ny: det er til læring, ikke til tildeling.
compare-note-hhi = HHI er summen af kvadrerede andele af det, leverandørerne bliver betalt, x 10.000; én ejer tæller som én.
compare-note-without-tariff = { $volume } af de forventede operationer har ingen pris i nogen takst.

# Sætninger, der kan læses op; flere led forbindes med komma og "og".
compare-sentence-published = Som offentliggjort, { $structure }: { $lots } { COUNT($lots) ->
        [one] delaftale
       *[other] delaftaler
    }, { $suppliers } { COUNT($suppliers) ->
        [one] leverandør
       *[other] leverandører
    }, { $cost }
compare-sentence-base = HYPOTESE. { $structure }: { $lots } { COUNT($lots) ->
        [one] delaftale
       *[other] delaftaler
    }, { $suppliers } { COUNT($suppliers) ->
        [one] leverandør
       *[other] leverandører
    }, { $cost }
compare-sentence-saves = HYPOTESE. { $structure }: { $count } i stedet for { $base_count } sparer { $amount } ({ $percent } %)
compare-sentence-costs = HYPOTESE. { $structure }: { $count } i stedet for { $base_count } koster { $amount } mere ({ $percent } %)
compare-sentence-same = HYPOTESE. { $structure }: { $count } i stedet for { $base_count } koster det samme
compare-sentence-unknown = HYPOTESE. { $structure }: { $count } i stedet for { $base_count }; hvad det koster, vides ikke
compare-sentence-lets-in = lukker { $bidder } ind på { $lots }
compare-sentence-more-contracts = koster { $n } mere
compare-sentence-fewer-contracts = kræver { $n } færre
compare-sentence-same-contracts = kræver lige så mange kontrakter
compare-one-lot = én delaftale
compare-n-lots = { $n } delaftaler
compare-one-contract = 1 kontrakt
compare-n-contracts = { $n } kontrakter
compare-sentence-shut-out = { $mark }{ $structure }: { $bidder } er holdt ude af { $lot } af { $codes }. Lukket ind med det manglende til DUF-takst ville summen være { $amount } lavere.
compare-one-code = koden { $code }
compare-n-codes = { $n } koder
compare-nothing-tried = intet er afprøvet
compare-sentence-budget = { $mark }{ $structure }: { $amount } kr. rækker til { $offers } af { $expected } operationer til tilbudspris og til { $fallback } til DUF-takst.
compare-sentence-budget-offers = { $mark }{ $structure }: { $amount } kr. rækker til { $offers } af { $expected } operationer til tilbudspris.
compare-part-variants = Filens varianter
compare-variant = Variant
compare-change = Mod filen
compare-winners = Vindere (delaftaler)
compare-variant-tries = HYPOTESE. { $variant }: { $changes }.
compare-variant-error = HYPOTESE. { $variant }, { $structure }: ikke evalueret, { $reason }.
compare-note-variants = HYPOTESE. Det, en variant koster, er holdt op mod den samme opdeling med filens regler. Den afgør intet.

# På kommandolinjen.


## coverage

coverage-title = { $tender }: hvem kan byde på hvad
coverage-banner = DÆKNING: hvem der kan byde, før nogen pris er set. Ingen evaluering og ingen tildeling.
coverage-part-bidders = Tilbudsgivere
coverage-part-matrix = Tilbudsgivere og koder
coverage-part-fewest = De koder, som færrest kan udføre
coverage-part-lots = Delaftaler og opdelinger
coverage-part-smallest = De mindste sæt af koder, der lukker flere ind
coverage-taken-from = Taget fra
coverage-from-offers = tilbud
coverage-from-registration = registrering
coverage-procedures = Koder
coverage-name = Navn
coverage-how-many = Antal
coverage-who-cannot = Hvem kan ikke
coverage-can-bid = Kan byde
coverage-shut-out-count = Mangler koder
coverage-not-bid-count = Slet ikke
coverage-who-can = Hvem
coverage-everybody-can = Alle tilbudsgivere kan udføre { $n } af de { $all } koder.
coverage-structure-reach = { $all } af { $bidders } kan byde på alle delaftaler, { $some } på nogle
coverage-smallest-of-lot = { $structure } ({ $standing }), { $lot }: { $can } af { $bidders } kan byde nu
coverage-without-codes = Uden { $n } { COUNT($n) ->
        [one] kode
       *[other] koder
    } ({ $codes }), { $value } % af værdien og { $volume } % af volumenet, kan { $can } af { $bidders } byde: også { $names }. { $own } kunne byde på en delaftale med { COUNT($n) ->
        [one] den
       *[other] dem
    } alene.
coverage-more-sets = { $n } sæt mere på { $size } gør det samme.
coverage-more-sets-at-least = Mindst { $n } sæt mere på { $size }; søgningen stoppede dér.


## lots

lots-title = { $tender }: den bedste gruppering for hvert antal delaftaler
lots-banner = HYPOTESE: givet disse tilbud, ingen prognose og ikke den offentliggjorte afgørelse.
lots-part-curve = Hvad hver delaftale mere giver
lots-part-groupings = Den bedste gruppering for hvert antal delaftaler
lots-part-near = Andre grupperinger (HYPOTESE)
lots-against-fewest = Mod færrest
lots-result = Resultat
lots-chart = Dyrere er længere
lots-group = Gruppe
lots-proven = Bevist
lots-exact = eksakt
lots-lowest-of-all = lavest af alle
lots-not-below = ikke bevist; mindst { $bound }
lots-no-grouping = ingen gruppering er tilladt og kendt
lots-or-others = { $bidder } eller { $n } til
lots-optimum = HYPOTESE. { $lots } delaftaler er billigst, { $amount } under { $fewest } { COUNT($fewest) ->
        [one] delaftale
       *[other] delaftaler
    }.
lots-fewest-best = HYPOTESE. Ingen delaftale mere gør det billigere end { $fewest } { COUNT($fewest) ->
        [one] delaftale
       *[other] delaftaler
    }.
lots-as-good = HYPOTESE. { $lots } { COUNT($lots) ->
        [one] delaftale
       *[other] delaftaler
    }: { $n } { COUNT($n) ->
        [one] gruppering
       *[other] grupperinger
    } er lige så { COUNT($n) ->
        [one] god
       *[other] gode
    } som den bedste.
lots-within-distance = HYPOTESE. { $lots } { COUNT($lots) ->
        [one] delaftale
       *[other] delaftaler
    }: { $n } { COUNT($n) ->
        [one] gruppering
       *[other] grupperinger
    } inden for { $distance } kr. af den bedste, den selv medregnet.
lots-next-best = HYPOTESE. { $lots } { COUNT($lots) ->
        [one] delaftale
       *[other] delaftaler
    }: de næstbedste.
lots-note-given-lots = Givet disse tilbud: tilbudsgiverne ville have prissat andre delaftaler anderledes. Det er ingen prognose.
lots-note-opened-lots = Disse tilbud er åbnet, og tilbud kan ikke deles op på ny efter åbningen: det er til læring, ikke til tildeling.
lots-note-exact = Hver sum er eksakt: ingen gruppering af disse blokke med lige så mange delaftaler er billigere.
lots-note-bound = Hvor en sum ikke er bevist, siger grænsen, hvor meget billigere en gruppering højst kunne være. --work-limit hæver antallet af løste grupperinger.
lots-note-rules = Regler på tværs af delaftaler er overholdt: kapacitet, grænser og rabatter for flere delaftaler, der gælder i alle opdelinger. Betingelser for én opdeling gælder kun i den gruppering.
lots-note-scores = Hver gruppe går til den højeste score; summerne er, hvad det ville koste ordregiver.
lots-note-contracts = { $amount } kr. er lagt til for hver kontrakt.

# Hvorfor der ikke blev søgt.
lots-error-too-many-blocks = der er { $n } blokke; højst { $most } kan gennemsøges: hold nogle sammen, eller brug kortere præfikser
lots-error-no-block = der er ingen blok { $id } at holde sammen
lots-error-scores-with-rules = med samlede scorer kan grupperinger ikke gennemsøges under regler på tværs af delaftaler
lots-error-several-suppliers = søgningen kræver én leverandør for hver delaftale
lots-error-no-fallback = regler på tværs af delaftaler kræver prisen ved køb til DUF-takst for hver kode

# På kommandolinjen.


## robustness

robustness-part = Hvor fast tildelingen står
robustness-part-break-even = Volumener, hvor det tipper
robustness-no-break-even = { $mark }, { $structure }: intet volumen af en enkelt kode gør en anden tildeling bedre, hvor stort eller lille det end er.
robustness-not-given = Ikke angivet: det kræver én tildeling, én leverandør for hver delaftale og summer, der er summer af priser.
robustness-mix-holds = { $mark }, { $structure }: { $range } gør ingen blanding en anden tildeling bedre.
robustness-mix-breaks = { $mark }, { $structure }: { $range } gør den værste blanding en anden tildeling { $amount } kr. bedre ({ $instead }).
robustness-in-stated-range = med hvert volumen mellem sit mindste og sit største
robustness-in-band = med hvert volumen inden for { $percent } % af det forventede
robustness-widest = { $mark }, { $structure }: tildelingen holder i enhver blanding inden for { $percent } % af de forventede volumener.
robustness-proportion = { $mark }, { $structure }: alle volumener i samme forhold ændrer intet.
robustness-lapse-any = { $mark }, { $structure }: akuttaksten bortfalder efter { $day }; på ingen anden dag ville en anden tildeling være bedre.
robustness-lapse-from = { $mark }, { $structure }: hvis akuttaksten bortfaldt før { $day }, ville en anden tildeling være bedre ({ $instead }).
robustness-lapse-to = { $mark }, { $structure }: hvis akuttaksten bortfaldt efter { $day }, ville en anden tildeling være bedre ({ $instead }).
robustness-expected = Forventet
robustness-holds-from = Holder fra
robustness-holds-to = Holder til
robustness-holds-from-percent = Holder fra %
robustness-holds-to-percent = Holder til %
robustness-instead = Derudover
robustness-codes-together = Koder samlet


## calloff

calloff-title = { $tender } – træk på rammeaftalen
calloff-framework = Rammeaftale
calloff-day = Priser på dagen
calloff-no-day = ikke angivet: de tilbudte priser
calloff-cost = Beløb
calloff-part-placed = Direkte tildeling
calloff-part-left = Hvad der er tilbage
calloff-code = Kode
calloff-lot = Delaftale
calloff-rank = Rang
calloff-supplier = Leverandør
calloff-volume = Volumen
calloff-unit = Enhedspris
calloff-price-bid = Tilbudt pris
calloff-before = Trukket før
calloff-asked = Ønsket
calloff-placed = Placeret
calloff-left-of-estimate = Tilbage af forventet
calloff-left-of-maximum = Tilbage af maksimum
calloff-no-maximum = intet maksimum
calloff-capacity = Kapacitet
calloff-now = Nu
calloff-left = Tilbage
calloff-no-limit = ingen grænse
calloff-beyond-maximum = { $code }: { $n } over maksimum er afvist. Et maksimum er bindende.
calloff-without-room = { $code }: ingen leverandør på delaftalen { $lot } har plads til { $n }; de er ikke placeret.
calloff-above-cap = { $code }: en pris er over prisloftet, som betales, så længe det gælder; --date viser, hvad der betales den dag.

# CSV.
calloff-csv-code = kode
calloff-csv-lot = delaftale
calloff-csv-bidder = leverandør
calloff-csv-rank = rang
calloff-csv-volume = volumen
calloff-csv-unit = enhedspris
calloff-csv-cost = beløb
calloff-csv-not-placed = ikke placeret, fordi
calloff-csv-beyond-maximum = over maksimum
calloff-csv-without-room = ingen leverandør har plads

# Hvorfor intet kan trækkes.
calloff-error-no-direct-award = udbuddet giver ikke adgang til direkte tildeling
    tip: en rammeaftale, der gør, har [mini-tenders] med direct-award = "ranked", som den blev offentliggjort
calloff-error-not-awarded = tildelingen nævner ingen leverandør på delaftalen { $lot }; `udbud evaluate` siger hvorfor
calloff-error-outside-contract = { $day } er ikke en dag i rammeaftalens løbetid
calloff-error-too-large = et tal er for stort til at kunne beregnes eksakt

# På kommandolinjen.
calloff-volume-argument = --volume tager en kode og et helt tal, som KNGB40=12, ikke { $given }


## model

model-title = Evalueringsmodel: { $title } ({ $id })
model-heading-decides = Hvad der afgør
model-heading-criteria = Underkriterier
model-heading-price = Den pris, der evalueres
model-heading-announced = Regler, der er meldt ud med { $the_tender }
model-heading-example = Regneeksempel
model-heading-hashes = Hashværdier
model-heading-probe = Afprøvning af modellen
model-lowest-price = Det antagelige tilbud med den laveste pris på delaftalen vinder delaftalen.
model-points = Det antagelige tilbud med den højeste samlede score vinder delaftalen. Point går fra 0 til { $scale }. Den samlede score er summen af hvert underkriteriums point gange dets vægt i procent.
model-subtract = Det antagelige tilbud med den laveste evalueringstekniske pris vinder delaftalen: E = pris − summen af værdi × point / { $scale }, afrundet til hele øre.
model-add = Det antagelige tilbud med den laveste evalueringstekniske pris vinder delaftalen: E = pris + summen af værdi × ({ $scale } − point) / { $scale }, afrundet til hele øre.
model-uplift = Det antagelige tilbud med den laveste evalueringstekniske pris vinder delaftalen: E = pris × (1 + summen af tillæg × ({ $scale } − point) / { $scale }), afrundet til hele øre.
model-formula-highest = Det antagelige tilbud med det højeste resultat af denne formel vinder delaftalen: { $formula }
model-formula-lowest = Det antagelige tilbud med det laveste resultat af denne formel, afrundet til hele øre, vinder delaftalen: { $formula }
model-references = p er tilbuddets eget mål, low det laveste og high det højeste blandt de antagelige tilbud på delaftalen.
model-zero-reference = Hvor en formel ville dividere med et low eller high på 0, får et tilbud på 0 fulde point og alle andre 0.
model-column-criterion = underkriterium
model-column-part-of = del af
model-column-weight = vægt
model-linear = point = { $scale } × (1 − (p − low) / ({ $slope } % × low)); p er { $measure }.
model-linear-higher = point = { $scale } × (1 − (high − p) / ({ $slope } % × high)); p er { $measure }.
model-absolute = point = { $scale } × ({ $zero } − p) / ({ $zero } − { $full }), aldrig over { $scale }; p er { $measure }.
model-proportional = point = { $scale } × low / p; p er { $measure }.
model-proportional-higher = point = { $scale } × p / high; p er { $measure }.
model-min-max = point = { $scale } × (high − p) / (high − low); p er { $measure }. Er alle ens, eller er der ét tilbud: { $scale }.
model-min-max-higher = point = { $scale } × (p − low) / (high − low); p er { $measure }. Er alle ens, eller er der ét tilbud: { $scale }.
model-judged = point fra 0 til { $scale } efter ordregivers vurdering.
model-formula = point = { $formula }; p er { $measure }.
model-parent = summen af delene, hver point gange vægt i procent.
model-price-measure = prisen på delaftalen i kroner
model-value-measure = den målte værdi { $name }
model-negative = Et resultat under 0 bliver stående.
model-zero = Et resultat under 0 tæller som 0.
model-reject = Et tilbud med et resultat under 0 afvises. Alle sådanne tilbud afvises sammen, derefter beregnes low og high på ny, indtil ikke flere falder.
model-widen-slope = Ligger et tilbud uden for hældningen, bliver hældningen { $first } % og vokser derefter med { $step } procentpoint ad gangen, til alle antagelige tilbud er inden for (præcis på kanten er inden for).
model-widen-zero = Ligger et tilbud over { $zero }, bliver nulpunktet { $first } og vokser derefter med { $step } ad gangen, til alle antagelige tilbud er inden for (præcis på kanten er inden for).
model-ceiling = Skalaen går aldrig ud over { $ceiling }; et tilbud derudover afvises først og udvider ikke skalaen.
model-worth-value = Fulde point er { $value } kroner værd på hver delaftale.
model-worth-percent = Fulde point er { $percent } % værd af, hvad delaftalen koster ved køb til DUF-takst.
model-worth-uplift = Ingen point lægger { $percent } % til prisen, fulde point intet.
model-rounding = Point er { $points }; vægtede point er { $weighted }; den samlede score er { $score }. Der afrundes { $mode }.
model-no-rounding = Der afrundes ikke.
model-decimals = afrundet til { $n } decimaler
model-not-rounded = ikke afrundet
model-half-up = til nærmeste, halve væk fra nul
model-half-even = til nærmeste, halve til det lige tal
model-down = mod nul
model-gate = Et tilbud skal have mindst { $min } point i { $criterion }.
model-gate-total = Et tilbud skal have mindst { $min } point i vægtet gennemsnit af de vurderede underkriterier.
model-gate-note = Det afgøres, før prisen ses, på uafrundede point; et tilbud med færre evalueres ikke og påvirker hverken low eller high.
model-base = Rabatsatser er procent af taksten { $tariff }.
model-form-one = Tilbudsgiver angiver én rabatsats.
model-form-by-code = Tilbudsgiver angiver rabatsatser, samlet eller efter kode.
model-form-price = Tilbudsgiver angiver enhedspriser.
model-form-free = Tilbudsgiver angiver rabatsatser eller enhedspriser.
model-no-cap = Der er intet prisloft.
model-cap-reject-bid = Et tilbud med en enhedspris over taksten { $tariff } afvises.
model-cap-reject-line = En enhedspris over taksten { $tariff } tæller som ikke tilbudt.
model-cap-pay = En enhedspris over taksten { $tariff } bliver stående, men så længe taksten gælder, betaler ordregiver ikke mere end taksten.
model-scored-bid = Enhedsprisen evalueres, som den er tilbudt.
model-scored-capped = Den laveste af enhedsprisen og taksten evalueres.
model-scored-weighted = Den betalte pris evalueres, vægtet efter de dage i kontrakten, hvor taksten gælder, og dem, hvor den ikke gør.
model-adjustment = Priserne reguleres med { $percent } % fra { $from }: { $targets }.
model-adjust-tariff = taksten { $tariff }
model-adjust-prices = enhedspriserne
model-adjust-rules = Prisreguleringer lægges oven i hinanden og gælder, til kontrakten udløber; en regulering fra før kontraktens første dag gælder hele kontrakten. En afledt takst følger den takst, den er afledt af. En enhedspris angivet i kroner følger reguleringen af enhedspriser; en enhedspris, der kommer af en rabatsats, følger den takst, rabatten trækkes fra, og reguleringen af enhedspriser, hver regulering kun én gang. En særskilt pris ved køb til DUF-takst reguleres ikke. Volumen fordeles jævnt over dagene, og betalingen opgøres dag for dag.
model-adjust-scored-first = Der evalueres på priserne på kontraktens første dag og prisloftet den dag.
model-adjust-scored-days = Der evalueres på gennemsnittet af det, der betales, dag for dag.
model-fallback = Volumen, som ingen vinder dækker, købes dag for dag til den første af disse takster, der gælder: { $tariffs }.
model-missing-reject = Et tilbud på en delaftale skal have pris på hver ydelse i den.
model-missing-at-fallback = En ydelse, som et tilbud på en delaftale ikke har pris på, evalueres ved køb til DUF-takst.
model-at-most = Det højeste antal ydelser i en delaftale, der må udelades: { $n }.
model-never = Disse må aldrig udelades: { $codes }.
model-lots = { $The_tender } tildeles som { $structure }. { $Its } delaftaler, { $count } i alt, i deres bindende rækkefølge: { $lots }.
model-conditions = Tilbudsgiver må stille disse betingelser: { $list }.
model-no-conditions = Tilbudsgiver må ikke stille betingelser; et tilbud med en betingelse afvises, og en kombinationsrabat tæller ikke.
model-combination = en kombinationsrabat
model-capacity = en kapacitet
model-max-lots = det højeste antal delaftaler
model-only-together = delaftaler, der kun tages samlet
model-max-lots-per-bidder = Det højeste antal delaftaler, som én tilbudsgiver kan vinde: { $n }.
model-min-suppliers = Det laveste antal leverandører: { $n }.
model-max-suppliers = Det højeste antal leverandører: { $n }.
model-lot-weight = I summen af scorer tæller delaftalen { $lot } { $weight } gange.
model-unawarded-fewest = Så få delaftaler som muligt forbliver uden vinder; blandt sådanne tildelinger afgør det bedste samlede resultat.
model-unawarded-cheaper = En delaftale forbliver uden vinder, hvis køb til DUF-takst samlet er billigere.
model-ties = Lige gode tildelinger afgøres af disse regler i rækkefølge: { $rules }. Det, der er tilbage, står lige, og ingen vinder udpeges.
model-no-ties = Lige gode tildelinger står lige, og ingen vinder udpeges.
model-lower-price = de laveste priser på delaftalerne
model-higher = flest point i { $criterion }
model-fewer-suppliers = færre leverandører
model-more-suppliers = flere leverandører
model-earlier-received = det tilbud, der er modtaget først
model-draw = offentlig lodtrækning
model-suppliers-per-lot = Hver delaftale får op til { $n } leverandører i rækkefølge.
model-ranked = Den første tager patienter op til sin kapacitet, derefter den næste.
model-shares = De deler volumen efter plads i procent: { $shares }.
model-within-percent = Kun tilbud inden for { $percent } % af det bedste tæller.
model-low-price-flag = Der spørges til en pris på en delaftale, der er { $percent } % eller mere under medianen af de andres.
model-contract = Kontrakten løber fra { $from } til { $until }; begge dage tælles med.
model-example-intro = Tre opdigtede tilbud med runde tal; point, resultat og plads er beregnet af programmet selv.
model-column-bid = tilbud
model-column-price = pris på delaftalen
model-column-evaluated = evalueringsteknisk pris
model-column-score = samlet score
model-column-rank = plads
model-fell = afvist
model-example-none = Modellen har intet resultat for opdigtede tilbud med runde tal.
model-hash-model = model-hash
model-hash-tender = tender-hash
model-hash-note = SHA-256 over de kanoniske tekster, som referencesiden om hashværdier beskriver. Den første dækker alt, der afgør; den, der regner efter og får et andet tal, har en anden model.
model-test-on-file = Afprøvet på filens tilbud; delaftaler: { $lots }.
model-test-made-up = Afprøvet på opdigtede tilbud, på { $lots } delaftaler fra generatoren { $algorithm } med frø { $seed }.
model-test-losing-yes = Et tabende tilbud afgør, hvem der vinder: { $loser } vinder ikke, men uden det vinder { $without } i stedet for { $with }.
model-test-losing-no = Der er ikke fundet noget tabende tilbud, uden hvilket et andet vinder.
model-test-hopeless-yes = Et håbløst tilbud afgør, hvem der vinder: { $loser } er ikke bedre end et andet tilbud i noget, men uden det vinder { $without } i stedet for { $with }.
model-test-hopeless-no = Der er ikke fundet noget håbløst tilbud, der ændrer vinderen.
model-test-column-bid = tilbud
model-test-column-price = pris
model-test-column-values = værdier
model-test-weights = Virkelig vægt: hvert underkriteriums gennemsnitlige andel af resultaternes spredning.
model-test-column-criterion = underkriterium
model-test-column-stated = oplyst, %
model-test-column-effective = virkelig, %
model-test-price-itself = pris
model-test-weights-close = Underkriterierne afgør omtrent, som vægtene siger: ingen afviger mere end 10 procentpoint.
model-test-weights-far = { $criterion } afgør { $effective } % af resultaternes spredning mod en oplyst vægt på { $stated } %.
model-test-weights-none = Modellen har ingen dele, hvis vægte kan sammenlignes.
model-test-worth = Hvad ét point mere er værd i kroner for et tilbud ved disse priser, i procent af den laveste pris.
model-test-column-at = ved { $percent } %
model-test-unlimited = uden grænse
model-test-worth-same = Ét point er lige meget værd ved alle priser.
model-test-worth-varies = Hvad ét point er værd, afhænger af prisen: fra { $least } til { $most } kroner.
model-test-worth-none = Modellen har ingen vurderede underkriterier.
model-test-gains = fra { $from } ned til { $to } kroner
model-test-gains-always = En lavere pris forbedrer altid et tilbuds forspring, i trin på 5 % fra det dobbelte af det andet tilbuds pris til det halve.
model-test-gains-intro = Over for et andet tilbud på { $low } kroner forbedrer en lavere pris ikke et tilbuds forspring:
model-test-rounding = Afrunding ændrede rækkefølgen på { $changed } af { $lots } delaftaler og skabte pointlighed om førstepladsen på { $ties }.
model-test-rounding-never = Afrunding ændrede ingen rækkefølge på { $lots } delaftaler.
model-test-widened = Skalaen blev udvidet på { $widened } af { $lots } delaftaler.
model-test-widened-never = Ingen skala blev udvidet på { $lots } delaftaler.
model-test-rejected = Et tilbud faldt uden for en skala på { $rejected } af { $lots } delaftaler.
model-test-zero-reference = En reference var 0 på { $zero } af { $lots } delaftaler.
model-differences = Forskelle mellem modellerne
model-same = Modellerne er ens: deres kontrolsummer er den samme.
model-no-such-line = –: linjen findes ikke i den model.
model-what = Hvad
model-first = Første
model-second = Anden
model-csv-path = sti
model-csv-value = værdi


## transcript

transcript-title = { $tender }: udskrift af evalueringen
transcript-intro = Hvert trin fra filerne til tildelingen i den rækkefølge, de tages. Et navn og et tal, fx tender.toml:42, er den fil og den linje, som et tal kommer fra.
transcript-part-what = Hvad der evalueres
transcript-part-files = Læste filer
transcript-file = { $name }: { $lines } { COUNT($lines) ->
        [one] linje
       *[other] linjer
    }
transcript-part-rules = Regler
transcript-written-at = Står i: { $list }
transcript-part-tariffs = Takster og køb til DUF-takst
transcript-tariff-listed = { $tariff } ({ $place }): hver ydelse angiver sin pris; { $when }
transcript-tariff-derived = { $tariff } ({ $place }): { $from } minus { $reduction } % ({ $at_reduction }), afrundet til nærmeste { $round_to }; { $when }
transcript-always = gælder altid
transcript-from-until = gælder fra { $from } til { $until }, begge dage medregnet
transcript-fallback-none = Der er ikke angivet nogen takst for køb til DUF-takst
transcript-fallback-by-days = Køb til DUF-takst, dag for dag den første takst, der gælder: { $tariffs }
transcript-fallback-days = { $tariff } på { $days } af { $all } dage
transcript-fallback-days-from = { $tariff } med sine priser fra { $from } på { $days } af { $all } dage
transcript-fallback-every-day = { $tariff } på alle dage
transcript-fallback-gaps = Taksterne for køb til DUF-takst dækker ikke alle kontraktens dage: en ydelse kan kun købes sådan, hvis den selv angiver en pris
transcript-part-cap = Prisloft
transcript-part-lots = Delaftaler
transcript-lot = { $lot }: { $n } { COUNT($n) ->
        [one] ydelse
       *[other] ydelser
    }
transcript-lot-fallback = ; købt til DUF-takst { $amount }
transcript-lot-value = ; efter rabatgrundlaget { $amount }
transcript-part-procedures = Ydelser
transcript-procedures-mean = Hver med sin volumen, sin pris i hver takst, og hvad hele volumenet koster købt til DUF-takst.
transcript-volume = : volumen{" "}
transcript-from-to = , { $min } til { $max }
transcript-of-lot = , delaftale{" "}
transcript-fallback = ; købt til DUF-takst{" "}
transcript-fallback-unknown = ; købt til DUF-takst ukendt
transcript-listed = oplyst{" "}
transcript-from-day = , fra { $day }{" "}
transcript-each = {" "}pr. stk.
transcript-covers = ; omfatter { $codes }
transcript-part-bids = Tilbud
transcript-lines-mean = En linje: enhedspris, og hvor den eller dens rabatsats er angivet; prisloftet; den evaluerede pris, hvis den er en anden; volumen og beløb; og det, der ville blive betalt, hvis det er et andet beløb.
transcript-no-bids = Der er intet tilbud.
transcript-bid-written = Tilbuddet står i { $place }
transcript-bid-left-out = Tilbuddet er udeladt
transcript-received = Modtaget { $when }
transcript-received-not-stated = Intet modtagelsestidspunkt er angivet: tilbuddet regnes for modtaget i tide
transcript-group = Ejer: { $group }
transcript-capacity = Tager højst { $volume } operationer i alle delaftaler tilsammen ({ $place })
transcript-lot-capacity = Tager højst { $volume } operationer på delaftalen { $lot } ({ $place })
transcript-max-lots = Tager højst { $n } { COUNT($n) ->
        [one] delaftale
       *[other] delaftaler
    } ({ $place })
transcript-only-together = Tager { $lots } samlet eller slet ikke ({ $place })
transcript-bids-on = Byder kun på { $lots } ({ $place })
transcript-combination-min = Kombinationsrabat { $discount } % for mindst { $n } { COUNT($n) ->
        [one] delaftale
       *[other] delaftaler
    } ({ $place })
transcript-combination-lots = Kombinationsrabat { $discount } % for { $lots } samlet ({ $place })
transcript-combination-all = Kombinationsrabat { $discount } % for alle delaftaler ({ $place })
transcript-registered = Registreret til { $codes }
transcript-not-offered = Omfatter ikke { $codes }
transcript-value = Angiver { $name } = { $value } ({ $place })
transcript-points = Vurderet{ $scope }: { $criterion } { $points } point ({ $place })
transcript-requirement = Vurderet{ $scope }: kravet { $requirement } er { $status } ({ $place })
transcript-met = opfyldt
transcript-unmet = ikke opfyldt
transcript-unverified = ikke verificeret
transcript-scope-structure = {" "}for denne opdeling
transcript-scope-lot = {" "}for delaftalen { $lot }
transcript-reason = Begrundelse: { $reason }
transcript-rejected = Besluttet: tilbuddet afvises, grund: { $ground } ({ $place })
transcript-accepted = Besluttet: tilbuddet accepteres, grund: { $ground } ({ $place })
transcript-on-date = , { $date }
transcript-admissible = Antageligt på { $lots } af { $all } { COUNT($all) ->
        [one] delaftale
       *[other] delaftaler
    }
transcript-inadmissible = Ikke antageligt på nogen delaftale
transcript-remark = Bemærkning
transcript-remarks = Bemærkninger til { $the_tender }
transcript-bid-on-lot = { $bidder }, delaftale { $lot }
transcript-less = {" "}minus{" "}
transcript-tried-out = {" "}%, som afprøves
transcript-cap = , prisloft{" "}
transcript-above-cap = , over prisloftet{" "}
transcript-scored = , evalueret til{" "}
transcript-paid = , betales{" "}
transcript-unit-from = Fra { $day }:{" "}
transcript-paid-by-days = Betales:{" "}
transcript-on-days = {" "}på { $days } af { $all } dage
transcript-no-price = : ingen pris:{" "}
transcript-why-not-offered = tilbuddet omfatter den ikke
transcript-why-not-registered = tilbudsgiveren er ikke registreret til den
transcript-why-requirement = kravet { $requirement } er ikke opfyldt
transcript-why-nothing-stated = tilbuddet angiver hverken pris eller rabatsats
transcript-why-no-base = en rabatsats, men ingen pris i { $tariff } at trække den fra
transcript-why-above-cap = , over prisloftet { $cap }, og linjen afvises
transcript-at-fallback = ; købt til DUF-takst{" "}
transcript-lines-in-award = I tildelingen, med { $discount } % af hver enhedspris:
transcript-part-ranks = Placeringer, delaftale for delaftale
transcript-ranked = { $rank }. { $bidder }: pris { $price }
transcript-ranked-evaluated = , evalueringsteknisk pris { $evaluated }
transcript-ranked-score = , samlet score { $score }
transcript-not-ranked = { $bidder }: { $status }


## letter

letter-title-won = Tildeling: { $tender }
letter-title-won-some = Tildeling og afslag: { $tender }
letter-title-lost = Afslag på tilbud: { $tender }
letter-title-inadmissible = Afvisning af tilbud: { $tender }
letter-title-open = Orientering om evalueringen: { $tender }
letter-title-not-awarded = Ingen tildeling: { $tender }
letter-to = Til
letter-from = Fra
letter-tender = Udbud
letter-mini-tender = Miniudbud
letter-offer-collection = Tilbudsindhentning
letter-framework = Rammeaftale
letter-date = Dato
letter-record = Evalueringsrapport
letter-blank = ....................
letter-thanks = Tak for jeres tilbud. Vi har evalueret de indkomne tilbud.
letter-won = Jeres tilbud har vundet { $lots }, og vi agter at indgå kontrakt med jer.
letter-won-some = Jeres tilbud har vundet { $won }, og vi agter at indgå kontrakt med jer om det. Jeres tilbud har ikke vundet { $lost }.
letter-lost = Vi må desværre meddele, at jeres tilbud ikke har vundet { $lots }. Begrundelsen står nedenfor.
letter-supplies = Jeres tilbud er blandt de vindende på { $lots }, og vi agter at indgå aftale med jer som en af leverandørerne.
letter-inadmissible = Vi må desværre meddele, at jeres tilbud ikke er antageligt (konditionsmæssigt), og at det derfor ikke kan tages i betragtning. Begrundelsen står nedenfor.
letter-open = Flere tildelinger er lige gode, og udbuddets regler for lighed vælger ikke imellem dem. Tildelingen af { $lots } er derfor ikke afgjort endnu. I får besked, når den er.
letter-open-draw = Udbuddet bestemmer, at der trækkes lod.
letter-not-awarded = Vi må meddele, at vi ikke tildeler { $lots } til nogen af tilbudsgiverne. Begrundelsen står nedenfor.
letter-not-accepted-yet = Dette brev er ikke en accept af jeres tilbud. Der er først indgået en bindende kontrakt, når begge parter har underskrevet den.
letter-the-contract = kontrakten
letter-the-lot = delaftalen { $lots }
letter-the-lots = delaftalerne { $lots }
letter-the-framework = rammeaftalen
letter-heading-lot = Delaftale { $lot }
letter-heading-evaluation = Evalueringen
letter-lot-won = Jeres tilbud vandt delaftalen.
letter-lot-supplies = I bliver leverandør nr. { $rank } med en forventet volumen på { $volume } af { $all }.
letter-lot-lost = Vinderen er { $winner }.
letter-lot-suppliers = Leverandørerne er { $winners }, i den rækkefølge.
letter-lot-open = Det er ikke afgjort, hvem der får delaftalen.
letter-lot-cheaper-elsewhere = Delaftalen tildeles ikke, fordi det er billigere at købe ydelserne til DUF-takst. Udbuddet bestemmer, at delaftalen så ikke tildeles.
letter-lot-no-room = Delaftalen tildeles ikke: ingen tildeling, som udbuddets regler på tværs af delaftaler tillader, omfatter den.
letter-lot-out = Jeres tilbud er ikke antageligt på delaftalen:
letter-whole-out = Begrundelsen er:
letter-lot-names-after = { COUNT($n) ->
        [one] Den anden leverandør
       *[other] De øvrige leverandører
    } er { $winners }.
letter-lowest-price = Tildelingskriteriet er laveste pris.
letter-points-model = Tilbuddet med den højeste samlede score vinder. Der gives point fra 0 til { $scale }.
letter-evaluated-price-model = Tilbuddet med den laveste evalueringstekniske pris vinder: prisen justeret for kvalitet. Der gives point fra 0 til { $scale }.
letter-formula-score-model = Tilbuddet med den højeste samlede score efter den offentliggjorte formel vinder.
letter-formula-price-model = Tilbuddet med den laveste evalueringstekniske pris efter den offentliggjorte formel vinder.
letter-rank = Jeres tilbud blev nr. { $rank } af { $of } { COUNT($of) ->
        [one] antageligt
       *[other] antagelige
    } tilbud.
letter-rank-of-unknown = Jeres tilbud blev nr. { $rank }.
letter-rank-alone = Jeres tilbud var det eneste antagelige.
letter-across-lots = Udbuddet har regler på tværs af delaftaler. Afgørende er derfor den bedste samlede tildeling, som reglerne tillader, og ikke rækkefølgen på den enkelte delaftale.
letter-tie-decided = Jeres tilbud stod lige med { $winner }. Udbuddets regler for lighed ({ $rules }) afgjorde tildelingen.
letter-scale-slope = { $criterion }: skalaen er udvidet til hældningen { $used } %, som udbuddet bestemmer, når et antageligt tilbud ligger uden for den oplyste skala.
letter-scale-zero = { $criterion }: skalaen er udvidet til 0 point ved { $used }, som udbuddet bestemmer, når et antageligt tilbud ligger uden for den oplyste skala.
letter-weight = Vægt
letter-your-bid = Jeres tilbud
letter-price = Pris
letter-evaluated-price = Evalueringsteknisk pris
letter-score = Samlet score
letter-points-of = { $criterion }, point
letter-advantages = Det vindende tilbuds egenskaber og fordele set i forhold til jeres tilbud:
letter-advantages-of = De vindende tilbuds egenskaber og fordele set i forhold til jeres tilbud:
letter-price-lower = Prisen er lavere end jeres.
letter-price-same = Prisen er den samme som jeres.
letter-price-higher = Prisen er højere end jeres.
letter-more-points = { $criterion }: flere point end jeres tilbud.
letter-same-points = { $criterion }: samme antal point som jeres tilbud.
letter-fewer-points = { $criterion }: færre point end jeres tilbud.
letter-price-lower-by = Prisen er lavere: { $theirs } mod jeres { $own }.
letter-price-higher-by = Prisen er højere: { $theirs } mod jeres { $own }.
letter-more-points-by = { $criterion }: flere point, { $theirs } mod jeres { $own }.
letter-fewer-points-by = { $criterion }: færre point, { $theirs } mod jeres { $own }.
letter-judged-winner = Vores vurdering: { $reason }
letter-gap-price = Jeres pris skulle have været { $by } lavere for at stå lige med { $winner }.
letter-gap-evaluated = Jeres evalueringstekniske pris skulle have været { $by } lavere for at stå lige med { $winner }.
letter-gap-score = Jeres samlede score skulle have været { $by } point højere for at stå lige med { $winner }.
letter-gap-awards = Den bedste samlede tildeling, hvor I får delaftalen, er { $by } dyrere end den valgte.
letter-gap-none = Jeres tilbud indgår også i en tildeling, der er lige så god; reglerne for lighed ({ $rules }) valgte imellem dem.
letter-blocked = Jeres tilbud kunne ikke vinde delaftalen til nogen pris på grund af { $rules }.
letter-others = De øvrige antagelige tilbud:
letter-heading-remarks = Bemærkninger til jeres tilbud
letter-heading-judged = Vores vurdering af jeres tilbud
letter-heading-standstill = Standstillperiode
letter-none-reason = Der er ingen standstillperiode. Begrundelse: { $reason }
letter-none-mini-tender = Der er ingen standstillperiode: kontrakten indgås på grundlag af en rammeaftale, som ikke kræver en.
letter-none-framework = Der er ingen standstillperiode; rammeaftalen bestemmer, at den er på 0 dage.
letter-none-offer-collection = Der er ingen standstillperiode ved tilbudsindhentningen.
letter-standstill-law = Kontrakten underskrives ikke, før en standstillperiode på { $days } kalenderdage er udløbet. Den regnes fra dagen efter, at dette brev er sendt { $sent } (lov om Klagenævnet for Udbud § 3, stk. 1).
letter-standstill-stated = Kontrakten underskrives ikke, før en standstillperiode på { $days } { COUNT($days) ->
        [one] kalenderdag
       *[other] kalenderdage
    } er udløbet. Den regnes fra dagen efter, at dette brev er sendt { $sent }.
letter-standstill-framework = Kontrakten underskrives ikke, før en standstillperiode på { $days } { COUNT($days) ->
        [one] kalenderdag
       *[other] kalenderdage
    } er udløbet, som rammeaftalen bestemmer. Den regnes fra dagen efter, at dette brev er sendt { $sent }.
letter-sent-electronically = elektronisk
letter-sent-by-post = med post
letter-fact-sent = Brevet er sendt
letter-fact-until = Perioden løber til og med
letter-fact-sign = Kontrakten kan tidligst underskrives
letter-extended = Dag nr. { $days } er { $counted }: { $why }. Perioden løber derfor til udgangen af den næste arbejdsdag.
letter-if-closed = Er den sidste dag en lørdag, en søndag eller en helligdag, løber perioden til udgangen af den næste arbejdsdag.
letter-day-monday = mandag
letter-day-tuesday = tirsdag
letter-day-wednesday = onsdag
letter-day-thursday = torsdag
letter-day-friday = fredag
letter-day-saturday = lørdag
letter-day-sunday = søndag
letter-weekday = { $day } den { $date }
letter-saturday = en lørdag
letter-sunday = en søndag
letter-new-years-day = nytårsdag
letter-maundy-thursday = skærtorsdag
letter-good-friday = langfredag
letter-easter-monday = 2. påskedag
letter-general-prayer-day = store bededag
letter-ascension-day = Kristi himmelfartsdag
letter-whit-monday = 2. pinsedag
letter-constitution-day = grundlovsdag
letter-christmas-eve = juleaftensdag
letter-christmas-day = 1. juledag
letter-second-christmas-day = 2. juledag
letter-new-years-eve = nytårsaftensdag
letter-law-not-applied = Lovens periode gælder ikke. Begrundelse: { $reason }
letter-heading-complaint = Klagevejledning
letter-complaint-where = I kan klage over beslutningen til Klagenævnet for Udbud, Nævnenes Hus, Toldboden 2, 8800 Viborg.
letter-deadline-contract = Klagen skal være indgivet senest 45 kalenderdage regnet fra dagen efter, at en bekendtgørelse om den indgåede kontrakt er offentliggjort i EU-Tidende (lov om Klagenævnet for Udbud § 7, stk. 2, nr. 1).
letter-deadline-framework = Klagen skal være indgivet senest 6 måneder regnet fra dagen efter, at vi har underrettet jer om, at rammeaftalen er indgået (lov om Klagenævnet for Udbud § 7, stk. 2, nr. 3).
letter-deadline-mini-tender = Klagen skal være indgivet senest 30 kalenderdage regnet fra dagen efter, at vi har underrettet jer om, at kontrakten er indgået (lov om Klagenævnet for Udbud § 7, stk. 2, nr. 2).
letter-deadline-offer-collection = Klagenævnet kan behandle klagen, hvis indkøbet er omfattet af udbudsloven. Er det omfattet af udbudslovens §§ 191 og 192, skal klagen være indgivet senest 45 kalenderdage regnet fra dagen efter, at vi har underrettet jer om beslutningen.
letter-deadline-none = Klagefristerne står i lov om Klagenævnet for Udbud § 7.
letter-in-standstill = Klager I i standstillperioden, må kontrakten ikke underskrives, før klagenævnet har taget stilling til, om klagen skal have opsættende virkning (lov om Klagenævnet for Udbud § 12).
letter-tell-us = Senest samtidig med at I klager, skal I skriftligt underrette os om det og oplyse, om klagen er indgivet i standstillperioden (lov om Klagenævnet for Udbud § 6, stk. 4).
letter-more-about-complaints = Klagenævnets klagevejledning står på www.naevneneshus.dk.
letter-regards = Med venlig hilsen
letter-signature = Navn og titel: ....................
letter-amount =
    { $currency ->
        [DKK] { $amount } kr.
       *[other] { $amount } { $currency }
    }
letter-no-such-form = et brev er tekst eller Markdown: --format table eller --format markdown
letter-needs-output = --all skal have den mappe, der skal skrives: --output MAPPE
letter-fault-record-json = intet brev: record.json siger ikke, hvilken fil der er udbuddet
letter-fault-tender = intet brev: udbuddet i evalueringsrapporten er ikke gyldigt for denne version af udbud
    tip: record.json nævner den version, den er lavet med
letter-fault-differs = intet brev: denne version af udbud når ikke frem til det, evalueringsrapporten siger
    tip: `udbud verify` viser, hvor de er forskellige; record.json nævner den version, den er lavet med
letter-open-question = en vinder har et åbent spørgsmål: afklar det, før brevene sendes (udbud evaluate viser det)


## leak

leak-refused = [disclosure-leak] brevet til { $bidder } ville afsløre mere, end [disclosure] tillader
leak-hint = tip: udelad af tell det, som det følger af, tilføj det, der alligevel kan udledes, eller acceptér det med on-leak = "warn"; lav så evalueringsrapporten igen
leak-warning = advarsel[disclosure-leak]: brevet til { $bidder } afslører mere, end det oplyser, som on-leak = "warn" accepterer
leak-follows = { $fact } kan udledes: { $figure }
leak-step = { $fact } = { $figure }: { $how }
leak-further = og af det yderligere { $n } tal
leak-own = eget, eller oplyst om eget tilbud
leak-own-figures = oplyst med egne tal
leak-stated = oplyst ({ $tell })
leak-fact-admissible = antallet af antagelige tilbud på { $lot }
leak-fact-scale = skalaen for { $criterion } på { $lot }
leak-fact-distance = afstanden til { $bidder } på { $lot }
leak-fact-award-total = tildelingens samlede sum
leak-fact-edge = grænsen for { $criterion } på { $lot }
leak-fact-best = den bedste værdi for { $criterion } på { $lot }
leak-fact-worst = den dårligste værdi for { $criterion } på { $lot }
leak-fact-price = prisen fra { $bidder } på { $lot }
leak-fact-evaluated-price = den evalueringstekniske pris fra { $bidder } på { $lot }
leak-fact-score = den samlede score til { $bidder } på { $lot }
leak-fact-points = point til { $bidder } for { $criterion } på { $lot }
leak-fact-value = det, { $bidder } oplyser om { $criterion }
leak-fact-discount = rabatsatsen fra { $bidder }
leak-fact-unit-price = enhedsprisen fra { $bidder } for { $code }
leak-rule-own-less-distance = eget tal og afstanden
leak-rule-rest-of-total = den samlede sum minus de øvrige delaftaler
leak-rule-the-other-of-two = af to tilbud er det det andet tilbuds
leak-rule-price-decides = ved laveste pris er prisen afgørende
leak-rule-price-without-quality = den evalueringstekniske pris uden pointenes værdi
leak-rule-price-with-quality = prisen med pointenes værdi
leak-rule-points-from-both-prices = de to priser afviger med pointenes værdi
leak-rule-score-from-points = pointenes vægtede sum
leak-rule-points-from-score = den samlede score minus de øvrige underkriterier
leak-rule-best-from-points = en værdi og dens point efter den offentliggjorte metode
leak-rule-best-from-edge = grænsen og den offentliggjorte hældning
leak-rule-worst-from-points = en værdi, dens point og den bedste værdi
leak-rule-measure-from-points = pointene efter den offentliggjorte metode
leak-rule-points-from-measure = værdien efter den offentliggjorte metode
leak-rule-last-unit-price = prisen delt med den offentliggjorte volumen
leak-rule-discount-from-price = én rabatsats på den offentlige takst giver netop denne pris
leak-rule-discount-from-unit-price = enhedsprisen i forhold til den offentlige takst
leak-rule-unit-price-from-discount = rabatsatsen på den offentlige takst
leak-rule-price-from-unit-prices = enhedspriserne gange de offentliggjorte volumener


## verify

verify-title = En evalueringsrapport med bilag, efterprøvet
verify-record = Rapport
verify-tender = Udbud
verify-structure = Opdeling
verify-made-by = Lavet af
verify-rules = regler
verify-corrects = Retter
verify-hash = Rapportens hash
verify-corrected-record = Den rapport, der rettes
verify-framework-record = Rammeaftalens rapport
verify-conclusion = Resultat
verify-all-holds = Alt, hvad der er set på, holder. Sammenlign rapportens hash med den i referatet, eller kræv den med --record-hash.
verify-all-holds-demanded = Alt, hvad der er set på, holder, og rapporten er den, hvis hash blev krævet.
verify-fails-at-files = Filerne er ikke dem, der blev lagt i rapporten: stol ikke på den, før det vides hvorfor.
verify-fails-at-figures = Tallene stemmer ikke: stol ikke på tildelingen, før det vides hvorfor.
verify-fails-at-award = Tildelingen er ikke bevist: stol ikke på den, før det vides hvorfor.
verify-fails-at-replay = Rapporten kan ikke laves igen ud fra sine filer: stol ikke på den, før det vides hvorfor.
verify-level-files = Trin 1, filer
verify-level-figures = Trin 2, tal
verify-level-award = Trin 3, tildeling
verify-level-replay = Trin 4, gentagelse
verify-state-holds = holder
verify-state-fails = HOLDER IKKE
verify-state-not-run = ikke set på
verify-proves-not-files = Det beviser ikke, at det er rapporten fra referatet, da ingen hash blev krævet; heller ikke, at det, filerne siger, er rigtigt.
verify-proves-not-figures = Det beviser ikke, at teksterne er dem fra filerne (trin 4); heller ikke afstande, margener og hvad taberne skulle have budt.
verify-proves-not-award = Det beviser ikke priser og antagelighed (de er beregnet på ny ud fra filerne), afstande og margener.
verify-proves-not-replay = Det beviser ikke, at filerne er det, tilbudsgiverne sendte, og ordregiver besluttede; det kan kun den se, der har originalerne.
verify-proves-not-files-with-hash = Det beviser ikke, at det, filerne siger, er rigtigt.
verify-failed-files = Filer er ikke, som da rapporten blev lavet:
verify-failed-figures = Tal følger ikke af rapportens tekster:
verify-failed-award = Beviset, eller det, der siges om tildelingen, holder ikke:
verify-failed-replay = Filerne giver ikke denne rapport:
verify-not-run-files = Der er ikke set på det.
verify-not-run-figures = Der er ikke set på det: en fil, det kræver, kan ikke læses.
verify-not-run-award = Der er ikke set på det: filerne kan ikke læses, eller ikke efter regler, som dette program kender.
verify-not-run-replay = Der er ikke set på det: der er ingen indholdsfortegnelse at begynde med.
verify-proves-files = { $n } { COUNT($n) ->
        [one] fil er
       *[other] filer er
    }, som da rapporten blev lavet; ingen mangler, og ingen er lagt til.
verify-proves-hash = Rapporten har den hash, der blev krævet.
verify-proves-figures = Hvert tal følger af teksterne om udbud, tilbud og vurderinger: priser, antagelighed, point, rækkefølge og tildelingens tal. De er beregnet på ny af en kontrol, der ikke deler kode med evalueringen.
verify-proves-replay = Filerne, evalueret igen, giver { COUNT($n) ->
        [one] den samme
       *[other] de samme
    } { $n } { COUNT($n) ->
        [one] fil
       *[other] filer
    } til mindste byte.
verify-not-worded = Udskrifter og README.txt er ikke sammenlignet: en anden version af programmet har formuleret dem.
verify-several-suppliers = Hver delaftale har flere leverandører. Dér er rækkefølgen sit eget bevis, og trin 2 dækker den; der er intet bevis i en fil for sig.
verify-proves-no-award = Beviset holder: ingen tildeling overholder alle regler.
verify-proves-best = Beviset holder: ingen tildeling er bedre end { $total }.
verify-unknown-total = en sum, der ikke er kendt
verify-one-award = Én tildeling når den; der er ikke lighed.
verify-tied-awards = Præcis { $awards } tildelinger når den.
verify-ties-not-proven = Hvor mange tildelinger der når den, er ikke bevist.
verify-tie-rules-choose = Reglerne ved lighed vælger den, der blev tildelt.
verify-tie-rules-leave = Reglerne ved lighed lader { $n } af dem stå.
verify-tie-rules-not-looked-at = De er for mange til at opregnes, så reglerne ved lighed er kun dækket af trin 4.
verify-looked-at = { $compared } tal og ord, { $bids } tilbud, { $lots } { COUNT($lots) ->
        [one] delaftale
       *[other] delaftaler
    } og { $lines } { COUNT($lines) ->
        [one] prislinje
       *[other] prislinjer
    } er holdt op mod det, der følger.
verify-award-every = Alle tildelinger, der kommer på tale, er gennemgået: ingen er bedre, og reglerne om lighed vælger som offentliggjort.
verify-award-lot-by-lot = Hver delaftale er afgjort på ny; de bedste tildelinger er for mange til, at reglerne om lighed kan anvendes på dem igen.
verify-award-feasible = Tildelingen overholder hver regel og koster, hvad den siger; der er for mange tildelinger til at gennemgå dem alle, så at ingen er bedre, er det trin 3, der beviser.
verify-award-ranked = Hver delaftale er rangordnet på ny og dens volumen fordelt.
verify-csv-record = rapport
verify-csv-level = trin
verify-csv-result = resultat
verify-csv-code = kode
verify-csv-file = fil
verify-csv-place = sted
verify-csv-written = skrevet
verify-csv-expected = skal være
verify-csv-message = besked

verify-no-certificate = intet bevis: arbejdsgrænsen blev nået, før tildelingen var bevist
verify-one-supplier-alone = et bevis gælder én leverandør pr. delaftale; med suppliers-per-lot er rækkefølgen på hver delaftale sit eget bevis


## fault

fault-sums-missing = der er ingen kontrolsummer, så det er ingen rapport
fault-sums-form = den har ikke den ene form, en rapport har: på hver linje 64 hexcifre, to mellemrum og en sti, sorteret efter sti, hver én gang { $written }
fault-sums-path = den nævner stien "{ $written }": { $why }
fault-file-missing = den er opført, men findes ikke
fault-file-changed = den er ændret: dens kontrolsum er { $written }, opført er { $expected }
fault-file-added = den findes, men er ikke opført
fault-folder-empty = en mappe uden en fil, som ingen rapport har
fault-record-hash-differs = rapporten har hash { $written }, ikke { $expected }
fault-part-missing = hver rapport har denne fil; her mangler den
fault-part-form = den er ikke, som formatet siger: { $written }{ $expected }
fault-link = et link; ingen rapport har et, og det følges ikke
fault-not-a-file = hverken en fil eller en mappe
fault-name-not-utf8 = dens navn er ikke UTF-8
fault-path = denne sti må ikke stå i en rapport: { $why }
fault-too-large = en rapport kan højst have 10.000 filer på hver 256 MiB, og 1 GiB i alt
fault-zip-damaged = arkivet er beskadiget, afkortet, dets dele overlapper, eller en fil står i det to gange
fault-zip-kind = et arkiv med kommentar, i flere bind eller af 64-bit-slagsen; det har en rapport ikke brug for
fault-zip-entry = den er ikke pakket på en enkel måde: { $written }
fault-figures-wrong = her står { $written }; det, der følger af teksterne, er { $expected }
fault-certificate-missing = det mangler, skønt hver delaftale har én leverandør
fault-certificate-refused = det holder ikke: { $why }
fault-award-differs = her står { $written }; det, der følger, er { $expected }
fault-rules-unknown = rapporten er lavet efter version { $written } af reglerne; dette program kender version { $expected }, så det kan hverken gentage den eller beregne de omkostninger, beviset handler om. Filer og tal står som sagt ovenfor
fault-inputs-invalid = ud fra filerne kan der ikke læses et gyldigt udbud: { $written }
fault-inputs-no-result = udbuddet i filerne har intet resultat: { $written }
fault-input-not-read = der læses intet fra den
fault-replay-differs = her står "{ $written }"; en gentagelse giver "{ $expected }"
fault-replay-more = en gentagelse giver denne fil; her mangler den
fault-replay-less = ingen gentagelse giver denne fil
fault-chain-hash-differs = rapporten dér har hash { $written }; nævnt er { $expected }
fault-chain-missing = en rapport, der er nævnt, findes ikke, eller der findes en, der ikke er nævnt
fault-chain-class = det siges at være { $written }; det er { $expected }
fault-chain-too-long = kæden af rapporter er længere end 16
fault-figures-unreadable = den kan ikke læses, så intet kan beregnes ud fra den: { $written }
fault-figures-unknown-line = hvad der følger af denne linje, vides ikke her: { $written }
fault-figures-model-differs = modellen har linjen { $written }; det har teksten om udbuddet ikke
fault-figures-hash-differs = her står hashværdien { $written }; tekstens er { $expected }
fault-figures-figure-differs =
    { GIVEN($expected) ->
        [yes] her står { $written }; det, der følger, er { $expected }
       *[no] her står { $written }, som ikke følger
    }
fault-figures-word-differs = her står "{ $written }"; det, der følger, er "{ $expected }"
fault-figures-entry-missing = her mangler: { $expected }
fault-figures-entry-invented = dette skulle ikke stå her: { $written }
fault-figures-finding-missing = en bemærkning mangler: { $expected }
fault-figures-finding-invented = der er ingen grund til denne bemærkning: { $written }
fault-figures-finding-differs = bemærkningen siger { $written }; det, der følger, er { $expected }
fault-figures-rank-wrong = her står placering { $written }; efter tallene er den { $expected }
fault-figures-award-not-feasible = tildelingen bryder en regel: { $written }
fault-figures-award-not-best = der er en bedre tildeling end { $written }: { $expected }
fault-figures-ties-wrong = dette er ikke de bedste tildelinger: { $written }; der er { $expected }
fault-figures-tie-rule-wrong = reglerne om lighed giver { $expected }, ikke { $written }
fault-figures-not-consistent = { $written } kan ikke være rigtigt sammen med det øvrige
fault-figures-cannot-compute = der følger intet resultat ({ $written }: { $expected })
fault-nothing = intet
fault-end-of-file = (slut på filen)
fault-clause-unit-prices = enhedspriser
fault-clause-admissibility = antagelighed
fault-clause-evaluation-models = evalueringsmodeller
fault-clause-best-award = bedste tildeling
fault-clause-what-every-bidder-is-told = hvad enhver tilbudsgiver får at vide
fault-clause-several-suppliers = flere leverandører til en delaftale
fault-clause-hashes = hashværdier
fault-clause-budget = budget


## diff

diff-title = To evalueringsrapporter sammenholdt
diff-first = Første
diff-second = Anden
diff-result = Resultat
diff-cause = Første årsag
diff-class = Art
diff-other-files = Filer med andre bytes
diff-part-winners = Vindere
diff-part-order = Rækkefølge og antagelighed
diff-part-figures = Tal
diff-part-steps = Grundlag og skridt
diff-what = Hvad
diff-another = et andet
diff-more = og { $more } mere; --format json viser dem alle
diff-same = Det samme.
diff-other-steps = Andre skridt, samme tal.
diff-other-figures = Andre tal, samme rækkefølge.
diff-other-order = Anden rækkefølge, samme vindere.
diff-other-winner = En anden vinder.
diff-class-same = Intet af betydning er ændret.
diff-class-slip = Skrivefejl: samme grundlag og samme resultat; en anden tekst.
diff-class-draw-held = Lodtrækning: samme tilbud, model og vurderinger; den offentlige lodtrækning står i den anden rapport.
diff-class-calculation-correction = Beregningsrettelse: samme tilbud, model og vurderinger; tal eller tildeling er ændret, fordi en fejl er rettet.
diff-class-new-evaluation = Ny evaluering: samme tilbud og model; vurderinger eller beslutninger er truffet på ny.
diff-class-other-competition = Ikke samme konkurrence: modellen eller tilbuddene er ændret. Udbuddet skulle annulleres og gå om.
diff-no-cause = ingen
diff-cause-program = samme grundlag, beregnet anderledes (program { $old } og { $new }, regler { $before } og { $after }); først i { $place }
diff-same-points = Advarsel: en ny evaluering, men alle point og alle vurderede krav er som før. Er det en skrivefejl eller en rettelse?
diff-unreadable = { $folder }: { $file } mangler eller kan ikke læses
    tip: `udbud verify` fortæller, hvad en rapport skal indeholde
diff-csv-severity = alvor
diff-csv-file = fil
diff-csv-what = hvad
diff-csv-first = første
diff-csv-second = anden


## record

record-title = En evalueringsrapport med bilag er skrevet
record-tender = Udbud
record-folder = Mappe
record-archive = Arkiv
record-size = { $n } { COUNT($n) ->
        [one] fil
       *[other] filer
    }, { $bytes } bytes
record-holds = Indhold
record-award = Tildeling
record-hash = Rapportens hash
record-hash-in-minutes = Rapportens hash hører til i referatet: med den kan enhver senere se, at intet er ændret.
record-must-act = Der er noget at gøre, før kontrakten kan underskrives; slutningen af `udbud evaluate` siger hvad.
record-awarded = tildelt
record-tie = lighed
record-no-award = ingen tildeling
record-not-proven = ikke bevist
record-csv-what = hvad
record-csv-value = værdi
record-fault-not-published = ingen rapport: det er ikke den offentliggjorte afgørelse, men en hypotese
record-fault-not-proven = ingen rapport: det er ikke bevist, at tildelingen er den bedste
    tip: udelad --work-limit, eller sæt den op
record-fault-too-large = ingen rapport: et tal i beviset er for stort til at beregnes eksakt
record-fault-path = ingen rapport: stien "{ $path }" må ikke stå i en: { $why }
    tip: omdøb filen, også hvor udbuddet nævner den
record-fault-too-much = ingen rapport: en rapport kan højst have 10.000 filer på hver 256 MiB, og 512 MiB i alt
record-path-empty = den, eller en del af den, er tom
record-path-leads-out = den fører ud af mappen
record-path-character = den indeholder en omvendt skråstreg eller et usynligt tegn
record-path-not-nfc = dens bogstaver står ikke i sammensat form (Unicode NFC)
record-path-too-deep = den er for lang eller har flere end 16 led
record-path-case = en anden afviger kun fra den ved store og små bogstaver
record-path-file-and-folder = den bruger en fil som mappe
record-same = intet er ændret i forhold til den rapport, der rettes
record-other-competition = modellen eller tilbuddene er ændret i forhold til den rapport, der rettes: det er ikke samme konkurrence
    første årsag: { $cause }
    tip: et udbud, hvis vilkår eller tilbud ændres efter åbningen, annulleres og går om
record-not-as-stated = angivet som { $said }, men det er { $is }
record-changed = { $name }: dette er ikke en rapport, som den blev skrevet, så der laves intet ud fra den
    tip: `udbud verify` fortæller alt, der er galt
record-class-same = det samme
record-class-slip = en skrivefejl
record-class-draw-held = en lodtrækning
record-class-calculation-correction = en beregningsrettelse
record-class-new-evaluation = en ny evaluering
record-class-other-competition = ikke samme konkurrence
record-needs-output = record skal have den mappe, der skal skrives: --output MAPPE
record-needs-reason = --reason siger, hvorfor den tidligere rapport rettes, i ord, der kan stå i referatet
record-exists = den findes allerede; en rapport skrives aldrig oven i noget


## simulation

simulation-title = { $mark }: { $dialogue }
simulation-title-draw = { $mark }: { $dialogue } (trækning { $n })
simulation-banner = SIMULERING: trukket ud fra antagelser. Ingen prognose, ingen evaluering af tilbud og ingen afgørelse.
simulation-banner-public = Kun profiler og samlede tal: det kan vises til alle, der kan tænkes at byde.
simulation-banner-internal = INTERNT: bygger på tilbudsgivernes egne tilbud. Må ikke vises til markedet.
simulation-mark = SIMULERING
simulation-mark-internal = SIMULERING, INTERNT
simulation-part-drawn = Hvad der er trukket
simulation-part-aloud = Til at læse op
simulation-part-cost = Hvad hver opdeling koster (kroner)
simulation-part-beside = Opdelingerne ved siden af hinanden
simulation-part-differences = Forskelle i de samme trækninger (kroner)
simulation-part-lots = Tilbud på hver delaftale
simulation-part-bidders = Hvad hver tilbudsgiver betales og udfører
simulation-part-drivers = Hvad der driver resultatet
simulation-part-questions = Hvad der skulle være anderledes
simulation-part-notes = Sådan læses det
simulation-part-inputs = Hvad der er trukket i den
simulation-part-draw-cost = Hvad den koster i hver opdeling (kroner)
simulation-part-draw-lots = Hvem der vinder hvad
simulation-part-draw-bidders = Hvad vindere bliver betalt (kroner)
simulation-structure = Opdeling
simulation-standing = Status
simulation-mean = Middel
simulation-within = ± 95 %
simulation-low = 5 %
simulation-median = 50 %
simulation-high = 95 %
simulation-mean-year = Middel om året
simulation-low-year = 5 % om året
simulation-median-year = 50 % om året
simulation-high-year = 95 % om året
simulation-cheapest = Billigst %
simulation-error = ± fejl
simulation-regret = Over billigste
simulation-regret-high = Over billigste 95 %
simulation-contracts = Kontrakter
simulation-suppliers = Leverandører
simulation-hhi = HHI
simulation-saving = Besparelse
simulation-some-lot = Delaftale uden tilbud %
simulation-second = Denne
simulation-first = minus denne
simulation-from = Fra
simulation-until = Til
simulation-cheaper = Billigere %
simulation-told = Trækningerne viser
simulation-told-cheaper = billigere
simulation-told-dearer = dyrere
simulation-told-nothing = intet
simulation-lot = Delaftale
simulation-bids = Tilbud
simulation-none = Ingen %
simulation-one = 1 %
simulation-two = 2 %
simulation-three = 3+ %
simulation-bidder = Tilbudsgiver
simulation-wins = Vinder %
simulation-paid-low = Betalt 5 %
simulation-paid-mean = Betalt, middel
simulation-paid-high = Betalt 95 %
simulation-least = Garanteret
simulation-taken = Operationer
simulation-largest = Størst
simulation-of-what = Af hvad
simulation-of-cost = udgift
simulation-of-difference = minus { $base }
simulation-input = Usikkerhed
simulation-share = Andel %
simulation-figure = Tal
simulation-cost = Udgift
simulation-fallback = Alt til DUF-takst
simulation-tied = Lighed
simulation-winner = Vinder
simulation-nobody = (ingen)
simulation-payment = Betaling
simulation-yes = ja
simulation-no = nej
simulation-unknown = ukendt
simulation-fact-draws = Trækninger
simulation-drawn-of = { $done } af { $planned }: afbrudt
simulation-drawn-precise = { $done }: 95 %-intervallet for hver forskel ligger inden for ± { $precision } % af, hvad { $base } koster
simulation-drawn-not-precise = { $done }: den ønskede præcision (± { $precision } % af, hvad { $base } koster) blev ikke nået
simulation-fact-seed = Startværdi
simulation-fact-algorithm = Generator
simulation-fact-tables = Tabeller
simulation-fact-dialogue = Dialog
simulation-fact-tender = Udbud
simulation-fact-bidders = Tilbudsgivere
simulation-fact-uncertain = Usikkert
simulation-fact-contract = Hver kontrakt
simulation-fact-defaults = Som standard
simulation-who-takes-part = hvem der deltager
simulation-what-is-lacking = hvilke koder tilbudsgivere mangler
simulation-discounts = rabatsatser
simulation-capacities = kapacitet
simulation-all-profiles = alle profiler
simulation-of-profiles = { $what } ({ $profiles })
simulation-note-quality = Udbuddet ser på kvalitet, som profiler ikke har: her vinder den laveste pris.
simulation-contract-costs = { $amount } kr. ud over betalingerne, i alle udgifter nedenfor
simulation-nothing-uncertain = intet
simulation-profile-count = { $name } ({ $count })
simulation-profile-new = { $name } ({ $count }, ikke på markedet i dag)
simulation-bids-of-tender = udbuddets { $count } tilbud
simulation-input-scenario = scenarie for volumenerne
simulation-input-specialty = alle volumener
simulation-input-common = det fælles for volumenerne
simulation-input-group = volumener af { $codes }
simulation-input-course = hvor mange { $examination } der ender i { $operation }
simulation-input-lapse = akuttakstens sidste dag
simulation-input-takes-part = om { $bidder } deltager
simulation-input-may-lack = om { $bidder } mangler { $codes }
simulation-input-discount = rabatsats fra { $bidder }
simulation-input-capacity = kapacitet hos { $bidder }
simulation-unit-participation = { $n } (deltager, hvor det er under sandsynligheden)
simulation-unit-deviations = { $n } standardafvigelser
simulation-unit-operations = { $n } operationer
simulation-say-structure = { $mark }. { $structure }: { $lots } { COUNT($lots) ->
        [one] delaftale
       *[other] delaftaler
    }; i gennemsnit { $cost }, i ni af ti trækninger mellem { $low } og { $high }; billigst i { $share } % af trækningerne.
simulation-say-alone = { $mark }. { $structure }: { $lots } { COUNT($lots) ->
        [one] delaftale
       *[other] delaftaler
    }; i gennemsnit { $cost }, i ni af ti trækninger mellem { $low } og { $high }.
simulation-say-no-cost = { $mark }. { $structure }: hvad den koster, vides ikke i nogen trækning.
simulation-say-cheaper = { $mark }. { $second } koster i gennemsnit { $amount } mindre end { $first } ({ $from } til { $until } kr.), og mindre i { $share } % af trækningerne.
simulation-say-dearer = { $mark }. { $second } koster i gennemsnit { $amount } mere end { $first } ({ $from } til { $until } kr.), men mindre i { $share } % af trækningerne.
simulation-say-untold = { $mark }. { $draws } { COUNT($draws) ->
        [one] trækning
       *[other] trækninger
    } viser ikke, om { $second } i gennemsnit koster mere eller mindre end { $first }; mindre i { $share } % af dem.
simulation-say-same = { $mark }. { $second } koster det samme som { $first } i alle trækninger.
simulation-ask-draws = { $mark }. Besvaret på { $draws } { COUNT($draws) ->
        [one] trækning
       *[other] trækninger
    }, trukket igen med én ting flyttet.
simulation-ask-more-discount = { $mark }. { $structure } koster ikke mere end { $base } ({ $contracts } kontrakter mere), hvis den giver { $points } procentpoint mere rabat end antaget.
simulation-ask-less-discount = { $mark }. { $structure } koster ikke mere end { $base } ({ $contracts } kontrakter mere), selv med { $points } procentpoint mindre rabat end antaget.
simulation-ask-never-discount = { $mark }. Selv 20 procentpoint mere rabat gør ikke { $structure } ({ $contracts } kontrakter mere) lige så billig som { $base }.
simulation-ask-always-discount = { $mark }. { $structure } ({ $contracts } kontrakter mere) koster ikke mere end { $base }, selv med 20 procentpoint mindre rabat.
simulation-ask-volume = { $mark }. Op til { $percent } % af de trukne volumener er { $below } den billigste af { $base } og { $structure }; derover er { $above } det.
simulation-ask-volume-always = { $mark }. { $structure } koster ikke mere end { $base } ved noget volumen fra 5 til 500 % af de trukne.
simulation-ask-volume-never = { $mark }. { $structure } koster mere end { $base } ved alle volumener fra 5 til 500 % af de trukne.
simulation-ask-unknown = { $mark }. Hvad der ville gøre { $structure } lige så billig som { $base }, vides ikke: ingen trækning kender udgiften for begge.
simulation-ask-lapse-more = { $mark }. Bortfalder akuttaksten { $days } dage senere, koster { $structure } i gennemsnit { $amount } mere.
simulation-ask-lapse-less = { $mark }. Bortfalder akuttaksten { $days } dage senere, koster { $structure } i gennemsnit { $amount } mindre.
simulation-ask-lapse-same = { $mark }. Bortfalder akuttaksten { $days } dage senere, koster { $structure } i gennemsnit det samme.
simulation-note-same = Hver trækning er ét forløb, evalueret i alle opdelinger med den eksakte tildeling, så forskelle er mellem det samme.
simulation-note-cost = Udgiften er, hvad ordregiver betaler i alt: leverandører, koder købt andetsteds, ikke-tildelte delaftaler til DUF-takst, og kontrakter. Her i hele kroner; JSON og CSV har øre.
simulation-note-quantile = 5 %, 50 % og 95 % er trukne værdier: så mange af trækningerne ligger på eller under. ± er det halve 95 %-interval for middeltallet: 1,96 standardfejl, rundet op. Det siger, hvor godt trækningerne er talt op, ikke hvor sande antagelserne er.
simulation-note-exact = Alt usikkert er en tabel med { $n } muligheder, og hver er trukket lige mange gange: middeltal og andele er eksakte.
simulation-note-not-exact = Alt usikkert er en tabel med { $n } muligheder, trukket efter tur. Med et multiplum af { $n } trækninger ville middeltal og andele være eksakte; nu tæller nogle muligheder én gang mere end andre.
simulation-note-cheapest = Billigst: andelen af trækningerne; hvor flere opdelinger koster det samme, deler de trækningen. Over billigste: hvad en opdeling koster ud over den billigste i samme trækning.
simulation-note-members = En tilbudsgiver med et tal efter står for så mange ens; tallene gælder én af dem. Garanteret: det mindste volumen i de trækninger, hvor den vinder noget. Størst: det største i nogen trækning.
simulation-note-drivers = Andel: hvor meget af variansen der følger af én usikkerhed alene, i højst { $bins } grupper, minus hvad tilfældet ville give. Resten følger af flere sammen; det, der bevæger sig sammen, deler den samme del.
simulation-note-unknown = I { $n } { COUNT($n) ->
        [one] trækning
       *[other] trækninger
    } er udgiften for en opdeling ukendt; opdelingerne holdes op mod hinanden i de øvrige { $comparable }.
simulation-note-tied = { $structure }: i { $n } { COUNT($n) ->
        [one] trækning
       *[other] trækninger
    } var flere tildelinger lige gode efter reglerne for lighed; en trukket rækkefølge af tilbudsgivere afgjorde.
simulation-note-hhi = HHI er gennemsnittet over trækningerne af summen af kvadrerede andele af, hvad leverandører betales, x 10.000.
simulation-note-cannot = En simulering kan ikke vise, hvad ingen har lagt i den: hvordan tilbudsgivere faktisk svarer på en opdeling, er en antagelse.
simulation-note-interrupted = Afbrudt: tallene bygger på de trækninger, der blev lavet, og spørgsmålene om, hvad der skulle være anderledes, er ikke stillet.
simulation-merge-not-a-part = { $file }: dette er ikke en del af en simulering
simulation-merge-newer = { $file }: skrevet af en nyere version af programmet
simulation-merge-damaged = { $file }: afkortet eller ændret, efter at den blev skrevet
simulation-merge-internal = { $file }: trukket af tilbudsgivernes egne tilbud; tilføj --internal
simulation-merge-differs = { $file }: anden { $what }: { $own } i stedet for { $expected }
simulation-merge-overlap = { $file } og { $other }: begge rummer trækning { $from } til { $until }
simulation-merge-gap = ingen del rummer trækning { $from } til { $until }
simulation-what-engine = version af programmet
simulation-what-dialogue = dialog eller udbud
simulation-what-seed = startværdi
simulation-what-draws = antal trækninger
simulation-what-algorithm = generator
simulation-what-tables = tabeller
simulation-what-shape = form (usikkerheder, tilbudsgivere / delaftaler)
simulation-no-draw = afbrudt før den første trækning
simulation-public-csv = --public rummer kun samlede tal; CSV viser hver trækning
    tip: --format json eller markdown
simulation-needs-internal = her deltager udbuddets tilbud (bidders = "tender"): tilføj --internal; resultatet må ikke vises til markedet
simulation-show-draw-form = --show-draw vises som tabel, i Markdown eller CSV
simulation-no-part = afbrudt: der er ikke skrevet nogen del
simulation-progress = { $done } af { $all } trækninger, { $left } tilbage


## chart

chart-distribution = Hvad hver opdeling kan koste
chart-distribution-about = { $structure }: ni af ti trækninger mellem { $low } og { $high }, halvdelen på eller under { $median }, i gennemsnit { $mean }.
chart-difference = Hvad hver opdeling koster mere end { $base } i samme trækning
chart-difference-about = { $structure } minus { $base }: ni af ti trækninger mellem { $low } og { $high } kr., i gennemsnit { $mean } kr.
chart-key-difference = streg: ni af ti trækninger · prik: middel · til venstre for 0: billigere
chart-by-lots = Udgift mod antal delaftaler
chart-by-lots-about = { $structure }, { $lots } { COUNT($lots) ->
        [one] delaftale
       *[other] delaftaler
    }: i gennemsnit { $mean }, ni af ti trækninger mellem { $low } og { $high }.
chart-cheapest = Hvor ofte hver opdeling er billigst
chart-cheapest-about = { $structure }: i { $share } % af trækningerne.
chart-winning = Hvor ofte hver tilbudsgiver vinder noget
chart-winning-about = { $structure }, { $bidder }: i { $share } % af trækningerne.
chart-axis-millions = mio. kroner
chart-axis-kroner = kroner
chart-axis-lots = antal delaftaler
chart-axis-percent = procent af trækningerne
chart-key-interval = streg: ni af ti trækninger · mærke: median · prik: middel · søjler: hvor ofte
chart-key-by-lots = streg: ni af ti trækninger · prik: middel · aksen begynder ikke ved 0
chart-draws = { $draws } trækninger, startværdi { $seed }


## cli
# What the command line says by itself, most of it after `error: `.

# How grave a problem is, as compilers show it: error[late]: ...
cli-error = fejl
cli-warning = advarsel
cli-note = bemærkning
cli-see-also = se også her
cli-help = hjælp

# The result of check: how many problems there are, and the columns of its table.
cli-problem-summary = { $errors } { COUNT($errors) ->
        [one] fejl
       *[other] fejl
    }, { $warnings } { COUNT($warnings) ->
        [one] advarsel
       *[other] advarsler
    }
cli-check-title = Problemer i udbudsfilen
cli-check-severity = Alvor
cli-check-code = Kode
cli-check-file = Fil
cli-check-line = Linje
cli-check-column = Kolonne
cli-check-what = Hvad
cli-check-mend = Sådan rettes det

cli-no-rows = dette resultat har ingen form til regneark

cli-input-overwritten = { $file }: denne fil er læst; et resultat skrives ikke oven i den
cli-no-such-file = { $file }: filen findes ikke
cli-file-error = { $file }: { $reason }
cli-folder-not-utf8 = en mappe omkring udbuddet har et navn, der ikke er UTF-8
cli-unknown = { $the_tender } har ingen { $what } `{ $name }`; der er: { $known }
cli-unknown-of-none = { $the_tender } har ingen { $what } `{ $name }` eller andre
cli-what-structure = opdeling
cli-what-bidder = tilbudsgiver
cli-what-lot = delaftale
cli-what-code = kode
cli-what-code-in-lot = kode på denne delaftale
cli-what-variant = variant
cli-what-tariff = takst
cli-model-hash = modellen har hash { $own }, ikke { $demanded }
    tip: `udbud model FIL --against ANDEN` viser forskellene
cli-new-exists = { $file }: den findes allerede
cli-new-made = Oprettet { $tender }.
    Ret den til, og kør derefter:
    {"  "}udbud check { $tender } --lang da
    {"  "}udbud evaluate { $tender } --lang da
cli-new-simulate = {"  "}udbud simulate { $dialogue } --lang da

# Why a file cannot be read or written.
cli-file-not-a-file = det er ikke en fil
cli-file-not-a-file-name = det er ikke et filnavn
cli-file-not-a-folder-name = det er ikke et mappenavn
cli-file-name-not-utf8 = filens navn er ikke UTF-8
cli-file-not-regular = det er ikke en almindelig fil
cli-file-too-large = den er større end 256 MiB
cli-file-is-folder = det er en mappe
cli-file-no-record = det er hverken en mappe eller en almindelig fil
cli-file-changed = den blev ændret, mens den blev læst

# What the operating system says; English shows its own words.
cli-system-permission-denied = adgang nægtet
cli-system-is-a-directory = det er en mappe
cli-system-not-a-directory = en del af stien er ikke en mappe
cli-system-already-exists = den findes allerede
cli-system-storage-full = der er ikke mere plads på disken
cli-system-read-only = filsystemet kan kun læses
cli-system-name-too-long = filnavnet er for langt eller ugyldigt
cli-system-timed-out = der kom ikke svar i tide


## help
# The help of commands and options: help-COMMAND, help-COMMAND-OPTION, and for options of every command help-OPTION; .value is
# what stands for the value, as in --output <FILE>.

help-udbud = Evaluerer udbud og miniudbud, hvor danske regioner køber planlagte operationer hos private hospitaler
    .long =
        Evaluerer udbud og miniudbud, hvor danske regioner køber planlagte operationer hos private hospitaler.

        Hvert tal er eksakt, kan følges tilbage til filens linjer og bliver det samme overalt.
help-format = Resultatets form
    .value = FORM
help-format-table = En tabel til læsning
help-format-json = JSON som dokumenteret
help-format-csv = Til regneark
help-format-markdown = Til dokumenter
help-output = Skriv resultatet til en fil, helt eller slet ikke
    .value = FIL
help-lang = Teksternes sprog
    .value = SPROG
help-lang-en = Engelsk
help-lang-da = Dansk
help-color = Hvornår der bruges farver (NO_COLOR respekteres)
    .value = HVORNÅR
help-color-auto = I en terminal, medmindre NO_COLOR er sat
help-color-always = Altid
help-color-never = Aldrig
help-quiet = Ingen advarsler og ingen fremdrift

# Options of compare and lots that try something out, and the heading above them.
help-tried = Prøv af (resultatet er en hypotese)
help-tried-variant = En variant i filen; de øvrige tilvalg lægges oven på den
    .value = ID
help-tried-missing = En anden regel for manglende koder
    .value = REGEL
help-tried-cap = Hvad en pris over prisloftet betyder; de tre sidste: prisloftet betales, så længe det gælder, og denne pris indgår i evalueringen
    .value = MÅDE
help-tried-cap-tariff = En anden takst som prisloft
    .value = TAKST
help-tried-lapse = Den sidste dag, akuttaksten gælder
    .value = DATO
help-tried-without = Udelad et tilbud; kan gentages
    .value = TILBUDSGIVER
help-tried-volume = Volumener ganget med en faktor efter kode eller præfiks, f.eks. KNG*=0.8; kan gentages
    .value = KODE=FAKTOR

help-check = Kontrollér en udbuds- eller dialogfil: alle problemer på én gang, med sted og anvisning på, hvordan de rettes
help-check-file = Udbudsfilen
    .value = FIL
help-evaluate = Evaluér et udbud: priser, antagelighed, point, tildeling
help-evaluate-file = Udbudsfilen
    .value = FIL
help-evaluate-structure = En anden opdeling end den offentliggjorte, som hypotese
    .value = ID
help-evaluate-scorings = De tre måder at regne prisen på ved siden af hinanden, hvor prisloftet betales, så længe det gælder
help-evaluate-certificate = Skriv beviset for tildelingen til en fil
    .value = FIL
help-evaluate-work-limit = Stands søgningen efter tildelingen efter så mange knuder, og vis den beviste afstand
    .value = N
help-evaluate-distances = Afstanden for hver tabende tilbudsgiver, også ved flere end 1.200 delaftaler x tilbudsgivere
help-evaluate-model-hash = Afvis udbuddet, medmindre dets model har denne hash
    .value = HASH
help-compare = Alle opdelinger ved siden af hinanden: hvad hver koster, og hvem den lukker ude
help-compare-file = Udbudsfilen
    .value = FIL
help-compare-structure = Kun disse opdelinger; ellers alle i filen
    .value = ID
help-compare-robustness = Hvor meget volumener og bortfaldsdagen kan flytte sig, før en anden tildeling er bedre end den offentliggjorte
help-compare-band = Med --robustness: den værste fordeling, når hver volumen ligger inden for så mange procent af det forventede
    .value = PROCENT
help-coverage = Hvem der kan byde på hvad, og hvilke koder der lukker hvem ude; der kræves ingen priser
help-coverage-file = Udbudsfilen; den behøver ingen priser
    .value = FIL
help-coverage-structure = Kun disse opdelinger; ellers alle i filen
    .value = ID
help-lots = Den bedste inddeling for hvert antal delaftaler med disse tilbud
help-lots-file = Udbudsfilen
    .value = FIL
help-lots-blocks = Delaftalerne i denne opdeling er byggestenene; ellers dem i opdelingen med flest delaftaler
    .value = OPDELING
help-lots-blocks-by-prefix = Koder med de samme første N tegn er én byggesten
    .value = N
help-lots-cost-per-contract = Hvad hver kontrakt derudover koster ordregiveren, i kroner
    .value = KRONER
help-lots-min-bidders-per-lot = Ingen delaftale med færre antagelige tilbud end dette
    .value = N
help-lots-keep-together = Byggesten, der skal være på samme delaftale, f.eks. knæ,hofte; kan gentages
    .value = BYGGESTEN
help-lots-within = Tæl de inddelinger, der er højst så mange kroner dyrere end den bedste
    .value = KRONER
help-lots-list = Vis så mange inddelinger for hvert antal delaftaler
    .value = N
help-lots-work-limit = Hvor regler binder delaftaler sammen: løs så mange inddelinger for hvert antal delaftaler, og vis derefter den beviste grænse
    .value = N
help-simulate = Markedsdialog: træk det usikre, og evaluér alle opdelinger på de samme trækninger
help-simulate-file = Dialogfilen
    .value = FIL
help-simulate-draws = Hvor mange trækninger, hvis ikke så mange, som filen siger
    .value = N
help-simulate-seed = Startværdien, hvis ikke filens; den samme startværdi giver de samme trækninger overalt
    .value = S
help-simulate-threads = På hvor mange tråde; det påvirker ikke resultatet
    .value = T
help-simulate-internal = Lad udbuddets tilbud deltage; hver side mærkes da med, at den ikke må vises til markedet
help-simulate-public = Arket til mødet: kun samlede tal og profiler, som kan vises til alle, der kan byde
help-simulate-precision = Stands ved 1.000, 2.000, 4.000 ... trækninger, når 95 %-intervallet for hver forskel er inden for så mange procent af, hvad den offentliggjorte opdeling koster
    .value = PROCENT
help-simulate-question-draws = Besvar på så mange af trækningerne, hvad der skulle være anderledes; 0: spørg ikke
    .value = N
help-simulate-shard = Lav kun del I af N, og skriv den som en del, der kan samles
    .value = I/N
help-simulate-merge = Saml dele, med samme resultat som én kørsel
    .value = DEL
help-simulate-charts = Skriv også diagrammer (SVG) til denne mappe
    .value = MAPPE
help-simulate-show-draw = Vis én trækning trin for trin
    .value = N
help-call-off = Træk patienter på en rammeaftale uden miniudbud: efter rækkefølge, hver leverandør op til sin kapacitet
help-call-off-file = Rammeaftalens udbudsfil
    .value = FIL
help-call-off-volume = Hvor mange af hvilken kode, f.eks. KNGB40=12; flere kan følge efter hinanden
    .value = KODE=ANTAL
help-call-off-log = Hvad der allerede er trukket: en CSV-fil med code, bidder, volume og eventuelt date
    .value = FIL
help-call-off-date = Den dag, hvis priser der betales; ellers de tilbudte priser
    .value = DATO
help-explain = Udled ét tal trin for trin tilbage til linjerne i filen
help-explain-file = Udbudsfilen
    .value = FIL
help-explain-bidder = Hvis tal
    .value = TILBUDSGIVER
help-explain-lot = På hvilken delaftale
    .value = DELAFTALE
help-explain-code = For hvilken kode
    .value = KODE
help-explain-structure = En anden opdeling end den offentliggjorte, som hypotese
    .value = ID
help-model = Beskriv evalueringsmodellen, så den kan stå i udbudsmaterialet; eller afprøv den
help-model-file = Udbudsfilen
    .value = FIL
help-model-test = Afprøv modellen: kan et tilbud, der ikke kan vinde, afgøre, hvem der gør? Hvad er et point værd?
help-model-model-hash = Afvis udbuddet, medmindre dets model har denne hash
    .value = HASH
help-model-against = Vis, hvad der afviger fra modellen i dette udbud
    .value = FIL
help-record = Dan evalueringsrapporten: en mappe, hvorfra enhver kan efterprøve afgørelsen
help-record-file = Udbudsfilen
    .value = FIL
help-record-zip = Skriv også rapporten som ét arkiv
    .value = FIL
help-record-work-limit = Stands søgningen efter tildelingen efter så mange knuder; hvad der da ikke er bevist, dannes der ingen rapport om
    .value = N
help-record-distances = Afstanden for hver tabende tilbudsgiver, også ved flere end 1.200 delaftaler x tilbudsgivere
help-record-corrects = Den tidligere rapport, som denne træder i stedet for: en mappe eller et arkiv
    .value = RAPPORT
help-record-reason = Hvorfor, som det står i referatet
    .value = TEKST
help-record-class = Afvis rettelsen, medmindre den er af denne art
    .value = ART
help-record-model-hash = Afvis udbuddet, medmindre dets model har denne hash
    .value = HASH
help-verify = Efterprøv en evalueringsrapport niveau for niveau; eller et bevis: at en tildeling er den bedste, og at ingen lighed mangler
help-verify-path = Rapporten: en mappe eller et arkiv; med --certificate udbudsfilen
    .value = RAPPORT|UDBUD
help-verify-record-hash = Den hash, rapporten skal have, som den står i referatet
    .value = HASH
help-verify-certificate = Efterprøv i stedet dette bevis over for en udbudsfil
    .value = FIL
help-verify-structure = Den opdeling, beviset handler om, hvis ikke den offentliggjorte
    .value = ID
help-diff = Hvad der er forskelligt i to evalueringsrapporter, hvor alvorligt det er, hvor det kommer fra, og hvad det er efter loven
help-diff-before = Den tidligere rapport
    .value = FØR
help-diff-after = Den senere rapport
    .value = EFTER
help-letter = Skriv brevet til en tilbudsgiver ud fra en evalueringsrapport og intet andet
help-letter-record = Evalueringsrapporten: en mappe eller et arkiv
    .value = RAPPORT
help-letter-bidder = Til hvem
    .value = TILBUDSGIVER
help-letter-all = Et brev til hver tilbudsgiver i den nye mappe, som --output angiver
help-letter-sent = Den dag, brevene sendes; ellers er der felter, som skal udfyldes
    .value = DATO
help-new = Begynd et udbud i en ny mappe
help-new-dir = Den mappe, der skal oprettes
    .value = MAPPE
help-new-dialogue = Med en dialogfil om udbuddet, som kan simuleres
help-schema = Udskriv udbudsfilens JSON Schema til teksteditorer
help-schema-dialogue = Dialogfilens
help-completions = Udskriv en kommandoskals fuldførelser
help-completions-shell = Kommandoskallen
    .value = SKAL
help-man = Udskriv manualsiden


## usage
# What the parser of the command line says by itself, of help and of wrong usage. In English these are its own words, to the letter.

usage-heading = Brug:
usage-options = [TILVALG]
usage-command = KOMMANDO
usage-commands = Kommandoer
usage-arguments = Argumenter
usage-choices = Tilvalg
usage-print-help = Vis denne hjælp
usage-print-version = Vis programmets version
usage-help-command = Vis denne tekst eller hjælpen til den angivne kommando
usage-default = [standard: { $values }]
usage-possible = [mulige værdier: { $values }]
usage-possible-heading = Mulige værdier:
usage-more = Flere oplysninger: '--help'.
usage-tip = tip: { $tip }
usage-similar-option = der er et lignende tilvalg: '{ $name }'
usage-similar-command = der er en lignende kommando: '{ $name }'
usage-similar-commands = der er lignende kommandoer: { $names }
usage-similar-value = der er en lignende værdi: '{ $name }'
usage-as-value = for at angive '{ $arg }' som værdi skrives '-- { $arg }'
usage-repeated = '{ $arg }' kan ikke bruges flere gange
usage-conflict = '{ $arg }' kan ikke bruges sammen med '{ $other }'
usage-conflict-several = '{ $arg }' kan ikke bruges sammen med:
usage-value-needed = '{ $arg }' mangler en værdi
usage-invalid-value = ugyldig værdi '{ $value }' til '{ $arg }'
usage-invalid-because = ugyldig værdi '{ $value }' til '{ $arg }': { $reason }
usage-unknown-command = der er ingen kommando '{ $command }'
usage-required = følgende mangler på kommandolinjen:
usage-command-needed = '{ $command }' skal have en kommando, og der er ikke angivet nogen
usage-subcommands = [kommandoer: { $values }]
usage-not-utf8 = kommandolinjen indeholder tegn, der ikke er UTF-8
usage-too-many-values = uventet værdi '{ $value }' til '{ $arg }'; der ventes ikke flere
usage-unknown-argument = uventet argument '{ $arg }'
usage-not-in-range = { $value } er ikke i området { $range }
usage-no-number = det er ikke et helt tal
usage-no-digits = der mangler et tal
usage-number-too-large = tallet er for stort
usage-number-too-small = tallet er for lille
usage-no-date = det er ikke en dato skrevet som 2024-11-15

# Values that an option does not take.
usage-band = --band tager 0 til 100 procent, ikke { $value }
usage-precision = --precision tager procent over 0 med højst fire decimaler, ikke { $value }
usage-cost-per-contract = --cost-per-contract tager et beløb som 250000.00, ikke { $value }
usage-within = --within tager et beløb som 250000.00, ikke { $value }
usage-shard = --shard tager I/N, fx 3/8, med I fra 1 til N og N højst antallet af trækninger, ikke { $value }
