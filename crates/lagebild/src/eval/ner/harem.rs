//! Reads the Portuguese HAREM: names as elements of XML in running text.

use std::path::Path;

use anyhow::{Context as _, Result};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::labels::{self, Label};
use super::{Document, GoldName, Source, outermost};
use crate::eval::files;

/// The texts of a file.
pub(super) fn read(path: &Path) -> Result<Vec<Document>> {
    let content = files::read_latin1(path)?;
    parse(&content).with_context(|| format!("cannot read {}", path.display()))
}

/// The text that is being read.
#[derive(Default)]
struct Open {
    text: String,
    names: Vec<GoldName>,
    /// Names and passages left out that have begun: where, and what they are.
    begun: Vec<(usize, Label)>,
    /// Whether we stand in a choice of readings, of which the first is taken.
    in_choice: bool,
    /// Whether the first reading of a choice is over.
    is_over: bool,
}

fn parse(content: &str) -> Result<Vec<Document>> {
    let mut documents = Vec::new();
    let mut open = Open::default();
    let mut reader = Reader::from_str(content);
    loop {
        match reader.read_event()? {
            Event::Eof => return Ok(documents),
            Event::Start(tag) => open.start(&tag)?,
            Event::End(tag) if tag.name().as_ref() == b"DOC" => {
                let Open { text, names, .. } = std::mem::take(&mut open);
                documents.push(Document { source: Source::Raw(text), names: outermost(names) });
            }
            Event::End(tag) => open.end(tag.name().as_ref()),
            Event::Text(text) => open.write(&text.decode()?),
            Event::GeneralRef(name) => {
                let decoded = format!("&{};", name.decode()?);
                open.write(&quick_xml::escape::unescape(&decoded)?);
            }
            _ => {}
        }
    }
}

impl Open {
    fn start(&mut self, tag: &BytesStart<'_>) -> Result<()> {
        match tag.name().as_ref() {
            b"p" => self.paragraph(),
            b"ALT" => self.in_choice = true,
            b"EM" => {
                let attribute = |name: &str| -> Result<String> {
                    let found = tag.try_get_attribute(name)?;
                    let value = found.map(|found| found.unescape_value()).transpose()?;
                    Ok(value.unwrap_or_default().into_owned())
                };
                let label = labels::harem(&attribute("CATEG")?, &attribute("TIPO")?);
                self.begun.push((self.text.len(), label));
            }
            b"OMITIDO" => self.begun.push((self.text.len(), Label::Unsure)),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, tag: &[u8]) {
        match tag {
            b"ALT" => (self.in_choice, self.is_over) = (false, false),
            b"EM" | b"OMITIDO" => self.name(),
            _ => {}
        }
    }

    /// Ends a name, which has no white space at its ends.
    fn name(&mut self) {
        let Some((start, label)) = self.begun.pop() else { return };
        let inside = self.text.get(start..).unwrap_or_default();
        let start = start + inside.len() - inside.trim_start().len();
        let end = start + inside.trim().len();
        if start < end {
            self.names.extend(GoldName::new(start..end, label));
        }
    }

    fn paragraph(&mut self) {
        self.text.truncate(self.text.trim_end().len());
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// Adds text with its white space as single spaces; in a choice only up to the stroke.
    fn write(&mut self, text: &str) {
        if self.is_over {
            return;
        }
        let (text, is_over) = match text.split_once('|').filter(|_| self.in_choice) {
            Some((text, _)) => (text, true),
            None => (text, false),
        };
        for character in text.chars() {
            if !character.is_whitespace() {
                self.text.push(character);
            } else if !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
                self.text.push(' ');
            }
        }
        self.is_over = is_over;
    }
}

#[cfg(test)]
mod tests {
    use lagebild_language::NameKind;

    use super::*;

    #[test]
    fn elements_are_names_and_of_a_choice_the_first_reading_counts() {
        let xml = r#"<?xml version="1.0" encoding="ISO-8859-1"?>
<col><DOC DOCID="1"><p>
  A <EM ID="1" CATEG="PESSOA" TIPO="INDIVIDUAL">Ada
  Muster</EM>
  visitou a <ALT><EM CATEG="ORGANIZACAO" TIPO="INSTITUICAO">Casa de Faro</EM> | <EM CATEG="LOCAL" TIPO="HUMANO">Faro</EM></ALT> .
</p><p>Em <OMITIDO>S&amp;R</OMITIDO> e <EM CATEG="TEMPO" TIPO="DURACAO">dois dias</EM></p></DOC>
<DOC DOCID="2"><p>Fim</p></DOC></col>"#;
        let documents = parse(xml).unwrap();
        let Source::Raw(text) = &documents[0].source else { panic!("a text") };
        assert_eq!(text, "A Ada Muster visitou a Casa de Faro .\nEm S&R e dois dias");
        let shown: Vec<(&str, Option<NameKind>)> =
            documents[0].names.iter().map(|name| (&text[name.place.clone()], name.kind)).collect();
        let expected = [
            ("Ada Muster", Some(NameKind::Person)),
            ("Casa de Faro", Some(NameKind::Organization)),
            ("S&R", None),
        ];
        assert_eq!(shown, expected);
        assert_eq!(documents.len(), 2);
    }
}
