//! What the operator reads: a log, as JSON where no person watches.

use std::{
    io::IsTerminal as _,
    panic::{self, Location},
};

use tracing_subscriber::{EnvFilter, fmt, layer::SubscriberExt as _, util::SubscriberInitExt as _};

/// Starts the log; a filter that makes no sense becomes `info`.
pub fn start(filter: &str) {
    let filter = EnvFilter::try_new(filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let registry = tracing_subscriber::registry().with(filter);
    if std::io::stderr().is_terminal() {
        registry.with(fmt::layer().with_writer(std::io::stderr).with_target(false)).init();
    } else {
        registry.with(fmt::layer().json().flatten_event(true).with_writer(std::io::stderr)).init();
    }
    panic::set_hook(Box::new(|panicked| tell(panicked.location())));
}

/// Tells where something panicked, as a line of the log like any other, which names the question
/// that was being answered. What the panic says is left out: it can hold what somebody typed.
fn tell(location: Option<&Location<'_>>) {
    let place = location.map_or_else(|| "unknown".to_owned(), ToString::to_string);
    tracing::error!(place, "something panicked");
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    #[derive(Clone, Default)]
    struct Log(Arc<Mutex<Vec<u8>>>);

    impl std::io::Write for Log {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().expect("a lock").write(bytes)
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_panic_is_told_with_its_place_and_the_question_in_one_line_of_json() {
        let log = Log::default();
        let writer = log.clone();
        let layer = fmt::layer().json().flatten_event(true).with_writer(move || writer.clone());
        let here = Location::caller();
        tracing::subscriber::with_default(tracing_subscriber::registry().with(layer), || {
            let _asked = tracing::error_span!("asked", request = "5e").entered();
            tell(Some(here));
        });
        let bytes = log.0.lock().expect("a lock").clone();
        let line: serde_json::Value = serde_json::from_slice(&bytes).expect("one line of JSON");
        assert_eq!((&line["level"], &line["span"]["request"]), (&"ERROR".into(), &"5e".into()));
        let place = line["place"].as_str().expect("a place");
        assert!(place.contains(&format!("telemetry.rs:{}:", here.line())), "{place}");
    }
}
