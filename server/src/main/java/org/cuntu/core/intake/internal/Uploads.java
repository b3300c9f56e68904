package org.cuntu.core.intake.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cuntu.core.intake.SubmissionFile.Role;
import org.cuntu.core.intake.Submissions.Given;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.http.UploadName;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The files of one request by what they hold: they come with it, or were sent before and are named. */
final class Uploads {
    private sealed interface One {
        Role role();

        Given named();

        Given keep(Files files) throws IOException;
    }

    private record Sent(
            Role role, MultipartFile file, @Nullable String sourceLayer) implements One {
        @Override
        public Given named() {
            return new Given(role, "", UploadName.of(file), file.getSize(), sourceLayer);
        }

        @Override
        public Given keep(Files files) throws IOException {
            FileRef kept = Uploads.keep(file, files);
            return new Given(role, kept.sha256(), UploadName.of(file), kept.size(), sourceLayer);
        }
    }

    private record Before(Given named) implements One {
        @Override
        public Role role() {
            return named.role();
        }

        @Override
        public Given keep(Files files) {
            return named;
        }
    }

    private final List<One> all = new ArrayList<>();

    static FileRef keep(MultipartFile file, Files files) throws IOException {
        String type = Objects.requireNonNullElse(file.getContentType(), "application/octet-stream");
        try (InputStream content = file.getInputStream()) {
            return files.keep(content, UploadName.of(file), type);
        }
    }

    Uploads add(Role role, MultipartFile file, @Nullable String sourceLayer) {
        if (!file.isEmpty()) all.add(new Sent(role, file, sourceLayer));
        return this;
    }

    Uploads add(Role role, @Nullable List<MultipartFile> files) {
        if (files != null) files.forEach(file -> add(role, file, null));
        return this;
    }

    Uploads add(Given sentBefore) {
        all.add(new Before(sentBefore));
        return this;
    }

    /** Their names and sizes; nothing is kept yet. */
    List<Given> named() {
        return all.stream().map(One::named).toList();
    }

    List<Given> keep(Files files) throws IOException {
        List<Given> kept = new ArrayList<>();
        for (One one : all) kept.add(one.keep(files));
        return kept;
    }
}
