//! Sentences of many shapes that do not add up, each beside others that do: the kinds of findings they must have, and
//! those that must have none.

use lagebild_schema::FindingKind::{self, Count, Date, Order, Percentage, Sum};

use crate::testing::read_text;

fn kinds(lang: &str, text: &str) -> Vec<FindingKind> {
    read_text(lang, text).findings.into_iter().map(|finding| finding.kind).collect()
}

fn fail(lang: &str, cases: &[(FindingKind, &str)]) {
    let missed: Vec<_> = cases.iter().filter(|(kind, text)| kinds(lang, text) != [*kind]).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

fn hold(lang: &str, texts: &[&str]) {
    let alarms: Vec<_> = texts.iter().filter(|text| !kinds(lang, text).is_empty()).collect();
    assert!(alarms.is_empty(), "{alarms:#?}");
}

#[test]
fn german_sums_that_fail_are_found() {
    fail(
        "de",
        &[
            (Sum, "Insgesamt wurden zwölf Menschen verletzt: sieben Frauen, drei Männer und ein Kind."),
            (Sum, "Es gab 14 Festnahmen: acht in Norden, fünf in Süden und zwei in Weststadt."),
            (
                Sum,
                "Der Bund zahlt 20 Millionen Euro: 12 Millionen Euro für Schulen und 5 Millionen Euro für Bäder.",
            ),
            (
                Sum,
                "Zusammen sind das 1,5 Milliarden Euro: 900 Millionen Euro vom Bund, 400 Millionen Euro vom Land.",
            ),
            (
                Sum,
                "Der Zoll fand insgesamt 5 Tonnen Rauschgift: 3 Tonnen im Hafen und 4 Tonnen in einer Halle.",
            ),
            (Sum, "Die Bahn bestellt 50 Züge (30 Nahverkehrszüge und 25 Fernzüge)."),
            (Sum, "Gezählt wurden 310 Männer und 290 Frauen, insgesamt 650 Menschen."),
            (
                Sum,
                "Der Umbau kostet 40 Millionen Euro.\nDas Geld kommt aus zwei Töpfen: 25 Millionen Euro vom Land und 10 Millionen Euro vom Kreis.",
            ),
            (
                Sum,
                "Insgesamt 8 Millionen Euro fehlen: 3 Millionen Euro bei den Straßen, die als marode gelten, und 2 Millionen Euro bei Brücken.",
            ),
            (Sum, "Bei dem Unfall starben vier Menschen, darunter fünf Kinder."),
            (Sum, "Die Partei erhielt 2 Millionen Euro, davon 3 Millionen Euro von einem Spender."),
            (Sum, "Insgesamt neun Boote:\n- fünf große\n- drei kleine\n- zwei unbemannte"),
            (
                Sum,
                "Die Stadt spart insgesamt 8 Millionen Euro:\n- Straßen: 3 Millionen Euro\n- Bäder: 2 Millionen Euro",
            ),
        ],
    );
}

#[test]
fn english_sums_that_fail_are_found() {
    fail(
        "en",
        &[
            (Sum, "A total of 12 people were hurt: seven women, three men and one child."),
            (Sum, "Police made 14 arrests: eight in Norton, five in Sutton and two in Weston."),
            (Sum, "The state pays $20 million: $12 million for schools and $5 million for pools."),
            (
                Sum,
                "In all, the plan costs $1.5 billion: $900 million from the state, $400 million from cities.",
            ),
            (
                Sum,
                "Customs found five tonnes of drugs in all: three tonnes at the port and four tonnes in a hall.",
            ),
            (Sum, "The railway ordered 50 trains (30 local trains and 25 express trains)."),
            (Sum, "The club has 310 men and 290 women, a total of 650 people."),
            (
                Sum,
                "The repairs cost €40 million.\nThe money comes from two pots: €25 million from the state and €10 million from the county.",
            ),
            (
                Sum,
                "A total of $8 million is missing: $3 million for roads, which are crumbling, and $2 million for bridges.",
            ),
            (Sum, "Four people died, including five children."),
            (Sum, "The party received $2 million, including $3 million from one donor."),
            (Sum, "Nine boats in all:\n- five large ones\n- three small ones\n- two drones"),
        ],
    );
}

#[test]
fn dates_orders_and_counts_that_fail_are_found() {
    fail(
        "de",
        &[
            (Order, "Die Ausstellung läuft vom 12. Mai bis zum 3. Mai."),
            (Order, "Von 1999 bis 1989 leitete sie das Amt."),
            (Order, "Die Umfrage lief zwischen dem 19. und dem 12. Dezember."),
            (Order, "Das Fest dauert von Freitag, 9., bis Sonntag, 7. Juni."),
            (Date, "Der Vertrag endet am 31. Juni."),
            (Count, "Sie nannte drei Städte: Norden, Süden, Westen und Osten."),
            (Count, "Es gibt zwei Gründe:\n- Regen\n- Wind\n- Eis"),
            (Percentage, "In einer Umfrage waren 130 Prozent der Befragten dagegen."),
        ],
    );
    fail(
        "en",
        &[
            (Order, "The show runs from May 12 to May 3."),
            (Order, "She led the agency from 1999 to 1989."),
            (Order, "The poll ran between December 19 and December 12."),
            (Order, "The fair lasts from Friday, June 9, to Sunday, June 7."),
            (Date, "The contract ends on June 31."),
            (Count, "He named three towns: Norton, Sutton, Weston and Easton."),
            (Count, "There are two reasons:\n- rain\n- wind\n- ice"),
            (Percentage, "In a poll, 130 percent of respondents were against it."),
        ],
    );
}

#[test]
fn german_numbers_that_hold_give_no_finding() {
    hold(
        "de",
        &[
            "Insgesamt wurden elf Menschen verletzt: sieben Frauen, drei Männer und ein Kind.",
            "Der Bund zahlt 17 Millionen Euro: 12 Millionen Euro für Schulen und 5 Millionen Euro für Bäder.",
            "Insgesamt kostet das 10 Millionen Euro: 3,3 Millionen Euro im ersten, 3,3 Millionen Euro im zweiten und 3,3 Millionen Euro im dritten Jahr.",
            "Der Bund zahlt rund 20 Millionen Euro: 12 Millionen Euro für Schulen und 5 Millionen Euro für Bäder.",
            "Der Bund zahlt 20 Millionen Euro: mindestens 12 Millionen Euro für Schulen und 5 Millionen Euro für Bäder.",
            "Insgesamt fehlen 8 Millionen Euro: 3 Millionen Euro bei Straßen, 2 Millionen Euro bei Bädern und weitere Posten.",
            "Insgesamt fehlen 8 Millionen Euro: unter anderem 3 Millionen Euro bei Straßen und 2 Millionen Euro bei Bädern.",
            "Insgesamt zwölf Boote: drei große und je zwei kleine.",
            "Die Preise stiegen auf 8 Euro: 2 Euro mehr als im Mai und 3 Euro mehr als im Juni.",
            "Die Partei kam auf 30 Prozent: 20 Prozent im Osten, 35 Prozent im Westen.",
            "Das Becken ist 12 Meter lang: 5 Meter davon tief, 3 Meter flach.",
            "Drei Projekte: einen Treff öffnen, etwas für Kranke tun und ein Fest feiern.",
            "Der Umbau kostet 40 Millionen Euro. Das Geld fehlt: 25 Millionen Euro stehen bereit.",
            "Nordstadt siegte 6:4 und 2:1, die Tore: drei per Kopf, vier mit links.",
            "Die Messe läuft vom 29. Dezember bis zum 3. Januar.",
            "Der Termin wurde vom 14. auf den 9. Mai vorgezogen.",
            "Der Markt öffnet von 18 bis 6 Uhr.",
            "Sie nannte vier Städte: Norden, Süden, Westen und Osten.",
            "Es gibt drei Gründe:\n- Regen\n- Wind\n- Eis",
            "Zwei Drittel der Sitze gingen an Grün, ein Drittel der Sitze an Blau.",
        ],
    );
}

#[test]
fn english_numbers_that_hold_give_no_finding() {
    hold(
        "en",
        &[
            "A total of 11 people were hurt: seven women, three men and one child.",
            "The state pays $17 million: $12 million for schools and $5 million for pools.",
            "The plan costs $10 million in all: $3.3 million this year, $3.3 million in 2025 and $3.3 million in 2026.",
            "The state pays about $20 million: $12 million for schools and $5 million for pools.",
            "The state pays $20 million: at least $12 million for schools and $5 million for pools.",
            "A total of $8 million is missing: $3 million for roads, $2 million for pools and other items.",
            "A total of $8 million is missing, including $3 million for roads and $2 million for pools.",
            "Twelve boats in all: three large ones and three small ones each for two ports.",
            "Prices rose to $8: $2 more than in May and $3 more than in June.",
            "The party won 30 percent: 20 percent in the east, 35 percent in the west.",
            "Two bills: a bill by one senator that would ban it, and a bill by another that would not.",
            "The repairs cost $40 million. The money is short: $25 million is there.",
            "Norton won 6-4 and 2-1, with three headers and four shots.",
            "The fair runs from December 29 to January 3.",
            "The hearing was moved up from May 14 to May 9.",
            "The market is open from 6 p.m. to 4 a.m.",
            "He named four towns: Norton, Sutton, Weston and Easton.",
            "There are three reasons:\n- rain\n- wind\n- ice",
            "Two thirds of the seats went to Green, a third of the seats to Blue.",
        ],
    );
}
