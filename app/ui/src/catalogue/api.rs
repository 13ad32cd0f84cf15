//! What islands of the catalogue ask the server.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

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
