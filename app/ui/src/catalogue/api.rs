//! What islands of the catalogue ask the server.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

use crate::problem::Problem;

/// What the filter form says of the choices that are left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// What the button says: »Vis 62 aktiviteter«.
    pub label: String,
    /// The parts of the form that are written anew: their ids, and how they stand on the page.
    pub blocks: Vec<(String, String)>,
}

/// What the filter form says for a choice that is not sent yet.
///
/// `query` is the form as an address would carry it; `language` is the page's.
#[server(CountChoices, prefix = "/api", endpoint = "count", input = GetUrl)]
pub async fn count(query: String, language: String) -> Result<Counts, Problem> {
    super::typing::counts(&super::typing::ask(&language)?, &query).await
}

/// What is offered to somebody who types.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggested {
    /// Whole searches.
    pub searches: Vec<String>,
    /// Titles and paths of activities, and the language of a title where it is not the page's.
    pub activities: Vec<(String, String, Option<String>)>,
    /// How many activities there are.
    pub sentence: String,
}

impl Suggested {
    /// How many offers there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.searches.len() + self.activities.len()
    }

    /// Whether there is nothing to offer.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// What is offered to somebody who has typed so much.
///
/// `query` is the form as an address would carry it; `language` is the page's.
#[server(Suggest, prefix = "/api", endpoint = "suggest", input = GetUrl)]
pub async fn suggest(query: String, language: String) -> Result<Suggested, Problem> {
    super::typing::suggested(&super::typing::ask(&language)?, &query).await
}

/// What is found, as the page shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Results {
    pub offers: Suggested,
    pub counts: Counts,
    pub html: String,
    /// The address of the page that shows the same.
    pub path: String,
    /// What that page is called.
    pub title: String,
    /// Its addresses in every language, by what `hreflang` calls it.
    pub translations: Vec<(String, String)>,
}

/// What is found for words that are being typed, as the page would show it, with what is
/// offered to who types them.
///
/// `query` is the form as an address would carry it; `language` is the page's.
#[server(ResultsWhileTyping, prefix = "/api", endpoint = "results", input = GetUrl)]
pub async fn results(query: String, language: String) -> Result<Results, Problem> {
    super::typing::results(&super::typing::ask(&language)?, &query).await
}
