//! What a source does by saying something, and how sure it is.

use super::check;

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
fn hearsay_tells_who_somebody_is() {
    check(
        "de",
        "Der Kopf der Gruppe soll ein 47-jähriger Spediteur sein.",
        &["Der Kopf der Gruppe soll ein 47-jähriger Spediteur sein |  |  | free state certain"],
    );
    check("de", "Die Halle soll ein Ort der Begegnung sein.", &[]);
}

#[test]
fn an_object_may_follow_a_person_or_a_phrase() {
    check(
        "de",
        "Der Abgeordnete Ole Brandt warf der Partei eine schwere Fehlentwicklung vor.",
        &["eine schwere Fehlentwicklung | Der Abgeordnete Ole Brandt | warf / vor | reported accuse certain"],
    );
    check(
        "de",
        "Die Gewerkschaft fordert seit Jahren eine bessere Ausbildung.",
        &["eine bessere Ausbildung | Die Gewerkschaft | fordert | reported demand certain"],
    );
    check(
        "de",
        "Wie der Leiter des Amtes, Jan Beispiel, mitteilte, ist die Brücke gesperrt.",
        &[
            "ist die Brücke gesperrt | der Leiter des Amtes, Jan Beispiel | Wie / mitteilte | indirect state certain",
        ],
    );
}

#[test]
fn what_something_is_called_is_a_claim() {
    check(
        "en",
        "Ms. Ames called the plan “late but sensible”.",
        &["the plan “late but sensible” | Ms. Ames | called | reported state certain"],
    );
    check("en", "Ms. Ames called the police on Monday.", &[]);
    check(
        "en",
        "The fire has destroyed nine homes, fire officials said on Monday.",
        &["The fire has destroyed nine homes | fire officials | said | indirect state certain"],
    );
    check(
        "de",
        "Die Fähre bleibt im Hafen, das entschied die Reederei am Abend.",
        &["Die Fähre bleibt im Hafen | die Reederei | das entschied | indirect announce certain"],
    );
}
