//! PNGs are opaque, small, and look like the SVG.

use super::*;
use crate::picture::{Cut, Drawing};
use std::collections::BTreeSet;

fn svg(width: u32, height: u32, body: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">{body}</svg>"
    )
}

/// Width, height and RGB of a PNG.
fn decoded(png: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("it is small")];
    let info = reader.next_frame(&mut pixels).expect("an image");
    assert_eq!(info.color_type, png::ColorType::Rgb, "without transparency");
    (info.width, info.height, pixels)
}

#[test]
fn a_png_is_opaque_down_to_its_last_row() {
    let plate = Plate::read(&svg(1080, 1001, "<rect width=\"1080\" height=\"1001\" fill=\"#A8171C\"/>"))
        .expect("an SVG");
    for width in [1080, 800, 333] {
        let (wide, high, pixels) = decoded(&plate.draw(width).expect("drawn").png());
        assert_eq!(wide, width);
        assert!(high > 0 && pixels.chunks_exact(3).all(|pixel| pixel == [0xA8, 0x17, 0x1C]));
    }
    assert!(Plate::read("no SVG").is_none());
    assert!(plate.draw(0).is_none());
}

#[test]
fn no_colour_is_off_by_more_than_anybody_sees() {
    let circles: String = (0..40)
        .map(|n| {
            format!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"9.3\" fill=\"#{:02X}17{:02X}\"/>",
                n % 8 * 25 + 12,
                n / 8 * 25 + 12,
                n * 6,
                255 - n * 5
            )
        })
        .collect();
    let raster = Plate::read(&svg(
        200,
        125,
        &format!("<rect width=\"200\" height=\"125\" fill=\"#FBEEE6\"/>{circles}"),
    ))
    .expect("an SVG")
    .draw(200)
    .expect("drawn");
    let (.., pixels) = decoded(&raster.png());
    let given = raster.pixels.data().chunks_exact(4).flat_map(|pixel| pixel[..3].to_vec());
    assert!(pixels.iter().zip(given).all(|(a, b)| a.abs_diff(b) <= 10));
}

#[test]
fn a_cover_keeps_to_its_bytes() {
    let noise: String = (0..2500)
        .map(|n| {
            format!(
                "<rect x=\"{}\" y=\"{}\" width=\"6\" height=\"6\" fill=\"#{:06X}\"/>",
                n % 50 * 6,
                n / 50 * 6,
                n * 7919 % 0xFF_FFFF
            )
        })
        .collect();
    let raster = Plate::read(&svg(300, 300, &noise)).expect("an SVG").draw(300).expect("drawn");
    assert!(raster.png_within(32_000).len() <= 32_000);
    assert_eq!(raster.png_within(usize::MAX), raster.png());
}

#[test]
fn slices_end_at_cuts_and_hold_all_rows_and_words() {
    let cut = |y: f32| Cut { y, words: format!("至{y}") };
    let cuts = [300.0, 1000.0, 1900.0, 2500.0, 6000.0, 6100.0].map(cut).to_vec();
    let svg = svg(100, 6100, "<rect width=\"100\" height=\"6100\" fill=\"#fff\"/>");
    let raster = Plate::read(&svg).expect("an SVG").draw(100).expect("drawn");
    let drawing =
        Drawing { svg, width: 100.0, height: 6100.0, cuts, missing: BTreeSet::new(), faults: Vec::new() };
    let slices = raster.slices(&drawing);
    let heights: Vec<u32> = slices.iter().map(|slice| slice.height).collect();
    assert_eq!(heights, [1900, 600, 1920, 1680]);
    assert_eq!(slices[0].alt, "至300 至1000 至1900");
    assert_eq!(slices.iter().map(|slice| slice.alt.matches('至').count()).sum::<usize>(), 6);
}
