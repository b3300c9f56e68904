package org.cuntu.engine.format;

import java.util.List;
import java.util.function.Consumer;
import org.cuntu.engine.problem.Problem;

/** A reader that can pass over features which it cannot read, and say of each what is wrong. */
interface EachFeature extends FeatureReader {
    /** Takes what could not be read, in its place in the order of the file. */
    interface Unread {
        /**
         * @param number the feature's DKBH, or its position
         */
        void take(String number, List<Problem> problems);
    }

    void forEach(Consumer<SourceFeature> consumer, Unread unread);
}
