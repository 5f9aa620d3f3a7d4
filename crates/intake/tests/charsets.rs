//! Charsets, declared and found.

use lagebild_intake::{Given, Hint, Intake, Taken};

const TEXT: &str = "Brücke über die Weiße Lauter gesperrt\n\nFür Fußgänger wird „größte Vorsicht“ nötig.";

fn take(bytes: &[u8], content_type: Option<&str>) -> Taken {
    let hint = Hint { content_type: content_type.map(str::to_owned), ..Hint::default() };
    Intake::new(Given::default()).reports(bytes, &hint).next().unwrap().unwrap()
}

fn utf_16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to_bytes).collect()
}

#[test]
fn one_text_comes_in_many_charsets() {
    let marked = format!("\u{feff}{TEXT}");
    let windows = encoding_rs::WINDOWS_1252.encode(TEXT).0.into_owned();
    for (name, bytes, content_type) in [
        ("UTF-8", TEXT.as_bytes().to_vec(), None),
        ("UTF-8 with mark", marked.as_bytes().to_vec(), None),
        ("UTF-8 declared as latin-1", TEXT.as_bytes().to_vec(), Some("text/plain; charset=iso-8859-1")),
        ("UTF-16LE with mark", utf_16(&marked, u16::to_le_bytes), None),
        ("UTF-16BE with mark", utf_16(&marked, u16::to_be_bytes), None),
        ("UTF-16LE", utf_16(TEXT, u16::to_le_bytes), None),
        ("UTF-16BE", utf_16(TEXT, u16::to_be_bytes), None),
        ("windows-1252", windows.clone(), None),
        ("windows-1252 declared", windows.clone(), Some("text/plain; charset=windows-1252")),
        ("windows-1252 declared as UTF-8", windows, Some("text/plain; charset=utf-8")),
    ] {
        let taken = take(&bytes, content_type);
        assert_eq!(taken.report.text, TEXT, "{name}");
        assert!(taken.unread.is_empty(), "{name}");
    }
}

#[test]
fn cyrillic_text_is_recognised_in_its_old_charset() {
    let text = "Мост закрыт\n\nСовет города решил закрыть старый мост через реку на время ремонта.";
    for charset in [encoding_rs::WINDOWS_1251, encoding_rs::KOI8_U] {
        let bytes = charset.encode(text).0.into_owned();
        assert_eq!(take(&bytes, None).report.text, text, "{}", charset.name());
    }
    let wide = utf_16(&format!("\u{feff}{text}"), u16::to_le_bytes);
    assert_eq!(take(&wide, None).report.text, text);
}

#[test]
fn broken_bytes_are_counted() {
    let mut bytes = TEXT.as_bytes().to_vec();
    bytes.push(b' ');
    bytes.push(0xff);
    let taken = take(&bytes, None);
    assert!(taken.report.text.ends_with('\u{fffd}'));
    assert_eq!(taken.unread.len(), 1);
    assert!(taken.unread[0].reason.ends_with("1 times."), "{}", taken.unread[0].reason);
}
