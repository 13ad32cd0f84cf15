//! Asking the portal over HTTP/1.1 as browsers do, and hanging up on it as they do too.

use std::{
    fmt::Write as _,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

use anyhow::{Context as _, bail};

/// The longest that anybody waits for an answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// A connection that is kept for the next question.
pub struct Browser {
    addr: SocketAddr,
    stream: Option<BufReader<TcpStream>>,
}

/// What the portal answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    /// Where it leads.
    pub location: String,
    pub body: String,
}

impl Browser {
    pub fn at(addr: SocketAddr) -> Self {
        Self { addr, stream: None }
    }

    /// Opens a page.
    pub fn opens(&mut self, path: &str) -> anyhow::Result<Answer> {
        self.asks(&request(self.addr, "GET", path, ""))
    }

    /// Sends a form. It is never sent twice by itself.
    pub fn sends(&mut self, path: &str, fields: &[(&str, &str)]) -> anyhow::Result<Answer> {
        self.asks(&request(self.addr, "POST", path, &form(fields)))
    }

    fn asks(&mut self, request: &str) -> anyhow::Result<Answer> {
        let mut stream = match self.stream.take() {
            Some(stream) => stream,
            None => BufReader::new(connect(self.addr)?),
        };
        stream.get_mut().write_all(request.as_bytes())?;
        let (answer, stays) = read(&mut stream)?;
        if stays {
            self.stream = Some(stream);
        }
        Ok(answer)
    }
}

pub fn connect(addr: SocketAddr) -> anyhow::Result<TcpStream> {
    let stream = TcpStream::connect(addr)?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    Ok(stream)
}

/// A whole question, head and body.
pub fn request(addr: SocketAddr, method: &str, path: &str, body: &str) -> String {
    let mut head = format!("{method} {path} HTTP/1.1\r\nhost: {addr}\r\n");
    if method == "POST" {
        let length = body.len();
        let _ = write!(
            head,
            "sec-fetch-site: same-origin\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {length}\r\n"
        );
    }
    head + "\r\n" + body
}

/// Fields as a form sends them (WHATWG URL).
pub fn form(fields: &[(&str, &str)]) -> String {
    let pairs = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value)));
    pairs.collect::<Vec<_>>().join("&")
}

fn encoded(text: &str) -> String {
    let byte = |it: u8| match it {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => char::from(it).to_string(),
        other => format!("%{other:02X}"),
    };
    text.bytes().map(byte).collect()
}

/// Reads one answer; answers whether the connection stays.
fn read(stream: &mut BufReader<TcpStream>) -> anyhow::Result<(Answer, bool)> {
    let mut line = String::new();
    stream.read_line(&mut line)?;
    let status = line.split(' ').nth(1).and_then(|it| it.parse().ok());
    let status = status.context("the connection ended without an answer")?;
    let (mut location, mut length, mut stays) = (String::new(), None, true);
    loop {
        line.clear();
        if stream.read_line(&mut line)? == 0 {
            bail!("the answer ended in its head");
        }
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "location" => value.clone_into(&mut location),
            "content-length" => length = value.parse::<usize>().ok(),
            "connection" => stays = value != "close",
            _ => {}
        }
    }
    let mut body = Vec::new();
    if let Some(length) = length {
        body.resize(length, 0);
        stream.read_exact(&mut body).context("the answer was cut short")?;
    } else {
        stays = false;
        stream.read_to_end(&mut body)?;
    }
    Ok((Answer { status, location, body: String::from_utf8_lossy(&body).into_owned() }, stays))
}
