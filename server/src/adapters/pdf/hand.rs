//! How the words of a paper are set, by how it looks.

use super::sheets::TOP;

/// How words are set.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub(super) size: f32,
    /// From one line to the next.
    pub(super) leading: f32,
    pub(super) is_bold: bool,
}

/// How everything on a paper is set, from its title on.
pub(super) struct Hand {
    /// Where the first sheet begins.
    pub(super) top: f32,
    pub(super) title: Style,
    pub(super) lead: Style,
    pub(super) heading: Style,
    pub(super) small_heading: Style,
    pub(super) body: Style,
    pub(super) strong: Style,
    pub(super) under_heading: f32,
    pub(super) under_paragraph: f32,
}

pub(super) const BODY: Style = Style { size: 10.5, leading: 15.0, is_bold: false };
pub(super) const STRONG: Style = Style { is_bold: true, ..BODY };
pub(super) const SMALL: Style = Style { size: 8.5, leading: 12.0, is_bold: false };
const LARGE: Style = Style { size: 20.0, leading: 28.0, is_bold: true };

pub(super) const SHEETS: Hand = Hand {
    top: TOP,
    title: Style { size: 22.0, leading: 28.0, is_bold: true },
    lead: BODY,
    heading: Style { size: 14.0, leading: 20.0, is_bold: true },
    small_heading: Style { size: 11.0, leading: 16.0, is_bold: true },
    body: BODY,
    strong: STRONG,
    under_heading: 3.0,
    under_paragraph: 4.0,
};

pub(super) const CERTIFICATE: Hand = Hand {
    top: 220.0,
    title: Style { size: 34.0, leading: 44.0, is_bold: true },
    lead: LARGE,
    heading: LARGE,
    small_heading: LARGE,
    body: Style { size: 13.0, leading: 19.0, is_bold: false },
    strong: Style { size: 13.0, leading: 19.0, is_bold: true },
    under_heading: 14.0,
    under_paragraph: 16.0,
};
