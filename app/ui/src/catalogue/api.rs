//! What islands of the catalogue ask the server.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

use crate::problem::Problem;

/// What the button of the filter form says for a choice that is not sent yet: »Vis 62 aktiviteter«.
///
/// `query` is the form as an address would carry it; `language` is the page's.
#[server(CountSentence, prefix = "/api", endpoint = "count", input = GetUrl)]
pub async fn count_sentence(query: String, language: String) -> Result<String, Problem> {
    let ports =
        use_context::<application::Ports>().ok_or(Problem::Broken { reference: String::new() })?;
    super::live_count::answer(&ports, &query, &language).await
}

/// What is offered to somebody who types.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggested {
    /// Whole searches.
    pub searches: Vec<String>,
    /// Titles and paths of activities.
    pub activities: Vec<(String, String)>,
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
    pub html: String,
    /// The address of the page that shows the same.
    pub path: String,
}

/// What is found for words that are being typed, as the page would show it.
///
/// `query` is the form as an address would carry it; `language` is the page's.
#[server(ResultsWhileTyping, prefix = "/api", endpoint = "results", input = GetUrl)]
pub async fn results(query: String, language: String) -> Result<Results, Problem> {
    super::typing::results(&super::typing::ask(&language)?, &query).await
}
