//! Small questions to a parsed page.

use ego_tree::NodeRef;
use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node};

/// The text of an element, with single spaces; line breaks and borders of blocks count as spaces.
pub(super) fn text_of(element: ElementRef<'_>) -> String {
    let mut text = String::new();
    for edge in element.traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(part) => text.push_str(part),
                Node::Element(inner) if !is_inline(inner.name()) => text.push(' '),
                _ => {}
            },
            Edge::Close(node) => {
                if node.value().as_element().is_some_and(|inner| !is_inline(inner.name())) {
                    text.push(' ');
                }
            }
        }
    }
    single_spaced(&text)
}

/// The text with every run of white space made one space, and none at its ends.
pub(super) fn single_spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    spaced
}

/// Letters and digits only, in lower case: what two spellings of one line share.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether an element stands within a line.
pub(super) fn is_inline(name: &str) -> bool {
    const INLINE: &[&str] = &[
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
        "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
        "time", "tt", "u", "var", "wbr",
    ];
    INLINE.contains(&name)
}

/// All elements of a page, in document order.
pub(super) fn elements(document: &Html) -> impl Iterator<Item = ElementRef<'_>> {
    document.tree.root().descendants().filter_map(ElementRef::wrap)
}

/// The names of the elements around a node, from the inside out.
pub(super) fn around(node: NodeRef<'_, Node>) -> impl Iterator<Item = &str> {
    node.ancestors().filter_map(|outer| outer.value().as_element().map(scraper::node::Element::name))
}

/// Bytes of text on a page, scripts included, white space around each piece of it not.
pub(super) fn text_length(document: &Html) -> usize {
    document.tree.values().filter_map(Node::as_text).map(|text| text.trim().len()).sum()
}

/// How many elements stand around the innermost one.
pub(super) fn depth(document: &Html) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for edge in document.tree.root().traverse() {
        match edge {
            Edge::Open(_) => depth += 1,
            Edge::Close(_) => depth -= 1,
        }
        deepest = deepest.max(depth);
    }
    deepest
}
