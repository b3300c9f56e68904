package org.cuntu.core.conformity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps a review in the name of whoever acts: the rows of the upload and of the review that was made from it are of one
 * transaction. Thread safe.
 */
@Component
public class ReviewKeeping {
    private final Files files;
    private final Reviews reviews;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    ReviewKeeping(Files files, Reviews reviews, CurrentActor actor, TransactionTemplate transaction) {
        this.files = files;
        this.reviews = reviews;
        this.actor = actor;
        this.transaction = transaction;
    }

    /** Of a drawing. */
    public StoredReview keep(ReviewRequest request) {
        return reviews.store(request, actor.id(), null);
    }

    /**
     * Of a file.
     *
     * @param request whose plots were read from it
     * @param fileName the name that the user knows
     */
    public StoredReview keep(ReviewRequest request, Path file, String fileName) {
        return Objects.requireNonNull(transaction.execute(status -> {
            try (InputStream content = java.nio.file.Files.newInputStream(file)) {
                FileRef kept = files.keep(content, fileName, "application/octet-stream");
                return reviews.store(request, actor.id(), kept.sha256());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    /** Makes a kept review anew and compares. */
    public Replay replay(String id) {
        return reviews.replay(id, actor.id());
    }
}
