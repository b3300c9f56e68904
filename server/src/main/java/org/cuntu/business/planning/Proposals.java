package org.cuntu.business.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The change of lines by proposal (控制线调整). Every act is checked against the caller's reach, leaves its entry in the proof log
 * in the same transaction, and answers 404 for what the caller may not see. Thread safe.
 */
public interface Proposals {
    /** A kept upload. @param type of a document; null for shapes */
    record Given(String role, @Nullable String type, String sha256, String name, long size) {}

    /** Ground that comes in. @param values of the line's asked fields */
    record MoveIn(Geometry shape, Map<String, String> values) {
        public MoveIn {
            values = Map.copyOf(values);
        }
    }

    /**
     * The new shapes: drawn, or an increment of the layer as files with roles ADDED, CHANGED and REMOVED.
     *
     * @param in drawn ground that comes in, EPSG:4490
     * @param out drawn ground that goes out
     * @param crs the files' system when they do not say; null: they say
     */
    record Shapes(
            List<MoveIn> in,
            List<Geometry> out,
            List<Given> files,
            @Nullable String crs) {
        public Shapes {
            in = List.copyOf(in);
            out = List.copyOf(out);
            files = List.copyOf(files);
        }
    }

    /**
     * A new proposal.
     *
     * @param division code; null: the whole city's
     * @param invented whether it is made up; never true on a server in earnest
     */
    record Order(
            String layer,
            @Nullable String division,
            String title,
            String ground,
            String reason,
            LocalDate inForceFrom,
            boolean invented,
            Shapes shapes,
            List<Given> documents) {
        public Order {
            documents = List.copyOf(documents);
        }
    }

    /** Which ones to list; null: any. @param open true: those that have not ended */
    record Filter(@Nullable String layer, @Nullable String division, boolean mine, boolean open) {}

    /**
     * What was made of a round's shapes; null: not yet, or it was refused.
     *
     * @param base the version it stands on
     * @param candidate the line's new version: what is released
     */
    record Round(
            int round,
            String begunBy,
            Instant begunAt,
            @Nullable String base,
            @Nullable String candidate) {}

    Proposal create(Order order);

    List<Proposal> list(Filter filter, int limit);

    Optional<Proposal> find(UUID id);

    List<ProposalStep> listSteps(Proposal proposal);

    List<Round> listRounds(Proposal proposal);

    List<Given> listFiles(Proposal proposal, int round);

    /** What was found of the last round; empty while it is being made, or was refused. */
    Optional<ProposalFindings> findFindings(Proposal proposal);

    /** Other shapes and more documents: a new round. */
    Proposal change(UUID id, Shapes shapes, List<Given> documents, @Nullable String words);

    /** To the first step of the line; nothing that a refusing rule does not pass. */
    Proposal submit(UUID id, String words);

    /** Somebody of the step that waits agrees; nobody who took part before. */
    Proposal agree(UUID id, String words);

    /** Back to the proposer, with words. */
    Proposal giveBack(UUID id, String words);

    /** The last step: a task releases it, wholly or not at all. */
    Proposal release(UUID id, String words);

    Proposal withdraw(UUID id, String words);

    /** What the caller could do now: change, submit, agree, return, release, withdraw. */
    List<String> listPossible(Proposal proposal);
}
