//! The grammar: patterns over classes of words, merged into one tree so that shared beginnings are walked once.

use std::collections::BTreeMap;

use lagebild_knowledge::times::{Make, Times};

use super::lexicon::{ClassId, Lexicon};
use super::sense::Sense;
use super::shapes::Shape;

/// How deep named phrases may stand in one another.
const DEEPEST: usize = 8;

/// A language's words and rules of time.
#[derive(Debug)]
pub(crate) struct Grammar {
    pub(crate) lexicon: Lexicon,
    pub(crate) rules: Vec<Rule>,
    pub(crate) month_first: bool,
    nodes: Vec<Node>,
}

/// What a match makes.
#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) make: Make,
    pub(crate) given: Vec<Sense>,
}

/// A place in the tree: what may come next, and the rule that ends here.
#[derive(Debug, Default)]
pub(crate) struct Node {
    pub(crate) words: BTreeMap<ClassId, usize>,
    pub(crate) shapes: Vec<(Shape, usize)>,
    pub(crate) opens: Option<usize>,
    pub(crate) closes: Option<usize>,
    pub(crate) accepts: Option<usize>,
}

/// One element of a pattern.
#[derive(Debug, Clone, PartialEq)]
enum Element {
    Open,
    Close,
    Words(ClassId),
    Shape(Shape),
    /// Any of several, or a named phrase.
    Any(Vec<Vec<Item>>),
}

#[derive(Debug, Clone, PartialEq)]
struct Item {
    element: Element,
    optional: bool,
}

impl Grammar {
    /// Compiles the tables.
    ///
    /// # Errors
    /// A line that says which pattern, class or value is wrong.
    pub(crate) fn new(tables: &Times) -> Result<Self, String> {
        let lexicon = Lexicon::new(tables)?;
        let mut grammar = Self {
            lexicon,
            rules: Vec::new(),
            month_first: tables.month_first,
            nodes: vec![Node::default()],
        };
        for rule in &tables.rules {
            let given = rule.given.iter().map(|(class, value)| {
                Sense::of(class, value).ok_or_else(|| format!("given {class} = '{value}' has no meaning"))
            });
            let given = given.collect::<Result<_, _>>()?;
            grammar.rules.push(Rule { make: rule.make, given });
            for pattern in &rule.patterns {
                grammar.insert(pattern, tables).map_err(|error| format!("pattern '{pattern}': {error}"))?;
            }
        }
        Ok(grammar)
    }

    pub(crate) fn node(&self, at: usize) -> &Node {
        &self.nodes[at]
    }

    fn insert(&mut self, pattern: &str, tables: &Times) -> Result<(), String> {
        let mut items = parse(pattern, tables, &mut self.lexicon, 0)?;
        if !pattern.contains('[') && !items.iter().any(has_brackets) {
            items.insert(0, Item { element: Element::Open, optional: false });
            items.push(Item { element: Element::Close, optional: false });
        }
        let rule = self.rules.len() - 1;
        for node in self.extend(vec![0], &items) {
            self.nodes[node].accepts.get_or_insert(rule);
        }
        Ok(())
    }

    /// All nodes reached from those of `frontier` by the items.
    fn extend(&mut self, mut frontier: Vec<usize>, items: &[Item]) -> Vec<usize> {
        for item in items {
            let mut next = if item.optional { frontier.clone() } else { Vec::new() };
            match &item.element {
                Element::Any(alternatives) => {
                    for alternative in alternatives {
                        next.extend(self.extend(frontier.clone(), alternative));
                    }
                }
                element => next.extend(frontier.iter().map(|node| self.child(*node, element))),
            }
            next.sort_unstable();
            next.dedup();
            frontier = next;
        }
        frontier
    }

    fn child(&mut self, node: usize, element: &Element) -> usize {
        let new = self.nodes.len();
        let place = &mut self.nodes[node];
        let child = match element {
            Element::Open => *place.opens.get_or_insert(new),
            Element::Close => *place.closes.get_or_insert(new),
            Element::Words(class) => *place.words.entry(*class).or_insert(new),
            Element::Shape(shape) => {
                let known = place.shapes.iter().find(|(known, _)| known == shape).map(|(_, child)| *child);
                known.unwrap_or_else(|| {
                    place.shapes.push((*shape, new));
                    new
                })
            }
            Element::Any(_) => node,
        };
        if child == new {
            self.nodes.push(Node::default());
        }
        child
    }
}

fn has_brackets(item: &Item) -> bool {
    match &item.element {
        Element::Open | Element::Close => true,
        Element::Any(alternatives) => alternatives.iter().flatten().any(has_brackets),
        Element::Words(_) | Element::Shape(_) => false,
    }
}

/// Reads a pattern's notation.
fn parse(pattern: &str, tables: &Times, lexicon: &mut Lexicon, depth: usize) -> Result<Vec<Item>, String> {
    if depth > DEEPEST {
        return Err("phrases stand too deep in one another".to_owned());
    }
    let spaced = pattern.replace('[', " [ ").replace(']', " ] ");
    let mut items = Vec::new();
    for word in spaced.split_whitespace() {
        let optional = word.len() > 1 && word.ends_with('?');
        let word = if optional { &word[..word.len() - 1] } else { word };
        items.push(Item { element: parse_element(word, tables, lexicon, depth)?, optional });
    }
    Ok(items)
}

fn parse_element(word: &str, tables: &Times, lexicon: &mut Lexicon, depth: usize) -> Result<Element, String> {
    if let Some(name) = word.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
        let phrase = tables.phrases.get(name).ok_or_else(|| format!("no phrase is called '{name}'"))?;
        let alternatives = phrase.iter().map(|part| parse(part, tables, lexicon, depth + 1));
        return Ok(Element::Any(alternatives.collect::<Result<_, _>>()?));
    }
    if let Some(names) = word.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        return any(names.split('|'), |name| match Shape::named(name) {
            Some(shape) => Ok(Element::Shape(shape)),
            None => {
                lexicon.class(name).map(Element::Words).ok_or_else(|| format!("no class is called '{name}'"))
            }
        });
    }
    match word {
        "[" => Ok(Element::Open),
        "]" => Ok(Element::Close),
        _ => any(word.split('|'), |word| Ok(Element::Words(lexicon.word(word)))),
    }
}

/// One element, or several as alternatives.
fn any<'a>(
    names: impl Iterator<Item = &'a str>,
    mut element: impl FnMut(&'a str) -> Result<Element, String>,
) -> Result<Element, String> {
    let mut elements = names.map(&mut element).collect::<Result<Vec<_>, _>>()?;
    if elements.len() == 1 {
        return Ok(elements.remove(0));
    }
    Ok(Element::Any(elements.into_iter().map(|element| vec![Item { element, optional: false }]).collect()))
}
