//! The words that compounds are made of, derived from the Danish spelling dictionary of
//! stavekontrolden.dk (see `data/NOTICE.md`) by `tools/derive.py`.

use std::sync::LazyLock;

use fst::{Map, raw::Output};

static PARTS: LazyLock<Option<Map<&[u8]>>> =
    LazyLock::new(|| Map::new(include_bytes!("../../data/parts.fst").as_slice()).ok());

/// What stands between two parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    None,
    S,
    E,
}

impl Link {
    pub(super) fn letters(self) -> &'static str {
        match self {
            Self::None => "",
            Self::S => "s",
            Self::E => "e",
        }
    }
}

/// What the dictionary says of a word, packed by `tools/derive.py`.
#[derive(Clone, Copy)]
pub(super) struct Entry(u64);

impl Entry {
    /// The cost of the word as a part that another follows, from 1 for the commonest.
    pub(super) fn as_first(self) -> Option<u32> {
        cost(self.0 >> 3)
    }

    /// The cost of the word as the last part.
    pub(super) fn as_last(self) -> Option<u32> {
        cost(self.0 >> 7).filter(|cost| *cost < 15)
    }

    pub(super) fn takes(self, link: Link) -> bool {
        let bit = match link {
            Link::None => 1,
            Link::S => 2,
            Link::E => 4,
        };
        self.0 & bit != 0
    }

    /// A word that stands by itself and is no compound.
    pub(super) fn is_simple(self) -> bool {
        let is_compound = self.0 >> 11 & 1 == 1;
        let stands_alone = self.0 >> 7 & 15 != 0;
        stands_alone && !is_compound
    }
}

/// What is known of a word.
pub(super) fn entry(word: &str) -> Option<Entry> {
    PARTS.as_ref()?.get(word).map(Entry)
}

/// The known words that a text begins with, and how many bytes each is long.
pub(super) fn beginnings(text: &str) -> impl Iterator<Item = (usize, Entry)> {
    let graph = PARTS.as_ref().map(Map::as_fst);
    let mut at = graph.map(|graph| (graph.root(), Output::zero()));
    let mut letters = text.bytes().enumerate();
    std::iter::from_fn(move || {
        loop {
            let (node, so_far) = at.take()?;
            let (index, letter) = letters.next()?;
            let step = node.transition(node.find_input(letter)?);
            let next = graph?.node(step.addr);
            let output = so_far.cat(step.out);
            at = Some((next, output));
            if next.is_final() {
                return Some((index + 1, Entry(output.cat(next.final_output()).value())));
            }
        }
    })
}

fn cost(bits: u64) -> Option<u32> {
    u32::try_from(bits & 15).ok().filter(|cost| *cost > 0)
}
