//! Who says what in invented reports.
//!
//! A claim is written `content | source | cue | form act certainty`. Pieces are parted by ` / `, the cited source
//! follows `<`, the addressee `>`.

use lagebild_reading::read;
use lagebild_schema::{Block, BlockKind, Claim, Report, Span};
use proptest::prelude::*;

fn report(lang: &str, text: &str) -> Report {
    let mut blocks = Vec::new();
    let mut start = 0;
    for paragraph in text.split_inclusive('\n') {
        let end = start + paragraph.trim_end().len();
        if end > start {
            blocks.push(Block { kind: BlockKind::Paragraph, span: Span::new(start, end) });
        }
        start += paragraph.len();
    }
    Report {
        id: String::new(),
        address: None,
        url: None,
        outlet: None,
        title: None,
        byline: Vec::new(),
        agencies: Vec::new(),
        published: None,
        modified: None,
        lang: lang.to_owned(),
        text: text.to_owned(),
        blocks,
    }
}

fn written(claim: &Claim, text: &str) -> String {
    let pieces = |spans: &[Span]| spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" / ");
    let mut source = claim.sources.iter().map(|source| pieces(&source.spans)).collect::<Vec<_>>().join(" + ");
    for cited in claim.sources.iter().flat_map(|source| &source.citing) {
        source = format!("{source} < {}", pieces(&cited.spans));
    }
    for addressee in &claim.addressee {
        source = format!("{source} > {}", pieces(&addressee.spans));
    }
    let word = |value: String| value.to_lowercase();
    format!(
        "{} | {} | {} | {} {} {}",
        pieces(&claim.content),
        source,
        pieces(&claim.cue),
        word(format!("{:?}", claim.form)),
        word(format!("{:?}", claim.act)),
        word(format!("{:?}", claim.certainty))
    )
}

#[track_caller]
fn check(lang: &str, text: &str, expected: &[&str]) {
    let claims = read(report(lang, text), Vec::new()).claims;
    let found: Vec<String> = claims.iter().map(|claim| written(claim, text)).collect();
    assert_eq!(found, expected, "in: {text}");
}

#[test]
fn a_quotation_belongs_to_the_speaker_named_after_it() {
    check(
        "de",
        "„Wir öffnen die Brücke im Mai“, sagte Bürgermeisterin Vera Kall am Montag.",
        &["„Wir öffnen die Brücke im Mai“ | Bürgermeisterin Vera Kall | sagte | direct state certain"],
    );
    check(
        "en",
        "\"We will open the bridge in May,\" said Vera Kall, the mayor of Holm.",
        &["\"We will open the bridge in May,\" | Vera Kall, the mayor of Holm | said | direct state certain"],
    );
}

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
fn a_denial_is_read_from_its_verb() {
    check(
        "de",
        "Der Chef der Behörde bestritt, dass Akten vernichtet wurden.",
        &["dass Akten vernichtet wurden | Der Chef der Behörde | bestritt | indirect deny certain"],
    );
    check(
        "de",
        "Das Ministerium wies die Vorwürfe zurück.",
        &["die Vorwürfe | Das Ministerium | wies / zurück | reported deny certain"],
    );
    check(
        "en",
        "The company denied that files had been shredded.",
        &["that files had been shredded | The company | denied | indirect deny certain"],
    );
}

#[test]
fn who_will_not_confirm_declines() {
    check(
        "de",
        "Die Polizei wollte nicht bestätigen, dass es Verletzte gab.",
        &["dass es Verletzte gab | Die Polizei | wollte nicht bestätigen | indirect decline certain"],
    );
    check(
        "en",
        "The police declined to comment on the arrests.",
        &["to comment on the arrests | The police | declined | indirect decline certain"],
    );
}

#[test]
fn a_question_leaves_its_content_open() {
    check(
        "de",
        "Der Abgeordnete Ole Brandt fragte, ob die Brücke sicher sei.",
        &["ob die Brücke sicher sei | Der Abgeordnete Ole Brandt | fragte | indirect ask open"],
    );
    check(
        "en",
        "The senator wondered whether the bridge was safe.",
        &["whether the bridge was safe | The senator | wondered | indirect ask open"],
    );
}

#[test]
fn a_demand_a_promise_and_a_warning_govern_infinitives_and_nouns() {
    check(
        "de",
        "Die Gewerkschaft forderte die Stadt auf, die Löhne zu erhöhen.",
        &["die Löhne zu erhöhen | Die Gewerkschaft | forderte / auf | indirect demand certain"],
    );
    check(
        "de",
        "Der Bürgermeister versprach, die Schule zu retten.",
        &["die Schule zu retten | Der Bürgermeister | versprach | indirect promise certain"],
    );
    check(
        "de",
        "Der Wetterdienst warnte vor schweren Sturmböen an der Küste.",
        &["schweren Sturmböen an der Küste | Der Wetterdienst | warnte | reported warn certain"],
    );
    check(
        "en",
        "The mayor vowed to rebuild the school.",
        &["to rebuild the school | The mayor | vowed | indirect promise certain"],
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
fn an_accusation_that_goes_on_is_a_claim_of_its_own() {
    check(
        "de",
        "Die Opposition kritisierte den Vertrag. Er sei zu teuer und komme zu spät.",
        &[
            "den Vertrag | Die Opposition | kritisierte | reported accuse certain",
            "Er sei zu teuer und komme zu spät | Die Opposition |  | free accuse certain",
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
fn a_chain_names_the_source_of_the_source() {
    check(
        "de",
        "Der Konzern plant neue Werke, berichtet die Nordzeitung unter Berufung auf Regierungskreise.",
        &[
            "Der Konzern plant neue Werke | die Nordzeitung < Regierungskreise | berichtet | indirect state certain",
        ],
    );
}

#[test]
fn the_medium_spoken_to_is_the_addressee() {
    check(
        "de",
        "Minister Jan Beispiel sagte der Zeitung „Nordpost“, die Steuer werde sinken.",
        &[
            "die Steuer werde sinken | Minister Jan Beispiel > der Zeitung „Nordpost“ | sagte | indirect state certain",
        ],
    );
    check(
        "en",
        "The minister told the Holm Gazette that the tax would fall.",
        &["that the tax would fall | The minister > the Holm Gazette | told | indirect state certain"],
    );
}

#[test]
fn a_quotation_inside_a_claim_stands_within_it() {
    let text = "Die Nordzeitung berichtet, der Minister habe gesagt, dass die Steuer sinke.";
    let claims = read(report("de", text), Vec::new()).claims;
    assert_eq!(claims.len(), 2, "{claims:?}");
    assert_eq!(claims[1].within, Some(claims[0].id));
}

#[test]
fn hearsay_has_no_source_and_a_plan_has_its_planner() {
    check(
        "de",
        "Der Kapitän soll das Schiff zu spät verlassen haben.",
        &["Der Kapitän soll das Schiff zu spät verlassen haben |  |  | free state certain"],
    );
    check(
        "de",
        "Die Reederei will zwei neue Fähren kaufen.",
        &["zwei neue Fähren kaufen | Die Reederei | will | indirect announce certain"],
    );
    check("de", "Die neue Brücke soll im Jahr 2030 fertig sein.", &[]);
}

#[test]
fn hedges_make_a_content_probable_or_possible() {
    check(
        "de",
        "Laut Polizei war es wahrscheinlich ein Unfall.",
        &["war es wahrscheinlich ein Unfall | Polizei | Laut | indirect state probable"],
    );
    check(
        "en",
        "The police said the fire might spread.",
        &["the fire might spread | The police | said | indirect state possible"],
    );
}

#[test]
fn a_participle_carries_on_the_subject_of_its_sentence() {
    check(
        "en",
        "Vera Kall left the meeting, saying that the offer was too low.",
        &["that the offer was too low | Vera Kall | saying | indirect state certain"],
    );
}

#[test]
fn what_a_report_states_itself_is_no_claim() {
    check(
        "de",
        "Der Minister unterzeichnete den Vertrag am Montag in Nordhafen. Zwei Menschen starben.",
        &[],
    );
    check("en", "The minister signed the treaty on Monday in Holm. Two people died.", &[]);
    check("xx", "„Wir gehen“, sagte er.", &[]);
}

#[test]
fn hostile_text_is_read_in_linear_time() {
    let began = std::time::Instant::now();
    for lang in ["de", "en"] {
        for text in [
            "„".repeat(100_000),
            "\"".repeat(100_000),
            "„“".repeat(50_000),
            "“a ”".repeat(30_000),
            "sagte ".repeat(100_000),
            "said, ".repeat(100_000),
            "„Ja“, sagte er. ".repeat(10_000),
            "Es sei so. ".repeat(10_000),
            "laut der Stadt, ".repeat(20_000),
        ] {
            let _ = read(report(lang, &text), Vec::new());
        }
    }
    assert!(began.elapsed().as_secs() < 60, "took {:?}", began.elapsed());
}

proptest! {
    #[test]
    fn every_span_of_any_text_is_valid_and_claims_are_numbered_in_order(
        lang in prop::sample::select(vec!["de", "en"]),
        words in prop::collection::vec(
            prop::sample::select(vec![
                "sagte", "X", "dass", "„", "“", "\"", "”", "»", "«", ",", ":", ".", "\n", "laut", "zufolge", "so", "sei",
                "habe", "soll", "haben", "nach", "Angaben", "der", "Polizei", "wies", "zurück", "er", "will", "said",
                "that", "according", "to", "he", "told", "would", "the", "ü", "(", ")", "-", "wie", "mitteilte", "es",
                "heißt", "'", "unter", "Berufung", "auf", ";", "und", "kritisierte", "Montag", "zu", "gehen",
            ]),
            0..60,
        ),
    ) {
        let text = words.join(" ");
        let claims = read(report(lang, &text), Vec::new()).claims;
        for (index, claim) in claims.iter().enumerate() {
            prop_assert_eq!(claim.id.index(), index);
            prop_assert!(!claim.content.is_empty());
            prop_assert!(claim.within.is_none_or(|outer| outer.index() < index));
            let sources = claim.sources.iter().flat_map(|source| source.spans.iter());
            for span in claim.content.iter().chain(&claim.cue).chain(sources) {
                prop_assert!(!span.of(&text).is_empty());
            }
        }
        let starts: Vec<usize> = claims.iter().map(|claim| claim.content[0].start).collect();
        prop_assert!(starts.is_sorted());
    }
}
