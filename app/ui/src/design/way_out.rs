//! The ways out of the portal: here alone an address is made of what others wrote. Everything else
//! that a link or a form leads to is a place of ours.

use std::fmt::Write as _;

use domain::{SafeUrl, catalogue::Coordinates};

/// To somebody else's page.
#[must_use]
pub fn web(url: &SafeUrl) -> String {
    url.as_str().to_owned()
}

/// To a letter to a mailbox. Its name may hold `?` and `&`, behind which headers would begin.
#[must_use]
pub fn letter(to: &str) -> String {
    // A plus is a plus before the question mark, and stands in many names.
    let (name, domain) = to.rsplit_once('@').unwrap_or((to, ""));
    format!("mailto:{}@{}", encoded(name, b"-._~+"), encoded(domain, b"-._~"))
}

/// To a letter to a mailbox about something.
#[must_use]
pub fn letter_about(to: &str, subject: &str) -> String {
    format!("{}?subject={}", letter(to), encoded(subject, b"-._~"))
}

/// To a call.
#[must_use]
pub fn call(number: &str) -> String {
    let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    format!("tel:{digits}")
}

/// To a point on a map that is not ours.
#[must_use]
pub fn map(point: Coordinates) -> String {
    let (lat, lon) = (point.lat(), point.lon());
    format!("https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=16/{lat}/{lon}")
}

/// Percent-encodes all but ASCII letters, digits and what is `kept`, as a part of a `mailto:`
/// address asks for (RFC 6068), where a space is `%20`.
fn encoded(text: &str, kept: &[u8]) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use domain::Email;

    use super::*;

    #[test]
    fn a_mailbox_stands_as_it_is_read() {
        assert_eq!(letter("hej@robothuset.example"), "mailto:hej@robothuset.example");
        assert_eq!(letter("anne.m+gnist@skole-3.dk"), "mailto:anne.m+gnist@skole-3.dk");
    }

    #[test]
    fn a_mailbox_cannot_add_a_recipient_or_a_header() {
        // Each of these is a mailbox by RFC 5322.
        for (to, way) in [
            ("a?cc=b@x.dk", "mailto:a%3Fcc%3Db@x.dk"),
            ("a?bcc=b&body=c@x.dk", "mailto:a%3Fbcc%3Db%26body%3Dc@x.dk"),
            ("a%3Fcc=b@x.dk", "mailto:a%253Fcc%3Db@x.dk"),
            ("a#b/c@x.dk", "mailto:a%23b%2Fc@x.dk"),
        ] {
            let email = Email::try_from(to).expect("a mailbox");
            assert_eq!(letter(email.as_str()), way);
        }
        assert_eq!(letter("a,b@x.dk"), "mailto:a%2Cb@x.dk");
        assert_eq!(letter("søren@x.dk"), "mailto:s%C3%B8ren@x.dk");
    }

    #[test]
    fn a_title_in_a_subject_cannot_add_a_recipient() {
        assert_eq!(
            letter_about("a@x.dk", "Robot & co?bcc=x\r\n"),
            "mailto:a@x.dk?subject=Robot%20%26%20co%3Fbcc%3Dx%0D%0A"
        );
    }

    #[test]
    fn a_number_is_called_by_its_digits_alone() {
        assert_eq!(call("+45 12 34 56 78"), "tel:+4512345678");
        assert_eq!(call("12345678;ext=1?x"), "tel:123456781");
    }

    #[test]
    fn a_point_is_shown_where_it_is() {
        let point = Coordinates::new(55.7, 12.4).expect("a point");
        assert_eq!(
            map(point),
            "https://www.openstreetmap.org/?mlat=55.7&mlon=12.4#map=16/55.7/12.4"
        );
    }
}
