//! A policy as one page: its text, its progress and its indicators, with styles, scripts, pictures and tables inside.
//!
//! It is made of the pages of the site, so it looks as they do whatever the theme. A link to what is inside leads
//! there; a file of the policy is carried along; any other page is named by its full address, or, where the site
//! has none, only by its words.

use super::fault::Fault;
use super::links::{self, Way};
use super::markup::{self, Tag, Token, escaped, unescaped};
use crate::diagnostic::Diagnostics;
use crate::output::Memory;
use crate::plan::urls;
use crate::render::{self, Input, Whole};
use std::collections::{BTreeMap, BTreeSet};

/// What sets the parts apart; themes know nothing of them.
const APART: &str = "margin-top:4rem;padding-top:1rem;border-top:1px solid currentColor";

/// One policy as one page.
///
/// # Errors
/// Where the theme's pages have no `<main>`, or cannot be made.
pub(super) fn single(input: &Input, n: usize, d: &mut Diagnostics) -> Result<Vec<u8>, Fault> {
    let policy = &input.site.policies[n];
    let text = urls::policy(&policy.id);
    let mut parts = vec![(urls::progress(&policy.id), "part-progress".to_string())];
    parts.extend(
        policy
            .indicators
            .iter()
            .map(|own| (urls::indicator(&policy.id, &own.id), format!("part-{}", own.id))),
    );
    parts.retain(|(path, _)| input.plan.job(path).is_some());
    let gathered = Whole::of(input);
    let pages =
        made((input, &gathered), std::iter::once(&text).chain(parts.iter().map(|(path, _)| path)), d)?;
    let whole = |path: &str| pages.get(path).map(String::as_str).unwrap_or_default();
    let mut file = File { input, whole: &gathered, places: BTreeMap::new(), d };
    let mut used = BTreeSet::new();
    file.places.insert(text.clone(), Place::of(whole(&text), String::new(), &mut used));
    for (path, part) in &parts {
        let main = main(whole(path)).ok_or_else(|| Fault::Page(path.clone()))?;
        used.insert(part.clone());
        file.places.insert(path.clone(), Place::of(main, part.clone(), &mut used));
    }
    let mut sections = String::new();
    for (path, part) in &parts {
        let inside = main(whole(path)).unwrap_or_default();
        sections += &format!(
            "<section id=\"{part}\" style=\"{APART}\">{}</section>\n",
            file.page(path, inside, true)
        );
    }
    let page = file.page(&text, whole(&text), false);
    let end = page.rfind("</main>").ok_or_else(|| Fault::Page(text.clone()))?;
    Ok(format!("{}{sections}{}", &page[..end], &page[end..]).into_bytes())
}

/// The pages under these paths.
fn made<'a>(
    (input, whole): (&Input, &Whole),
    paths: impl Iterator<Item = &'a String>,
    d: &mut Diagnostics,
) -> Result<BTreeMap<String, String>, Fault> {
    let memory = Memory::new();
    for path in paths {
        if let Some(job) = input.plan.job(path) {
            render::make(input, whole, job, &memory, d).map_err(Fault::at(path))?;
        }
    }
    let files = memory.into_files().into_iter();
    Ok(files.map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned())).collect())
}

/// What stands in `<main>`.
fn main(html: &str) -> Option<&str> {
    let open = html.find("<main")?;
    let start = open + html[open..].find('>')? + 1;
    let end = html.rfind("</main>")?;
    html.get(start..end)
}

/// A page inside of the file: its id there, and what its own ids became.
struct Place {
    part: String,
    ids: BTreeMap<String, String>,
}

impl Place {
    /// Ids that another part has already get the name of their part before them.
    fn of(html: &str, part: String, used: &mut BTreeSet<String>) -> Place {
        let mut ids = BTreeMap::new();
        for token in markup::tokens(html) {
            let Token::Open(tag) = token else { continue };
            let Some(id) = tag.value("id").map(unescaped) else { continue };
            let own = if used.contains(&id) { format!("{part}-{id}") } else { id.clone() };
            used.insert(own.clone());
            ids.insert(id, own);
        }
        Place { part, ids }
    }

    fn id(&self, id: &str) -> String {
        self.ids.get(id).cloned().unwrap_or_else(|| id.into())
    }
}

struct File<'a> {
    input: &'a Input<'a>,
    whole: &'a Whole,
    places: BTreeMap<String, Place>,
    d: &'a mut Diagnostics,
}

impl File<'_> {
    /// A page, or its part of the file, with nothing outside of it.
    fn page(&mut self, path: &str, html: &str, part: bool) -> String {
        let tokens = markup::tokens(html);
        let mut out = String::with_capacity(html.len() * 2);
        // A link that leads nowhere becomes a span, and so does its end.
        let mut span = false;
        let mut at = 0;
        while at < tokens.len() {
            let token = &tokens[at];
            at += 1;
            match token {
                Token::Text(text) | Token::Other(text) => out += text,
                Token::Close("a") if span => {
                    span = false;
                    out += "</span>";
                }
                Token::Close("h1") if part => out += "</h2>",
                Token::Close(name) => out += &format!("</{name}>"),
                Token::Open(tag) => {
                    let end = at + end_of(&tokens[at..], tag);
                    match tag.name {
                        "form" => at = end,
                        "nav" if !self.leads_inside(path, &tokens[at..end], part) => at = end,
                        "script" if tag.value("src").is_some() => {
                            at = end;
                            out += &self.script(path, tag);
                        }
                        "link" => out += &self.link(path, tag),
                        "a" | "area" => match self.anchor(path, tag) {
                            Some(tag) => out += &tag,
                            None => {
                                span = true;
                                let class = tag.value("class").map(|class| format!(" class=\"{class}\""));
                                out += &format!("<span{}>", class.unwrap_or_default());
                            }
                        },
                        "h1" if part => out += &self.tag(path, tag).replacen("<h1", "<h2", 1),
                        _ => out += &self.tag(path, tag),
                    }
                }
            }
        }
        out
    }

    /// True where a navigation leads to something in the file; outside of parts also to the site.
    fn leads_inside(&self, path: &str, tokens: &[Token], part: bool) -> bool {
        let inside = |tag: &Tag| match links::way(path, &unescaped(tag.value("href").unwrap_or_default())) {
            Way::Site(target, _) => self.places.contains_key(&target),
            Way::Outside => false,
        };
        let has_base = self.input.site.settings.base_url.is_some() && !part;
        has_base
            || tokens.iter().any(|token| matches!(token, Token::Open(tag) if tag.name == "a" && inside(tag)))
    }

    /// A script of the theme, in the place of its address.
    fn script(&mut self, path: &str, tag: &Tag) -> String {
        let script = self.carried(path, tag.value("src").unwrap_or_default());
        let script =
            script.map(|(_, bytes)| String::from_utf8_lossy(&bytes).replace("</script", "<\\/script"));
        script.map_or(String::new(), |script| format!("<script>{script}</script>"))
    }

    /// What a page fetches or is filed under: style sheets come inside, addresses of other hosts stay.
    fn link(&mut self, path: &str, tag: &Tag) -> String {
        let href = tag.value("href").unwrap_or_default();
        let rel = tag.value("rel").unwrap_or_default();
        if links::way(path, &unescaped(href)) == Way::Outside {
            let filed = rel == "canonical" || rel == "alternate";
            return if filed { tag.whole.into() } else { String::new() };
        }
        let Some((target, bytes)) = self.carried(path, href) else { return String::new() };
        match rel {
            "stylesheet" => {
                let css = String::from_utf8_lossy(&bytes).replace("</style", "<\\/style");
                format!("<style>{}</style>", self.with_files(&target, &css))
            }
            "icon" => tag.with(|name, value| {
                Some(if name == "href" { links::data(&target, &bytes) } else { value.into() })
            }),
            _ => String::new(),
        }
    }

    /// A style sheet with the files that it names inside.
    fn with_files(&mut self, sheet: &str, css: &str) -> String {
        let mut out = String::with_capacity(css.len());
        let mut rest = css;
        while let Some(at) = rest.find("url(") {
            let (before, after) = rest.split_at(at + 4);
            let end = after.find(')').unwrap_or(after.len());
            out += before;
            let written = after[..end].trim().trim_matches(['"', '\'']);
            match self.carried(sheet, written) {
                Some((path, bytes)) => out += &links::data(&path, &bytes),
                None => out += &after[..end],
            }
            rest = &after[end..];
        }
        out + rest
    }

    /// The tag of a link; none where it leads to nothing that a reader of the file has.
    fn anchor(&mut self, path: &str, tag: &Tag) -> Option<String> {
        let Some(href) = tag.value("href") else { return Some(self.tag(path, tag)) };
        let Way::Site(target, anchor) = links::way(path, &unescaped(href)) else {
            return Some(self.tag(path, tag));
        };
        let (href, name) = if let Some(place) = self.places.get(&target) {
            let anchor = if anchor.is_empty() { place.part.clone() } else { place.id(&anchor) };
            (format!("#{anchor}"), None)
        } else if let Some((file, bytes)) = self.carried(path, href) {
            (links::data(&file, &bytes), file.rsplit('/').next().map(String::from))
        } else {
            (links::absolute(self.input, &target, &anchor)?, None)
        };
        let tag = tag.with(|name, value| match name {
            "href" => Some(escaped(&href)),
            "download" => None,
            name => Some(self.attribute(path, name, value)),
        });
        let download = name.map_or(String::new(), |name| format!(" download=\"{}\"", escaped(&name)));
        Some(format!("{}{download}>", &tag[..tag.len() - 1]))
    }

    /// Any other tag: what it shows comes inside, its ids are those of the file.
    fn tag(&mut self, path: &str, tag: &Tag) -> String {
        let src = tag.value("src").and_then(|src| self.carried(path, src));
        tag.with(|name, value| match name {
            "src" => {
                Some(src.as_ref().map_or_else(|| value.into(), |(file, bytes)| links::data(file, bytes)))
            }
            "srcset" | "sizes" => None,
            name => Some(self.attribute(path, name, value)),
        })
    }

    /// An attribute with the ids that it names as they are in the file.
    fn attribute(&self, path: &str, name: &str, value: &str) -> String {
        let Some(place) = self.places.get(path) else { return value.into() };
        match name {
            "id" | "for" | "aria-labelledby" | "aria-describedby" | "aria-controls" | "headers" => {
                let ids: Vec<String> =
                    value.split(' ').map(|id| escaped(&place.id(&unescaped(id)))).collect();
                ids.join(" ")
            }
            "href" | "xlink:href" if value.starts_with('#') => {
                format!("#{}", escaped(&place.id(&unescaped(&value[1..]))))
            }
            _ => match value.strip_prefix("url(#").and_then(|id| id.strip_suffix(')')) {
                Some(id) => format!("url(#{})", place.id(id)),
                None => value.into(),
            },
        }
    }

    /// The file that an address of a page names, if it can be carried along.
    fn carried(&mut self, path: &str, link: &str) -> Option<(String, Vec<u8>)> {
        let Way::Site(target, _) = links::way(path, &unescaped(link)) else { return None };
        let bytes = links::bytes(self.input, self.whole, &target, self.d)?;
        Some((target, bytes))
    }
}

/// How many of the tokens after a tag belong to its element, its end among them.
fn end_of(tokens: &[Token], tag: &Tag) -> usize {
    if tag.is_void() {
        return 0;
    }
    let mut depth = 1;
    for (n, token) in tokens.iter().enumerate() {
        match token {
            Token::Open(other) if other.name == tag.name && !other.is_void() => depth += 1,
            Token::Close(name) if *name == tag.name => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return n + 1;
        }
    }
    tokens.len()
}
