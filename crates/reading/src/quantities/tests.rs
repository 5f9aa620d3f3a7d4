//! Quantities of invented sentences.

use crate::testing::read_text;

/// Every quantity of a text as "words = value[..high] [bound] [unit] counted".
fn quantities(lang: &str, text: &str) -> Vec<String> {
    let reading = read_text(lang, text);
    let text = &reading.report.text;
    let show = |quantity: &lagebild_schema::Quantity| {
        let number = |amount: lagebild_schema::Amount| amount.0.to_string();
        let mut parts = vec![quantity.span.of(text).to_owned(), "=".to_owned()];
        let high = quantity.high.map(|high| format!("..{}", number(high))).unwrap_or_default();
        parts.push(quantity.value.map_or("none".to_owned(), number) + &high);
        parts.push(format!("{:?}", quantity.bound));
        parts.extend(quantity.unit.clone());
        parts.extend(quantity.counted.iter().map(|counted| format!("({counted})")));
        parts.join(" ")
    };
    reading.quantities.iter().map(show).collect()
}

fn check(lang: &str, cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(quantities(lang, text), *expected, "{text}");
    }
}

#[test]
fn german_numbers_have_bound_unit_and_what_they_count() {
    check(
        "de",
        &[
            ("Bei dem Brand starben 13 Menschen.", &["13 = 13 Exact (Menschen)"]),
            (
                "Es wurden mindestens zwölf schwer verletzte Soldaten geborgen.",
                &["zwölf = 12 AtLeast (schwer verletzte Soldaten)"],
            ),
            ("Rund 1,5 Millionen Euro fehlen.", &["1,5 Millionen Euro = 1500000 About EUR"]),
            ("Es entstand ein Schaden von 5 Mio. €.", &["5 Mio. € = 5000000 Exact EUR"]),
            ("Es kamen zehn bis zwölf Boote.", &["zehn bis zwölf = 10..12 Range (Boote)"]),
            ("Es kamen 10–12 Boote.", &["10–12 = 10..12 Range (Boote)"]),
            (
                "Die Kosten liegen zwischen zwei und drei Milliarden Euro.",
                &["zwei und drei Milliarden Euro = 2000000000..3000000000 Range EUR"],
            ),
            ("Über 200 Häuser brannten.", &["200 = 200 AtLeast (Häuser)"]),
            ("Die Beamten sprachen über zwei Fälle.", &["zwei = 2 Exact (Fälle)"]),
            (
                "Rund 300 der 2.000 Demonstranten blieben.",
                &["300 = 300 About (Demonstranten)", "2.000 = 2000 Exact (Demonstranten)"],
            ),
            ("30 Prozent der Wähler stimmten zu.", &["30 Prozent = 30 Exact % (Wähler)"]),
            ("Der Zoll fand fünf Tonnen Kokain.", &["fünf Tonnen = 5 Exact t (Kokain)"]),
            (
                "In der Nacht sanken die Werte auf minus fünf Grad Celsius.",
                &["minus fünf Grad Celsius = -5 Exact °C"],
            ),
        ],
    );
}

#[test]
fn english_numbers_have_bound_unit_and_what_they_count() {
    check(
        "en",
        &[
            ("At least 12 wounded soldiers were found.", &["12 = 12 AtLeast (wounded soldiers)"]),
            ("Up to 300 people died.", &["300 = 300 AtMost (people)"]),
            ("The firm paid $5m in fines.", &["$5m = 5000000 Exact USD"]),
            (
                "It costs between 10 and 12 million euros.",
                &["10 and 12 million euros = 10000000..12000000 Range EUR"],
            ),
            ("Prices rose from 10 to 12 dollars.", &["10 = 10 Exact USD", "12 dollars = 12 Exact USD"]),
            ("Two of the five hostages escaped.", &["Two = 2 Exact (hostages)", "five = 5 Exact (hostages)"]),
            ("Nearly 40 percent of voters stayed away.", &["40 percent = 40 About % (voters)"]),
            ("Ten or more people fled.", &["Ten = 10 AtLeast (people)"]),
            ("Two dozen police officers came.", &["Two dozen = 24 Exact (police officers)"]),
        ],
    );
}

#[test]
fn vague_words_have_no_value() {
    check(
        "de",
        &[
            ("Es gab Dutzende Verletzte.", &["Dutzende = none Vague (Verletzte)"]),
            ("Hunderte von Menschen flohen.", &["Hunderte = none Vague (Menschen)"]),
            ("Mehrere hundert Menschen flohen.", &["Mehrere hundert = none Vague (Menschen)"]),
            ("Mehrere Menschen flohen.", &["Mehrere = none Vague (Menschen)"]),
            ("Das kostet Millionen Euro.", &["Millionen Euro = none Vague EUR"]),
            ("Das kostet mehrere Millionen Euro.", &["mehrere Millionen Euro = none Vague EUR"]),
        ],
    );
    check(
        "en",
        &[
            ("Tens of thousands of people fled.", &["Tens of thousands = none Vague (people)"]),
            ("Several hundred people fled.", &["Several hundred = none Vague (people)"]),
            ("Several people fled.", &["Several = none Vague (people)"]),
        ],
    );
}

#[test]
fn one_and_none_are_numbers_where_victims_are_counted() {
    check(
        "de",
        &[
            ("Es gab keine Verletzten.", &["keine = 0 Exact (Verletzten)"]),
            ("Es gab einen Toten.", &["einen = 1 Exact (Toten)"]),
            ("Es gab keine Zweifel und einen Plan.", &[]),
        ],
    );
    check(
        "en",
        &[
            ("There were no casualties.", &["no = 0 Exact (casualties)"]),
            ("One person was hurt.", &["One = 1 Exact (person)"]),
            ("There was no doubt about one of them.", &[]),
        ],
    );
}

#[test]
fn numbers_that_count_nothing_are_none() {
    for text in [
        "Nach § 12 und Artikel 5 ist das verboten.",
        "Eine Boeing 737 landete.",
        "Nordstadt gewann 3:2.",
        "Der Verein liegt auf Platz 3.",
        "Telefon: 040/123456 oder 0221-4455.",
        "Die 62-Jährige schwieg.",
        "Anna Weber (45) schwieg.",
        "Das war der dritte Versuch.",
        "Man muss sich in acht nehmen.",
        "Hier gilt null Toleranz.",
        "Schnellster war Weber in 1:42,610 vor Kurz.",
        "Das Objektiv hat f/3.5 und einen Chip x3-8300.",
        "Mit fotOS 9.3 kommt ein neues netPad 11 heraus.",
        "Hinweise nimmt die Wache unter 0123 66 3100 entgegen.",
        "Das Gericht entschied unter 21 Xga 184 am Montag.",
        "Im Jahr 413 fiel die Stadt.",
        "Das netPad 11 des Herstellers und die Mira 950 XL sind neu.",
        "Die Platte heißt Alte Lieder Vol.1 und ist gut.",
        "Die Räte im Alter von 62 Jahren traten zurück.",
    ] {
        assert_eq!(quantities("de", text), [""; 0], "{text}");
    }
    for text in [
        "Flight 370 vanished.",
        "Anna Webb, 45, said nothing.",
        "Section 12 applies.",
        "They won 3-2.",
        "She died at the age of 92.",
        "The update to fotOS 9.3 is late.",
        "He quoted 2 Esdras and sang at 54 Above.",
        "He lives at 469 Vermont St. in Norton.",
        "Norton won 6:4.",
        "It stands at 10 Old Mill Road.",
    ] {
        assert_eq!(quantities("en", text), [""; 0], "{text}");
    }
}

#[test]
fn linked_numbers_share_what_is_said_once() {
    check(
        "de",
        &[
            ("Der Preis stieg von 10 auf etwa 12 Euro.", &["10 = 10 Exact EUR", "12 Euro = 12 About EUR"]),
            (
                "Der Umsatz stieg von 2 auf 3 Millionen Euro.",
                &["2 = 2000000 Exact EUR", "3 Millionen Euro = 3000000 Exact EUR"],
            ),
            (
                "Der Rat stimmte mit 178 zu 120 Stimmen zu.",
                &["178 = 178 Exact (Stimmen)", "120 = 120 Exact (Stimmen)"],
            ),
            (
                "Die Platte misst 274 x 172 Millimeter.",
                &["274 = 274 Exact mm", "172 Millimeter = 172 Exact mm"],
            ),
            ("Die Fahrt dauert statt zwanzig auf etwa acht Stunden.", &[]),
        ],
    );
}

#[test]
fn ranges_may_begin_with_an_article_and_distances_have_no_sign() {
    check(
        "de",
        &[
            ("Sie rauchten zwischen einer und vier Pfeifen.", &["einer und vier = 1..4 Range (Pfeifen)"]),
            ("Das Urteil traf eine oder zwei Personen.", &["eine oder zwei = 1..2 Range (Personen)"]),
            (
                "Die Höhe beträgt 700 Meter, plus/minus 13 Meter.",
                &["700 Meter = 700 Exact m", "13 Meter = 13 Exact m"],
            ),
        ],
    );
    check(
        "en",
        &[("The error is plus or minus 2.5 percentage points.", &["2.5 percentage points = 2.5 Exact pp"])],
    );
}

#[test]
fn units_are_read_in_several_tokens_and_by_the_size_of_the_number() {
    check(
        "de",
        &[
            ("Das Land hat 20 km² Wald.", &["20 km² = 20 Exact km² (Wald)"]),
            ("Im Norden sind es 0,25 MW/km².", &["0,25 MW/km² = 0.25 Exact MW/km²"]),
            ("Der Umsatz liegt bei 5,7 Mrd. Pfund.", &["5,7 Mrd. Pfund = 5700000000 Exact GBP"]),
            ("Er kaufte 5 Pfund Mehl.", &["5 Pfund = 5 Exact lb (Mehl)"]),
            ("Der Preis beträgt 300 schwedische Kronen.", &["300 schwedische Kronen = 300 Exact SEK"]),
            ("Der Zug fuhr mit 300 Kilometern pro Stunde.", &["300 Kilometern pro Stunde = 300 Exact km/h"]),
            (
                "Er ist Bürgermeister der 3,5 Millionen-Metropole.",
                &["3,5 Millionen-Metropole = 3500000 Exact"],
            ),
            ("Es fehlen 4,1 Millionen Euro.", &["4,1 Millionen Euro = 4100000 Exact EUR"]),
        ],
    );
    check("en", &[("A trillion-dollar plan failed.", &["A trillion-dollar = 1000000000000 Exact USD"])]);
}

#[test]
fn only_what_can_be_counted_is() {
    check(
        "de",
        &[
            ("Das sind 780 der deutschen Bundeswehr.", &["780 = 780 Exact"]),
            ("Es fehlen 300 Berufs- und Zeitsoldaten.", &["300 = 300 Exact (Berufs- und Zeitsoldaten)"]),
            ("Die Bahn erhielt 2,5 Mrd. Euro von Nordwerk.", &["2,5 Mrd. Euro = 2500000000 Exact EUR"]),
            ("Im vergangenen Jahr 513 Berichte zu lesen, war viel.", &["513 = 513 Exact (Berichte)"]),
            (
                "Die Liste bekam mit 41 Prozent der Stimmen 44 Sitze.",
                &["41 Prozent = 41 Exact % (Stimmen)", "44 = 44 Exact (Sitze)"],
            ),
            (
                "Bekannt sind vier der geplanten fünf Lager.",
                &["vier = 4 Exact (Lager)", "fünf = 5 Exact (Lager)"],
            ),
            (
                "Mit einem Minus von 4,6 Prozent der größte Verlierer war Nordbau.",
                &["4,6 Prozent = 4.6 Exact %"],
            ),
            ("Er war eines von sechs Opfern.", &["sechs = 6 Exact (Opfern)"]),
            ("Wer kommt: 1) alle oder 2) keiner.", &[]),
            (
                "Es gab Funde (13 Proben oder 28,2 Prozent).",
                &["13 = 13 Exact (Proben)", "28,2 Prozent = 28.2 Exact %"],
            ),
        ],
    );
    check(
        "en",
        &[
            ("She won 13 of the past 19.", &["13 = 13 Exact", "19 = 19 Exact"]),
            ("She won 13 of the past 19 races.", &["13 = 13 Exact (races)", "19 = 19 Exact (races)"]),
        ],
    );
}

#[test]
fn a_limit_is_a_bound_and_a_survey_is_none() {
    check(
        "de",
        &[
            ("Spenden bis 3.500 Euro sind frei.", &["3.500 Euro = 3500 AtMost EUR"]),
            ("Das ergab eine Befragung unter 2800 Personen.", &["2800 = 2800 Exact (Personen)"]),
        ],
    );
    check("en", &[("Inflation of 2 percent or below is the aim.", &["2 percent = 2 AtMost %"])]);
}

#[test]
fn fractions_of_something_have_the_value_of_the_fraction() {
    check(
        "de",
        &[
            ("Zwei Drittel der Züge fielen aus.", &["Zwei Drittel = 0.6667 Exact (Züge)"]),
            ("Ein Drittel der Wähler blieb fort.", &["Ein Drittel = 0.3333 Exact (Wähler)"]),
            ("Mehr als die Hälfte der Sitze ist leer.", &["die Hälfte = 0.5 AtLeast (Sitze)"]),
            ("Rund drei Viertel stimmten zu.", &["drei Viertel = 0.75 About"]),
            ("Ein Viertel brannte in der zweiten Hälfte des Spiels.", &[]),
            ("Eine halbe Million Menschen floh.", &["Eine halbe Million = 500000 Exact (Menschen)"]),
        ],
    );
    check(
        "en",
        &[
            ("Two thirds of all trains stood still.", &["Two thirds = 0.6667 Exact (trains)"]),
            ("About two-thirds of the trains stood still.", &["two-thirds = 0.6667 About (trains)"]),
            (
                "Half of the seats and a third of the votes are lost.",
                &["Half = 0.5 Exact (seats)", "a third = 0.3333 Exact (votes)"],
            ),
            ("They scored in the second half of both matches.", &[]),
            ("After a decade and a half of wars they left.", &[]),
            (
                "It cost a quarter of a million dollars.",
                &["a quarter of a million dollars = 250000 Exact USD"],
            ),
            ("A third man came in the first quarter of the season.", &[]),
        ],
    );
}
