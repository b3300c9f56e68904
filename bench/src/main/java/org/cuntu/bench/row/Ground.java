package org.cuntu.bench.row;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cuntu.bench.city.BenchCity;
import org.cuntu.bench.city.BenchLayer;
import org.cuntu.bench.city.Shape;
import org.cuntu.bench.city.ShapeFile;
import org.cuntu.bench.city.ShapeOutput;
import org.cuntu.bench.city.Sites;
import org.cuntu.bench.worker.WorkerProcess;
import tools.jackson.databind.JsonNode;

/** One invented city on disk: its files, its sites, and our snapshots of its layers. */
final class Ground {
    private final BenchCity city;
    private final Path folder;
    private final List<double[]> sites;
    private final Map<BenchLayer, Path> files = new EnumMap<>(BenchLayer.class);
    private final Map<BenchLayer, String> hashes = new EnumMap<>(BenchLayer.class);

    Ground(BenchCity city, Path folder, int sites) {
        this.city = city;
        this.folder = folder;
        this.sites = Sites.of(city, sites);
        ShapeFile.write(siteFile(), consumer -> {
            for (double[] ring : this.sites) consumer.accept(new Shape(1, "site", new double[][][] {{ring}}));
        });
    }

    /** Writes a layer's file; the survey's with that of the farmland, which is half the making. */
    Path write(BenchLayer layer) {
        if (layer == BenchLayer.SURVEY) writeSurvey();
        else if (!files.containsKey(layer)) ShapeFile.write(path(layer), city, layer);
        files.put(layer, path(layer));
        return path(layer);
    }

    private void writeSurvey() {
        try (ShapeOutput survey = new ShapeOutput(path(BenchLayer.SURVEY));
                ShapeOutput farmland = new ShapeOutput(path(BenchLayer.FARMLAND))) {
            city.make(BenchLayer.SURVEY, shape -> {
                survey.put(shape);
                if (BenchCity.isFarmland(shape)) farmland.put(shape);
            });
        }
        files.put(BenchLayer.FARMLAND, path(BenchLayer.FARMLAND));
    }

    private Path path(BenchLayer layer) {
        return folder.resolve(layer.code() + "-" + city.patches() + ".copy");
    }

    /** Makes our snapshot of a layer that has been written, and opens it. */
    void take(WorkerProcess ours, BenchLayer layer) {
        take(ours, ours, layer);
    }

    /** @param importer makes the snapshot, in place of the one that opens it */
    void take(WorkerProcess importer, WorkerProcess ours, BenchLayer layer) {
        String hash = importInto(importer, layer, file(layer), snapshots())
                .get("hash")
                .asString();
        ours.ask("open", snapshots().toString(), hash);
        hashes.put(layer, hash);
    }

    /** Has ours import a file into a folder of snapshots. */
    JsonNode importInto(WorkerProcess ours, BenchLayer layer, Path file, Path into) {
        String kind = layer.isCoverage() ? "coverage" : "disjoint";
        String bounds =
                Arrays.stream(city.extent().ring()).mapToObj(String::valueOf).collect(Collectors.joining(","));
        return ours.ask("import", file.toString(), layer.code(), kind, into.toString(), bounds);
    }

    BenchCity city() {
        return city;
    }

    List<double[]> sites() {
        return sites;
    }

    Path siteFile() {
        return folder.resolve("sites-" + city.patches() + ".copy");
    }

    Path file(BenchLayer layer) {
        Path file = files.get(layer);
        if (file == null) throw new IllegalStateException("not written: " + layer);
        return file;
    }

    Path folder() {
        return folder;
    }

    Path snapshots() {
        return folder.resolve("snapshots");
    }

    String hash(BenchLayer layer) {
        String hash = hashes.get(layer);
        if (hash == null) throw new IllegalStateException("not taken: " + layer);
        return hash;
    }

    /** A command with the hashes of a site's layers behind it. */
    String[] withSiteLayers(String... words) {
        return append(words, Arrays.stream(BenchLayer.ofASite()).map(this::hash).toArray(String[]::new));
    }

    /** A command with the codes of a site's layers behind it, for the peers. */
    static String[] withSiteCodes(String... words) {
        return append(
                words, Arrays.stream(BenchLayer.ofASite()).map(BenchLayer::code).toArray(String[]::new));
    }

    private static String[] append(String[] words, String[] more) {
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return all;
    }
}
