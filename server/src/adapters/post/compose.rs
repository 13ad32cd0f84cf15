//! A letter as mail programs read it (RFC 5322): plain text, and HTML for whoever likes it.

use std::{sync::Arc, time::SystemTime};

use application::ports::PostError;
use domain::{Email, identity::Addressed};
use lettre::{
    Message,
    message::{Mailbox, MultiPart, header},
};
use ui::{Site, letters::write_letter};

/// Who writes.
#[derive(Clone)]
pub struct Sender {
    pub site: Arc<Site>,
    /// The address that letters come from.
    pub from: Email,
}

impl Sender {
    /// Puts a letter together. It has exactly one reader, and the same name however often it is
    /// made: `<id@host>`.
    pub(super) fn compose(&self, letter: &Addressed) -> Result<Message, PostError> {
        let written = write_letter(&self.site, letter);
        let builder = match letter.letter.reply_to() {
            Some(email) => Message::builder().reply_to(Mailbox::new(None, address(email)?)),
            None => Message::builder(),
        };
        let from = Mailbox::new(Some("Gnist".to_owned()), address(&self.from)?);
        builder
            .from(from)
            .to(Mailbox::new(None, address(&letter.to)?))
            .subject(written.subject)
            .date(SystemTime::from(letter.written_at))
            .message_id(Some(format!("<{}@{}>", letter.id.0, self.host())))
            .raw_header(automatic())
            .multipart(MultiPart::alternative_plain_html(written.text, written.html))
            .map_err(|error| PostError::Never(error.into()))
    }

    /// The portal's name on the net, without a port.
    pub(super) fn host(&self) -> &str {
        let url = &self.site.public_url;
        let host = url.rsplit_once("://").map_or(url.as_str(), |(_, host)| host);
        host.split([':', '/']).next().unwrap_or(host)
    }
}

/// Programs that answer letters need not answer these (RFC 3834).
fn automatic() -> header::HeaderValue {
    let name = header::HeaderName::new_from_ascii_str("Auto-Submitted");
    header::HeaderValue::new(name, "auto-generated".to_owned())
}

fn address(email: &Email) -> Result<lettre::Address, PostError> {
    // What the address is stays out of the log.
    email.as_str().parse().map_err(|_| PostError::Never("the address cannot be written to".into()))
}
