//! The choices of a filter, as rows are compared with them.

use domain::{pact::CampaignKey, search::Filter};

use super::{Board, facet, fact::language_value};

/// A choice that is made: one of these values is wanted.
pub(super) struct Choice {
    pub facet: u16,
    pub values: Vec<u16>,
}

/// Whether a filter, whatever it chooses, says nothing about time, room or regions.
pub(super) fn asks_for_nothing_of_dates(filter: &Filter) -> bool {
    let rest = Filter {
        words: None,
        topics: Vec::new(),
        levels: Vec::new(),
        age: None,
        kinds: Vec::new(),
        audiences: Vec::new(),
        municipalities: Vec::new(),
        areas: Vec::new(),
        formats: Vec::new(),
        languages: Vec::new(),
        free: false,
        price_max: None,
        girls: false,
        partners: Vec::new(),
        sectors: Vec::new(),
        campaigns: Vec::new(),
        near: None,
        within_km: None,
        ..filter.clone()
    };
    rest.is_empty()
}

/// The choices of a filter that have nothing to do with dates.
pub(super) fn choices(board: &Board, filter: &Filter) -> Vec<Choice> {
    let mut choices = Vec::new();
    let mut choose = |facet: u16, is_made: bool, values: Vec<u16>| {
        if is_made {
            choices.push(Choice { facet, values });
        }
    };
    macro_rules! of {
        ($facet:ident, $list:expr, $value:expr) => {
            choose(facet::$facet, !$list.is_empty(), $list.iter().map($value).collect())
        };
    }
    of!(TOPIC, filter.topics, |it| *it as u16);
    of!(LEVEL, filter.levels, |it| *it as u16);
    of!(KIND, filter.kinds, |it| *it as u16);
    of!(AUDIENCE, filter.audiences, |it| *it as u16);
    of!(MUNICIPALITY, filter.municipalities, |it| u16::from(it.index()));
    of!(FORMAT, filter.formats, |it| *it as u16);
    of!(LANGUAGE, filter.languages, |it| language_value(*it));
    of!(SECTOR, filter.sectors, |it| *it as u16);
    let campaign = |key: &CampaignKey| board.campaigns.iter().position(|it| it == key);
    let campaigns = filter.campaigns.iter().filter_map(campaign);
    let campaigns = campaigns.filter_map(|it| u16::try_from(it).ok()).collect();
    choose(facet::CAMPAIGN, !filter.campaigns.is_empty(), campaigns);
    choose(facet::FREE, filter.free, vec![0]);
    choose(facet::GIRLS, filter.girls, vec![0]);
    choices
}
