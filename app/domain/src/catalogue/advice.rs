//! What makes an activity found and chosen.

use super::Answers;
use crate::keyed::keyed;

keyed! {
    /// Something that makes an activity found, or chosen once it is found. None of it must be
    /// done: what must be is a fault.
    Advice {
        /// The title says in a few words what one does.
        TellingTitle = "title",
        /// The summary is long enough to say something, and short enough for a card.
        Summary = "summary",
        /// The description answers what somebody asks who has never been there.
        Description = "description",
        /// Grades or ages are told, so that those who choose them find it.
        Levels = "levels",
        /// More than one topic leads to it.
        Topics = "topics",
        /// How one gets in is told: whoever needs to know stays away where it is not.
        Accessibility = "accessibility",
        /// The price is told, also where it is nothing.
        Price = "price",
        /// There is more than one day to choose from.
        Dates = "dates",
        /// The portal knows how many seats each day has.
        Seats = "seats",
        /// A picture shows what it is like.
        Picture = "picture",
    }
}

impl Advice {
    /// Fewer words of a title say too little …
    const FEWEST_WORDS: usize = 2;
    /// … and more characters are cut off on a phone.
    const LONGEST_TITLE: usize = 70;
    /// A shorter summary leaves a card half empty, in characters.
    const SHORTEST_SUMMARY: usize = 60;
    /// A shorter description leaves more questions than it answers, in characters.
    const SHORTEST_DESCRIPTION: usize = 300;

    /// Whether answers, and whether a picture stands beside them, follow it.
    #[must_use]
    pub fn is_followed(self, answers: &Answers, has_picture: bool) -> bool {
        let of = |column| answers.get(column).trim();
        let letters = |column| of(column).chars().count();
        let chosen = |column| of(column).split(';').filter(|it| !it.trim().is_empty()).count();
        match self {
            Self::TellingTitle => {
                of("title").split_whitespace().count() >= Self::FEWEST_WORDS
                    && letters("title") <= Self::LONGEST_TITLE
            }
            Self::Summary => letters("summary") >= Self::SHORTEST_SUMMARY,
            Self::Description => letters("description") >= Self::SHORTEST_DESCRIPTION,
            Self::Levels => chosen("levels") > 0 || letters("age_min") > 0,
            Self::Topics => chosen("topics") > 1,
            Self::Accessibility => chosen("accessibility") > 0,
            Self::Price => letters("price_dkk") > 0,
            Self::Dates => answers.dates.len() > 1,
            Self::Picture => has_picture,
            Self::Seats => {
                !answers.dates.is_empty()
                    && answers.dates.iter().all(|date| !date.seats.trim().is_empty())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::TypedDate;

    fn followed(answers: &Answers, has_picture: bool) -> Vec<&'static str> {
        Advice::ALL
            .iter()
            .filter(|it| it.is_followed(answers, has_picture))
            .map(|it| it.key())
            .collect()
    }

    #[test]
    fn an_empty_draft_follows_nothing_and_a_full_one_everything() {
        let mut answers = Answers::default();
        assert!(followed(&answers, false).is_empty());
        for (column, text) in [
            ("title", "Byg en robot"),
            ("summary", &"Prøv at bygge. ".repeat(5)),
            ("description", &"Vi begynder med en motor. ".repeat(12)),
            ("levels", "grade-5"),
            ("topics", "robotics;engineering"),
            ("accessibility", "step-free"),
            ("price_dkk", "0"),
        ] {
            answers.set(column, text);
        }
        let day = TypedDate { seats: "24".to_owned(), ..TypedDate::default() };
        answers.dates = vec![day.clone(), day];
        assert_eq!(followed(&answers, true).len(), Advice::ALL.len());
        assert_eq!(followed(&answers, false).len(), Advice::ALL.len() - 1);
    }

    #[test]
    fn one_word_or_a_whole_paragraph_is_no_title() {
        let title = |text: &str| {
            let mut answers = Answers::default();
            answers.set("title", text);
            Advice::TellingTitle.is_followed(&answers, false)
        };
        assert!(!title("Robot"));
        assert!(title("Robot og kode"));
        assert!(!title(&"Robot ".repeat(20)));
    }

    #[test]
    fn a_day_without_seats_is_seen() {
        let mut answers = Answers::default();
        let with = TypedDate { seats: "24".to_owned(), ..TypedDate::default() };
        answers.dates = vec![with, TypedDate::default()];
        let follows = |it: Advice| it.is_followed(&answers, false);
        assert!(follows(Advice::Dates) && !follows(Advice::Seats));
    }
}
