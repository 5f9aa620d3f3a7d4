//! On whose word: the sources of claims, gathered into groups and drawn as chains.
//!
//! A group is everything that rests on the same word: the same sources, who cite the same others in turn. So what an
//! outlet says of its own and what it has from an agency stand apart.

use std::collections::HashMap;
use std::slice;

use lagebild_schema::{Entity, EntityId, EntityKind, Reading, Source, Span};

use super::ledger::joined;
use super::style::{DIM, Paint as _, SOURCE};

/// Claims on the same word.
pub(super) struct Group {
    /// On whose word, to be written above them.
    pub(super) heading: String,
    /// Which claims of the reading, in text order.
    pub(super) claims: Vec<usize>,
}

/// A source and whom it relies on.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Link<'a> {
    who: Who<'a>,
    citing: Vec<Link<'a>>,
}

/// What makes two sources the same.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Who<'a> {
    /// The entity that the mention was resolved to, by its place in the reading.
    Entity(usize),
    /// A mention of somebody who was not resolved: nobody knows whether "he" is the other "he".
    Mention(&'a [Span]),
}

/// The claims of a reading by their sources, in the order of each group's first claim.
pub(super) fn groups(reading: &Reading) -> Vec<Group> {
    let mut places: HashMap<Vec<Link>, usize> = HashMap::new();
    let mut groups: Vec<Group> = Vec::new();
    for (index, claim) in reading.claims.iter().enumerate() {
        let links = links(&claim.sources, reading);
        let place = *places.entry(links).or_insert_with_key(|links| {
            groups.push(Group { heading: heading(links, reading), claims: Vec::new() });
            groups.len() - 1
        });
        groups[place].claims.push(index);
    }
    groups
}

/// The sources as links of chains, each once.
fn links<'a>(sources: &'a [Source], reading: &Reading) -> Vec<Link<'a>> {
    let mut links: Vec<Link> = Vec::new();
    for source in sources {
        let link = Link { who: who(source, reading), citing: links_cited(source, reading) };
        if !links.contains(&link) {
            links.push(link);
        }
    }
    links
}

/// Whom a source relies on. That it cites itself tells nothing.
fn links_cited<'a>(source: &'a Source, reading: &Reading) -> Vec<Link<'a>> {
    let itself = who(source, reading);
    links(&source.citing, reading).into_iter().filter(|link| link.who != itself).collect()
}

fn who<'a>(source: &'a Source, reading: &Reading) -> Who<'a> {
    let known = |index: &usize| reading.entities.get(*index).is_some_and(|entity| !entity.name.is_empty());
    let entity = source.entity.map(EntityId::index).filter(known);
    entity.map_or(Who::Mention(&source.spans), Who::Entity)
}

/// `Ada Muster, Hafensprecherin`, `dpa (agency)`, or a chain.
fn heading(links: &[Link], reading: &Reading) -> String {
    match links {
        [] => "(nobody named)".paint_words(DIM),
        [Link { who: Who::Entity(index), citing }] if citing.is_empty() => {
            let entity = &reading.entities[*index];
            [Some(introduced(entity)), kind(entity)].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        links => chain(links, reading),
    }
}

/// An entity's name with the first thing that the report says it is.
fn introduced(entity: &Entity) -> String {
    let name = name(entity).paint_words(SOURCE);
    match entity.roles.first() {
        Some(role) if !entity.name.contains(role.as_str()) => format!("{name}, {role}"),
        _ => name,
    }
}

/// The kind as a word, where it tells something that a name does not.
fn kind(entity: &Entity) -> Option<String> {
    let word = match entity.kind {
        EntityKind::Government => "government",
        EntityKind::Media => "media",
        EntityKind::Agency => "agency",
        EntityKind::Document => "document",
        EntityKind::Group => "group",
        EntityKind::Anonymous => "anonymous",
        EntityKind::Person
        | EntityKind::Organization
        | EntityKind::Country
        | EntityKind::Place
        | EntityKind::Facility
        | EntityKind::Unknown => return None,
    };
    Some(format!("({word})").paint(DIM))
}

/// The sources and, behind arrows, whom they rely on. Sources who rely on the same others share the arrow.
fn chain(links: &[Link], reading: &Reading) -> String {
    let Some(first) = links.first() else { return String::new() };
    if links.iter().any(|link| link.citing != first.citing) {
        let chains: Vec<String> = links.iter().map(|link| chain(slice::from_ref(link), reading)).collect();
        return chains.join("; ");
    }
    let heads = enumerated(links.iter().map(|link| label(&link.who, reading).paint_words(SOURCE)).collect());
    let cited = chain(&first.citing, reading);
    if cited.is_empty() { heads } else { format!("{heads} ← {cited}") }
}

/// How somebody is called: the fullest name, or the words of the mention.
fn label(who: &Who, reading: &Reading) -> String {
    match who {
        Who::Entity(index) => name(&reading.entities[*index]),
        Who::Mention(spans) => joined(spans, &reading.report.text),
    }
}

/// An entity's name; who is not named stands in quotation marks, for these are the report's words.
fn name(entity: &Entity) -> String {
    match entity.kind {
        EntityKind::Anonymous => format!("\"{}\"", entity.name),
        _ => entity.name.clone(),
    }
}

/// "A", "A and B", "A, B and C".
fn enumerated(mut names: Vec<String>) -> String {
    match names.pop() {
        Some(last) if !names.is_empty() => format!("{} and {last}", names.join(", ")),
        last => last.unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use lagebild_schema::{Act, Claim};

    use super::super::style::plain;
    use super::super::testing::{claim, entity, reading_of, source};
    use super::*;

    const TEXT: &str = "Die Abendpost meldet unter Berufung auf die Agentur Nordwort, Sicherheitskreise rechneten \
                        mit Streit. Hafensprecherin Ada Muster winkt ab, sie schweigt, er lacht, er geht.";

    fn entities() -> Vec<Entity> {
        let spokeswoman = Entity {
            roles: vec!["Hafensprecherin".to_owned()],
            ..entity(1, "Ada Muster", EntityKind::Person)
        };
        vec![
            spokeswoman,
            entity(2, "Abendpost", EntityKind::Media),
            entity(3, "Nordwort", EntityKind::Agency),
            entity(4, "Sicherheitskreise", EntityKind::Anonymous),
        ]
    }

    /// The groups of claims with these sources, each with how many claims it has.
    fn grouped(sources: Vec<Vec<Source>>) -> Vec<(String, Vec<usize>)> {
        let said = |sources| Claim { sources, ..claim(TEXT, Act::State, "Streit") };
        let reading = reading_of(TEXT, entities(), sources.into_iter().map(said).collect());
        groups(&reading).into_iter().map(|group| (plain(&group.heading), group.claims)).collect()
    }

    fn heading_of(sources: Vec<Source>) -> String {
        grouped(vec![sources]).remove(0).0
    }

    fn citing(source: Source, citing: Vec<Source>) -> Source {
        Source { citing, ..source }
    }

    #[test]
    fn a_spokeswoman_and_her_pronoun_are_one_source_with_her_office() {
        let groups = grouped(vec![
            vec![source(TEXT, "Ada Muster", Some(1))],
            vec![source(TEXT, "Abendpost", Some(2))],
            vec![source(TEXT, "sie", Some(1))],
        ]);
        assert_eq!(
            groups,
            [
                ("Ada Muster, Hafensprecherin".to_owned(), vec![0, 2]),
                ("Abendpost (media)".to_owned(), vec![1])
            ]
        );
    }

    #[test]
    fn an_outlet_cites_an_agency_that_cites_people_without_a_name() {
        let circles = source(TEXT, "Sicherheitskreise", Some(4));
        let agency = citing(source(TEXT, "Nordwort", Some(3)), vec![circles]);
        let outlet = citing(source(TEXT, "Abendpost", Some(2)), vec![agency]);
        assert_eq!(heading_of(vec![outlet]), "Abendpost ← Nordwort ← \"Sicherheitskreise\"");
    }

    #[test]
    fn what_an_outlet_has_from_an_agency_stands_apart_from_what_it_says_itself() {
        let outlet = || source(TEXT, "Abendpost", Some(2));
        let groups = grouped(vec![
            vec![citing(outlet(), vec![source(TEXT, "Nordwort", Some(3))])],
            vec![outlet()],
            vec![citing(outlet(), vec![source(TEXT, "die Agentur Nordwort", Some(3))])],
        ]);
        assert_eq!(
            groups,
            [("Abendpost ← Nordwort".to_owned(), vec![0, 2]), ("Abendpost (media)".to_owned(), vec![1])]
        );
    }

    #[test]
    fn two_outlets_with_the_same_agency_share_the_arrow() {
        let agency = || vec![source(TEXT, "Nordwort", Some(3))];
        let [one, other] = [("Ada Muster", 1), ("Abendpost", 2)]
            .map(|(name, entity)| citing(source(TEXT, name, Some(entity)), agency()));
        assert_eq!(heading_of(vec![one.clone(), other.clone()]), "Ada Muster and Abendpost ← Nordwort");
        let alone = Source { citing: Vec::new(), ..other };
        assert_eq!(heading_of(vec![one, alone]), "Ada Muster ← Nordwort; Abendpost");
    }

    #[test]
    fn nobody_says_that_he_is_the_other_he() {
        let first = source(TEXT, "er lacht", None);
        let other = source(TEXT, "er geht", None);
        let groups = grouped(vec![vec![first.clone()], vec![other], vec![first]]);
        assert_eq!(groups, [("er lacht".to_owned(), vec![0, 2]), ("er geht".to_owned(), vec![1])]);
    }

    #[test]
    fn a_source_that_cites_itself_or_is_named_twice_stands_once() {
        let agency = || source(TEXT, "Nordwort", Some(3));
        assert_eq!(heading_of(vec![citing(agency(), vec![agency()])]), "Nordwort (agency)");
        assert_eq!(heading_of(vec![agency(), agency()]), "Nordwort (agency)");
    }

    #[test]
    fn an_entity_that_is_not_there_is_called_as_the_text_calls_it() {
        assert_eq!(heading_of(vec![source(TEXT, "Ada Muster", Some(99))]), "Ada Muster");
        assert_eq!(heading_of(Vec::new()), "(nobody named)");
    }

    #[test]
    fn three_names_are_told_as_people_tell_them() {
        assert_eq!(enumerated(["A", "B", "C"].map(str::to_owned).to_vec()), "A, B and C");
        assert_eq!(enumerated(Vec::new()), "");
    }
}
