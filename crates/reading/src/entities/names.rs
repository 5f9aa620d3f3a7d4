//! Names: which bearer each has, with what offices.

use lagebild_knowledge::agencies;
use lagebild_language::{Name, NameKind, Upos};
use lagebild_schema::{EntityKind, MentionForm};

use super::Run;
use super::alike::{abbreviates, bare, is_end_of};
use super::reader::{AS_ANY, AS_SUBJECT, Reader};
use super::register::Known;
use crate::context::ends;

impl Reader<'_> {
    /// The name that a phrase is about: its head, or what stands in apposition to it.
    pub(super) fn name_in(&self, run: &Run) -> Option<usize> {
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
            .or_else(|| all.iter().rev().filter(inside).find(is_person))
            .copied()
    }

    /// Whether a name says who the phrase is about, and is no attribute of it ("Sprecher von …", "… Sprecher").
    pub(super) fn is_apposed(&self, name: &Run, phrase: &Run) -> bool {
        if self.is_genitive_of_known(name) {
            return false;
        }
        let mut at = self.syntax.top(name).unwrap_or(name.start);
        while let Some(head) = self.syntax.head(at).filter(|head| phrase.contains(head)) {
            let is_same = match self.syntax.universal(at) {
                "appos" | "flat" | "dep" | "conj" => true,
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
    pub(super) fn is_genitive_of_known(&self, name: &Run) -> bool {
        let last = |name: &Run| self.context.lower(name.end - 1);
        let stem = last(name).strip_suffix('s');
        stem.is_some_and(|stem| self.names.iter().any(|other| last(&other.words) == stem))
    }

    pub(super) fn read_names(&mut self, end: usize) {
        while let Some(name) = self.names.get(self.read).filter(|name| name.words.start < end) {
            let words = name.words.clone();
            let entity = self.named(self.read);
            let subject = self.syntax.top(&words).is_some_and(|top| self.is_subject(top));
            self.note(entity, words, MentionForm::Name, if subject { AS_SUBJECT } else { AS_ANY });
            self.read += 1;
        }
    }

    pub(super) fn is_subject(&self, at: usize) -> bool {
        let mut at = at;
        while matches!(self.syntax.universal(at), "flat" | "appos") {
            let Some(head) = self.syntax.head(at) else { return false };
            at = head;
        }
        self.syntax.universal(at) == "nsubj"
    }

    /// The entity that has a name, a new one if none does.
    pub(super) fn named(&mut self, at: usize) -> usize {
        let Name { words, kind, .. } = &self.names[at];
        let name: Vec<String> = words.clone().map(|word| self.context.lower(word).to_owned()).collect();
        let text = self.context.span(words.clone()).of(&self.context.report.text);
        let kind = match kind {
            _ if agencies().named(text).is_some() => EntityKind::Agency,
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
            // A surname alone does not join two people who share it.
            let longest = known.names.iter().map(Vec::len).max().unwrap_or(0);
            let mut full = known.names.iter().filter(|name| !person || name.len() == longest);
            (known.kind == Some(EntityKind::Person)) == person && full.any(alike)
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
            text.clone_into(&mut known.name);
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

    /// The person whose surname a word is, where the model did not see a name in it ("Muster kritisierte …").
    pub(super) fn surname(&self, run: &Run) -> Option<usize> {
        let word = [self.context.lower(run.start).to_owned()];
        let bears = |known: &Known| {
            known.kind == Some(EntityKind::Person) && known.names.iter().any(|name| is_end_of(&word, name))
        };
        if run.len() == 1 { self.register.all.iter().rposition(bears) } else { None }
    }

    /// The gender of the article before a name ("die SPD").
    pub(super) fn gender_of_article(&self, name: &Run) -> Option<String> {
        let article = self.syntax.child(self.syntax.top(name)?, &["det"])?;
        self.syntax.feature(article, "Gender").map(str::to_owned)
    }

    /// The gender that a noun for a person tells by its ending, or that the model reads off it.
    fn gender_of_noun(&self, noun: usize) -> Option<String> {
        let endings = &self.context.language.entities;
        let told = [(&endings.feminine, "Fem"), (&endings.masculine, "Masc")]
            .into_iter()
            .find(|(endings, _)| ends(self.context.lower(noun), endings));
        told.map(|(_, gender)| gender).or_else(|| self.syntax.feature(noun, "Gender")).map(str::to_owned)
    }

    /// The noun that a name stands with ("Innenministerin Ada Muster"), the phrase, and the gender it tells.
    pub(super) fn role(&self, name: &Run) -> (Option<(String, String)>, Option<String>) {
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
        let gender = |at: usize| self.gender_of_noun(at);
        let is_tied = |at: &usize| self.syntax.head(*at) == Some(top) || self.syntax.head(top) == Some(*at);
        let before = name.start.checked_sub(1).filter(is_noun).filter(is_tied);
        let Some(noun) = before.or(noun) else { return (None, gender(name.start)) };
        let phrase = self.syntax.phrase(noun);
        let phrase = phrase.start..phrase.end.min(if noun < name.start { name.start } else { phrase.end });
        let role = bare(self.context, &phrase);
        let text =
            self.context.span(role).of(&self.context.report.text).trim_end_matches([',', ' ']).to_owned();
        (Some((self.context.lower(noun).to_owned(), text)), gender(noun))
    }
}
