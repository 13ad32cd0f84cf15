//! The day itself, over HTTP and on both databases: a list of plain forms, phones that tell what
//! they ticked without a network, and what lets them do so.

use application::{
    ports::Clock as _,
    signup::{confirm_sign_up, sign_up},
    testing::{partner_id, sign_up_contract::visit_now},
};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use chrono::TimeDelta;
use domain::{
    Uuid,
    catalogue::OccurrenceId,
    identity::{Letter, LetterLanguage, Role},
    signup::{Arriving, CheckIn, DeviceId, SignUpId, Tick, TypedParty},
};
use serde_json::{Value, json};

use crate::{
    people::{Answer, Person, letters, location, signed_in},
    sign_ups::portal_on,
    testbed::{On, Testbed},
    verify::{faults, spoil},
};

/// The morning of a date to which 6.A and Alma come, and who offers it.
pub struct Morning {
    pub portal: Testbed,
    pub ida: Person,
    pub date: OccurrenceId,
    pub class: SignUpId,
    one: SignUpId,
    /// The class's own page.
    pub own: String,
}

fn typed(class: bool) -> TypedParty {
    let typed = TypedParty {
        name: "Lone".into(),
        phone: "+45 20 12 34 56".into(),
        agrees: true,
        ..TypedParty::default()
    };
    if class {
        TypedParty {
            kind: "class".into(),
            school: "Munkebjergskolen".into(),
            class: "6.A".into(),
            grade: "grade-6".into(),
            pupils: "24".into(),
            adults: "2".into(),
            email: "lone@skole.dk".into(),
            ..typed
        }
    } else {
        TypedParty { kind: "one".into(), age: "17".into(), email: "bo@hjem.dk".into(), ..typed }
    }
}

impl Morning {
    pub async fn on(on: On) -> Self {
        let (portal, dates) = portal_on(on, &[60]).await;
        portal.clock.set(visit_now());
        let (ports, date) = (&portal.plugs.ports, dates[0]);
        let mut own = String::new();
        for is_class in [false, true] {
            let key = format!("key-of-a-form-{}", ports.ids.next()).parse().expect("a key");
            let typed = typed(is_class);
            sign_up(ports, date, key, &typed, LetterLanguage::Danish).await.expect("a seat");
            let asked = letters(&portal).await.into_iter().find_map(|it| match it.letter {
                Letter::SignUp { letter } => letter.secret,
                _ => None,
            });
            let page = confirm_sign_up(ports, &asked.expect("a link")).await.expect("a yes");
            own = format!("/min-tilmelding/{}", page.secret.text());
            let _ = letters(&portal).await;
        }
        let there = ports.sign_ups.sign_ups_of(date).await.expect("a read");
        let of = |is_class: bool| {
            let it = there.iter().find(|it| (it.entry.seats == 24) == is_class);
            it.expect("a party").id
        };
        let (class, one) = (of(true), of(false));
        let start = ports.sign_ups.roster(date).await.expect("a read").expect("a roster");
        portal.clock.set(start.date().start - TimeDelta::minutes(20));
        let ida = signed_in(&portal, "ida@firma.dk", &[Role::Editor(partner_id(4))]).await;
        Self { portal, ida, date, class, one, own }
    }

    fn page(&self) -> String {
        format!("/partner/dato/{}/ankomst", self.date.0)
    }

    pub async fn opens(&mut self, path: &str) -> String {
        let answer = self.ida.opens(&self.portal, path).await;
        assert_eq!(answer.0, StatusCode::OK, "{}", answer.2);
        answer.2
    }

    async fn submits(&mut self, fields: &[(&str, &str)]) -> Answer {
        let page = self.page();
        self.ida.submits(&self.portal, &page, fields).await
    }

    async fn tells(&mut self, body: &Value) -> Answer {
        let request = Request::post(format!("{}/meld", self.page()))
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(body.to_string()))
            .expect("a request");
        self.ida.asks(&self.portal, request).await
    }
}

#[tokio::test]
async fn whoever_stands_at_the_door_ticks_off_without_a_script() {
    for on in [On::Sqlite, On::PostgreSql] {
        let mut day = Morning::on(on).await;
        let (page, class) = (day.page(), day.class.0.to_string());
        let shown = day.opens(&page).await;
        for words in [
            "0 af 25 er her",
            "Mangler (2)",
            "Er her (0)",
            "6.A, Munkebjergskolen",
            "tel:+4520123456",
        ] {
            assert!(shown.contains(words), "{words}: {shown}");
        }
        let ticked = day.submits(&[("party", &class), ("here", "23")]).await;
        assert_eq!(ticked.0, StatusCode::SEE_OTHER, "{}", ticked.2);
        let told = day.opens(location(&ticked)).await;
        for words in ["23 af 25 er her", "6.A, Munkebjergskolen: 23 er her.", "Fortryd"] {
            assert!(told.contains(words), "{words}: {told}");
        }
        assert!(told.contains(r#"name="here" value="0""#), "the way back: {told}");
        let undone = day.submits(&[("party", &class), ("here", "0")]).await;
        let told = day.opens(location(&undone)).await;
        assert!(told.contains("6.A, Munkebjergskolen er ikke krydset af mere."), "{told}");
        assert!(told.contains("0 af 25 er her"), "{told}");

        let came = day.submits(&[("kind", "child"), ("here", "3")]).await;
        let told = day.opens(location(&came)).await;
        assert!(told.contains("Børn: 3") && told.contains("3 af 25 er her"), "{told}");
        let walk_in = told.split("data-walk-in=\"").nth(1).expect("a row");
        let walk_in = walk_in.split('"').next().expect("a name").to_owned();
        let back = [("walk_in", walk_in.as_str()), ("kind", "child"), ("here", "0")];
        let gone = day.submits(&back).await;
        assert!(!day.opens(location(&gone)).await.contains("Børn: 3"));

        for (fields, link) in [
            (vec![("party", class.as_str()), ("here", "mange")], format!("#her-{class}")),
            (vec![("party", class.as_str()), ("here", "1000")], format!("#her-{class}")),
            (vec![("kind", "one"), ("here", "0")], "#antal".to_owned()),
            (vec![("kind", "one"), ("here", "")], "#antal".to_owned()),
        ] {
            let wrong = day.submits(&fields).await;
            assert_eq!(wrong.0, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
            assert!(wrong.2.contains(&format!("href=\"{link}\"")), "{link}: {}", wrong.2);
        }
        for odd in
            ["?ok=ticked", "?ok=ticked&party=x&before=1", "?ok=ticked&walk_in=x&before=99999"]
        {
            day.opens(&format!("{page}{odd}")).await;
        }
        let english = day.opens(&format!("/en{page}")).await;
        assert!(english.contains("0 of 25 are here"), "{english}");
        let roster = day.opens(page.trim_end_matches("/ankomst")).await;
        assert!(roster.contains(&format!("href=\"{page}\"")), "the roster leads there: {roster}");
        assert_eq!(faults(&day.portal).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn phones_tell_what_they_ticked_and_nobody_is_counted_twice() {
    for on in [On::Sqlite, On::PostgreSql] {
        let mut day = Morning::on(on).await;
        let now = day.portal.clock.now();
        let (class, one) = (Arriving::Party(day.class), Arriving::Party(day.one));
        let phones = [1, 2, 3].map(|n| DeviceId(Uuid::from_u128(n)));
        let mut said: Vec<CheckIn> = vec![CheckIn::default(); 3];
        for (phone, it) in phones.iter().zip(&mut said) {
            it.say(*phone, class, 24, now);
        }
        said[0].say(phones[0], one, 1, now);
        said[1].say(phones[1], one, 1, now);
        said[1].say(phones[1], one, 0, now);
        let told = |it: &CheckIn| json!({ "ticks": it.ticks().collect::<Vec<&Tick>>() });
        for it in [&said[2], &said[0], &said[1], &said[0], &said[2]] {
            let answer = day.tells(&told(it)).await;
            assert_eq!(answer.0, StatusCode::OK, "{}", answer.2);
        }
        let answer: Value = serde_json::from_str(&day.tells(&told(&CheckIn::default())).await.2)
            .expect("an answer");
        assert_eq!(answer["ticks"].as_array().map(Vec::len), Some(6));
        let page = day.page();
        let shown = day.opens(&page).await;
        assert!(shown.contains("25 af 25 er her") && shown.contains("Er her (2)"), "{shown}");
        assert!(shown.contains("data-ticks=\"[{"), "phones begin with what stands: {shown}");
        // Where a page without scripts takes a tick back, every phone hears of it.
        let taken = day.submits(&[("party", &day.class.0.to_string()), ("here", "0")]).await;
        assert_eq!(taken.0, StatusCode::SEE_OTHER);
        let heard: Value =
            serde_json::from_str(&day.tells(&told(&said[2])).await.2).expect("an answer");
        let ticks = serde_json::from_value::<Vec<Tick>>(heard["ticks"].clone()).expect("ticks");
        assert_eq!(CheckIn::of(ticks).standing()[&class].here, 0);
        assert_eq!(faults(&day.portal).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn what_is_no_telling_is_refused_and_what_nobody_means_is_passed_over() {
    let mut day = Morning::on(On::Sqlite).await;
    let page = day.page();
    let form = day.ida.submits(&day.portal, &format!("{page}/meld"), &[("ticks", "[]")]).await;
    assert_eq!(form.0, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    for body in [json!({}), json!({ "ticks": 1 }), json!({ "ticks": [{}] }), json!([])] {
        assert_eq!(day.tells(&body).await.0, StatusCode::BAD_REQUEST, "{body}");
    }
    let now = day.portal.clock.now();
    let mut odd = CheckIn::default();
    odd.say(DeviceId::PORTAL, Arriving::Party(day.class), 24, now);
    odd.say(DeviceId(Uuid::from_u128(1)), Arriving::Party(SignUpId(Uuid::from_u128(1))), 24, now);
    odd.say(DeviceId(Uuid::from_u128(2)), Arriving::Party(day.class), 60_000, now);
    let told = json!({ "ticks": odd.ticks().collect::<Vec<&Tick>>() });
    let answer = day.tells(&told).await;
    assert_eq!((answer.0, answer.2.as_str()), (StatusCode::OK, r#"{"ticks":[]}"#));

    let mut bo = signed_in(&day.portal, "bo@andre.dk", &[Role::Editor(partner_id(1))]).await;
    for path in [page.clone(), format!("/en{page}")] {
        assert_eq!(bo.opens(&day.portal, &path).await.0, StatusCode::NOT_FOUND);
    }
    let party = day.class.0.to_string();
    let ticked = bo.submits(&day.portal, &page, &[("party", &party), ("here", "1")]).await;
    assert_eq!(ticked.0, StatusCode::NOT_FOUND);
    day.portal.clock.set(now - TimeDelta::days(3));
    day.ida = signed_in(&day.portal, "ida@firma.dk", &[Role::Editor(partner_id(4))]).await;
    let early = day.submits(&[("party", &party), ("here", "1")]).await;
    assert_eq!(early.0, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(early.2.contains("Du kan krydse af fra to dage før dagen"), "{}", early.2);
    assert!(!early.2.contains("data-is-open"), "{}", early.2);
}

#[tokio::test]
async fn the_page_may_be_kept_by_a_phone_and_nothing_else_may() {
    let mut day = Morning::on(On::Sqlite).await;
    let page = day.page();
    let answer = day.ida.opens(&day.portal, &page).await;
    let policy = answer.1[header::CONTENT_SECURITY_POLICY].to_str().expect("text").to_owned();
    assert!(
        policy.contains("worker-src 'self'") && policy.contains("script-src 'self';"),
        "{policy}"
    );
    assert_eq!(answer.1[header::CACHE_CONTROL], "no-store");
    assert!(answer.2.contains(r#"data-guard="/partner/dato/vagt.js""#), "{}", answer.2);
    let manifest = format!("{page}/app.webmanifest");
    assert!(answer.2.contains(&format!(r#"rel="manifest" href="{manifest}""#)), "{}", answer.2);
    for (prefix, words) in [("", "Gnist ved døren"), ("/en", "Gnist at the door")] {
        let told = Person::default().opens(&day.portal, &format!("{prefix}{manifest}")).await.2;
        let told: Value = serde_json::from_str(&told).expect("a manifest");
        assert_eq!(told["scope"], format!("{prefix}{page}"));
        assert_eq!((&told["name"], &told["display"]), (&json!(words), &json!("standalone")));
        let guard =
            Person::default().opens(&day.portal, &format!("{prefix}/partner/dato/vagt.js")).await;
        assert_eq!(
            (guard.0, &guard.1[header::CACHE_CONTROL]),
            (StatusCode::OK, &"no-cache".parse().expect("a header"))
        );
        assert!(guard.1.get("service-worker-allowed").is_none(), "it guards what lies beside it");
        let policy = guard.1[header::CONTENT_SECURITY_POLICY].to_str().expect("text");
        assert!(policy.starts_with("default-src 'none'; connect-src 'self';"), "{policy}");
    }
    let roster = day.ida.opens(&day.portal, page.trim_end_matches("/ankomst")).await;
    let policy = roster.1[header::CONTENT_SECURITY_POLICY].to_str().expect("text");
    assert!(!policy.contains("script-src"), "{policy}");
    let left = day.ida.submits(&day.portal, "/log-ud", &[]).await;
    assert_eq!(
        left.1["clear-site-data"], "\"cache\", \"storage\"",
        "what a phone keeps goes along"
    );
}

#[tokio::test]
async fn who_comes_shows_a_code_that_finds_them_on_the_list() {
    let mut day = Morning::on(On::Sqlite).await;
    let own = day.own.clone();
    let mut lone = Person::default();
    let shown = lone.opens(&day.portal, &own).await.2;
    assert!(shown.contains("Kode, der finder jer på arrangørens liste"), "{shown}");
    let page = day.page();
    let list = day.opens(&page).await;
    assert!(list.contains(&format!("id=\"p-{}\"", day.class.0)), "{list}");
    lone.submits(&day.portal, &format!("{own}/afmeld"), &[]).await;
    let gone = lone.opens(&day.portal, &own).await.2;
    assert!(!gone.contains("Kode, der finder jer"), "{gone}");
    // Whoever comes all the same is ticked off, and it is said that they had no seat.
    let party = day.class.0.to_string();
    let ticked = day.submits(&[("party", &party), ("here", "20")]).await;
    let told = day.opens(location(&ticked)).await;
    assert!(told.contains("20 af 1 er her") && told.contains("Meldte afbud"), "{told}");
}

#[tokio::test]
async fn what_cannot_be_of_check_ins_is_found() {
    let mut day = Morning::on(On::Sqlite).await;
    let party = day.class.0.to_string();
    assert_eq!(day.submits(&[("party", &party), ("here", "24")]).await.0, StatusCode::SEE_OTHER);
    assert_eq!(faults(&day.portal).await, Vec::<String>::new());
    for (sql, words) in [
        ("update tick set here = 20000", "nobody meant that"),
        ("update tick set here = 24, passes = 'x'", "passes"),
        ("update tick set passes = '', walk_in = sign_up_id", "walk_in"),
        (
            "update tick set walk_in = null; update sign_up set occurrence_id = zeroblob(16)",
            "at another date",
        ),
    ] {
        spoil(&day.portal, sql).await;
        let found = faults(&day.portal).await;
        assert!(
            found.iter().any(|it| it.starts_with("tick ") && it.contains(words)),
            "{sql}: {found:?}"
        );
    }
}
