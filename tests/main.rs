//! One integration binary.

mod bad_input;
mod command;
mod formats;
mod merging;
mod paths;
mod samples;
mod schema;
mod tidy;
mod verbs;
