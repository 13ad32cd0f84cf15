//! What a role is called.

use domain::identity::Role;

use crate::Speech;

/// What a role is called, with the region it is about.
pub(crate) fn role_name(t: &'static Speech, role: Role) -> String {
    match role {
        Role::Editor(_) => t.say("role-editor").to_owned(),
        Role::PartnerAdministrator(_) => t.say("role-partner-admin").to_owned(),
        Role::Moderator(region) => t.tell("role-moderator", &[("region", region.name().into())]),
        Role::Steering => t.say("role-steering").to_owned(),
        Role::Administrator => t.say("role-admin").to_owned(),
    }
}

/// The same, with the partner it is about, where that is known.
pub(crate) fn role_at(t: &'static Speech, role: Role, partner: Option<&str>) -> String {
    let key = match role {
        Role::Editor(_) => "role-editor-at",
        Role::PartnerAdministrator(_) => "role-partner-admin-at",
        _ => return role_name(t, role),
    };
    match partner {
        Some(partner) => t.tell(key, &[("partner", partner.to_owned().into())]),
        None => role_name(t, role),
    }
}
