//! Invented readings for the tests of the view.

use lagebild_schema::{
    Act, Certainty, Claim, ClaimId, Codes, Confidence, Entity, EntityId, EntityKind, Form, Links, MadeBy,
    Reading, Report, SCHEMA, Source, Span,
};

/// Where these words first stand in the text.
pub(super) fn span(text: &str, words: &str) -> Span {
    let start = text.find(words).expect("the words stand in the text");
    Span::new(start, start + words.len())
}

/// A mention of a source: the reading's entity of that number, counted from one.
pub(super) fn source(text: &str, words: &str, entity: Option<usize>) -> Source {
    let entity = entity.map(|number| EntityId::at(number - 1));
    Source { spans: vec![span(text, words)], entity, citing: Vec::new() }
}

/// A certain claim of nobody.
pub(super) fn claim(text: &str, act: Act, content: &str) -> Claim {
    Claim {
        id: ClaimId::at(0),
        content: vec![span(text, content)],
        sources: Vec::new(),
        cue: Vec::new(),
        addressee: Vec::new(),
        form: Form::Indirect,
        act,
        certainty: Certainty::Certain,
        within: None,
        about: None,
        events: Vec::new(),
        times: Vec::new(),
        quantities: Vec::new(),
        confidence: Confidence(0.9),
    }
}

/// Somebody of whom only the name and the kind are known. Numbers count from one.
pub(super) fn entity(number: usize, name: &str, kind: EntityKind) -> Entity {
    Entity {
        id: EntityId::at(number - 1),
        name: name.to_owned(),
        kind,
        roles: Vec::new(),
        of: None,
        codes: Codes::default(),
        links: Links::default(),
        lat: None,
        lon: None,
        mentions: Vec::new(),
    }
}

/// A reading of nothing but claims.
pub(super) fn reading_of(text: &str, entities: Vec<Entity>, claims: Vec<Claim>) -> Reading {
    Reading {
        schema: SCHEMA.to_owned(),
        made_by: MadeBy { lagebild: "test".to_owned(), model: None },
        report: Report::of_text("de", text),
        entities,
        times: Vec::new(),
        quantities: Vec::new(),
        claims,
        withheld: 0,
        events: Vec::new(),
        findings: Vec::new(),
        unread: Vec::new(),
    }
}
