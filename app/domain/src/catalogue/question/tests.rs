use proptest::prelude::*;

use super::*;

fn typed(words: &str) -> TypedQuestion {
    TypedQuestion { words: words.into(), kind: "text".into(), ..TypedQuestion::default() }
}

fn question(words: &str) -> Question {
    Question::read(&typed(words)).unwrap()
}

fn faults(typed: &TypedQuestion) -> Vec<(QuestionPart, InvalidQuestion)> {
    Question::read(typed).err().unwrap_or_default()
}

#[test]
fn what_tells_of_health_food_or_cpr_is_not_asked_and_what_sounds_like_it_is() {
    for private in [
        "Er der nogen med nøddeallergi eller Allergier?",
        "Hvad kan I ikke spise?",
        "Er nogen syge?",
        "Do you eat meat?",
        "Har du en diagnose?",
        "Skal vi bestille mad?",
    ] {
        let told = faults(&typed(private));
        assert_eq!(told, [(QuestionPart::Words, InvalidQuestion::Private)], "{private}");
    }
    for number in ["Hvad er jeres CPR-nummer?", "Skriv fødselsdato"] {
        assert_eq!(faults(&typed(number)), [(QuestionPart::Words, InvalidQuestion::CprNumber)]);
    }
    for fine in [
        "Hvilken bus kommer I med?",
        "Har I madrasser med?",
        "Hvilket kostume vælger du?",
        "Har I prøvet at programmere før?",
    ] {
        assert_eq!(faults(&typed(fine)), [], "{fine}");
    }
    let list = TypedQuestion {
        kind: "choice".into(),
        choices: "Vegetar\nIngen".into(),
        ..typed("Hvad vælger I?")
    };
    assert_eq!(faults(&list), [(QuestionPart::Choices, InvalidQuestion::Private)]);
}

#[test]
fn a_list_has_two_choices_or_more_and_none_twice() {
    let list = |choices: &str| {
        let choices = choices.to_owned();
        faults(&TypedQuestion { kind: "choice".into(), choices, ..typed("Hvilket hold?") })
    };
    assert_eq!(list("Formiddag\n\n Eftermiddag "), []);
    for wrong in ["", "Et", "Et\nEt", "1\n2\n3\n4\n5\n6\n7\n8\n9"] {
        assert_eq!(list(wrong), [(QuestionPart::Choices, InvalidQuestion::Choices)], "{wrong}");
    }
    let kind = TypedQuestion { kind: "moon".into(), ..typed("Hvilket hold?") };
    assert_eq!(faults(&kind), [(QuestionPart::Kind, InvalidQuestion::NoKind)]);
}

#[test]
fn a_draft_tells_questions_as_they_are_read() {
    let list = TypedQuestion {
        kind: "choice".into(),
        choices: "Morgen\nAften".into(),
        is_needed: true,
        ..typed("Hvilket hold?")
    };
    let questions = vec![question("Kommer I med bus?"), Question::read(&list).unwrap()];
    let mut answers = Answers::default();
    TypedQuestion::tell(&mut answers, &questions);
    assert_eq!(Question::read_all(&answers).unwrap(), questions);
    answers.set(TypedQuestion::NAMES[2][0], "Kommer I med bus?");
    answers.set(TypedQuestion::NAMES[2][1], "text");
    let twice = Question::read_all(&answers).unwrap_err();
    assert_eq!(twice, [(2, QuestionPart::Words, InvalidQuestion::Twice)]);
}

#[test]
fn nothing_new_is_asked_before_a_moderator_has_said_yes() {
    let at = |n| DateTime::from_timestamp(n, 0).unwrap();
    let (bus, team) = (question("Kommer I med bus?"), question("Hvilket hold?"));
    let mut it = Questions::default();
    it.propose(vec![bus.clone()], at(1));
    it.propose(vec![bus.clone()], at(2));
    assert_eq!((it.asked(), it.proposed().unwrap().since), (&[][..], at(1)));
    assert!(it.approve() && !it.approve());
    it.propose(vec![bus.clone(), team.clone()], at(3));
    assert_eq!(it.asked(), std::slice::from_ref(&bus));
    assert!(it.refuse() && !it.refuse());
    assert_eq!(it.last_said(), std::slice::from_ref(&bus));
    it.propose(vec![team], at(4));
    it.propose(Vec::new(), at(5));
    assert_eq!(it, Questions::default(), "asking less needs nobody's yes");
}

proptest! {
    #[test]
    fn whatever_is_typed_is_read_or_told(words: String, kind: String, choices: String) {
        let typed = TypedQuestion { words, kind, choices, is_needed: true };
        match Question::read(&typed) {
            Ok(it) => prop_assert!(it.choices.len() <= Question::MOST_CHOICES),
            Err(faults) => prop_assert!(!faults.is_empty()),
        }
    }
}
