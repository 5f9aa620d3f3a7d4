//! The page's address.

use jiff::civil::Date;
use lagebild_schema::Moment;
use url::Url;

use super::head::Head;

/// The address that the page calls its own, made absolute; else the one it was found at.
pub(super) fn canonical(head: &Head<'_>, given: Option<&str>) -> Option<String> {
    let given = given.and_then(|given| Url::parse(given).ok()).filter(is_web);
    let own = head
        .canonical
        .into_iter()
        .chain(head.all(&["og:url"]))
        .filter_map(|own| absolute(own.trim(), given.as_ref()))
        .find(|own| !is_front_page(own) || given.as_ref().is_none_or(is_front_page));
    own.or(given).map(String::from)
}

fn absolute(address: &str, base: Option<&Url>) -> Option<Url> {
    if address.is_empty() {
        return None;
    }
    let url = match base {
        Some(base) => base.join(address).ok()?,
        None => Url::parse(address).ok()?,
    };
    is_web(&url).then_some(url)
}

fn is_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https") && url.has_host()
}

/// A page that names the front page as its own address means something else.
fn is_front_page(url: &Url) -> bool {
    url.path() == "/" && url.query().is_none()
}

/// The day that stands in an address (`/2031/05/04/`, `/2031-05-04-`).
pub(super) fn date_in(address: &str) -> Option<Moment> {
    let url = Url::parse(address).ok()?;
    let numbers: Vec<&str> = url.path().split(|c: char| !c.is_ascii_digit()).collect();
    numbers.windows(3).find_map(|window| {
        let [year, month, day] = window else { return None };
        if year.len() != 4 || !matches!(month.len(), 1 | 2) || !matches!(day.len(), 1 | 2) {
            return None;
        }
        let year: i16 = year.parse().ok()?;
        let date = Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?;
        (1990..2100).contains(&year).then_some(Moment::day(date))
    })
}

#[cfg(test)]
mod tests {
    use scraper::Html;

    use super::*;

    fn check(markup: &str, given: Option<&str>, expected: Option<&str>) {
        let document = Html::parse_document(markup);
        assert_eq!(canonical(&Head::of(&document), given).as_deref(), expected, "{markup}");
    }

    #[test]
    fn the_canonical_address_is_absolute_and_on_the_web() {
        let found = Some("https://lauterbote.example/a/1?utm=x");
        check("", found, found);
        check("<link rel=canonical href=/a/1>", found, Some("https://lauterbote.example/a/1"));
        check("<link rel=canonical href=/a/1>", None, None);
        check("<link rel=canonical href='https://lauterbote.example/'>", found, found);
        check("<meta property=og:url content='https://b.example/x'>", None, Some("https://b.example/x"));
        check("<link rel=canonical href='javascript:x'>", None, None);
        check("", Some("file:///etc/hosts"), None);
    }

    #[test]
    fn an_address_may_hold_the_day() {
        let day = |address| date_in(address).map(|moment| moment.to_string());
        assert_eq!(day("https://b.example/2031/05/04/pegel").as_deref(), Some("2031-05-04"));
        assert_eq!(day("https://b.example/pegel-2031-5-4.html").as_deref(), Some("2031-05-04"));
        assert_eq!(day("https://b.example/1234/56/78/"), None);
    }
}
