//! Words of a POSIX shell.

/// `word` as the shell gives it back: bare where that is safe, else in single quotes.
pub(super) fn quote(word: &str) -> String {
    let safe = |letter: char| letter.is_ascii_alphanumeric() || "-_./:=@%+,".contains(letter);
    if !word.is_empty() && word.chars().all(safe) {
        return word.to_owned();
    }
    // A single quote cannot stand inside single quotes.
    ["'", &word.replace('\'', r"'\''"), "'"].concat()
}

/// Words on lines of their own, joined as one command.
pub(super) fn lines(parts: &[String]) -> String {
    parts.join(" \\\n  ")
}

#[cfg(test)]
mod tests {
    use super::quote;

    #[test]
    fn quotes_what_a_shell_would_read() {
        assert_eq!(quote("ada@example.com"), "ada@example.com");
        assert_eq!(quote("+12065550100"), "+12065550100");
        assert_eq!(quote(""), "''");
        assert_eq!(quote("two words"), "'two words'");
        assert_eq!(quote("$HOME `x` !"), "'$HOME `x` !'");
        assert_eq!(quote("it's"), r"'it'\''s'");
        assert_eq!(quote("~"), "'~'");
    }

    #[test]
    #[cfg(unix)]
    fn a_shell_gives_back_what_was_quoted() {
        for word in ["", "it's", "a\nb", r#"{"k": "v\\"}"#, "$(x) `y` \\ * ?", "~", "#", "ü🔔", "-n"] {
            let command = format!("printf %s. {}", quote(word));
            let output = std::process::Command::new("sh").args(["-c", &command]).output().unwrap();
            assert_eq!(String::from_utf8(output.stdout).unwrap(), format!("{word}."));
        }
    }
}
