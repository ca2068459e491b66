### Alle ord, som et menneske læser, på dansk. De engelske står i en.ftl, med de samme id'er i samme rækkefølge.
### Et id begynder med navnet på sit afsnit. Tal kommer formateret; COUNT($n) er `one` for antallet 1, ellers `other`;
### GIVEN($a) er `yes`, hvis argumentet er der og ikke er tomt, ellers `no`. Et mellemrum i enden af en tekst skrives {" "}.

## unit
# Korte ord mellem tal, overalt.

unit-and = og
unit-none = ingen
unit-bids =
    { $n } { COUNT($n) ->
        [one] tilbud
       *[other] tilbud
    }

## kind


## outcome


## problem


## argument


## formula


## finding


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
compare-band-range = --band tager 0 til 100 procent, ikke { $given }


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
lots-amount-argument = { $option } tager et beløb som 250000.00, ikke { $given }


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


## transcript


## letter


## leak


## verify


## fault


## diff


## record


## simulation


## chart


## cli
# What the command line says by itself, most of it after `error: `.

cli-no-rows = dette resultat har ingen form til regneark


## help


## usage


