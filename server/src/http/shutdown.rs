//! Listening, and stopping without cutting an answer short.

use std::{pin::pin, time::Duration};

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use tokio::{
    net::{TcpListener, TcpStream},
    signal::unix::{SignalKind, signal},
    sync::{OwnedSemaphorePermit, Semaphore},
};

/// How long a browser may take to send its headers.
const HEADERS_WITHIN: Duration = Duration::from_secs(10);
/// How long answers that are under way may take after the signal to stop.
const FINISH_WITHIN: Duration = Duration::from_secs(20);
/// The most connections at once; further ones wait to be accepted.
const MOST_CONNECTIONS: usize = 10_000;

/// Serves until SIGTERM or Ctrl-C, then finishes what is under way.
pub(super) async fn run(listener: TcpListener, router: Router) {
    let graceful = GracefulShutdown::new();
    let room = std::sync::Arc::new(Semaphore::new(MOST_CONNECTIONS));
    let mut stop = pin!(asked_to_stop());
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = accept(&listener, &room) => accepted,
        };
        if let Some((stream, permit)) = accepted {
            connect(stream, permit, router.clone(), &graceful);
        }
    }
    drop(listener);
    tracing::info!("stopping: no new questions, those under way are answered");
    if tokio::time::timeout(FINISH_WITHIN, graceful.shutdown()).await.is_err() {
        tracing::warn!("some who were still listening were cut off");
    }
}

async fn accept(
    listener: &TcpListener,
    room: &std::sync::Arc<Semaphore>,
) -> Option<(TcpStream, OwnedSemaphorePermit)> {
    let permit = room.clone().acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, _)) => Some((stream, permit)),
        Err(error) => {
            // Out of file descriptors, most likely: others must finish first.
            tracing::warn!(%error, "a connection could not be accepted");
            tokio::time::sleep(Duration::from_millis(50)).await;
            None
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "each connection is a task, and all of them are watched to their end"
)]
fn connect(
    stream: TcpStream,
    permit: OwnedSemaphorePermit,
    router: Router,
    graceful: &GracefulShutdown,
) {
    // Small answers must not wait for the other side's acknowledgement.
    let _ = stream.set_nodelay(true);
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADERS_WITHIN)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    let watched = graceful.watch(connection);
    tokio::spawn(async move {
        // A browser that goes away in the middle is none of our business.
        let _ = watched.await;
        drop(permit);
    });
}

async fn asked_to_stop() {
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}
