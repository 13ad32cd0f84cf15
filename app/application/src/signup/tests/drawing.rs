//! Seats that are drawn, from the choice to the letters.

use domain::{
    identity::Role,
    signup::{Field, FieldFault},
};

use super::*;
use crate::{identity::Viewer, pact::house::House as Desk, testing::draw_contract};

#[tokio::test]
async fn memory_keeps_the_promises_of_draws() {
    let store = MemoryStore::default();
    draw_contract::keeps_draws(&store, &store).await;
}

fn at_noon(day: &str) -> TypedDraw {
    TypedDraw {
        by: TypedDraw::DRAW.into(),
        day: day.into(),
        time: "12:00".into(),
        priority: "by-lot".into(),
    }
}

/// A date of 24 seats that are drawn at noon on 10 December, and who offers it.
async fn drawing() -> (Desk, Viewer, OccurrenceId) {
    let desk = Desk::new();
    let date = fill_visits(&*desk.ports.store, &[24]).await[0];
    desk.clock.set(visit_now());
    let ida = desk.person("ida@firma.dk", &[Role::Editor(crate::testing::partner_id(4))]).await;
    desk.letters().await;
    have_drawn(&desk.ports, &ida, date, &at_noon("2026-12-10")).await.unwrap();
    (desk, ida, date)
}

async fn told(desk: &Desk) -> Vec<SignUpLetter> {
    let letters = desk.letters().await.into_iter();
    let told = letters.filter_map(|(_, it)| match it {
        Letter::SignUp { letter } => Some(letter),
        _ => None,
    });
    told.collect()
}

/// A class signs up and answers its letter; answers the secret of its page.
async fn comes(desk: &Desk, date: OccurrenceId, class: &str, pupils: u16) -> Secret {
    let key = format!("{class:a>20}").parse().unwrap();
    let typed = TypedParty { waits: false, ..typed(class, pupils) };
    sign_up(&desk.ports, date, key, &typed, LetterLanguage::Danish).await.unwrap();
    let asked = told(desk).await.remove(0);
    assert_eq!(asked.news, SignUpNews::DrawHeld);
    let confirmed = confirm_sign_up(&desk.ports, &asked.secret.unwrap()).await.unwrap();
    assert!(confirmed.is_in_draw && confirmed.stage == Stage::Waiting);
    assert_eq!(told(desk).await.remove(0).news, SignUpNews::InDraw);
    confirmed.secret
}

#[tokio::test]
async fn seats_are_drawn_in_their_time_and_each_party_hears_why() {
    let (desk, _, date) = drawing().await;
    let promised = show_draw(&desk.ports, date).await.unwrap().draw;
    assert_eq!(promised.seed_for_all(), None);
    let own = [comes(&desk, date, "6a", 20).await, comes(&desk, date, "6b", 20).await];
    // Whoever never answers the letter is not in the draw.
    let key = "silent-silent-silent".parse().unwrap();
    let silent = typed("6c", 24);
    sign_up(&desk.ports, date, key, &silent, LetterLanguage::Danish).await.unwrap();
    told(&desk).await;
    settle_rosters(&desk.ports).await.unwrap();
    assert_eq!(told(&desk).await, []);

    desk.clock.set("2026-12-10T11:00:00Z".parse().unwrap());
    settle_rosters(&desk.ports).await.unwrap();
    settle_rosters(&desk.ports).await.unwrap();
    let mut letters = told(&desk).await;
    letters.sort_by_key(|it| it.drawn.map(|why| why.rank));
    let news: Vec<SignUpNews> = letters.iter().map(|it| it.news).collect();
    assert_eq!(news, [SignUpNews::Drawn, SignUpNews::NotDrawn], "once each");
    let why = letters[1].drawn.unwrap();
    assert_eq!((why.rank, why.of, why.last_in, why.left), (2, 2, Some(1), 4));
    assert_eq!(letters[1].place, Some(1), "it is first in line");

    let shown = show_draw(&desk.ports, date).await.unwrap();
    assert_eq!(shown.draw.promise(), promised.promise());
    let seed = shown.draw.seed_for_all().unwrap();
    let sheets = publish_draw(&desk.ports, date).await.unwrap();
    let checked = check_allocation(&sheets.dates, &sheets.parties, &seed).unwrap();
    assert_eq!((checked.told, checked.differ.len()), (2, 0));
    for it in &own {
        let shown = show_sign_up(&desk.ports, it).await.unwrap();
        let is_in = shown.sign_up.entry.stage == Stage::Confirmed;
        assert_eq!(shown.why.map(|it| it.is_in), Some(is_in));
    }
}

#[tokio::test]
async fn how_seats_are_given_is_chosen_with_a_time_before_anybody_signs_up() {
    let (desk, ida, date) = drawing().await;
    let missing = TypedDraw { time: String::new(), ..at_noon("i morgen") };
    let refused = have_drawn(&desk.ports, &ida, date, &missing).await.unwrap_err();
    let expected = [(Field::Day, FieldFault::Missing), (Field::Time, FieldFault::Missing)];
    assert!(matches!(refused, SignUpError::Fields(faults) if faults == expected));
    let late = have_drawn(&desk.ports, &ida, date, &at_noon("2026-12-30")).await.unwrap_err();
    assert!(matches!(late, SignUpError::Refused(Refusal::DrawTime)));
    let bo = desk.person("bo@andre.dk", &[Role::Editor(crate::testing::partner_id(1))]).await;
    let theirs = have_drawn(&desk.ports, &bo, date, &at_noon("2026-12-11")).await.unwrap_err();
    assert!(matches!(theirs, SignUpError::Unknown));
    assert!(publish_draw(&desk.ports, date).await.is_err(), "nothing is published beforehand");
    comes(&desk, date, "6a", 20).await;
    let first = TypedDraw::default();
    let somebody = have_drawn(&desk.ports, &ida, date, &first).await.unwrap_err();
    assert!(matches!(somebody, SignUpError::Refused(Refusal::NotEmpty)));
}
