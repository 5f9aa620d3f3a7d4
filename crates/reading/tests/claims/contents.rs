//! What is said: where a content begins, goes on, and ends.

use lagebild_reading::read;

use lagebild_schema::Report;

use super::check;

#[test]
fn a_quotation_that_the_cue_interrupts_is_one_claim() {
    check(
        "de",
        "„Die Lage ist ernst“, sagte Jan Beispiel. „Wir brauchen mehr Boote und mehr Leute.“",
        &[
            "„Die Lage ist ernst“ / „Wir brauchen mehr Boote und mehr Leute.“ | Jan Beispiel | sagte | direct state certain",
        ],
    );
    check(
        "en",
        "“The dam is safe,” Ms. Aldo said. “We have checked every single gate.”",
        &[
            "“The dam is safe,” / “We have checked every single gate.” | Ms. Aldo | said | direct state certain",
        ],
    );
}

#[test]
fn a_quotation_goes_on_over_paragraphs() {
    check(
        "en",
        "“The dam is safe. We checked it.\n“Nobody needs to leave,” said Mayor Vera Kall.",
        &[
            "“The dam is safe. We checked it. / “Nobody needs to leave,” | Mayor Vera Kall | said | direct state certain",
        ],
    );
}

#[test]
fn quotation_marks_around_a_name_are_no_speech() {
    check("de", "Der Dampfer „Stern von Holm“ legte am Montag in Nordhafen an.", &[]);
    check("en", "The so-called “peace train” arrived in Holm on Monday.", &[]);
}

#[test]
fn a_clause_with_that_follows_its_verb() {
    check(
        "de",
        "Ministeriumssprecherin Anna Muster hat bestätigt, dass über die Quote weiter verhandelt wird.",
        &[
            "dass über die Quote weiter verhandelt wird | Ministeriumssprecherin Anna Muster | hat bestätigt | indirect confirm certain",
        ],
    );
    check(
        "en",
        "Officials in Holm confirmed that the talks would go on.",
        &["that the talks would go on | Officials in Holm | confirmed | indirect confirm certain"],
    );
}

#[test]
fn reported_speech_in_the_subjunctive_goes_on_without_a_cue() {
    check(
        "de",
        "Der Sprecher der Reederei sagte, das Schiff sei seetüchtig. Die Mannschaft habe alle Übungen gemacht. \
         Am Montag lief das Schiff aus.",
        &[
            "das Schiff sei seetüchtig / Die Mannschaft habe alle Übungen gemacht | Der Sprecher der Reederei | sagte | indirect state certain",
        ],
    );
}

#[test]
fn a_phrase_frames_the_rest_of_its_sentence() {
    check(
        "de",
        "Nach Angaben der Polizei wurden zwei Menschen verletzt.",
        &["wurden zwei Menschen verletzt | der Polizei | Nach Angaben | indirect state certain"],
    );
    check(
        "de",
        "Der Brand brach laut Feuerwehr im Keller aus.",
        &["Der Brand brach / im Keller aus | Feuerwehr | laut | indirect state certain"],
    );
    check(
        "de",
        "Medienberichten zufolge verhandeln beide Seiten wieder.",
        &["verhandeln beide Seiten wieder | Medienberichten | zufolge | indirect state certain"],
    );
    check(
        "de",
        "Wie die Reederei mitteilte, ist niemand an Bord.",
        &["ist niemand an Bord | die Reederei | Wie / mitteilte | indirect state certain"],
    );
    check(
        "de",
        "Meiner Meinung nach war es falsch. Die Brücke sei marode, so der Gutachter.",
        &["Die Brücke sei marode | der Gutachter | so | indirect state certain"],
    );
    check(
        "en",
        "Two people were hurt, according to the police.",
        &["Two people were hurt | the police | according to | indirect state certain"],
    );
    check(
        "en",
        "According to a study by the institute, nine boats are missing.",
        &["nine boats are missing | a study by the institute | According to | indirect state certain"],
    );
}

#[test]
fn a_quotation_inside_a_claim_stands_within_it() {
    let text = "Die Nordzeitung berichtet, der Minister habe gesagt, dass die Steuer sinke.";
    let claims = read(Report::of_text("de", text), Vec::new()).claims;
    assert_eq!(claims.len(), 2, "{claims:?}");
    assert_eq!(claims[1].within, Some(claims[0].id));
}

#[test]
fn what_was_just_told_can_be_what_somebody_is_said_to_have_said() {
    check(
        "de",
        "Die Fähre fährt wieder. Das teilte die Reederei am Montag mit.",
        &["Die Fähre fährt wieder | die Reederei | Das teilte / mit | indirect state certain"],
    );
    check(
        "de",
        "Laut Polizei war der Fahrer allein. Demnach kam der Wagen von der Straße ab.",
        &[
            "war der Fahrer allein | Polizei | Laut | indirect state certain",
            "kam der Wagen von der Straße ab | Polizei | Demnach | indirect state certain",
        ],
    );
    check(
        "de",
        "Andere Fischer meinen, dass die Quote zu niedrig ist.",
        &["dass die Quote zu niedrig ist | Andere Fischer | meinen | indirect believe certain"],
    );
}

#[test]
fn a_quotation_over_a_paragraph_is_one_claim_of_two_pieces() {
    check(
        "de",
        "„Der Kran ist seit Jahren gesucht.\nNiemand hat sich gemeldet“, sagt Leiterin Vera Kall.",
        &[
            "„Der Kran ist seit Jahren gesucht. / Niemand hat sich gemeldet“ | Leiterin Vera Kall | sagt | direct state certain",
        ],
    );
}

#[test]
fn a_frame_holds_to_the_end_of_its_sentence() {
    check(
        "de",
        "Laut einer Studie des Instituts hat das Land neun Boote verlegt: fünf große, drei kleine und ein altes.",
        &[
            "hat das Land neun Boote verlegt: fünf große, drei kleine und ein altes | einer Studie des Instituts | Laut | indirect state certain",
        ],
    );
    check(
        "de",
        "Nach Ansicht der Oppositionsparteien ist der Plan zu teuer.",
        &["ist der Plan zu teuer | der Oppositionsparteien | Nach Ansicht | indirect believe certain"],
    );
}

#[test]
fn a_verb_ends_with_its_particle_and_not_its_content() {
    check(
        "de",
        "Der Richter lehnte die Bitte, den Fall zu prüfen, ab. Die Kammer räumte ein, zu spät gehandelt zu haben.",
        &[
            "den Fall zu prüfen | Der Richter | lehnte / ab | indirect reject certain",
            "zu spät gehandelt zu haben | Die Kammer | räumte ein | indirect state certain",
        ],
    );
}

#[test]
fn what_stands_between_verb_and_content_is_no_content() {
    check(
        "de",
        "Vera Kall sagte am Montag dem Sender Kanal Drei: Die Brücke bleibt gesperrt.",
        &["Die Brücke bleibt gesperrt | Vera Kall > dem Sender Kanal Drei | sagte | indirect state certain"],
    );
    check(
        "de",
        "Der Minister hat am Donnerstag angekündigt, von seinem Amt zurückzutreten.",
        &["von seinem Amt zurückzutreten | Der Minister | hat / angekündigt | indirect announce certain"],
    );
    check(
        "de",
        "Die Forscherin betonte, dass die Zahlen stimmen.",
        &["dass die Zahlen stimmen | Die Forscherin | betonte | indirect state certain"],
    );
    check(
        "en",
        "Mr. Holt promised Monday to begin the work.",
        &["to begin the work | Mr. Holt | promised | indirect promise certain"],
    );
    check(
        "en",
        "Mr. Holt, speaking at a rally, warned that the dam was weak.",
        &["that the dam was weak | Mr. Holt | warned | indirect warn certain"],
    );
}

#[test]
fn a_cue_between_commas_parts_one_claim() {
    check(
        "en",
        "The tax is too low, the panel said, to pay for new roads.",
        &["The tax is too low / to pay for new roads | the panel | said | indirect state certain"],
    );
}

#[test]
fn a_content_runs_to_the_mark_that_closes_its_quotation() {
    check(
        "en",
        "Mr. Holt said that “the dam is weak. It will break soon.”",
        &["that “the dam is weak. It will break soon.” | Mr. Holt | said | indirect state certain"],
    );
}
