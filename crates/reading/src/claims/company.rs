//! Who else stands beside a cue: to whom it was said, and on whom the source relies.

use super::draft::Run;
use super::noun_phrase::phrase;
use super::scene::Scene;

/// Addressees and cited sources in the words between cue and content.
pub(super) fn of(scene: &Scene, stretch: Run) -> (Vec<Run>, Vec<Run>) {
    let mut addressees = Vec::new();
    let mut citing = Vec::new();
    let mut at = stretch.start;
    while at < stretch.end {
        if scene.quotes.inside(at) {
            at += 1;
        } else if let Some(words) =
            scene.speech.words.citing.iter().find(|phrase| scene.phrase_at(at, &phrase.0))
        {
            let start = at + words.0.len();
            at = push_phrase(scene, start..stretch.end, &mut citing).unwrap_or(start);
        } else if scene.is(at, &scene.speech.words.addressing) && is_addressed(scene, at, stretch.start) {
            at = push_phrase(scene, at + 1..stretch.end, &mut addressees).unwrap_or(at + 1);
        } else if let Some(end) = medium(scene, at..stretch.end) {
            addressees.push(at..end);
            at = end;
        } else {
            at += 1;
        }
    }
    (addressees, citing)
}

fn push_phrase(scene: &Scene, stretch: Run, runs: &mut Vec<Run>) -> Option<usize> {
    let start = stretch.start;
    let end = phrase(scene, stretch.clone()).or_else(|| participial(scene, stretch))?;
    runs.push(start..end);
    Some(end)
}

/// A phrase whose attribute has a complement of its own before it ("mit den Gesprächen vertraute Personen").
fn participial(scene: &Scene, stretch: Run) -> Option<usize> {
    if !scene.is(stretch.start, &scene.speech.words.prepositions) {
        return None;
    }
    let complement = phrase(scene, stretch.start + 1..stretch.end)?;
    phrase(scene, complement..stretch.end)
}

/// Whether a preposition names the person spoken to. One that has other uses ("to") does so right after the verb, and
/// before a name or an article.
fn is_addressed(scene: &Scene, at: usize, start: usize) -> bool {
    let words = &scene.speech.words;
    let person = scene.is_capital(at + 1)
        || [&words.determiners, &words.media, &words.oblique].iter().any(|set| scene.is(at + 1, set));
    !scene.is(at, &words.infinitive) || (at == start && person)
}

/// A dative that names a medium: "der Zeitung X", "dem Sender Y".
fn medium(scene: &Scene, stretch: Run) -> Option<usize> {
    let words = &scene.speech.words;
    if !scene.is(stretch.start, &words.dative)
        || scene.is(stretch.start.saturating_sub(1), &words.prepositions)
    {
        return None;
    }
    let start = stretch.start;
    let end = phrase(scene, stretch)?;
    let named = (start..end).any(|at| scene.is(at, &words.media) || is_outlet(scene, at));
    named.then_some(end)
}

/// A quoted name, or a compound with an outlet's noun ("Bild-Zeitung").
fn is_outlet(scene: &Scene, at: usize) -> bool {
    let last = scene.context.lower(at).rsplit('-').next().unwrap_or_default();
    scene.quotes.opened_at(at).is_some() || scene.speech.words.media.has(last)
}
