//! Every setting, read once; secrets do not print.

mod provider;

use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};

use clap::Args;
use domain::{Email, SafeUrl};

pub use provider::ProviderConfig;

/// Every setting; flags and environment are the same words.
#[derive(Args, Clone)]
#[command(next_help_heading = "Settings")]
pub struct Config {
    /// Where the portal listens.
    #[arg(long, env = "GNIST_ADDR", default_value = "127.0.0.1:3000", global = true)]
    pub addr: SocketAddr,
    /// The address people type: in links, and the only origin that may write. From the address by default.
    #[arg(long, env = "GNIST_PUBLIC_URL", global = true, value_parser = origin)]
    pub public_url: Option<String>,
    /// The folder of the database and all else that is kept.
    #[arg(long, env = "GNIST_DATA_DIR", default_value = "./gnist-data", global = true)]
    pub data_dir: PathBuf,
    /// <sqlite:///path/to/file.db> or postgres://…; a SQLite file in the data folder by default.
    #[arg(long, env = "GNIST_DATABASE_URL", global = true, hide_env_values = true)]
    pub database_url: Option<String>,
    /// A file of synonyms for the search, in the form of the one that comes with the portal.
    #[arg(long, env = "GNIST_SYNONYMS", global = true)]
    pub synonyms: Option<PathBuf>,
    /// A Meilisearch server to search with; the index in the data folder by default, and whenever the server fails.
    #[arg(long, env = "GNIST_SEARCH_URL", global = true, value_parser = server)]
    pub search_url: Option<SafeUrl>,
    /// The key of that server: one that may do everything with indexes, documents, settings and tasks.
    #[arg(long, env = "GNIST_SEARCH_KEY", global = true, hide_env_values = true)]
    pub search_key: Option<String>,
    /// The mail server that takes letters, smtp(s)://user:password@host:port; without one they are kept as files in `letters/` of the data folder.
    #[arg(long, env = "GNIST_SMTP_URL", global = true, hide_env_values = true)]
    pub smtp_url: Option<String>,
    /// Where letters come from. `gnist@` and the host people type, by default.
    #[arg(long, env = "GNIST_MAIL_FROM", global = true, value_parser = email)]
    pub mail_from: Option<Email>,
    /// What is logged: error, warn, info, debug, or a filter by module.
    #[arg(long, env = "GNIST_LOG", default_value = "info", global = true)]
    pub log: String,
    /// Where Prometheus reads figures; never a public address. Off by default.
    #[arg(long, env = "GNIST_METRICS_ADDR", global = true)]
    pub metrics_addr: Option<SocketAddr>,
    /// The addresses of our own reverse proxies, with commas between them: only they are believed about who asks.
    #[arg(long, env = "GNIST_TRUSTED_PROXIES", global = true, value_delimiter = ',')]
    pub trusted_proxies: Vec<IpAddr>,
    /// Whether the web addresses to which activities lead are asked about weekly if anybody answers; only addresses on the open net are. Of several servers of one database, one should.
    #[arg(long, env = "GNIST_WATCH_ADDRESSES", global = true, default_value_t = true, action = clap::ArgAction::Set)]
    pub watch_addresses: bool,
    /// Who runs the portal, for the pages that must say so.
    #[arg(long, env = "GNIST_OPERATOR", global = true)]
    pub operator: Option<String>,
    /// Where people write to those who run the portal.
    #[arg(long, env = "GNIST_CONTACT_EMAIL", global = true, value_parser = email)]
    pub contact_email: Option<Email>,
    /// Where people call those who run the portal.
    #[arg(long, env = "GNIST_CONTACT_PHONE", global = true)]
    pub contact_phone: Option<String>,
    /// The accessibility statement made in the state's WAS-Tool, where there is one.
    #[arg(long, env = "GNIST_WAS_URL", global = true, value_parser = address)]
    pub was_url: Option<SafeUrl>,
    /// Where to report security faults, for security.txt (RFC 9116). The contact email by default.
    #[arg(long, env = "GNIST_SECURITY_CONTACT", global = true, value_parser = address)]
    pub security_contact: Option<SafeUrl>,
    /// The keys that seal second factors, each 64 hexadecimal digits (`openssl rand -hex 32`), with commas between them: the first seals, all open. To change it, put the new one behind the old one on every server, then before it; once the server has started, the old one can go.
    #[arg(long, env = "GNIST_SEALING_KEYS", global = true, hide_env_values = true)]
    pub sealing_keys: Option<String>,
    /// The same in a file, a line each. Without either, a portal on SQLite makes a key and keeps it in the data folder; on PostgreSQL nothing is sealed.
    #[arg(long, env = "GNIST_SEALING_KEYS_FILE", global = true)]
    pub sealing_keys_file: Option<PathBuf>,
    #[command(flatten)]
    pub provider: ProviderConfig,
    /// An RFC 3339 instant from which time runs on.
    #[cfg(feature = "testing")]
    #[arg(long, env = "GNIST_NOW", global = true)]
    pub now: Option<chrono::DateTime<chrono::Utc>>,
}

impl Config {
    /// Scheme and host of the portal's pages, without a slash at the end.
    #[must_use]
    pub fn origin(&self) -> String {
        self.public_url.clone().unwrap_or_else(|| format!("http://{}", self.addr))
    }

    /// Where the database is.
    #[must_use]
    pub fn database(&self) -> String {
        let file = || format!("sqlite://{}", self.data_dir.join("gnist.db").display());
        self.database_url.clone().unwrap_or_else(file)
    }

    /// Where letters come from.
    #[must_use]
    pub fn mail_from(&self) -> Option<Email> {
        let origin = self.origin();
        let host = origin.rsplit_once("://").map_or(origin.as_str(), |(_, host)| host);
        let host = host.split(':').next().unwrap_or(host);
        // An address on this machine has no name on the net.
        let host = if host.contains(|c: char| c.is_ascii_alphabetic()) && host.contains('.') {
            host
        } else {
            "gnist.invalid"
        };
        self.mail_from.clone().or_else(|| format!("gnist@{host}").try_into().ok())
    }

    /// Whether nobody but this machine reaches the portal: neither directly nor through another
    /// server.
    #[must_use]
    pub fn is_for_this_machine(&self) -> bool {
        let origin = self.origin();
        let host =
            origin.strip_prefix("http://").and_then(|rest| rest.rsplit_once(':')).map(|it| it.0);
        let is_here = |host: &str| {
            let host = host.trim_matches(['[', ']']);
            host == "localhost" || host.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
        };
        self.addr.ip().is_loopback() && host.is_some_and(is_here)
    }

    /// What is in force, a line each, secrets hidden.
    #[must_use]
    pub fn describe(&self) -> String {
        fn shown<T: ToString>(value: Option<&T>) -> String {
            value.map_or_else(|| "off".to_owned(), ToString::to_string)
        }
        let database = without_secrets(&self.database());
        let mut lines = vec![
            format!("GNIST_ADDR={}", self.addr),
            format!("GNIST_PUBLIC_URL={}", self.origin()),
            format!("GNIST_DATA_DIR={}", self.data_dir.display()),
            format!("GNIST_DATABASE_URL={database}"),
            format!(
                "GNIST_SYNONYMS={}",
                shown(self.synonyms.as_ref().map(|path| path.display()).as_ref())
            ),
            format!("GNIST_SEARCH_URL={}", self.search_url.as_ref().map_or("off", SafeUrl::as_str)),
            format!("GNIST_SEARCH_KEY={}", self.search_key.as_ref().map_or("off", |_| "(hidden)")),
            format!("GNIST_SMTP_URL={}", self.smtp_url.as_ref().map_or("off", |_| "(hidden)")),
            format!("GNIST_MAIL_FROM={}", self.mail_from().map_or_else(String::new, Into::into)),
            format!("GNIST_LOG={}", self.log),
            format!("GNIST_METRICS_ADDR={}", shown(self.metrics_addr.as_ref())),
            format!(
                "GNIST_TRUSTED_PROXIES={}",
                match self.trusted_proxies.as_slice() {
                    [] => "none".to_owned(),
                    all => all.iter().map(ToString::to_string).collect::<Vec<_>>().join(","),
                }
            ),
            format!(
                "GNIST_SEALING_KEYS={}",
                self.sealing_keys.as_ref().map_or("off", |_| "(hidden)")
            ),
            format!(
                "GNIST_SEALING_KEYS_FILE={}",
                shown(self.sealing_keys_file.as_ref().map(|path| path.display()).as_ref())
            ),
            format!("GNIST_WATCH_ADDRESSES={}", self.watch_addresses),
            format!("GNIST_OPERATOR={}", shown(self.operator.as_ref())),
            format!("GNIST_CONTACT_EMAIL={}", shown(self.contact_email.as_ref())),
            format!("GNIST_CONTACT_PHONE={}", shown(self.contact_phone.as_ref())),
            format!("GNIST_WAS_URL={}", self.was_url.as_ref().map_or("off", SafeUrl::as_str)),
            format!(
                "GNIST_SECURITY_CONTACT={}",
                self.security_contact.as_ref().map_or("off", SafeUrl::as_str)
            ),
        ];
        lines.extend(self.provider.describe());
        lines.join("\n")
    }
}

/// An address of PostgreSQL without name, password and parameters, which can hold a password
/// too; only scheme, host and database stay, and where it is unclear what is what, the scheme.
fn without_secrets(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://").filter(|it| it.0 != "sqlite") else {
        return url.to_owned();
    };
    let (place, parameters) = rest.split_once('?').unwrap_or((rest, ""));
    if parameters.contains('@') {
        return format!("{scheme}://…");
    }
    match place.rsplit_once('@') {
        Some((_, host)) => format!("{scheme}://…@{host}"),
        None => format!("{scheme}://{place}"),
    }
}

fn origin(text: &str) -> Result<String, String> {
    let url = SafeUrl::try_from(text).map_err(|error| error.to_string())?;
    let origin = url.as_str().trim_end_matches('/');
    let host = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#']) => Ok(origin.to_owned()),
        _ => Err("it must be http:// or https:// and a host, and nothing behind it".to_owned()),
    }
}

/// An address of a server, which holds no password.
fn server(text: &str) -> Result<SafeUrl, String> {
    let url = address(text)?;
    let is_http = url.as_str().starts_with("http://") || url.as_str().starts_with("https://");
    if is_http && !url.as_str().contains(['@', '?', '#']) {
        Ok(url)
    } else {
        Err("it must be http:// or https://, a host and at most a path".to_owned())
    }
}

fn email(text: &str) -> Result<Email, String> {
    Email::try_from(text).map_err(|error| error.to_string())
}

fn address(text: &str) -> Result<SafeUrl, String> {
    SafeUrl::try_from(text).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_part_of_a_password_is_shown() {
        for (url, shown) in [
            ("sqlite:///srv/a@b/gnist.db", "sqlite:///srv/a@b/gnist.db"),
            ("postgres://db.example/gnist", "postgres://db.example/gnist"),
            ("postgres://gnist:secret@db.example:5432/gnist", "postgres://…@db.example:5432/gnist"),
            ("postgres://gnist:sec@ret@db.example/gnist", "postgres://…@db.example/gnist"),
            ("postgres://db.example/gnist?password=secret", "postgres://db.example/gnist"),
            ("postgres://gnist:sec?ret@db.example/gnist", "postgres://…"),
            ("postgres://db.example/gnist?password=sec@ret", "postgres://…"),
        ] {
            assert_eq!(without_secrets(url), shown);
        }
    }

    #[test]
    fn an_origin_has_no_path() {
        assert_eq!(origin("https://gnist.example/"), Ok("https://gnist.example".to_owned()));
        assert!(origin("https://gnist.example/aktiviteter").is_err());
        assert!(origin("ftp://gnist.example").is_err());
    }

    #[derive(clap::Parser)]
    struct Flags {
        #[command(flatten)]
        config: Config,
    }

    #[test]
    fn a_server_address_holds_no_password() {
        assert!(server("http://search.example:7700").is_ok());
        assert!(server("http://gnist:secret@search.example").is_err());
        assert!(server("mailto:search@gnist.example").is_err());
    }

    #[test]
    fn the_key_of_the_search_server_is_not_shown() {
        let flags: Flags = clap::Parser::parse_from(["gnist", "--search-key", "hush"]);
        let shown = flags.config.describe();
        assert!(shown.contains("GNIST_SEARCH_KEY=(hidden)") && !shown.contains("hush"));
    }

    #[cfg(feature = "testing")]
    #[test]
    fn a_build_for_tests_can_be_told_what_time_it_is() {
        let now = "2027-03-28T02:30:00+02:00";
        let config = <Flags as clap::Parser>::parse_from(["gnist", "--now", now]).config;
        assert_eq!(
            config.now.map(|it| it.to_rfc3339()).as_deref(),
            Some("2027-03-28T00:30:00+00:00")
        );
    }
}
