//! Which area codes the states of the USA have, and some of their cities.

/// A state, or the District of Columbia, with its area codes.
pub struct State {
    /// Two letters, `WA`.
    pub code: &'static str,
    /// Its area codes.
    pub area_codes: &'static [&'static str],
}

/// A city with the area codes in use there.
pub struct City {
    /// Its name, `Seattle`.
    pub name: &'static str,
    /// Code of its state.
    pub state: &'static str,
    /// Its area codes.
    pub area_codes: &'static [&'static str],
}

macro_rules! states {
    ($($code:ident: $($area:literal)+;)+) => {
        &[$(State { code: stringify!($code), area_codes: &[$(stringify!($area)),+] }),+]
    };
}

macro_rules! cities {
    ($($state:ident $name:literal: $($area:literal)+;)+) => {
        &[$(City { name: $name, state: stringify!($state), area_codes: &[$(stringify!($area)),+] }),+]
    };
}

/// NUM-6: the prefixes of toll-free numbers.
pub const TOLL_FREE_PREFIXES: &[&str] = &["800", "833", "844", "855", "866", "877", "888"];

/// By code.
pub const STATES: &[State] = states! {
    AK: 907;
    AL: 205 251 256 334 659 938;
    AR: 327 479 501 870;
    AZ: 480 520 602 623 928;
    CA: 209 213 279 310 323 341 350 408 415 424 442 510 530 559 562 619 626 628 650 657 661 669 707 714 738 747 760 805 818 820
        831 837 840 858 909 916 925 949 951;
    CO: 303 719 720 970 983;
    CT: 203 475 860 959;
    DC: 202 771;
    DE: 302;
    FL: 239 305 321 324 352 386 407 448 561 645 656 689 727 728 754 772 786 813 850 863 904 941 954;
    GA: 229 404 470 478 678 706 762 770 912 943;
    HI: 808;
    IA: 319 515 563 641 712;
    ID: 208 986;
    IL: 217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 861 872;
    IN: 219 260 317 463 574 765 812 930;
    KS: 316 620 785 913;
    KY: 270 364 502 606 859;
    LA: 225 318 337 504 985;
    MA: 339 351 413 508 617 774 781 857 978;
    MD: 227 240 301 410 443 667;
    ME: 207;
    MI: 231 248 269 313 517 586 616 679 734 810 906 947 989;
    MN: 218 320 507 612 651 763 924 952;
    MO: 235 314 417 557 573 636 660 816 975;
    MS: 228 601 662 769;
    MT: 406;
    NC: 252 336 472 704 743 828 910 919 980 984;
    ND: 701;
    NE: 308 402 531;
    NH: 603;
    NJ: 201 551 609 640 732 848 856 862 908 973;
    NM: 505 575;
    NV: 702 725 775;
    NY: 212 315 329 332 347 363 516 518 585 607 624 631 646 680 716 718 838 845 914 917 929 934;
    OH: 216 220 234 283 326 330 380 419 436 440 513 567 614 740 937;
    OK: 405 539 572 580 918;
    OR: 458 503 541 971;
    PA: 215 223 267 272 412 445 484 570 582 610 717 724 814 835 878;
    RI: 401;
    SC: 803 821 839 843 854 864;
    SD: 605;
    TN: 423 615 629 731 865 901 931;
    TX: 210 214 254 281 325 346 361 409 430 432 469 512 682 713 726 737 806 817 830 832 903 915 936 940 945 956 972 979;
    UT: 385 435 801;
    VA: 276 434 540 571 686 703 757 804 826 948;
    VT: 802;
    WA: 206 253 360 425 509 564;
    WI: 262 274 353 414 534 608 715 920;
    WV: 304 681;
    WY: 307;
};

/// By state.
pub const CITIES: &[City] = cities! {
    AK "Anchorage": 907;
    AZ "Phoenix": 480 602 623;
    AZ "Tucson": 520;
    CA "Los Angeles": 213 310 323 424 738 747 818;
    CA "Oakland": 341 510;
    CA "Sacramento": 279 916;
    CA "San Diego": 619 858;
    CA "San Francisco": 415 628;
    CA "San Jose": 408 669;
    CO "Denver": 303 720 983;
    DC "Washington": 202 771;
    FL "Jacksonville": 324 904;
    FL "Miami": 305 645 786;
    FL "Orlando": 321 407 689;
    FL "Tampa": 656 813;
    GA "Atlanta": 404 470 678 770 943;
    HI "Honolulu": 808;
    IL "Chicago": 312 773 872;
    IN "Indianapolis": 317 463;
    LA "New Orleans": 504;
    MA "Boston": 617 857;
    MD "Baltimore": 410 443 667;
    MI "Detroit": 313 679;
    MN "Minneapolis": 612;
    MN "Saint Paul": 651;
    MO "Kansas City": 816 975;
    MO "Saint Louis": 314 557;
    NC "Charlotte": 704 980;
    NC "Raleigh": 919 984;
    NV "Las Vegas": 702 725;
    NV "Reno": 775;
    NY "Buffalo": 624 716;
    NY "New York": 212 332 347 646 718 917 929;
    OH "Cincinnati": 283 513;
    OH "Cleveland": 216;
    OH "Columbus": 380 614;
    OR "Portland": 503 971;
    PA "Philadelphia": 215 267 445 835;
    PA "Pittsburgh": 412 878;
    TN "Memphis": 901;
    TN "Nashville": 615 629;
    TX "Austin": 512 737;
    TX "Dallas": 214 469 945 972;
    TX "Houston": 281 346 713 832;
    TX "San Antonio": 210 726;
    UT "Salt Lake City": 385 801;
    WA "Bellevue": 425;
    WA "Seattle": 206;
    WA "Spokane": 509;
    WA "Tacoma": 253;
    WI "Milwaukee": 414;
};

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn an_area_code_is_three_digits_of_one_state() {
        let mut states = BTreeMap::new();
        for state in STATES {
            for area in state.area_codes {
                assert!(area.len() == 3 && area.bytes().all(|digit| digit.is_ascii_digit()), "{area}");
                assert_eq!(states.insert(area, state.code), None, "{area} is of {} too", state.code);
            }
        }
        assert_eq!(STATES.len(), 51);
    }

    #[test]
    fn a_city_has_area_codes_of_its_state() {
        for city in CITIES {
            let state = STATES.iter().find(|state| state.code == city.state).expect("a state");
            assert!(city.area_codes.iter().all(|area| state.area_codes.contains(area)), "{}", city.name);
        }
    }
}
