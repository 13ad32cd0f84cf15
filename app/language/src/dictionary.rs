//! The words that texts and compounds are made of, derived from the Danish spelling dictionary of
//! stavekontrolden.dk (see `data/NOTICE.md`) by `tools/derive.py`.

use std::sync::LazyLock;

use fst::{Automaton, IntoStreamer as _, Map, Streamer as _, raw::Output};

use crate::{Near, Reading};

static PARTS: LazyLock<Option<Map<&[u8]>>> =
    LazyLock::new(|| Map::new(include_bytes!("../data/parts.fst").as_slice()).ok());

/// What stands between two parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    None,
    S,
    E,
}

impl Link {
    pub(crate) const ALL: [Self; 3] = [Self::None, Self::S, Self::E];

    pub(crate) fn letters(self) -> &'static str {
        match self {
            Self::None => "",
            Self::S => "s",
            Self::E => "e",
        }
    }
}

/// What the dictionary says of a word, packed by `tools/derive.py`.
#[derive(Clone, Copy)]
pub(crate) struct Entry(u64);

impl Entry {
    /// The cost of the word as a part that another follows, from 1 for the commonest.
    pub(crate) fn as_first(self) -> Option<u32> {
        cost(self.0 >> 3)
    }

    /// The cost of the word as the last part.
    pub(crate) fn as_last(self) -> Option<u32> {
        cost(self.0 >> 7).filter(|cost| *cost < 15)
    }

    pub(crate) fn takes(self, link: Link) -> bool {
        let bit = match link {
            Link::None => 1,
            Link::S => 2,
            Link::E => 4,
        };
        self.0 & bit != 0
    }

    /// A word that stands by itself and is no compound.
    pub(crate) fn is_simple(self) -> bool {
        let is_compound = self.0 >> 11 & 1 == 1;
        self.stands_alone() && !is_compound
    }

    /// A word that is not only the beginning of others.
    pub(crate) fn stands_alone(self) -> bool {
        self.0 >> 7 & 15 != 0
    }

    /// »poesi« is not »pøsi«.
    pub(crate) fn is_written_as_folded(self) -> bool {
        self.0 >> 12 & 1 == 1
    }
}

/// What is known of a word.
pub(crate) fn entry(word: &str) -> Option<Entry> {
    PARTS.as_ref()?.get(word).map(Entry)
}

/// How a word of the dictionary is written, in small letters: »påske« for »paaske«.
pub(crate) fn written(word: &str) -> String {
    if entry(word).is_some_and(Entry::is_written_as_folded) {
        return word.to_owned();
    }
    word.replace("ae", "æ").replace("oe", "ø").replace("aa", "å")
}

/// Shows every word that is near.
pub(crate) fn each_near(near: &Near, mut show: impl FnMut(&str, Entry)) {
    let Some(words) = PARTS.as_ref() else { return };
    let mut words = words.search(near).into_stream();
    while let Some((word, entry)) = words.next() {
        if let Ok(word) = str::from_utf8(word) {
            show(word, Entry(entry));
        }
    }
}

impl Automaton for &Near {
    type State = Reading;

    fn start(&self) -> Reading {
        Near::start(self)
    }

    fn is_match(&self, reading: &Reading) -> bool {
        self.is_near(reading)
    }

    fn can_match(&self, reading: &Reading) -> bool {
        self.can_begin(reading)
    }

    fn accept(&self, reading: &Reading, letter: u8) -> Reading {
        self.read(reading, letter)
    }
}

/// The known words that a text begins with, and how many bytes each is long.
pub(crate) fn beginnings(text: &str) -> impl Iterator<Item = (usize, Entry)> {
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
