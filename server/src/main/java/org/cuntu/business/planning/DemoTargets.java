package org.cuntu.business.planning;

/** The targets of the demo's invented city: every document number and figure says that it is invented. */
public interface DemoTargets {
    /** For every line with a version and no target yet: each county has a little to spare, the city what the counties have. */
    void prepare();
}
