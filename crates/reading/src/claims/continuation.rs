//! Speech that goes on without a cue: runs of quotations, and of sentences in the subjunctive.

use std::ops::Range;

use lagebild_schema::{Act, Form};

use super::complements::{by_block, is_reporting};
use super::cues::{ends_field, opens_dependent_clause};
use super::draft::{Construction, Draft, Run, meet, one};
use super::quotes::Quotation;
use super::scene::Scene;
use super::stance;
use super::subjects::{following, leading};

/// How many sentences back the source of a sentence without one may stand.
const BACK: usize = 6;

/// How many of the last claims are looked at: more do not stand in so few sentences.
const RECENT: usize = 24;

/// How many tokens back a name may stand in full.
const NAMED: usize = 400;

/// Tokens of a quotation that stands alone and is speech.
const SPEECH: usize = 4;

/// Lets the claims of earlier sentences go on in a sentence that has no cue of its own.
pub(super) fn go_on(scene: &Scene, sentences: &[Range<usize>], index: usize, drafts: &mut Vec<Draft>) {
    let sentence = &sentences[index];
    if drafts.iter().rev().take(8).any(|draft| touches(draft, sentence)) {
        return;
    }
    if let Some(quotation) = lone_quotation(scene, sentence) {
        quotation_goes_on(scene, sentences, index, quotation, drafts);
    } else if scene.is(sentence.start, &scene.speech.words.accordingly) {
        accordingly(scene, sentences, index, drafts);
    } else if let Some(content) = reported_sentence(scene, sentence) {
        subjunctive_goes_on(scene, sentences, index, content, drafts);
    }
}

/// "Das teilte X mit": the clause before, or the sentence before if nobody has claimed it, is what is said.
pub(super) fn refer_back(
    scene: &Scene,
    sentences: &[Range<usize>],
    index: usize,
    draft: &mut Draft,
    earlier: &[Draft],
) {
    let place = draft.start();
    let refers = draft.content.len() == 1
        && draft.end() == place + 1
        && scene.is(place, &scene.speech.words.demonstratives)
        && matches!(draft.act, Act::State | Act::Announce);
    let start = sentences[index].start;
    let told = if !refers {
        None
    } else if place > start + 1 && scene.is_boundary(place - 1) {
        Some(start..place - 1)
    } else if place == start {
        unclaimed_before(scene, sentences, index, earlier)
    } else {
        None
    };
    let Some(told) = told else { return };
    match draft.cue.first_mut() {
        Some(first) if first.start == place + 1 => first.start = place,
        _ => draft.cue.insert(0, place..place + 1),
    }
    draft.content = vec![told];
    draft.form = Form::Indirect;
}

/// The sentence before in the same block, if nobody has claimed any of it.
fn unclaimed_before(
    scene: &Scene,
    sentences: &[Range<usize>],
    index: usize,
    earlier: &[Draft],
) -> Option<Run> {
    let before = &sentences[index.checked_sub(1)?];
    let whole = scene.without_stop(before);
    let claimed = earlier.iter().rev().take(RECENT).any(|draft| touches(draft, before));
    let beside = scene.block_of(whole.start) == scene.block_of(sentences[index].start);
    (!claimed && !whole.is_empty() && beside).then_some(whole)
}

/// "…, hieß es": whose words these are, the sentence before has told.
pub(super) fn inherit(
    scene: &Scene,
    sentences: &[Range<usize>],
    index: usize,
    draft: &mut Draft,
    earlier: &mut [Draft],
) {
    let impersonal =
        draft.cue.iter().flat_map(Clone::clone).any(|at| scene.is(at, &scene.speech.words.expletive));
    if impersonal
        && draft.source.is_empty()
        && let Some((_, last)) = last_before(sentences, index, 1, earlier)
    {
        draft.source.clone_from(&last.source);
    }
}

fn touches(draft: &Draft, sentence: &Range<usize>) -> bool {
    draft.content.iter().chain(&draft.cue).any(|run| meet(run, sentence))
}

/// A quotation that begins with the sentence and leaves nothing of its last sentence outside.
fn lone_quotation(scene: &Scene, sentence: &Range<usize>) -> Option<Quotation> {
    let quotation = scene.quotes.opened_at(sentence.start)?;
    let last = scene.context.sentences().get(scene.context.sentence_of(quotation.close))?;
    let whole = scene.without_stop(&last.tokens);
    (quotation.close + 1 >= whole.end && quotation.len() >= SPEECH).then_some(quotation)
}

/// The part of a sentence that is a main clause in the subjunctive, to the end of the sentence.
fn reported_sentence(scene: &Scene, sentence: &Range<usize>) -> Option<Run> {
    let words = &scene.speech.words;
    let whole = scene.without_stop(sentence);
    let main = |at: usize| {
        !scene.quotes.inside(at)
            && !opens_dependent_clause(scene, sentence, scene.field_start(sentence, at))
            && !ends_field(scene, sentence, at)
    };
    let verb = (sentence.start..whole.end).find(|&at| is_reporting(scene, at) && main(at))?;
    let field = scene.field_start(sentence, verb);
    let stated = |at: usize| scene.is(at, &words.finite) && main(at);
    if (field..verb).any(stated) {
        return None;
    }
    let own_clause = verb != field && !scene.is_subordinator(sentence.start);
    let start = if own_clause || (sentence.start..field).any(stated) { field } else { sentence.start };
    Some(start..whole.end)
}

/// The last draft that ends in one of the sentences before, the nearest first.
fn last_before<'a>(
    sentences: &[Range<usize>],
    index: usize,
    back: usize,
    drafts: &'a mut [Draft],
) -> Option<(usize, &'a mut Draft)> {
    let first = sentences[index.saturating_sub(back)].start;
    let recent = drafts.len().saturating_sub(RECENT);
    let (at, draft) = drafts[recent..]
        .iter_mut()
        .enumerate()
        .filter(|(_, draft)| draft.cue.iter().map(|run| run.end).max().unwrap_or(0).max(draft.end()) > first)
        .max_by_key(|(at, draft)| (draft.end(), *at))?;
    Some((at, draft))
}

fn quotation_goes_on(
    scene: &Scene,
    sentences: &[Range<usize>],
    index: usize,
    quotation: Quotation,
    drafts: &mut Vec<Draft>,
) {
    let runs = by_block(scene, quotation);
    let Some((_, last)) = last_before(sentences, index, 1, drafts) else { return };
    let same_block = scene.block_of(last.end().saturating_sub(1)) == scene.block_of(quotation.open);
    if !same_block && (scene.is_pull_quote(quotation.open) || !scene.speech.order.verb_second) {
        return;
    }
    if last.form == Form::Direct {
        last.content.extend(runs);
        return;
    }
    if last.source.is_empty() || !scene.speech.order.verb_second {
        return;
    }
    let mut draft = Draft::new(Construction::QuoteGoesOn, Form::Direct, runs);
    draft.source.clone_from(&last.source);
    draft.act = stance::carried_on(last.act);
    draft.certainty = stance::hedge(scene, &draft.content);
    drafts.push(draft);
}

fn subjunctive_goes_on(
    scene: &Scene,
    sentences: &[Range<usize>],
    index: usize,
    content: Run,
    drafts: &mut Vec<Draft>,
) {
    let sure =
        content.clone().any(|at| scene.is(at, &scene.speech.words.subjunctive) && !scene.quotes.inside(at));
    if let Some((_, last)) = last_before(sentences, index, 1, drafts) {
        let reported = matches!(last.form, Form::Indirect | Form::Free)
            && last.construction != Some(Construction::Plan)
            && last.construction != Some(Construction::Hearsay)
            && last.construction != Some(Construction::InfinitiveClause);
        if reported {
            last.content.push(content);
            return;
        }
    }
    if !sure {
        return;
    }
    let mut draft = Draft::new(Construction::Subjunctive, Form::Free, vec![content]);
    draft.source = source_before(scene, sentences, index, &draft.content[0], drafts);
    draft.act =
        last_before(sentences, index, 1, drafts).map_or(Act::State, |(_, last)| stance::carried_on(last.act));
    draft.certainty = stance::hedge(scene, &draft.content);
    drafts.push(draft);
}

/// "Demnach …": what follows from the words of the source before.
fn accordingly(scene: &Scene, sentences: &[Range<usize>], index: usize, drafts: &mut Vec<Draft>) {
    let whole = scene.without_stop(&sentences[index]);
    let Some((_, last)) = last_before(sentences, index, 1, drafts) else { return };
    if last.source.is_empty() || whole.len() < 3 {
        return;
    }
    let mut draft = Draft::new(Construction::Framed, Form::Indirect, one(whole.start + 1..whole.end));
    draft.source.clone_from(&last.source);
    draft.cue = one(whole.start..whole.start + 1);
    draft.certainty = stance::hedge(scene, &draft.content);
    drafts.push(draft);
}

/// The nearest earlier source: the subject of the clause before in the same sentence, the source of a claim in the
/// sentence before, that sentence's subject if it can speak, or the source of an earlier claim.
fn source_before(
    scene: &Scene,
    sentences: &[Range<usize>],
    index: usize,
    content: &Run,
    drafts: &mut [Draft],
) -> Vec<Run> {
    if let Some(subject) = speaker(scene, &(sentences[index].start..content.start)) {
        return vec![subject];
    }
    if let Some((_, last)) = last_before(sentences, index, 1, drafts)
        && !last.source.is_empty()
    {
        return last.source.clone();
    }
    match index.checked_sub(1).and_then(|before| speaker(scene, &sentences[before])) {
        Some(subject) => vec![subject],
        None => last_before(sentences, index, BACK, drafts)
            .map(|(_, last)| last.source.clone())
            .unwrap_or_default(),
    }
}

/// The subject of a main clause, before its verb or after it, if it can speak.
fn speaker(scene: &Scene, clause: &Range<usize>) -> Option<Run> {
    let subjects = [leading(scene, clause), following(scene, clause)];
    subjects.into_iter().flatten().find(|subject| can_speak(scene, subject))
}

/// Whether a mention is of somebody who speaks: a pronoun, an office or organisation, or a bare name.
fn can_speak(scene: &Scene, mention: &Run) -> bool {
    let words = &scene.speech.words;
    let speaker =
        |at: usize| scene.is(at, &words.speakers) || words.speakers.has_head_of(scene.context.lower(at));
    let named = |at: usize| scene.is_capital(at) && scene.is_open(at) && !scene.is(at, &words.determiners);
    let article = scene.is(mention.start, &words.determiners);
    let bare = mention.start + usize::from(article)..mention.end;
    let full = bare.len() >= 2 || (!article && is_part_of_name(scene, mention.start));
    let name = full && bare.clone().all(named);
    let pronoun = mention.len() == 1 && scene.is(mention.start, &words.pronouns);
    pronoun || name || mention.clone().any(speaker)
}

/// Whether a name stands before in full, of which a token is the last word.
fn is_part_of_name(scene: &Scene, at: usize) -> bool {
    let earlier = at.saturating_sub(NAMED)..at;
    let full = |&place: &usize| {
        scene.context.word(place) == scene.context.word(at)
            && place > earlier.start
            && scene.is_capital(place - 1)
            && scene.is_open(place - 1)
    };
    earlier.clone().rev().any(|place| full(&place))
}
