package org.cuntu.platform.http.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** A bucket for each key, full at first, that fills at a steady rate: bursts of a minute's worth, no more in the long run. */
final class Buckets {
    private static final double NANOS = 60e9;
    private static final int MOST_KEYS = 20_000;

    private final int aMinute;
    private final LongSupplier nanoTime;
    private final Map<String, Bucket> all = new ConcurrentHashMap<>();

    /** @param aMinute 0: without limit */
    Buckets(int aMinute, LongSupplier nanoTime) {
        this.aMinute = aMinute;
        this.nanoTime = nanoTime;
    }

    private static final class Bucket {
        private double left;
        private long at;

        private Bucket(double left, long at) {
            this.left = left;
            this.at = at;
        }
    }

    /** Takes one. @return 0 when there was one, else the whole seconds until there is */
    long take(String key) {
        if (aMinute <= 0) return 0;
        long now = nanoTime.getAsLong();
        if (all.size() > MOST_KEYS) all.values().removeIf(bucket -> filled(bucket, now) >= aMinute);
        long[] wait = {0};
        all.compute(key, (k, known) -> {
            Bucket bucket = known == null ? new Bucket(aMinute, now) : known;
            bucket.left = filled(bucket, now);
            bucket.at = now;
            if (bucket.left >= 1) bucket.left -= 1;
            else wait[0] = (long) StrictMath.ceil((1 - bucket.left) * 60 / aMinute);
            return bucket;
        });
        return wait[0];
    }

    int size() {
        return all.size();
    }

    private double filled(Bucket bucket, long now) {
        return StrictMath.min(aMinute, bucket.left + (now - bucket.at) / NANOS * aMinute);
    }
}
