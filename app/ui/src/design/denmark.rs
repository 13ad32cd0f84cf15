//! Denmark, drawn in dots; places are diamonds.

use std::fmt::Write as _;

use domain::pact::Region;

/// A number that stands on the map and leads somewhere.
#[derive(Clone, Debug)]
pub struct MapMarker {
    /// Degrees north, WGS 84.
    pub lat: f64,
    /// Degrees east, WGS 84.
    pub lon: f64,
    /// What it says to those who do not see it.
    pub label: String,
    pub count: u32,
    pub href: String,
}

/// The land of each part of the country, as strokes of dots (made from Natural Earth 1:10m, public domain).
const LAND: [&str; 5] = [
    "M23 1h0M22 2h0M21 3h0M17 4h4M17 5h4M16 6h6M15 7h7M15 8h7M27 8h1M14 9h8M26 9h1M13 10h8M8 11h13M5 12h10M17 12h4M4 13h4M11 13h9M3 14h5M11 14h9M3 15h4M11 15h9M2 16h5M11 16h9M2 17h5M10 17h10M3 18h4M11 18h8M6 19h0M15 19h3M15 20h0",
    "M8 17h1M8 18h2M20 18h0M32 18h0M1 19h0M4 19h1M7 19h2M11 19h3M19 19h1M1 20h3M7 20h7M16 20h4M1 21h24M1 22h25M1 23h25M1 24h24M1 25h19M22 25h2M1 26h21M24 26h0M1 27h18M22 27h0M1 28h19M1 29h0M3 29h17M3 30h17M22 30h0M3 31h4M9 31h1M13 31h6M23 31h0M3 32h2M13 32h4M22 32h1M15 33h3M15 34h2",
    "M8 31h0M11 31h1M2 32h0M6 32h6M1 33h13M1 34h13M1 35h14M1 36h14M19 36h2M1 37h23M3 38h20M3 39h0M5 39h9M16 39h8M6 40h8M17 40h7M6 41h8M17 41h7M6 42h8M17 42h8M4 43h0M6 43h7M19 43h5M26 43h0M4 44h0M6 44h7M15 44h0M19 44h5M26 44h0M6 45h10M22 45h0M25 45h0M6 46h11M25 46h0M6 47h12M20 47h0M24 47h1M10 48h2M15 48h0M21 48h0M24 48h0M24 49h0",
    "M40 8h0M40 9h2M40 10h2M40 11h2M42 12h0M38 27h0M37 28h3M36 29h4M35 30h5M35 31h5M35 32h5M34 33h1M37 33h4M38 34h2M37 35h4M40 36h1",
    "M32 30h1M31 31h1M31 32h2M30 33h3M36 33h0M27 34h10M27 35h9M28 36h10M28 37h9M28 38h9M29 39h9M28 40h11M29 41h10M29 42h8M34 43h2M33 44h3M34 45h5M28 46h0M34 46h0M37 46h3M27 47h2M33 47h4M28 48h9M27 49h9M29 50h6M30 51h3M35 51h0M35 52h0",
];

/// The regions that each of these parts is, or belongs to.
const REGIONS: [&[&str]; 5] = [
    &["nordjylland"],
    &["midtjylland"],
    &["syddanmark"],
    &["hovedstaden", "oestdanmark"],
    &["sjaelland", "oestdanmark"],
];

/// Where a point stands on the drawing; Bornholm is moved up beside the rest.
fn place(lat: f64, lon: f64) -> (f64, f64) {
    let x = (lon - 8.0) * 56.1_f64.to_radians().cos() * 100.0 / 6.2 - 0.5;
    let y = (57.85 - lat) * 100.0 / 6.2 - 0.5;
    if lon > 14.0 { (x - 125.0 / 6.2, y - 205.0 / 6.2) } else { (x, y) }
}

fn land(is_lit: impl Fn(&[&str]) -> bool) -> String {
    LAND.iter().zip(REGIONS).fold(String::new(), |mut svg, (dots, regions)| {
        let class = if is_lit(regions) { "land land--on" } else { "land" };
        let _ = write!(svg, r#"<path class="{class}" d="{dots}"/>"#);
        svg
    })
}

/// The whole country with numbers on it, each a link. A list beside it must say the same.
#[must_use]
pub fn denmark_map(markers: &[MapMarker], title: &str, description: &str) -> String {
    let mut svg = format!(
        r#"<svg class="map" viewBox="-2 -1 47 54" role="group" aria-label="{}"><desc>{}</desc>{}"#,
        escape(title),
        escape(description),
        land(|_| true),
    );
    for marker in markers {
        let (x, y) = place(marker.lat, marker.lon);
        let (href, label, count) = (escape(&marker.href), escape(&marker.label), marker.count);
        let _ = write!(
            svg,
            r#"<a class="cnt" href="{href}" aria-label="{label}"><circle cx="{x:.1}" cy="{y:.1}" r="3"/><text x="{x:.1}" y="{:.1}">{count}</text></a>"#,
            y + 0.9,
        );
    }
    svg + "</svg>"
}

/// The whole country with one place on it as a diamond, and the land of its region lit.
#[must_use]
pub fn place_map(lat: f64, lon: f64, region: Option<Region>, label: &str) -> String {
    let (x, y) = place(lat, lon);
    format!(
        r#"<svg class="map" viewBox="-2 -1 47 54" role="img" aria-label="{}">{}<path class="here" d="M{x:.1} {:.1}l3 3-3 3-3-3z"/></svg>"#,
        escape(label),
        land(|regions| region.is_some_and(|it| regions.contains(&it.key()))),
        y - 3.0,
    )
}

/// Makes text safe in HTML, in an attribute too.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bornholm_stands_on_the_drawing() {
        let (x, y) = place(55.1, 14.9);
        assert!((-2.0..45.0).contains(&x) && (-1.0..53.0).contains(&y), "{x} {y}");
    }

    #[test]
    fn a_label_cannot_leave_its_attribute() {
        let map = place_map(55.4, 10.4, None, r#""><script>"#);
        assert!(!map.contains("<script>"), "{map}");
    }

    #[test]
    fn the_land_of_a_places_region_is_lit_and_no_other() {
        for region in Region::all() {
            let map = place_map(55.4, 10.4, Some(*region), "Kort");
            let parts = if region.key() == "oestdanmark" { 2 } else { 1 };
            assert_eq!(map.matches("land--on").count(), parts, "{}", region.key());
            assert_eq!(map.matches("class=\"land").count(), LAND.len());
        }
        assert!(!place_map(55.4, 10.4, None, "Kort").contains("land--on"));
    }

    #[test]
    fn every_number_is_a_link_with_a_name() {
        let marker = MapMarker {
            lat: 56.0,
            lon: 9.0,
            label: "Region Midtjylland: 7".to_owned(),
            count: 7,
            href: "/x".to_owned(),
        };
        let map = denmark_map(&[marker], "Kort", "Tal");
        assert!(map.contains(r#"aria-label="Region Midtjylland: 7">"#), "{map}");
    }
}
