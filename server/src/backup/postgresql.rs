//! What PostgreSQL's own programs do: dump, and put back.

use std::{
    ffi::OsStr,
    io::ErrorKind,
    path::Path,
    process::{Command, Stdio},
};

use anyhow::{Context as _, bail};

/// Dumps a moment of a database into a file.
pub(super) async fn dump(url: &str, moment: &str, file: &Path) -> anyhow::Result<()> {
    let snapshot = format!("--snapshot={moment}");
    let file = file.as_os_str();
    run(
        "pg_dump",
        url,
        &[
            "--format=custom".as_ref(),
            "--no-owner".as_ref(),
            "--no-privileges".as_ref(),
            snapshot.as_ref(),
            "--file".as_ref(),
            file,
        ],
    )
    .await
}

/// Puts a dump into an empty database, all of it or nothing.
pub(super) async fn put_back(url: &str, file: &Path) -> anyhow::Result<()> {
    run(
        "pg_restore",
        url,
        &[
            "--no-owner".as_ref(),
            "--no-privileges".as_ref(),
            "--exit-on-error".as_ref(),
            "--single-transaction".as_ref(),
            file.as_os_str(),
        ],
    )
    .await
}

/// Runs a program of PostgreSQL. The password is told to nobody who lists programs.
async fn run(program: &str, url: &str, words: &[&OsStr]) -> anyhow::Result<()> {
    let (address, password) = without_password(url);
    let mut command = Command::new(program);
    command.arg("--dbname").arg(address).args(words);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    if let Some(password) = password {
        command.env("PGPASSWORD", password);
    }
    let output = match tokio::task::spawn_blocking(move || command.output()).await? {
        Err(error) if error.kind() == ErrorKind::NotFound => bail!(
            "{program} is not on the PATH; install the client programs of PostgreSQL, \
             no older than the server"
        ),
        output => output.with_context(|| format!("{program} cannot be run"))?,
    };
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    bail!("{program} failed: {}", said.lines().next_back().unwrap_or("it says nothing").trim())
}

/// The address without its password, and the password as it was before it was escaped.
fn without_password(url: &str) -> (String, Option<String>) {
    let parts = || {
        let (scheme, rest) = url.split_once("://")?;
        let end = rest.find('/').unwrap_or(rest.len());
        let (who, host) = rest[..end].rsplit_once('@')?;
        let (name, password) = who.split_once(':')?;
        let address = format!("{scheme}://{name}@{host}{}", &rest[end..]);
        Some((address, Some(unescaped(password))))
    };
    parts().unwrap_or_else(|| (url.to_owned(), None))
}

/// A text whose bytes were escaped by RFC 3986.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let byte = match after {
            [a, b, ..] if *first == b'%' => {
                std::str::from_utf8(&[*a, *b]).ok().and_then(|hex| u8::from_str_radix(hex, 16).ok())
            }
            _ => None,
        };
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_taken_out_of_an_address_and_unescaped() {
        let split = |url| without_password(url);
        assert_eq!(
            split("postgres://gnist:h%40mm%3Alig@db:5432/gnist?sslmode=require"),
            (
                "postgres://gnist@db:5432/gnist?sslmode=require".to_owned(),
                Some("h@mm:lig".to_owned())
            )
        );
        for url in ["postgres://gnist@db/gnist", "postgres:///gnist", "postgres://db/a@b:c"] {
            assert_eq!(split(url), (url.to_owned(), None));
        }
        assert_eq!(unescaped("100%"), "100%");
        assert_eq!(unescaped("%zz"), "%zz");
    }
}
