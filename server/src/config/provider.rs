//! The settings of a provider that says who people are; none by default.

use std::{fs, path::PathBuf};

use anyhow::{Context as _, bail};
use clap::Args;
use domain::identity::{RoleRules, condition};
use ui::{Door, Locale, Place};

use crate::adapters::openid_provider::{Settings, is_fit_for_secrets};

/// Where people can come in beside a letter and a password: one provider that speaks OpenID
/// Connect.
#[derive(Args, Clone)]
#[command(next_help_heading = "A provider that people sign in with")]
pub struct ProviderConfig {
    /// The issuer identifier of a provider of OpenID Connect with which people can sign in, to the letter. Off by default. The provider must know the portal's address with `/log-ind/udbyder/svar` behind it.
    #[arg(long, env = "GNIST_OIDC_ISSUER", global = true)]
    pub oidc_issuer: Option<String>,
    /// The name by which the provider knows the portal.
    #[arg(long, env = "GNIST_OIDC_CLIENT_ID", global = true)]
    pub oidc_client_id: Option<String>,
    /// The secret that the provider gave the portal, where it gave one.
    #[arg(long, env = "GNIST_OIDC_CLIENT_SECRET", global = true, hide_env_values = true)]
    pub oidc_client_secret: Option<String>,
    /// The same in a file.
    #[arg(long, env = "GNIST_OIDC_CLIENT_SECRET_FILE", global = true)]
    pub oidc_client_secret_file: Option<PathBuf>,
    /// What people call the provider, as it stands on the button.
    #[arg(long, env = "GNIST_OIDC_NAME", default_value = "OpenID", global = true)]
    pub oidc_name: String,
    /// What is asked for beside `openid`, with spaces between.
    #[arg(long, env = "GNIST_OIDC_SCOPES", default_value = "profile email", global = true)]
    pub oidc_scopes: String,
    /// The claim that names a person for good; `uniid` at UNI-Login.
    #[arg(long, env = "GNIST_OIDC_SUBJECT_CLAIM", default_value = "sub", global = true)]
    pub oidc_subject_claim: String,
    /// The claim of the mail address.
    #[arg(long, env = "GNIST_OIDC_EMAIL_CLAIM", default_value = "email", global = true)]
    pub oidc_email_claim: String,
    /// The claim of what a person is called.
    #[arg(long, env = "GNIST_OIDC_NAME_CLAIM", default_value = "name", global = true)]
    pub oidc_name_claim: String,
    /// Believes the provider about addresses that it says it has verified: whoever has one comes into its account here, unless a second factor guards it, or gets one without a letter.
    #[arg(long, env = "GNIST_OIDC_TRUST_EMAIL", global = true)]
    pub oidc_trust_email: bool,
    /// What the provider says of somebody who has shown a second factor there, such as `amr=mfa`, with commas between: our own is then not asked for. Nothing by default.
    #[arg(long, env = "GNIST_OIDC_SECOND_FACTOR", global = true, value_delimiter = ',')]
    pub oidc_second_factor: Vec<String>,
    /// Which claims make which role, a line each: `aktoer_gruppe = Medarbejder & institution_ids = 280051 -> editor:PARTNER-ID`.
    #[arg(long, env = "GNIST_OIDC_ROLES", global = true)]
    pub oidc_roles: Option<String>,
    /// The same in a file.
    #[arg(long, env = "GNIST_OIDC_ROLES_FILE", global = true)]
    pub oidc_roles_file: Option<PathBuf>,
}

impl ProviderConfig {
    /// What is said of the provider of a portal at an address; nothing where there is none.
    ///
    /// # Errors
    ///
    /// Where something is missing or cannot be used, with the name of the setting.
    pub fn settings(&self, origin: &str) -> anyhow::Result<Option<Settings>> {
        let (issuer, client_id) = match (&self.oidc_issuer, &self.oidc_client_id) {
            (None, None) => return Ok(None),
            (Some(issuer), Some(client_id)) => (issuer.clone(), client_id.clone()),
            _ => bail!("GNIST_OIDC_ISSUER and GNIST_OIDC_CLIENT_ID belong together"),
        };
        check_issuer(&issuer)?;
        let secret = either(
            ("GNIST_OIDC_CLIENT_SECRET", self.oidc_client_secret.as_ref()),
            self.oidc_client_secret_file.as_ref(),
        )?;
        let rules =
            either(("GNIST_OIDC_ROLES", self.oidc_roles.as_ref()), self.oidc_roles_file.as_ref())?;
        let rules = RoleRules::parse(rules.as_deref().unwrap_or_default())
            .context("the rules of GNIST_OIDC_ROLES cannot be read")?;
        let second_factor: Option<Vec<_>> =
            self.oidc_second_factor.iter().map(|it| condition(it)).collect();
        let path = |door: Door| format!("{origin}{}", Place::Door(door).path(Locale::Da));
        Ok(Some(Settings {
            name: self.oidc_name.as_str().try_into().context("GNIST_OIDC_NAME is no name")?,
            issuer,
            client_id,
            client_secret: secret.map(|it| it.trim().to_owned()),
            scopes: self.oidc_scopes.clone(),
            subject_claim: self.oidc_subject_claim.clone(),
            email_claim: self.oidc_email_claim.clone(),
            name_claim: self.oidc_name_claim.clone(),
            trusts_email: self.oidc_trust_email,
            second_factor: second_factor
                .context("GNIST_OIDC_SECOND_FACTOR is not `claim=value`")?,
            rules,
            back: path(Door::ProviderBack),
            left: path(Door::SignIn),
        }))
    }

    /// What is in force, a line each, secrets hidden.
    pub(super) fn describe(&self) -> Vec<String> {
        let shown = |value: Option<&String>| value.map_or("off", String::as_str).to_owned();
        let file = |value: Option<&PathBuf>| {
            value.map_or_else(|| "off".to_owned(), |it| it.display().to_string())
        };
        let secret = self.oidc_client_secret.as_ref().map_or("off", |_| "(hidden)");
        vec![
            format!("GNIST_OIDC_ISSUER={}", shown(self.oidc_issuer.as_ref())),
            format!("GNIST_OIDC_CLIENT_ID={}", shown(self.oidc_client_id.as_ref())),
            format!("GNIST_OIDC_CLIENT_SECRET={secret}"),
            format!(
                "GNIST_OIDC_CLIENT_SECRET_FILE={}",
                file(self.oidc_client_secret_file.as_ref())
            ),
            format!("GNIST_OIDC_NAME={}", self.oidc_name),
            format!("GNIST_OIDC_SCOPES={}", self.oidc_scopes),
            format!("GNIST_OIDC_SUBJECT_CLAIM={}", self.oidc_subject_claim),
            format!("GNIST_OIDC_EMAIL_CLAIM={}", self.oidc_email_claim),
            format!("GNIST_OIDC_NAME_CLAIM={}", self.oidc_name_claim),
            format!("GNIST_OIDC_TRUST_EMAIL={}", self.oidc_trust_email),
            format!("GNIST_OIDC_SECOND_FACTOR={}", self.oidc_second_factor.join(",")),
            format!("GNIST_OIDC_ROLES={}", self.oidc_roles.as_ref().map_or("off", |_| "set")),
            format!("GNIST_OIDC_ROLES_FILE={}", file(self.oidc_roles_file.as_ref())),
        ]
    }
}

/// An issuer is an address without a question, encrypted unless it is on this machine (OpenID
/// Connect Discovery 1.0, 3).
fn check_issuer(issuer: &str) -> anyhow::Result<()> {
    let url = reqwest::Url::parse(issuer).context("GNIST_OIDC_ISSUER is no web address")?;
    let is_plain = url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none();
    if !is_plain || !is_fit_for_secrets(&url) {
        bail!("GNIST_OIDC_ISSUER must be https:// and a host, and at most a path");
    }
    Ok(())
}

/// A setting that stands in the environment or in a file.
fn either(
    (name, value): (&str, Option<&String>),
    file: Option<&PathBuf>,
) -> anyhow::Result<Option<String>> {
    match (value, file) {
        (Some(_), Some(_)) => bail!("{name} and {name}_FILE are both set; one of them is enough"),
        (Some(value), None) => Ok(Some(value.clone())),
        (None, Some(file)) => {
            let text = fs::read_to_string(file);
            Ok(Some(text.with_context(|| {
                format!("the file {} of {name}_FILE cannot be read", file.display())
            })?))
        }
        (None, None) => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(clap::Parser)]
    struct Flags {
        #[command(flatten)]
        config: ProviderConfig,
    }

    fn settings(words: &[&str]) -> anyhow::Result<Option<Settings>> {
        let words = ["gnist"].into_iter().chain(words.iter().copied());
        <Flags as clap::Parser>::parse_from(words).config.settings("https://gnist.example")
    }

    const SET: [&str; 2] = ["--oidc-issuer=https://login.example", "--oidc-client-id=gnist"];

    #[test]
    fn there_is_no_provider_before_somebody_sets_one() {
        assert!(settings(&[]).unwrap().is_none());
        let it = settings(&SET).unwrap().unwrap();
        assert_eq!(it.back, "https://gnist.example/log-ind/udbyder/svar");
        assert!(!it.trusts_email && it.second_factor.is_empty() && it.client_secret.is_none());
    }

    #[test]
    fn what_is_wrong_is_named() {
        let said = |words: &[&str]| format!("{:#}", settings(words).err().unwrap());
        assert!(said(&SET[..1]).contains("GNIST_OIDC_CLIENT_ID"));
        for issuer in [
            "http://login.example",
            "https://login.example/?x=1",
            "https://a:b@login.example",
            "login.example",
        ] {
            let issuer = format!("--oidc-issuer={issuer}");
            assert!(said(&[&issuer, SET[1]]).contains("GNIST_OIDC_ISSUER"), "{issuer}");
        }
        assert!(settings(&["--oidc-issuer=http://127.0.0.1:9", SET[1]]).is_ok());
        let with = |word: &str| said(&[SET[0], SET[1], word]);
        assert!(with("--oidc-roles=a = b").contains("line 1"));
        assert!(with("--oidc-roles-file=/findes/ikke").contains("GNIST_OIDC_ROLES_FILE"));
        assert!(with("--oidc-second-factor=mfa").contains("GNIST_OIDC_SECOND_FACTOR"));
        assert!(with("--oidc-name=").contains("GNIST_OIDC_NAME"));
    }

    #[test]
    fn the_secret_of_the_provider_is_not_shown() {
        let words = ["gnist", "--oidc-client-secret=hush"];
        let config = <Flags as clap::Parser>::parse_from(words).config;
        assert!(!config.describe().join("\n").contains("hush"));
    }
}
