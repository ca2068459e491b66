//! Random tenders with every sort of rule, as files.

use std::fmt::Write;

use crate::common::Dice;

/// What a tender is about.
struct Plan {
    dice: Dice,
    bidders: u64,
    lots: u64,
    model: u64,
    several: bool,
    text: String,
}

const CAPS: [&str; 6] = [
    "",
    "[cap]\ntariff = \"akut\"\nabove-cap = \"reject-bid\"\n",
    "[cap]\ntariff = \"akut\"\nabove-cap = \"reject-line\"\n",
    "[cap]\ntariff = \"akut\"\nabove-cap = \"pay-cap-while-in-force\"\nscored-price = \"bid\"\n",
    "[cap]\ntariff = \"akut\"\nabove-cap = \"pay-cap-while-in-force\"\nscored-price = \"capped\"\n",
    "[cap]\ntariff = \"akut\"\nabove-cap = \"pay-cap-while-in-force\"\nscored-price = \"time-weighted\"\n",
];

const POINTS_OF_PRICE: [&str; 14] = [
    "method = \"linear\"\nslope = 30\noutside = \"negative\"",
    "method = \"linear\"\nslope = 12.5\noutside = \"zero\"",
    "method = \"linear\"\nslope = 20\noutside = \"reject\"",
    "method = \"linear\"\nslope = 10\noutside = \"widen\"\nwiden = { first = 12, step = 7 }",
    "method = \"linear\"\nslope = 5\noutside = \"widen\"\nwiden = { first = 6, step = 3, ceiling = 25 }",
    "method = \"absolute\"\nzero-at = 3000000\noutside = \"negative\"",
    "method = \"absolute\"\nfull-at = 1000\nzero-at = 900000.5\noutside = \"reject\"",
    "method = \"absolute\"\nzero-at = 5000\noutside = \"widen\"\nwiden = { first = 6000, step = 1250.5 }",
    "method = \"proportional\"",
    "method = \"min-max\"",
    "method = \"formula\"\nformula = \"scale * (1 - log(p / low, 2))\"",
    "method = \"formula\"\nformula = \"if p == low then scale else scale * pow(low / p, 0.3)\"",
    "method = \"formula\"\nformula = \"scale * median(p) / (p + average(p)) + weight / count\"",
    "method = \"formula\"\nformula = \"sqrt(low) / sqrt(p) * scale - abs(points.q1 - average(points.q1)) / 10\"",
];

const TOP: [(&str, &str); 8] = [
    ("lowest", "price - 250000 * points.q1 / scale"),
    ("lowest", "price * (1 + (scale - points.q1) / scale * 0.4)"),
    ("lowest", "if not (points.q1 < 40) and values.wait <= 30 or count == 1 then price else price * 1.25"),
    ("lowest", "round(price / (1 + points.q1 / 100), -2)"),
    ("highest", "(1 - (highest(points.q1) - points.q1) / scale * 0.25) / (price + 1) * lowest(price)"),
    ("highest", "scale * pow((high * 2 - p) / (high * 2 - low), 0.5)"),
    ("highest", "log(1 + points.q1) * 10 - -values.wait / 7"),
    ("highest", "min(points.q1, points.q2, median(points.q1)) + max(1, fallback - price) / fallback"),
];

/// A tender that follows from its seed alone. Not every one is valid.
pub fn random_tender(seed: u64) -> String {
    let mut dice = Dice(seed);
    let several = dice.chance(2);
    let (bidders, lots, model) = (dice.within(1, 5), dice.within(1, 3), dice.within(0, 5));
    let mut plan = Plan { dice, bidders, lots, model, several, text: String::new() };
    plan.head();
    plan.structure();
    plan.award();
    plan.evaluation();
    plan.requirements();
    for b in 0..plan.bidders {
        plan.bid(b);
    }
    plan.buyer();
    plan.text
}

impl Plan {
    fn add(&mut self, line: impl AsRef<str>) {
        self.text.push_str(line.as_ref());
        self.text.push('\n');
    }

    fn some(&mut self, tenths: u64, line: impl AsRef<str>) {
        if self.dice.chance(tenths) {
            self.add(line);
        }
    }

    fn head(&mut self) {
        let collection = self.dice.chance(2);
        let kind = if collection { "offer-collection" } else { "tender" };
        self.add(format!(
            "format = 1\n[tender]\nid = \"T \\\"1\\\"\"\ntitle = \"T\"\nkind = \"{kind}\"\nbuyer = \"R\"\nspecialty = \"s\"\n\
             deadline = 2024-11-15T12:00:00+01:00\ncontract = {{ from = 2024-12-01, until = 2026-11-30 }}\n\
             [[tariff]]\nid = \"duf\"\n[[tariff]]\nid = \"mid\"\nderived-from = \"duf\"\nreduction = 3.3333\nround-to = 1\n\
             [[tariff]]\nid = \"akut\"\nderived-from = \"mid\"\nreduction = 7.25\nin-force = {{ from = 2024-01-01, until = 2025-06-01 }}\n\
             [pricing]\ndiscount-base = \"duf\"\n[fallback]\ntariffs = [\"akut\", \"duf\"]"
        ));
        if self.dice.chance(3) {
            for _ in 0..self.dice.within(1, 3) {
                let from = self.dice.pick(&[
                    "2024-06-01",
                    "2024-12-01",
                    "2025-03-15",
                    "2025-06-02",
                    "2026-01-01",
                    "2027-01-01",
                ]);
                let percent = self.dice.pick(&["3.1", "-2", "10.5", "0.0001"]);
                let words = self.dice.pick(&["\"tariff:duf\"", "\"prices\"", "\"tariff:duf\", \"prices\""]);
                self.add(format!(
                    "[[adjustment]]\nfrom = {from}\npercent = {percent}\napplies-to = [{words}]"
                ));
            }
        }
        if collection {
            let amount = self.dice.pick(&[0_u64, 900_000, 12_345_678, 999_999_999]);
            self.add(format!("[budget]\namount = {amount}"));
        }
        let cap = self.dice.pick(&CAPS);
        self.add(cap);
        for l in 0..self.lots {
            for i in 0..self.dice.within(1, 3) {
                let volume = self.dice.pick(&[0_u64, 1, 7, 40, 333]);
                self.add(format!("[[procedure]]\ncode = \"K{l}{i}\"\nname = \"Y\"\nvolume = {volume}"));
                if self.dice.chance(9) {
                    let price = self.dice.pick(&["1000", "999.99", "12345.67", "0.01", "2500"]);
                    self.add(format!("tariff = {{ duf = {price} }}"));
                } else {
                    self.some(7, "fallback-price = 1234.5");
                }
            }
        }
    }

    fn structure(&mut self) {
        self.add("[[structure]]\nid = \"lots\"");
        if self.several {
            self.some(4, "bidders-may = [\"capacity\"]");
        } else if self.dice.chance(5) {
            let may = if matches!(self.model, 1 | 2 | 4) { "" } else { "\"combination\", " };
            self.add(format!("bidders-may = [{may}\"capacity\", \"max-lots\", \"only-together\"]"));
            self.some(3, "max-lots-per-bidder = 1");
            self.some(2, "min-suppliers = 2");
            self.some(2, "max-suppliers = 1");
        }
        for l in 0..self.lots {
            self.add(format!("[[structure.lot]]\nid = \"l{l}\"\ncodes = [\"K{l}*\"]"));
            if !self.several {
                let weight = self.dice.pick(&["1", "2.5", "40"]);
                self.add(format!("weight = {weight}"));
            }
        }
    }

    fn award(&mut self) {
        let missing = self.dice.pick(&[
            "\"reject\"",
            "{ rule = \"price-at-fallback\" }",
            "{ rule = \"price-at-fallback\", at-most = 1, never = [\"K0*\"] }",
        ]);
        let missing = if self.text.contains("reject-line") { "\"reject\"" } else { missing };
        self.add(format!("[award]\nstructure = \"lots\"\nmissing = {missing}"));
        if self.dice.chance(3) {
            self.add("unawarded = \"if-cheaper\"");
        }
        self.some(5, "low-price-flag = 15");
        let mut rules = vec!["lower-price", "fewer-suppliers", "more-suppliers", "earlier-received", "draw"];
        if self.model > 0 {
            rules.push("higher:q1");
        }
        self.dice.shuffle(&mut rules);
        rules.truncate(self.dice.within(0, 3) as usize);
        self.add(format!("ties = {rules:?}"));
        if rules.contains(&"draw") {
            let mut all: Vec<String> = (0..self.bidders).map(name).collect();
            self.dice.shuffle(&mut all);
            all.truncate(self.dice.within(0, self.bidders) as usize);
            self.add(format!("draw = {all:?}"));
        }
        if self.several {
            let number = self.dice.within(2, 3);
            self.add(format!("suppliers-per-lot = {number}"));
            let shares = if number == 2 { "[60, 40]" } else { "[50, 33.3, 16.7]" };
            self.some(5, format!("sharing = {shares}"));
            self.some(4, "within-percent = 12.5");
        }
    }

    fn evaluation(&mut self) {
        let rounding = self.dice.pick(&[
            "rounding = { score = 6 }",
            "rounding = { points = 2, weighted = 1, score = 2 }",
            "rounding = { points = 0, score = 1, mode = \"half-even\" }",
            "rounding = { points = 1, weighted = 3, score = 3, mode = \"down\" }",
        ]);
        match self.model {
            0 => return,
            1 | 2 => {
                self.add(format!("[evaluation]\nmodel = \"points\"\nscale = 40\n{rounding}"));
                let method = self.dice.pick(&POINTS_OF_PRICE);
                let measure = if method.contains("formula") { "" } else { "measure = \"price\"\n" };
                self.add(format!("[[evaluation.criterion]]\nid = \"price\"\nweight = 55\n{measure}{method}"));
                self.add("[[evaluation.criterion]]\nid = \"quality\"\nweight = 45");
                self.add("[[evaluation.criterion]]\nid = \"q1\"\nparent = \"quality\"\nweight = 33.3\nmethod = \"judged\"");
                let method = self.dice.pick(&[
                    "method = \"min-max\"",
                    "method = \"proportional\"",
                    "method = \"linear\"\nslope = 150\noutside = \"zero\"",
                    "method = \"min-max\"\nhigher-is-better = true",
                    "method = \"proportional\"\nhigher-is-better = true",
                    "method = \"linear\"\nslope = 50\noutside = \"reject\"\nhigher-is-better = true",
                    "method = \"linear\"\nslope = 20\noutside = \"widen\"\nwiden = { first = 25, step = 10 }\nhigher-is-better = true",
                ]);
                self.add(format!("[[evaluation.criterion]]\nid = \"wait\"\nparent = \"quality\"\nweight = 66.7\nmeasure = \"values.wait\"\n{method}"));
            }
            3 => {
                let (adjust, one, two) = self.dice.pick(&[
                    ("subtract", "value = 250000", "value-percent = 5"),
                    ("add", "value = 12345.67", "value-percent = 0.5"),
                    ("uplift", "uplift = 20", "uplift = 3.3333"),
                ]);
                self.add(format!(
                    "[evaluation]\nmodel = \"evaluated-price\"\nscale = 40\n{rounding}\nadjust = \"{adjust}\""
                ));
                self.add(format!("[[evaluation.criterion]]\nid = \"q1\"\nweight = 40\n{one}"));
                self.add(format!("[[evaluation.criterion]]\nid = \"q2\"\nweight = 60\n{two}"));
            }
            _ => {
                let fit = |best: &str| (best == "highest") == (self.model == 4);
                let all: Vec<_> = TOP.into_iter().filter(|(best, _)| fit(best)).collect();
                let (best, formula) = self.dice.pick(&all);
                self.add(format!(
                    "[evaluation]\nmodel = \"formula\"\nscale = 40\n{rounding}\nbest = \"{best}\"\nformula = \"{formula}\""
                ));
                self.add("[[evaluation.criterion]]\nid = \"q1\"\nmethod = \"judged\"");
                self.add("[[evaluation.criterion]]\nid = \"q2\"\nmethod = \"judged\"");
            }
        }
        self.some(4, "[[evaluation.gate]]\ncriterion = \"q1\"\nmin = 12.5");
        if self.model < 4 {
            self.some(3, "[[evaluation.gate]]\ncriterion = \"total\"\nmin = 10");
        }
    }

    fn requirements(&mut self) {
        self.some(6, "[[requirement]]\nid = \"plan\"\ntext = \"Godkendt.\"\ncodes = [\"K0*\"]");
        self.some(5, "[[requirement]]\nid = \"iso\"\ntext = \"Certificeret\"");
    }

    fn bid(&mut self, b: u64) {
        let hour = self.dice.pick(&["14T09", "14T09", "15T11", "15T13"]);
        self.add(format!("[[bid]]\nbidder = \"{}\"", name(b)));
        self.some(9, format!("received = 2024-11-{hour}:30:00+01:00"));
        let discount = self.dice.pick(&["5", "5", "10", "12.3456", "-3", "0"]);
        self.some(8, format!("discount = {discount}"));
        self.some(3, "discounts = { \"K0*\" = 9, \"K01\" = -5, \"*\" = 4 }");
        let price = self.dice.pick(&["900", "0", "1111.11", "950"]);
        self.some(5, format!("prices = {{ K00 = {price} }}"));
        self.some(1, "not-offered = [\"K1*\"]");
        self.some(1, "registered = [\"K0*\", \"K10\"]");
        self.some(3, "group = \"Ejer A/S\"");
        let wait = self.dice.pick(&["0", "14", "21", "60.5"]);
        if self.model > 0 {
            self.add(format!("values = {{ wait = {wait} }}"));
        }
        if self.text.contains("bidders-may") || self.dice.chance(1) {
            let capacity = self.dice.pick(&[0_u64, 50, 400, 2_000]);
            self.some(4, format!("capacity = {capacity}"));
        }
        if self.text.contains("only-together") || self.dice.chance(1) {
            self.some(2, "max-lots = 1");
            self.some(2, "[[bid.only-together]]\nstructure = \"lots\"\nlots = [\"l0\", \"l1\"]");
            self.some(2, "[[bid.lot-capacity]]\nstructure = \"lots\"\nlot = \"l0\"\nvolume = 40");
        }
        if self.text.contains("combination") || self.dice.chance(1) {
            self.some(5, "[[bid.combination]]\nmin-lots = 2\ndiscount = 3.5");
            self.some(3, "[[bid.combination]]\nall-lots = true\ndiscount = 7");
        }
        self.some(1, "[[bid.bids-on]]\nstructure = \"lots\"\nlots = [\"l0\"]");
    }

    fn buyer(&mut self) {
        for b in 0..self.bidders {
            let bidder = name(b);
            if self.model > 0 {
                let (q1, q2) = (self.dice.pick(&["12.5", "20", "33.25"]), self.dice.pick(&["0", "17", "40"]));
                let q2 = if matches!(self.model, 1 | 2) { String::new() } else { format!(", q2 = {q2}") };
                self.add(format!("[[assessment]]\nbidder = \"{bidder}\"\npoints = {{ q1 = {q1}{q2} }}"));
                self.some(3, format!("[[assessment]]\nbidder = \"{bidder}\"\nstructure = \"lots\"\nlot = \"l0\"\npoints = {{ q1 = 40 }}"));
            }
            if self.text.contains("\"iso\"") {
                let status = self.dice.pick(&["met", "met", "unverified", "unmet"]);
                self.some(8, format!("[[assessment]]\nbidder = \"{bidder}\"\nstructure = \"lots\"\nrequirements = {{ iso = \"{status}\" }}\nreason = \"Set\""));
            }
            if self.text.contains("\"plan\"") && self.model == 0 {
                let status = self.dice.pick(&["met", "unmet"]);
                self.some(
                    6,
                    format!(
                        "[[assessment]]\nbidder = \"{bidder}\"\nrequirements = {{ plan = \"{status}\" }}"
                    ),
                );
            }
            for _ in 0..self.dice.within(0, 2) {
                let action = self.dice.pick(&["reject", "accept"]);
                let ground = self.dice.pick(&["low-price", "other"]);
                let day = self.dice.within(20, 22);
                let mut decision = format!(
                    "[[decision]]\nbidder = \"{bidder}\"\naction = \"{action}\"\nground = \"{ground}\""
                );
                if self.dice.chance(7) {
                    let _ = write!(decision, "\ndate = 2024-11-{day}");
                }
                self.some(3, decision);
            }
        }
    }
}

fn name(b: u64) -> String {
    ["Hospital Æ", "=Klinik B", "Hospital, C", "Dybbøl", "Å"][b as usize % 5].to_owned()
}
