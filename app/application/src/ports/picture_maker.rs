//! Pictures of ours, made of what people hand in.

use async_trait::async_trait;
use domain::catalogue::Print;

/// Makes pictures of our own of files that nobody vouches for.
///
/// What comes out holds the points of the picture, turned as it is meant to be seen, and nothing
/// else of the file: no place, no time, no name, and nothing that stood behind or between.
#[async_trait]
pub trait PictureMaker: Send + Sync {
    /// A picture in every size in which it is kept, the narrowest first. However large a file
    /// says that it is, no more than some 30 MB are taken up by one that is looked at; others
    /// wait for it.
    async fn make(&self, file: Vec<u8>) -> Result<Vec<Print>, PictureFault>;
}

/// Why no picture is made of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureFault {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It has more bytes than are read.
    #[error("the file has more than {max} bytes")]
    TooLarge { max: u64 },
    /// It is no picture.
    #[error("the file is no picture")]
    NotAPicture,
    /// It is a picture of a kind that we do not read, by the name that people know it by.
    #[error("the file is of the kind {kind}")]
    OtherKind { kind: &'static str },
    /// It is several pictures, which move.
    #[error("the picture moves")]
    Moves,
    /// It has more points than we look at.
    #[error("the picture has more than {megapixels} million points")]
    TooManyPoints { megapixels: u32 },
    /// It would be seen as a blur.
    #[error("the picture has fewer than {width} × {height} points")]
    TooFewPoints { width: u32, height: u32 },
    /// Its kind takes up much more than its points do.
    #[error("the picture is packed in a way that takes up too much")]
    TooIntricate,
    /// Its colours are those of a printing press.
    #[error("the picture's colours are for print")]
    ForPrint,
    /// It breaks off, or is not what it says that it is.
    #[error("the picture cannot be read")]
    Broken,
    /// Others are waiting as well.
    #[error("others are waiting")]
    Busy,
}
