package org.cuntu.engine.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a layer's snapshots hold.
 *
 * @param layer the layer's code in the city's register, for example DLTB
 * @param kind what is promised of the features
 * @param fields the attributes, in order
 * @param classScheme the class scheme and version its codes belong to, for example SD2019; null when it has none
 * @param classField the field that holds the class code; null when it has none
 */
public record LayerSchema(
        String layer,
        LayerKind kind,
        List<Field> fields,
        @Nullable String classScheme,
        @Nullable String classField) {
    public LayerSchema {
        fields = List.copyOf(fields);
    }

    /** The position of a field, or -1. */
    public int indexOf(String code) {
        for (int i = 0; i < fields.size(); i++) if (fields.get(i).code().equals(code)) return i;
        return -1;
    }
}
