//! Claims as the model reads them off the words, without those that grammar rules out.

use lagebild_language::{Attribution, Parse, Upos};
use lagebild_schema::Form;

use super::draft::{self, Draft};
use super::scene::Scene;
use crate::syntax::Syntax;

/// The attributions that the model found, as drafts.
pub(super) fn drafts(parse: &Parse) -> Vec<Draft> {
    parse.attributions.iter().map(as_draft).collect()
}

fn as_draft(attribution: &Attribution) -> Draft {
    let mut draft = Draft::new(None, attribution.form, attribution.content.clone());
    draft.source = attribution.source.iter().cloned().collect();
    draft.citing = attribution.citing.iter().cloned().collect();
    draft.addressee = attribution.addressee.iter().cloned().collect();
    draft.cue.clone_from(&attribution.cue);
    draft.act = attribution.act;
    draft.kind = attribution.kind;
    draft.learned = Some(attribution.confidence);
    draft.certainty = attribution.certainty;
    draft
}

/// Cuts a content where a block ends, and takes marks and dangling words off its ends ("…, die Kontrollen", "above the
/// price that").
pub(super) fn trim(scene: &Scene, draft: &mut Draft) {
    draft.content = draft.content.iter().flat_map(|run| scene.by_block(run)).collect();
    let is_mark = |at: usize| scene.is_loose_mark(at);
    draft
        .content
        .iter_mut()
        .for_each(|run| draft::trim(run, is_mark, |at| is_mark(at) || dangles(scene, at)));
}

/// Whether a word that begins a clause ends the stretch that it stands in.
fn dangles(scene: &Scene, at: usize) -> bool {
    let words = &scene.speech.words;
    !scene.speech.order.verb_second && (scene.is(at, &words.that) || scene.is(at, &words.whether))
}

/// Whether grammar has nothing against a claim.
pub(super) fn is_sound(scene: &Scene, syntax: &Syntax, draft: &Draft) -> bool {
    says_something(scene, syntax, draft) && is_governed(scene, draft)
}

/// Whether a content is more than marks and a conjunction.
fn says_something(scene: &Scene, syntax: &Syntax, draft: &Draft) -> bool {
    let tells = |at: usize| {
        scene.is_number(at)
            || (scene.is_word(at)
                && !matches!(syntax.upos(at), Some(Upos::Sconj | Upos::Cconj | Upos::Adp | Upos::Det)))
            || scene.is(at, &scene.speech.words.demonstratives)
    };
    draft.content.iter().flat_map(Clone::clone).any(tells)
}

/// Whether dependent words stand in a sentence of their cue: only what is quoted or free goes over a sentence's end.
fn is_governed(scene: &Scene, draft: &Draft) -> bool {
    let Some(cue) = draft.cue.first().filter(|_| matches!(draft.form, Form::Indirect | Form::Reported))
    else {
        return true;
    };
    let sentence = |at: usize| scene.context.sentence_of(at);
    draft.content.iter().any(|piece| sentence(piece.start) == sentence(cue.start))
}

/// Whether the verb of a cue is negated.
pub(super) fn is_negated(scene: &Scene, syntax: &Syntax, draft: &Draft) -> bool {
    let words = &scene.speech.words;
    let is_not = |child: &usize| scene.is(*child, &words.not) || scene.is(*child, &words.negation);
    let verb = syntax.verb(&draft.cue);
    verb.is_some_and(|verb| syntax.children(verb).iter().any(is_not))
}
