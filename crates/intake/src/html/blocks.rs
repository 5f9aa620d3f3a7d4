//! The article's HTML as blocks with kinds.

use ego_tree::iter::Edge;
use lagebild_schema::BlockKind;
use scraper::{Html, Node, node::Element};

use super::metadata::Metadata;
use super::tree::{is_inline, plain, single_spaced};

/// What an extracted article is made into: its title, then its body, where the title is not said again.
pub(super) fn arrange(article: &str, metadata: &Metadata) -> Vec<(BlockKind, String)> {
    let mut blocks: Vec<_> = metadata.title.iter().map(|title| (BlockKind::Title, title.clone())).collect();
    let title = metadata.title.as_deref().map(plain);
    let mut body = of(article);
    if let Some(title) = title {
        body.retain(|(kind, text)| !repeats(*kind, text, &title));
    }
    mark_lead(&mut body, metadata.description.as_deref());
    blocks.extend(body);
    blocks
}

/// Whether a block is the title again; a heading may have the kicker over it.
fn repeats(kind: BlockKind, text: &str, title: &str) -> bool {
    let text = plain(text);
    text == title || (kind == BlockKind::Heading && text.ends_with(title))
}

/// The first paragraph is a lead where the page gives it as the article's description.
fn mark_lead(body: &mut [(BlockKind, String)], description: Option<&str>) {
    let Some((kind @ (BlockKind::Paragraph | BlockKind::Heading), text)) = body.first_mut() else { return };
    let (text, description) = (plain(text), description.map(plain).unwrap_or_default());
    if !text.is_empty() && (description.starts_with(&text) || text == description) {
        *kind = BlockKind::Lead;
    }
}

/// Walks through simple HTML and cuts it into blocks.
fn of(article: &str) -> Vec<(BlockKind, String)> {
    let fragment = Html::parse_fragment(article);
    let mut cutter = Cutter::default();
    for edge in fragment.tree.root().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(text) => cutter.text.push_str(text),
                Node::Element(element) => cutter.open(element),
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    cutter.close(element);
                }
            }
        }
    }
    cutter.end_block();
    cutter.blocks
}

/// Stands for `<br>` until the block ends; it is white space.
const LINE_BREAK: char = '\u{2028}';

#[derive(Default)]
struct Cutter {
    blocks: Vec<(BlockKind, String)>,
    /// Text of the block being read.
    text: String,
    /// Kinds that the open elements give to what is in them, from the outside in.
    kinds: Vec<BlockKind>,
}

impl Cutter {
    fn open(&mut self, element: &Element) {
        match element.name() {
            "br" => self.line_break(),
            "td" | "th" if !self.text.trim().is_empty() => self.text.push_str(" | "),
            "td" | "th" => {}
            name if is_inline(name) => {}
            name => {
                self.end_block();
                self.kinds.extend(kind_of(name));
            }
        }
    }

    /// Two line breaks with nothing between them end a paragraph.
    fn line_break(&mut self) {
        let text = self.text.trim_end_matches(|c: char| c.is_whitespace() && c != LINE_BREAK);
        if text.ends_with(LINE_BREAK) {
            self.end_block();
        } else {
            self.text.push(LINE_BREAK);
        }
    }

    fn close(&mut self, element: &Element) {
        let name = element.name();
        if matches!(name, "br" | "td" | "th") || is_inline(name) {
            return;
        }
        self.end_block();
        if kind_of(name).is_some() {
            self.kinds.pop();
        }
    }

    fn end_block(&mut self) {
        let text = single_spaced(&std::mem::take(&mut self.text));
        if !text.is_empty() {
            let kind = self.kinds.last().copied().unwrap_or(BlockKind::Paragraph);
            self.blocks.push((kind, text));
        }
    }
}

/// The kind that an element gives to the text in it; a paragraph has the kind of what it stands in.
fn kind_of(name: &str) -> Option<BlockKind> {
    Some(match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Heading,
        "li" | "dd" | "dt" | "tr" => BlockKind::Item,
        "blockquote" => BlockKind::Quote,
        "figcaption" | "caption" => BlockKind::Caption,
        _ => return None,
    })
}
