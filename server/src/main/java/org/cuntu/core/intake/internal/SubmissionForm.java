package org.cuntu.core.intake.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.core.intake.SubmissionFile.Role;
import org.cuntu.core.intake.Submissions.Given;
import org.cuntu.core.onemap.LayerDeliveries;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.files.Files;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * The files of a form. Of each role there may be {@code whole} (the file itself) or {@code wholeUpload} (one that the same person
 * sent before), and {@code wholeLayer}: which layer of it is meant, when it holds several.
 */
@Component
class SubmissionForm {
    private final UploadTable sent;
    private final UploadExpiry expiry;
    private final LayerDeliveries deliveries;
    private final Files files;
    private final CurrentActor actor;

    SubmissionForm(UploadTable sent, UploadExpiry expiry, LayerDeliveries deliveries, Files files, CurrentActor actor) {
        this.sent = sent;
        this.expiry = expiry;
        this.deliveries = deliveries;
        this.files = files;
        this.actor = actor;
    }

    /**
     * @param parts the files of the form by their role
     * @param texts everything else of the form
     */
    Uploads uploads(
            Map<Role, @Nullable MultipartFile> parts, Map<String, String> texts, @Nullable List<MultipartFile> papers) {
        Uploads uploads = new Uploads();
        for (Role role : List.of(Role.WHOLE, Role.ADDED, Role.CHANGED, Role.REMOVED, Role.UPDATE, Role.PROCESS)) {
            String name = role.name().toLowerCase(Locale.ROOT);
            String layer = blank(texts.get(name + "Layer"));
            MultipartFile file = parts.get(role);
            String upload = blank(texts.get(name + "Upload"));
            if (file != null) uploads.add(role, file, layer);
            else if (upload != null) uploads.add(sentBefore(role, upload, layer));
        }
        return uploads.add(Role.PAPER, papers);
    }

    private Given sentBefore(Role role, String upload, @Nullable String layer) {
        UploadTable.Upload found = UploadTable.id(upload)
                .flatMap(id -> sent.find(id, actor.id()))
                .filter(expiry::isKept)
                .orElseThrow(() -> CandidateMaking.refused("intake.unknown-upload", "upload", upload));
        return new Given(role, found.sha256(), found.name(), found.size(), layer);
    }

    /**
     * Keeps them, with the layers' names as the files write them.
     *
     * @throws org.cuntu.engine.problem.InputRefused when a file holds several layers and none, or another, is named
     */
    List<Given> keep(Uploads uploads) throws IOException {
        List<Given> kept = new ArrayList<>();
        for (Given file : uploads.keep(files)) {
            String chosen =
                    hasLayers(file) ? deliveries.chosenLayer(file.sha256(), file.name(), file.sourceLayer()) : null;
            kept.add(new Given(file.role(), file.sha256(), file.name(), file.size(), chosen));
        }
        return kept;
    }

    private static boolean hasLayers(Given file) {
        return file.role() != Role.PAPER && !(file.role() == Role.REMOVED && PackageKeys.isText(file.name()));
    }

    static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
