package org.cuntu.core.quality.internal;

import java.util.Optional;
import java.util.UUID;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.core.quality.LayerChecks;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Reach;
import org.springframework.stereotype.Component;

/**
 * Runs as far as whoever asks may see them (contracts 12): by the division that delivered and the layer's classification. What is not seen is
 * not found.
 */
@Component
class SeenRuns {
    private final LayerChecks checks;
    private final LayerRegister register;
    private final CurrentUser current;
    private final String city;

    SeenRuns(LayerChecks checks, LayerRegister register, CurrentUser current, CityFolder folder) {
        this.checks = checks;
        this.register = register;
        this.current = current;
        city = folder.code();
    }

    /** @throws ProblemAnswer 404 {@code quality.run-unknown} */
    CheckRun get(String id) {
        return uuid(id).flatMap(checks::find)
                .filter(this::isSeen)
                .orElseThrow(() -> ProblemAnswer.notFound("quality.run-unknown", "id", id));
    }

    private boolean isSeen(CheckRun run) {
        int classification =
                register.findLayer(run.layer()).map(LayerEntry::classification).orElse(Reach.HIGHEST);
        String division = run.division() == null ? city : run.division();
        return current.reach("quality:run:read").sees(Reach.significant(division), classification);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
