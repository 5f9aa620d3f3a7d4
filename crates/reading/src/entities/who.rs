//! From mentions to entities, in the order of the text.

use lagebild_language::{Name, NameKind, Upos};
use lagebild_schema::{EntityKind, MentionForm};

use super::Run;
use super::name::{abbreviates, bare, is_end_of, is_same_noun};
use super::register::{Known, Register, Told};
use crate::context::Context;
use crate::syntax::Syntax;

/// How many sentences back somebody may have been spoken of whom a pronoun means.
const BACK: usize = 4;

/// Letters of a noun that names a speaker in a compound.
const SPEAKER: usize = 4;

/// How much attention a mention draws: as a source, as a subject, otherwise.
const AS_SOURCE: usize = 4;
const AS_SUBJECT: usize = 3;
const AS_ANY: usize = 1;

/// Goes through the text once.
pub(super) struct Reader<'a> {
    context: &'a Context<'a>,
    syntax: &'a Syntax<'a>,
    names: &'a [Name],
    /// How many names were already read.
    read: usize,
    pub(super) register: Register,
}

impl<'a> Reader<'a> {
    pub(super) fn new(context: &'a Context<'a>, syntax: &'a Syntax<'a>, names: &'a [Name]) -> Self {
        Self { context, syntax, names, read: 0, register: Register::default() }
    }

    /// The entity that a mention means. Mentions must come in text order.
    pub(super) fn resolve(&mut self, run: &Run, kind: Option<EntityKind>) -> usize {
        self.read_names(run.end);
        let (entity, form) = self.meant(run, kind);
        self.note(entity, run.clone(), form, AS_SOURCE);
        let anonymous = &self.context.language.entities.anonymous;
        let known = &mut self.register.all[entity];
        let is_anonymous = |noun: &String| anonymous.has(noun) || anonymous.has_head_of(noun);
        known.kind = if known.names.is_empty() && known.nouns.iter().any(is_anonymous) {
            Some(EntityKind::Anonymous)
        } else {
            better_kind(known, kind)
        };
        entity
    }

    /// Reads the names behind the last mention.
    pub(super) fn finish(&mut self) {
        self.read_names(usize::MAX);
    }

    fn meant(&mut self, run: &Run, kind: Option<EntityKind>) -> (usize, MentionForm) {
        if let Some(name) = self.name_in(run) {
            return (self.named(name), MentionForm::Name);
        }
        let head = self.syntax.top(run).unwrap_or(run.start);
        if self.is_pronoun(run, head)
            && let Some(entity) = self.antecedent(head)
        {
            return (entity, MentionForm::Pronoun);
        }
        if self.is_the_one_aged(run, head)
            && let Some(entity) = self.antecedent(head)
        {
            return (entity, MentionForm::Nominal);
        }
        (self.described(run, head, kind), MentionForm::Nominal)
    }

    fn is_pronoun(&self, run: &Run, head: usize) -> bool {
        let words = &self.context.language.speech.words;
        let lower = self.context.lower(head);
        self.syntax.upos(head) == Some(Upos::Pron)
            || run.len() == 1 && (words.pronouns.has(lower) || words.oblique.has(lower))
    }

    /// "der 62-Jährige", "the 62-year-old": somebody of whom the text has spoken, by no more than an age.
    fn is_the_one_aged(&self, run: &Run, head: usize) -> bool {
        let words = &self.context.language.speech.words;
        run.len() == 2
            && run.start < head
            && words.ages.has_head_of(self.context.lower(head))
            && self.syntax.feature(run.start, "Definite") == Some("Def")
    }

    /// The name that a phrase is about: its head, or what stands in apposition to it.
    fn name_in(&self, run: &Run) -> Option<usize> {
        let inside = |name: &&usize| {
            let words = &self.names[**name].words;
            run.start <= words.start && words.end <= run.end
        };
        let first = self.names.partition_point(|name| name.words.start < run.start);
        let all: Vec<usize> =
            (first..self.names.len()).take_while(|name| self.names[*name].words.start < run.end).collect();
        let head = self.syntax.top(run)?;
        let is_of_head = |name: &&usize| self.names[**name].words.contains(&head);
        let is_person = |name: &&usize| {
            self.names[**name].kind == NameKind::Person && self.is_apposed(&self.names[**name].words, run)
        };
        all.iter()
            .filter(inside)
            .find(is_of_head)
            .or_else(|| all.iter().filter(inside).find(is_person))
            .copied()
    }

    /// Whether a name says who the phrase is about, and is no attribute of it ("Sprecher von …", "… Sprecher").
    fn is_apposed(&self, name: &Run, phrase: &Run) -> bool {
        if self.is_genitive_of_known(name) {
            return false;
        }
        let mut at = self.syntax.top(name).unwrap_or(name.start);
        while let Some(head) = self.syntax.head(at).filter(|head| phrase.contains(head)) {
            let is_same = match self.syntax.universal(at) {
                "appos" | "flat" | "compound" | "dep" | "conj" => true,
                "nmod" => {
                    self.syntax.feature(at, "Case") != Some("Gen")
                        && self.syntax.child(at, &["case"]).is_none()
                }
                _ => false,
            };
            if !is_same {
                return false;
            }
            at = head;
        }
        true
    }

    /// Whether a name has the ending of a genitive that the same name elsewhere lacks.
    fn is_genitive_of_known(&self, name: &Run) -> bool {
        let last = |name: &Run| self.context.lower(name.end - 1);
        let stem = last(name).strip_suffix('s');
        stem.is_some_and(|stem| self.names.iter().any(|other| last(&other.words) == stem))
    }

    fn read_names(&mut self, end: usize) {
        while let Some(name) = self.names.get(self.read).filter(|name| name.words.start < end) {
            let words = name.words.clone();
            let entity = self.named(self.read);
            let subject = self.syntax.top(&words).is_some_and(|top| self.is_subject(top));
            self.note(entity, words, MentionForm::Name, if subject { AS_SUBJECT } else { AS_ANY });
            self.read += 1;
        }
    }

    fn is_subject(&self, at: usize) -> bool {
        let mut at = at;
        while matches!(self.syntax.universal(at), "flat" | "appos") {
            let Some(head) = self.syntax.head(at) else { return false };
            at = head;
        }
        self.syntax.universal(at) == "nsubj"
    }

    /// The entity that has a name, a new one if none does.
    fn named(&mut self, at: usize) -> usize {
        let Name { words, kind, .. } = &self.names[at];
        let name: Vec<String> = words.clone().map(|word| self.context.lower(word).to_owned()).collect();
        let text = self.context.span(words.clone()).of(&self.context.report.text);
        let kind = match kind {
            NameKind::Person => EntityKind::Person,
            NameKind::Organization => EntityKind::Organization,
            NameKind::Location => EntityKind::Place,
            NameKind::Other => EntityKind::Unknown,
        };
        let is_same = |known: &Known| {
            let person = kind == EntityKind::Person;
            let alike = |other: &Vec<String>| {
                if person && known.kind == Some(EntityKind::Person) {
                    is_end_of(&name, other) || is_end_of(other, &name)
                } else {
                    is_end_of(&name, other) && name.len() == other.len()
                        || abbreviates(text, other)
                        || abbreviates(&known.name, &name)
                }
            };
            (known.kind == Some(EntityKind::Person)) == person && known.names.iter().any(alike)
        };
        let entity = self.register.all.iter().rposition(is_same);
        let entity =
            entity.unwrap_or_else(|| self.register.add(Known { kind: Some(kind), ..Known::default() }));
        let (role, gender) = match kind {
            EntityKind::Person if !self.is_genitive_of_known(words) => self.role(words),
            EntityKind::Person => (None, None),
            _ => (None, self.gender_of_article(words)),
        };
        let known = &mut self.register.all[entity];
        // The fullest name; of two as full the one without the ending of a genitive.
        let longest = known.names.iter().map(Vec::len).max().unwrap_or(0);
        if name.len() > longest || name.len() == longest && known.name.strip_suffix('s') == Some(text) {
            known.name = text.to_owned();
        }
        if !known.names.contains(&name) {
            known.names.push(name);
        }
        if let Some((noun, role)) = role {
            if !known.nouns.contains(&noun) {
                known.nouns.push(noun);
            }
            if !known.roles.contains(&role) {
                known.roles.push(role);
            }
        }
        known.gender = known.gender.take().or(gender);
        known.is_plural |=
            kind != EntityKind::Person && self.syntax.feature(words.start, "Number") == Some("Plur");
        entity
    }

    /// The gender of the article before a name ("die SPD").
    fn gender_of_article(&self, name: &Run) -> Option<String> {
        let article = self.syntax.child(self.syntax.top(name)?, &["det"])?;
        self.syntax.feature(article, "Gender").map(str::to_owned)
    }

    /// The noun that a name stands with ("Innenministerin Ada Muster"), the phrase, and the gender it tells.
    fn role(&self, name: &Run) -> (Option<(String, String)>, Option<String>) {
        let top = self.syntax.top(name).unwrap_or(name.start);
        let is_noun = |at: &usize| self.syntax.upos(*at) == Some(Upos::Noun) && !name.contains(at);
        let above =
            self.syntax.head(top).filter(|_| matches!(self.syntax.universal(top), "appos" | "flat" | "nmod"));
        let above =
            above.filter(|_| self.is_apposed(name, &(0..usize::MAX)) || self.syntax.universal(top) != "nmod");
        let beside = self
            .syntax
            .children(top)
            .iter()
            .copied()
            .filter(|at| matches!(self.syntax.universal(*at), "appos" | "flat" | "compound" | "nmod"));
        let noun = above
            .into_iter()
            .chain(beside)
            .filter(is_noun)
            .find(|at| self.syntax.feature(*at, "Case") != Some("Gen") || Some(*at) == above);
        let gender = |at: usize| self.syntax.feature(at, "Gender").map(str::to_owned);
        let before = name.start.checked_sub(1).filter(is_noun);
        let Some(noun) = before.or(noun) else { return (None, gender(name.start)) };
        let phrase = self.syntax.phrase(noun);
        let phrase = phrase.start..phrase.end.min(if noun < name.start { name.start } else { phrase.end });
        let role = bare(self.context, &phrase);
        let text =
            self.context.span(role).of(&self.context.report.text).trim_end_matches([',', ' ']).to_owned();
        (Some((self.context.lower(noun).to_owned(), text)), gender(noun))
    }

    /// The entity that a phrase without a name describes: one with that office or noun, else a new one.
    fn described(&mut self, run: &Run, head: usize, kind: Option<EntityKind>) -> usize {
        let noun = self.context.lower(head).to_owned();
        let text = self.speaker_in(&noun, head).unwrap_or_else(|| self.nominative(run, head));
        let is_plural = self.syntax.feature(head, "Number") == Some("Plur");
        let indefinite = self
            .syntax
            .child(head, &["det"])
            .is_some_and(|det| self.syntax.feature(det, "Definite") == Some("Ind") && run.contains(&det));
        let is_same = |known: &Known| {
            let described = |other: &String| is_same_noun(&noun, other);
            let is_one = known.is_plural == is_plural;
            if indefinite { known.name == text } else { is_one && known.nouns.iter().any(described) }
        };
        if let Some(entity) = self.register.all.iter().rposition(is_same) {
            return entity;
        }
        let gender = self.syntax.feature(head, "Gender").map(str::to_owned);
        self.register.add(Known {
            name: text,
            kind,
            nouns: vec![noun],
            gender,
            is_plural,
            ..Known::default()
        })
    }

    /// Whose statements a compound names ("Polizeiangaben").
    fn speaker_in(&self, noun: &str, head: usize) -> Option<String> {
        let statements = &self.context.language.speech.words.statements;
        let speaker = statements.before_head(noun)?;
        let letters = speaker.chars().count();
        let word: String = self.context.word(head).chars().take(letters).collect();
        (letters >= SPEAKER).then_some(word)
    }

    /// A phrase as it would stand in a list: without its article, the head without the ending of its case.
    fn nominative(&self, run: &Run, head: usize) -> String {
        let bare = bare(self.context, run);
        let text = &self.context.report.text;
        let whole = self.context.span(bare.clone());
        let governed = self.context.language.speech.words.prepositions.has(self.context.lower(bare.start));
        let Some(token) = self.context.token(head).filter(|_| bare.contains(&head) && !governed) else {
            return whole.of(text).to_owned();
        };
        let word = token.span.of(text);
        let endings = &self.context.language.entities;
        let endings = match (self.syntax.feature(head, "Case"), self.syntax.feature(head, "Number")) {
            (Some("Gen"), Some("Sing")) if self.syntax.feature(head, "Gender") != Some("Fem") => {
                &endings.genitive
            }
            // Feminine plurals have the ending in every case ("Umfragen").
            (Some("Dat"), Some("Plur")) if self.syntax.feature(head, "Gender") != Some("Fem") => {
                &endings.dative_plural
            }
            _ => return whole.of(text).to_owned(),
        };
        let stem = endings.iter().find_map(|ending| word.strip_suffix(ending.as_str())).unwrap_or(word);
        format!("{}{stem}{}", &text[whole.start..token.span.start], &text[token.span.end..whole.end])
    }

    /// Whom a pronoun means: the likeliest of those just spoken of whose gender and number fit.
    fn antecedent(&self, pronoun: usize) -> Option<usize> {
        let sentence = self.sentence(pronoun);
        let article = self.syntax.child(pronoun, &["det"]).unwrap_or(pronoun);
        let gender = self.syntax.feature(article, "Gender");
        let is_plural = self.syntax.feature(pronoun, "Number") == Some("Plur");
        let fits = |known: &Known| {
            let is_same = |other: &String| gender.is_none_or(|gender| gender == other);
            // Of anything but a person the gender must be known: "it" is what most names are.
            let is_person = known.kind == Some(EntityKind::Person);
            known.is_plural == is_plural
                && (is_plural || known.gender.as_ref().map_or(is_person, is_same))
                && known.kind != Some(EntityKind::Place)
        };
        let salience = |known: &Known| {
            let told = known
                .mentions
                .iter()
                .filter(|told| told.run.end <= pronoun && told.sentence + BACK >= sentence);
            told.map(|told| {
                let near = 2 * (BACK - (sentence - told.sentence));
                (near + told.weight + usize::from(known.kind == Some(EntityKind::Person)) * 2, told.run.start)
            })
            .max()
        };
        let candidates = self.register.all.iter().enumerate().filter(|(_, known)| fits(known));
        candidates.filter_map(|(at, known)| Some((salience(known)?, at))).max().map(|(_, at)| at)
    }

    fn sentence(&self, at: usize) -> usize {
        self.context.sentences().partition_point(|sentence| sentence.tokens.end <= at)
    }

    fn note(&mut self, entity: usize, run: Run, form: MentionForm, weight: usize) {
        let sentence = self.sentence(run.start);
        self.register.mention(entity, Told { run, form, sentence, weight });
    }
}

/// What somebody is: the name says so of persons, the model of others.
fn better_kind(known: &Known, learned: Option<EntityKind>) -> Option<EntityKind> {
    match known.kind {
        Some(EntityKind::Person) => known.kind,
        _ => learned.or(known.kind),
    }
}
