package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.core.conformity.LayerResult;
import org.jspecify.annotations.Nullable;

/**
 * The parts of all leaves of a layer, as its rules see them. A large site has hundreds and few kinds of them: rules that read the same
 * fields share how they fall into kinds. Thread safe, while the snapshots are open.
 */
final class TakenParts {
    private final List<TakenPart> parts;
    private final Map<List<String>, Kinds> kinds = new ConcurrentHashMap<>();

    /**
     * @param of the kind of each part
     * @param first of each kind
     */
    record Kinds(int[] of, List<TakenPart> first) {}

    private record Alike(int plot, List<@Nullable Object> values) {}

    private TakenParts(List<TakenPart> parts) {
        this.parts = parts;
    }

    static TakenParts of(LayerResult layer) {
        List<TakenPart> parts = new ArrayList<>(layer.leaves().size());
        for (var leaf : layer.leaves()) parts.addAll(TakenPart.of(layer, leaf));
        return new TakenParts(parts);
    }

    List<TakenPart> all() {
        return parts;
    }

    /** Those of one plot with the same values of some fields are of one kind. */
    Kinds by(List<String> fields) {
        return kinds.computeIfAbsent(fields, this::fallen);
    }

    private Kinds fallen(List<String> fields) {
        int[] of = new int[parts.size()];
        List<TakenPart> first = new ArrayList<>();
        Map<Alike, Integer> numbers = new HashMap<>();
        for (int i = 0; i < of.length; i++) {
            TakenPart part = parts.get(i);
            of[i] = numbers.computeIfAbsent(new Alike(part.leaf().plot(), part.values(fields)), alike -> {
                first.add(part);
                return first.size() - 1;
            });
        }
        return new Kinds(of, first);
    }
}
