//! On whom a source relies, and who of several speaks.

use lagebild_language::Upos;

use super::company;
use super::draft::{Draft, Run, meet};
use super::scene::Scene;
use crate::syntax::Syntax;

/// Finds whom the source of a claim is citing in the words around its cue ("…, citing people familiar with the matter,
/// reported").
pub(super) fn cite(scene: &Scene, draft: &mut Draft) {
    let Some(stretch) = frame(scene, draft).filter(|_| draft.citing.is_empty()) else { return };
    let (_, citing) = company::of(scene, stretch);
    let is_source = |run: &Run| draft.source.iter().any(|source| meet(source, run));
    let citing = citing.into_iter().filter(|run| !is_source(run));
    draft.citing = citing.map(|run| whole(scene, run)).collect();
}

/// A phrase with what the tree hangs on its head behind it ("people" + "in the yard").
fn whole(scene: &Scene, run: Run) -> Run {
    let syntax = scene.context.syntax.as_ref();
    let phrase = syntax.and_then(|syntax| Some(syntax.phrase(syntax.top(&run)?)));
    match phrase {
        Some(phrase) if phrase.start == run.start && phrase.end > run.end => phrase,
        _ => run,
    }
}

/// From the first word of source and cue to the content behind them, or to the last word of both.
fn frame(scene: &Scene, draft: &Draft) -> Option<Run> {
    let parts = || draft.source.iter().chain(&draft.cue);
    let cue = draft.cue.first()?;
    let sentence = scene.context.sentences().get(scene.context.sentence_of(cue.start))?;
    let here = parts().filter(|run| sentence.tokens.contains(&run.start));
    let (start, end) =
        here.fold((cue.start, cue.end), |(start, end), run| (start.min(run.start), end.max(run.end)));
    let behind = draft.start().min(sentence.tokens.end);
    Some(start..if behind >= end { behind } else { end })
}

/// The mentions of a source of several ("die Abendpost und das Fjordblatt"), each a phrase.
pub(super) fn speakers(scene: &Scene, syntax: &Syntax, run: &Run) -> Vec<Run> {
    let is_whole_noun = |at: &usize| {
        matches!(syntax.upos(*at), Some(Upos::Noun | Upos::Propn)) && !scene.context.word(*at).ends_with('-')
    };
    let Some(top) = syntax.top(run).filter(is_whole_noun) else { return vec![run.clone()] };
    let others = syntax.children(top).iter().copied().filter(|at| run.contains(at));
    let others: Vec<usize> =
        others.filter(|at| syntax.universal(*at) == "conj").filter(is_whole_noun).collect();
    let phrases: Vec<Run> = std::iter::once(top).chain(others).map(|head| syntax.phrase(head)).collect();
    let fits = |phrase: &Run| phrase.start >= run.start && phrase.end <= run.end;
    if phrases.len() > 1 && phrases.iter().all(fits) { phrases } else { vec![run.clone()] }
}

#[cfg(test)]
mod tests {
    use lagebild_schema::{Form, Report};

    use super::*;
    use crate::claims::draft::one;
    use crate::context::Context;

    #[test]
    fn a_source_cites_within_its_frame_and_not_behind_it() {
        let text = "The Evening Post, citing harbour workers, reported that ships left, citing nobody.";
        let report = Report::of_text("en", text);
        let analysis = lagebild_language::analyse(&report);
        let context = Context::new(&report, &analysis);
        let scene = Scene::new(&context);
        let mut draft = Draft::new(None, Form::Indirect, one(9..15));
        draft.source = one(0..3);
        draft.cue = one(8..9);
        cite(&scene, &mut draft);
        let cited: Vec<&str> = draft.citing.iter().map(|run| context.span(run.clone()).of(text)).collect();
        assert_eq!(cited, ["harbour workers"]);
    }
}
