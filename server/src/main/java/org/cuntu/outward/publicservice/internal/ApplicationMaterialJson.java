package org.cuntu.outward.publicservice.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseMaterial;
import org.cuntu.core.cases.Cases;
import org.cuntu.core.cases.MaterialNeed;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.SharedMaterials;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The papers of a case as its applicant sees them; {@code found} is what the bureau knows, in force or since when no more. */
@Component
class ApplicationMaterialJson {
    private final Cases cases;
    private final ApplicationTable table;

    ApplicationMaterialJson(Cases cases, ApplicationTable table) {
        this.cases = cases;
        this.table = table;
    }

    List<Map<String, @Nullable Object>> list(CaseFile file, Matter matter) {
        Map<String, ApplicationTable.Given> given = table.given(file.id());
        Map<String, CaseMaterial> needed =
                cases.listMaterials(file.id()).stream().collect(Collectors.toMap(CaseMaterial::id, each -> each));
        List<Map<String, @Nullable Object>> materials = new ArrayList<>();
        for (MaterialNeed need : matter.materials()) {
            Map<String, @Nullable Object> tree = MatterJson.material(need);
            ApplicationTable.Given held = given.get(need.id());
            CaseMaterial material = needed.get(need.id());
            tree.put("state", state(need, held, material, file));
            tree.put("found", material == null || material.found() == null ? null : found(material.found()));
            tree.put("fileName", held == null || held.sha256() == null ? null : held.name());
            tree.put("at", held == null ? null : held.at().toString());
            materials.add(tree);
        }
        return materials;
    }

    /** What the answers do not ask for is shown as it would be, should they. */
    private static String state(
            MaterialNeed need, ApplicationTable.@Nullable Given held, @Nullable CaseMaterial material, CaseFile file) {
        if (held != null) return held.sha256() == null ? "PROMISED" : "GIVEN";
        if (material == null)
            return need.source() == MaterialNeed.Source.SITE && file.site() != null ? "GIVEN" : "MISSING";
        return material.state() == CaseMaterial.State.DEFERRED
                ? "PROMISED"
                : material.state().name();
    }

    /** What the platform knows: by its number, and how it stands. */
    private static Map<String, @Nullable Object> found(SharedMaterials.Shared found) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("number", found.number());
        tree.put("title", CitizenWords.of(found.title()));
        tree.put(
                "validUntil",
                found.validUntil() == null ? null : found.validUntil().toString());
        tree.put("standing", found.standing().name());
        tree.put("since", found.since() == null ? null : found.since().toString());
        return tree;
    }
}
