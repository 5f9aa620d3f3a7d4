//! Whose words they are: speakers, chains, addressees, and what is nobody's claim.

use super::check;

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
fn who_writes_in_the_first_person_is_no_source() {
    check("en", "MODERATOR: I think we are ready.", &[]);
}

#[test]
fn a_participle_has_its_subject_before_it() {
    check(
        "en",
        "Mr. Holt denied the report, telling Reuters he had seen nothing.",
        &[
            "the report | Mr. Holt | denied | reported deny certain",
            "he had seen nothing | Mr. Holt > Reuters | telling | indirect state certain",
        ],
    );
    check("en", "Voters in some states that held a ballot were asked twice.", &[]);
    check(
        "en",
        "“It is late,” said Mira Holt, director of the Holm institute.",
        &["“It is late,” | Mira Holt, director of the Holm institute | said | direct state certain"],
    );
}

#[test]
fn nouns_that_look_like_verbs_attribute_nothing() {
    check("en", "The party controls 35 state legislatures and leads by 271 pledged delegates.", &[]);
    check("en", "The Holm state firefighters union met on Monday.", &[]);
    check("de", "Die Stadt eröffnete die seit Jahren erwartete Brücke im Norden.", &[]);
    check("de", "Der Minister nannte keine Namen.", &[]);
}
