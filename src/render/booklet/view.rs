//! The view of a booklet, and the files that it names.

use super::drawings::Drawings;
use super::{numbers, text};
use crate::font::Fonts;
use crate::model::{Hue, OrgIx, Policy};
use crate::picture::palette::{self, Ground};
use crate::plan::urls;
use crate::progress::{self, Assessment};
use crate::render::picture::{address, brief};
use crate::render::{Input, days, language, page, policy};
use crate::theme::view::{BookletContact, BookletOrganisation, BookletView, Field};
use std::collections::{BTreeMap, BTreeSet};

/// The view of policy `n`, set in these families, and its files by their paths.
pub(super) fn view(
    input: &Input,
    fonts: &Fonts,
    families: &[String],
    n: usize,
) -> (BookletView, BTreeMap<String, Vec<u8>>) {
    let (policy, assessment) = input.policy(n);
    let settings = &input.site.settings;
    let hue = match policy.picture.hue {
        Hue::Red => palette::Hue::Red,
        Hue::Blue => palette::Hue::Blue,
    };
    let mut drawings = Drawings::new(fonts, hue);
    let (brief, charts) = brief(input, policy);
    drawings.add(&charts, &brief.shape, Ground::Brand);
    brief.goals.iter().for_each(|goal| drawings.add(&charts, &goal.chart, Ground::Paper));
    let indicators = numbers::indicators(input, policy, assessment, &mut drawings);
    let contact = contact(input, policy, assessment, &mut drawings);
    let metadata = &policy.metadata;
    let date = metadata.published.date;
    let view = BookletView {
        language: settings.language.tag().into(),
        translated: language::is_translated(input),
        fonts: families.to_vec(),
        colours: drawings.colours(),
        head: policy::head(input, policy),
        description: input
            .theme
            .say("describe_policy", &[("issuer", &metadata.issuer), ("title", &metadata.title)]),
        date: vec![
            date.year().unsigned_abs().into(),
            date.month().unsigned_abs().into(),
            date.day().unsigned_abs().into(),
        ],
        edition: edition(input, policy, assessment),
        notice: settings.notice.clone().unwrap_or_default(),
        brief,
        drawings: drawings.list,
        fields: policy::fields(input, policy),
        text: text::text(input, n),
        tasks: text::tasks(input, policy),
        judged: match indicators.is_empty() {
            true => String::new(),
            false => progress::legend(&settings.bands, settings.language),
        },
        indicators,
        contact,
    };
    (view, drawings.files)
}

/// `政策宣传册 · 2023年7月19日发布 · 数据截至2024年6月30日`.
fn edition(input: &Input, policy: &Policy, assessment: &Assessment) -> String {
    let day = |date| days::words(date, input.site.settings.language);
    let published = input.theme.say("booklet_edition", &[("date", &day(policy.metadata.published.date))]);
    match assessment.as_of {
        Some(as_of) => {
            let as_of = input.theme.say("picture_as_of", &[("date", &day(as_of))]);
            format!("{published} · {as_of}")
        }
        None => published,
    }
}

fn contact(
    input: &Input,
    policy: &Policy,
    assessment: &Assessment,
    drawings: &mut Drawings,
) -> BookletContact {
    let language = input.site.settings.language;
    let address = address(input, &urls::policy(&policy.id));
    let date = |key: &str, value: String| Field { label: input.theme.say(key, &[]), value };
    let mut dates = vec![date("published", days::moment(policy.metadata.published, language).text)];
    dates.extend(assessment.as_of.map(|as_of| date("as_of", days::words(as_of, language))));
    BookletContact {
        text: page::contact(input, policy),
        qr: if address.is_empty() { String::new() } else { drawings.code(&address) },
        address,
        organisations: organisations(input, policy),
        dates,
    }
}

/// Those that answer for a clause and can be reached, in official order.
fn organisations(input: &Input, policy: &Policy) -> Vec<BookletOrganisation> {
    let tails = policy.text.clauses.iter().flat_map(|clause| &clause.tails);
    let named: BTreeSet<OrgIx> =
        tails.flat_map(|tail| &tail.names).filter_map(|named| named.organisation).collect();
    let reached = named.into_iter().map(|ix| input.site.organisations.get(ix));
    reached
        .filter(|organisation| organisation.phone.is_some() || organisation.address.is_some())
        .map(|organisation| BookletOrganisation {
            name: organisation.name.clone(),
            phone: organisation.phone.clone().unwrap_or_default(),
            address: organisation.address.clone().unwrap_or_default(),
        })
        .collect()
}
