//! One integration binary.

mod bad_input;
mod command;
mod formats;
mod goldens;
mod handing_on;
mod merging;
mod own_actors;
mod paths;
mod pictures;
mod reading;
mod readme;
mod relations;
mod samples;
mod schema;
mod tidy;
mod trees;
mod verbs;
