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

/** The files of one upload by what they hold. */
final class Uploads {
    private record One(Role role, MultipartFile file) {}

    private final List<One> all = new ArrayList<>();

    Uploads add(Role role, @Nullable MultipartFile file) {
        if (file != null && !file.isEmpty()) all.add(new One(role, file));
        return this;
    }

    Uploads add(Role role, @Nullable List<MultipartFile> files) {
        if (files != null) files.forEach(file -> add(role, file));
        return this;
    }

    /** Their names and sizes; nothing is kept yet. */
    List<Given> named() {
        return all.stream()
                .map(one -> new Given(one.role, "", UploadName.of(one.file), one.file.getSize()))
                .toList();
    }

    List<Given> keep(Files files) throws IOException {
        List<Given> kept = new ArrayList<>();
        for (One one : all) {
            String name = UploadName.of(one.file);
            String type = Objects.requireNonNullElse(one.file.getContentType(), "application/octet-stream");
            try (InputStream content = one.file.getInputStream()) {
                FileRef file = files.keep(content, name, type);
                kept.add(new Given(one.role, file.sha256(), name, file.size()));
            }
        }
        return kept;
    }
}
