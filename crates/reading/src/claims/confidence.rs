//! How sure the reader is that a claim is one.
//!
//! Two readers looked at the text: the model, and the constructions of grammar. What both found is a claim nineteen
//! times in twenty; what only one found depends on how sure it is and what came with it. The log-odds were fitted by
//! logistic regression to the 120 reports of `claims-de` that the training's `--fold 3` holds out, read with that
//! training's weights: 917 claims, right if they overlap an annotated one by half. Fitted on three quarters of these
//! reports and measured on the fourth, in turn, the expected calibration error is 0.04.

use lagebild_schema::Form;

use super::draft::Draft;

/// Log-odds where both readers found it, where only grammar did, where only the model did.
const BOTH: f64 = 2.44;
const GRAMMAR: f64 = 0.48;
const MODEL: f64 = -2.36;

/// What each unit of the model's own log-odds adds, where both found it and where only the model did.
const ECHOED: f64 = 0.34;
const LEARNED: f64 = 0.37;

/// What is added for the model's claims that have a cue, a source, each unit of the logarithm of their length in words
/// (up to [`LONG`]), and those in direct and in free speech.
const CUE: f64 = 0.80;
const SOURCE: f64 = 0.42;
const LENGTH: f64 = 0.71;
const DIRECT: f64 = 0.31;
const FREE: f64 = -0.15;

/// Words beyond which a content is simply long.
const LONG: usize = 20;

/// The model's probabilities are taken for no surer than this.
const SUREST: f64 = 0.995;

/// The probability that a draft is a claim.
pub(super) fn of(draft: &Draft) -> f64 {
    let odds = match (draft.learned, draft.construction) {
        (Some(learned), Some(_)) => BOTH + ECHOED * log_odds(learned),
        (Some(learned), None) => MODEL + LEARNED * log_odds(learned) + company(draft),
        // The model, if there is one, did not see it.
        (None, Some(construction)) if !draft.was_parsed => return construction.precision(),
        (None, _) => GRAMMAR,
    };
    1.0 / (1.0 + (-odds).exp())
}

/// What the rest of a claim says for it.
fn company(draft: &Draft) -> f64 {
    let length: usize = draft.content.iter().map(ExactSizeIterator::len).sum();
    let form = match draft.form {
        Form::Direct => DIRECT,
        Form::Free => FREE,
        Form::Indirect | Form::Reported => 0.0,
    };
    let given = |is_there: bool, odds: f64| if is_there { odds } else { 0.0 };
    given(!draft.cue.is_empty(), CUE)
        + given(!draft.source.is_empty(), SOURCE)
        + LENGTH * (length.clamp(1, LONG) as f64).ln()
        + form
}

fn log_odds(probability: f32) -> f64 {
    let probability = f64::from(probability).clamp(1.0 - SUREST, SUREST);
    (probability / (1.0 - probability)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::draft::{Construction, one};

    fn draft(learned: Option<f32>, construction: Option<Construction>) -> Draft {
        let mut draft = Draft::new(construction, Form::Indirect, one(3..15));
        draft.learned = learned;
        draft.was_parsed = true;
        draft.cue = one(1..2);
        draft
    }

    #[test]
    fn what_two_readers_found_is_surer_than_what_one_did() {
        let both = of(&draft(Some(0.6), Some(Construction::ThatClause)));
        let model = of(&draft(Some(0.6), None));
        let grammar = of(&draft(None, Some(Construction::ThatClause)));
        assert!(both > 0.9 && model < both && grammar < both);
    }

    #[test]
    fn a_surer_model_makes_a_surer_claim() {
        assert!(of(&draft(Some(0.95), None)) > of(&draft(Some(0.4), None)));
        assert!(of(&draft(Some(1.0), None)) < 1.0);
    }
}
