//! Findings in invented sentences.

mod recall;

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
    agrees("de", "An Bord waren insgesamt neun Menschen. Zwei starben, drei wurden verletzt.");
    agrees("de", "Bilanz zweier Anschläge: drei Tote, fünf Verletzte.");
    agrees("de", "Die Studie zählt rund neun Boote: fünf große, drei kleine und zwei unbemannte.");
}

#[test]
fn parts_in_brackets_are_added_up() {
    let text = "Es gab 2.429 Bewerbungen (1.812 Männer und 717 Frauen).";
    check("de", text, "Sum: the parts 1,812 + 717 make 2,529, the total says 2,429");
    agrees("de", "Es gab 2.429 Bewerbungen (1.812 Männer und 617 Frauen).");
    agrees("de", "Er spielte 30 Spiele (12 Tore und 8 Vorlagen).");
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
    let text = "Es starben neun Soldaten, darunter sechs britische Soldaten und vier US-Soldaten.";
    check("de", text, "Sum: the parts 6 + 4 make 10, the total says 9");
    agrees("de", "Es starben neun Menschen, darunter sechs Frauen und fünf Deutsche.");
    agrees("de", "Es gab zwölf Tote, darunter fünf Kinder.");
    agrees("de", "Es gab Dutzende Tote, darunter 30 Kinder.");
    agrees("de", "Zwölf Menschen in drei Bussen starben, darunter fünf Kinder.");
}

#[test]
fn there_are_no_more_votes_than_voters() {
    let text = "Von den 100 Abgeordneten stimmten 52 dafür, 45 dagegen, 5 enthielten sich.";
    check("de", text, "Sum: the votes 52 + 45 + 5 make 102, there are only 100 voters");
    let text = "The vote was 52 to 45 with 5 abstentions of 100 members.";
    check("en", text, "Sum: the votes 52 + 45 + 5 make 102, there are only 100 voters");
    let text = "Von 24 Anwesenden stimmten 22 für sie, drei Mitglieder enthielten sich.";
    check("de", text, "Sum: the votes 22 + 3 make 25, there are only 24 voters");
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
fn a_date_is_a_day_of_the_calendar() {
    check("de", "Das geschah am 31. Februar.", "Date: 31. Februar is no day of the calendar");
    check("de", "Das geschah am 29. Februar 2023.", "Date: 29. Februar 2023 is no day of the calendar");
    check("de", "Das geschah am 32. Mai.", "Date: 32. Mai is no day of the calendar");
    check("en", "It happened on February 30, 2023.", "Date: February 30, 2023 is no day of the calendar");
    check("en", "It happened on 31 April.", "Date: 31 April is no day of the calendar");
    agrees("de", "Das geschah am 29. Februar 2024 und am 31. Mai.");
    agrees("en", "By February 30 people had died.");
}

#[test]
fn a_weekday_fits_its_date() {
    let text = "Das Gericht entscheidet am Montag, 4. Oktober 2022.";
    check("de", text, "Date: Montag does not fit 4. Oktober 2022: 2022-10-04 is a Tuesday");
    let text = "The court ruled on Monday, October 4, 2022.";
    check("en", text, "Date: Monday does not fit October 4, 2022: 2022-10-04 is a Tuesday");
    agrees("de", "Das Gericht entscheidet am Dienstag, dem 4. Oktober 2022.");
    agrees("de", "Das Gericht entscheidet am Montag, 4. Oktober.");
}

#[test]
fn an_end_does_not_come_before_its_beginning() {
    for (lang, text, end, begin) in [
        ("de", "Er regierte von 2015 bis 2012.", "2012", "2015"),
        ("en", "He ruled from 2015 to 2012.", "2012", "2015"),
        ("de", "Zwischen 2015 und 2012 sank der Wert.", "2012", "2015"),
        ("de", "Sie bleibt vom 14. bis 9. Mai.", "9. Mai", "14."),
        ("en", "She stays from 14 to 9 May.", "9 May", "14"),
        ("en", "The strike lasted from January 9 to January 7.", "January 7", "January 9"),
        ("de", "Die Messe läuft vom 12. bis zum 9. Dezember.", "9. Dezember", "12."),
        ("de", "Befragt wurde zwischen dem 19. und dem 12. Dezember.", "12. Dezember", "19."),
        ("de", "Sie läuft von Montag, 9. Januar, bis Mittwoch, 4. Januar.", "4. Januar", "9. Januar"),
        ("en", "It ran from 9 May 2023 until 3 April 2023.", "3 April 2023", "9 May 2023"),
        ("en", "It ran from March 9, 2023, to March 3, 2023.", "March 3, 2023", "March 9, 2023"),
        ("de", "Er saß von Mai 2020 bis März 2019 in Haft.", "März 2019", "Mai 2020"),
    ] {
        check(lang, text, &format!("Order: the end {end} comes before the beginning {begin}"));
    }
    for (lang, text) in [
        ("de", "Sie bleibt vom 9. bis 14. Mai."),
        ("de", "Er regierte von 2012 bis 2015."),
        ("de", "Der Preis fiel von 2015 auf 2012 Euro."),
        ("en", "The price fell from 2015 to 2012 dollars."),
        ("de", "Die Pause dauert vom 20. Dezember bis zum 10. Januar."),
        ("en", "It lasts from December 20 to January 10, 2024."),
        ("en", "It lasted from January 9, 2019 to January 7."),
        ("en", "The hearing was moved from June 14 to June 7."),
        ("de", "Das Kastell bestand von 80 bis 20 v. Chr. am Fluss."),
        ("de", "Der Dienst geht von 18 bis 6 Uhr."),
        ("en", "From May 9 to 7 people a day came."),
    ] {
        agrees(lang, text);
    }
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

#[test]
fn sums_of_money_are_added_up() {
    check(
        "de",
        "Die Stadt müsse in zwölf Monaten insgesamt 8 Millionen Euro sparen: 3 Millionen Euro bei den Straßen, \
         2,5 Millionen Euro bei den Bädern und 1,5 Millionen Euro in der Verwaltung.",
        "Sum: the parts 3,000,000 + 2,500,000 + 1,500,000 make 7,000,000 EUR, the total says 8,000,000 EUR",
    );
    check(
        "en",
        "The board voted 7 to 2 to spend $48 million on dredging.\nThe money will come from three sources, the board \
         said: $20 million from the state, $15 million from port fees and $10 million from a loan over 12 years.",
        "Sum: the parts 20,000,000 + 15,000,000 + 10,000,000 make 45,000,000 USD, the total says 48,000,000 USD",
    );
}

#[test]
fn the_items_of_a_list_are_added_up() {
    let sum = "Sum: the parts 5 + 3 + 2 make 10, the total says 9";
    check("de", "Insgesamt neun Boote:\n- fünf große\n- drei kleine\n- zwei unbemannte\nMehr nicht.", sum);
    check("de", "Gezählt wurden neun Boote:\n- fünf große,\n- drei kleine und\n- zwei unbemannte.", sum);
    check(
        "en",
        "The study counts nine boats in all:\n- five large ones\n- three small ones\n- two drones",
        sum,
    );
    check(
        "de",
        "Die Stadt spart insgesamt 8 Millionen Euro:\n- Straßen: 3 Millionen Euro\n- Bäder: 2,5 Millionen Euro",
        "Sum: the parts 3,000,000 + 2,500,000 make 5,500,000 EUR, the total says 8,000,000 EUR",
    );
    agrees("de", "Insgesamt zehn Boote:\n- fünf große\n- drei kleine\n- zwei unbemannte");
    agrees("de", "Insgesamt neun Boote:\n- fünf große\n- drei kleine\n- einige weitere");
    agrees("de", "Insgesamt neun Boote:\n- fünf große\n- drei kleine\n- unter anderem zwei unbemannte");
}

#[test]
fn the_items_of_a_list_are_as_many_as_announced() {
    let list = "\n- Regen\n- Wind\n- Nebel\n- Eis\nSo die Behörde.";
    let text = format!("Die Behörde nennt drei Gründe:{list}");
    check("de", &text, "Count: 3 Gründe are announced, 4 are listed");
    agrees("de", &format!("Die Behörde nennt vier Gründe:{list}"));
    let text = "The report names two reasons:\n- rain\n- wind in 2019\n- ice";
    check("en", text, "Count: 2 reasons are announced, 3 are listed");
}

/// Every finding of a report of 3 May 2023.
fn findings_in_2023(lang: &str, text: &str) -> Vec<String> {
    let published = "2023-05-03".parse().ok();
    let report = lagebild_schema::Report { published, ..crate::testing::report(lang, text) };
    crate::read(report, Vec::new()).findings.into_iter().map(|finding| finding.message).collect()
}

#[test]
fn an_age_fits_its_year_of_birth() {
    let expected = ["born in 1980, nobody is 30 years old in 2023"];
    for (lang, text) in [
        ("de", "Der 30-Jährige, geboren 1980 in Norden, schwieg."),
        ("de", "Die 30-jährige Malerin wurde 1980 in Norden geboren."),
        ("de", "Anna Weber (30) wurde 1980 geboren."),
        ("en", "The 30-year-old was born in 1980."),
    ] {
        assert_eq!(findings_in_2023(lang, text), expected, "{text}");
    }
    for (lang, text) in [
        ("de", "Der 43-Jährige, geboren 1980 in Norden, schwieg."),
        ("de", "Der 42-Jährige, geboren 1980 in Norden, schwieg."),
        ("de", "Die Mutter der 30-jährigen Malerin wurde 1950 geboren."),
        ("de", "Der 1980 geborene Maler zeigte 2010 als 30-Jähriger seine Bilder."),
        ("en", "The then 30-year-old was born in 1980."),
        ("en", "The father of the 30-year-old was born in 1950."),
    ] {
        assert_eq!(findings_in_2023(lang, text), [""; 0], "{text}");
    }
}
