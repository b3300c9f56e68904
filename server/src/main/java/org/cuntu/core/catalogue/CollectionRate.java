package org.cuntu.core.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cuntu.engine.measure.Share;
import org.jspecify.annotations.Nullable;

/**
 * The collection rate of the core data (核心数据归集率) at T as known at K, with every item that it counts: Σ w·c / Σ w over the core
 * data list, c = collected items / due items. An item is one dataset of one county for one period. Source: security and sharing
 * 7; ADR 0036 says how late, unchecked and old versions count.
 *
 * @param known K, cut; null when nothing was ever released
 * @param since items due before this day count as on time when they are there at its end: the day on which the city began to
 *     collect here; null when nothing was ever released
 * @param datasets in the order of the core list
 * @param counties in the order of the divisions
 * @param items by dataset, period and county
 */
public record CollectionRate(
        LocalDate asOf,
        @Nullable Instant known,
        Terms terms,
        @Nullable LocalDate since,
        Figures city,
        List<Dataset> datasets,
        List<County> counties,
        List<Item> items) {
    public CollectionRate {
        datasets = List.copyOf(datasets);
        counties = List.copyOf(counties);
        items = List.copyOf(items);
    }

    /**
     * What counts at T.
     *
     * @param score least score of a version that counts
     * @param coverage least part of a county that a version must cover
     * @param from the first due day that is looked at
     */
    public record Terms(double score, Share coverage, LocalDate from) {}

    /**
     * Counts of items, and what they make.
     *
     * @param due items due
     * @param delivered those that are there, on time or not, good or not
     * @param onTime of the delivered those that came by their day
     * @param passed of the delivered those whose score suffices
     * @param collected those that are there, on time, current and good enough
     * @param rate 归集率; null when nothing is due. 100.00 only when everything is collected
     * @param timely 更新及时率: on time of due
     * @param passing 质检合格率: passed of delivered; null when nothing is delivered
     */
    public record Figures(
            long due,
            long delivered,
            long onTime,
            long passed,
            long collected,
            @Nullable Share rate,
            @Nullable Share timely,
            @Nullable Share passing) {}

    /** A core dataset: w and its c, which is its figures' rate. */
    public record Dataset(String layer, int weight, Figures figures) {}

    public record County(String division, Figures figures) {}

    /**
     * A dataset of a county for a period.
     *
     * @param from the period's first day
     * @param to its last day
     * @param dueOn last day on which it is on time
     * @param inForceFrom of the version that is there; null: none of the county
     * @param deliveredAt when it became known first; null: not delivered
     * @param onTime whether that was by its day
     * @param score of what is said last; null: not delivered or not checked
     */
    public record Item(
            String layer,
            String division,
            LocalDate from,
            LocalDate to,
            LocalDate dueOn,
            State state,
            @Nullable LocalDate inForceFrom,
            @Nullable Instant deliveredAt,
            boolean onTime,
            @Nullable Double score) {}

    /** What an item came to; the first that holds. */
    public enum State {
        /** 已归集 */
        COLLECTED,
        /** Nothing of the county was ever delivered (未交). */
        NOT_DELIVERED,
        /** What is there is of an earlier period, or no longer in force (仍是旧版). */
        OLD_VERSION,
        /** A version of the period is there but leaves out part of the county (覆盖不全). */
        PARTLY_COVERED,
        /** 迟交 */
        LATE,
        /** No check says how good it is (未质检). */
        UNCHECKED,
        /** 质量分不足 */
        BELOW_SCORE
    }
}
