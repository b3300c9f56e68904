package org.cuntu.core.conformity.internal;

import org.cuntu.core.conformity.LayerAnswer;
import org.cuntu.core.conformity.LayerResult;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.onemap.SnapshotRef;
import org.jspecify.annotations.Nullable;

/** All that the text of a layer is made of that takes no ground of a site. */
record QuietLayer(
        String language,
        String code,
        String zh,
        String en,
        String group,
        boolean required,
        Enum<?> kind,
        @Nullable SnapshotRef snapshot,
        LayerAnswer answer,
        @Nullable NotAnsweredReason reason,
        boolean sliversSeen) {
    /** Null: it takes ground, or touches the site. */
    static @Nullable QuietLayer of(LayerResult layer, String language) {
        boolean quiet = layer.leaves().isEmpty()
                && layer.touches().isEmpty()
                && layer.area().isZero()
                && layer.share().hundredthsOfPercent() == 0
                && layer.slivers().count() == 0
                && layer.slivers().area().isZero();
        if (!quiet) return null;
        return new QuietLayer(
                language,
                layer.entry().code(),
                layer.entry().zh(),
                layer.entry().en(),
                layer.entry().group(),
                layer.entry().required(),
                layer.entry().schema().kind(),
                layer.snapshot(),
                layer.answer(),
                layer.reason(),
                layer.sliversSeen());
    }
}
