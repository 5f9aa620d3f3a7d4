//! Web pages: where the article is, and what the page says of it.
//!
//! The page is bounded first ([`prescan`]), then read twice: for what it says of the article ([`metadata`]) and for
//! the article's text ([`article`], the only module that knows the extractor), which comes as blocks ([`blocks`]).

mod article;
mod blocks;
#[cfg(test)]
mod hostile;
mod metadata;
#[cfg(test)]
mod pages;
mod prescan;
mod tree;

use std::thread;

use lagebild_schema::BlockKind;
use scraper::Html;

use crate::Draft;
use metadata::Metadata;
use prescan::Page;

/// Extractors recurse into trees as deep as [`prescan`] lets them be.
const STACK: usize = 64 * 1024 * 1024;

/// Name of the threads that pages are read on. A panic of the extractor there is caught and said in
/// [`Taken::unread`](crate::Taken::unread); a program may silence its message by this name.
pub const PAGE_THREAD: &str = "page";

/// Reads a page that stands at the address given, if any.
pub(crate) fn read(html: &str, given_url: Option<&str>) -> Draft {
    let page = prescan::bound(html);
    let draft = thread::scope(|scope| {
        let builder = thread::Builder::new().name(PAGE_THREAD.to_owned()).stack_size(STACK);
        let reader = builder.spawn_scoped(scope, || read_page(&page, given_url));
        reader.ok().and_then(|reader| reader.join().ok())
    });
    draft.unwrap_or_else(|| Draft {
        left_out: vec!["The page is left out, because its markup could not be read.".into()],
        ..Draft::default()
    })
}

fn read_page(page: &Page<'_>, given_url: Option<&str>) -> Draft {
    let document = Html::parse_document(&page.markup);
    let metadata = metadata::read(&document, &page.data, given_url);
    let article = article::extract(&page.markup, &document);
    let mut left_out = page.left_out.clone();
    left_out.extend(article.left_out);
    let blocks = blocks::arrange(&article.html, &metadata);
    if !blocks.iter().any(|(kind, _)| *kind != BlockKind::Title) {
        left_out.push("The page has no text of an article.".into());
    }
    let Metadata { title: _, description: _, byline, outlet, published, modified, lang, url } = metadata;
    Draft { url, outlet, byline, published, modified, lang, blocks, left_out, ..Draft::default() }
}
