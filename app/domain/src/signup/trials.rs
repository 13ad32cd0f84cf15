//! How often a property is tried.

/// As often as `cargo xtask drill` says, or as usual.
pub(super) fn trials() -> u32 {
    let said = std::env::var_os("GNIST_DRILL_TIMES");
    said.and_then(|it| it.to_str()?.parse().ok()).unwrap_or(500)
}
