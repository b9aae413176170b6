//! Two hundred small mistakes, each made in a valid site by rule: none may be wrong in silence.
//!
//! The site of `init` is spoilt by a slip of the hand in one line: a character or a colon gone, a digit
//! in full width, a wrong indent, a line twice. Then either the facts that are published stay the same,
//! or what changed is what the line now says, or the slip is told at its line.

mod harness;

use gongbao::content::{self, Options};
use gongbao::diagnostic::{Diagnostics, Files as _, locate};
use gongbao::model::{Article, Figure, Indicator, Place, Policy, Site, Target, parse_date};
use gongbao::source::Sources;
use harness::{Folder, TODAY, repository};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// How many lines a kind of slip spoils.
const EACH: usize = 18;

/// A kind of slip: its name, and what becomes of the lines when line `n` is spoilt; none where it cannot be.
type Slip = (&'static str, fn(&[String], usize, &mut Dice) -> Option<Vec<String>>);

const SLIPS: [Slip; 19] = [
    ("a character is missing", |lines, n, dice| {
        let characters: Vec<char> = lines[n].chars().collect();
        let at = dice.pick(characters.len())?;
        (!characters[at].is_whitespace()).then_some(())?;
        let left = characters.iter().enumerate().filter(|(m, _)| *m != at).map(|(_, c)| *c).collect();
        with(lines, n, left)
    }),
    ("a character stands twice", |lines, n, dice| {
        let mut characters: Vec<char> = lines[n].chars().collect();
        let at = dice.pick(characters.len())?;
        characters.insert(at, characters[at]);
        with(lines, n, characters.into_iter().collect())
    }),
    ("two characters have changed places", |lines, n, dice| {
        let mut characters: Vec<char> = lines[n].chars().collect();
        let at = dice.pick(characters.len().checked_sub(1)?)?;
        characters.swap(at, at + 1);
        with(lines, n, characters.into_iter().collect())
    }),
    ("the line is missing", |lines, n, _| {
        let mut left = lines.to_vec();
        left.remove(n);
        Some(left)
    }),
    ("the line stands twice", |lines, n, _| {
        let mut twice = lines.to_vec();
        twice.insert(n, lines[n].clone());
        Some(twice)
    }),
    ("the line and the next have changed places", |lines, n, _| {
        let mut swapped = lines.to_vec();
        (n + 1 < lines.len() && !lines[n + 1].trim().is_empty()).then(|| swapped.swap(n, n + 1))?;
        Some(swapped)
    }),
    ("the file ends here", |lines, n, _| Some(lines[..=n].to_vec())),
    ("the line is cut in half", |lines, n, _| {
        let half = lines[n].chars().count() / 2;
        with(lines, n, lines[n].chars().take(half).collect())
    }),
    ("no colon", |lines, n, _| replaced(lines, n, ":", "")),
    ("a full-width colon", |lines, n, _| replaced(lines, n, ":", "：")),
    ("no space after the colon", |lines, n, _| replaced(lines, n, ": ", ":")),
    ("a digit in full width", |lines, n, dice| {
        let digits: Vec<usize> =
            lines[n].match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at).collect();
        let at = digits[dice.pick(digits.len())?];
        let digit = u32::from(lines[n].as_bytes()[at] - b'0');
        let mut line = lines[n].clone();
        line.replace_range(at..=at, &char::from_u32('０' as u32 + digit)?.to_string());
        with(lines, n, line)
    }),
    ("another digit", |lines, n, dice| {
        let digits: Vec<usize> =
            lines[n].match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at).collect();
        let at = digits[dice.pick(digits.len())?];
        let digit = (lines[n].as_bytes()[at] - b'0' + 1 + u8::try_from(dice.pick(9)?).ok()?) % 10;
        let mut line = lines[n].clone();
        line.replace_range(at..=at, &digit.to_string());
        with(lines, n, line)
    }),
    ("a space too many before it", |lines, n, _| with(lines, n, format!(" {}", lines[n]))),
    ("a space too few before it", |lines, n, _| with(lines, n, lines[n].strip_prefix(' ')?.to_string())),
    ("a tab before it", |lines, n, _| with(lines, n, format!("\t{}", lines[n].trim_start()))),
    ("a unit after the number", |lines, n, _| {
        let line = lines[n].trim_end();
        line.ends_with(|c: char| c.is_ascii_digit()).then(|| with(lines, n, format!("{line}个")))?
    }),
    ("a month that there is not", |lines, n, _| replaced(lines, n, "-0", "-2")),
    ("a bracket or quote is not closed", |lines, n, _| {
        let at = lines[n].rfind(['}', ']', '"', '）'])?;
        let mut line = lines[n].clone();
        line.remove(at);
        with(lines, n, line)
    }),
];

fn with(lines: &[String], n: usize, line: String) -> Option<Vec<String>> {
    let mut changed = lines.to_vec();
    (line != lines[n]).then(|| changed[n] = line)?;
    Some(changed)
}

fn replaced(lines: &[String], n: usize, old: &str, new: &str) -> Option<Vec<String>> {
    lines[n].contains(old).then(|| with(lines, n, lines[n].replacen(old, new, 1)))?
}

/// The same throws each time.
struct Dice(u64);

impl Dice {
    /// Below `sides`; none without any.
    fn pick(&mut self, sides: usize) -> Option<usize> {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let sides = u64::try_from(sides).unwrap();
        (sides > 0).then(|| usize::try_from((self.0 >> 33) % sides).unwrap())
    }
}

/// What came of a slip.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Outcome {
    /// What is published is the same.
    Harmless,
    /// What changed is what the line now says.
    Shown,
    /// It is told at its line.
    Told,
    /// It is told where it does harm, with the spoilt file named or its words repeated.
    ToldElsewhere,
    /// It is told, but nobody would find it.
    Lost,
    /// Something else changed, and nothing was said.
    Silent,
}

/// Path and lines of a file that is spoilt.
type File = (String, Vec<String>);

/// The files that are spoilt, by line.
fn files(folder: &Folder) -> Vec<File> {
    let mut files: Vec<File> = harness::tree(folder.path())
        .into_iter()
        .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap().lines().map(str::to_string).collect()))
        .collect();
    files.retain(|(path, _)| path.ends_with(".yaml") || path.ends_with(".md"));
    files
}

/// Reads the site: facts, and what was said.
fn read(folder: &Folder) -> (Option<BTreeMap<String, String>>, Diagnostics, Sources) {
    let mut d = Diagnostics::new();
    let sources = Sources::read(folder.path(), &mut d).unwrap();
    let options = Options { as_of: parse_date(TODAY).unwrap(), drafts: false };
    let site = content::read(&sources, &options, &mut content::Kept::default(), &mut d);
    (site.map(|site| facts(&site)), d, sources)
}

#[test]
fn no_slip_is_wrong_in_silence() {
    let folder = Folder::copy_of(&repository().join("src/cli/starter"));
    let files = files(&folder);
    let (before, d, _) = read(&folder);
    let before = before.unwrap();
    assert!(d.is_empty() && before.len() > 100, "{} facts", before.len());
    // Every line that says anything.
    let lines: Vec<(usize, usize)> = files
        .iter()
        .enumerate()
        .flat_map(|(f, (_, lines))| (0..lines.len()).map(move |n| (f, n)))
        .filter(|(f, n)| {
            let line = files[*f].1[*n].trim();
            !line.is_empty() && !line.starts_with('#')
        })
        .collect();
    let (mut table, mut faults, mut count) = (String::new(), 0, BTreeMap::new());
    for (s, (name, slip)) in SLIPS.iter().enumerate() {
        let mut dice = Dice(7 + s as u64);
        let mut done = 0;
        // The dice may fall on lines that this slip cannot spoil.
        for _ in 0..EACH * 20 {
            if done == EACH {
                break;
            }
            let (f, n) = lines[dice.pick(lines.len()).unwrap()];
            let (path, old) = &files[f];
            let Some(new) = slip(old, n, &mut dice) else { continue };
            done += 1;
            folder.write(path, new.join("\n") + "\n");
            let (after, d, sources) = read(&folder);
            folder.write(path, old.join("\n") + "\n");
            let spoilt = Spoilt { path, old, new: &new, n };
            let (outcome, why) = spoilt.judge(&before, after.as_ref(), &d, &sources);
            *count.entry(outcome).or_insert(0) += 1;
            faults += usize::from(outcome >= Outcome::Lost);
            let now = new.get(n).map_or("", String::as_str);
            let _ = writeln!(
                table,
                "{outcome:?}: {name}\n    {path}:{}\n    - {}\n    + {now}\n    {why}",
                n + 1,
                old[n]
            );
        }
    }
    let all: usize = count.values().sum();
    assert!(all >= 200, "only {all} slips");
    let elsewhere = count.get(&Outcome::ToldElsewhere).copied().unwrap_or(0);
    assert!(elsewhere * 8 <= all, "{elsewhere} of {all} slips are told, but not at their line\n{table}");
    assert!(faults == 0, "{faults} of {all} slips are wrong in silence, or lost; {count:?}\n{table}");
}

/// A file with a slip in it.
struct Spoilt<'a> {
    path: &'a str,
    old: &'a [String],
    new: &'a [String],
    /// The line, from 0.
    n: usize,
}

impl Spoilt<'_> {
    fn judge(
        &self,
        before: &BTreeMap<String, String>,
        after: Option<&BTreeMap<String, String>>,
        d: &Diagnostics,
        sources: &Sources,
    ) -> (Outcome, String) {
        let told: Vec<(Place, String)> = d
            .iter()
            .flat_map(|problem| {
                let words: Vec<&str> = problem.args.iter().map(|(_, value)| value.as_str()).collect();
                let said = format!("{} {}", problem.entry.code, words.join(" "));
                let places = problem.place.into_iter().chain(problem.also.iter().map(|also| also.0));
                places.map(move |place| (place, said.clone())).collect::<Vec<_>>()
            })
            .collect();
        let own = |place: &Place| sources.path(place.file) == self.path;
        // A line that is gone leaves the one before it and the one behind.
        let near = |place: &Place| own(place) && locate(sources, *place).line.abs_diff(self.n + 1) <= 1;
        let why = told.iter().map(|(place, said)| {
            let at = locate(sources, *place);
            format!("{}:{} {said}", at.path, at.line)
        });
        let why = why.collect::<Vec<_>>().join("\n    ");
        if told.iter().any(|(place, _)| near(place)) {
            return (Outcome::Told, why);
        }
        if !d.is_empty() {
            // What somebody reads leads to the line: it repeats its words, or stands in the same file.
            let words = normal(&(self.spoilt() + &self.gone()));
            let repeats = |said: &str| {
                said.split(' ').skip(1).any(|word| normal(word).len() > 1 && words.contains(&normal(word)))
            };
            let found = told.iter().any(|(place, said)| own(place) || repeats(said));
            return (if found { Outcome::ToldElsewhere } else { Outcome::Lost }, why);
        }
        let Some(after) = after else { return (Outcome::Lost, "no site, and nothing said".to_string()) };
        let unexplained: Vec<String> = self.unexplained(before, after);
        match (before == after, unexplained.is_empty()) {
            (true, _) => (Outcome::Harmless, String::new()),
            (false, true) => (Outcome::Shown, String::new()),
            (false, false) => (Outcome::Silent, unexplained.join("\n    ")),
        }
    }

    /// The lines as they are now, around the slip.
    fn spoilt(&self) -> String {
        self.new[self.n.min(self.new.len())..(self.n + 2).min(self.new.len())].join("\n")
    }

    /// What the file has no more.
    fn gone(&self) -> String {
        let cut = if self.new.len() + 1 < self.old.len() { self.old.len() } else { self.n + 2 };
        self.old[self.n..cut.min(self.old.len())].join("\n")
    }

    /// The facts that changed to something that the spoilt lines do not say, or that went without having
    /// stood in them. A text may change wherever the file says so: it is read as a whole.
    fn unexplained(
        &self,
        before: &BTreeMap<String, String>,
        after: &BTreeMap<String, String>,
    ) -> Vec<String> {
        let (now, was) = (normal(&self.spoilt()), normal(&self.gone()));
        let whole = normal(&self.new.join("\n"));
        let prose = self.path.ends_with(".md");
        let says = |lines: &str, value: &str| {
            let value = normal(value);
            value.is_empty()
                || lines.contains(&value)
                || (prose && value.len() > 12 && whole.contains(&value))
        };
        let mut found = Vec::new();
        for (key, value) in after.iter().filter(|(key, value)| before.get(*key) != Some(value)) {
            let name = key.rsplit('/').next().unwrap();
            // Under a name that the line now says, what stood under the name that it said.
            let renamed = !before.contains_key(key)
                && before.iter().any(|(old, same)| same == value && !after.contains_key(old));
            if !(says(&now, value) || renamed && key.split('/').any(|part| says(&now, part))) {
                found.push(format!("{key} = {value} (was {:?}) {name}", before.get(key)));
            }
        }
        for (key, value) in before.iter().filter(|(key, _)| !after.contains_key(*key)) {
            let known = says(&was, value) || key.split('/').any(|part| part.len() > 3 && says(&was, part));
            if !known {
                found.push(format!("{key} = {value} is gone"));
            }
        }
        found
    }
}

/// Letters and digits only: marks and widths are the program's to choose.
fn normal(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// HTML without tags.
fn plain(html: &str) -> String {
    let mut inside = false;
    let mut keep = |c: char| {
        let kept = !inside && c != '<';
        inside = c == '<' || (inside && c != '>');
        kept
    };
    html.chars().filter(|c| keep(*c)).collect()
}

/// What a site says, by name: all that is read from its files and then published.
fn facts(site: &Site) -> BTreeMap<String, String> {
    let mut facts = BTreeMap::new();
    let mut say = |key: &str, value: String| {
        if !value.is_empty() {
            facts.insert(key.to_string(), value);
        }
    };
    let settings = &site.settings;
    say("site/title", settings.title.clone());
    say("site/organisation", settings.organisation.clone());
    say("site/notice", settings.notice.clone().unwrap_or_default());
    say("site/column", settings.portal.column.name.clone().unwrap_or_default());
    say("site/description", settings.portal.column.description.clone().unwrap_or_default());
    settings
        .portal
        .column
        .keywords
        .iter()
        .for_each(|word| say(&format!("site/keywords/{word}"), word.clone()));
    for (_, organisation) in site.organisations.iter() {
        let key = format!("organisations/{}", organisation.id);
        say(&key, organisation.name.clone());
        for alias in &organisation.aliases {
            say(&format!("{key}/{alias}"), alias.clone());
        }
        let members = organisation.members.iter().map(|ix| site.organisations.get(*ix).name.clone());
        members.for_each(|name| say(&format!("{key}/members/{name}"), name.clone()));
    }
    for page in &site.pages {
        say(&format!("pages/{}/title", page.id), page.title.clone());
        say(&format!("pages/{}/body", page.id), plain(&page.body));
    }
    site.policies.iter().for_each(|policy| policy_facts(site, policy, &mut say));
    facts
}

fn policy_facts(site: &Site, policy: &Policy, say: &mut impl FnMut(&str, String)) {
    let head = &policy.metadata;
    let own = [
        ("title", head.title.clone()),
        ("short", head.short_title.clone()),
        ("number", head.document_number.clone().unwrap_or_default()),
        ("topic", head.topic.clone().unwrap_or_default()),
        ("genre", head.genre.clone().unwrap_or_default()),
        ("issuer", head.issuer.clone()),
        ("issued", head.issued.to_string()),
        ("published", head.published.stamp()),
        ("from", head.period.map(|(from, _)| from.to_string()).unwrap_or_default()),
        ("to", head.period.map(|(_, to)| to.to_string()).unwrap_or_default()),
        ("lead", plain(&policy.text.lead)),
    ];
    own.into_iter().for_each(|(key, value)| say(&format!("policy/{key}"), value));
    for clause in &policy.text.clauses {
        say(&format!("clauses/{}/heading", clause.path), clause.heading.clone());
        say(&format!("clauses/{}/body", clause.path), plain(&clause.body));
        for name in clause.tails.iter().flat_map(|tail| &tail.names) {
            say(&format!("clauses/{}/answers/{}", clause.path, name.name), name.name.clone());
        }
    }
    policy.attachments.iter().for_each(|a| say(&format!("attachments/{}", a.n), a.name.clone()));
    policy.indicators.iter().for_each(|indicator| indicator_facts(site, policy, indicator, say));
    for report in &policy.reports {
        let published = report.published.map(|moment| moment.stamp()).unwrap_or_default();
        say(&format!("reports/{}/published", report.period), published);
        say(
            &format!("reports/{}/summary", report.period),
            plain(report.summary.as_deref().unwrap_or_default()),
        );
    }
    for said in &policy.statements {
        let key = format!("said/{}/{}", said.period, policy.text.clause(said.clause).path);
        let parts = [("done", &said.done), ("next", &said.next), ("obstacle", &said.obstacle)];
        let more = [("evidence", &said.evidence), ("reason", &said.reason)];
        for (part, words) in parts.into_iter().chain(more) {
            say(&format!("{key}/{part}"), words.clone().unwrap_or_default());
        }
    }
    policy.interpretations.iter().chain(&policy.cases).for_each(|article| article_facts(article, say));
}

fn article_facts(article: &Article, say: &mut impl FnMut(&str, String)) {
    say(&format!("articles/{}/title", article.id), article.title.clone());
    say(&format!("articles/{}/published", article.id), article.published.stamp());
    say(&format!("articles/{}/by", article.id), article.by.clone().unwrap_or_default());
    say(&format!("articles/{}/body", article.id), plain(&article.body));
}

fn indicator_facts(site: &Site, policy: &Policy, indicator: &Indicator, say: &mut impl FnMut(&str, String)) {
    let key = format!("indicators/{}", indicator.id);
    let clause = |ix| policy.text.clause(ix).path.clone();
    say(&format!("{key}/name"), indicator.name.clone());
    say(&format!("{key}/unit"), indicator.unit.clone());
    say(&format!("{key}/clause"), indicator.clause.map(clause).unwrap_or_default());
    indicator.serves.iter().for_each(|ix| say(&format!("{key}/serves/{}", clause(*ix)), clause(*ix)));
    let owner = indicator.owner.map(|ix| site.organisations.get(ix).name.clone());
    say(&format!("{key}/owner"), owner.unwrap_or_default());
    say(&format!("{key}/definition"), indicator.definition.clone().unwrap_or_default());
    let due = indicator.due.map(|due| format!("{} {}", due.months, due.day)).unwrap_or_default();
    say(&format!("{key}/due"), due.clone());
    if let Some(baseline) = indicator.baseline {
        say(&format!("{key}/baseline/{}", baseline.period), baseline.value.to_string());
    }
    for Target { by, word, value, .. } in &indicator.targets {
        say(&format!("{key}/targets/{by}/{}", word.key()), value.to_string());
    }
    indicator.steps.iter().for_each(|step| say(&format!("{key}/steps/{}", step.by), step.name.clone()));
    for reached in &indicator.reached {
        say(&format!("{key}/reached/{}", indicator.steps[reached.step].name), reached.on.to_string());
    }
    indicator.figures.iter().for_each(|figure| figure_facts(&format!("{key}/figures"), figure, say));
    for breakdown in &indicator.breakdowns {
        // Without one the title is made of the indicator's name.
        let annex = breakdown.annex.map(|n| n.to_string()).unwrap_or_default();
        say(&format!("{key}/{}/annex", breakdown.id), annex);
        for row in &breakdown.rows {
            let key = format!("{key}/{}/{}", breakdown.id, site.organisations.get(row.organisation).name);
            for (column, target) in breakdown.columns.iter().zip(&row.targets) {
                say(&format!("{key}/{column}"), target.map(|value| value.to_string()).unwrap_or_default());
            }
            row.figures.iter().for_each(|figure| figure_facts(&format!("{key}/figures"), figure, say));
        }
    }
}

fn figure_facts(key: &str, figure: &Figure, say: &mut impl FnMut(&str, String)) {
    let key = format!("{key}/{}", figure.period);
    say(&key, figure.value.to_string());
    if let Some((was, on)) = figure.was() {
        say(&format!("{key}/was"), was.to_string());
        say(&format!("{key}/revised"), on.map(|day| day.to_string()).unwrap_or_default());
    }
    say(&format!("{key}/note"), figure.note().unwrap_or_default().to_string());
}
