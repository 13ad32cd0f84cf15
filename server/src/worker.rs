//! What happens without anybody asking.

mod addresses;
mod letters;
mod moderation;
mod sign_ups;
mod sweeper;

use std::{
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use application::ports::{
    ActivityIndex, ActivityViews as _, CatalogueChanges as _, Post, VainSearchStore as _, Web,
};
use application::search::{
    SynonymsFault, follow_catalogue, follow_synonyms, keep_index_right, rebuild_index,
};
use tokio::time::Instant;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::{adapters::meilisearch::MeilisearchIndex, plugs::Plugs};

/// How often other processes' changes are looked for.
pub const LOOK: Duration = Duration::from_millis(500);
/// How often a search server is asked how far it is, even if nothing has changed: somebody
/// may have emptied it, or another process told it something older.
const ASK: Duration = Duration::from_mins(1);
/// The longest pause after a search server has failed.
const LONGEST_PAUSE: Duration = Duration::from_mins(1);
/// How often it is looked whether the index is as it must be.
const COMPARE: Duration = Duration::from_hours(24);
/// So long after its start a portal compares for the first time, however often it is started.
const FIRST_COMPARED: Duration = Duration::from_mins(10);
/// How often what was counted is written down.
const WRITE_DOWN: Duration = Duration::from_mins(1);

/// Starts all of it; it ends with `stop`.
#[expect(clippy::disallowed_methods, reason = "this is where tasks are started and tracked")]
pub fn start(plugs: &Plugs, tasks: &TaskTracker, stop: &CancellationToken) {
    tokio::spawn(tasks.track_future(show_changes(plugs.clone(), stop.clone())));
    tokio::spawn(tasks.track_future(compare_index(plugs.clone(), stop.clone())));
    tokio::spawn(tasks.track_future(use_synonyms(plugs.clone(), stop.clone())));
    if let Some(remote) = &plugs.remote {
        let (remote, stop) = (remote.clone(), stop.clone());
        tokio::spawn(tasks.track_future(follow_on_server(plugs.clone(), remote, stop)));
    }
    tokio::spawn(tasks.track_future(write_counts_down(plugs.clone(), stop.clone())));
    tokio::spawn(tasks.track_future(sweeper::erase(plugs.ports.clone(), stop.clone())));
    tokio::spawn(tasks.track_future(moderation::remind(plugs.ports.clone(), stop.clone())));
    tokio::spawn(tasks.track_future(sign_ups::look_after(plugs.ports.clone(), stop.clone())));
}

/// Lets letters leave by a post until `stop`.
#[expect(clippy::disallowed_methods, reason = "this is where tasks are started and tracked")]
pub fn carry_letters(
    plugs: &Plugs,
    post: Arc<dyn Post>,
    tasks: &TaskTracker,
    stop: &CancellationToken,
) {
    let sending = letters::send_letters(plugs.ports.clone(), post, stop.clone());
    tokio::spawn(tasks.track_future(sending));
}

/// Asks where activities lead whether anybody answers, until `stop`.
#[expect(clippy::disallowed_methods, reason = "this is where tasks are started and tracked")]
pub fn watch_addresses(
    plugs: &Plugs,
    web: Arc<dyn Web>,
    tasks: &TaskTracker,
    stop: &CancellationToken,
) {
    tokio::spawn(tasks.track_future(addresses::watch(plugs.ports.clone(), web, stop.clone())));
}

/// Waits, and answers whether to go on.
async fn goes_on_after(wait: Duration, stop: &CancellationToken) -> bool {
    stop.run_until_cancelled(tokio::time::sleep(wait)).await.is_some()
}

/// The board and the index follow the database.
async fn show_changes(plugs: Plugs, stop: CancellationToken) {
    let mut shown = i64::MIN;
    loop {
        shown = look_for_changes(&plugs, shown).await;
        look_ahead(&plugs).await;
        if !goes_on_after(LOOK, &stop).await {
            return;
        }
    }
}

/// Has the board and the index show what has changed since the version that is shown; answers the
/// version that is shown then.
pub async fn look_for_changes(plugs: &Plugs, shown: i64) -> i64 {
    let version = match plugs.database.version().await {
        Ok(version) => version,
        Err(error) => {
            tracing::error!(%error, "the database does not tell its version");
            shown
        }
    };
    // An index that was made anew beside the portal comes without a change of the catalogue.
    if version == shown && !plugs.index.is_replaced() {
        return shown;
    }
    match show(plugs).await {
        Ok(()) => version,
        Err(error) => {
            tracing::error!(error = ?error, "a change is not shown yet");
            shown
        }
    }
}

/// Searches use the synonyms that are in force, whichever process put them there.
async fn use_synonyms(plugs: Plugs, stop: CancellationToken) {
    let mut known = None;
    loop {
        match look_for_synonyms(&plugs, known).await {
            Ok(number) => known = number,
            Err(error) => tracing::error!(error = ?error, "other synonyms are not in use yet"),
        }
        if !goes_on_after(LOOK, &stop).await {
            return;
        }
    }
}

/// Uses the synonyms that are in force, unless they are those that are known; answers their number.
///
/// # Errors
///
/// Where the database fails.
pub async fn look_for_synonyms(
    plugs: &Plugs,
    known: Option<i64>,
) -> Result<Option<i64>, SynonymsFault> {
    let number = follow_synonyms(&plugs.ports, known).await?;
    if number != known {
        // What was found with others is not shown any more.
        plugs.told.fetch_add(1, Ordering::Release);
        tracing::info!(number, "searches use other synonyms");
    }
    Ok(number)
}

/// Dates close and end while nobody changes anything; whoever asks should not wait for what
/// follows from that.
async fn look_ahead(plugs: &Plugs) {
    let (board, now) = (plugs.board.clone(), plugs.ports.clock.now());
    if let Err(error) = tokio::task::spawn_blocking(move || board.look_at(now)).await {
        tracing::error!(error = ?error, "the board cannot be looked at");
    }
}

async fn show(plugs: &Plugs) -> anyhow::Result<()> {
    if plugs.board.refresh_if_changed().await? {
        tracing::info!(activities = plugs.board.size(), "the board shows a new catalogue");
    }
    bring_up_to_date(plugs).await
}

/// Tells the portal's own index what has changed.
///
/// # Errors
///
/// Where the database or the index fails.
pub async fn bring_up_to_date(plugs: &Plugs) -> anyhow::Result<()> {
    plugs.index.follow_folder()?;
    tell(plugs, &plugs.index).await
}

/// Tells an index what has changed, or makes it anew where it cannot know.
async fn tell(plugs: &Plugs, index: &dyn ActivityIndex) -> anyhow::Result<()> {
    let (known, version) = (index.version().await?, plugs.database.version().await?);
    // An index from the future belongs to another database, or to one that was put back.
    let is_usable = (0..=version).contains(&known);
    let n = if is_usable {
        follow_catalogue(&plugs.ports, index).await?
    } else {
        rebuild_index(&plugs.ports, index).await?
    };
    if n > 0 {
        plugs.told.fetch_add(1, Ordering::Release);
        tracing::info!(activities = n, anew = !is_usable, "the search index was told");
    }
    Ok(())
}

/// The search server follows the database at its own pace: however slow it is, the board and
/// the portal's own index never wait for it. Where several processes tell it, the same is
/// said twice.
async fn follow_on_server(plugs: Plugs, remote: MeilisearchIndex, stop: CancellationToken) {
    let mut shown = None;
    let mut pause = LOOK;
    let mut asked_at = Instant::now();
    loop {
        let version = plugs.database.version().await.ok();
        if version != shown || shown.is_none() || asked_at.elapsed() >= ASK {
            asked_at = Instant::now();
            let Some(told) = stop.run_until_cancelled(tell(&plugs, &remote)).await else { return };
            match told {
                Ok(()) => (shown, pause) = (version, LOOK),
                Err(error) => {
                    pause = (pause * 2).min(LONGEST_PAUSE);
                    shown = None;
                    tracing::warn!(error = ?error, "the search server is not up to date");
                }
            }
        }
        if !goes_on_after(pause, &stop).await {
            return;
        }
    }
}

/// Whatever went wrong is mended once a day.
async fn compare_index(plugs: Plugs, stop: CancellationToken) {
    let mut pause = FIRST_COMPARED;
    while goes_on_after(pause, &stop).await {
        pause = COMPARE;
        compare(&plugs, &plugs.index).await;
        if let Some(remote) = &plugs.remote {
            compare(&plugs, remote).await;
        }
    }
}

async fn compare(plugs: &Plugs, index: &dyn ActivityIndex) {
    match keep_index_right(&plugs.ports, index).await {
        Ok(0) => {}
        Ok(n) => tracing::warn!(activities = n, "the search index was not as it must be"),
        Err(error) => tracing::error!(error = ?error, "the search index cannot be compared"),
    }
}

async fn write_counts_down(plugs: Plugs, stop: CancellationToken) {
    loop {
        let goes_on = goes_on_after(WRITE_DOWN, &stop).await;
        let counts = plugs.vain.take();
        if let Err(error) = plugs.database.add(&counts).await {
            tracing::error!(error = ?error, "vain searches are not written down yet");
            plugs.vain.put_back(counts);
        }
        let views = plugs.views.take();
        if let Err(error) = plugs.database.add_views(&views).await {
            tracing::error!(error = ?error, "views are not written down yet");
            plugs.views.put_back(views);
        }
        if !goes_on {
            return;
        }
    }
}
