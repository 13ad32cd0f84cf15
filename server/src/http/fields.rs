//! What a form sent (WHATWG URL, application/x-www-form-urlencoded).

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

/// What a form sent. A field that stands twice is read once; the first counts.
pub(super) struct Fields(Vec<(String, String)>);

/// The most fields that are looked at.
const MOST: usize = 2_000;
const KIND: &str = "application/x-www-form-urlencoded";

impl Fields {
    /// Everything that was ticked or typed under one name, in the order of the form.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// What was typed into a field; nothing where there is no such field.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok());
        let kind = kind.map(|it| it.split(';').next().unwrap_or_default().trim().to_owned());
        // A form without fields has no body, and some browsers then name no kind either.
        let is_form = kind.as_ref().is_none_or(|it| it.eq_ignore_ascii_case(KIND));
        if !is_form {
            return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response());
        }
        let body = Bytes::from_request(request, state).await;
        let body = body.map_err(IntoResponse::into_response)?;
        if kind.is_none() && !body.is_empty() {
            return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response());
        }
        let mut fields = ui::routes::decode_query(&String::from_utf8_lossy(&body));
        fields.truncate(MOST);
        Ok(Self(fields))
    }
}
