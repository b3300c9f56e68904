package org.cuntu.core.cases.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cuntu.core.cases.CaseMaterial;
import org.cuntu.core.cases.MaterialNeed;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.SharedMaterials;
import org.cuntu.platform.home.CityClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The materials of a case as officers see them; {@code found} is what the platform knows, in force or not. */
@Component
class CaseMaterialJson {
    private final CaseMaterials stands;
    private final MaterialTable materials;
    private final CityClock clock;

    CaseMaterialJson(CaseMaterials stands, MaterialTable materials, CityClock clock) {
        this.stands = stands;
        this.materials = materials;
        this.clock = clock;
    }

    List<Map<String, @Nullable Object>> list(CaseRow row, Matter matter, CaseRowsJson.Names names, Locale locale) {
        Map<String, MaterialTable.Row> there = stands.holding(row);
        Set<String> own = materials.holding(row.id()).keySet();
        Map<String, CaseMaterial> all = stands.list(row, matter);
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        for (MaterialNeed need : matter.materials()) {
            CaseMaterial material = all.get(need.id());
            if (material == null) continue;
            MaterialTable.Row given = there.get(need.id());
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            tree.put("id", need.id());
            tree.put("title", need.title().in(locale));
            tree.put("main", need.main());
            tree.put("source", need.source().name());
            tree.put("forms", need.forms());
            tree.put("deferDays", need.deferDays());
            tree.put("promise", need.promise() == null ? null : need.promise().in(locale));
            tree.put("state", material.state().name());
            tree.put("found", material.found() == null ? null : found(material.found(), locale));
            tree.put("file", given == null ? null : given.sha256());
            tree.put("fileName", given == null ? null : given.fileName());
            tree.put("size", given == null ? null : given.size());
            tree.put("due", given == null ? null : CaseJson.text(given.due()));
            tree.put(
                    "overdue",
                    given != null && given.due() != null && clock.today().isAfter(given.due()));
            tree.put("checked", given != null && given.checkedAt() != null);
            tree.put("checkedBy", given == null ? null : names.of(given.checkedBy()));
            tree.put("at", given == null ? null : given.at().toString());
            tree.put("by", given == null ? null : names.of(given.by()));
            tree.put("shared", given != null && !own.contains(need.id()));
            list.add(tree);
        }
        return list;
    }

    private static Map<String, @Nullable Object> found(SharedMaterials.Shared found, Locale locale) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("kind", found.kind());
        tree.put("number", found.number());
        tree.put("title", found.title().in(locale));
        tree.put("from", found.from().toString());
        tree.put("validUntil", CaseJson.text(found.validUntil()));
        tree.put("hash", found.hash());
        tree.put("standing", found.standing().name());
        tree.put("standingText", CaseWords.in(locale, "standing." + found.standing()));
        tree.put("since", CaseJson.text(found.since()));
        return tree;
    }
}
