//! Letters that are kept in a folder, where no mail server is set.

use std::{io::Write as _, os::unix::fs::OpenOptionsExt as _, path::PathBuf};

use application::ports::{Post, PostError};
use async_trait::async_trait;
use domain::identity::Addressed;

use super::Sender;

/// Keeps each letter as a file `<id>.eml` that only its owner reads.
#[derive(Clone)]
pub struct FolderPost {
    folder: PathBuf,
    sender: Sender,
}

impl FolderPost {
    #[must_use]
    pub fn new(folder: PathBuf, sender: Sender) -> Self {
        Self { folder, sender }
    }
}

#[async_trait]
impl Post for FolderPost {
    async fn send(&self, letter: &Addressed) -> Result<(), PostError> {
        let (post, letter) = (self.clone(), letter.clone());
        // A letter that makes its own writer panic must not take the others with it.
        let written = tokio::task::spawn_blocking(move || {
            let mail = post.sender.compose(&letter)?.formatted();
            let later = |error: std::io::Error| PostError::Later(error.into());
            std::fs::create_dir_all(&post.folder).map_err(later)?;
            let path = post.folder.join(format!("{}.eml", letter.id.0));
            let mut options = std::fs::OpenOptions::new();
            let mut file = options
                .create(true)
                .write(true)
                .truncate(true)
                .mode(0o600)
                .open(&path)
                .map_err(later)?;
            file.write_all(&mail).map_err(later)?;
            tracing::info!(file = %path.display(), "a letter is kept");
            Ok(())
        });
        written.await.map_err(|error| PostError::Later(error.into()))?
    }
}
