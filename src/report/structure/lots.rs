//! The curve of the best total over the number of lots, and the groupings. Every row says that it is a hypothesis.

use serde_json::{Value, json};

use super::{
    money_or, titled, two_decimals,
    variation::{changes, variation_json},
};
use crate::{
    number::{Figure, Figures, Money},
    report::{
        Language, Report,
        kind::kind_figures,
        page::{Column, Grid, Item, Page, Part, Tone},
        tender_json,
    },
    structure::{BestGrouping, LotGroup, LotSearch, SearchError, SearchOptions, Variation, per_cent},
    tender::Tender,
};

/// How wide the longest bar of the chart is.
const BAR: i128 = 30;

/// The best groupings for each number of lots.
#[derive(Clone, Copy, Debug)]
pub struct LotSearchReport<'a> {
    /// With what is tried out on it.
    pub tender: &'a Tender,
    /// What is tried out.
    pub variation: &'a Variation,
    /// What was searched for.
    pub options: &'a SearchOptions,
    /// What was found.
    pub search: &'a LotSearch,
}

impl Report for LotSearchReport<'_> {
    fn page(&self, language: Language) -> Page {
        let LotSearchReport { tender, variation, options, search } = *self;
        let view = LotSearchView { tender, options, search, language };
        let changes = changes(tender, variation, language);
        let mut banner = view.word("lots-banner").to_owned();
        if !changes.is_empty() {
            let mut args = kind_figures(tender.head.kind, language);
            args.push(("changes", Figure::List(changes)));
            banner = format!("{banner} {}", view.message("structure-varied-banner", &args));
        }
        let parts = [Some(view.curve()), Some(view.groupings()), view.next(), Some(view.notes())];
        let title = vec![("tender", Figure::from(titled(tender)))];
        Page {
            title: view.message("lots-title", &title),
            banner: Some(banner),
            parts: parts.into_iter().flatten().collect(),
        }
    }

    /// `udbud.lot-search/1` (docs/reference/json.md). Nothing in it depends on the language.
    fn json(&self, _: Language) -> Value {
        let LotSearchReport { tender, variation, options, search } = *self;
        let block = |(id, procedures): &(String, Vec<usize>)| {
            let codes: Vec<&str> = procedures.iter().map(|&p| tender.procedures[p].code.as_str()).collect();
            json!({ "id": id, "codes": codes })
        };
        json!({
            "schema": "udbud.lot-search/1",
            "engine": concat!("udbud ", env!("CARGO_PKG_VERSION")),
            "tender": tender_json(tender),
            "published": false,
            "variation": variation_json(tender, variation),
            "cost-per-contract": options.cost_per_contract.to_string(),
            "min-bidders-per-lot": options.min_bidders_per_lot,
            "keep-together": options.keep_together,
            "totals-are": if search.totals_are_costs { "expected-cost" } else { "evaluated-price" },
            "rules-across-lots": search.rules,
            "blocks": search.blocks.all.iter().map(block).collect::<Vec<_>>(),
            "optimum": search.optimum().map(|b| b.lots),
            "best": search.best.iter().map(|b| best_json(tender, options, search, b)).collect::<Vec<_>>(),
        })
    }

    /// One row for each number of lots and group.
    fn rows(&self, language: Language) -> Option<Vec<Vec<String>>> {
        let titles = [
            "structure-standing",
            "structure-lots",
            "structure-total",
            "lots-group",
            "structure-winner",
            "structure-price",
            "structure-admissible",
            "lots-proven",
        ];
        let mut rows = vec![titles.map(|id| language.word(id).to_owned()).to_vec()];
        for best in &self.search.best {
            for group in &best.groups {
                let ids: Vec<&str> =
                    group.blocks.iter().map(|&b| self.search.blocks.all[b].0.as_str()).collect();
                rows.push(vec![
                    language.word("structure-hypothesis").to_owned(),
                    best.lots.to_string(),
                    language.plain_money(best.total),
                    ids.join(" + "),
                    group.winner.map_or("", |b| self.tender.bids[b].bidder.as_str()).to_owned(),
                    language.plain_money(group.price),
                    group.bidders.to_string(),
                    language.word(if best.proven { "structure-yes" } else { "structure-no" }).to_owned(),
                ]);
            }
        }
        Some(rows)
    }
}

/// Why there was no search, in words; `None` for what the evaluation itself refuses.
pub fn search_error_text(error: &SearchError, language: Language) -> Option<String> {
    Some(match error {
        SearchError::Outcome(_) => return None,
        SearchError::TooManyBlocks(are, most) => {
            let args = vec![("n", Figure::from(*are)), ("most", Figure::from(*most))];
            language.message("lots-error-too-many-blocks", &args)
        }
        SearchError::NoSuchBlock(id) => {
            language.message("lots-error-no-block", &vec![("id", Figure::from(id.as_str()))])
        }
        SearchError::ScoresWithRules => language.word("lots-error-scores-with-rules").into(),
        SearchError::SeveralSuppliers => language.word("lots-error-several-suppliers").into(),
        SearchError::NoFallback => language.word("lots-error-no-fallback").into(),
    })
}

struct LotSearchView<'a> {
    tender: &'a Tender,
    options: &'a SearchOptions,
    search: &'a LotSearch,
    language: Language,
}

impl LotSearchView<'_> {
    fn word(&self, id: &str) -> &'static str {
        self.language.word(id)
    }

    fn message(&self, id: &str, args: &Figures) -> String {
        self.language.message(id, args)
    }

    fn ids(&self, blocks: &[usize]) -> String {
        let ids: Vec<&str> = blocks.iter().map(|&b| self.search.blocks.all[b].0.as_str()).collect();
        ids.join(" + ")
    }

    fn mark(&self) -> String {
        self.word("structure-hypothesis").to_owned()
    }

    fn key_columns(&self) -> Vec<Column> {
        let key = |c: Column| Column { key: true, ..c };
        vec![
            key(Column::word(self.word("structure-standing"))),
            key(Column::count(self.word("structure-lots"))),
        ]
    }

    fn standing(&self, best: &BestGrouping, optimum: Option<usize>) -> String {
        match (best.total, best.proven) {
            (None, _) => self.word("lots-no-grouping").to_owned(),
            (Some(_), false) => {
                let bound = money_or(self.language, best.bound);
                self.message("lots-not-below", &vec![("bound", Figure::from(bound))])
            }
            (Some(_), true) if optimum == Some(best.lots) => self.word("lots-lowest-of-all").to_owned(),
            (Some(_), true) => self.word("lots-exact").to_owned(),
        }
    }

    fn curve(&self) -> Part {
        let mut columns = self.key_columns();
        columns.extend([
            Column::money(self.word("structure-total")),
            Column::money(self.word("lots-against-fewest")),
            Column::percent(self.word("structure-percent")),
        ]);
        columns.extend([Column::word(self.word("lots-result")), Column::word(self.word("lots-chart"))]);
        let mut grid = Grid::new(columns);
        let totals = || self.search.best.iter().filter_map(|b| b.total);
        let first = totals().next();
        let (low, high) = (totals().min().unwrap_or_default(), totals().max().unwrap_or_default());
        let optimum = self.search.optimum().map(|b| b.lots);
        for best in &self.search.best {
            let difference = best.total.zip(first).filter(|_| Some(best.lots) != self.first_lots());
            let difference = difference.and_then(|(t, f)| Some((t.checked_sub(f).ok()?, f)));
            let percent = difference.and_then(|(d, f)| per_cent(d, f));
            grid.row(
                vec![
                    self.mark(),
                    best.lots.to_string(),
                    best.total.map_or(String::new(), |t| self.language.money(t)),
                    difference.map_or(String::new(), |(d, _)| self.language.money(d)),
                    two_decimals(self.language, percent.as_ref()),
                    self.standing(best, optimum),
                    best.total.map_or(String::new(), |t| bar(t, low, high)),
                ],
                if optimum == Some(best.lots) { Tone::Good } else { Tone::Plain },
            );
        }
        let mut part = Part::new(self.word("lots-part-curve"));
        part.grid(grid);
        if let Some(best) = self.search.optimum().filter(|_| self.search.best.len() > 1) {
            let saves = first.zip(best.total).and_then(|(f, t)| f.checked_sub(t).ok()).unwrap_or_default();
            let args = vec![
                ("lots", Figure::from(best.lots)),
                ("amount", Figure::from(self.language.spoken_money(saves))),
                ("fewest", Figure::from(self.first_lots().unwrap_or(1))),
            ];
            let same = self.first_lots() == Some(best.lots);
            part.text(self.message(if same { "lots-fewest-best" } else { "lots-optimum" }, &args));
        }
        part
    }

    fn first_lots(&self) -> Option<usize> {
        self.search.best.iter().find(|b| b.total.is_some()).map(|b| b.lots)
    }

    fn groupings(&self) -> Part {
        let mut columns = self.key_columns();
        columns.extend([
            Column { key: false, ..Column::name(self.word("lots-group")) },
            Column { key: false, ..Column::name(self.word("structure-winner")) },
        ]);
        columns.extend([
            Column::money(self.word("structure-price")),
            Column::count(self.word("structure-admissible")),
        ]);
        let mut grid = Grid::new(columns);
        for best in &self.search.best {
            for group in &best.groups {
                let winner = match group.winner {
                    None => self.word("structure-nobody").to_owned(),
                    Some(b) if group.tied.len() > 1 => {
                        let args = vec![
                            ("bidder", Figure::from(self.tender.bids[b].bidder.as_str())),
                            ("n", Figure::from(group.tied.len() - 1)),
                        ];
                        self.message("lots-or-others", &args)
                    }
                    Some(b) => self.tender.bids[b].bidder.clone(),
                };
                grid.row(
                    vec![
                        self.mark(),
                        best.lots.to_string(),
                        self.ids(&group.blocks),
                        winner,
                        money_or(self.language, group.price),
                        group.bidders.to_string(),
                    ],
                    Tone::Plain,
                );
            }
        }
        let mut part = Part::new(self.word("lots-part-groupings"));
        part.grid(grid);
        part
    }

    fn next(&self) -> Option<Part> {
        let mut items = Vec::new();
        for best in &self.search.best {
            let mut inner = Vec::new();
            for (total, groups) in &best.next {
                let groups: Vec<String> = groups.iter().map(|g| self.ids(g)).collect();
                inner.push(Item::new(format!(
                    "{}. {}: {}",
                    self.word("structure-hypothesis"),
                    self.language.money(*total),
                    groups.join(" | ")
                )));
            }
            let count = match best.within {
                Some(n) if best.total.is_some() => {
                    let args = vec![
                        ("lots", Figure::from(best.lots)),
                        ("n", Figure::Count(n)),
                        ("distance", Figure::from(self.options.within)),
                    ];
                    let exact = self.options.within == Money::ZERO;
                    Some(self.message(if exact { "lots-as-good" } else { "lots-within-distance" }, &args))
                }
                _ if inner.is_empty() => None,
                _ => Some(self.message("lots-next-best", &vec![("lots", Figure::from(best.lots))])),
            };
            items.extend(count.map(|text| Item::new(text).with(inner)));
        }
        let mut part = Part::new(self.word("lots-part-near"));
        let any = !items.is_empty();
        part.list(items);
        any.then_some(part)
    }

    fn notes(&self) -> Part {
        let mut items =
            vec![Item::new(self.word("lots-note-given-lots")), Item::new(self.word("lots-note-opened-lots"))];
        items.push(Item::new(if self.search.is_proven() {
            self.word("lots-note-exact")
        } else {
            self.word("lots-note-bound")
        }));
        if self.search.rules {
            items.push(Item::new(self.word("lots-note-rules")));
        }
        if self.search.totals_are_costs {
            items.push(Item::new(self.word("lots-note-scores")));
        }
        if self.options.cost_per_contract != Money::ZERO {
            let args = vec![("amount", Figure::from(self.options.cost_per_contract))];
            items.push(Item::new(self.message("lots-note-contracts", &args)));
        }
        let mut part = Part::new(self.word("structure-part-notes"));
        part.list(items);
        part
    }
}

/// The longer the dearer; the cheapest has the shortest.
fn bar(total: Money, low: Money, high: Money) -> String {
    let span = high.ore() - low.ore();
    let above = (total.ore() - low.ore()).saturating_mul(BAR).checked_div(span).unwrap_or(0);
    "█".repeat(usize::try_from(above).unwrap_or(0) + 1)
}

fn best_json(tender: &Tender, options: &SearchOptions, search: &LotSearch, best: &BestGrouping) -> Value {
    let ids = |blocks: &[usize]| blocks.iter().map(|&b| search.blocks.all[b].0.as_str()).collect::<Vec<_>>();
    let bidder = |b: usize| tender.bids[b].bidder.as_str();
    let group = |g: &LotGroup| {
        json!({
            "blocks": ids(&g.blocks),
            "winner": g.winner.map(bidder),
            "tied": if g.tied.len() > 1 { g.tied.iter().map(|&b| bidder(b)).collect() } else { Vec::new() },
            "price": g.price.map(|p| p.to_string()),
            "bidders": g.bidders,
        })
    };
    let next = best.next.iter().map(|(total, grouping)| {
        json!({ "total": total.to_string(), "grouping": grouping.iter().map(|g| ids(g)).collect::<Vec<_>>() })
    });
    json!({
        "lots": best.lots,
        "total": best.total.map(|t| t.to_string()),
        "grouping": best.groups.iter().map(|g| ids(&g.blocks)).collect::<Vec<_>>(),
        "winners": best.groups.iter().map(|g| g.winner.map(bidder)).collect::<Vec<_>>(),
        "contract-costs": best.contract_costs.to_string(),
        "groups": best.groups.iter().map(group).collect::<Vec<_>>(),
        "proven": best.proven,
        "bound": best.bound.map(|b| b.to_string()),
        "within": json!({ "distance": options.within.to_string(), "groupings": best.within }),
        "next": next.collect::<Vec<_>>(),
    })
}
