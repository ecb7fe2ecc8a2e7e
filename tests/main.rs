//! One integration binary.

mod bad_input;
mod command;
mod formats;
mod goldens;
mod handing_on;
mod into;
mod looking;
mod merging;
mod odd_inputs;
mod own_actors;
mod page;
mod pages;
mod paths;
mod pictures;
mod properties;
mod reading;
mod readme;
mod relations;
mod review;
mod samples;
mod schema;
mod sentences;
mod streaming;
mod tidy;
mod trees;
mod verbs;
