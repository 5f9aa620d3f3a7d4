use super::check;

#[test]
fn full_dates_are_read_in_every_language_that_has_months() {
    let day = "DATE | 2024-10-03 | 2024-10-03 | 2024-10-04";
    let month = "DATE | 2021-05 | 2021-05-01 | 2021-06-01";
    for (lang, text, dates) in [
        ("es", "La huelga empezó el 3 de octubre de 2024.", [("3 de octubre de 2024", day)]),
        ("es", "Fue en mayo de 2021.", [("mayo de 2021", month)]),
        ("fr", "La grève a commencé le 3 octobre 2024.", [("3 octobre 2024", day)]),
        ("it", "Lo sciopero è iniziato il 3 ottobre 2024.", [("3 ottobre 2024", day)]),
        ("pt", "A greve começou em 3 de outubro de 2024.", [("3 de outubro de 2024", day)]),
        ("ru", "Забастовка началась 3 октября 2024 года.", [("3 октября 2024", day)]),
        ("uk", "Страйк почався 3 жовтня 2024 року.", [("3 жовтня 2024", day)]),
        ("nl", "De staking begon op 3 oktober 2024.", [("3 oktober 2024", day)]),
        ("pl", "Strajk rozpoczął się 3 października 2024 roku.", [("3 października 2024", day)]),
    ] {
        let lines: Vec<String> = dates.iter().map(|(exact, rest)| format!("{exact} | {rest}")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        check(lang, &[(text, lines.as_slice())]);
    }
}
