//! Pictures that are forgotten when the test ends, and a maker that believes what it is told.

use async_trait::async_trait;
use domain::catalogue::{AltText, Picture, PictureFile, PictureId, PictureOf, PictureSize, Print};

use super::{MemoryStore, memory_desk::Papers};
use crate::ports::{PictureFault, PictureMaker, PictureReader, PictureRepository, StoreError};

impl Papers {
    pub(super) fn picture_of(&self, whose: PictureOf) -> Option<Picture> {
        self.pictures.get(&whose).map(|(picture, _)| picture.clone())
    }
}

#[async_trait]
impl PictureRepository for Papers {
    async fn of(&mut self, whose: PictureOf) -> Result<Option<Picture>, StoreError> {
        Ok(self.picture_of(whose))
    }

    async fn put(
        &mut self,
        whose: PictureOf,
        picture: &Picture,
        prints: &[Print],
    ) -> Result<(), StoreError> {
        self.pictures.insert(whose, (picture.clone(), prints.to_vec()));
        Ok(())
    }

    async fn tell(&mut self, whose: PictureOf, alt: &AltText) -> Result<(), StoreError> {
        if let Some((picture, _)) = self.pictures.get_mut(&whose) {
            picture.alt = Some(alt.clone());
        }
        Ok(())
    }

    async fn copy(
        &mut self,
        from: PictureOf,
        to: PictureOf,
        id: PictureId,
    ) -> Result<(), StoreError> {
        if let Some((picture, prints)) = self.pictures.get(&from).cloned() {
            self.pictures.insert(to, (Picture { id, ..picture }, prints));
        }
        Ok(())
    }

    async fn hand_over(&mut self, from: PictureOf, to: PictureOf) -> Result<(), StoreError> {
        self.pictures.remove(&to);
        if let Some(it) = self.pictures.remove(&from) {
            self.pictures.insert(to, it);
        }
        Ok(())
    }

    async fn remove(&mut self, whose: PictureOf) -> Result<(), StoreError> {
        self.pictures.remove(&whose);
        Ok(())
    }
}

#[async_trait]
impl PictureReader for MemoryStore {
    async fn picture_of(&self, whose: PictureOf) -> Result<Option<Picture>, StoreError> {
        Ok(self.facts().papers.picture_of(whose))
    }

    async fn print_of(
        &self,
        whose: PictureOf,
        file: &PictureFile,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let facts = self.facts();
        let shown = facts.papers.pictures.get(&whose).filter(|it| it.0.mark == file.mark);
        let print = shown.and_then(|it| it.1.iter().find(|it| it.size.width == file.width));
        Ok(print.map(|it| it.jpeg.clone()))
    }
}

/// Makes a picture of whatever begins with `picture`, and of nothing else.
pub struct TrustingPictureMaker;

#[async_trait]
impl PictureMaker for TrustingPictureMaker {
    async fn make(&self, file: Vec<u8>) -> Result<Vec<Print>, PictureFault> {
        if !file.starts_with(b"picture") {
            return Err(PictureFault::NotAPicture);
        }
        let print = |width, height| Print {
            size: PictureSize { width, height },
            jpeg: [file.as_slice(), &[b'0'; 3]].concat(),
        };
        Ok(vec![print(480, 270), print(960, 540)])
    }
}
