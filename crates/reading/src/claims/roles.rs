//! Who speaks, and with which words, by the syntax of the cue.

use lagebild_language::{Name, NameKind, Upos};

use super::cued::runs;
use super::draft::{Draft, Run, meet, one, trim};
use super::scene::Scene;
use crate::syntax::Syntax;

/// Corrects cue and source of a learned draft where the grammar of the cue is certain.
pub(super) fn correct(scene: &Scene, syntax: &Syntax, draft: &mut Draft) {
    complete_cue(syntax, draft);
    stay_in_sentence(scene, draft);
    match by_cue(scene, syntax, draft) {
        Found::Source(source) => draft.source = one(source),
        Found::Framed(case, source) => {
            draft.cue = one(case..case + 1);
            draft.source = one(source);
        }
        Found::Nobody => draft.source.clear(),
        Found::Nothing => widen(syntax, draft),
    }
    let is_mark = |at: usize| syntax.upos(at) == Some(Upos::Punct) && scene.is_loose_mark(at);
    draft.source.iter_mut().for_each(|run| trim(run, is_mark, is_mark));
}

/// Widens a source to the whole of a name that it cuts, and to the person's name that follows an office
/// ("Spokeswoman" + "Ada Muster").
pub(super) fn complete_names(scene: &Scene, syntax: &Syntax, names: &[Name], draft: &mut Draft) {
    let others: Vec<Run> = draft.content.iter().chain(&draft.cue).cloned().collect();
    for run in &mut draft.source {
        let last = run.end - 1;
        let is_office = syntax.upos(last) == Some(Upos::Noun);
        let first = names.partition_point(|name| name.words.end <= run.start);
        let near = names[first..].iter().take_while(|name| name.words.start <= run.end);
        for name in near {
            let follows = name.words.start == run.end;
            let is_free = !others.iter().any(|other| meet(other, &name.words));
            let is_here = scene.context.sentence_of(last) == scene.context.sentence_of(name.words.start);
            if is_free && is_here && (!follows || (is_office && name.kind == NameKind::Person)) {
                run.start = run.start.min(name.words.start);
                run.end = run.end.max(name.words.end);
                break;
            }
        }
    }
}

/// Drops a source that cannot speak: an adverb, a verb, a lone adjective ("Besorgt äußerte sich …").
pub(super) fn drop_no_speaker(syntax: &Syntax, draft: &mut Draft) {
    let can_speak = |run: &Run| match syntax.top(run).and_then(|top| syntax.upos(top)) {
        Some(Upos::Adv | Upos::Verb | Upos::Aux | Upos::Adp | Upos::Sconj | Upos::Cconj | Upos::Intj) => {
            false
        }
        Some(Upos::Adj) => run.len() > 1,
        _ => true,
    };
    draft.source.retain(can_speak);
}

/// What the grammar of a cue says of its source.
enum Found {
    Source(Run),
    /// That it is a phrase of which the cue is the preposition.
    Framed(usize, Run),
    /// That there is none.
    Nobody,
    /// Nothing.
    Nothing,
}

/// Adds what belongs to the verb of a cue: its separated particle, its auxiliaries, "sich".
fn complete_cue(syntax: &Syntax, draft: &mut Draft) {
    let Some(found) = syntax.verb(&draft.cue) else { return };
    let in_content = |at: usize| draft.covers(at);
    let verb = match syntax.head(found) {
        Some(head) if syntax.universal(found) == "aux" && !in_content(head) => head,
        _ => found,
    };
    let belongs = |child: &usize| {
        matches!(syntax.relation(*child), "compound:prt" | "aux" | "aux:pass" | "expl:pv")
            || syntax.feature(*child, "Reflex") == Some("Yes") && syntax.universal(*child) != "nmod"
    };
    let mut words: Vec<usize> = draft.cue.iter().flat_map(Clone::clone).collect();
    words.push(verb);
    words.extend(syntax.children(verb).iter().copied().filter(belongs).filter(|at| !in_content(*at)));
    words.sort_unstable();
    words.dedup();
    draft.cue = runs(&words);
}

/// Drops a source, whom it cites, or an addressee that stands in another sentence than the cue.
fn stay_in_sentence(scene: &Scene, draft: &mut Draft) {
    let Some(cue) = draft.cue.first() else { return };
    let sentence = scene.context.sentences().get(scene.context.sentence_of(cue.start));
    let Some(sentence) = sentence.map(|sentence| sentence.tokens.clone()) else { return };
    draft.source.retain(|run| sentence.contains(&run.start));
    draft.addressee.retain(|run| sentence.contains(&run.start));
    draft.citing.retain(|run| sentence.contains(&run.start));
}

/// A source as the whole phrase around its words.
fn widen(syntax: &Syntax, draft: &mut Draft) {
    let [source] = &draft.source[..] else { return };
    let Some(whole) = syntax.top(source).map(|top| syntax.phrase(top)) else { return };
    if whole.start <= source.start && whole.end >= source.end && !is_inside(draft, &whole) {
        draft.source = one(whole);
    }
}

fn is_inside(draft: &Draft, run: &Run) -> bool {
    draft.content.iter().chain(&draft.cue).any(|piece| meet(piece, run))
}

fn by_cue(scene: &Scene, syntax: &Syntax, draft: &Draft) -> Found {
    match syntax.verb(&draft.cue) {
        Some(verb) => by_verb(scene, syntax, draft, verb),
        None => by_phrase(scene, syntax, draft),
    }
}

fn by_verb(scene: &Scene, syntax: &Syntax, draft: &Draft, verb: usize) -> Found {
    let words = &scene.speech.words;
    if syntax.is_passive(verb) {
        if let Some(agent) = syntax.agent(verb, |at| scene.is(at, &words.agent)) {
            return found(syntax, draft, agent);
        }
        let subject = syntax.child(verb, &["nsubj"]);
        let is_subject = |source: &Run| subject.is_some_and(|subject| source.contains(&subject));
        return if draft.source.iter().any(is_subject) { Found::Nobody } else { Found::Nothing };
    }
    match syntax.subject(verb) {
        Some(subject) if scene.is(subject, &words.expletive) || scene.is(subject, &words.anybody) => {
            let is_subject = |source: &Run| source.contains(&subject);
            if draft.source.iter().any(is_subject) { Found::Nobody } else { Found::Nothing }
        }
        Some(subject) => found(syntax, draft, subject),
        None => Found::Nothing,
    }
}

/// "laut X", "nach Angaben von X", "die Forderung des X".
fn by_phrase(scene: &Scene, syntax: &Syntax, draft: &Draft) -> Found {
    let words = || draft.cue.iter().flat_map(Clone::clone);
    let noun = words().find(|at| syntax.upos(*at) == Some(Upos::Noun));
    if let Some(noun) = noun {
        let whose = |child: &&usize| {
            syntax.universal(**child) == "nmod"
                && (syntax.feature(**child, "Case") == Some("Gen")
                    || syntax
                        .child(**child, &["case"])
                        .is_some_and(|case| scene.is(case, &scene.speech.words.of)))
        };
        return match syntax.children(noun).iter().find(whose) {
            Some(holder) => found(syntax, draft, *holder),
            None => unowned(scene, syntax, draft, noun),
        };
    }
    let preposition = words().find(|at| syntax.universal(*at) == "case");
    match preposition.and_then(|at| syntax.head(at)) {
        Some(noun) => found(syntax, draft, noun),
        None => Found::Nothing,
    }
}

/// "offiziellen Angaben zufolge": of words that nobody is said to own, the phrase is the source.
fn unowned(scene: &Scene, syntax: &Syntax, draft: &Draft, noun: usize) -> Found {
    let preposition =
        syntax.child(noun, &["case"]).filter(|case| draft.cue.iter().any(|run| run.contains(case)));
    let is_own =
        |at: &usize| scene.is(*at, &scene.speech.words.own) || scene.is(*at, &scene.speech.words.possessives);
    let phrase = syntax.phrase(noun);
    let described = phrase.len() > 1 && !phrase.clone().any(|at| is_own(&at));
    match preposition {
        Some(case) if described && !phrase.contains(&case) => Found::Framed(case, phrase),
        _ => Found::Nothing,
    }
}

fn found(syntax: &Syntax, draft: &Draft, head: usize) -> Found {
    let run = syntax.phrase(head);
    if is_inside(draft, &run) { Found::Nothing } else { Found::Source(run) }
}
