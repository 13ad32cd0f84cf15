//! Words that are handed to tantivy ready-made, a line each.
//!
//! tantivy's own way to hand over ready-made words carries them as JSON, written and read
//! again for each document; of the time it takes to write the words, that was half.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// Takes each line as a word, as it is. Where it stands does not matter: only whether a
/// document holds it is asked.
#[derive(Clone, Default)]
pub(super) struct Lines(Token);

impl Lines {
    /// By which the schema knows it.
    pub(super) const NAME: &str = "lines";

    /// The text that is taken apart into these words, of which none has more than one line.
    pub(super) fn of(words: impl IntoIterator<Item = String>) -> String {
        let mut text = String::new();
        for word in words.into_iter().filter(|word| !word.is_empty()) {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&word);
        }
        text
    }
}

impl Tokenizer for Lines {
    type TokenStream<'a> = LineStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> LineStream<'a> {
        LineStream { token: &mut self.0, left: text }
    }
}

pub(super) struct LineStream<'a> {
    token: &'a mut Token,
    left: &'a str,
}

impl TokenStream for LineStream<'_> {
    fn advance(&mut self) -> bool {
        let (line, left) = self.left.split_once('\n').unwrap_or((self.left, ""));
        self.left = left;
        self.token.position = 0;
        self.token.text.clear();
        self.token.text.push_str(line);
        !line.is_empty()
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

    fn taken_apart(text: &str) -> Vec<String> {
        let mut lines = Lines::default();
        let mut stream = lines.token_stream(text);
        let mut words = Vec::new();
        while stream.advance() {
            words.push(stream.token().text.clone());
        }
        words
    }

    #[test]
    fn words_come_out_as_they_were_put_in() {
        for words in [&[][..], &["=robot"], &["=på", "~på", "på\0På"]] {
            let words: Vec<String> = words.iter().map(|it| (*it).to_owned()).collect();
            assert_eq!(taken_apart(&Lines::of(words.clone())), words);
        }
    }

    #[test]
    fn an_empty_word_is_none() {
        let words = ["", "=a", "", "=b"].map(str::to_owned);
        assert_eq!(taken_apart(&Lines::of(words)), ["=a", "=b"]);
    }
}
