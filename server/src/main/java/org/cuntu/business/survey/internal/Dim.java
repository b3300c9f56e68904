package org.cuntu.business.survey.internal;

/** What patches are counted by, beside the village in which they lie. */
enum Dim {
    CLASS,
    OWNER,
    TOWN,
    SLOPE,
    PLANTING
}
