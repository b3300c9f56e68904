package org.cuntu.business.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Plans on their way from delivery to force (规划成果汇交、审查、公示、批复、施行). Every act is checked against the caller's reach, leaves
 * its entry in the proof log in the same transaction, and answers 404 for what the caller may not see. Thread safe.
 */
public interface PlanDeliveries {
    /**
     * A kept upload.
     *
     * @param material of the scheme; of a map the layer's code
     * @param crs of a map that does not say its system; null otherwise
     */
    record Given(
            PlanScheme.Role role,
            String material,
            String sha256,
            String name,
            long size,
            @Nullable String crs) {}

    /**
     * A first version.
     *
     * @param division code; null: the whole city's
     * @param invented whether it is made up; never true on a server in earnest
     */
    record Order(
            PlanKind kind,
            String name,
            @Nullable String division,
            @Nullable String listing,
            String occasion,
            String grounds,
            boolean invented,
            List<Given> files) {
        public Order {
            files = List.copyOf(files);
        }
    }

    /** Which ones to list; null: any. @param words in name or number */
    record Filter(
            @Nullable PlanKind kind,
            @Nullable PlanState state,
            @Nullable String division,
            @Nullable String words) {}

    /** What was made of a round's maps. @param candidate null: nothing of the layer changes, or it is released nowhere */
    record PlanMap(
            String layer,
            String own,
            @Nullable String base,
            @Nullable String candidate) {}

    PlanVersion deliver(Order order);

    /** The next version of a plan in force. */
    PlanVersion amend(UUID plan, String occasion, String grounds, List<Given> files);

    /** Other files in place of those of the same material: a new round, by whoever delivered it. */
    PlanVersion change(UUID version, List<Given> files, @Nullable String words);

    /** The newest version of each plan, the last changed first. */
    List<PlanVersion> list(Filter filter, int limit);

    Optional<PlanVersion> find(UUID version);

    /** All versions of a plan, the newest first; empty when it is not seen. */
    List<PlanVersion> listVersions(UUID plan);

    /** The version in force at a day by what was known then; null: all that is known. */
    Optional<PlanVersion> findInForce(UUID plan, LocalDate day, @Nullable Instant known);

    List<PlanStep> listSteps(PlanVersion version);

    /** Of its last round. */
    List<Given> listFiles(PlanVersion version);

    List<PlanMap> listMaps(PlanVersion version);

    /** Empty while it is being checked, or was refused. */
    Optional<PlanFindings> findFindings(PlanVersion version);

    /** Somebody of the step that waits agrees; nobody who took part before, and not while a rule refuses. */
    PlanVersion agree(UUID version, String words);

    /** Back to whoever delivered it, with words. */
    PlanVersion giveBack(UUID version, String words);

    /** After the last step: shown to the public. @param to null: the earliest last day that the occasion allows */
    PlanVersion display(UUID version, LocalDate from, @Nullable LocalDate to, String place);

    /** After the display: its approval with the scan; a task then brings it into force, wholly or not at all. */
    PlanVersion approve(UUID version, PlanVersion.Approval approval, Given scan, String words);

    PlanVersion withdraw(UUID version, String words);

    /** What the caller could do now: change, agree, return, display, approve, withdraw, amend. */
    List<String> listPossible(PlanVersion version);
}
