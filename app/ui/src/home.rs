//! The front page: what is on, and where to go from here.

use application::catalogue::{Home, home};
use domain::{
    catalogue::{Audience, Format, Kind, Level, Phase},
    pact::Region,
    search::Filter,
};
use leptos::prelude::*;

use crate::{
    Ask, Page, Place, Problem,
    catalogue::CardList,
    design::{
        art::{Family, art, portrait},
        denmark::{MapMarker, denmark_map},
        icon::Icon,
    },
    frame::{self, Head},
    pact::CampaignBand,
};

/// The front page.
///
/// # Errors
///
/// [`Problem::Broken`] where the store fails.
pub async fn home_page(ask: &Ask) -> Result<Page, Problem> {
    let home = home(&ask.ports).await?;
    let t = ask.speech();
    let mut head = Head::new(t.say("home-title"), t.say("home-description"), Place::Home);
    head.brand = true;
    Ok(frame::page(ask, 200, head, || view! { <Front ask=ask.clone() home /> }))
}

#[component]
fn Front(ask: Ask, home: Home) -> impl IntoView {
    let Home { found, campaigns } = home;
    let bands: Vec<_> = campaigns
        .into_iter()
        .map(|(campaign, size)| view! { <CampaignBand ask=ask.clone() campaign size /> })
        .collect();
    view! {
        <Hero ask=ask.clone() total=found.total />
        <Doors ask=ask.clone() />
        <Soonest ask=ask.clone() hits=found.hits.clone() total=found.total />
        {bands}
        <Families ask=ask.clone() counted=found.facets.topics.clone() />
        <Regions ask=ask.clone() counted=found.facets.regions.clone() />
        <HowTo ask />
    }
}

/// The topics whose pictures make the wall: one of each family, twice round.
const WALL: [domain::catalogue::Topic; 12] = {
    use domain::catalogue::Topic::{
        BiotechLifeScience, Chemistry, ConstructionArchitecture, EnergyClimate, EnvironmentNature,
        GameDevelopment, Maritime, Mathematics, MobilityTransport, Programming, Robotics,
        SpaceAstronomy,
    };
    [
        Robotics,
        SpaceAstronomy,
        Chemistry,
        Programming,
        EnergyClimate,
        Maritime,
        BiotechLifeScience,
        GameDevelopment,
        ConstructionArchitecture,
        Mathematics,
        MobilityTransport,
        EnvironmentNature,
    ]
};

#[component]
fn Hero(ask: Ask, total: u32) -> impl IntoView {
    let t = ask.speech();
    let wall: String = WALL.iter().map(|topic| art(*topic, "forside")).collect();
    let grades: Vec<_> = Level::ALL
        .iter()
        .filter(|level| {
            matches!(level.phase(), Phase::Lower | Phase::Middle | Phase::Upper | Phase::Youth)
        })
        .map(|level| view! { <option value=level.key()>{t.levels(&[*level])}</option> })
        .collect();
    let regions: Vec<_> = Region::from(ask.today())
        .map(|region| view! { <option value=region.key()>{crate::catalogue::region_name(t, region)}</option> })
        .collect();
    view! {
        <div class="hero">
            <div class="wrap hero__in">
                <div class="hero__txt stack">
                    <h1>{t.say("home-heading")}</h1>
                    <p class="lead">{t.tell("home-lead", &[("n", total.into())])}</p>
                    <form
                        class="search"
                        role="search"
                        action=Place::catalogue().action(ask.locale)
                        method="get"
                        aria-label=t.say("home-search")
                    >
                        <div class="full">
                            <crate::catalogue::SearchBox
                                label=t.say("filter-words").to_owned()
                                offers_label=t.say("search-suggestions").to_owned()
                                unreached=t.say("search-lost").to_owned()
                                value=String::new()
                                language=ask.locale.code().to_owned()
                            />
                        </div>
                        <div class="field">
                            <label for="level">{t.say("filter-level")}</label>
                            <select id="level" name="level">
                                <option value="">{t.say("home-any-level")}</option>
                                {grades}
                            </select>
                        </div>
                        <div class="field">
                            <label for="region">{t.say("filter-region")}</label>
                            <select id="region" name="region">
                                <option value="">{t.say("home-any-region")}</option>
                                {regions}
                            </select>
                        </div>
                        <div class="field">
                            <label for="from">{t.say("filter-from")}</label>
                            <input type="date" id="from" name="from" />
                        </div>
                        <button class="btn btn--wide full" type="submit">{Icon::Search.show()} {t.say("home-find")}</button>
                    </form>
                    <ul class="row">{crate::catalogue::shortcut_chips(&ask)}</ul>
                </div>
                <div class="wall" aria-hidden="true" inner_html=wall></div>
            </div>
        </div>
    }
}

#[component]
fn Doors(ask: Ask) -> impl IntoView {
    let t = ask.speech();
    let link = |filter: Filter, key: &'static str| (ask.path(&Place::filtered(filter)), t.say(key));
    let kinds = |kinds: &[Kind]| Filter { kinds: kinds.to_vec(), ..Filter::default() };
    let for_whom = |audience| Filter { audiences: vec![audience], ..Filter::default() };
    let at_school = Filter { formats: vec![Format::AtSchool], ..Filter::default() };
    let free = Filter { free: true, ..Filter::default() };
    let doors = [
        (
            0,
            "door-teacher",
            "door-teacher-what",
            vec![
                link(at_school, "door-teacher-visits"),
                link(kinds(&[Kind::CompanyVisit]), "door-teacher-companies"),
                link(kinds(&[Kind::EquipmentLoan]), "door-teacher-loans"),
                link(kinds(&[Kind::TeacherCourse]), "door-teacher-courses"),
            ],
        ),
        (
            1,
            "door-pupil",
            "door-pupil-what",
            vec![
                link(kinds(&[Kind::Workshop, Kind::Club]), "door-pupil-free-time"),
                link(kinds(&[Kind::Camp]), "door-pupil-camps"),
                link(kinds(&[Kind::Competition]), "door-pupil-competitions"),
                link(kinds(&[Kind::Internship]), "door-pupil-internships"),
            ],
        ),
        (
            2,
            "door-parent",
            "door-parent-what",
            vec![
                link(kinds(&[Kind::OpenDay]), "door-parent-open"),
                link(for_whom(Audience::Parents), "door-parent-together"),
                link(free, "door-parent-free"),
            ],
        ),
        (
            3,
            "door-partner",
            "door-partner-what",
            vec![
                (ask.path(&Place::Partners), t.say("door-partner-who")),
                (ask.path(&Place::About), t.say("door-partner-how")),
            ],
        ),
    ];
    let doors: Vec<_> = doors
        .into_iter()
        .map(|(face, name, what, links)| {
            let links: Vec<_> = links
                .into_iter()
                .map(|(href, text)| view! { <li><a href=href>{text}</a></li> })
                .collect();
            view! {
                <section class="door">
                    <span class="art-box" inner_html=portrait(face)></span>
                    <div>
                        <h3>{t.say(name)}</h3>
                        <p class="s">{t.say(what)}</p>
                        <ul>{links}</ul>
                    </div>
                </section>
            }
        })
        .collect();
    view! {
        <section class="band" aria-labelledby="h-hvem">
            <div class="wrap">
                <div class="head">
                    <h2 id="h-hvem">{t.say("home-who")}</h2>
                </div>
                <div class="doors">{doors}</div>
            </div>
        </section>
    }
}

#[component]
fn Soonest(ask: Ask, hits: Vec<application::ports::ActivitySummary>, total: u32) -> impl IntoView {
    let t = ask.speech();
    let all = (total > 0).then(|| {
        view! { <a class="go" href=ask.path(&Place::catalogue())>{t.say("home-see-all")} {Icon::ArrowRight.show()}</a> }
    });
    let list = if hits.is_empty() {
        view! { <p class="lead">{t.say("home-empty")}</p> }.into_any()
    } else {
        view! { <CardList ask=ask.clone() list=hits labelled_by="h-snart" class="" /> }.into_any()
    };
    view! {
        <section class="band band--paper" aria-labelledby="h-snart">
            <div class="wrap cards--ground">
                <div class="head">
                    <h2 id="h-snart">{t.say("home-soon")}</h2>
                    {all}
                </div>
                {list}
            </div>
        </section>
    }
}

#[component]
fn Families(ask: Ask, counted: Vec<(domain::catalogue::Topic, u32)>) -> impl IntoView {
    let t = ask.speech();
    let families: Vec<_> = Family::ALL
        .iter()
        .map(|family| {
            let topics = family.topics();
            let names: Vec<String> =
                topics.iter().map(|it| t.word("topic", it.key()).to_lowercase()).collect();
            let filter = Filter {
                topics: {
                    let mut all = topics.to_vec();
                    all.sort_unstable();
                    all
                },
                ..Filter::default()
            };
            let picture = topics.first().map(|it| art(*it, "emne")).unwrap_or_default();
            let some = counted.iter().any(|(it, _)| topics.contains(it));
            some.then(|| {
                view! {
                    <li>
                        <a class="topic" href=ask.path(&Place::filtered(filter))>
                            <span class="art-box" inner_html=picture></span>
                            <span>
                                <b>{t.word("family", family.key())}</b>
                                <span class="s">{names.join(", ")}</span>
                            </span>
                        </a>
                    </li>
                }
            })
        })
        .collect();
    view! {
        <section class="band" aria-labelledby="h-emner">
            <div class="wrap">
                <div class="head">
                    <h2 id="h-emner">{t.say("home-topics")}</h2>
                </div>
                <ul class="grid grid--l">{families}</ul>
            </div>
        </section>
    }
}

#[component]
fn Regions(ask: Ask, counted: Vec<(Region, u32)>) -> impl IntoView {
    let t = ask.speech();
    let number = |region: Region| counted.iter().find(|(it, _)| *it == region).map_or(0, |it| it.1);
    let rows: Vec<_> = Region::from(ask.today())
        .map(|region| {
            let n = number(region);
            view! {
                <a href=ask.path(&Place::Region(region))>
                    <b>{crate::catalogue::region_name(t, region)}</b>
                    <span>{t.tell("home-region-count", &[("n", n.into())])}</span>
                </a>
            }
        })
        .collect();
    // A region to come would lie on top of those it is made of.
    let markers: Vec<MapMarker> = Region::on(ask.today())
        .filter_map(|region| {
            let (lat, lon) = crate::pact::map_point(region)?;
            let n = number(region);
            let label =
                format!("{}: {}", region.name(), t.tell("home-region-count", &[("n", n.into())]));
            (n > 0).then(|| MapMarker {
                lat,
                lon,
                label,
                count: n,
                href: ask.path(&Place::Region(region)),
            })
        })
        .collect();
    let map = denmark_map(&markers, t.say("map-title"), t.say("map-description"));
    view! {
        <section class="band band--paper" aria-labelledby="h-regioner">
            <div class="wrap side side--map">
                <div class="stack">
                    <h2 id="h-regioner">{t.say("home-near")}</h2>
                    <p>{t.say("home-near-what")}</p>
                    <div class="regs">{rows}</div>
                </div>
                <div inner_html=map></div>
            </div>
        </section>
    }
}

#[component]
fn HowTo(ask: Ask) -> impl IntoView {
    let t = ask.speech();
    let step = |name: &'static str, what: &'static str| view! { <li><div><h3>{t.say(name)}</h3><p>{t.say(what)}</p></div></li> };
    view! {
        <section class="band" aria-labelledby="h-saadan">
            <div class="wrap side side--even">
                <div class="stack">
                    <h2 id="h-saadan">{t.say("how-heading")}</h2>
                    <ol class="steps">
                        {step("how-find", "how-find-what")} {step("how-read", "how-read-what")}
                        {step("how-write", "how-write-what")}
                    </ol>
                </div>
                <div class="panel panel--pick stack">
                    <h2 class="t2">{t.say("join-heading")}</h2>
                    <p>{t.say("join-what")}</p>
                    <p>
                        <a class="btn" href=ask.path(&Place::About)>{t.say("join-how")}</a>
                    </p>
                </div>
            </div>
        </section>
    }
}
