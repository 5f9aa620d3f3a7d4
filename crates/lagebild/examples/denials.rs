//! Who denies what? Reads the reports named on the command line and prints every denial with its source.

use std::{env, fs};

use lagebild::{Given, schema::Act};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for path in env::args().skip(1) {
        for reading in lagebild::read(&fs::read(&path)?, &Given::default()) {
            let reading = reading?;
            let text = &reading.report.text;
            for claim in reading.claims.iter().filter(|claim| claim.act == Act::Deny) {
                let sources: Vec<_> = claim.sources.iter().flat_map(|source| &source.spans).collect();
                let who: Vec<_> = sources.iter().map(|span| span.of(text)).collect();
                let what: Vec<_> = claim.content.iter().map(|span| span.of(text)).collect();
                println!("{path}: {} denies: {}", who.join(", "), what.join(" … "));
            }
        }
    }
    Ok(())
}
