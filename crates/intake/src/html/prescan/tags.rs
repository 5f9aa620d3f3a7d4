//! A lexer of markup, in one pass: what is text, what is a tag, what is neither.

/// A piece of markup.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Characters to be shown, with their entities unread.
    Text(&'a str),
    /// A start tag.
    Start(Tag<'a>),
    /// An end tag's name, in lower case.
    End(String),
    /// A document type, with its brackets.
    Doctype(&'a str),
    /// A comment, a processing instruction, the remains of a broken tag.
    Nothing,
}

/// A start tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// Its name, in lower case.
    pub(super) name: String,
    /// Everything between name and closing bracket.
    pub(super) attributes: &'a str,
}

impl Tag<'_> {
    /// Whether it is written as an element without content (`<path/>`).
    pub(super) fn closes_itself(&self) -> bool {
        self.attributes.trim_end().ends_with('/')
    }
}

/// What is left of the markup.
pub(super) struct Lexer<'a> {
    rest: &'a str,
}

impl<'a> Lexer<'a> {
    /// Starts at the first character.
    pub(super) const fn new(markup: &'a str) -> Self {
        Self { rest: markup }
    }

    /// Takes the content of an element that holds no markup, with its end tag. Without an end tag it is the rest.
    pub(super) fn raw_text(&mut self, name: &str) -> &'a str {
        let (content, end) = self.find_end_tag(name).unwrap_or((self.rest.len(), self.rest.len()));
        let content = &self.rest[..content];
        self.rest = &self.rest[end..];
        content
    }

    /// Whether an end tag of this name is still to come.
    pub(super) fn has_end_tag(&self, name: &str) -> bool {
        self.find_end_tag(name).is_some()
    }

    /// Where the next end tag of this name starts and ends.
    fn find_end_tag(&self, name: &str) -> Option<(usize, usize)> {
        let mut from = 0;
        while let Some(at) = self.rest[from..].find("</").map(|found| from + found) {
            let after = at + 2 + name.len();
            let named = self.rest.get(at + 2..after).is_some_and(|found| found.eq_ignore_ascii_case(name));
            let ended =
                self.rest.as_bytes().get(after).is_none_or(|b| matches!(b, b'>' | b'/') || is_space(*b));
            if named && ended {
                let end = self.rest[after..].find('>').map_or(self.rest.len(), |close| after + close + 1);
                return Some((at, end));
            }
            from = at + 2;
        }
        None
    }

    /// Cuts off the first `length` bytes and returns them.
    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    fn markup_declaration(&mut self) -> Piece<'a> {
        if let Some(comment) = self.rest.strip_prefix("<!--") {
            // `<!-->` and `<!--->` are comments too: the dashes that open it may close it.
            let opened = self.rest.len() - comment.len() - 2;
            self.take(comment_end(self.rest, opened));
            return Piece::Nothing;
        }
        let end = self.rest.find('>').map_or(self.rest.len(), |close| close + 1);
        let whole = self.take(end);
        let is_doctype = whole.get(2..9).is_some_and(|word| word.eq_ignore_ascii_case("doctype"));
        if is_doctype && whole.ends_with('>') { Piece::Doctype(whole) } else { Piece::Nothing }
    }

    fn end_tag(&mut self) -> Piece<'a> {
        let name_end = name_end(self.rest, 2);
        let name = self.rest[2..name_end].to_ascii_lowercase();
        let end = self.rest[name_end..].find('>').map_or(self.rest.len(), |close| name_end + close + 1);
        self.take(end);
        if name.is_empty() { Piece::Nothing } else { Piece::End(name) }
    }

    fn start_tag(&mut self) -> Piece<'a> {
        let name_end = name_end(self.rest, 1);
        let name = self.rest[1..name_end].to_ascii_lowercase();
        let Some(length) = Attributes(&self.rest[name_end..]).end_of_tag() else {
            self.rest = "";
            return Piece::Nothing;
        };
        let attributes = &self.rest[name_end..name_end + length];
        self.take(name_end + length + 1);
        Piece::Start(Tag { name, attributes })
    }
}

impl<'a> Iterator for Lexer<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let bytes = self.rest.as_bytes();
        let first = *bytes.first()?;
        if first != b'<' {
            let end = self.rest.find('<').unwrap_or(self.rest.len());
            return Some(Piece::Text(self.take(end)));
        }
        Some(match bytes.get(1) {
            Some(b'!' | b'?') => self.markup_declaration(),
            Some(b'/') => self.end_tag(),
            Some(letter) if letter.is_ascii_alphabetic() => self.start_tag(),
            _ => {
                self.take(1);
                Piece::Text("&lt;")
            }
        })
    }
}

/// The attributes of a start tag, each as it is written, from what follows the tag's name.
pub(super) struct Attributes<'a>(pub(super) &'a str);

impl Attributes<'_> {
    /// Where the bracket stands that closes the tag; nowhere in a tag that is cut off.
    fn end_of_tag(mut self) -> Option<usize> {
        let whole = self.0.len();
        while self.next().is_some() {}
        self.0.starts_with('>').then_some(whole - self.0.len())
    }
}

impl<'a> Iterator for Attributes<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        self.0 = self.0.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if self.0.is_empty() || self.0.starts_with('>') {
            return None;
        }
        let end = attribute_end(self.0);
        let (attribute, rest) = self.0.split_at(end);
        self.0 = rest;
        Some(attribute)
    }
}

/// Where the attribute ends that the text starts with.
fn attribute_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    // An equals sign may open a name, but never a value.
    let name = find_from(bytes, 1, |b| is_space(b) || matches!(b, b'=' | b'>' | b'/'));
    let equals = find_from(bytes, name, |b| !is_space(b));
    if bytes.get(equals) != Some(&b'=') {
        return name;
    }
    let value = find_from(bytes, equals + 1, |b| !is_space(b));
    match bytes.get(value) {
        Some(quote @ (b'"' | b'\'')) => {
            let close = find_from(bytes, value + 1, |b| b == *quote);
            (close + 1).min(bytes.len())
        }
        _ => find_from(bytes, value, |b| is_space(b) || b == b'>'),
    }
}

fn find_from(bytes: &[u8], from: usize, is_end: impl Fn(u8) -> bool) -> usize {
    let from = from.min(bytes.len());
    bytes[from..].iter().position(|b| is_end(*b)).map_or(bytes.len(), |at| from + at)
}

fn name_end(text: &str, from: usize) -> usize {
    find_from(text.as_bytes(), from, |b| is_space(b) || matches!(b, b'/' | b'>'))
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c')
}

/// Where a comment ends: after `-->` or `--!>`, or with the text.
fn comment_end(text: &str, mut from: usize) -> usize {
    while let Some(dashes) = text[from..].find("--").map(|found| from + found) {
        let after = &text[dashes + 2..];
        if after.starts_with('>') {
            return dashes + 3;
        }
        if after.starts_with("!>") {
            return dashes + 4;
        }
        from = dashes + 1;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(markup: &str) -> Vec<String> {
        Lexer::new(markup)
            .filter_map(|piece| match piece {
                Piece::Text(text) => Some(text.to_owned()),
                Piece::Start(tag) => Some(format!("<{}>", tag.name)),
                Piece::End(name) => Some(format!("</{name}>")),
                Piece::Doctype(_) => Some("doctype".into()),
                Piece::Nothing => None,
            })
            .collect()
    }

    fn check(markup: &str, expected: &[&str]) {
        assert_eq!(names(markup), expected, "{markup}");
    }

    #[test]
    fn tags_and_text_are_told_apart() {
        check(
            "<!DOCTYPE html><P>Guten <b>Tag</B></p>",
            &["doctype", "<p>", "Guten ", "<b>", "Tag", "</b>", "</p>"],
        );
        check("3 < 5 und <3", &["3 ", "&lt;", " 5 und ", "&lt;", "3"]);
    }

    #[test]
    fn a_bracket_in_a_quoted_attribute_closes_nothing() {
        check(r#"<a title="a > b" x='>' y>Hafen</a>"#, &["<a>", "Hafen", "</a>"]);
        check("<a title=\"ohne Ende>Hafen</a>", &[]);
    }

    #[test]
    fn comments_end_where_browsers_end_them() {
        check("a<!-- <p> -- -->b", &["a", "b"]);
        check("a<!-->b", &["a", "b"]);
        check("a<!--->b", &["a", "b"]);
        check("a<!-- x --!>b", &["a", "b"]);
        check("a<!-- ohne Ende <p>b", &["a"]);
        check("a<?php echo ?>b<![CDATA[c]]>d</ e>f", &["a", "b", "d", "f"]);
    }

    #[test]
    fn attributes_come_one_by_one() {
        let attributes: Vec<_> = Attributes(" a=1 b = 'x y' c / d=\"ü\" =e ü").collect();
        assert_eq!(attributes, ["a=1", "b = 'x y'", "c", "d=\"ü\"", "=e", "ü"]);
    }

    #[test]
    fn raw_text_ends_with_its_own_end_tag() {
        let mut lexer = Lexer::new("if (a</b>c) </scripts> </SCRIPT >danach");
        assert_eq!(lexer.raw_text("script"), "if (a</b>c) </scripts> ");
        assert_eq!(lexer.next(), Some(Piece::Text("danach")));
        assert_eq!(Lexer::new("kein Ende").raw_text("script"), "kein Ende");
    }
}
