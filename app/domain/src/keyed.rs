//! Closed vocabularies: a fixed list of things, each known outside by a key.

/// Declares an enum whose variants are known by keys in files, addresses and tables.
///
/// Serde, `FromStr` and `Display` all use the key, and `ALL` lists the variants
/// in the order in which people expect to see them.
macro_rules! keyed {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $key:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$variant_meta])* #[serde(rename = $key)] $variant),+
        }

        impl $name {
            /// All of them, in the order in which people expect to see them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word that files, addresses and tables use.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::catalogue::UnknownKey;

            fn from_str(key: &str) -> Result<Self, Self::Err> {
                match key {
                    $($key => Ok(Self::$variant),)+
                    _ => Err(crate::catalogue::UnknownKey),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.key())
            }
        }
    };
}

pub(crate) use keyed;
