//! Who comes to a date, as those see it who offer it, and nobody else.

use application::{
    signup::{confirm_sign_up, sign_up},
    testing::{
        partner_id,
        sign_up_contract::{fill_visits, visit_now},
    },
};
use axum::http::StatusCode;
use domain::{
    catalogue::OccurrenceId,
    identity::{Letter, LetterLanguage, Role},
    signup::{SignUpNews, TypedParty},
};

use crate::{
    people::{letters, location, signed_in},
    testbed::{On, Testbed},
};

/// A class signs up; its letter is answered where it `answers`.
async fn comes(portal: &Testbed, date: OccurrenceId, name: &str, answers: bool) {
    let typed = TypedParty {
        kind: "class".into(),
        school: "Munkebjergskolen".into(),
        class: name.into(),
        grade: "grade-6".into(),
        pupils: "9".into(),
        adults: "1".into(),
        name: "Lone <b>".into(),
        email: "lone@skole.dk".into(),
        needs: "En elev bruger kørestol.".into(),
        agrees: true,
        waits: true,
        ..TypedParty::default()
    };
    let key = format!("key-of-{:0>20}", name.len()).parse().expect("a key");
    let ports = &portal.plugs.ports;
    sign_up(ports, date, key, &typed, LetterLanguage::Danish).await.expect("a seat");
    for it in letters(portal).await.into_iter().filter(|_| answers) {
        let Letter::SignUp { letter } = it.letter else { continue };
        confirm_sign_up(ports, &letter.secret.expect("a link")).await.expect("a yes");
    }
    let _ = letters(portal).await;
}

#[tokio::test]
async fn the_organiser_sees_who_comes_takes_the_list_along_and_cancels() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        portal.clock.set(visit_now());
        let date = fill_visits(&*portal.plugs.ports.store, &[20]).await[0];
        comes(&portal, date, "=2+5", true).await;
        comes(&portal, date, "Ubekræftet", false).await;
        let page = format!("/partner/dato/{}", date.0);
        // The visits of tests belong to the fifth partner.
        let mut theirs = signed_in(&portal, "ida@firma.dk", &[Role::Editor(partner_id(4))]).await;
        let mut others = signed_in(&portal, "bo@andre.dk", &[Role::Editor(partner_id(1))]).await;
        for path in [page.clone(), format!("{page}/liste.csv"), format!("{page}/liste.xlsx")] {
            assert_eq!(others.opens(&portal, &path).await.0, StatusCode::NOT_FOUND, "{path}");
            assert_eq!(theirs.opens(&portal, &path).await.0, StatusCode::OK, "{path}");
        }
        let shown = theirs.opens(&portal, &page).await.2;
        assert!(shown.contains("=2+5, Munkebjergskolen"), "{shown}");
        assert!(shown.contains("kørestol") && !shown.contains("<b>"), "{shown}");
        assert!(shown.contains("18 pladser er taget, 2 er ledige"), "{shown}");
        assert!(!shown.contains("Ubekræftet"), "who has not answered is not told: {shown}");
        let list = theirs.opens(&portal, &format!("{page}/liste.csv")).await.2;
        assert!(list.contains("'=2+5") && !list.contains("Ubekræftet"), "{list}");

        let party = portal.plugs.ports.sign_ups.sign_ups_of(date).await.expect("a read")[0].id;
        let cancel = format!("{page}/afmeld/{}", party.0);
        assert_eq!(others.submits(&portal, &cancel, &[]).await.0, StatusCode::NOT_FOUND);
        let done = theirs.submits(&portal, &cancel, &[]).await;
        assert_eq!(location(&done), format!("{page}?ok=cancelled"), "{}", done.2);
        let told: Vec<_> = letters(&portal).await.into_iter().map(|it| it.letter).collect();
        let is_told = |it: &Letter| matches!(it, Letter::SignUp { letter } if letter.news == SignUpNews::CancelledByOrganiser);
        assert!(told.iter().any(is_told), "{told:?}");
        let rule = [("rule", "fill-gaps")];
        let done = theirs.submits(&portal, &format!("{page}/regel"), &rule).await;
        assert_eq!(location(&done), format!("{page}?ok=rule-set"), "{}", done.2);
        let form = theirs.opens(&portal, &format!("/tilmelding/{}", date.0)).await;
        assert_eq!(form.0, StatusCode::OK);
        let faults = portal.plugs.database.verify().await.expect("an answer");
        assert_eq!(faults, Vec::<String>::new());
    }
}
