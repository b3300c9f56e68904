package org.cuntu.business.planning.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cuntu.business.planning.Proposals.Given;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.http.UploadName;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Keeps what is uploaded with a proposal. */
@Component
class ProposalUploads {
    private final Files files;

    ProposalUploads(Files files) {
        this.files = files;
    }

    List<Given> shapes(@Nullable MultipartFile added, @Nullable MultipartFile changed, @Nullable MultipartFile removed)
            throws IOException {
        List<Given> kept = new ArrayList<>();
        keep(kept, "ADDED", null, added);
        keep(kept, "CHANGED", null, changed);
        keep(kept, "REMOVED", null, removed);
        return kept;
    }

    /** @param types in the order of the documents */
    List<Given> documents(@Nullable List<MultipartFile> documents, @Nullable List<String> types) throws IOException {
        List<Given> kept = new ArrayList<>();
        List<MultipartFile> all = documents == null ? List.of() : documents;
        for (int i = 0; i < all.size(); i++) {
            String type = types == null || i >= types.size() ? "" : types.get(i);
            keep(kept, "DOCUMENT", type, all.get(i));
        }
        return kept;
    }

    private void keep(List<Given> to, String role, @Nullable String type, @Nullable MultipartFile file)
            throws IOException {
        if (file == null || file.isEmpty()) return;
        String name = UploadName.of(file);
        String media = Objects.requireNonNullElse(file.getContentType(), "application/octet-stream");
        try (InputStream content = file.getInputStream()) {
            FileRef kept = files.keep(content, name, media);
            to.add(new Given(role, type, kept.sha256(), name, kept.size()));
        }
    }
}
