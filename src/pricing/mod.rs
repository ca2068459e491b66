//! Tariffs, discounts, the cap, lot prices: from a bid to unit prices (docs/reference/rules.md, "Unit prices"); adjustments of
//! prices over the contract (`docs/reference/rules.md`, "Unit prices" 8).

mod calendar;
mod cap;
mod fixed_and_floating;
mod line;
mod offer;
mod priced_bids;
mod requirements;
mod tariff_prices;

pub use calendar::{Calendar, Factor, Segment, Stage};
pub use cap::{CapEffect, is_above_cap};
pub(crate) use fixed_and_floating::report_fixed_and_floating;
pub use line::{Line, LineRule, PaidPrice};
pub use offer::{BidReader, NoPrice, NotOffered, Offer, PriceOrigin};
pub use priced_bids::{Overlay, PricedBids, price_bids};
pub use requirements::Requirements;
pub use tariff_prices::{CapDays, FallbackDays, Supposed, TariffPrices, fallback_days};
