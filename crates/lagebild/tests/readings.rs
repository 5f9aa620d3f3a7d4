//! Whole readings of the example reports, as a person sees them and as a program does.

use std::path::Path;
use std::process::Command;

use snapbox::cmd::cargo_bin;

fn read(report: &str, options: &[&str]) -> String {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let output = Command::new(cargo_bin!("lagebild"))
        .arg("read")
        .args(options)
        .arg(examples.join(report))
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

macro_rules! readings {
    ($($name:ident: $report:literal),* $(,)?) => {
        $(
            #[test]
            fn $name() {
                insta::assert_snapshot!(stringify!($name), read($report, &[]));
            }
        )*
    };
}

readings! {
    patrol_boats: "de/patrouillenboote.html",
    ferry_accident: "de/faehrunglueck.txt",
    town_budget: "de/haushalt.txt",
    harbour_crane: "de/hafenkran.html",
    security_circles: "de/sicherheitskreise.txt",
    flood_ticker: "de/liveticker.html",
    pilots_strike: "de/streik.json",
    ceasefire: "en/ceasefire.html",
    harbour_budget: "en/harbour-budget.txt",
    wildfire: "en/wildfire.txt",
    ministers: "en/ministers.jsonl",
    rail_talks: "en/rail-talks.txt",
}

#[test]
fn patrol_boats_as_json() {
    let reading: serde_json::Value =
        serde_json::from_str(&read("de/patrouillenboote.html", &["--json"])).unwrap();
    insta::assert_json_snapshot!("patrol_boats_as_json", reading);
}
