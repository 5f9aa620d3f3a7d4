//! The words of a language's classes, looked up by their first word.

use std::collections::{BTreeMap, HashMap};

use lagebild_knowledge::times::{Class, Times};

use super::sense::Sense;

/// A class of words, or one word as a class of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ClassId(u32);

/// What one form means. Its first word is the key under which it is found.
#[derive(Debug)]
pub(crate) struct Entry {
    /// The words after the first, in lower case.
    pub(crate) rest: Vec<String>,
    /// Whether the first letter must be a capital.
    pub(crate) capital: bool,
    /// The class, and the class narrowed to the value.
    pub(crate) class: ClassId,
    pub(crate) valued: ClassId,
    pub(crate) senses: Vec<Sense>,
}

/// All words of time of a language.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    entries: HashMap<String, Vec<Entry>>,
    classes: BTreeMap<String, ClassId>,
}

/// A form of a class, with its meaning.
#[derive(Clone)]
struct Form {
    text: String,
    class: String,
    value: String,
    senses: Vec<Sense>,
}

impl Lexicon {
    /// Reads the classes of the tables.
    ///
    /// # Errors
    /// A line that says which class, value or ending is wrong.
    pub(crate) fn new(tables: &Times) -> Result<Self, String> {
        let mut lexicon = Self::default();
        let mut forms = Vec::new();
        for (class, words) in &tables.words {
            match words {
                Class::Words(list) => collect(&mut forms, tables, class, "", list)?,
                Class::Values(values) => {
                    for (value, list) in values {
                        collect(&mut forms, tables, class, value, list)?;
                    }
                }
            }
        }
        let compounds = tables
            .compounds
            .iter()
            .map(|pattern| compound(pattern, &forms))
            .collect::<Result<Vec<_>, _>>()?;
        for form in forms.iter().chain(compounds.iter().flatten()) {
            lexicon.add(form);
        }
        Ok(lexicon)
    }

    /// All entries whose first word is this, which must be in lower case.
    pub(crate) fn get(&self, lower: &str) -> &[Entry] {
        self.entries.get(lower).map_or(&[], Vec::as_slice)
    }

    /// The class of that name (`month`, `month=5`), if any word is in it.
    pub(crate) fn class(&self, name: &str) -> Option<ClassId> {
        self.classes.get(name).copied()
    }

    /// The class of one word that a pattern names itself.
    pub(crate) fn word(&mut self, word: &str) -> ClassId {
        let name = format!("'{word}");
        if let Some(class) = self.classes.get(&name) {
            return *class;
        }
        self.add(&Form {
            text: word.to_owned(),
            class: name.clone(),
            value: String::new(),
            senses: Vec::new(),
        });
        self.intern(&name)
    }

    fn intern(&mut self, name: &str) -> ClassId {
        let next = ClassId(u32::try_from(self.classes.len()).unwrap_or(u32::MAX));
        *self.classes.entry(name.to_owned()).or_insert(next)
    }

    fn add(&mut self, form: &Form) {
        let class = self.intern(&form.class);
        let valued = self.intern(&format!("{}={}", form.class, form.value));
        let mut words = form.text.split_whitespace();
        let Some(first) = words.next() else { return };
        let capital = first.chars().next().is_some_and(char::is_uppercase);
        let rest = words.map(str::to_lowercase).collect();
        let entry = Entry { rest, capital, class, valued, senses: form.senses.clone() };
        self.entries.entry(first.to_lowercase()).or_default().push(entry);
    }
}

fn collect(
    forms: &mut Vec<Form>,
    tables: &Times,
    class: &str,
    value: &str,
    list: &[String],
) -> Result<(), String> {
    let sense = Sense::of(class, value).ok_or_else(|| format!("'{value}' is no value of class {class}"))?;
    for written in list {
        for text in inflect(written, &tables.endings)? {
            forms.push(Form {
                text,
                class: class.to_owned(),
                value: value.to_owned(),
                senses: vec![sense.clone()],
            });
        }
    }
    Ok(())
}

/// `letzt+adj` as all its forms.
pub(crate) fn inflect(written: &str, endings: &BTreeMap<String, Vec<String>>) -> Result<Vec<String>, String> {
    let Some((stem, name)) = written.split_once('+') else { return Ok(vec![written.to_owned()]) };
    let list = endings.get(name).ok_or_else(|| format!("'{written}' names no list of endings"))?;
    Ok(list.iter().map(|ending| format!("{stem}{ending}")).collect())
}

/// `{weekday}{part}`: every form of the first class joined with every form of the second, as a class of the
/// pattern's own name (`weekday+part`) with the second's values.
fn compound(pattern: &str, forms: &[Form]) -> Result<Vec<Form>, String> {
    let wrong = || format!("'{pattern}' is no compound: write {{first}}{{second}}");
    let inner = pattern.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).ok_or_else(wrong)?;
    let (first, second) = inner.split_once("}{").ok_or_else(wrong)?;
    let class = format!("{first}+{second}");
    let of = |name: &str| forms.iter().filter(move |form| form.class == name).cloned().collect::<Vec<_>>();
    let seconds = of(second);
    let mut joined = Vec::new();
    for head in of(first) {
        for tail in &seconds {
            joined.push(Form {
                text: format!("{}{}", head.text, tail.text.to_lowercase()),
                class: class.clone(),
                value: tail.value.clone(),
                senses: head.senses.iter().chain(&tail.senses).cloned().collect(),
            });
        }
    }
    Ok(joined)
}
