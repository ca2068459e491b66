//! What a dialogue file leaves to the program, so that it can be printed.

/// A key that the file does not state, and what counts instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefaultUsed {
    /// The table, as a file writes it: `[dialogue]`, `[[profile]]`.
    pub table: &'static str,
    /// The key.
    pub key: &'static str,
    /// What counts, as a file would state it; `unlimited` where no key could.
    pub value: String,
    /// The profiles that leave it out; empty for keys of other tables.
    pub profiles: Vec<String>,
}

impl DefaultUsed {
    /// A default of a table that stands once.
    pub(super) fn new(table: &'static str, key: &'static str, value: impl Into<String>) -> Self {
        DefaultUsed { table, key, value: value.into(), profiles: Vec::new() }
    }

    /// Adds a default of a profile to those of the same key.
    pub(super) fn of_profile(list: &mut Vec<DefaultUsed>, key: &'static str, value: &str, profile: &str) {
        if let Some(known) = list.iter_mut().find(|d| d.key == key && !d.profiles.is_empty()) {
            known.profiles.push(profile.to_owned());
            return;
        }
        let profiles = vec![profile.to_owned()];
        list.push(DefaultUsed { table: "[[profile]]", key, value: value.to_owned(), profiles });
    }
}
