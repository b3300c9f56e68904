package org.cuntu.cli;

import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import org.cuntu.core.rules.Project;
import org.cuntu.core.rules.ProjectText;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the command wants of one site or one stored review, in a form that travels to a running server as JSON.
 *
 * @param name shown at the head of the review
 * @param crs the system that the user stated; null: the file says it
 * @param facts the project's other members as JSON, its stated documents among them; null: none
 * @param appliedOn ISO date; null when not known
 * @param asOf ISO date; null: today
 * @param known instant or date; null: all that is known
 * @param store whether the review is kept
 * @param language zh or en
 */
record ReviewOrder(
        Format format,
        String name,
        @Nullable String crs,
        String kind,
        String purpose,
        String level,
        List<String> documents,
        @Nullable String facts,
        @Nullable String appliedOn,
        @Nullable String asOf,
        @Nullable String known,
        boolean store,
        String language) {
    /** How the review is written. */
    enum Format {
        TEXT(".txt"),
        JSON(".json"),
        PDF(".pdf"),
        XLSX(".xlsx"),
        GPKG(".gpkg"),
        SHP(".shp.zip");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        String ending() {
            return ending;
        }

        /** Whether it is a file that no terminal shows. */
        boolean isBinary() {
            return this != TEXT && this != JSON;
        }
    }

    ReviewOrder {
        documents = List.copyOf(documents);
    }

    Locale locale() {
        return Locale.of(language);
    }

    /** @throws org.cuntu.engine.problem.InputRefused when a fact cannot be read */
    Project project() {
        JsonMapper json = JsonMapper.shared();
        ObjectNode tree = json.createObjectNode();
        if (facts != null) tree.setAll((ObjectNode) json.readTree(facts));
        tree.put("kind", kind);
        tree.put("purpose", purpose);
        tree.put("level", level);
        if (appliedOn != null) tree.put("appliedOn", appliedOn);
        ArrayNode all = json.createArrayNode();
        documents.forEach(all::add);
        tree.path("documents").forEach(all::add);
        tree.set("documents", all);
        try {
            return ProjectText.read(tree);
        } catch (DateTimeException | NumberFormatException e) {
            throw new InputRefused(Problem.refused(
                    "review.request",
                    Problem.Place.UNKNOWN,
                    "at",
                    "project",
                    "message",
                    String.valueOf(e.getMessage())));
        }
    }
}
