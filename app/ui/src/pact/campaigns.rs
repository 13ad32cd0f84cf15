//! The campaigns of the pact, as those see them who run it.

mod campaign_desk_page;
mod campaign_form;
mod campaigns_page;

pub use campaign_desk_page::{campaign_desk_page, new_campaign_page};
pub use campaign_form::TypedCampaign;
pub use campaigns_page::campaigns_page;

use application::pact::CampaignRow;
use domain::pact::Season;

use crate::Speech;

/// When a campaign is, in a word.
fn season(t: &'static Speech, season: Season) -> &'static str {
    t.say(match season {
        Season::Running => "campaigns-running",
        Season::Coming => "campaigns-coming",
        Season::Over => "campaigns-over",
    })
}

/// How much there is to join in a campaign.
fn size(t: &'static Speech, row: &CampaignRow) -> String {
    t.tell("campaigns-size", &[("n", row.activities.into())])
}
