//! Tokens and sentences of news, as sentences about news.

use lagebild_language::{TokenKind, analyse};
use lagebild_schema::Report;
use proptest::prelude::*;

/// The tokens with a blank between them, sentences with a bar.
fn shown(lang: &str, text: &str) -> String {
    let report = Report::of_text(lang, text);
    let analysis = analyse(&report);
    let sentences = analysis.sentences.iter().map(|sentence| {
        let tokens = &analysis.tokens[sentence.tokens.clone()];
        tokens.iter().map(|token| token.span.of(&report.text)).collect::<Vec<_>>().join(" ")
    });
    sentences.collect::<Vec<_>>().join(" | ")
}

#[track_caller]
fn check(lang: &str, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(&shown(lang, text), expected, "{text}");
    }
}

#[test]
fn a_german_ordinal_ends_a_sentence_only_before_a_word_that_begins_one() {
    check(
        "de",
        &[
            ("Am 3. Oktober kam sie.", "Am 3. Oktober kam sie ."),
            ("Er wurde 3. Das freute ihn.", "Er wurde 3 . | Das freute ihn ."),
            ("Am 03.10. um 15.30 Uhr.", "Am 03.10. um 15.30 Uhr ."),
            ("Das war 2012. Danach kam nichts.", "Das war 2012 . | Danach kam nichts ."),
            ("Im 20. Jahrhundert", "Im 20. Jahrhundert"),
            ("vom 3. bis 5. Mai", "vom 3. bis 5. Mai"),
        ],
    );
}

#[test]
fn abbreviations_and_initials_keep_their_full_stops() {
    check(
        "de",
        &[
            ("Dr. Ada K. Muster, z. B. aus St. Pölten.", "Dr. Ada K. Muster , z. B. aus St. Pölten ."),
            (
                "Es kostet 1,5 Mio. Euro usw. Die Kammer prüft.",
                "Es kostet 1,5 Mio. Euro usw. | Die Kammer prüft .",
            ),
        ],
    );
    check(
        "en",
        &[
            (
                "Sen. J. Q. Example left the U.S. The vote is on.",
                "Sen. J. Q. Example left the U.S. | The vote is on .",
            ),
            ("The U.S. Senate met at 3 p.m. on Jan. 5.", "The U.S. Senate met at 3 p.m. on Jan. 5 ."),
        ],
    );
}

#[test]
fn quotations_end_with_their_marks_and_go_on_with_their_speaker() {
    check(
        "de",
        &[
            ("„Das stimmt nicht.“ Sie ging.", "„ Das stimmt nicht . “ | Sie ging ."),
            ("„Stimmt das?“, fragte er.", "„ Stimmt das ? “ , fragte er ."),
            ("»Nie!« rief sie.", "» Nie ! « rief sie ."),
        ],
    );
    check(
        "en",
        &[(
            "\"I know.\" he said. \"Do you?\" She did.",
            "\" I know . \" he said . | \" Do you ? \" | She did .",
        )],
    );
}

#[test]
fn numbers_compounds_and_addresses_stay_whole() {
    check(
        "de",
        &[
            ("1.000,50 Euro um 15:30, 2010/11, 10–12", "1.000,50 Euro um 15:30 , 2010/11 , 10 – 12"),
            (
                "Die 62-Jährige, Jean-Luc, Außen- und US-Politik",
                "Die 62-Jährige , Jean-Luc , Außen- und US-Politik",
            ),
            ("am 2024-06-16, 2008-2010", "am 2024-06-16 , 2008 - 2010"),
            (
                "(www.beispiel.example/a-b?c=1), mail@beispiel.example.",
                "( www.beispiel.example/a-b?c=1 ) , mail@beispiel.example .",
            ),
        ],
    );
    check("en", &[("Mara's team can't pay $5m.", "Mara 's team ca n't pay $ 5m .")]);
}

#[test]
fn french_elisions_and_inverted_subjects_are_tokens_of_their_own() {
    check(
        "fr",
        &[
            (
                "Aujourd'hui, l'accord n’a pas été signé, dit-il.",
                "Aujourd'hui , l' accord n’ a pas été signé , dit -il .",
            ),
            (
                "Y a-t-il quelqu'un ? Qu'est-ce que c'est, celui-ci ?",
                "Y a -t-il quelqu'un ? | Qu' est -ce que c' est , celui-ci ?",
            ),
            (
                "C'est-à-dire que l'on prend rendez-vous ce jour-là.",
                "C'est-à-dire que l'on prend rendez-vous ce jour -là .",
            ),
            (
                "l'« Étoile », plus d'1 %, N'Golo d'Île-de-France",
                "l' « Étoile » , plus d' 1 % , N'Golo d' Île-de-France",
            ),
            (
                "M. Exemple et Mme J.-P. Modèle, né en 60 av. J.-C., votent. Les urnes ferment.",
                "M. Exemple et Mme J.-P. Modèle , né en 60 av. J.-C. , votent . | Les urnes ferment .",
            ),
            (
                "« Nous votons. » Elle sort. « Oui ! », dit-elle. \" Non. \" Elle part.",
                "« Nous votons . » | Elle sort . | « Oui ! » , dit -elle . | \" Non . \" | Elle part .",
            ),
        ],
    );
}

#[test]
fn italian_articles_lose_their_vowel_and_titles_keep_their_full_stops() {
    check(
        "it",
        &[
            (
                "Dell'accordo parlò un po' l'on. Esempio all'art. 5. Poi cos'è?",
                "Dell' accordo parlò un po' l' on. Esempio all' art. 5 . | Poi cos' è ?",
            ),
            ("Negli anni '90 l’8% dell'Fbi", "Negli anni '90 l’ 8 % dell' Fbi"),
            (
                "Il dott. Modello della Esempio S.p.A. Non commenta.",
                "Il dott. Modello della Esempio S.p.A. | Non commenta .",
            ),
        ],
    );
}

#[test]
fn iberian_titles_initials_and_signs_stay_whole() {
    check(
        "es",
        &[
            (
                "El Sr. J. M. García pagó 2 euros, etc. Después habló en EE. UU. El pleno vota.",
                "El Sr. J. M. García pagó 2 euros , etc. | Después habló en EE. UU. | El pleno vota .",
            ),
            ("¿Votarán? ¡Sí! Art. n.º 3, 12 km².", "¿ Votarán ? | ¡ Sí ! | Art. n.º 3 , 12 km² ."),
        ],
    );
    check(
        "pt",
        &[
            ("O Dr. Modelo disse-lhe: pague R$ 5.", "O Dr. Modelo disse-lhe : pague R$ 5 ."),
            (
                "A prof. Exemplo saiu às 9h30. A sessão acabou.",
                "A prof. Exemplo saiu às 9h30 . | A sessão acabou .",
            ),
        ],
    );
}

#[test]
fn dutch_short_words_begin_with_an_apostrophe() {
    check(
        "nl",
        &[(
            "Dhr. Voorbeeld stond in 't weekblad van de jaren '30, foto's enz. Hij zweeg.",
            "Dhr. Voorbeeld stond in 't weekblad van de jaren '30 , foto's enz. | Hij zweeg .",
        )],
    );
}

#[test]
fn slavic_initials_years_and_places_do_not_end_sentences() {
    check(
        "ru",
        &[
            (
                "В 2021 г. в г. Примерске А. С. Образцов и Н. А. Примеров получили 5 млн руб. Это много и т. д. Однако я. Она.",
                "В 2021 г. в г. Примерске А. С. Образцов и Н. А. Примеров получили 5 млн руб. | Это много и т. д. | Однако я . | Она .",
            ),
            ("— Кто? — спросил он. — Мы. — Вы?", "— Кто ? — спросил он . | — Мы . | — Вы ?"),
        ],
    );
    check(
        "uk",
        &[(
            "П'ять об’єктів ім. Т. Прикладного у м. Зразківка, 2020 р. Наприклад, школа.",
            "П'ять об’єктів ім. Т. Прикладного у м. Зразківка , 2020 р. | Наприклад , школа .",
        )],
    );
    check(
        "pl",
        &[(
            "Prof. A. Przykładowy, m.in. z ul. Wzorowej, dostał 5 tys. zł w 2020 r. To dużo.",
            "Prof. A. Przykładowy , m.in. z ul. Wzorowej , dostał 5 tys. zł w 2020 r. | To dużo .",
        )],
    );
}

#[test]
fn a_dash_goes_on_or_lets_somebody_else_speak() {
    check(
        "de",
        &[
            ("Kommt er? – Nein. – Warum?", "Kommt er ? | – Nein . | – Warum ?"),
            ("„Nie!“ – Ada Muster -- so steht es da", "„ Nie ! “ – Ada Muster -- so steht es da"),
            ("1. Die Kammer tagt.", "1 . Die Kammer tagt ."),
        ],
    );
    check("en", &[("2. The vote is on. Q. Is it?", "2 . The vote is on . | Q . Is it ?")]);
}

#[test]
fn abbreviations_may_be_part_of_a_compound() {
    check(
        "de",
        &[(
            "Am St.-Muster-Platz sprach Dipl.-Ing. Muster.",
            "Am St.-Muster-Platz sprach Dipl.-Ing. Muster .",
        )],
    );
    check("en", &[("A U.S.-backed plan", "A U.S.-backed plan")]);
}

#[test]
fn an_ellipsis_trails_off_or_ends() {
    check(
        "de",
        &[("Nun ja ... vielleicht. Also … Er ging.", "Nun ja ... vielleicht . | Also … | Er ging .")],
    );
}

#[test]
fn what_begins_with_a_digit_is_a_number() {
    let report = Report::of_text("de", "1970er, 20% #Wahl");
    let kinds: Vec<_> = analyse(&report).tokens.iter().map(|token| token.kind).collect();
    let expected =
        [TokenKind::Number, TokenKind::Punctuation, TokenKind::Number, TokenKind::Symbol, TokenKind::Address];
    assert_eq!(kinds, expected);
}

proptest! {
    #[test]
    fn every_character_but_white_space_lies_in_one_token_and_every_token_in_one_sentence(
        text in "(\\PC|[ .,:/&'’\"„“-]|[0-9]{1,4}|z\\.B\\.|\n){0,60}",
        lang in prop::sample::select(vec!["de", "en", "fr", "it", "nl", "ru", "unknown"]),
    ) {
        let report = Report::of_text(lang, &text);
        let analysis = analyse(&report);
        let mut end = 0;
        for token in &analysis.tokens {
            prop_assert!(text.get(end..token.span.start).is_some_and(|gap| gap.trim().is_empty()), "{:?}", analysis);
            prop_assert!(!token.span.is_empty() && !token.span.of(&text).is_empty());
            end = token.span.end;
        }
        prop_assert!(text[end..].trim().is_empty());
        let tokens: Vec<_> = analysis.sentences.iter().flat_map(|sentence| sentence.tokens.clone()).collect();
        prop_assert_eq!(tokens, (0..analysis.tokens.len()).collect::<Vec<_>>());
    }
}
