//! What makes hostile markup harmless before a parser sees it.
//!
//! Parsers and extractors recurse into the tree, compare every attribute with every other and open formatting again
//! in every block: a page of a few hundred kilobytes can take minutes or kill the process. One linear pass bounds
//! depth, attributes, nodes and bytes, and drops what no reader sees: scripts, styles, comments, drawings, forms'
//! contents.

mod nesting;
mod tags;

use nesting::{Nesting, Verdict};
use tags::{Attributes, Lexer, Piece, Tag};

/// Elements nested deeper are flattened. Deeper trees exhaust the stack of what recurses into them.
const MAX_DEPTH: usize = 512;
/// The depths of all elements together: what looks at every element's ancestors takes as many steps. News pages
/// have some hundred thousand; beyond this, elements nested deeper than [`USUAL_DEPTH`] are flattened.
const MAX_ALL_DEPTHS: usize = 800_000;
/// How deep ordinary pages nest.
const USUAL_DEPTH: usize = 32;
/// Formatting elements without end tags, each of which a parser opens again in every block.
const MAX_OPEN_FORMATTING: usize = 16;
/// Attributes of one element: parsers compare each with all others.
const MAX_ATTRIBUTES: usize = 256;
/// Attributes of a page. News pages have some ten thousand.
const MAX_ALL_ATTRIBUTES: usize = 100_000;
/// Bytes of one attribute: longer ones are pictures and programs.
const MAX_ATTRIBUTE_BYTES: usize = 8 * 1024;
/// Elements and texts of a page. The largest of 1,600 news pages has 20,000.
const MAX_NODES: usize = 150_000;
/// Bytes of markup that go to the parser.
const MAX_BYTES: usize = 12 * 1024 * 1024;
/// Bytes of text in a page.
const MAX_TEXT: usize = 4 * 1024 * 1024;
/// Bytes of a title.
const MAX_TITLE: usize = 8 * 1024;

/// A page that a parser can read in bounded time and space.
#[derive(Debug, Default)]
pub(super) struct Page<'a> {
    /// Its markup.
    pub(super) markup: String,
    /// Its data for search engines (JSON-LD), as written.
    pub(super) data: Vec<&'a str>,
    /// What had to be left out, each as one sentence.
    pub(super) left_out: Vec<String>,
}

/// Bounds a page.
pub(super) fn bound(markup: &str) -> Page<'_> {
    let mut pass = Pass {
        lexer: Lexer::new(markup),
        nesting: Nesting::new(MAX_OPEN_FORMATTING),
        page: Page::default(),
        nodes: 0,
        depths: 0,
        attributes: 0,
        text: 0,
        titles_end: true,
        flattened: false,
        thinned: false,
    };
    while let Some(piece) = pass.lexer.next() {
        pass.take(piece);
        if let Some(limit) = pass.exhausted() {
            pass.page.left_out.push(format!("The page is cut after {limit}."));
            break;
        }
    }
    pass.finish()
}

struct Pass<'a> {
    lexer: Lexer<'a>,
    nesting: Nesting,
    page: Page<'a>,
    nodes: usize,
    depths: usize,
    attributes: usize,
    text: usize,
    /// There may be an end tag of a title in what is left.
    titles_end: bool,
    /// Elements were flattened.
    flattened: bool,
    /// Attributes were dropped.
    thinned: bool,
}

impl<'a> Pass<'a> {
    fn take(&mut self, piece: Piece<'a>) {
        match piece {
            Piece::Text(text) => self.text(text),
            Piece::Start(tag) => self.start(&tag),
            Piece::End(name) => self.end(&name),
            Piece::Doctype(doctype) if self.page.markup.is_empty() => self.page.markup.push_str(doctype),
            Piece::Doctype(_) | Piece::Nothing => {}
        }
    }

    fn text(&mut self, text: &str) {
        self.nodes += self.nesting.nodes_at_once();
        let text = start_of(text, MAX_TEXT - self.text.min(MAX_TEXT));
        self.text += text.len();
        self.page.markup.push_str(text);
    }

    fn start(&mut self, tag: &Tag<'a>) {
        match tag.name.as_str() {
            "script" => self.script(tag),
            "title" => self.title(),
            "style" | "noscript" | "iframe" | "noembed" | "noframes" | "xmp" | "textarea" => {
                self.lexer.raw_text(&tag.name);
            }
            "svg" | "math" => self.skip_drawing(&tag.name),
            "frameset" | "frame" | "plaintext" => {}
            _ => self.element(tag),
        }
    }

    fn element(&mut self, tag: &Tag<'a>) {
        self.nodes += self.nesting.nodes_at_once();
        self.depths += self.nesting.depth();
        let max_depth = if self.depths < MAX_ALL_DEPTHS { MAX_DEPTH } else { USUAL_DEPTH };
        match self.nesting.start(&tag.name, max_depth) {
            Verdict::Keep => self.write_tag(tag),
            Verdict::Ignore => {}
            Verdict::TooDeep => self.flattened = true,
        }
    }

    fn end(&mut self, name: &str) {
        self.nodes += 1;
        if self.nesting.end(name) == Verdict::Keep {
            self.page.markup.extend(["</", name, ">"]);
        }
    }

    fn write_tag(&mut self, tag: &Tag<'a>) {
        self.page.markup.push('<');
        self.page.markup.push_str(&tag.name);
        for (number, attribute) in Attributes(tag.attributes).enumerate() {
            if number == MAX_ATTRIBUTES || self.attributes == MAX_ALL_ATTRIBUTES {
                self.thinned = true;
                break;
            }
            if attribute.len() <= MAX_ATTRIBUTE_BYTES {
                self.attributes += 1;
                self.page.markup.push(' ');
                self.page.markup.push_str(attribute);
            }
        }
        // An unquoted value must not run into the bracket, and a slash before it means nothing in HTML.
        self.page.markup.push_str(" >");
    }

    /// A title without its end would swallow the page.
    fn title(&mut self) {
        self.titles_end = self.titles_end && self.lexer.has_end_tag("title");
        if !self.titles_end {
            return;
        }
        let title = self.lexer.raw_text("title");
        self.page.markup.extend(["<title>", start_of(title, MAX_TITLE), "</title>"]);
    }

    /// Of scripts only data for search engines is kept, for us and for the extractor.
    fn script(&mut self, tag: &Tag<'a>) {
        let is_data = tag.attributes.to_ascii_lowercase().contains("ld+json");
        let script = self.lexer.raw_text("script");
        if !is_data || self.page.markup.len() + script.len() > MAX_BYTES {
            return;
        }
        self.page.data.push(script);
        // `<!--` in a script can hide its end tag from the parser.
        if !script.contains("<!--") {
            self.page.markup.extend([r#"<script type="application/ld+json">"#, script, "</script>"]);
        }
    }

    /// Drops a drawing or formula up to its end, or to an element of the page that ends it.
    fn skip_drawing(&mut self, name: &str) {
        let mut depth = 1_usize;
        while depth > 0 {
            match self.lexer.next() {
                Some(Piece::Start(tag)) if tag.name == name => depth += usize::from(!tag.closes_itself()),
                Some(Piece::Start(tag)) if nesting::closes_paragraph(&tag.name) => {
                    self.element(&tag);
                    depth = 0;
                }
                Some(Piece::End(end)) if end == name => depth -= 1,
                Some(_) => {}
                None => depth = 0,
            }
        }
    }

    /// The limit that the page has reached, in words.
    fn exhausted(&self) -> Option<String> {
        if self.text >= MAX_TEXT {
            Some(format!("{} MB of text", MAX_TEXT >> 20))
        } else if self.nodes >= MAX_NODES {
            Some(format!("{MAX_NODES} elements and texts"))
        } else if self.page.markup.len() >= MAX_BYTES {
            Some(format!("{} MB of markup", MAX_BYTES >> 20))
        } else {
            None
        }
    }

    fn finish(mut self) -> Page<'a> {
        if self.flattened {
            self.page.left_out.push(format!(
                "Elements nested too deep, or in more than {MAX_OPEN_FORMATTING} unclosed formatting elements, \
                 are read as if they stood further out."
            ));
        }
        if self.thinned {
            self.page.left_out.push(format!(
                "Attributes beyond {MAX_ATTRIBUTES} of an element or {MAX_ALL_ATTRIBUTES} of the page are left out."
            ));
        }
        self.page
    }
}

/// The start of a text, at most so many bytes.
fn start_of(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}
