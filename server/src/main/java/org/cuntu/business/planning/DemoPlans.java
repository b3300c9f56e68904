package org.cuntu.business.planning;

/** The plans of the demo's invented city, delivered and brought into force as persons would; every file says that it is invented. */
public interface DemoPlans {
    /** Where no plan was ever delivered; waits for the tasks, so it is called beside everything else. */
    void make();
}
