//! After a date, over HTTP and on both databases: its report, what pupils answer, and the papers
//! that a report unlocks.

use application::{
    ports::Clock as _,
    testing::{partner_id, sign_up_contract::visit_date},
};
use axum::http::{StatusCode, header};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    identity::Role,
    signup::{Arriving, CheckIn, DeviceId},
};

use crate::{
    check_in::Morning,
    papers::{drawn, file, is_tagged},
    people::{Answer, Person, location, signed_in},
    testbed::On,
    verify::{faults, spoil},
};

fn start() -> DateTime<Utc> {
    visit_date(0, 60).start()
}

fn end() -> DateTime<Utc> {
    visit_date(0, 60).end()
}

/// So long after a date to which a class of 24 and one of 17 have seats, its organiser comes in.
async fn at(day: &mut Morning, now: DateTime<Utc>) {
    day.portal.clock.set(now);
    day.ida = signed_in(&day.portal, "ida@firma.dk", &[Role::Editor(partner_id(4))]).await;
}

fn page(day: &Morning, what: &str) -> String {
    format!("/partner/dato/{}{what}", day.date.0)
}

async fn submits(day: &mut Morning, path: &str, fields: &[(&str, &str)]) -> Answer {
    day.ida.submits(&day.portal, path, fields).await
}

/// What stands in a field.
fn value(html: &str, name: &str) -> String {
    let field = html.split(&format!(" name=\"{name}\"")).nth(1).expect("a field");
    let field = field.split('>').next().expect("a tag");
    let value = field.split(" value=\"").nth(1).map_or("", |it| it.split('"').next().expect("one"));
    value.to_owned()
}

const FINE: &[(&str, &str)] = &[
    ("pupils", "23"),
    ("students", "1"),
    ("teachers", "2"),
    ("adults", ""),
    ("girls", "12"),
    ("level", "grade-6"),
    ("well", "Robotterne <virkede>"),
    ("better", ""),
];

#[tokio::test]
async fn a_report_is_filled_in_told_mended_and_closed() {
    for on in [On::Sqlite, On::PostgreSql] {
        let mut day = Morning::on(on).await;
        let path = page(&day, "/rapport");
        let early = day.opens(&path).await;
        assert!(early.contains("Du kan skrive rapporten, når dagen er slut."), "{early}");
        assert!(!early.contains("Gem rapporten"), "{early}");
        let told = submits(&mut day, &path, FINE).await;
        assert_eq!(told.0, StatusCode::UNPROCESSABLE_ENTITY, "{}", told.2);

        at(&mut day, end()).await;
        let desk = day.opens("/partner").await;
        assert!(desk.contains("1 dag mangler en rapport") && desk.contains(&path), "{desk}");
        let roster = day.opens(&page(&day, "")).await;
        assert!(roster.contains(&format!("href=\"{path}\"")), "{roster}");
        let form = day.opens(&path).await;
        let filled =
            ["pupils", "students", "teachers", "adults", "girls"].map(|it| value(&form, it));
        assert_eq!(filled, ["24", "1", "2", "0", ""]);
        assert!(form.contains("Ingen blev krydset af ved døren"), "{form}");
        let level = form.split("value=\"grade-6\"").nth(1).expect("a box");
        assert!(level.split('>').next().expect("a tag").contains("checked"), "{form}");

        let mut wrong = FINE.to_vec();
        (wrong[1], wrong[4]) = (("students", "mange"), ("girls", "50"));
        wrong[7] = ("better", "Ring til 010203-1234 & Bo");
        let told = submits(&mut day, &path, &wrong).await;
        assert_eq!(told.0, StatusCode::UNPROCESSABLE_ENTITY);
        for words in ["href=\"#students\"", "href=\"#better\"", "cpr-nummer", "Bo</textarea>"] {
            assert!(told.2.contains(words), "{words}: {}", told.2);
        }
        assert_eq!(value(&told.2, "students"), "mange", "what was typed comes back");
        wrong[1] = ("students", "1");
        wrong[7] = ("better", "");
        let told = submits(&mut day, &path, &wrong).await;
        assert!(told.2.contains("Der kom kun 24 børn og unge."), "{}", told.2);

        let told = submits(&mut day, &path, FINE).await;
        assert_eq!(
            (told.0, location(&told)),
            (StatusCode::SEE_OTHER, &*format!("{path}?ok=reported"))
        );
        let shown = day.opens(location(&told)).await;
        for words in [
            "Tak. Rapporten er gemt.",
            "23 børn og elever, 1 ung og 2 lærere",
            "50 procent af børnene og de unge",
            "6. klasse",
            "Robotterne &lt;virkede&gt;",
        ] {
            assert!(shown.contains(words), "{words}: {shown}");
        }
        let desk = day.opens("/partner").await;
        assert!(desk.contains("Ingen dage mangler en rapport"), "{desk}");
        assert!(desk.contains("23 børn og elever, 1 ung og 2 lærere"), "{desk}");
        let english = day.opens(&format!("/en{path}")).await;
        assert!(
            english.contains("23 children and pupils, 1 young person and 2 teachers"),
            "{english}"
        );

        let mut bo = signed_in(&day.portal, "bo@andre.dk", &[Role::Editor(partner_id(1))]).await;
        assert_eq!(bo.opens(&day.portal, &path).await.0, StatusCode::NOT_FOUND);
        assert_eq!(bo.submits(&day.portal, &path, FINE).await.0, StatusCode::NOT_FOUND);

        at(&mut day, end() + TimeDelta::days(30)).await;
        let late = submits(&mut day, &path, FINE).await;
        assert_eq!(late.0, StatusCode::UNPROCESSABLE_ENTITY);
        let closed = day.opens(&path).await;
        assert!(closed.contains("Nu bliver den, som den er.") && !closed.contains("Gem rapporten"));
        assert!(closed.contains("23 børn og elever"), "{closed}");
        assert_eq!(faults(&day.portal).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn who_was_ticked_off_at_the_door_is_who_came() {
    let mut day = Morning::on(On::Sqlite).await;
    let now = day.portal.clock.now();
    let mut said = CheckIn::default();
    said.say(DeviceId(domain::Uuid::from_u128(1)), Arriving::Party(day.class), 22, now);
    let mut tx = day.portal.plugs.ports.store.begin().await.expect("a transaction");
    let ticks: Vec<_> = said.ticks().cloned().collect();
    tx.check_ins().keep(day.date, &ticks).await.expect("a write");
    tx.commit().await.expect("a commit");
    at(&mut day, end()).await;
    let form = day.opens(&page(&day, "/rapport")).await;
    let filled = ["pupils", "students", "teachers"].map(|it| value(&form, it));
    assert_eq!(filled, ["22", "0", "2"]);
    assert!(form.contains("det, I krydsede af ved døren"), "{form}");
}

/// Answers by a link; nobody is given a cookie.
async fn answers(day: &Morning, link: &str, (before, after): (&str, &str)) -> Answer {
    let fields = [("before", before), ("after", after)];
    let answer = Person::default().submits(&day.portal, link, &fields).await;
    assert!(!answer.1.contains_key(header::SET_COOKIE), "{link}");
    answer
}

#[tokio::test]
async fn pupils_answer_by_a_link_and_only_counts_are_told_from_five_on() {
    for on in [On::Sqlite, On::PostgreSql] {
        let mut day = Morning::on(on).await;
        let (ask, roster) = (page(&day, "/elevsvar"), page(&day, ""));
        assert!(day.opens(&roster).await.contains("Lav et link til eleverne"));
        let made = submits(&mut day, &ask, &[]).await;
        assert_eq!(made.0, StatusCode::SEE_OTHER, "{}", made.2);
        let sheet = location(&made).to_owned();
        let shown = day.opens(&sheet).await;
        let secret = sheet.rsplit('/').next().expect("a secret");
        let link = format!("/dit-svar/{secret}");
        assert!(shown.contains("square-code") && shown.contains(&link), "{shown}");

        let early = Person::default().opens(&day.portal, &link).await;
        assert_eq!(early.0, StatusCode::OK);
        assert!(early.2.contains("Du kan svare, når dagen er begyndt."), "{}", early.2);
        let sent = answers(&day, &link, ("2", "4")).await;
        assert_eq!(sent.0, StatusCode::UNPROCESSABLE_ENTITY, "{}", sent.2);

        at(&mut day, start()).await;
        let form = Person::default().opens(&day.portal, &link).await.2;
        assert!(form.contains("interesserede naturvidenskab og teknik dig"), "{form}");
        assert!(!form.contains("<script"), "{form}");
        let sent = answers(&day, &link, ("2", "")).await;
        assert_eq!(sent.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(sent.2.contains("href=\"#after\""), "{}", sent.2);
        let chosen = sent.2.split("name=\"before\" value=\"2\"").nth(1).expect("a choice");
        assert!(chosen.split('>').next().expect("a tag").contains("checked"), "{}", sent.2);
        for n in 1..=5 {
            let told = day.opens(&roster).await;
            assert!(told.contains("Færre end fem har svaret"), "{n}: {told}");
            let sent = answers(&day, &link, ("2", "4")).await;
            assert_eq!(sent.0, StatusCode::SEE_OTHER, "{}", sent.2);
            let thanks = Person::default().opens(&day.portal, location(&sent)).await.2;
            assert!(thanks.contains("Tak for dit svar."), "{thanks}");
        }
        let told = "5 har svaret. På en skala fra 1 til 5 var interessen 2,0 før og 4,0 efter.";
        assert!(day.opens(&roster).await.contains(told));
        assert!(day.opens(&page(&day, "/rapport")).await.contains(told));

        // A fifth more than the 25 who have seats.
        for _ in 5..30 {
            assert_eq!(answers(&day, &link, ("3", "3")).await.0, StatusCode::SEE_OTHER);
        }
        let full = answers(&day, &link, ("3", "3")).await;
        assert_eq!(full.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(full.2.contains("Der har allerede svaret så mange"), "{}", full.2);

        let again = submits(&mut day, &ask, &[]).await;
        assert_eq!(again.0, StatusCode::SEE_OTHER);
        assert_eq!(Person::default().opens(&day.portal, &link).await.0, StatusCode::GONE);
        assert_eq!(answers(&day, &link, ("3", "3")).await.0, StatusCode::GONE);
        assert_eq!(day.ida.opens(&day.portal, &sheet).await.0, StatusCode::GONE);
        let mut bo = signed_in(&day.portal, "bo@andre.dk", &[Role::Editor(partner_id(1))]).await;
        assert_eq!(bo.opens(&day.portal, location(&again)).await.0, StatusCode::NOT_FOUND);
        assert_eq!(bo.submits(&day.portal, &ask, &[]).await.0, StatusCode::NOT_FOUND);
        assert_eq!(faults(&day.portal).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_report_unlocks_papers_that_name_nobody() {
    let mut day = Morning::on(On::Sqlite).await;
    let (certificate, proof) = (page(&day, "/attest"), format!("{}/bevis", day.own));
    let mut lone = Person::default();
    at(&mut day, end()).await;
    assert_eq!(day.ida.opens(&day.portal, &certificate).await.0, StatusCode::NOT_FOUND);
    assert_eq!(lone.opens(&day.portal, &proof).await.0, StatusCode::NOT_FOUND);
    let own = day.own.clone();
    assert!(!lone.opens(&day.portal, &own).await.2.contains(&proof));

    let path = page(&day, "/rapport");
    let told = submits(&mut day, &path, FINE).await;
    assert!(day.opens(location(&told)).await.contains(&format!("href=\"{certificate}\"")));
    let paper = day.opens(&certificate).await;
    assert!(paper.contains("for 26 deltagere") && paper.contains("Besøg nummer 0"), "{paper}");
    assert!(lone.opens(&day.portal, &own).await.2.contains(&format!("href=\"{proof}\"")));
    for (prefix, words) in [("", "har været med til"), ("/en", "has taken part in")] {
        let paper = lone.opens(&day.portal, &format!("{prefix}{proof}")).await;
        assert_eq!(paper.0, StatusCode::OK);
        assert!(paper.2.contains(words) && paper.2.contains("data-name"), "{}", paper.2);
        for name in ["6.A", "Lone", "Munkebjergskolen"] {
            assert!(!paper.2.contains(name), "{name}: {}", paper.2);
        }
        assert!(!paper.2.contains("<form"), "nothing that is typed can be sent: {}", paper.2);
        let policy = paper.1[header::CONTENT_SECURITY_POLICY].to_str().expect("text");
        assert!(policy.contains("script-src 'self'; ") && policy.contains("form-action 'none'"));
        assert!(!policy.contains("connect-src"), "{policy}");
    }
    let mut bo = signed_in(&day.portal, "bo@andre.dk", &[Role::Editor(partner_id(1))]).await;
    assert_eq!(bo.opens(&day.portal, &certificate).await.0, StatusCode::NOT_FOUND);
}

/// What a page and its file both say, and in which language.
struct Said<'a> {
    name: &'static str,
    page: &'a str,
    words: &'static [&'static str],
    language: &'static str,
}

/// Whether a page leads to its file, and both say the same and name nobody.
async fn is_page_and_file(day: &Morning, who: &Person, it: &Said<'_>) {
    let (page, pdf) = (it.page, format!("{}.pdf", it.page));
    let (_, shown, html) = who.clone().opens(&day.portal, page).await;
    assert_eq!(shown[header::CACHE_CONTROL], "no-store");
    assert!(html.contains(&format!("href=\"{pdf}\"")), "{html}");
    let found = file(&day.portal, who, &pdf).await;
    is_tagged(it.name, &found, it.language);
    let told = drawn(&found.1);
    for words in it.words {
        assert!(html.contains(words), "{words}: {html}");
        assert!(told.iter().any(|it| it.contains(words)), "{pdf}, {words}: {told:?}");
    }
    for name in ["6.A", "Lone", "Munkebjergskolen"] {
        assert!(!html.contains(name), "{name}: {html}");
        assert!(!told.iter().any(|it| it.contains(name)), "{pdf}, {name}: {told:?}");
    }
}

#[tokio::test]
async fn both_papers_are_files_that_are_read_aloud_and_say_what_their_pages_say() {
    for on in [On::Sqlite, On::PostgreSql] {
        let mut day = Morning::on(on).await;
        let (certificate, proof) = (page(&day, "/attest"), format!("{}/bevis", day.own));
        let mut lone = Person::default();
        at(&mut day, end()).await;
        for path in [format!("{certificate}.pdf"), format!("/en{certificate}.pdf")] {
            assert_eq!(day.ida.opens(&day.portal, &path).await.0, StatusCode::NOT_FOUND);
        }
        let early = lone.opens(&day.portal, &format!("{proof}.pdf")).await;
        assert_eq!(early.0, StatusCode::NOT_FOUND, "nothing is reported yet");

        let path = page(&day, "/rapport");
        assert_eq!(submits(&mut day, &path, FINE).await.0, StatusCode::SEE_OTHER);
        let (name, own) = ("attest", "deltagerbevis");
        let (english, english_proof) = (format!("/en{certificate}"), format!("/en{proof}"));
        let danish: &[&str] = &[
            "Attest",
            "Skolen på Øen 4",
            "har holdt aktiviteten",
            "Besøg nummer 0",
            "Torsdag 31. december 2026 kl. 9.00–12.00",
            "for 26 deltagere",
            "23 børn og elever, 1 ung og 2 lærere",
            "Udstedt af Gnist",
        ];
        let it = Said { name, page: &certificate, words: danish, language: "da" };
        is_page_and_file(&day, &day.ida, &it).await;
        let words: &[&str] = &[
            "Certificate",
            "Skolen på Øen 4",
            "has held the activity",
            "Besøg nummer 0",
            "Thursday 31 December 2026",
            "for 26 participants",
            "Issued by Gnist",
        ];
        let it = Said { name, page: &english, words, language: "en" };
        is_page_and_file(&day, &day.ida, &it).await;
        let words: &[&str] = &[
            "Deltagerbevis",
            "har været med til",
            "Besøg nummer 0",
            "Torsdag 31. december 2026 kl. 9.00–12.00",
            "Holdt af Skolen på Øen 4",
            "Udstedt af Gnist",
        ];
        let it = Said { name: own, page: &proof, words, language: "da" };
        is_page_and_file(&day, &lone, &it).await;
        let words: &[&str] =
            &["Proof of participation", "has taken part in", "Besøg nummer 0", "Skolen på Øen 4"];
        let it = Said { name: own, page: &english_proof, words, language: "en" };
        is_page_and_file(&day, &lone, &it).await;
        let told = lone.opens(&day.portal, &proof).await.2;
        assert!(told.contains("PDF-filen har en tom linje"), "{told}");

        // A stranger gets of a file what they get of its page.
        let mut bo = signed_in(&day.portal, "bo@andre.dk", &[Role::Editor(partner_id(1))]).await;
        for end in ["", ".pdf"] {
            let path = format!("{certificate}{end}");
            assert_eq!(bo.opens(&day.portal, &path).await.0, StatusCode::NOT_FOUND, "{path}");
            assert_eq!(lone.opens(&day.portal, &path).await.0, StatusCode::SEE_OTHER, "{path}");
            let dead = format!("/min-tilmelding/ukendt/bevis{end}");
            assert_eq!(lone.opens(&day.portal, &dead).await.0, StatusCode::GONE, "{dead}");
        }
        assert_eq!(faults(&day.portal).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn what_cannot_be_of_reports_and_answers_is_found() {
    let mut day = Morning::on(On::Sqlite).await;
    at(&mut day, end()).await;
    let path = page(&day, "/rapport");
    assert_eq!(submits(&mut day, &path, FINE).await.0, StatusCode::SEE_OTHER);
    let date = "select occurrence_id from date_report";
    for (sql, words) in [
        ("update date_report set girls = 99".to_owned(), "girls"),
        ("update date_report set girls = 1, levels = 'x'".to_owned(), "levels"),
        ("update date_report set levels = '', pupils = -1".to_owned(), "pupils"),
        (format!("insert into interest values (({date}), 1, 6, 1)"), "score_after"),
        (
            format!("delete from interest; insert into interest values (({date}), 1, 5, 0)"),
            "nobody answered so",
        ),
    ] {
        spoil(&day.portal, &sql).await;
        let found = faults(&day.portal).await;
        assert!(found.iter().any(|it| it.contains(words)), "{sql}: {found:?}");
    }
}
