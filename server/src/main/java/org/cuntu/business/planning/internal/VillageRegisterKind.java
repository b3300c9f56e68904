package org.cuntu.business.planning.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cuntu.business.planning.VillagePlan;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.FourEyes;
import org.springframework.stereotype.Component;

/** Rows of the register of village plans, one typed or a table uploaded, by two persons. */
@Component
class VillageRegisterKind implements FourEyes.Kind {
    static final String CODE = "village-register";
    static final String READ = "planning:village:read";
    static final String EDIT = "planning:village:edit";
    static final String APPROVE = "planning:village:approve";
    /** Hash of the kept table. */
    static final String TABLE = "table";

    static final String NAME = "tableName";

    private final VillageTable table;
    private final VillageRows rows;
    private final CurrentUser current;
    private final ProofLog proof;
    private final CityClock clock;

    VillageRegisterKind(VillageTable table, VillageRows rows, CurrentUser current, ProofLog proof, CityClock clock) {
        this.table = table;
        this.rows = rows;
        this.current = current;
        this.proof = proof;
        this.clock = clock;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String toPropose() {
        return EDIT;
    }

    @Override
    public String toDecide() {
        return APPROVE;
    }

    @Override
    public Set<String> concerned(String subject) {
        return Set.of();
    }

    @Override
    public void check(String subject, Map<String, String> content) {
        plans(content);
    }

    private List<VillagePlan> plans(Map<String, String> content) {
        String sha256 = content.getOrDefault(TABLE, "");
        if (sha256.isEmpty()) return List.of(rows.typed(content));
        return rows.table(sha256, content.getOrDefault(NAME, "file"));
    }

    @Override
    public Map<String, String> carryOut(FourEyes.Matter matter) {
        List<VillagePlan> plans = plans(matter.content());
        Map<String, VillagePlan> before = table.all();
        Instant now = clock.now();
        String decider = current.get().id();
        for (VillagePlan plan : plans) {
            VillagePlan held = before.get(plan.code());
            VillagePlan.Ground ground = plan.ground() == null && held != null ? held.ground() : plan.ground();
            table.put(VillageRows.with(plan, ground), decider, matter.proposedBy(), now, matter.reason());
        }
        String object = plans.size() == 1 ? plans.getFirst().code() : plans.size() + " villages";
        String hash = matter.content().get(TABLE);
        proof.append(new ProofAct(decider, "planning:village:change", object, hash));
        return Map.of("villages", String.valueOf(plans.size()));
    }
}
