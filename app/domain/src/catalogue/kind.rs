//! What sort of activity it is.

use crate::keyed::keyed;

keyed! {
    /// What sort of activity it is.
    Kind {
        OpenDay = "open_day",
        CompanyVisit = "company_visit",
        Workshop = "workshop",
        Camp = "camp",
        Club = "club",
        Competition = "competition",
        GuestLesson = "guest_lesson",
        AmbassadorTalk = "ambassador_talk",
        Lecture = "lecture",
        Exhibition = "exhibition",
        TeacherCourse = "teacher_course",
        Internship = "internship",
        CompanyProject = "company_project",
        EquipmentLoan = "equipment_loan",
        Upskilling = "upskilling",
    }
}

impl Kind {
    /// Whether it happens at set times; a loan of equipment is agreed one by one.
    #[must_use]
    pub fn has_set_times(self) -> bool {
        self != Self::EquipmentLoan
    }
}
