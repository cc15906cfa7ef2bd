//! Comma-separated values, as spreadsheets write and read them.

/// A field that no spreadsheet takes for a formula.
pub fn csv_field(field: &str) -> String {
    let guard = if field.starts_with(['=', '+', '-', '@', '\t']) { "'" } else { "" };
    ["\"", guard, &field.replace('"', "\"\""), "\""].concat()
}

/// The lines of a file, each its fields. A comma, semicolon or tab stands between them: whichever the first line has.
pub fn read_csv(text: &str) -> Vec<Vec<String>> {
    let head = text.lines().next().unwrap_or_default();
    let between = [';', '\t'].into_iter().find(|mark| head.contains(*mark) && !head.contains(',')).unwrap_or(',');
    let (mut lines, mut line, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => field.extend(signs.next()),
            '"' if quoted || field.trim().is_empty() => quoted = !quoted,
            '\r' if !quoted => {}
            '\n' if !quoted => {
                line.push(plain(&field));
                field.clear();
                lines.push(std::mem::take(&mut line));
            }
            sign if sign == between && !quoted => {
                line.push(plain(&field));
                field.clear();
            }
            sign => field.push(sign),
        }
    }
    line.push(plain(&field));
    lines.push(line);
    lines.retain(|line| line.iter().any(|field| !field.is_empty()));
    lines
}

/// A field without the mark that guards it from being a formula.
fn plain(field: &str) -> String {
    let field = field.trim();
    let guarded = field.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@']));
    guarded.unwrap_or(field).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let fields = ["+12065550100", "Say \"hello\", then go", "", "=SUM(A1)", "plain"];
        let line = fields.map(csv_field).join(",");
        assert_eq!(read_csv(&[&line, "\r\n"].concat()), [fields]);
    }

    #[test]
    fn spreadsheets_of_other_countries_are_read() {
        assert_eq!(read_csv("\u{feff}a;b\r\n1;\"2\n3\"\r\n;\r\n"), [["a", "b"], ["1", "2\n3"]]);
        assert_eq!(read_csv("a\tb"), [["a", "b"]]);
        assert!(read_csv("").is_empty());
    }
}
