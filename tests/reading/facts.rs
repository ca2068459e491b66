//! What a tender says, as facts that name things instead of counting them: equal for every order of the file.

use std::collections::BTreeSet;

use udbud::tender::{AssessmentScope, CombinationCondition, LotSelection, TariffBasis, Tender};

fn code(t: &Tender, procedure: usize) -> &str {
    &t.procedures[procedure].code
}

fn lots(t: &Tender, selection: &LotSelection) -> String {
    let structure = &t.structures[selection.structure];
    let mut names: Vec<&str> = selection.lots.iter().map(|l| structure.lots[*l].id.as_str()).collect();
    names.sort_unstable();
    format!("{}/{}", structure.id, names.join("+"))
}

/// Every fact of a tender but for places and the order of the file.
pub(crate) fn facts(t: &Tender) -> BTreeSet<String> {
    let mut facts = BTreeSet::new();
    let mut say = |fact: String| {
        assert!(facts.insert(fact.clone()), "{fact}");
    };
    let head = &t.head;
    say(format!(
        "head {} {} {:?} {} {} {}",
        head.id, head.title, head.kind, head.buyer, head.specialty, head.currency
    ));
    say(format!("head {:?} {:?} {:?}", head.deadline, head.contract, head.model_hash.as_ref().map(|h| &h.0)));
    for tariff in &t.tariffs {
        let basis = match tariff.basis {
            TariffBasis::Listed => String::from("listed"),
            TariffBasis::Derived { from, reduction, round_to, .. } => {
                format!("{} {reduction} {round_to}", t.tariffs[from].id)
            }
        };
        say(format!("tariff {} {} {basis} {:?}", tariff.id, tariff.title, tariff.in_force));
    }
    say(format!("pricing {:?} {:?}", t.pricing.discount_base.map(|i| &t.tariffs[i].id), t.pricing.form));
    say(format!("cap {:?}", t.cap.map(|c| (&t.tariffs[c.tariff].id, c.above))));
    say(format!("fallback {:?}", t.fallback.iter().map(|i| &t.tariffs[*i].id).collect::<Vec<_>>()));
    for procedure in &t.procedures {
        let v = procedure.volume;
        let price = procedure.fallback_price.map(|p| p.0);
        say(format!(
            "procedure {} {} {:?} {} {:?} {price:?}",
            procedure.code, procedure.name, v.min, v.expected, v.max
        ));
        for listed in &procedure.listed {
            say(format!("listed {} {} {}", procedure.code, t.tariffs[listed.tariff].id, listed.price));
        }
        for covered in &procedure.covers {
            say(format!("covers {} {covered}", procedure.code));
        }
    }
    for s in &t.structures {
        say(format!(
            "structure {} {} {:?} {:?} {:?} {:?}",
            s.id, s.title, s.bidders_may, s.max_lots_per_bidder, s.min_suppliers, s.max_suppliers
        ));
        // the order of lots is binding
        for (i, lot) in s.lots.iter().enumerate() {
            say(format!("lot {} {i} {} {} {:?}", s.id, lot.id, lot.title, lot.weight.map(|w| w.normalize())));
            for procedure in &lot.procedures {
                say(format!("lot {} {} has {}", s.id, lot.id, code(t, *procedure)));
            }
        }
    }
    let a = &t.award;
    say(format!(
        "award {} {:?} {:?} {:?} {:?} {:?} {} {:?} {:?}",
        t.structures[a.structure].id,
        a.missing,
        a.unawarded,
        a.ties,
        a.draw.iter().map(|b| &t.bids[*b].bidder).collect::<Vec<_>>(),
        a.low_price_flag,
        a.suppliers_per_lot,
        a.sharing,
        a.within_percent
    ));
    let e = &t.evaluation;
    say(format!("evaluation {:?} {} {:?}", e.kind, e.scale.normalize(), e.rounding));
    for c in &e.criteria {
        let parent = c.parent.map(|p| &e.criteria[p].id);
        say(format!("criterion {} {} {parent:?} {:?} {:?} {:?}", c.id, c.title, c.weight, c.method, c.worth));
    }
    for g in &e.gates {
        say(format!("gate {:?} {}", g.on, g.min));
    }
    for r in &t.requirements {
        say(format!("requirement {} {} {:?}", r.id, r.text, r.codes));
    }
    for a in &t.assessments {
        let scope = match a.scope {
            AssessmentScope::Everywhere => String::from("everywhere"),
            AssessmentScope::Structure(s) => t.structures[s].id.clone(),
            AssessmentScope::Lot { structure, lot } => {
                format!("{}/{}", t.structures[structure].id, t.structures[structure].lots[lot].id)
            }
        };
        let who = format!("{} {scope}", t.bids[a.bid].bidder);
        say(format!("assessment {who} {:?}", a.reason));
        for (criterion, points, _) in &a.points {
            say(format!("points {who} {criterion} {points}"));
        }
        for (requirement, status, _) in &a.requirements {
            say(format!("met {who} {} {status:?}", t.requirements[*requirement].id));
        }
    }
    for d in &t.decisions {
        say(format!(
            "decision {} {:?} {:?} {:?} {:?}",
            t.bids[d.bid].bidder, d.action, d.ground, d.date, d.text
        ));
    }
    for b in &t.bids {
        let who = &b.bidder;
        say(format!(
            "bid {who} {:?} {:?} {:?} {:?} {:?}",
            b.received,
            b.discount.map(|d| d.0),
            b.capacity.map(|c| c.0),
            b.max_lots.map(|m| m.0),
            b.group
        ));
        let mut sorted: Vec<String> = b.not_offered.iter().map(ToString::to_string).collect();
        sorted.sort();
        say(format!("not offered {who} {sorted:?}"));
        let registered: Option<BTreeSet<String>> =
            b.registered.as_ref().map(|codes| codes.iter().map(ToString::to_string).collect());
        say(format!("registered {who} {registered:?}"));
        for d in &b.discounts {
            say(format!("discount {who} {} {}", d.codes, d.discount));
        }
        for d in &b.file_discounts {
            say(format!("discount {who} {} {}", code(t, d.procedure as usize), d.discount));
        }
        for p in &b.prices {
            say(format!("price {who} {} {}", code(t, p.procedure as usize), p.price));
        }
        for (name, value, _) in &b.values {
            say(format!("value {who} {name} {value}"));
        }
        for selection in &b.bids_on {
            say(format!("bids on {who} {}", lots(t, selection)));
        }
        for (i, selection) in b.only_together.iter().enumerate() {
            say(format!("together {who} {i} {}", lots(t, selection)));
        }
        for c in &b.lot_capacities {
            let structure = &t.structures[c.structure];
            say(format!("lot capacity {who} {} {} {}", structure.id, structure.lots[c.lot].id, c.volume));
        }
        for (i, c) in b.combinations.iter().enumerate() {
            let structure = c.structure.map(|s| &t.structures[s].id);
            let condition = match (&c.condition, c.structure) {
                (CombinationCondition::Lots(set), Some(structure)) => {
                    lots(t, &LotSelection { structure, lots: set.clone(), place: c.place })
                }
                (other, _) => format!("{other:?}"),
            };
            say(format!("combination {who} {i} {structure:?} {condition} {}", c.discount));
        }
    }
    facts
}
