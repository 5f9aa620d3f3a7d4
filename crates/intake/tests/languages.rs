//! Languages, told from headlines and sentences.

use lagebild_intake::{Given, Hint, Intake};

fn language(text: &str) -> String {
    let intake = Intake::new(Given::default());
    let taken = intake.reports(text.as_bytes(), &Hint::default()).next().unwrap().unwrap();
    taken.report.lang
}

#[test]
fn ten_languages_are_told_from_one_headline() {
    for (lang, text) in [
        ("de", "Rat von Kessen streitet über die Kosten der Brücke"),
        ("en", "Council of Kessen argues about the cost of the bridge"),
        ("es", "El consejo de Kessen discute sobre el coste del puente"),
        ("fr", "Le conseil de Kessen se dispute sur le coût du pont"),
        ("it", "Il consiglio di Kessen discute sul costo del ponte"),
        ("pt", "Conselho de Kessen discute o custo da ponte e não decide"),
        ("ru", "Совет Кессена спорит о стоимости моста, но не решает"),
        ("uk", "Рада Кессена сперечається про вартість мосту, але не вирішує"),
        ("nl", "Raad van Kessen ruziet over de kosten van de brug"),
        ("pl", "Rada Kessen spiera się o koszty mostu i nie decyduje"),
    ] {
        assert_eq!(language(text), lang, "{text}");
    }
}

#[test]
fn other_languages_and_no_language_are_unknown() {
    for text in [
        "Regeringen vil i dag fremlægge et nyt forslag om broen, siger ministeren til avisen.",
        "Hükümet bugün yeni köprü tasarısını meclise sunacak, dedi bakan gazeteye.",
        "Vláda dnes představí nový návrh zákona o mostech, řekl ministr novinám.",
        "Правителството ще представи днес нов закон за мостовете, каза министърът пред вестника.",
        "政府今天将提交一项新的桥梁法草案,部长对报纸说。",
        "Η κυβέρνηση θα παρουσιάσει σήμερα ένα νέο νομοσχέδιο, δήλωσε ο υπουργός.",
        "12 34 56, 2024, 17:30",
        "Kessen",
    ] {
        assert_eq!(language(text), "unknown", "{text}");
    }
}

#[test]
fn the_declared_language_decides_for_a_short_text_only() {
    let language = |text: &str| {
        let json = format!(r#"{{"text": "{text}", "lang": "de-AT"}}"#);
        let intake = Intake::new(Given::default());
        intake.reports(json.as_bytes(), &Hint::default()).next().unwrap().unwrap().report.lang
    };
    assert_eq!(language("Eilmeldung"), "de");
    assert_eq!(
        language("The council of Kessen says that it will not pay for the bridge over the river."),
        "en"
    );
}
