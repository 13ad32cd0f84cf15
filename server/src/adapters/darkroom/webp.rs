//! Pictures from the web (RFC 9649), unpacked as a whole; of those without loss nobody can say
//! beforehand what they take up, so they are not.

use std::io::Cursor;

use application::ports::PictureFault;
use image_webp::WebPDecoder;

use super::{MOST_NOTES, Negative, Orientation, SIDES, measured, reckoned, shrink::Shrinker};

pub(super) fn read(file: &[u8]) -> Result<Negative, PictureFault> {
    let mut decoder = WebPDecoder::new(Cursor::new(file)).map_err(|_| PictureFault::Broken)?;
    decoder.set_memory_limit(MOST_NOTES);
    if decoder.is_animated() {
        return Err(PictureFault::Moves);
    }
    let (width, height) = decoder.dimensions();
    measured(width, height)?;
    if frame_inside(file).is_some_and(|inside| inside != (width, height)) {
        return Err(PictureFault::Broken);
    }
    if is_packed_without_loss(file) {
        return Err(PictureFault::TooIntricate);
    }
    let (points, has_alpha) = (u64::from(width) * u64::from(height), decoder.has_alpha());
    // What comes out, and beside it planes, two of them of a quarter, and what is see-through.
    let out = if has_alpha { 4 } else { 3 };
    let beside = points * 3 / 2 + if has_alpha { points * 2 } else { 0 };
    reckoned(points * out + beside)?;
    let exif = decoder.exif_metadata().ok().flatten();
    let orientation = exif.map(|it| Orientation::of_exif(&it)).unwrap_or_default();
    let size = decoder.output_buffer_size().ok_or(PictureFault::Broken)?;
    let mut points = vec![0; size];
    decoder.read_image(&mut points).map_err(|_| PictureFault::Broken)?;

    let mut shrinker = Shrinker::new(width, height, SIDES[0]);
    let mut rgb = Vec::new();
    for row in points.chunks_exact(width as usize * if has_alpha { 4 } else { 3 }) {
        rgb.clear();
        if has_alpha {
            let points = row.chunks_exact(4);
            rgb.extend(points.flat_map(|it| [0, 1, 2].map(|n| super::on_white(it[n], it[3]))));
        } else {
            rgb.extend_from_slice(row);
        }
        shrinker.push(&rgb);
    }
    Ok(Negative { points: shrinker.done().ok_or(PictureFault::Broken)?, orientation })
}

/// Whether something is packed without loss: the points, or what is see-through. That is read by
/// tables of codes, up to 65,536 times five, which a few bytes each make as large as 70 kB
/// (RFC 9649, 3.7.2); how many there are, nothing says but reading all that stands before them.
fn is_packed_without_loss(file: &[u8]) -> bool {
    chunks(file).any(|(name, first)| match &name {
        b"VP8L" => true,
        // The two lowest bits say how (RFC 9649, 2.7.1.2).
        b"ALPH" => first & 3 != 0,
        _ => false,
    })
}

/// The chunks of a file, and the first byte of each.
fn chunks(file: &[u8]) -> impl Iterator<Item = ([u8; 4], u8)> {
    let mut at = 12_usize;
    std::iter::from_fn(move || {
        let head: [u8; 9] = file.get(at..at.checked_add(9)?)?.try_into().ok()?;
        let name = *head.first_chunk()?;
        let length = u32::from_le_bytes(*head[4..].first_chunk()?) as usize;
        at = at.checked_add(8)?.checked_add(length)?.checked_add(length % 2)?;
        Some((name, head[8]))
    })
}

/// The size that the lossy frame in a file says of itself, which its reader makes room for
/// whatever the file around it says (RFC 6386, 9.1).
fn frame_inside(file: &[u8]) -> Option<(u32, u32)> {
    let mut at = 12;
    loop {
        let head: &[u8] = file.get(at..at + 8)?;
        let length = u32::from_le_bytes(head[4..8].try_into().ok()?) as usize;
        if &head[..4] == b"VP8 " {
            let head = file.get(at + 14..at + 18)?;
            let side = |n: usize| u32::from(u16::from_le_bytes([head[n], head[n + 1]]) & 0x3FFF);
            return Some((side(0), side(2)));
        }
        at = at.checked_add(8 + length + length % 2)?;
    }
}
