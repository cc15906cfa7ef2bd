//! The one table of every list: columns, filter, sort, selection, paging and preferences over rows of JSON.
//!
//! It draws only the rows that are seen, so ten thousand loaded rows cost as much as fifty.

mod body;
mod column;
mod feed;
mod filter;
mod load_all;
mod order;
mod paging;
mod pipeline;
mod preferences;
mod preferences_dialog;
mod selection;
mod toolbar;
mod url;
mod view;
mod window;

pub use column::{Column, moment, text_of};
pub use feed::Feed;
pub use load_all::{Fetched, LoadAll};
pub use paging::Paging;
pub(crate) use preferences::is_arranged;
pub use selection::Selection;
pub(crate) use url::UrlQuery;
pub use view::Table;
