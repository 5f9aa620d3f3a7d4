//! Which earlier claim a confirmation, a denial or a refusal to comment speaks of.

use std::collections::BTreeSet;

use lagebild_schema::{Act, Claim, ClaimId, Span};

use super::scene::Scene;

/// How many claims back the one may stand that is spoken of.
const BACK: usize = 12;

/// Words of a content that only points back ("diese Darstellung", "the allegation").
const POINTING: usize = 4;

/// Share of the words of the shorter content that two contents about the same have in common.
const SAME: f64 = 0.6;

/// Shortest word that tells what a content is about.
const TELLING: usize = 4;

/// Fills in `about`. Claims stand in text order, and their sources are resolved.
pub(crate) fn point_back(scene: &Scene, claims: &mut [Claim]) {
    for at in 0..claims.len() {
        if matches!(claims[at].act, Act::Confirm | Act::Deny | Act::Decline) {
            claims[at].about = spoken_of(scene, claims, at);
        }
    }
}

fn spoken_of(scene: &Scene, claims: &[Claim], at: usize) -> Option<ClaimId> {
    let claim = &claims[at];
    let first = at.saturating_sub(BACK);
    let mut candidates = (first..at).rev().filter(|other| can_be_spoken_of(claim, &claims[*other]));
    let found = if points_back(scene, &claim.content) {
        let is_accusation = |other: &usize| claims[*other].act == Act::Accuse;
        let all: Vec<usize> = candidates.collect();
        let accused =
            all.iter().copied().find(is_accusation).filter(|_| names_accusation(scene, &claim.content));
        accused.or(all.first().copied())
    } else {
        let words = telling(scene, &claim.content);
        candidates.find(|other| is_alike(&words, &telling(scene, &claims[*other].content)))
    };
    found.map(ClaimId::at)
}

/// Whether one claim can speak of another: not of its own words, nor of one that itself only speaks of another.
fn can_be_spoken_of(claim: &Claim, other: &Claim) -> bool {
    let speaker = |claim: &Claim| claim.sources.first().and_then(|source| source.entity);
    let is_other = speaker(claim).is_none() || speaker(claim) != speaker(other);
    let is_own = !matches!(other.act, Act::Confirm | Act::Deny | Act::Decline | Act::Ask);
    let holds = other.content.iter().any(|piece| claim.content.iter().all(|inner| piece.contains(*inner)));
    is_other && is_own && !holds
}

/// Whether a content names what was said before, and says nothing itself.
fn points_back(scene: &Scene, content: &[Span]) -> bool {
    let [piece] = content else { return false };
    let words = &scene.speech.words;
    let tokens = scene.context.tokens_in(*piece);
    tokens.len() <= POINTING
        && tokens.into_iter().any(|at| {
            [&words.accusations, &words.demonstratives, &words.expletive].iter().any(|set| scene.is(at, set))
        })
}

fn names_accusation(scene: &Scene, content: &[Span]) -> bool {
    let tokens = content.iter().flat_map(|piece| scene.context.tokens_in(*piece));
    let stance = &scene.context.language.stance;
    tokens
        .into_iter()
        .any(|at| stance.of(&[scene.context.lower(at)]).is_some_and(|(act, _)| act == Act::Accuse))
}

/// The words that tell what a content is about.
fn telling(scene: &Scene, content: &[Span]) -> BTreeSet<String> {
    let tokens = content.iter().flat_map(|piece| scene.context.tokens_in(*piece));
    let words =
        tokens.filter(|at| scene.is_open(*at) || scene.is_number(*at)).map(|at| scene.context.lower(at));
    words.filter(|word| word.chars().count() >= TELLING).map(str::to_owned).collect()
}

fn is_alike(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    let shared = one.intersection(other).count();
    shared >= 2 && shared as f64 >= SAME * one.len().min(other.len()) as f64
}
