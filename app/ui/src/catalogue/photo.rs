//! The picture that shows an activity.

use domain::catalogue::{ActivityId, DraftId, Picture, PictureFile, Slug};
use leptos::prelude::*;

use crate::{Ask, Desk, Place};

/// Where a picture hangs: it is seen by whoever may see what it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wall {
    Activity(Slug),
    Draft(DraftId),
    Case(ActivityId),
}

impl Wall {
    pub(super) fn place(&self, file: PictureFile) -> Place {
        match self {
            Self::Activity(slug) => Place::Picture(slug.clone(), file),
            Self::Draft(id) => Place::Desk(Desk::DraftPicture(*id, file)),
            Self::Case(id) => Place::Desk(Desk::CasePicture(*id, file)),
        }
    }
}

/// A picture in the size that a screen asks for; its place is kept free until it is there.
#[component]
pub(super) fn Photo(
    ask: Ask,
    picture: Picture,
    wall: Wall,
    /// How wide it is shown (HTML, 4.8.4.2.2).
    sizes: &'static str,
) -> impl IntoView {
    let alt = picture.alt.as_ref().map(ToString::to_string);
    let alt = alt.unwrap_or_else(|| ask.speech().say("picture-yours").to_owned());
    let path = |size| ask.path(&wall.place(picture.file(size)));
    let all = picture.sizes.iter().map(|size| format!("{} {}w", path(*size), size.width));
    let srcset = all.collect::<Vec<_>>().join(", ");
    picture.widest().map(|size| {
        view! {
            <img
                class="photo"
                src=path(size)
                srcset=srcset
                sizes=sizes
                width=size.width.to_string()
                height=size.height.to_string()
                alt=alt
                decoding="async"
            />
        }
    })
}

#[cfg(test)]
mod tests {
    use domain::{
        Uuid,
        catalogue::{PictureId, PictureSize, Print},
    };

    use super::*;
    use crate::Locale;

    fn picture(alt: Option<&str>) -> Picture {
        let print = |width, height| Print { size: PictureSize { width, height }, jpeg: vec![7] };
        let alt = alt.map(|it| it.try_into().unwrap());
        Picture::of(PictureId(Uuid::nil()), alt, &[print(480, 270), print(960, 540)])
    }

    #[test]
    fn a_wall_leads_to_what_hangs_there() {
        let file = picture(None).file(PictureSize { width: 480, height: 270 });
        let path = |wall: Wall, locale| wall.place(file).path(locale);
        let (draft, case) = (DraftId(Uuid::nil()), ActivityId(Uuid::nil()));
        let slug = Slug::kept("byg-en-robot");
        for locale in Locale::ALL {
            let path = path(Wall::Activity(slug.clone()), locale);
            assert_eq!(path, format!("/aktiviteter/byg-en-robot/billede/{file}"));
        }
        assert_eq!(
            path(Wall::Draft(draft), Locale::En),
            format!("/en/partner/kladder/{}/billede/{file}", Uuid::nil())
        );
        assert_eq!(
            path(Wall::Case(case), Locale::Da),
            format!("/moderation/aktiviteter/{}/billede/{file}", Uuid::nil())
        );
    }
}
