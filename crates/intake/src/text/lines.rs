//! Lines of a plain text, and how it breaks them.

/// A line with something in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    /// Without white space around it.
    pub(super) text: &'a str,
    /// Whether an empty line, a rule or the beginning of the text stands before it.
    pub(super) after_gap: bool,
}

/// The lines of a text whose line ends are all `\n`.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut after_gap = true;
    text.split('\n').filter_map(move |line| {
        let text = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if is_rule(text) {
            after_gap = true;
            return None;
        }
        Some(Line { text, after_gap: std::mem::take(&mut after_gap) })
    })
}

/// A line without letters, digits or signs of speech: empty, or drawn.
fn is_rule(text: &str) -> bool {
    text.chars().all(|c| !c.is_alphanumeric() && (c.is_ascii() || c.is_whitespace() || "—–•·…".contains(c)))
}

/// A text with all its line ends as `\n`; a paragraph mark is an empty line.
pub(super) fn unified(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut unified = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\r' | '\u{2028}' | '\u{b}' | '\u{c}' => unified.push('\n'),
            '\u{2029}' => unified.push_str("\n\n"),
            _ => unified.push(c),
        }
    }
    unified
}

/// Widths that hard-wrapped texts have.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=132;

/// How a text breaks its lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Breaks {
    /// Where a line of this many characters is full: most breaks mean nothing.
    AtWidth(usize),
    /// Where a paragraph ends.
    AtParagraphs,
}

impl Breaks {
    /// A text is wrapped if hardly any line is longer than its width, and most breaks are where the next word
    /// would not have fitted.
    pub(super) fn of(text: &str) -> Self {
        let mut lengths = [0_usize; 256];
        let mut count = 0;
        for line in lines(text) {
            lengths[line.text.chars().take(255).count()] += 1;
            count += 1;
        }
        let width = percentile(&lengths, count - count / 50);
        if !WIDTHS.contains(&width) {
            return Self::AtParagraphs;
        }
        let (mut full, mut breaks) = (0, 0);
        for (line, next) in pairs(text) {
            breaks += 1;
            full += usize::from(is_full(line.text, next.text, width));
        }
        if breaks > 0 && full * 5 >= breaks * 3 { Self::AtWidth(width) } else { Self::AtParagraphs }
    }

    /// Whether the break between two lines was made by the width alone.
    pub(super) fn is_forced(self, line: &str, next: &str) -> bool {
        match self {
            Self::AtWidth(width) => is_full(line, next, width),
            Self::AtParagraphs => false,
        }
    }
}

/// Each line with the next, where no empty line stands between them.
pub(super) fn pairs(text: &str) -> impl Iterator<Item = (Line<'_>, Line<'_>)> {
    lines(text).zip(lines(text).skip(1)).filter(|(_, next)| !next.after_gap)
}

/// Whether the next line's first word would not have fitted, with some grace for ragged edges.
fn is_full(line: &str, next: &str, width: usize) -> bool {
    let word = next.split_whitespace().next().unwrap_or_default();
    (line.chars().count() + 1 + word.chars().count()) * 10 > width * 9
}

/// The length that all but the longest lines keep.
fn percentile(lengths: &[usize; 256], rank: usize) -> usize {
    let mut seen = 0;
    lengths
        .iter()
        .position(|count| {
            seen += count;
            seen >= rank
        })
        .unwrap_or(255)
}
