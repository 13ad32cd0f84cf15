//! Who asks, in which language, and what the portal knows about itself.

use std::sync::Arc;

use application::{Ports, copenhagen};
use chrono::NaiveDate;
use domain::{
    catalogue::{Language, Slug},
    pact::{Campaign, CampaignKey, CampaignWords, Season},
};

use crate::{Locale, Place, Speech};

/// One visitor's question, as a page needs it.
#[derive(Clone)]
pub struct Ask {
    pub locale: Locale,
    /// Shared: a question is handed on to every part of a page.
    pub ports: Arc<Ports>,
    pub site: Arc<Site>,
}

/// What the portal knows about itself while it runs.
#[derive(Clone, Debug)]
pub struct Site {
    /// Scheme and host, without a slash at the end: `https://gnist.example`.
    pub public_url: String,
    /// The path of the style sheet, with the hash of what is in it.
    pub style: String,
    /// The path of the script that wakes islands, likewise.
    pub wake: String,
    /// The path of the script of the check-in, likewise.
    pub check_in: String,
    /// The path of the script that writes names on proofs, likewise.
    pub proof: String,
    /// The path of the icon, likewise.
    pub icon: String,
    /// The path of the icon that telephones put among their programs, likewise.
    pub touch_icon: String,
    /// The path of the picture that others show beside links, likewise.
    pub share: String,
    /// The paths of the two typefaces that every page needs.
    pub fonts: Vec<String>,
    pub operator: Operator,
}

/// Who runs the portal and answers for it.
#[derive(Clone, Debug, Default)]
pub struct Operator {
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    /// The statement made in the state's tool, where there is one.
    pub accessibility_statement: Option<domain::SafeUrl>,
}

impl Ask {
    /// The sentences of the reader's language.
    #[must_use]
    pub fn speech(&self) -> &'static Speech {
        Speech::of(self.locale)
    }

    /// The path of a place in the reader's language.
    #[must_use]
    pub fn path(&self, place: &Place) -> String {
        place.path(self.locale)
    }

    /// The whole address of a place.
    #[must_use]
    pub fn url(&self, place: &Place, locale: Locale) -> String {
        format!("{}{}", self.site.public_url, place.path(locale))
    }

    /// The whole address of the picture that others show beside a link to a page that has none.
    #[must_use]
    pub fn share_url(&self) -> String {
        format!("{}{}", self.site.public_url, self.site.share)
    }

    /// A campaign in the reader's language.
    #[must_use]
    pub fn words_of<'a>(&self, campaign: &'a Campaign) -> &'a CampaignWords {
        match self.locale {
            Locale::Da => &campaign.danish,
            Locale::En => &campaign.english,
        }
    }

    /// The language of an activity's own words, where it is another than the page's: whoever reads
    /// them aloud must know. Organisers write in the language that is spoken there.
    #[must_use]
    pub fn foreign(&self, language: Language) -> Option<String> {
        (language.code() != self.locale.code()).then(|| language.code().to_owned())
    }

    /// What the campaign of a key is called in the reader's language; the key itself where lists
    /// know none.
    #[must_use]
    pub fn campaign_name(&self, key: &str) -> String {
        let campaigns = self.ports.catalogue.campaigns_shown();
        let it = campaigns.iter().find(|it| it.key.as_str() == key);
        it.map_or_else(|| key.to_owned(), |it| self.words_of(it).name.to_string())
    }

    /// What the partner of an address is called; the address itself where lists know none.
    #[must_use]
    pub fn partner_name(&self, slug: &str) -> String {
        self.ports.partners.name_shown(&Slug::kept(slug)).unwrap_or_else(|| slug.to_owned())
    }

    /// The campaigns that the menu stands for, as lists know them: those that run, and where none
    /// does the one that comes next.
    #[must_use]
    pub fn campaigns_now(&self) -> Vec<(CampaignKey, String)> {
        let (campaigns, today) = (self.ports.catalogue.campaigns_shown(), self.today());
        let runs = |it: &&Campaign| it.season_on(today) == Season::Running;
        let comes = |it: &&Campaign| it.season_on(today) == Season::Coming;
        let mut now: Vec<&Campaign> = campaigns.iter().filter(runs).collect();
        if now.is_empty() {
            now.extend(campaigns.iter().find(comes));
        }
        let named = |it: &Campaign| (it.key.clone(), self.words_of(it).name.to_string());
        now.into_iter().map(named).collect()
    }

    /// The day it is in Denmark.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        copenhagen::day(self.ports.clock.now())
    }
}
