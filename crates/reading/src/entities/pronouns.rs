//! Pronouns, and what else only points to somebody just spoken of.

use lagebild_language::Upos;
use lagebild_schema::EntityKind;

use super::Run;
use super::reader::Reader;
use super::register::Known;

/// How many sentences back somebody may have been spoken of whom a pronoun means.
const BACK: usize = 4;

impl Reader<'_> {
    pub(super) fn is_pronoun(&self, run: &Run, head: usize) -> bool {
        let words = &self.context.language.speech.words;
        let lower = self.context.lower(head);
        self.syntax.upos(head) == Some(Upos::Pron)
            || run.len() == 1 && (words.pronouns.has(lower) || words.oblique.has(lower))
    }

    /// An entity for a pronoun of which nobody knows whom it means; the next one need not mean the same.
    pub(super) fn unknown(&mut self, run: &Run) -> usize {
        let name = self.context.span(run.clone()).of(&self.context.report.text).to_owned();
        self.register.add(Known { name, ..Known::default() })
    }

    /// "der 62-Jährige", "the 62-year-old": somebody of whom the text has spoken, by no more than an age.
    pub(super) fn is_the_one_aged(&self, run: &Run) -> bool {
        let words = &self.context.language.speech.words;
        run.len() == 2
            && words.ages.has_head_of(self.context.lower(run.end - 1))
            && words.determiners.has(self.context.lower(run.start))
            && self.syntax.feature(run.start, "Definite") != Some("Ind")
    }

    /// Whether a pronoun means several: as the verb says, for "sie" and "they" do not tell.
    fn is_plural(&self, pronoun: usize) -> bool {
        let verb = self.syntax.head(pronoun).filter(|_| self.syntax.universal(pronoun) == "nsubj");
        let finite = |verb: usize| {
            let auxiliary = self.syntax.children(verb).iter().copied();
            let mut all =
                auxiliary.filter(|at| matches!(self.syntax.universal(*at), "aux" | "cop")).chain([verb]);
            all.find_map(|at| {
                self.syntax.feature(at, "VerbForm").filter(|form| *form == "Fin")?;
                self.syntax.feature(at, "Number")
            })
        };
        let number = verb.and_then(finite).or_else(|| self.syntax.feature(pronoun, "Number"));
        number == Some("Plur")
    }

    /// Whom a pronoun means: the likeliest of those just spoken of whose gender and number fit.
    pub(super) fn antecedent(&self, run: &Run) -> Option<usize> {
        let pronoun = run.start;
        let sentence = self.context.sentence_of(pronoun);
        let gender = self.syntax.feature(pronoun, "Gender");
        let is_plural = self.is_plural(pronoun);
        let fits = |known: &Known| {
            let is_same = |other: &String| gender.is_none_or(|gender| gender == other);
            // Of anything but a person the gender must be known: "it" is what most names are.
            let is_person = known.kind == Some(EntityKind::Person);
            known.is_plural == is_plural
                && (is_plural || known.gender.as_ref().map_or(is_person, is_same))
                && known.kind != Some(EntityKind::Place)
        };
        let salience = |known: &Known| {
            let told = known
                .mentions
                .iter()
                .filter(|told| told.run.end <= pronoun && told.sentence + BACK >= sentence);
            told.map(|told| {
                let near = 2 * (BACK - (sentence - told.sentence));
                (near + told.weight + usize::from(known.kind == Some(EntityKind::Person)) * 2, told.run.start)
            })
            .max()
        };
        let candidates = self.register.all.iter().enumerate().filter(|(_, known)| fits(known));
        candidates.filter_map(|(at, known)| Some((salience(known)?, at))).max().map(|(_, at)| at)
    }
}
