//! Phrases without a name: who is described by them, and how they read in a list.

use lagebild_schema::EntityKind;

use super::Run;
use super::alike::{bare, is_same_noun};
use super::reader::Reader;
use super::register::Known;

/// Letters of a noun that names a speaker in a compound.
const SPEAKER: usize = 4;

impl Reader<'_> {
    /// The entity that a phrase without a name describes: one with that office or noun, else a new one.
    pub(super) fn described(&mut self, run: &Run, head: usize, kind: Option<EntityKind>) -> usize {
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
}
