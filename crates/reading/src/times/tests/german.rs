use super::{check, check_none};

#[test]
fn days_are_counted_from_the_report() {
    check(
        "de",
        &[
            (
                "Das teilte die Behörde am Sonntag mit.",
                &["Sonntag | DATE | 2024-06-16 | 2024-06-16 | 2024-06-17"],
            ),
            (
                "Der Minister trat am Freitag zurück.",
                &["Freitag | DATE | 2024-06-14 | 2024-06-14 | 2024-06-15"],
            ),
            (
                "Der Rat wird am Freitag entscheiden.",
                &["Freitag | DATE | 2024-06-21 | 2024-06-21 | 2024-06-22"],
            ),
            (
                "Am vergangenen Samstag brannte das Lager.",
                &["vergangenen Samstag | DATE | 2024-06-15 | 2024-06-15 | 2024-06-16"],
            ),
            ("Gestern sprach sie in Kassel.", &["Gestern | DATE | 2024-06-15 | 2024-06-15 | 2024-06-16"]),
            (
                "Übermorgen soll das Schiff auslaufen.",
                &["Übermorgen | DATE | 2024-06-18 | 2024-06-18 | 2024-06-19"],
            ),
            (
                "Am Freitagabend fielen Schüsse.",
                &["Freitagabend | TIME | 2024-06-14TEV | 2024-06-14T18:00:00 | 2024-06-15T00:00:00"],
            ),
        ],
    );
}

/// Each text with the value of its only time, published on that Sunday.
fn check_values(cases: &[(&str, &str)]) {
    super::check_values("de", cases);
}

#[test]
fn a_day_told_of_in_any_past_tense_is_the_last_one() {
    check_values(&[
        ("Der Unfall soll sich am Samstag ereignet haben.", "2024-06-15"),
        ("Die Frau soll am Samstag festgenommen worden sein.", "2024-06-15"),
        ("Am Montag verstarb der Dirigent im Spital.", "2024-06-10"),
        ("Am Dienstag liefen zwölf Kutter aus.", "2024-06-11"),
        ("Ein Mann stach am Freitag auf einen Hund ein.", "2024-06-14"),
        ("Am Freitag starben zwei Bergleute.", "2024-06-14"),
        ("Die Prüfer haben am Dienstag, so das Amt, einen Riss festgestellt.", "2024-06-11"),
        ("Die Räte beschlossen am Donnerstag den Umbau.", "2024-06-13"),
        ("Die Kapelle, die am Freitag abbrannte, wird neu gebaut.", "2024-06-14"),
        ("Bei der Wahl vom Freitag fehlten Zettel.", "2024-06-14"),
        ("Seit Freitag steigt die Lemme.", "2024-06-14"),
        ("Seit August steigt die Lemme.", "2023-08"),
        ("Seit Mitte Dezember leitet sie das Haus.", "2023-12"),
        ("Das im Juli begonnene Gespräch geht weiter.", "2023-07"),
    ]);
}

#[test]
fn a_day_that_is_announced_is_the_next_one() {
    check_values(&[
        ("Am Dienstag werden die Deiche geöffnet.", "2024-06-18"),
        ("Am Dienstag tagt der Rat.", "2024-06-18"),
        ("Ab Juli bekommen die Fischer Hilfe.", "2024-07"),
        ("Bis Freitag muss der Damm stehen.", "2024-06-21"),
        ("Die am Dienstag auslaufende Frist gilt.", "2024-06-18"),
        ("Der für Mittwoch geplante Streik fällt aus.", "2024-06-19"),
        ("Er sagte, die Brücke werde am Freitag gesperrt.", "2024-06-21"),
    ]);
}

#[test]
fn a_weekend_told_of_on_a_monday_is_the_last_one() {
    let value = |text| super::published("de", text, Some("2024-06-17"))[0].value.clone();
    assert_eq!(value("Am Wochenende brannte die Mühle."), "2024-W24-WE");
    assert_eq!(value("Am Wochenende wird die Mühle geöffnet."), "2024-W25-WE");
}

#[test]
fn a_night_belongs_to_the_day_on_which_it_begins() {
    check_values(&[
        ("In der Nacht starb ein Fischer.", "2024-06-15TNI"),
        ("In der Nacht zum Samstag brannte ein Stall.", "2024-06-14TNI"),
        ("In der Nacht von Mittwoch auf Donnerstag fiel Schnee.", "2024-06-12TNI"),
        ("In der Nacht auf den 3. Mai fiel Schnee.", "2024-05-02TNI"),
        ("In der Nacht wird es kalt.", "2024-06-16TNI"),
    ]);
}

#[test]
fn a_morning_with_an_article_is_not_tomorrow() {
    check_values(&[
        ("Am heutigen Morgen fiel Schnee.", "2024-06-16TMO"),
        ("Am Morgen des 20. Mai fiel Schnee.", "2024-05-20TMO"),
        ("Am Morgen fiel Schnee.", "2024-06-16TMO"),
        ("An diesem Morgen fiel Schnee.", "2024-06-16TMO"),
        ("Morgen, Montag, tagt der Rat.", "2024-06-17"),
        ("Gestern, Samstag, tagte der Rat.", "2024-06-15"),
        ("Montagfrüh fiel Schnee.", "2024-06-10TMO"),
    ]);
}

#[test]
fn today_beside_a_past_tense_is_a_day() {
    check_values(&[
        ("Heute begann der Prozess.", "2024-06-16"),
        ("Der Verein eröffnete heute ein Haus.", "2024-06-16"),
    ]);
}

#[test]
fn expressions_of_several_words_are_one_time() {
    check_values(&[
        ("Es fing im November des Vorjahres an.", "2023-11"),
        ("Die Regel galt zum ersten Juli.", "2024-07-01"),
        ("In den 1950-er Jahren wuchs das Dorf.", "195"),
        ("Der Antrag trägt das Datum 17.11.15.", "2015-11-17"),
        ("Er zahlt zehn Kronen pro Stunde.", "PT1H"),
        ("Sie lagen 36 Stunden im Boot.", "PT36H"),
    ]);
}

#[test]
fn dates_are_written_in_many_ways() {
    check(
        "de",
        &[
            (
                "Seit dem 3. Oktober 2012 gilt das.",
                &["dem 3. Oktober 2012 | DATE | 2012-10-03 | 2012-10-03 | 2012-10-04"],
            ),
            ("Frist war der 03.10.2012.", &["der 03.10.2012 | DATE | 2012-10-03 | 2012-10-03 | 2012-10-04"]),
            (
                "Die Messe dauert vom 3. bis 5. Mai 2025.",
                &[
                    "3. | DATE | 2025-05-03 | 2025-05-03 | 2025-05-04",
                    "5. Mai 2025 | DATE | 2025-05-05 | 2025-05-05 | 2025-05-06",
                ],
            ),
            (
                "Im Juli und August 2023 war es trocken.",
                &[
                    "Juli | DATE | 2023-07 | 2023-07-01 | 2023-08-01",
                    "August 2023 | DATE | 2023-08 | 2023-08-01 | 2023-09-01",
                ],
            ),
            ("Die Wahl war am 28. Mai.", &["28. Mai | DATE | 2024-05-28 | 2024-05-28 | 2024-05-29"]),
            ("Ende 2025 soll Schluss sein.", &["Ende 2025 | DATE | 2025 END | 2025-09-01 | 2026-01-01"]),
            (
                "In den 1990er-Jahren wuchs die Stadt.",
                &["den 1990er-Jahren | DATE | 199 | 1990-01-01 | 2000-01-01"],
            ),
            (
                "Das Haus stammt aus dem 19. Jahrhundert.",
                &["dem 19. Jahrhundert | DATE | 18 | 1800-01-01 | 1900-01-01"],
            ),
            (
                "Im Winter 2022/23 war Gas knapp.",
                &["Winter 2022/23 | DATE | 2023-WI | 2022-12-01 | 2023-03-01"],
            ),
            ("Ostern 2024 fiel früh.", &["Ostern 2024 | DATE | 2024-03-31 | 2024-03-31 | 2024-04-01"]),
        ],
    );
}

#[test]
fn weeks_months_and_years_are_counted_from_the_report() {
    check(
        "de",
        &[
            (
                "Im vergangenen Juni war sie dort.",
                &["vergangenen Juni | DATE | 2023-06 | 2023-06-01 | 2023-07-01"],
            ),
            (
                "Mitte letzter Woche kam der Brief.",
                &["Mitte letzter Woche | DATE | 2024-W23 MID | 2024-06-05 | 2024-06-08"],
            ),
            (
                "In der nächsten Woche tagt der Rat.",
                &["der nächsten Woche | DATE | 2024-W25 | 2024-06-17 | 2024-06-24"],
            ),
            ("Im Vorjahr waren es weniger.", &["Vorjahr | DATE | 2023 | 2023-01-01 | 2024-01-01"]),
            (
                "Im zweiten Quartal 2023 sank der Gewinn.",
                &["zweiten Quartal 2023 | DATE | 2023-Q2 | 2023-04-01 | 2023-07-01"],
            ),
            ("Am Wochenende wurde gefeiert.", &["Wochenende | DATE | 2024-W24-WE | 2024-06-15 | 2024-06-17"]),
            (
                "Bis Ende dieses Jahres wird gebaut.",
                &["Ende dieses Jahres | DATE | 2024 END | 2024-09-01 | 2025-01-01"],
            ),
        ],
    );
}

#[test]
fn lengths_have_a_number_and_a_unit() {
    check(
        "de",
        &[
            ("Die Haft dauerte rund drei Jahre.", &["rund drei Jahre | DURATION | P3Y APPROX | - | -"]),
            (
                "Sie saß zwei Jahre und vier Monate.",
                &["zwei Jahre und vier Monate | DURATION | P2Y4M | - | -"],
            ),
            ("Die zweistündige Sitzung war geheim.", &["zweistündige | DURATION | PT2H | - | -"]),
            ("Das dauert eine halbe Stunde.", &["eine halbe Stunde | DURATION | PT0.5H | - | -"]),
            ("Seit Jahren wird gestritten.", &["Jahren | DURATION | PXY | - | -"]),
            (
                "Vor zwei Wochen begann der Streik.",
                &["zwei Wochen | DURATION | P2W | 2024-05-27 | 2024-06-03"],
            ),
            (
                "In den nächsten drei Monaten wird gezählt.",
                &["den nächsten drei Monaten | DURATION | P3M | 2024-06-16 | 2024-09-16"],
            ),
            ("In den nächsten Monaten wird gezählt.", &["den nächsten Monaten | DURATION | PXM | - | -"]),
        ],
    );
}

#[test]
fn times_of_day_belong_to_the_day_before_them() {
    check(
        "de",
        &[
            (
                "Am 9. Juli 2024 beginnt es um 20.30 Uhr.",
                &[
                    "9. Juli 2024 | DATE | 2024-07-09 | 2024-07-09 | 2024-07-10",
                    "20.30 Uhr | TIME | 2024-07-09T20:30 | 2024-07-09T20:30:00 | 2024-07-09T20:31:00",
                ],
            ),
            (
                "Um halb neun war alles vorbei.",
                &["halb neun | TIME | 2024-06-16T08:30 | 2024-06-16T08:30:00 | 2024-06-16T08:31:00"],
            ),
        ],
    );
}

#[test]
fn what_recurs_is_a_set() {
    check(
        "de",
        &[
            ("Sie tagen jeden Montag.", &["jeden Montag | SET | XXXX-WXX-1 | - | -"]),
            ("Täglich kommen neue Züge an.", &["Täglich | SET | P1D | - | -"]),
            ("Sie treffen sich zweimal im Monat.", &["zweimal im Monat | SET | P1M | - | -"]),
        ],
    );
}

#[test]
fn the_present_as_such_is_no_day() {
    check(
        "de",
        &[
            (
                "Heute ist die Stadt größer als damals.",
                &["Heute | DATE | PRESENT_REF | - | -", "damals | DATE | PAST_REF | - | -"],
            ),
            (
                "Heute um 15 Uhr tagt der Rat.",
                &[
                    "Heute | DATE | 2024-06-16 | 2024-06-16 | 2024-06-17",
                    "15 Uhr | TIME | 2024-06-16T15:00 | 2024-06-16T15:00:00 | 2024-06-16T15:01:00",
                ],
            ),
        ],
    );
}

#[test]
fn ages_prices_and_counts_are_no_times() {
    check_none(
        "de",
        &[
            "Die 36-jährige Fahrerin blieb unverletzt.",
            "Der Täter ist 19 Jahre alt.",
            "Das sagte Mai Lin.",
            "Aus 2000 Bäumen wurde Papier, und 2079 US-Dollar blieben übrig.",
            "Die Sonde passierte 2014 QX71, wie es unter 1635/10 und 6/1987 heißt.",
            "Das schreibt die Rundschau am Sonntag.",
            "Eines Tages kehrt er zurück.",
            "Es kamen 2000 Menschen, das Ticket kostete 1990 Euro.",
            "Das Ergebnis lag bei 3.10 Prozent.",
        ],
    );
}
