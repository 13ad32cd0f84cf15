//! `gnist invite`: the first administrator, and whoever else needs a role before anybody could
//! give it.

use std::process::ExitCode;

use anyhow::Context as _;
use application::identity;
use clap::{Args, ValueEnum};
use domain::{
    Email,
    identity::{LetterLanguage, PersonName, Role},
};
use ui::{Door, Locale, Place};

use crate::{config::Config, plugs};

#[derive(Args)]
pub(super) struct Options {
    /// Whom.
    #[arg(value_parser = |text: &str| Email::try_from(text).map_err(|error| error.to_string()))]
    email: Email,
    /// admin, steering, moderator:REGION, partner-admin:PARTNER-ID or editor:PARTNER-ID.
    #[arg(long)]
    role: Role,
    /// What the person is called; what stands before the @ by default.
    #[arg(long)]
    name: Option<String>,
    /// The language of the person's letters.
    #[arg(long, default_value = "da")]
    language: Language,
    /// Forgets the second factor of somebody whose telephone and codes are gone; make sure first
    /// who asks for it.
    #[arg(long)]
    forget_factor: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Language {
    Da,
    En,
}

pub(super) async fn run(config: &Config, options: &Options) -> anyhow::Result<ExitCode> {
    let plugs = plugs::connect(config, true).await?;
    let before_at = options.email.as_str().split('@').next().unwrap_or_default();
    let name = PersonName::try_from(options.name.as_deref().unwrap_or(before_at))
        .context("the name cannot be used")?;
    let (language, locale) = match options.language {
        Language::Da => (LetterLanguage::Danish, Locale::Da),
        Language::En => (LetterLanguage::English, Locale::En),
    };
    if options.forget_factor {
        identity::forget_factor(&plugs.ports, &options.email).await?;
    }
    let (email, role) = (&options.email, options.role);
    let secret = identity::invite(&plugs.ports, email, name, role, language).await?;
    let path = Place::Door(Door::Letter(secret)).path(locale);
    println!("This link signs {email} in once, within 10 minutes:\n{}{path}", config.origin());
    Ok(ExitCode::SUCCESS)
}
