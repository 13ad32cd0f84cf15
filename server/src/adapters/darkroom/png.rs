//! Drawings and pictures of screens (W3C PNG, third edition), row by row.

use std::io::Cursor;

use application::ports::PictureFault;
use png::{ColorType, Decoder, Limits, Reader, Transformations};

use super::{
    MOST_NOTES, Negative, Orientation, SIDES, measured, reckoned,
    shrink::{Points, Shrinker},
};

pub(super) fn read(file: &[u8]) -> Result<Negative, PictureFault> {
    // The first chunk is the header, or it is no PNG.
    let four = |at: usize| {
        let bytes = file.get(at..at + 4).and_then(|it| it.try_into().ok());
        bytes.map(u32::from_be_bytes).ok_or(PictureFault::Broken)
    };
    if file.get(12..16) != Some(b"IHDR") {
        return Err(PictureFault::Broken);
    }
    measured(four(16)?, four(20)?)?;
    let limits = Limits { bytes: MOST_NOTES };
    let mut decoder = Decoder::new_with_limits(Cursor::new(file), limits);
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(|_| PictureFault::Broken)?;
    let info = reader.info();
    if info.animation_control.is_some() {
        return Err(PictureFault::Moves);
    }
    let exif = info.exif_metadata.as_deref();
    let orientation = exif.map(Orientation::of_exif).unwrap_or_default();
    let is_interlaced = info.interlaced;
    let shrinker = Shrinker::new(info.width, info.height, SIDES[0]);
    let points =
        if is_interlaced { whole(&mut reader, shrinker)? } else { rows(&mut reader, shrinker)? };
    Ok(Negative { points, orientation })
}

type File<'a> = Reader<Cursor<&'a [u8]>>;

fn rows(reader: &mut File<'_>, mut shrinker: Shrinker) -> Result<Points, PictureFault> {
    let color = reader.output_color_type().0;
    let mut rgb = Vec::new();
    while let Some(row) = reader.next_row().map_err(|_| PictureFault::Broken)? {
        on_white(color, row.data(), &mut rgb);
        shrinker.push(&rgb);
    }
    shrinker.done().ok_or(PictureFault::Broken)
}

/// One whose rows come in seven passes is put together first.
fn whole(reader: &mut File<'_>, mut shrinker: Shrinker) -> Result<Points, PictureFault> {
    let size = reader.output_buffer_size().ok_or(PictureFault::Broken)?;
    reckoned((size + MOST_NOTES) as u64)?;
    let mut points = vec![0; size];
    let frame = reader.next_frame(&mut points).map_err(|_| PictureFault::Broken)?;
    let mut rgb = Vec::new();
    for row in points.chunks_exact(frame.line_size) {
        on_white(frame.color_type, row, &mut rgb);
        shrinker.push(&rgb);
    }
    shrinker.done().ok_or(PictureFault::Broken)
}

/// A row as it is seen on white paper, three bytes a point.
fn on_white(color: ColorType, row: &[u8], rgb: &mut Vec<u8>) {
    rgb.clear();
    match color {
        ColorType::Grayscale | ColorType::Indexed => {
            rgb.extend(row.iter().flat_map(|grey| [*grey; 3]));
        }
        ColorType::GrayscaleAlpha => {
            rgb.extend(row.chunks_exact(2).flat_map(|it| [super::on_white(it[0], it[1]); 3]));
        }
        ColorType::Rgb => rgb.extend_from_slice(row),
        ColorType::Rgba => {
            let points = row.chunks_exact(4);
            rgb.extend(points.flat_map(|it| [0, 1, 2].map(|n| super::on_white(it[n], it[3]))));
        }
    }
}
