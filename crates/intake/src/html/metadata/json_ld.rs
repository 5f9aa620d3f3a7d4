//! Data for search engines: JSON-LD in the vocabulary of schema.org.

use serde_json::{Map, Value};

use crate::html::tree::single_spaced;

/// What the data says of the page's article.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Item {
    pub(super) headline: Option<String>,
    pub(super) description: Option<String>,
    /// Names of the people who wrote it, as written.
    pub(super) authors: Vec<String>,
    /// Names of the organisations that are said to have written it.
    pub(super) organisations: Vec<String>,
    pub(super) publisher: Option<String>,
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
    pub(super) language: Option<String>,
}

/// How many authors are looked at.
const MAX_AUTHORS: usize = 50;
/// How many objects of a page are looked at.
const MAX_OBJECTS: usize = 2_000;

/// The article that the page is about; scripts that are no JSON are passed over.
pub(super) fn article(scripts: &[&str]) -> Item {
    let values: Vec<Value> = scripts.iter().filter_map(|script| parse(script)).collect();
    let objects = objects(&values);
    let best =
        objects.iter().filter_map(|object| Some((rank(object)?, object))).min_by_key(|(rank, _)| *rank);
    best.map_or_else(Item::default, |(_, object)| read(object, &objects))
}

/// Reads JSON as pages write it: in CDATA, with line breaks in strings, with a semicolon at the end.
fn parse(script: &str) -> Option<Value> {
    let script = script.trim().trim_start_matches("<![CDATA[").trim_start_matches("//<![CDATA[");
    let script = script.trim_end_matches("//]]>").trim_end_matches("]]>").trim().trim_end_matches(';');
    serde_json::from_str(script).ok().or_else(|| {
        let spaced: String = script.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&spaced).ok()
    })
}

/// The objects that stand for the page and its parts: at the top, in lists and graphs, as main entities.
fn objects(values: &[Value]) -> Vec<&Map<String, Value>> {
    let mut found = Vec::new();
    let mut waiting: Vec<&Value> = values.iter().rev().collect();
    while let Some(value) = waiting.pop() {
        match value {
            Value::Array(items) => waiting.extend(items.iter().rev()),
            Value::Object(object) => {
                found.push(object);
                for key in ["mainEntity", "mainEntityOfPage", "@graph"] {
                    waiting.extend(object.get(key).filter(|value| value.is_object() || value.is_array()));
                }
            }
            _ => {}
        }
        if found.len() >= MAX_OBJECTS {
            break;
        }
    }
    found
}

/// How likely an object is the page's article: the lower the likelier, none where it cannot be.
fn rank(object: &Map<String, Value>) -> Option<u8> {
    let types = strings(object.get("@type"));
    let is = |endings: &[&str]| types.iter().any(|name| endings.iter().any(|ending| name.ends_with(ending)));
    if is(&["NewsArticle", "LiveBlogPosting"]) {
        Some(0)
    } else if is(&["Article", "Posting", "Report", "Review", "ClaimReview"]) {
        Some(1)
    } else if is(&["WebPage", "CreativeWork", "VideoObject", "ItemPage"]) {
        Some(2)
    } else {
        None
    }
}

fn read(object: &Map<String, Value>, objects: &[&Map<String, Value>]) -> Item {
    let text =
        |key: &str| strings(object.get(key)).into_iter().map(single_spaced).find(|text| !text.is_empty());
    let author = object.get("author").or_else(|| object.get("creator"));
    Item {
        headline: text("headline").or_else(|| text("name")).map(|headline| unescaped(&headline)),
        description: text("description").map(|description| unescaped(&description)),
        authors: names(author, objects, Some(false)),
        organisations: names(author, objects, Some(true)),
        publisher: names(object.get("publisher"), objects, None).into_iter().next(),
        published: text("datePublished").or_else(|| text("dateCreated")).or_else(|| text("uploadDate")),
        modified: text("dateModified"),
        language: text("inLanguage"),
    }
}

/// The names of people or organisations, given as text, as objects, or as references to other objects: of all, or of
/// those alone that are organisations, or that are not.
fn names(value: Option<&Value>, objects: &[&Map<String, Value>], organisations: Option<bool>) -> Vec<String> {
    let values = match value {
        Some(Value::Array(values)) => values.as_slice(),
        Some(value) => std::slice::from_ref(value),
        None => &[],
    };
    let mut names = Vec::new();
    for value in values.iter().take(MAX_AUTHORS) {
        let object = value.as_object().map(|object| resolve(object, objects));
        let types = object.map_or_else(Vec::new, |object| strings(object.get("@type")));
        let is_organisation = types.iter().any(|name| name.ends_with("Organization"));
        if organisations.is_none_or(|wanted| wanted == is_organisation) {
            names.extend(object.map_or_else(|| value.as_str().map(str::to_owned), name));
        }
    }
    names.iter().map(|name| unescaped(&single_spaced(name))).filter(|name| !name.is_empty()).collect()
}

/// The name of a person or an organisation; of a list of names, all with commas between them.
fn name(object: &Map<String, Value>) -> Option<String> {
    let whole = strings(object.get("name")).join(", ");
    if !whole.is_empty() {
        return Some(whole);
    }
    let part = |key: &str| object.get(key).and_then(Value::as_str);
    Some(format!("{} {}", part("givenName")?, part("familyName")?))
}

/// The object that another one refers to by its identifier.
fn resolve<'a>(object: &'a Map<String, Value>, objects: &[&'a Map<String, Value>]) -> &'a Map<String, Value> {
    if object.contains_key("name") {
        return object;
    }
    let wanted = object.get("@id");
    objects
        .iter()
        .find(|other| wanted.is_some() && other.get("@id") == wanted && other.contains_key("name"))
        .map_or(object, |other| *other)
}

/// A text, or all texts of a list.
fn strings(value: Option<&Value>) -> Vec<&str> {
    match value {
        Some(Value::String(text)) => vec![text],
        Some(Value::Array(values)) => values.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// Reads the entities that some pages write into their data.
fn unescaped(text: &str) -> String {
    if !text.contains('&') && !text.contains('<') {
        return text.to_owned();
    }
    let fragment = scraper::Html::parse_fragment(&text.chars().take(2_000).collect::<String>());
    single_spaced(&fragment.root_element().text().collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_is_found_in_lists_and_graphs() {
        for script in [
            r#"{"@type": "NewsArticle", "headline": "Pegel steigt"}"#,
            r#"[{"@type": "BreadcrumbList"}, {"@type": ["Article"], "headline": "Pegel steigt"}]"#,
            r#"{"@graph": [{"@type": "WebPage", "name": "Start"}, {"@type": "NewsArticle", "headline": "Pegel steigt"}]}"#,
            r#"{"@type": "WebPage", "mainEntity": {"@type": "ReportageNewsArticle", "headline": "Pegel  steigt"}}"#,
            "//<![CDATA[\n{\"@type\": \"NewsArticle\", \"headline\": \"Pegel\nsteigt\"};\n//]]>",
        ] {
            assert_eq!(article(&[script]).headline.as_deref(), Some("Pegel steigt"), "{script}");
        }
    }

    #[test]
    fn broken_data_is_passed_over() {
        let good = r#"{"@type": "NewsArticle", "datePublished": "2031-05-04"}"#;
        assert_eq!(article(&["{\"@type\": ", "", good]).published.as_deref(), Some("2031-05-04"));
        assert_eq!(article(&["nichts"]), Item::default());
    }

    #[test]
    fn authors_are_people_and_references_to_people() {
        let script = r##"{"@graph": [
            {"@type": "NewsArticle", "author": [{"@id": "#1"}, {"@type": "Person", "name": "Ole R&ouml;hr"},
                {"@type": "Organization", "name": "Lauterbote"}, "Mia Zorn"]},
            {"@id": "#1", "@type": "Person", "name": "Ada Quast"}]}"##;
        assert_eq!(article(&[script]).authors, ["Ada Quast", "Ole Röhr", "Mia Zorn"]);
    }

    #[test]
    fn deep_data_ends_the_reading_of_it_and_nothing_else() {
        let deep = "[".repeat(100_000);
        assert_eq!(article(&[&deep]), Item::default());
    }
}
