//! Which campaigns an activity may name.

use domain::pact::{Campaign, CampaignKey};

use super::Fault;

/// The campaigns that activities may name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Campaigns {
    all: Vec<Campaign>,
    told: Told,
}

/// What is known, while cells are read, of the campaign that an activity names already.
#[derive(Clone, Debug, Default)]
enum Told {
    /// Nothing yet: the rows of a sheet are read first.
    #[default]
    Later,
    Now(Option<CampaignKey>),
}

impl Campaigns {
    /// Those that rows of a sheet may name; what is closed is looked at once it is known which
    /// activities they tell of.
    pub(crate) fn of_sheet(all: Vec<Campaign>) -> Self {
        Self { all, told: Told::Later }
    }

    /// Those that one activity may name which names this one, or none.
    pub(crate) fn of_activity(all: Vec<Campaign>, has: Option<CampaignKey>) -> Self {
        Self { all, told: Told::Now(has) }
    }

    pub(super) fn pick(&self, cell: &str) -> Result<CampaignKey, Fault> {
        let it = self.all.iter().find(|it| it.key.as_str() == cell);
        let it = it.ok_or_else(|| Fault::unknown(cell))?;
        match &self.told {
            Told::Now(has) if !it.takes(has.as_ref()) => Err(Fault::CampaignClosed),
            _ => Ok(it.key.clone()),
        }
    }

    /// Why an activity that names `has` may not come to name `said`.
    pub(crate) fn fault_of(
        &self,
        said: Option<&CampaignKey>,
        has: Option<&CampaignKey>,
    ) -> Option<Fault> {
        let said = said?;
        match self.all.iter().find(|it| it.key == *said) {
            Some(it) if it.takes(has) => None,
            Some(_) => Some(Fault::CampaignClosed),
            None => Some(Fault::unknown(said.as_str())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::a_campaign;

    #[test]
    fn what_is_closed_is_named_by_whatever_names_it_already_alone() {
        let (open, mut closed) = (a_campaign(1, "Åben dag"), a_campaign(2, "Lukket dag"));
        closed.is_open = false;
        let (of_open, of_closed) = (open.key.clone(), closed.key.clone());
        let all = vec![open, closed];
        let closed_to = |has: Option<&CampaignKey>| {
            let picked = Campaigns::of_activity(all.clone(), has.cloned()).pick(of_closed.as_str());
            assert_eq!(
                picked.is_err(),
                Campaigns::of_sheet(all.clone()).fault_of(Some(&of_closed), has).is_some(),
                "{has:?}"
            );
            picked == Err(Fault::CampaignClosed)
        };
        assert!(closed_to(None) && closed_to(Some(&of_open)) && !closed_to(Some(&of_closed)));
        let sheet = Campaigns::of_sheet(all.clone());
        assert_eq!(sheet.pick(of_closed.as_str()), Ok(of_closed.clone()));
        assert_eq!(sheet.pick("ukendt\u{1B}[2J"), Err(Fault::unknown("ukendt\u{FFFD}[2J")));
        let Err(Fault::UnknownKey(told)) = sheet.pick(&"x".repeat(100_000)) else { panic!() };
        assert!(told.len() < 100, "a cell is not told whole");
        assert_eq!(sheet.fault_of(Some(&of_open), None), None);
        assert_eq!(sheet.fault_of(None, Some(&of_closed)), None);
        // Taken down since the rows were read.
        let gone = Campaigns::of_sheet(Vec::new()).fault_of(Some(&of_open), None);
        assert_eq!(gone, Some(Fault::UnknownKey(of_open.to_string())));
    }
}
