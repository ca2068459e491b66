//! The curve of the best total over the number of lots, and the groupings, for people. Every row says that it is a
//! hypothesis.

use super::{StructurePage, money_or, plain_money, two_decimals, variation::changes, words::Words};
use crate::{
    number::{Figure, Figures, Money},
    report::{
        Language,
        kind::kind_figures,
        page::{Column, Grid, Item, Page, Part, Tone, csv_text},
    },
    structure::{BestGrouping, LotSearch, SearchError, SearchOptions, Variation, per_cent},
    tender::Tender,
};

/// How wide the longest bar of the chart is.
const BAR: i128 = 30;

/// The search, ready to be laid out.
pub fn lot_search_page(
    tender: &Tender,
    variation: &Variation,
    options: &SearchOptions,
    search: &LotSearch,
    language: Language,
) -> StructurePage {
    let view = View { tender, options, search, language, w: Words::of(language) };
    let head = &tender.head;
    let title =
        if head.title.is_empty() { head.id.clone() } else { format!("{} – {}", head.id, head.title) };
    let changes = changes(tender, variation, language);
    let banner = if changes.is_empty() {
        view.w.lots_banner.to_owned()
    } else {
        let mut args = kind_figures(head.kind, language);
        args.push(("changes", Figure::List(changes)));
        let varied = view.say(view.w.varied_banner, &args);
        format!("{} {varied}", view.w.lots_banner)
    };
    let parts = [Some(view.curve()), Some(view.groupings()), view.next(), Some(view.notes())];
    StructurePage(Page {
        title: view.say(view.w.lots_title, &vec![("tender", Figure::from(title))]),
        banner: Some(banner),
        parts: parts.into_iter().flatten().collect(),
    })
}

/// The search for spreadsheets: one row for each number of lots and group.
pub fn lot_search_csv(tender: &Tender, search: &LotSearch, language: Language) -> String {
    let w = Words::of(language);
    let header = [w.standing, w.lots, w.total, w.group, w.winner, w.price, w.admissible, w.proven];
    let mut rows = vec![header.map(str::to_owned).to_vec()];
    for best in &search.best {
        for group in &best.groups {
            let ids: Vec<&str> = group.blocks.iter().map(|&b| search.blocks.all[b].0.as_str()).collect();
            rows.push(vec![
                w.hypothesis.to_owned(),
                best.lots.to_string(),
                plain_money(language, best.total),
                ids.join(" + "),
                group.winner.map_or("", |b| tender.bids[b].bidder.as_str()).to_owned(),
                plain_money(language, group.price),
                group.bidders.to_string(),
                if best.proven { w.yes } else { w.no }.to_owned(),
            ]);
        }
    }
    csv_text(&rows, language)
}

/// Why there was no search, in words; `None` for what the evaluation itself refuses.
pub fn search_error_text(error: &SearchError, language: Language) -> Option<String> {
    let w = Words::of(language);
    Some(match error {
        SearchError::Outcome(_) => return None,
        SearchError::TooManyBlocks(are, most) => {
            let args = vec![("n", Figure::from(*are)), ("most", Figure::from(*most))];
            language.fill(w.fault_too_many_blocks, &args)
        }
        SearchError::NoSuchBlock(id) => {
            language.fill(w.fault_no_block, &vec![("id", Figure::from(id.as_str()))])
        }
        SearchError::ScoresWithRules => w.fault_scores_with_rules.into(),
        SearchError::SeveralSuppliers => w.fault_several_suppliers.into(),
        SearchError::NoFallback => w.fault_no_fallback.into(),
    })
}

struct View<'a> {
    tender: &'a Tender,
    options: &'a SearchOptions,
    search: &'a LotSearch,
    language: Language,
    w: &'static Words,
}

impl View<'_> {
    fn say(&self, template: &str, args: &Figures) -> String {
        self.language.fill(template, args)
    }

    fn ids(&self, blocks: &[usize]) -> String {
        let ids: Vec<&str> = blocks.iter().map(|&b| self.search.blocks.all[b].0.as_str()).collect();
        ids.join(" + ")
    }

    fn mark(&self) -> String {
        self.w.hypothesis.to_owned()
    }

    fn key_columns(&self) -> Vec<Column> {
        let key = |c: Column| Column { key: true, ..c };
        vec![key(Column::word(self.w.standing)), key(Column::figure(self.w.lots))]
    }

    fn standing(&self, best: &BestGrouping, optimum: Option<usize>) -> String {
        match (best.total, best.proven) {
            (None, _) => self.w.no_grouping.to_owned(),
            (Some(_), false) => {
                let bound = money_or(self.language, best.bound, self.w.unknown);
                self.say(self.w.not_below, &vec![("bound", Figure::from(bound))])
            }
            (Some(_), true) if optimum == Some(best.lots) => self.w.lowest_of_all.to_owned(),
            (Some(_), true) => self.w.exact.to_owned(),
        }
    }

    fn curve(&self) -> Part {
        let w = self.w;
        let mut columns = self.key_columns();
        columns.extend([w.total, w.against_fewest, w.percent].map(Column::figure));
        columns.extend([w.result, w.chart].map(Column::word));
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
        let mut part = Part::new(w.part_curve);
        part.grid(grid);
        if let Some(best) = self.search.optimum().filter(|_| self.search.best.len() > 1) {
            let saves = first.zip(best.total).and_then(|(f, t)| f.checked_sub(t).ok()).unwrap_or_default();
            let args = vec![
                ("lots", Figure::from(best.lots)),
                ("amount", Figure::from(super::aloud(self.language, saves))),
                ("fewest", Figure::from(self.first_lots().unwrap_or(1))),
            ];
            let same = self.first_lots() == Some(best.lots);
            part.text(self.say(if same { w.say_fewest_best } else { w.say_optimum }, &args));
        }
        part
    }

    fn first_lots(&self) -> Option<usize> {
        self.search.best.iter().find(|b| b.total.is_some()).map(|b| b.lots)
    }

    fn groupings(&self) -> Part {
        let w = self.w;
        let mut columns = self.key_columns();
        columns.extend([
            Column { key: false, ..Column::name(w.group) },
            Column { key: false, ..Column::name(w.winner) },
        ]);
        columns.extend([w.price, w.admissible].map(Column::figure));
        let mut grid = Grid::new(columns);
        for best in &self.search.best {
            for group in &best.groups {
                let winner = match group.winner {
                    None => w.nobody.to_owned(),
                    Some(b) if group.tied.len() > 1 => {
                        let args = vec![
                            ("bidder", Figure::from(self.tender.bids[b].bidder.as_str())),
                            ("n", Figure::from(group.tied.len() - 1)),
                        ];
                        self.say(w.or_others, &args)
                    }
                    Some(b) => self.tender.bids[b].bidder.clone(),
                };
                grid.row(
                    vec![
                        self.mark(),
                        best.lots.to_string(),
                        self.ids(&group.blocks),
                        winner,
                        money_or(self.language, group.price, w.unknown),
                        group.bidders.to_string(),
                    ],
                    Tone::Plain,
                );
            }
        }
        let mut part = Part::new(w.part_groupings);
        part.grid(grid);
        part
    }

    fn next(&self) -> Option<Part> {
        let w = self.w;
        let mut items = Vec::new();
        for best in &self.search.best {
            let mut inner = Vec::new();
            for (total, groups) in &best.next {
                let groups: Vec<String> = groups.iter().map(|g| self.ids(g)).collect();
                inner.push(Item::new(format!(
                    "{}. {}: {}",
                    w.hypothesis,
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
                    Some(self.say(if exact { w.as_good } else { w.within_distance }, &args))
                }
                _ if inner.is_empty() => None,
                _ => Some(self.say(w.next_best, &vec![("lots", Figure::from(best.lots))])),
            };
            items.extend(count.map(|text| Item::new(text).with(inner)));
        }
        let mut part = Part::new(w.part_near);
        let any = !items.is_empty();
        part.list(items);
        any.then_some(part)
    }

    fn notes(&self) -> Part {
        let w = self.w;
        let mut items = vec![Item::new(w.note_given_lots), Item::new(w.note_opened_lots)];
        items.push(Item::new(if self.search.is_proven() { w.note_exact } else { w.note_bound }));
        if self.search.rules {
            items.push(Item::new(w.note_rules));
        }
        if self.search.totals_are_costs {
            items.push(Item::new(w.note_scores));
        }
        if self.options.cost_per_contract != Money::ZERO {
            let args = vec![("amount", Figure::from(self.options.cost_per_contract))];
            items.push(Item::new(self.say(w.note_contracts, &args)));
        }
        let mut part = Part::new(w.part_notes);
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
