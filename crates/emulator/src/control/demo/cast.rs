//! Who plays: fictional people, and numbers kept for fiction.

const GIVEN: &[&str] = &[
    "Amara", "Ben", "Chiara", "Diego", "Elif", "Farid", "Greta", "Hiro", "Ines", "Jonas", "Kavya", "Liam", "Maren",
    "Noor", "Oscar", "Priya", "Quinn", "Rosa", "Samir", "Thea", "Uma", "Viktor", "Wren", "Yusuf",
];

const FAMILY: &[&str] = &[
    "Abbott",
    "Brandt",
    "Castillo",
    "Doyle",
    "Eriksen",
    "Fontaine",
    "Gupta",
    "Hartley",
    "Ito",
    "Jansen",
    "Keller",
    "Lindqvist",
    "Mbeki",
    "Novak",
    "Okafor",
    "Petrov",
    "Quiroga",
    "Rossi",
    "Sato",
    "Tanaka",
    "Underhill",
    "Vargas",
    "Whitfield",
    "Zhou",
];

/// The `index`th person: the full name, and what stands before the @ of the e-mail address. The first 576 differ.
pub fn person(index: usize) -> (String, String) {
    let given = GIVEN[index % GIVEN.len()];
    let family = FAMILY[(index * 7 + index / GIVEN.len()) % FAMILY.len()];
    (format!("{given} {family}"), format!("{given}.{family}").to_lowercase())
}

/// Local numbers from +1 206 555 0100 on, `count` of them from the `first`.
pub fn local_numbers(first: usize, count: usize) -> Vec<String> {
    (first..first + count).map(|index| format!("+1206555{:04}", 100 + index)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn nobody_plays_two_people() {
        let names: BTreeSet<_> = (0..GIVEN.len() * FAMILY.len()).map(|index| person(index).1).collect();
        assert_eq!(names.len(), GIVEN.len() * FAMILY.len());
    }

    #[test]
    fn numbers_stay_in_the_range_that_is_kept_for_fiction() {
        assert_eq!(local_numbers(0, 2), ["+12065550100", "+12065550101"]);
        assert_eq!(local_numbers(99, 1), ["+12065550199"]);
    }
}
