//! How a picture is meant to be held: all that is read of what a camera noted in it
//! (Exif 3.0, 4.6.5).

use super::shrink::Points;

/// How a picture is meant to be held, by the number that cameras write.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Orientation {
    /// Rows are columns.
    is_transposed: bool,
    /// What is left should be right.
    is_mirrored: bool,
    /// What is above should be below.
    is_flipped: bool,
}

/// The tag of the number, and the kind of a number of two bytes.
const TAG: u16 = 0x0112;
const SHORT: u16 = 3;
/// So many notes are looked through.
const MOST_NOTES: u16 = 200;

impl Orientation {
    /// What a camera noted, as a TIFF; as it lies where it noted nothing that is understood.
    pub(super) fn of_exif(exif: &[u8]) -> Self {
        let exif = exif.strip_prefix(b"Exif\0\0").unwrap_or(exif);
        noted(exif).and_then(Self::of_number).unwrap_or_default()
    }

    fn of_number(number: u16) -> Option<Self> {
        let (is_transposed, is_mirrored, is_flipped) = match number {
            1 => (false, false, false),
            2 => (false, true, false),
            3 => (false, true, true),
            4 => (false, false, true),
            5 => (true, false, false),
            6 => (true, true, false),
            7 => (true, true, true),
            8 => (true, false, true),
            _ => return None,
        };
        Some(Self { is_transposed, is_mirrored, is_flipped })
    }

    /// The picture as it is meant to be seen.
    pub(super) fn turn(self, points: Points) -> Points {
        if self == Self::default() {
            return points;
        }
        let (wide, high) = (points.width as usize, points.height as usize);
        let (width, height) = if self.is_transposed { (high, wide) } else { (wide, high) };
        let mut rgb = Vec::with_capacity(points.rgb.len());
        for y in 0..height {
            for x in 0..width {
                let x = if self.is_mirrored { width - 1 - x } else { x };
                let y = if self.is_flipped { height - 1 - y } else { y };
                let (x, y) = if self.is_transposed { (y, x) } else { (x, y) };
                let at = (y * wide + x) * 3;
                rgb.extend_from_slice(&points.rgb[at..at + 3]);
            }
        }
        let (width, height) = if self.is_transposed {
            (points.height, points.width)
        } else {
            (points.width, points.height)
        };
        Points { width, height, rgb }
    }
}

/// The number in the first list of notes.
fn noted(tiff: &[u8]) -> Option<u16> {
    let is_little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let two = |at: usize| {
        let bytes: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if is_little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let four = |at: usize| {
        let bytes: [u8; 4] = tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    };
    let list = usize::try_from(four(4)?).ok()?;
    let notes = two(list)?.min(MOST_NOTES);
    (0..usize::from(notes)).find_map(|n| {
        let note = list.checked_add(2 + n * 12)?;
        let is_it = two(note)? == TAG && two(note + 2)? == SHORT && four(note + 4)? == 1;
        is_it.then(|| two(note + 8)).flatten()
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Two rows of three points, each of its own shade.
    fn picture() -> Points {
        Points { width: 3, height: 2, rgb: (1..=6).flat_map(|it| [it; 3]).collect() }
    }

    fn shades(number: u16) -> (u32, Vec<u8>) {
        let turned = Orientation::of_number(number).unwrap().turn(picture());
        (turned.width, turned.rgb.chunks_exact(3).map(|it| it[0]).collect())
    }

    #[test]
    fn every_number_turns_as_the_standard_draws_it() {
        assert_eq!(shades(1), (3, vec![1, 2, 3, 4, 5, 6]));
        assert_eq!(shades(2), (3, vec![3, 2, 1, 6, 5, 4]));
        assert_eq!(shades(3), (3, vec![6, 5, 4, 3, 2, 1]));
        assert_eq!(shades(4), (3, vec![4, 5, 6, 1, 2, 3]));
        assert_eq!(shades(5), (2, vec![1, 4, 2, 5, 3, 6]));
        assert_eq!(shades(6), (2, vec![4, 1, 5, 2, 6, 3]));
        assert_eq!(shades(7), (2, vec![6, 3, 5, 2, 4, 1]));
        assert_eq!(shades(8), (2, vec![3, 6, 2, 5, 1, 4]));
        assert_eq!(Orientation::of_number(0), None);
        assert_eq!(Orientation::of_number(9), None);
    }

    #[test]
    fn both_orders_of_bytes_are_read() {
        let little = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0";
        let big = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0";
        assert_eq!((noted(little), noted(big)), (Some(6), Some(6)));
        let marked = [b"Exif\0\0".as_slice(), big].concat();
        assert_eq!(Orientation::of_exif(&marked), Orientation::of_number(6).unwrap());
    }

    proptest! {
        #[test]
        fn no_note_breaks_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..80), is_little in any::<bool>()) {
            let start: &[u8] = if is_little { b"II*\0" } else { b"MM\0*" };
            let _ = Orientation::of_exif(&[start, &bytes].concat()).turn(picture());
        }
    }
}
