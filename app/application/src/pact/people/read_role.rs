//! A role as it is typed.

use domain::{
    identity::{Membership, Role},
    pact::Region,
    partners::PartnerName,
};

use crate::ports::{Ports, StoreError};

/// A role as it is typed: its key, and the region or the partner that it is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoleWish {
    pub role: String,
    pub region: String,
    /// What the partner is called.
    pub partner: String,
}

/// What is missing for a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RoleFault {
    /// Choose one.
    #[error("no role is chosen")]
    Role,
    /// Choose a region.
    #[error("no region is chosen")]
    Region,
    /// Type the partner's name as its page says it.
    #[error("no partner is called so")]
    Partner,
}

/// Reads a role.
///
/// # Errors
///
/// Where the store fails; inside, what is missing.
pub async fn read_role(
    ports: &Ports,
    wish: &RoleWish,
) -> Result<Result<Role, RoleFault>, StoreError> {
    if let Ok(membership) = wish.role.parse::<Membership>() {
        let Ok(name) = PartnerName::try_from(wish.partner.as_str()) else {
            return Ok(Err(RoleFault::Partner));
        };
        let partners = ports.desk.all_partners().await?;
        let partner = partners.into_iter().find(|it| it.name.key() == name.key());
        return Ok(partner.map(|it| membership.at(it.id)).ok_or(RoleFault::Partner));
    }
    Ok(match wish.role.as_str() {
        "moderator" => Region::find(&wish.region).map(Role::Moderator).ok_or(RoleFault::Region),
        other => match other.parse() {
            Ok(role @ (Role::Steering | Role::Administrator)) => Ok(role),
            _ => Err(RoleFault::Role),
        },
    })
}
