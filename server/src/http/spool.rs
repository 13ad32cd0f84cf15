//! A file on its way in: it waits on the disk until all of it is there, so that many who send
//! slowly take up no memory.

use std::{
    fs::{self, File},
    io::{self, Read as _, Seek as _, Write as _},
    mem,
    path::{Path, PathBuf},
};

use domain::Uuid;

/// What is kept in memory until it is written, in bytes.
const PIECE: usize = 64 * 1024;

/// What has come of a file. On the disk it has no name, so that it is gone with this, also where
/// the program is killed.
pub(super) struct Spool {
    path: PathBuf,
    /// What is written already; nothing of a small file.
    file: Option<File>,
    rest: Vec<u8>,
    length: usize,
}

impl Spool {
    /// An empty one in a folder, by a name that nothing else has.
    pub(super) fn new(folder: &Path, name: Uuid) -> Self {
        let path = folder.join(format!("on-its-way-{name}"));
        Self { path, file: None, rest: Vec::new(), length: 0 }
    }

    pub(super) fn len(&self) -> usize {
        self.length
    }

    pub(super) fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Lets go of all that has come.
    pub(super) fn empty(&mut self) {
        (self.file, self.rest, self.length) = (None, Vec::new(), 0);
    }

    /// Takes what comes next.
    pub(super) async fn push(&mut self, piece: &[u8]) -> io::Result<()> {
        self.length += piece.len();
        self.rest.extend_from_slice(piece);
        if self.rest.len() >= PIECE { self.write().await } else { Ok(()) }
    }

    async fn write(&mut self) -> io::Result<()> {
        let (path, file, rest) = (self.path.clone(), self.file.take(), mem::take(&mut self.rest));
        let written = aside(move || {
            let mut file = file.map_or_else(|| nameless(&path), Ok)?;
            file.write_all(&rest)?;
            Ok(file)
        });
        self.file = Some(written.await?);
        Ok(())
    }

    /// All of it, in memory.
    pub(super) async fn read(self) -> io::Result<Vec<u8>> {
        aside(move || {
            let mut all = Vec::with_capacity(self.length);
            if let Some(mut file) = self.file {
                file.rewind()?;
                file.read_to_end(&mut all)?;
            }
            all.extend_from_slice(&self.rest);
            Ok(all)
        })
        .await
    }
}

fn nameless(path: &Path) -> io::Result<File> {
    let file = File::options().read(true).write(true).create_new(true).open(path)?;
    fs::remove_file(path)?;
    Ok(file)
}

/// Works away from the threads that answer.
async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|error| Err(io::Error::other(error)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("gnist-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        folder
    }

    #[tokio::test]
    async fn what_comes_is_read_as_it_came_and_leaves_nothing_behind() {
        let folder = folder("spool");
        let file: Vec<u8> = (0..400_000_u32).map(|n| n.to_le_bytes()[1]).collect();
        for (n, length) in [0, 1, PIECE - 1, PIECE, PIECE + 1, 400_000].into_iter().enumerate() {
            let mut spool = Spool::new(&folder, Uuid::from_u128(n as u128));
            for piece in file[..length].chunks(7_000) {
                spool.push(piece).await.expect("room");
            }
            assert_eq!((spool.len(), spool.is_empty()), (length, length == 0));
            assert_eq!(spool.file.is_some(), length >= PIECE, "{length}");
            assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 0, "it has a name");
            assert!(spool.read().await.expect("it") == file[..length], "{length}");
        }
        fs::remove_dir(folder).expect("an empty folder");
    }

    #[tokio::test]
    async fn where_there_is_no_room_that_is_said() {
        let mut spool = Spool::new(Path::new("/nowhere/at/all"), Uuid::from_u128(1));
        let piece = vec![0; PIECE];
        assert!(spool.push(&piece).await.is_err());
    }
}
