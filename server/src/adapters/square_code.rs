//! Squares that a telephone's camera reads (QR, ISO/IEC 18004).

use fast_qr::QRBuilder;
use ui::design::square_code::Modules;

/// The modules of the square that says a text; nothing where the text is too long for one.
#[must_use]
pub fn square_code(text: &str) -> Option<Modules> {
    let square = QRBuilder::new(text).build().ok()?;
    let rows = (0..square.size).map(|y| square[y].iter().map(|it| it.value()).collect());
    Some(Modules(rows.collect()))
}
