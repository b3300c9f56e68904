package org.cuntu.core.onemap.internal;

import java.util.function.Consumer;
import org.cuntu.engine.format.FeatureReader;
import org.cuntu.engine.format.SourceFeature;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.platform.tasks.TaskContext;

/** Reads a file once or twice and tells the task how far it is; a cancelled task ends the reading. */
final class Reading {
    private final FeatureReader reader;
    private final TaskContext context;
    private long total;
    private long done;

    Reading(FeatureReader reader, TaskContext context, int rounds) {
        this.reader = reader;
        this.context = context;
        this.total = reader.size() * rounds;
    }

    /** It will be read once more than was thought. */
    void onceMore() {
        total += reader.size();
    }

    Crs crs() {
        return reader.crs();
    }

    void forEach(Consumer<SourceFeature> consumer) {
        reader.forEach(feature -> {
            consumer.accept(feature);
            context.progress(++done, total, "features");
        });
    }
}
