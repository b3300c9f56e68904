package org.cuntu.core.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.core.onemap.SnapshotRef;
import org.jspecify.annotations.Nullable;

/**
 * A layer of the city in the catalogue (数据资源目录条目) at T as known at K: the core metadata of shared government data and how the
 * layer stands. Source: security and sharing 4 and 6.
 *
 * @param layer the register's entry: code, names, kind, classification, fields
 * @param metadata what the city says of it
 * @param snapshot the version in force; null: none
 * @param reason why the layer does not answer; null: it does
 * @param score of the version in force; null: not checked
 * @param coverage of the version in force; null: none, or its file is missing
 * @param features of the version in force; null: none
 * @param core the weight in the core data list at T; 0: not in it
 * @param versions every act of its releases known at K, the newest first
 */
public record CatalogueEntry(
        LayerEntry layer,
        Metadata metadata,
        @Nullable SnapshotRef snapshot,
        @Nullable NotAnsweredReason reason,
        Freshness freshness,
        @Nullable Score score,
        @Nullable Coverage coverage,
        @Nullable Long features,
        int core,
        List<Version> versions) {
    public CatalogueEntry {
        versions = List.copyOf(versions);
    }

    /**
     * What the city's file says of a layer.
     *
     * @param unit id of the owner unit (organisation.yaml)
     * @param unitName its name at T
     * @param provider unified social credit code of who provides it
     * @param resourceCode 资源代码: class, item, group, detail / sequence
     * @param resourceGroup what the code's group means
     * @param standard by which it is made, in words
     * @param cycle at T; with how long a period is, ISO 8601, or empty when it has none
     * @param parents codes of the layers that it is made from
     * @param related codes of layers that are used with it
     */
    public record Metadata(
            String unit,
            Named unitName,
            String provider,
            Named providerName,
            String resourceCode,
            Named resourceGroup,
            String standard,
            Named description,
            List<String> formats,
            Cycle cycle,
            String every,
            Share share,
            Open open,
            List<String> parents,
            List<String> related) {}

    /** 共享属性: the kind, its condition or the basis of a refusal, and the ways. */
    public record Share(ShareKind kind, @Nullable Named condition, List<ShareWay> ways) {}

    /** 开放属性: whether the public may have it, and on which condition. */
    public record Open(boolean open, @Nullable Named condition) {}

    /** 共享类型 */
    public enum ShareKind {
        UNCONDITIONAL,
        CONDITIONAL,
        NONE
    }

    /** 共享方式 */
    public enum ShareWay {
        TABLE,
        FILE,
        INTERFACE,
        MAP_SERVICE
    }

    /**
     * The last check of a snapshot.
     *
     * @param value 0…100
     * @param passed at least the threshold at T
     */
    public record Score(UUID run, double value, boolean passed, long refusing, long warnings, Instant at) {}

    /**
     * An act on the layer's versions.
     *
     * @param inForce whether it says what is in force at T as known at K
     * @param standing whether it says what is known last of its version
     * @param withdrawn whether it was withdrawn by K
     * @param inForceTo first day no longer in force of a version that stands; null otherwise, or open
     */
    public record Version(
            ReleaseEntry entry,
            boolean inForce,
            boolean standing,
            boolean withdrawn,
            @Nullable LocalDate inForceTo,
            @Nullable Score score) {}
}
