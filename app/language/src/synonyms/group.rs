//! The groups of a list of synonyms, and how one list differs from another.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use super::{MOST_LINES, SynonymsError, key, line, line::Line};
use crate::words;

/// A group of a list: terms that lead to each other, or from some to others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Where it stands, from one.
    pub line: usize,
    pub from: Vec<String>,
    /// Where it leads to; nothing where all of `from` mean the same.
    pub to: Vec<String>,
}

/// How a list differs from another in one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    Added(Group),
    Removed(Group),
    /// As it was, and as it is.
    Changed(Group, Group),
}

impl fmt::Display for Group {
    /// As its list writes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.from.join(", "))?;
        if self.to.is_empty() { Ok(()) } else { write!(f, " => {}", self.to.join(", ")) }
    }
}

impl Group {
    /// Every term, as it is written.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        self.from.iter().chain(&self.to).map(String::as_str)
    }

    /// What tells it from other groups: spelling, endings and order do not.
    fn identity(&self) -> (BTreeSet<String>, BTreeSet<String>) {
        let side = |terms: &[String]| terms.iter().map(|term| key(&words(term))).collect();
        (side(&self.from), side(&self.to))
    }
}

impl Change {
    /// Every term that it has to do with, each once.
    #[must_use]
    pub fn terms(&self) -> Vec<&str> {
        let mut seen = BTreeSet::new();
        let all: Vec<&str> = match self {
            Self::Added(group) | Self::Removed(group) => group.terms().collect(),
            Self::Changed(was, is) => was.terms().chain(is.terms()).collect(),
        };
        all.into_iter().filter(|term| seen.insert(key(&words(term)))).collect()
    }
}

/// Reads a list, one group a line.
///
/// # Errors
///
/// Everything that is not understood, line by line.
pub fn read_groups(text: &str) -> Result<Vec<Group>, Vec<SynonymsError>> {
    let (mut groups, mut errors) = (Vec::new(), Vec::new());
    for (index, said) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        if index >= MOST_LINES {
            errors.push(SynonymsError::TooManyLines { limit: MOST_LINES });
            break;
        }
        let line = index + 1;
        match line::parse(said, line) {
            Ok(Line::Nothing) => {}
            Ok(Line::Equal(from)) => groups.push(Group { line, from, to: Vec::new() }),
            Ok(Line::OneWay(from, to)) => groups.push(Group { line, from, to }),
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() { Ok(groups) } else { Err(errors) }
}

/// How `new` differs from `old`, in the order of their lines: first what is new or another,
/// then what is no longer there. A group is another where most of its terms are the same.
#[must_use]
pub fn changes(old: &[Group], new: &[Group]) -> Vec<Change> {
    let known: BTreeSet<_> = old.iter().map(Group::identity).collect();
    let kept: BTreeSet<_> = new.iter().map(Group::identity).collect();
    let mut gone: BTreeMap<usize, &Group> =
        old.iter().enumerate().filter(|(_, it)| !kept.contains(&it.identity())).collect();
    let mut changes = Vec::new();
    for group in new.iter().filter(|it| !known.contains(&it.identity())) {
        let nearest = gone.iter().map(|(place, was)| (alike(was, group), *place)).max();
        let was =
            nearest.filter(|(alike, _)| *alike > 0).and_then(|(_, place)| gone.remove(&place));
        changes.push(match was {
            Some(was) => Change::Changed(was.clone(), group.clone()),
            None => Change::Added(group.clone()),
        });
    }
    changes.extend(gone.into_values().cloned().map(Change::Removed));
    changes
}

/// How many terms two groups share; none where these are less than half of either's.
fn alike(one: &Group, other: &Group) -> usize {
    let all = |group: &Group| -> BTreeSet<String> {
        group.terms().map(|term| key(&words(term))).collect()
    };
    let (one, other) = (all(one), all(other));
    let shared = one.intersection(&other).count();
    if shared * 2 >= one.len().min(other.len()) { shared } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(old: &str, new: &str) -> Vec<String> {
        let read = |text| read_groups(text).expect("a list");
        let name = |group: &Group| match group.to.as_slice() {
            [] => group.from.join(","),
            to => format!("{}>{}", group.from.join(","), to.join(",")),
        };
        changes(&read(old), &read(new))
            .iter()
            .map(|change| match change {
                Change::Added(it) => format!("+{}", name(it)),
                Change::Removed(it) => format!("-{}", name(it)),
                Change::Changed(was, is) => format!("{} -> {}", name(was), name(is)),
            })
            .collect()
    }

    #[test]
    fn a_group_is_new_another_or_gone() {
        assert_eq!(
            told("a, b\nc, d => e\nf, g", "f, g\na, b, h\nx => y"),
            ["a,b -> a,b,h", "+x>y", "-c,d>e"]
        );
    }

    #[test]
    fn order_spelling_and_endings_make_no_other_group() {
        assert!(told("robot, maskine\nx => y", "x => y\nMaskiner, robotter # huse").is_empty());
        assert_eq!(told("a => b", "b => a"), ["a>b -> b>a"]);
    }

    #[test]
    fn every_line_that_is_not_understood_is_named() {
        let errors = read_groups("a, b\nalone\na => b => c\nc, d").expect_err("errors");
        assert_eq!(
            errors,
            [SynonymsError::Alone { line: 2 }, SynonymsError::TwoArrows { line: 3 }]
        );
    }
}
