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
fn a_source_that_a_participle_describes_is_cited_whole() {
    check(
        "de",
        "Die Nordzeitung meldet unter Berufung auf mit den Gesprächen vertraute Personen, dass eine Blockade vorbereitet werde.",
        &[
            "dass eine Blockade vorbereitet werde | Die Nordzeitung < mit den Gesprächen vertraute Personen | meldet | indirect state certain",
        ],
    );
    check(
        "en",
        "The daily Pell Observer, citing hospital officials, reported that nine people had died.",
        &[
            "that nine people had died | The daily Pell Observer < hospital officials | reported | indirect state certain",
        ],
    );
}

#[test]
fn a_demonstrative_can_be_all_that_is_said() {
    check(
        "de",
        "Ministerpräsident Halvar Eklind wies das zurück.",
        &["das | Ministerpräsident Halvar Eklind | wies / zurück | reported deny certain"],
    );
    check(
        "de",
        "Sein Anwalt Timon Greif bestreitet das.",
        &["das | Sein Anwalt Timon Greif | bestreitet | reported deny certain"],
    );
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
fn who_leaves_a_question_open_or_will_not_speak_of_it_declines() {
    check(
        "de",
        "Ob das Geld reicht, ließ die Vorsitzende Clementine Aust am Donnerstag offen.",
        &["Ob das Geld reicht | die Vorsitzende Clementine Aust | ließ / offen | indirect decline open"],
    );
    check(
        "de",
        "Die Staatsanwaltschaft wollte sich am Montag nicht zu Einzelheiten äußern.",
        &["Einzelheiten | Die Staatsanwaltschaft | wollte / nicht / äußern | reported decline certain"],
    );
}

#[test]
fn circles_are_the_source_of_what_is_heard_from_them() {
    check(
        "de",
        "Aus Sicherheitskreisen hieß es am Montag, die Gruppe habe Waren ins Land gebracht. Der Umsatz liege bei Millionen.",
        &[
            "die Gruppe habe Waren ins Land gebracht / Der Umsatz liege bei Millionen | Sicherheitskreisen | hieß es | indirect state certain",
        ],
    );
}

#[test]
fn what_is_said_impersonally_goes_on_from_the_source_before() {
    check(
        "de",
        "Die Feuerwehr sagte, das Dach sei eingestürzt. Es gebe noch Hohlräume, hieß es.",
        &[
            "das Dach sei eingestürzt | Die Feuerwehr | sagte | indirect state certain",
            "Es gebe noch Hohlräume | Die Feuerwehr | hieß es | indirect state certain",
        ],
    );
    check(
        "de",
        "Nach neuen Studien ist das Wasser sauber.",
        &["ist das Wasser sauber | neuen Studien | Nach | indirect state certain"],
    );
}

#[test]
fn hearsay_tells_who_somebody_is() {
    check(
        "de",
        "Der Kopf der Gruppe soll ein 47-jähriger Spediteur sein.",
        &["Der Kopf der Gruppe soll ein 47-jähriger Spediteur sein |  |  | free state certain"],
    );
    check("de", "Die Halle soll ein Ort der Begegnung sein.", &[]);
}

#[test]
fn a_sentence_in_the_subjunctive_belongs_to_who_can_speak() {
    check(
        "de",
        "Der Kran stand im Hafen. Leiter Jon Vance zeigte ihn am Montag. Die Kosten bezifferte Vance auf eine Million Euro. \
         Das Geld sei noch nicht da.",
        &["Das Geld sei noch nicht da | Vance |  | free state certain"],
    );
    check(
        "de",
        "Kämmerin Oda Fenske sprach von einem schweren Jahr. Die Stadt müsse sparen.",
        &[
            "einem schweren Jahr | Kämmerin Oda Fenske | sprach | reported state certain",
            "Die Stadt müsse sparen | Kämmerin Oda Fenske |  | free state certain",
        ],
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
fn a_speaker_is_named_with_what_describes_them() {
    check(
        "en",
        "“The gate is safe,” said Mira Holt, a senior engineer who built it.",
        &["“The gate is safe,” | Mira Holt, a senior engineer who built it | said | direct state certain"],
    );
    check(
        "en",
        "Two officers, who spoke on condition of anonymity, said at least four rounds were fired.",
        &["at least four rounds were fired | Two officers | said | indirect state certain"],
    );
    check(
        "en",
        "Police said they were looking for a white van that was seen near the quarry.",
        &[
            "they were looking for a white van that was seen near the quarry | Police | said | indirect state certain",
        ],
    );
}

#[test]
fn two_outlets_are_two_sources() {
    check(
        "de",
        "Die Zeitungen Abendpost und Fjordblatt melden, dass der Hafen schließe.",
        &["dass der Hafen schließe | Abendpost + Fjordblatt | melden | indirect state certain"],
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
fn who_writes_in_the_first_person_is_no_source() {
    check("en", "MODERATOR: I think we are ready.", &[]);
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

#[test]
fn nouns_that_look_like_verbs_attribute_nothing() {
    check("en", "The party controls 35 state legislatures and leads by 271 pledged delegates.", &[]);
    check("en", "The Holm state firefighters union met on Monday.", &[]);
    check("de", "Die Stadt eröffnete die seit Jahren erwartete Brücke im Norden.", &[]);
    check("de", "Der Minister nannte keine Namen.", &[]);
}

#[test]
fn hostile_text_is_read_in_linear_time() {
    let began = std::time::Instant::now();
    for lang in ["de", "en"] {
        for text in [
            "„".repeat(20_000),
            "\"".repeat(20_000),
            "„“".repeat(10_000),
            "“a ”".repeat(6_000),
            "sagte ".repeat(20_000),
            "said, ".repeat(20_000),
            "„Ja“, sagte er. ".repeat(2_000),
            "Es sei so. ".repeat(2_000),
            "laut der Stadt, ".repeat(4_000),
        ] {
            let _ = read(report(lang, &text), Vec::new());
        }
    }
    assert!(began.elapsed().as_secs() < 30, "took {:?}", began.elapsed());
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
