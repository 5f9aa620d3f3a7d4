//! Questions to the tree of a sentence: whose subject, which phrase, what clause.

use lagebild_language::{Grammar, Parse, Upos};

use crate::context::Run;

/// How many words up a subject may be shared ("trat zurück, kritisierte … und erklärte").
const SHARED: usize = 6;

/// The trees of a report's sentences. A word is named by its index.
pub(crate) struct Syntax<'a> {
    grammar: &'a [Grammar],
    /// The word that each depends on; going up ends at a word without one.
    heads: Vec<Option<usize>>,
    /// The words that depend on each word, in text order.
    children: Vec<Vec<usize>>,
}

impl<'a> Syntax<'a> {
    pub(crate) fn new(parse: &'a Parse) -> Self {
        let grammar = &parse.grammar[..];
        let heads = without_circles(grammar);
        let mut children = vec![Vec::new(); grammar.len()];
        for (word, head) in heads.iter().enumerate() {
            if let Some(head) = head {
                children[*head].push(word);
            }
        }
        Self { grammar, heads, children }
    }

    pub(crate) fn upos(&self, at: usize) -> Option<Upos> {
        self.grammar.get(at).map(|word| word.upos)
    }

    pub(crate) fn head(&self, at: usize) -> Option<usize> {
        *self.heads.get(at)?
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

/// The heads, without those outside, and without one in each circle: a model may err, and nobody may go round for ever.
fn without_circles(grammar: &[Grammar]) -> Vec<Option<usize>> {
    let mut heads: Vec<Option<usize>> =
        grammar.iter().map(|word| word.head.filter(|head| *head < grammar.len())).collect();
    // The round in which each word was passed; 0 for none.
    let mut passed = vec![0; heads.len()];
    for word in 0..heads.len() {
        let mut at = word;
        while passed[at] == 0 {
            passed[at] = word + 1;
            match heads[at] {
                Some(head) if passed[head] == word + 1 => heads[at] = None,
                Some(head) => at = head,
                None => {}
            }
        }
    }
    heads
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree of words that depend on these.
    fn parse(heads: &[Option<usize>]) -> Parse {
        let word = |head: &Option<usize>| Grammar {
            upos: Upos::Noun,
            features: "".into(),
            lemma: String::new(),
            head: *head,
            relation: "nmod".into(),
        };
        Parse { grammar: heads.iter().map(word).collect(), ..Parse::default() }
    }

    #[test]
    fn a_circle_is_opened_and_a_tree_is_left_alone() {
        let circle = parse(&[Some(1), Some(2), Some(0), Some(9), Some(4)]);
        let syntax = Syntax::new(&circle);
        assert_eq!([0, 1, 2, 3, 4].map(|at| syntax.head(at)), [Some(1), Some(2), None, None, None]);
        let tree = parse(&[Some(1), None, Some(1), Some(2)]);
        let syntax = Syntax::new(&tree);
        assert_eq!([0, 1, 2, 3].map(|at| syntax.head(at)), [Some(1), None, Some(1), Some(2)]);
        assert_eq!(syntax.phrase(1), 0..4);
    }
}
