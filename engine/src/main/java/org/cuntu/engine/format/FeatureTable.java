package org.cuntu.engine.format;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One layer of a file that another module reads, as rows of an outline and its values. What is wrong with an outline is
 * judged here, by the rules of all formats. Not thread safe; may be read more than once.
 */
public interface FeatureTable extends AutoCloseable {
    /** Takes the rows. */
    interface Rows {
        /**
         * @param wkb the outline as well-known binary of ISO or EWKB; null when the row has none. Valid during the call
         * @param values by the source's own field names, in order; String, Long, BigDecimal, LocalDate or null
         */
        void row(@Nullable ByteBuffer wkb, Map<String, @Nullable Object> values);
    }

    List<Field> schema();

    /** The number of rows. */
    long size();

    /** The system as {@code EPSG:4490} or the like; null when the file does not name one. */
    @Nullable
    String crsName();

    /** The system as well-known text; null when the file does not have it. */
    @Nullable
    String crsText();

    /** What was let pass on opening. */
    List<Problem> warnings();

    /**
     * Whether it is a drawing: its closed lines are areas, and what is neither is passed over and counted in a warning.
     */
    default boolean isDrawing() {
        return false;
    }

    /** The field with the name of the drawing's own layer; null when it is no drawing. */
    default @Nullable String layerField() {
        return null;
    }

    /** @throws org.cuntu.engine.problem.InputRefused when the file is damaged */
    void forEach(Rows rows);

    @Override
    void close();
}
