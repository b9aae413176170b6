//! Places in a value, what a schema says of them, and mistakes put into them.

use serde_json::Value;

/// A place: the keys and positions that lead to it.
pub(crate) type Place = Vec<Value>;

/// Every place of a value, itself first.
pub(crate) fn places(value: &Value) -> Vec<Place> {
    fn gather(value: &Value, here: &Place, all: &mut Vec<Place>) {
        all.push(here.clone());
        let below = |step: Value| [here.as_slice(), &[step]].concat();
        match value {
            Value::Object(map) => {
                map.iter().for_each(|(key, value)| gather(value, &below(key.clone().into()), all));
            }
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(n, value)| gather(value, &below(n.into()), all));
            }
            _ => {}
        }
    }
    let mut all = Vec::new();
    gather(value, &Vec::new(), &mut all);
    all
}

/// What stands there.
pub(crate) fn at<'a>(value: &'a mut Value, place: &[Value]) -> &'a mut Value {
    place.iter().fold(value, |value, step| match step {
        Value::String(key) => &mut value[key.as_str()],
        step => &mut value[usize::try_from(step.as_u64().unwrap()).unwrap()],
    })
}

/// A changed copy.
pub(crate) fn changed(value: &Value, place: &[Value], change: impl FnOnce(&mut Value)) -> Value {
    let mut copy = value.clone();
    change(at(&mut copy, place));
    copy
}

/// Every part of a schema that may speak of a place, each with its own place in the schema.
pub(crate) fn about<'a>(schema: &'a Value, place: &[Value]) -> Vec<(String, &'a Value)> {
    place.iter().fold(forms(String::new(), schema), |parts, step| {
        let below = parts.into_iter().filter_map(|(path, part)| {
            let (next, path) = match step {
                Value::String(key) => match part["properties"].get(key) {
                    Some(found) => (found, format!("{path}/{key}")),
                    None => (part.get("additionalProperties")?, format!("{path}/*")),
                },
                _ => (part.get("items")?, format!("{path}/[]")),
            };
            next.is_object().then(|| forms(path, next))
        });
        below.flatten().collect()
    })
}

/// Every part of a schema, with its place in it.
pub(crate) fn parts(schema: &Value) -> Vec<(String, &Value)> {
    fn gather<'a>(found: Vec<(String, &'a Value)>, all: &mut Vec<(String, &'a Value)>) {
        for (path, part) in found {
            for (key, value) in part["properties"].as_object().into_iter().flatten() {
                gather(forms(format!("{path}/{key}"), value), all);
            }
            if let Some(value) = part.get("additionalProperties").filter(|value| value.is_object()) {
                gather(forms(format!("{path}/*"), value), all);
            }
            if let Some(value) = part.get("items") {
                gather(forms(format!("{path}/[]"), value), all);
            }
            all.push((path, part));
        }
    }
    let mut all = Vec::new();
    gather(forms(String::new(), schema), &mut all);
    all
}

/// A part, or the forms that it may take.
fn forms(path: String, part: &Value) -> Vec<(String, &Value)> {
    // Forms have a title; what else stands behind `anyOf` are conditions.
    let several = part["anyOf"].as_array().into_iter().flatten().filter(|form| form.get("title").is_some());
    let either = [part.get("then"), part.get("else")].into_iter().flatten();
    let below: Vec<(String, &Value)> =
        several.chain(either).enumerate().flat_map(|(n, form)| forms(format!("{path}|{n}"), form)).collect();
    if below.is_empty() { vec![(path, part)] } else { below }
}
