//! The schemas and the decoders say the same: a mistake of shape that one of them refuses, the other
//! refuses too. The checker is a crate that knows nothing of us.
//!
//! What a schema cannot see is left to `gongbao check`: names in other files, arithmetic, the order of
//! dates. [`known_difference`] lists the few places where the two part on purpose.

#[path = "schema/full.rs"]
mod full;
mod harness;
#[path = "schema/walk.rs"]
mod walk;

use full::{BASE, BESIDE, File, TEXT};
use gongbao::content::{Kept, Options, read, schema, translate};
use gongbao::diagnostic::{Diagnostic, Diagnostics};
use gongbao::model::{Language, parse_date};
use gongbao::source::yaml::{Node, Scalar};
use gongbao::source::{SourceFile, Sources, front_matter, yaml};
use harness::{Folder, repository, run, tree};
use jsonschema::Validator;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use walk::{about, at, changed, parts, places};

/// Codes of mistakes that a schema sees.
const SHAPE: [&str; 31] = [
    "content/bad-id",
    "content/bad-url",
    "content/bad-licence-url",
    "content/bad-agency-mark",
    "content/bands",
    "content/missing-key",
    "content/not-a-list",
    "content/not-a-mapping",
    "content/not-a-reference",
    "content/not-text",
    "content/publish-kind",
    "content/publish-value",
    "content/unknown-key",
    "content/unknown-word",
    "data/date-for-number",
    "data/not-a-date",
    "data/not-a-number",
    "data/not-a-period",
    "data/not-a-whole-number",
    "data/not-for-kind",
    "data/not-one-number",
    "data/number-with-unit",
    "data/percent",
    "data/row-not-a-list",
    "data/state-without-reason",
    "data/table-and-rows",
    "data/target-word",
    "data/thousands-comma",
    "data/too-large",
    "data/total-not-needed",
    "data/typed-twice",
];

/// Codes of mistakes that a schema may or may not see: the calendar, and those at which a decoder
/// stops before it comes to the shape.
const PERHAPS: [&str; 9] = [
    "content/nothing-to-translate",
    "content/unknown-breakdown",
    "content/unknown-clause",
    "content/unknown-indicator",
    "content/unknown-organisation",
    "data/cells-count",
    "data/file-name",
    "data/no-such-date",
    "data/step-expected",
];

/// A key that no decoder knows, and that is near to none.
const UNKNOWN: &str = "zzzzzzzz";

/// A schema and its checker.
struct Checked {
    schema: Value,
    validator: Validator,
}

fn checked() -> BTreeMap<&'static str, Checked> {
    let of = |described: &schema::Described| {
        let schema: Value = serde_json::from_str(&described.text()).unwrap();
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        (described.name, Checked { schema, validator })
    };
    schema::ALL.iter().map(of).collect()
}

/// The site in which every key is used, on disk: for each file a folder with it and what it rests on.
struct Full {
    files: Vec<File>,
    folders: BTreeMap<&'static str, Folder>,
    schemas: BTreeMap<&'static str, Checked>,
}

/// What the decoders say of a file.
struct Said {
    code: &'static str,
    args: Vec<(&'static str, String)>,
}

impl Said {
    fn arg(&self, wanted: &str) -> Option<&str> {
        self.args.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.as_str())
    }
}

impl Full {
    fn new() -> Self {
        let files = full::files();
        let folder = |file: &File| {
            let folder = Folder::empty();
            for (path, text) in BESIDE {
                folder.write(path, text);
            }
            let original = file.path.replace(".en.", ".");
            let rests_on = |other: &&File| {
                other.path == file.path || other.path == original || BASE.contains(&other.path)
            };
            files.iter().filter(rests_on).for_each(|other| write(&folder, other, &other.value));
            (file.path, folder)
        };
        Full { folders: files.iter().map(folder).collect(), schemas: checked(), files }
    }

    /// Everything that is said of a file while this stands in it.
    fn said(&self, file: &File, value: &Value) -> Vec<Said> {
        let folder = &self.folders[file.path];
        write(folder, file, value);
        let (sources, d) = decoded(folder.path());
        write(folder, file, &file.value);
        let own = d.iter().filter(|problem| path_of(problem, &sources) == Some(file.path));
        own.map(|problem| Said { code: problem.entry.code, args: problem.args.clone() }).collect()
    }

    fn schema(&self, file: &File) -> &Value {
        &self.schemas[file.schema].schema
    }

    fn allows(&self, file: &File, value: &Value) -> bool {
        self.schemas[file.schema].validator.is_valid(value)
    }

    /// A sentence where decoder and schema do not agree on this.
    fn disagreement(&self, file: &File, value: &Value, what: &str) -> Option<String> {
        let codes: Vec<&str> = self.said(file, value).iter().map(|said| said.code).collect();
        let allowed = self.allows(file, value);
        (!agree(allowed, &codes)).then(|| {
            let word = if allowed { "allows" } else { "refuses" };
            format!("{}: {what}: the schema {word} it, the decoder says {codes:?}", file.path)
        })
    }
}

/// True where these codes are what a file has that its schema allows, or refuses.
fn agree(allowed: bool, codes: &[&str]) -> bool {
    let shape = codes.iter().any(|code| SHAPE.contains(code));
    let perhaps = codes.iter().any(|code| PERHAPS.contains(code));
    if allowed { !shape } else { shape || perhaps }
}

/// Writes a value as a file: JSON is YAML.
fn write(folder: &Folder, file: &File, value: &Value) {
    let text = match file.path.strip_suffix(".md") {
        Some(path) if path.ends_with("p/policy") => format!("---\n{value}\n---\n\n{TEXT}"),
        Some(_) => format!("---\n{value}\n---\n\n文字。\n"),
        None => value.to_string(),
    };
    folder.write(file.path, text);
}

/// What the decoders make of a site, so late that nothing in it is held back.
fn decoded(root: &Path) -> (Sources, Diagnostics) {
    let mut d = Diagnostics::new();
    let sources = Sources::read(root, &mut d).unwrap();
    let options = Options { as_of: parse_date("2099-12-31").unwrap(), drafts: true };
    if let Some(site) = read(&sources, &options, &mut Kept::default(), &mut d) {
        translate(&sources, &site, Language::English, &mut d);
    }
    (sources, d)
}

fn path_of<'a>(problem: &Diagnostic, sources: &'a Sources) -> Option<&'a str> {
    problem.place.map(|place| sources.get(place.file).path.as_str())
}

fn none(told: Vec<String>) {
    assert!(told.is_empty(), "\n{}\n", told.join("\n"));
}

fn examples(part: &Value) -> &[Value] {
    part["examples"].as_array().map_or(&[], Vec::as_slice)
}

#[test]
fn every_schema_is_one_in_draft_7_too() {
    for (name, Checked { schema, .. }) in checked() {
        if let Err(error) = jsonschema::meta::validate(&schema) {
            panic!("{name}: {error}");
        }
        // Editors that know draft 7 only check it as such.
        if let Err(error) = jsonschema::draft7::meta::validate(&schema) {
            panic!("{name} as draft 7: {error}");
        }
    }
}

#[test]
fn every_part_explains_itself_in_both_languages() {
    let chinese = |text: &str| text.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    let mut told = Vec::new();
    for (name, Checked { schema, .. }) in checked() {
        // An item of a plain list is described by the list.
        let plain = |path: &str, part: &Value| path.ends_with("[]") && part.get("title").is_none();
        for (path, part) in parts(&schema).into_iter().filter(|(path, part)| !plain(path, part)) {
            let title = part["title"].as_str().unwrap_or_default();
            let words = part["description"].as_str().unwrap_or_default();
            let (zh, en) = words.split_once('\n').unwrap_or_default();
            let titled = title == "id" || chinese(title);
            if !titled || !chinese(zh) || en.is_empty() || en.contains(['。', '，', '：']) {
                told.push(format!("{name}{path}: {title}: {words}"));
            }
            let keyed = part["properties"].is_object();
            let closed = part["additionalProperties"] == false || part["additionalProperties"].is_object();
            if keyed && !closed {
                told.push(format!("{name}{path}: lets any key through"));
            }
            // Mappings, and lists of them, show their keys.
            let shown =
                keyed || part["additionalProperties"].is_object() || part["items"]["title"].is_string();
            if !shown && examples(part).is_empty() {
                told.push(format!("{name}{path}: no example"));
            }
        }
    }
    none(told);
}

#[test]
fn every_example_is_right() {
    let mut told = Vec::new();
    for (name, Checked { schema, .. }) in checked() {
        for (path, part) in parts(&schema) {
            let validator = jsonschema::draft202012::new(part).unwrap();
            let wrong = examples(part).iter().filter(|example| !validator.is_valid(example));
            told.extend(wrong.map(|example| format!("{name}{path}: {example}")));
        }
    }
    none(told);
}

#[test]
fn the_full_site_uses_every_part_and_nobody_objects() {
    let full = Full::new();
    let mut told = Vec::new();
    let mut used: BTreeSet<(&str, String)> = BTreeSet::new();
    for file in &full.files {
        told.extend(full.disagreement(file, &file.value, "as it is"));
        if !full.allows(file, &file.value) {
            told.push(format!("{}: the schema refuses it", file.path));
        }
        for place in places(&file.value) {
            used.extend(about(full.schema(file), &place).into_iter().map(|(path, _)| (file.schema, path)));
        }
    }
    for (name, Checked { schema, .. }) in &full.schemas {
        for (path, part) in parts(schema) {
            // `table:` stands at every depth of the site, though not under every key.
            let named = part["title"].is_string() && !path.ends_with("/table");
            if named && !used.contains(&(*name, path.clone())) {
                told.push(format!("{name}{path}: not in tests/schema/full.rs"));
            }
        }
    }
    none(told);
}

#[test]
fn the_keys_of_every_mapping_are_those_of_its_decoder() {
    let full = Full::new();
    let mut told = Vec::new();
    for file in &full.files {
        for place in places(&file.value) {
            let mut value = file.value.clone();
            let Value::Object(map) = at(&mut value, &place) else { continue };
            map.insert(UNKNOWN.into(), json!(1));
            let said = full.said(file, &value);
            let unknown =
                |said: &&Said| said.code == "content/unknown-key" && said.arg("key") == Some(UNKNOWN);
            let known: Option<BTreeSet<&str>> = said.iter().find(unknown).map(|said| {
                said.arg("known").unwrap().split(" / ").map(|key| key.trim_matches('`')).collect()
            });
            let closed: Vec<BTreeSet<&str>> = about(full.schema(file), &place)
                .iter()
                .filter(|(_, part)| part["additionalProperties"] == false)
                .map(|(_, part)| part["properties"].as_object().unwrap().keys().map(String::as_str).collect())
                .collect();
            let agree = match &known {
                Some(known) => closed.contains(known),
                None => closed.is_empty(),
            };
            if !agree {
                told.push(format!("{} {place:?}: decoder {known:?}, schema {closed:?}", file.path));
            }
        }
    }
    none(told);
}

#[test]
fn a_key_that_must_be_there_is_missed_by_both() {
    let full = Full::new();
    let mut told = Vec::new();
    let mut missed = 0;
    for file in &full.files {
        for place in places(&file.value) {
            let mut value = file.value.clone();
            let Value::Object(map) = at(&mut value, &place) else { continue };
            for key in map.keys().cloned().collect::<Vec<_>>() {
                let without = changed(&file.value, &place, |value| {
                    value.as_object_mut().unwrap().remove(&key);
                });
                let said = full.said(file, &without);
                missed += usize::from(said.iter().any(|said| said.code == "content/missing-key"));
                told.extend(full.disagreement(file, &without, &format!("{place:?} without `{key}`")));
            }
        }
    }
    none(told);
    assert!(missed > 60, "only {missed} keys were missed");
}

#[test]
fn the_words_to_choose_from_are_those_of_the_decoder() {
    let full = Full::new();
    let mut told = Vec::new();
    for file in &full.files {
        for place in places(&file.value) {
            let parts = about(full.schema(file), &place);
            let Some((path, part)) = parts.iter().find(|(_, part)| part["enum"].is_array()) else { continue };
            let wrong = changed(&file.value, &place, |value| *value = json!(UNKNOWN));
            let said = full.said(file, &wrong);
            let allowed = said.iter().find(|said| said.code == "content/unknown-word");
            let allowed = allowed.and_then(|said| said.arg("allowed"));
            let listed = listed(part);
            if allowed != Some(&listed) || full.allows(file, &wrong) {
                told.push(format!("{}{path}: decoder {allowed:?}, schema {listed}", file.schema));
            }
            for word in part["enum"].as_array().unwrap().iter().filter(|word| !word.is_null()) {
                let chosen = changed(&file.value, &place, |value| *value = word.clone());
                if full.said(file, &chosen).iter().any(|said| said.code == "content/unknown-word") {
                    told.push(format!("{}{path}: the decoder does not know {word}", file.schema));
                }
                told.extend(full.disagreement(file, &chosen, &format!("{place:?} = {word}")));
            }
        }
    }
    none(told);
}

/// The words of a schema as the decoder lists them.
fn listed(part: &Value) -> String {
    let words = part["enum"].as_array().unwrap().iter().zip(part["enumDescriptions"].as_array().unwrap());
    let words = words.filter_map(|(word, beside)| {
        let (word, chinese) = (word.as_str()?, beside.as_str()?.split(" / ").next()?);
        Some(if word == chinese { format!("`{word}`") } else { format!("`{word}` {chinese}") })
    });
    words.collect::<Vec<_>>().join(" / ")
}

#[test]
fn a_value_of_the_wrong_kind_is_refused_by_both() {
    let full = Full::new();
    let wrong = [
        json!(null),
        json!("文字"),
        json!(7),
        json!(-1.5),
        json!(["文字"]),
        json!([]),
        json!({ UNKNOWN: 1 }),
        json!({}),
    ];
    let mut told = Vec::new();
    for file in &full.files {
        for place in places(&file.value) {
            for instead in wrong.iter().filter(|instead| !known_difference(&place, instead)) {
                let value = changed(&file.value, &place, |value| *value = instead.clone());
                told.extend(full.disagreement(file, &value, &format!("{place:?} = {instead}")));
            }
        }
    }
    none(told);
}

/// Where the schema is stricter than the decoder, or cannot see what the decoder sees.
fn known_difference(place: &[Value], instead: &Value) -> bool {
    let last = place.iter().rev().find_map(Value::as_str).unwrap_or_default();
    let milestone = place.contains(&json!("制度"));
    // Four edges that do not fall: arithmetic.
    (last == "edges" && instead.is_number())
        // No step at all; only the indicator's kind tells that it is not a wrong figure.
        || (milestone && last == "制度" && *instead == json!([]))
}

/// The schema that describes a file.
fn schema_of(path: &str) -> Option<&'static str> {
    let parts: Vec<&str> = path.split('/').collect();
    // The narrower patterns, those of translations, come last.
    let found = schema::ALL.iter().rev().find(|described| {
        let pattern: Vec<&str> = described.files.split('/').collect();
        let fits = |(pattern, part): (&&str, &&str)| match pattern.strip_prefix('*') {
            Some(ending) => part.ends_with(ending),
            None => pattern == part,
        };
        pattern.len() == parts.len() && pattern.iter().zip(&parts).all(fits)
    });
    found.map(|described| described.name)
}

/// A file, or its head, as JSON; none where it is no YAML.
fn as_json(file: &SourceFile) -> Option<Value> {
    let mut d = Diagnostics::new();
    let text = file.text.as_deref()?;
    let range = match file.path.ends_with(".md") {
        true => front_matter::split(file, &mut d)?.yaml?,
        false => 0..text.len(),
    };
    let node = yaml::parse(file, range, &mut d)?;
    d.is_empty().then(|| json_of(&node))
}

/// As the core schema of YAML 1.2 reads it, which editors go by: days and months are texts, years numbers.
fn json_of(node: &Node) -> Value {
    match &node.value {
        yaml::Value::Null | yaml::Value::Broken => Value::Null,
        yaml::Value::Scalar(scalar) => scalar_of(scalar),
        yaml::Value::Sequence(items) => items.iter().map(json_of).collect(),
        yaml::Value::Mapping(entries) => {
            let entries = entries.iter().map(|(key, node)| (key.text.to_string(), json_of(node)));
            Value::Object(entries.collect::<Map<_, _>>())
        }
    }
}

fn scalar_of(scalar: &Scalar) -> Value {
    let text = scalar.text.as_ref();
    match text {
        _ if !scalar.plain => json!(text),
        "true" | "True" | "TRUE" => json!(true),
        "false" | "False" | "FALSE" => json!(false),
        _ => match (text.parse::<i64>(), text.parse::<f64>()) {
            (Ok(whole), _) => json!(whole),
            (_, Ok(number)) if text.starts_with(|c: char| "+-.0123456789".contains(c)) => json!(number),
            _ => json!(text),
        },
    }
}

/// The sample, the starter and every fixture.
fn sites() -> Vec<(PathBuf, Folder)> {
    let root = repository();
    let fixtures = std::fs::read_dir(root.join("tests/sites")).unwrap().map(|entry| entry.unwrap().path());
    let mut sites: Vec<(PathBuf, Folder)> = fixtures
        .filter(|path| path.is_dir())
        .map(|path| {
            let folder = Folder::fixture(&path);
            (path, folder)
        })
        .collect();
    sites.push((root.to_path_buf(), Folder::sample()));
    let starter = root.join("src/cli/starter");
    let folder = Folder::copy_of(&starter);
    sites.push((starter, folder));
    sites
}

#[test]
fn of_every_site_they_think_the_same() {
    let schemas = checked();
    let mut told = Vec::new();
    let (mut fine, mut faulty) = (0, 0);
    for (site, folder) in sites() {
        let (sources, d) = decoded(folder.path());
        for file in sources.iter() {
            let Some(name) = schema_of(&file.path) else { continue };
            let Some(value) = as_json(file) else { continue };
            let own = d.iter().filter(|problem| path_of(problem, &sources) == Some(file.path.as_str()));
            // A problem of no length is one of the file's name.
            let own = own.filter(|problem| problem.place.is_some_and(|place| place.len > 0));
            let codes: Vec<&str> = own.map(|problem| problem.entry.code).collect();
            let errors: Vec<String> = schemas[name]
                .validator
                .iter_errors(&value)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            if !agree(errors.is_empty(), &codes) {
                told.push(format!("{} {}: schema {errors:?}, decoder {codes:?}", site.display(), file.path));
            }
            match errors.is_empty() {
                true => fine += 1,
                false => faulty += 1,
            }
        }
    }
    none(told);
    assert!(fine > 150 && faulty > 15, "{fine} files are fine, {faulty} are not");
}

#[test]
fn the_command_lists_prints_and_writes() {
    let names: Vec<&str> = schema::ALL.iter().map(|described| described.name).collect();
    for language in ["zh-CN", "en"] {
        let ran = run(&["--lang", language, "schema"]);
        let listed: Vec<&str> =
            ran.stdout.lines().filter_map(|line| line.split_whitespace().next()).collect();
        assert_eq!((ran.code, listed), (0, names.clone()));
    }
    let ran = run(&["schema", "site"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_eq!(ran.stdout, schema::find("site").unwrap().text());
    let ran = run(&["schema", "sites"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("sites") && ran.stderr.contains("organisations"), "{}", ran.stderr);

    let folder = Folder::empty();
    folder.write("schemas/own.txt", "mine").write("schemas/site.schema.json", "old");
    let target = folder.at("schemas");
    let ran = run(&["schema", "--output", target.to_str().unwrap()]);
    assert_eq!((ran.code, ran.stderr.matches("写入").count()), (0, names.len()), "{}", ran.stderr);
    let files = tree(&target);
    assert_eq!(files.len(), names.len() + 1);
    assert_eq!(files["own.txt"], b"mine");
    assert_eq!(files["site.schema.json"], schema::find("site").unwrap().text().as_bytes());
    let ran = run(&["schema", "--output", target.to_str().unwrap()]);
    assert_eq!((ran.code, ran.stderr.matches("未变").count()), (0, names.len()), "{}", ran.stderr);
    let ran = run(&["schema", "--output", folder.at("schemas/own.txt").to_str().unwrap()]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.starts_with("错误：无法写入"), "{}", ran.stderr);
}
