//! Keys of second factors lie sealed in the database, each for one account.

use application::ports::Store as _;
use domain::identity::{Factor, FactorKey};
use sea_orm::{ConnectionTrait as _, Statement};
use server::adapters::{
    Keyring,
    database::{Database, DatabaseStore, SealError},
};

use crate::{
    people::{Person, account, signed_in},
    program::{run, text},
    testbed::{On, Testbed},
    verify::{faults, spoil},
};

fn key(n: u8) -> FactorKey {
    FactorKey::of([n; 20])
}

/// Somebody with a second factor.
async fn with_factor(portal: &Testbed, who: &str, n: u8) -> Person {
    let person = signed_in(portal, who, &[]).await;
    let mut account = account(portal, who).await;
    let mut factor = Factor::proposed(key(n));
    factor.is_confirmed = true;
    account.factor = Some(factor);
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    tx.accounts().save(&account).await.expect("a write");
    tx.commit().await.expect("a commit");
    person
}

/// What the table of accounts holds for somebody's second factor.
async fn kept(portal: &Testbed, who: &str) -> String {
    let url = portal.url().to_owned();
    let url = if url.starts_with("sqlite") { format!("{url}?mode=ro") } else { url };
    let database = sea_orm::Database::connect(url).await.expect("the database");
    let question = format!("select factor_key from account where email = '{who}'");
    let question = Statement::from_string(database.get_database_backend(), question);
    let row = database.query_one_raw(question).await.expect("an answer").expect("a row");
    let kept = row.try_get("", "factor_key").expect("a key");
    database.close().await.expect("it closes");
    kept
}

/// The same database with other keys.
async fn sealed_by(portal: &Testbed, keys: &[u8]) -> Database {
    let keys: Vec<String> = keys.iter().map(|n| format!("{n:02x}").repeat(32)).collect();
    let database = Database::open(portal.url()).await.expect("the database");
    if keys.is_empty() {
        return database;
    }
    database.sealed_by(Keyring::read(&keys.join(",")).expect("keys"))
}

/// The key that every portal of these tests has.
const OURS: u8 = 0x5e;

#[tokio::test]
async fn the_bytes_of_a_database_do_not_hold_the_key_of_a_second_factor() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        with_factor(&portal, "ada@firma.dk", 7).await;
        let (text, bytes) = (key(7).text(), [7; 20]);
        let kept = kept(&portal, "ada@firma.dk").await;
        assert!(kept.starts_with("sealed:") && !kept.contains(&text), "{kept}");
        assert_eq!(account(&portal, "ada@firma.dk").await.factor.expect("a factor").key, key(7));
        for entry in std::fs::read_dir(portal.folder()).expect("a folder") {
            let file = std::fs::read(entry.expect("an entry").path()).unwrap_or_default();
            let holds =
                |what: &[u8]| file.windows(what.len()).any(|it| it.eq_ignore_ascii_case(what));
            assert!(!holds(text.as_bytes()) && !holds(&bytes));
        }
    }
}

#[tokio::test]
async fn a_key_that_is_moved_to_another_account_opens_nothing() {
    let portal = Testbed::start(On::Sqlite).await;
    let mut ada = with_factor(&portal, "ada@firma.dk", 7).await;
    with_factor(&portal, "bo@firma.dk", 8).await;
    assert_eq!(faults(&portal).await, Vec::<String>::new());
    let others = "(select factor_key from account where email = 'bo@firma.dk')";
    let moving = format!("update account set factor_key = {others} where email = 'ada@firma.dk'");
    spoil(&portal, &moving).await;

    let answer = ada.opens(&portal, "/konto").await;
    assert!(answer.0.is_server_error() && !answer.2.contains("sealed"), "{}", answer.2);
    let told = faults(&portal).await;
    let sentence = "the key of its second factor: it was not sealed for this";
    assert!(told.iter().any(|it| it.contains(sentence)), "{told:?}");
}

#[tokio::test]
async fn keys_from_before_are_sealed_at_the_start_and_work_as_before() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        with_factor(&portal, "ada@firma.dk", 7).await;
        let (open, now) = (sealed_by(&portal, &[]).await, portal.plugs.ports.clock.now());
        // As a server without keys keeps it.
        let mut tx = DatabaseStore::new(open).begin().await.expect("a transaction");
        let mut ada = account(&portal, "ada@firma.dk").await;
        ada.factor.as_mut().expect("a factor").last_step = 3;
        tx.accounts().save(&ada).await.expect("a write");
        tx.commit().await.expect("a commit");
        assert_eq!(kept(&portal, "ada@firma.dk").await, key(7).text());
        assert_eq!(account(&portal, "ada@firma.dk").await, ada, "it opens while it is not sealed");
        assert!(faults(&portal).await[0].contains("is not sealed"));

        let ours = sealed_by(&portal, &[OURS]).await;
        assert_eq!(ours.keep_sealed(now).await.expect("a key"), 1);
        assert_eq!(ours.keep_sealed(now).await.expect("a key"), 0, "it was sealed twice");
        assert!(kept(&portal, "ada@firma.dk").await.starts_with("sealed:"));
        assert_eq!(account(&portal, "ada@firma.dk").await, ada);
        assert_eq!(faults(&portal).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_key_is_followed_by_another() {
    let portal = Testbed::start(On::Sqlite).await;
    let now = portal.plugs.ports.clock.now();
    sealed_by(&portal, &[OURS]).await.keep_sealed(now).await.expect("a key");
    with_factor(&portal, "ada@firma.dk", 7).await;
    let before = kept(&portal, "ada@firma.dk").await;
    assert_eq!(sealed_by(&portal, &[OURS, 2]).await.keep_sealed(now).await.expect("keys"), 0);
    assert_eq!(sealed_by(&portal, &[2, OURS]).await.keep_sealed(now).await.expect("keys"), 1);
    assert_ne!(kept(&portal, "ada@firma.dk").await, before);
    assert_eq!(sealed_by(&portal, &[2]).await.keep_sealed(now).await.expect("a key"), 0);
    let gone = sealed_by(&portal, &[OURS]).await.keep_sealed(now).await;
    assert!(matches!(gone, Err(SealError::OtherKey(_))), "{gone:?}");
}

#[tokio::test]
async fn a_wrong_setting_is_said_before_anything_is_sealed_by_it() {
    let portal = Testbed::start(On::Sqlite).await;
    let now = portal.plugs.ports.clock.now();
    sealed_by(&portal, &[OURS]).await.keep_sealed(now).await.expect("a key");
    for keys in [&[1][..], &[]] {
        let told = sealed_by(&portal, keys).await.keep_sealed(now).await;
        // Without keys nothing is sealed, which harms nobody yet.
        assert_eq!(told.is_err(), !keys.is_empty(), "before anything is sealed");
    }
    with_factor(&portal, "ada@firma.dk", 7).await;
    let before = kept(&portal, "ada@firma.dk").await;
    for keys in [&[1][..], &[]] {
        let told = sealed_by(&portal, keys).await.keep_sealed(now).await.expect_err("a refusal");
        assert!(told.to_string().contains("GNIST_SEALING_KEYS"), "{told}");
    }
    assert_eq!(kept(&portal, "ada@firma.dk").await, before);
}

#[tokio::test]
async fn a_server_without_the_right_key_does_not_start_and_says_why() {
    let portal = Testbed::start(On::Sqlite).await;
    with_factor(&portal, "ada@firma.dk", 7).await;
    for words in [
        &["serve", "--sealing-keys=hemmelig"][..],
        &["serve", "--sealing-keys-file=no-such-file"],
        &["serve", "--addr=127.0.0.1:0"],
    ] {
        let output = run(portal.folder(), words);
        let told = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{told}");
        assert!(told.contains("GNIST_SEALING_KEYS") && !told.contains("hemmelig"), "{told}");
    }
}

/// What the database says of somebody's second factor, without opening it.
async fn has_factor(portal: &Testbed, who: &str) -> bool {
    let url = format!("{}?mode=ro", portal.url());
    let database = sea_orm::Database::connect(url).await.expect("the database");
    let question = format!("select factor_key is not null from account where email = '{who}'");
    let question = Statement::from_string(database.get_database_backend(), question);
    let row = database.query_one_raw(question).await.expect("an answer").expect("a row");
    let has = row.try_get_by_index(0).expect("a word");
    database.close().await.expect("it closes");
    has
}

#[tokio::test]
async fn what_a_lost_key_sealed_is_forgotten_at_the_operators_word_alone() {
    let portal = Testbed::start(On::Sqlite).await;
    let now = portal.plugs.ports.clock.now();
    sealed_by(&portal, &[OURS]).await.keep_sealed(now).await.expect("a key");
    let mut ada = with_factor(&portal, "ada@firma.dk", 7).await;
    with_factor(&portal, "bo@firma.dk", 8).await;
    signed_in(&portal, "clara@firma.dk", &[]).await;
    // The program finds no setting and makes a key of its own: the old one is lost to it.
    let serve = run(portal.folder(), &["serve", "--addr=127.0.0.1:0"]);
    assert!(text(&serve.stderr).contains("`gnist forget-factors`"), "{}", text(&serve.stderr));

    let looks = run(portal.folder(), &["forget-factors"]);
    assert_eq!(looks.status.code(), Some(0), "{}", text(&looks.stderr));
    assert!(text(&looks.stdout).contains("2 second factors cannot be opened"));
    assert!(has_factor(&portal, "ada@firma.dk").await, "it was only looked");
    assert_eq!(ada.opens(&portal, "/konto").await.0, 200, "and their sessions go on");

    let forgets = run(portal.folder(), &["forget-factors", "--yes"]);
    assert_eq!(forgets.status.code(), Some(0), "{}", text(&forgets.stderr));
    assert!(text(&forgets.stdout).contains("2 second factors forgotten"));
    for who in ["ada@firma.dk", "bo@firma.dk"] {
        assert!(!has_factor(&portal, who).await, "{who}");
    }
    assert_ne!(ada.opens(&portal, "/konto").await.0, 200, "their sessions have ended");
    assert_eq!(faults(&portal).await, Vec::<String>::new());
    let other = sealed_by(&portal, &[9]).await;
    assert_eq!(other.keep_sealed(now).await.expect("a new key"), 0, "the lost one is forgotten");
    let again = run(portal.folder(), &["forget-factors"]);
    assert!(text(&again.stdout).contains("every second factor can be opened"));
}

#[tokio::test]
async fn one_factor_is_forgotten_although_no_key_opens_it() {
    let portal = Testbed::start(On::Sqlite).await;
    with_factor(&portal, "ada@firma.dk", 7).await;
    with_factor(&portal, "bo@firma.dk", 8).await;
    let words = ["invite", "ada@firma.dk", "--role=admin", "--forget-factor"];
    let unknown =
        run(portal.folder(), &["invite", "x@firma.dk", "--role=admin", "--forget-factor"]);
    assert_eq!(unknown.status.code(), Some(1));
    let output = run(portal.folder(), &words);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("signs ada@firma.dk in once"));
    assert!(!has_factor(&portal, "ada@firma.dk").await);
    assert!(has_factor(&portal, "bo@firma.dk").await, "nobody else's is gone");
}

#[tokio::test]
async fn every_database_forgets_what_no_key_opens_and_keeps_the_rest() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        with_factor(&portal, "ada@firma.dk", 7).await;
        let ada = account(&portal, "ada@firma.dk").await;
        let lost = sealed_by(&portal, &[3]).await;
        let store = DatabaseStore::new(lost.clone());
        lost.keep_sealed(portal.plugs.ports.clock.now()).await.expect_err("a lost key");
        let mut tx = store.begin().await.expect("a transaction");
        assert!(tx.accounts().by_id(ada.id).await.is_err(), "it cannot be opened");
        drop(tx);
        let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
        assert_eq!(tx.accounts().drop_unopened_factors().await.expect("a write"), []);
        tx.commit().await.expect("a commit");
        assert_eq!(account(&portal, "ada@firma.dk").await, ada, "what opens stays");

        let mut tx = store.begin().await.expect("a transaction");
        assert_eq!(tx.accounts().drop_unopened_factors().await.expect("a write"), [ada.id]);
        let mut left = ada.clone();
        left.drop_factor();
        assert_eq!(tx.accounts().by_id(ada.id).await.expect("a read"), Some(left));
        tx.commit().await.expect("a commit");
        lost.keep_sealed(portal.plugs.ports.clock.now()).await.expect("the other key is in force");
    }
}
