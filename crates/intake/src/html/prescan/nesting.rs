//! Which elements a parser holds open, and which formatting it would open again.
//!
//! A model of the tree construction of the HTML standard, kept on the safe side: it never believes a tree to be
//! shallower than a parser builds it.

/// A name, as a hash: two names that share one only make the model more careful.
type Name = u32;

/// What is to become of a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It goes to the parser.
    Keep,
    /// A parser would ignore it.
    Ignore,
    /// It nests too deep.
    TooDeep,
}

/// The open elements.
pub(super) struct Nesting {
    open: Vec<Element>,
    /// Formatting elements without their end tag: a parser opens them again in every block. `None` marks a cell,
    /// which keeps them from what is inside it.
    formatting: Vec<Option<Name>>,
    max_formatting: usize,
}

#[derive(Debug, Clone, Copy)]
struct Element {
    name: Name,
    /// No end tag reaches across it.
    bounds_scope: bool,
    /// It keeps the formatting around it from what is in it.
    bounds_formatting: bool,
    /// Inline end tags do not reach across it.
    special: bool,
}

impl Nesting {
    /// Nothing is open.
    pub(super) const fn new(max_formatting: usize) -> Self {
        Self { open: Vec::new(), formatting: Vec::new(), max_formatting }
    }

    /// How many nodes a parser may make for one tag or text: itself and all formatting it opens again.
    pub(super) fn nodes_at_once(&self) -> usize {
        1 + self.formatting.len()
    }

    /// How many elements are open.
    pub(super) const fn depth(&self) -> usize {
        self.open.len()
    }

    /// A start tag comes, that may open an element where fewer than so many are open.
    pub(super) fn start(&mut self, name: &str, max_depth: usize) -> Verdict {
        if matches!(name, "html" | "head" | "body") {
            return Verdict::Keep;
        }
        if is_table_part(name) && self.find(&[TABLE], |_| false).is_none() {
            return Verdict::Ignore;
        }
        self.close_implied(name);
        if is_void(name) {
            return Verdict::Keep;
        }
        let formats = is_formatting(name);
        if self.open.len() >= max_depth || (formats && self.formatting.len() >= self.max_formatting) {
            return Verdict::TooDeep;
        }
        if formats {
            self.formatting.push(Some(hash(name)));
        }
        let bounds_formatting = FORMATTING_BOUNDS.contains(&name);
        if bounds_formatting {
            self.formatting.push(None);
        }
        self.open.push(Element {
            name: hash(name),
            bounds_scope: bounds_formatting || name == "table",
            bounds_formatting,
            special: is_special(name),
        });
        Verdict::Keep
    }

    /// An end tag comes.
    pub(super) fn end(&mut self, name: &str) -> Verdict {
        match name {
            // Browsers go on reading the body after its end. A line break has none.
            "html" | "body" | "br" => return Verdict::Ignore,
            // Of an end without a beginning parsers make an empty paragraph.
            "p" if self.find(&[P], stops_paragraph).is_none() => return Verdict::Ignore,
            "form" => self.forget(hash("form")),
            "p" => self.close(&[P], stops_paragraph),
            "li" => self.close(&[hash("li")], stops_item_end),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.close(&HEADINGS, |e| e.bounds_scope),
            "table" => self.close(&[TABLE], |_| false),
            _ if is_table_part(name) => self.close(&[hash(name)], is_table),
            _ if is_formatting(name) => self.end_formatting(hash(name)),
            _ if is_special(name) => self.close(&[hash(name)], |e| e.bounds_scope),
            _ => self.close(&[hash(name)], |e| e.special),
        }
        Verdict::Keep
    }

    /// Closes what a start tag closes without an end tag.
    fn close_implied(&mut self, name: &str) {
        match name {
            "li" => self.close(&[hash("li")], stops_item),
            "dd" | "dt" => self.close(&[hash("dd"), hash("dt")], stops_item),
            "option" | "optgroup" if self.top_is(hash("option")) => self.pop_to(self.open.len() - 1),
            "a" if self.formatting.contains(&Some(hash("a"))) => self.end_formatting(hash("a")),
            "button" => self.close(&[hash("button")], |e| e.bounds_scope),
            "td" | "th" => self.close(&[hash("td"), hash("th")], is_table),
            "tr" => self.close(&[hash("tr")], is_table),
            "tbody" | "thead" | "tfoot" | "caption" | "colgroup" => self.close(&TABLE_SECTIONS, is_table),
            _ => {}
        }
        if closes_paragraph(name) {
            self.close(&[P], stops_paragraph);
        }
    }

    /// Closes the innermost element of one of these names, with all that is open in it.
    fn close(&mut self, names: &[Name], stops: impl Fn(Element) -> bool) {
        if let Some(at) = self.find(names, stops) {
            self.pop_to(at);
        }
    }

    /// The end of a formatting element closes it alone where a block is open in it.
    fn end_formatting(&mut self, name: Name) {
        let listed = self.formatting.iter().rposition(|entry| entry.is_none_or(|entry| entry == name));
        let Some(listed) = listed.filter(|at| self.formatting[*at].is_some()) else {
            return self.close(&[name], |e| e.special);
        };
        match self.open.iter().rposition(|e| e.name == name) {
            None => {
                self.formatting.remove(listed);
            }
            Some(at) if self.open[at..].iter().any(|e| e.bounds_scope) => {}
            Some(at) => {
                self.formatting.remove(listed);
                if self.open[at..].iter().any(|e| e.special) {
                    self.open.remove(at);
                } else {
                    self.pop_to(at);
                }
            }
        }
    }

    /// Takes one element out and leaves open what is open in it.
    fn forget(&mut self, name: Name) {
        if let Some(at) = self.find(&[name], |e| e.bounds_scope) {
            self.open.remove(at);
        }
    }

    fn find(&self, names: &[Name], stops: impl Fn(Element) -> bool) -> Option<usize> {
        for (at, element) in self.open.iter().enumerate().rev() {
            if names.contains(&element.name) {
                return Some(at);
            }
            if stops(*element) {
                return None;
            }
        }
        None
    }

    fn pop_to(&mut self, at: usize) {
        for element in self.open.drain(at..) {
            if element.bounds_formatting {
                let marker = self.formatting.iter().rposition(Option::is_none).unwrap_or(0);
                self.formatting.truncate(marker);
            }
        }
    }

    fn top_is(&self, name: Name) -> bool {
        self.open.last().is_some_and(|e| e.name == name)
    }
}

const P: Name = hash("p");
const TABLE: Name = hash("table");
const HEADINGS: [Name; 6] = [hash("h1"), hash("h2"), hash("h3"), hash("h4"), hash("h5"), hash("h6")];
const TABLE_SECTIONS: [Name; 5] =
    [hash("tbody"), hash("thead"), hash("tfoot"), hash("caption"), hash("colgroup")];

/// Elements without content.
const VOID: &[&str] = &[
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "hr", "image", "img", "input", "keygen",
    "link", "meta", "param", "source", "track", "wbr",
];
/// Elements that a parser opens again where a block ended before they did.
const FORMATTING: &[&str] =
    &["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
/// Elements that keep the formatting around them from what is in them.
const FORMATTING_BOUNDS: &[&str] = &["td", "th", "caption", "applet", "marquee", "object", "template"];
/// Elements that end tags do not reach across, or not all of them.
const SCOPES: &[&str] = &["table", "caption", "applet", "marquee", "object", "template", "button", "select"];
/// Elements that stand in tables only.
const TABLE_PARTS: &[&str] = &["td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup", "col"];
/// Elements that end a paragraph.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "ul",
];

/// FNV-1a.
const fn hash(name: &str) -> Name {
    let bytes = name.as_bytes();
    let mut hash: u32 = 0x811c_9dc5;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}

fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

fn is_formatting(name: &str) -> bool {
    FORMATTING.contains(&name)
}

fn is_table_part(name: &str) -> bool {
    TABLE_PARTS.contains(&name)
}

fn is_special(name: &str) -> bool {
    BLOCKS.contains(&name) || SCOPES.contains(&name) || TABLE_PARTS.contains(&name)
}

/// Whether an element ends a paragraph, and a drawing too.
pub(super) fn closes_paragraph(name: &str) -> bool {
    BLOCKS.contains(&name)
}

const fn is_table(element: Element) -> bool {
    element.name == TABLE
}

const fn stops_paragraph(element: Element) -> bool {
    element.bounds_scope || element.name == hash("button")
}

/// What keeps the end of an item from reaching further out.
const fn stops_item_end(element: Element) -> bool {
    element.bounds_scope || element.name == hash("ol") || element.name == hash("ul")
}

/// What keeps an item of a list from being closed by the next.
const fn stops_item(element: Element) -> bool {
    element.special
        && element.name != hash("address")
        && element.name != hash("div")
        && element.name != hash("p")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many elements are open after these tags.
    fn depth(tags: &str) -> usize {
        let mut nesting = Nesting::new(16);
        for tag in tags.split_whitespace() {
            match tag.strip_prefix('/') {
                Some(name) => nesting.end(name),
                None => nesting.start(tag, 512),
            };
        }
        nesting.depth()
    }

    #[test]
    fn paragraphs_items_and_cells_close_their_elder() {
        assert_eq!(depth("p p p"), 1);
        assert_eq!(depth("ul li p li p li"), 2);
        assert_eq!(depth("ul li ul li"), 4);
        assert_eq!(depth("dl dt dd dt"), 2);
        assert_eq!(depth("table tr td tr td td"), 3);
        assert_eq!(depth("p span div"), 1);
    }

    #[test]
    fn an_end_tag_stays_in_its_cell() {
        assert_eq!(depth("div table tr td /div"), 4);
        assert_eq!(depth("div table tr td /table /div"), 0);
    }

    #[test]
    fn the_end_of_formatting_leaves_blocks_open() {
        assert_eq!(depth("b div /b b div /b b div /b"), 3);
        assert_eq!(depth("b span /b"), 0);
        assert_eq!(depth("form div /form form div /form"), 2);
        assert_eq!(depth("span div /span"), 2);
    }

    #[test]
    fn links_do_not_nest() {
        assert_eq!(depth("a a a a"), 1);
    }

    #[test]
    fn a_parser_ignores_cells_without_a_table() {
        assert_eq!(Nesting::new(9).start("td", 9), Verdict::Ignore);
    }

    #[test]
    fn depth_and_open_formatting_are_bounded() {
        let mut nesting = Nesting::new(2);
        let verdicts = ["b", "i", "u", "div", "div", "div", "div", "br"].map(|name| nesting.start(name, 5));
        let [.., fourth, void] = verdicts;
        assert_eq!((verdicts[2], fourth, void), (Verdict::TooDeep, Verdict::TooDeep, Verdict::Keep));
        assert_eq!(nesting.nodes_at_once(), 3);
    }
}
