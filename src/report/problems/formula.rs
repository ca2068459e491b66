//! What is wrong in a formula, in words. `reason` is the name of a [`FormulaSyntaxErrorKind`].
//!
//! [`FormulaSyntaxErrorKind`]: crate::formula::FormulaSyntaxErrorKind

use super::Language;

/// The template of the message for a reason.
pub(super) fn wording(language: Language, reason: &str) -> &'static str {
    let (en, da) = match reason {
        "empty" => ("the formula is empty", "formlen er tom"),
        "too-long" => ("the formula is too long", "formlen er for lang"),
        "too-deep" => {
            ("the formula is nested too deeply", "formlen har for mange parenteser inden i hinanden")
        }
        "unexpected-character" => {
            ("a formula cannot hold the character {found}", "en formel kan ikke indeholde tegnet {found}")
        }
        "number-form" => (
            "this is not written as numbers are written here‹; write {write}›",
            "dette er ikke skrevet, som tal skrives her‹; skriv {write}›",
        ),
        "number-too-long" => ("the number has more than 28 digits", "tallet har mere end 28 cifre"),
        "unknown-name" => (
            "a formula has no name {name}‹; did you mean {nearest}?›",
            "en formel har ikke navnet {name}‹; mente du {nearest}?›",
        ),
        "unknown-criterion" => (
            "no criterion with points of its own is called {name}‹; did you mean {nearest}?›",
            "intet underkriterium med egne point hedder {name}‹; mente du {nearest}?›",
        ),
        "unknown-value" => (
            "no measured value is called {name}‹; did you mean {nearest}?›",
            "ingen målt værdi hedder {name}‹; mente du {nearest}?›",
        ),
        "no-weight-here" => (
            "weight is that of a criterion, and the formula of the whole model has none",
            "weight er et underkriteriums vægt, og hele modellens formel har ingen",
        ),
        "expected" => (
            "the formula needs {wanted} here‹, and has {found}›",
            "formlen skal have {wanted} her‹, men har {found}›",
        ),
        "chained-comparison" => (
            "comparisons are not chained; write a < b and b < c",
            "sammenligninger skrives ikke i kæde; skriv a < b and b < c",
        ),
        "number-needed" => (
            "a number is needed here, and this is a condition",
            "her skal stå et tal, men dette er en betingelse",
        ),
        "condition-needed" => (
            "a condition is needed here, and this is a number",
            "her skal stå en betingelse, men dette er et tal",
        ),
        "argument-count" => (
            "{name} takes‹ {exact}›‹ at least {least}›‹ and at most {most}› arguments, and has {count}",
            "{name} skal have‹ {exact}›‹ mindst {least}›‹ og højst {most}› argumenter, men har {count}",
        ),
        _ => ("the formula cannot be read", "formlen kan ikke læses"),
    };
    language.pick(en, da)
}

/// What a formula needs at a place.
pub(super) fn wanted(word: &str) -> Option<(&'static str, &'static str)> {
    Some(match word {
        "an operator or the end of the formula" => {
            ("an operator or its end", "et regnetegn eller sin afslutning")
        }
        "a number, a name or a parenthesis" => {
            ("a number, a name or a parenthesis", "et tal, et navn eller en parentes")
        }
        "`)`" => (")", ")"),
        "`then`" => ("then", "then"),
        "`else`" => ("else", "else"),
        "`,` or `)`" => (", or )", ", eller )"),
        _ => return None,
    })
}
