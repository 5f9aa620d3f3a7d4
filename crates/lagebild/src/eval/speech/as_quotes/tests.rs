use std::collections::BTreeSet;

use super::*;
use crate::eval::speech::testing::{attribution, grammar, text};

const WIDENED: Terms = Terms { widens: true, parts: false };

/// The frame of the first attribution in a text.
fn check_frame(words: &str, upos: &[Upos], attributions: Vec<Attribution>, expected: &str) {
    let text = text(&[words]);
    let grammar = upos.iter().map(|upos| grammar(*upos, None, "dep")).collect();
    let parse = Parse { grammar, attributions, ..Parse::default() };
    let quotes = quotes(&parse, &text, WIDENED);
    assert_eq!(text.show(quotes[0].frame.iter().copied()), expected, "{words}");
}

use Upos::{Adp, Noun, Verb};

#[test]
fn the_frame_is_the_clause_of_the_cue_without_the_content() {
    let words = "Am Montag sagte Ada Muster erneut , dass die Fähre sinkt .";
    let said = attribution(Form::Indirect, "7..11", "2..3", "3..5");
    check_frame(words, &[Verb; 12], vec![said], "Am Montag sagte Ada Muster erneut ,");
    let words = "„ Sie sinkt “ , sagte Ada und ging .";
    let said = attribution(Form::Direct, "0..4", "5..6", "6..7");
    check_frame(words, &[Verb; 10], vec![said], ", sagte Ada");
}

#[test]
fn the_frame_of_a_preposition_is_its_phrase() {
    let said = |content, cue, source| attribution(Form::Indirect, content, cue, source);
    check_frame("Laut Ada sank die Fähre .", &[Adp, Noun], vec![said("2..5", "0..1", "1..2")], "Laut Ada");
    let upos = [Noun, Noun, Noun, Noun, Adp, Noun];
    check_frame("Die Fähre sinke , so Ada .", &upos, vec![said("0..3", "4..5", "5..6")], ", so Ada");
}

#[test]
fn the_frame_stops_at_the_contents_of_others() {
    let words = "Ada sagte , es eile , und nannte das „ Wahnsinn “ .";
    let named = attribution(Form::Direct, "9..12", "7..8", "0..1");
    let said = attribution(Form::Indirect, "3..5", "1..2", "0..1");
    check_frame(words, &[Verb; 13], vec![named, said], "Ada sagte , , und nannte das");
}

#[test]
fn there_is_no_frame_without_a_cue() {
    check_frame("Sie sei gesunken .", &[Verb; 4], vec![attribution(Form::Free, "0..3", "", "")], "");
}

/// "Ada kritisierte den Einsatz und sagte , er ende ." with its tree.
fn criticism() -> (Text, Parse) {
    let text = text(&["Es regnet .", "Ada kritisierte den Einsatz und sagte , er ende ."]);
    let tree: [(Upos, Option<usize>, &str); 13] = [
        (Upos::Pron, Some(1), "nsubj"),
        (Verb, None, "root"),
        (Upos::Punct, Some(1), "punct"),
        (Upos::Propn, Some(4), "nsubj"),
        (Verb, None, "root"),
        (Upos::Det, Some(6), "det"),
        (Noun, Some(4), "obj"),
        (Upos::Cconj, Some(8), "cc"),
        (Verb, Some(4), "conj"),
        (Upos::Punct, Some(11), "punct"),
        (Upos::Pron, Some(11), "nsubj"),
        (Verb, Some(8), "ccomp"),
        (Upos::Punct, Some(4), "punct"),
    ];
    let grammar = tree.into_iter().map(|(upos, head, relation)| grammar(upos, head, relation)).collect();
    let mut criticised = attribution(Form::Reported, "5..7", "4..5", "3..4");
    criticised.addressee = Some(3..4);
    let said = attribution(Form::Indirect, "10..12", "8..9", "3..4");
    (text, Parse { grammar, attributions: vec![criticised, said], ..Parse::default() })
}

#[test]
fn reported_content_is_widened_to_its_clause_or_left_out() {
    let (text, parse) = criticism();
    let widened = quotes(&parse, &text, WIDENED);
    assert_eq!(text.show(widened[0].content.iter().copied()), "Ada kritisierte den Einsatz .");
    assert_eq!(widened[0].speaker, BTreeSet::from([3]));
    assert!(widened[0].cue.is_empty() && widened[0].frame.is_empty());
    let left = quotes(&parse, &text, Terms { widens: false, parts: false });
    assert_eq!(left, widened[1..]);
    let without_grammar = Parse { grammar: Vec::new(), ..parse };
    assert_eq!(quotes(&without_grammar, &text, WIDENED)[0].content, (3..13).collect());
}

#[test]
fn free_speech_is_hearsay_or_in_the_subjunctive() {
    let free = attribution(Form::Free, "0..2", "", "");
    let mut soll = grammar(Upos::Aux, None, "root");
    assert_eq!(kind(&free, &[soll.clone()]), "IndirectFreeIndirect");
    soll.lemma = "sollen".to_owned();
    assert_eq!(kind(&free, &[soll]), "FreeIndirect");
}

#[test]
fn each_sentence_of_an_indirect_quote_may_be_a_quote() {
    let text = text(&["Es eile .", "Ada sagte , es brenne .", "Man lösche ."]);
    let said = attribution(Form::Indirect, "0..2 6..8 9..11", "4..5", "3..4");
    let direct = attribution(Form::Direct, "0..2 9..11", "4..5", "3..4");
    let parse = Parse { attributions: vec![said, direct], ..Parse::default() };
    let apart = quotes(&parse, &text, Terms { widens: false, parts: true });
    let shown: Vec<[String; 4]> = apart
        .iter()
        .map(|quote| {
            let show = |words: &Words| text.show(words.iter().copied());
            [quote.kind.clone(), show(&quote.content), show(&quote.frame), show(&quote.speaker)]
        })
        .collect();
    let expected = [
        ["IndirectFreeIndirect", "Es eile", "", "Ada"],
        ["Indirect", "es brenne", "Ada sagte ,", "Ada"],
        ["IndirectFreeIndirect", "Man lösche", "", "Ada"],
        ["Direct", "Es eile Man lösche", "Ada sagte ,", "Ada"],
    ];
    assert_eq!(shown, expected.map(|quote| quote.map(str::to_owned)));
}
