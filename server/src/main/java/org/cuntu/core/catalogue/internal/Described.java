package org.cuntu.core.catalogue.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cuntu.core.catalogue.CatalogueEntry;
import org.cuntu.core.catalogue.Named;
import org.cuntu.platform.home.InForce;
import org.jspecify.annotations.Nullable;

/** What the city's file says of one layer, with its dated duties. */
record Described(
        String layer,
        String unit,
        ResourceCode code,
        Named group,
        String standard,
        Named description,
        List<String> formats,
        CatalogueEntry.Share share,
        CatalogueEntry.Open open,
        List<String> parents,
        List<String> related,
        List<Duty> duties) {
    Described {
        formats = List.copyOf(formats);
        parents = List.copyOf(parents);
        related = List.copyOf(related);
        duties = List.copyOf(duties);
    }

    /** The duty in force at T as known at K. */
    Optional<Duty> duty(LocalDate at, @Nullable Instant known) {
        return InForce.choose(duties, Duty::held, at, known);
    }
}
