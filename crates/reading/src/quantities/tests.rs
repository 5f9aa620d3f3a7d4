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
            ("Prices rose from 10 to 12 dollars.", &["10 = 10 Exact", "12 dollars = 12 Exact USD"]),
            ("Two of the five hostages escaped.", &["Two = 2 Exact (hostages)", "five = 5 Exact (hostages)"]),
            ("Nearly 40 percent of voters stayed away.", &["40 percent = 40 About % (voters)"]),
            ("Ten or more people fled.", &["Ten = 10 AtLeast (people)"]),
            ("Two dozen police officers came.", &["Two dozen = 24 Exact (police officers)"]),
        ],
    );
}

#[test]
fn vague_words_have_the_least_value_that_they_can_mean() {
    check(
        "de",
        &[
            ("Es gab Dutzende Verletzte.", &["Dutzende = 24 Vague (Verletzte)"]),
            ("Hunderte von Menschen flohen.", &["Hunderte = 200 Vague (Menschen)"]),
            ("Mehrere hundert Menschen flohen.", &["Mehrere hundert = 200 Vague (Menschen)"]),
            ("Mehrere Menschen flohen.", &["Mehrere = none Vague (Menschen)"]),
            ("Das kostet Millionen Euro.", &["Millionen Euro = 2000000 Vague EUR"]),
        ],
    );
    check(
        "en",
        &[
            ("Tens of thousands of people fled.", &["Tens of thousands = 20000 Vague (people)"]),
            ("Several hundred people fled.", &["Several hundred = 200 Vague (people)"]),
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
    ] {
        assert_eq!(quantities("de", text), [""; 0], "{text}");
    }
    for text in [
        "Flight 370 vanished.",
        "Anna Webb, 45, said nothing.",
        "Section 12 applies.",
        "They won 3-2.",
        "He lives at 469 Vermont St. in Norton.",
        "Norton won 6:4.",
        "It stands at 10 Old Mill Road.",
    ] {
        assert_eq!(quantities("en", text), [""; 0], "{text}");
    }
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
