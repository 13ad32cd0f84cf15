//! Whether the portal is alive, and whether it is ready.

use std::{io, path::PathBuf, time::Duration};

use application::{
    Ports,
    ports::{ActivityIndex, ChangeMark},
};
use axum::{
    Json, Router,
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
    routing::get,
};
use domain::privacy::SweepState;
use serde_json::json;
use tokio::time::timeout;

use super::Portal;

/// The least room on the disk of the data folder, in MiB: below it a database can stop
/// in the middle of what it writes.
const LEAST_ROOM_MIB: u64 = 64;

/// How long a home of the search index is waited for: whoever asks whether the portal is ready
/// often waits a second only, and a search server that hangs keeps nobody from an answer.
const PATIENCE: Duration = Duration::from_millis(250);

pub(super) fn routes() -> Router<Portal> {
    Router::new().route("/healthz", get(alive)).route("/readyz", get(ready))
}

async fn alive() -> impl IntoResponse {
    ([(header::CACHE_CONTROL, "no-store")], Json(json!({ "status": "ok" })))
}

/// Ready when the database and the portal's own index answer and the disk has room. A search
/// server that is down is told of and no more, since the own index answers in its place; so is
/// what waits. What is wrong stands in the log, not in the answer.
async fn ready(State(portal): State<Portal>) -> impl IntoResponse {
    let database = portal.plugs.database.ping().await;
    if let Err(error) = &database {
        tracing::error!(%error, "the database does not answer");
    }
    let room = free_mib(portal.data_dir.clone()).await;
    match &room {
        Ok(mib) if *mib < LEAST_ROOM_MIB => {
            tracing::error!(free_mib = mib, "the disk of the data folder is nearly full");
        }
        Ok(_) => {}
        Err(error) => tracing::error!(%error, "the disk of the data folder does not answer"),
    }
    let index = how_is(&portal.plugs.index, &portal.plugs.ports).await;
    if index == FAILED {
        tracing::error!("the search index does not answer");
    }
    // Whoever searches or tells it something says in the log what is wrong with it.
    let server = match &portal.plugs.remote {
        Some(remote) => how_is(remote, &portal.plugs.ports).await,
        None => "off",
    };
    let letters = portal.plugs.ports.letters.figures().await.ok();
    let now = portal.plugs.ports.clock.now();
    let oldest = letters.and_then(|it| it.oldest).map(|written| (now - written).num_seconds());
    let sweeper = match portal.plugs.ports.sweeping.sweep().await {
        Ok(Some(sweep)) => sweep.state(now).key(),
        Ok(None) => SweepState::NotYet.key(),
        Err(_) => "unknown",
    };
    let has_room = has_room(&room);
    let is_ready = database.is_ok() && has_room && index != FAILED;
    let status = if is_ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let word = |is_fine: bool| if is_fine { OK } else { FAILED };
    let answer = json!({
        "status": word(is_ready),
        "database": word(database.is_ok()),
        "disk": { "status": word(has_room), "free_mib": room.ok() },
        "index": index,
        "search_server": server,
        "letters": {
            "waiting": letters.map(|it| it.waiting),
            "dead": letters.map(|it| it.dead),
            "oldest_seconds": oldest,
        },
        "sweeper": sweeper,
        "catalogue": { "activities": portal.plugs.board.size() },
    });
    (status, [(header::CACHE_CONTROL, "no-store")], Json(answer))
}

const OK: &str = "ok";
const FAILED: &str = "failed";

/// How a home of the search index is: whether it answers, and whether it shows all that has
/// changed.
async fn how_is(index: &dyn ActivityIndex, ports: &Ports) -> &'static str {
    let Ok(Ok(version)) = timeout(PATIENCE, index.version()).await else { return FAILED };
    match ports.changes.changed_after(ChangeMark::after(version), 1).await {
        Ok(changed) if changed.is_empty() => OK,
        Ok(_) => "behind",
        Err(_) => "unknown",
    }
}

fn has_room(free_mib: &io::Result<u64>) -> bool {
    free_mib.as_ref().is_ok_and(|mib| *mib >= LEAST_ROOM_MIB)
}

/// What a program without privileges may still write to a folder's disk, in MiB.
async fn free_mib(folder: PathBuf) -> io::Result<u64> {
    // A disk behind a network can keep whoever asks waiting.
    let disk = tokio::task::spawn_blocking(move || rustix::fs::statvfs(&folder)).await??;
    Ok(disk.f_bavail.saturating_mul(disk.f_frsize) / 1024 / 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixty_four_mebibytes_are_room_enough_and_less_is_not() {
        assert!(has_room(&Ok(64)));
        assert!(!has_room(&Ok(63)));
        assert!(!has_room(&Err(io::ErrorKind::NotFound.into())));
    }
}
