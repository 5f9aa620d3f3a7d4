//! When: TIMEX3 expressions with value, modifier and interval.
//!
//! The words and the grammar of a language are data ([`lagebild_knowledge::times`]). They are compiled once into a
//! tree of patterns, walked at every piece of the text; the longest match is gathered into parts, and the parts
//! are placed on the calendar, counted from the report's date or from a time before them.

mod calendar;
mod interval;
mod lexicon;
mod matcher;
mod parts;
mod pattern;
mod pieces;
mod place;
mod resolve;
mod sense;
mod shapes;
mod tense;
mod value;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use lagebild_knowledge::times::Make;
use lagebild_language::NameKind;
use lagebild_schema::{Span, Time};

use crate::context::Context;
use matcher::{Match, Step};
use parts::Parts;
use pattern::Grammar;
use pieces::Pieces;
use resolve::Resolver;
use sense::Sense;
use tense::Tenses;

/// What is compiled of a language's tables.
struct Compiled {
    grammar: Grammar,
    tenses: Tenses,
}

/// One expression of a match: where it stands among the pieces, and what its words mean.
struct Expression {
    first: usize,
    end: usize,
    senses: Vec<Sense>,
}

/// A match and its expressions.
struct Found {
    make: Make,
    expressions: Vec<Expression>,
}

/// All times of the report, in text order.
pub(crate) fn read(context: &Context) -> Vec<Time> {
    let Some(Compiled { grammar, tenses }) = compiled(context.language.code) else { return Vec::new() };
    let pieces = Pieces::new(context);
    let found = find(grammar, &pieces);
    let published = context.report.published.map(|moment| moment.date);
    let mut resolver = Resolver::new(published, found.iter().any(|one| tells_of_a_day(&one.expressions)));
    for Found { make, expressions } in found {
        let (Some(first), Some(last)) = (expressions.first(), expressions.last()) else { continue };
        let direction = tenses.direction(&pieces, first.first, last.end);
        let is_a_day = tenses.is_of_a_preterite(&pieces, first.first, last.end);
        let sentence = pieces.all[first.first].sentence;
        for (expression, mut parts) in expressions.iter().zip(complete(&expressions)) {
            parts.loosely &= !is_a_day;
            let (first, last) = (&pieces.all[expression.first], &pieces.all[expression.end - 1]);
            let span = first.span.cover(last.span);
            if !is_part_of_a_name(context, span) {
                resolver.add(span, make, parts, direction, sentence);
            }
        }
    }
    resolver.times
}

/// Whether a time is no time but words of somebody's name ("the Evening Post").
fn is_part_of_a_name(context: &Context, time: Span) -> bool {
    let Some(parse) = &context.analysis.parse else { return false };
    let tokens = context.tokens_in(time);
    let first = parse.names.partition_point(|name| name.words.end <= tokens.start);
    let name = parse.names.get(first).filter(|name| name.words.start < tokens.end);
    name.is_some_and(|name| {
        name.kind != NameKind::Other && name.words.end >= tokens.end && name.words.len() > 1
    })
}

/// Whether an expression names a day near the report's own: yesterday, a weekday, a time of day.
fn tells_of_a_day(expressions: &[Expression]) -> bool {
    let tells = |sense: &Sense| match sense {
        Sense::Deictic(days) => *days != 0,
        Sense::Weekday(_) | Sense::Clock(_) => true,
        _ => false,
    };
    expressions.iter().any(|expression| expression.senses.iter().any(tells))
}

/// All matches, from left to right, none overlapping another.
fn find(grammar: &Grammar, pieces: &Pieces) -> Vec<Found> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < pieces.all.len() {
        let Some(found) = matcher::longest(grammar, pieces, at) else {
            at += 1;
            continue;
        };
        let rule = &grammar.rules[found.rule];
        let expressions = expressions(&found, &rule.given);
        if hides_a_longer_one(grammar, pieces, at, &found, &expressions) {
            at += 1;
            continue;
        }
        at = match (rule.make, expressions.last()) {
            (Make::Nothing, _) | (_, None) => found.end,
            (_, Some(last)) => last.end,
        }
        .max(at + 1);
        all.push(Found { make: rule.make, expressions });
    }
    all
}

/// Whether words before the expression only matched because the search came to them first: from where the
/// expression begins, another pattern reaches further.
fn hides_a_longer_one(
    grammar: &Grammar,
    pieces: &Pieces,
    at: usize,
    found: &Match,
    expressions: &[Expression],
) -> bool {
    let Some(first) = expressions.first().map(|one| one.first).filter(|first| *first > at) else {
        return false;
    };
    (at + 1..=first)
        .any(|at| matcher::longest(grammar, pieces, at).is_some_and(|other| other.end > found.end))
}

/// The expressions that a match's brackets hold. What stands outside of them, and what the rule gives, holds for
/// each.
fn expressions(found: &Match, given: &[Sense]) -> Vec<Expression> {
    let mut shared = given.to_vec();
    let mut expressions: Vec<Expression> = Vec::new();
    let mut open = false;
    for step in &found.steps {
        match step {
            Step::Open(first) => {
                open = true;
                expressions.push(Expression { first: *first, end: *first, senses: Vec::new() });
            }
            Step::Close(end) => {
                open = false;
                if let Some(last) = expressions.last_mut() {
                    last.end = *end;
                }
            }
            Step::Senses(senses) => match expressions.last_mut() {
                Some(last) if open => last.senses.extend(senses.iter().cloned()),
                _ => shared.extend(senses.iter().cloned()),
            },
        }
    }
    for expression in &mut expressions {
        expression.senses.splice(0..0, shared.iter().cloned());
    }
    expressions.retain(|expression| expression.first < expression.end);
    expressions
}

/// What each expression says, completed by its neighbours.
fn complete(expressions: &[Expression]) -> Vec<Parts> {
    let mut parts: Vec<Parts> = expressions.iter().map(|one| Parts::gather(one.senses.iter())).collect();
    if let Some((last, earlier)) = parts.split_last_mut() {
        for one in earlier {
            one.complete_from(last);
        }
    }
    for at in 1..parts.len() {
        let (before, after) = parts.split_at_mut(at);
        if let (Some(before), Some(one)) = (before.last(), after.first_mut()) {
            one.go_on_from(before);
        }
    }
    parts
}

/// The grammar of a language, compiled when first asked for.
fn compiled(code: &str) -> Option<&'static Compiled> {
    static ALL: OnceLock<BTreeMap<&'static str, OnceLock<Compiled>>> = OnceLock::new();
    let all =
        ALL.get_or_init(|| lagebild_knowledge::languages().map(|code| (code, OnceLock::new())).collect());
    Some(all.get(code)?.get_or_init(|| {
        let tables = &lagebild_knowledge::language(code).times;
        let grammar = Grammar::new(tables);
        let compiled = grammar.and_then(|grammar| Ok(Compiled { grammar, tenses: Tenses::new(tables)? }));
        compiled.unwrap_or_else(|error| panic!("data/languages/{code}/times.toml: {error}"))
    }))
}
