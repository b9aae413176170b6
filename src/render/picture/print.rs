//! Pages for paper: the poster, and the sheets of organisations.

use super::charts::Charts;
use super::easel::Easel;
use super::files::Files;
use super::{Desk, letters, policy as policy_view, sheet};
use crate::diagnostic::Diagnostics;
use crate::model::Policy;
use crate::picture::{Canvas, Drawing, Height, twin};
use crate::plan::{pictures, urls};
use crate::render::page::{self, Draft};
use crate::render::{finish_picture, policy as policy_page, progress as progress_page, spoken};
use crate::theme::view::{Link, PrintPage, PrintSheet};
use serde::Serialize;
use std::io;

/// The width of a sheet in px, as of every picture.
const WIDTH: f32 = 1080.0;

/// Height by width of a sheet of the A series, upright.
const RATIO: f32 = std::f32::consts::SQRT_2;

/// The poster: one picture that fits a sheet of A3.
pub(super) fn poster(desk: &Desk, n: usize, d: &mut Diagnostics) -> io::Result<()> {
    let policy = desk.input.policy(n).0;
    let (view, charts) = policy_view::view(desk.input, policy);
    let easel = Easel::new((desk.input, desk.job), desk.fonts, policy, charts);
    let Some(blocks) = easel.blocks(&["picture/poster.xml".to_owned()], &view, d) else { return Ok(()) };
    let canvas = Canvas { width: WIDTH, height: Height::Fit { ratio: RATIO } };
    let Some(drawing) = easel.draw(&blocks, &canvas, d) else { return Ok(()) };
    letters::report(desk.input, policy, &easel.missing(), d);
    // It stands beside the picture, not below the page that prints it.
    let picture = urls::picture(&policy.id);
    let files = Files { sink: desk.sink, page: &picture };
    let size = (drawing.width, drawing.height);
    files.put("poster.svg", drawing.svg.into_bytes())?;
    let alt = policy_view::alt(desk.input, policy, &view);
    let text = twin(&blocks, &|id| easel.words(id));
    let sheets = vec![PrintSheet { title: alt, url: files.path("poster.svg"), text }];
    let title = desk.input.theme.say("picture_poster_of", &[("title", &view.title)]);
    emit(desk, policy, (title, "A3"), (sheets, size), &view, d)
}

/// The sheets: one of A4 for each township or park with a row, in black.
pub(super) fn sheets(desk: &Desk, n: usize, d: &mut Diagnostics) -> io::Result<()> {
    let (input, policy) = (desk.input, desk.input.policy(n).0);
    let easel = Easel::new((input, desk.job), desk.fonts, policy, Charts::default()).in_black();
    let files = Files { sink: desk.sink, page: &desk.job.path };
    let canvas = Canvas { width: WIDTH, height: Height::Fixed((WIDTH * RATIO).round()) };
    let mut first = None;
    let mut sheets = Vec::new();
    for ix in pictures::sheet_organisations(input.site, policy) {
        let view = sheet::view(input, policy, ix);
        let Some(blocks) = easel.blocks(&["picture/sheet.xml".to_owned()], &view, d) else { return Ok(()) };
        let Some(Drawing { svg, .. }) = easel.draw(&blocks, &canvas, d) else { return Ok(()) };
        let name = format!("{}.svg", input.site.organisations.get(ix).id);
        files.put(&name, svg.into_bytes())?;
        let blanks = [("title", &*view.title), ("name", &*view.organisation)];
        sheets.push(PrintSheet {
            title: input.theme.say("picture_sheet_of", &blanks),
            url: files.path(&name),
            text: twin(&blocks, &|_| None),
        });
        first.get_or_insert(view);
    }
    letters::report(input, policy, &easel.missing(), d);
    let title = input.theme.say("picture_sheets_of", &[("title", &policy_view::title(policy))]);
    emit(
        desk,
        policy,
        (title, "A4"),
        (sheets, (WIDTH, (WIDTH * RATIO).round())),
        &first.unwrap_or_default(),
        d,
    )
}

/// The page that prints them.
fn emit<V: Serialize>(
    desk: &Desk,
    policy: &Policy,
    (title, paper): (String, &str),
    (sheets, (width, height)): (Vec<PrintSheet>, (f32, f32)),
    view: &V,
    d: &mut Diagnostics,
) -> io::Result<()> {
    let input = desk.input;
    let picture = Link { title: input.theme.say("see_picture", &[]), url: urls::picture(&policy.id) };
    let print = PrintPage {
        title: title.clone(),
        paper: paper.into(),
        policy: policy_page::way(input, policy),
        picture: picture.clone(),
        sheets,
        width: width.round() as usize,
        height: height.round() as usize,
    };
    let (as_of, next_due) = progress_page::days_of(input, policy);
    let draft = Draft {
        kind: "print",
        as_of,
        next_due,
        description: title.clone(),
        title,
        way: vec![policy_page::way(input, policy), picture],
        column_type: "政策文件",
        published: Some(policy.metadata.published),
        source: policy.metadata.issuer.clone(),
        contact: page::contact(input, policy),
        notices: page::notices(input, policy),
        ..Draft::default()
    };
    let page = page::page(input, desk.job, draft);
    match finish_picture(input, desk.job, "picture-print.html", &page, ("print", &print), view, d) {
        Some(html) => desk.sink.emit(&desk.job.path, spoken(input, html)),
        None => Ok(()),
    }
}
