//! Several statements of PostgreSQL that write become one.

use std::fmt::Write as _;

use sea_orm::{Statement, Values};

/// How many values a statement carries.
pub(super) fn values_of(it: &Statement) -> usize {
    it.values.as_ref().map_or(0, |it| it.0.len())
}

/// One statement that does what all do and answers what the last does; nothing where there is
/// none. They must be of different rows, since each finds everything as it was before.
pub(super) fn one_of(mut all: Vec<Statement>) -> Option<Statement> {
    let last = all.pop()?;
    if all.is_empty() {
        return Some(last);
    }
    let (mut sql, mut values) = (String::new(), Vec::new());
    for (n, it) in all.into_iter().enumerate() {
        let before = if n == 0 { "with" } else { "," };
        let text = counted_on(&it.sql, values.len());
        // To write into a text fails nowhere.
        let _ = write!(sql, "{before} w{n} as ({text})");
        values.extend(it.values.into_iter().flat_map(|it| it.0));
    }
    let _ = write!(sql, " {}", counted_on(&last.sql, values.len()));
    values.extend(last.values.into_iter().flat_map(|it| it.0));
    Some(Statement { sql, values: Some(Values(values)), db_backend: last.db_backend })
}

/// The same text whose values are counted after so many others. A `$` inside of quotes counts
/// nothing.
fn counted_on(sql: &str, after: usize) -> String {
    let mut told = String::with_capacity(sql.len() + 16);
    let (mut quote, mut rest) = (None, sql);
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        told.push(c);
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            (None, '$') => {
                let digits =
                    rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
                if let Ok(n) = rest[..digits].parse::<usize>() {
                    let _ = write!(told, "{}", n + after);
                    rest = &rest[digits..];
                }
            }
            _ => {}
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use sea_orm::{DbBackend, Value};

    use super::*;

    fn statement(sql: &str, values: &[i32]) -> Statement {
        let values = values.iter().map(|it| Value::from(*it)).collect();
        Statement {
            sql: sql.to_owned(),
            values: Some(Values(values)),
            db_backend: DbBackend::Postgres,
        }
    }

    #[test]
    fn several_statements_become_one_and_their_values_stay_theirs() {
        assert_eq!(one_of(vec![]), None);
        let alone = statement("insert into a values ($1)", &[7]);
        assert_eq!(one_of(vec![alone.clone()]), Some(alone.clone()));
        let told = one_of(vec![
            alone,
            statement(r#"insert into "b$1" values ($1, '$1 $2', $2)"#, &[8, 9]),
            statement("insert into c values ($2, $1)", &[1, 2]),
        ]);
        let sql = r#"with w0 as (insert into a values ($1)), w1 as (insert into "b$1" values ($2, '$1 $2', $3)) insert into c values ($5, $4)"#;
        assert_eq!(told, Some(statement(sql, &[7, 8, 9, 1, 2])));
    }
}
