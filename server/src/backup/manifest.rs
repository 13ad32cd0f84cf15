//! What a backup says of itself.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

const FILE: &str = "manifest.json";

/// What a backup says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    pub taken_at: DateTime<Utc>,
    /// The last step of the schema.
    pub schema: String,
    /// The database, how long it is, and its SHA-256.
    pub file: String,
    pub bytes: u64,
    pub sha256: String,
    /// How many rows each table has.
    pub rows: BTreeMap<String, u64>,
}

impl Manifest {
    pub(super) fn write(&self, folder: &Path) -> anyhow::Result<()> {
        let text = json!({
            "taken_at": self.taken_at.to_rfc3339(),
            "program": env!("CARGO_PKG_VERSION"),
            "schema": self.schema,
            "file": self.file,
            "bytes": self.bytes,
            "sha256": self.sha256,
            "rows": self.rows,
        });
        let text = serde_json::to_string_pretty(&text)?;
        fs::write(folder.join(FILE), text).context("the manifest cannot be written")
    }

    pub(super) fn read(folder: &Path) -> anyhow::Result<Self> {
        let file = folder.join(FILE);
        let text = fs::read_to_string(&file)
            .with_context(|| format!("{} cannot be read; is it a backup?", file.display()))?;
        Self::of(&text).with_context(|| format!("{} is no manifest of a backup", file.display()))
    }

    fn of(text: &str) -> Option<Self> {
        let said: Value = serde_json::from_str(text).ok()?;
        let word = |name: &str| Some(said.get(name)?.as_str()?.to_owned());
        let file = word("file")?;
        // It lies in the folder, and nowhere else.
        if Path::new(&file).components().count() != 1 || file.contains("..") {
            return None;
        }
        let rows = said.get("rows")?.as_object()?.iter();
        Some(Self {
            taken_at: DateTime::parse_from_rfc3339(&word("taken_at")?).ok()?.to_utc(),
            schema: word("schema")?,
            file,
            bytes: said.get("bytes")?.as_u64()?,
            sha256: word("sha256")?,
            rows: rows.map(|(name, n)| Some((name.clone(), n.as_u64()?))).collect::<Option<_>>()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_names_nothing_outside_its_folder() {
        let said = |file: &str| {
            format!(
                r#"{{"taken_at":"2026-12-01T08:00:00Z","schema":"s","file":"{file}","bytes":1,"sha256":"x","rows":{{"a":2}}}}"#
            )
        };
        let read = Manifest::of(&said("gnist.db")).expect("a manifest");
        assert_eq!((read.bytes, read.rows["a"]), (1, 2));
        for file in ["../gnist.db", "/etc/passwd", "a/b", ".."] {
            assert_eq!(Manifest::of(&said(file)), None, "{file}");
        }
        assert_eq!(Manifest::of("{}"), None);
    }
}
