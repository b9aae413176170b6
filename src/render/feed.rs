//! `feed.xml`: what changed, as an Atom feed; an entry for each policy and day of publication.
//!
//! Ids are made of policy and day, and the time is that of the content: the same content gives the same
//! feed, whenever it is built. Links are whole addresses, since a reader has no page that they start from.

use super::{Input, days, force};
use crate::changes::{Change, Publication, say};
use crate::model::{Moment, Quality};
use crate::plan::urls;
use crate::progress::Worded as _;

/// The feed.
pub(super) fn feed(input: &Input) -> String {
    let settings = &input.site.settings;
    let Some(base) = &settings.base_url else { return String::new() };
    let updated = input.changes.subscribed.iter().map(|publication| publication.moment).max();
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let mut line = |text: String| {
        xml.push_str(&text);
        xml.push('\n');
    };
    line(format!("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">", settings.language.tag()));
    let title = input.theme.say("feed_title", &[("title", &settings.title)]);
    line(format!("<title>{}</title>", escape(&title)));
    if let Some(notice) = &settings.notice {
        line(format!("<subtitle>{}</subtitle>", escape(notice)));
    }
    line(format!("<id>{}</id>", escape(&address(base, urls::FEED))));
    line(format!(
        "<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>",
        escape(&address(base, urls::FEED))
    ));
    line(format!(
        "<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>",
        escape(&address(base, urls::CHANGES))
    ));
    line(format!("<updated>{}</updated>", updated.map_or(String::new(), time)));
    line(format!("<author><name>{}</name></author>", escape(&settings.organisation)));
    for publication in &input.changes.subscribed {
        line(entry(input, base, publication));
    }
    line("</feed>".into());
    xml
}

/// One entry.
fn entry(input: &Input, base: &str, publication: &Publication) -> String {
    let policy = &input.site.policies[publication.policy];
    let language = input.site.settings.language;
    let date = publication.moment.date;
    let title = input.theme.say(
        "feed_entry",
        &[
            ("title", &force::marked(input, policy, &policy.metadata.short_title)),
            ("day", &days::words(date, language)),
        ],
    );
    let mut items: String =
        publication.changes.iter().map(|change| item(input, base, publication, change)).collect();
    if items.is_empty() {
        // A bulletin of words alone is still something that was published.
        let href = address(base, &urls::told_in(policy, publication));
        items = format!("<li><a href=\"{}\">{}</a></li>", escape(&href), escape(&title));
    }
    let moment = time(publication.moment);
    let link = escape(&address(base, &urls::told_in(policy, publication)));
    // HTML inside XML is escaped once more, as Atom's type="html" asks.
    let summary = escape(&format!("<ul>{items}</ul>"));
    format!(
        "<entry>\n<title>{}</title>\n<id>{}</id>\n<link rel=\"alternate\" type=\"text/html\" href=\"{link}\"/>\n\
         <published>{moment}</published>\n<updated>{moment}</updated>\n<summary type=\"html\">{summary}</summary>\n</entry>",
        escape(&title),
        escape(&id(base, &policy.id, publication)),
    )
}

/// A change as an item of a list, in HTML.
fn item(input: &Input, base: &str, publication: &Publication, change: &Change) -> String {
    let policy = &input.site.policies[publication.policy];
    let language = input.site.settings.language;
    let said = say(policy, change, language);
    let href = address(base, &urls::change(policy, publication, change));
    let mark = match change.quality {
        Quality::Final => String::new(),
        quality => input.theme.say("with_mark", &[("text", ""), ("mark", quality.word(language))]),
    };
    let rest = format!("{}{}{mark}", input.theme.say("colon", &[]), said.text);
    format!("<li><a href=\"{}\">{}</a>{}</li>", escape(&href), escape(&said.subject), escape(&rest))
}

/// A tag URI (RFC 4151): the host and the day, then the policy. It outlives a move of the page.
fn id(base: &str, policy: &str, publication: &Publication) -> String {
    let rest = base.split_once("://").map_or(base, |(_, rest)| rest);
    let host = rest.split('/').next().unwrap_or_default().split(':').next().unwrap_or_default();
    let path = rest.split_once('/').map_or("", |(_, path)| path);
    format!("tag:{host},{}:/{path}policies/{policy}/", publication.moment.date)
}

/// A whole address; a folder's own page goes by the folder's name.
fn address(base: &str, url: &str) -> String {
    format!("{base}{}", url.replacen("index.html", "", 1))
}

/// An instant in the time of the site's country; the start of the day where no hour is known.
fn time(moment: Moment) -> String {
    let clock = moment.time.unwrap_or(jiff::civil::Time::midnight());
    format!("{}T{}+08:00", moment.date, clock.strftime("%H:%M:%S"))
}

/// Text for XML: markup is escaped, and characters that XML 1.0 does not know are left out.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(c),
            c if c < ' ' || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {}
            c => out.push(c),
        }
    }
    out
}
