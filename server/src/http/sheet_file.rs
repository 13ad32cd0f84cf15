//! A sheet as a file to keep.

use application::catalogue::WholeSheet;
use axum::{
    http::header,
    response::{IntoResponse as _, Response},
};
use ui::Locale;

use super::security_headers::Policy;
use crate::adapters::spreadsheet;

/// In which form somebody takes a sheet along.
#[derive(Clone, Copy)]
pub(super) enum SheetFile {
    /// Cells with this byte between them.
    Csv(u8),
    Xlsx,
}

impl SheetFile {
    /// CSV as programs of a language open it.
    pub(super) fn csv(locale: Locale) -> Self {
        Self::Csv(if locale == Locale::Da { b';' } else { b',' })
    }

    fn write(self, sheet: &WholeSheet) -> Option<Vec<u8>> {
        match self {
            Self::Csv(delimiter) => Some(spreadsheet::csv(sheet, delimiter)),
            Self::Xlsx => spreadsheet::xlsx(sheet)
                .inspect_err(|error| tracing::error!(%error, "a workbook cannot be written"))
                .ok(),
        }
    }

    /// The file as an answer, written away from the threads that answer; `name` is without its
    /// ending. Nothing where it cannot be written.
    pub(super) async fn answer(self, sheet: WholeSheet, name: &str) -> Option<Response> {
        let bytes = tokio::task::spawn_blocking(move || self.write(&sheet)).await.ok()??;
        let (kind, end) = match self {
            Self::Csv(_) => ("text/csv; charset=utf-8", "csv"),
            Self::Xlsx => {
                ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx")
            }
        };
        let headers = [
            (header::CONTENT_TYPE, kind.to_owned()),
            (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.{end}\"")),
        ];
        Some((Policy::Locked.mark(), headers, bytes).into_response())
    }
}
