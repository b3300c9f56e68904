package org.cuntu.business.planning.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cuntu.business.planning.PlanDeliveries.Given;
import org.cuntu.business.planning.PlanScheme;
import org.cuntu.business.planning.PlanScheme.Role;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.http.UploadName;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Keeps what is uploaded with a plan. */
@Component
class PlanUploads {
    private final Files files;

    PlanUploads(Files files) {
        this.files = files;
    }

    /**
     * @param materials in the order of the files
     * @param systems of the maps, in the same order; blank: the file says
     */
    List<Given> keep(
            PlanScheme scheme,
            @Nullable List<MultipartFile> given,
            @Nullable List<String> materials,
            @Nullable List<String> systems)
            throws IOException {
        List<Given> kept = new ArrayList<>();
        List<MultipartFile> all = given == null ? List.of() : given;
        for (int i = 0; i < all.size(); i++) {
            String material = at(materials, i);
            Role role = scheme.materials().stream()
                    .filter(each -> each.id().equals(material))
                    .map(PlanScheme.Material::role)
                    .findFirst()
                    .orElseThrow(() -> LineCandidates.refused("planning.unknown-material", "material", material));
            String crs = at(systems, i);
            if (!all.get(i).isEmpty())
                kept.add(keep(role, material, all.get(i), role != Role.MAP || crs.isBlank() ? null : crs));
        }
        return kept;
    }

    private static String at(@Nullable List<String> list, int i) {
        return list == null || i >= list.size() ? "" : list.get(i);
    }

    Given keep(Role role, String material, MultipartFile file, @Nullable String crs) throws IOException {
        String name = UploadName.of(file);
        String media = Objects.requireNonNullElse(file.getContentType(), "application/octet-stream");
        try (InputStream content = file.getInputStream()) {
            FileRef kept = files.keep(content, name, media);
            return new Given(role, material, kept.sha256(), name, kept.size(), crs);
        }
    }
}
