//! An end before its beginning: "von 2015 bis 2012".

use lagebild_schema::{Finding, FindingKind};

use crate::scope::Scope;

use super::{Evidence, finding};

/// All stretches of time that end before they begin.
pub(super) fn find(evidence: &Evidence) -> Vec<Finding> {
    evidence
        .sentences()
        .flat_map(|scope| scope.tokens.clone().filter_map(move |at| years(&scope, at)).collect::<Vec<_>>())
        .collect()
}

/// "von 2015 bis 2012": years by their shape.
fn years(scope: &Scope, at: usize) -> Option<Finding> {
    let words = &scope.context.language.findings;
    let links = words.stretches.get(scope.lower(at))?;
    let first = year(scope, at + 1)?;
    if !links.iter().any(|link| link == scope.lower(at + 2)) {
        return None;
    }
    let last = year(scope, at + 3)?;
    let counts_backwards = words.before_christ.contains(scope.lower(at + 4));
    let counts_things =
        scope.is_word(at + 4) && scope.words().units.find(|offset| scope.lower(at + 4 + offset)).is_some();
    if last >= first || counts_backwards || counts_things {
        return None;
    }
    let spans = vec![scope.context.span(at + 1..at + 2), scope.context.span(at + 3..at + 4)];
    Some(finding(FindingKind::Order, format!("it ends in {last}, before it begins in {first}"), spans))
}

/// A year of four digits.
fn year(scope: &Scope, at: usize) -> Option<u16> {
    let word = scope.word(at);
    word.parse().ok().filter(|year| word.len() == 4 && (1000..2200).contains(year))
}
