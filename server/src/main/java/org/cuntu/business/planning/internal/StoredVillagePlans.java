package org.cuntu.business.planning.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cuntu.business.planning.VillagePlan;
import org.cuntu.business.planning.VillagePlans;
import org.cuntu.platform.identity.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The register in the database, as far as the caller reaches. */
@Component
class StoredVillagePlans implements VillagePlans {
    private final VillageTable table;
    private final CurrentUser current;

    StoredVillagePlans(VillageTable table, CurrentUser current) {
        this.table = table;
        this.current = current;
    }

    @Override
    public Map<String, VillagePlan> register(@Nullable Instant known) {
        Map<String, VillagePlan> seen = new TreeMap<>(known == null ? table.all() : table.all(known));
        seen.keySet().removeIf(code -> !sees(code));
        return seen;
    }

    boolean sees(String code) {
        return current.reach(VillageRegisterKind.READ).sees(code, 1);
    }

    @Override
    public List<Event> listEvents(String code) {
        return sees(code) ? table.listEvents(code) : List.of();
    }
}
