//! What we read as attributions, in the terms of the German quotation corpus.
//!
//! Its quotes have a *frame*: the rest of the clause that holds cue and speaker. Its *Reported* quotes span the whole
//! clause that reports a speech act, cue and all, where our content is only the phrase.

use std::ops::Range;

use lagebild_language::{Attribution, Grammar, Parse, Upos, WordRange};
use lagebild_schema::Form;

use super::quote::{Quote, Words};
use crate::eval::text::Text;

/// What becomes of content in the form *reported*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reported {
    /// It is widened to the clause of its cue.
    Widened,
    /// It is no quote.
    LeftOut,
}

impl Reported {
    pub(super) const ALL: [(Self, &str); 2] =
        [(Self::Widened, "reported widened"), (Self::LeftOut, "reported left out")];
}

/// The quotes of a text.
pub(super) fn quotes(parse: &Parse, text: &Text, reported: Reported) -> Vec<Quote> {
    let quote = |attribution: &Attribution| {
        let mut quote = Quote {
            content: words(&attribution.content),
            addressee: words(attribution.addressee.as_slice()),
            cue: words(&attribution.cue),
            speaker: words(attribution.source.as_slice()),
            kind: kind(attribution, &parse.grammar).to_owned(),
            ..Quote::default()
        };
        if attribution.form != Form::Reported {
            quote.frame = frame(attribution, parse, text);
            return Some(quote);
        }
        quote.content = clause(attribution, parse, text);
        quote.cue.clear();
        (reported == Reported::Widened).then_some(quote)
    };
    parse.attributions.iter().filter_map(quote).collect()
}

fn words(ranges: &[WordRange]) -> Words {
    ranges.iter().cloned().flatten().collect()
}

/// The corpus tells hearsay ("soll …") from free speech in the subjunctive.
fn kind(attribution: &Attribution, grammar: &[Grammar]) -> &'static str {
    let is_hearsay =
        |at: usize| grammar.get(at).is_some_and(|word| matches!(word.lemma.as_str(), "sollen" | "wollen"));
    match attribution.form {
        Form::Direct => "Direct",
        Form::Indirect => "Indirect",
        Form::Reported => "Reported",
        Form::Free if words(&attribution.content).into_iter().any(is_hearsay) => "FreeIndirect",
        Form::Free => "IndirectFreeIndirect",
    }
}

/// The rest of the clause that holds cue and source; none without a cue.
///
/// From the corpus's own contents, cues and speakers this makes its frames with a macro F of 96.7 (train part).
fn frame(attribution: &Attribution, parse: &Parse, text: &Text) -> Words {
    let cue = words(&attribution.cue);
    let Some(&first) = cue.first() else { return Words::new() };
    let sentence = text.sentence_of(first);
    let core: Words = cue
        .iter()
        .copied()
        .chain(attribution.source.iter().cloned().flatten())
        .filter(|word| sentence.contains(word))
        .collect();
    let (Some(&low), Some(&high)) = (core.first(), core.last()) else { return core };
    let contents = contents_beside(&cue, parse);
    let mut frame: Words = (low..=high).collect();
    if has_verb(&cue, &parse.grammar) {
        widen(&mut frame, low..high + 1, &sentence, &contents, text);
    } else if low >= sentence.start + 2 && text.word(low - 1) == "," && contents.contains(&(low - 2)) {
        frame.insert(low - 1); // "…, so die Ministerin".
    }
    frame.retain(|word| !contents.contains(word));
    frame
}

/// Adds the words around cue and source up to the next content, clause, or sentence.
fn widen(frame: &mut Words, core: Range<usize>, sentence: &Range<usize>, contents: &Words, text: &Text) {
    let is_free = |at: &usize| !contents.contains(at);
    let goes_on = |at: &usize| is_free(at) && !matches!(text.word(*at), "," | ";" | "." | "!" | "?" | "und");
    frame.extend((core.end..sentence.end).take_while(goes_on));
    let next = frame.last().map_or(core.end, |last| last + 1);
    if next + 1 < sentence.end && text.word(next) == "," && is_free(&next) && contents.contains(&(next + 1)) {
        frame.insert(next);
    }
    let begins = |at: &usize| is_free(at) && !matches!(text.word(*at), "." | "!" | "?" | "“");
    frame.extend((sentence.start..core.start).rev().take_while(begins));
}

/// All contents in which the cue does not stand itself. Those of the form *reported* are a part of their clause.
fn contents_beside(cue: &Words, parse: &Parse) -> Words {
    let others = parse.attributions.iter().filter(|other| other.form != Form::Reported);
    let contents = others.map(|other| words(&other.content));
    contents.filter(|content| content.is_disjoint(cue)).flatten().collect()
}

/// Whether a cue is a clause's verb, not a phrase such as "laut". Nothing tells where there is no grammar.
fn has_verb(cue: &Words, grammar: &[Grammar]) -> bool {
    cue.iter().any(|at| grammar.get(*at).is_none_or(|word| matches!(word.upos, Upos::Verb | Upos::Aux)))
}

/// The clause that reports a speech act: that of the cue, without clauses beside it that attribute themselves.
fn clause(attribution: &Attribution, parse: &Parse, text: &Text) -> Words {
    let content = words(&attribution.content);
    let Some(&start) = attribution.cue.first().map(|cue| &cue.start).or(content.first()) else {
        return content;
    };
    let grammar = &parse.grammar;
    let sentence = text.sentence_of(start);
    if grammar.len() < sentence.end {
        return content.into_iter().chain(sentence).collect();
    }
    let head = clause_head(grammar, start, &sentence);
    let cues = parse.attributions.iter().filter_map(|other| Some(other.cue.first()?.start));
    let beside: Vec<usize> = cues
        .filter(|cue| sentence.contains(cue))
        .map(|cue| clause_head(grammar, cue, &sentence))
        .filter(|other| *other != head && matches!(universal(grammar, *other), "conj" | "parataxis"))
        .collect();
    let belongs = |word: &usize| {
        upwards(grammar, *word, &sentence).take_while(|at| !beside.contains(at)).any(|at| at == head)
    };
    content.into_iter().chain(sentence.clone().filter(belongs)).collect()
}

/// The word that a clause hangs on, going up from one of its words.
fn clause_head(grammar: &[Grammar], word: usize, sentence: &Range<usize>) -> usize {
    let is_head = |at: &usize| match universal(grammar, *at) {
        "root" | "ccomp" | "advcl" | "acl" | "csubj" | "parataxis" => true,
        "conj" => matches!(grammar[*at].upos, Upos::Verb | Upos::Aux),
        _ => false,
    };
    let mut up = upwards(grammar, word, sentence);
    let mut last = word;
    up.find(|at| {
        last = *at;
        is_head(at)
    })
    .unwrap_or(last)
}

/// A word, its head, that one's head, and so on; never more steps than the sentence has words.
fn upwards<'g>(
    grammar: &'g [Grammar],
    word: usize,
    sentence: &Range<usize>,
) -> impl Iterator<Item = usize> + use<'g> {
    let up = move |at: &usize| grammar.get(*at).and_then(|word| word.head);
    std::iter::successors(Some(word), up).take(sentence.len())
}

fn universal(grammar: &[Grammar], word: usize) -> &str {
    grammar.get(word).and_then(|word| word.relation.split(':').next()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
