//! What the corpora's labels are in ours. They are mapped as for training.

use lagebild_language::NameKind;

/// What becomes of a corpus's label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// It is one of ours.
    Name(NameKind),
    /// Some such names are ours and some are not, or our corpora differ on them.
    Unsure,
    /// It is no name.
    Nothing,
}

const PERSON: Label = Label::Name(NameKind::Person);
const ORGANIZATION: Label = Label::Name(NameKind::Organization);
const LOCATION: Label = Label::Name(NameKind::Location);
const OTHER: Label = Label::Name(NameKind::Other);

/// The labels of `CoNLL` 2002 and all that follow it. Derivations and parts of words in `GermEval`
/// ("-deriv", "-part") are no names.
pub(super) fn common(label: &str) -> Label {
    match label {
        "PER" | "PERS" => PERSON,
        "ORG" => ORGANIZATION,
        "LOC" => LOCATION,
        "OTH" | "ART" | "DOC" => OTHER,
        "MISC" => Label::Unsure,
        _ => Label::Nothing,
    }
}

/// `MobIE` and `SmartData`: what concerns traffic.
pub(super) fn mobility(label: &str) -> Label {
    match label {
        "person" => PERSON,
        "organization" | "organization-company" => ORGANIZATION,
        "location" | "location-city" | "location-street" => LOCATION,
        "location-stop" | "location-route" => Label::Unsure,
        _ => Label::Nothing,
    }
}

/// WNUT 2017.
pub(super) fn twitter(label: &str) -> Label {
    match label {
        "person" => PERSON,
        "corporation" | "group" => ORGANIZATION,
        "location" => LOCATION,
        "product" | "creative-work" => OTHER,
        _ => Label::Nothing,
    }
}

/// `factRuEval` 2016.
pub(super) fn factrueval(label: &str) -> Label {
    match label {
        "Person" => PERSON,
        "Org" => ORGANIZATION,
        "Location" | "LocOrg" | "Facility" => LOCATION,
        "Project" => OTHER,
        _ => Label::Nothing,
    }
}

/// NEREL. Its events and professions hold common nouns: no names.
pub(super) fn nerel(label: &str) -> Label {
    match label {
        "PERSON" => PERSON,
        "ORGANIZATION" => ORGANIZATION,
        "COUNTRY" | "CITY" | "STATE_OR_PROVINCE" | "DISTRICT" | "LOCATION" | "FACILITY" => LOCATION,
        "PRODUCT" | "WORK_OF_ART" | "LAW" | "AWARD" => OTHER,
        "FAMILY" => Label::Unsure,
        _ => Label::Nothing,
    }
}

/// HAREM: a category with a type, or several of each with a stroke between them where annotators wavered.
pub(super) fn harem(category: &str, kind: &str) -> Label {
    let mut kinds = kind.split('|');
    let mut labels =
        category.split('|').map(|category| harem_one(category, kinds.next().unwrap_or_default()));
    let first = labels.next().unwrap_or(Label::Nothing);
    if labels.all(|label| label == first) { first } else { Label::Unsure }
}

fn harem_one(category: &str, kind: &str) -> Label {
    match (category, kind) {
        ("PESSOA", "INDIVIDUAL") => PERSON,
        ("ORGANIZACAO", _) => ORGANIZATION,
        ("LOCAL", "HUMANO" | "FISICO") => LOCATION,
        ("OBRA" | "ACONTECIMENTO", _) => OTHER,
        ("PESSOA" | "LOCAL" | "COISA" | "ABSTRACCAO", _) => Label::Unsure,
        _ => Label::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn derivations_and_parts_are_no_names() {
        assert_eq!(common("LOC"), LOCATION);
        assert_eq!(common("LOCderiv"), Label::Nothing);
        assert_eq!(common("ORGpart"), Label::Nothing);
    }

    #[test]
    fn where_annotators_wavered_between_labels_a_name_is_unsure() {
        assert_eq!(harem("LOCAL|LOCAL", "HUMANO|FISICO"), LOCATION);
        assert_eq!(harem("LOCAL|ORGANIZACAO", "HUMANO|ADMINISTRACAO"), Label::Unsure);
        assert_eq!(harem("TEMPO", "DURACAO"), Label::Nothing);
    }
}
