/// What the program hands to its caller (docs/reference/commands.md).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum ExitCode {
    /// Done.
    Done = 0,
    /// Done, and somebody must act: a lot unawarded, no award, a tie, a winner with an open question, not proven.
    MustAct = 1,
    /// Wrong usage of the command line.
    Usage = 2,
    /// The input is invalid, or its hash is not the one demanded.
    InvalidInput = 3,
    /// A record's files were changed.
    FilesChanged = 4,
    /// A replay of a record gives another result.
    ReplayDiffers = 5,
    /// A certificate does not hold.
    CertificateRefused = 6,
    /// A record's figures do not add up.
    FiguresWrong = 7,
    /// A fault in the program.
    Fault = 70,
    /// A file cannot be read or written.
    FileFault = 74,
    /// Interrupted by the user; what was done so far has been written.
    Interrupted = 130,
}

impl From<ExitCode> for std::process::ExitCode {
    fn from(code: ExitCode) -> Self {
        std::process::ExitCode::from(code as u8)
    }
}
