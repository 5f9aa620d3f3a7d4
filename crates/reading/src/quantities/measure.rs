//! A number or a range of numbers with its unit: "12", "zehn bis zwölf", "$10-12 million", "1,5 Mio. €".

use std::ops::Range;

use lagebild_knowledge::quantities::units;

use crate::numbers::{self, Number};

use crate::scope::Scope;

/// A number or a range with its unit, and the tokens it stands in.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Measure {
    pub(crate) tokens: Range<usize>,
    pub(crate) value: f64,
    pub(crate) high: Option<f64>,
    pub(crate) unit: Option<String>,
    /// What the last number's last word multiplied.
    pub(super) multiplier: f64,
}

/// No number in a report has more decimals that mean anything.
const MOST_DECIMALS: i32 = 4;

impl Measure {
    /// What one more in its last digit is worth: 100,000 in "2,5 Millionen", one in "3 Euro"; nothing where things are
    /// counted one by one ("zwölf").
    pub(crate) fn step(&self) -> f64 {
        if self.unit.is_none() && self.multiplier == 1.0 && self.value.fract() == 0.0 {
            return 0.0;
        }
        let digits = self.value / self.multiplier;
        let is_whole = |decimals: &i32| {
            let shifted = digits * 10_f64.powi(*decimals);
            (shifted - shifted.round()).abs() < 1e-6
        };
        let decimals = (0..MOST_DECIMALS).find(is_whole).unwrap_or(MOST_DECIMALS);
        self.multiplier / 10_f64.powi(decimals)
    }
}

/// "Eine bis vier" is a range, "ein bis 2019 offenes Haus" is none.
const MOST_AFTER_ONE: f64 = 100.0;

/// No sign of a unit has more tokens.
const LONGEST_SYMBOL: usize = 4;

/// From here on "pounds" are money.
pub(super) const LARGE: f64 = 10_000.0;

/// The measure that begins at `at`.
pub(crate) fn parse(scope: &Scope, at: usize) -> Option<Measure> {
    let low = parse_single(scope, at)?;
    Some(range(scope, &low).unwrap_or(low))
}

/// A single number with its sign and unit.
fn parse_single(scope: &Scope, at: usize) -> Option<Measure> {
    let (money, after_money) = money_sign(scope, at).map_or((None, at), |(unit, end)| (Some(unit), end));
    let is_negative = is_minus(scope, after_money);
    let number_at = after_money + usize::from(is_negative);
    let (number, glued_unit) = glued(scope, number_at, money.is_some())
        .or_else(|| numbers::cardinal(scope.context, number_at).map(|number| (number, None)))
        .or_else(|| first_of_range(scope, number_at).map(|number| (number, None)))?;
    let known = money.or(glued_unit).or_else(|| unit_inside(scope, number.end - 1));
    let (unit, end) = match known {
        Some(unit) => (Some(unit), number.end),
        None => unit_after(scope, number.end, number.value)
            .map_or((None, number.end), |(unit, end)| (Some(unit), end)),
    };
    if end > scope.tokens.end {
        return None;
    }
    let value = if is_negative { -number.value } else { number.value };
    Some(Measure { tokens: at..end, value, high: None, unit, multiplier: number.multiplier })
}

/// The unit that a compound of a multiplier ends with: "a trillion-dollar plan".
fn unit_inside(scope: &Scope, at: usize) -> Option<String> {
    let (_, last) = scope.lower(at).rsplit_once('-')?;
    let unit = scope.words().units.find(|offset| if offset == 0 { last } else { "" });
    unit.map(|(unit, _)| unit.clone())
}

/// An article that begins a range: "einer bis vier", "eine oder zwei Personen".
fn first_of_range(scope: &Scope, at: usize) -> Option<Number> {
    let article = numbers::article(scope.context, at)?;
    let words = scope.words();
    let link = scope.lower(article.end);
    let is_opened = words.range_openers.get(scope.lower_before(at)).is_some_and(|expected| link == expected);
    let is_linked = is_opened || words.range_links.contains(link);
    let high = numbers::cardinal(scope.context, article.end + 1).filter(|_| is_linked)?;
    (high.value > article.value && high.value < MOST_AFTER_ONE).then_some(article)
}

/// The range that begins with `low`: "zehn bis zwölf", "zwischen 10 und 12", "10–12 Millionen Euro".
fn range(scope: &Scope, low: &Measure) -> Option<Measure> {
    let words = scope.words();
    let link = scope.lower(low.tokens.end);
    let before = scope.lower_before(low.tokens.start);
    let is_link = match words.range_openers.get(before) {
        Some(expected) => link == expected,
        None => words.range_links.contains(link) && !words.change_openers.contains(before),
    };
    let is_dash = scope.is_tight_dash(low.tokens.end) && link != "/";
    if !is_link && !is_dash {
        return None;
    }
    let high = parse_single(scope, low.tokens.end + 1)?;
    let is_multiplied_too =
        low.multiplier == 1.0 && low.value < high.value / high.multiplier && low.unit.is_none();
    let value = if is_multiplied_too { numbers::product(low.value, high.multiplier) } else { low.value };
    let same_unit = low.unit.is_none() || low.unit == high.unit || high.unit.is_none();
    (same_unit && value < high.value).then(|| Measure {
        tokens: low.tokens.start..high.tokens.end,
        value,
        high: Some(high.value),
        unit: high.unit.or_else(|| low.unit.clone()),
        multiplier: high.multiplier,
    })
}

/// "€", "EUR", "US$" before a number.
fn money_sign(scope: &Scope, at: usize) -> Option<(String, usize)> {
    let prefix = scope.context.touches_next(at) && scope.word(at + 1) == "$";
    let sign_at = if prefix && matches!(scope.word(at), "US" | "U.S.") { at + 1 } else { at };
    let unit = units().money.get(scope.word(sign_at))?;
    Some((unit.clone(), sign_at + 1))
}

/// A sign or a word that makes the number after it less than zero; "plus or minus 3" names a distance.
fn is_minus(scope: &Scope, at: usize) -> bool {
    let plus = at.checked_sub(2).map_or("", |before| scope.lower(before));
    if scope.words().plus.contains(plus) {
        return false;
    }
    let sign =
        matches!(scope.word(at), "-" | "−") && scope.context.touches_next(at) && !scope.touches_before(at);
    sign || scope.words().minus.contains(scope.lower(at))
}

/// Digits with letters behind them in one token: "5m" after a sign of money, "5km".
fn glued(scope: &Scope, at: usize, is_money: bool) -> Option<(Number, Option<String>)> {
    let word = scope.word(at);
    let (digits, letters) = word.split_at_checked(word.find(char::is_alphabetic)?)?;
    let value = numbers::digits_value(digits, scope.context.language.numbers.decimal)?;
    let end = at + 1;
    if is_money {
        let multiplier = *units().multipliers.get(letters)?;
        return Some((Number { value: numbers::product(value, multiplier), multiplier, end }, None));
    }
    let unit = units().symbols.get(letters)?;
    Some((Number { value, multiplier: 1.0, end }, Some(unit.clone())))
}

/// The longest sign of a unit that begins at `at`, in one token or in several that touch ("km²", "MW/km²").
fn symbol(scope: &Scope, at: usize) -> Option<(String, usize)> {
    let mut written = String::new();
    let mut longest = None;
    for next in at..at + LONGEST_SYMBOL {
        if next > at && !scope.touches_before(next) {
            break;
        }
        written.push_str(scope.word(next));
        let unit = units().symbols.get(&written).or_else(|| units().money.get(&written));
        longest = unit.map(|unit| (unit.clone(), next + 1)).or(longest);
    }
    longest
}

/// The unit at `at`, behind a number of this size.
pub(super) fn unit_after(scope: &Scope, at: usize, value: f64) -> Option<(String, usize)> {
    if let Some(symbol) = symbol(scope, at) {
        return Some(symbol);
    }
    let words = scope.words();
    let (unit, length) = words.units.find(|offset| scope.lower(at + offset))?;
    let large = words.units_of_large_numbers.get(scope.lower(at)).filter(|_| value >= LARGE && length == 1);
    Some((large.unwrap_or(unit).clone(), at + length))
}
