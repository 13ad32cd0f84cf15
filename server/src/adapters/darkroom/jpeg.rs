//! Photographs (ITU-T T.81). They are unpacked to a half, a quarter or an eighth at once where
//! they are larger than what is kept, as their blocks of eight by eight points allow.

use application::ports::PictureFault;
use jpeg_decoder::{Decoder, PixelFormat};

use super::{
    MOST_BYTES, Negative, Orientation, SIDES, measured, reckoned,
    shrink::{Points, Shrinker},
};

/// What a photograph says of itself before its points begin.
struct Frame {
    width: u16,
    height: u16,
    is_progressive: bool,
    components: Vec<Component>,
    /// What of it is collected by whoever unpacks it: profiles of colour, in bytes.
    collected: u64,
}

#[derive(Clone, Copy)]
struct Component {
    name: u8,
    /// How finely it is kept, across and down.
    fine: (u8, u8),
    /// Which of its 64 frequencies have come as finely as they ever will, a bit each.
    has: u64,
}

/// Each scan goes over all blocks; a camera makes ten at most.
const MOST_SCANS: usize = 64;

pub(super) fn read(file: &[u8]) -> Result<Negative, PictureFault> {
    let frame = look_through(file)?;
    measured(frame.width.into(), frame.height.into())?;
    if frame.components.len() == 4 {
        return Err(PictureFault::ForPrint);
    }
    let part = frame.part().ok_or(PictureFault::TooIntricate)?;
    reckoned(frame.bytes(part))?;
    let mut decoder = Decoder::new(file);
    decoder.set_max_decoding_buffer_size(usize::try_from(MOST_BYTES).unwrap_or(usize::MAX));
    decoder.read_info().map_err(|_| PictureFault::Broken)?;
    // Whoever unpacks it reads the same as was reckoned with.
    if decoder.info().is_none_or(|it| (it.width, it.height) != (frame.width, frame.height)) {
        return Err(PictureFault::Broken);
    }
    let scaled = |side: u16| side.div_ceil(part);
    let (width, height) = decoder
        .scale(scaled(frame.width), scaled(frame.height))
        .map_err(|_| PictureFault::Broken)?;
    let points = decoder.decode().map_err(|_| PictureFault::Broken)?;
    let info = decoder.info().ok_or(PictureFault::Broken)?;
    let orientation = decoder.exif_data().map(Orientation::of_exif).unwrap_or_default();
    drop(decoder);
    let (width, height) = (u32::from(width), u32::from(height));
    let points = match info.pixel_format {
        PixelFormat::RGB24 => Points { width, height, rgb: points },
        PixelFormat::L8 => {
            let rgb = points.iter().flat_map(|it| [*it; 3]).collect();
            Points { width, height, rgb }
        }
        PixelFormat::CMYK32 | PixelFormat::L16 => return Err(PictureFault::ForPrint),
    };
    if points.rgb.len() != width as usize * height as usize * 3 {
        return Err(PictureFault::Broken);
    }
    let mut shrinker = Shrinker::new(width, height, SIDES[0]);
    points.rgb.chunks_exact(width as usize * 3).for_each(|row| shrinker.push(row));
    Ok(Negative { points: shrinker.done().ok_or(PictureFault::Broken)?, orientation })
}

impl Frame {
    /// To which part it is unpacked: the smallest that is still as large as what is kept, or a
    /// smaller one where that would take up too much.
    fn part(&self) -> Option<u16> {
        let longest = self.width.max(self.height);
        let is_large_enough = |part: u16| u32::from(longest.div_ceil(part)) >= SIDES[0];
        let best = [8, 4, 2].into_iter().find(|part| is_large_enough(*part)).unwrap_or(1);
        let is_seen = |part: u16| u32::from(longest.div_ceil(part)) >= SIDES[2];
        [1, 2, 4, 8]
            .into_iter()
            .filter(|part| *part >= best && is_seen(*part))
            .find(|part| self.bytes(*part) <= MOST_BYTES)
    }

    /// Notes what a pass brings (T.81, B.2.3): of which components, and which frequencies.
    fn scan(&mut self, body: &[u8]) -> Option<()> {
        let n = usize::from(*body.first()?);
        let names: Vec<u8> = body.get(1..=n * 2)?.iter().step_by(2).copied().collect();
        let &[first, last, fineness] = body.get(1 + n * 2..4 + n * 2)? else { return None };
        // Its lower half says how much of each number is still to come.
        let is_final = fineness.trailing_zeros() >= 4;
        for it in self.components.iter_mut().filter(|it| names.contains(&it.name) && is_final) {
            let frequencies = (first..=last.min(63)).map(|n| 1_u64 << n.min(63));
            it.has |= frequencies.fold(0, |all, one| all | one);
        }
        Some(())
    }

    /// Whether every pass is there. Whoever unpacks one of which some are missing queues all that
    /// came once more.
    fn is_whole(&self) -> bool {
        !self.is_progressive || self.components.iter().all(|it| it.has == u64::MAX)
    }

    /// What unpacking it takes up: planes, points and, where it comes in several passes, all
    /// coefficients.
    fn bytes(&self, part: u16) -> u64 {
        let fine = || self.components.iter().map(|it| (u64::from(it.fine.0), u64::from(it.fine.1)));
        let across = fine().map(|it| it.0).max().unwrap_or(1);
        let down = fine().map(|it| it.1).max().unwrap_or(1);
        // Whole blocks of eight for each of the finest components.
        let blocks = |side: u16, fine: u64| u64::from(side).div_ceil(8 * fine) * 8 * fine;
        let whole = blocks(self.width, across) * blocks(self.height, down);
        let fine: u64 = fine().map(|it| it.0 * it.1).sum();
        let planes = whole * fine / (across * down).max(1);
        let scaled = u64::from(part) * u64::from(part);
        let coefficients = if self.is_progressive { planes * 2 } else { 0 };
        // A grey one becomes as wide as a coloured one.
        planes / scaled + whole / scaled * 3 + coefficients + self.collected
    }
}

/// Reads what stands before the points, without unpacking anything.
fn look_through(file: &[u8]) -> Result<Frame, PictureFault> {
    const BROKEN: PictureFault = PictureFault::Broken;
    let (mut at, mut frame, mut scans, mut collected) = (2, None::<Frame>, 0, 0);
    loop {
        // Between segments anything may stand but what begins one.
        let rest = file.get(at..).unwrap_or_default();
        let Some(next) = memchr::memchr(0xFF, rest) else { break };
        at += next + 1;
        let Some(&marker) = file.get(at) else { break };
        match marker {
            // Filling, a byte of points that looks like a marker, restarts.
            0xFF => continue,
            0x00 | 0x01 | 0xD0..=0xD8 => at += 1,
            0xD9 => break,
            _ => {
                let length = file.get(at + 1..at + 3).ok_or(BROKEN)?;
                let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
                let body = file.get(at + 3..at + 1 + length).ok_or(BROKEN)?;
                match marker {
                    0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                        if frame.is_some() {
                            return Err(BROKEN);
                        }
                        frame = Some(read_frame(marker, body).ok_or(BROKEN)?);
                    }
                    0xDA => {
                        scans += 1;
                        if let Some(frame) = &mut frame {
                            frame.scan(body).ok_or(BROKEN)?;
                        }
                    }
                    0xE2 => collected += length as u64,
                    _ => {}
                }
                at += 1 + length;
            }
        }
        if scans > MOST_SCANS {
            return Err(PictureFault::TooIntricate);
        }
    }
    let frame = frame.filter(|it| scans > 0 && it.is_whole()).ok_or(BROKEN)?;
    Ok(Frame { collected, ..frame })
}

/// A frame's header (T.81, B.2.2).
fn read_frame(marker: u8, body: &[u8]) -> Option<Frame> {
    let two = |at: usize| Some(u16::from_be_bytes([*body.get(at)?, *body.get(at + 1)?]));
    let (height, width, n) = (two(1)?, two(3)?, *body.get(5)?);
    // Baseline, extended and progressive alone; what is kept without loss has no blocks.
    if !matches!(marker, 0xC0..=0xC2) || height == 0 || width == 0 {
        return None;
    }
    let components = (0..usize::from(n)).map(|n| {
        let (name, fine) = (*body.get(6 + n * 3)?, *body.get(6 + n * 3 + 1)?);
        let (across, down) = (fine >> 4, fine & 15);
        let can_be = (1..=4).contains(&across) && (1..=4).contains(&down);
        can_be.then_some(Component { name, fine: (across, down), has: 0 })
    });
    let components: Vec<Component> = components.collect::<Option<_>>()?;
    matches!(n, 1 | 3 | 4).then_some(Frame {
        width,
        height,
        is_progressive: marker == 0xC2,
        components,
        collected: 0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(width: u16, height: u16, is_progressive: bool, luma: (u8, u8)) -> Frame {
        let component = |fine| Component { name: 0, fine, has: u64::MAX };
        let components = [luma, (1, 1), (1, 1)].map(component).to_vec();
        Frame { width, height, is_progressive, components, collected: 0 }
    }

    #[test]
    fn what_telephones_take_is_read_in_a_part_that_is_large_enough() {
        // The chroma of a telephone is a quarter as fine as its luma.
        for (width, height, part) in
            [(4_032, 3_024, 2), (5_712, 4_284, 4), (6_000, 4_000, 4), (1_920, 1_080, 1)]
        {
            let frame = frame(width, height, false, (2, 2));
            assert_eq!(frame.part(), Some(part), "{width} × {height}");
            assert!(frame.bytes(part) <= MOST_BYTES);
        }
        // As fine as the luma, it takes up more, and becomes smaller.
        assert_eq!(frame(5_000, 4_000, false, (2, 2)).part(), Some(2));
        assert_eq!(frame(5_000, 4_000, false, (1, 1)).part(), Some(4));
    }

    #[test]
    fn profiles_that_are_collected_count() {
        let profiles = |collected| Frame { collected, ..frame(5_000, 4_000, false, (2, 2)) };
        assert_eq!(profiles(500).part(), Some(2));
        assert_eq!(profiles(9_000_000).part(), Some(4));
        assert!(profiles(MOST_BYTES).part().is_none());
    }

    #[test]
    fn a_photograph_whose_passes_are_not_all_there_is_broken() {
        let mut file = Vec::new();
        let mut encoder = jpeg_encoder::Encoder::new(&mut file, 80);
        encoder.set_progressive(true);
        let points = vec![100; 640 * 480 * 3];
        encoder.encode(&points, 640, 480, jpeg_encoder::ColorType::Rgb).unwrap();
        assert!(read(&file).is_ok());
        let last = memchr::memmem::rfind(&file, b"\xFF\xDA").unwrap();
        let cut = [&file[..last], b"\xFF\xD9"].concat();
        assert!(matches!(read(&cut), Err(PictureFault::Broken)));
    }

    #[test]
    fn one_in_several_passes_is_read_as_long_as_it_takes_up_no_more() {
        assert!(frame(2_400, 1_600, true, (2, 2)).part().is_some());
        assert!(frame(6_000, 4_000, true, (2, 2)).part().is_none());
    }
}
