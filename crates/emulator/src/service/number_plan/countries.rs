//! Countries other than the USA that have numbers, all of them for SIP media applications (NUM-5).

/// A country with what its numbers begin with.
pub struct Country {
    /// ISO 3166-1 alpha-2, `GB`.
    pub code: &'static str,
    /// What the numbers of this country begin with, behind the `+`.
    pub dialling: &'static [&'static str],
    /// All but the last two digits of its local numbers.
    pub local: &'static [&'static str],
    /// The same of its toll-free numbers.
    pub toll_free: &'static [&'static str],
}

/// By code. The numbers are those that a country keeps for films and books, where it does so.
pub const COUNTRIES: &[Country] = &[
    Country { code: "AU", dialling: &["61"], local: &["612555001"], toll_free: &["6118001604"] },
    Country { code: "CA", dialling: CANADA, local: &["141655501", "151455501", "160455501"], toll_free: &[] },
    Country { code: "DE", dialling: &["49"], local: &["4930231250"], toll_free: &["4980055501"] },
    Country { code: "DK", dialling: &["45"], local: &["45555001"], toll_free: &[] },
    Country { code: "FI", dialling: &["358"], local: &["358955501"], toll_free: &[] },
    Country { code: "FR", dialling: &["33"], local: &["331990001"], toll_free: &["338055501"] },
    Country { code: "GB", dialling: &["44"], local: &["4420123456"], toll_free: &["4480815700"] },
    Country { code: "IE", dialling: &["353"], local: &["3532091001"], toll_free: &["35318005550"] },
    Country { code: "IT", dialling: &["39"], local: &["3906555001"], toll_free: &["398005550"] },
    Country { code: "JP", dialling: &["81"], local: &["813555001"], toll_free: &["811205550"] },
    Country { code: "NZ", dialling: &["64"], local: &["64955501"], toll_free: &["648005550"] },
    Country { code: "SE", dialling: &["46"], local: &["468465004"], toll_free: &[] },
    Country { code: "SG", dialling: &["65"], local: &["65655501"], toll_free: &["6580055501"] },
];

/// Canada shares the `1` with the USA; its area codes tell them apart.
const CANADA: &[&str] = &[
    "1204", "1226", "1236", "1249", "1250", "1263", "1289", "1306", "1343", "1354", "1365", "1367", "1368", "1382",
    "1403", "1416", "1418", "1428", "1431", "1437", "1438", "1450", "1468", "1474", "1506", "1514", "1519", "1548",
    "1579", "1581", "1584", "1587", "1604", "1613", "1639", "1647", "1672", "1683", "1705", "1709", "1742", "1753",
    "1778", "1780", "1782", "1807", "1819", "1825", "1867", "1873", "1879", "1902", "1905",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_a_country_begin_with_its_dialling_code() {
        for country in COUNTRIES {
            for prefix in country.local.iter().chain(country.toll_free) {
                assert!(country.dialling.iter().any(|code| prefix.starts_with(code)), "{prefix}");
                // E.164: at most 15 digits.
                assert!(prefix.len() <= 13, "{prefix}");
            }
        }
    }
}
