//! What an organiser asks: written in the editor, approved by a moderator, answered in the form,
//! changed on the page, seen on the roster and in its file. As browsers without scripts do it.

use application::testing::{
    partner_id,
    sign_up_contract::{a_visit, visit_now},
};
use axum::http::StatusCode;
use domain::{
    identity::{Letter, Role},
    signup::SignUpNews,
};

use crate::{
    people::{Person, letters, location, signed_in},
    sign_ups::{hidden, news, nothing_is_wrong, portal_on, the},
    testbed::On,
};

/// The fields of the editor's step on sign-up, with two questions.
const STEP: [(&str, &str); 13] = [
    ("signup", "portal"),
    ("contact_email", "ida@firma.dk"),
    ("language", "da"),
    ("question_1", "Kommer I <med> bus?"),
    ("question_1_kind", "yes-no"),
    ("question_1_needed", "yes"),
    ("question_2", "Hvilket hold vil I på?"),
    ("question_2_kind", "choice"),
    ("question_2_choices", "Morgen\r\nAften"),
    ("question_3", ""),
    ("question_3_kind", "text"),
    ("question_3_choices", ""),
    ("do", "next"),
];

#[tokio::test]
async fn questions_go_from_the_editor_over_a_moderator_to_the_roster() {
    for on in [On::Sqlite, On::PostgreSql] {
        let (portal, dates) = portal_on(on, &[30]).await;
        let id = a_visit(0, 30).id;
        let mut ida = signed_in(&portal, "ida@firma.dk", &[Role::Editor(partner_id(4))]).await;
        let mut ada = signed_in(&portal, "ada@r.dk", &[Role::Administrator]).await;
        let _ = letters(&portal).await;
        let revised =
            ida.submits(&portal, &format!("/partner/aktiviteter/{}/ret", id.0), &[]).await;
        let draft = location(&revised).rsplit_once('/').expect("a step").0.to_owned();
        let how = format!("{draft}/praktisk");
        let page = ida.opens(&portal, &how).await.2;
        assert!(page.contains("question_1") && page.contains("En moderator læser dem"), "{page}");
        let mut wrong = STEP;
        (wrong[3].1, wrong[8].1) = ("Hvem har <b>allergi?", "Morgen");
        let refused = ida.submits(&portal, &how, &wrong).await;
        assert_eq!(refused.0, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.2);
        for told in ["href=\"#question_1\"", "href=\"#question_2_choices\"", "helbred eller mad"] {
            assert!(refused.2.contains(told), "{told}: {}", refused.2);
        }
        assert!(!refused.2.contains("<b>allergi"), "{}", refused.2);
        let kept = ida.submits(&portal, &how, &STEP).await;
        assert_eq!(kept.0, StatusCode::SEE_OTHER, "{}", kept.2);
        let sent = ida.submits(&portal, &format!("{draft}/send"), &[]).await;
        assert_eq!(sent.0, StatusCode::SEE_OTHER, "{}", sent.2);

        let form = format!("/tilmelding/{}", dates[0].0);
        let mut anybody = Person::default();
        let html = anybody.opens(&portal, &form).await.2;
        assert!(!html.contains("bus?"), "nobody has said yes yet");
        let queue = ada.opens(&portal, "/moderation").await.2;
        assert!(queue.contains("vil stille nye spørgsmål"), "{queue}");
        let case = ada.opens(&portal, &format!("/moderation/aktiviteter/{}", id.0)).await.2;
        assert!(case.contains("Hvilket hold vil I på?") && !case.contains("<med>"), "{case}");
        let answer = format!("/moderation/aktiviteter/{}/spoergsmaal", id.0);
        let seen = hidden(&case, "seen");
        let yes = ada.submits(&portal, &answer, &[("answer", "yes"), ("seen", &seen)]).await;
        assert_eq!(location(&yes), "/moderation?ok=questions-answered", "{}", yes.2);
        let told = letters(&portal).await;
        let is_told = |it: &Letter| matches!(it, Letter::QuestionsApproved { .. });
        assert!(told.iter().any(|it| is_told(&it.letter)), "{told:?}");

        let html = anybody.opens(&portal, &form).await.2;
        let (key, asked) = (hidden(&html, "key"), hidden(&html, "questions"));
        assert!(html.contains("Hvilket hold vil I på? (må gerne stå tomt)"), "{html}");
        let mut fields = vec![
            ("kind", "class"),
            ("key", key.as_str()),
            ("school", "Munkebjergskolen"),
            ("class", "6.B"),
            ("grade", "grade-6"),
            ("pupils", "24"),
            ("name", "Lone"),
            ("email", "lone@skole.dk"),
            ("agrees", "yes"),
            ("questions", asked.as_str()),
            ("q2", "=Nat"),
        ];
        let refused = anybody.submits(&portal, &form, &fields).await;
        assert_eq!(refused.0, StatusCode::UNPROCESSABLE_ENTITY);
        for field in ["#q1", "#q2"] {
            assert!(refused.2.contains(&format!("href=\"{field}\"")), "{field}: {}", refused.2);
        }
        fields[10].1 = "Aften";
        fields.push(("q1", "yes"));
        let sent = anybody.submits(&portal, &form, &fields).await;
        assert_eq!(sent.0, StatusCode::SEE_OTHER, "{}", sent.2);
        let letter = the(SignUpNews::SeatsHeld, news(&portal).await);
        let answer = format!("/bekraeft-tilmelding/{}", letter.secret.expect("a link").text());
        let pressed = anybody.submits(&portal, &answer, &[]).await;
        let own = location(&pressed).split('?').next().expect("a path").to_owned();
        let page = anybody.opens(&portal, &own).await.2;
        assert!(page.contains("value=\"Aften\" checked"), "{page}");
        let anew = [("questions", asked.as_str()), ("q1", "no"), ("q2", "Morgen")];
        let svar = format!("{own}/svar");
        let done = anybody.submits(&portal, &svar, &anew).await;
        assert_eq!(location(&done), format!("{own}?ok=answers-changed"), "{}", done.2);
        let none = anybody.submits(&portal, &svar, &anew[..1]).await;
        assert_eq!(none.0, StatusCode::UNPROCESSABLE_ENTITY);

        portal.clock.set(visit_now());
        let roster = ida.opens(&portal, &format!("/partner/dato/{}", dates[0].0)).await.2;
        assert!(roster.contains("Hvilket hold vil I på?") && roster.contains("Morgen"), "{roster}");
        let csv = format!("/partner/dato/{}/liste.csv", dates[0].0);
        let csv = ida.opens(&portal, &csv).await.2;
        let header = csv.lines().next().expect("a header");
        assert!(header.contains("Hvilket hold vil I på?"), "{csv}");
        assert!(csv.contains("no") && csv.contains("Morgen"), "{csv}");
        nothing_is_wrong(&portal).await;
    }
}
