//! The last step of intake: a draft becomes a report.

use lagebild_schema::{Block, BlockKind, Report, Span, Unread};
use sha2::{Digest, Sha256};

use crate::{Draft, Error, Given, Taken, agencies, clean, lang};

/// Bytes of text that a report may have; what lies beyond is cut.
pub(crate) const TEXT_BYTES: usize = 4 << 20;

/// How far before the limit the end of a sentence is looked for.
const NEAR_LIMIT: usize = 4096;

/// What stands between two blocks.
const BETWEEN: &str = "\n\n";

impl Draft {
    /// The report that the draft becomes.
    ///
    /// Its text is its blocks, cleaned, with an empty line between them; blocks without text are gone, and a
    /// first paragraph that only repeats the title too.
    pub(crate) fn finish(mut self, given: &Given) -> Result<Taken, Error> {
        self.unmangle();
        self.clean();
        agencies::credit(&mut self, lagebild_knowledge::agencies());
        let body = Body::of(self.blocks, TEXT_BYTES);
        if body.text.is_empty() {
            return Err(Error::NoText);
        }
        self.left_out.extend(body.cut);
        let title = body.blocks.iter().find(|block| block.kind == BlockKind::Title);
        let title = title.map(|block| block.span.of(&body.text).to_owned());
        let url = given.url.clone().or(self.url);
        let declared = given.lang.as_deref().and_then(lang::code);
        let lang = declared.unwrap_or_else(|| lang::identify(&body.text, self.lang.as_deref()));
        let end = Span::new(body.text.len(), body.text.len());
        let report = Report {
            id: hash(&[url.as_deref().unwrap_or_default(), "\0", &body.text]),
            address: url.as_deref().map(|url| hash(&[url])),
            url,
            outlet: given.outlet.clone().or(self.outlet),
            title,
            byline: self.byline,
            agencies: self.agencies,
            published: self.published.or(given.published),
            modified: self.modified,
            lang: lang.to_owned(),
            text: body.text,
            blocks: body.blocks,
        };
        let unread = self.left_out.into_iter().map(|reason| Unread { span: end, reason }).collect();
        Ok(Taken { report, unread })
    }

    /// Undoes UTF-8 that was read as windows-1252, if the whole text shows it.
    fn unmangle(&mut self) {
        let whole: String = self.blocks.iter().map(|(_, text)| text.as_str()).collect();
        if !clean::is_mangled(&whole) {
            return;
        }
        let texts = self.blocks.iter_mut().map(|(_, text)| text);
        for text in texts.chain(&mut self.byline).chain(&mut self.outlet) {
            if let Some(meant) = clean::unmangled(text) {
                *text = meant;
            }
        }
    }

    fn clean(&mut self) {
        for (_, text) in &mut self.blocks {
            *text = clean::block(text);
        }
        self.blocks.retain(|(_, text)| !text.is_empty());
        for name in self.byline.iter_mut().chain(&mut self.outlet) {
            *name = clean::block(name);
        }
        self.byline.retain(|name| !name.is_empty());
        self.outlet.take_if(|name| name.is_empty());
        if let [(BlockKind::Title, title), (_, next), ..] = self.blocks.as_slice()
            && title == next
        {
            self.blocks.remove(1);
        }
    }
}

/// Text with the blocks that point into it.
struct Body {
    text: String,
    blocks: Vec<Block>,
    /// How much did not fit, as one English sentence.
    cut: Option<String>,
}

impl Body {
    fn of(drafted: Vec<(BlockKind, String)>, limit: usize) -> Self {
        let mut text = String::new();
        let mut blocks = Vec::with_capacity(drafted.len());
        let mut cut = 0;
        for (kind, drafted) in drafted {
            let between = if text.is_empty() { "" } else { BETWEEN };
            let room = if cut > 0 { 0 } else { limit.saturating_sub(text.len() + between.len()) };
            let fitting = fitting(&drafted, room);
            cut += drafted[fitting.len()..].trim_start().chars().count();
            if fitting.is_empty() {
                continue;
            }
            text.push_str(between);
            let start = text.len();
            text.push_str(fitting);
            blocks.push(Block { kind, span: Span::new(start, text.len()) });
        }
        let cut = (cut > 0).then(|| {
            format!("The text is longer than {} MB; its last {cut} characters were not read.", limit >> 20)
        });
        Self { text, blocks, cut }
    }
}

/// As much of a block as there is room for, up to the end of a sentence, else of a word, else of a character.
fn fitting(block: &str, room: usize) -> &str {
    if block.len() <= room {
        return block;
    }
    let limit = block.floor_char_boundary(room);
    let near = block.floor_char_boundary(limit.saturating_sub(NEAR_LIMIT));
    let (head, tail) = (&block[..limit], &block[near..limit]);
    let sentence = [". ", "! ", "? ", "… "].iter().filter_map(|end| Some(tail.rfind(end)? + end.len())).max();
    match sentence.or_else(|| tail.rfind(' ')) {
        Some(end) => block[..near + end].trim_end(),
        None => head,
    }
}

/// First 32 hex digits of the SHA-256 of the parts, one after the other.
fn hash(parts: &[&str]) -> String {
    let mut sha = Sha256::new();
    for part in parts {
        sha.update(part);
    }
    sha.finalize().iter().take(16).fold(String::with_capacity(32), |mut hex, byte| {
        use std::fmt::Write as _;
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
