//! A form with a file in it (RFC 7578), taken in piece by piece and never further than its limit.

use axum::{
    extract::{FromRequest as _, Multipart, Request, multipart::MultipartError},
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};

/// What a form with a file sent.
pub(super) struct Upload {
    /// What its sender calls the file.
    pub(super) file_name: String,
    /// What is in the file; nothing where none was chosen.
    pub(super) file: Vec<u8>,
}

/// Why a form with a file is not taken.
pub(super) enum UploadError {
    /// The file is larger than it may be.
    TooLarge,
    /// It is no such form, or it breaks off.
    Refused(Response),
}

const KIND: &str = "multipart/form-data";

impl Upload {
    /// Takes a form in whose field `file` is a file of at most `max` bytes.
    pub(super) async fn take(request: Request, max: usize) -> Result<Self, UploadError> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok());
        if !kind.is_some_and(|it| it.trim().to_ascii_lowercase().starts_with(KIND)) {
            let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
            return Err(UploadError::Refused(status.into_response()));
        }
        let form = Multipart::from_request(request, &()).await;
        let mut form = form.map_err(|it| UploadError::Refused(it.into_response()))?;
        let (mut file_name, mut file) = (String::new(), Vec::new());
        while let Some(mut field) = form.next_field().await? {
            if field.name() != Some("file") {
                continue;
            }
            field.file_name().unwrap_or_default().clone_into(&mut file_name);
            while let Some(chunk) = field.chunk().await? {
                if file.len() + chunk.len() > max {
                    return Err(UploadError::TooLarge);
                }
                file.extend_from_slice(&chunk);
            }
        }
        Ok(Self { file_name, file })
    }
}

impl From<MultipartError> for UploadError {
    fn from(error: MultipartError) -> Self {
        match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            _ => Self::Refused(error.into_response()),
        }
    }
}
