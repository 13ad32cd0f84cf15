//! Listening, and stopping without cutting an answer short.

use std::{pin::pin, time::Duration};

use axum::{Router, http::Request};
use hyper::{body::Incoming, server::conn::http1};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use tokio::{
    net::{TcpListener, TcpStream},
    signal::unix::{SignalKind, signal},
    sync::{OwnedSemaphorePermit, Semaphore},
    time::{Instant, timeout_at},
};
use tokio_util::task::TaskTracker;
use tower::util::MapRequest;

use super::Peer;

/// How long a browser may take to send its headers.
const HEADERS_WITHIN: Duration = Duration::from_secs(10);
/// How long answers that are under way may take after the signal to stop.
const FINISH_WITHIN: Duration = Duration::from_secs(20);
/// How long after that signal everything else is waited for: whoever stops the program may kill
/// it after 25 seconds.
const END_WITHIN: Duration = Duration::from_secs(23);
/// The most connections at once; further ones wait to be accepted.
const MOST_CONNECTIONS: usize = 10_000;

/// Serves until SIGTERM or Ctrl-C, then finishes what is under way; answers until when
/// everything else is waited for.
pub(super) async fn run(listener: TcpListener, router: Router) -> Instant {
    serve(listener, router, HEADERS_WITHIN, asked_to_stop()).await + END_WITHIN
}

/// Waits for what is under way beside answers, but not beyond a moment: all of it can be cut off,
/// and is taken up again by the next start.
pub(super) async fn wait_for(tasks: &TaskTracker, until: Instant) {
    tasks.close();
    if timeout_at(until, tasks.wait()).await.is_err() {
        tracing::warn!("some work was still under way and is left to the next start");
    }
}

/// Answers when it was asked to stop, once those who were listening have their answers.
async fn serve(
    listener: TcpListener,
    router: Router,
    headers_within: Duration,
    stop: impl Future<Output = ()>,
) -> Instant {
    let graceful = GracefulShutdown::new();
    let room = std::sync::Arc::new(Semaphore::new(MOST_CONNECTIONS));
    let mut stop = pin!(stop);
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = accept(&listener, &room) => accepted,
        };
        if let Some((stream, peer, permit)) = accepted {
            connect((stream, peer), permit, router.clone(), headers_within, &graceful);
        }
    }
    let asked_at = Instant::now();
    drop(listener);
    tracing::info!("stopping: no new questions, those under way are answered");
    if tokio::time::timeout(FINISH_WITHIN, graceful.shutdown()).await.is_err() {
        tracing::warn!("some who were still listening were cut off");
    }
    asked_at
}

async fn accept(
    listener: &TcpListener,
    room: &std::sync::Arc<Semaphore>,
) -> Option<(TcpStream, Peer, OwnedSemaphorePermit)> {
    let permit = room.clone().acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, peer)) => Some((stream, Peer(peer), permit)),
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
    (stream, peer): (TcpStream, Peer),
    permit: OwnedSemaphorePermit,
    router: Router,
    headers_within: Duration,
    graceful: &GracefulShutdown,
) {
    // Small answers must not wait for the other side's acknowledgement.
    let _ = stream.set_nodelay(true);
    let told = MapRequest::new(router, move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(peer);
        request
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(headers_within)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(told));
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

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;

    use axum::routing::get;
    use futures_util::future::join_all;
    use tokio::{
        io::{AsyncReadExt as _, AsyncWriteExt as _},
        sync::oneshot,
        time::{sleep, timeout},
    };

    use super::*;

    const WITHIN: Duration = Duration::from_secs(1);

    /// Says something bit by bit, and answers after how long it was cut off.
    async fn drip(addr: SocketAddr, words: &'static str) -> Duration {
        let mut stream = TcpStream::connect(addr).await.expect("a connection");
        let started = Instant::now();
        let (mut reading, mut writing) = stream.split();
        let dripping = async {
            for byte in words.bytes() {
                if writing.write_all(&[byte]).await.is_err() {
                    break;
                }
                sleep(WITHIN / 10).await;
            }
            std::future::pending::<()>().await;
        };
        let mut rest = Vec::new();
        let cut = async { drop(reading.read_to_end(&mut rest).await) };
        tokio::select! {
            () = dripping => {}
            ended = timeout(WITHIN * 5, cut) => ended.expect("it is cut off"),
        }
        assert!(!rest.starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&rest));
        started.elapsed()
    }

    async fn ask(addr: SocketAddr) -> String {
        let mut stream = TcpStream::connect(addr).await.expect("a connection");
        let question = b"GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
        stream.write_all(question).await.expect("it is sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.expect("an answer");
        answer
    }

    #[tokio::test]
    async fn who_drips_headers_is_cut_off_while_others_are_served() {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let addr = listener.local_addr().expect("an address");
        let (stop, stopped) = oneshot::channel::<()>();
        let router = Router::new().route("/", get(async || "hello"));
        let portal = serve(listener, router, WITHIN, async { drop(stopped.await) });

        let visitors = async move {
            let endless = "GET / HTTP/1.1\r\nx-name: a very long value that never comes to an end";
            let slow = join_all((0..50).map(|_| drip(addr, endless)));
            let silent = join_all((0..10).map(|_| drip(addr, "")));
            let others = async {
                for _ in 0..20 {
                    let started = Instant::now();
                    assert!(ask(addr).await.ends_with("hello"));
                    assert!(started.elapsed() < WITHIN / 2, "somebody had to wait");
                    sleep(WITHIN / 20).await;
                }
            };
            let (slow, silent, ()) = tokio::join!(slow, silent, others);
            for took in slow.into_iter().chain(silent) {
                assert!(took >= WITHIN * 9 / 10 && took < WITHIN * 3, "{took:?}");
            }
            drop(stop);
        };
        tokio::join!(portal, visitors);
    }

    #[tokio::test]
    async fn a_connection_that_is_kept_open_for_nothing_is_closed() {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let addr = listener.local_addr().expect("an address");
        let (stop, stopped) = oneshot::channel::<()>();
        let router = Router::new().route("/", get(async || "hello"));
        let portal = serve(listener, router, WITHIN, async { drop(stopped.await) });

        let visitor = async move {
            let mut stream = TcpStream::connect(addr).await.expect("a connection");
            stream.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.expect("it is sent");
            let mut answer = String::new();
            let whole = timeout(WITHIN * 5, stream.read_to_string(&mut answer)).await;
            whole.expect("it is closed").expect("an answer");
            assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("hello"), "{answer}");
            drop(stop);
        };
        tokio::join!(portal, visitor);
    }

    /// What is said until a word is there.
    async fn hear(stream: &mut TcpStream, word: &str) {
        let mut heard = Vec::new();
        while !String::from_utf8_lossy(&heard).contains(word) {
            let n = stream.read_buf(&mut heard).await.expect("an answer");
            assert_ne!(n, 0, "it was closed before {word:?}");
        }
    }

    #[tokio::test]
    async fn whoever_stops_answers_on_connections_that_are_kept_and_closes_the_idle_ones() {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let addr = listener.local_addr().expect("an address");
        let (stop, stopped) = oneshot::channel::<()>();
        let slowly = async || {
            sleep(WITHIN / 2).await;
            "at last"
        };
        let router = Router::new().route("/", get(async || "hello")).route("/slow", get(slowly));
        let portal = serve(listener, router, WITHIN * 20, async { drop(stopped.await) });

        let visitors = async move {
            let mut idle = TcpStream::connect(addr).await.expect("a connection");
            let mut busy = TcpStream::connect(addr).await.expect("a connection");
            for stream in [&mut idle, &mut busy] {
                stream.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.expect("it is sent");
                hear(stream, "hello").await;
            }
            busy.write_all(b"GET /slow HTTP/1.1\r\nhost: x\r\n\r\n").await.expect("it is sent");
            sleep(WITHIN / 10).await;
            drop(stop);
            let (mut nothing, mut answer) = (String::new(), String::new());
            let closed = timeout(WITHIN * 5, idle.read_to_string(&mut nothing)).await;
            closed.expect("it is closed").expect("an orderly end");
            assert_eq!(nothing, "");
            let whole = timeout(WITHIN * 5, busy.read_to_string(&mut answer)).await;
            whole.expect("it is closed").expect("an orderly end");
            assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("at last"), "{answer}");
        };
        tokio::join!(portal, visitors);
    }

    #[tokio::test]
    async fn work_without_an_end_is_not_waited_for_beyond_its_time() {
        let (tasks, started) = (TaskTracker::new(), Instant::now());
        let _endless = tasks.track_future(std::future::pending::<()>());
        wait_for(&tasks, started + WITHIN / 10).await;
        assert!(started.elapsed() < WITHIN * 5);
    }
}
