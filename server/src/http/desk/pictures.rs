//! Pictures that organisers hand in.

use application::{
    catalogue::{
        DeskError, HandedInPicture, PictureProblem, hand_in_picture, remove_picture,
        see_draft_picture, show_draft,
    },
    identity::Viewer,
    ports::{PictureFault, StoreError},
};
use axum::{
    Extension,
    extract::{Path, RawQuery, Request},
    response::Response,
};
use domain::catalogue::DraftId;
use ui::{
    Desk, Problem, Told,
    catalogue::{PictureForm, picture_page},
};

use super::{to_its_end, told};
use crate::http::{
    Portal,
    doors::{Caller, answer},
    limits::MAX_PICTURE_BYTES,
    named::{Named, named},
    pictures,
    upload::{Upload, UploadError},
};

const MAX: u64 = MAX_PICTURE_BYTES as u64;

pub(in crate::http) async fn page(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<DraftId>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    let form = PictureForm { told: told(query.as_deref()), ..PictureForm::default() };
    show(&caller, &viewer, id, form).await
}

async fn show(caller: &Caller, viewer: &Viewer, id: DraftId, form: PictureForm) -> Response {
    match show_draft(&caller.portal.plugs.ports, viewer, id).await {
        Ok(page) => answer(picture_page(&caller.ask(), &page, MAX / 1024 / 1024, form)),
        Err(error) => caller.stopped_at(error, Desk::Home),
    }
}

pub(in crate::http) async fn hand_in(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<DraftId>,
    caller: Caller,
    request: Request,
) -> Response {
    // Nobody sends a file to a draft that is not theirs.
    if let Err(error) = show_draft(&caller.portal.plugs.ports, &viewer, id).await {
        return caller.stopped_at(error, Desk::Home);
    }
    let comes_back = |problems, alt| PictureForm { alt: Some(alt), problems, told: None };
    let Some(_room) = caller.portal.receiving.room_for(viewer.account.id).await else {
        let problems = vec![PictureProblem::File(PictureFault::Busy)];
        return show(&caller, &viewer, id, PictureForm { problems, ..PictureForm::default() })
            .await;
    };
    let upload = match Upload::take(&caller.portal, request, MAX_PICTURE_BYTES).await {
        Ok(upload) => upload,
        Err(UploadError::TooLarge(texts)) => {
            let problems = vec![PictureProblem::File(PictureFault::TooLarge { max: MAX })];
            let form = comes_back(problems, texts.get("alt").to_owned());
            return show(&caller, &viewer, id, form).await;
        }
        Err(UploadError::Stopped(problem)) => return caller.problem(&problem),
        Err(UploadError::Refused(response)) => return response,
    };
    let alt = upload.texts.get("alt").to_owned();
    let (portal, who) = (caller.portal.clone(), viewer.clone());
    let done = to_its_end(async move { take_in(&portal, &who, id, upload).await }).await;
    match done {
        Err(problem) => caller.problem(&problem),
        Ok(Err(error)) => caller.stopped_at(error, Desk::Home),
        Ok(Ok(problems)) if problems.is_empty() => {
            caller.lead_to(Desk::Picture(id), Some(Told::PICTURE_KEPT))
        }
        Ok(Ok(problems)) => show(&caller, &viewer, id, comes_back(problems, alt)).await,
    }
}

/// Takes in a picture that is here. One file at a time is read into memory and unpacked, whose
/// sender need not listen any more: together that is less than 50 MB.
async fn take_in(
    portal: &Portal,
    who: &Viewer,
    id: DraftId,
    upload: Upload,
) -> Result<Vec<PictureProblem>, DeskError> {
    let Some(_turn) = portal.unpacking.come().await else {
        return Ok(vec![PictureProblem::File(PictureFault::Busy)]);
    };
    // A file that was chosen has a name, also where there is nothing in it.
    let file = if upload.file.is_empty() && upload.file_name.is_empty() {
        None
    } else {
        Some(upload.file.read().await.map_err(StoreError::new)?)
    };
    let alt = upload.texts.get("alt").to_owned();
    hand_in_picture(&portal.plugs.ports, who, id, HandedInPicture { file, alt }).await
}

pub(in crate::http) async fn remove(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<DraftId>,
    caller: Caller,
) -> Response {
    let ports = caller.portal.plugs.ports.clone();
    match to_its_end(async move { remove_picture(&ports, &viewer, id).await }).await {
        Err(problem) => caller.problem(&problem),
        Ok(Ok(())) => caller.lead_to(Desk::Picture(id), Some(Told::PICTURE_REMOVED)),
        Ok(Err(error)) => caller.stopped_at(error, Desk::Home),
    }
}

pub(in crate::http) async fn see(
    Extension(viewer): Extension<Viewer>,
    Path((id, file)): Path<(String, String)>,
    caller: Caller,
) -> Response {
    let (Some(id), Ok(file)) = (named(&id).map(DraftId), file.parse()) else {
        return caller.problem(&Problem::NotFound);
    };
    match see_draft_picture(&caller.portal.plugs.ports, &viewer, id, &file).await {
        Ok(jpeg) => pictures::answer(jpeg),
        Err(error) => caller.stopped_at(error, Desk::Home),
    }
}
