//! A mail server with moods (RFC 5321), as small as can be.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex, PoisonError, mpsc},
    thread,
    time::Duration,
};

/// A letter that came in: to whom, and under which name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Took {
    pub to: String,
    pub name: String,
}

/// Who hears of each letter before it is acknowledged, and lets the server go on.
type Watcher = Arc<Mutex<Option<mpsc::SyncSender<()>>>>;

/// What becomes of a letter is decided by its address: `busy-…` is put off, `gone-…` does not
/// exist, `drop-…` is taken and not acknowledged, once each; `hang-…` waits for nothing.
#[derive(Clone, Default)]
pub struct MailServer {
    took: Arc<Mutex<Vec<Took>>>,
    /// Addresses that had their trouble.
    troubled: Arc<Mutex<Vec<String>>>,
    watcher: Watcher,
}

fn lock<T>(it: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    it.lock().unwrap_or_else(PoisonError::into_inner)
}

impl MailServer {
    /// Listens from now on, until the program ends.
    pub fn listen(&self, addr: SocketAddr) -> anyhow::Result<()> {
        let (listener, server) = (TcpListener::bind(addr)?, self.clone());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let server = server.clone();
                thread::spawn(move || server.speak(&stream));
            }
        });
        Ok(())
    }

    pub fn took(&self) -> Vec<Took> {
        lock(&self.took).clone()
    }

    /// Lets somebody do something between the letter that is taken next and its acknowledgement.
    pub fn next_letter(&self) -> mpsc::Receiver<()> {
        let (tell, hear) = mpsc::sync_channel(0);
        *lock(&self.watcher) = Some(tell);
        hear
    }

    /// Whether it is the first time that this address has its trouble.
    fn has_trouble(&self, to: &str, trouble: &str) -> bool {
        let mut troubled = lock(&self.troubled);
        let is_first = to.starts_with(trouble) && !troubled.iter().any(|it| it == to);
        if is_first {
            troubled.push(to.to_owned());
        }
        is_first
    }

    fn speak(&self, stream: &TcpStream) -> Option<()> {
        let mut lines = BufReader::new(stream.try_clone().ok()?).lines();
        let mut writing = stream;
        let mut says = |words: &str| writing.write_all(format!("{words}\r\n").as_bytes()).ok();
        let mut to = String::new();
        says("220 mail.example")?;
        while let Some(Ok(line)) = lines.next() {
            let word = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
            match word.as_str() {
                "EHLO" => says("250-mail.example\r\n250 8BITMIME")?,
                "RCPT" => {
                    let address = line.split(['<', '>']).nth(1).unwrap_or_default();
                    address.clone_into(&mut to);
                    if to.starts_with("gone-") {
                        says("550 nobody of that name")?;
                    } else if self.has_trouble(&to, "busy-") {
                        says("421 later")?;
                        return None;
                    } else {
                        says("250 ok")?;
                    }
                }
                "DATA" => {
                    says("354 go on")?;
                    let mut name = String::new();
                    for line in lines.by_ref().map_while(Result::ok) {
                        if line == "." {
                            break;
                        }
                        if let Some(it) = line.strip_prefix("Message-ID: ") {
                            it.trim().clone_into(&mut name);
                        }
                    }
                    lock(&self.took).push(Took { to: to.clone(), name });
                    let watcher = lock(&self.watcher).take();
                    if let Some(watcher) = watcher {
                        // The second time, whoever watches has done it.
                        let _ = watcher.send(());
                        let _ = watcher.send(());
                    }
                    if self.has_trouble(&to, "drop-") {
                        return None;
                    }
                    if self.has_trouble(&to, "hang-") {
                        thread::sleep(Duration::from_mins(1));
                        return None;
                    }
                    says("250 taken")?;
                }
                "QUIT" => return says("221 bye"),
                _ => says("250 ok")?,
            }
        }
        Some(())
    }
}
