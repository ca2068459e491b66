//! The certificate as text: one fact a line.

use std::fmt;

use super::{Certificate, Claim, End, Method, Node, Refusal, Round, Ties};
use crate::award::Award;

const FIRST_LINE: &str = "udbud-award-certificate 1";

impl fmt::Display for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{FIRST_LINE}\nproblem {}", self.problem)?;
        match &self.claim {
            Claim::NoAward => writeln!(f, "no-award")?,
            Claim::Best { unawarded, total, ties, awards } => {
                writeln!(f, "unawarded {unawarded}\ntotal {total}")?;
                match ties {
                    Ties::Exactly(n) => writeln!(f, "ties {n}")?,
                    Ties::NotProven => writeln!(f, "ties not-proven")?,
                }
                for award in awards {
                    write!(f, "award")?;
                    for winner in award {
                        write!(f, " {}", candidate_text(*winner))?;
                    }
                    writeln!(f)?;
                }
            }
        }
        match &self.method {
            Method::Lots => writeln!(f, "method lots")?,
            Method::Tree { scale, root } => {
                writeln!(f, "method tree {scale}")?;
                write_node(root, f)?;
            }
        }
        writeln!(f, "end")
    }
}

fn candidate_text(candidate: Option<usize>) -> String {
    candidate.map_or_else(|| "-".to_string(), |b| b.to_string())
}

fn write_node(node: &Node, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for round in &node.rounds {
        write!(f, "prices")?;
        round.prices.iter().try_for_each(|p| write!(f, " {p}"))?;
        writeln!(f)?;
        for (bidder, way, price) in &round.capacities {
            writeln!(f, "capacity {bidder} {way} {price}")?;
        }
    }
    match &node.end {
        End::Closed => writeln!(f, "closed"),
        End::Try => writeln!(f, "try"),
        End::Sets => writeln!(f, "sets"),
        End::Columns { count, change } => {
            writeln!(f, "columns {count}")?;
            if !change.is_empty() {
                write!(f, "changes")?;
                change.iter().try_for_each(|d| write!(f, " {d}"))?;
                writeln!(f)?;
            }
            Ok(())
        }
        End::Branch { lot, children } => {
            writeln!(f, "branch {lot} {}", children.len())?;
            for (candidate, child) in children {
                writeln!(f, "to {}", candidate_text(*candidate))?;
                write_node(child, f)?;
            }
            Ok(())
        }
    }
}

/// A certificate read, with the line at which each node of the tree ends, in the order of the text.
pub(super) struct Read {
    pub(super) certificate: Certificate,
    pub(super) ends: Vec<usize>,
}

/// Reads a certificate for a problem of so many lots, which has this digest.
pub(super) fn read(text: &str, lots: usize, digest: &str) -> Result<Read, Refusal> {
    let mut reader = Reader { lines: text.lines().collect(), at: 0, lots, ends: Vec::new() };
    if reader.lines.first() != Some(&FIRST_LINE) {
        return Err(Refusal::NotACertificate);
    }
    reader.at = 1;
    let problem = match *reader.fields("problem")? {
        [hash] if hash == digest => hash.to_string(),
        [_] => return Err(Refusal::OtherProblem),
        _ => return Err(reader.bad()),
    };
    let claim = reader.claim()?;
    let method = match *reader.fields("method")? {
        ["lots"] => Method::Lots,
        ["tree", scale] => Method::Tree { scale: reader.scale(scale)?, root: reader.node(lots)? },
        _ => return Err(reader.bad()),
    };
    if !reader.fields("end")?.is_empty() {
        return Err(reader.bad());
    }
    if reader.at < reader.lines.len() {
        return Err(Refusal::TextAfterEnd);
    }
    if !text.ends_with('\n') {
        return Err(Refusal::Truncated);
    }
    Ok(Read { certificate: Certificate { problem, claim, method }, ends: reader.ends })
}

struct Reader<'t> {
    lines: Vec<&'t str>,
    at: usize,
    lots: usize,
    ends: Vec<usize>,
}

impl<'t> Reader<'t> {
    /// The line just read is at fault.
    fn bad(&self) -> Refusal {
        Refusal::BadLine { line: self.at }
    }

    /// Takes a line: its name and its fields.
    fn line(&mut self) -> Result<(&'t str, Vec<&'t str>), Refusal> {
        let line = self.lines.get(self.at).ok_or(Refusal::Truncated)?;
        self.at += 1;
        let mut fields = line.split(' ');
        let name = fields.next().unwrap_or("");
        Ok((name, fields.collect()))
    }

    fn fields(&mut self, name: &str) -> Result<Vec<&'t str>, Refusal> {
        let (found, fields) = self.line()?;
        if found == name { Ok(fields) } else { Err(self.bad()) }
    }

    /// The name of the next line.
    fn next_name(&self) -> &'t str {
        let line = self.lines.get(self.at).copied().unwrap_or("");
        line.split(' ').next().unwrap_or("")
    }

    /// A number in its one form: no plus sign, no leading zeros.
    fn number<T: std::str::FromStr + ToString>(&self, text: &str) -> Result<T, Refusal> {
        match text.parse::<T>() {
            Ok(number) if number.to_string() == text => Ok(number),
            Err(_) if text.len() > 15 && text.bytes().skip(1).all(|b| b.is_ascii_digit()) => {
                Err(Refusal::Overflow)
            }
            _ => Err(self.bad()),
        }
    }

    fn one<T: std::str::FromStr + ToString>(&mut self, name: &str) -> Result<T, Refusal> {
        match *self.fields(name)? {
            [number] => self.number(number),
            _ => Err(self.bad()),
        }
    }

    fn scale(&self, text: &str) -> Result<i128, Refusal> {
        let scale = self.number(text)?;
        if scale < 1 { Err(Refusal::BadMultiplier { line: self.at }) } else { Ok(scale) }
    }

    fn candidate(&self, text: &str) -> Result<Option<usize>, Refusal> {
        if text == "-" { Ok(None) } else { self.number(text).map(Some) }
    }

    fn claim(&mut self) -> Result<Claim, Refusal> {
        if self.next_name() == "no-award" {
            return if self.fields("no-award")?.is_empty() { Ok(Claim::NoAward) } else { Err(self.bad()) };
        }
        let unawarded = self.one("unawarded")?;
        let total = self.one("total")?;
        let ties = match *self.fields("ties")? {
            ["not-proven"] => Ties::NotProven,
            [number] => Ties::Exactly(self.number(number)?),
            _ => return Err(self.bad()),
        };
        let mut awards = Vec::new();
        while self.next_name() == "award" {
            let fields = self.fields("award")?;
            let award: Award = fields.iter().map(|c| self.candidate(c)).collect::<Result<_, _>>()?;
            if award.len() != self.lots {
                return Err(self.bad());
            }
            awards.push(award);
        }
        Ok(Claim::Best { unawarded, total, ties, awards })
    }

    /// A node and what is below it, at most so deep.
    fn node(&mut self, depth: usize) -> Result<Node, Refusal> {
        let mut rounds = Vec::new();
        while self.next_name() == "prices" {
            rounds.push(self.round()?);
        }
        let (name, fields) = self.line()?;
        let end_line = self.at;
        self.ends.push(end_line);
        let end = match (name, &fields[..]) {
            ("closed", []) => End::Closed,
            ("try", []) => End::Try,
            ("sets", []) => End::Sets,
            ("columns", [count]) => {
                let count = self.number(count)?;
                let mut change = Vec::new();
                if self.next_name() == "changes" {
                    let fields = self.fields("changes")?;
                    change = fields.iter().map(|d| self.number(d)).collect::<Result<_, _>>()?;
                }
                End::Columns { count, change }
            }
            ("branch", [lot, count]) => {
                let (lot, count): (usize, usize) = (self.number(lot)?, self.number(count)?);
                if depth == 0 {
                    return Err(Refusal::BranchUseless { line: end_line });
                }
                let mut children = Vec::new();
                for _ in 0..count {
                    let candidate = match *self.fields("to")? {
                        [candidate] => self.candidate(candidate)?,
                        _ => return Err(self.bad()),
                    };
                    children.push((candidate, self.node(depth - 1)?));
                }
                End::Branch { lot, children }
            }
            _ => return Err(self.bad()),
        };
        Ok(Node { rounds, end })
    }

    fn round(&mut self) -> Result<Round, Refusal> {
        let fields = self.fields("prices")?;
        let prices: Vec<i128> = fields.iter().map(|p| self.number(p)).collect::<Result<_, _>>()?;
        if prices.len() != self.lots {
            return Err(self.bad());
        }
        let mut capacities = Vec::new();
        while self.next_name() == "capacity" {
            match *self.fields("capacity")? {
                [bidder, way, price] => {
                    let (bidder, way, price) = (self.number(bidder)?, self.number(way)?, self.number(price)?);
                    let ascending = capacities.last().is_none_or(|(b, w, _)| (*b, *w) < (bidder, way));
                    if price < 0 || !ascending {
                        return Err(Refusal::BadMultiplier { line: self.at });
                    }
                    capacities.push((bidder, way, price));
                }
                _ => return Err(self.bad()),
            }
        }
        Ok(Round { prices, capacities })
    }
}
