package org.cuntu.platform.audit;

import java.util.function.Supplier;

/** Who acts: filled by identity. Thread safe. */
public interface CurrentActor {
    /** The id of the home's owner on this machine: a command, a task of the system, the demo's maker. */
    String LOCAL = "local";

    /** The signed-in account's id in a request, the submitter's in a task, {@link #LOCAL} elsewhere. */
    String id();

    /** Runs work on behalf of somebody; used where a thread is not the request's. */
    <T> T as(String id, Supplier<T> work);
}
