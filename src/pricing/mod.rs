//! Tariffs, discounts, the cap, lot prices: how a bid becomes unit prices (docs/reference/rules.md, "Unit prices"); adjustments of
//! prices over the contract (`docs/reference/rules.md`, "Unit prices" 8).

mod calendar;
mod cap;
mod code_set;
mod factor;
mod hypothesis;
mod line;
mod offer;
mod overlay;
mod priced;
mod tariff_prices;

pub use calendar::{Calendar, Segment, Stage};
pub use cap::{CapEffect, is_above_cap};
pub use code_set::CodeMap;
pub use factor::Factor;
pub use hypothesis::Supposed;
pub use line::{Line, LineRule, PaidPrice};
pub use offer::{BidReader, NoPrice, NotOffered, Offer, PriceOrigin};
pub use overlay::Overlay;
pub use priced::{PricedBids, price_bids};
pub use tariff_prices::{CapDays, FallbackDays, TariffPrices, fallback_days};
