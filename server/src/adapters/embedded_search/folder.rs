//! Where indexes lie: each in a folder of its own, and a file that names the one in use.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use tantivy::Index;

use super::{
    lines::readable,
    schema::{FORMAT, schema},
};

/// The folder of all indexes; none keeps them in memory.
#[derive(Clone)]
pub(super) struct Folder {
    path: Option<PathBuf>,
    /// The name of the one that this process uses.
    used: Arc<Mutex<String>>,
    made: Arc<AtomicU64>,
}

const CURRENT: &str = "current";

impl Folder {
    pub(super) fn new(path: Option<PathBuf>) -> Self {
        Self { path, used: Arc::default(), made: Arc::default() }
    }

    /// The index in use, or a new one where there is none that can be read.
    pub(super) fn open(&self) -> tantivy::Result<Index> {
        if let Some(path) = &self.path
            && let Some(name) = current(path)
            && let Ok(index) = Index::open_in_dir(path.join(&name))
        {
            self.note(&name);
            return Ok(readable(index));
        }
        let (name, index) = self.create()?;
        self.choose(&name)?;
        Ok(index)
    }

    /// A new and empty index that is not in use.
    pub(super) fn create(&self) -> tantivy::Result<(String, Index)> {
        let Some(path) = &self.path else {
            return Ok((String::new(), readable(Index::create_in_ram(schema()))));
        };
        loop {
            let n = self.made.fetch_add(1, Ordering::Relaxed);
            let name = format!("{FORMAT}-{}-{n}", std::process::id());
            let place = path.join(&name);
            if place.exists() {
                continue;
            }
            fs::create_dir_all(&place)?;
            return Ok((name, readable(Index::create_in_dir(place, schema())?)));
        }
    }

    /// Makes an index the one in use, and removes the others.
    pub(super) fn choose(&self, name: &str) -> io::Result<()> {
        let Some(path) = &self.path else { return Ok(()) };
        let draft = path.join(format!("{CURRENT}.new"));
        fs::write(&draft, name)?;
        fs::rename(draft, path.join(CURRENT))?;
        self.note(name);
        for entry in fs::read_dir(path)?.flatten() {
            if entry.file_type()?.is_dir() && entry.file_name() != name {
                // Another process may still read from it; then it goes the next time.
                let _ = fs::remove_dir_all(entry.path());
            }
        }
        Ok(())
    }

    /// Removes one that did not come into use.
    pub(super) fn remove(&self, name: &str) {
        if let Some(path) = &self.path
            && !name.is_empty()
        {
            let _ = fs::remove_dir_all(path.join(name));
        }
    }

    /// The index in use, where it is another than the one that this process uses.
    pub(super) fn newer(&self) -> tantivy::Result<Option<Index>> {
        let Some((path, name)) = self.successor() else { return Ok(None) };
        let index = Index::open_in_dir(path)?;
        self.note(&name);
        Ok(Some(readable(index)))
    }

    /// Where the index in use is and its name, where it is another than the one that this process
    /// uses.
    pub(super) fn successor(&self) -> Option<(PathBuf, String)> {
        let path = self.path.as_ref()?;
        let name = current(path)?;
        let is_used = *self.used.lock().unwrap_or_else(PoisonError::into_inner) == name;
        (!name.is_empty() && !is_used).then(|| (path.join(&name), name))
    }

    pub(super) fn bytes(&self) -> u64 {
        let Some(path) = &self.path else { return 0 };
        let name = self.used.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let files = fs::read_dir(path.join(name)).into_iter().flatten().flatten();
        files.filter_map(|file| file.metadata().ok()).map(|it| it.len()).sum()
    }

    fn note(&self, name: &str) {
        name.clone_into(&mut self.used.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

/// The name of the index in use, where it is written as this program writes.
fn current(path: &Path) -> Option<String> {
    let name = fs::read_to_string(path.join(CURRENT)).ok()?;
    let name = name.trim();
    let is_name = name.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    (is_name && name.starts_with(&format!("{FORMAT}-"))).then(|| name.to_owned())
}
