use super::{check, check_none};

#[test]
fn days_are_counted_from_the_report() {
    check(
        "en",
        &[
            ("The ministry said on Sunday.", &["Sunday | DATE | 2024-06-16 | 2024-06-16 | 2024-06-17"]),
            ("She resigned Friday.", &["Friday | DATE | 2024-06-14 | 2024-06-14 | 2024-06-15"]),
            ("The council will meet on Friday.", &["Friday | DATE | 2024-06-21 | 2024-06-21 | 2024-06-22"]),
            ("They met last Thursday.", &["last Thursday | DATE | 2024-06-13 | 2024-06-13 | 2024-06-14"]),
            ("He spoke yesterday.", &["yesterday | DATE | 2024-06-15 | 2024-06-15 | 2024-06-16"]),
            (
                "Shots were fired late on Friday night.",
                &["Friday night | TIME | 2024-06-14TNI | 2024-06-14T22:00:00 | 2024-06-15T06:00:00"],
            ),
            ("He flew home the next day.", &["the next day | DATE | 2024-06-17 | 2024-06-17 | 2024-06-18"]),
        ],
    );
}

#[test]
fn the_verb_of_its_own_clause_says_where_a_day_lies() {
    super::check_values(
        "en",
        &[
            ("He was sentenced Thursday by a judge.", "2024-06-13"),
            ("She told farmers on Tuesday that they must wait.", "2024-06-11"),
            ("He could not be reached Friday.", "2024-06-14"),
            ("It has rained since August.", "2023-08"),
            ("Letters revealed in July hurt her.", "2023-07"),
            ("The bank ended a meeting on Friday by saying it would wait.", "2024-06-14"),
            ("The mayor has toured the valley before Tuesday's vote.", "2024-06-18"),
            ("Voters will decide in Tuesday's primary.", "2024-06-18"),
            ("She toured the valley ahead of Tuesday's vote.", "2024-06-18"),
            ("If the mayor wins Tuesday, he keeps the office.", "2024-06-18"),
            ("The dam must be sealed by Friday, she said.", "2024-06-21"),
            ("The ferry could sail as early as Tuesday.", "2024-06-18"),
        ],
    );
}

#[test]
fn rates_are_sets() {
    super::check_values(
        "en",
        &[
            ("It pays $15 an hour.", "PT1H"),
            ("The mill runs seven days a week.", "P7D"),
            ("He worked 40 hours.", "PT40H"),
        ],
    );
}

#[test]
fn dates_are_written_in_many_ways() {
    check(
        "en",
        &[
            (
                "It began on October 3, 2012.",
                &["October 3, 2012 | DATE | 2012-10-03 | 2012-10-03 | 2012-10-04"],
            ),
            (
                "It began on Oct. 3, the report says.",
                &["Oct. 3 | DATE | 2023-10-03 | 2023-10-03 | 2023-10-04"],
            ),
            (
                "It began on 3 October 2012.",
                &["3 October 2012 | DATE | 2012-10-03 | 2012-10-03 | 2012-10-04"],
            ),
            ("It was filed 10/3/2012.", &["10/3/2012 | DATE | 2012-10-03 | 2012-10-03 | 2012-10-04"]),
            (
                "In the first half of 2024 sales fell.",
                &["the first half of 2024 | DATE | 2024-H1 | 2024-01-01 | 2024-07-01"],
            ),
            ("It opened in May 2019.", &["May 2019 | DATE | 2019-05 | 2019-05-01 | 2019-06-01"]),
            (
                "In the early 1990s it closed.",
                &["the early 1990s | DATE | 199 START | 1990-01-01 | 1993-05-02"],
            ),
            (
                "It will open on Christmas Day.",
                &["Christmas Day | DATE | 2024-12-25 | 2024-12-25 | 2024-12-26"],
            ),
        ],
    );
}

#[test]
fn weeks_months_and_years_are_counted_from_the_report() {
    check(
        "en",
        &[
            ("He left late last week.", &["late last week | DATE | 2024-W23 END | 2024-06-08 | 2024-06-10"]),
            ("Sales rose last year.", &["last year | DATE | 2023 | 2023-01-01 | 2024-01-01"]),
            ("It started two weeks ago.", &["two weeks ago | DATE | 2024-W22 | 2024-05-27 | 2024-06-03"]),
            (
                "It will end early next month.",
                &["early next month | DATE | 2024-07 START | 2024-07-01 | 2024-07-11"],
            ),
            (
                "In the first quarter of 2023 it earned $2 million, against $1 million a year earlier.",
                &[
                    "the first quarter of 2023 | DATE | 2023-Q1 | 2023-01-01 | 2023-04-01",
                    "a year earlier | DATE | 2022-Q1 | 2022-01-01 | 2022-04-01",
                ],
            ),
        ],
    );
}

#[test]
fn lengths_and_sets() {
    check(
        "en",
        &[
            ("The war lasted about three years.", &["about three years | DURATION | P3Y APPROX | - | -"]),
            ("After a two-hour meeting they left.", &["two-hour | DURATION | PT2H | - | -"]),
            (
                "Over the past two months it fell.",
                &["the past two months | DURATION | P2M | 2024-04-16 | 2024-06-17"],
            ),
            ("They meet every Monday.", &["every Monday | SET | XXXX-WXX-1 | - | -"]),
            ("It is inspected daily.", &["daily | SET | P1D | - | -"]),
        ],
    );
}

#[test]
fn times_of_day_are_read_with_their_day() {
    check(
        "en",
        &[(
            "The vote is at 3:30 p.m. EST Monday.",
            &["3:30 p.m. EST Monday | TIME | 2024-06-10T15:30 | 2024-06-10T15:30:00 | 2024-06-10T15:31:00"],
        )],
    );
}

#[test]
fn words_that_only_look_like_times_are_left_alone() {
    check_none(
        "en",
        &[
            "They may march again, said May Smith of The Sun.",
            "He gave a second speech to 2000 people.",
            "The 35-year-old driver paid $1990.",
            "It costs $3.10 a share.",
            "The Daily News and the Tonight Show disagreed over the past two elections.",
            "It rose by 2,000 after the fall of the wall.",
        ],
    );
}
