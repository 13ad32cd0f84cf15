//! Artwork for what has no picture: one motif a topic, drawn from Lamé's curves.
//!
//! The drawings are made beforehand by `style/tools/draw.mjs` in a few variants;
//! the same activity always gets the same one.

use std::sync::LazyLock;

use domain::catalogue::Topic;

/// A family of topics, which share a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    Code,
    Machines,
    Climate,
    Life,
    Laws,
    Building,
}

impl Family {
    pub const ALL: [Self; 6] =
        [Self::Code, Self::Machines, Self::Climate, Self::Life, Self::Laws, Self::Building];

    #[must_use]
    pub fn of(topic: Topic) -> Self {
        let home = Self::ALL.into_iter().find(|family| family.topics().contains(&topic));
        home.unwrap_or(Self::Building)
    }

    /// Its topics, the one that stands for it first.
    #[must_use]
    pub const fn topics(self) -> &'static [Topic] {
        use Topic::{
            AgricultureTechnology, AiData, BiotechLifeScience, Chemistry, ComputationalThinking,
            ConstructionArchitecture, CyberSecurity, Electronics, EnergyClimate, Engineering,
            Entrepreneurship, EnvironmentNature, FoodTechnology, GameDevelopment, Geoscience,
            HealthTechnology, MakingDesign, Manufacturing, Maritime, Mathematics,
            MobilityTransport, Physics, Programming, Robotics, SpaceAstronomy,
        };
        match self {
            Self::Code => {
                &[Programming, ComputationalThinking, AiData, CyberSecurity, GameDevelopment]
            }
            Self::Machines => &[Robotics, Electronics, Engineering, Manufacturing, MakingDesign],
            Self::Climate => &[EnergyClimate, EnvironmentNature, AgricultureTechnology, Geoscience],
            Self::Life => &[BiotechLifeScience, HealthTechnology, FoodTechnology],
            Self::Laws => &[Physics, Chemistry, Mathematics, SpaceAstronomy],
            Self::Building => {
                &[ConstructionArchitecture, Maritime, MobilityTransport, Entrepreneurship]
            }
        }
    }

    /// The word by which sentences know it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Code => "kode",
            Self::Machines => "maskine",
            Self::Climate => "klima",
            Self::Life => "liv",
            Self::Laws => "love",
            Self::Building => "byg",
        }
    }

    /// The class that sets its colours.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Code => "t-kode",
            Self::Machines => "t-maskine",
            Self::Climate => "t-klima",
            Self::Life => "t-liv",
            Self::Laws => "t-love",
            Self::Building => "t-byg",
        }
    }
}

struct Gallery {
    /// Six a topic, in the order of [`Topic::ALL`].
    motifs: Vec<Vec<&'static str>>,
    portraits: Vec<&'static str>,
}

static GALLERY: LazyLock<Gallery> = LazyLock::new(|| {
    let drawings = || include_str!("art.tsv").lines().filter_map(|line| line.split_once('\t'));
    let of = |name: &str| -> Vec<&'static str> {
        let variants = drawings().filter(|(subject, _)| *subject == name);
        variants.filter_map(|(_, rest)| rest.split_once('\t').map(|(_, svg)| svg)).collect()
    };
    Gallery {
        motifs: Topic::ALL.iter().map(|topic| of(topic.key())).collect(),
        portraits: of("portrait"),
    }
});

/// The artwork of a topic; the same `seed` always gives the same drawing.
#[must_use]
pub fn art(topic: Topic, seed: &str) -> &'static str {
    let variants = &GALLERY.motifs[topic as usize];
    variants[fnv(seed) % variants.len()]
}

/// One of eight faces.
#[must_use]
pub fn portrait(n: usize) -> &'static str {
    let faces = &GALLERY.portraits;
    faces[n % faces.len()]
}

/// FNV-1a: stable across versions, which the standard library's hash is not.
fn fnv(seed: &str) -> usize {
    let hash = seed
        .bytes()
        .fold(2_166_136_261u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(16_777_619));
    hash as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_has_six_drawings_in_the_colours_of_its_family() {
        for topic in Topic::ALL {
            let variants = &GALLERY.motifs[*topic as usize];
            assert_eq!(variants.len(), 6, "{topic}");
            let class = Family::of(*topic).class();
            assert!(
                variants.iter().all(|svg| svg.starts_with("<svg") && svg.contains(class)),
                "{topic}"
            );
        }
        assert_eq!(GALLERY.portraits.len(), 8);
    }

    #[test]
    fn the_same_activity_has_the_same_picture_always() {
        assert_eq!(art(Topic::Robotics, "robot-7kq"), art(Topic::Robotics, "robot-7kq"));
    }

    #[test]
    fn every_topic_belongs_to_one_family() {
        let listed: usize = Family::ALL.iter().map(|family| family.topics().len()).sum();
        assert_eq!(listed, Topic::ALL.len());
    }
}
