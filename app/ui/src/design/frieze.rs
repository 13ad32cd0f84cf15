//! The band of shapes over the footer: spark, diamond, circle, squircle.

use leptos::prelude::*;

/// The band of shapes; it says nothing.
#[component]
pub fn Frieze() -> impl IntoView {
    view! {
        <svg class="lame" aria-hidden="true">
            <defs>
                <pattern id="lame" width="112" height="28" patternUnits="userSpaceOnUse">
                    <path fill="#ffcb1f" d="M28 14Q14 14 14 28 14 14 0 14 14 14 14 0 14 14 28 14z" />
                    <path fill="#ff6a39" d="M42 0l14 14-14 14-14-14z" />
                    <circle fill="#ef4f97" cx="70" cy="14" r="14" />
                    <path
                        fill="#6a4bff"
                        d="M112 14C112 26.7 110.7 28 98 28S84 26.7 84 14 85.3 0 98 0 112 1.3 112 14z"
                    />
                </pattern>
            </defs>
            <rect width="100%" height="28" fill="url(#lame)" />
        </svg>
    }
}
