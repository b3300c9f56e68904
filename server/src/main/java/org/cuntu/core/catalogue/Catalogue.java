package org.cuntu.core.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue at the two clocks (contracts 4). Whoever asks sees the layers up to the own classification and the counties of
 * the own grants, and no others. Thread safe.
 */
public interface Catalogue {
    /** The task that checks every version that stands and was never checked; it has no parameters. */
    String CHECK_TASK = "catalogue.check";

    /**
     * Every layer of the register, in its order.
     *
     * @param asOf T; null: today
     * @param known K, as of {@link org.cuntu.core.onemap.Baselines#resolve}
     */
    List<CatalogueEntry> list(@Nullable LocalDate asOf, @Nullable String known);

    /** One layer; empty when the register has none of this code, or the caller may not see it. */
    Optional<CatalogueEntry> find(String layer, @Nullable LocalDate asOf, @Nullable String known);

    /** The collection rate of the core data with every item that was due. */
    CollectionRate collection(@Nullable LocalDate asOf, @Nullable String known);
}
