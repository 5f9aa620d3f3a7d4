//! Claims as the model reads them off the words.

use lagebild_language::{Attribution, Parse};

use super::draft::Draft;

/// The attributions that the model found, as drafts.
pub(super) fn drafts(parse: &Parse) -> Vec<Draft> {
    parse.attributions.iter().map(draft).collect()
}

fn draft(attribution: &Attribution) -> Draft {
    let mut draft = Draft::new(None, attribution.form, attribution.content.clone());
    draft.source = attribution.source.iter().cloned().collect();
    draft.citing = attribution.citing.iter().cloned().collect();
    draft.addressee = attribution.addressee.iter().cloned().collect();
    draft.cue.clone_from(&attribution.cue);
    draft.act = attribution.act;
    draft.kind = attribution.kind;
    draft.learned = Some(attribution.confidence);
    draft.certainty = attribution.certainty;
    draft
}
