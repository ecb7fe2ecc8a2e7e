//! The forms in which actors and claims travel; DESIGN's interchange format.

use crate::actors::{Actor, ActorIndex, ActorKind};
use crate::claims::{Amount, Bound, CharSpan, Claim, ClaimSpans, Part, Quantity, Status};
use crate::reading::SameAs;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The document that another repeats, as JSON.
#[derive(Serialize, Deserialize)]
pub(super) struct WireSameAs {
    document: String,
    fingerprint: String,
}

pub(super) fn same_as_out(same_as: &Option<SameAs>) -> Option<WireSameAs> {
    same_as.clone().map(|it| WireSameAs {
        document: it.document,
        fingerprint: it.fingerprint,
    })
}

pub(super) fn same_as_in(wire: Option<WireSameAs>) -> Option<SameAs> {
    wire.map(|it| SameAs {
        document: it.document,
        fingerprint: it.fingerprint,
    })
}

/// An actor as JSON.
#[derive(Serialize, Deserialize)]
pub(super) struct WireActor {
    #[serde(default)]
    pub id: String,
    pub name: String,
    pub kind: String,
    #[serde(default)]
    pub country: Option<String>,
    #[serde(default)]
    pub aliases: Vec<String>,
    #[serde(default)]
    pub wikidata: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// A half-open range of code points as JSON.
pub(super) type WireSpan = [u32; 2];

/// The places of a claim as JSON.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct WireSpans {
    pub sentence: WireSpan,
    pub source: WireSpan,
    pub target: WireSpan,
    pub trigger: WireSpan,
    pub cue: Option<WireSpan>,
    pub content: Option<WireSpan>,
}

/// How many or how much as JSON.
#[derive(Serialize, Deserialize)]
pub(super) struct WireQuantity {
    pub of: String,
    pub number: serde_json::Number,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<serde_json::Number>,
    pub bound: String,
    pub unit: String,
}

/// A claim as JSON; how it names its actors depends on what it stands in.
#[derive(Serialize, Deserialize)]
pub(super) struct WireClaim {
    #[serde(default)]
    pub id: String,
    pub source: String,
    pub relation: String,
    pub target: String,
    #[serde(default)]
    pub item: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<WireQuantity>,
    pub status: String,
    #[serde(default)]
    pub attributed_to: Vec<String>,
    #[serde(default)]
    pub date: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    #[serde(default)]
    pub evidence: String,
    #[serde(default)]
    pub spans: WireSpans,
    #[serde(default)]
    pub frame: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reliability: Option<f64>,
}

pub(super) fn actor_out(actor: &Actor) -> WireActor {
    WireActor {
        id: actor.id.clone(),
        name: actor.name.clone(),
        kind: actor.kind.as_str().to_owned(),
        country: actor.country.clone(),
        aliases: actor.aliases.clone(),
        wikidata: actor.wikidata.clone(),
        code: actor.code.clone(),
    }
}

/// Returns an actor; one without an id gets it from kind and name.
pub(super) fn actor_in(wire: WireActor) -> Result<Actor, String> {
    let kind = ActorKind::from_name(&wire.kind)
        .ok_or_else(|| unknown("kind", &wire.kind, &ActorKind::ALL.map(ActorKind::as_str)))?;
    let id = if wire.id.is_empty() {
        format!("{}/{}", wire.kind, slug(&wire.name))
    } else {
        wire.id
    };
    Ok(Actor {
        id,
        name: wire.name,
        kind,
        country: wire.country,
        aliases: wire.aliases,
        wikidata: wire.wikidata,
        code: wire.code,
    })
}

pub(super) fn claim_out(claim: &Claim, call: &dyn Fn(ActorIndex) -> String) -> WireClaim {
    let spans = &claim.spans;
    WireClaim {
        id: claim.id.clone(),
        source: call(claim.source),
        relation: claim.relation.clone(),
        target: call(claim.target),
        item: claim.item.clone(),
        quantity: claim.quantity.as_ref().map(quantity_out),
        status: claim.status.as_str().to_owned(),
        attributed_to: claim.attributed_to.iter().map(|&a| call(a)).collect(),
        date: claim.date.map(|date| date.to_string()),
        when: claim.when.clone(),
        place: claim.place.clone(),
        evidence: claim.evidence.clone(),
        spans: WireSpans {
            sentence: span_out(spans.sentence),
            source: span_out(spans.source),
            target: span_out(spans.target),
            trigger: span_out(spans.trigger),
            cue: spans.cue.map(span_out),
            content: spans.content.map(span_out),
        },
        frame: claim.frame.clone(),
        reliability: claim
            .reliability
            .map(|hundredths| f64::from(hundredths) / 100.0),
    }
}

pub(super) fn quantity_out(quantity: &Quantity) -> WireQuantity {
    WireQuantity {
        of: quantity.of.as_str().to_owned(),
        number: number_out(quantity.number),
        to: quantity.to().map(|to| number_out(Amount(to))),
        bound: quantity.bound.as_str().to_owned(),
        unit: quantity.unit.clone(),
    }
}

/// Whole numbers are written as such: 1500, not 1500.0.
fn number_out(Amount(number): Amount) -> serde_json::Number {
    let whole = number.fract() == 0.0 && number.abs() < 9e15;
    match whole {
        true => (number as i64).into(),
        // Numbers of texts are finite, and those of JSON too.
        false => serde_json::Number::from_f64(number).unwrap_or_else(|| 0.into()),
    }
}

fn quantity_in(wire: WireQuantity) -> Result<Quantity, String> {
    let number = |number: serde_json::Number| {
        number
            .as_f64()
            .map(Amount)
            .ok_or(format!("{number} is out of range"))
    };
    let bound = match (wire.to, wire.bound.as_str()) {
        (Some(to), "between") => Bound::Between(number(to)?),
        (None, "between") => return Err("a quantity between two numbers wants `to`".to_owned()),
        (_, name) => Bound::from_name(name).ok_or_else(|| unknown("bound", name, &Bound::NAMES))?,
    };
    let part = Part::from_name(&wire.of);
    Ok(Quantity {
        of: part.ok_or_else(|| unknown("part", &wire.of, &Part::ALL.map(Part::as_str)))?,
        number: number(wire.number)?,
        bound,
        unit: wire.unit,
    })
}

pub(super) fn status_in(name: &str) -> Result<Status, String> {
    Status::from_name(name).ok_or_else(|| unknown("status", name, &Status::ALL.map(Status::as_str)))
}

pub(super) fn claim_in(
    wire: WireClaim,
    find: &dyn Fn(&str) -> Result<ActorIndex, String>,
) -> Result<Claim, String> {
    let status = status_in(&wire.status)?;
    let speakers: Result<Vec<ActorIndex>, String> =
        wire.attributed_to.iter().map(|name| find(name)).collect();
    let spans = wire.spans;
    Ok(Claim {
        id: wire.id,
        source: find(&wire.source)?,
        relation: wire.relation,
        target: find(&wire.target)?,
        item: wire.item,
        quantity: wire.quantity.map(quantity_in).transpose()?,
        status,
        attributed_to: speakers?,
        date: date_in(wire.date.as_deref())?,
        when: wire.when,
        place: wire.place,
        evidence: wire.evidence,
        spans: ClaimSpans {
            sentence: span_in(spans.sentence),
            source: span_in(spans.source),
            target: span_in(spans.target),
            trigger: span_in(spans.trigger),
            cue: spans.cue.map(span_in),
            content: spans.content.map(span_in),
        },
        frame: wire.frame,
        reliability: wire.reliability.map(reliability_in).transpose()?,
    })
}

fn reliability_in(share: f64) -> Result<u8, String> {
    match (0.0..=1.0).contains(&share) {
        true => Ok((share * 100.0).round() as u8),
        false => Err(format!(
            "a reliability of {share}: expected a number from 0 to 1"
        )),
    }
}

pub(super) fn span_out(span: CharSpan) -> WireSpan {
    [span.start, span.end]
}

pub(super) fn span_in([start, end]: WireSpan) -> CharSpan {
    CharSpan { start, end }
}

pub(super) fn date_in(date: Option<&str>) -> Result<Option<Date>, String> {
    let Some(text) = date else { return Ok(None) };
    let date = text
        .parse()
        .map_err(|_| format!("the date \"{text}\" is not YYYY-MM-DD"))?;
    Ok(Some(date))
}

fn unknown(field: &str, value: &str, allowed: &[&str]) -> String {
    format!(
        "unknown {field} \"{value}\", expected one of {}",
        allowed.join(", ")
    )
}

/// Returns a name as part of an id: lower case, words joined by hyphens.
fn slug(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}
