package org.cuntu.engine.layer;

/** What a layer promises of its features (contracts 3). */
public enum LayerKind {
    /** No overlaps, and no gaps meant inside the coverage polygon: a survey. */
    COVERAGE,
    /** No overlaps; ground without a feature means "none here": a control line. */
    DISJOINT,
    /** Features may overlap: rights, approvals. */
    OVERLAPPING
}
