//! A second guardian and somebody to call, from the form to the roster, in a browser without
//! scripts.

use application::{signup::forget_old_sign_ups, testing::sign_up_contract::visit_now};
use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::signup::{SignUpLetter, SignUpNews};

use crate::{
    people::{Person, location},
    sign_ups::{hidden, news, nothing_is_wrong, portal_on, the},
    testbed::On,
};

#[tokio::test]
async fn a_guardian_names_others_changes_them_and_takes_them_off() {
    for on in [On::Sqlite, On::PostgreSql] {
        let (portal, dates) = portal_on(on, &[3]).await;
        let form = format!("/tilmelding/{}", dates[0].0);
        let mut mette = Person::default();
        let html = mette.opens(&portal, &format!("{form}?som=child")).await.2;
        let key = hidden(&html, "key");
        assert!(html.contains("<details class=\"panel fold\">"), "folded until somebody wants to");
        let mut typed = vec![
            ("kind", "child"),
            ("key", key.as_str()),
            ("child", "Alma"),
            ("age", "11"),
            ("name", "Mette Holm"),
            ("email", "mette@hjem.dk"),
            ("agrees", "yes"),
            ("second_name", "Ali <Holm>"),
            ("second_email", ""),
            ("emergency_name", "Farmor 011207-1234"),
            ("emergency_phone", "20 12 34 56"),
        ];
        let (status, _, html) = mette.submits(&portal, &form, &typed).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        for told in ["#second_email", "#emergency_name", "ligner et cpr-nummer", "<details open"] {
            assert!(html.contains(told), "{told}: {html}");
        }
        assert!(!html.contains("<Holm>"), "{html}");
        (typed[8].1, typed[9].1) = ("ali@hjem.dk", "Farmor");
        let sent = mette.submits(&portal, &form, &typed).await;
        assert_eq!(location(&sent), format!("{form}?ok=held-child"), "{}", sent.2);
        let letters = news(&portal).await;
        let asked = the(SignUpNews::ConsentAsked, letters);
        let answer = format!("/bekraeft-tilmelding/{}", asked.secret.expect("a link").text());
        let pressed = mette.submits(&portal, &answer, &[]).await;
        let own = location(&pressed).split('?').next().expect("a path").to_owned();
        let told = news(&portal).await;
        assert_eq!(told.iter().filter(|it| it.named_by.is_some()).count(), 1);

        let page = mette.opens(&portal, &own).await.2;
        assert!(page.contains("ali@hjem.dk") && page.contains("Farmor"), "{page}");
        let voksne = format!("{own}/voksne");
        let wrong = [("second_name", "Ali"), ("second_email", "METTE@hjem.dk")];
        let refused = mette.submits(&portal, &voksne, &wrong).await;
        assert_eq!(refused.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.2.contains("href=\"#second_email\""), "{}", refused.2);
        let off = [
            ("second_name", "Ali"),
            ("second_email", "ali@hjem.dk"),
            ("emergency_name", "Morfar"),
            ("emergency_phone", "30 12 34 56"),
            ("off", "second"),
        ];
        let done = mette.submits(&portal, &voksne, &off).await;
        assert_eq!(location(&done), format!("{own}?ok=kin-changed"), "{}", done.2);
        let page = mette.opens(&portal, location(&done)).await.2;
        assert!(page.contains("Morfar") && !page.contains("ali@hjem.dk"), "{page}");
        nothing_is_wrong(&portal).await;

        // A day after the day nobody can be called any more; the rest stays for its time.
        portal.clock.set(visit_now() + TimeDelta::days(31) + TimeDelta::hours(4));
        forget_old_sign_ups(&portal.plugs.ports).await.expect("an answer");
        let page = mette.opens(&portal, &own).await;
        assert_eq!(page.0, StatusCode::OK);
        assert!(!page.2.contains("Morfar"), "{}", page.2);
    }
}

#[tokio::test]
async fn a_second_guardian_who_does_not_agree_takes_the_consent_back_by_a_link_of_their_own() {
    for on in [On::Sqlite, On::PostgreSql] {
        let (portal, dates) = portal_on(on, &[3]).await;
        let form = format!("/tilmelding/{}", dates[0].0);
        let mut mette = Person::default();
        let key = hidden(&mette.opens(&portal, &format!("{form}?som=child")).await.2, "key");
        let typed = [
            ("kind", "child"),
            ("key", key.as_str()),
            ("child", "Alma"),
            ("age", "11"),
            ("name", "Mette Holm"),
            ("email", "mette@hjem.dk"),
            ("agrees", "yes"),
            ("second_name", "Ali Holm"),
            ("second_email", "ali@hjem.dk"),
        ];
        mette.submits(&portal, &form, &typed).await;
        let asked = the(SignUpNews::ConsentAsked, news(&portal).await);
        let answer = format!("/bekraeft-tilmelding/{}", asked.secret.expect("a link").text());
        let own = location(&mette.submits(&portal, &answer, &[]).await).to_owned();
        let own = own.split('?').next().expect("a path");
        let back = |letters: Vec<SignUpLetter>| {
            let secret = letters.into_iter().find_map(|it| it.withdraws).expect("a link");
            format!("/traek-samtykke-tilbage/{}", secret.text())
        };
        let alis = back(news(&portal).await);
        let bo = [("second_name", "Bo"), ("second_email", "bo@hjem.dk")];
        mette.submits(&portal, &format!("{own}/voksne"), &bo).await;
        let gone = Person::default().opens(&portal, &alis).await;
        assert_eq!(gone.0, StatusCode::GONE, "Ali is not the second guardian any more");

        let bos = back(news(&portal).await);
        let asked = Person::default().opens(&portal, &bos).await.2;
        assert!(asked.contains("Vil du trække samtykket tilbage?"), "{asked}");
        assert!(asked.contains("Mette Holm har givet samtykke"), "{asked}");
        let page = mette.opens(&portal, own).await.2;
        assert!(page.contains("Alma er med"), "looking changes nothing: {page}");
        for _ in 0..2 {
            let done = Person::default().submits(&portal, &bos, &[]).await;
            assert_eq!(location(&done), bos, "{}", done.2);
        }
        let done = Person::default().opens(&portal, &bos).await.2;
        assert!(done.contains("Samtykket er trukket tilbage."), "{done}");
        let page = mette.opens(&portal, own).await.2;
        assert!(page.contains("Alma er ikke tilmeldt"), "{page}");
        let told: Vec<_> = news(&portal).await.into_iter().map(|it| it.news).collect();
        assert_eq!(told, [SignUpNews::ConsentWithdrawnBySecond; 2], "both are told, once");
        nothing_is_wrong(&portal).await;
    }
}
