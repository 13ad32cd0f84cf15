//! Where things are.

use std::{
    env,
    path::{Path, PathBuf},
    sync::OnceLock,
};

/// The root of the repository that this was started in. It may have been built in another clone.
pub fn root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| {
        let own = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let own = own.unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        own.parent().map_or_else(|| ".".into(), Path::to_path_buf)
    })
}

/// The folder of everything that is built.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The finished site.
pub fn site() -> PathBuf {
    target().join("site")
}

/// The finished program.
pub fn binary() -> PathBuf {
    target().join("release/gnist")
}
