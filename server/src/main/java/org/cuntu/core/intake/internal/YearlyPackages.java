package org.cuntu.core.intake.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.core.onemap.DivisionPart;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.engine.format.LayerContent;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.matrix.Effort;
import org.cuntu.engine.matrix.LayerMatrix;
import org.cuntu.engine.matrix.MatrixSide;
import org.cuntu.engine.matrix.PatchCut;
import org.cuntu.engine.measure.Apportionment;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.cuntu.platform.formats.LayerFiles;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Home;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/**
 * The yearly change package between two versions, the inverse of {@link YearlyMaking}: applied to the earlier one it gives the later, to
 * the bit. A GeoPackage of two layers.
 */
@Component
class YearlyPackages {
    private final SnapshotStore store;
    private final IntakeRules rules;
    private final CityClock clock;
    private final Home home;

    YearlyPackages(SnapshotStore store, IntakeRules rules, CityClock clock, Home home) {
        this.store = store;
        this.rules = rules;
        this.clock = clock;
        this.home = home;
    }

    /**
     * @param part whose patches
     * @param year of the later version
     * @param from hash of the earlier version, {@code to} of the later
     */
    record Asked(LayerEntry layer, YearlyForm form, DivisionPart part, int year, String from, String to) {}

    /** A package and what it comes to. */
    record Made(byte[] file, int updated, int replaced, int pieces) {}

    private record Piece(int old, int fresh, long area) {}

    Made make(Asked asked) throws IOException {
        try (SnapshotStore.Lease was = store.open(asked.from());
                SnapshotStore.Lease is = store.open(asked.to())) {
            Snapshot before = was.snapshot();
            Snapshot after = is.snapshot();
            boolean[] out = new boolean[before.size()];
            boolean[] in = new boolean[after.size()];
            int replaced = changed(asked, before, after, out, in);
            List<Piece> pieces = new ArrayList<>();
            LayerMatrix.of(
                    MatrixSide.of(after).where((layer, feature) -> in[feature]),
                    MatrixSide.of(before).where((layer, feature) -> out[feature]),
                    Effort.allCores(),
                    cut -> pieces.addAll(pieces(cut, after, asked.form().book())));
            int updated = 0;
            for (boolean each : in) if (each) updated++;
            LayerContent result = new LayerContent(
                    asked.form().update(),
                    asked.layer().zh(),
                    asked.layer().schema().fields(),
                    Crs.CGCS2000,
                    updated,
                    row -> {
                        for (int i = 0; i < in.length; i++)
                            if (in[i]) row.take(after.geometry(i), values(asked.layer(), after, i));
                    });
            LayerEntry process = asked.form().process();
            LayerContent flow = new LayerContent(
                    process.code(), process.zh(), process.schema().fields(), Crs.CGCS2000, pieces.size(), row -> {
                        int number = 0;
                        for (Piece piece : pieces)
                            row.take(outline(piece, before, after), told(asked, piece, before, after, ++number));
                    });
            return new Made(written(List.of(result, flow)), updated, replaced, pieces.size());
        }
    }

    private byte[] written(List<LayerContent> layers) throws IOException {
        Path file = Files.createTempFile(home.tmp(), "yearly-", ".gpkg");
        try {
            LayerFiles.writePackage(layers, clock.now(), file);
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Marks what is not in both versions as it is; answers how many patches go. */
    private int changed(Asked asked, Snapshot before, Snapshot after, boolean[] out, boolean[] in) {
        Matching matching = rules.matching(asked.layer().schema());
        FeatureKeys keys = FeatureKeys.of(before, matching.key());
        boolean[] stays = new boolean[out.length];
        for (int i = 0; i < in.length; i++) {
            if (!asked.part().has(after, i)) continue;
            int old = keys.find(FeatureKeys.key(after, after.schema().indexOf(matching.key()), i));
            boolean same = old >= 0 && !stays[old] && isSame(before, old, after, i, matching);
            if (same) stays[old] = true;
            else in[i] = true;
        }
        int replaced = 0;
        for (int i = 0; i < out.length; i++) {
            out[i] = !stays[i] && asked.part().has(before, i);
            if (out[i]) replaced++;
        }
        return replaced;
    }

    private static boolean isSame(Snapshot before, int old, Snapshot after, int fresh, Matching matching) {
        for (int f = 0; f < after.schema().fields().size(); f++) {
            String code = after.schema().fields().get(f).code();
            int then = before.schema().indexOf(code);
            Object was = then < 0 ? null : before.value(old, then);
            if (!matching.besides().contains(code) && !isSame(was, after.value(fresh, f))) return false;
        }
        return before.geometry(old).equalsExact(after.geometry(fresh));
    }

    /** Numbers are the same whatever decimals they are written with. */
    private static boolean isSame(@Nullable Object one, @Nullable Object other) {
        return one instanceof BigDecimal a && other instanceof BigDecimal b
                ? a.compareTo(b) == 0
                : java.util.Objects.equals(one, other);
    }

    private static List<Piece> pieces(PatchCut cut, Snapshot after, String book) {
        double[] sizes = new double[cut.size() + 1];
        double rest = cut.integral();
        for (int i = 0; i < cut.size(); i++) {
            sizes[i] = cut.area(i);
            rest -= cut.area(i);
        }
        sizes[cut.size()] = StrictMath.max(0, rest);
        long whole = hundredths(after.value(cut.feature(), after.schema().indexOf(book)));
        long[] shares = Apportionment.apportion(sizes, whole);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < cut.size(); i++) pieces.add(new Piece(cut.other(i), cut.feature(), shares[i]));
        return pieces;
    }

    private static long hundredths(@Nullable Object area) {
        return area instanceof BigDecimal number
                ? number.movePointRight(2)
                        .setScale(0, java.math.RoundingMode.HALF_UP)
                        .longValueExact()
                : 0;
    }

    private static Geometry outline(Piece piece, Snapshot before, Snapshot after) {
        Geometry now = after.geometry(piece.fresh());
        return now.equalsExact(before.geometry(piece.old()))
                ? now
                : SiteOverlay.outline(Site.of(now), before, piece.old());
    }

    /** In the register's fields: an older version may have others. */
    private static List<@Nullable Object> values(LayerEntry layer, Snapshot snapshot, int feature) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Field field : layer.schema().fields()) values.add(value(snapshot, feature, field.code()));
        return values;
    }

    /** A row of the process layer: a field {@code BGQ…} has the old patch's value, {@code BGH…} the new one's. */
    private static List<@Nullable Object> told(Asked asked, Piece piece, Snapshot before, Snapshot after, int number) {
        YearlyForm form = asked.form();
        List<@Nullable Object> values = new ArrayList<>();
        for (Field field : form.process().schema().fields()) {
            String code = field.code();
            if (code.equals(form.old())) values.add(value(before, piece.old(), form.key()));
            else if (code.equals(form.fresh())) values.add(value(after, piece.fresh(), form.key()));
            else if (code.equals(form.from())) values.add(value(before, piece.old(), form.type()));
            else if (code.equals(form.to())) values.add(value(after, piece.fresh(), form.type()));
            else if (code.equals(form.area())) values.add(BigDecimal.valueOf(piece.area(), 2));
            else if (code.equals(form.year())) values.add((long) asked.year());
            else if (code.equals(form.key())) values.add(String.valueOf(number));
            else if (code.startsWith("BGQ")) values.add(value(before, piece.old(), code.substring(3)));
            else if (code.startsWith("BGH")) values.add(value(after, piece.fresh(), code.substring(3)));
            else values.add(null);
        }
        return values;
    }

    private static @Nullable Object value(Snapshot snapshot, int feature, String field) {
        int at = snapshot.schema().indexOf(field);
        return at < 0 ? null : snapshot.value(feature, at);
    }
}
