package org.cuntu.core.intake.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cuntu.core.intake.SubmissionFile;
import org.cuntu.core.onemap.LayerDeliveries;
import org.cuntu.core.onemap.LayerDeliveries.Delivery;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.files.Files;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The keys of the files of an increment package; features are read and let go. */
@Component
class PackageKeys {
    private static final int NAMED = 20;
    private static final int LONGEST = 200;

    private final LayerDeliveries deliveries;
    private final Files files;

    PackageKeys(LayerDeliveries deliveries, Files files) {
        this.deliveries = deliveries;
        this.files = files;
    }

    /** What a package's file is read with. */
    record Asked(
            LayerEntry layer, String keyField, @Nullable String crs, Runnable pulse) {}

    /**
     * The keys of a file of features; of a text ({@code .txt}, {@code .csv}) the first word of each line.
     *
     * @throws InputRefused when a feature has none, or a key stands twice
     */
    Set<String> of(@Nullable SubmissionFile file, Asked asked) throws IOException {
        if (file == null) return Set.of();
        Gathered gathered = new Gathered(file.name());
        if (isText(file.name())) lines(file, asked.keyField(), gathered);
        else features(file, asked, gathered);
        return gathered.keys();
    }

    static boolean isText(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".txt") || lower.endsWith(".csv");
    }

    private void lines(SubmissionFile file, String keyField, Gathered gathered) throws IOException {
        files.checked(file.sha256());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(files.open(file.sha256()), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String key = line.replace("\uFEFF", "")
                        .split("[,;\t]", 2)[0]
                        .replace("\"", "")
                        .strip();
                if (!key.isEmpty() && !key.equalsIgnoreCase(keyField)) gathered.add(key);
            }
        }
    }

    private void features(SubmissionFile file, Asked asked, Gathered gathered) throws IOException {
        int field = asked.layer().schema().indexOf(asked.keyField());
        try (Delivery delivery =
                deliveries.open(asked.layer().code(), CandidateMaking.source(file, asked.crs()), asked.pulse())) {
            delivery.forEach(feature -> gathered.add(feature.values().get(field)));
        }
    }

    private static final class Gathered {
        private final String file;
        private final Set<String> keys = new LinkedHashSet<>();
        private final List<String> twice = new ArrayList<>();
        private int missing;

        private Gathered(String file) {
            this.file = file;
        }

        void add(@Nullable Object value) {
            String key = value == null ? "" : value.toString();
            if (key.isEmpty() || key.length() > LONGEST) missing++;
            else if (!keys.add(key) && twice.size() < NAMED) twice.add(key);
        }

        Set<String> keys() {
            List<Problem> problems = new ArrayList<>();
            Problem.Place place = Problem.Place.file(file);
            if (missing > 0) problems.add(Problem.refused("intake.key-missing", place, "count", missing));
            if (!twice.isEmpty())
                problems.add(Problem.refused("intake.key-twice", place, "keys", String.join(", ", twice)));
            if (!problems.isEmpty()) throw new InputRefused(problems);
            return keys;
        }
    }
}
