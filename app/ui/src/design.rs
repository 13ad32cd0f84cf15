//! The portal's hand: what every page is put together from.

pub mod art;
pub mod breadcrumbs;
#[cfg(test)]
mod contrast;
pub mod denmark;
pub mod field;
pub mod field_error;
pub mod frieze;
pub mod icon;
#[cfg(test)]
mod layout;
pub mod logo;
pub mod notice;
pub mod pagination;
pub mod ruler;
pub mod safe_html;
pub mod seats;
pub mod square_code;
pub mod summary;
pub mod text_area;
pub mod way_out;
