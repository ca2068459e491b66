/// The JSON Schema of the tender file, for editors: what `udbud schema` prints.
pub const TENDER_SCHEMA: &str = include_str!("../../docs/reference/tender.schema.json");

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::Value;

    use super::TENDER_SCHEMA;
    use crate::tender::read::ALL_TABLES;

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
    fn the_schema_has_the_keys_that_are_read() {
        let schema: Value = serde_json::from_str(TENDER_SCHEMA).unwrap();
        let mut found = BTreeMap::new();
        objects(&schema, &mut found);
        for table in ALL_TABLES {
            let keys = found.remove(table.table).unwrap_or_default();
            assert_eq!(keys, table.keys, "{}", table.table);
        }
        assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn every_reference_leads_somewhere() {
        let schema: Value = serde_json::from_str(TENDER_SCHEMA).unwrap();
        for part in TENDER_SCHEMA.split("\"#/$defs/").skip(1) {
            let name = part.split('"').next().unwrap();
            assert!(schema["$defs"][name].is_object(), "{name}");
        }
    }
}
