//! Somebody looks for the partner for which they want to act.

use domain::{
    SafeUrl,
    partners::{Partner, Standing},
};

use crate::ports::{Ports, StoreError};

/// The most partners that are offered.
pub(crate) const MOST_OFFERED: usize = 10;

/// Partners that are called like what was typed, or whose web address it is, the likest first.
///
/// # Errors
///
/// Where the store fails.
pub async fn find_partner(ports: &Ports, typed: &str) -> Result<Vec<Partner>, StoreError> {
    let partners = ports.desk.all_partners().await?;
    Ok(likest(partners.into_iter().filter(|it| it.standing != Standing::Refused), typed))
}

/// Those of some partners that are called like what was typed, or whose web address it is, the
/// likest first; no more than are offered.
pub(crate) fn likest(partners: impl Iterator<Item = Partner>, typed: &str) -> Vec<Partner> {
    let wanted = Wanted::of(typed);
    let mut found: Vec<(u8, Partner)> =
        partners.filter_map(|it| Some((wanted.likeness(&it)?, it))).collect();
    found.sort_by(|a, b| {
        b.0.cmp(&a.0).then_with(|| super::by_danish_alphabet(a.1.name.as_str(), b.1.name.as_str()))
    });
    found.into_iter().take(MOST_OFFERED).map(|(_, it)| it).collect()
}

/// Whether two partners are the same, as far as their names and web addresses tell.
#[must_use]
pub fn alike(one: &Partner, two: &Partner) -> bool {
    let host = |it: &Partner| it.website.as_ref().and_then(SafeUrl::host);
    let same_host = host(one).is_some_and(|it| Some(it) == host(two));
    same_host || plain(one.name.as_str()) == plain(two.name.as_str())
}

struct Wanted {
    words: String,
    host: Option<String>,
}

impl Wanted {
    fn of(typed: &str) -> Self {
        let typed = typed.trim();
        let is_host = typed.contains('.') && !typed.contains([' ', '@']);
        let address =
            if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
        let url = is_host.then(|| SafeUrl::try_from(address).ok()).flatten();
        Self { words: plain(typed), host: url.and_then(|it| it.host()) }
    }

    /// How like a partner is to it: 3 the same, 2 begins like it, 1 holds it.
    fn likeness(&self, partner: &Partner) -> Option<u8> {
        let host = partner.website.as_ref().and_then(SafeUrl::host);
        if self.host.is_some() && self.host == host {
            return Some(3);
        }
        if self.words.chars().count() < 2 {
            return None;
        }
        let name = plain(partner.name.as_str());
        if name == self.words {
            Some(3)
        } else if name.starts_with(&self.words) {
            Some(2)
        } else if name.contains(&self.words) || self.words.contains(&name) {
            Some(1)
        } else {
            None
        }
    }
}

/// A name without what people leave out: signs, and the form of a company.
fn plain(name: &str) -> String {
    const FORMS: [&str; 8] = ["as", "aps", "ivs", "is", "ks", "amba", "smba", "fmba"];
    let folded = language::folded(name).replace(['/', '.'], "");
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
    let mut words: Vec<&str> = words.collect();
    while words.len() > 1 && words.last().is_some_and(|it| FORMS.contains(it)) {
        words.pop();
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_however_it_is_written() {
        for (one, two) in [
            ("Århus Robotter A/S", "aarhus  robotter"),
            ("Munkemose Robotics ApS", "MUNKEMOSE-ROBOTICS"),
            ("Café Ærø", "cafe aeroe"),
        ] {
            assert_eq!(plain(one), plain(two));
        }
        assert_ne!(plain("Robotter Nord"), plain("Robotter Syd"));
        assert_eq!(plain("A/S"), "as", "nothing would be left");
    }
}
