package org.cuntu.core.conformity.internal;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a patch as those of its field ridge (田坎): of class 1203, else the patch's own, read when they are asked for as those
 * are. Not changed by anybody; thread safe as the patch's are.
 */
final class RidgeFields extends AbstractMap<String, @Nullable Object> {
    private static final String CLASS = "DLBM";
    private static final String RIDGE = "1203";

    private final Map<String, @Nullable Object> patch;

    RidgeFields(Map<String, @Nullable Object> patch) {
        this.patch = patch;
    }

    @Override
    public @Nullable Object get(Object field) {
        return CLASS.equals(field) ? RIDGE : patch.get(field);
    }

    @Override
    public boolean containsKey(Object field) {
        return CLASS.equals(field) || patch.containsKey(field);
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(patch);
        all.put(CLASS, RIDGE);
        return all.entrySet();
    }
}
