//! Links to every side of the demo, for whoever has just started it.

use application::identity::{DemoDoor, open_demo_doors};
use domain::{identity::Role, pact::Region, partners::PartnerName};
use ui::{Door, Locale, Place};

use crate::{config::Config, plugs::Plugs};

/// Addresses that no letter reaches (RFC 2606).
const ADMINISTRATOR: &str = "administrator@demo.invalid";
const MODERATOR: &str = "moderator@demo.invalid";
const ORGANISER: &str = "arrangoer@demo.invalid";
const TEACHER: &str = "laerer@demo.invalid";

/// Prints a link for each side, if the database is the demo's and only its own machine can reach
/// the portal. A database that is somebody's own is never given a demo account: those are made
/// only with the demo catalogue itself.
pub(super) async fn print(
    config: &Config,
    plugs: &Plugs,
    is_filled_now: bool,
) -> anyhow::Result<()> {
    let administrator = ADMINISTRATOR.try_into()?;
    let is_demo = is_filled_now || plugs.ports.accounts.account(&administrator).await?.is_some();
    if !is_demo || !config.is_for_this_machine() {
        return Ok(());
    }
    let partners = plugs.ports.partners.partners(plugs.ports.clock.now()).await?;
    // The same one in whatever order lists are.
    let first = partners.iter().min_by_key(|it| it.name.to_lowercase());
    let name = first.map(|it| PartnerName::try_from(it.name.as_str())).transpose()?;
    let mut tx = plugs.ports.store.begin().await?;
    let keys: Vec<_> = name.iter().map(PartnerName::key).collect();
    let partner = tx.partners().by_name(&keys).await?.first().map(|it| it.id);
    drop(tx);
    let region = Region::find("midtjylland");
    let mut doors = Vec::new();
    for (email, name, role) in [
        (ORGANISER, "Olav Arrangør", partner.map(Role::PartnerAdministrator)),
        (TEACHER, "Lone Lærer", None),
        (MODERATOR, "Mona Moderator", region.map(Role::Moderator)),
        (ADMINISTRATOR, "Ada Administrator", Some(Role::Administrator)),
    ] {
        doors.push(DemoDoor { email: email.try_into()?, name: name.try_into()?, role });
    }
    let secrets = open_demo_doors(&plugs.ports, &doors).await?;
    println!("Look at the demo as (each link works once):");
    for (door, secret) in doors.iter().zip(secrets) {
        let path = Place::Door(Door::Letter(secret)).path(Locale::Da);
        println!("  {:<18} {}{path}", door.name.to_string(), config.origin());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::config::Config;

    #[derive(clap::Parser)]
    struct Flags {
        #[command(flatten)]
        config: Config,
    }

    #[test]
    fn a_portal_that_others_reach_has_no_demo_doors() {
        let is_here = |words: &[&str]| {
            let words = std::iter::once(&"gnist").chain(words);
            <Flags as clap::Parser>::parse_from(words).config.is_for_this_machine()
        };
        assert!(is_here(&[]));
        assert!(is_here(&["--addr", "[::1]:3000"]));
        assert!(is_here(&["--public-url", "http://localhost:3000"]));
        for words in [
            ["--addr", "0.0.0.0:3000"],
            ["--addr", "192.0.2.1:3000"],
            ["--public-url", "https://gnist.example"],
            ["--public-url", "http://gnist.example:80"],
        ] {
            assert!(!is_here(&words), "{words:?}");
        }
    }
}
