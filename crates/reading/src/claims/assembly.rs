//! From drafts to claims: order, names, nesting, and the times and quantities inside.

use lagebild_schema::{
    Addressee, Claim, ClaimId, Confidence, Quantity, QuantityId, Source, Span, Time, TimeId,
};

use super::Claims;
use super::draft::{Draft, Run, one};
use super::scene::Scene;
use super::{chains, confidence};
use crate::context::Context;

/// Drafts as claims in text order.
pub(super) fn assemble(
    scene: &Scene,
    mut drafts: Vec<Draft>,
    times: &[Time],
    quantities: &[Quantity],
    min_confidence: f64,
) -> Claims {
    drafts.retain(|draft| !draft.content.is_empty());
    // Of two of the same content the surer one stays.
    let doubt = |draft: &Draft| ((1.0 - confidence::of(draft)) * 1e6) as u32;
    drafts.sort_by_cached_key(|draft| (draft.start(), std::cmp::Reverse(draft.end()), doubt(draft)));
    drafts.dedup_by(|later, earlier| later.content == earlier.content);
    let found = drafts.len();
    drafts.retain(|draft| confidence::of(draft) >= min_confidence);
    let withheld = found - drafts.len();
    let within = nesting(&drafts);
    let kinds = drafts.iter().map(|draft| draft.kind).collect();
    let claims = drafts.into_iter().zip(within).enumerate();
    let claims =
        claims.map(|(index, (draft, within))| claim(scene, index, &draft, within, times, quantities));
    Claims { all: claims.collect(), kinds, withheld }
}

/// For every draft the innermost other one whose content holds all of it.
fn nesting(drafts: &[Draft]) -> Vec<Option<ClaimId>> {
    let mut open: Vec<usize> = Vec::new();
    let mut within = Vec::with_capacity(drafts.len());
    for (index, draft) in drafts.iter().enumerate() {
        open.retain(|&outer| drafts[outer].end() > draft.start());
        within.push(open.iter().rev().copied().find(|&outer| drafts[outer].holds(draft)).map(ClaimId::at));
        open.push(index);
    }
    within
}

fn claim(
    scene: &Scene,
    index: usize,
    draft: &Draft,
    within: Option<ClaimId>,
    times: &[Time],
    quantities: &[Quantity],
) -> Claim {
    let context = scene.context;
    let spans = |runs: &[Run]| runs.iter().map(|run| context.span(run.clone())).collect::<Vec<Span>>();
    let pieces = spans(&draft.content);
    let times = inside(&pieces, times, |time| time.span).into_iter().map(TimeId::at).collect();
    let quantities =
        inside(&pieces, quantities, |quantity| quantity.span).into_iter().map(QuantityId::at).collect();
    let citing: Vec<Source> = draft.citing.iter().map(|run| source(context, run)).collect();
    let sources = outlets(scene, &draft.source)
        .iter()
        .map(|runs| Source { spans: spans(runs), entity: None, citing: citing.clone() })
        .collect();
    Claim {
        id: ClaimId::at(index),
        content: pieces,
        sources,
        cue: spans(&draft.cue),
        addressee: draft
            .addressee
            .iter()
            .map(|run| Addressee { spans: vec![context.span(run.clone())], entity: None })
            .collect(),
        form: draft.form,
        act: draft.act,
        certainty: draft.certainty,
        within,
        about: None,
        events: Vec::new(),
        times,
        quantities,
        confidence: Confidence(confidence::of(draft)),
    }
}

/// Indices of those things that lie in one of the pieces. Things stand in text order.
fn inside<T>(pieces: &[Span], things: &[T], span: impl Fn(&T) -> Span) -> Vec<usize> {
    let in_piece = |piece: &Span| {
        let piece = *piece;
        let first = things.partition_point(|thing| span(thing).start < piece.start);
        let end = things.partition_point(|thing| span(thing).start < piece.end);
        (first..end).filter(|&at| piece.contains(span(&things[at]))).collect::<Vec<_>>()
    };
    pieces.iter().flat_map(in_piece).collect()
}

/// The sources that a mention names: each of several outlets ("die Zeitungen Abendpost und Fjordblatt"), else one.
fn outlets(scene: &Scene, mention: &[Run]) -> Vec<Vec<Run>> {
    let words = &scene.speech.words;
    let [run] = mention else {
        return mention.first().map(|_| mention.to_vec()).into_iter().collect();
    };
    if let Some(syntax) = scene.context.syntax.as_ref().filter(|syntax| syntax.upos(run.start).is_some()) {
        return chains::speakers(scene, syntax, run).into_iter().map(one).collect();
    }
    let named = |run: &Run| !run.is_empty() && run.clone().all(|at| scene.is_capital(at));
    let noun = run.start + usize::from(scene.is(run.start, &words.determiners));
    let and = run.clone().find(|&at| scene.is(at, &words.and));
    match and.map(|and| [noun + 1..and.max(noun + 1), and + 1..run.end]) {
        Some(both) if scene.is(noun, &words.outlets) && both.iter().all(named) => {
            both.into_iter().map(one).collect()
        }
        _ => vec![mention.to_vec()],
    }
}

fn source(context: &Context, run: &Run) -> Source {
    Source { spans: vec![context.span(run.clone())], entity: None, citing: Vec::new() }
}
