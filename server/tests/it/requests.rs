//! Somebody asks whether they may come and the organiser answers, as browsers without scripts do
//! it.

use application::testing::{
    partner_id,
    request_contract::{an_asked_visit, fill_asked_visits},
    sign_up_contract::visit_now,
};
use axum::http::StatusCode;
use domain::identity::{Letter, Role};

use crate::{
    people::{Person, letters, location, signed_in},
    testbed::{On, Testbed},
};

/// The value of a hidden field.
fn hidden(html: &str, name: &str) -> String {
    let from = html.split(&format!("name=\"{name}\" value=\"")).nth(1).expect("a field");
    from.split('"').next().expect("a value").to_owned()
}

/// The secret of the only letter to whoever asked.
async fn secret(portal: &Testbed) -> String {
    let told = letters(portal).await;
    let found = told.iter().find_map(|it| match &it.letter {
        Letter::Request { letter } => Some(letter.secret.text()),
        _ => None,
    });
    found.expect("a letter")
}

#[tokio::test]
async fn somebody_asks_the_organiser_answers_and_the_private_page_says_where_it_stands() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        portal.clock.set(visit_now());
        let id = fill_asked_visits(&*portal.plugs.ports.store, 1).await[0];
        let mut ida = signed_in(&portal, "ida@firma.dk", &[Role::Editor(partner_id(4))]).await;
        let mut eve = signed_in(&portal, "eve@andre.dk", &[Role::Editor(partner_id(1))]).await;
        let _ = letters(&portal).await;
        let mut anybody = Person::default();
        let slug = an_asked_visit(0).slug;
        let form = format!("/foresporgsel/{slug}");
        let activity = anybody.opens(&portal, &format!("/aktiviteter/{slug}")).await.2;
        assert!(activity.contains(&format!("href=\"{form}\"")), "{activity}");
        let key = hidden(&anybody.opens(&portal, &form).await.2, "key");
        let mut fields = vec![
            ("kind", "one"),
            ("key", key.as_str()),
            ("name", "Bo & <Bo>"),
            ("age", "17"),
            ("email", "bo@"),
            ("wish", "Ring 011207-1234"),
            ("agrees", "yes"),
        ];
        let (status, _, html) = anybody.submits(&portal, &form, &fields).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        for field in ["#email", "#wish"] {
            assert!(html.contains(&format!("href=\"{field}\"")), "{field}: {html}");
        }
        assert!(html.contains("Ring 011207-1234") && !html.contains("<Bo>"), "{html}");
        (fields[4].1, fields[5].1) = ("bo@hjem.dk", "En onsdag i marts");
        let sent = anybody.submits(&portal, &form, &fields).await;
        assert_eq!(location(&sent), format!("{form}?ok=asked"), "{}", sent.2);
        let thanked = anybody.opens(&portal, location(&sent)).await.2;
        assert!(thanked.contains("48 timer"), "{thanked}");

        let answer = format!("/bekraeft-foresporgsel/{}", secret(&portal).await);
        let asked = anybody.opens(&portal, &answer).await;
        assert!(asked.2.contains("Skal vi sende spørgsmålet?"), "{}", asked.2);
        let list = format!("/partner/aktiviteter/{}/foresporgsler", id.0);
        let empty = ida.opens(&portal, &list).await.2;
        assert!(empty.contains("Ingen venter på svar"), "{empty}");
        let pressed = anybody.submits(&portal, &answer, &[]).await;
        assert_eq!(pressed.0, StatusCode::SEE_OTHER, "{}", pressed.2);
        assert_eq!(anybody.submits(&portal, &answer, &[]).await.0, StatusCode::GONE);
        let own = location(&pressed).to_owned();
        let page = anybody.opens(&portal, &own).await.2;
        assert!(page.contains("venter på svar") && !page.contains("<Bo>"), "{page}");
        let to: Vec<_> = letters(&portal).await.into_iter().map(|it| it.to.to_string()).collect();
        assert!(to.contains(&"ida@firma.dk".to_owned()), "{to:?}");

        assert_eq!(eve.opens(&portal, &list).await.0, StatusCode::NOT_FOUND);
        let shown = ida.opens(&portal, &list).await.2;
        let one = shown.split("href=\"/partner/foresporgsler/").nth(1).expect("a request");
        let one = format!("/partner/foresporgsler/{}", one.split('"').next().expect("a link"));
        assert_eq!(eve.opens(&portal, &one).await.0, StatusCode::NOT_FOUND);
        let request = ida.opens(&portal, &one).await.2;
        assert!(request.contains("En onsdag i marts"), "{request}");
        let wrong = [("answer", "yes"), ("day", "2020-01-01"), ("time", "09:00")];
        let wrong = ida.submits(&portal, &one, &wrong).await;
        assert_eq!(wrong.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.2.contains("Dagen er forbi"), "{}", wrong.2);
        let yes = [
            ("answer", "yes"),
            ("date", "another"),
            ("day", "2027-03-10"),
            ("time", "09:30"),
            ("until", "11:30"),
            ("words", "Kom til <porten>."),
        ];
        let half = ida.submits(&portal, &one, &yes[..4]).await;
        assert_eq!(half.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(half.2.contains("href=\"#until\""), "{}", half.2);
        let done = ida.submits(&portal, &one, &yes).await;
        assert_eq!(location(&done), format!("{list}?ok=answered"), "{}", done.2);
        let page = anybody.opens(&portal, &own).await.2;
        assert!(page.contains("må komme") && page.contains("9.30"), "{page}");
        assert!(page.contains("Kom til") && !page.contains("<porten>"), "{page}");
        let to_sign_up = anybody.submits(&portal, &format!("{own}/tilmelding"), &[]).await;
        let sign_up = anybody.opens(&portal, location(&to_sign_up)).await.2;
        assert!(sign_up.contains("er med") && sign_up.contains("I har 1 plads"), "{sign_up}");
        let desk = ida.opens(&portal, &format!("/partner/aktiviteter/{}", id.0)).await.2;
        let roster = desk.split("href=\"/partner/dato/").nth(1).expect("a roster");
        let roster = format!("/partner/dato/{}", roster.split('"').next().expect("a link"));
        let roster = ida.opens(&portal, &roster).await.2;
        assert!(roster.contains("Bo &amp; &lt;Bo>") || roster.contains("bo@hjem.dk"), "{roster}");
        let mut bo = signed_in(&portal, "bo@hjem.dk", &[]).await;
        let mine = bo.opens(&portal, "/konto/tilmeldinger").await.2;
        assert!(mine.contains("er med") && !mine.contains("Du har spurgt om"), "{mine}");
        let again = ida.submits(&portal, &one, &yes).await;
        assert_eq!(again.0, StatusCode::UNPROCESSABLE_ENTITY, "{}", again.2);
        let back = anybody.submits(&portal, &format!("{own}/traek-tilbage"), &[]).await;
        assert_eq!(location(&back), own, "{}", back.2);
        let listed = ida.opens(&portal, &list).await.2;
        assert!(listed.contains("De har trukket spørgsmålet tilbage"), "{listed}");
        let faults = portal.plugs.database.verify().await.expect("an answer");
        assert_eq!(faults, Vec::<String>::new());
    }
}
