//! How the schema came to be, one step per file, oldest first.
//!
//! A step that has run anywhere but on its author's machine is never edited; a later
//! step corrects it. A step must suit the code before it and the code after it, so what
//! is to go is first left unused, then dropped. No step uses a type of the domain: it is
//! history and must not change when a type does.

use sea_orm_migration::prelude::*;

mod m20261124_000001_create_catalogue;
mod m20261124_000002_add_girls_day_2027;
mod m20261124_000003_number_changes;
mod m20261124_000004_count_vain_searches;
mod m20261125_000005_open_the_doors;
mod m20261125_000006_write_down_deeds;
mod m20261125_000007_set_up_desks;
mod m20261125_000008_take_sheets_at_desks;
mod m20261125_000009_count_views;
mod m20261125_000010_invite_members;
mod m20261125_000011_remind_moderators;
mod m20261125_000012_look_again;
mod m20261129_000013_add_pictures;
mod m20261129_000014_watch_addresses;
mod m20261129_000015_join_identities;
mod m20261129_000016_seal_keys;
mod m20261129_000017_own_together;
mod m20261129_000018_keep_campaigns;
mod m20261129_000019_keep_synonyms;
mod m20261129_000020_take_part;
mod m20261129_000031_write_to_parties;
mod m20261129_000032_find_own_sign_ups;
mod m20261129_000033_ask_organisers;
mod m20261130_000041_name_kin;
mod m20261130_000042_ask_questions;
mod m20261130_000043_seat_requests;
mod m20261130_000051_hand_over_the_lead;
mod m20261130_000052_lease_the_watch;
mod m20261130_000053_tell_of_partners;
mod m20261130_000061_draw_seats;
mod m20261130_000071_sweep;
mod m20261130_000072_bury;
mod m20261130_000081_tell_windows_apart;
mod m20261130_000082_remember_former_keys;
mod m20261130_000091_check_in;
mod m20261130_000094_ask_whether_coming;
mod m20261130_000097_tell_of_late_requests;
mod m20261130_000098_keep_fewer_seats;
mod m20261201_000111_report_dates;
mod m20261201_000112_ask_pupils;
mod m20261201_000121_save_activities;
mod m20261201_000131_know_who_comes;

/// Every step, oldest first.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261124_000001_create_catalogue::Migration),
            Box::new(m20261124_000002_add_girls_day_2027::Migration),
            Box::new(m20261124_000003_number_changes::Migration),
            Box::new(m20261124_000004_count_vain_searches::Migration),
            Box::new(m20261125_000005_open_the_doors::Migration),
            Box::new(m20261125_000006_write_down_deeds::Migration),
            Box::new(m20261125_000007_set_up_desks::Migration),
            Box::new(m20261125_000008_take_sheets_at_desks::Migration),
            Box::new(m20261125_000009_count_views::Migration),
            Box::new(m20261125_000010_invite_members::Migration),
            Box::new(m20261125_000011_remind_moderators::Migration),
            Box::new(m20261125_000012_look_again::Migration),
            Box::new(m20261129_000013_add_pictures::Migration),
            Box::new(m20261129_000015_join_identities::Migration),
            Box::new(m20261129_000016_seal_keys::Migration),
            Box::new(m20261129_000017_own_together::Migration),
            Box::new(m20261129_000018_keep_campaigns::Migration),
            Box::new(m20261129_000020_take_part::Migration),
            Box::new(m20261129_000019_keep_synonyms::Migration),
            Box::new(m20261129_000014_watch_addresses::Migration),
            Box::new(m20261129_000031_write_to_parties::Migration),
            Box::new(m20261129_000032_find_own_sign_ups::Migration),
            Box::new(m20261129_000033_ask_organisers::Migration),
            Box::new(m20261130_000041_name_kin::Migration),
            Box::new(m20261130_000042_ask_questions::Migration),
            Box::new(m20261130_000043_seat_requests::Migration),
            Box::new(m20261130_000051_hand_over_the_lead::Migration),
            Box::new(m20261130_000052_lease_the_watch::Migration),
            Box::new(m20261130_000053_tell_of_partners::Migration),
            Box::new(m20261130_000061_draw_seats::Migration),
            Box::new(m20261130_000081_tell_windows_apart::Migration),
            Box::new(m20261130_000082_remember_former_keys::Migration),
            Box::new(m20261130_000091_check_in::Migration),
            Box::new(m20261130_000071_sweep::Migration),
            Box::new(m20261130_000072_bury::Migration),
            Box::new(m20261130_000094_ask_whether_coming::Migration),
            Box::new(m20261130_000097_tell_of_late_requests::Migration),
            Box::new(m20261130_000098_keep_fewer_seats::Migration),
            Box::new(m20261201_000111_report_dates::Migration),
            Box::new(m20261201_000112_ask_pupils::Migration),
            Box::new(m20261201_000121_save_activities::Migration),
            Box::new(m20261201_000131_know_who_comes::Migration),
        ]
    }
}
