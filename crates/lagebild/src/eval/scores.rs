//! What a task found: rows of named numbers, and errors to read.

use std::fmt;

use serde_json::{Map, Value, json};

/// What a task found.
#[derive(Debug, Default)]
pub(crate) struct Scores {
    /// One row a corpus, or a part of one.
    pub(crate) rows: Vec<Row>,
    /// Errors to read, worst or first ones, each a line.
    pub(crate) errors: Vec<String>,
}

/// One corpus, or a part of one, with its numbers in the order they are shown.
#[derive(Debug)]
pub(crate) struct Row {
    name: String,
    numbers: Vec<(&'static str, Number)>,
}

#[derive(Debug, Clone, Copy)]
enum Number {
    Count(usize),
    /// A share between 0 and 1, shown in percent with one decimal.
    Share(f64),
}

/// F1 of `hits` among what gold and system have together, which is Dice's coefficient of the two: 0 where both are empty.
pub(crate) fn f1(hits: usize, both: usize) -> f64 {
    if both == 0 { 0.0 } else { 2.0 * hits as f64 / both as f64 }
}

/// The harmonic mean of a precision and a recall, 0 where both are.
pub(crate) fn harmonic_mean(precision: f64, recall: f64) -> f64 {
    let sum = precision + recall;
    if sum == 0.0 { 0.0 } else { 2.0 * precision * recall / sum }
}

impl Row {
    /// A row without numbers.
    pub(crate) fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), numbers: Vec::new() }
    }

    /// Adds a count.
    pub(crate) fn count(mut self, name: &'static str, count: usize) -> Self {
        self.numbers.push((name, Number::Count(count)));
        self
    }

    /// Adds a share between 0 and 1.
    pub(crate) fn share(mut self, name: &'static str, share: f64) -> Self {
        self.numbers.push((name, Number::Share(share)));
        self
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => f.pad(&count.to_string()),
            Self::Share(share) => f.pad(&format!("{:.1}", share * 100.0)),
        }
    }
}

impl Scores {
    /// The scores as one JSON object, shares in percent as in the table.
    pub(crate) fn to_json(&self, task: &str) -> Value {
        let rows: Vec<Value> = self.rows.iter().map(Row::to_json).collect();
        json!({"task": task, "rows": rows, "errors": self.errors})
    }
}

impl Row {
    fn to_json(&self) -> Value {
        let mut object = Map::from_iter([("name".to_owned(), json!(self.name))]);
        for (name, number) in &self.numbers {
            let value = match number {
                Number::Count(count) => json!(count),
                Number::Share(share) => json!((share * 1000.0).round() / 10.0),
            };
            object.insert((*name).to_owned(), value);
        }
        Value::Object(object)
    }
}

/// A table: rows whose numbers have the same names share a heading.
impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let widest = self.rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0);
        let mut heading: Vec<&str> = Vec::new();
        for row in &self.rows {
            let names: Vec<&str> = row.numbers.iter().map(|(name, _)| *name).collect();
            if names != heading {
                heading = names;
                write!(f, "{:widest$}", "")?;
                for name in &heading {
                    write!(f, "  {name:>8}")?;
                }
                writeln!(f)?;
            }
            write!(f, "{:widest$}", row.name)?;
            for (name, number) in &row.numbers {
                write!(f, "  {number:>width$}", width = name.chars().count().max(8))?;
            }
            writeln!(f)?;
        }
        for error in &self.errors {
            writeln!(f, "{error}")?;
        }
        Ok(())
    }
}
