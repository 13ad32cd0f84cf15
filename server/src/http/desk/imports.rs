//! Sheets that members of a partner hand in.

use application::{
    catalogue::{
        DeskError, FileFault, hand_in_sheet, mean_columns, show_import, show_imports, undo_import,
        write_import,
    },
    identity::Viewer,
    ports::StoreError,
};
use axum::{
    Extension,
    extract::{RawQuery, Request},
    response::Response,
};
use domain::{catalogue::ImportId, partners::PartnerId};
use ui::{
    Desk, Problem, Told,
    design::notice::Tone,
    partners::{UploadFault, import_page, imports_page},
    routes::RowsShown,
};

use super::{to_its_end, told};
use crate::{
    adapters::spreadsheet,
    http::{
        Portal,
        doors::{Caller, answer},
        fields::Fields,
        limits::MAX_SHEET_BYTES,
        named::Named,
        upload::{Upload, UploadError},
    },
};

/// What is said of the size of a file.
const MEGABYTES: u64 = (MAX_SHEET_BYTES / 1024 / 1024) as u64;

pub(in crate::http) async fn page(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<PartnerId>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    show(&caller, &viewer, id, (None, told(query.as_deref()))).await
}

async fn show(
    caller: &Caller,
    viewer: &Viewer,
    id: PartnerId,
    (fault, told): (Option<UploadFault>, Option<&'static str>),
) -> Response {
    match show_imports(&caller.portal.plugs.ports, viewer, id).await {
        Ok(page) => answer(imports_page(&caller.ask(), page, MEGABYTES, fault, told)),
        Err(error) => caller.stopped_at(error, Desk::Home),
    }
}

pub(in crate::http) async fn hand_in(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<PartnerId>,
    caller: Caller,
    request: Request,
) -> Response {
    // Nobody sends a file to a partner that is not theirs.
    if let Err(error) = show_imports(&caller.portal.plugs.ports, &viewer, id).await {
        return caller.stopped_at(error, Desk::Home);
    }
    let Some(_room) = caller.portal.receiving.room_for(viewer.account.id).await else {
        return caller.problem(&Problem::Busy);
    };
    let taken = match Upload::take(&caller.portal, request, MAX_SHEET_BYTES).await {
        Ok(it) if it.file.is_empty() && it.file_name.is_empty() => Err(UploadFault::Nothing),
        Ok(it) => Ok(it),
        Err(UploadError::TooLarge(_)) => {
            Err(UploadFault::File(FileFault::TooLarge { max: MAX_SHEET_BYTES as u64 }))
        }
        Err(UploadError::Stopped(problem)) => return caller.problem(&problem),
        Err(UploadError::Refused(response)) => return response,
    };
    let upload = match taken {
        Ok(upload) => upload,
        Err(fault) => return show(&caller, &viewer, id, (Some(fault), None)).await,
    };
    let (portal, who) = (caller.portal.clone(), viewer.clone());
    match to_its_end(async move { take_in(&portal, &who, id, upload).await }).await {
        Err(problem) | Ok(Err(Stopped::By(problem))) => caller.problem(&problem),
        Ok(Ok(import)) => caller.lead_to(Desk::Import(import), None),
        Ok(Err(Stopped::File(fault))) => {
            show(&caller, &viewer, id, (Some(UploadFault::File(fault)), None)).await
        }
        Ok(Err(Stopped::Desk(error))) => caller.stopped_at(error, Desk::Home),
    }
}

/// Why a sheet that is here does not become an import.
enum Stopped {
    By(Problem),
    File(FileFault),
    Desk(DeskError),
}

/// Takes in a sheet that is here. One at a time is read, away from the threads that answer:
/// unpacked it is many times as large.
async fn take_in(
    portal: &Portal,
    who: &Viewer,
    partner: PartnerId,
    upload: Upload,
) -> Result<ImportId, Stopped> {
    let Some(_turn) = portal.reading.come().await else {
        return Err(Stopped::By(Problem::Busy));
    };
    let file = upload.file.read().await;
    let file = file.map_err(|error| Stopped::Desk(StoreError::new(error).into()))?;
    let read = tokio::task::spawn_blocking(move || spreadsheet::sheet_of_a_desk(&file)).await;
    let sheet = read.unwrap_or(Err(FileFault::Unreadable)).map_err(Stopped::File)?;
    let handed_in = (upload.file_name.as_str(), sheet);
    hand_in_sheet(&portal.plugs.ports, who, partner, handed_in).await.map_err(Stopped::Desk)
}

fn shown(query: Option<&str>) -> RowsShown {
    RowsShown::of(query.unwrap_or_default())
}

pub(in crate::http) async fn one(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<ImportId>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    let told = told(query.as_deref())
        .map(|it| (if it == "import-told-look-again" { Tone::Bad } else { Tone::Good }, it));
    match show_import(&caller.portal.plugs.ports, &viewer, id).await {
        Ok(page) => answer(import_page(&caller.ask(), page, shown(query.as_deref()), false, told)),
        Err(error) => caller.stopped_at(error, Desk::Home),
    }
}

pub(in crate::http) async fn mean(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<ImportId>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let said: Vec<String> = fields.all("column").map(str::to_owned).collect();
    let (ports, who) = (caller.portal.plugs.ports.clone(), viewer.clone());
    match to_its_end(async move { mean_columns(&ports, &who, id, &said).await }).await {
        Err(problem) => return caller.problem(&problem),
        Ok(Err(error)) => return caller.stopped_at(error, Desk::Home),
        Ok(Ok(())) => {}
    }
    match show_import(&caller.portal.plugs.ports, &viewer, id).await {
        Ok(page) if matches!(page.preview, Some(Err(_))) => {
            answer(import_page(&caller.ask(), page, shown(None), true, None))
        }
        Ok(_) => caller.lead_to(Desk::Import(id), None),
        Err(error) => caller.stopped_at(error, Desk::Home),
    }
}

pub(in crate::http) async fn write(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<ImportId>,
    caller: Caller,
) -> Response {
    let ports = caller.portal.plugs.ports.clone();
    match to_its_end(async move { write_import(&ports, &viewer, id).await }).await {
        Err(problem) => caller.problem(&problem),
        Ok(Ok(())) => caller.lead_to(Desk::Import(id), Some(Told::IMPORTED)),
        // The page says which columns are missing.
        Ok(Err(DeskError::File(_))) => caller.lead_to(Desk::Import(id), None),
        Ok(Err(error)) => caller.stopped_at(error, Desk::Home),
    }
}

pub(in crate::http) async fn undo(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<ImportId>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let staying = fields.get("stays").parse().unwrap_or(0);
    let ports = caller.portal.plugs.ports.clone();
    match to_its_end(async move { undo_import(&ports, &viewer, id, staying).await }).await {
        Err(problem) => caller.problem(&problem),
        Ok(Ok(())) => caller.lead_to(Desk::Import(id), Some(Told::UNDONE)),
        Ok(Err(DeskError::LookAgain)) => caller.lead_to(Desk::Import(id), Some(Told::LOOK_AGAIN)),
        Ok(Err(error)) => caller.stopped_at(error, Desk::Home),
    }
}
