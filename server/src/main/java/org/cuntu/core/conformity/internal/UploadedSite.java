package org.cuntu.core.conformity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.cuntu.engine.format.InputLimits;
import org.cuntu.engine.format.SiteFile;
import org.cuntu.engine.format.SiteReader;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.http.UploadName;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** A file that came with a request: read from the home's {@code tmp}, from which it goes when the request is done. */
@Component
class UploadedSite {
    private final Home home;

    UploadedSite(Home home) {
        this.home = home;
    }

    /** What is done with the site and its file. */
    interface Work<T> {
        T on(SiteFile site, Path file);
    }

    /**
     * @param crs the system that the user stated; null or empty: the file says it
     * @throws InputRefused with every problem of the file
     */
    <T> T read(MultipartFile upload, @Nullable String crs, Work<T> work) {
        return keep(
                upload,
                file -> work.on(SiteReader.read(file, UploadName.of(upload), system(crs), InputLimits.SITE), file));
    }

    /** Holds the upload as a file for the time of some work, unread. */
    <T> T keep(MultipartFile upload, Function<Path, T> work) {
        try {
            Path file = Files.createTempFile(home.tmp(), "site-", "");
            try {
                upload.transferTo(file);
                return work.apply(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Crs system(@Nullable String stated) {
        if (stated == null || stated.isBlank()) return null;
        return Crs.find(stated.strip())
                .orElseThrow(() ->
                        new InputRefused(Problem.refused("review.unknown-crs", Problem.Place.UNKNOWN, "crs", stated)));
    }
}
