package org.cuntu.core.catalogue.internal;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cuntu.core.catalogue.Freshness;
import org.cuntu.core.catalogue.Freshness.County;
import org.cuntu.core.catalogue.Freshness.State;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.platform.identity.Organisation.Division;
import org.jspecify.annotations.Nullable;

/** The freshness clock of a layer: by its duty, and where it has none by the register's freshness. */
final class FreshnessMaking {
    private static final Period REMINDER = Period.ofDays(30);

    private final Question question;

    FreshnessMaking(Question question) {
        this.question = question;
    }

    /** @param snapshot in force at T; null: none, then every county's data is missing */
    Freshness of(LayerEntry layer, @Nullable Duty duty, @Nullable SnapshotRef snapshot) {
        List<ReleaseEntry> deliveries =
                snapshot == null ? List.of() : question.log(layer.code()).deliveries(question.asOf());
        List<County> counties = new ArrayList<>();
        for (Division county : question.counties()) {
            LocalDate from = deliveries.stream()
                    .filter(delivery -> question.brings(delivery, county))
                    .map(LayerLog::from)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
            counties.add(county(county.code(), from, layer, duty));
        }
        LocalDate stale = snapshot == null || layer.freshness() == null
                ? null
                : snapshot.inForceFrom().plus(layer.freshness()).plusDays(1);
        County alone = county("", snapshot == null ? null : snapshot.inForceFrom(), layer, duty);
        County worst = counties.stream()
                .filter(county -> hasGround(county, snapshot))
                .max(byState())
                .orElse(alone);
        return new Freshness(worst.state(), worst.dueOn(), stale, counties);
    }

    /** A county of which no township is in force has no data, but does not speak for the layer. */
    private boolean hasGround(County county, @Nullable SnapshotRef snapshot) {
        if (snapshot == null) return true;
        return question.coverage(snapshot.hash())
                .flatMap(coverage -> coverage.of(county.division()))
                .filter(part -> part.ground().isPositive())
                .isPresent();
    }

    /** Of two that are as bad, the one that falls due first. */
    private static Comparator<County> byState() {
        return Comparator.comparing(County::state)
                .thenComparing(County::dueOn, Comparator.nullsFirst(Comparator.<LocalDate>reverseOrder()));
    }

    private County county(String division, @Nullable LocalDate from, LayerEntry layer, @Nullable Duty duty) {
        LocalDate due = due(from, layer, duty);
        return new County(division, state(from, due, remind(duty)), from, due);
    }

    private static Period remind(@Nullable Duty duty) {
        return duty == null || duty.every() == null ? REMINDER : duty.remindBefore();
    }

    /** By which day the data after this has to be there; of nothing, by which day it should have been. */
    private @Nullable LocalDate due(@Nullable LocalDate from, LayerEntry layer, @Nullable Duty duty) {
        if (duty != null && duty.every() != null) {
            if (from == null) return lastDue(duty).map(DuePeriod::dueOn).orElse(null);
            return duty.holding(from).flatMap(duty::next).map(DuePeriod::dueOn).orElse(null);
        }
        return from == null || layer.freshness() == null ? null : from.plus(layer.freshness());
    }

    private Optional<DuePeriod> lastDue(Duty duty) {
        List<DuePeriod> due = duty.dueBetween(question.asOf(), question.asOf());
        return due.isEmpty() ? Optional.empty() : Optional.of(due.getLast());
    }

    private State state(@Nullable LocalDate from, @Nullable LocalDate due, Period remind) {
        if (from == null) return State.MISSING;
        if (due == null) return State.IRREGULAR;
        LocalDate today = question.asOf();
        if (today.isAfter(due)) return State.OVERDUE;
        return today.isBefore(Objects.requireNonNull(due).minus(remind)) ? State.FRESH : State.DUE_SOON;
    }
}
