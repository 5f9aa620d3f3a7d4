//! Time expressions against `TimeML` gold, scored as TempEval-3 does.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use lagebild_schema::{Block, BlockKind, Moment, Report, Span};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{Row, Scores, Task, f1};

/// `lagebild eval timex`.
pub(crate) const TASK: Task =
    Task { name: "timex", about: "time expressions: KRAUTS (German), TimeBank and AQUAINT (English)", run };

/// A corpus: its name, its language, and its folders below the corpora.
const CORPORA: &[(&str, &str, &[&str])] = &[
    (
        "KRAUTS",
        "de",
        &["tune/timex/krauts-de/KRAUTS/KRAUTS_DieZeit", "tune/timex/krauts-de/KRAUTS/KRAUTS_Dolomiten-100"],
    ),
    (
        "TimeBank+AQUAINT",
        "en",
        &["tune/timex/tempeval3-en/TBAQ-cleaned/TimeBank", "tune/timex/tempeval3-en/TBAQ-cleaned/AQUAINT"],
    ),
];

/// The sorts of expressions that have a row of their own.
const TYPES: [&str; 4] = ["DATE", "TIME", "DURATION", "SET"];

/// One expression of the gold, or of the reader.
#[derive(Debug, Clone, PartialEq)]
struct Timex {
    span: Span,
    kind: String,
    value: String,
}

/// A gold document.
#[derive(Debug, Default)]
struct Document {
    name: String,
    published: Option<Moment>,
    text: String,
    timexes: Vec<Timex>,
}

/// What was found of how much.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    gold: usize,
    system: usize,
    strict: usize,
    relaxed: usize,
    value: usize,
}

impl Tally {
    fn f(self, hits: usize) -> f64 {
        f1(hits, self.gold + self.system)
    }

    fn row(self, name: String) -> Row {
        Row::new(name)
            .count("gold", self.gold)
            .count("system", self.system)
            .share("strict", self.f(self.strict))
            .share("relaxed", self.f(self.relaxed))
            .share("value", self.f(self.value))
    }
}

fn run(folder: &Path, errors: usize) -> Result<Scores> {
    let mut scores = Scores::default();
    for (name, lang, folders) in CORPORA {
        let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
        for file in files(folder, folders)? {
            let document = parse(&file).with_context(|| format!("cannot read {}", file.display()))?;
            let found = read(&document, lang);
            score(&document, &found, &mut tallies, &mut scores.errors);
        }
        let of = |key: &str| tallies.get(key).copied().unwrap_or_default();
        scores.rows.push(of("").row((*name).to_owned()));
        for kind in TYPES {
            scores.rows.push(of(kind).row(format!("  {kind}")));
        }
    }
    scores.errors.truncate(errors);
    Ok(scores)
}

/// The gold files below the folders, in the order of their names.
fn files(corpora: &Path, folders: &[&str]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for folder in folders.iter().map(|folder| corpora.join(folder)) {
        let entries = fs::read_dir(&folder).with_context(|| format!("cannot open {}", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "tml") {
                files.push(path);
            }
        }
    }
    if files.is_empty() {
        bail!("no gold documents below {}: give the folder of the unpacked corpora", corpora.display());
    }
    files.sort();
    Ok(files)
}

/// Reads the body and the date of a `TimeML` document.
fn parse(file: &Path) -> Result<Document> {
    let source = fs::read_to_string(file)?;
    let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let mut document = Document { name, ..Document::default() };
    let mut reader = Reader::from_str(&source);
    let mut in_body = false;
    let mut open: Vec<Timex> = Vec::new();
    loop {
        match reader.read_event()? {
            Event::Eof => break,
            Event::Start(tag) if tag.name().as_ref() == b"TEXT" => in_body = true,
            Event::End(tag) if tag.name().as_ref() == b"TEXT" => in_body = false,
            Event::Start(tag) if tag.name().as_ref() == b"TIMEX3" => {
                let timex = timex(&tag, document.text.len())?;
                if !in_body && document.published.is_none() {
                    document.published = timex.value.parse().ok();
                }
                open.push(timex);
            }
            Event::End(tag) if tag.name().as_ref() == b"TIMEX3" => {
                if let Some(mut timex) = open.pop().filter(|_| in_body) {
                    timex.span.end = document.text.len();
                    document.timexes.push(timex);
                }
            }
            Event::Text(text) if in_body => document.text.push_str(&text.decode()?),
            Event::GeneralRef(name) if in_body => {
                let decoded = format!("&{};", name.decode()?);
                document.text.push_str(&quick_xml::escape::unescape(&decoded)?);
            }
            _ => {}
        }
    }
    document.timexes.retain(|timex| !timex.span.is_empty());
    document.timexes.sort_by_key(|timex| timex.span);
    Ok(document)
}

fn timex(tag: &BytesStart, at: usize) -> Result<Timex> {
    let attribute = |name: &str| -> Result<String> {
        let found = tag.try_get_attribute(name)?;
        Ok(found.map(|found| found.unescape_value()).transpose()?.unwrap_or_default().into_owned())
    };
    Ok(Timex { span: Span::new(at, at), kind: attribute("type")?, value: attribute("value")? })
}

/// What the reader finds in the body.
fn read(document: &Document, lang: &str) -> Vec<Timex> {
    let blocks = paragraphs(&document.text);
    let report = Report { published: document.published, blocks, ..Report::of_text(lang, &document.text) };
    let reading = lagebild_reading::read(report, Vec::new());
    let timex = |time: lagebild_schema::Time| Timex {
        span: time.span,
        kind: format!("{:?}", time.kind).to_uppercase(),
        value: time.value,
    };
    reading.times.into_iter().map(timex).collect()
}

/// Paragraphs are set apart by empty lines; the gold's lines break anywhere.
fn paragraphs(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut start = 0;
    let ends = text.match_indices("\n\n").map(|(at, gap)| (at, at + gap.len()));
    for (end, next) in ends.chain([(text.len(), text.len())]) {
        if end > start && !text[start..end].trim().is_empty() {
            blocks.push(Block { kind: BlockKind::Paragraph, span: Span::new(start, end) });
        }
        start = next;
    }
    blocks
}

/// Pairs gold and system expressions, the largest overlap first, and counts.
fn score(
    document: &Document,
    found: &[Timex],
    tallies: &mut BTreeMap<&'static str, Tally>,
    errors: &mut Vec<String>,
) {
    let gold = &document.timexes;
    let partner = pair(gold, found);
    let mut count = |kind: &str, add: &dyn Fn(&mut Tally)| {
        add(tallies.entry("").or_default());
        if let Some(kind) = TYPES.into_iter().find(|known| *known == kind) {
            add(tallies.entry(kind).or_default());
        }
    };
    for timex in found {
        count(&timex.kind, &|tally| tally.system += 1);
    }
    for (timex, partner) in gold.iter().zip(&partner) {
        count(&timex.kind, &|tally| tally.gold += 1);
        let Some(other) = partner.map(|at| &found[at]) else { continue };
        let same_value = timex.value == other.value;
        count(&timex.kind, &|tally| {
            tally.strict += usize::from(timex.span == other.span);
            tally.relaxed += 1;
            tally.value += usize::from(same_value);
        });
    }
    for (timex, partner) in gold.iter().zip(&partner) {
        list(document, Some(timex), partner.map(|at| &found[at]), errors);
    }
    for (at, timex) in found.iter().enumerate() {
        if !partner.contains(&Some(at)) {
            list(document, None, Some(timex), errors);
        }
    }
}

/// For each gold expression the system's that it is matched with.
fn pair(gold: &[Timex], found: &[Timex]) -> Vec<Option<usize>> {
    let mut overlaps = Vec::new();
    for (g, one) in gold.iter().enumerate() {
        for (s, other) in found.iter().enumerate().filter(|(_, other)| one.span.overlaps(other.span)) {
            let shared = one.span.end.min(other.span.end) - one.span.start.max(other.span.start);
            overlaps.push((std::cmp::Reverse(shared), g, s));
        }
    }
    overlaps.sort_unstable();
    let mut partner = vec![None; gold.len()];
    let mut taken = vec![false; found.len()];
    for (_, g, s) in overlaps {
        if partner[g].is_none() && !taken[s] {
            partner[g] = Some(s);
            taken[s] = true;
        }
    }
    partner
}

/// One line for an error: what is missing, too much, cut wrong, or of another value.
fn list(document: &Document, gold: Option<&Timex>, found: Option<&Timex>, errors: &mut Vec<String>) {
    let sort = match (gold, found) {
        (Some(gold), Some(found)) if gold.span != found.span => "extent",
        (Some(gold), Some(found)) if gold.value != found.value => "value",
        (Some(_), None) => "missing",
        (None, Some(_)) => "spurious",
        _ => return,
    };
    let show = |timex: Option<&Timex>| {
        timex.map_or_else(String::new, |timex| {
            format!("[{}] {} {}", timex.span.of(&document.text), timex.kind, timex.value)
        })
    };
    let span = gold.or(found).map_or(Span::new(0, 0), |timex| timex.span);
    let line = format!(
        "{}\t{sort}\t{}\t{}\t{}",
        document.name,
        show(gold),
        show(found),
        around(&document.text, span)
    );
    errors.push(line.replace('\n', " "));
}

/// The expression with some of the text around it.
fn around(text: &str, span: Span) -> &str {
    const MARGIN: usize = 60;
    let start = text.floor_char_boundary(span.start.saturating_sub(MARGIN));
    let end = text.ceil_char_boundary((span.end + MARGIN).min(text.len()));
    &text[start..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timex(start: usize, end: usize, value: &str) -> Timex {
        Timex { span: Span::new(start, end), kind: "DATE".to_owned(), value: value.to_owned() }
    }

    #[test]
    fn each_gold_expression_takes_the_system_expression_that_it_shares_most_with() {
        let gold = [timex(0, 10, "2024"), timex(20, 30, "2025")];
        let found = [timex(0, 2, "2024"), timex(2, 10, "2023"), timex(40, 50, "2025")];
        assert_eq!(pair(&gold, &found), [Some(1), None]);
    }

    #[test]
    fn strict_relaxed_and_value_are_counted_apart() {
        let text = "3 May 2024 and in 2025 or 2026".to_owned();
        let timexes = vec![timex(0, 10, "2024-05-03"), timex(18, 22, "2025")];
        let document = Document { text, timexes, ..Document::default() };
        let found = [timex(0, 10, "2024-03-05"), timex(15, 22, "2025"), timex(26, 30, "2026")];
        let (mut tallies, mut errors) = (BTreeMap::new(), Vec::new());
        score(&document, &found, &mut tallies, &mut errors);
        let Tally { gold, system, strict, relaxed, value } = tallies[""];
        assert_eq!((gold, system, strict, relaxed, value), (2, 3, 1, 2, 1));
        assert_eq!(errors.len(), 3, "{errors:#?}");
    }

    #[test]
    fn paragraphs_are_what_empty_lines_set_apart() {
        let text = "\nOne\nline.\n\n\n\nTwo.\n";
        let parts: Vec<&str> = paragraphs(text).iter().map(|block| block.span.of(text).trim()).collect();
        assert_eq!(parts, ["One\nline.", "Two."]);
    }
}
