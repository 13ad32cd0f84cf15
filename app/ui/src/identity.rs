//! Signing in, and one's own account. Every form works without scripts, and comes back with
//! what was typed and what is wrong beside it.

mod account_page;
mod code_page;
mod factor_page;
mod fault;
mod form;
mod forms_at_the_door;
mod history_page;
mod invitation_page;
mod letter_page;
mod own_data_file;
mod own_data_pages;
mod password_page;
mod provider_pages;
mod role_name;

pub use account_page::{AccountNotice, account_page};
pub use code_page::code_page;
pub use factor_page::{factor_page, recovery_codes_page};
pub use fault::Fault;
pub use form::Typed;
pub use forms_at_the_door::{
    forgotten_page, letter_sent_page, register_page, sign_in_by_letter_page, sign_in_page,
};
pub use history_page::history_page;
pub use invitation_page::{dead_invitation_page, invitation_page};
pub use letter_page::{address_agreed_page, dead_link_page, letter_page};
pub use own_data_file::own_data_file;
pub use own_data_pages::{
    ask_for_data_page, data_erased_page, data_letter_page, data_letter_sent_page, data_page,
    dead_data_page,
};
pub use password_page::{address_page, password_page};
pub use provider_pages::{
    ProviderTrouble, join_page, new_identity_page, on_the_way_page, provider_trouble_page,
};
pub(crate) use role_name::{role_at, role_name};
