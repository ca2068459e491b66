//! How records are forged: a small edit, and all sums made to fit again.

use serde_json::{Value, json};
use udbud::record::{
    ASSESSMENTS, BIDS, EVALUATION, MANIFEST, MODEL, PRICES, RecordFiles, SUMS, TENDER,
    folder::{sha256_hex, sums_text},
};

/// A record under the forger's hand.
pub struct Forged(pub RecordFiles);

impl Forged {
    pub fn text(&self, file: &str) -> String {
        String::from_utf8(self.0[file].clone()).unwrap()
    }

    pub fn json(&self, file: &str) -> Value {
        serde_json::from_slice(&self.0[file]).unwrap()
    }

    /// Changes a JSON file.
    pub fn edit_json(&mut self, file: &str, edit: impl FnOnce(&mut Value)) {
        let before = self.json(file);
        let mut after = before.clone();
        edit(&mut after);
        assert_ne!(before, after, "the forgery changes something");
        self.0.insert(file.to_owned(), format!("{after:#}\n").into_bytes());
    }

    /// Changes the evaluation.
    pub fn evaluation(&mut self, edit: impl FnOnce(&mut Value)) {
        self.edit_json(EVALUATION, edit);
    }

    /// Sets a value of the evaluation, by its pointer.
    pub fn set(&mut self, pointer: &str, value: Value) {
        self.evaluation(|e| *e.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value);
    }

    /// Replaces the first occurrence in a file.
    pub fn replace(&mut self, file: &str, from: &str, to: &str) {
        let before = self.text(file);
        assert!(before.contains(from), "{file} has {from:?}\n{before}");
        self.0.insert(file.to_owned(), before.replacen(from, to, 1).into_bytes());
    }

    /// Changes the lines of a canonical text, and puts them in order again.
    pub fn lines(&mut self, file: &str, edit: impl FnOnce(&mut Vec<String>)) {
        let before = self.text(file);
        let mut lines: Vec<String> = before.lines().map(str::to_owned).collect();
        let header = lines.remove(0);
        edit(&mut lines);
        lines.sort_by_key(|l| l.split_once(" = ").map(|(p, v)| (p.to_owned(), v.to_owned())));
        let after = format!("{header}\n{}\n", lines.join("\n"));
        assert_ne!(before, after);
        self.0.insert(file.to_owned(), after.into_bytes());
    }

    /// Changes a canonical line.
    pub fn line(&mut self, file: &str, from: &str, to: &str) {
        self.lines(file, |lines| {
            let at = lines.iter().position(|l| l == from).unwrap_or_else(|| panic!("{file}: {from}"));
            lines[at] = to.to_owned();
        });
    }

    /// Changes a line of the model, in both texts that hold it.
    pub fn model_line(&mut self, from: &str, to: &str) {
        self.line(MODEL, from, to);
        self.line(TENDER, from, to);
    }

    /// A row of `prices.csv`, field by field.
    pub fn row(&mut self, starts: &str, edit: impl FnOnce(&mut Vec<String>)) {
        let before = self.text(PRICES);
        let mut rows: Vec<String> = before.lines().map(str::to_owned).collect();
        let at =
            rows.iter().position(|r| r.starts_with(starts)).unwrap_or_else(|| panic!("{starts}\n{before}"));
        let mut fields: Vec<String> = rows[at].split(',').map(str::to_owned).collect();
        edit(&mut fields);
        rows[at] = fields.join(",");
        let after = rows.join("\n") + "\n";
        assert_ne!(before, after);
        self.0.insert(PRICES.to_owned(), after.into_bytes());
    }

    /// The hashes of the canonical texts, wherever they are named.
    pub fn fit_hashes(&mut self) {
        let texts = [
            ("model-hash", MODEL),
            ("tender-hash", TENDER),
            ("bids-hash", BIDS),
            ("assessments-hash", ASSESSMENTS),
        ];
        for (name, text) in texts {
            let Some(hash) = self.0.get(text).map(|bytes| json!(sha256_hex(bytes))) else { continue };
            for (file, pointer) in
                [(MANIFEST, format!("/tender/{name}")), (EVALUATION, format!("/tender/{name}"))]
            {
                let mut value = self.json(file);
                if let Some(place) = value.pointer_mut(&pointer) {
                    *place = hash.clone();
                    self.0.insert(file.to_owned(), format!("{value:#}\n").into_bytes());
                }
            }
        }
    }

    /// The input files as the manifest lists them.
    pub fn fit_inputs(&mut self) {
        let mut manifest = self.json(MANIFEST);
        for input in manifest["inputs"].as_array_mut().unwrap() {
            let bytes = &self.0[input["file"].as_str().unwrap()];
            input["bytes"] = json!(bytes.len());
            input["sha256"] = json!(sha256_hex(bytes));
        }
        self.0.insert(MANIFEST.to_owned(), format!("{manifest:#}\n").into_bytes());
    }

    /// `SHA256SUMS` as it must be.
    pub fn seal(mut self) -> RecordFiles {
        let sums = sums_text(&self.0);
        self.0.insert(SUMS.to_owned(), sums.into_bytes());
        self.0
    }

    /// Gives a lot to another bidder, with all figures of the award to match: only for tenders without combinations.
    pub fn award_to(&mut self, lot: usize, bidder: &str) {
        self.evaluation(|e| {
            let own = e["bids"].as_array().unwrap().iter().find(|b| b["bidder"] == bidder).unwrap()["lots"]
                [lot]
                .clone();
            let award = &mut e["award"];
            let before = award["lots"][lot].clone();
            let more = |name: &str, of: &str, total: &Value| {
                let ore = |v: &Value| v.as_str().unwrap().replace('.', "").parse::<i64>().unwrap();
                let sum = ore(total) - ore(&before[of]) + ore(&own[name]);
                json!(format!("{}.{:02}", sum / 100, sum % 100))
            };
            let total = more("evaluated-price", "evaluated-price", &award["total"]);
            let cost = more("expected-payment", "expected-payment", &award["expected-cost"]);
            award["total"] = total;
            award["expected-cost"] = cost;
            let won = &mut award["lots"][lot];
            won["winner"] = json!(bidder);
            won["margin"] = Value::Null;
            for name in ["price", "evaluated-price", "expected-payment"] {
                won[name] = own[name].clone();
            }
        });
    }
}
