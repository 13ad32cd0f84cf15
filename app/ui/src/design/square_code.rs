//! A square that a telephone's camera reads (QR, ISO/IEC 18004), drawn on the server.

use leptos::prelude::*;

/// The modules of a square code, row by row; true is dark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Modules(pub Vec<Vec<bool>>);

/// A square code. It is dark on light in every mode, or cameras do not read it; the quiet zone
/// is four modules wide, as the standard asks.
#[component]
pub fn SquareCode(modules: Modules, name: String) -> impl IntoView {
    let size = modules.0.len() + 8;
    let box_ = format!("-4 -4 {size} {size}");
    let mut path = String::new();
    for (y, row) in modules.0.iter().enumerate() {
        for (x, _) in row.iter().enumerate().filter(|(_, is_dark)| **is_dark) {
            path.extend([format!("M{x} {y}h1v1h-1z")]);
        }
    }
    view! {
        <svg class="square-code" viewBox=box_ role="img" aria-label=name shape-rendering="crispEdges">
            <path fill="#fff" d=format!("M-4 -4h{size}v{size}h-{size}z") />
            <path fill="#000" d=path />
        </svg>
    }
}
