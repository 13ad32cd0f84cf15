//! One line of a list of synonyms.

use super::SynonymsError;
use crate::words;

const LONGEST_LINE: usize = 1_000;
const MOST_WORDS: usize = 6;

pub(super) enum Line {
    Nothing,
    Equal(Vec<String>),
    OneWay(Vec<String>, Vec<String>),
}

pub(super) fn parse(line: &str, number: usize) -> Result<Line, SynonymsError> {
    if line.len() > LONGEST_LINE {
        return Err(SynonymsError::LineTooLong { line: number, limit: LONGEST_LINE });
    }
    let said = line.split('#').next().unwrap_or_default().trim();
    if said.is_empty() {
        return Ok(Line::Nothing);
    }
    let mut sides = said.split("=>");
    let left = terms(sides.next().unwrap_or_default(), number)?;
    let right = sides.next().map(|side| terms(side, number)).transpose()?;
    if sides.next().is_some() {
        return Err(SynonymsError::TwoArrows { line: number });
    }
    match right {
        Some(right) => Ok(Line::OneWay(left, right)),
        None if left.len() < 2 => Err(SynonymsError::Alone { line: number }),
        None => Ok(Line::Equal(left)),
    }
}

fn terms(side: &str, line: usize) -> Result<Vec<String>, SynonymsError> {
    side.split(',')
        .map(|term| match words(term).len() {
            0 => Err(SynonymsError::EmptyTerm { line }),
            1..=MOST_WORDS => Ok(term.trim().to_owned()),
            _ => Err(SynonymsError::TermTooLong { line, limit: MOST_WORDS }),
        })
        .collect()
}
