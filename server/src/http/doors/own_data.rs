//! Everything that is held of somebody: they ask by letter, see it, take it along and erase it.

use std::{
    error::Error,
    io::{Cursor, Write as _},
};

use application::privacy::{DataError, ShownData, ask_for_data, erase_data, open_data, show_data};
use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse as _, Response},
};
use domain::identity::{Purpose, Secret};
use serde_json::{Map, Value, json};
use ui::{
    Door, Locale, Problem, Told,
    identity::{
        Fault, Typed, ask_for_data_page, data_erased_page, data_letter_page, data_letter_sent_page,
        data_page, dead_data_page, own_data_file,
    },
    routes::pattern::door,
};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{Caller, answer, answer_form, email, lead};
use crate::http::problems;
use crate::http::{desk::to_its_end, fields::Fields, security_headers::Policy};

pub(super) async fn page(
    axum::extract::RawQuery(query): axum::extract::RawQuery,
    caller: Caller,
) -> Response {
    if Told::of_query(query.as_deref()) == Some(Told::SENT) {
        return answer(data_letter_sent_page(&caller.ask()));
    }
    answer(ask_for_data_page(&caller.ask(), &Typed::default()))
}

pub(super) async fn ask(caller: Caller, fields: Fields) -> Response {
    let mut typed = Typed { email: fields.get("email").to_owned(), ..Typed::default() };
    let address = match email(&typed.email) {
        Ok(address) => address,
        Err(fault) => {
            typed.faults.push(fault);
            return answer_form(ask_for_data_page(&caller.ask(), &typed), &typed);
        }
    };
    let (ports, language) = (caller.portal.plugs.ports.clone(), caller.language());
    let sent = to_its_end(async move { ask_for_data(&ports, &address, language).await });
    match sent.await {
        Ok(Ok(())) => lead(caller.locale, Door::AskForData, Some(Told::SENT)),
        Ok(Err(error)) => problem(&caller, &error.into()),
        Err(broken) => problem(&caller, &broken),
    }
}

/// A problem with a secret is told without it.
fn problem(caller: &Caller, problem: &Problem) -> Response {
    problems::stand_in(&caller.ask(), problem, door::ASK_FOR_DATA)
}

fn stopped(caller: &Caller, error: DataError) -> Response {
    match error {
        DataError::DeadLink => answer(dead_data_page(&caller.ask())),
        DataError::Needed(_) => problem(caller, &Problem::NotAllowed),
        DataError::Store(error) => problem(caller, &error.into()),
    }
}

fn secret(text: &str) -> Result<Secret, DataError> {
    text.parse().map_err(|_| DataError::DeadLink)
}

pub(super) async fn letter(Path(text): Path<String>, caller: Caller) -> Response {
    let found = async {
        let secret = secret(&text)?;
        let link = caller.portal.plugs.ports.accounts.link(&secret.mark()).await?;
        let now = caller.portal.plugs.ports.clock.now();
        let link = link.filter(|it| it.purpose == Purpose::OwnData && it.works_at(now));
        Ok((secret, link.ok_or(DataError::DeadLink)?))
    };
    match found.await {
        Ok((secret, link)) => answer(data_letter_page(&caller.ask(), &secret, &link.email)),
        Err(error) => stopped(&caller, error),
    }
}

pub(super) async fn open(Path(text): Path<String>, caller: Caller, _: Fields) -> Response {
    let secret = match secret(&text) {
        Ok(secret) => secret,
        Err(error) => return stopped(&caller, error),
    };
    let ports = caller.portal.plugs.ports.clone();
    match to_its_end(async move { open_data(&ports, &secret).await }).await {
        Ok(Ok(secret)) => lead(caller.locale, Door::Data(secret), None),
        Ok(Err(error)) => stopped(&caller, error),
        Err(broken) => problem(&caller, &broken),
    }
}

async fn found(caller: &Caller, text: &str) -> Result<(Secret, ShownData), DataError> {
    let secret = secret(text)?;
    let shown = show_data(&caller.portal.plugs.ports, &secret).await?;
    Ok((secret, shown))
}

pub(super) async fn shown(Path(text): Path<String>, caller: Caller) -> Response {
    match found(&caller, &text).await {
        Ok((secret, shown)) => answer(data_page(&caller.ask(), &secret, &shown, None)),
        Err(error) => stopped(&caller, error),
    }
}

pub(super) async fn file(Path(text): Path<String>, caller: Caller) -> Response {
    let shown = match found(&caller, &text).await {
        Ok((_, shown)) => shown,
        Err(error) => return stopped(&caller, error),
    };
    let locale = caller.locale;
    let packed = tokio::task::spawn_blocking(move || pack(locale, &shown));
    let packed = packed.await.map_err(Box::<dyn Error + Send + Sync>::from).and_then(|it| it);
    match packed {
        Ok(bytes) => {
            let headers = [
                (header::CONTENT_TYPE, "application/zip"),
                (header::CONTENT_DISPOSITION, "attachment; filename=\"mine-data.zip\""),
            ];
            (Policy::Locked.mark(), headers, bytes).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "what is held of somebody cannot be packed");
            problem(&caller, &Problem::Broken)
        }
    }
}

/// Both files, for machines and for people, in one.
fn pack(locale: Locale, shown: &ShownData) -> Result<Vec<u8>, Box<dyn Error + Send + Sync>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // What is packed is small, and no other program needs a library to read it.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    zip.start_file("mine-data.json", options)?;
    zip.write_all(&serde_json::to_vec_pretty(&for_machines(shown))?)?;
    zip.start_file("mine-data.html", options)?;
    zip.write_all(own_data_file(locale, shown).as_bytes())?;
    Ok(zip.finish()?.into_inner())
}

/// Everything, row by row.
fn for_machines(shown: &ShownData) -> Value {
    let things = shown.held.iter().map(|it| {
        let said = it.said.iter().map(|(name, said)| ((*name).to_owned(), said_of(said)));
        json!({ "for": it.holding.key(), "of": it.of, "data": said.collect::<Map<_, _>>() })
    });
    json!({ "address": shown.email.as_str(), "held": things.collect::<Vec<_>>() })
}

/// What is kept as JSON is told as JSON.
fn said_of(said: &str) -> Value {
    let is_nested = said.starts_with(['{', '[']);
    let nested = is_nested.then(|| serde_json::from_str(said).ok()).flatten();
    nested.unwrap_or_else(|| Value::from(said))
}

pub(super) async fn erase(Path(text): Path<String>, caller: Caller, fields: Fields) -> Response {
    let (secret, seen) = match found(&caller, &text).await {
        Ok(found) => found,
        Err(error) => return stopped(&caller, error),
    };
    if fields.get("agrees") != "yes" {
        return answer(data_page(&caller.ask(), &secret, &seen, Some(&Fault::NotAgreed)));
    }
    let (ports, used) = (caller.portal.plugs.ports.clone(), secret.clone());
    match to_its_end(async move { erase_data(&ports, &used).await }).await {
        Ok(Ok(receipt)) => answer(data_erased_page(&caller.ask(), &receipt)),
        // The page says what stands in the way, and what to do.
        Ok(Err(DataError::Needed(obstacles))) => {
            let seen = ShownData { obstacles, ..seen };
            answer(data_page(&caller.ask(), &secret, &seen, None))
        }
        Ok(Err(error)) => stopped(&caller, error),
        Err(broken) => problem(&caller, &broken),
    }
}
