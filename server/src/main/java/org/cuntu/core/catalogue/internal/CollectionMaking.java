package org.cuntu.core.catalogue.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cuntu.core.catalogue.CollectionRate;
import org.cuntu.core.catalogue.CollectionRate.Item;
import org.cuntu.core.catalogue.CollectionRate.State;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.engine.measure.Share;
import org.cuntu.platform.identity.Organisation.Division;
import org.jspecify.annotations.Nullable;

/** Works out the collection rate of one question. */
final class CollectionMaking {
    private final Question question;
    private final List<Dated.Core> core;
    private final Function<String, Optional<Duty>> duties;
    private final ZoneId zone;
    private final @Nullable LocalDate since;

    /**
     * @param duties of a layer, at T as known at K
     * @param since the day on which the first release of all became known; null: there is none
     */
    CollectionMaking(
            Question question,
            List<Dated.Core> core,
            Function<String, Optional<Duty>> duties,
            ZoneId zone,
            @Nullable LocalDate since) {
        this.question = question;
        this.core = core;
        this.duties = duties;
        this.zone = zone;
        this.since = since;
    }

    private record Counted(String layer, int weight, List<Item> items) {}

    CollectionRate rate() {
        LocalDate first = question.asOf().minus(question.thresholds().window()).plusDays(1);
        List<Counted> counted = new ArrayList<>();
        for (Baseline.Layer layer : question.baseline().layers()) {
            if (layer.reason() == NotAnsweredReason.NOT_CLEARED) continue;
            String code = layer.entry().code();
            int weight = Dated.weight(core, code, question.asOf(), question.asked());
            if (weight > 0) counted.add(new Counted(code, weight, items(layer, first)));
        }
        double least = question.thresholds().score();
        List<CollectionRate.Dataset> datasets = counted.stream()
                .map(each -> new CollectionRate.Dataset(
                        each.layer,
                        each.weight,
                        Rates.figures(each.items, least, Rates.weighted(List.of(weighted(each, each.items))))))
                .toList();
        List<CollectionRate.County> counties = question.counties().stream()
                .map(county -> new CollectionRate.County(county.code(), of(counted, county.code())))
                .toList();
        return new CollectionRate(
                question.asOf(),
                question.baseline().known(),
                new CollectionRate.Terms(least, new Share(question.thresholds().coverage()), first),
                since,
                of(counted, null),
                datasets,
                counties,
                counted.stream().flatMap(each -> each.items.stream()).toList());
    }

    private static Rates.Weighted weighted(Counted dataset, List<Item> items) {
        return new Rates.Weighted(dataset.weight, Rates.collected(items), items.size());
    }

    /** @param county null: all that are seen */
    private CollectionRate.Figures of(List<Counted> counted, @Nullable String county) {
        List<Rates.Weighted> parts = new ArrayList<>();
        List<Item> all = new ArrayList<>();
        for (Counted dataset : counted) {
            List<Item> own = dataset.items.stream()
                    .filter(item -> county == null || item.division().equals(county))
                    .toList();
            parts.add(weighted(dataset, own));
            all.addAll(own);
        }
        return Rates.figures(all, question.thresholds().score(), Rates.weighted(parts));
    }

    private List<Item> items(Baseline.Layer layer, LocalDate first) {
        String code = layer.entry().code();
        List<ReleaseEntry> deliveries = question.log(code).deliveries(question.asOf());
        List<DuePeriod> periods = duties.apply(code)
                .map(duty -> duty.dueBetween(first, question.asOf()))
                .orElse(List.of());
        List<Item> items = new ArrayList<>();
        for (DuePeriod period : periods)
            for (Division county : question.counties())
                items.add(item(code, county, period, deliveries, layer.snapshot() != null));
        return items;
    }

    private Item item(
            String layer, Division county, DuePeriod period, List<ReleaseEntry> deliveries, boolean isInForce) {
        List<ReleaseEntry> own = deliveries.stream()
                .filter(delivery -> question.brings(delivery, county))
                .toList();
        List<ReleaseEntry> inPeriod =
                own.stream().filter(each -> period.holds(LayerLog.from(each))).toList();
        if (inPeriod.isEmpty()) return missing(layer, county, period, deliveries, own);
        ReleaseEntry last = inPeriod.stream().max(byVersion()).orElseThrow();
        Instant delivered = inPeriod.stream()
                .map(ReleaseEntry::knownFrom)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        boolean onTime = isOnTime(delivered, period);
        Optional<CheckRun> run = question.run(LayerLog.hash(last));
        State state;
        if (!isInForce) state = State.OLD_VERSION;
        else if (!onTime) state = State.LATE;
        else if (run.isEmpty()) state = State.UNCHECKED;
        else state = question.passes(run.get()) ? State.COLLECTED : State.BELOW_SCORE;
        return new Item(
                layer,
                county.code(),
                period.from(),
                period.to(),
                period.dueOn(),
                state,
                LayerLog.from(last),
                delivered,
                onTime,
                run.map(CheckRun::score).orElse(null));
    }

    private Item missing(
            String layer, Division county, DuePeriod period, List<ReleaseEntry> deliveries, List<ReleaseEntry> own) {
        boolean partly = deliveries.stream()
                .filter(each -> period.holds(LayerLog.from(each)))
                .anyMatch(each -> question.bringsPart(each, county));
        LocalDate older = own.stream()
                .map(LayerLog::from)
                .filter(from -> from.isBefore(period.from()))
                .max(Comparator.naturalOrder())
                .orElse(null);
        State state = partly ? State.PARTLY_COVERED : older == null ? State.NOT_DELIVERED : State.OLD_VERSION;
        return new Item(
                layer, county.code(), period.from(), period.to(), period.dueOn(), state, older, null, false, null);
    }

    private static Comparator<ReleaseEntry> byVersion() {
        return Comparator.comparing(LayerLog::from).thenComparing(ReleaseEntry::knownFrom);
    }

    private boolean isOnTime(Instant delivered, DuePeriod period) {
        LocalDate day = LocalDate.ofInstant(delivered, zone);
        return !day.isAfter(period.dueOn()) || since != null && !day.isAfter(since);
    }
}
