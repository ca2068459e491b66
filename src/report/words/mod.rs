//! Every word that a person reads: one Fluent catalogue a language, `en.ftl` and `da.ftl`.
//!
//! An id is `section-name`; the part before the first `-` is the heading `## section` that it is beneath. A section is
//! parsed when one of its messages is first asked for, since a command needs few of them. Figures come in as texts that
//! [`Language`] has formatted, never as numbers: Fluent rounds nothing and knows no money.
//!
//! Two functions can be used in a message: `COUNT($n)` is `one` for the count 1 and `other` for every other argument;
//! `GIVEN($a, $b)` is `yes` if all of these arguments are there and not empty, else `no`.

use std::{borrow::Cow, collections::HashMap, sync::OnceLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

use super::Language;
use crate::number::{Figure, Figures};

const EN: &str = include_str!("en.ftl");
const DA: &str = include_str!("da.ftl");

impl Language {
    /// A message without arguments.
    pub(crate) fn word(self, id: &str) -> &'static str {
        debug_assert!(catalogue(self).word(id).is_some(), "no word {id}");
        catalogue(self).word(id).unwrap_or_default()
    }

    /// A message, or the attribute of one (`problem-late.help`), filled from typed arguments; an argument that is not given is empty.
    pub(crate) fn message(self, id: &str, args: &Figures) -> String {
        let text = catalogue(self).message(id, |names| {
            let mut texts = FluentArgs::with_capacity(names.len());
            for &name in names {
                let figure = args.iter().find(|(n, _)| *n == name).map(|(_, figure)| figure);
                texts.set(Cow::Borrowed(name), figure.map_or(FluentValue::None, |f| self.argument(f)));
            }
            texts
        });
        debug_assert!(text.is_some(), "no message {id}");
        text.unwrap_or_default()
    }

    /// Whether there is such a message.
    pub(crate) fn has_message(self, id: &str) -> bool {
        catalogue(self).find(id).is_some()
    }

    /// The ids of a section, for the tests that hold it against codes.
    #[cfg(test)]
    pub(crate) fn ids(self, section: &str) -> Vec<String> {
        let id = format!("{section}-");
        catalogue(self).section(&id).map_or_else(Vec::new, |s| s.entries.keys().cloned().collect())
    }

    fn argument(self, figure: &Figure) -> FluentValue<'static> {
        FluentValue::String(Cow::Owned(self.figure(figure)))
    }
}

/// The catalogue of a language, split into its sections.
struct Catalogue {
    sections: HashMap<&'static str, (&'static str, OnceLock<Section>)>,
}

/// The messages beneath one heading.
struct Section {
    bundle: FluentBundle<FluentResource>,
    /// By id, with attributes as `id.attribute`.
    entries: HashMap<String, Entry>,
}

/// A message or an attribute.
struct Entry {
    /// Its arguments, in order of first use.
    names: Vec<&'static str>,
    /// What it says, if it has no argument.
    word: Option<String>,
}

fn catalogue(language: Language) -> &'static Catalogue {
    static EN_SECTIONS: OnceLock<Catalogue> = OnceLock::new();
    static DA_SECTIONS: OnceLock<Catalogue> = OnceLock::new();
    match language {
        Language::En => EN_SECTIONS.get_or_init(|| Catalogue::split(EN)),
        Language::Da => DA_SECTIONS.get_or_init(|| Catalogue::split(DA)),
    }
}

impl Catalogue {
    fn split(text: &'static str) -> Self {
        let parts = text.split("\n## ").skip(1);
        let named = parts.filter_map(|part| part.split_once('\n'));
        Catalogue { sections: named.map(|(name, body)| (name.trim(), (body, OnceLock::new()))).collect() }
    }

    fn section(&'static self, id: &str) -> Option<&'static Section> {
        let name = id.split_once('-').map_or(id, |(section, _)| section);
        let (body, section) = self.sections.get(name)?;
        Some(section.get_or_init(|| Section::parse(body)))
    }

    fn find(&'static self, id: &str) -> Option<(&'static Section, &'static Entry)> {
        let section = self.section(id)?;
        Some((section, section.entries.get(id)?))
    }

    fn word(&'static self, id: &str) -> Option<&'static str> {
        self.find(id)?.1.word.as_deref()
    }

    fn message(
        &'static self,
        id: &str,
        args: impl FnOnce(&'static [&'static str]) -> FluentArgs<'static>,
    ) -> Option<String> {
        let (section, entry) = self.find(id)?;
        match &entry.word {
            Some(word) => Some(word.clone()),
            None => Some(section.format(id, Some(&args(&entry.names)))),
        }
    }
}

impl Section {
    fn parse(body: &'static str) -> Self {
        // a test proves that both catalogues parse without a fault
        let resource = FluentResource::try_new(body.to_owned()).unwrap_or_else(|(resource, _)| resource);
        let mut bundle = FluentBundle::new_concurrent(Vec::new());
        bundle.set_use_isolating(false);
        let known = bundle.add_function("COUNT", |given, _| match given {
            [FluentValue::String(count)] if count == "1" => "one".into(),
            _ => "other".into(),
        });
        debug_assert!(known.is_ok());
        let known = bundle.add_function("GIVEN", |given, _| {
            let all = given.iter().all(|g| matches!(g, FluentValue::String(text) if !text.is_empty()));
            if all { "yes".into() } else { "no".into() }
        });
        debug_assert!(known.is_ok());
        let ids: Vec<String> = entry_ids(&resource);
        let added = bundle.add_resource(resource);
        debug_assert!(added.is_ok());
        let mut section = Section { bundle, entries: HashMap::new() };
        for id in ids {
            let mut names = Vec::new();
            if let Some(pattern) = section.pattern(&id) {
                collect_names(pattern, &mut |name| {
                    // the name is looked up in the text of the program, so that it lives as long as that
                    if let Some(name) = static_name(body, name).filter(|n| !names.contains(n)) {
                        names.push(name);
                    }
                });
            }
            let word = names.is_empty().then(|| section.format(&id, None));
            section.entries.insert(id, Entry { names, word });
        }
        section
    }

    fn pattern(&self, id: &str) -> Option<&Pattern<&str>> {
        match id.split_once('.') {
            None => self.bundle.get_message(id)?.value(),
            Some((id, attribute)) => Some(self.bundle.get_message(id)?.get_attribute(attribute)?.value()),
        }
    }

    fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.pattern(id) else { return String::new() };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{id}: {errors:?}");
        text
    }
}

/// The ids of messages and attributes, in the order of the file.
fn entry_ids(resource: &FluentResource) -> Vec<String> {
    let mut ids = Vec::new();
    for entry in resource.entries() {
        if let fluent_syntax::ast::Entry::Message(message) = entry {
            if message.value.is_some() {
                ids.push(message.id.name.to_owned());
            }
            ids.extend(message.attributes.iter().map(|a| format!("{}.{}", message.id.name, a.id.name)));
        }
    }
    ids
}

fn static_name(body: &'static str, name: &str) -> Option<&'static str> {
    body.find(name).and_then(|at| body.get(at..at + name.len()))
}

fn collect_names(pattern: &Pattern<&str>, found: &mut impl FnMut(&str)) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            match expression {
                Expression::Inline(inline) => collect_inline(inline, found),
                Expression::Select { selector, variants } => {
                    collect_inline(selector, found);
                    for variant in variants {
                        collect_names(&variant.value, found);
                    }
                }
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, found: &mut impl FnMut(&str)) {
    match inline {
        InlineExpression::VariableReference { id } => found(id.name),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|a| collect_inline(a, found));
        }
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inner) = &**expression {
                collect_inline(inner, found);
            }
        }
        _ => {}
    }
}

/// The ids of the messages beneath a heading, in the order of the alphabet; attributes as `id.attribute`.
#[cfg(test)]
pub(crate) fn ids(section: &str) -> Vec<String> {
    let found = catalogue(Language::En).section(section).map(|s| s.entries.keys().cloned().collect());
    let mut ids: Vec<String> = found.unwrap_or_default();
    ids.sort_unstable();
    ids
}

/// The arguments that a message asks for.
#[cfg(test)]
pub(crate) fn arguments(id: &str) -> Vec<&'static str> {
    catalogue(Language::En).find(id).map(|(_, entry)| entry.names.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
