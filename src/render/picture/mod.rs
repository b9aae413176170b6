//! Pictures: a view -> boxes of the theme -> a drawing -> SVG, PNG, slices, and a page with all of it as text.
//!
//! One job makes all files of a picture. The SVG is always made, and with it every warning; what is dear, the
//! PNGs, is asked of the sink first.

mod chart;
mod charts;
mod duties;
mod easel;
mod files;
mod goals;
mod images;
pub(super) mod letters;
mod organisation;
mod page;
mod policy;
mod print;
mod progress;
mod shape;
mod sheet;

#[cfg(feature = "booklet")]
pub(super) use charts::{Charts, colours};
#[cfg(feature = "booklet")]
pub(super) use duties::number;
#[cfg(feature = "booklet")]
pub(super) use policy::{address, view as brief};

use super::{Input, Sink};
use crate::diagnostic::Diagnostics;
use crate::font::Fonts;
use crate::model::Site;
use crate::plan::{Job, What};
use std::io;
use std::path::Path;
use std::sync::Mutex;

pub(super) use chart::{given as given_chart, make as make_chart};

/// The fonts of a site: the shipped ones and its own.
pub(super) fn fonts(site: &Site) -> Fonts {
    let own = site.fonts.iter().map(|font| (font.name.clone(), font.bytes.to_vec())).collect();
    // The content's reader refused those that cannot be used.
    Fonts::shipped().with(own).unwrap_or_else(|_| Fonts::shipped())
}

/// Makes the page of a picture and all files that come with it.
pub(super) fn make(
    input: &Input,
    fonts: &Fonts,
    job: &Job,
    sink: &dyn Sink,
    d: &mut Diagnostics,
) -> io::Result<()> {
    let desk = Desk { input, fonts, job, sink };
    match job.what {
        What::Picture(n) => page::policy(&desk, n, d),
        What::ProgressPicture(n, r) => page::progress(&desk, n, r, d),
        What::OrganisationPicture(n, r, ix) => page::organisation(&desk, (n, r, ix), d),
        What::Poster(n) => print::poster(&desk, n, d),
        What::Sheets(n) => print::sheets(&desk, n, d),
        _ => Ok(()),
    }
}

/// What the template of such a page, and those of its boxes, get.
pub(super) fn given(input: &Input, fonts: &Fonts, job: &Job, d: &mut Diagnostics) -> Option<String> {
    let page = OnlyPage { path: &job.path, text: Mutex::default() };
    // It takes everything, so it cannot fail.
    make(input, fonts, job, &page, d).ok()?;
    page.text.into_inner().ok()?
}

/// Where a picture is made, and for which job.
struct Desk<'a> {
    input: &'a Input<'a>,
    fonts: &'a Fonts,
    job: &'a Job,
    sink: &'a dyn Sink,
}

/// A sink that wants nothing but the page.
struct OnlyPage<'a> {
    path: &'a str,
    text: Mutex<Option<String>>,
}

impl Sink for OnlyPage<'_> {
    fn emit(&self, path: &str, bytes: Vec<u8>) -> io::Result<()> {
        if path == self.path
            && let Ok(mut text) = self.text.lock()
        {
            *text = String::from_utf8(bytes).ok();
        }
        Ok(())
    }

    fn copy(&self, _: &str, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn kept(&self, _: &str, _: u128) -> bool {
        true
    }
}
