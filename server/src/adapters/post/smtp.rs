//! Letters that a mail server takes (RFC 5321), over TLS unless it is on this machine.

use std::time::Duration;

use application::ports::{Post, PostError};
use async_trait::async_trait;
use domain::identity::Addressed;
use lettre::{
    AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor, transport::smtp::extension::ClientId,
};

use super::Sender;

/// How long a mail server may take for each of its answers.
const WITHIN: Duration = Duration::from_secs(20);

/// Gives letters to a mail server.
#[derive(Clone)]
pub struct SmtpPost {
    server: AsyncSmtpTransport<Tokio1Executor>,
    sender: Sender,
}

/// Why an address of a mail server cannot be used. The address itself can hold a password and is
/// not repeated.
#[derive(Debug, thiserror::Error)]
#[error("the address of the mail server must be smtp(s)://user:password@host:port")]
pub struct InvalidSmtp;

impl SmtpPost {
    /// A post that uses the server at `smtp(s)://user:password@host:port`.
    ///
    /// # Errors
    ///
    /// [`InvalidSmtp`] where the address is none.
    pub fn to(url: &str, sender: Sender) -> Result<Self, InvalidSmtp> {
        let url = encrypted(url).ok_or(InvalidSmtp)?;
        let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(&url)
            .map_err(|_| InvalidSmtp)?
            .hello_name(ClientId::Domain(sender.host().to_owned()))
            .timeout(Some(WITHIN))
            .build();
        Ok(Self { server, sender })
    }
}

/// The address with encryption demanded, whatever it says, unless the server is on this machine:
/// nobody who listens on the way reads a link (OWASP ASVS 5.0, V12.3.2).
fn encrypted(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let place = rest.split(['?', '#']).next()?.trim_end_matches('/');
    let host = place.rsplit_once('@').map_or(place, |(_, host)| host);
    let is_here = ["127.0.0.1", "localhost", "[::1]"].iter().any(|it| {
        host.strip_prefix(it).is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
    });
    match scheme {
        "smtps" => Some(format!("smtps://{place}")),
        "smtp" if is_here => Some(format!("smtp://{place}")),
        "smtp" => Some(format!("smtp://{place}?tls=required")),
        _ => None,
    }
}

#[async_trait]
impl Post for SmtpPost {
    #[expect(clippy::disallowed_methods, reason = "it is waited for at once")]
    async fn send(&self, letter: &Addressed) -> Result<(), PostError> {
        let (post, letter) = (self.clone(), letter.clone());
        // A letter that makes its own writer panic must not take the others with it.
        let sent = tokio::task::spawn(async move {
            let mail = post.sender.compose(&letter)?;
            post.server.send(mail).await.map_err(|error| refusal(&error))
        });
        sent.await.map_err(|error| PostError::Later(error.into()))?.map(drop)
    }
}

/// What a server's answer means. Its words can repeat the reader's address, so only its number
/// goes into the log.
fn refusal(error: &lettre::transport::smtp::Error) -> PostError {
    let cause = match error.status() {
        Some(code) => format!("the mail server answered {code}"),
        None if error.is_timeout() => "the mail server took too long".to_owned(),
        None if error.is_tls() => "the connection could not be encrypted".to_owned(),
        None => "the mail server could not be reached".to_owned(),
    };
    if error.is_permanent() {
        PostError::Never(cause.into())
    } else {
        PostError::Later(cause.into())
    }
}

#[cfg(test)]
mod tests {
    use super::encrypted;

    #[test]
    fn only_a_server_on_this_machine_is_reached_in_the_open() {
        for (url, meant) in [
            ("smtp://127.0.0.1:25", Some("smtp://127.0.0.1:25")),
            ("smtp://localhost", Some("smtp://localhost")),
            ("smtp://a:b@mail.example:587", Some("smtp://a:b@mail.example:587?tls=required")),
            ("smtp://mail.example?tls=opportunistic", Some("smtp://mail.example?tls=required")),
            ("smtp://127.0.0.1.evil.example", Some("smtp://127.0.0.1.evil.example?tls=required")),
            ("smtp://localhost@evil.example", Some("smtp://localhost@evil.example?tls=required")),
            ("smtps://mail.example", Some("smtps://mail.example")),
            ("http://mail.example", None),
        ] {
            assert_eq!(encrypted(url).as_deref(), meant, "{url}");
        }
    }
}
