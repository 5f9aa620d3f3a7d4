//! Who is meant: every source, and whoever a claim was addressed to, resolved to one entity of the report.
//!
//! The text is gone through once. Names are gathered into entities (`names`); a phrase is resolved to the entity whose
//! name or office it holds (`phrases`), a pronoun to the likeliest of those just spoken of (`pronouns`). Needs the
//! model's names and trees; without them nobody is resolved.

mod alike;
mod names;
mod phrases;
mod pronouns;
mod reader;
mod register;

use lagebild_schema::{Claim, Entity, EntityId, EntityKind, Source, Span};

use crate::context::{Context, Run};
use crate::syntax::Syntax;
use reader::Reader;

/// Resolves the sources and addressees of claims, and returns the entities that have a name or are one of those.
/// `kinds` says of each claim what the model takes its source for.
pub(crate) fn resolve(context: &Context, claims: &mut [Claim], kinds: &[Option<EntityKind>]) -> Vec<Entity> {
    let (Some(parse), Some(syntax)) = (&context.analysis.parse, &context.syntax) else {
        return Vec::new();
    };
    let mut asked = asked(context, claims, kinds);
    // What stands behind the last word that the model read has no grammar.
    asked.retain(|mention| mention.run.end <= parse.grammar.len());
    asked.sort_by_key(|mention| (mention.run.start, mention.run.end));
    asked.dedup_by(|later, first| {
        let is_same = later.run == first.run;
        if is_same {
            first.kind = first.kind.or(later.kind);
        }
        is_same
    });
    let mut reader = Reader::new(context, syntax, &parse.names);
    let known: Vec<(Span, usize)> =
        asked.iter().map(|mention| (mention.span, reader.resolve(&mention.run, mention.kind))).collect();
    reader.finish();
    let (entities, ids) = reader.register.into_entities(context, known.iter().map(|(_, entity)| *entity));
    let entity = |spans: &[Span]| -> Option<EntityId> {
        let span = spans.first()?;
        let at = known.binary_search_by_key(span, |(span, _)| *span).ok()?;
        let (_, entity) = known.get(at)?;
        ids.get(*entity).copied().flatten()
    };
    for at in 0..claims.len() {
        let speaker = speaker_around(context, syntax, claims, at);
        let claim = &mut claims[at];
        for source in &mut claim.sources {
            name_source(source, &entity);
            source.entity = speaker.or(source.entity);
        }
        for addressee in &mut claim.addressee {
            addressee.entity = entity(&addressee.spans);
        }
    }
    entities
}

/// Who says "I" or "we" in somebody's words: the source of the claim around it, which stands before it.
fn speaker_around(context: &Context, syntax: &Syntax, claims: &[Claim], at: usize) -> Option<EntityId> {
    let claim = &claims[at];
    let outer = claims.get(claim.within?.index())?;
    let span = claim.sources.first()?.spans.first()?;
    let says_i = syntax.feature(context.tokens_in(*span).start, "Person") == Some("1");
    outer.sources.first()?.entity.filter(|_| says_i)
}

/// A mention to be resolved.
struct Asked {
    span: Span,
    run: Run,
    kind: Option<EntityKind>,
}

/// The mentions of sources, of whom they cite, and of addressees.
fn asked(context: &Context, claims: &[Claim], kinds: &[Option<EntityKind>]) -> Vec<Asked> {
    let mut asked = Vec::new();
    let mut ask = |spans: &[Span], kind: Option<EntityKind>| {
        if let Some(&span) = spans.first() {
            asked.push(Asked { span, run: context.tokens_in(span), kind });
        }
    };
    for (claim, kind) in claims.iter().zip(kinds) {
        for source in &claim.sources {
            ask(&source.spans, *kind);
            source.citing.iter().for_each(|cited| ask(&cited.spans, None));
        }
        claim.addressee.iter().for_each(|addressee| ask(&addressee.spans, None));
    }
    asked
}

fn name_source(source: &mut Source, entity: &impl Fn(&[Span]) -> Option<EntityId>) {
    source.entity = entity(&source.spans);
    for cited in &mut source.citing {
        name_source(cited, entity);
    }
}
