//! The portal on the web: who may ask what, and how every answer is dressed.

mod assets;
mod calendar;
mod campaigns;
mod compress;
mod cookie;
mod csp_report;
mod desk;
mod doors;
mod encoding;
mod etags;
mod feeds;
mod fields;
mod health;
mod json_api;
mod knocks;
mod limits;
mod metrics;
mod moderation;
mod named;
mod next;
mod origin;
mod page_cache;
mod pages;
mod panics;
mod people;
mod pictures;
mod problems;
mod receiving;
mod reports;
mod request_log;
pub mod rights;
mod security_headers;
mod server_functions;
mod sheet_file;
mod shutdown;
mod sitemap;
mod spool;
mod synonyms;
mod taking_part;
mod upload;
mod wellknown;

use std::{net::IpAddr, ops::Deref, path::PathBuf, sync::Arc};

use anyhow::Context as _;
use axum::{Router, extract::DefaultBodyLimit, middleware};
use tokio::net::TcpListener;
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use ui::{Operator, Site};

use crate::{
    adapters::{OpenWeb, Reach},
    config::Config,
    plugs::{self, Plugs},
    worker,
};
pub use knocks::Peer;
use page_cache::PageCache;
use receiving::{Receiving, Turn};

/// What every handler can ask for. Each layer of each answer holds it, so it is one pointer.
#[derive(Clone)]
pub struct Portal(Arc<Inside>);

/// What a [`Portal`] points to.
pub struct Inside {
    plugs: Plugs,
    site: Arc<Site>,
    data_dir: PathBuf,
    pages: PageCache,
    reports: csp_report::Allowance,
    security_contact: Option<String>,
    knocks: knocks::Knocks,
    trusted_proxies: Vec<IpAddr>,
    is_encrypted: bool,
    receiving: Receiving,
    unpacking: Turn,
    reading: Turn,
}

impl Portal {
    /// A portal behind the address that people type.
    #[must_use]
    pub fn new(config: &Config, plugs: Plugs) -> Self {
        let origin = config.origin();
        let contact = config.contact_email.as_ref();
        let report = config.security_contact.as_ref().map(|url| url.as_str().to_owned());
        Self(Arc::new(Inside {
            is_encrypted: origin.starts_with("https://"),
            receiving: Receiving::default(),
            unpacking: Turn::default(),
            reading: Turn::default(),
            site: Arc::new(Site {
                public_url: origin,
                style: assets::path_of("gnist.css"),
                wake: assets::path_of("wake.js"),
                check_in: assets::path_of("check_in.js"),
                proof: assets::path_of("proof.js"),
                icon: assets::path_of("gnist.svg"),
                touch_icon: assets::path_of("icon-180.png"),
                share: assets::path_of("share.png"),
                fonts: ["funnel-display-latin.woff2", "schibsted-grotesk-latin.woff2"]
                    .map(assets::path_of)
                    .to_vec(),
                operator: Operator {
                    name: config.operator.clone(),
                    email: contact.map(ToString::to_string),
                    phone: config.contact_phone.clone(),
                    accessibility_statement: config.was_url.clone(),
                },
            }),
            data_dir: config.data_dir.clone(),
            plugs,
            pages: PageCache::default(),
            reports: csp_report::Allowance::default(),
            knocks: knocks::Knocks::default(),
            trusted_proxies: config.trusted_proxies.clone(),
            security_contact: report.or_else(|| contact.map(|email| format!("mailto:{email}"))),
        }))
    }
}

impl Deref for Portal {
    type Target = Inside;

    fn deref(&self) -> &Inside {
        &self.0
    }
}

/// Every address, and the layers every answer passes on its way out.
pub fn router(portal: Portal) -> Router {
    let open_data = wellknown::routes()
        .merge(json_api::routes())
        .merge(feeds::routes())
        .merge(server_functions::routes())
        .layer(middleware::from_fn(compress::pack));
    Router::new()
        .merge(pages::routes())
        .merge(doors::routes().layer(middleware::from_fn_with_state(portal.clone(), knocks::count)))
        .merge(
            reports::routes().layer(middleware::from_fn_with_state(portal.clone(), knocks::count)),
        )
        .merge(
            taking_part::routes()
                .layer(middleware::from_fn_with_state(portal.clone(), knocks::count)),
        )
        .merge(taking_part::check_in_routes())
        .merge(pictures::routes())
        .merge(desk::routes())
        .merge(moderation::routes())
        .merge(people::routes())
        .merge(campaigns::routes())
        .merge(synonyms::routes())
        .merge(open_data)
        .merge(health::routes())
        .merge(csp_report::routes())
        .merge(assets::routes())
        .fallback(problems::nowhere)
        .method_not_allowed_fallback(problems::not_allowed)
        .layer(middleware::from_fn_with_state(portal.clone(), rights::guard))
        .layer(DefaultBodyLimit::max(limits::MAX_BODY_BYTES))
        .layer(middleware::from_fn_with_state(portal.clone(), origin::check))
        .layer(middleware::from_fn_with_state(portal.clone(), limits::check))
        .layer(middleware::from_fn_with_state(portal.clone(), panics::catch))
        .layer(middleware::map_response(problems::say_when))
        .layer(middleware::from_fn_with_state(portal.clone(), security_headers::dress))
        .layer(middleware::from_fn(request_log::log))
        .with_state(portal)
}

/// Serves until it is asked to stop, then finishes what is under way.
///
/// # Errors
///
/// Where the address cannot be listened on, or letters cannot leave.
pub async fn serve(config: &Config, plugs: Plugs) -> anyhow::Result<()> {
    let (stop, tasks) = (CancellationToken::new(), TaskTracker::new());
    let portal = Portal::new(config, plugs.clone());
    let post = plugs::post(config, portal.site.clone())?;
    // Before anybody tells a figure, which would be told to nobody.
    if let Some(addr) = config.metrics_addr {
        metrics::serve(addr, &plugs)?;
    }
    worker::start(&plugs, &tasks, &stop);
    worker::carry_letters(&plugs, post, &tasks, &stop);
    if config.watch_addresses {
        let web = OpenWeb::new(&portal.site.public_url, Reach::default())
            .context("the open net cannot be asked")?;
        worker::watch_addresses(&plugs, Arc::new(web), &tasks, &stop);
    }
    let listener = TcpListener::bind(config.addr)
        .await
        .with_context(|| format!("nobody can be received at {}", config.addr))?;
    tracing::info!(address = portal.site.public_url, "Gnist is open");
    let until = shutdown::run(listener, router(portal)).await;
    stop.cancel();
    shutdown::wait_for(&tasks, until).await;
    Ok(())
}
