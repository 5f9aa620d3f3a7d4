//! What a page says of its article: title, authors, outlet, dates, language, address.
//!
//! Pages say it several times: in data for search engines ([`json_ld`]), in the head ([`head`]), and to the reader
//! ([`visible`]). Each question has its order of trust; the first answer that makes sense wins.

mod address;
mod byline;
mod dates;
mod head;
mod json_ld;
mod title;
mod visible;

use lagebild_schema::Moment;
use scraper::Html;

use head::Head;
use json_ld::Item;

/// What a page says of its article.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    /// Its title.
    pub(super) title: Option<String>,
    /// Its summary.
    pub(super) description: Option<String>,
    /// Its authors.
    pub(super) byline: Vec<String>,
    /// Who published it.
    pub(super) outlet: Option<String>,
    /// First published.
    pub(super) published: Option<Moment>,
    /// Last changed.
    pub(super) modified: Option<Moment>,
    /// ISO 639-1 code of its language.
    pub(super) lang: Option<String>,
    /// Its canonical address.
    pub(super) url: Option<String>,
}

/// Reads what a page says, in its tree and in its data for search engines.
pub(super) fn read(document: &Html, data: &[&str], given_url: Option<&str>) -> Metadata {
    let head = Head::of(document);
    let item = json_ld::article(data);
    let lang = language(&head, &item);
    let url = address::canonical(&head, given_url);
    let outlet = outlet(&head, &item);
    let published = published(document, &head, &item, url.as_deref().or(given_url));
    Metadata {
        title: title::of(document, &head, &item, outlet.as_deref()),
        description: item.description.clone().or_else(|| head.first(&["og:description", "description"])),
        byline: byline::of(document, &head, &item, lang.as_deref()),
        modified: modified(document, &head, &item)
            .filter(|modified| !is_earlier(modified, published.as_ref())),
        published,
        outlet,
        lang,
        url,
    }
}

fn outlet(head: &Head<'_>, item: &Item) -> Option<String> {
    head.first(&["og:site_name"])
        .filter(|name| !name.contains("://"))
        .or_else(|| item.publisher.clone())
        .or_else(|| head.first(&["application-name", "dc.publisher", "publisher"]))
        .filter(|name| !name.is_empty() && !name.contains("://"))
}

/// The two-letter code that the page gives for its language.
fn language(head: &Head<'_>, item: &Item) -> Option<String> {
    let given = [
        head.lang.clone(),
        head.first(&["content-language", "og:locale", "dc.language", "language"]),
        item.language.clone(),
    ];
    given.into_iter().flatten().find_map(|tag| {
        let code = tag.trim().split(['-', '_', ',']).next()?.to_ascii_lowercase();
        (code.len() == 2 && code.bytes().all(|b| b.is_ascii_lowercase())).then_some(code)
    })
}

fn published(document: &Html, head: &Head<'_>, item: &Item, url: Option<&str>) -> Option<Moment> {
    const NAMES: &[&str] = &[
        "article:published_time",
        "article:published",
        "og:published_time",
        "og:article:published_time",
        "datepublished",
        "date",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dc.date",
        "dcterms.date",
        "dc.date.created",
        "parsely-pub-date",
        "sailthru.date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "publication_date",
        "published_time",
        "article.published",
        "cxenseparse:recs:publishtime",
        "datecreated",
        "shareaholic:article_published_time",
        "displaydate",
        "rnews:datepublished",
    ];
    item.published
        .as_deref()
        .and_then(dates::parse)
        .or_else(|| head.all(NAMES).find_map(dates::parse))
        .or_else(|| visible::marked_date(document, "datePublished"))
        .or_else(|| visible::time_element(document))
        .or_else(|| url.and_then(address::date_in))
        .or_else(|| visible::date_near_title(document))
        .or_else(|| visible::date_line(document))
        .or_else(|| item.modified.as_deref().and_then(dates::parse))
}

fn modified(document: &Html, head: &Head<'_>, item: &Item) -> Option<Moment> {
    const NAMES: &[&str] = &[
        "article:modified_time",
        "article:modified",
        "og:updated_time",
        "og:modified_time",
        "datemodified",
        "dcterms.modified",
        "dc.date.modified",
        "last-modified",
        "lastmod",
        "revised",
    ];
    item.modified
        .as_deref()
        .and_then(dates::parse)
        .or_else(|| head.all(NAMES).find_map(dates::parse))
        .or_else(|| visible::marked_date(document, "dateModified"))
}

/// Nothing is changed on a day before it is published: such a date means something else.
fn is_earlier(modified: &Moment, published: Option<&Moment>) -> bool {
    published.is_some_and(|published| modified.date < published.date)
}
