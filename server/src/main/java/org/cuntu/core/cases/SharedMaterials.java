package org.cuntu.core.cases;

import java.time.LocalDate;
import java.util.List;
import org.cuntu.core.rules.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the platform has already and therefore does not ask for (共享即不收, 多测合一): certificates that it issued, survey results that
 * were registered once. A bean of the floor above; of several, all are asked. Reads only; the caller has seen that the case is the
 * caller's. Thread safe.
 */
public interface SharedMaterials {
    /** What may stand for a material of a case, the best first; empty: nothing. */
    List<Shared> list(CaseFile file, MaterialNeed need);

    /**
     * Something that stands for a material.
     *
     * @param kind {@code certificate}, {@code conditions} or {@code survey}
     * @param id under which the material is kept with the case, unique of its kind
     * @param number as it is shown
     * @param validUntil first day no longer valid; null: without end
     * @param file SHA-256 of the kept file; null: no file, the record itself is shown
     * @param hash of the canonical content
     */
    record Shared(
            String kind,
            String id,
            String number,
            Words title,
            LocalDate from,
            @Nullable LocalDate validUntil,
            @Nullable String file,
            String hash) {}
}
