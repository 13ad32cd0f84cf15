//! All that somebody's partners own, in pages.

use std::collections::HashMap;

use domain::{
    catalogue::{Activity, ActivityId},
    partners::{CoOwner, PartnerId, PartnerName},
    search::PageNumber,
};

use crate::{
    catalogue::views_of,
    identity::Viewer,
    ports::{Owned, Ports, Shelved, StoreError, TitleWords},
};

/// A page of all that somebody's partners own, or of what is called as they typed.
#[derive(Clone, Debug)]
pub struct Shelf {
    pub words: Option<TitleWords>,
    pub page: PageNumber,
    pub activities: Vec<Activity>,
    /// How many there are on all pages.
    pub total: u64,
    /// How often the pages of those that are public were looked at lately.
    pub views: HashMap<ActivityId, u32>,
    /// Who leads those that another partner leads.
    pub leads: HashMap<ActivityId, PartnerName>,
}

impl Shelf {
    /// How many pages there are; one, where there is nothing.
    #[must_use]
    pub fn pages(&self) -> u32 {
        PageNumber::pages(self.total, Shelved::PER_PAGE)
    }
}

/// A page of all that somebody's partners own: the last changed first, and last what was taken out
/// of the catalogue. Words leave only what they are the title of. `None` for a page behind the
/// last one.
///
/// # Errors
///
/// Where the store fails.
pub async fn show_shelf(
    ports: &Ports,
    viewer: &Viewer,
    (words, page): (Option<TitleWords>, PageNumber),
) -> Result<Option<Shelf>, StoreError> {
    let own = own_partners(viewer);
    let joined =
        if own.is_empty() { Vec::new() } else { joined(&ports.desk.co_owned_by(&own).await?) };
    let owned = Owned { led_by: &own, shared: &joined };
    let Shelved { activities, total } = ports.shelf.shelf(owned, words.as_ref(), page).await?;
    let public = activities.iter().filter(|it| it.state().is_public());
    let public: Vec<ActivityId> = public.map(|it| it.id).collect();
    let views = views_of(ports, &public).await?;
    let leads = leads(ports, &own, &activities).await?;
    let shelf = Shelf { words, page, activities, total, views, leads };
    Ok((shelf.page.get() <= shelf.pages()).then_some(shelf))
}

/// The partners for which somebody acts.
pub(super) fn own_partners(viewer: &Viewer) -> Vec<PartnerId> {
    viewer.account.roles.iter().filter_map(|role| role.partner()).collect()
}

/// What their partners own beside its lead.
pub(super) fn joined(shares: &[CoOwner]) -> Vec<ActivityId> {
    shares.iter().filter(|it| it.has_joined()).map(|it| it.activity).collect()
}

/// Who leads what none of their own partners leads.
async fn leads(
    ports: &Ports,
    own: &[PartnerId],
    activities: &[Activity],
) -> Result<HashMap<ActivityId, PartnerName>, StoreError> {
    if activities.iter().all(|it| own.contains(&it.partner)) {
        return Ok(HashMap::new());
    }
    let all = ports.desk.all_partners().await?;
    let shared = activities.iter().filter(|it| !own.contains(&it.partner));
    let lead_of = |it: &Activity| {
        let leads = all.iter().find(|partner| partner.id == it.partner)?;
        Some((it.id, leads.name.clone()))
    };
    Ok(shared.filter_map(lead_of).collect())
}

#[cfg(test)]
mod tests {
    use domain::{catalogue::State, identity::Role};

    use super::*;
    use crate::{
        pact::house::House,
        testing::{contract::fill, partner_id},
    };

    fn page(n: u32) -> PageNumber {
        PageNumber::new(n).unwrap()
    }

    async fn shown(
        house: &House,
        viewer: &Viewer,
        (words, n): (&str, u32),
    ) -> Option<(Vec<ActivityId>, u64)> {
        let sought = (TitleWords::read(words), page(n));
        let shelf = show_shelf(&house.ports, viewer, sought).await.unwrap()?;
        Some((shelf.activities.iter().map(|it| it.id).collect(), shelf.total))
    }

    #[tokio::test]
    async fn all_that_partners_own_stands_on_one_page_or_another() {
        let house = House::new();
        let all = fill(&*house.ports.store, 300).await;
        let eva = house.person("eva@vaerft.dk", &[Role::Editor(partner_id(0))]).await;
        let first = shown(&house, &eva, ("", 1)).await.unwrap();
        let second = shown(&house, &eva, ("", 2)).await.unwrap();
        assert_eq!((first.0.len(), second.0.len(), first.1, second.1), (50, 10, 60, 60));
        assert_eq!(shown(&house, &eva, ("", 3)).await, None, "there is nothing behind the last");
        let mut seen = [first.0, second.0].concat();
        seen.sort_unstable();
        let theirs = all.iter().filter(|it| it.partner == partner_id(0)).map(|it| it.id);
        assert_eq!(seen, theirs.collect::<Vec<_>>());
    }

    #[tokio::test]
    async fn what_is_called_as_typed_is_found_among_ones_own() {
        let house = House::new();
        let mut all = fill(&*house.ports.store, 120).await;
        let eva = house.person("eva@vaerft.dk", &[Role::Editor(partner_id(0))]).await;
        let found = shown(&house, &eva, (" NUMMER 115 Å ", 1)).await.unwrap();
        assert_eq!(found, (vec![all[115].id], 1));
        assert_eq!(shown(&house, &eva, ("nummer 116", 1)).await.unwrap(), (vec![], 0), "another's");
        assert_eq!(shown(&house, &eva, ("nummer 115", 2)).await, None);

        all[115] = all[115].clone().kept(State::Archived, all[115].updated_at());
        let mut tx = house.ports.store.begin().await.unwrap();
        tx.activities().save(&all[115..116]).await.unwrap();
        tx.commit().await.unwrap();
        let found = shown(&house, &eva, ("aktivitet", 1)).await.unwrap();
        assert_eq!((found.0.last(), found.1), (Some(&all[115].id), 24), "it stands last");
    }

    #[tokio::test]
    async fn whoever_acts_for_nobody_owns_nothing() {
        let house = House::new();
        fill(&*house.ports.store, 10).await;
        let bo = house.person("bo@hjem.dk", &[]).await;
        assert_eq!(shown(&house, &bo, ("", 1)).await, Some((vec![], 0)));
        assert_eq!(shown(&house, &bo, ("", 2)).await, None);
    }
}
