//! What an activity is about.

use crate::keyed::keyed;

keyed! {
    /// What an activity is about.
    Topic {
        Robotics = "robotics",
        Programming = "programming",
        ComputationalThinking = "computational_thinking",
        AiData = "ai_data",
        CyberSecurity = "cyber_security",
        GameDevelopment = "game_development",
        Electronics = "electronics",
        Engineering = "engineering",
        Manufacturing = "manufacturing",
        MakingDesign = "making_design",
        EnergyClimate = "energy_climate",
        EnvironmentNature = "environment_nature",
        BiotechLifeScience = "biotech_life_science",
        HealthTechnology = "health_technology",
        FoodTechnology = "food_technology",
        AgricultureTechnology = "agriculture_technology",
        Chemistry = "chemistry",
        Physics = "physics",
        Mathematics = "mathematics",
        SpaceAstronomy = "space_astronomy",
        ConstructionArchitecture = "construction_architecture",
        Maritime = "maritime",
        MobilityTransport = "mobility_transport",
        Geoscience = "geoscience",
        Entrepreneurship = "entrepreneurship",
    }
}

impl Topic {
    /// The field of education it belongs to: a code of ISCED-F 2013 (UNESCO), two
    /// digits for a broad field, three for a narrow and four for a detailed one.
    #[must_use]
    pub const fn isced_f(self) -> &'static str {
        match self {
            Self::Programming | Self::GameDevelopment => "0613",
            Self::ComputationalThinking | Self::AiData => "061",
            Self::CyberSecurity => "0612",
            Self::Robotics | Self::Electronics => "0714",
            Self::Engineering => "071",
            Self::Manufacturing => "0715",
            Self::MakingDesign => "0212",
            Self::EnergyClimate => "0713",
            Self::EnvironmentNature => "052",
            Self::BiotechLifeScience => "0512",
            Self::HealthTechnology => "0914",
            Self::FoodTechnology => "0721",
            Self::AgricultureTechnology => "081",
            Self::Chemistry => "0531",
            Self::Physics | Self::SpaceAstronomy => "0533",
            Self::Mathematics => "0541",
            Self::ConstructionArchitecture => "073",
            Self::Maritime | Self::MobilityTransport => "1041",
            Self::Geoscience => "0532",
            Self::Entrepreneurship => "0413",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_is_mapped_to_a_code_of_isced_f() {
        for topic in Topic::ALL {
            let code = topic.isced_f();
            assert!(
                (2..=4).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit()),
                "{topic}"
            );
        }
    }

    #[test]
    fn there_are_twenty_five_topics_and_each_is_found_by_its_key() {
        assert_eq!(Topic::ALL.len(), 25);
        for topic in Topic::ALL {
            assert_eq!(topic.key().parse(), Ok(*topic));
        }
    }
}
