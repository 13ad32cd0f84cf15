//! How letters leave: to a mail server, or into a folder where there is none.

mod compose;
mod folder;
mod smtp;

pub use compose::Sender;
pub use folder::FolderPost;
pub use smtp::{InvalidSmtp, SmtpPost};
