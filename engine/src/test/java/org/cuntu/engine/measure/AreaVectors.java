package org.cuntu.engine.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The handbook's area vectors, computed with 40-digit arithmetic. */
public final class AreaVectors {
    private static final JsonNode ALL = load();

    private AreaVectors() {}

    private static JsonNode load() {
        try (InputStream in = AreaVectors.class.getResourceAsStream("area-test-vectors.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<JsonNode> of(String part) {
        List<JsonNode> all = List.copyOf(ALL.get(part).values());
        if (all.isEmpty()) throw new IllegalStateException("no vectors " + part);
        return all;
    }

    /** East, north… (or lon, lat…) of pairs, the two swapped when north comes first. */
    public static double[] ring(JsonNode pairs, boolean northFirst, double prefix) {
        double[] out = new double[2 * pairs.size()];
        for (int i = 0; i < pairs.size(); i++) {
            out[2 * i] = Double.parseDouble(pairs.get(i).get(northFirst ? 1 : 0).asString()) - prefix;
            out[2 * i + 1] =
                    Double.parseDouble(pairs.get(i).get(northFirst ? 0 : 1).asString());
        }
        return out;
    }
}
