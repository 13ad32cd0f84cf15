//! What is left of a word when its endings are taken off, so that "robotter" and "robot"
//! meet. A stem is a key, not a word, and is never shown.

mod danish;
mod english;
mod families;
mod letters;

use crate::folded;

/// The language whose endings are taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tongue {
    Danish,
    English,
}

/// The stem of a word, folded like its word; words of three letters and fewer and words
/// that hold a digit are their own stem.
///
/// Danish words may be given folded ("vindmoeller") or as written ("vindmøller").
///
/// ```
/// use language::{Tongue, stem};
/// assert_eq!(stem("robotterne", Tongue::Danish), stem("robot", Tongue::Danish));
/// assert_eq!(stem("workshops", Tongue::English), "workshop");
/// ```
#[must_use]
pub fn stem(word: &str, tongue: Tongue) -> String {
    let word = letters::unfolded(&folded(word));
    if word.chars().count() <= 3 && !word.starts_with(['å', 'ø'])
        || word.chars().any(|c| !c.is_alphabetic())
    {
        return letters::refolded(&word);
    }
    let stem = families::stem_of(&word).unwrap_or_else(|| match tongue {
        Tongue::Danish => danish::stem(&word),
        Tongue::English => english::stem(&word),
    });
    letters::refolded(&stem)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Tongue, stem};
    use crate::folded;

    #[track_caller]
    fn one(tongue: Tongue, words: &str) {
        let mut words = words.split_whitespace();
        let first = words.next().expect("a word");
        for word in words {
            assert_eq!(
                stem(&folded(word), tongue),
                stem(&folded(first), tongue),
                "{first}, {word}"
            );
        }
    }

    #[track_caller]
    fn apart(a: &str, b: &str) {
        assert_ne!(stem(&folded(a), Tongue::Danish), stem(&folded(b), Tongue::Danish), "{a}, {b}");
    }

    #[test]
    fn the_forms_of_a_noun_have_one_stem() {
        for noun in [
            "robot robotter robotten robotterne robottens robots",
            "klub klubber klubben klubberne",
            "forsøg forsøget forsøgene forsøgenes",
            "bro broer broen broerne",
            "by byer byen byerne",
            "å åen åer åerne",
            "ø øen øer øerne",
            "hav havet havene havets",
            "protese proteser protesen proteserne",
            "vindmølle vindmøller vindmøllen vindmøllerne",
            "raket raketter raketten raketterne",
            "vandraket vandraketter",
            "planet planeter planeten planeterne",
            "aktivitet aktiviteter aktiviteten aktiviteterne",
            "elev elever eleven eleverne elevernes",
            "lærer lærere læreren lærerne",
            "computer computere computeren computerne",
            "museum museer museet museerne",
            "laboratorium laboratorier laboratoriet laboratorierne",
            "studie studier studiet",
            "barn barnet børn børnene børns",
            "bog bogen bøger bøgerne",
            "cykel cykler cyklen cyklerne",
            "middel midler midlet",
            "model modeller modellen",
            "himmel himlen himle",
            "center centre centret centrene",
            "kursus kurser kurset kurserne",
            "køkken køkkenet køkkener",
            "miljø miljøet miljøer miljøerne",
            "dato datoer datoen",
            "klima klimaet",
            "kamera kameraer kameraet",
            "video videoer videoen",
            "fossil fossiler fossilerne",
            "forstening forsteninger forsteningen",
            "satellit satellitter satellitten",
            "drone droner dronen droners",
            "lærling lærlinge lærlingen lærlingene",
            "enzym enzymer enzymet",
            "konkurrence konkurrencer konkurrencen",
            "rum rummet",
        ] {
            one(Tongue::Danish, noun);
        }
    }

    #[test]
    fn a_verb_meets_the_noun_made_of_it() {
        for verb in [
            "kode koder kodning kodningen",
            "svejse svejser svejsning",
            "bygge bygger bygning bygninger",
            "undervise underviser undervisning undervisningen",
            "fermentere fermenterer fermenteret fermentering",
            "programmere programmerer programmering programmeringen",
            "tegne tegner tegning tegninger",
            "træne træner træning",
            "lodde lodder lodning",
            "opleve oplever oplevelse oplevelser",
        ] {
            one(Tongue::Danish, verb);
        }
    }

    #[test]
    fn an_adjective_meets_its_forms() {
        one(Tongue::Danish, "grøn grønne");
        one(Tongue::Danish, "digital digitalt digitale");
        one(Tongue::Danish, "bæredygtig bæredygtigt bæredygtige bæredygtighed");
    }

    #[test]
    fn words_that_only_look_alike_stay_apart() {
        for (a, b) in [
            ("smed", "smedje"),
            ("brint", "print"),
            ("jul", "hjul"),
            ("data", "dato"),
            ("program", "programmering"),
            ("camp", "camping"),
            ("plan", "planet"),
            ("bil", "billede"),
            ("rak", "raket"),
            ("kom", "komet"),
            ("net", "nat"),
            ("bro", "brød"),
            ("bil", "billig"),
            ("drone", "dronning"),
            ("sort", "sortering"),
            ("park", "parkering"),
            ("kold", "Kolding"),
            ("jord", "orden"),
            ("tabel", "tablets"),
        ] {
            apart(a, b);
        }
    }

    #[test]
    fn english_plurals_and_doings_meet() {
        for words in [
            "robot robots",
            "coding code codes",
            "activity activities",
            "class classes",
            "workshop workshops",
            "science sciences",
        ] {
            one(Tongue::English, words);
        }
        assert_eq!(stem("physics", Tongue::English), "physics");
        assert_eq!(stem("class", Tongue::English), "class");
        assert_eq!(stem("string", Tongue::English), "string");
    }

    #[test]
    fn short_words_and_numbers_are_left_alone() {
        for word in ["is", "bro", "3d", "10x", "dna", "2027er"] {
            assert_eq!(stem(word, Tongue::Danish), word);
        }
    }

    proptest! {
        #[test]
        fn a_stem_is_never_empty_and_never_longer(word in "[a-zæøå]{1,24}") {
            for tongue in [Tongue::Danish, Tongue::English] {
                let stem = stem(&word, tongue);
                prop_assert!(!stem.is_empty());
                prop_assert!(stem.len() <= folded(&word).len());
            }
        }

        #[test]
        fn folded_or_not_a_word_has_one_stem(word in "[a-zæøå]{1,16}") {
            prop_assert_eq!(stem(&word, Tongue::Danish), stem(&folded(&word), Tongue::Danish));
        }

        #[test]
        fn nothing_makes_it_stumble(word in "\\PC{0,30}") {
            let _ = stem(&word, Tongue::Danish);
            let _ = stem(&word, Tongue::English);
        }
    }
}
