use serde_json::{Value, json};

use crate::{
    framework::{CallLine, CallOff, Placed, Room},
    outcome::Outcome,
    report::tender_json,
};

/// `udbud.call-off/1`
pub fn call_off_json(outcome: &Outcome<'_>, call: &CallOff) -> Value {
    json!({
        "schema": "udbud.call-off/1",
        "engine": concat!("udbud ", env!("CARGO_PKG_VERSION")),
        "tender": tender_json(outcome.tender),
        "date": call.date.map(|d| d.to_string()),
        "calls": call.lines.iter().map(|l| line(outcome, l)).collect::<Vec<_>>(),
        "cost": call.cost.to_string(),
        "suppliers": call.rooms.iter().map(|r| room(outcome, r)).collect::<Vec<_>>(),
    })
}

fn line(outcome: &Outcome<'_>, line: &CallLine) -> Value {
    let lots = &outcome.tender.structures[outcome.structure].lots;
    json!({
        "procedure": outcome.tender.procedures[line.procedure].code,
        "lot": lots[line.lot].id,
        "asked": line.asked.count(),
        "placed": line.placed.iter().map(|p| placed(outcome, p)).collect::<Vec<_>>(),
        "beyond-maximum": line.beyond_maximum.count(),
        "without-room": line.without_room.count(),
        "called-before": line.before.count(),
        "left-of-estimate": whole(line.left_of_estimate),
        "left-of-maximum": line.left_of_maximum.map(whole),
    })
}

fn placed(outcome: &Outcome<'_>, placed: &Placed) -> Value {
    json!({
        "bidder": outcome.tender.bids[placed.bid].bidder,
        "rank": placed.rank,
        "volume": placed.volume.count(),
        "unit": placed.unit.to_string(),
        "bid-price": placed.bid_price.unwrap_or(placed.unit).to_string(),
        "cost": placed.cost.to_string(),
    })
}

fn room(outcome: &Outcome<'_>, room: &Room) -> Value {
    json!({
        "lot": outcome.tender.structures[outcome.structure].lots[room.lot].id,
        "bidder": outcome.tender.bids[room.supply.bid].bidder,
        "rank": room.supply.rank,
        "capacity": room.capacity.map(|c| c.count()),
        "called-before": room.before.count(),
        "called-now": room.now.count(),
        "left": room.left(),
    })
}

/// A count that may be below 0; sums of volumes stay far below what 64 bits hold.
fn whole(count: i128) -> Value {
    i64::try_from(count).map_or(Value::Null, Value::from)
}
