package org.cuntu.core.intake.internal;

import java.time.Duration;
import java.util.Map;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.tasks.Rounds;
import org.cuntu.platform.tasks.Tasks;
import org.springframework.stereotype.Component;

/** Looks every few minutes whether uploads are due to be removed, and has it done by one task at a time. */
@Component
class UploadRounds extends Rounds {
    private static final Duration FIRST = Duration.ofSeconds(45);
    private static final Duration LOOK = Duration.ofMinutes(10);
    private static final int TASKS = 200;

    private final UploadExpiry expiry;
    private final Tasks tasks;
    private final Settings settings;

    UploadRounds(UploadExpiry expiry, Tasks tasks, Settings settings) {
        super("intake-uploads", FIRST, LOOK);
        this.expiry = expiry;
        this.tasks = tasks;
        this.settings = settings;
    }

    @Override
    protected boolean isWanted() {
        return settings.mode() != Settings.Mode.LOCAL && settings.tasks().run();
    }

    @Override
    protected void look() {
        boolean underWay = tasks.listNewest(TASKS).stream()
                .anyMatch(task ->
                        task.kind().equals(UploadExpiry.KIND) && !task.state().isEnd());
        if (!underWay && !expiry.listDue().isEmpty()) tasks.submit(UploadExpiry.KIND, Map.of());
    }
}
