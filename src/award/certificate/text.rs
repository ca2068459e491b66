//! The certificate as text: one fact a line.

use std::fmt;

use super::{Certificate, Claim, End, Method, Node, Ties};

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
        End::Columns { count, changes } => {
            writeln!(f, "columns {count}")?;
            for change in changes {
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
