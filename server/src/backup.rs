//! Whole copies of what the portal keeps, and the way back.
//!
//! A backup is a folder: the database as one file, and a manifest that says what is in it. What
//! seals second factors is not in it, nor is who was erased since; both lie beside the database.

mod manifest;
mod postgresql;

use std::{
    fs::{self, File},
    io::Read as _,
    path::Path,
};

use anyhow::{Context as _, bail, ensure};
use chrono::{DateTime, Utc};
use ring::digest::{Context as Digest, SHA256};

use crate::adapters::database::{
    Database,
    copies::{Inside, knows_schema, look_at, look_into},
};

pub use manifest::Manifest;

/// The database in a backup.
const SQLITE_FILE: &str = "gnist.db";
const POSTGRESQL_FILE: &str = "gnist.dump";

fn sqlite_file(url: &str) -> Option<&Path> {
    let path = url.strip_prefix("sqlite://")?;
    Some(Path::new(path.split('?').next().unwrap_or(path)))
}

/// Takes a backup of an open database into a folder that is new or empty.
///
/// # Errors
///
/// Where something is in the folder already, or the copy cannot be made or is damaged.
pub async fn back_up(
    (database, url): (&Database, &str),
    folder: &Path,
    now: DateTime<Utc>,
) -> anyhow::Result<Manifest> {
    make_private(folder)?;
    let is_empty = fs::read_dir(folder).context("the folder cannot be read")?.next().is_none();
    ensure!(is_empty, "{} is not empty; name a new folder for each backup", folder.display());
    let (name, inside) = if sqlite_file(url).is_some() {
        let file = folder.join(SQLITE_FILE);
        database.copy_into(&file).await.context("the database cannot be copied")?;
        let inside = look_into(&file).await.context("the copy cannot be read back")?;
        (SQLITE_FILE, inside)
    } else {
        let moment = database.hold().await.context("the database cannot be read")?;
        postgresql::dump(url, &moment.name, &folder.join(POSTGRESQL_FILE)).await?;
        (POSTGRESQL_FILE, moment.inside)
    };
    let (bytes, sha256) = fingerprint(&folder.join(name))?;
    let Inside { schema, rows } = inside;
    let manifest = Manifest { taken_at: now, schema, file: name.to_owned(), bytes, sha256, rows };
    manifest.write(folder)?;
    Ok(manifest)
}

/// Puts a backup back where there is no database yet, as it was taken.
///
/// # Errors
///
/// Where the backup is not what its manifest says, or a database is there already.
pub async fn put_back(url: &str, folder: &Path) -> anyhow::Result<Manifest> {
    let manifest = Manifest::read(folder)?;
    let file = folder.join(&manifest.file);
    let (bytes, sha256) = fingerprint(&file)?;
    ensure!(
        (bytes, &sha256) == (manifest.bytes, &manifest.sha256),
        "{} is not what the manifest says: it was changed or is damaged; take another backup",
        file.display()
    );
    ensure!(
        knows_schema(&manifest.schema),
        "the backup was taken by a newer Gnist; put it back with that one"
    );
    let found = match (sqlite_file(url), manifest.file.as_str()) {
        (Some(target), SQLITE_FILE) => {
            put_file(&file, target)?;
            look_into(target).await.context("what was put back cannot be read")?
        }
        (None, POSTGRESQL_FILE) => {
            let there = look_at(url).await.context("the database does not answer")?;
            ensure!(there.is_none(), "the database is not empty; name an empty one");
            postgresql::put_back(url, &file).await?;
            look_at(url).await?.context("nothing was put back")?
        }
        (Some(_), _) => bail!("the backup is of PostgreSQL; name such a database"),
        (None, _) => bail!("the backup is of SQLite; leave the address of PostgreSQL out"),
    };
    let (schema, rows) = (&manifest.schema, &manifest.rows);
    ensure!(
        (&found.schema, &found.rows) == (schema, rows),
        "what was put back is not all that was taken"
    );
    Ok(manifest)
}

/// Puts a copy where a SQLite database is to be.
fn put_file(copy: &Path, target: &Path) -> anyhow::Result<()> {
    let is_there = fs::metadata(target).is_ok_and(|it| it.len() > 0);
    ensure!(
        !is_there,
        "{} is there already; stop what serves from it and move it away first",
        target.display()
    );
    if let Some(folder) = target.parent() {
        make_private(folder)?;
    }
    // What an older database left would be taken for this one's.
    for end in ["-wal", "-shm"] {
        let mut name = target.as_os_str().to_owned();
        name.push(end);
        match fs::remove_file(&name) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    let beside = target.with_extension("new");
    fs::copy(copy, &beside).context("the copy cannot be put back")?;
    File::open(&beside)?.sync_all()?;
    Ok(fs::rename(&beside, target)?)
}

/// Makes a folder that nobody but its owner reads, where there is none.
fn make_private(folder: &Path) -> anyhow::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;

    if folder.is_dir() {
        return Ok(());
    }
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .with_context(|| format!("the folder {} cannot be made", folder.display()))
}

/// How long a file is, and its SHA-256.
fn fingerprint(file: &Path) -> anyhow::Result<(u64, String)> {
    let mut from =
        File::open(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let (mut digest, mut bytes, mut some) = (Digest::new(&SHA256), 0u64, vec![0; 64 * 1024]);
    loop {
        let n = from.read(&mut some)?;
        if n == 0 {
            break;
        }
        digest.update(&some[..n]);
        bytes += n as u64;
    }
    let hex = digest.finish();
    Ok((bytes, hex.as_ref().iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))))
}
