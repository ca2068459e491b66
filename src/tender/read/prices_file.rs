use super::{
    codes::Codes,
    csv::{CsvReader, Field, Header},
    node::Doc,
    numbers::percent_from,
    problems::Problems,
};
use crate::{
    number::UnitPrice,
    tender::{Bid, BidDiscount, BidPrice, Place, Problem, ProblemCode},
};

/// Danish headings, and what they stand for.
const SYNONYMS: [(&str, &str); 5] =
    [("kode", "code"), ("pris", "price"), ("rabat", "discount"), ("rabatsats", "discount"), ("navn", "name")];

/// What a prices file holds, ascending by procedure.
#[derive(Debug, Default)]
pub(super) struct FilePrices {
    prices: Vec<BidPrice>,
    discounts: Vec<BidDiscount>,
    /// Lines with a code and nothing else.
    empty: Vec<(u32, Place)>,
    /// The first discount, for which a discount base is needed.
    pub(super) first_discount: Option<Place>,
}

/// `prices-file` of a bid: `code`, and `price` or `discount` on each line; an empty field states nothing. The name of
/// the procedure may stand there for those who fill the file in.
pub(super) fn read_prices_file(doc: Doc<'_>, codes: &Codes, p: &mut Problems) -> FilePrices {
    let mut found = FilePrices::default();
    let mut csv = CsvReader::new(doc);
    let Some(header) = Header::read(&mut csv, "code, price", &SYNONYMS, p) else { return found };
    header.tell_unknown(&["code", "price", "discount", "name"], p);
    let code_column = header.need("code", &csv, p);
    let (price_column, discount_column) = (header.position("price"), header.position("discount"));
    if price_column.is_none() && discount_column.is_none() {
        header.need("price", &csv, p);
    }
    let Some(code_column) = code_column else { return found };
    if price_column.is_some() {
        // a line takes eight bytes or more
        found.prices.reserve(codes.len().min(doc.text.len() / 8));
    }
    let mut fields = Vec::with_capacity(header.columns.len());
    let mut expected = 0;
    while let Some(line) = csv.next_record(&mut fields, p) {
        if !header.fits(&fields, line, p) {
            continue;
        }
        let Some(code) = fields.get(code_column).copied() else { continue };
        let Some(procedure) = procedure_of(&csv, code, &mut expected, codes, p) else { continue };
        let stated = |column: Option<usize>| {
            column.and_then(|c| fields.get(c)).is_some_and(|f| !csv.raw(*f).trim_ascii().is_empty())
        };
        if !stated(price_column) && !stated(discount_column) {
            found.empty.push((procedure, line));
        }
        if let Some(field) = price_column.and_then(|c| fields.get(c)).copied()
            && let Some(price) = price_of(&csv, field, p)
        {
            found.prices.push(BidPrice { procedure, price, place: csv.place(field) });
        }
        if let Some(field) = discount_column.and_then(|c| fields.get(c)).copied() {
            let percent = csv.number(field, p).and_then(|n| percent_from("discount", n, -100, 100, p));
            if let Some(percent) = percent {
                found.first_discount.get_or_insert(percent.place);
                let discount = percent.value;
                found.discounts.push(BidDiscount { procedure, discount, place: percent.place });
            }
        }
    }
    found.prices.shrink_to_fit();
    found
}

/// The procedure of a code. Files mostly follow the order of the tender, so the next one is tried first.
fn procedure_of(
    csv: &CsvReader<'_>,
    field: Field,
    expected: &mut usize,
    codes: &Codes,
    p: &mut Problems,
) -> Option<u32> {
    let raw = csv.raw(field);
    let index = if !raw.is_empty() && codes.code(*expected).as_bytes() == raw {
        *expected
    } else if let Some(index) = std::str::from_utf8(raw).ok().and_then(|code| codes.get(code)) {
        index
    } else {
        let code = csv.name(field, p)?;
        codes.find(&code, p)?
    };
    *expected = index + 1;
    u32::try_from(index).ok()
}

/// The price in a field: plain forms are read from their bytes, all others by the grammar with its messages.
fn price_of(csv: &CsvReader<'_>, field: Field, p: &mut Problems) -> Option<UnitPrice> {
    plain_price(csv.raw(field), csv.decimal_comma()).or_else(|| csv.price(field, p).map(|price| price.value))
}

/// A price of the grammar `(0|[1-9][0-9]*)(\.[0-9]{1,2})?` in whole øre; with `comma` the decimals may follow a comma.
fn plain_price(bytes: &[u8], comma: bool) -> Option<UnitPrice> {
    let whole = bytes.iter().position(|b| !b.is_ascii_digit()).unwrap_or(bytes.len());
    let (digits, tail) = bytes.split_at_checked(whole)?;
    if digits.is_empty() || digits.len() > 10 || (digits.first() == Some(&b'0') && digits.len() > 1) {
        return None;
    }
    let decimals = match tail {
        [] => 0,
        [point, decimals @ ..] if *point == b'.' || comma && *point == b',' => match decimals {
            [tenths @ b'0'..=b'9'] => i64::from(*tenths - b'0') * 10,
            [tenths @ b'0'..=b'9', ore @ b'0'..=b'9'] => {
                i64::from(*tenths - b'0') * 10 + i64::from(*ore - b'0')
            }
            _ => return None,
        },
        _ => return None,
    };
    let kroner = digits.iter().fold(0_i64, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    UnitPrice::from_ore(kroner * 100 + decimals)
}

impl FilePrices {
    /// Adds what the file states to what the bid states; a code twice is told.
    pub(super) fn add_to(self, bid: &mut Bid, codes: &Codes, p: &mut Problems) {
        for (procedure, place) in &self.empty {
            let code = codes.code(*procedure as usize);
            let silent = bid.discount.is_none()
                && bid.prices.iter().all(|price| price.procedure != *procedure)
                && !bid.discounts.iter().any(|d| d.codes.matches(code))
                && !bid.not_offered.iter().any(|pattern| pattern.matches(code));
            if !p.lists(ProblemCode::PriceEmpty) {
                break;
            }
            if silent {
                p.add(Problem::new(ProblemCode::PriceEmpty, *place).with("code", code));
            }
        }
        if bid.prices.is_empty() {
            bid.prices = self.prices;
        } else {
            bid.prices.extend(self.prices);
        }
        ascend(&mut bid.prices, |x| (x.procedure, x.place), codes, p);
        bid.file_discounts = self.discounts;
        ascend(&mut bid.file_discounts, |x| (x.procedure, x.place), codes, p);
    }
}

/// Puts lines in the order of their procedures; of two for one procedure the second is told and dropped.
fn ascend<T>(lines: &mut Vec<T>, key: impl Fn(&T) -> (u32, Place), codes: &Codes, p: &mut Problems) {
    if lines.is_sorted_by(|a, b| key(a).0 < key(b).0) {
        return;
    }
    lines.sort_by_key(|line| key(line));
    lines.dedup_by(|later, first| {
        let ((procedure, place), (other, at)) = (key(later), key(first));
        if procedure == other {
            p.add(
                Problem::new(ProblemCode::PricedTwice, place)
                    .with("code", codes.code(procedure as usize))
                    .related(at),
            );
        }
        procedure == other
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::parse_number;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn plain_prices_are_those_of_the_grammar(text in "-?[0-9]{0,12}([.,][0-9]{0,3})?") {
            let by_grammar = parse_number(&text).ok().and_then(UnitPrice::from_kroner);
            match plain_price(text.as_bytes(), false) {
                Some(price) => prop_assert_eq!(Some(price), by_grammar),
                // what is left to the grammar: a minus before zero, and nothing else that it takes
                None => prop_assert!(by_grammar.is_none() || text.starts_with('-')),
            }
            let with_point = text.replace(',', ".");
            prop_assert_eq!(plain_price(text.as_bytes(), true), plain_price(with_point.as_bytes(), false));
        }
    }
}
