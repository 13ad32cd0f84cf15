//! What a file is, whatever it is called: its first bytes say.

use application::ports::PictureFault;

/// The kinds of pictures that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Jpeg,
    Png,
    WebP,
}

/// So far a text is looked through for what it is.
const LOOKED_AT: usize = 2_048;

impl Kind {
    /// What a file is.
    pub(super) fn of(file: &[u8]) -> Result<Self, PictureFault> {
        let at =
            |from: usize, bytes: &[u8]| file.get(from..).is_some_and(|it| it.starts_with(bytes));
        if file.is_empty() {
            return Err(PictureFault::Empty);
        }
        if at(0, b"\xFF\xD8\xFF") {
            return Ok(Self::Jpeg);
        }
        if at(0, b"\x89PNG\r\n\x1A\n") {
            return Ok(Self::Png);
        }
        if at(0, b"RIFF") && at(8, b"WEBP") {
            return Ok(Self::WebP);
        }
        // Named, since what to do is the same for none of them but the first two.
        let others: [(usize, &[u8], &str); 16] = [
            (0, b"GIF8", "GIF"),
            (0, b"II*\0", "TIFF"),
            (0, b"MM\0*", "TIFF"),
            (0, b"II+\0", "TIFF"),
            (0, b"MM\0+", "TIFF"),
            (0, b"BM", "BMP"),
            (0, b"%PDF", "PDF"),
            (0, b"8BPS", "PSD"),
            (0, b"\0\0\x01\0", "ICO"),
            (0, b"\xFF\x0A", "JPEG XL"),
            (0, b"\0\0\0\x0CJXL ", "JPEG XL"),
            (0, b"\0\0\0\x0CjP  ", "JPEG 2000"),
            (4, b"ftypavif", "AVIF"),
            (4, b"ftyphe", "HEIC"),
            (4, b"ftypmif1", "HEIC"),
            (4, b"ftypmsf1", "HEIC"),
        ];
        if let Some((.., kind)) = others.iter().find(|(from, bytes, _)| at(*from, bytes)) {
            return Err(PictureFault::OtherKind { kind });
        }
        let start = &file[..file.len().min(LOOKED_AT)];
        if String::from_utf8_lossy(start).to_ascii_lowercase().contains("<svg") {
            return Err(PictureFault::OtherKind { kind: "SVG" });
        }
        Err(PictureFault::NotAPicture)
    }
}
