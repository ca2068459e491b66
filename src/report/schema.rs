/// The JSON Schema of the tender file, for editors: what `udbud schema` prints.
pub const TENDER_SCHEMA: &str = include_str!("../../docs/reference/tender.schema.json");

/// The JSON Schema of the dialogue file: what `udbud schema --dialogue` prints.
pub const DIALOGUE_SCHEMA: &str = include_str!("../../docs/reference/dialogue.schema.json");

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::Value;

    use super::{DIALOGUE_SCHEMA, TENDER_SCHEMA};
    use crate::{simulation, tender::read::ALL_TABLES};

    /// Every object of the schema by its title, with its keys.
    fn objects(value: &Value, found: &mut BTreeMap<String, Vec<String>>) {
        if let (Some(title), Some(properties)) = (value["title"].as_str(), value["properties"].as_object()) {
            assert_eq!(value["additionalProperties"], false, "{title}");
            found.insert(title.into(), properties.keys().cloned().collect());
        }
        match value {
            Value::Object(map) => map.values().for_each(|v| objects(v, found)),
            Value::Array(items) => items.iter().for_each(|v| objects(v, found)),
            _ => {}
        }
    }

    #[test]
    fn the_schemas_have_the_keys_that_are_read() {
        for (text, tables) in [(TENDER_SCHEMA, ALL_TABLES), (DIALOGUE_SCHEMA, simulation::read::ALL_TABLES)] {
            let schema: Value = serde_json::from_str(text).unwrap();
            let mut found = BTreeMap::new();
            objects(&schema, &mut found);
            for table in tables {
                let keys = found.remove(table.table).unwrap_or_default();
                assert_eq!(keys, table.keys, "{}", table.table);
            }
            assert!(found.is_empty(), "{found:?}");
        }
    }

    #[test]
    fn every_reference_leads_somewhere() {
        for text in [TENDER_SCHEMA, DIALOGUE_SCHEMA] {
            let schema: Value = serde_json::from_str(text).unwrap();
            for part in text.split("\"#/$defs/").skip(1) {
                let name = part.split('"').next().unwrap();
                assert!(schema["$defs"][name].is_object(), "{name}");
            }
        }
    }
}
