//! From mentions to entities, in the order of the text.

use lagebild_language::Name;
use lagebild_schema::{EntityKind, MentionForm};

use super::Run;
use super::register::{Known, Register, Told};
use crate::context::Context;
use crate::syntax::Syntax;

/// How much attention a mention draws: as a source, as a subject, otherwise.
const AS_SOURCE: usize = 4;
pub(super) const AS_SUBJECT: usize = 3;
pub(super) const AS_ANY: usize = 1;

/// Goes through the text once.
pub(super) struct Reader<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) syntax: &'a Syntax<'a>,
    pub(super) names: &'a [Name],
    /// How many names were already read.
    pub(super) read: usize,
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
        let table = &self.context.language.entities;
        let known = &mut self.register.all[entity];
        let told = known.nouns.iter().find_map(|noun| table.kind(noun)).filter(|_| known.names.is_empty());
        known.kind = told.or(better_kind(known, kind));
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
        if let Some(entity) = self.surname(run) {
            return (entity, MentionForm::Name);
        }
        let head = self.syntax.top(run).unwrap_or(run.start);
        if self.is_pronoun(run, head) {
            return (self.antecedent(run).unwrap_or_else(|| self.unknown(run)), MentionForm::Pronoun);
        }
        if self.is_the_one_aged(run)
            && let Some(entity) = self.antecedent(run)
        {
            return (entity, MentionForm::Nominal);
        }
        (self.described(run, head, kind), MentionForm::Nominal)
    }

    pub(super) fn note(&mut self, entity: usize, run: Run, form: MentionForm, weight: usize) {
        let sentence = self.context.sentence_of(run.start);
        self.register.mention(entity, Told { run, form, sentence, weight });
    }
}

/// What somebody is: the name says so of persons, the model of others.
fn better_kind(known: &Known, learned: Option<EntityKind>) -> Option<EntityKind> {
    match known.kind {
        Some(EntityKind::Person | EntityKind::Agency) => known.kind,
        // Who has a name is not anonymous, and a person's name would have been seen as one.
        named if !known.names.is_empty() => {
            learned.filter(|kind| !matches!(kind, EntityKind::Person | EntityKind::Anonymous)).or(named)
        }
        _ => learned.or(known.kind),
    }
}
