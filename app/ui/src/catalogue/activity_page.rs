//! One activity's own page.

use application::{
    catalogue::{ActivityPage, show_activity},
    ports::{ActivitySummary, CoOwnerLink},
};
use chrono::NaiveDate;
use domain::{
    catalogue::{Particulars, Picture, Slug, State, Topic},
    search::{Filter, PageNumber},
};
use leptos::prelude::*;

use super::{
    CardList,
    activity_facts::{AccessibilityFacts, Facts, address},
    dates::SignUpPanel,
    json_ld::json_ld,
    photo::{Photo, Wall},
    saved_pages::SaveButton,
};
use crate::{
    Ask, Page, Place, Problem,
    design::{
        art::{Family, art},
        breadcrumbs::Breadcrumbs,
        denmark::place_map,
        icon::Icon,
        notice::{Notice, Tone},
        safe_html::{Prose, SafeHtml},
        way_out,
    },
    frame::{self, Head, HeadPicture},
};

/// One activity's own page.
///
/// # Errors
///
/// [`Problem::NotFound`] where there is none to see, [`Problem::Gone`] where there was one.
pub async fn activity_page(ask: &Ask, slug: &Slug) -> Result<Page, Problem> {
    let page = Problem::unless_seen(show_activity(&ask.ports, slug).await?)?;
    let it = page.details.activity.particulars();
    let place = Place::Activity(page.details.activity.slug.clone());
    let mut head = Head::new(it.title.as_str(), it.summary.as_str(), place);
    head.kind = "article";
    head.data = json_ld(ask, &page);
    let slug = page.details.activity.slug.clone();
    head.picture = page.details.picture.as_ref().and_then(|it| {
        let size = it.widest()?;
        let place = Place::Picture(slug.clone(), it.file(size));
        let alt = it.alt.as_ref().map(ToString::to_string).unwrap_or_default();
        Some(HeadPicture { url: ask.url(&place, ask.locale), kind: "image/jpeg", size, alt })
    });
    let wall = Wall::Activity(slug);
    Ok(frame::page(ask, 200, head, || view! { <Activity ask=ask.clone() page wall /> }))
}

#[component]
pub(crate) fn Activity(
    ask: Ask,
    page: ActivityPage,
    /// Where its picture hangs: on its own page, or on one that shows it before others see it.
    wall: Wall,
) -> impl IntoView {
    let t = ask.speech();
    let day = page.day();
    let ActivityPage { details, campaign, related, draws, now } = page;
    // A page around it leads elsewhere.
    let is_preview = !matches!(wall, Wall::Activity(_));
    let activity = details.activity;
    let it = activity.particulars().clone();
    let family = it.topics.first().map(|topic| Family::of(*topic).class()).unwrap_or_default();
    let lang = ask.foreign(it.language);
    let shown = match details.picture {
        Some(picture) => hung(&ask, picture, wall, lang.clone()),
        None => drawn(&it.topics, activity.slug.as_str()),
    };
    let topics: Vec<_> = it
        .topics
        .iter()
        .map(|topic| {
            let filter = Filter { topics: vec![*topic], ..Filter::default() };
            let class = format!("tag {}", Family::of(*topic).class());
            view! { <a class=class href=ask.path(&Place::filtered(filter))>{t.word("topic", topic.key())}</a> }
        })
        .collect();
    let campaign = campaign.map(|campaign| {
        let path = ask.path(&Place::Campaign(campaign.key.clone(), PageNumber::FIRST));
        view! { <a class="tag" href=path>{ask.words_of(&campaign).name.to_string()}</a> }
    });
    let cancelled = (activity.state() == State::Cancelled).then(|| {
        view! {
            <Notice tone=Tone::Bad>
                <h2 class="t1">{t.say("activity-cancelled")}</h2>
                <p>{t.say("activity-cancelled-what")}</p>
            </Notice>
        }
    });
    let first = details.occurrences.iter().find(|date| date.end > now).copied();
    let partner = Place::Partner(details.partner.slug.clone(), PageNumber::FIRST);
    let (with, beside) = beside_the_lead(&ask, &details.co_owners);
    let crumbs = (!is_preview).then(|| {
        let links = vec![
            (ask.path(&Place::Home), t.say("crumb-home").to_owned()),
            (ask.path(&Place::catalogue()), t.say("frame-find").to_owned()),
        ];
        view! { <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links /> }
    });
    let others = others(&ask, related);
    let map = on_the_map(&ask, &it, day);
    let ways_back = (!is_preview).then(|| ways_back(&ask, &activity.slug));
    let save = (!is_preview).then(|| {
        view! { <SaveButton ask=ask.clone() slug=activity.slug.clone() /> }
    });
    let updated = t.short_date(application::copenhagen::day(activity.updated_at()));
    let prose = SafeHtml::from_markdown(it.description.as_str());
    view! {
        <div class="wrap" class:mt5=is_preview>
            {crumbs}
            {cancelled}
        </div>
        <div class=format!("wrap title {family}")>
            <div class="title__txt stack">
                <p class="row">
                    <span class="tag">{t.word("kind", it.kind.key())}</span> {campaign}
                </p>
                <h1 lang=lang.clone()>{it.title.to_string()}</h1>
                <p class="lead" lang=lang.clone()>{it.summary.to_string()}</p>
                <p class="row s">
                    <span>{t.say("activity-by")} " " <a href=ask.path(&partner)>{details.partner.name.clone()}</a> {with}</span>
                </p>
                <p class="row">{topics}</p>
                {save}
            </div>
            {shown}
        </div>
        <div class=format!("wrap side side--act mt6 {family}")>
            <div class="stack body">
                <Facts ask=ask.clone() it=it.clone() first />
                <section class="prose" aria-labelledby="h-om">
                    <h2 id="h-om">{t.say("activity-what")}</h2>
                    <Prose html=prose lang />
                </section>
                <AccessibilityFacts ask=ask.clone() it=it.clone() />
            </div>
            <SignUpPanel ask=ask.clone() activity=activity.clone() occurrences=details.occurrences draws now />
        </div>
        <section class="band" aria-labelledby="h-arr">
            <div class="wrap orgs">
                <div class="panel stack">
                    <h2 class="t2" id="h-arr">{details.partner.name}</h2>
                    <p>{t.word("sector", details.sector.key())}</p>
                    <p class="row">
                        <a class="go" href=ask.path(&partner)>{t.say("activity-more-of-partner")} {Icon::ArrowRight.show()}</a>
                        <a class="go" href=way_out::letter(it.contact.as_str())>{Icon::Mail.show()} {t.say("activity-write")}</a>
                    </p>
                </div>
                {beside} {map}
            </div>
        </section>
        {others}
        <div class="wrap">
            <p class="s muted mt6">{t.tell("activity-updated", &[("day", updated.into())])} {ways_back}</p>
        </div>
    }
}

/// Who owns it beside its lead: their names behind the lead's, and what is told of each.
fn beside_the_lead(ask: &Ask, co_owners: &[CoOwnerLink]) -> (Vec<AnyView>, Vec<AnyView>) {
    let t = ask.speech();
    let at = |it: &CoOwnerLink| ask.path(&Place::Partner(it.link.slug.clone(), PageNumber::FIRST));
    let named = |it: &CoOwnerLink| {
        let name = it.link.name.clone();
        view! { ", " <a href=at(it)>{name}</a> }.into_any()
    };
    let told = |it: &CoOwnerLink| {
        let name = it.link.name.clone();
        view! {
            <div class="panel stack">
                <h2 class="t2">{name.clone()}</h2>
                <p>{t.say("activity-co-owner")}</p>
                <p class="row">
                    <a class="go" href=at(it)>{t.say("activity-more-of-partner")} <span class="vh">" " {name}</span> {Icon::ArrowRight.show()}</a>
                </p>
            </div>
        }
        .into_any()
    };
    (co_owners.iter().map(named).collect(), co_owners.iter().map(told).collect())
}

/// Its picture, whose words are in the language of the others.
fn hung(ask: &Ask, picture: Picture, wall: Wall, lang: Option<String>) -> AnyView {
    let sizes = "(width >= 60rem) 30rem, calc(100vw - 2rem)";
    view! { <div class="title__photo" lang=lang><Photo ask=ask.clone() picture wall sizes /></div> }
        .into_any()
}

/// Drawings of the first two topics, which say nothing that is not said in words.
fn drawn(topics: &[Topic], name: &str) -> AnyView {
    let topics = topics.iter().take(2);
    let drawings = topics.map(|topic| {
        view! { <span class="art-box" inner_html=art(*topic, name)></span> }
    });
    let drawings: Vec<_> = drawings.collect();
    view! { <div class="title__art" aria-hidden="true">{drawings}</div> }.into_any()
}

/// The way to tell what is wrong with it; on paper, the way back to its page.
fn ways_back(ask: &Ask, slug: &Slug) -> AnyView {
    let t = ask.speech();
    let report = ask.path(&Place::Report(slug.clone()));
    let here = ask.url(&Place::Activity(slug.clone()), ask.locale);
    view! {
        " "
        <a class="no-print" href=report rel="nofollow">{t.say("activity-report")}</a>
        <span class="only-print">{t.say("activity-address")} " " <strong>{here}</strong></span>
    }
    .into_any()
}

/// Where in the country it is on `day`, and the way to a map on which one can find it.
fn on_the_map(ask: &Ask, it: &Particulars, day: NaiveDate) -> Option<AnyView> {
    let t = ask.speech();
    let point = it.venue.point().filter(|_| it.format.has_venue())?;
    let (lat, lon) = (point.lat(), point.lon());
    let city = it.venue.city.as_ref().map_or("", |city| city.as_str());
    let label = t.tell("activity-map", &[("city", city.into())]);
    let region = it.venue.municipality().and_then(|it| it.region_on(day));
    let lines: Vec<_> = address(&it.venue)
        .into_iter()
        .map(|line| view! { <strong>{line}</strong> <br /> })
        .collect();
    Some(
        view! {
            <div class="panel org-map">
                <div class="org-map__land" inner_html=place_map(lat, lon, region, &label)></div>
                <p>{lines} <a href=way_out::map(point) rel="noopener">{t.say("activity-map-open")}</a></p>
            </div>
        }
        .into_any(),
    )
}

/// What is worth a look beside it.
fn others(ask: &Ask, related: Vec<ActivitySummary>) -> Option<impl IntoView + use<>> {
    let t = ask.speech();
    (!related.is_empty()).then(|| {
        view! {
            <section class="band band--paper no-print" aria-labelledby="h-mere">
                <div class="wrap">
                    <div class="head">
                        <h2 id="h-mere">{t.say("activity-related")}</h2>
                    </div>
                    <CardList ask=ask.clone() list=related labelled_by="h-mere" class="cards--ground cards--3" />
                </div>
            </section>
        }
    })
}
