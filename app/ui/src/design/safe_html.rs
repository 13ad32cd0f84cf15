//! HTML that people wrote: Markdown in, a short list of harmless tags out.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use leptos::prelude::*;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// HTML in which nothing runs, loads or looks like the portal itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafeHtml(String);

static SANITISER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let tags = [
        "p",
        "h3",
        "h4",
        "h5",
        "ul",
        "ol",
        "li",
        "strong",
        "em",
        "code",
        "pre",
        "blockquote",
        "a",
        "hr",
        "br",
    ];
    let mut sanitiser = ammonia::Builder::empty();
    sanitiser
        .tags(HashSet::from(tags))
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"]))]))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(Some("noopener nofollow ugc"));
    sanitiser
});

impl SafeHtml {
    /// Reads `CommonMark`. Raw HTML in it is shown as the text it is, and headings are
    /// lowered so that they stand under those of the page.
    #[must_use]
    pub fn from_markdown(text: &str) -> Self {
        let events = Parser::new_ext(text, Options::empty()).map(|event| match event {
            Event::Html(html) | Event::InlineHtml(html) => Event::Text(html),
            Event::Start(Tag::Heading { level, .. }) => Event::Start(Tag::Heading {
                level: lowered(level),
                id: None,
                classes: Vec::new(),
                attrs: Vec::new(),
            }),
            Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lowered(level))),
            other => other,
        });
        let mut html = String::with_capacity(text.len() * 2);
        pulldown_cmark::html::push_html(&mut html, events);
        Self(SANITISER.clean(&html).to_string())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn lowered(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H3,
        HeadingLevel::H3 => HeadingLevel::H4,
        HeadingLevel::H4 | HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H5,
    }
}

/// Shows HTML that people wrote.
#[component]
pub fn Prose(
    html: SafeHtml,
    /// The language it is in, where that is not the page's.
    lang: Option<String>,
) -> impl IntoView {
    view! { <div class="prose" lang=lang inner_html=html.0></div> }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every tag of a piece of HTML, with what stands in it.
    fn tags(html: &str) -> Vec<&str> {
        html.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or(rest)).collect()
    }

    #[test]
    fn two_hundred_attacks_leave_only_harmless_tags() {
        let corpus: Vec<&str> =
            include_str!("xss_corpus.txt").lines().filter(|line| !line.is_empty()).collect();
        assert!(corpus.len() >= 200, "{}", corpus.len());
        for attack in corpus {
            for text in [
                attack.to_owned(),
                format!("# {attack}"),
                format!("> {attack}\n\n- {attack}"),
                format!("[x]({attack})"),
            ] {
                let html = SafeHtml::from_markdown(&text);
                for tag in tags(html.as_str()) {
                    let body = tag.trim_start_matches('/');
                    let name = body.split([' ', '/']).next().unwrap_or_default();
                    let allowed = [
                        "p",
                        "h3",
                        "h4",
                        "h5",
                        "ul",
                        "ol",
                        "li",
                        "strong",
                        "em",
                        "code",
                        "pre",
                        "blockquote",
                        "a",
                        "hr",
                        "br",
                    ];
                    assert!(allowed.contains(&name), "{attack} gave <{tag}>");
                    let attributes = body.trim_start_matches(name).trim();
                    if name == "a" && !tag.starts_with('/') {
                        let href = attributes
                            .split("href=\"")
                            .nth(1)
                            .map_or("", |rest| rest.split('"').next().unwrap_or(""));
                        let scheme = href.split(':').next().unwrap_or_default();
                        assert!(
                            href.is_empty() || ["http", "https", "mailto"].contains(&scheme),
                            "{attack} gave {tag}"
                        );
                    } else {
                        assert!(
                            ["", "/"].contains(&attributes.trim_start_matches('/').trim()),
                            "{attack} gave <{tag}>"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn markdown_is_read_and_headings_stand_under_the_pages_own() {
        let html = SafeHtml::from_markdown(
            "# Dagen\n\nTag **sko** på:\n\n1. ind\n2. ud\n\n[se](https://a.example/)",
        );
        assert_eq!(
            html.as_str(),
            "<h3>Dagen</h3>\n<p>Tag <strong>sko</strong> på:</p>\n<ol>\n<li>ind</li>\n<li>ud</li>\n</ol>\n\
             <p><a href=\"https://a.example/\" rel=\"noopener nofollow ugc\">se</a></p>\n"
        );
    }

    #[test]
    fn raw_html_is_the_text_it_is() {
        assert_eq!(
            SafeHtml::from_markdown("a <b>c</b>").as_str(),
            "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n"
        );
    }
}
