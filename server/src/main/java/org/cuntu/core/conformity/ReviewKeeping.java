package org.cuntu.core.conformity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.cuntu.core.conformity.internal.SeenReviews;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.files.Files;
import org.springframework.stereotype.Component;

/**
 * Keeps a review in the name of whoever acts: the rows of the upload and of the review that was made from it are of one
 * transaction. Thread safe.
 */
@Component
public class ReviewKeeping {
    private final Files files;
    private final Reviews reviews;
    private final SeenReviews seen;
    private final CurrentActor actor;

    ReviewKeeping(Files files, Reviews reviews, SeenReviews seen, CurrentActor actor) {
        this.files = files;
        this.reviews = reviews;
        this.seen = seen;
        this.actor = actor;
    }

    /** Of a drawing. */
    public Reviews.Kept keep(ReviewRequest request) {
        return reviews.store(request, actor.id(), () -> null);
    }

    /**
     * Of a file.
     *
     * @param request whose plots were read from it
     * @param fileName the name that the user knows
     */
    public Reviews.Kept keep(ReviewRequest request, Path file, String fileName) {
        return reviews.store(request, actor.id(), () -> {
            try (InputStream content = java.nio.file.Files.newInputStream(file)) {
                return files.keep(content, fileName, "application/octet-stream").sha256();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Makes a kept review that the caller may see anew and compares. */
    public Replay replay(String id) {
        return reviews.replay(seen.get(id).id(), actor.id());
    }
}
