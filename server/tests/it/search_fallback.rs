//! A search server that fails, hangs or talks nonsense costs nobody an answer.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use application::{
    ports::{ActivityIndex, IndexChange, IndexError, Matches, Rebuild, SearchWords},
    testing::index_contract::{a_document, typed},
};
use async_trait::async_trait;
use axum::{
    Router,
    http::StatusCode,
    routing::{get, post},
};
use domain::catalogue::ActivityId;
use language::Synonyms;
use server::adapters::{
    embedded_search::EmbeddedIndex, meilisearch::MeilisearchIndex,
    search_with_fallback::SearchWithFallback,
};
use tokio::time::{sleep, timeout};

/// A rest that a test can wait for, and that it does not outlast by being slow.
const REST: Duration = Duration::from_secs(2);
/// Longer than any test.
const LONG: Duration = Duration::from_hours(1);

/// How a home behaves when it is asked.
#[derive(Clone, Copy)]
enum Habit {
    Answers,
    Fails,
    Hangs,
}

/// A home that counts how often it is asked.
#[derive(Clone)]
struct Moody {
    habit: Arc<std::sync::Mutex<Habit>>,
    asked: Arc<AtomicUsize>,
}

impl Moody {
    fn that(habit: Habit) -> Self {
        Self { habit: Arc::new(std::sync::Mutex::new(habit)), asked: Arc::default() }
    }

    fn now(&self, habit: Habit) {
        *self.habit.lock().expect("no panic") = habit;
    }

    fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }

    async fn answer<T>(&self, answer: T) -> Result<T, IndexError> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        let habit = *self.habit.lock().expect("no panic");
        match habit {
            Habit::Answers => Ok(answer),
            Habit::Fails => Err(IndexError::new("not today")),
            Habit::Hangs => std::future::pending().await,
        }
    }
}

#[async_trait]
impl ActivityIndex for Moody {
    async fn find(&self, _words: &SearchWords) -> Result<Matches, IndexError> {
        self.answer(Matches::default()).await
    }

    async fn complete(&self, _beginning: &str, _n: usize) -> Result<Vec<String>, IndexError> {
        self.answer(vec!["first".to_owned()]).await
    }

    async fn version(&self) -> Result<i64, IndexError> {
        self.answer(-1).await
    }

    async fn put(&self, _changes: &[IndexChange], _version: i64) -> Result<(), IndexError> {
        self.answer(()).await
    }

    async fn begin_rebuild(&self) -> Result<Box<dyn Rebuild>, IndexError> {
        Err(IndexError::new("never"))
    }

    async fn held(&self) -> Result<Vec<(ActivityId, i64)>, IndexError> {
        self.answer(Vec::new()).await
    }
}

async fn an_index_with_fossils() -> EmbeddedIndex {
    let index = EmbeddedIndex::open(None, Synonyms::standard().clone()).expect("an index");
    let document = a_document(3, "Fossiler på stranden", "Find forsteninger.");
    index.put(&[IndexChange::Put(Box::new(document))], 7).await.expect("a write");
    index
}

async fn beside(first: impl ActivityIndex + 'static) -> SearchWithFallback {
    SearchWithFallback::of(Arc::new(first), Arc::new(an_index_with_fossils().await))
}

async fn fossils(index: &SearchWithFallback) -> usize {
    index.find(&typed("fossil")).await.expect("an answer").found.len()
}

#[tokio::test]
async fn a_server_that_answers_is_the_one_that_is_heard() {
    let server = Moody::that(Habit::Answers);
    let pair = beside(server.clone()).await;
    assert_eq!(fossils(&pair).await, 0);
    assert_eq!(pair.complete("foss", 5).await.unwrap(), ["first"]);
    assert_eq!(server.asked(), 2);
}

#[tokio::test]
async fn a_server_that_hangs_costs_a_second_once() {
    let server = Moody::that(Habit::Hangs);
    let pair = beside(server.clone()).await.resting(LONG);
    // It hangs for good, so whoever hears anything at all has not waited for it.
    assert_eq!(fossils(&pair).await, 1);
    assert_eq!(pair.complete("foss", 5).await.unwrap(), ["fossiler"]);
    assert_eq!(server.asked(), 1, "the second does not ask it");
}

#[tokio::test]
async fn a_server_that_failed_rests_before_it_is_asked_again() {
    let server = Moody::that(Habit::Fails);
    let pair = beside(server.clone()).await.resting(LONG);
    for _ in 0..10 {
        assert_eq!(fossils(&pair).await, 1);
    }
    assert_eq!(server.asked(), 1);

    // Whose rest is over at once is asked each time, and heard once it answers.
    let pair = pair.resting(Duration::ZERO);
    let tireless = beside(server.clone()).await.resting(Duration::ZERO);
    assert_eq!(fossils(&pair).await, 1, "a rest that has begun is kept");
    assert_eq!((fossils(&tireless).await, server.asked()), (1, 2));
    assert_eq!((fossils(&tireless).await, server.asked()), (1, 3));
    server.now(Habit::Answers);
    assert_eq!((fossils(&tireless).await, server.asked()), (0, 4));
    assert_eq!((fossils(&tireless).await, server.asked()), (0, 5));
}

#[tokio::test]
async fn after_a_rest_one_alone_waits_for_the_server() {
    let server = Moody::that(Habit::Fails);
    let pair = beside(server.clone()).await.resting(REST);
    fossils(&pair).await;
    server.now(Habit::Hangs);
    sleep(REST + Duration::from_millis(1)).await;
    let probes = server.asked();
    // Nothing is waited for but by asking.
    assert_eq!(tokio::join!(fossils(&pair), fossils(&pair)), (1, 1));
    assert_eq!(server.asked() - probes, 1);
}

/// A server that answers so.
async fn serving(answers: Router) -> MeilisearchIndex {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("an address");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    #[expect(clippy::disallowed_methods, reason = "it ends with the test")]
    tokio::spawn(async move { axum::serve(listener, answers).await });
    at(&url)
}

/// A server that answers everything alike.
async fn a_server(status: StatusCode, body: &'static str) -> MeilisearchIndex {
    serving(Router::new().fallback(move || async move { (status, body) })).await
}

fn at(url: &str) -> MeilisearchIndex {
    let synonyms = Synonyms::standard().clone();
    MeilisearchIndex::at(url, Some("a-key"), "gnist", synonyms).expect("a client")
}

#[tokio::test]
async fn whatever_a_server_says_the_portal_finds() {
    for (status, body) in [
        (StatusCode::INTERNAL_SERVER_ERROR, ""),
        (StatusCode::INTERNAL_SERVER_ERROR, "{\"message\":\"no\",\"code\":\"internal\"}"),
        (StatusCode::OK, "<html>"),
        (StatusCode::OK, "{\"results\":[]}"),
        (StatusCode::OK, "null"),
        (StatusCode::UNAUTHORIZED, "{}"),
        (StatusCode::FOUND, ""),
    ] {
        let server = a_server(status, body).await;
        assert!(server.find(&typed("fossil")).await.is_err(), "{status} {body}");
        assert!(server.complete("foss", 5).await.is_err(), "{status} {body}");
        assert!(server.version().await.is_err(), "{status} {body}");
        assert!(server.put(&[], 8).await.is_err(), "{status} {body}");
        assert_eq!(fossils(&beside(server).await).await, 1, "{status} {body}");
    }
}

#[tokio::test]
async fn what_was_accepted_and_not_done_is_not_written() {
    let accepted = r#"{"taskUid":1,"indexUid":"gnist-activities","status":"enqueued",
        "type":"documentAdditionOrUpdate","enqueuedAt":"2026-12-01T08:00:00Z"}"#;
    for (status, error) in [
        ("succeeded", "null"),
        (
            "failed",
            r#"{"message":"full","code":"no_space_left_on_device","type":"system","link":""}"#,
        ),
        ("canceled", "null"),
    ] {
        let task = format!(
            r#"{{"uid":1,"indexUid":"gnist-activities","status":"{status}",
            "type":"documentAdditionOrUpdate","canceledBy":null,"error":{error},
            "details":{{"receivedDocuments":1,"indexedDocuments":0}},"duration":"PT1S",
            "enqueuedAt":"2026-12-01T08:00:00Z","startedAt":"2026-12-01T08:00:00Z",
            "finishedAt":"2026-12-01T08:00:01Z"}}"#
        );
        let state = r#"{"id":"state","version":7,"format":1}"#;
        let answers = Router::new()
            .route("/indexes/{index}/documents/state", get(move || async move { state }))
            .route(
                "/indexes/{index}/documents",
                post(move || async move { (StatusCode::ACCEPTED, accepted) }),
            )
            .route("/tasks/1", get(move || async move { task }));
        let server = serving(answers).await;
        assert_eq!(server.version().await.expect("an answer"), 7);
        assert_eq!(server.put(&[], 8).await.is_ok(), status == "succeeded", "{status}");
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_fails_at_once() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    // It says that nobody is there, rather than that it waited in vain.
    let error = at(&url).find(&typed("fossil")).await.unwrap_err();
    let told = format!("{error:?}");
    assert!(!told.contains("TooSlow"), "{told}");
    assert_eq!(fossils(&beside(at(&url)).await).await, 1);
}

#[tokio::test]
async fn a_server_that_accepts_and_says_nothing_costs_a_second() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let index = beside(at(&url)).await;
    // A request may take a minute; a question does not wait for that.
    let found = timeout(Duration::from_secs(30), fossils(&index)).await;
    assert_eq!(found.ok(), Some(1));
    drop(listener);
}
