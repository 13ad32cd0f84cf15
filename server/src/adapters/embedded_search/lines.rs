//! Words that are handed to tantivy, a line each.
//!
//! They are taken apart already, and tantivy keeps ready tokens as JSON until it writes them:
//! that took half of the time in which they were written.

use tantivy::{
    Index,
    tokenizer::{Token, TokenStream, Tokenizer},
};

/// What the index's schema calls it.
pub(super) const NAME: &str = "lines";

/// Lets an index read lines.
pub(super) fn readable(index: Index) -> Index {
    index.tokenizers().register(NAME, Lines::default());
    index
}

/// Every line is a word as it stands.
#[derive(Clone, Default)]
struct Lines(Token);

struct LinesOf<'a> {
    rest: std::str::Lines<'a>,
    /// Only its text matters: where a word stands is not kept.
    token: &'a mut Token,
}

impl Tokenizer for Lines {
    type TokenStream<'a> = LinesOf<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> LinesOf<'a> {
        self.0.reset();
        self.0.position = 0;
        LinesOf { rest: text.lines(), token: &mut self.0 }
    }
}

impl TokenStream for LinesOf<'_> {
    fn advance(&mut self) -> bool {
        let Some(line) = self.rest.next() else { return false };
        self.token.text.clear();
        self.token.text.push_str(line);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_comes_out_as_a_word() {
        for words in [&[][..], &["=robot"], &["=på", "~på", "=på", "på\0På"]] {
            let text: String = words.iter().flat_map(|word| [word, "\n"]).collect();
            let (mut lines, mut found) = (Lines::default(), Vec::new());
            let mut stream = lines.token_stream(&text);
            while stream.advance() {
                found.push(stream.token().text.clone());
            }
            assert_eq!(found, words);
        }
    }
}
