//! What the words of the vocabularies are called.

use domain::catalogue::{AgeRange, Audience, Format, Language, Level, Phase};

use super::Speech;

impl Speech {
    /// The name of a key of a vocabulary: `word("kind", "camp")` is »Lejr«.
    #[must_use]
    pub fn word(&'static self, vocabulary: &str, key: &str) -> &'static str {
        self.say(&format!("{vocabulary}-{}", key.replace('_', "-")))
    }

    /// The same, or nothing for a word that is in no vocabulary.
    #[must_use]
    pub fn find_word(&'static self, vocabulary: &str, key: &str) -> Option<&'static str> {
        self.find(&format!("{vocabulary}-{}", key.replace('_', "-")))
    }

    /// What a phase of school is called.
    #[must_use]
    pub fn phase(&'static self, phase: Phase) -> &'static str {
        self.say(match phase {
            Phase::Preschool => "phase-preschool",
            Phase::Lower => "phase-lower",
            Phase::Middle => "phase-middle",
            Phase::Upper => "phase-upper",
            Phase::Youth => "phase-youth",
            Phase::Higher => "phase-higher",
        })
    }

    /// The words by which people of a phase of school are searched for.
    #[must_use]
    pub fn people(&'static self, phase: Phase) -> &'static str {
        self.say(match phase {
            Phase::Preschool => "people-preschool",
            Phase::Lower => "people-lower",
            Phase::Middle => "people-middle",
            Phase::Upper => "people-upper",
            Phase::Youth => "people-youth",
            Phase::Higher => "people-higher",
        })
    }

    /// What a language is called; its code where we have no word for it.
    #[must_use]
    pub fn language(&'static self, language: Language) -> String {
        let key = format!("language-{}", language.code());
        self.plain.get(&key).cloned().unwrap_or_else(|| language.code().to_owned())
    }

    #[must_use]
    pub fn format(&'static self, format: Format) -> &'static str {
        self.word("format", format.key())
    }

    /// Levels in as few words as can be: »5.–8. klasse«, »10. klasse og ungdomsuddannelse«.
    #[must_use]
    pub fn levels(&'static self, levels: &[Level]) -> String {
        let mut parts = Vec::new();
        if levels.contains(&Level::Preschool) {
            parts.push(self.word("level", "preschool").to_owned());
        }
        parts.extend(self.grades(levels));
        if levels.contains(&Level::Efterskole) && !levels.contains(&Level::Grade9) {
            parts.push(self.word("level", "efterskole").to_owned());
        }
        for phase in [Phase::Youth, Phase::Higher] {
            let of_phase: Vec<Level> =
                levels.iter().copied().filter(|it| it.phase() == phase).collect();
            match of_phase.as_slice() {
                [] => {}
                [one] => parts.push(self.word("level", one.key()).to_owned()),
                [one, two] => {
                    parts.extend([*one, *two].map(|it| self.word("level", it.key()).to_owned()));
                }
                _ => parts.push(self.phase(phase).to_owned()),
            }
        }
        super::dates::capitalised(&self.list(&parts))
    }

    /// Runs of grades: »5.–8. klasse«.
    fn grades(&'static self, levels: &[Level]) -> Vec<String> {
        let grades: Vec<u8> = levels.iter().filter_map(|it| it.grade()).collect();
        let mut runs: Vec<(u8, u8)> = Vec::new();
        for grade in grades {
            match runs.last_mut() {
                Some((_, last)) if *last + 1 == grade => *last = grade,
                _ => runs.push((grade, grade)),
            }
        }
        runs.into_iter()
            .map(|(first, last)| {
                let fillings =
                    [("first", first.to_string().into()), ("last", last.to_string().into())];
                self.tell(if first == last { "grade-one" } else { "grade-span" }, &fillings)
            })
            .collect()
    }

    /// For whom, in one line: levels where there are some, else the audience.
    #[must_use]
    pub fn for_whom(&'static self, levels: &[Level], audience: &[Audience]) -> String {
        let grown_ups = audience.iter().filter(|it| !it.has_levels());
        let words: Vec<String> =
            grown_ups.map(|it| self.word("audience", it.key()).to_owned()).collect();
        if levels.is_empty() {
            return super::dates::capitalised(&self.list(&words));
        }
        let mut parts = vec![self.levels(levels)];
        parts.extend(words);
        self.list(&parts)
    }

    /// Ages: »10–15 år«, »fra 12 år«.
    #[must_use]
    pub fn ages(&'static self, ages: AgeRange) -> Option<String> {
        let number = |age: u8| age.to_string();
        match (ages.min(), ages.max()) {
            (Some(min), Some(max)) if min == max => {
                Some(self.tell("ages-one", &[("age", number(min).into())]))
            }
            (Some(min), Some(max)) => Some(
                self.tell("ages-span", &[("min", number(min).into()), ("max", number(max).into())]),
            ),
            (Some(min), None) => Some(self.tell("ages-from", &[("age", number(min).into())])),
            (None, Some(max)) => Some(self.tell("ages-to", &[("age", number(max).into())])),
            (None, None) => None,
        }
    }

    /// A list as one says it: »fysik, kemi og rumfart«.
    #[must_use]
    pub fn list(&'static self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [front @ .., last] => self.tell(
                "list-and",
                &[("front", front.join(", ").into()), ("last", last.clone().into())],
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::catalogue::levels_in_span;

    use super::{super::Locale, *};

    #[test]
    fn grades_are_said_in_runs() {
        let da = Speech::of(Locale::Da);
        let five_to_eight: Vec<Level> = levels_in_span(Level::Grade5, Level::Grade8).collect();
        assert_eq!(da.levels(&five_to_eight), "5.–8. klasse");
        assert_eq!(da.levels(&[Level::Grade9]), "9. klasse");
        assert_eq!(
            da.levels(&[Level::Grade10, Level::Stx, Level::Hf, Level::Htx]),
            "10. klasse og ungdomsuddannelse"
        );
        assert_eq!(Speech::of(Locale::En).levels(&five_to_eight), "Grades 5–8");
    }

    #[test]
    fn without_levels_the_audience_is_named() {
        let da = Speech::of(Locale::Da);
        assert_eq!(da.for_whom(&[], &[Audience::Teachers]), "Lærere");
        assert_eq!(
            da.for_whom(&[Level::Grade3], &[Audience::Pupils, Audience::Parents]),
            "3. klasse og forældre"
        );
    }
}
