//! A file of boxes -> picture.svg, picture.png and picture.html, to preview a section while it is designed.
//!
//! ```text
//! cargo run --example picture -- boxes.xml out/ [--palette blue] [--width 1080] [--height 1080] [--ratio 1.414] [--icons FOLDER] [--times 10]
//! ```
//!
//! `<chart>` is drawn as an empty frame with its name: charts come from data.

use gongbao::font::Fonts;
use gongbao::picture::palette::{Ground, Hue, Palette};
use gongbao::picture::raster::Plate;
use gongbao::picture::{Block, Canvas, Height, Piece, Studio, draw, parse, twin};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;
use std::{env, fs};

struct Wanted {
    boxes: PathBuf,
    out: PathBuf,
    hue: Hue,
    canvas: Canvas,
    icons: PathBuf,
    /// How often everything is done, for measuring.
    times: u32,
}

fn main() -> ExitCode {
    match wanted(env::args().skip(1)).and_then(|wanted| run(&wanted)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn wanted(mut arguments: impl Iterator<Item = String>) -> Result<Wanted, String> {
    let mut paths = Vec::new();
    let mut wanted = Wanted {
        boxes: PathBuf::new(),
        out: PathBuf::new(),
        hue: Hue::Red,
        canvas: Canvas { width: 1080.0, height: Height::Free { most: 12_000.0 } },
        icons: PathBuf::from("themes/portal/picture/icons"),
        times: 0,
    };
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} wants a value"));
        let number = |text: String| text.parse::<f32>().map_err(|_| format!("{text} is no number"));
        match argument.as_str() {
            "--palette" => wanted.hue = Hue::named(&value()?).ok_or("red, blue or mono")?,
            "--width" => wanted.canvas.width = number(value()?)?,
            "--height" => wanted.canvas.height = Height::Fixed(number(value()?)?),
            "--ratio" => wanted.canvas.height = Height::Fit { ratio: number(value()?)? },
            "--times" => wanted.times = number(value()?)? as u32,
            "--icons" => wanted.icons = PathBuf::from(value()?),
            _ => paths.push(PathBuf::from(argument)),
        }
    }
    let [boxes, out] = <[PathBuf; 2]>::try_from(paths).map_err(|_| "picture BOXES.xml OUT/".to_owned())?;
    Ok(Wanted { boxes, out, ..wanted })
}

fn run(wanted: &Wanted) -> Result<(), String> {
    let text =
        fs::read_to_string(&wanted.boxes).map_err(|error| format!("{}: {error}", wanted.boxes.display()))?;
    let name = wanted.boxes.display().to_string();
    let tree = parse(&name, &text)
        .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
    let blocks = [Block { name, tree }];
    let (fonts, palette, icons) = (Fonts::shipped(), Palette::of(wanted.hue), icons(&wanted.icons));
    let studio = Studio {
        fonts: &fonts,
        palette: &palette,
        icons: &|name| icons.get(name).map(String::as_str),
        charts: &|id, ground| Some(placeholder(id, &palette, ground)),
        words: &|id| Some(format!("[{id}]")),
    };
    let drawing = draw(&blocks, &wanted.canvas, &studio);
    for fault in &drawing.faults {
        eprintln!("{fault}");
    }
    if !drawing.missing.is_empty() {
        eprintln!("no font has: {}", drawing.missing.iter().collect::<String>());
    }
    let raster = Plate::read(&drawing.svg).and_then(|plate| plate.draw(drawing.width as u32));
    let raster = raster.ok_or("the SVG could not be drawn")?;
    let png = raster.png();
    let write = |file: &str, bytes: &[u8]| {
        let path = wanted.out.join(file);
        fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))?;
        println!("{} ({} bytes)", path.display(), bytes.len());
        Ok::<(), String>(())
    };
    fs::create_dir_all(&wanted.out).map_err(|error| error.to_string())?;
    write("picture.svg", drawing.svg.as_bytes())?;
    write("picture.png", &png)?;
    let html = format!("<!doctype html>\n<meta charset=\"utf-8\">\n{}", twin(&blocks, studio.words));
    write("picture.html", html.as_bytes())?;
    println!("{} × {} px, {} slices", drawing.width, drawing.height, raster.slices(&drawing).len());
    for _ in 0..wanted.times {
        let start = Instant::now();
        let drawing = draw(&blocks, &wanted.canvas, &studio);
        let drawn = start.elapsed();
        let raster = Plate::read(&drawing.svg).and_then(|plate| plate.draw(drawing.width as u32));
        let whole = start.elapsed();
        let bytes = raster.map_or(0, |raster| raster.png().len());
        let encoded = start.elapsed() - whole;
        let ratio = whole.as_secs_f64() / (whole - drawn).as_secs_f64();
        println!(
            "drawn in {drawn:.1?}, rasterised in {:.1?} ({ratio:.2} times the rasteriser alone), {bytes} bytes of PNG in {encoded:.1?}",
            whole - drawn
        );
    }
    Ok(())
}

/// An empty frame.
fn placeholder(id: &str, palette: &Palette, ground: Ground) -> Piece {
    eprintln!("<chart id=\"{id}\">: drawn as an empty frame, charts come from data");
    let colour = palette.rule(gongbao::picture::palette::Tone::Ink, ground);
    let svg = format!(
        "<path d=\"M1 1H289V119H1zM1 1L289 119M289 1L1 119\" fill=\"none\" stroke=\"{colour}\" stroke-width=\".6\"/>"
    );
    Piece { svg, width: 290.0, height: 120.0 }
}

/// The SVG files of a folder, by name.
fn icons(folder: &Path) -> BTreeMap<String, String> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let named = files.filter(|path| path.extension().is_some_and(|ending| ending == "svg"));
    named
        .filter_map(|path| {
            Some((path.file_stem()?.to_string_lossy().into_owned(), fs::read_to_string(&path).ok()?))
        })
        .collect()
}
