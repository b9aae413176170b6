//! `content/allow.yaml` and `content/words.yaml` -> what the inspector is told.

use super::decode::{self, Allowed, Fields};
use super::document;
use crate::diagnostic::catalogue::{self, content};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::model::{Allowance, Inspection, WatchedWord};
use crate::source::Sources;
use crate::source::yaml::Node;

/// Where the allowances stand.
const ALLOW: &str = "content/allow.yaml";

/// Where the words stand.
const WORDS: &str = "content/words.yaml";

/// How much a word matters.
const SEVERITIES: &[Allowed<bool>] = &[("warning", "警告", false), ("error", "错误", true)];

/// True for the files that are read here, by their path below `content/`.
pub(crate) fn is_inspection(path: &str) -> bool {
    path == "allow.yaml" || path == "words.yaml"
}

/// Reads both files; a file that is not there says nothing.
pub(crate) fn read(sources: &Sources, d: &mut Diagnostics) -> Inspection {
    Inspection {
        allowances: items(sources, ALLOW, d, allowance),
        words: items(sources, WORDS, d, watched_word),
    }
}

/// The items of a list.
fn items<T>(
    sources: &Sources,
    path: &str,
    d: &mut Diagnostics,
    item: fn(&Node, &mut Diagnostics) -> Option<T>,
) -> Vec<T> {
    let Some(file) = sources.find(path) else { return Vec::new() };
    let Some(node) = document::read_yaml(file, d) else { return Vec::new() };
    let nodes = decode::list(&node, path.trim_start_matches("content/"), d).unwrap_or_default();
    nodes.iter().filter_map(|node| item(node, d)).collect()
}

fn allowance(node: &Node, d: &mut Diagnostics) -> Option<Allowance> {
    let mut fields = Fields::of(node, "allow.yaml", d)?;
    let code = fields.required_text("code", d);
    let place = fields.node("code").map_or(node.place, |node| node.place);
    let file = fields.required_text("file", d);
    let text = fields.text("text", d);
    fields.required_text("reason", d);
    fields.finish(d);
    let code = code?;
    let known = catalogue::all();
    match known.iter().find(|entry| entry.code == code) {
        None => {
            let codes = known.iter().filter(|entry| entry.severity == Severity::Warning);
            let problem = Diagnostic::at(content::ALLOW_UNKNOWN, place).with("code", &code);
            d.push(problem.suggest(&code, codes.map(|entry| entry.code)));
            None
        }
        Some(entry) if entry.severity == Severity::Error => {
            d.push(Diagnostic::at(content::ALLOW_ERROR, place).with("code", &code));
            None
        }
        Some(_) => {
            let file = file?;
            let below = file.strip_prefix("content/").unwrap_or(&file);
            let file = if below.starts_with("themes/") { file } else { format!("content/{below}") };
            Some(Allowance { code, file, text, place })
        }
    }
}

fn watched_word(node: &Node, d: &mut Diagnostics) -> Option<WatchedWord> {
    let mut fields = Fields::of(node, "words.yaml", d)?;
    let word = fields.required_text("word", d);
    let place = fields.node("word").map_or(node.place, |node| node.place);
    let watched = WatchedWord {
        word: word.clone().unwrap_or_default(),
        instead: fields.text("instead", d).unwrap_or_default(),
        reason: fields.text("reason", d).unwrap_or_default(),
        except: fields.words("except", d),
        forbidden: fields.word("severity", SEVERITIES, d).unwrap_or(false),
        place,
    };
    fields.finish(d);
    word.map(|_| watched)
}
