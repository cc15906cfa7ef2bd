//! Lists as people paste them: one a line, or with `;` or `,` between.

/// The entries of a pasted list, without blanks around them and without empty ones.
pub fn split(text: &str) -> Vec<String> {
    text.split(['\n', '\r', ';', ',', '\t'])
        .map(str::trim)
        .filter(|entry| !entry.is_empty())
        .map(str::to_owned)
        .collect()
}

/// One entry a line.
pub fn join(entries: &[String]) -> String {
    entries.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_separator_splits() {
        assert_eq!(
            split("a@x.org; b@x.org,c@x.org\r\n\n  d@x.org \te@x.org;"),
            ["a@x.org", "b@x.org", "c@x.org", "d@x.org", "e@x.org"]
        );
        assert!(split(" \n;, ").is_empty());
        assert_eq!(join(&split("a;b")), "a\nb");
    }
}
