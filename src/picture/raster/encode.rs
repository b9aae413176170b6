//! Pixels -> PNG bytes. png is fenced in here.

use super::colours::{Indexed, index, index_within};
use png::{BitDepth, ColorType, Compression, Encoder, Filter};

/// An opaque RGBA image as a PNG: indexed where nobody would see it, else RGB.
pub(super) fn encode(rgba: &[u8], width: u32, height: u32) -> Vec<u8> {
    match index(rgba) {
        Some(indexed) => encode_indexed(&indexed, width, height),
        None => encode_rgb(rgba, width, height),
    }
}

/// The image as a PNG of at most so many bytes, with as small an error as that allows; the smallest there is where
/// even that is too large.
pub(super) fn within(rgba: &[u8], (width, height): (u32, u32), most: usize) -> Vec<u8> {
    let mut png = encode(rgba, width, height);
    for error in [16, 24, 32, 48, 64, 96, 128] {
        if png.len() <= most {
            break;
        }
        if let Some(indexed) = index_within(rgba, &[error]) {
            png = encode_indexed(&indexed, width, height);
        }
    }
    png
}

fn encode_indexed(image: &Indexed, width: u32, height: u32) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, width, height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(image.colours.concat());
    encoder.set_filter(Filter::NoFilter);
    encoder.set_compression(Compression::Balanced);
    finish(encoder, &image.pixels);
    out
}

fn encode_rgb(rgba: &[u8], width: u32, height: u32) -> Vec<u8> {
    let rgb: Vec<u8> = rgba.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, width, height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_compression(Compression::Balanced);
    finish(encoder, &rgb);
    out
}

/// Everything goes into memory, and the data has the size of the header: nothing here can fail.
fn finish(encoder: Encoder<'_, &mut Vec<u8>>, data: &[u8]) {
    let mut writer = encoder.write_header().expect("the header is valid and goes into memory");
    writer.write_image_data(data).expect("the data has the size of the header");
    writer.finish().expect("it goes into memory");
}
