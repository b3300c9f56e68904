package org.cuntu.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.conformity.StoredReview;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.springframework.stereotype.Component;

/** Keeps a review of the command line: the file first, then the review that names it. */
@Component
class Keeping {
    private final Files files;
    private final Reviews reviews;
    private final CurrentActor actor;

    Keeping(Files files, Reviews reviews, CurrentActor actor) {
        this.files = files;
        this.reviews = reviews;
        this.actor = actor;
    }

    StoredReview keep(ReviewRequest request, Path file, String fileName) {
        try (InputStream content = java.nio.file.Files.newInputStream(file)) {
            FileRef kept = files.keep(content, fileName, "application/octet-stream");
            return reviews.store(request, by(), kept.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who acts: the account of the request, or the owner of the home on this machine. */
    String by() {
        return actor.id();
    }
}
