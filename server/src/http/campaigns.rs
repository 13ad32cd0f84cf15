//! The campaigns of the pact, looked after over HTTP. Nothing here is kept by anybody on the way.

use application::{
    identity::Viewer,
    pact::{
        CampaignError, CampaignWish, EndedCampaign, change_campaign, end_campaign, list_campaigns,
        make_campaign, show_campaign_desk,
    },
};
use axum::{
    Extension, Router,
    extract::RawQuery,
    middleware,
    response::Response,
    routing::{get, post},
};
use domain::pact::CampaignId;
use ui::{
    Desk, Locale, Problem, Told,
    pact::campaigns::{TypedCampaign, campaign_desk_page, campaigns_page, new_campaign_page},
    routes::pattern::desk,
};

use super::{
    Portal,
    desk::{to_its_end, told},
    doors::{Caller, answer, keep_nowhere},
    fields::Fields,
    named::Named,
};

pub(super) fn routes() -> Router<Portal> {
    let campaigns = || {
        Router::new()
            .route(desk::CAMPAIGNS, get(page))
            .route(desk::NEW_CAMPAIGN, get(new_page).post(make))
            .route(desk::CAMPAIGN, get(campaign).post(change))
            .route(desk::END_CAMPAIGN, post(end))
            .layer(middleware::map_response(keep_nowhere))
    };
    let english = campaigns().layer(Extension(Locale::En));
    campaigns().layer(Extension(Locale::Da)).nest(Locale::En.prefix(), english)
}

async fn page(RawQuery(query): RawQuery, caller: Caller) -> Response {
    match list_campaigns(&caller.portal.plugs.ports).await {
        Ok(rows) => answer(campaigns_page(&caller.ask(), rows, told(query.as_deref()))),
        Err(error) => caller.problem(&error.into()),
    }
}

async fn new_page(caller: Caller) -> Response {
    let wish = CampaignWish { is_open: true, ..CampaignWish::default() };
    let typed = TypedCampaign { wish, ..TypedCampaign::default() };
    answer(new_campaign_page(&caller.ask(), &typed))
}

fn wish(fields: &Fields) -> CampaignWish {
    let typed = |name: &str| fields.get(name).to_owned();
    CampaignWish {
        name: typed("name"),
        english_name: typed("name_en"),
        key: typed("key"),
        first_day: typed("first_day"),
        last_day: typed("last_day"),
        text: typed("text"),
        english_text: typed("text_en"),
        is_open: fields.get("open") == "ja",
    }
}

async fn make(Extension(viewer): Extension<Viewer>, caller: Caller, fields: Fields) -> Response {
    let (ports, wish) = (caller.portal.plugs.ports.clone(), wish(&fields));
    let said = wish.clone();
    match to_its_end(async move { make_campaign(&ports, &viewer, &said).await }).await {
        Err(problem) => caller.problem(&problem),
        Ok(Ok(id)) => caller.lead_to(Desk::Campaign(id), Some(Told::CAMPAIGN_MADE)),
        Ok(Err(CampaignError::Faulty(faults))) => {
            answer(new_campaign_page(&caller.ask(), &TypedCampaign { wish, faults }))
        }
        Ok(Err(error)) => stopped(&caller, error),
    }
}

/// One campaign; what was typed stands in its form where something is wrong with it.
async fn show(
    caller: &Caller,
    viewer: &Viewer,
    id: CampaignId,
    (told, typed): (Option<&'static str>, Option<TypedCampaign>),
) -> Response {
    match show_campaign_desk(&caller.portal.plugs.ports, viewer, id).await {
        Ok(mut it) => {
            if let Err(problem) = caller.turn(&mut it.history).await {
                return caller.problem(&problem);
            }
            let kept = || TypedCampaign {
                wish: CampaignWish::of(&it.campaign),
                ..TypedCampaign::default()
            };
            let typed = typed.unwrap_or_else(kept);
            answer(campaign_desk_page(&caller.ask(), it, told, &typed))
        }
        Err(error) => stopped(caller, error),
    }
}

fn stopped(caller: &Caller, error: CampaignError) -> Response {
    match error {
        CampaignError::Store(error) => caller.problem(&error.into()),
        CampaignError::Unknown | CampaignError::Faulty(_) => caller.problem(&Problem::NotFound),
    }
}

async fn campaign(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<CampaignId>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    show(&caller, &viewer, id, (told(query.as_deref()), None)).await
}

async fn change(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<CampaignId>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let (ports, who, wish) = (caller.portal.plugs.ports.clone(), viewer.clone(), wish(&fields));
    let said = wish.clone();
    match to_its_end(async move { change_campaign(&ports, &who, id, &said).await }).await {
        Err(problem) => caller.problem(&problem),
        Ok(Ok(())) => caller.lead_to(Desk::Campaign(id), Some(Told::CAMPAIGN_KEPT)),
        Ok(Err(CampaignError::Faulty(faults))) => {
            show(&caller, &viewer, id, (None, Some(TypedCampaign { wish, faults }))).await
        }
        Ok(Err(error)) => stopped(&caller, error),
    }
}

async fn end(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<CampaignId>,
    caller: Caller,
) -> Response {
    let ports = caller.portal.plugs.ports.clone();
    match to_its_end(async move { end_campaign(&ports, &viewer, id).await }).await {
        Err(problem) => caller.problem(&problem),
        Ok(Ok(EndedCampaign::Removed)) => {
            caller.lead_to(Desk::Campaigns, Some(Told::CAMPAIGN_REMOVED))
        }
        Ok(Ok(EndedCampaign::Closed)) => {
            caller.lead_to(Desk::Campaign(id), Some(Told::CAMPAIGN_CLOSED))
        }
        Ok(Err(error)) => stopped(&caller, error),
    }
}
