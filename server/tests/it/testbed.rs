//! A portal for one test: a real database of its own, a stopped clock.

use std::{
    ffi::OsStr,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

use application::{ports::Provider, testing::StoppedClock};
use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    http::{HeaderMap, Request, StatusCode},
};
use clap::Parser as _;
use language::Synonyms;
use sea_orm::ConnectionTrait as _;
use server::{
    adapters::{
        Keyring, database::Database, embedded_search::EmbeddedIndex, meilisearch::MeilisearchIndex,
    },
    config::Config,
    http::{Peer, Portal, router},
    plugs::{Plugs, plug},
};
use tower::ServiceExt as _;

/// The two databases that every promise is kept on.
#[derive(Clone, Copy, Debug)]
pub enum On {
    Sqlite,
    PostgreSql,
}

/// A portal for one test.
pub struct Testbed {
    pub plugs: Plugs,
    pub clock: StoppedClock,
    /// Where everybody who asks sits: behind one address, as a school does.
    pub peer: Option<Peer>,
    /// Every address; it takes longer to put together than to ask.
    routes: Router,
    folder: std::path::PathBuf,
    url: String,
}

#[derive(clap::Parser)]
struct Flags {
    #[command(flatten)]
    config: Config,
}

impl Testbed {
    /// A portal with an empty database of its own, on the first of December 2026.
    pub async fn start(on: On) -> Self {
        Self::start_with(on, None).await
    }

    /// The same with a provider beside it.
    pub async fn start_with(on: On, provider: Option<Arc<dyn Provider>>) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name =
            format!("gnist_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(&name);
        let url = match on {
            On::Sqlite => format!("sqlite://{}/gnist.db", folder.display()),
            On::PostgreSql => a_database(&name).await,
        };
        let database = Database::open(&url).await.expect("a database").sealed_by(keyring());
        database.migrate().await.expect("a schema");
        Self::of(database, folder, url, provider)
    }

    /// Another process of the same portal.
    pub async fn beside(&self) -> Self {
        let database = Database::open(&self.url).await.expect("a database").sealed_by(keyring());
        Self::of(database, self.folder.join("beside"), self.url.clone(), None)
    }

    /// A portal around another database, which knows what was written down beside this one.
    pub async fn around(&self, url: &str) -> Self {
        let database = Database::open(url).await.expect("a database").sealed_by(keyring());
        database.migrate().await.expect("a schema");
        let database = database.with_tombstones_in(self.folder.join("tombstones.txt"));
        Self::of(database, self.folder.join("around"), url.to_owned(), None)
    }

    fn of(
        database: Database,
        folder: std::path::PathBuf,
        url: String,
        provider: Option<Arc<dyn Provider>>,
    ) -> Self {
        let index = EmbeddedIndex::open(None, Synonyms::standard().clone()).expect("an index");
        let clock = StoppedClock::at("2026-12-01T08:00:00Z");
        let plugs = plug(database, Arc::new(clock.clone()), index);
        let plugs = provider.into_iter().fold(plugs, Plugs::with_provider);
        std::fs::create_dir_all(&folder).expect("a folder");
        let config = config(&folder);
        let peer = Some(Peer(([203, 0, 113, 5], 40_000).into()));
        let routes = router(Portal::new(&config, plugs.clone()));
        Self { plugs, clock, peer, routes, folder, url }
    }

    /// Searches on a server first from here on.
    pub fn search_on(&mut self, server: MeilisearchIndex) {
        self.plugs = self.plugs.clone().with_remote(server);
        self.rewire();
    }

    /// Uses the plugs as they are now.
    pub fn rewire(&mut self) {
        self.routes = router(Portal::new(&config(&self.folder), self.plugs.clone()));
    }

    /// Opens a page.
    pub async fn get(&self, path: &str) -> (StatusCode, HeaderMap, String) {
        self.ask(Request::get(path).body(Body::empty()).expect("a request")).await
    }

    /// Asks whatever can be asked.
    pub async fn ask(&self, request: Request<Body>) -> (StatusCode, HeaderMap, String) {
        let (status, headers, body) = self.bytes(request).await;
        // Typefaces are answers too.
        (status, headers, String::from_utf8_lossy(&body).into_owned())
    }

    /// The same, byte by byte.
    pub async fn bytes(&self, mut request: Request<Body>) -> (StatusCode, HeaderMap, Bytes) {
        if let Some(peer) = self.peer {
            request.extensions_mut().insert(peer);
        }
        let response = self.routes.clone().oneshot(request).await.expect("an answer");
        let (status, headers) = (response.status(), response.headers().clone());
        let body = to_bytes(response.into_body(), usize::MAX).await.expect("a body");
        (status, headers, body)
    }

    /// What time it is here.
    pub fn clock_now(&self) -> chrono::DateTime<chrono::Utc> {
        self.plugs.ports.clock.now()
    }

    /// Where its database is.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A folder that goes away with the portal.
    pub fn folder(&self) -> &Path {
        std::fs::create_dir_all(&self.folder).expect("a folder");
        &self.folder
    }
}

/// The settings of a portal whose data lie in a folder.
fn config(folder: &Path) -> Config {
    Flags::parse_from([
        OsStr::new("gnist"),
        OsStr::new("--public-url=https://gnist.example"),
        OsStr::new("--data-dir"),
        folder.as_os_str(),
    ])
    .config
}

impl Drop for Testbed {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The key that every portal of these tests has.
pub fn keyring() -> Keyring {
    Keyring::read(&"5e".repeat(32)).expect("a key")
}

/// A database of its own on the PostgreSQL that `cargo xtask test` starts.
#[expect(clippy::disallowed_methods, reason = "the test command says where its PostgreSQL is")]
pub async fn a_database(name: &str) -> String {
    let url = std::env::var("GNIST_TEST_POSTGRES_URL")
        .expect("GNIST_TEST_POSTGRES_URL names a PostgreSQL; `cargo xtask test` starts one");
    let root = sea_orm::Database::connect(&url).await.expect("PostgreSQL");
    root.execute_unprepared(&format!("create database {name}")).await.expect("a database");
    let (server, _) = url.rsplit_once('/').expect("a database at the end");
    format!("{server}/{name}")
}

/// How often a test tries what it tries: as often as `cargo xtask drill` says, or as usual.
#[expect(clippy::disallowed_methods, reason = "the drill says how often")]
pub fn times(usual: usize) -> usize {
    std::env::var("GNIST_DRILL_TIMES").ok().and_then(|it| it.parse().ok()).unwrap_or(usual)
}
