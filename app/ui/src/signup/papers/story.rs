//! What an organiser tells of an activity, as it stands on paper: Markdown without its marks, and
//! a link with the address to which it leads.

use std::fmt::Write as _;

use domain::paper::{Part, Words};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The parts of a text in `CommonMark`; raw HTML in it is shown as the text it is.
pub(super) fn parts(text: &str, language: Option<&str>) -> Vec<Part> {
    let mut story = Story { language, ..Story::default() };
    for event in Parser::new_ext(text, Options::empty()) {
        story.hear(event);
    }
    story.end_block(Part::Paragraph);
    story.parts
}

/// What was heard of a text so far.
#[derive(Default)]
struct Story<'a> {
    language: Option<&'a str>,
    parts: Vec<Part>,
    /// What stands in the block that is being told.
    words: String,
    /// Where the link begins that is being told, and where it leads.
    link: Option<(usize, String)>,
    /// How many lists are open, one in another; on paper they are one.
    depth: usize,
    /// Whether the outermost counts.
    is_counted: bool,
    items: Vec<Words>,
}

impl Story<'_> {
    fn hear(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.words.push_str(&text);
            }
            Event::SoftBreak => self.words.push(' '),
            Event::HardBreak => self.words.push('\n'),
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.link = Some((self.words.len(), dest_url.to_string()));
            }
            Event::End(TagEnd::Link) => self.end_link(),
            Event::Start(Tag::List(first)) => {
                self.end_block(Part::Paragraph);
                if self.depth == 0 {
                    self.is_counted = first.is_some();
                }
                self.depth += 1;
            }
            Event::End(TagEnd::List(_)) => {
                self.end_block(Part::Paragraph);
                self.depth -= 1;
                if self.depth == 0 {
                    let list = if self.is_counted { Part::Steps } else { Part::List };
                    self.parts.push(list(std::mem::take(&mut self.items)));
                }
            }
            Event::End(TagEnd::Heading(_)) => self.end_block(Part::Heading),
            Event::End(
                TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock | TagEnd::HtmlBlock,
            ) => {
                self.end_block(Part::Paragraph);
            }
            _ => {}
        }
    }

    /// A link that says something else than where it leads says that too: paper cannot be pressed.
    fn end_link(&mut self) {
        let Some((start, leads)) = self.link.take() else { return };
        let leads = leads.strip_prefix("mailto:").unwrap_or(&leads);
        let is_address = leads.starts_with("https://") || leads.starts_with("http://");
        let is_told = self.words.get(start..).is_some_and(|it| it.trim() == leads);
        if !is_told && (is_address || leads.contains('@')) {
            let _ = write!(self.words, " ({leads})");
        }
    }

    fn end_block(&mut self, part: fn(Words) -> Part) {
        let words = std::mem::take(&mut self.words);
        if words.trim().is_empty() {
            return;
        }
        match (self.depth, self.items.last_mut()) {
            // What stands under an item stays with it.
            (2.., Some(item)) => {
                let _ = write!(item.text, "\n– {}", words.trim());
            }
            (depth, _) => {
                let words = Words::from(words.trim()).spoken_in(self.language.map(str::to_owned));
                if depth == 0 { self.parts.push(part(words)) } else { self.items.push(words) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_on_paper_has_no_marks_and_its_links_say_where_they_lead() {
        let text = "# Dagen\n\nVi bygger **en robot**,\nog du [styrer den](https://a.example/x).\n\n\
                    - Tag madpakke med\n- Tag sko på\n  - og jakke\n\n<b>Slut</b>";
        let paragraph = |text: &str| Part::Paragraph(text.into());
        let expected = [
            Part::Heading("Dagen".into()),
            paragraph("Vi bygger en robot, og du styrer den (https://a.example/x)."),
            Part::List(vec!["Tag madpakke med".into(), "Tag sko på\n– og jakke".into()]),
            paragraph("<b>Slut</b>"),
        ];
        assert_eq!(parts(text, None), expected);
    }

    #[test]
    fn what_is_counted_stays_counted_and_says_its_language() {
        let item = |text: &str| Words::from(text).spoken_in(Some("en".to_owned()));
        let expected = [Part::Steps(vec![item("Build it"), item("Drive it")])];
        assert_eq!(parts("1. Build it\n2. Drive it", Some("en")), expected);
        assert_eq!(parts(" \n", None), []);
    }
}
