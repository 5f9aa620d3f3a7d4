//! Who says what: the ledger's first part, one source after the other.
//!
//! Under each source stand its claims with their numbers, which also stand in the marked text above, so that the eye
//! finds the sentence.

use lagebild_schema::{Act, Certainty, Claim, ClaimId, Confidence, Reading};
use textwrap::WordSplitter::NoHyphenation;

use super::ledger::{headed, joined, shortened};
use super::sources::groups;
use super::style::{CUE, DIM, Paint as _, TIME};

/// Below so many percent, it is said how sure the reader is.
const SURE: f64 = 75.0;

/// Who says what.
pub(crate) fn claims(reading: &Reading, width: usize) -> String {
    let page = Page { reading, width, digits: reading.claims.len().to_string().len() };
    let groups = groups(reading).into_iter().map(|group| {
        let heading = page.set(&group.heading, " ", "   ");
        let entries = group.claims.iter().map(|index| page.entry(*index));
        heading + &entries.collect::<String>()
    });
    let mut parts: Vec<String> = groups.collect();
    parts.extend(withheld(reading.withheld).map(|line| page.set(&line.paint_words(DIM), " ", " ")));
    headed("who says what", &parts.join("\n"))
}

/// What the ledger is written on.
struct Page<'a> {
    reading: &'a Reading,
    width: usize,
    /// How many digits the longest number of a claim has.
    digits: usize,
}

impl Page<'_> {
    /// A claim with its number, and below it the times in it.
    fn entry(&self, index: usize) -> String {
        let claim = &self.reading.claims[index];
        let number = format!("{:>width$}", numbered(index), width = self.digits + 2);
        let margin = " ".repeat(self.digits + 5);
        let said = self.set(&self.said(claim), &format!("  {} ", number.paint(DIM)), &margin);
        match self.times(claim) {
            times if times.is_empty() => said,
            times => {
                said + &self.set(&times, &format!("{margin}{}", "· ".paint(DIM)), &format!("{margin}  "))
            }
        }
    }

    /// "denies, about [1]: he was there".
    fn said(&self, claim: &Claim) -> String {
        let content = shortened(&joined(&claim.content, &self.reading.report.text));
        let colon = if content.is_empty() { "" } else { ":" };
        let mut lead = vec![act(claim).paint_words(CUE)];
        lead.extend(self.circumstances(claim).iter().map(|circumstance| circumstance.paint_words(DIM)));
        format!("{}{colon} {content}", lead.join(", ")).trim_end().to_owned()
    }

    /// To whom it was said, what other claims it belongs to, and how sure the reader is.
    fn circumstances(&self, claim: &Claim) -> Vec<String> {
        let addressees =
            claim.addressee.iter().map(|addressee| joined(&addressee.spans, &self.reading.report.text));
        let addressees = addressees.filter(|name| !name.is_empty()).map(|name| format!("to {name}"));
        let about = claim.about.and_then(|id| self.other(id)).map(|number| format!("about {number}"));
        let within = claim.within.and_then(|id| self.other(id)).map(|number| format!("in {number}"));
        addressees.chain(about).chain(within).chain(doubt(claim.confidence)).collect()
    }

    /// The times in a claim, as the text has them and as the calendar has them.
    fn times(&self, claim: &Claim) -> String {
        let times = claim.times.iter().filter_map(|id| self.reading.times.get(id.index()));
        let text = &self.reading.report.text;
        let times = times.map(|time| format!("{} = {}", joined(&[time.span], text), time.value));
        times.map(|time| time.paint_words(TIME)).collect::<Vec<_>>().join(&" · ".paint(DIM))
    }

    /// The number of another claim, if that one is in the ledger.
    fn other(&self, id: ClaimId) -> Option<String> {
        (id.index() < self.reading.claims.len()).then(|| numbered(id.index()))
    }

    /// Lines as wide as the page, behind these margins. No date is split at its hyphens.
    fn set(&self, text: &str, first: &str, rest: &str) -> String {
        let options = textwrap::Options::new(self.width).word_splitter(NoHyphenation);
        textwrap::fill(text, options.initial_indent(first).subsequent_indent(rest)) + "\n"
    }
}

/// The number by which a claim is referred to: its place in the text.
fn numbered(index: usize) -> String {
    format!("[{}]", index + 1)
}

/// What the source does, with its certainty where it hedges.
fn act(claim: &Claim) -> String {
    let act = match claim.act {
        Act::State => "states",
        Act::Confirm => "confirms",
        Act::Deny => "denies",
        Act::Decline => "declines",
        Act::Announce => "announces",
        Act::Demand => "demands",
        Act::Propose => "proposes",
        Act::Promise => "promises",
        Act::Warn => "warns",
        Act::Accuse => "accuses",
        Act::Endorse => "endorses",
        Act::Reject => "rejects",
        Act::Predict => "predicts",
        Act::Believe => "believes",
        Act::Ask => "asks",
    };
    match claim.certainty {
        Certainty::Certain => act.to_owned(),
        Certainty::Probable => format!("{act}, probable"),
        Certainty::Possible => format!("{act}, possible"),
        Certainty::Open => format!("{act}, open"),
    }
}

/// "60 %", where the reader is not sure. The number and its sign stay on one line.
fn doubt(Confidence(share): Confidence) -> Option<String> {
    let percent = (share.clamp(0.0, 1.0) * 100.0).round();
    (percent < SURE).then(|| format!("{percent}\u{a0}%"))
}

/// That there is more, and how to see it.
fn withheld(more: usize) -> Option<String> {
    let are = if more == 1 { "is" } else { "are" };
    (more > 0).then(|| format!("{more} more {are} less sure than asked for; --min-confidence 0 shows them"))
}

#[cfg(test)]
mod tests {
    use lagebild_schema::{Addressee, EntityKind, Span, Time, TimeId, TimeType};

    use super::super::style::plain;
    use super::super::testing::{claim, entity, reading_of, source, span};
    use super::*;

    const TEXT: &str =
        "Der Hafen werde am Montag gesperrt, sagte Ada Muster der Abendpost. Das wies Bo Beispiel zurück.";

    fn announced() -> Claim {
        Claim {
            sources: vec![source(TEXT, "Ada Muster", Some(1))],
            addressee: vec![Addressee { spans: vec![span(TEXT, "der Abendpost")], entity: None }],
            times: vec![TimeId::at(0)],
            ..claim(TEXT, Act::State, "Der Hafen werde am Montag gesperrt")
        }
    }

    fn denied() -> Claim {
        Claim {
            sources: vec![source(TEXT, "Bo Beispiel", Some(2))],
            about: Some(ClaimId::at(0)),
            confidence: Confidence(0.6),
            ..claim(TEXT, Act::Deny, "Das")
        }
    }

    fn reading(claims: Vec<Claim>) -> Reading {
        let entities =
            vec![entity(1, "Ada Muster", EntityKind::Person), entity(2, "Bo Beispiel", EntityKind::Person)];
        let monday = Time {
            id: TimeId::at(0),
            span: span(TEXT, "Montag"),
            kind: TimeType::Date,
            value: "2024-06-17".to_owned(),
            modifier: None,
            quant: None,
            freq: None,
            anchor: None,
            from: None,
            until: None,
        };
        Reading { times: vec![monday], ..reading_of(TEXT, entities, claims) }
    }

    fn written(reading: &Reading, width: usize) -> String {
        plain(&claims(reading, width))
    }

    #[test]
    fn a_denial_says_what_it_denies_and_how_sure_the_reader_is() {
        let expected = "
WHO SAYS WHAT
 Ada Muster
  [1] states, to der Abendpost: Der Hafen werde am Montag gesperrt
      · Montag = 2024-06-17

 Bo Beispiel
  [2] denies, about [1], 60\u{a0}%: Das
";
        assert_eq!(written(&reading(vec![announced(), denied()]), 80), expected);
    }

    #[test]
    fn who_is_not_certain_is_said_to_be_so() {
        let hoped = Claim { certainty: Certainty::Possible, ..claim(TEXT, Act::Believe, "Das") };
        assert!(written(&reading(vec![hoped]), 80).contains("[1] believes, possible: Das\n"));
    }

    #[test]
    fn a_claim_in_another_names_it() {
        let inner = Claim { within: Some(ClaimId::at(0)), ..claim(TEXT, Act::State, "gesperrt") };
        assert!(written(&reading(vec![announced(), inner]), 80).contains("[2] states, in [1]: gesperrt\n"));
    }

    #[test]
    fn what_was_withheld_is_counted() {
        let more = |withheld| written(&Reading { withheld, ..reading(Vec::new()) }, 80);
        assert_eq!(more(0), "");
        assert!(more(1).contains("1 more is less sure than asked for; --min-confidence 0 shows them\n"));
        assert!(more(3).contains("3 more are less sure"));
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        let reading = Reading { withheld: 2, ..reading(vec![announced(), denied()]) };
        for width in 40..=110 {
            let wide = written(&reading, width).lines().map(textwrap::core::display_width).max();
            assert!(wide.is_some_and(|wide| wide <= width), "{width}");
        }
    }

    #[test]
    fn numbers_of_claims_stand_below_one_another() {
        let ledger = written(&reading(vec![denied(); 10]), 80);
        assert!(ledger.contains("\n   [9] denies") && ledger.contains("\n  [10] denies"), "{ledger}");
    }

    #[test]
    fn odd_claims_are_written_all_the_same() {
        let odd = Claim {
            content: vec![Span::new(7, 3), Span::new(9_000, 9_001)],
            addressee: vec![Addressee { spans: Vec::new(), entity: None }],
            within: Some(ClaimId::at(40)),
            about: Some(ClaimId::at(41)),
            times: vec![TimeId::at(42)],
            confidence: Confidence(f64::NAN),
            ..claim(TEXT, Act::Ask, "Das")
        };
        assert_eq!(written(&reading(vec![odd]), 40), "\nWHO SAYS WHAT\n (nobody named)\n  [1] asks\n");
    }
}
