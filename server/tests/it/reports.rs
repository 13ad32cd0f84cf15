//! What is public is reported by anybody and answered by a moderator; several things of the queue
//! are answered at once. As a browser without scripts does it.

use application::{
    pact::{Reported, answer_review, report_activity},
    testing::{an_activity, contract, partner_id},
};
use axum::http::{StatusCode, header};
use domain::{
    catalogue::{Activity, State},
    identity::{Letter, LetterLanguage, Role, Tally},
    pact::{Region, Report, Verdict},
};

use crate::{
    people::{Person, account, letters, location, signed_in},
    testbed::{On, Testbed},
};

fn moderator(key: &str) -> Role {
    Role::Moderator(Region::find(key).expect("a region"))
}

/// A portal whose first activity lies in Viborg and belongs to a partner with an editor.
async fn portal_on(on: On) -> (Testbed, Activity) {
    let portal = Testbed::start(on).await;
    contract::fill(&*portal.plugs.ports.store, 5).await;
    signed_in(&portal, "ida@firma.dk", &[Role::Editor(partner_id(0))]).await;
    (portal, an_activity(0))
}

async fn asked(portal: &Testbed, it: &Activity) -> Vec<domain::pact::Review> {
    portal.plugs.ports.reviews.reviews_of(it.id).await.expect("a read")
}

#[tokio::test]
async fn anybody_reports_without_a_cookie_and_a_moderator_takes_it_down() {
    for on in [On::Sqlite, On::PostgreSql] {
        let (portal, it) = portal_on(on).await;
        let page = format!("/aktiviteter/{}", it.slug);
        let path = format!("{page}/meld");
        let (mut anybody, mut mona) =
            (Person::default(), signed_in(&portal, "mona@r.dk", &[moderator("midtjylland")]).await);
        let shown = anybody.opens(&portal, &page).await;
        assert!(shown.2.contains(&format!("href=\"{path}\"")), "{}", shown.2);
        let empty = anybody.opens(&portal, &path).await;
        assert_eq!(empty.0, StatusCode::OK);
        assert_eq!(empty.1.get(header::CACHE_CONTROL).unwrap(), "no-store");

        let typed =
            [("cause", "unsafe"), ("remark", "Ring til 011207-1234 <b>nu</b>"), ("email", "lone")];
        let (status, headers, html) = anybody.submits(&portal, &path, &typed).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        for field in ["#remark", "#email"] {
            assert!(html.contains(&format!("href=\"{field}\"")), "{field}: {html}");
        }
        assert!(html.contains("CPR-nummer") && html.contains("value=\"lone\""), "{html}");
        assert!(html.contains("011207-1234 &lt;b&gt;nu") && !html.contains("<b>nu"), "{html}");
        assert!(!headers.contains_key(header::SET_COOKIE));
        assert_eq!(asked(&portal, &it).await, []);

        let typed = [("cause", "unsafe"), ("remark", "Der var glat."), ("email", "lone@skole.dk")];
        let sent = anybody.submits(&portal, &format!("/en{path}"), &typed).await;
        assert_eq!(
            (sent.0, location(&sent)),
            (StatusCode::SEE_OTHER, &*format!("/en{path}?ok=thanks"))
        );
        assert!(!sent.1.contains_key(header::SET_COOKIE));
        let thanked = anybody.opens(&portal, &format!("{path}?ok=thanks")).await.2;
        assert!(thanked.contains("En moderator ser på det"), "{thanked}");
        let unknown = anybody.submits(&portal, "/aktiviteter/findes-ikke/meld", &typed).await;
        assert_eq!(unknown.0, StatusCode::NOT_FOUND);

        let queue = mona.opens(&portal, "/moderation").await.2;
        let case = format!("/moderation/aktiviteter/{}", it.id.0);
        assert!(queue.contains(&case) && queue.contains("Den kan være farlig"), "{queue}");
        let shown = mona.opens(&portal, &case).await.2;
        assert!(shown.contains("Der var glat.") && !shown.contains("lone@skole.dk"), "{shown}");
        let answer = format!("/moderation/meldinger/{}/svar", asked(&portal, &it).await[0].id.0);
        let mute =
            mona.submits(&portal, &answer, &[("verdict", "cancelled"), ("reason", " ")]).await;
        assert_eq!(mute.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(mute.2.contains("href=\"#reason\""), "{}", mute.2);
        let down = [("verdict", "returned"), ("reason", "Strø noget <i>salt</i>.")];
        let done = mona.submits(&portal, &answer, &down).await;
        assert_eq!(location(&done), "/moderation?ok=taken-down");
        assert_eq!(mona.submits(&portal, &answer, &down).await.0, StatusCode::NOT_FOUND);
        portal.plugs.board.refresh_if_changed().await.expect("a board");
        assert_eq!(anybody.opens(&portal, &page).await.0, StatusCode::NOT_FOUND);
        assert_eq!(anybody.opens(&portal, &path).await.0, StatusCode::NOT_FOUND);

        let mut told = letters(&portal).await;
        told.sort_by_key(|it| it.to.to_string());
        let told: Vec<_> =
            told.into_iter().map(|it| (it.to.to_string(), it.language, it.letter)).collect();
        let [
            (ida, _, Letter::ActivityTakenDown { .. }),
            (lone, language, Letter::ReportAnswered { .. }),
        ] = told.as_slice()
        else {
            panic!("{told:?}")
        };
        assert_eq!((ida.as_str(), lone.as_str()), ("ida@firma.dk", "lone@skole.dk"));
        assert_eq!(*language, LetterLanguage::English, "as the form was written");
        assert_eq!(portal.plugs.database.verify().await.unwrap(), Vec::<String>::new());
    }
}

#[tokio::test]
async fn the_same_report_at_once_is_one_and_it_is_answered_once() {
    for on in [On::Sqlite, On::PostgreSql] {
        let (portal, it) = portal_on(on).await;
        let ports = &portal.plugs.ports;
        let report = Report::read("unsafe", "Der var glat.", "lone@skole.dk").expect("a report");
        let hands = (0..8)
            .map(|_| report_activity(ports, &it.slug, report.clone(), LetterLanguage::Danish));
        for done in futures_util::future::join_all(hands).await {
            assert_eq!(done.expect("it is taken"), Reported::Kept);
        }
        let reviews = asked(&portal, &it).await;
        assert_eq!(reviews.len(), 1, "{on:?}");

        let others = (0..40).map(|n| {
            let report = Report::read("other", &format!("Nummer {n}"), "").expect("a report");
            report_activity(ports, &it.slug, report, LetterLanguage::Danish)
        });
        let kept = futures_util::future::join_all(others).await.into_iter();
        let kept = kept.filter(|it| matches!(it, Ok(Reported::Kept))).count();
        assert_eq!(kept, Tally::MOST_REPORTS as usize - 1, "{on:?}");

        let mut moderators = Vec::new();
        for n in 0..8 {
            let who = format!("m{n}@r.dk");
            let person = signed_in(&portal, &who, &[moderator("midtjylland")]).await;
            moderators.push(viewer(&portal, &person).await);
        }
        letters(&portal).await;
        let id = reviews[0].id;
        let hands = moderators.iter().enumerate().map(|(n, who)| {
            let verdict = if n % 2 == 0 { Verdict::Fine } else { Verdict::Returned };
            answer_review(
                ports,
                who,
                id,
                (verdict, Some("Strø salt.".try_into().expect("a remark"))),
            )
        });
        let done = futures_util::future::join_all(hands).await;
        assert_eq!(done.iter().filter(|it| it.is_ok()).count(), 1, "{on:?}: {done:?}");
        let told = letters(&portal).await;
        let told = told.iter().filter(|it| it.to.to_string() == "lone@skole.dk").count();
        assert_eq!(told, 1, "{on:?}");
        assert_eq!(portal.plugs.database.verify().await.unwrap(), Vec::<String>::new());
    }
}

async fn viewer(portal: &Testbed, person: &Person) -> application::identity::Viewer {
    let cookie = person.cookie.as_deref().expect("a cookie");
    let secret = cookie.split('=').nth(1).expect("a secret");
    let secret = secret.parse::<domain::identity::Secret>().expect("a secret");
    application::identity::who_asks(&portal.plugs.ports, &secret)
        .await
        .expect("a read")
        .expect("somebody")
}

#[tokio::test]
async fn several_are_approved_at_once_and_each_is_told_of() {
    let (portal, _) = portal_on(On::Sqlite).await;
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    let mut waiting = Vec::new();
    for n in [0, 1, 2] {
        let it = an_activity(n);
        let mut particulars = it.particulars().clone();
        particulars.venue.postcode = Some("8800".parse().expect("a postcode"));
        let at = it.updated_at();
        let mut next =
            Activity::draft(it.id, it.partner, it.external_id.clone(), particulars, Vec::new(), at)
                .kept(State::Submitted, at);
        next.slug = it.slug.clone();
        waiting.push(next);
    }
    tx.activities().save(&waiting).await.expect("a write");
    let mut partner = tx.partners().by_id(partner_id(1)).await.expect("a read").expect("one");
    partner.standing = domain::partners::Standing::Waiting;
    tx.partners().save(&partner).await.expect("a write");
    tx.commit().await.expect("a commit");
    let mut mona = signed_in(&portal, "mona@r.dk", &[moderator("midtjylland")]).await;
    let word = |n: usize| format!("activity:{}:{}", waiting[n].id.0, waiting[n].revision());
    let queue = mona.opens(&portal, "/moderation").await.2;
    for n in 0..3 {
        assert!(queue.contains(&format!("value=\"{}\"", word(n))), "{queue}");
    }
    let nothing = mona.submits(&portal, "/moderation/godkend", &[("case", "moon:1")]).await;
    assert_eq!(nothing.0, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nothing.2.contains("href=\"#h-vaelg\""), "{}", nothing.2);

    let (first, second) = (word(0), word(1));
    let unknown = format!("claim:{}", account(&portal, "mona@r.dk").await.id.0);
    let ticked = [("case", &*first), ("case", &*second), ("case", &*unknown)];
    let (status, _, html) = mona.submits(&portal, "/moderation/godkend", &ticked).await;
    assert_eq!(status, StatusCode::OK);
    for sentence in [
        "udgivet, og afsenderen får et brev",
        "venter stadig, for partneren er ikke godkendt",
        "En sag</strong>: ventede ikke mere",
    ] {
        assert!(html.contains(sentence), "{sentence}: {html}");
    }
    assert!(!html.contains(&format!("value=\"{first}\"")), "it waits no more");
    assert!(html.contains(&format!("value=\"{second}\"")), "it waits still");
    let again = mona.submits(&portal, "/moderation/godkend", &ticked[..1]).await.2;
    assert!(again.contains("ventede ikke mere"), "{again}");

    let (third, back) = (word(2), "/moderation/retur");
    let both = [("case", &*second), ("case", &*third)];
    for (typed, fault) in [
        ([both[0], both[1], ("reason", "x")], "href=\"#reason\""),
        ([("case", "moon:1"), ("case", ""), ("reason", "Der mangler <b>alt")], "#h-vaelg\""),
    ] {
        let (status, _, html) = mona.submits(&portal, back, &typed).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(html.contains(fault), "{html}");
        let reason = typed[2].1.replace('<', "&lt;").replace('>', "&gt;");
        assert!(html.contains(&format!("{reason}</textarea>")), "what was typed is lost: {html}");
        let checked = |case: &str| html.contains(&format!("value=\"{case}\" checked"));
        assert_eq!((checked(&second), checked(&third)), (typed[0] == both[0], typed[0] == both[0]));
    }
    let _ = letters(&portal).await;
    let typed = [both[0], both[1], ("reason", "Der mangler en adresse")];
    let (status, _, html) = mona.submits(&portal, back, &typed).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(html.matches("sendt retur, og afsenderen").count(), 2, "{html}");
    for case in [&second, &third] {
        assert!(!html.contains(&format!("value=\"{case}\"")), "it waits still");
    }
    let ida = signed_in(&portal, "ida@firma.dk", &[Role::Editor(partner_id(0))]).await;
    let nobody = ida.clone().submits(&portal, back, &typed).await;
    assert_eq!(nobody.0, StatusCode::NOT_FOUND);
}
