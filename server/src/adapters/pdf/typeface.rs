//! The portal's typeface, and how much room words take in it.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::{
    FontRef, MetadataProvider as _,
    charmap::Charmap,
    instance::{LocationRef, Size},
    metrics::GlyphMetrics,
};

/// The typefaces of a paper. On the web they come as woff2, which a PDF cannot hold.
pub(super) struct Faces {
    pub(super) regular: Face,
    pub(super) bold: Face,
}

impl Faces {
    pub(super) fn open() -> Option<Self> {
        let regular = include_bytes!("../../../../style/fonts/schibsted-grotesk-regular.ttf");
        let bold = include_bytes!("../../../../style/fonts/schibsted-grotesk-bold.ttf");
        Some(Self { regular: Face::open(regular)?, bold: Face::open(bold)? })
    }
}

/// One typeface.
pub(super) struct Face {
    pub(super) font: Font,
    charmap: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
}

impl Face {
    fn open(bytes: &'static [u8]) -> Option<Self> {
        let it = FontRef::new(bytes).ok()?;
        let metrics = it.glyph_metrics(Size::unscaled(), LocationRef::default());
        Some(Self { font: Font::new(bytes.into(), 0)?, charmap: it.charmap(), metrics })
    }

    /// A text as it is drawn: a question mark stands for what there is no glyph for, and nothing
    /// for what nobody sees. Whoever has it read aloud hears the text itself.
    pub(super) fn drawn(&self, text: &str) -> String {
        let seen = text.chars().filter(|it| !it.is_control() && !is_unseen(*it));
        seen.map(|it| match it {
            it if it.is_whitespace() => ' ',
            it if self.charmap.map(it).is_some() => it,
            _ => '?',
        })
        .collect()
    }

    /// The glyphs of a text as it is drawn.
    pub(super) fn glyphs(&self, drawn: &str) -> Vec<KrillaGlyph> {
        let glyph = |(at, it): (usize, char)| {
            let id = GlyphId::new(self.charmap.map(it).unwrap_or_default().to_u32());
            let range = at..at + it.len_utf8();
            KrillaGlyph::new(id, self.advance(it), 0.0, 0.0, 0.0, range, None)
        };
        drawn.char_indices().map(glyph).collect()
    }

    /// How wide a text is at a size.
    pub(super) fn width(&self, text: &str, size: f32) -> f32 {
        self.drawn(text).chars().map(|it| self.advance(it)).sum::<f32>() * size
    }

    /// A text in lines that are no wider than there is room. A word goes on in the next line only
    /// where it alone is too wide. Between words a space stays, so that the lines read on.
    pub(super) fn lines(&self, text: &str, size: f32, room: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for paragraph in text.lines() {
            let mut line = String::new();
            for word in paragraph.split_whitespace() {
                let longer =
                    if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
                if self.width(&longer, size) <= room {
                    line = longer;
                    continue;
                }
                if !line.is_empty() {
                    lines.push(line + " ");
                }
                line = self.broken(word, size, room, &mut lines);
            }
            if !line.is_empty() {
                lines.push(line + " ");
            }
        }
        if let Some(last) = lines.last_mut() {
            last.truncate(last.trim_end().len());
        }
        lines
    }

    /// What is left of a word in its last line, after the lines that it fills alone.
    fn broken(&self, word: &str, size: f32, room: f32, lines: &mut Vec<String>) -> String {
        let mut line = String::new();
        for it in word.chars() {
            line.push(it);
            if self.width(&line, size) > room && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::take(&mut line));
                line.push(it);
            }
        }
        line
    }

    /// How far a glyph moves on, in parts of its size.
    fn advance(&self, it: char) -> f32 {
        let glyph = self.charmap.map(it).unwrap_or_default();
        self.metrics.advance_width(glyph).unwrap_or_default() / self.font.units_per_em()
    }
}

/// Marks that no glyph is for: where a word may break, which way it runs, which form it takes.
fn is_unseen(it: char) -> bool {
    matches!(it,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFFE}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_go_on_in_the_next_line_where_there_is_no_more_room() {
        let face = Faces::open().expect("a typeface").regular;
        let text = "Byg en robot\nog spis frokost";
        assert_eq!(face.lines(text, 10.0, 500.0), ["Byg en robot ", "og spis frokost"]);
        let narrow = face.lines(text, 10.0, 40.0);
        assert!(narrow.len() > 3 && narrow.iter().all(|it| face.width(it.trim(), 10.0) <= 40.0));
        assert_eq!(narrow.concat(), "Byg en robot og spis frokost");
        let long = face.lines(&"x".repeat(50), 10.0, 40.0);
        assert!(long.len() > 4 && long.concat() == "x".repeat(50), "{long:?}");
        assert!(face.lines(" \n ", 10.0, 40.0).is_empty());
    }

    #[test]
    fn letters_of_danish_names_are_drawn_and_strange_ones_asked_about() {
        let face = Faces::open().expect("a typeface").bold;
        assert_eq!(face.drawn("Åse Øgård, Łucja & Şükrü »6.B«"), "Åse Øgård, Łucja & Şükrü »6.B«");
        assert_eq!(face.drawn("Олена\u{AD}\u{a0}x"), "????? x");
        assert!(face.width("WWW", 10.0) > face.width("iii", 10.0));
    }
}
