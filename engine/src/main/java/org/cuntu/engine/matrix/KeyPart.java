package org.cuntu.engine.matrix;

import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * What features are grouped by: a field's value, or the first characters of a code whose beginning is the coarser code, as
 * administrative divisions (6 county, 9 township, 12 village) and land classes (2 first level) are.
 *
 * @param field the field's code
 * @param characters how many characters of a text count; {@link Integer#MAX_VALUE} for all and for other types
 */
public record KeyPart(String field, int characters) {
    public KeyPart {
        if (characters < 1) throw new IllegalArgumentException("at least one character");
    }

    public static KeyPart of(String field) {
        return new KeyPart(field, Integer.MAX_VALUE);
    }

    public static KeyPart first(int characters, String field) {
        return new KeyPart(field, characters);
    }

    @Nullable
    Object value(Snapshot snapshot, int feature, int position) {
        Object value = snapshot.value(feature, position);
        return value instanceof String text && text.length() > characters ? text.substring(0, characters) : value;
    }
}
