package org.cuntu.core.cases.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.MaterialNeed;
import org.cuntu.core.cases.SharedMaterials;
import org.cuntu.platform.home.CityClock;
import org.springframework.stereotype.Component;

/** What another case of the same pack was given: nobody brings the same survey twice to one window (一窗受理). */
@Component
class PackMaterials implements SharedMaterials {
    private final CaseTable cases;
    private final MaterialTable materials;
    private final CityClock clock;

    PackMaterials(CaseTable cases, MaterialTable materials, CityClock clock) {
        this.cases = cases;
        this.materials = materials;
        this.clock = clock;
    }

    @Override
    public List<Shared> list(CaseFile file, MaterialNeed need) {
        UUID parent = file.parent();
        if (parent == null) return List.of();
        List<Shared> found = new ArrayList<>();
        for (CaseRow other : cases.listChildren(parent)) {
            MaterialTable.Row given = other.id().equals(file.id())
                    ? null
                    : materials.holding(other.id()).get(need.id());
            if (given == null || given.sha256() == null) continue;
            found.add(new Shared(
                    "case",
                    other.id() + "/" + need.id(),
                    other.called(),
                    need.title(),
                    LocalDate.ofInstant(given.at(), clock.zone()),
                    null,
                    given.sha256(),
                    given.sha256(),
                    Standing.IN_FORCE,
                    null));
        }
        return found;
    }
}
