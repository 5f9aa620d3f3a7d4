//! Votes: more of them than voters, and what a number in a sentence about a vote stands for.

use std::ops::Range;

use lagebild_schema::{Finding, FindingKind};

use crate::scope::Scope;

use super::sum::{MOST_NUMBERS, in_order};
use super::{Count, Evidence, finding, written_sum};

/// All votes in which more votes are counted than voters.
pub(super) fn find(evidence: &Evidence) -> Vec<Finding> {
    evidence.sentences().filter_map(|scope| more_than_voters(evidence, &scope)).collect()
}

/// "Von den 100 Abgeordneten stimmten 52 dafür, 45 dagegen, 5 enthielten sich": more votes than voters.
fn more_than_voters(evidence: &Evidence, scope: &Scope) -> Option<Finding> {
    let numbers = evidence.quantities_in(&scope.tokens);
    if numbers.len() < 3 || numbers.len() > MOST_NUMBERS || !is_vote(scope) {
        return None;
    }
    let whole = numbers.iter().find(|number| follows_partitive(scope, number))?;
    let total = whole.exact()?;
    let tally = tally(scope, numbers).unwrap_or_default();
    let mut kinds = Vec::new();
    let mut cast = Vec::new();
    for number in tally {
        cast.push((number.exact()?, number.quantity.span));
    }
    let is_other = |number: &Count| {
        number.tokens != whole.tokens && tally.iter().all(|counted| counted.tokens != number.tokens)
    };
    for (index, number) in numbers.iter().enumerate().filter(|(_, number)| is_other(number)) {
        let end = numbers.get(index + 1).map_or(scope.tokens.end, |next| next.tokens.start);
        let Some(vote) = vote_in(scope, number.tokens.end..end) else { continue };
        if kinds.contains(&vote) {
            return None;
        }
        kinds.push(vote);
        cast.push((number.exact()?, number.quantity.span));
    }
    let values: Vec<f64> = cast.iter().map(|(value, _)| *value).collect();
    let sum: f64 = values.iter().sum();
    if values.len() < 2 || sum <= total {
        return None;
    }
    let spans = std::iter::once(whole.quantity.span).chain(cast.into_iter().map(|(_, span)| span));
    let message = format!("the votes {} make {sum}, there are only {total} voters", written_sum(&values));
    Some(finding(FindingKind::Sum, message, in_order(spans.collect())))
}

/// Whether a sentence speaks of a vote.
pub(super) fn is_vote(scope: &Scope) -> bool {
    let ballots = &scope.context.language.findings.ballots;
    scope.tokens.clone().any(|at| ballots.contains(scope.lower(at)))
}

/// The two numbers of "a vote of 52 to 45".
fn tally<'n, 'c>(scope: &Scope, numbers: &'n [Count<'c>]) -> Option<&'n [Count<'c>]> {
    let words = &scope.context.language.findings;
    let is_tally = |pair: &&[Count]| {
        let link = pair[0].tokens.end;
        pair[1].tokens.start == link + 1 && words.tally_links.contains(scope.lower(link))
    };
    numbers.windows(2).find(is_tally)
}

/// The kind of vote that the words name.
pub(super) fn vote_in<'s>(scope: &Scope<'s, '_>, tokens: Range<usize>) -> Option<&'s str> {
    let votes = &scope.context.language.findings.votes;
    tokens
        .into_iter()
        .find_map(|at| votes.find(|offset| scope.lower(at + offset)))
        .map(|(vote, _)| vote.as_str())
}

/// Whether "von den", "of the" stands before a number.
fn follows_partitive(scope: &Scope, number: &Count) -> bool {
    let start = number.tokens.start;
    (1..=3.min(start)).any(|length| {
        let found = scope.words().partitives.find(|offset| scope.lower(start - length + offset));
        found.is_some_and(|(_, found)| found == length)
    })
}
