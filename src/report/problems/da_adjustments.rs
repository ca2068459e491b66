//! What problems of adjustments of prices say in Danish.

use crate::tender::ProblemCode as C;

/// The templates of message and help; empty for a code of another sort.
#[rustfmt::skip]
pub(super) const fn wording(code: C) -> (&'static str, &'static str) {
    match code {
        C::AdjustmentNeedsContract => (
            "priserne reguleres over kontrakten, men den er ikke angivet",
            "tilføj contract = { from = 2024-12-01, until = 2026-11-30 } i [tender]"),
        C::AdjustmentOfNothing => (
            "prisreguleringen omfatter ingenting",
            "angiv, hvad den regulerer: applies-to = [\"tariff:duf-2024\", \"prices\"]"),
        C::AdjustmentTarget => (
            "prisreguleringen angiver {target}, som hverken er enhedspriserne eller en takst",
            "‹mente du {nearest}? ›gyldige er {valid}"),
        C::AdjustmentDerived => (
            "taksten {tariff} er afledt og følger {base}",
            "angiv den takst, den er afledt af, \"tariff:{base}\": reduktionen trækkes fra den regulerede takst"),
        C::AdjustmentTooLate => (
            "prisreguleringen fra {from} får aldrig virkning: kontrakten udløber {until}",
            "kontrollér årstallet, eller slet reguleringen"),
        C::FixedAndFloating => (
            "på {procedure} ligger prisen i kroner fra {fixed} fast, mens rabatsatsen fra {floating} følger taksten {tariff} fra {from} (berørte ydelser: {n})",
            "tilbuddene sammenlignes på forskellige vilkår over kontrakten: lad applies-to også angive \"prices\", eller lad alle angive priser i samme form ([pricing] form)"),
        other => super::da_framework::wording(other),
    }
}
