//! Tariffs, discounts, the cap, lot prices: how a bid becomes unit prices (3-rules.md, "Unit prices").

mod cap;
mod code_set;
mod offer;
mod overlay;
mod priced;
mod tariff_prices;

pub use cap::{CapEffect, is_above_cap};
pub use code_set::CodeMap;
pub use offer::{BidReader, NoPrice, NotOffered, Offer, PriceOrigin};
pub use overlay::Overlay;
pub use priced::{PricedBids, price_bids};
pub use tariff_prices::{CapDays, TariffPrices, fallback_days};
