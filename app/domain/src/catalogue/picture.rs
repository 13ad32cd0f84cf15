//! A picture that shows an activity, in the sizes in which it is kept.

use std::{fmt, str::FromStr};

use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{ActivityId, DraftId};
use crate::text::text;

/// Names a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PictureId(pub Uuid);

/// What a picture belongs to, and goes away with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PictureOf {
    Draft(DraftId),
    Activity(ActivityId),
}

text! {
    /// What a picture shows, for whoever does not see it (WCAG 2.2, 1.1.1).
    AltText, 5..=250, false
}

/// Tells one picture's bytes from every other's; an address that holds it never changes what
/// it leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PictureMark(u128);

/// One size of a picture, in points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PictureSize {
    pub width: u16,
    pub height: u16,
}

/// A picture that shows an activity, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub id: PictureId,
    pub mark: PictureMark,
    /// Nothing while whoever writes a draft owes it; no activity's picture is without.
    pub alt: Option<AltText>,
    /// The narrowest first; there is always one.
    pub sizes: Vec<PictureSize>,
}

/// A picture in one size, as a JPEG that we made ourselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Print {
    pub size: PictureSize,
    pub jpeg: Vec<u8>,
}

/// The name of one size of a picture in addresses: `5f0c…9e-960.jpg`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PictureFile {
    pub mark: PictureMark,
    pub width: u16,
}

/// A text that names no file of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it names no picture")]
pub struct InvalidPictureFile;

impl PictureMark {
    const DIGITS: usize = 32;

    /// The mark of a picture's bytes, in all its sizes.
    #[must_use]
    pub fn of(prints: &[Print]) -> Self {
        let mut digest = Sha256::new();
        for print in prints {
            digest.update(print.size.width.to_be_bytes());
            digest.update(print.size.height.to_be_bytes());
            digest.update(Sha256::digest(&print.jpeg));
        }
        let bytes = digest.finalize();
        Self(bytes.iter().take(16).fold(0, |mark, byte| mark << 8 | u128::from(*byte)))
    }
}

impl FromStr for PictureMark {
    type Err = InvalidPictureFile;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // One way to write it: no sign, no capitals.
        let is_digit = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        let is_plain = text.len() == Self::DIGITS && text.bytes().all(is_digit);
        let mark = u128::from_str_radix(text, 16).ok().filter(|_| is_plain);
        mark.map(Self).ok_or(InvalidPictureFile)
    }
}

impl fmt::Display for PictureMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl Picture {
    /// A picture of these sizes, the narrowest first.
    #[must_use]
    pub fn of(id: PictureId, alt: Option<AltText>, prints: &[Print]) -> Self {
        let sizes = prints.iter().map(|print| print.size).collect();
        Self { id, mark: PictureMark::of(prints), alt, sizes }
    }

    /// Whether both show the same and say the same of it.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        self.mark == other.mark && self.alt == other.alt
    }

    /// The name of one of its sizes.
    #[must_use]
    pub fn file(&self, size: PictureSize) -> PictureFile {
        PictureFile { mark: self.mark, width: size.width }
    }

    /// The widest size.
    #[must_use]
    pub fn widest(&self) -> Option<PictureSize> {
        self.sizes.last().copied()
    }
}

impl FromStr for PictureFile {
    type Err = InvalidPictureFile;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (mark, width) = text
            .strip_suffix(".jpg")
            .and_then(|name| name.split_once('-'))
            .ok_or(InvalidPictureFile)?;
        // One address for each: no sign and no zero before the number.
        let is_plain = width.bytes().all(|b| b.is_ascii_digit()) && !width.starts_with('0');
        let width = width.parse().ok().filter(|_| is_plain).ok_or(InvalidPictureFile)?;
        Ok(Self { mark: mark.parse()?, width })
    }
}

impl fmt::Display for PictureFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}.jpg", self.mark, self.width)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn print(width: u16, jpeg: &[u8]) -> Print {
        Print { size: PictureSize { width, height: 9 }, jpeg: jpeg.to_vec() }
    }

    #[test]
    fn other_bytes_have_another_mark() {
        let marks = [
            PictureMark::of(&[print(16, b"ab")]),
            PictureMark::of(&[print(16, b"ac")]),
            PictureMark::of(&[print(17, b"ab")]),
            PictureMark::of(&[print(16, b"ab"), print(32, b"")]),
            PictureMark::of(&[print(16, b"a"), print(32, b"b")]),
        ];
        for (n, mark) in marks.iter().enumerate() {
            assert!(!marks[..n].contains(mark), "{n}");
        }
        assert_eq!(marks[0], PictureMark::of(&[print(16, b"ab")]));
    }

    #[test]
    fn a_file_has_one_name() {
        let picture = Picture::of(PictureId(Uuid::nil()), None, &[print(960, b"x")]);
        let file = picture.file(picture.sizes[0]);
        assert_eq!(file.to_string().parse(), Ok(file));
        let mark = file.mark;
        for other in [
            format!("{mark}-0960.jpg"),
            format!("{mark}-+960.jpg"),
            format!("{mark}-960.JPG"),
            format!("{mark}-960.png"),
            format!("{mark}-.jpg"),
            format!("{mark}-99999.jpg"),
            format!("{}-960.jpg", mark.to_string().to_uppercase()),
            format!("../{mark}-960.jpg"),
        ] {
            assert_eq!(other.parse::<PictureFile>(), Err(InvalidPictureFile), "{other}");
        }
    }

    proptest! {
        #[test]
        fn what_names_a_file_is_written_as_it_was_read(text in ".{0,60}") {
            if let Ok(file) = text.parse::<PictureFile>() {
                prop_assert_eq!(file.to_string(), text);
            }
        }
    }
}
