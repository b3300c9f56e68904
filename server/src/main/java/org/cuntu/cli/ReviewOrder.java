package org.cuntu.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.cuntu.core.rules.Project;
import org.jspecify.annotations.Nullable;

/**
 * What the command wants of one site or one stored review, in a form that travels to a running server as JSON.
 *
 * @param name shown at the head of the review
 * @param crs the system that the user stated; null: the file says it
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

    Project project() {
        return new Project(kind, purpose, level, appliedOn == null ? null : LocalDate.parse(appliedOn), documents);
    }
}
