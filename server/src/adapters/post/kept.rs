//! What becomes of letters in a folder.

use std::{io::ErrorKind, path::PathBuf, time::SystemTime};

use application::ports::{KeptLetters, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::Email;

/// The folder in which letters are kept, or were before there was a mail server.
#[derive(Clone, Default)]
pub struct LetterFolder(Option<PathBuf>);

impl LetterFolder {
    #[must_use]
    pub fn at(folder: PathBuf) -> Self {
        Self(Some(folder))
    }

    /// Every letter that lies there.
    fn letters(&self) -> std::io::Result<Vec<std::fs::DirEntry>> {
        let Some(folder) = &self.0 else { return Ok(Vec::new()) };
        let files = match std::fs::read_dir(folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            files => files?,
        };
        let is_letter = |it: &std::fs::DirEntry| it.path().extension() == Some("eml".as_ref());
        files.filter(|it| it.as_ref().is_ok_and(is_letter) || it.is_err()).collect()
    }

    fn remove_older(&self, before: SystemTime) -> std::io::Result<()> {
        for letter in self.letters()? {
            if letter.metadata()?.modified()? < before {
                std::fs::remove_file(letter.path())?;
            }
        }
        Ok(())
    }
}

impl LetterFolder {
    /// Removes every letter with an address in the lines before its text.
    fn remove_to(&self, address: &str) -> std::io::Result<()> {
        for letter in self.letters()? {
            let text = std::fs::read(letter.path())?;
            let head = String::from_utf8_lossy(&text).to_lowercase();
            let head = head.split("\r\n\r\n").next().unwrap_or_default();
            let is_theirs = head
                .lines()
                .filter_map(|line| line.strip_prefix("to:"))
                .any(|to| to.trim().trim_matches(['<', '>']).trim() == address);
            if is_theirs {
                std::fs::remove_file(letter.path())?;
            }
        }
        Ok(())
    }
}

#[async_trait]
impl KeptLetters for LetterFolder {
    async fn forget_kept(&self, before: DateTime<Utc>) -> Result<(), StoreError> {
        let folder = self.clone();
        let gone = tokio::task::spawn_blocking(move || folder.remove_older(before.into()));
        gone.await.map_err(StoreError::new)?.map_err(StoreError::new)
    }

    async fn forget_kept_to(&self, email: &Email) -> Result<(), StoreError> {
        let (folder, address) = (self.clone(), email.key());
        let gone = tokio::task::spawn_blocking(move || folder.remove_to(&address));
        gone.await.map_err(StoreError::new)?.map_err(StoreError::new)
    }
}
