//! The words of the parser: help, and what is wrong with a command line. The derived parser has none, so that a run that
//! asks for neither pays nothing for them.

use std::{
    ffi::{OsStr, OsString},
    io::Write,
    num::{IntErrorKind, ParseIntError},
};

use clap::{
    Arg, ArgAction, Command, CommandFactory,
    builder::{PossibleValue, PossibleValuesParser, TypedValueParser},
    error::{ContextKind, ContextValue, ErrorKind},
};

use super::{Arguments, ExitCode, printable};
use crate::{
    number::{Figure, Figures},
    report::Language,
};

/// Writes what the parser says of a command line, in the language that the line asks for. Help and version go to stdout
/// with 0; anything else is wrong usage.
pub(super) fn report(
    error: clap::Error,
    args: &[OsString],
    stdout: &mut dyn Write,
    stderr: &mut dyn Write,
) -> ExitCode {
    let language = language_of(args);
    // the parser without words finds the same, but cannot say it
    let error = command(language).try_get_matches_from(args).err().unwrap_or(error);
    let text = text(&error, language);
    if error.use_stderr() {
        let _ = stderr.write_all(text.as_bytes());
        ExitCode::Usage
    } else {
        let _ = stdout.write_all(text.as_bytes());
        ExitCode::Done
    }
}

/// The language of `--lang`, looked for in a line that does not parse.
fn language_of(args: &[OsString]) -> Language {
    let args: Vec<&str> = args.iter().map_while(|a| a.to_str()).take_while(|a| *a != "--").collect();
    let danish = args.contains(&"--lang=da") || args.windows(2).any(|pair| pair == ["--lang", "da"]);
    if danish { Language::Da } else { Language::En }
}

/// The command line with its words.
pub(super) fn command(language: Language) -> Command {
    let long = language.word("help-udbud.long");
    let command = Arguments::command().about(language.word("help-udbud")).long_about(long);
    let command = with_words(command, "help", language).mut_subcommands(|sub| {
        let id = format!("help-{}", sub.get_name());
        let about = language.word(&id);
        with_words(sub.about(about).long_about(None::<&str>), &id, language)
    });
    match language {
        Language::En => command,
        Language::Da => {
            let flag = |id: &'static str, short, action| {
                Arg::new(id).short(short).long(id).global(true).action(action)
            };
            let help = flag("help", 'h', ArgAction::Help).help(language.word("usage-print-help"));
            let version = flag("version", 'V', ArgAction::Version).help(language.word("usage-print-version"));
            let heading = language.word("usage-choices");
            command
                .disable_help_flag(true)
                .disable_version_flag(true)
                .args([help.help_heading(heading), version.help_heading(heading)])
        }
    }
}

fn with_words(command: Command, id: &str, language: Language) -> Command {
    let tried = Some(TRIED);
    let command = command.mut_args(|arg| {
        let name = arg.get_id().as_str().replace('_', "-");
        let id = if arg.get_help_heading() == tried { "help-tried" } else { id };
        argument_with_words(arg, &format!("{id}-{name}"), language)
    });
    match language {
        Language::En => command,
        Language::Da => command
            .help_template(format!(
                "{{before-help}}{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}\n",
                language.word("usage-heading")
            ))
            .subcommand_value_name(language.word("usage-command"))
            .subcommand_help_heading(language.word("usage-commands")),
    }
}

/// The heading of what `compare` and `lots` can try out, until its words take its place.
pub(super) const TRIED: &str = "tried";

fn argument_with_words(arg: Arg, id: &str, language: Language) -> Arg {
    let mut arg = arg.help(language.word(id));
    let value = format!("{id}.value");
    if language.has_message(&value) {
        arg = arg.value_name(language.word(&value));
    }
    if arg.get_help_heading() == Some(TRIED) {
        arg = arg.help_heading(language.word("help-tried"));
    }
    let takes_values = arg.get_action().takes_values();
    let mut values = if takes_values { arg.get_possible_values() } else { Vec::new() };
    if values.iter().any(|v| language.has_message(&format!("{id}-{}", v.get_name()))) {
        values = values.iter().map(|v| value_with_words(v, id, language)).collect();
        arg = arg.value_parser(PossibleValuesParser::new(values.clone()));
    }
    match language {
        Language::En => arg,
        Language::Da => noted(arg, &values, language),
    }
}

fn value_with_words(value: &PossibleValue, id: &str, language: Language) -> PossibleValue {
    let name = value.get_name().to_owned();
    let help = language.word(&format!("{id}-{name}"));
    PossibleValue::new(name).help(help)
}

/// With the notes that the parser would add in English: default and possible values, and the headings of arguments.
fn noted(arg: Arg, values: &[PossibleValue], language: Language) -> Arg {
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let note = |id: &str, values: Vec<&str>| {
        language.message(id, &vec![("values", Figure::from(values.join(", ")))])
    };
    let mut notes = Vec::new();
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    let defaults: Vec<&str> = arg.get_default_values().iter().filter_map(|v| v.to_str()).collect();
    if !defaults.is_empty() {
        notes.push(note("usage-default", defaults));
    }
    let mut long = format!("{help}\n\n{}", language.word("usage-possible-heading"));
    let listed = values.iter().any(|v| v.get_help().is_some());
    for value in values {
        let about = value.get_help().map(ToString::to_string).unwrap_or_default();
        long.push_str(&format!("\n- {}: {about}", value.get_name()));
    }
    for text in &notes {
        long.push_str(&format!("\n\n{text}"));
    }
    if !names.is_empty() {
        notes.push(note("usage-possible", names));
    }
    let short = std::iter::once(help).chain(notes).collect::<Vec<_>>().join(" ");
    let heading = if arg.is_positional() { "usage-arguments" } else { "usage-choices" };
    let heading = arg.get_help_heading().map_or_else(|| language.word(heading).to_owned(), str::to_owned);
    let mut arg = arg.help(short).help_heading(heading);
    if arg.get_action().takes_values() {
        arg = arg.hide_default_value(true).hide_possible_values(true);
    }
    if listed { arg.long_help(long) } else { arg }
}

/// What the parser says, as text.
fn text(error: &clap::Error, language: Language) -> String {
    if let Some(ContextValue::String(id)) = error.get(ContextKind::Custom) {
        let value = one(error, ContextKind::InvalidValue).unwrap_or_default();
        let text = language.message(id, &vec![("value", Figure::from(value))]);
        return format!("{}: {text}\n", language.word("cli-error"));
    }
    let own = error.render().to_string();
    match language {
        Language::En => own,
        Language::Da => worded(error, language).unwrap_or_else(|| in_words(&own, language)),
    }
}

/// What the parser puts into usage and help by itself.
fn in_words(text: &str, language: Language) -> String {
    let ids = ["usage-options", "usage-help-command"];
    ids.iter().fold(text.to_owned(), |text, id| text.replace(Language::En.word(id), language.word(id)))
}

/// The context of an error, if it is one text.
fn one(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => Some(printable(text)),
        _ => None,
    }
}

/// The context of an error, if it is texts.
fn several(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![printable(text)],
        Some(ContextValue::Strings(texts)) => texts.iter().map(|text| printable(text)).collect(),
        _ => Vec::new(),
    }
}

/// Wrong usage: what is wrong, what may have been meant, how the command is used. `None` for help, and for what this does
/// not know.
fn worded(error: &clap::Error, language: Language) -> Option<String> {
    let message = message(error, language)?;
    let mut text = format!("{}: {message}\n", language.word("cli-error"));
    let tips = tips(error, language);
    if !tips.is_empty() {
        text.push('\n');
    }
    for tip in tips {
        let tip = language.message("usage-tip", &vec![("tip", Figure::from(tip))]);
        text.push_str(&format!("  {tip}\n"));
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        let usage = usage.trim().trim_start_matches(Language::En.word("usage-heading"));
        text.push_str(&format!("\n{}{}\n", language.word("usage-heading"), in_words(usage, language)));
    }
    text.push_str(&format!("\n{}\n", language.word("usage-more")));
    Some(text)
}

fn message(error: &clap::Error, language: Language) -> Option<String> {
    let context = [
        ("arg", ContextKind::InvalidArg),
        ("value", ContextKind::InvalidValue),
        ("command", ContextKind::InvalidSubcommand),
        ("other", ContextKind::PriorArg),
    ];
    let figures: Figures = context
        .into_iter()
        .filter_map(|(name, kind)| one(error, kind).map(|text| (name, Figure::from(text))))
        .collect();
    let say = |id: &str| language.message(id, &figures);
    let lines = |kind| several(error, kind).iter().map(|line| format!("\n  {line}")).collect::<String>();
    let list = |id: &str, kind| {
        let values = several(error, kind);
        let values = vec![("values", Figure::from(values.join(", ")))];
        if values.is_empty() { String::new() } else { format!("\n  {}", language.message(id, &values)) }
    };
    Some(match error.kind() {
        ErrorKind::ArgumentConflict => match error.get(ContextKind::PriorArg) {
            Some(ContextValue::String(prior)) if one(error, ContextKind::InvalidArg)? == printable(prior) => {
                say("usage-repeated")
            }
            Some(ContextValue::String(_)) => say("usage-conflict"),
            Some(ContextValue::Strings(_)) => say("usage-conflict-several") + &lines(ContextKind::PriorArg),
            _ => return None,
        },
        ErrorKind::InvalidValue => {
            let empty = one(error, ContextKind::InvalidValue)?.is_empty();
            let text = say(if empty { "usage-value-needed" } else { "usage-invalid-value" });
            let valid = !several(error, ContextKind::ValidValue).is_empty();
            if valid { text + &list("usage-possible", ContextKind::ValidValue) } else { text }
        }
        ErrorKind::ValueValidation => {
            let mut figures = figures.clone();
            figures.push(("reason", Figure::from(reason(error, language))));
            language.message("usage-invalid-because", &figures)
        }
        ErrorKind::InvalidSubcommand => say("usage-unknown-command"),
        ErrorKind::MissingRequiredArgument => say("usage-required") + &lines(ContextKind::InvalidArg),
        ErrorKind::MissingSubcommand => {
            say("usage-command-needed") + &list("usage-subcommands", ContextKind::ValidSubcommand)
        }
        ErrorKind::InvalidUtf8 => say("usage-not-utf8"),
        ErrorKind::TooManyValues => say("usage-too-many-values"),
        ErrorKind::UnknownArgument => say("usage-unknown-argument"),
        _ => return None,
    })
}

/// Why a value is invalid, as far as the parsers of numbers and dates say it.
fn reason(error: &clap::Error, language: Language) -> String {
    let Some(source) = std::error::Error::source(error) else { return String::new() };
    if let Some(number) = source.downcast_ref::<ParseIntError>() {
        let id = match number.kind() {
            IntErrorKind::Empty => "usage-no-digits",
            IntErrorKind::PosOverflow => "usage-number-too-large",
            IntErrorKind::NegOverflow => "usage-number-too-small",
            _ => "usage-no-number",
        };
        return language.word(id).to_owned();
    }
    if source.is::<jiff::Error>() {
        return language.word("usage-no-date").to_owned();
    }
    let text = source.to_string();
    match text.split_once(" is not in ") {
        Some((value, range)) => {
            let figures = vec![("value", Figure::from(value)), ("range", Figure::from(range))];
            language.message("usage-not-in-range", &figures)
        }
        None => text,
    }
}

/// What may have been meant.
fn tips(error: &clap::Error, language: Language) -> Vec<String> {
    let named = |id: &str, name: &str| language.message(id, &vec![("name", Figure::from(name))]);
    let mut tips = Vec::new();
    match several(error, ContextKind::SuggestedSubcommand).as_slice() {
        [] => {}
        [name] => tips.push(named("usage-similar-command", name)),
        names => {
            let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
            let names = vec![("names", Figure::from(quoted.join(", ")))];
            tips.push(language.message("usage-similar-commands", &names));
        }
    }
    for name in several(error, ContextKind::SuggestedArg) {
        tips.push(named("usage-similar-option", &name));
    }
    for name in several(error, ContextKind::SuggestedValue) {
        tips.push(named("usage-similar-value", &name));
    }
    let suggested = matches!(error.get(ContextKind::Suggested), Some(ContextValue::StyledStrs(_)));
    if let Some(arg) = one(error, ContextKind::InvalidArg).filter(|_| suggested) {
        tips.push(language.message("usage-as-value", &vec![("arg", Figure::from(arg))]));
    }
    tips
}

/// A parser of a value whose error is a message of the catalogue that names the option and shows `$value`.
#[derive(Clone, Copy)]
pub(super) struct Parsed<T> {
    /// `None` where the text is no such value.
    pub(super) parse: fn(&str) -> Option<T>,
    /// The id of the message.
    pub(super) error: &'static str,
}

impl<T: Clone + Send + Sync + 'static> TypedValueParser for Parsed<T> {
    type Value = T;

    fn parse_ref(&self, command: &Command, _: Option<&Arg>, value: &OsStr) -> Result<T, clap::Error> {
        let Some(text) = value.to_str() else {
            return Err(clap::Error::new(ErrorKind::InvalidUtf8).with_cmd(command));
        };
        (self.parse)(text).ok_or_else(|| {
            let mut error = clap::Error::new(ErrorKind::ValueValidation).with_cmd(command);
            error.insert(ContextKind::Custom, ContextValue::String(self.error.into()));
            error.insert(ContextKind::InvalidValue, ContextValue::String(text.into()));
            error
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::message_ids;

    /// The ids of the messages that the parser's words are taken from.
    fn ids_of(command: &Command, id: &str, into: &mut Vec<String>) {
        for arg in command.get_arguments().filter(|a| !matches!(a.get_id().as_str(), "help" | "version")) {
            let id = if arg.get_help_heading() == Some(TRIED) { "help-tried" } else { id };
            let name = arg.get_id().as_str().replace('_', "-");
            into.push(format!("{id}-{name}"));
            if arg.get_action().takes_values() {
                into.push(format!("{id}-{name}.value"));
            }
            if ["format", "lang", "color"].contains(&name.as_str()) {
                let values = arg.get_possible_values();
                into.extend(values.iter().map(|v| format!("{id}-{name}-{}", v.get_name())));
            }
        }
        for sub in command.get_subcommands().filter(|s| s.get_name() != "help") {
            let id = format!("help-{}", sub.get_name());
            into.push(id.clone());
            ids_of(sub, &id, into);
        }
    }

    #[test]
    fn every_command_and_option_has_its_message_and_none_is_unused() {
        let mut ids = vec!["help-udbud".into(), "help-udbud.long".into(), "help-tried".into()];
        ids_of(&Arguments::command(), "help", &mut ids);
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids, message_ids("help"));
    }

    /// Command lines that are wrong in one way each.
    const WRONG: [&str; 16] = [
        "udbud evalute x",
        "udbud evaluate",
        "udbud evaluate x y",
        "udbud evaluate x --fromat json",
        "udbud evaluate x --format jsn",
        "udbud evaluate x --format",
        "udbud evaluate x --structure a --structure b",
        "udbud evaluate x --scorings --structure a",
        "udbud evaluate x --work-limit 0",
        "udbud evaluate x --work-limit a",
        "udbud simulate x --threads 5000",
        "udbud call-off x --volume A=1 --date yesterday",
        "udbud --format json",
        "udbud letter x",
        "udbud record x --as slip",
        "udbud lots x --list 99999999",
    ];

    fn wrong(line: &str, language: Language) -> clap::Error {
        command(language).try_get_matches_from(line.split(' ')).unwrap_err()
    }

    #[test]
    fn english_is_what_the_parser_says_itself() {
        for line in WRONG.iter().filter(|line| !line.contains("yesterday")) {
            let error = wrong(line, Language::En);
            let own = error.render().to_string();
            assert_eq!(worded(&error, Language::En).as_deref(), Some(own.as_str()), "{line}");
        }
    }

    #[test]
    fn danish_keeps_no_word_of_the_parser() {
        let english = [
            "Usage",
            "OPTIONS",
            "Options",
            "the argument",
            "invalid",
            "unexpected",
            "required",
            "For more",
            "Print",
        ];
        let mut texts = vec![];
        for line in WRONG {
            texts.push(text(&wrong(line, Language::Da), Language::Da));
        }
        for line in
            ["udbud", "udbud --help", "udbud -h", "udbud lots --help", "udbud lots -h", "udbud record -h"]
        {
            texts.push(text(&wrong(line, Language::Da), Language::Da));
        }
        for text in texts {
            assert!(!english.iter().any(|word| text.contains(word)), "{text}");
        }
    }

    #[test]
    fn the_language_is_found_before_the_line_is_parsed() {
        let of = |line: &str| language_of(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(of("udbud --lang da --nonsense"), Language::Da);
        assert_eq!(of("udbud evaluate --lang=da"), Language::Da);
        assert_eq!(of("udbud evaluate -- --lang da"), Language::En);
        assert_eq!(of("udbud evaluate --lang en da"), Language::En);
    }
}
