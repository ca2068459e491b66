//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::report::Language;

/// Evaluates tenders and mini-tenders in which Danish regions buy planned surgery from private hospitals.
///
/// Every figure is exact, can be followed back to the lines of the file, and comes out the same everywhere.
#[derive(Debug, Parser)]
#[command(name = "udbud", version, propagate_version = true, arg_required_else_help = true)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// How results are written.
    #[command(flatten)]
    pub common: Common,
}

/// What every command understands.
#[derive(Debug, Args)]
pub struct Common {
    /// The form of the result
    #[arg(long, global = true, value_enum, default_value_t = Format::Table, value_name = "FORMAT")]
    pub format: Format,
    /// Write the result to a file, whole or not at all
    #[arg(long, short, global = true, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The language of texts
    #[arg(long, global = true, value_enum, default_value_t = Tongue::En, value_name = "LANG")]
    pub lang: Tongue,
    /// When to use colour (NO_COLOR is heeded)
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub color: Color,
    /// No warnings and no progress
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

/// The forms of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table for people
    Table,
    /// JSON, as documented
    Json,
    /// For spreadsheets
    Csv,
    /// For documents
    Markdown,
}

/// The languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Tongue {
    /// English
    En,
    /// Danish
    Da,
}

impl From<Tongue> for Language {
    fn from(tongue: Tongue) -> Self {
        match tongue {
            Tongue::En => Language::En,
            Tongue::Da => Language::Da,
        }
    }
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check a tender or dialogue file: every problem at once, with its place and how to mend it
    Check {
        /// The tender file
        file: PathBuf,
    },
    /// Evaluate a tender: prices, admissibility, points, award
    Evaluate(Evaluate),
    /// All structures side by side: what each costs, whom it shuts out
    Compare(super::compare::Compare),
    /// Who can bid on what, and which codes shut whom out; no prices needed
    Coverage(super::coverage::Coverage),
    /// The best grouping for each number of lots, given these bids
    Lots(Box<super::lots::Lots>),
    /// Market dialogue: draw what is uncertain, and evaluate every structure on the same draws
    Simulate(Box<super::simulate::Simulate>),
    /// Call off patients from a framework without a mini-tender: by rank, each supplier up to its capacity
    CallOff(super::call_off::CallOff),
    /// Derive one figure step by step back to the lines of the file
    Explain(Explain),
    /// Describe the evaluation model as it can stand in the tender documents; or test it
    Model(Model),
    /// Write the decision record: a folder from which anybody can check the decision
    Record(super::record::Record),
    /// Verify a decision record, level by level; or a certificate: that an award is the best, and no tie is missing
    Verify(super::verify::Verify),
    /// What differs between two decision records, how grave it is, where it comes from, and what it is before the law
    Diff(super::diff::Diff),
    /// Write the letter to a bidder, from a decision record and nothing else
    Letter(super::letter::LetterArgs),
    /// Start a tender in a new folder
    New {
        /// The folder to make
        dir: PathBuf,
        /// With a dialogue file about the tender, to be simulated
        #[arg(long)]
        dialogue: bool,
    },
    /// Print the JSON Schema of the tender file, for editors
    Schema {
        /// That of the dialogue file
        #[arg(long)]
        dialogue: bool,
    },
    /// Print the completions of a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// `udbud evaluate`
#[derive(Debug, Args)]
pub struct Evaluate {
    /// The tender file
    pub file: PathBuf,
    /// Another structure than the published one, as a hypothesis
    #[arg(long, value_name = "ID")]
    pub structure: Option<String>,
    /// The three scored prices side by side, where the cap is paid while it is in force
    #[arg(long, conflicts_with_all = ["certificate", "structure"])]
    pub scorings: bool,
    /// Write the proof of the award to a file
    #[arg(long, value_name = "FILE")]
    pub certificate: Option<PathBuf>,
    /// Stop the search for the award after so many nodes, and tell the proven gap
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub work_limit: Option<u64>,
    /// Every loser's distance, also where there are more than 1,200 lots x bidders
    #[arg(long)]
    pub distances: bool,
    /// Refuse the tender unless its model has this hash
    #[arg(long, value_name = "HASH")]
    pub model_hash: Option<String>,
}

/// `udbud explain`
#[derive(Debug, Args)]
pub struct Explain {
    /// The tender file
    pub file: PathBuf,
    /// Whose figure
    #[arg(long, value_name = "BIDDER")]
    pub bidder: String,
    /// On which lot
    #[arg(long, value_name = "LOT")]
    pub lot: Option<String>,
    /// Of which code
    #[arg(long, value_name = "CODE")]
    pub code: Option<String>,
    /// Another structure than the published one, as a hypothesis
    #[arg(long, value_name = "ID")]
    pub structure: Option<String>,
}

/// `udbud model`
#[derive(Debug, Args)]
pub struct Model {
    /// The tender file
    pub file: PathBuf,
    /// Probe the model: can a bid that cannot win decide who does? what is a point worth?
    #[arg(long)]
    pub test: bool,
    /// Refuse the tender unless its model has this hash
    #[arg(long, value_name = "HASH")]
    pub model_hash: Option<String>,
    /// Say what differs from the model of this tender
    #[arg(long, value_name = "FILE", conflicts_with = "test")]
    pub against: Option<PathBuf>,
}
