//! What is known not to have been read, and why.

use lagebild_knowledge::Language;
use lagebild_language::MOST_PARSED;
use lagebild_schema::{Span, Unread};

use crate::claims::LONGEST_SENTENCE;
use crate::context::Context;

/// What is known not to have been read, in text order.
pub(crate) fn find(context: &Context) -> Vec<Unread> {
    let mut unread: Vec<Unread> = foreign(context).into_iter().chain(unmeasured(context)).collect();
    unread.extend(long_sentences(context));
    unread.extend(beyond_the_model(context));
    unread
}

/// The whole text, where its language lacks tables that some question needs.
fn foreign(context: &Context) -> Option<Unread> {
    let is_parsed = context.analysis.parse.is_some();
    let questions = unasked(context.language, is_parsed);
    let lang = match context.report.lang.as_str() {
        "unknown" => "the language could not be told".to_owned(),
        code => format!("the language '{code}' has no tables for it yet"),
    };
    let reason = format!("{lang}, so this was not read: {}", questions.join(", "));
    (!questions.is_empty()).then(|| Unread { span: Span::new(0, context.report.text.len()), reason })
}

/// The whole text, where its claims are read by the model alone, without the tables that correct it.
fn unmeasured(context: &Context) -> Option<Unread> {
    let by_model_alone = context.analysis.parse.is_some() && context.language.speech.verbs.is_empty();
    let reason = format!(
        "the language '{}' has no tables of speech yet: who says what was read by the model alone, and how well was not measured",
        context.report.lang
    );
    by_model_alone.then(|| Unread { span: Span::new(0, context.report.text.len()), reason })
}

/// The questions that nobody asked, for want of tables in a language; claims are read by the model too.
fn unasked(language: &Language, is_parsed: bool) -> Vec<&'static str> {
    let questions = [
        ("when", language.times.rules.is_empty() && language.times.phrases.is_empty()),
        ("how many", language.numbers.words.is_empty()),
        ("who says what", language.speech.verbs.is_empty() && !is_parsed),
    ];
    questions.into_iter().filter_map(|(question, lacks_tables)| lacks_tables.then_some(question)).collect()
}

/// Sentences so long that nobody looked for speech in them: lists and tables without full stops.
fn long_sentences(context: &Context) -> impl Iterator<Item = Unread> {
    let long = context.sentences().iter().filter(|sentence| sentence.tokens.len() > LONGEST_SENTENCE);
    long.map(|sentence| Unread {
        span: sentence.span,
        reason: format!(
            "this sentence has {} words; grammar looks for who says what in sentences of up to {LONGEST_SENTENCE}",
            sentence.tokens.len()
        ),
    })
}

/// What stands behind the last word that the model read.
fn beyond_the_model(context: &Context) -> Option<Unread> {
    let parsed = context.analysis.parse.as_ref()?.grammar.len();
    let (first, last) = (context.token(parsed)?, context.analysis.tokens.last()?);
    let reason = format!(
        "the model reads the first {MOST_PARSED} words of a report; from here on grammar and word lists alone read"
    );
    Some(Unread { span: first.span.cover(last.span), reason })
}

#[cfg(test)]
mod tests {
    use crate::testing::read_text;

    fn reasons(lang: &str, text: &str) -> Vec<String> {
        read_text(lang, text).unread.into_iter().map(|unread| unread.reason).collect()
    }

    #[test]
    fn a_language_without_tables_says_so() {
        assert!(reasons("de", "Der Pegel steigt.").is_empty());
        assert!(reasons("en", "The river is rising.").is_empty());
        let french = reasons("fr", "Le fleuve monte, a dit la maire.");
        assert!(french.len() == 1 && french[0].contains("who says what"), "{french:?}");
        let unknown = reasons("unknown", "Ĉu la rivero altiĝas?");
        assert!(unknown.len() == 1 && unknown[0].contains("could not be told"), "{unknown:?}");
    }

    #[test]
    fn a_sentence_without_end_is_named() {
        let list = "Fähre, ".repeat(400);
        let reasons = reasons("de", &list);
        assert!(reasons.len() == 1 && reasons[0].contains("800 words"), "{reasons:?}");
    }
}
