//! What one expression says, gathered from its words.

use super::calendar::{Clock, Part, Season, Unit};
use super::sense::{Count, Holiday, Sense};

/// The fields of an expression, as far as its words fill them.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Parts {
    pub(crate) year: Option<i16>,
    pub(crate) month: Option<i8>,
    pub(crate) day: Option<i8>,
    pub(crate) weekday: Option<i8>,
    pub(crate) season: Option<Season>,
    pub(crate) part: Option<Part>,
    pub(crate) clock: Option<Clock>,
    pub(crate) half_of_day: Option<i8>,
    pub(crate) holiday: Option<Holiday>,
    pub(crate) decade: Option<i16>,
    pub(crate) short_decade: Option<i16>,
    pub(crate) deictic: Option<i32>,
    /// "last", "this", "next", not said of a unit.
    pub(crate) shift: Option<i32>,
    /// "last week".
    pub(crate) shifted: Option<(i32, Unit)>,
    /// "third quarter".
    pub(crate) ranked: Option<(i32, Unit)>,
    /// "three years and four months".
    pub(crate) counted: Vec<(Count, Unit)>,
    /// A number or rank that no unit followed.
    pub(crate) bare_count: Option<Count>,
    pub(crate) bare_rank: Option<i32>,
    /// A unit without a number ("year-end").
    pub(crate) unit: Option<Unit>,
    pub(crate) reference: Option<String>,
    pub(crate) modifier: Option<String>,
    pub(crate) quant: Option<String>,
    pub(crate) freq: Option<String>,
    pub(crate) fixed: Option<String>,
    pub(crate) toward: Option<i32>,
    pub(crate) minutes: Option<i8>,
    pub(crate) eve: bool,
    pub(crate) anchored: bool,
    pub(crate) loosely: bool,
}

/// A number, rank or step that waits for its unit.
#[derive(Clone, Copy)]
enum Waiting {
    Count(Count),
    Rank(i32),
    Shift(i32),
}

impl Parts {
    /// Gathers the senses in text order.
    pub(crate) fn gather<'s>(senses: impl Iterator<Item = &'s Sense>) -> Self {
        let mut parts = Self::default();
        let mut waiting = None;
        for sense in senses {
            match sense {
                Sense::Count(count) => parts.wait(&mut waiting, Waiting::Count(*count)),
                Sense::Ordinal(rank) => parts.wait(&mut waiting, Waiting::Rank(*rank)),
                Sense::Shift(shift) => parts.wait(&mut waiting, Waiting::Shift(*shift)),
                Sense::Unit(unit) => parts.count(*unit, waiting.take()),
                other => parts.set(other),
            }
        }
        if let Some(waiting) = waiting {
            parts.leave(waiting);
        }
        parts.rank_a_day();
        parts
    }

    /// "ersten Juli".
    fn rank_a_day(&mut self) {
        let rank = self.bare_rank.filter(|_| self.month.is_some() && self.day.is_none());
        let day = rank.and_then(|rank| i8::try_from(rank).ok()).filter(|day| (1..=31).contains(day));
        self.day = self.day.or(day);
    }

    fn wait(&mut self, waiting: &mut Option<Waiting>, new: Waiting) {
        if let Some(old) = waiting.replace(new) {
            self.leave(old);
        }
    }

    /// Keeps a number, rank or step that no unit followed.
    fn leave(&mut self, waiting: Waiting) {
        match waiting {
            Waiting::Count(count) => self.bare_count = Some(count),
            Waiting::Rank(rank) => self.bare_rank = Some(rank),
            Waiting::Shift(shift) => self.shift = Some(shift),
        }
    }

    fn count(&mut self, unit: Unit, waiting: Option<Waiting>) {
        match waiting {
            Some(Waiting::Count(count)) => self.counted.push((count, unit)),
            Some(Waiting::Rank(rank)) => self.ranked = Some((rank, unit)),
            Some(Waiting::Shift(shift)) => self.shifted = Some((shift, unit)),
            None => self.unit = Some(unit),
        }
    }

    fn set(&mut self, sense: &Sense) {
        match sense {
            Sense::Month(month) => self.month = Some(*month),
            Sense::Weekday(weekday) => self.weekday = Some(*weekday),
            Sense::Season(season) => self.season = Some(*season),
            Sense::Part(part) => self.part = Some(*part),
            Sense::Clock(clock) => self.clock = Some(*clock),
            Sense::HalfOfDay(hours) => self.half_of_day = Some(*hours),
            Sense::Deictic(days) => self.deictic = Some(*days),
            Sense::Reference(value) => self.reference = Some(value.clone()),
            Sense::Modifier(value) => self.modifier = Some(value.clone()),
            Sense::Quant(value) => self.quant = Some(value.clone()),
            Sense::Freq(value) => self.freq = Some(value.clone()),
            Sense::Fixed(value) => self.fixed = Some(value.clone()),
            // Only winter lies in two years, and it is named after the second.
            Sense::Years(year) if self.season == Some(Season::Winter) => self.year = year.checked_add(1),
            Sense::Year(year) | Sense::Years(year) => self.year = Some(*year),
            Sense::Day(day) => self.day = Some(*day),
            Sense::Date(year, month, day) => {
                (self.year, self.month, self.day) = (year.or(self.year), Some(*month), Some(*day));
            }
            Sense::Decade(decade) => self.decade = Some(*decade),
            Sense::ShortDecade(decade) => self.short_decade = Some(*decade),
            Sense::Holiday(holiday) => self.holiday = Some(*holiday),
            Sense::Toward(toward) => self.toward = Some(*toward),
            Sense::Minutes(minutes) => self.minutes = Some(*minutes),
            Sense::Eve => self.eve = true,
            Sense::Anchored => self.anchored = true,
            Sense::Loosely => self.loosely = true,
            Sense::None | Sense::Count(_) | Sense::Ordinal(_) | Sense::Shift(_) | Sense::Unit(_) => {}
        }
    }

    /// Whether the expression belongs to a year that it does not name.
    pub(crate) fn is_of_some_year(&self) -> bool {
        let of_the_year = matches!(self.shifted, Some((0, Unit::Year))) && self.modifier.is_some();
        self.year.is_none()
            && (self.month.is_some() || of_the_year)
            && self.shift.is_none()
            && (self.shifted.is_none() || of_the_year)
    }

    /// Takes from the expression before it what a later one of a list leaves out ("May 24 and 25").
    pub(crate) fn go_on_from(&mut self, before: &Self) {
        if self.day.is_some() && self.month.is_none() {
            self.month = before.month;
            self.year = self.year.or(before.year);
        }
    }

    /// Takes from the last expression of a list or range what this one leaves out ("3. bis 5. Mai").
    pub(crate) fn complete_from(&mut self, last: &Self) {
        if self.day.is_some() && self.month.is_none() {
            self.month = last.month;
        }
        if self.month.is_some() || self.season.is_some() || self.ranked.is_some() || self.decade.is_some() {
            self.year = self.year.or(last.year);
            self.shifted = self.shifted.or(last.shifted);
        }
        if self.clock.is_some() || self.part.is_some() {
            self.half_of_day = self.half_of_day.or(last.half_of_day);
        }
        if let (Some(rank), None, Some((_, unit))) = (self.bare_rank, self.ranked, last.ranked) {
            self.ranked = Some((rank, unit));
            self.year = self.year.or(last.year);
        }
        if let (Some(count), true, Some((_, unit))) =
            (self.bare_count, self.counted.is_empty(), last.counted.last())
        {
            self.counted.push((count, *unit));
        }
        self.modifier = self.modifier.take().or_else(|| last.modifier.clone());
    }
}
