//! The lines of a certificate as a claim and a proof.

use std::str::FromStr;

use super::{Award, CertificateError, Ties};

const HEADING: &str = "udbud-award-certificate 1";

/// What is claimed, and why it is so.
pub(super) struct Certificate {
    pub(super) claim: Claim,
    pub(super) method: Method,
}

pub(super) enum Claim {
    NoAward,
    Best { unawarded: usize, total: i128, ties: Ties, awards: Vec<Award> },
}

pub(super) enum Method {
    Lots,
    /// Multipliers are in units of 1/scale.
    Tree {
        scale: i128,
        root: Node,
    },
}

/// A place in the tree: rounds of multipliers, then an end.
pub(super) struct Node {
    pub(super) rounds: Vec<Round>,
    pub(super) end: End,
    /// The line of its end, from 1.
    pub(super) end_line: usize,
}

pub(super) struct Round {
    /// By lot.
    pub(super) prices: Vec<i128>,
    /// Bidder, way, price of a unit of volume.
    pub(super) capacities: Vec<(usize, usize, i128)>,
}

pub(super) enum End {
    Closed,
    Try,
    Sets,
    /// How many sets are listed, and how the prices of the open lots change afterwards.
    Columns {
        count: usize,
        changes: Vec<Vec<i128>>,
    },
    /// The lot, and a node for each of its candidates.
    Branch {
        lot: usize,
        children: Vec<(Option<usize>, Node)>,
    },
}

/// Reads the certificate of a problem with this number of lots and this digest.
pub(super) fn read(text: &str, lots: usize, digest: &str) -> Result<Certificate, CertificateError> {
    let mut lines = Lines { all: text.lines().collect(), taken: 0, lots };
    if lines.all.first() != Some(&HEADING) {
        return Err(CertificateError::NotACertificate);
    }
    lines.taken = 1;
    match lines.expect("problem")?.as_slice() {
        [hash] if *hash == digest => {}
        [_] => return Err(CertificateError::OtherProblem),
        _ => return Err(lines.bad_line()),
    }
    let claim = claim_lines(&mut lines)?;
    let method = match lines.expect("method")?.as_slice() {
        ["lots"] => Method::Lots,
        ["tree", scale] => {
            let scale = lines.strict_number(scale)?;
            if scale < 1 {
                return Err(CertificateError::BadMultiplier { line: lines.taken });
            }
            Method::Tree { scale, root: node(&mut lines, lots)? }
        }
        _ => return Err(lines.bad_line()),
    };
    if !lines.expect("end")?.is_empty() {
        return Err(lines.bad_line());
    }
    if lines.taken < lines.all.len() {
        return Err(CertificateError::TextAfterEnd);
    }
    if text.ends_with('\n') { Ok(Certificate { claim, method }) } else { Err(CertificateError::Truncated) }
}

fn claim_lines(lines: &mut Lines<'_>) -> Result<Claim, CertificateError> {
    if lines.next_name() == "no-award" {
        return if lines.expect("no-award")?.is_empty() { Ok(Claim::NoAward) } else { Err(lines.bad_line()) };
    }
    let unawarded = lines.expect_number("unawarded")?;
    let total = lines.expect_number("total")?;
    let ties = match lines.expect("ties")?.as_slice() {
        ["not-proven"] => Ties::NotProven,
        [number] => Ties::Exactly(lines.strict_number(number)?),
        _ => return Err(lines.bad_line()),
    };
    let mut awards = Vec::new();
    while lines.next_name() == "award" {
        let winners = lines.expect("award")?;
        if winners.len() != lines.lots {
            // a field that is no number is reported as such, whatever the number of fields
            winners.iter().try_for_each(|w| lines.candidate(w).map(drop))?;
            return Err(lines.bad_line());
        }
        awards.push(winners.iter().map(|w| lines.candidate(w)).collect::<Result<Award, _>>()?);
    }
    Ok(Claim::Best { unawarded, total, ties, awards })
}

/// A node and what is below it. Every branch gives a lot away, so that there are never more of them than lots.
fn node(lines: &mut Lines<'_>, branches_left: usize) -> Result<Node, CertificateError> {
    let mut rounds = Vec::new();
    while lines.next_name() == "prices" {
        rounds.push(round(lines)?);
    }
    let (name, fields) = lines.take_line()?;
    let end_line = lines.taken;
    let end = match (name, fields.as_slice()) {
        ("closed", []) => End::Closed,
        ("try", []) => End::Try,
        ("sets", []) => End::Sets,
        ("columns", [count]) => {
            let count = lines.strict_number(count)?;
            let mut changes = Vec::new();
            while lines.next_name() == "changes" {
                let fields = lines.expect("changes")?;
                changes.push(fields.iter().map(|d| lines.strict_number(d)).collect::<Result<_, _>>()?);
            }
            End::Columns { count, changes }
        }
        ("branch", [lot, count]) => {
            let (lot, count): (usize, usize) = (lines.strict_number(lot)?, lines.strict_number(count)?);
            let inner =
                branches_left.checked_sub(1).ok_or(CertificateError::BranchUseless { line: end_line })?;
            let mut children = Vec::new();
            for _ in 0..count {
                let candidate = match lines.expect("to")?.as_slice() {
                    [candidate] => lines.candidate(candidate)?,
                    _ => return Err(lines.bad_line()),
                };
                children.push((candidate, node(lines, inner)?));
            }
            End::Branch { lot, children }
        }
        _ => return Err(lines.bad_line()),
    };
    Ok(Node { rounds, end, end_line })
}

fn round(lines: &mut Lines<'_>) -> Result<Round, CertificateError> {
    let fields = lines.expect("prices")?;
    let prices: Vec<i128> = fields.iter().map(|p| lines.strict_number(p)).collect::<Result<_, _>>()?;
    if prices.len() != lines.lots {
        return Err(lines.bad_line());
    }
    let mut capacities: Vec<(usize, usize, i128)> = Vec::new();
    while lines.next_name() == "capacity" {
        let (bidder, way, price) = match lines.expect("capacity")?.as_slice() {
            [bidder, way, price] => {
                (lines.strict_number(bidder)?, lines.strict_number(way)?, lines.strict_number(price)?)
            }
            _ => return Err(lines.bad_line()),
        };
        if price < 0 || capacities.last().is_some_and(|(b, w, _)| (*b, *w) >= (bidder, way)) {
            return Err(CertificateError::BadMultiplier { line: lines.taken });
        }
        capacities.push((bidder, way, price));
    }
    Ok(Round { prices, capacities })
}

/// The lines, taken one by one.
struct Lines<'t> {
    all: Vec<&'t str>,
    taken: usize,
    lots: usize,
}

impl<'t> Lines<'t> {
    /// The line taken last is at fault.
    fn bad_line(&self) -> CertificateError {
        CertificateError::BadLine { line: self.taken }
    }

    /// The name of the next line; empty at the end of the text.
    fn next_name(&self) -> &'t str {
        self.all.get(self.taken).and_then(|line| line.split(' ').next()).unwrap_or_default()
    }

    fn take_line(&mut self) -> Result<(&'t str, Vec<&'t str>), CertificateError> {
        let line = self.all.get(self.taken).ok_or(CertificateError::Truncated)?;
        self.taken += 1;
        let mut parts = line.split(' ');
        Ok((parts.next().unwrap_or_default(), parts.collect()))
    }

    fn expect(&mut self, name: &str) -> Result<Vec<&'t str>, CertificateError> {
        let (found, fields) = self.take_line()?;
        if found == name { Ok(fields) } else { Err(self.bad_line()) }
    }

    fn expect_number<T: FromStr + ToString>(&mut self, name: &str) -> Result<T, CertificateError> {
        match self.expect(name)?.as_slice() {
            [number] => self.strict_number(number),
            _ => Err(self.bad_line()),
        }
    }

    /// A number in its one form: no plus sign, no leading zeros.
    fn strict_number<T: FromStr + ToString>(&self, field: &str) -> Result<T, CertificateError> {
        match field.parse::<T>() {
            Ok(number) if number.to_string() == field => Ok(number),
            Err(_) if field.len() > 15 && field.bytes().skip(1).all(|b| b.is_ascii_digit()) => {
                Err(CertificateError::Overflow)
            }
            _ => Err(self.bad_line()),
        }
    }

    fn candidate(&self, field: &str) -> Result<Option<usize>, CertificateError> {
        if field == "-" { Ok(None) } else { self.strict_number(field).map(Some) }
    }
}
