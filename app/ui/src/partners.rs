//! Who offers something: the list of partners, each partner's page, and the desks of those who act
//! for them.

mod archive_page;
mod ask_co_owner;
mod asked_of_partner;
mod co_owners_page;
mod desk_page;
mod find_page;
mod imports;
mod look_back_panel;
mod members_page;
mod own_activity_page;
mod partner_fields;
mod partner_page;
mod partners_page;
mod profile_page;
mod shelf_panel;

pub use archive_page::archive_page;
pub use co_owners_page::co_owners_page;
pub use desk_page::desk_page;
pub use find_page::{PartnerFault, TypedPartner, find_partner_page, introduce_partner_page};
pub use imports::{UploadFault, import_page, imports_page};
pub use members_page::{MemberFault, TypedMember, members_page};
pub use own_activity_page::own_activity_page;
pub use partner_page::partner_page;
pub use partners_page::partners_page;
pub use profile_page::profile_page;
