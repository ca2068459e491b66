use crate::explain::StepRule as R;

/// A lot in a line where the lot price decides.
pub(super) const LOT_IN_A_LINE_LOWEST_PRICE: &str = "{lot}: pris {result}, nr. {rank}";

/// The Danish wording of a step.
pub(super) const fn template(rule: R) -> &'static str {
    match rule {
        R::ExplicitPrice => "Enhedspris {result}, som angivet ({at_price})",
        R::DiscountOffBase => {
            "Enhedspris {result} = {base} ({code} i {tariff}, {at_base}) minus {discount} % ({key}, {at_discount})"
        }
        R::DiscountTriedOut => {
            "Enhedspris {result} = {base} ({code} i {tariff}, {at_base}) minus {discount} %, som afprøves"
        }
        R::AdjustedPrice => "Enhedspris {result} = {price}, som angivet ({at_price}), × {factor}",
        R::AdjustedDiscount => {
            "Enhedspris {result} = {base} ({code} i {tariff}, {at_base}) minus {discount} %, × {factor}"
        }
        R::AdjustedTariff => "{result} ({code} i {tariff}) = {listed} som oplyst ({at_price}) × {factor}",
        R::Adjustment => "reguleret med {percent} % fra {from} ({at_adjustment})",
        R::ScoredOnFirstDay => "Evalueres til {result}, prisen på kontraktens første dag, {from}",
        R::ScoredDayByDay => {
            "Evalueres til {result}, gennemsnittet af det, der betales dag for dag (nedenfor) over kontraktens {contract} dage, i hele øre"
        }
        R::PaymentDayByDay => {
            "Forventet betaling {result} = det, der betales dag for dag, × {volume}, i gennemsnit over {contract} dage, i hele øre; linjen er det, der sammenlignes, betalingen det, ordregiver ville betale"
        }
        R::UnitPaidOnDays => "{result}, enhedsprisen, på {days} af {all} dage: {from} til {until}",
        R::CapPaidOnDays => {
            "{result}, prisloftet, da enhedsprisen er {unit}, på {days} af {all} dage: {from} til {until}"
        }
        R::Rounded => "{exact}, afrundet til {result}",
        R::ListedPrice => "{result} som oplyst ({code} i {tariff}, {at_price})",
        R::DerivedPrice => {
            "{result} ({code} i {tariff}) = {base} ({from}) minus {reduction} % ({at_reduction}), afrundet til nærmeste {round_to}"
        }
        R::NoCap => "Intet prisloft",
        R::NoCapPrice => "Intet prisloft for {code}: den har ingen takst i {tariff}",
        R::NotAboveCap => "Ikke over prisloftet {cap} ({tariff})",
        R::AboveCap => "Over prisloftet {cap} ({tariff}) med {excess}",
        R::CapRejectsBid => "En pris over prisloftet gør tilbuddet uantageligt ({at_cap})",
        R::CapRejectsLine => "En pris over prisloftet tæller ikke: ydelsen er uden pris ({at_cap})",
        R::PaidWhileInForce => {
            "Betales med {cap} på {in} af {contract} dage og {unit} på de øvrige {out} ({at_cap})"
        }
        R::ScoredAsOffered => "Evalueres til {result}, som tilbudt",
        R::ScoredCapped => "Evalueres til {result}, prisloftet",
        R::ScoredAsBid => "Evalueres til {result}, som tilbudt",
        R::ScoredTimeWeighted => "Evalueres til {result} = ({cap} × {in} + {unit} × {out}) / {contract}",
        R::Line => "Linje {result} = {scored} × {volume} ({at_volume})",
        R::PaymentOfLine => "Forventet betaling {result} = {unit} × {volume}",
        R::PaymentWeightedByDays => {
            "Forventet betaling {result} = ({cap} × {in} + {unit} × {out}) × {volume} / {contract}, i hele øre; linjen er det, der sammenlignes, betalingen det, ordregiver ville betale"
        }
        R::NotOffered => "Ingen pris: tilbuddet omfatter ikke {code} (not-offered, tilbud på {at_bid})",
        R::NotRegistered => {
            "Ingen pris: tilbudsgiveren er ikke registreret til {code} (registered, tilbud på {at_bid})"
        }
        R::RequirementUnmet => {
            "Ingen pris: kravet {requirement} til {code} er ikke opfyldt ({at_assessment})"
        }
        R::NothingStated => {
            "Ingen pris: tilbuddet angiver hverken pris eller rabatsats for {code} (tilbud på {at_bid})"
        }
        R::DiscountWithoutTariff => {
            "Ingen pris: {discount} % ({key}, {at_discount}), men {code} har ingen takst i {tariff} at trække den fra"
        }
        R::MissingRejects => {
            "En manglende pris gør tilbuddet uantageligt på delaftalen {lot} ([award] missing, {at_award})"
        }
        R::PricedAtFallback => {
            "Tæller med {result}: købes andetsteds til DUF-takst ([award] missing, {at_award})"
        }
        R::FallbackStated => {
            "Køb til DUF-takst {result} = {price} (fallback-price, {at_price}) × {volume} ({at_volume})"
        }
        R::FallbackByDays => {
            "Køb til DUF-takst {result} = pris dag for dag × {volume} ({at_volume}) over {days} {days:dag|dage}"
        }
        R::FallbackDays => "{price} ({tariff}) på {days} af {all}",
        R::FallbackUnknown => {
            "Det vides ikke, hvad {code} koster købt til DUF-takst: ingen takst gælder en af dagene, eller der er ingen pris"
        }
        R::LineWithCombination => {
            "I tildelingen med kombinationsrabat {discount} %: enhedspris {unit}, evalueres til {scored}, linje {result}, forventet betaling {payment}"
        }
        R::BidAdmissible => {
            "Tilbuddet ({at_bid}) er antageligt på {lots} af {all} {all:delaftale|delaftaler}"
        }
        R::BidInadmissible => "Tilbuddet ({at_bid}) er ikke antageligt på nogen delaftale",
        R::LotInALine => "{lot}: pris {result}, evalueringsteknisk pris {evaluated}, nr. {rank}",
        R::LotInALineScored => "{lot}: pris {result}, samlet score {score}, nr. {rank}",
        R::LotInadmissible => "{lot}: ikke antageligt",
        R::LotNotBid => "{lot}: intet tilbud, hvilket ikke er en fejl",
        R::Finding => "",
        R::LotPrice => "Pris på delaftalen {result} = summen af {lines} {lines:linje|linjer}",
        R::LotLine => "{code}: {scored} × {volume} ({at_volume}) = {result}",
        R::LotLineAtFallback => "{code}: ingen pris; {volume} ({at_volume}) købt til DUF-takst = {result}",
        R::ExpectedPayment => "Forventet betaling {result}: det, tilbudsgiveren ville få, linje for linje",
        R::Elsewhere => {
            "Købes andetsteds {result}: i prisen på delaftalen, men ikke i den forventede betaling"
        }
        R::LotWithCombination => {
            "I tildelingen med kombinationsrabat {discount} %, trukket fra hver enhedspris i hele øre: pris på delaftalen {result}, forventet betaling {payment}"
        }
        R::EvaluatedWithCombination => {
            "I tildelingen med kombinationsrabat {discount} %: evalueringsteknisk pris {result}"
        }
        R::EvaluatedIsLotPrice => "Afgørende er prisen på delaftalen, {result} (laveste pris vinder)",
        R::Judged => "{criterion}: {result} point, som vurderet ({at_points})",
        R::Linear => "{criterion}: {unrounded} point = {scale} × (1 − ({p} − {low}) / ({slope} % × {low}))",
        R::LinearHigherIsBetter => {
            "{criterion}: {unrounded} point = {scale} × (1 − ({high} − {p}) / ({slope} % × {high}))"
        }
        R::Absolute => {
            "{criterion}: {unrounded} point = {scale} × ({zero_at} − {p}) / ({zero_at} − {full_at})"
        }
        R::Proportional => "{criterion}: {unrounded} point = {scale} × {low} / {p}",
        R::ProportionalHigherIsBetter => "{criterion}: {unrounded} point = {scale} × {p} / {high}",
        R::MinMax => "{criterion}: {unrounded} point = {scale} × ({high} − {p}) / ({high} − {low})",
        R::MinMaxHigherIsBetter => {
            "{criterion}: {unrounded} point = {scale} × ({p} − {low}) / ({high} − {low})"
        }
        R::MinMaxAllEqual => "{criterion}: {unrounded} point, da alle har {p}",
        R::ZeroReference => {
            "{criterion}: {unrounded} point: den bedste værdi er 0, så et tilbud med den får {scale} og alle andre 0; dette tilbud har {p}"
        }
        R::Formula => "{criterion}: {unrounded} point = {formula}, med p = {p} ({at_criterion})",
        R::Measure => "{name} = {result} ({at_value})",
        R::References => "lavest {low} ({low_of}), højest {high} ({high_of}), blandt antagelige tilbud",
        R::ScaleWidened => "skalaen slutter ved {used}, udvidet fra {stated} på grund af {bidder}",
        R::SlopeWidened => "hældningen er {used} %, udvidet fra {stated} % på grund af {bidder}",
        R::BelowZeroCountsAsZero => "et resultat under 0 tæller som 0",
        R::AboveFullCountsAsFull => "point er aldrig over skalaen",
        R::Contribution => "{criterion}: {weight} % × {points} = {result} ({at_criterion})",
        R::Score => "Samlet score {result}, summen af bidragene; helt uden afrunding {unrounded}",
        R::ScoreByFormula => "Samlet score {result} = {formula}",
        R::EvaluatedByFormula => "Evalueringsteknisk pris {result} = {formula}",
        R::EvaluatedSubtract => "Evalueringsteknisk pris {result} = {price} − {adjustment}, i hele øre",
        R::EvaluatedAdd => "Evalueringsteknisk pris {result} = {price} + {adjustment}, i hele øre",
        R::EvaluatedUplift => {
            "Evalueringsteknisk pris {result} = {price} × (1 + {adjustment} / 100), i hele øre"
        }
        R::Worth => "{criterion}: {result} = {worth} × {points} / {scale} ({at_criterion})",
        R::WorthUplift => "{criterion}: {result} % = {worth} % × {points} / {scale} ({at_criterion})",
        R::Rank => "Nr. {rank} af {of} på delaftalen taget for sig",
        R::Wins => "Vinder delaftalen {lot}",
        R::IsSupplier => {
            "Leverandør {rank} på delaftalen {lot}: volumen {volume}, forventet betaling {payment} for den"
        }
        R::Ties => "Vinder delaftalen {lot} i nogle af de lige gode tildelinger, ikke i alle",
        R::NotAmongTied => "Vinder ikke delaftalen {lot} i nogen af de lige gode tildelinger",
        R::Margin => {
            "Margen {result}: så meget dyrere er den bedste tildeling, hvor det ikke vinder delaftalen"
        }
        R::MarginNone => {
            "Ingen margen: ingen tildeling med lige så få ikke tildelte delaftaler tager delaftalen fra det"
        }
        R::Distance => {
            "Afstand {result}: så meget lavere skulle {the_price} i tilbuddet have været for at stå lige"
        }
        R::DistanceBetweenAwards => {
            "Afstand {result}: så meget mere koster den bedste tildeling, hvor det vinder delaftalen, end den bedste tildeling. Det har kombinationsrabat, så dette er alene en afstand mellem tildelinger"
        }
        R::NotAtAnyPrice => {
            "det er mere end hele dets egen pris: det kunne ikke vinde delaftalen til nogen pris"
        }
        R::DistanceToPlace => {
            "Afstand {result}: så meget lavere skulle {the_price} i tilbuddet have været for at nå den sidste plads blandt leverandørerne"
        }
        R::Blocked => "Kunne ikke vinde delaftalen til nogen pris på grund af {rules}",
        R::LosesTie => {
            "Vinder ikke delaftalen {lot}: det gør {winner}. {n} tildelinger var lige gode, og det vandt delaftalen i nogle af dem; reglerne for lighed ({ties}) valgte imellem dem"
        }
        R::Loses => "Vinder ikke delaftalen {lot}: det gør {winner}",
        R::Unawarded => "Delaftalen {lot} er ikke tildelt nogen",
    }
}
