//! Findings in invented sentences.

use crate::testing::read_text;

/// Every finding of a text as "Kind: message".
fn findings(lang: &str, text: &str) -> Vec<String> {
    let reading = read_text(lang, text);
    reading.findings.iter().map(|finding| format!("{:?}: {}", finding.kind, finding.message)).collect()
}

fn check(lang: &str, text: &str, expected: &str) {
    assert_eq!(findings(lang, text), [expected], "{text}");
}

fn agrees(lang: &str, text: &str) {
    assert_eq!(findings(lang, text), [""; 0], "{text}");
}

#[test]
fn parts_after_a_colon_are_added_up() {
    for text in [
        "Die Studie zählt insgesamt neun Boote: fünf große, drei kleine und zwei unbemannte.",
        "Im Hafen lagen neun Boote: fünf große Boote, drei kleine und zwei unbemannte.",
        "Insgesamt sind es neun Boote. Fünf sind groß, drei klein, zwei unbemannt.",
    ] {
        check("de", text, "Sum: the parts 5 + 3 + 2 make 10, the total says 9");
    }
    let text = "The study counts nine patrol boats in all: five large, three small and two unmanned ones.";
    check("en", text, "Sum: the parts 5 + 3 + 2 make 10, the total says 9");
    agrees("de", "Die Studie zählt insgesamt zehn Boote: fünf große, drei kleine und zwei unbemannte.");
    agrees("de", "Bilanz zweier Anschläge: drei Tote, fünf Verletzte.");
    agrees("de", "Die Studie zählt rund neun Boote: fünf große, drei kleine und zwei unbemannte.");
}

#[test]
fn parts_before_their_total_are_added_up() {
    let text = "Gefunden wurden fünf große und drei kleine Boote, insgesamt neun Boote.";
    check("de", text, "Sum: the parts 5 + 3 make 8, the total says 9");
    agrees("de", "Gefunden wurden fünf große und drei kleine Boote, insgesamt acht Boote.");
    agrees("de", "Fünf Menschen starben, drei wurden verletzt, insgesamt zehn Autos brannten.");
}

#[test]
fn a_part_is_no_larger_than_its_whole() {
    check("de", "Es gab zwölf Tote, darunter 13 Kinder.", "Sum: the part counts 13, the whole only 12");
    check("de", "Es gab zwölf Tote. Davon 13 Kinder.", "Sum: the part counts 13, the whole only 12");
    check("en", "Twelve people died, including 13 children.", "Sum: the part counts 13, the whole only 12");
    agrees("de", "Es gab zwölf Tote, darunter fünf Kinder.");
    agrees("de", "Es gab Dutzende Tote, darunter 30 Kinder.");
    agrees("de", "Zwölf Menschen in drei Bussen starben, darunter fünf Kinder.");
}

#[test]
fn there_are_no_more_votes_than_voters() {
    let text = "Von den 100 Abgeordneten stimmten 52 dafür, 45 dagegen, 5 enthielten sich.";
    check("de", text, "Sum: the votes 52 + 45 + 5 make 102, there are only 100 voters");
    agrees("de", "Von den 120 Abgeordneten stimmten 52 dafür, 45 dagegen, 5 enthielten sich.");
}

#[test]
fn a_list_is_as_long_as_announced() {
    let text = "Betroffen sind drei Länder: Frankreich, Italien, Spanien und Polen.";
    check("de", text, "Count: 3 Länder are announced, 4 are listed");
    agrees("de", "Betroffen sind drei Länder: Frankreich, Italien und Polen.");
    agrees("de", "Betroffen sind vier Länder: Frankreich, Italien, Polen und weitere.");
    check(
        "en",
        "It hit two towns: Norton, Sutton, and Weston.",
        "Count: 2 towns are announced, 3 are listed",
    );
}

#[test]
fn an_end_does_not_come_before_its_beginning() {
    check("de", "Er regierte von 2015 bis 2012.", "Order: it ends in 2012, before it begins in 2015");
    check("en", "He ruled from 2015 to 2012.", "Order: it ends in 2012, before it begins in 2015");
    agrees("de", "Er regierte von 2012 bis 2015.");
    agrees("de", "Der Preis fiel von 2015 auf 2012 Euro.");
    agrees("en", "The price fell from 2015 to 2012 dollars.");
}

#[test]
fn no_more_than_all_can_be_meant() {
    check(
        "de",
        "120 Prozent der Wähler waren dafür.",
        "Percentage: 120 percent of Wähler are more than all of them",
    );
    agrees("de", "Die Zahl der Wähler stieg um 120 Prozent.");
    agrees("de", "Die Schulden betragen 120 Prozent der Wirtschaftsleistung.");
    let text = "55 Prozent stimmten dafür, 50 Prozent dagegen.";
    check("de", text, "Percentage: the shares 55 + 50 make 105 percent of the votes");
    agrees("de", "55 Prozent stimmten dafür, 45 Prozent dagegen.");
}
