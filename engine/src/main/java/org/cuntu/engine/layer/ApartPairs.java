package org.cuntu.engine.layer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Whether two features of one snapshot whose boxes meet share ground: it is so for every site, and measured once. Keeps as many pairs
 * as a layer of objects that stand side by side has; one that finds no room is measured each time. Thread safe.
 */
public final class ApartPairs {
    private static final int MOST = 100_000;

    private final Map<Long, Boolean> apart = new ConcurrentHashMap<>();

    /** @param measure tells whether they share none */
    public boolean contains(int one, int other, BooleanSupplier measure) {
        long pair = (long) StrictMath.min(one, other) << 32 | StrictMath.max(one, other);
        Boolean known = apart.get(pair);
        if (known != null) return known;
        boolean measured = measure.getAsBoolean();
        if (apart.size() < MOST) apart.put(pair, measured);
        return measured;
    }
}
