//! Connecting the plugs: the only place that names every adapter.

use std::{
    path::PathBuf,
    sync::{Arc, atomic::AtomicU64},
};

use anyhow::Context as _;
use application::{
    Ports,
    ports::{Clock, Post, Provider},
    search::follow_synonyms,
};
use language::Synonyms;
use ui::Site;

use crate::{
    adapters::{
        Argon2Passwords, Darkroom, RandomIds, SystemChance, SystemClock, VainCounter, ViewCounter,
        board::BoardReader,
        database::{Database, DatabaseStore},
        embedded_search::EmbeddedIndex,
        meilisearch::MeilisearchIndex,
        openid_provider::OpenidProvider,
        post::{FolderPost, LetterFolder, Sender, SmtpPost},
        search_synonyms::SearchSynonyms,
        search_with_fallback::SearchWithFallback,
    },
    config::Config,
    sealing_keys::{self, SealingKeys},
};

/// What the portal is plugged into while it runs.
#[derive(Clone)]
pub struct Plugs {
    pub ports: Arc<Ports>,
    pub database: Database,
    pub board: BoardReader,
    pub index: EmbeddedIndex,
    /// The server that searches first, where there is one.
    pub remote: Option<MeilisearchIndex>,
    pub vain: Arc<VainCounter>,
    pub views: Arc<ViewCounter>,
    /// How often an index of this process was told something new.
    pub told: Arc<AtomicU64>,
    /// What the operator should know about how secrets are kept.
    pub advice: Option<&'static str>,
}

/// Opens the database and brings its schema up to date where that is wanted.
///
/// # Errors
///
/// Where the database cannot be used.
pub async fn connect(config: &Config, migrates: bool) -> anyhow::Result<Plugs> {
    connect_as(config, false, migrates).await
}

/// The same for a server. Where another one serves from the same file, nothing is changed under it.
///
/// # Errors
///
/// Where the database cannot be used, or is being served from.
pub async fn connect_to_serve(config: &Config, migrates: bool) -> anyhow::Result<Plugs> {
    connect_as(config, true, migrates).await
}

async fn connect_as(config: &Config, serves: bool, migrates: bool) -> anyhow::Result<Plugs> {
    std::fs::create_dir_all(&config.data_dir)
        .with_context(|| format!("the data folder {} cannot be made", config.data_dir.display()))?;
    let SealingKeys { keyring, advice } = sealing_keys::load(config)?;
    let database = Database::open(&config.database()).await?.sealed_by(keyring);
    let database = database.with_tombstones_in(config.data_dir.join("tombstones.txt"));
    if serves {
        database.claim_for_serving()?;
    }
    if migrates {
        database.migrate().await?;
    }
    let synonyms = synonyms(config)?;
    let remote = remote(config, &synonyms)?;
    let index = EmbeddedIndex::open(Some(config.data_dir.join("search")), synonyms)?;
    let plugs = plug(database, clock(config), index)
        .with_base(&synonyms_text(config)?)
        .with_letters_in(letters(config));
    let mut plugs = Plugs { advice, ..plugs };
    if let Some(settings) = config.provider.settings(&config.origin())? {
        let provider = OpenidProvider::new(settings).context("no requests can be sent")?;
        plugs = plugs.with_provider(Arc::new(provider));
    }
    let plugs = remote.into_iter().fold(plugs, Plugs::with_remote);
    if let Err(error) = follow_synonyms(&plugs.ports, None).await {
        // A database whose schema is older holds no lines; a server that runs looks again.
        tracing::debug!(?error, "the operator's synonyms are used alone");
    }
    Ok(plugs)
}

/// Plugs an open database and a clock into the application.
#[must_use]
pub fn plug(database: Database, clock: Arc<dyn Clock>, index: EmbeddedIndex) -> Plugs {
    let board = BoardReader::new(database.clone());
    let vain = Arc::new(VainCounter::default());
    let ports = Arc::new(Ports {
        clock,
        ids: Arc::new(RandomIds),
        store: Arc::new(DatabaseStore::new(database.clone())),
        catalogue: Arc::new(board.clone()),
        partners: Arc::new(board.clone()),
        changes: Arc::new(database.clone()),
        index: Arc::new(index.clone()),
        vain: vain.clone(),
        chance: Arc::new(SystemChance),
        passwords: Arc::new(Argon2Passwords::default()),
        accounts: Arc::new(database.clone()),
        idle: Arc::new(database.clone()),
        letters: Arc::new(database.clone()),
        deeds: Arc::new(database.clone()),
        desk: Arc::new(database.clone()),
        shelf: Arc::new(database.clone()),
        queue: Arc::new(database.clone()),
        views: Arc::new(database.clone()),
        imports: Arc::new(database.clone()),
        people: Arc::new(database.clone()),
        reviews: Arc::new(database.clone()),
        synonym_lists: Arc::new(database.clone()),
        synonyms: Arc::new(SearchSynonyms {
            base: Synonyms::STANDARD_TEXT.into(),
            index: index.clone(),
            remote: None,
        }),
        pictures: Arc::new(database.clone()),
        picture_maker: Arc::new(Darkroom::default()),
        identities: Arc::new(database.clone()),
        provider: None,
        sign_ups: Arc::new(database.clone()),
        addresses: Arc::new(database.clone()),
        requests: Arc::new(database.clone()),
        saved: Arc::new(database.clone()),
        reports: Arc::new(database.clone()),
        interest: Arc::new(database.clone()),
        sweeping: Arc::new(database.clone()),
        held: Arc::new(database.clone()),
        kept_letters: Arc::new(LetterFolder::default()),
    });
    Plugs {
        ports,
        database,
        board,
        index,
        remote: None,
        vain,
        views: Arc::default(),
        told: Arc::default(),
        advice: None,
    }
}

impl Plugs {
    /// Rests on these synonyms; the index uses them already.
    #[must_use]
    pub fn with_base(mut self, text: &str) -> Self {
        let (base, index) = (text.into(), self.index.clone());
        let synonyms = SearchSynonyms { base, index, remote: self.remote.clone() };
        Arc::make_mut(&mut self.ports).synonyms = Arc::new(synonyms);
        self
    }

    /// Looks after letters that lie in a folder.
    #[must_use]
    pub fn with_letters_in(mut self, folder: PathBuf) -> Self {
        Arc::make_mut(&mut self.ports).kept_letters = Arc::new(LetterFolder::at(folder));
        self
    }

    /// Lets people in through a provider too.
    #[must_use]
    pub fn with_provider(mut self, provider: Arc<dyn Provider>) -> Self {
        Arc::make_mut(&mut self.ports).provider = Some(provider);
        self
    }

    /// Searches on a server first, and in the embedded index where that fails.
    #[must_use]
    pub fn with_remote(mut self, remote: MeilisearchIndex) -> Self {
        let (first, second) = (Arc::new(remote.clone()), Arc::new(self.index.clone()));
        let ports = Arc::make_mut(&mut self.ports);
        ports.index = Arc::new(SearchWithFallback::of(first, second));
        ports.synonyms = Arc::new(SearchSynonyms {
            base: ports.synonyms.base(),
            index: self.index.clone(),
            remote: Some(remote.clone()),
        });
        self.remote = Some(remote);
        self
    }
}

/// How letters leave: by the operator's mail server, or into the data folder.
///
/// # Errors
///
/// Where the address of the mail server is none.
pub fn post(config: &Config, site: Arc<Site>) -> anyhow::Result<Arc<dyn Post>> {
    let from = config.mail_from().context("GNIST_MAIL_FROM is missing")?;
    let sender = Sender { site, from };
    Ok(match &config.smtp_url {
        Some(url) => Arc::new(SmtpPost::to(url, sender).context("GNIST_SMTP_URL cannot be used")?),
        None => Arc::new(FolderPost::new(letters(config), sender)),
    })
}

/// Where letters lie while there is no mail server.
fn letters(config: &Config) -> PathBuf {
    config.data_dir.join("letters")
}

/// The index on the operator's Meilisearch server, where there is one.
fn remote(config: &Config, synonyms: &Synonyms) -> anyhow::Result<Option<MeilisearchIndex>> {
    let Some(url) = &config.search_url else { return Ok(None) };
    let (key, prefix) = (config.search_key.as_deref(), MeilisearchIndex::PREFIX);
    let remote = MeilisearchIndex::at(url.as_str(), key, prefix, synonyms.clone());
    Ok(Some(remote.context("the search server of GNIST_SEARCH_URL cannot be used")?))
}

/// The synonyms of the operator, or those that come with the portal.
///
/// # Errors
///
/// Where the file cannot be read or understood.
pub fn synonyms(config: &Config) -> anyhow::Result<Synonyms> {
    let Some(path) = &config.synonyms else { return Ok(Synonyms::standard().clone()) };
    let text = synonyms_text(config)?;
    Synonyms::parse(&text).with_context(|| format!("the synonyms in {}", path.display()))
}

/// The same, as they are written.
///
/// # Errors
///
/// Where the file cannot be read.
pub fn synonyms_text(config: &Config) -> anyhow::Result<String> {
    let Some(path) = &config.synonyms else { return Ok(Synonyms::STANDARD_TEXT.to_owned()) };
    std::fs::read_to_string(path)
        .with_context(|| format!("the synonyms in {} cannot be read", path.display()))
}

#[cfg(feature = "testing")]
fn clock(config: &Config) -> Arc<dyn Clock> {
    match config.now {
        Some(start) => Arc::new(crate::adapters::ShiftedClock::starting_at(start)),
        None => Arc::new(SystemClock),
    }
}

#[cfg(not(feature = "testing"))]
fn clock(_config: &Config) -> Arc<dyn Clock> {
    Arc::new(SystemClock)
}
