//! Spans and links put together: who is said to have said what.

use lagebild_schema::Form;

use super::speech::{From, Labelled, Link, Rows, SourceRole, SpeechHeads};
use crate::network::Bench;
use crate::parse::{Attribution, WordRange};

/// A content in pieces.
struct Content {
    from: From,
    pieces: Vec<WordRange>,
    form: Form,
    confidence: f32,
}

/// The attributions of a window, by the first word of their content; words are rows of the window.
pub(crate) fn attributions(heads: &SpeechHeads, bench: &mut Bench, window: &Rows) -> Vec<Attribution> {
    let outer = heads.content.spans(bench, window);
    if outer.is_empty() {
        return Vec::new();
    }
    let inner = heads.inner.spans(bench, window);
    let ends = heads.link_ends(bench, window);
    let mut contents = group_contents(heads, bench, window, &ends, outer, From::Content);
    contents.extend(group_contents(heads, bench, window, &ends, inner, From::Inner));
    contents.sort_by_key(|content| (content.pieces[0].start, content.from as usize));
    let partners = Partners::find(heads, bench, window, &ends, &contents);
    let mut found: Vec<Attribution> = Vec::with_capacity(contents.len());
    for (number, content) in contents.iter().enumerate() {
        let first = content.pieces[0].start;
        let cue = partners.cue(number);
        let source = partners.source[number].clone();
        let (act, certainty) =
            heads.act(bench, window, content.from, first, cue.first().map(|piece| piece.start));
        found.push(Attribution {
            content: content.pieces.clone(),
            cue,
            kind: source.as_ref().and_then(|source| heads.kind(bench, window, source.start)),
            source,
            citing: partners.citing[number].clone(),
            addressee: partners.addressee[number].clone(),
            within: surrounding(&contents, number),
            form: content.form,
            act,
            certainty,
            confidence: content.confidence,
        });
    }
    found
}

/// The contents among spans.
fn group_contents(
    heads: &SpeechHeads,
    bench: &mut Bench,
    window: &Rows,
    ends: &[f32],
    spans: Vec<Labelled<Form>>,
    from: From,
) -> Vec<Content> {
    let groups = grouped(heads, bench, window, ends, spans, from).into_iter();
    groups
        .map(|(first, pieces)| Content { from, pieces, form: first.label, confidence: first.confidence })
        .collect()
}

/// Spans with the pieces of all that go on with them ("wies" … "zurück"), by their links to an earlier piece.
fn grouped<T>(
    heads: &SpeechHeads,
    bench: &mut Bench,
    window: &Rows,
    ends: &[f32],
    spans: Vec<Labelled<T>>,
    from: From,
) -> Vec<(Labelled<T>, Vec<WordRange>)> {
    let starts: Vec<(From, usize)> = spans.iter().map(|span| (from, span.words.start)).collect();
    let earlier = heads.linked(bench, window, ends, Link::Continues, &starts, &first_words(&spans));
    let mut groups: Vec<(Labelled<T>, Vec<WordRange>)> = Vec::new();
    for (span, earlier) in spans.into_iter().zip(earlier) {
        let begins = |word: usize| {
            groups.iter().position(|(_, pieces)| pieces.iter().any(|piece| piece.start == word))
        };
        match earlier.and_then(begins) {
            Some(group) => groups[group].1.push(span.words),
            None => groups.push((Labelled { words: span.words.clone(), ..span }, vec![span.words])),
        }
    }
    groups
}

/// What each content is linked to.
struct Partners {
    cues: Vec<Vec<WordRange>>,
    cue: Vec<Option<usize>>,
    source: Vec<Option<WordRange>>,
    citing: Vec<Option<WordRange>>,
    addressee: Vec<Option<WordRange>>,
}

impl Partners {
    fn find(
        heads: &SpeechHeads,
        bench: &mut Bench,
        window: &Rows,
        ends: &[f32],
        contents: &[Content],
    ) -> Self {
        let starts: Vec<(From, usize)> =
            contents.iter().map(|content| (content.from, content.pieces[0].start)).collect();
        let cues = heads.cue.spans(bench, window);
        let cues: Vec<Vec<WordRange>> = grouped(heads, bench, window, ends, cues, From::Cue)
            .into_iter()
            .map(|(_, pieces)| pieces)
            .collect();
        let (sources, citing): (Vec<_>, Vec<_>) =
            heads.source.spans(bench, window).into_iter().partition(|span| span.label == SourceRole::Source);
        let addressees = heads.addressee.spans(bench, window);
        let mut linked = |link, targets: &[usize]| heads.linked(bench, window, ends, link, &starts, targets);
        let first_of_cues: Vec<usize> = cues.iter().map(|pieces| pieces[0].start).collect();
        let cue = linked(Link::Cue, &first_of_cues);
        Self {
            cue: cue
                .iter()
                .map(|word| first_of_cues.iter().position(|first| Some(*first) == *word))
                .collect(),
            source: spans_at(&linked(Link::Source, &first_words(&sources)), &sources),
            citing: spans_at(&linked(Link::Citing, &first_words(&citing)), &citing),
            addressee: spans_at(&linked(Link::Addressee, &first_words(&addressees)), &addressees),
            cues,
        }
    }

    fn cue(&self, content: usize) -> Vec<WordRange> {
        self.cue[content].map_or_else(Vec::new, |cue| self.cues[cue].clone())
    }
}

fn first_words<T>(spans: &[Labelled<T>]) -> Vec<usize> {
    spans.iter().map(|span| span.words.start).collect()
}

fn spans_at<T>(words: &[Option<usize>], spans: &[Labelled<T>]) -> Vec<Option<WordRange>> {
    let at = |word: &Option<usize>| spans.iter().find(|span| Some(span.words.start) == *word);
    words.iter().map(|word| at(word).map(|span| span.words.clone())).collect()
}

/// The content in which the first piece of an inner content stands.
fn surrounding(contents: &[Content], number: usize) -> Option<usize> {
    if contents[number].from != From::Inner {
        return None;
    }
    let first = &contents[number].pieces[0];
    let holds = |content: &Content| {
        content.from == From::Content
            && content.pieces.iter().any(|piece| piece.start <= first.start && piece.end >= first.end)
    };
    contents.iter().position(holds)
}
