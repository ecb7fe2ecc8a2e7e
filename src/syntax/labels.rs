//! The closed sets of labels, so that a tree can hold them as static strings.

/// Universal Dependencies relations of English, with their subtypes.
const DEPS: &[&str] = &[
    "acl",
    "acl:relcl",
    "advcl",
    "advcl:relcl",
    "advmod",
    "amod",
    "appos",
    "aux",
    "aux:pass",
    "case",
    "cc",
    "cc:preconj",
    "ccomp",
    "compound",
    "compound:prt",
    "conj",
    "cop",
    "csubj",
    "csubj:outer",
    "csubj:pass",
    "dep",
    "det",
    "det:predet",
    "discourse",
    "dislocated",
    "expl",
    "fixed",
    "flat",
    "flat:foreign",
    "flat:name",
    "goeswith",
    "iobj",
    "list",
    "mark",
    "nmod",
    "nmod:desc",
    "nmod:npmod",
    "nmod:poss",
    "nmod:tmod",
    "nmod:unmarked",
    "nsubj",
    "nsubj:outer",
    "nsubj:pass",
    "nummod",
    "obj",
    "obl",
    "obl:agent",
    "obl:npmod",
    "obl:tmod",
    "obl:unmarked",
    "orphan",
    "parataxis",
    "punct",
    "reparandum",
    "root",
    "vocative",
    "xcomp",
];

/// Tags of the Penn Treebank as the English treebanks use them.
const TAGS: &[&str] = &[
    "NN", "IN", "DT", "NNP", "JJ", "PRP", ".", "RB", "NNS", ",", "VB", "CC", "VBP", "VBD", "VBZ",
    "CD", "VBN", "VBG", "TO", "MD", "PRP$", "-RRB-", "-LRB-", ":", "WDT", "WRB", "``", "WP", "''",
    "HYPH", "POS", "NNPS", "RP", "UH", "JJR", "JJS", "EX", "RBR", "NFP", "SYM", "ADD", "FW", "GW",
    "$", "PDT", "RBS", "LS", "AFX", "WP$", "XX", "_",
];

fn find(list: &[&'static str], label: &str) -> Option<&'static str> {
    list.iter().copied().find(|l| *l == label)
}

/// Returns the relation; an unknown subtype falls back to its base, anything else to `dep`.
pub(super) fn dep(label: &str) -> &'static str {
    let base = label.split(':').next().unwrap_or(label);
    find(DEPS, label)
        .or_else(|| find(DEPS, base))
        .unwrap_or("dep")
}

/// Returns the tag; an unknown one becomes `XX`.
pub(super) fn tag(label: &str) -> &'static str {
    find(TAGS, label).unwrap_or("XX")
}

#[cfg(test)]
mod tests {
    #[test]
    fn unknown_subtypes_fall_back() {
        assert_eq!(super::dep("nsubj:pass"), "nsubj:pass");
        assert_eq!(super::dep("nsubj:caus"), "nsubj");
        assert_eq!(super::dep("wrong"), "dep");
        assert_eq!(super::tag("VBD"), "VBD");
        assert_eq!(super::tag("?"), "XX");
    }
}
