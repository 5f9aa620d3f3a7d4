//! Questions to the tree of a sentence: whose subject, which phrase, what clause.

use std::ops::Range;

use lagebild_language::{Grammar, Parse, Upos};

/// A run of words.
type Run = Range<usize>;

/// How many words up a subject may be shared ("trat zurück, kritisierte … und erklärte").
const SHARED: usize = 6;

/// The trees of a report's sentences. A word is named by its index.
pub(crate) struct Syntax<'a> {
    grammar: &'a [Grammar],
    /// The words that depend on each word, in text order.
    children: Vec<Vec<usize>>,
}

impl<'a> Syntax<'a> {
    pub(crate) fn new(parse: &'a Parse) -> Self {
        let grammar = &parse.grammar[..];
        let mut children = vec![Vec::new(); grammar.len()];
        for (word, entry) in grammar.iter().enumerate() {
            if let Some(children) = entry.head.and_then(|head| children.get_mut(head)) {
                children.push(word);
            }
        }
        Self { grammar, children }
    }

    pub(crate) fn upos(&self, at: usize) -> Option<Upos> {
        self.grammar.get(at).map(|word| word.upos)
    }

    pub(crate) fn head(&self, at: usize) -> Option<usize> {
        self.grammar.get(at)?.head
    }

    /// The relation of a word to its head, with its subtype.
    pub(crate) fn relation(&self, at: usize) -> &'a str {
        self.grammar.get(at).map_or("", |word| &word.relation)
    }

    /// The relation without its subtype.
    pub(crate) fn universal(&self, at: usize) -> &'a str {
        self.relation(at).split(':').next().unwrap_or_default()
    }

    pub(crate) fn feature(&self, at: usize, name: &str) -> Option<&'a str> {
        self.grammar.get(at)?.feature(name)
    }

    pub(crate) fn children(&self, at: usize) -> &[usize] {
        self.children.get(at).map_or(&[], Vec::as_slice)
    }

    /// The first word depending on `at` in one of some relations.
    pub(crate) fn child(&self, at: usize, relations: &[&str]) -> Option<usize> {
        self.children(at).iter().copied().find(|child| relations.contains(&self.universal(*child)))
    }

    /// The word of a run that its other words hang on: the first whose head is outside.
    pub(crate) fn top(&self, run: &Run) -> Option<usize> {
        run.clone().find(|at| {
            self.head(*at).is_none_or(|head| !run.contains(&head)) && self.upos(*at) != Some(Upos::Punct)
        })
    }

    /// The verb among some words: a full verb before an auxiliary.
    pub(crate) fn verb(&self, runs: &[Run]) -> Option<usize> {
        let words = || runs.iter().flat_map(Clone::clone);
        let of = |upos| words().find(|at| self.upos(*at) == Some(upos));
        of(Upos::Verb).or_else(|| of(Upos::Aux))
    }

    /// Whether a verb stands in the passive.
    pub(crate) fn is_passive(&self, verb: usize) -> bool {
        let passive =
            |child: &usize| matches!(self.relation(*child), "nsubj:pass" | "aux:pass" | "csubj:pass");
        self.children(verb).iter().any(passive) || self.feature(verb, "Voice") == Some("Pass")
    }

    /// The subject of a verb: its own, or that of the verb it is joined to.
    pub(crate) fn subject(&self, verb: usize) -> Option<usize> {
        let mut at = verb;
        for _ in 0..SHARED {
            if let Some(subject) = self.child(at, &["nsubj"]) {
                return Some(self.antecedent(subject, at));
            }
            at = match self.universal(at) {
                "conj" | "xcomp" | "aux" | "cop" | "ccomp"
                    if self.is_infinite(at) || self.universal(at) != "ccomp" =>
                {
                    self.head(at)?
                }
                "advcl" if self.is_infinite(at) => self.head(at)?,
                _ => return None,
            };
        }
        None
    }

    fn is_infinite(&self, verb: usize) -> bool {
        matches!(self.feature(verb, "VerbForm"), Some("Inf" | "Part" | "Ger" | "Conv"))
            && self.child(verb, &["aux", "cop"]).is_none()
    }

    /// What a relative pronoun stands for: the noun that its clause describes.
    fn antecedent(&self, subject: usize, verb: usize) -> usize {
        let relative = self.feature(subject, "PronType").is_some_and(|kind| kind.contains("Rel"));
        match self.head(verb).filter(|_| relative && self.universal(verb) == "acl") {
            Some(noun) => noun,
            None => subject,
        }
    }

    /// Who does what a passive verb says: "von X", "by X".
    pub(crate) fn agent(&self, verb: usize, is_by: impl Fn(usize) -> bool) -> Option<usize> {
        let agent = |child: &&usize| {
            self.universal(**child) == "obl" && self.child(**child, &["case"]).is_some_and(&is_by)
        };
        self.children(verb).iter().find(agent).copied()
    }

    /// The phrase around its head: what hangs on it, without clauses and without the preposition before it.
    pub(crate) fn phrase(&self, head: usize) -> Run {
        let mut run = head..head + 1;
        let mut open = vec![head];
        while let Some(at) = open.pop() {
            for &child in self.children(at) {
                let relation = self.universal(child);
                let apart = matches!(
                    relation,
                    "punct"
                        | "acl"
                        | "advcl"
                        | "parataxis"
                        | "nsubj"
                        | "cop"
                        | "aux"
                        | "ccomp"
                        | "mark"
                        | "obl"
                        | "cc"
                        | "dep"
                );
                let outer = at == head && matches!(relation, "case" | "advmod" | "conj");
                if apart && !(relation == "acl" && child < head) || outer {
                    continue;
                }
                open.push(child);
                run.start = run.start.min(child);
                run.end = run.end.max(child + 1);
            }
        }
        run
    }
}
