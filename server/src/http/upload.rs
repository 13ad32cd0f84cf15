//! A form with a file in it (RFC 7578), taken in piece by piece and never further than its limit.

use std::task::Poll;

use axum::{
    body::Body,
    extract::{
        FromRequest as _, Multipart, Request,
        multipart::{Field, MultipartError},
    },
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use futures_util::{StreamExt as _, stream};

/// What a form with a file sent.
pub(super) struct Upload {
    /// What its sender calls the file.
    pub(super) file_name: String,
    /// What is in the file; nothing where none was chosen.
    pub(super) file: Vec<u8>,
    pub(super) texts: Texts,
}

/// What was typed beside a file.
#[derive(Default)]
pub(super) struct Texts(Vec<(String, String)>);

/// The most that is typed beside a file, in bytes and in fields.
const MOST_TYPED: usize = 16 * 1024;
const MOST_FIELDS: usize = 20;

/// Why a form with a file is not taken.
pub(super) enum UploadError {
    /// The file is larger than it may be.
    TooLarge(Texts),
    /// It is no such form, or it breaks off.
    Refused(Response),
}

impl Texts {
    /// What was typed into a field; nothing where there is no such field.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }
}

const KIND: &str = "multipart/form-data";

impl Upload {
    /// Takes a form in whose field `file` is a file of at most `max` bytes. A field that stands
    /// twice is read once; the first counts.
    pub(super) async fn take(request: Request, max: usize) -> Result<Self, UploadError> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok());
        if !kind.is_some_and(|it| it.trim().to_ascii_lowercase().starts_with(KIND)) {
            let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
            return Err(UploadError::Refused(status.into_response()));
        }
        // Made as large as it says that it is, and so not made larger again and again; where it does
        // not say, as large as it may be, of which the system gives no more than is filled.
        let length = request.headers().get(header::CONTENT_LENGTH);
        let length = length.and_then(|it| it.to_str().ok()?.parse().ok());
        let room = max.min(length.unwrap_or(max));
        let form = Multipart::from_request(piece_by_piece(request), &()).await;
        let mut form = form.map_err(|it| UploadError::Refused(it.into_response()))?;
        let (mut file_name, mut taken, mut texts) = (String::new(), None, Texts::default());
        while let Some(mut field) = form.next_field().await? {
            let name = field.name().unwrap_or_default().to_owned();
            if name == "file" && taken.is_none() {
                field.file_name().unwrap_or_default().clone_into(&mut file_name);
                taken = Some(bytes(&mut field, (room, max)).await?);
            } else if name != "file" && texts.0.len() < MOST_FIELDS {
                let text = bytes(&mut field, (0, MOST_TYPED)).await?.unwrap_or_default();
                texts.0.push((name, String::from_utf8_lossy(&text).into_owned()));
            }
        }
        match taken {
            Some(None) => Err(UploadError::TooLarge(texts)),
            taken => Ok(Self { file_name, file: taken.flatten().unwrap_or_default(), texts }),
        }
    }
}

/// The same question, whose body rests after each piece: whoever takes a form apart would else
/// take in all that has come, whether or not it is wanted yet.
fn piece_by_piece(request: Request) -> Request {
    let (parts, body) = request.into_parts();
    let mut pieces = body.into_data_stream();
    let mut rests = false;
    let slowly = stream::poll_fn(move |context| {
        rests = !rests;
        if rests {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        pieces.poll_next_unpin(context)
    });
    Request::from_parts(parts, Body::from_stream(slowly))
}

/// Everything in a field; nothing where it is more than may be there. That is read too and let
/// go, since a browser that is cut off while it sends shows no answer.
async fn bytes(
    field: &mut Field<'_>,
    (room, max): (usize, usize),
) -> Result<Option<Vec<u8>>, UploadError> {
    let mut bytes = Some(Vec::with_capacity(room));
    while let Some(chunk) = field.chunk().await? {
        match &mut bytes {
            Some(bytes) if bytes.len() + chunk.len() <= max => bytes.extend_from_slice(&chunk),
            _ => bytes = None,
        }
    }
    Ok(bytes)
}

impl From<MultipartError> for UploadError {
    fn from(error: MultipartError) -> Self {
        match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge(Texts::default()),
            _ => Self::Refused(error.into_response()),
        }
    }
}
