//! The colours of the terminal view, in one place.

use anstyle::{AnsiColor, Style};

/// Titles and headings.
pub(crate) const BOLD: Style = Style::new().bold();
/// What stands beside the point.
pub(crate) const DIM: Style = Style::new().dimmed();
/// On whose word.
pub(crate) const SOURCE: Style = AnsiColor::Cyan.on_default().bold();
/// The words that attribute.
pub(crate) const CUE: Style = AnsiColor::Cyan.on_default().italic();
/// What is said.
pub(crate) const CONTENT: Style = AnsiColor::Blue.on_default();
/// Times.
pub(crate) const TIME: Style = AnsiColor::Green.on_default();
/// Numbers.
pub(crate) const QUANTITY: Style = AnsiColor::Yellow.on_default();
/// What does not add up.
pub(crate) const FINDING: Style = AnsiColor::Red.on_default().bold();

/// Anything that can be written in a style.
pub(crate) trait Paint {
    /// The text in `style`, and plain again after it.
    fn paint(&self, style: Style) -> String;

    /// Every word in `style`, so that the text can be wrapped and no style runs over the end of a line.
    fn paint_words(&self, style: Style) -> String;
}

impl<T: AsRef<str> + ?Sized> Paint for T {
    fn paint(&self, style: Style) -> String {
        format!("{style}{}{style:#}", self.as_ref())
    }

    fn paint_words(&self, style: Style) -> String {
        self.as_ref().split(' ').map(|word| word.paint(style)).collect::<Vec<_>>().join(" ")
    }
}

/// The text without its styles, as a file gets it.
#[cfg(test)]
pub(super) fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}
