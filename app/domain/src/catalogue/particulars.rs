//! What a partner says about an activity.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::{
    Accessibility, AgeRange, Audience, Description, Format, GroupSize, Kind, Language, Level,
    Price, SignUpMode, Summary, Title, Topic, TravelDistance, Venue,
};
use crate::{
    Email, SafeUrl,
    pact::{CampaignKey, Municipalities},
};

/// What a partner says about an activity: everything but its dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Particulars {
    pub kind: Kind,
    pub title: Title,
    pub summary: Summary,
    pub description: Description,
    /// One to four, the most important first.
    pub topics: Vec<Topic>,
    /// At least one, in the vocabulary's order.
    pub audience: Vec<Audience>,
    /// In school order; needed for pupils and students.
    pub levels: Vec<Level>,
    pub ages: AgeRange,
    /// Whether it is designed to interest girls.
    pub girls_focus: bool,
    pub campaign: Option<CampaignKey>,
    pub format: Format,
    pub venue: Venue,
    /// How far the partner comes, where it comes to the school.
    pub travel: Option<TravelDistance>,
    pub price: Price,
    pub language: Language,
    /// In the vocabulary's order; a fact that is not named is not known.
    pub accessibility: Vec<Accessibility>,
    pub sign_up: SignUpMode,
    /// Where one signs up, if not here.
    pub sign_up_url: Option<SafeUrl>,
    pub group: GroupSize,
    pub contact: Email,
}

/// Why particulars that are each right do not go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
pub enum InvalidParticulars {
    #[error("an activity has one to four topics, each once")]
    Topics,
    #[error("an activity is for somebody")]
    NoAudience,
    #[error("an activity for pupils or students names their levels")]
    NoLevels,
    #[error("an activity at a venue names its postcode")]
    NoPostcode,
    #[error("an activity at a venue names its town")]
    NoCity,
    #[error("only an activity at the school has a distance to travel")]
    TravelElsewhere,
    #[error("sign-up elsewhere needs its address")]
    NoSignUpUrl,
}

impl Particulars {
    pub const MAX_TOPICS: usize = 4;

    /// Whether it says something in other words of its partner's than before, or leads elsewhere.
    /// Everything else is chosen from lists that are ours, or is a number.
    #[must_use]
    pub fn has_other_words_than(&self, before: &Self) -> bool {
        let (here, there) = (&self.venue, &before.venue);
        self.title != before.title
            || self.summary != before.summary
            || self.description != before.description
            || (&here.name, &here.street, &here.city) != (&there.name, &there.street, &there.city)
            || self.sign_up_url != before.sign_up_url
            || self.contact != before.contact
    }

    /// Puts the lists in order and checks that all goes together.
    ///
    /// # Errors
    ///
    /// The first [`InvalidParticulars`] met.
    pub fn checked(mut self) -> Result<Self, InvalidParticulars> {
        in_order(&mut self.audience);
        in_order(&mut self.levels);
        in_order(&mut self.accessibility);

        let mut topics = self.topics.clone();
        in_order(&mut topics);
        if topics.len() != self.topics.len() || !(1..=Self::MAX_TOPICS).contains(&topics.len()) {
            return Err(InvalidParticulars::Topics);
        }
        if self.audience.is_empty() {
            return Err(InvalidParticulars::NoAudience);
        }
        if self.levels.is_empty() && self.audience.iter().any(|it| it.has_levels()) {
            return Err(InvalidParticulars::NoLevels);
        }
        if self.format.has_venue() && self.venue.postcode.is_none() {
            return Err(InvalidParticulars::NoPostcode);
        }
        if self.format.has_venue() && self.venue.city.is_none() {
            return Err(InvalidParticulars::NoCity);
        }
        if self.travel.is_some() && self.format != Format::AtSchool {
            return Err(InvalidParticulars::TravelElsewhere);
        }
        if self.sign_up == SignUpMode::External && self.sign_up_url.is_none() {
            return Err(InvalidParticulars::NoSignUpUrl);
        }
        Ok(self)
    }

    /// The municipalities where one can meet it: its own, or those a travelling partner
    /// reaches. Empty for what has no place, such as a lecture online.
    #[must_use]
    pub fn reach(&self) -> Municipalities {
        Municipalities::reached(self.format, &self.venue, self.travel)
    }

    /// Whether somebody of `age` is meant: by the ages it names, else by its levels'
    /// typical ages; where it names neither, it is for grown-ups.
    #[must_use]
    pub fn suits_age(&self, age: u8) -> bool {
        ages_meant(self.ages, &self.levels) >> age & 1 == 1
    }

    /// Whether it needs at least one date to be of use.
    #[must_use]
    pub fn needs_occurrence(&self) -> bool {
        self.kind.has_set_times() && self.sign_up != SignUpMode::Request
    }
}

/// The ages that are meant, bit n for n years: those that are named, else the levels'
/// typical ones; where nothing is said, grown-ups.
#[must_use]
pub fn ages_meant(ages: AgeRange, levels: &[Level]) -> u128 {
    let span = |span: RangeInclusive<u8>| span.fold(0u128, |bits, age| bits | 1 << age);
    match ages.span() {
        Some(named) => span(named),
        None if levels.is_empty() => span(18..=AgeRange::OLDEST),
        None => levels.iter().fold(0, |bits, level| bits | span(level.typical_ages())),
    }
}

fn in_order<T: Ord>(list: &mut Vec<T>) {
    list.sort_unstable();
    list.dedup();
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A company visit in Viborg.
    pub fn visit() -> Particulars {
        Particulars {
            kind: Kind::CompanyVisit,
            title: "Robotter i Viborg".try_into().unwrap(),
            summary: "Styr en robotarm og spis frokost med dem, der bygger den."
                .try_into()
                .unwrap(),
            description: "En hel dag.".try_into().unwrap(),
            topics: vec![Topic::Robotics],
            audience: vec![Audience::Pupils],
            levels: vec![Level::Grade6, Level::Grade5],
            ages: AgeRange::default(),
            girls_focus: false,
            campaign: None,
            format: Format::OnSite,
            venue: Venue {
                postcode: Some("8800".parse().unwrap()),
                city: Some("Viborg".try_into().unwrap()),
                ..Venue::default()
            },
            travel: None,
            price: Price::FREE,
            language: Language::DANISH,
            accessibility: vec![],
            sign_up: SignUpMode::Portal,
            sign_up_url: None,
            group: GroupSize::default(),
            contact: "info@robot.example".try_into().unwrap(),
        }
    }

    #[test]
    fn what_does_not_go_together_is_refused() {
        let refused = |change: fn(&mut Particulars)| {
            let mut particulars = visit();
            change(&mut particulars);
            particulars.checked().err()
        };
        assert_eq!(refused(|_| {}), None);
        assert_eq!(
            refused(|it| it.topics = vec![Topic::Robotics, Topic::Robotics]),
            Some(InvalidParticulars::Topics)
        );
        assert_eq!(
            refused(|it| it.topics = Topic::ALL[..5].to_vec()),
            Some(InvalidParticulars::Topics)
        );
        assert_eq!(refused(|it| it.audience.clear()), Some(InvalidParticulars::NoAudience));
        assert_eq!(refused(|it| it.levels.clear()), Some(InvalidParticulars::NoLevels));
        assert_eq!(refused(|it| it.venue.postcode = None), Some(InvalidParticulars::NoPostcode));
        assert_eq!(refused(|it| it.venue.city = None), Some(InvalidParticulars::NoCity));
        assert_eq!(
            refused(|it| it.travel = TravelDistance::new(50)),
            Some(InvalidParticulars::TravelElsewhere)
        );
        assert_eq!(
            refused(|it| it.sign_up = SignUpMode::External),
            Some(InvalidParticulars::NoSignUpUrl)
        );
    }

    #[test]
    fn lists_are_kept_in_order_but_the_first_topic_stays_first() {
        let mut particulars = visit();
        particulars.topics = vec![Topic::Physics, Topic::Robotics];
        let checked = particulars.checked().unwrap();
        assert_eq!(checked.levels, [Level::Grade5, Level::Grade6]);
        assert_eq!(checked.topics, [Topic::Physics, Topic::Robotics]);
    }

    #[test]
    fn ages_come_before_levels_and_silence_means_grown_ups() {
        let mut particulars = visit();
        assert!(particulars.suits_age(12) && !particulars.suits_age(9));
        particulars.ages = AgeRange::new(Some(9), None).unwrap();
        assert!(particulars.suits_age(9) && particulars.suits_age(60));
        particulars.ages = AgeRange::default();
        particulars.levels.clear();
        assert!(particulars.suits_age(18) && !particulars.suits_age(17));
    }

    #[test]
    fn who_comes_to_the_school_is_met_where_they_travel() {
        let mut particulars = visit();
        assert_eq!(particulars.reach().iter().count(), 1);
        particulars.format = Format::AtSchool;
        assert_eq!(particulars.reach(), Municipalities::everywhere());
        particulars.travel = TravelDistance::new(60);
        let reach = particulars.reach().iter().count();
        assert!((5..40).contains(&reach), "{reach}");
        particulars.format = Format::Online;
        particulars.venue = Venue::default();
        assert!(particulars.reach().is_empty());
    }
}
