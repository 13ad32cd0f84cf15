//! How letters leave: to a mail server, or into a folder where there is none.

mod compose;
mod folder;
mod kept;
mod smtp;

pub use compose::Sender;
pub use folder::FolderPost;
pub use kept::LetterFolder;
pub use smtp::{InvalidSmtp, SmtpPost};
