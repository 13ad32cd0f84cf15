//! Where the keys that seal come from: the operator's settings, else the data folder.

use std::{fs, io::Write as _, path::Path};

use anyhow::Context as _;

use crate::{adapters::Keyring, config::Config};

/// The name of the key that the portal makes for itself.
const OWN_KEY: &str = "sealing.key";

/// The keys that are in force, and what the operator should know about them.
pub struct SealingKeys {
    pub keyring: Keyring,
    pub advice: Option<&'static str>,
}

/// Reads the keys of the settings. Where none are set, the one server that can serve from a SQLite
/// file makes a key of its own and keeps it in the data folder; several servers of one PostgreSQL
/// could not agree on one, so nothing is sealed there until there is a setting.
///
/// # Errors
///
/// Where what is set holds no keys, or a file cannot be read or written.
pub fn load(config: &Config) -> anyhow::Result<SealingKeys> {
    let read = |text: &str, whence: &str| {
        Keyring::read(text).with_context(|| format!("the sealing keys of {whence} cannot be used"))
    };
    let only = |keyring| SealingKeys { keyring, advice: None };
    match (&config.sealing_keys, &config.sealing_keys_file) {
        (Some(_), Some(_)) => anyhow::bail!(
            "GNIST_SEALING_KEYS and GNIST_SEALING_KEYS_FILE are both set; one of them is enough"
        ),
        (Some(keys), None) => Ok(only(read(keys, "GNIST_SEALING_KEYS")?)),
        (None, Some(file)) => {
            let text = fs::read_to_string(file).with_context(|| {
                format!("the file {} of GNIST_SEALING_KEYS_FILE cannot be read", file.display())
            })?;
            Ok(only(read(&text, "GNIST_SEALING_KEYS_FILE")?))
        }
        (None, None) if config.database().starts_with("sqlite://") => {
            let file = config.data_dir.join(OWN_KEY);
            let text = own_key(&file)
                .with_context(|| format!("the sealing key {} cannot be kept", file.display()))?;
            let keyring = read(&text, &file.display().to_string())?;
            let advice = (!config.is_for_this_machine()).then_some(
                "the key that seals second factors lies in the data folder, beside what it seals; \
                 move it elsewhere and name its file in GNIST_SEALING_KEYS_FILE",
            );
            Ok(SealingKeys { keyring, advice })
        }
        (None, None) => Ok(SealingKeys {
            keyring: Keyring::default(),
            advice: Some(
                "second factors are kept unsealed: set GNIST_SEALING_KEYS or \
                 GNIST_SEALING_KEYS_FILE to a key such as `openssl rand -hex 32` makes, \
                 the same one for every server of this database",
            ),
        }),
    }
}

/// The key in a file, which only its owner can read; made where there is none.
fn own_key(file: &Path) -> anyhow::Result<String> {
    use std::os::unix::fs::OpenOptionsExt as _;

    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    // It is written elsewhere first, so that nobody reads half of it, and whoever comes first wins.
    let draft = file.with_extension(format!("key.{}", std::process::id()));
    if !file.exists() {
        let key = Keyring::new_key()?;
        let mut made = fs::OpenOptions::new()
            .create(true)
            .write(true)
            .truncate(true)
            .mode(0o600)
            .open(&draft)?;
        writeln!(made, "{key}")?;
        made.sync_all()?;
        let linked = fs::hard_link(&draft, file);
        fs::remove_file(&draft)?;
        if let Err(error) = linked
            && error.kind() != std::io::ErrorKind::AlreadyExists
        {
            return Err(error.into());
        }
    }
    Ok(fs::read_to_string(file)?)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[derive(clap::Parser)]
    struct Flags {
        #[command(flatten)]
        config: Config,
    }

    fn config(folder: &Path, words: &[&str]) -> Config {
        let folder = format!("--data-dir={}", folder.display());
        let words = ["gnist", &folder].into_iter().chain(words.iter().copied());
        <Flags as clap::Parser>::parse_from(words).config
    }

    fn folder(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("gnist_keys_{name}_{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    #[test]
    fn a_portal_of_its_own_makes_a_key_once_and_keeps_it_private() {
        let folder = folder("own");
        let first = load(&config(&folder, &[])).unwrap();
        assert_eq!(first.advice, None, "only this machine reaches it");
        let again = load(&config(&folder, &["--public-url=https://gnist.example"])).unwrap();
        assert_eq!(again.keyring.first(), first.keyring.first());
        assert!(again.advice.is_some_and(|it| it.contains("GNIST_SEALING_KEYS_FILE")));
        let mode = fs::metadata(folder.join(OWN_KEY)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "something was left behind");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_key_of_the_settings_is_taken_and_none_is_made() {
        let folder = folder("set");
        let key = "0f".repeat(32);
        let set = load(&config(&folder, &[&format!("--sealing-keys={key}")])).unwrap();
        assert!(set.keyring.first().is_some() && set.advice.is_none() && !folder.exists());
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join("keys");
        fs::write(&file, format!("{key}\n{}\n", "1e".repeat(32))).unwrap();
        let file = format!("--sealing-keys-file={}", file.display());
        let read = load(&config(&folder, &[&file])).unwrap();
        assert_eq!(read.keyring.first(), set.keyring.first());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_wrong_setting_says_which_and_never_what() {
        let folder = folder("wrong");
        let said = |words: &[&str]| format!("{:#}", load(&config(&folder, words)).err().unwrap());
        let text = said(&["--sealing-keys=hemmelig"]);
        assert!(text.contains("GNIST_SEALING_KEYS") && text.contains("openssl rand"), "{text}");
        assert!(!text.contains("hemmelig"));
        let text = said(&["--sealing-keys-file=/findes/ikke"]);
        assert!(text.contains("/findes/ikke") && text.contains("GNIST_SEALING_KEYS_FILE"));
        let text = said(&["--sealing-keys=x", "--sealing-keys-file=y"]);
        assert!(text.contains("both set"), "{text}");
    }

    #[test]
    fn servers_that_share_a_database_are_told_to_share_a_key() {
        let folder = folder("shared");
        let words = ["--database-url=postgres://db.example/gnist"];
        let keys = load(&config(&folder, &words)).unwrap();
        assert_eq!(keys.keyring.first(), None);
        assert!(keys.advice.is_some_and(|it| it.contains("unsealed")));
        assert!(!folder.exists());
    }
}
