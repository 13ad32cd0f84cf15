//! The document around every page: head, header, footer.

use domain::{catalogue::PictureSize, search::PageNumber};
use leptos::prelude::*;

use crate::{
    Ask, Door, Locale, Page, Place,
    design::{frieze::Frieze, icon::Icon, logo::Logo, way_out},
};

/// What the head of a page says about it.
#[derive(Clone, Debug)]
pub struct Head {
    /// Without the portal's name, which is put behind it.
    pub title: String,
    pub description: String,
    /// Where the page stands; its address in every language follows from it.
    pub place: Place,
    /// Whether search engines may list it.
    pub listed: bool,
    /// Open Graph's word for what it is.
    pub kind: &'static str,
    /// schema.org in JSON-LD, already safe to stand in a page; see `catalogue/json_ld.rs`.
    pub data: Option<String>,
    /// What others show beside a link to it, where that is not the picture of all.
    pub picture: Option<HeadPicture>,
    /// Whether the header stands on the brand's yellow.
    pub brand: bool,
    /// The path of what a phone must know to keep it among its programs, where that is not the
    /// portal as a whole.
    pub manifest: Option<String>,
    /// Where programs can follow what it lists.
    pub feeds: Vec<HeadFeed>,
}

/// Where programs can follow what a page lists.
#[derive(Clone, Debug)]
pub struct HeadFeed {
    pub title: String,
    /// Its media type.
    pub kind: &'static str,
    pub path: String,
}

/// A picture that others show beside a link to a page.
#[derive(Clone, Debug)]
pub struct HeadPicture {
    /// Its whole address.
    pub url: String,
    /// Its media type.
    pub kind: &'static str,
    pub size: PictureSize,
    pub alt: String,
}

impl Head {
    #[must_use]
    pub fn new(title: impl Into<String>, description: impl Into<String>, place: Place) -> Self {
        Self {
            title: title.into(),
            description: description.into(),
            place,
            listed: true,
            kind: "website",
            data: None,
            picture: None,
            brand: false,
            manifest: None,
            feeds: Vec::new(),
        }
    }

    /// A page that search engines shall not list: an error, or one of many views of the same list.
    #[must_use]
    pub fn unlisted(mut self) -> Self {
        self.listed = false;
        self
    }
}

/// Writes a page in its frame.
#[must_use]
pub fn page<V: IntoView + 'static>(
    ask: &Ask,
    status: u16,
    head: Head,
    body: impl FnOnce() -> V,
) -> Page {
    let mut page = Page::write(status, || view! { <Document ask=ask.clone() head body=body() /> });
    page.html.insert_str(0, "<!DOCTYPE html>");
    if page.has_islands {
        add_script(&mut page, &ask.site.wake);
    }
    page
}

/// Has a page fetch a script of ours once it is read.
fn add_script(page: &mut Page, address: &str) {
    let script = format!(r#"<script type="module" src="{address}"></script></head>"#);
    page.html = page.html.replacen("</head>", &script, 1);
}

/// The same, for a page that a phone keeps and that works without a network; its script is a file
/// of ours.
#[must_use]
pub fn kept_page<V: IntoView + 'static>(
    ask: &Ask,
    status: u16,
    head: Head,
    body: impl FnOnce() -> V,
) -> Page {
    let mut page = page(ask, status, head, body);
    add_script(&mut page, &ask.site.check_in);
    page.is_kept = true;
    page
}

/// The same, for a page on which somebody types what must not leave the browser; its script is a
/// file of ours.
#[must_use]
pub fn private_page<V: IntoView + 'static>(
    ask: &Ask,
    status: u16,
    head: Head,
    body: impl FnOnce() -> V,
) -> Page {
    let mut page = page(ask, status, head, body);
    add_script(&mut page, &ask.site.proof);
    page.is_private = true;
    page
}

#[component]
fn Document<V: IntoView + 'static>(ask: Ask, head: Head, body: V) -> impl IntoView {
    let (language, brand, place) = (ask.locale.code(), head.brand, head.place.clone());
    let skip = ask.speech().say("frame-skip");
    view! {
        <html lang=language>
            <PageHead ask=ask.clone() head />
            <body>
                <a class="skip" href="#indhold">{skip}</a>
                <Header ask=ask.clone() place brand />
                <main id="indhold">{body}</main>
                <Footer ask />
            </body>
        </html>
    }
}

/// A page's title with the portal's name.
pub(crate) fn title(ask: &Ask, page: String) -> String {
    ask.speech().tell("frame-title", &[("page", page.into())])
}

/// The paths of a place in every language, by what `hreflang` calls it, and that for whoever reads
/// none of them.
pub(crate) fn translations(place: &Place) -> [(&'static str, String); 3] {
    [
        (Locale::Da.code(), place.path(Locale::Da)),
        (Locale::En.code(), place.path(Locale::En)),
        ("x-default", place.path(Locale::Da)),
    ]
}

#[component]
fn PageHead(ask: Ask, head: Head) -> impl IntoView {
    let title = title(&ask, head.title.clone());
    let url = ask.url(&head.place, ask.locale);
    let alternates = translations(&head.place).map(|(of, path)| {
        let whole = format!("{}{path}", ask.site.public_url);
        view! { <link rel="alternate" hreflang=of href=whole /> }
    });
    let fonts = ask.site.fonts.iter().cloned().map(|font| {
        view! { <link rel="preload" href=font r#as="font" type="font/woff2" crossorigin="anonymous" /> }
    });
    let fonts: Vec<_> = fonts.collect();
    let robots = (!head.listed).then(|| view! { <meta name="robots" content="noindex" /> });
    let listed = head.listed.then(|| {
        view! {
            <link rel="canonical" href=url.clone() />
            {alternates}
        }
    });
    let feeds = head.feeds.into_iter().map(|it| {
        view! { <link rel="alternate" type=it.kind title=it.title href=it.path /> }
    });
    let feeds: Vec<_> = feeds.collect();
    let said = [
        ("og:site_name", "Gnist".to_owned()),
        ("og:type", head.kind.to_owned()),
        ("og:title", head.title),
        ("og:description", head.description.clone()),
        ("og:url", url),
        ("og:locale", ask.locale.territory().to_owned()),
    ]
    .map(|(property, content)| open_graph(property, content));
    let picture = head.picture.unwrap_or_else(|| picture_of_all(&ask));
    let picture = [
        ("og:image", picture.url),
        ("og:image:type", picture.kind.to_owned()),
        ("og:image:width", picture.size.width.to_string()),
        ("og:image:height", picture.size.height.to_string()),
        ("og:image:alt", picture.alt),
    ]
    .map(|(property, content)| open_graph(property, content));
    let manifest = head.manifest.unwrap_or_else(|| "/manifest.webmanifest".to_owned());
    let data = head
        .data
        .map(|data| view! { <script type="application/ld+json" inner_html=data></script> });
    view! {
        <head>
            <meta charset="utf-8" />
            <title>{title}</title>
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="description" content=head.description />
            <meta name="color-scheme" content="light dark" />
            <meta name="theme-color" content="#ffcb1f" />
            {robots}
            {listed}
            {feeds}
            {fonts}
            <link rel="stylesheet" href=ask.site.style.clone() />
            <link rel="icon" type="image/svg+xml" href=ask.site.icon.clone() />
            <link rel="apple-touch-icon" href=ask.site.touch_icon.clone() />
            <link rel="manifest" href=manifest />
            {said}
            {picture}
            {data}
        </head>
    }
}

/// What others show beside a link to a page that has no picture of its own.
fn picture_of_all(ask: &Ask) -> HeadPicture {
    HeadPicture {
        url: ask.share_url(),
        kind: "image/png",
        size: PictureSize { width: 1200, height: 630 },
        alt: ask.speech().say("frame-share").to_owned(),
    }
}

/// A property of the Open Graph protocol, by which others show a link to a page.
fn open_graph(property: &'static str, content: String) -> impl IntoView {
    leptos::html::meta().attr("property", property).attr("content", content)
}

#[component]
fn Header(ask: Ask, place: Place, brand: bool) -> impl IntoView {
    let t = ask.speech();
    let links = menu(&ask, &place);
    let languages = Locale::ALL.map(|locale| {
        let current = (locale == ask.locale).then_some("true");
        view! {
            <a href=place.path(locale) hreflang=locale.code() lang=locale.code() aria-current=current>
                <span aria-hidden="true">{locale.code().to_uppercase()}</span>
                <span class="vh">{locale.own_name()}</span>
            </a>
        }
    });
    view! {
        <header class="top" class:top--brand=brand>
            <div class="wrap">
                <a class="logo" href=ask.path(&Place::Home)>
                    <Logo />
                    <span class="vh">{t.say("frame-home")}</span>
                </a>
                <button class="btn btn--line btn--s burger" type="button" popovertarget="menu">
                    {Icon::Menu.show()}
                    {t.say("frame-menu")}
                </button>
                <nav class="menu" id="menu" popover="auto" aria-label=t.say("frame-main-menu")>
                    <ul>{links}</ul>
                </nav>
                <nav class="lang" aria-label=t.say("frame-language")>{languages}</nav>
            </div>
        </header>
    }
}

/// The main menu: the same few places on every page, the current one marked.
fn menu(ask: &Ask, here: &Place) -> Vec<impl IntoView + use<>> {
    let t = ask.speech();
    let is_here = |place: &Place| match (place, here) {
        (Place::Catalogue(_), Place::Catalogue(_) | Place::Activity(_))
        | (Place::Partners, Place::Partner(..))
        | (Place::Campaigns, Place::Campaign(..)) => true,
        _ => place == here,
    };
    let said = |place, key| Some((place, t.say(key).to_owned()));
    let mut now = ask.campaigns_now();
    let campaign = match now.len() {
        // A menu of several names would push the rest aside; they stand on a page together.
        2.. => said(Place::Campaigns, "frame-campaigns"),
        _ => now.pop().map(|(key, name)| (Place::Campaign(key, PageNumber::FIRST), name)),
    };
    [
        said(Place::catalogue(), "frame-find"),
        campaign,
        said(Place::Partners, "frame-partners"),
        said(Place::About, "frame-about"),
        said(Place::Door(Door::Account), "frame-account"),
    ]
    .into_iter()
    .flatten()
    .map(|(place, name)| {
        let current = is_here(&place).then_some("page");
        view! { <li><a href=ask.path(&place) aria-current=current>{name}</a></li> }
    })
    .collect()
}

#[component]
fn Footer(ask: Ask) -> impl IntoView {
    let t = ask.speech();
    let regions: Vec<_> = domain::pact::Region::on(ask.today())
        .map(|region| view! { <li><a href=ask.path(&Place::Region(region))>{region.name()}</a></li> })
        .collect();
    let phone = ask.site.operator.phone.clone().map(|phone| {
        view! { <p class="s">{t.say("frame-call")} " " <a href=way_out::call(&phone)>{phone.clone()}</a></p> }
    });
    let email = ask.site.operator.email.clone().map(|email| {
        view! { <p class="s">{t.say("frame-write")} " " <a href=way_out::letter(&email)>{email.clone()}</a></p> }
    });
    view! {
        <Frieze />
        <footer class="foot">
            <div class="wrap">
                <div class="grid">
                    <div class="stack">
                        <span class="logo"><Logo /></span>
                        <p class="s">{t.say("frame-what")}</p>
                    </div>
                    <nav aria-labelledby="fod-find">
                        <h2 id="fod-find">{t.say("frame-foot-find")}</h2>
                        <ul>
                            <li><a href=ask.path(&Place::catalogue())>{t.say("frame-foot-all")}</a></li>
                            {crate::catalogue::shortcuts(&ask)}
                        </ul>
                    </nav>
                    <nav aria-labelledby="fod-regioner">
                        <h2 id="fod-regioner">{t.say("frame-foot-regions")}</h2>
                        <ul>{regions}</ul>
                    </nav>
                    <nav aria-labelledby="fod-om">
                        <h2 id="fod-om">{t.say("frame-foot-about")}</h2>
                        <ul>
                            <li><a href=ask.path(&Place::About)>{t.say("frame-about-gnist")}</a></li>
                            <li><a href=ask.path(&Place::Partners)>{t.say("frame-partners")}</a></li>
                            <li><a href=ask.path(&Place::Privacy)>{t.say("frame-privacy")}</a></li>
                            <li><a href=ask.path(&Place::Accessibility)>{t.say("frame-accessibility")}</a></li>
                        </ul>
                    </nav>
                </div>
                <hr />
                <div class="row row--between">
                    {phone}
                    {email}
                    <p class="s">{t.say("frame-no-tracking")}</p>
                </div>
            </div>
        </footer>
    }
}
