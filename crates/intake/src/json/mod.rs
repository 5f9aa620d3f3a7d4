//! JSON and JSONL: one report a record, in the fields that news crawlers and archives use.

mod fields;
mod record;
mod records;

use std::collections::VecDeque;
use std::io::{BufReader, Read};

use encoding_rs_io::DecodeReaderBytesBuilder;
use serde_json::value::RawValue;

use crate::format::Layout;
use crate::unpack::Peeked;
use crate::{Draft, Error, charset};
use record::Found;
use records::{Record, Records};

/// The drafts in a JSON input, one by one.
pub(crate) struct JsonReports<'a> {
    records: Records<BufReader<Box<dyn Read + 'a>>>,
    given_url: Option<String>,
    number: usize,
    page: Page,
}

/// Results of a page that are not read yet, and where the page stands.
#[derive(Default)]
struct Page {
    results: VecDeque<Box<RawValue>>,
    line: usize,
    column: usize,
}

impl Page {
    fn next(&mut self) -> Option<Record> {
        let result = self.results.pop_front()?;
        Some(Record { bytes: Some(result.get().into()), line: self.line, column: self.column })
    }
}

impl<'a> JsonReports<'a> {
    pub(crate) fn new(input: Peeked<'a>, layout: Layout, given_url: Option<String>) -> Self {
        let input: Box<dyn Read + 'a> = match charset::wide(input.start()) {
            // Records are cut where bytes say so: UTF-16 must become UTF-8 before.
            Some(wide) => {
                let decoder = DecodeReaderBytesBuilder::new().encoding(Some(wide)).build(input.into_reader());
                Box::new(decoder)
            }
            None => input.into_reader(),
        };
        let records = Records::new(BufReader::with_capacity(1 << 16, input), layout);
        Self { records, given_url, number: 0, page: Page::default() }
    }

    /// Reads one record; a page of results is put in the queue instead.
    fn read(&mut self, found: &Record) -> Result<Option<Draft>, Error> {
        let (record, line) = (self.number, found.line);
        let Some(bytes) = &found.bytes else {
            return Err(Error::TooLarge { record, line, megabytes: records::MEGABYTES });
        };
        let decoded = charset::decode(bytes, None, charset::Declared::Nowhere);
        let text = decoded.text.trim();
        match record::read(text, self.given_url.as_deref()) {
            Ok(Found::Report(mut draft)) => {
                draft.left_out.extend(decoded.left_out);
                Ok(Some(*draft))
            }
            Ok(Found::Page(results)) => {
                self.page = Page { results: results.into(), line, column: found.column };
                Ok(None)
            }
            Ok(Found::Nothing) => Err(Error::NoTextInRecord { record, line }),
            Err(error) => Err(Error::Json {
                record,
                line: line + error.line().saturating_sub(1),
                column: error.column() + if error.line() <= 1 { found.column } else { 0 },
                reason: reason(&error),
            }),
        }
    }
}

impl Iterator for JsonReports<'_> {
    type Item = Result<Draft, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let record = match self.page.next() {
                Some(record) => record,
                None => match self.records.next()? {
                    Ok(record) => record,
                    Err(error) => return Some(Err(error.into())),
                },
            };
            self.number += 1;
            match self.read(&record) {
                Ok(None) => self.number -= 1,
                Ok(Some(draft)) => return Some(Ok(draft)),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

/// What the parser says, without its own line and column.
fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.split(" at line ").next().unwrap_or_default().to_owned()
}
