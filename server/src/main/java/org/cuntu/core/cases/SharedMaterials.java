package org.cuntu.core.cases;

import java.time.LocalDate;
import java.util.List;
import org.cuntu.core.rules.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the platform has already and therefore does not ask for (共享即不收, 多测合一): certificates that it issued, survey results that
 * were registered once, what another case of the same pack was given. A bean of the floor above; of several, all are asked. Reads only;
 * the caller has seen that the case is the caller's. Thread safe.
 */
public interface SharedMaterials {
    /** What the platform knows of a material of a case, the best first, what holds no more too; empty: it does not know it. */
    List<Shared> list(CaseFile file, MaterialNeed need);

    /** How something that the platform knows stands today. */
    enum Standing {
        IN_FORCE,
        EXPIRED,
        /** 撤回 */
        WITHDRAWN,
        /** 撤销 */
        REVOKED,
        /** 注销 */
        CANCELLED
    }

    /**
     * Something that the platform knows.
     *
     * @param kind {@code certificate}, {@code conditions}, {@code survey} or {@code case}
     * @param id under which the material is kept with the case, unique of its kind
     * @param number as it is shown
     * @param validUntil first day no longer valid; null: without end
     * @param file SHA-256 of the kept file; null: no file, the record itself is shown
     * @param hash of the canonical content
     * @param since first day on which it held no more; null: in force
     */
    record Shared(
            String kind,
            String id,
            String number,
            Words title,
            LocalDate from,
            @Nullable LocalDate validUntil,
            @Nullable String file,
            String hash,
            Standing standing,
            @Nullable LocalDate since) {
        public boolean isInForce() {
            return standing == Standing.IN_FORCE;
        }
    }
}
