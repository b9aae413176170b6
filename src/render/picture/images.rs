//! A drawing as files: SVG, PNG in two widths, and slices that can be posted one by one.

use super::files::{Files, inputs};
use crate::picture::Drawing;
use crate::picture::raster::{Plate, Raster};
use serde::Serialize;
use std::cell::OnceCell;
use std::io;

/// The widths of the PNGs, with their names.
const WIDTHS: [(&str, u32); 2] = [("picture.png", 1080), ("picture-800.png", 800)];

/// More slices than a picture can have.
const MOST: usize = 64;

/// One slice in `slices.json`.
#[derive(Serialize)]
struct Slice<'a> {
    file: String,
    width: u32,
    height: u32,
    bytes: usize,
    alt: &'a str,
}

/// Emits all forms of a picture.
pub(super) fn emit(files: &Files, drawing: &Drawing) -> io::Result<()> {
    files.put("picture.svg", drawing.svg.clone().into_bytes())?;
    let easel = Lazy { svg: &drawing.svg, plate: OnceCell::new(), wide: OnceCell::new() };
    for (name, width) in WIDTHS {
        files.dear(name, inputs(&drawing.svg, name), || easel.png(width))?;
    }
    emit_slices(files, drawing, &easel)
}

/// Emits one image of a fixed size, of at most so many bytes.
pub(super) fn emit_one(
    files: &Files,
    name: &str,
    drawing: &Drawing,
    (width, most): (u32, usize),
) -> io::Result<()> {
    files.dear(name, inputs(&drawing.svg, name), || {
        let raster = Plate::read(&drawing.svg).and_then(|plate| plate.draw(width));
        raster.map(|raster| raster.png_within(most)).unwrap_or_default()
    })
}

/// The slices and their list. Only drawing tells how many there are, so the list is asked for under each
/// number: it was made from the drawing and from how many slices it has.
fn emit_slices(files: &Files, drawing: &Drawing, easel: &Lazy) -> io::Result<()> {
    let made_of = |n: usize| inputs(&drawing.svg, &format!("slices {n}"));
    let name = |n: usize| format!("slice-{:02}.png", n + 1);
    let known = (1..=MOST).find(|n| files.stands("slices.json", made_of(*n)));
    let standing: Vec<bool> = known
        .map_or(Vec::new(), |count| (0..count).map(|n| files.stands(&name(n), made_of(count))).collect());
    if known.is_some() && standing.iter().all(|stands| *stands) {
        return Ok(());
    }
    let Some(raster) = easel.wide() else { return Ok(()) };
    let cut = raster.slices(drawing);
    let count = cut.len();
    let mut list = Vec::new();
    for (n, slice) in cut.iter().enumerate() {
        list.push(Slice {
            file: name(n),
            width: slice.width,
            height: slice.height,
            bytes: slice.png.len(),
            alt: &slice.alt,
        });
    }
    let text = serde_json::to_string_pretty(&list).map_err(io::Error::other)? + "\n";
    if known.is_none() {
        files.made("slices.json", made_of(count), text.into_bytes())?;
    }
    for (n, slice) in cut.into_iter().enumerate().filter(|(n, _)| standing.get(*n) != Some(&true)) {
        files.made(&name(n), made_of(count), slice.png)?;
    }
    Ok(())
}

/// Pixels that are made only when somebody asks, and once.
struct Lazy<'a> {
    svg: &'a str,
    plate: OnceCell<Option<Plate>>,
    wide: OnceCell<Option<Raster>>,
}

impl Lazy<'_> {
    fn plate(&self) -> Option<&Plate> {
        self.plate.get_or_init(|| Plate::read(self.svg)).as_ref()
    }

    /// In full width.
    fn wide(&self) -> Option<&Raster> {
        self.wide.get_or_init(|| self.plate()?.draw(WIDTHS[0].1)).as_ref()
    }

    fn png(&self, width: u32) -> Vec<u8> {
        let wide = || self.wide().map(Raster::png);
        let other = || Some(self.plate()?.draw(width)?.png());
        if width == WIDTHS[0].1 { wide() } else { other() }.unwrap_or_default()
    }
}
