//! Cue verbs: which words of a sentence are forms of one, with particle, auxiliary and companions.

use std::ops::Range;

use lagebild_knowledge::speech::{Shape, Verb};

use super::scene::Scene;
use super::subjects::aside;

/// How far a particle or participle may stand from its finite verb.
const REACH: usize = 60;

/// How many fields an apposition before a verb makes: itself, and what it describes ("wie X, der Leiter, mitteilte").
const APPOSED: usize = 2;

/// How many words an attribute may have with the phrase before it.
const ATTRIBUTE: usize = 8;

/// How far back the auxiliary of a participle may stand.
const AUXILIARY: usize = 30;

/// The same in a language where little may stand between them.
const NEAR_AUXILIARY: usize = 4;

/// The sort of clause that a cue verb stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clause {
    Main,
    /// With the verb at its end: German.
    Dependent,
    /// In the passive: its subject is not the speaker.
    Passive,
    /// A participle that shares the subject of its sentence.
    Participle,
}

/// A cue verb in a sentence.
#[derive(Debug, Clone)]
pub(super) struct Cue {
    pub(super) verb: &'static Verb,
    /// The finite verb.
    pub(super) finite: usize,
    /// All its words, in text order.
    pub(super) parts: Vec<usize>,
    /// In what sort of clause it stands.
    pub(super) clause: Clause,
    /// Whether it says that something was not said.
    pub(super) negated: bool,
}

impl Cue {
    /// One past its last word.
    pub(super) fn end(&self) -> usize {
        self.parts.last().map_or(self.finite + 1, |last| last + 1)
    }
}

/// The cue verbs of a sentence outside of quotations, in text order; of several readings of a word the fullest first.
pub(super) fn cues(scene: &Scene, sentence: &Range<usize>) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    for at in sentence.clone().filter(|&at| !scene.quotes.inside(at)) {
        if scene.is_capital(at) && at != sentence.start {
            continue;
        }
        let mut here: Vec<Cue> = Vec::new();
        for form in scene.speech.forms(scene.context.lower(at)) {
            let verb = &scene.speech.verbs[form.verb];
            here.extend(match form.shape {
                Shape::Finite => finite(scene, sentence, at, verb),
                Shape::Joined => joined(scene, sentence, at, verb),
                Shape::Participle => participle(scene, sentence, at, verb),
                Shape::Infinitive => infinitive(scene, sentence, at, verb),
                Shape::Gerund => gerund(scene, sentence, at, verb),
            });
        }
        here.sort_by_key(|cue| std::cmp::Reverse((cue.parts.len(), cue.verb.with.0.len())));
        found.append(&mut here);
    }
    found
}

fn finite(scene: &Scene, sentence: &Range<usize>, at: usize, verb: &'static Verb) -> Option<Cue> {
    let dependent = ends_dependent_clause(scene, sentence, at);
    if dependent && !verb.particle.is_empty() {
        return None;
    }
    if !dependent && is_no_finite(scene, sentence, at, verb) {
        return None;
    }
    let mut parts = companions(scene, sentence, at, verb, dependent)?;
    parts.push(at);
    if !verb.particle.is_empty() {
        parts.push(particle(scene, sentence, at, &verb.particle)?);
    }
    let clause = if dependent { Clause::Dependent } else { Clause::Main };
    Some(cue(scene, sentence, verb, at, parts, clause))
}

/// Whether a form is an infinitive or an attribute here ("zu bestätigen", "mit einer bestätigten Höhe").
fn is_no_finite(scene: &Scene, sentence: &Range<usize>, at: usize, verb: &Verb) -> bool {
    let words = &scene.speech.words;
    let infinitive = scene.speech.order.verb_second
        && verb.infinitive.has(scene.context.lower(at))
        && ends_field(scene, sentence, at)
        && has_finite_before(scene, sentence, at);
    let mut first = at;
    while first > sentence.start
        && scene.is_open(first - 1)
        && !scene.is_capital(first - 1)
        && scene.is_capital(at + 1)
    {
        first -= 1;
    }
    if !scene.speech.order.verb_second && is_noun_here(scene, sentence, at, verb) {
        return true;
    }
    let before = first.checked_sub(1).filter(|&before| before >= sentence.start);
    let stands_alone = |before: usize| {
        scene.is(before, &words.demonstratives)
            && before + 1 == at
            && (!scene.is_capital(at + 1) || !verb.particle.is_empty())
    };
    let governed = before.is_some_and(|before| {
        [&words.infinitive, &words.prepositions, &words.determiners].iter().any(|set| scene.is(before, set))
            && !scene.is(before, &words.pronouns)
            && !scene.quotes.inside(before)
            && !stands_alone(before)
    });
    infinitive || governed || is_late_attribute(scene, sentence, at)
}

/// Whether another finite verb stands before a form in its field, or the marker of an infinitive.
fn has_finite_before(scene: &Scene, sentence: &Range<usize>, at: usize) -> bool {
    let words = &scene.speech.words;
    let verbs = [&words.finite, &words.tentative, &words.conditional, &words.subjunctive, &words.infinitive];
    let field = scene.field_start(sentence, at);
    field == at || (field..at).any(|place| verbs.iter().any(|set| scene.is(place, set)))
}

/// Whether a form is an attribute with a phrase of its own before it ("die seit Jahren erwartete Brücke").
fn is_late_attribute(scene: &Scene, sentence: &Range<usize>, at: usize) -> bool {
    let words = &scene.speech.words;
    if !scene.speech.order.capital_nouns || !scene.is_capital(at + 1) {
        return false;
    }
    let first = sentence.start.max(at.saturating_sub(ATTRIBUTE));
    let phrase_before = (first..at).rev().find(|&place| scene.is(place, &words.prepositions));
    phrase_before.is_some_and(|place| {
        place > first
            && scene.is(place - 1, &words.determiners)
            && !scene.is(place - 1, &words.pronouns)
            && aside(scene, place..at) == Some(at)
    })
}

/// Whether an English form is a noun or an attribute: after a number or a possessive, or a base form after what is
/// neither plural nor an auxiliary, or the form of one thing after many ("the state", "a fair claim").
fn is_noun_here(scene: &Scene, sentence: &Range<usize>, at: usize, verb: &Verb) -> bool {
    let words = &scene.speech.words;
    let mut before = at;
    while before > sentence.start && is_between(scene, before - 1) {
        before -= 1;
    }
    let Some(before) = before.checked_sub(1).filter(|&before| before >= sentence.start) else {
        return verb.infinitive.has(scene.context.lower(at));
    };
    let plural = || {
        scene.is(before, &words.plurals)
            || scene.is(before, &words.auxiliaries)
            || scene.ends(before, &words.plural_endings)
    };
    let base = verb.infinitive.has(scene.context.lower(at))
        && !scene.is_boundary(before)
        && !scene.quotes.inside(before)
        && !scene.is(at + 1, &words.that)
        && !plural();
    let disagrees = scene.is(before, &words.plurals) && scene.ends(at, &words.plural_endings);
    let clitic = scene.is(before, &words.joiners) && !scene.quotes.inside(before);
    scene.is_number(before) || clitic || base || disagrees
}

fn is_between(scene: &Scene, at: usize) -> bool {
    scene.is(at, &scene.speech.words.adverbs) && !scene.is_capital(at)
}

/// The separated particle: a word that ends its field ("wies … zurück", "teilte … mit, dass").
fn particle(scene: &Scene, sentence: &Range<usize>, at: usize, particle: &str) -> Option<usize> {
    (at + 1..sentence.end.min(at + REACH)).find(|&place| {
        scene.context.lower(place) == particle
            && !scene.quotes.inside(place)
            && ends_field(scene, sentence, place)
    })
}

/// Whether nothing of the clause follows a word.
pub(super) fn ends_field(scene: &Scene, sentence: &Range<usize>, at: usize) -> bool {
    let next = at + 1;
    next >= sentence.end
        || scene.is_boundary(next)
        || scene.is_stop(next)
        || scene.quotes.opened_at(next).is_some()
        || scene.is(next, &scene.speech.words.coordinators)
        || scene.is_mark(next, "(")
}

fn ends_dependent_clause(scene: &Scene, sentence: &Range<usize>, at: usize) -> bool {
    if !scene.speech.order.verb_second || !ends_field(scene, sentence, at) {
        return false;
    }
    let start = scene.field_start(sentence, at);
    if start < at {
        return opens_dependent_clause(scene, sentence, start);
    }
    let fields = std::iter::successors(Some(start), |&field| {
        (field > sentence.start).then(|| scene.field_start(sentence, field - 1))
    });
    fields.skip(1).take(APPOSED).any(|field| opens_dependent_clause(scene, sentence, field))
}

/// Whether a field begins with a subordinator, or with a relative pronoun after a comma.
pub(super) fn opens_dependent_clause(scene: &Scene, sentence: &Range<usize>, start: usize) -> bool {
    let words = &scene.speech.words;
    let first = if scene.is(start, &words.coordinators) { start + 1 } else { start };
    let after_comma = start > sentence.start && scene.is_comma(start - 1);
    let relative = |at: usize| scene.is(at, &words.relative) || scene.is(at, &words.question);
    scene.is_subordinator(first)
        || (after_comma && relative(first))
        || (after_comma
            && scene.is(first, &words.prepositions)
            && relative(first + 1)
            && !scene.is_capital(first + 2))
}

fn joined(scene: &Scene, sentence: &Range<usize>, at: usize, verb: &'static Verb) -> Option<Cue> {
    if !ends_dependent_clause(scene, sentence, at) {
        return None;
    }
    let mut parts = companions(scene, sentence, at, verb, true)?;
    parts.push(at);
    Some(cue(scene, sentence, verb, at, parts, Clause::Dependent))
}

fn participle(scene: &Scene, sentence: &Range<usize>, at: usize, verb: &'static Verb) -> Option<Cue> {
    let words = &scene.speech.words;
    let auxiliary = |at: usize| scene.is(at, &words.perfect) || scene.is(at, &words.passive);
    let verb_last = scene.speech.order.verb_second;
    let (finite, clause) = if verb_last && at + 1 < sentence.end && auxiliary(at + 1) {
        (at + 1, Clause::Dependent)
    } else if verb_last && !ends_field(scene, sentence, at) {
        return None;
    } else {
        let reach = if verb_last { AUXILIARY } else { NEAR_AUXILIARY };
        let free = |&before: &usize| {
            let last = verb_last && ends_field(scene, sentence, before);
            let outside = !scene.quotes.inside(before);
            outside && !last && auxiliary(before) && !is_loose_clitic(scene, before, at)
        };
        ((sentence.start.max(at.saturating_sub(reach))..at).rev().find(free)?, Clause::Main)
    };
    let clause = match (clause, scene.is(finite, &words.passive)) {
        (Clause::Dependent, true) => return None,
        (_, true) => Clause::Passive,
        (clause, false) => clause,
    };
    let mut parts = companions(scene, sentence, at, verb, true)?;
    parts.extend([finite, at]);
    Some(cue(scene, sentence, verb, finite, parts, clause))
}

/// Whether a clitic ("'s", "'ve") is no auxiliary of a participle: it does not stand between pronoun and verb.
fn is_loose_clitic(scene: &Scene, clitic: usize, participle: usize) -> bool {
    let apostrophe = scene.context.word(clitic).starts_with(['\'', '’']);
    let pronoun = clitic > 0 && scene.is(clitic - 1, &scene.speech.words.pronouns);
    apostrophe && !(pronoun && clitic + 1 == participle)
}

/// "wollte … nicht bestätigen": unwillingness to say.
fn infinitive(scene: &Scene, sentence: &Range<usize>, at: usize, verb: &'static Verb) -> Option<Cue> {
    let words = &scene.speech.words;
    let first = sentence.start.max(at.saturating_sub(AUXILIARY));
    let denied = (first..at)
        .rev()
        .take_while(|&before| !scene.is_boundary(before))
        .find(|&before| scene.is(before, &words.negation))?;
    let finite = (first..denied)
        .rev()
        .find(|&before| scene.is(before, &words.willing) && !scene.quotes.inside(before))?;
    let mut cue = cue(scene, sentence, verb, finite, vec![finite, denied, at], Clause::Main);
    cue.negated = true;
    Some(cue)
}

/// "…, saying that": a participle after a comma, whose subject is that of the sentence.
fn gerund(scene: &Scene, sentence: &Range<usize>, at: usize, verb: &'static Verb) -> Option<Cue> {
    let after_comma = at > sentence.start && scene.is_comma(at - 1);
    after_comma.then(|| cue(scene, sentence, verb, at, vec![at], Clause::Participle))
}

/// The words without which the verb attributes nothing: after a finite verb in its field, else before it.
fn companions(
    scene: &Scene,
    sentence: &Range<usize>,
    at: usize,
    verb: &Verb,
    before: bool,
) -> Option<Vec<usize>> {
    let stretch = if before {
        scene.field_start(sentence, at)..at
    } else {
        at + 1..scene.next_boundary(at + 1..sentence.end.min(at + REACH))
    };
    let mut places = Vec::new();
    let mut from = stretch.start;
    for word in &verb.with.0 {
        let place = (from..stretch.end).find(|&place| scene.context.lower(place) == word);
        let expletive =
            !before && places.is_empty() && at > sentence.start && scene.context.lower(at - 1) == word;
        let place = if expletive { at - 1 } else { place? };
        places.push(place);
        from = from.max(place + 1);
    }
    Some(places)
}

fn cue(
    scene: &Scene,
    sentence: &Range<usize>,
    verb: &'static Verb,
    finite: usize,
    mut parts: Vec<usize>,
    clause: Clause,
) -> Cue {
    parts.sort_unstable();
    parts.dedup();
    let field = scene.field_start(sentence, finite);
    let about = match (scene.speech.order.verb_second, clause) {
        (true, Clause::Dependent) => field..finite,
        (true, _) => finite..scene.next_boundary(finite..sentence.end),
        (false, _) => finite.saturating_sub(2).max(field)..parts.last().map_or(finite, |last| last + 1),
    };
    let negated =
        about.into_iter().any(|at| scene.is(at, &scene.speech.words.not) && !scene.quotes.inside(at));
    Cue { verb, finite, parts, clause, negated }
}
