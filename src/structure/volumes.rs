use super::Payment;
use crate::{
    admission::admit_bids,
    number::{Money, Volume},
    outcome::{AwardStatus, Evaluation, Outcome, OutcomeError},
    pricing::{Overlay, price_bids},
    tender::Tender,
};

/// Which of the volumes of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VolumeCase {
    /// The least.
    Min,
    /// The estimate.
    Expected,
    /// The most.
    Max,
}

impl VolumeCase {
    /// All, rising.
    pub const ALL: [VolumeCase; 3] = [VolumeCase::Min, VolumeCase::Expected, VolumeCase::Max];

    /// The name in a file.
    pub const fn name(self) -> &'static str {
        match self {
            VolumeCase::Min => "min",
            VolumeCase::Expected => "expected",
            VolumeCase::Max => "max",
        }
    }
}

/// What an award costs at other volumes than those it was made on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtVolumes {
    /// At which.
    pub case: VolumeCase,
    /// All operations together.
    pub volume: Volume,
    /// What the buyer pays in all; `None` where unknown.
    pub expected_cost: Option<Money>,
}

/// The volume of every procedure in one case; where a procedure states no other, the expected one. `expected` are the
/// volumes evaluated: where they were varied, least and most are moved by as much.
pub fn volumes_in(tender: &Tender, expected: &[Volume], case: VolumeCase) -> Vec<Volume> {
    let one = |(procedure, expected): (&crate::tender::Procedure, &Volume)| {
        let own = procedure.volume;
        let stated = match case {
            VolumeCase::Min => own.min,
            VolumeCase::Expected => None,
            VolumeCase::Max => own.max,
        };
        match stated {
            None => *expected,
            Some(stated) if *expected == own.expected => stated,
            Some(stated) => in_proportion(stated, *expected, own.expected),
        }
    };
    tender.procedures.iter().zip(expected).map(one).collect()
}

fn in_proportion(stated: Volume, varied: Volume, own: Volume) -> Volume {
    let product = u128::from(stated.count()) * u128::from(varied.count());
    let moved = product.checked_div(u128::from(own.count())).and_then(|v| u64::try_from(v).ok());
    Volume::from_total(moved.unwrap_or(varied.count()).min(Volume::LIMIT))
}

/// The volume of procedures that have a price in no tariff.
pub fn volume_without_tariff(outcome: &Outcome<'_>) -> Volume {
    let tender = outcome.tender;
    let prices = &outcome.priced.prices;
    let without = (0..tender.procedures.len())
        .filter(|&p| (0..tender.tariffs.len()).all(|t| prices.price(t, p).is_none()));
    Volume::sum(without.map(|p| prices.volumes[p]))
}

/// What the award costs if the volumes come out in this case: the same winners, at the same prices. Where a lot has
/// several suppliers, their shares are worked out anew.
///
/// # Errors
/// [`OutcomeError`]
pub fn cost_at(outcome: &Outcome<'_>, case: VolumeCase) -> Result<AtVolumes, OutcomeError> {
    let volumes = volumes_in(outcome.tender, &outcome.priced.prices.volumes, case);
    let volume = Volume::sum(volumes.iter().copied());
    if case == VolumeCase::Expected || volumes == outcome.priced.prices.volumes {
        return Ok(AtVolumes { case, volume, expected_cost: outcome.award.expected_cost });
    }
    let overlay = Overlay { volumes: Some(volumes), ..outcome.priced.overlay.clone() };
    let expected_cost = match outcome.award.status {
        _ if outcome.tender.award.suppliers_per_lot > 1 => {
            Evaluation::of(outcome.tender)
                .structure(outcome.structure)
                .overlay(&overlay)
                .run()?
                .award
                .expected_cost
        }
        AwardStatus::Awarded => cost_of_same_award(outcome, &overlay)?,
        AwardStatus::Tie | AwardStatus::NoAward | AwardStatus::NotProven => None,
    };
    Ok(AtVolumes { case, volume, expected_cost })
}

fn cost_of_same_award(outcome: &Outcome<'_>, overlay: &Overlay) -> Result<Option<Money>, OutcomeError> {
    let admitted = admit_bids(&price_bids(outcome.tender, outcome.structure, overlay)?)?;
    let mut sum = Money::ZERO;
    for (lot, award) in outcome.award.lots.iter().enumerate() {
        let cost = match award.winner {
            None => admitted.fallback[lot],
            Some(winner) => {
                let figures = admitted.bids[winner].lots[lot].figures().and_then(|f| f.get(award.tier));
                figures.map(|f| f.expected_payment.checked_add(f.elsewhere)).transpose()?
            }
        };
        let Some(cost) = cost else { return Ok(None) };
        sum = sum.checked_add(cost)?;
    }
    Ok(Some(sum))
}

/// An amount for one year of the contract, half up: an exact part where the contract runs for whole years, else by 365 days.
pub(crate) fn per_year(tender: &Tender, amount: Money) -> Option<Money> {
    use crate::number::divide_half_up;
    let contract = tender.head.contract?;
    let end = contract.until.tomorrow().ok()?;
    let years = i128::from(end.year()) - i128::from(contract.from.year());
    let whole = years > 0 && (end.month(), end.day()) == (contract.from.month(), contract.from.day());
    let (part, all) = if whole { (1, years) } else { (365, i128::from(contract.days())) };
    amount.ore().checked_mul(part).map(|ore| Money::from_ore(divide_half_up(ore, all)))
}

/// The payments by supplier for one year.
pub(super) fn payments_per_year(tender: &Tender, payments: &[Payment]) -> Vec<Option<Money>> {
    payments.iter().map(|p| per_year(tender, p.amount)).collect()
}
