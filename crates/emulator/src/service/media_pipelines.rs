//! Media capture pipelines: recording a meeting into a bucket.

mod life;
mod operations;
mod row;

pub use life::{proceed, stop_all};
pub use operations::{
    create_media_capture_pipeline, delete_media_capture_pipeline, get_media_capture_pipeline,
    list_media_capture_pipelines,
};
