//! Web and mail addresses, hashtags and handles: stretches that no rule for words may take apart.

use lagebild_schema::Span;

/// Punctuation that may surround an address without belonging to it.
const WRAPPING: &[char] = &[
    '(', ')', '[', ']', '<', '>', '{', '}', '"', '\'', '„', '“', '”', '«', '»', '‚', '‘', '’', ',', ';', '!',
    '?', '.', ':', '…',
];

/// Where in a stretch without white space an address stands, if it holds one.
pub(crate) fn find(chunk: &str) -> Option<Span> {
    // Most stretches are plain words; they hold none of these.
    if !chunk.bytes().any(|byte| matches!(byte, b'/' | b'@' | b'#' | b'w')) {
        return None;
    }
    let inner = chunk.trim_start_matches(WRAPPING);
    let start = chunk.len() - inner.len();
    let inner = inner.trim_end_matches(WRAPPING);
    is_address(inner).then(|| Span::new(start, start + inner.len()))
}

fn is_address(text: &str) -> bool {
    is_web(text) || is_mail(text) || is_tag(text)
}

fn is_web(text: &str) -> bool {
    let scheme = ["http://", "https://", "ftp://"].iter().find_map(|scheme| text.strip_prefix(scheme));
    scheme.or_else(|| text.strip_prefix("www.")).is_some_and(|rest| rest.contains('.'))
}

fn is_mail(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
    let is_host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    !name.is_empty() && name.chars().all(is_name) && host.contains('.') && host.chars().all(is_host)
}

fn is_tag(text: &str) -> bool {
    let Some(name) = text.strip_prefix(['#', '@']) else { return false };
    name.chars().next().is_some_and(char::is_alphabetic)
        && name.chars().all(|c| c.is_alphanumeric() || c == '_')
}
