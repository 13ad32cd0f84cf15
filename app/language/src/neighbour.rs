//! The word that was meant, where what was typed stands nowhere.

use std::{cmp::Reverse, collections::HashMap};

use crate::{
    Near, Synonyms, Tongue, bare,
    compound::{Whole, is_in_dictionary, nearest_in_dictionary},
    distance, is_stop_word,
    spelling::respelled,
    stem, strangeness, typos_allowed,
};

/// Words that texts hold, and the stems that lead to them.
pub trait Vocabulary {
    /// Why it could not be read.
    type Error;

    /// Shows every word that is near: folded, as it is written, and how many texts hold it.
    ///
    /// # Errors
    ///
    /// Where it cannot be read.
    fn each_near(
        &self,
        near: &Near,
        show: &mut dyn FnMut(&str, &str, u32),
    ) -> Result<(), Self::Error>;
}

/// A word that is spelled almost like what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    pub folded: String,
    /// In small letters, as texts have it.
    pub written: String,
    /// Whether more than accents and doubled letters differ.
    pub differs: bool,
}

/// What is meant by a folded word that no text holds: the nearest of the words that texts
/// hold or that lead to others, else of those that a dictionary knows or that are made of
/// such. None where it is a word already, or nothing is near.
///
/// Fewer slips come before more, those that are likelier before stranger ones, and then
/// frequent words before rare ones. Nothing is mended into a word that says nothing, and a
/// word that a dictionary knows into none but by its accents: who writes »heste« does not
/// mean »hente«, though no text is about horses.
///
/// # Errors
///
/// Where the vocabulary cannot be read.
pub fn nearest<V: Vocabulary + ?Sized>(
    typed: &str,
    vocabulary: &V,
    synonyms: &Synonyms,
) -> Result<Option<Neighbour>, V::Error> {
    let mut met = Met::new(typed);
    // Most words hold one slip, which is looked for in much less time than two.
    for slips in 1..=typos_allowed(typed).max(1) {
        let Some(near) = Near::within(typed, slips) else { return Ok(None) };
        vocabulary.each_near(&near, &mut |folded, written, n| met.look(folded, written, n))?;
        for word in synonyms.words().filter(|word| near.recognises(word)) {
            met.look(word, word, 0);
        }
        let best = met.best();
        if let Some((distance, it)) = best
            && (distance.slips <= slips || !it.differs)
        {
            return Ok(Some(it).filter(|it| it.folded != typed));
        }
        if let Some(it) = nearest_in_dictionary(typed, slips).filter(|it| it.slips <= slips) {
            let Whole { folded, written, differs, .. } = it;
            return Ok(Some(Neighbour { folded, written, differs }).filter(|it| it.folded != typed));
        }
    }
    Ok(met.best().map(|(_, it)| it))
}

/// How far a word is from what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Distance {
    /// Whether more than accents and doubled letters differ.
    differs: bool,
    slips: u8,
    strangeness: u16,
}

/// The words that have been met.
struct Met<'a> {
    typed: &'a str,
    bare: String,
    sound: String,
    stem: String,
    allowed: u8,
    is_right: bool,
    /// By the folded word: how far it is, how many texts hold it, and as it is written.
    words: HashMap<String, (Distance, u32, String)>,
}

impl<'a> Met<'a> {
    fn new(typed: &'a str) -> Self {
        Self {
            typed,
            bare: bare(typed),
            sound: bare(&respelled(typed)),
            stem: stem(typed, Tongue::Danish),
            allowed: typos_allowed(typed),
            is_right: is_in_dictionary(typed),
            words: HashMap::new(),
        }
    }

    fn look(&mut self, folded: &str, written: &str, n: u32) {
        if is_stop_word(folded) {
            return;
        }
        let distance = self.distance(folded).filter(|it| !(self.is_right && it.differs));
        if let Some(distance) = distance {
            let new = || (distance, 0, written.to_owned());
            self.words.entry(folded.to_owned()).or_insert_with(new).1 += n;
        }
    }

    fn distance(&self, folded: &str) -> Option<Distance> {
        let bare = bare(folded);
        let of = |slips: u8| Distance {
            differs: self.bare != bare,
            slips,
            strangeness: strangeness(self.typed, folded),
        };
        // »å« for »o« is one slip, though folded it is two letters.
        let bare_allowed = self.allowed.min(typos_allowed(&self.bare));
        let as_typed = distance(self.typed, folded, self.allowed);
        let without_accents = distance(&self.bare, &bare, bare_allowed);
        let by_sound =
            distance(&self.sound, &bare, self.allowed.saturating_sub(1)).map(|it| it + 1);
        if let Some(slips) = as_typed.into_iter().chain(without_accents).chain(by_sound).min() {
            return Some(of(slips));
        }
        // Where only the stems are near, the endings are one slip more.
        let is_stem = self.stem.len() > 3 && folded.len() > 3;
        let by_stem = is_stem.then(|| distance(&self.stem, folded, self.allowed)).flatten();
        by_stem.map(|it| of(it + 1))
    }

    fn best(&self) -> Option<(Distance, Neighbour)> {
        let best = self
            .words
            .iter()
            .min_by_key(|(folded, (distance, n, _))| (*distance, Reverse(*n), *folded));
        best.map(|(folded, (distance, _, written))| {
            let (folded, written) = (folded.clone(), written.clone());
            (*distance, Neighbour { folded, written, differs: distance.differs })
        })
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::{Neighbour, Vocabulary, nearest};
    use crate::{Near, Synonyms, folded};

    struct Texts(&'static [(&'static str, u32)]);

    impl Vocabulary for Texts {
        type Error = Infallible;

        fn each_near(
            &self,
            near: &Near,
            show: &mut dyn FnMut(&str, &str, u32),
        ) -> Result<(), Infallible> {
            for (written, n) in self.0 {
                let word = folded(written);
                if near.recognises(&word) {
                    show(&word, written, *n);
                }
            }
            Ok(())
        }
    }

    fn meant(typed: &str, texts: &'static [(&'static str, u32)]) -> Option<String> {
        let Ok(found) = nearest(&folded(typed), &Texts(texts), Synonyms::standard());
        found.map(|it: Neighbour| it.written)
    }

    #[test]
    fn the_likelier_slip_is_meant_though_the_word_is_rarer() {
        let texts = &[("fredag", 90), ("foredrag", 3)];
        assert_eq!(meant("fredrag", texts).as_deref(), Some("foredrag"));
    }

    #[test]
    fn of_equally_likely_words_the_frequent_one_is_meant() {
        let texts = &[("rabat", 2), ("rubat", 5)];
        assert_eq!(meant("ribat", texts).as_deref(), Some("rubat"));
    }

    #[test]
    fn words_that_say_nothing_are_never_meant() {
        let texts = &[("eller", 90), ("elever", 3)];
        assert_eq!(meant("eleer", texts).as_deref(), Some("elever"));
    }

    #[test]
    fn a_word_that_leads_to_others_is_meant_though_no_text_holds_it() {
        assert_eq!(meant("kodnnig", &[]).as_deref(), Some("kodning"));
        assert_eq!(meant("gentekologi", &[]).as_deref(), Some("genteknologi"));
    }

    #[test]
    fn what_a_dictionary_knows_is_meant_where_texts_hold_nothing_near() {
        assert_eq!(meant("rumsikb", &[("rumsonde", 4)]).as_deref(), Some("rumskib"));
        assert_eq!(meant("forserdag", &[("foredrag", 50)]).as_deref(), Some("forskerdag"));
    }

    #[test]
    fn a_word_that_is_spelled_right_means_itself() {
        for typed in ["kodning", "rumskib", "familiedag"] {
            assert_eq!(meant(typed, &[("robot", 4)]), None, "{typed}");
        }
    }

    #[test]
    fn a_word_that_is_spelled_right_is_not_mended_into_another() {
        let texts = &[("hente", 9), ("teste", 1), ("skibe", 4), ("oplæg", 3)];
        for typed in ["heste", "skive"] {
            assert_eq!(meant(typed, texts), None, "{typed}");
        }
        assert_eq!(meant("oplag", texts).as_deref(), Some("oplæg"), "an accent was left out");
    }

    #[test]
    fn a_word_of_four_letters_is_only_respelled() {
        assert_eq!(meant("wand", &[("vand", 4)]).as_deref(), Some("vand"));
        assert_eq!(meant("klia", &[("klima", 4)]), None);
    }
}
