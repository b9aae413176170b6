//! A schema under construction: the keywords of JSON Schema that we use, kept in the order in which
//! they were said, so that what is printed reads from the title down.
//!
//! All of them mean the same in draft 7, which older editors read.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Value, json};

/// The schema of one value.
#[derive(Clone, Debug)]
pub struct Schema {
    keywords: Vec<(&'static str, Part)>,
}

/// What stands behind a keyword.
#[derive(Clone, Debug)]
enum Part {
    Json(Value),
    One(Box<Schema>),
    Several(Vec<Schema>),
    Named(Vec<(&'static str, Schema)>),
}

impl Schema {
    /// A value of these types, with its Chinese title and what it is in both languages.
    pub(super) fn new(types: &[&str], title: &str, zh: &str, en: &str) -> Self {
        Schema::titled(title, zh, en).with("type", json!(types))
    }

    /// One of several forms, each a schema.
    pub(super) fn any(forms: Vec<Schema>, title: &str, zh: &str, en: &str) -> Self {
        Schema::titled(title, zh, en).put("anyOf", Part::Several(forms))
    }

    /// A mapping of the keys that follow, and no others.
    pub(super) fn mapping(title: &str, zh: &str, en: &str) -> Self {
        Schema::new(&["object"], title, zh, en).with("additionalProperties", json!(false))
    }

    /// A list of such items.
    pub(super) fn list(item: Schema, title: &str, zh: &str, en: &str) -> Self {
        Schema::new(&["array"], title, zh, en).put("items", Part::One(Box::new(item)))
    }

    /// A mapping whose keys are names, each with such a value.
    pub(super) fn named(value: Schema, title: &str, zh: &str, en: &str) -> Self {
        let value = Part::One(Box::new(value));
        Schema::new(&["object"], title, zh, en).put("additionalProperties", value)
    }

    /// Sets a keyword.
    pub(super) fn with(self, keyword: &'static str, value: Value) -> Self {
        self.put(keyword, Part::Json(value))
    }

    /// Adds an example.
    pub(super) fn example(self, value: impl Into<Value>) -> Self {
        self.also("examples", value.into())
    }

    /// A key that must be there.
    pub(super) fn required(self, key: &'static str, value: Schema) -> Self {
        self.key(key, value.not_blank()).also("required", json!(key))
    }

    /// A key that may be missing, or have nothing behind it.
    pub(super) fn optional(self, key: &'static str, value: Schema) -> Self {
        self.key(key, value.or_nothing())
    }

    /// A key that may be missing, but not have nothing behind it.
    pub(super) fn possible(self, key: &'static str, value: Schema) -> Self {
        self.key(key, value.not_blank())
    }

    /// A key that must be there in some cases, which [`Schema::when`] tells.
    pub(super) fn sometimes(self, key: &'static str, value: Schema) -> Self {
        self.key(key, value.not_blank().or_nothing())
    }

    /// What else holds where a condition does.
    pub(super) fn when(self, condition: Value, then: Value) -> Self {
        self.also("allOf", json!({ "if": condition, "then": then }))
    }

    /// The whole in either of two forms.
    pub(super) fn either(self, condition: Value, then: Schema, otherwise: Schema) -> Self {
        let (then, otherwise) = (Part::One(Box::new(then)), Part::One(Box::new(otherwise)));
        self.with("if", condition).put("then", then).put("else", otherwise)
    }

    /// Allows nothing, too: `key:` with nothing behind it, or `~`.
    pub(super) fn or_nothing(mut self) -> Self {
        for (keyword, part) in &mut self.keywords {
            match (*keyword, part) {
                ("type", Part::Json(Value::Array(types))) if !types.contains(&json!("null")) => {
                    types.push(json!("null"));
                }
                ("enum", Part::Json(Value::Array(words))) if !words.contains(&Value::Null) => {
                    words.push(Value::Null);
                }
                ("enumDescriptions", Part::Json(Value::Array(words))) => {
                    words.push(json!("不写 / left out"));
                }
                ("anyOf", Part::Several(forms)) => {
                    forms.iter_mut().take(1).for_each(|form| *form = form.clone().or_nothing());
                }
                _ => {}
            }
        }
        self
    }

    /// The root of a file.
    pub(super) fn root(mut self) -> Self {
        let dialect = json!("https://json-schema.org/draft/2020-12/schema");
        self.keywords.insert(0, ("$schema", Part::Json(dialect)));
        self
    }

    fn titled(title: &str, zh: &str, en: &str) -> Self {
        let schema = Schema { keywords: Vec::new() }.with("title", json!(title));
        schema.with("description", json!(format!("{zh}\n{en}")))
    }

    /// A text in which something is written.
    fn not_blank(self) -> Self {
        let told = |(keyword, _): &(&str, Part)| ["pattern", "enum", "items", "anyOf"].contains(keyword);
        let text = |(keyword, part): &(&str, Part)| match part {
            Part::Json(Value::Array(types)) => *keyword == "type" && types.contains(&json!("string")),
            _ => false,
        };
        let blank = self.keywords.iter().any(text) && !self.keywords.iter().any(told);
        if blank { self.with("pattern", json!(r"\S")) } else { self }
    }

    fn key(mut self, key: &'static str, value: Schema) -> Self {
        match self.keywords.iter_mut().find(|(keyword, _)| *keyword == "properties") {
            Some((_, Part::Named(keys))) => keys.push((key, value)),
            _ => self.keywords.push(("properties", Part::Named(vec![(key, value)]))),
        }
        self
    }

    /// Adds to the list behind a keyword.
    fn also(mut self, keyword: &'static str, value: Value) -> Self {
        match self.keywords.iter_mut().find(|(other, _)| *other == keyword) {
            Some((_, Part::Json(Value::Array(list)))) => list.push(value),
            _ => self.keywords.push((keyword, Part::Json(json!([value])))),
        }
        self
    }

    fn put(mut self, keyword: &'static str, part: Part) -> Self {
        self.keywords.push((keyword, part));
        self
    }
}

impl Serialize for Schema {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.keywords.len()))?;
        for (keyword, part) in &self.keywords {
            match (*keyword, part) {
                // A single type is written as people write it.
                ("type", Part::Json(Value::Array(types))) if types.len() == 1 => {
                    map.serialize_entry(keyword, &types[0])?;
                }
                _ => map.serialize_entry(keyword, part)?,
            }
        }
        map.end()
    }
}

impl Serialize for Part {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Part::Json(value) => value.serialize(serializer),
            Part::One(schema) => schema.serialize(serializer),
            Part::Several(schemas) => schemas.serialize(serializer),
            Part::Named(keys) => serializer.collect_map(keys.iter().map(|(key, schema)| (key, schema))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(schema: &Schema) -> String {
        serde_json::to_string(schema).unwrap()
    }

    #[test]
    fn keywords_stand_in_the_order_in_which_they_were_said() {
        let schema = Schema::new(&["string"], "甲", "乙。", "B.").with("pattern", json!("x")).example("x");
        let text =
            r#"{"title":"甲","description":"乙。\nB.","type":"string","pattern":"x","examples":["x"]}"#;
        assert_eq!(json(&schema), text);
        let text = json(&schema.root());
        assert!(text.starts_with(r#"{"$schema":"https://json-schema.org/draft/2020-12/schema","title""#));
    }

    #[test]
    fn only_a_required_key_needs_something_behind_it() {
        let text = || Schema::new(&["string"], "甲", "乙。", "B.");
        let schema = Schema::mapping("丙", "丁。", "D.").required("a", text()).optional("b", text());
        let schema: Value = serde_json::from_str(&json(&schema)).unwrap();
        assert_eq!(schema["properties"]["a"]["pattern"], r"\S");
        assert_eq!(schema["properties"]["b"]["type"], json!(["string", "null"]));
        assert_eq!(schema["required"], json!(["a"]));
    }
}
