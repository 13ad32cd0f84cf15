//! What is held of somebody, over HTTP; and a name that is looked for everywhere once it is erased.

use std::{
    io::Read as _,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    time::Instant,
};

use application::{
    identity::suspend,
    outbox::deliver_letters,
    ports::Post,
    privacy::{Swept, sweep},
    testing::sign_up_contract::a_visit,
};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use chrono::TimeDelta;
use domain::{Uuid, identity::Letter};
use sea_orm::ConnectionTrait as _;
use server::adapters::post::{FolderPost, Sender};

use crate::{
    letters::site,
    people::{Person, letters, location, signed_in},
    sign_ups::{hidden, nothing_is_wrong, portal_on},
    testbed::{On, Testbed, times},
};

/// A name that nobody else has.
const CANARY: &str = "Kanariefugl";
const ADDRESS: &str = "kanariefugl@hjem.example";

/// The link of the only letter about one's data that waits, as a path.
async fn asked(portal: &Testbed, anybody: &mut Person, address: &str) -> String {
    let sent = anybody.submits(portal, "/mine-data", &[("email", address)]).await;
    assert_eq!((sent.0, location(&sent)), (StatusCode::SEE_OTHER, "/mine-data?ok=sent"));
    let own = letters(portal).await.into_iter().filter_map(|it| match it.letter {
        Letter::OwnData { secret } => Some(secret),
        _ => None,
    });
    let secrets: Vec<_> = own.collect();
    assert_eq!(secrets.len(), 1);
    format!("/mine-data/brev/{}", secrets[0].text())
}

/// A guardian signs a child up, with all that can be told of it, and has an account; somebody
/// else names the guardian as the second one, and the guardian reports an activity.
async fn fly_in(portal: &Testbed, date: Uuid) {
    let mut guardian = signed_in(portal, ADDRESS, &[]).await;
    let named = guardian.submits(portal, "/konto/profil", &[("name", CANARY)]).await;
    assert_eq!(named.0, StatusCode::SEE_OTHER, "{}", named.2);
    let form = format!("/tilmelding/{date}");
    for (email, name, second, second_email) in
        [(ADDRESS, CANARY, "Ali", "ali@hjem.example"), ("ali@hjem.example", "Ali", CANARY, ADDRESS)]
    {
        let key = hidden(&guardian.opens(portal, &form).await.2, "key");
        let needs = format!("{CANARY} bruger kørestol");
        let fields = [
            ("kind", "child"),
            ("key", key.as_str()),
            ("child", if email == ADDRESS { CANARY } else { "Bo" }),
            ("age", "12"),
            ("name", name),
            ("email", email),
            ("phone", "20123456"),
            ("needs", if email == ADDRESS { needs.as_str() } else { "" }),
            ("second_name", second),
            ("second_email", second_email),
            ("emergency_name", name),
            ("emergency_phone", "20123457"),
            ("agrees", "yes"),
            ("waits", "yes"),
        ];
        let sent = guardian.submits(portal, &form, &fields).await;
        assert_eq!(sent.0, StatusCode::SEE_OTHER, "{}", sent.2);
    }
    let report = format!("/aktiviteter/{}/meld", a_visit(0, 30).slug);
    let fields =
        [("cause", "other"), ("remark", "Kanariefugl siger, at den er væk"), ("email", ADDRESS)];
    let told = guardian.submits(portal, &report, &fields).await;
    assert_eq!(told.0, StatusCode::SEE_OTHER, "{}", told.2);
}

/// Where bytes of a canary stand in a folder, whatever is around them.
fn found_in(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(found_in(&path));
            continue;
        }
        let mut bytes = Vec::new();
        std::fs::File::open(&path).expect("a file").read_to_end(&mut bytes).expect("bytes");
        if sings(&bytes) {
            found.push(path.display().to_string());
        }
    }
    found
}

fn sings(bytes: &[u8]) -> bool {
    let name = CANARY.to_lowercase();
    bytes.to_ascii_lowercase().windows(name.len()).any(|it| it == name.as_bytes())
}

/// What the portal writes into its log.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn a_canary_is_nowhere_once_it_is_erased() {
    for _ in 0..times(1) {
        let log = Log::default();
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt().with_writer(move || writer.clone()).finish();
        let _logs = tracing::subscriber::set_default(subscriber);
        let (mut portal, dates) = portal_on(On::Sqlite, &[30]).await;
        let kept = portal.folder().join("letters");
        portal.plugs = portal.plugs.clone().with_letters_in(kept.clone());
        portal.rewire();
        fly_in(&portal, dates[0].0).await;
        // Letters are kept in the folder here, as where there is no mail server.
        let from = "gnist@gnist.example".try_into().expect("an address");
        let post = FolderPost::new(kept, Sender { site: site(), from });
        while deliver_letters(&portal.plugs.ports, &post as &dyn Post).await.expect("it").sent > 0 {
        }
        assert!(found_in(portal.folder()).len() > 1, "the canary never sang");

        let mut anybody = Person::default();
        let letter = asked(&portal, &mut anybody, ADDRESS).await;
        let opened = anybody.submits(&portal, &letter, &[]).await;
        let page = location(&opened).to_owned();
        let file = anybody.opens(&portal, &format!("{page}/mine-data.zip")).await;
        assert_eq!(file.0, StatusCode::OK);
        let erased = anybody.submits(&portal, &format!("{page}/slet"), &[("agrees", "yes")]).await;
        assert_eq!(erased.0, StatusCode::OK, "{}", erased.2);
        let receipt = letters(&portal).await;
        assert!(receipt.iter().any(|it| matches!(it.letter, Letter::DataErased { .. })));

        // The receipt waited in the database until it was sent; the hourly sweep takes that too.
        assert_eq!(sweep(&portal.plugs.ports).await.expect("a sweep"), Swept::Done);
        assert_eq!(found_in(portal.folder()), Vec::<String>::new());
        assert!(!sings(&log.0.lock().unwrap_or_else(PoisonError::into_inner)), "the log sings");
        nothing_is_wrong(&portal).await;
        let held = portal.plugs.ports.held.held(&ADDRESS.try_into().expect("an address")).await;
        assert_eq!(held.expect("a read"), []);
    }
}

#[tokio::test]
async fn whoever_asks_sees_all_of_it_takes_it_along_and_erases_it_without_scripts() {
    for on in [On::Sqlite, On::PostgreSql] {
        let (portal, dates) = portal_on(on, &[30]).await;
        fly_in(&portal, dates[0].0).await;
        letters(&portal).await;
        let mut anybody = Person::default();
        let wrong = anybody.submits(&portal, "/mine-data", &[("email", "kanariefugl@")]).await;
        assert_eq!(wrong.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.2.contains("href=\"#email\"") && wrong.2.contains("kanariefugl@"));
        let letter = asked(&portal, &mut anybody, ADDRESS).await;
        // Programs look through letters; only a press uses the link up.
        for _ in 0..2 {
            assert_eq!(anybody.opens(&portal, &letter).await.0, StatusCode::OK);
        }
        let opened = anybody.submits(&portal, &letter, &[]).await;
        assert_eq!(opened.0, StatusCode::SEE_OTHER, "{}", opened.2);
        let page = location(&opened).to_owned();
        assert_eq!(anybody.submits(&portal, &letter, &[]).await.0, StatusCode::GONE);
        let shown = anybody.opens(&portal, &page).await;
        assert_eq!(shown.0, StatusCode::OK);
        assert_eq!(shown.1.get(header::CACHE_CONTROL).expect("a header"), "no-store");
        assert!(shown.2.contains(CANARY) && shown.2.contains("Besøg nummer 0"), "{}", shown.2);

        let ask = Request::get(format!("{page}/mine-data.zip")).body(Body::empty());
        let (status, headers, bytes) = portal.bytes(ask.expect("a request")).await;
        assert_eq!(
            (status, &headers[header::CONTENT_TYPE]),
            (StatusCode::OK, &"application/zip".parse().expect("a header"))
        );
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a ZIP");
        for name in ["mine-data.json", "mine-data.html"] {
            let mut text = String::new();
            zip.by_name(name).expect(name).read_to_string(&mut text).expect("a text");
            for said in [CANARY, "kørestol", ADDRESS, "Ali"] {
                assert!(text.contains(said), "{on:?}, {name}: {said}\n{text}");
            }
            assert!(!text.contains("\"mark\"") && !text.contains("password"), "{text}");
        }

        let erase = format!("{page}/slet");
        let refused = anybody.submits(&portal, &erase, &[]).await;
        assert_eq!(refused.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.2.contains("href=\"#agrees\""), "{}", refused.2);
        let erased = anybody.submits(&portal, &erase, &[("agrees", "yes")]).await;
        assert_eq!(erased.0, StatusCode::OK, "{}", erased.2);
        assert_eq!(anybody.opens(&portal, &page).await.0, StatusCode::GONE);
        nothing_is_wrong(&portal).await;
        // Whoever named them as the second guardian is signed up as before.
        let left = portal.plugs.ports.sign_ups.sign_ups_of(dates[0]).await.expect("a read");
        let [ali] = &left[..] else { panic!("one is left: {left:?}") };
        assert_eq!(ali.kin.second, None);
    }
}

#[tokio::test]
async fn whoever_was_closed_is_told_to_write_and_is_not_erased() {
    for on in [On::Sqlite, On::PostgreSql] {
        let (portal, _) = portal_on(on, &[30]).await;
        signed_in(&portal, ADDRESS, &[]).await;
        let address = ADDRESS.try_into().expect("an address");
        suspend(&portal.plugs.ports, &address).await.expect("an account");
        letters(&portal).await;
        let mut anybody = Person::default();
        let letter = asked(&portal, &mut anybody, ADDRESS).await;
        let page = location(&anybody.submits(&portal, &letter, &[]).await).to_owned();
        let erase = format!("{page}/slet");
        for shown in [
            anybody.opens(&portal, &page).await,
            anybody.submits(&portal, &erase, &[("agrees", "yes")]).await,
        ] {
            assert!(shown.2.contains("Din konto er lukket"), "{on:?}: {}", shown.2);
            assert!(!shown.2.contains("id=\"agrees\""), "{on:?}: {}", shown.2);
        }
        let english = anybody.opens(&portal, &format!("/en{page}")).await.2;
        assert!(english.contains("Your account is closed"), "{on:?}: {english}");
        let kept = portal.plugs.ports.accounts.account(&address).await.expect("a read");
        assert!(kept.expect("an account").is_suspended(), "{on:?}");
        nothing_is_wrong(&portal).await;
    }
}

#[tokio::test]
async fn one_of_two_hundred_thousand_is_erased_within_a_second_and_a_thousand_told_within_two() {
    let (portal, dates) = portal_on(On::Sqlite, &[30]).await;
    fly_in(&portal, dates[0].0).await;
    letters(&portal).await;
    let rows = sea_orm::Database::connect(portal.url()).await.expect("the database");
    // Two hundred thousand others, a thousand of them of one address: rows of a date that is gone.
    let copy = "insert into sign_up (id, occurrence_id, activity_id, party_key, active_key, kind, \
                party, seats, turn, stage, until_at, gone, email, phone, language, needs, \
                consent_at, consent_text, consent_withdrawn_at, signed_up_at, reminded_of, \
                email_key, second_name, second_email, emergency_name, emergency_phone, answers) \
                select randomblob(16), randomblob(16), activity_id, \
                'k' || n.value, null, kind, party, seats, turn, 'gone', null, 'cancelled', \
                case when n.value <= 1000 then 'mange@skole.dk' else n.value || '@skole.dk' end, \
                phone, language, needs, consent_at, consent_text, consent_withdrawn_at, \
                signed_up_at, reminded_of, \
                case when n.value <= 1000 then 'mange@skole.dk' else n.value || '@skole.dk' end, \
                second_name, n.value || '@to.dk', emergency_name, emergency_phone, answers \
                from (select * from sign_up limit 1), \
                (with recursive n(value) as (select 1 union all select value + 1 from n \
                 where value < 200000) select value from n) n";
    rows.execute_unprepared(copy).await.expect("rows");
    let mut anybody = Person::default();
    let letter = asked(&portal, &mut anybody, ADDRESS).await;
    let page = location(&anybody.submits(&portal, &letter, &[]).await).to_owned();
    let begun = Instant::now();
    let erased = anybody.submits(&portal, &format!("{page}/slet"), &[("agrees", "yes")]).await;
    let erasing = begun.elapsed();
    assert_eq!(erased.0, StatusCode::OK, "{}", erased.2);

    letters(&portal).await;
    portal.clock.set(portal.clock_now() + TimeDelta::hours(1));
    let letter = asked(&portal, &mut anybody, "mange@skole.dk").await;
    let page = location(&anybody.submits(&portal, &letter, &[]).await).to_owned();
    let begun = Instant::now();
    let file = anybody.opens(&portal, &format!("{page}/mine-data.zip")).await;
    let telling = begun.elapsed();
    assert_eq!(file.0, StatusCode::OK);
    assert!(file.2.matches("mange@skole.dk").count() >= 1_000);
    println!("erased one of 200,000 in {erasing:?}, told of 1,000 in {telling:?}");
    assert!(erasing.as_millis() <= 1_000, "erasing took {erasing:?}");
    assert!(telling.as_millis() <= 2_000, "telling took {telling:?}");
}
