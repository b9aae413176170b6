//! The page of a picture, with the files that come with it.

use super::charts::Charts;
use super::easel::Easel;
use super::files::Files;
use super::{
    Desk, images, letters, organisation as organisation_view, policy as policy_view,
    progress as progress_view,
};
use crate::diagnostic::Diagnostics;
use crate::model::{OrgIx, Policy};
use crate::picture::{Canvas, Height, twin};
use crate::plan::{pictures, urls};
use crate::render::page::{self, Draft};
use crate::render::{
    Input, bulletin, finish_picture, policy as policy_page, progress as progress_page, spoken,
};
use crate::theme::view::{Link, PicturePage, PolicyPicture};
use serde::Serialize;
use std::io;

/// The width of a picture in px.
const WIDTH: f32 = 1080.0;

/// The most that it may be high: what WeChat still opens.
const MOST: f32 = 12_000.0;

/// An image of a fixed size.
struct Fixed {
    file: &'static str,
    template: &'static str,
    /// Width and height of the canvas.
    canvas: (f32, f32),
    /// The width of the image in px, and the most bytes.
    size: (u32, usize),
}

/// The cover of a post, a link that is shared, and the head of an article in WeChat.
const FIXED: [Fixed; 3] = [
    Fixed {
        file: "cover.png",
        template: "picture/cover.xml",
        canvas: (1080.0, 1080.0),
        size: (300, 32 * 1024),
    },
    Fixed {
        file: "share.png",
        template: "picture/share.xml",
        canvas: (1200.0, 630.0),
        size: (1200, 1_000_000),
    },
    Fixed {
        file: "wechat.png",
        template: "picture/wechat.xml",
        canvas: (1080.0, 459.6),
        size: (900, 1_000_000),
    },
];

/// What a picture's page is made of beside its view.
struct Frame<'a> {
    /// Where its sections stand in the theme.
    folder: &'a str,
    sections: Vec<&'a str>,
    alt: String,
    bulletin: Option<Link>,
    /// Images of a fixed size that were made of it.
    fixed: Vec<&'static str>,
    prints: Vec<Link>,
}

/// 一图读懂.
pub(super) fn policy(desk: &Desk, n: usize, d: &mut Diagnostics) -> io::Result<()> {
    let (input, policy) = (desk.input, desk.input.policy(n).0);
    let (view, charts) = policy_view::view(input, policy);
    let easel = Easel::new((input, desk.job), desk.fonts, policy, charts);
    let fixed = fixed(desk, &easel, &view, d)?;
    let print = |key: &str, url: String| {
        let url = input.plan.made(url);
        (!url.is_empty()).then(|| Link { title: input.theme.say(key, &[]), url })
    };
    let prints = [
        print("picture_poster", urls::poster(&policy.id)),
        print("picture_sheets", urls::sheets(&policy.id)),
    ];
    let frame = Frame {
        folder: pictures::POLICY,
        sections: pictures::sections(policy),
        alt: policy_view::alt(input, policy, &view),
        bulletin: None,
        fixed,
        prints: prints.into_iter().flatten().collect(),
    };
    let draft = Draft {
        kind: "picture",
        title: input.theme.say("picture_of", &[("title", &view.title)]),
        description: frame.alt.clone(),
        column_type: "政策解读",
        published: Some(policy.metadata.published),
        ..about(input, policy)
    };
    whole(desk, policy, &easel, (&view, "policy"), frame, draft, d)
}

/// The cover and the images for sharing: which of them were made.
fn fixed(
    desk: &Desk,
    easel: &Easel,
    view: &PolicyPicture,
    d: &mut Diagnostics,
) -> io::Result<Vec<&'static str>> {
    let files = Files { sink: desk.sink, page: &desk.job.path };
    let mut made = Vec::new();
    for Fixed { file, template, canvas: (width, height), size } in FIXED {
        let Some(blocks) = easel.blocks(&[template.to_owned()], view, d).filter(|blocks| !blocks.is_empty())
        else {
            continue;
        };
        let canvas = Canvas { width, height: Height::Fixed(height) };
        if let Some(drawing) = easel.draw(&blocks, &canvas, d) {
            images::emit_one(&files, file, &drawing, size)?;
            made.push(file);
        }
    }
    Ok(made)
}

/// 一图看进展 of a period.
pub(super) fn progress(desk: &Desk, n: usize, r: usize, d: &mut Diagnostics) -> io::Result<()> {
    let (input, policy) = (desk.input, desk.input.policy(n).0);
    let (view, charts) = progress_view::view(input, policy, r);
    let easel = Easel::new((input, desk.job), desk.fonts, policy, charts);
    let title = input.theme.say("picture_progress_of", &[("title", &view.title), ("period", &view.period)]);
    let alt = match view.indicators.first() {
        Some(first) => input.theme.say("picture_alt", &[("title", &title), ("text", &first.sentence)]),
        None => title.clone(),
    };
    let frame = Frame {
        folder: pictures::PROGRESS,
        sections: pictures::PROGRESS_SECTIONS.to_vec(),
        alt,
        bulletin: Some(bulletin::link(input, policy, policy.reports[r].period)),
        fixed: Vec::new(),
        prints: Vec::new(),
    };
    let draft = of_period(input, policy, r, title, &frame.alt);
    whole(desk, policy, &easel, (&view, "progress"), frame, draft, d)
}

/// 一图看进展 of one organisation.
pub(super) fn organisation(
    desk: &Desk,
    (n, r, ix): (usize, usize, OrgIx),
    d: &mut Diagnostics,
) -> io::Result<()> {
    let (input, policy) = (desk.input, desk.input.policy(n).0);
    let view = organisation_view::view(input, policy, r, ix);
    let easel = Easel::new((input, desk.job), desk.fonts, policy, Charts::default());
    let blanks = [("name", &*view.organisation), ("title", &*view.title), ("period", &*view.period)];
    let title = input.theme.say("picture_organisation_of", &blanks);
    let frame = Frame {
        folder: pictures::ORGANISATION,
        sections: pictures::ORGANISATION_SECTIONS.to_vec(),
        alt: title.clone(),
        bulletin: Some(bulletin::link(input, policy, policy.reports[r].period)),
        fixed: Vec::new(),
        prints: Vec::new(),
    };
    let draft = of_period(input, policy, r, title, &frame.alt);
    whole(desk, policy, &easel, (&view, "organisation"), frame, draft, d)
}

/// What the pages of all pictures say of themselves.
fn about(input: &Input, policy: &Policy) -> Draft {
    let (as_of, next_due) = progress_page::days_of(input, policy);
    Draft {
        as_of,
        next_due,
        way: vec![policy_page::way(input, policy)],
        source: policy.metadata.issuer.clone(),
        contact: page::contact(input, policy),
        notices: page::notices(input, policy),
        ..Draft::default()
    }
}

/// What the page of a period's picture says of itself.
fn of_period(input: &Input, policy: &Policy, r: usize, title: String, description: &str) -> Draft {
    let report = &policy.reports[r];
    Draft {
        kind: "picture",
        title,
        description: description.into(),
        column_type: "数据发布",
        published: report.published.or(Some(policy.metadata.published)),
        as_of: Some(report.as_of),
        way: policy_page::way_to_progress(input, policy),
        ..about(input, policy)
    }
}

/// Draws the sections, emits all files, and the page last.
fn whole<V: Serialize>(
    desk: &Desk,
    policy: &Policy,
    easel: &Easel,
    (view, kind): (&V, &str),
    frame: Frame,
    draft: Draft,
    d: &mut Diagnostics,
) -> io::Result<()> {
    let input = desk.input;
    let templates: Vec<String> =
        frame.sections.iter().map(|name| format!("{}{name}.xml", frame.folder)).collect();
    let Some(blocks) = easel.blocks(&templates, view, d) else { return Ok(()) };
    let canvas = Canvas { width: WIDTH, height: Height::Free { most: MOST } };
    let Some(drawing) = easel.draw(&blocks, &canvas, d) else { return Ok(()) };
    letters::report(input, policy, &easel.missing(), d);
    let files = Files { sink: desk.sink, page: &desk.job.path };
    images::emit(&files, &drawing)?;
    let page_view = PicturePage {
        kind: kind.into(),
        title: draft.title.clone(),
        policy: policy_page::way(input, policy),
        bulletin: frame.bulletin,
        image: files.path("picture.png"),
        image_small: files.path("picture-800.png"),
        width: drawing.width.round() as usize,
        height: drawing.height.round() as usize,
        alt: frame.alt,
        downloads: downloads(input, &files, &frame.fixed),
        prints: frame.prints,
        text: twin(&blocks, &|id| easel.words(id)),
    };
    let page = page::page(input, desk.job, draft);
    match finish_picture(input, desk.job, "picture.html", &page, ("picture_page", &page_view), view, d) {
        Some(html) => desk.sink.emit(&desk.job.path, spoken(input, html)),
        None => Ok(()),
    }
}

/// What can be downloaded.
fn downloads(input: &Input, files: &Files, fixed: &[&str]) -> Vec<Link> {
    let all = [
        ("picture.png", "picture_png"),
        ("picture-800.png", "picture_png_small"),
        ("picture.svg", "picture_svg"),
        ("cover.png", "picture_cover"),
        ("share.png", "picture_share"),
        ("wechat.png", "picture_wechat"),
        ("slices.json", "picture_slices"),
    ];
    let made = |name: &str| name.starts_with("picture") || name.ends_with(".json") || fixed.contains(&name);
    let link = |(name, key): (&str, &str)| Link { title: input.theme.say(key, &[]), url: files.path(name) };
    all.into_iter().filter(|(name, _)| made(name)).map(link).collect()
}
