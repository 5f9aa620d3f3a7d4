//! The entities of a report as they become known, with what tells them apart.

use lagebild_schema::{Codes, Entity, EntityId, EntityKind, Links, Mention, MentionForm};

use super::Run;
use crate::context::Context;

/// Somebody or something that the text speaks of.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    /// How the text calls it when it says most.
    pub(super) name: String,
    pub(super) kind: Option<EntityKind>,
    /// All names that it goes by, as words in lower case; empty for who is only described.
    pub(super) names: Vec<Vec<String>>,
    /// Nouns that it is described by, in lower case.
    pub(super) nouns: Vec<String>,
    /// Offices and descriptions, as the text has them.
    pub(super) roles: Vec<String>,
    pub(super) gender: Option<String>,
    pub(super) is_plural: bool,
    pub(super) mentions: Vec<Told>,
}

/// A mention of an entity.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) run: Run,
    pub(super) form: MentionForm,
    pub(super) sentence: usize,
    /// How much it draws attention: more as a subject, or as a source.
    pub(super) weight: usize,
}

/// All entities so far; one is named by its index.
#[derive(Debug, Default)]
pub(super) struct Register {
    pub(super) all: Vec<Known>,
}

impl Register {
    pub(super) fn add(&mut self, known: Known) -> usize {
        self.all.push(known);
        self.all.len() - 1
    }

    /// Adds a mention, or draws more attention to one that is there.
    pub(super) fn mention(&mut self, entity: usize, told: Told) {
        let mentions = &mut self.all[entity].mentions;
        match mentions.iter_mut().find(|other| other.run == told.run) {
            Some(other) => other.weight = other.weight.max(told.weight),
            None => mentions.push(told),
        }
    }

    /// The entities that have a name or were asked for, by their first mention; and which name each got.
    pub(super) fn into_entities(
        self,
        context: &Context,
        asked: impl Iterator<Item = usize>,
    ) -> (Vec<Entity>, Vec<Option<EntityId>>) {
        let mut is_kept: Vec<bool> = self.all.iter().map(|known| !known.names.is_empty()).collect();
        asked.for_each(|entity| is_kept[entity] = true);
        let mut order: Vec<usize> = (0..self.all.len()).filter(|at| is_kept[*at]).collect();
        let first = |at: &usize| self.all[*at].mentions.iter().map(|told| told.run.start).min();
        order.sort_by_key(first);
        let mut ids = vec![None; self.all.len()];
        for (place, at) in order.iter().enumerate() {
            ids[*at] = Some(EntityId::at(place));
        }
        let entities =
            order.iter().zip(0..).map(|(at, place)| entity(context, &self.all[*at], EntityId::at(place)));
        (entities.collect(), ids)
    }
}

fn entity(context: &Context, known: &Known, id: EntityId) -> Entity {
    let mut told: Vec<&Told> = known.mentions.iter().collect();
    told.sort_by_key(|told| (told.run.start, told.run.end));
    let mentions = told.into_iter().map(|told| Mention {
        span: context.span(told.run.clone()),
        form: told.form,
        stands_for: None,
    });
    Entity {
        id,
        name: known.name.clone(),
        kind: known.kind.unwrap_or(EntityKind::Unknown),
        roles: known.roles.clone(),
        of: None,
        codes: Codes::default(),
        links: Links::default(),
        lat: None,
        lon: None,
        mentions: mentions.collect(),
    }
}
