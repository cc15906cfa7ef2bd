//! The icon set: one stroked path each, on a grid of 16.

use leptos::prelude::*;

macro_rules! icons {
    ($($name:ident $path:literal)*) => {
        /// An icon's name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the names say it")]
        pub enum IconName { $($name),* }

        impl IconName {
            /// Every icon.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            fn path(self) -> &'static str {
                match self { $(Self::$name => $path),* }
            }
        }
    };
}

icons! {
    Account "M3 13.5v-11h6v11M9 6h4v7.5M1.8 13.5h12.4M5.3 5.5h1.4M5.3 8h1.4M5.3 10.5h1.4"
    Bell "M4 11V7a4 4 0 0 1 8 0v4l1 1.2H3zM6.8 14h2.4"
    Bot "M3 6h10v7H3zM8 6V2.6M6 9v.8M10 9v.8"
    Cart "M1.5 2.5h2l1.7 7.5h6.6l1.7-5.5H4.3M6 13.3v.1M11 13.3v.1"
    Chat "M2.5 3h11v8H7.5l-3 2.5V11h-2z"
    Check "M3 8.5l3.5 3.5L13 5"
    ChevronDown "M4 6l4 4 4-4"
    ChevronLeft "M10 4L6 8l4 4"
    ChevronRight "M6 4l4 4-4 4"
    ChevronUp "M4 10l4-4 4 4"
    Clock "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.8V8l2.2 1.6"
    Close "M4 4l8 8M12 4l-8 8"
    Cloud "M4.5 12.5a3 3 0 0 1-.3-6 4 4 0 0 1 7.7.9 2.6 2.6 0 0 1-.2 5.1z"
    Code "M5.5 4.5L2 8l3.5 3.5M10.5 4.5L14 8l-3.5 3.5"
    Copy "M6 6h7.5v7.5H6zM3.5 10h-1V2.5H10v1"
    Dot "M8 9.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z"
    Download "M8 2.5V10M5 7.2l3 3 3-3M2.5 13.5h11"
    Edit "M3 13l.7-3 7-7L13 5.3l-7 7zM9.2 4.5l2.3 2.3"
    Emulator "M2 3h12v10H2zM4.5 6l2 2-2 2M8.5 10.5h3"
    Error "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM6 6l4 4M10 6l-4 4"
    External "M9 3h4v4M13 3L7.5 8.5M11.5 9.5v3.5H3V4.5h3.5"
    Eye "M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z"
    EyeOff "M3 3l10 10M6.5 3.7A6.6 6.6 0 0 1 8 3.5c4 0 6.5 4.5 6.5 4.5a12 12 0 0 1-1.8 2.3M4.3 4.9A11 11 0 0 0 1.5 8S4 12.5 8 12.5a6.7 6.7 0 0 0 3-.7"
    Filter "M2 4h12M4.5 8h7M6.5 12h3"
    Globe "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM2 8h12M8 2c2 2 2.6 4 2.6 6S10 12 8 14M8 2C6 4 5.4 6 5.4 8S6 12 8 14"
    Help "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM6.3 6.3a1.7 1.7 0 1 1 2.6 1.5c-.6.4-.9.7-.9 1.3M8 11.3v.1"
    Home "M2.5 7.5L8 2.5l5.5 5v6h-4v-4h-3v4h-4z"
    Info "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.5v3.3M8 5.2v.1"
    Key "M10.3 9a3.3 3.3 0 1 0-3.1-2.2L2.5 11.5v2h2.3V12h1.6v-1.6L8 9M11.3 4.7v.1"
    Link "M6.8 9.2a2.5 2.5 0 0 0 3.5 0l2.5-2.5a2.5 2.5 0 0 0-3.5-3.5l-.8.8M9.2 6.8a2.5 2.5 0 0 0-3.5 0L3.2 9.3a2.5 2.5 0 0 0 3.5 3.5l.8-.8"
    Lock "M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5"
    Meeting "M2 4.5h8.5v7H2zM10.5 7.5L14 5v6l-3.5-2.5"
    Menu "M2 4h12M2 8h12M2 12h12"
    Moon "M13.5 9.5a6 6 0 0 1-7-7 5.8 5.8 0 1 0 7 7z"
    More "M3.5 8h.01M8 8h.01M12.5 8h.01"
    Phone "M5.5 2.5L3 3c-.6 5.5 4.5 10.6 10 10l.5-2.5-3-1.5-1.4 1.4C7.3 9.5 6.5 8.7 5.6 6.9L7 5.5z"
    Pin "M8 14s4.5-4.3 4.5-7.6a4.5 4.5 0 1 0-9 0C3.5 9.7 8 14 8 14zM8 8a1.6 1.6 0 1 0 0-3.2A1.6 1.6 0 0 0 8 8z"
    Play "M5 3l8 5-8 5z"
    Plus "M8 3v10M3 8h10"
    Record "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z"
    Refresh "M13.5 8a5.5 5.5 0 1 1-1.6-3.9L13.5 5.7M13.5 2.2v3.5H10"
    Route "M2 8h4l4-4h4M6 8l4 4h4M12 2l2 2-2 2M12 10l2 2-2 2"
    Running "M8 2a6 6 0 1 0 6 6"
    Search "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.6 10.6L14 14"
    Settings "M2 4.5h7M13 4.5h1M11 3v3M2 11.5h1M7 11.5h7M5 10v3"
    Sort "M5 6l3-3 3 3M5 10l3 3 3-3"
    Stop "M4 4h8v8H4z"
    Success "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM5.3 8.2l1.9 1.9 3.6-3.8"
    Sun "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M12.6 3.4l-.7.7M4.1 11.9l-.7.7"
    Tag "M2.5 2.5h5.6l5.4 5.4-5.6 5.6-5.4-5.4zM5.3 5.3v.1"
    Trash "M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.6 9h6.8l.6-9M6.7 7v4M9.3 7v4"
    Upload "M8 10.5V3M5 5.8l3-3 3 3M2.5 13.5h11"
    User "M8 8a2.8 2.8 0 1 0 0-5.6A2.8 2.8 0 0 0 8 8zM2.8 13.8a5.3 5.3 0 0 1 10.4 0"
    Users "M6 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM1.5 13.5a4.6 4.6 0 0 1 9 0M10.5 3.2a2.5 2.5 0 0 1 0 4.6M12 9.6a4.6 4.6 0 0 1 2.5 3.9"
    Voice "M2 7v2M5 5v6M8 2.5v11M11 5v6M14 7v2"
    Warning "M8 2.2l6.5 11.3h-13zM8 6.5v3.2M8 11.5v.1"
}

/// A decorative icon of 16 px in the colour of the text beside it.
#[component]
pub fn Icon(name: IconName) -> AnyView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d=name.path() />
        </svg>
    }
    .into_any()
}
