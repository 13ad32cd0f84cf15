//! The boxes of the filter form, each with how much it leads to, in blocks that can be
//! written anew while somebody is still choosing.

use application::{partners::by_danish_alphabet, ports::Facets};
use domain::{
    catalogue::{Audience, Format, Kind, Level, Phase, Topic},
    pact::{Municipality, Region},
    partners::Sector,
    search::{Filter, Parameter},
};
use leptos::prelude::*;

use super::{api::Counts, region_name, when::when};
use crate::{Ask, Speech, design::art::Family, speech::capitalised};

/// The choices of the filter form in its blocks.
pub(super) struct Boxes {
    pub chosen: Block,
    pub levels: Block,
    pub topics: Block,
    pub kinds: Block,
    pub places: Block,
    pub municipalities: Block,
    pub audiences: Block,
    pub when: Block,
    pub who: Block,
    pub price: Block,
}

/// A part of the filter form that is written anew as a whole.
pub(super) struct Block {
    id: &'static str,
    view: AnyView,
}

impl Block {
    fn of(id: &'static str, view: impl IntoAny) -> Self {
        Self { id, view: view.into_any() }
    }

    /// The block in its place on the page.
    pub(super) fn show(self) -> impl IntoView {
        view! { <div id=self.id>{self.view}</div> }
    }

    /// The same inside a line.
    pub(super) fn show_inline(self) -> impl IntoView {
        view! { <span id=self.id class="muted">{self.view}</span> }
    }
}

impl Boxes {
    pub(super) fn of(ask: &Ask, filter: &Filter, facets: &Facets) -> Self {
        let t = ask.speech();
        let chosen = filter.pairs().len();
        let chosen = (chosen > 0).then(|| t.tell("filter-chosen", &[("n", chosen.into())]));
        let kinds = ticks(t, Parameter::Kind, &filter.kinds, &facets.kinds, Kind::key, |it| {
            t.word("kind", it.key()).to_owned()
        });
        let girls = flag(t, Parameter::Girls, "filter-girls", filter.girls, facets.girls);
        let free = flag(t, Parameter::Free, "filter-free", filter.free, facets.free);
        Self {
            chosen: Block::of("valg-antal", chosen),
            levels: Block::of("valg-trin", levels(t, filter, facets)),
            topics: Block::of("valg-emner", topics(t, filter, facets)),
            kinds: Block::of("valg-slags", kinds),
            places: Block::of("valg-steder", places(t, filter, facets)),
            municipalities: Block::of("valg-kommuner", municipalities(t, filter, facets)),
            audiences: Block::of("valg-hvem", (audiences(t, filter, facets), girls)),
            when: Block::of("valg-tid", when(t, filter, facets)),
            who: Block::of("valg-arrangoer", who(ask, filter, facets)),
            price: Block::of("valg-pris", free),
        }
    }

    /// The same for a form that stands on somebody's screen already.
    pub(super) fn counts(self, label: String) -> Counts {
        let blocks = [
            self.chosen,
            self.levels,
            self.topics,
            self.kinds,
            self.places,
            self.municipalities,
            self.audiences,
            self.when,
            self.who,
            self.price,
        ];
        let write = |block: Block| (block.id.to_owned(), crate::page::write(|| block.view));
        Counts { label, blocks: blocks.map(write).into() }
    }
}

/// One box that can be ticked, with how many it leads to.
pub(super) fn tick(
    t: &'static Speech,
    parameter: Parameter,
    value: impl Into<String>,
    label: String,
    checked: bool,
    n: u32,
) -> AnyView {
    let value = value.into();
    view! {
        <label class="tick">
            <input type="checkbox" name=parameter.key() value=value checked=checked />
            <span>{label}</span>
            <span class="n">{t.number(n)}</span>
        </label>
    }
    .into_any()
}

fn flag(
    t: &'static Speech,
    parameter: Parameter,
    key: &'static str,
    raised: bool,
    n: u32,
) -> AnyView {
    tick(t, parameter, "true", t.say(key).to_owned(), raised, n)
}

/// A box for each choice that leads somewhere, and for those that are made.
fn ticks<T: Clone + PartialEq + Ord, K: Into<String>>(
    t: &'static Speech,
    parameter: Parameter,
    chosen: &[T],
    counted: &[(T, u32)],
    key: impl Fn(T) -> K,
    label: impl Fn(T) -> String,
) -> Vec<AnyView> {
    let mut all: Vec<(T, u32)> = counted.to_vec();
    let missing = chosen.iter().filter(|it| !counted.iter().any(|(known, _)| known == *it));
    all.extend(missing.map(|it| (it.clone(), 0)));
    let tick = |(it, n): (T, u32)| {
        tick(t, parameter, key(it.clone()), label(it.clone()), chosen.contains(&it), n)
    };
    all.into_iter().map(tick).collect()
}

/// A few boxes under a name of their own; nothing where there are none.
pub(super) fn group(name: String, boxes: Vec<AnyView>) -> AnyView {
    (!boxes.is_empty())
        .then(|| {
            view! {
                <fieldset class="ticks">
                    <legend class="legend s">{name}</legend>
                    {boxes}
                </fieldset>
            }
        })
        .into_any()
}

fn levels(t: &'static Speech, filter: &Filter, facets: &Facets) -> Vec<AnyView> {
    let of_phase = |phase: &Phase| {
        let counted: Vec<_> =
            facets.levels.iter().copied().filter(|(it, _)| it.phase() == *phase).collect();
        let chosen: Vec<_> =
            filter.levels.iter().copied().filter(|it| it.phase() == *phase).collect();
        let boxes = ticks(t, Parameter::Level, &chosen, &counted, Level::key, |it| {
            capitalised(t.word("level", it.key()))
        });
        group(capitalised(t.phase(*phase)), boxes)
    };
    Phase::ALL.iter().map(of_phase).collect()
}

fn topics(t: &'static Speech, filter: &Filter, facets: &Facets) -> Vec<AnyView> {
    let of_family = |family: &Family| {
        let is_of_family = |topic: &Topic| Family::of(*topic) == *family;
        let counted: Vec<_> =
            facets.topics.iter().copied().filter(|(it, _)| is_of_family(it)).collect();
        let chosen: Vec<_> = filter.topics.iter().copied().filter(is_of_family).collect();
        let boxes = ticks(t, Parameter::Topic, &chosen, &counted, Topic::key, |it| {
            t.word("topic", it.key()).to_owned()
        });
        group(t.word("family", family.key()).to_owned(), boxes)
    };
    Family::ALL.iter().map(of_family).collect()
}

fn audiences(t: &'static Speech, filter: &Filter, facets: &Facets) -> Vec<AnyView> {
    let (chosen, counted) = (&filter.audiences, &facets.audiences);
    ticks(t, Parameter::Audience, chosen, counted, Audience::key, |it| {
        capitalised(t.word("audience", it.key()))
    })
}

fn places(t: &'static Speech, filter: &Filter, facets: &Facets) -> Vec<AnyView> {
    let formats =
        ticks(t, Parameter::Format, &filter.formats, &facets.formats, Format::key, |it| {
            t.format(it).to_owned()
        });
    let regions =
        ticks(t, Parameter::Region, &filter.regions, &facets.regions, Region::key, |it| {
            region_name(t, it)
        });
    vec![
        group(t.say("filter-format").to_owned(), formats),
        group(t.say("filter-region").to_owned(), regions),
    ]
}

fn municipalities(t: &'static Speech, filter: &Filter, facets: &Facets) -> Vec<AnyView> {
    let mut homes = facets.municipalities.clone();
    homes.sort_by(|(a, _), (b, _)| by_danish_alphabet(a.name(), b.name()));
    let chosen = &filter.municipalities;
    ticks(t, Parameter::Municipality, chosen, &homes, Municipality::code, |it| it.name().to_owned())
}

fn who(ask: &Ask, filter: &Filter, facets: &Facets) -> Vec<AnyView> {
    let t = ask.speech();
    let mut boxes = ticks(
        t,
        Parameter::Campaign,
        &filter.campaigns,
        &facets.campaigns,
        |key| key.to_string(),
        |key| ask.campaign_name(key.as_str()),
    );
    boxes.extend(ticks(
        t,
        Parameter::Sector,
        &filter.sectors,
        &facets.sectors,
        Sector::key,
        |it| t.word("sector", it.key()).to_owned(),
    ));
    boxes.extend(ticks(
        t,
        Parameter::Language,
        &filter.languages,
        &facets.languages,
        |it| it.code().to_owned(),
        |it| capitalised(&t.language(it)),
    ));
    boxes
}
