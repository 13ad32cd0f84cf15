//! A form with a file in it (RFC 7578), taken in piece by piece and never further than its limit.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    task::Poll,
    time::Duration,
};

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
use ui::Problem;

use super::{Portal, spool::Spool};

/// What a form with a file sent.
pub(super) struct Upload {
    /// What its sender calls the file.
    pub(super) file_name: String,
    /// What is in the file; nothing where none was chosen.
    pub(super) file: Spool,
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
    /// It comes too slowly, or cannot be kept here.
    Stopped(Problem),
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

/// How fast a form must come: whoever sends a drop at a time would keep the room of others.
#[derive(Clone, Copy)]
struct Pace {
    bytes: usize,
    within: Duration,
}

/// What the poorest line carries, 20 KiB a second; ten megabytes then take nine minutes.
const SLOWEST: Pace = Pace { bytes: 400 * 1024, within: Duration::from_secs(20) };

impl Pace {
    /// Waits until less has come than must.
    async fn is_lost(self, come: &AtomicUsize) {
        loop {
            let before = come.load(Ordering::Relaxed);
            tokio::time::sleep(self.within).await;
            if come.load(Ordering::Relaxed) - before < self.bytes {
                return;
            }
        }
    }
}

impl Upload {
    /// Takes a form in whose field `file` is a file of at most `max` bytes. A field that stands
    /// twice is read once; the first counts.
    pub(super) async fn take(
        portal: &Portal,
        request: Request,
        max: usize,
    ) -> Result<Self, UploadError> {
        let spool = Spool::new(&portal.data_dir, portal.plugs.ports.ids.next());
        Self::take_at(SLOWEST, request, (spool, max)).await
    }

    async fn take_at(
        pace: Pace,
        request: Request,
        (spool, max): (Spool, usize),
    ) -> Result<Self, UploadError> {
        let come = Arc::new(AtomicUsize::new(0));
        let request = piece_by_piece(request, come.clone());
        tokio::select! {
            taken = Self::take_all(request, spool, max) => taken,
            () = pace.is_lost(&come) => {
                tracing::info!("a file came too slowly");
                Err(UploadError::Stopped(Problem::Busy))
            }
        }
    }

    async fn take_all(request: Request, mut spool: Spool, max: usize) -> Result<Self, UploadError> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok());
        if !kind.is_some_and(|it| it.trim().to_ascii_lowercase().starts_with(KIND)) {
            let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
            return Err(UploadError::Refused(status.into_response()));
        }
        let form = Multipart::from_request(request, &()).await;
        let mut form = form.map_err(|it| UploadError::Refused(it.into_response()))?;
        let (mut file_name, mut texts) = (String::new(), Texts::default());
        let mut fits = None;
        while let Some(mut field) = form.next_field().await? {
            let name = field.name().unwrap_or_default().to_owned();
            if name == "file" && fits.is_none() {
                field.file_name().unwrap_or_default().clone_into(&mut file_name);
                fits = Some(keep(&mut field, &mut spool, max).await?);
            } else if name != "file" && texts.0.len() < MOST_FIELDS {
                let text = typed(&mut field).await?;
                texts.0.push((name, String::from_utf8_lossy(&text).into_owned()));
            }
        }
        match fits {
            Some(false) => Err(UploadError::TooLarge(texts)),
            _ => Ok(Self { file_name, file: spool, texts }),
        }
    }
}

/// The same question, whose body rests after each piece: whoever takes a form apart would else
/// take in all that has come, whether or not it is wanted yet. It counts what has come.
fn piece_by_piece(request: Request, come: Arc<AtomicUsize>) -> Request {
    let (parts, body) = request.into_parts();
    let mut pieces = body.into_data_stream();
    let mut rests = false;
    let slowly = stream::poll_fn(move |context| {
        rests = !rests;
        if rests {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let piece = pieces.poll_next_unpin(context);
        if let Poll::Ready(Some(Ok(bytes))) = &piece {
            come.fetch_add(bytes.len(), Ordering::Relaxed);
        }
        piece
    });
    Request::from_parts(parts, Body::from_stream(slowly))
}

/// Keeps the file in a field, and answers whether it is no more than may be there. What is more
/// is read too and let go, since a browser that is cut off while it sends shows no answer.
async fn keep(field: &mut Field<'_>, spool: &mut Spool, max: usize) -> Result<bool, UploadError> {
    let mut fits = true;
    while let Some(chunk) = field.chunk().await? {
        fits = fits && spool.len() + chunk.len() <= max;
        if fits {
            spool.push(&chunk).await?;
        } else {
            spool.empty();
        }
    }
    Ok(fits)
}

/// What was typed into a field; nothing where it is more than anybody types.
async fn typed(field: &mut Field<'_>) -> Result<Vec<u8>, UploadError> {
    let mut text = Some(Vec::new());
    while let Some(chunk) = field.chunk().await? {
        match &mut text {
            Some(text) if text.len() + chunk.len() <= MOST_TYPED => text.extend_from_slice(&chunk),
            _ => text = None,
        }
    }
    Ok(text.unwrap_or_default())
}

impl From<io::Error> for UploadError {
    fn from(error: io::Error) -> Self {
        tracing::error!(%error, "a file that comes in could not be kept");
        Self::Stopped(Problem::Broken)
    }
}

impl From<MultipartError> for UploadError {
    fn from(error: MultipartError) -> Self {
        match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge(Texts::default()),
            _ => Self::Refused(error.into_response()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use axum::body::Bytes;
    use domain::Uuid;

    use super::*;

    /// A form whose file comes in so many pieces, so long one after the other.
    fn in_pieces(piece: &'static [u8], n: usize, pause: Duration) -> Request {
        let head = "--x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";
        let parts = [Bytes::from_static(head.as_bytes())]
            .into_iter()
            .chain(std::iter::repeat_n(Bytes::from_static(piece), n))
            .chain([Bytes::from_static(b"\r\n--x--\r\n")]);
        let body = stream::iter(parts).then(move |part| async move {
            tokio::time::sleep(pause).await;
            Ok::<_, Infallible>(part)
        });
        axum::http::Request::post("/")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
            .body(Body::from_stream(body))
            .expect("a request")
    }

    async fn taken(request: Request) -> Result<Upload, UploadError> {
        let pace = Pace { bytes: 1_000, within: Duration::from_millis(300) };
        let spool = Spool::new(&std::env::temp_dir(), Uuid::from_u128(7));
        Upload::take_at(pace, request, (spool, 100_000)).await
    }

    #[tokio::test]
    async fn whoever_sends_a_drop_at_a_time_is_cut() {
        let drops = in_pieces(b"x", 1_000, Duration::from_millis(10));
        assert!(matches!(taken(drops).await, Err(UploadError::Stopped(Problem::Busy))));
        let silent = in_pieces(b"x", 1, Duration::from_mins(1));
        assert!(matches!(taken(silent).await, Err(UploadError::Stopped(Problem::Busy))));
    }

    #[tokio::test]
    async fn whoever_sends_slowly_but_steadily_comes_to_the_end() {
        let steady = in_pieces(&[b'x'; 1_000], 30, Duration::from_millis(20));
        let upload = taken(steady).await;
        assert_eq!(upload.map(|it| it.file.len()).ok(), Some(30_000));
    }
}
