package org.cuntu.core.intake.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cuntu.core.intake.internal.UploadTable.Ended;
import org.cuntu.core.intake.internal.UploadTable.Upload;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.tasks.TaskContext;
import org.cuntu.platform.tasks.TaskKind;
import org.cuntu.platform.tasks.TaskResult;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes uploads that nobody submitted ({@code cuntu.intake.keep-uploads}): an hour after they ended, so that a submission which named one
 * in time has its row. What was submitted keeps its content; only the offer to name it ends. A run again goes on where a broken one
 * stopped.
 */
@Component
class UploadExpiry implements TaskKind {
    static final String KIND = "intake.uploads";
    /** No submission takes longer from naming an upload to its row. */
    private static final Duration UNDER_WAY = Duration.ofHours(1);

    private static final int AT_ONCE = 500;

    private final UploadTable uploads;
    private final Files files;
    private final CityClock clock;
    private final Duration kept;
    private final TransactionTemplate transaction;

    UploadExpiry(
            UploadTable uploads, Files files, CityClock clock, Settings settings, TransactionTemplate transaction) {
        this.uploads = uploads;
        this.files = files;
        this.clock = clock;
        this.kept = settings.intake().keepUploads();
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Until when it may be named in a submission. */
    Instant end(Upload upload) {
        return upload.sentAt().plus(kept);
    }

    boolean isKept(Upload upload) {
        return clock.now().isBefore(end(upload));
    }

    /** Those that are due, the oldest first, at most some hundred. */
    List<Ended> listDue() {
        return uploads.listSentBefore(clock.now().minus(kept).minus(UNDER_WAY), AT_ONCE);
    }

    @Override
    public TaskResult run(TaskContext context) throws IOException {
        List<Ended> due = listDue();
        int gone = 0;
        for (int i = 0; i < due.size(); i++) {
            context.progress(i, due.size(), "files");
            if (remove(due.get(i))) gone++;
        }
        context.progress(due.size(), due.size(), "files");
        return TaskResult.of(Map.of("removed", gone, "left", due.size() - gone));
    }

    /** @return false: its content is in use for the moment, the next run comes back to it */
    private boolean remove(Ended upload) throws IOException {
        if (!upload.removed()) transaction.executeWithoutResult(status -> giveUp(upload));
        if (!files.removeUnkept(upload.sha256())) return false;
        uploads.delete(upload.id());
        return true;
    }

    private void giveUp(Ended upload) {
        if (!uploads.isSubmitted(upload.sha256())) files.giveUp(upload.sha256(), upload.sentBy(), upload.sentAt());
        uploads.markRemoved(upload.id());
    }
}
