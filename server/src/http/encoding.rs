//! How answers are compressed.

use std::io::Write as _;

use axum::{
    body::Bytes,
    http::{HeaderMap, header},
};
use flate2::{Compression, write::GzEncoder};

/// How an answer is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Brotli,
    Gzip,
    Plain,
}

impl Encoding {
    /// The best that the browser takes and that there is (RFC 9110, 12.5.3).
    pub(super) fn best(headers: &HeaderMap, has_brotli: bool, has_gzip: bool) -> Self {
        let accepted = headers
            .get(header::ACCEPT_ENCODING)
            .and_then(|it| it.to_str().ok())
            .unwrap_or_default();
        let takes = |name: &str| {
            accepted.split(',').any(|part| {
                let mut words = part.split(';').map(str::trim);
                let is_named = words.next().is_some_and(|it| it.eq_ignore_ascii_case(name));
                let refused =
                    words.filter_map(|it| it.strip_prefix("q=")).any(|q| q.parse() == Ok(0.0f32));
                is_named && !refused
            })
        };
        if has_brotli && takes("br") {
            Self::Brotli
        } else if has_gzip && takes("gzip") {
            Self::Gzip
        } else {
            Self::Plain
        }
    }

    pub(super) fn name(self) -> Option<&'static str> {
        match self {
            Self::Brotli => Some("br"),
            Self::Gzip => Some("gzip"),
            Self::Plain => None,
        }
    }

    /// The answer in this encoding.
    pub(super) fn pack(self, plain: Bytes, effort: Effort) -> Bytes {
        match self {
            Self::Brotli => brotli(&plain, effort).into(),
            Self::Gzip => gzip(&plain, effort).into(),
            Self::Plain => plain,
        }
    }
}

/// The work put into compressing an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effort {
    /// It is sent once.
    Once,
    /// It is kept and sent again and again.
    Kept,
}

impl Effort {
    /// Of 0 to 11.
    fn brotli(self) -> u32 {
        match self {
            Self::Once => 2,
            Self::Kept => 5,
        }
    }

    fn gzip(self) -> Compression {
        match self {
            Self::Once => Compression::fast(),
            Self::Kept => Compression::default(),
        }
    }
}

fn brotli(plain: &[u8], effort: Effort) -> Vec<u8> {
    let mut packed = Vec::with_capacity(plain.len() / 4);
    let mut encoder = brotli::CompressorWriter::new(&mut packed, 4096, effort.brotli(), 20);
    // Writing into memory does not fail.
    let _ = encoder.write_all(plain);
    drop(encoder);
    packed
}

fn gzip(plain: &[u8], effort: Effort) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(plain.len() / 4), effort.gzip());
    let _ = encoder.write_all(plain);
    encoder.finish().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn best(accepted: &'static str) -> Encoding {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(accepted));
        Encoding::best(&headers, true, true)
    }

    #[test]
    fn the_smallest_that_the_browser_takes_is_sent() {
        assert_eq!(best("gzip, deflate, br, zstd"), Encoding::Brotli);
        assert_eq!(best("gzip"), Encoding::Gzip);
        assert_eq!(best("br;q=0, gzip;q=0.5"), Encoding::Gzip);
        assert_eq!(best("identity"), Encoding::Plain);
        assert_eq!(Encoding::best(&HeaderMap::new(), true, true), Encoding::Plain);
    }
}
