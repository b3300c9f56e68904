package org.cuntu.business.planning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The register of village plans (村庄规划台账); rows come and change by two persons. Thread safe. */
public interface VillagePlans {
    /** A row as it became. @param actor who decided */
    record Event(
            String code, int number, String actor, String proposedBy, Instant at, String reason, VillagePlan after) {}

    /** By code, those that the caller sees. @param known K; null: as it stands */
    Map<String, VillagePlan> register(@Nullable Instant known);

    /** The newest first. */
    List<Event> listEvents(String code);
}
