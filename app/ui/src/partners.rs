//! Who offers something: the list of partners, and each partner's page.

mod partner_page;
mod partners_page;

pub use partner_page::partner_page;
pub use partners_page::partners_page;
