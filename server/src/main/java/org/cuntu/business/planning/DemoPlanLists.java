package org.cuntu.business.planning;

/** Sector plans and village plans of the demo's invented city: every name and number says that it is invented. */
public interface DemoPlanLists {
    /** Makes them where there are none yet. */
    void prepare();
}
