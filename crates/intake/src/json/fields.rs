//! Which field of whose format holds what.
//!
//! One list a property, the best first: news-please (`maintext`, `date_publish`, `source_domain`), fundus
//! (`body`, `publishing_date`), Media Cloud (`publish_date`, `media_name`), Event Registry (`dateTimePub`,
//! `source`), IPTC ninjs (`body_text`, `versioncreated`), JSON Feed (`content_text`, `date_published`),
//! schema.org (`articleBody`, `datePublished`), and the plain names.

/// The report's text.
pub(super) const TEXT: &[&str] = &[
    "text",
    "maintext",
    "body",
    "content_text",
    "body_text",
    "articleBody",
    "article_text",
    "full_text",
    "fulltext",
    "plaintext",
    "content",
    "story",
    "article",
];

/// The report's text as HTML.
pub(super) const HTML: &[&str] = &["html", "content_html", "body_html", "body_xhtml", "raw_html"];

/// The title.
pub(super) const TITLE: &[&str] = &["title", "headline", "title_page", "title_rss", "name"];

/// A summary that stands above the text. A page's description is none: it repeats the text, or is cut off.
pub(super) const LEAD: &[&str] = &["lead", "teaser", "standfirst", "subtitle", "subheadline"];

/// The address.
pub(super) const URL: &[&str] = &["url", "link", "canonical_url", "source_url", "external_url", "uri"];

/// When it was published.
pub(super) const PUBLISHED: &[&str] = &[
    "published",
    "date_publish",
    "publishing_date",
    "date_published",
    "datePublished",
    "published_at",
    "publishedAt",
    "publish_date",
    "publication_date",
    "pub_date",
    "pubDate",
    "dateTimePub",
    "dateTime",
    "firstcreated",
    "versioncreated",
    "date",
    "timestamp",
];

/// When it was changed.
pub(super) const MODIFIED: &[&str] =
    &["modified", "date_modify", "date_modified", "dateModified", "updated", "updated_at", "updatedAt"];

/// Who wrote it.
pub(super) const BYLINE: &[&str] = &["byline", "authors", "author", "creator"];

/// Who published it.
pub(super) const OUTLET: &[&str] =
    &["outlet", "source_name", "media_name", "publisher", "site_name", "source", "provider", "source_domain"];

/// Its language.
pub(super) const LANG: &[&str] = &["lang", "language", "inLanguage", "language_code"];

/// Whether an agency's text is reprinted, and whose.
pub(super) const SYNDICATED: &[(&str, &str)] = &[("ap_syndicated", "AP")];

/// Lists of reports in a page of results.
pub(super) const PAGES: &[&str] = &["articles", "results", "items", "stories", "documents", "data"];
