//! What holds for the reading of any text, whatever a model says of it.

use lagebild_language::{Attribution, Grammar, Name, NameKind, Parse, Upos, analyse};
use lagebild_schema::{Act, Certainty, EntityKind, Form};
use proptest::prelude::*;

use crate::testing::report;
use crate::{Options, read_analysed};

/// Pieces of reports in which somebody may speak.
const PIECES: &[&str] = &[
    "sagte",
    "wies",
    "zurück",
    "laut",
    "nach Angaben",
    "unter Berufung auf",
    "er",
    "Sie",
    "Ada Muster",
    "Musters",
    "der Minister",
    "die",
    "62-Jährige",
    ",",
    ":",
    "„",
    "“",
    ".",
    "dass",
    "diese Darstellung",
    "Hafen",
    "und",
    "sei",
    "soll",
    "haben",
    "said",
    "citing",
    "she",
    "\n",
];

const RELATIONS: &[&str] = &[
    "nsubj",
    "nsubj:pass",
    "obl",
    "nmod",
    "appos",
    "flat",
    "case",
    "conj",
    "aux:pass",
    "acl:relcl",
    "compound:prt",
    "det",
    "punct",
];
const FEATURES: &[&str] = &[
    "",
    "Case=Gen|Gender=Masc|Number=Sing",
    "Case=Dat|Number=Plur",
    "PronType=Rel",
    "VerbForm=Fin|Number=Plur",
];

/// Numbers that a parse is made of, by turns.
struct Dice<'a>(&'a [usize], usize);

impl Dice<'_> {
    fn roll(&mut self, below: usize) -> usize {
        self.1 += 1;
        self.0[self.1 % self.0.len()] * self.1 % below.max(1)
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.roll(of.len())]
    }

    fn run(&mut self, words: usize) -> std::ops::Range<usize> {
        let start = self.roll(words);
        start..(start + 1 + self.roll(4)).min(words)
    }
}

/// What a model that knows nothing might say of so many words.
fn parse(words: usize, dice: &mut Dice) -> Parse {
    let grammar = (0..words).map(|_| Grammar {
        upos: dice.pick(&Upos::ALL),
        features: dice.pick(FEATURES).into(),
        lemma: String::new(),
        head: Some(dice.roll(words)),
        relation: dice.pick(RELATIONS).into(),
    });
    let grammar = grammar.collect();
    let mut names: Vec<Name> = Vec::new();
    while let Some(start) =
        Some(names.last().map_or(0, |name| name.words.end) + dice.roll(4)).filter(|start| *start < words)
    {
        let kind =
            dice.pick(&[NameKind::Person, NameKind::Organization, NameKind::Location, NameKind::Other]);
        names.push(Name { words: start..(start + 1 + dice.roll(2)).min(words), kind, confidence: 0.5 });
    }
    let attributions = (0..words / 3).map(|at| Attribution {
        content: vec![dice.run(words)],
        cue: vec![dice.run(words)],
        source: Some(dice.run(words)),
        citing: Some(dice.run(words)),
        addressee: Some(dice.run(words)),
        within: at.checked_sub(1),
        form: dice.pick(&[Form::Direct, Form::Free, Form::Reported]),
        act: dice.pick(&[Act::Deny, Act::State, Act::Accuse]),
        certainty: Certainty::Certain,
        kind: Some(EntityKind::Person),
        confidence: 0.9,
    });
    Parse { attributions: attributions.collect(), grammar, names, ..Parse::default() }
}

proptest! {
    #[test]
    fn any_parse_gives_a_reading_whose_spans_are_true(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 1..40),
        numbers in prop::collection::vec(0_usize..1000, 1..30),
        lang in prop::sample::select(vec!["de", "en", "fr"]),
    ) {
        let report = report(lang, &pieces.join(" "));
        let mut analysis = analyse(&report);
        analysis.parse = Some(parse(analysis.tokens.len(), &mut Dice(&numbers, 0)));
        let reading = read_analysed(report, &analysis, Vec::new(), Options { min_confidence: 0.0 });
        let entities = reading.entities.len();
        for source in reading.claims.iter().flat_map(|claim| &claim.sources) {
            prop_assert!(source.entity.is_none_or(|entity| entity.index() < entities));
        }
        for (at, claim) in reading.claims.iter().enumerate() {
            prop_assert!(claim.about.is_none_or(|about| about.index() < at));
            prop_assert!((0.0..=1.0).contains(&claim.confidence.0));
        }
        let back = reading.to_json().into_reading().expect("every span says what the text says there");
        prop_assert_eq!(back.claims.len(), reading.claims.len());
    }
}
