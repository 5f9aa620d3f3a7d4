//! Percentages that cannot be: more than a hundred of those who can be counted once only.

use lagebild_schema::{Bound, Finding, FindingKind};

use crate::scope::Scope;

use super::votes::{is_vote, vote_in};
use super::{Count, Evidence, finding, written_sum};

const WHOLE: f64 = 100.0;

/// Each percentage may be off by half a point through rounding.
const ROUNDING: f64 = 0.5;

/// All percentages that cannot be.
pub(super) fn find(evidence: &Evidence) -> Vec<Finding> {
    let mut findings = Vec::new();
    for scope in evidence.sentences() {
        let percentages: Vec<&Count> =
            evidence.quantities_in(&scope.tokens).iter().filter(|count| is_percentage(count)).collect();
        if !speaks_of_growth(&scope) {
            findings.extend(percentages.iter().filter_map(|percentage| over_the_whole(&scope, percentage)));
        }
        if is_vote(&scope) {
            findings.extend(votes(&scope, &percentages));
        }
    }
    findings
}

fn is_percentage(count: &Count) -> bool {
    count.quantity.unit.as_deref() == Some("%")
}

fn speaks_of_growth(scope: &Scope) -> bool {
    let growth = &scope.context.language.findings.growth;
    scope.tokens.clone().any(|at| growth.contains(scope.lower(at)))
}

/// "120 Prozent der Wähler".
fn over_the_whole(scope: &Scope, percentage: &Count) -> Option<Finding> {
    let words = &scope.context.language.findings;
    let quantity = percentage.quantity;
    let value = quantity.value.filter(|value| value.0 > WHOLE && quantity.bound != Bound::AtMost)?.0;
    let counted = quantity.counted.as_deref()?;
    let noun = counted.split(' ').next_back()?.to_lowercase();
    let message = format!("{value} percent of {counted} are more than all of them");
    words.wholes.contains(&noun).then(|| finding(FindingKind::Percentage, message, vec![quantity.span]))
}

/// "55 Prozent stimmten dafür, 50 Prozent dagegen".
fn votes(scope: &Scope, percentages: &[&Count]) -> Option<Finding> {
    let mut kinds = Vec::new();
    let mut shares = Vec::new();
    for (index, percentage) in percentages.iter().enumerate() {
        let end = percentages.get(index + 1).map_or(scope.tokens.end, |next| next.tokens.start);
        let Some(vote) = vote_in(scope, percentage.tokens.end..end) else { continue };
        if kinds.contains(&vote) || percentage.quantity.bound != Bound::Exact {
            return None;
        }
        kinds.push(vote);
        shares.push((percentage.quantity.value?.0, percentage.quantity.span));
    }
    let values: Vec<f64> = shares.iter().map(|(value, _)| *value).collect();
    let sum: f64 = values.iter().sum();
    let is_impossible = values.len() > 1 && sum > WHOLE + ROUNDING * values.len() as f64;
    let message = format!("the shares {} make {sum} percent of the votes", written_sum(&values));
    is_impossible.then(|| {
        finding(FindingKind::Percentage, message, shares.into_iter().map(|(_, span)| span).collect())
    })
}
