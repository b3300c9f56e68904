package org.cuntu.core.intake.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.cuntu.core.intake.Extent;
import org.cuntu.core.onemap.DivisionPart;
import org.cuntu.engine.format.LayerContent;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.formats.FileFormat;
import org.cuntu.platform.formats.LayerFiles;
import org.cuntu.platform.home.Home;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The list of changes between two versions as a file, in its order: of each feature its key, what became of it, its class and its area or
 * length before and after, and its outline as it is, or as it was when it is gone.
 */
@Component
class ChangesFile {
    private static final int MOST = 200_000;

    private final ChangedFeatures changed;
    private final LayerFiles files;
    private final Home home;

    ChangesFile(ChangedFeatures changed, LayerFiles files, Home home) {
        this.changed = changed;
        this.files = files;
        this.home = home;
    }

    /**
     * Writes it; the file is the caller's to remove.
     *
     * @param parts whose features may be taken away, before or after; empty: all
     * @throws InputRefused when there are too many for one file
     */
    Path write(
            ChangedFeatures.Pair pair,
            List<DivisionPart> parts,
            ChangedFeatures.Wanted wanted,
            FileFormat format,
            String name) {
        return changed.with(pair, DivisionPart.whole(), (versions, list) -> {
            int[] rows = rows(versions, list, parts, wanted);
            Dimension of = versions.is().dimension();
            LayerContent content = new LayerContent(
                    name,
                    name,
                    fields(of),
                    Crs.CGCS2000,
                    rows.length,
                    taker -> {
                        for (int row : rows)
                            take(versions, list, row, pair.matching().key(), taker);
                    },
                    of);
            try {
                Path file = Files.createTempFile(home.tmp(), "changes-", "." + format.ending());
                try {
                    files.write(format, content, file);
                    return file;
                } catch (RuntimeException e) {
                    Files.deleteIfExists(file);
                    throw e;
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static int[] rows(
            TwoVersions versions, ChangeList list, List<DivisionPart> parts, ChangedFeatures.Wanted wanted) {
        int[] rows = new int[list.size()];
        int size = 0;
        for (int row = 0; row < list.size(); row++)
            if (wanted.has(versions, list, row) && mayBeTaken(versions, list, row, parts)) rows[size++] = row;
        if (size > MOST)
            throw new InputRefused(
                    Problem.refused("intake.changes-too-many", Problem.Place.UNKNOWN, "count", size, "limit", MOST));
        return Arrays.copyOf(rows, size);
    }

    private static boolean mayBeTaken(TwoVersions versions, ChangeList list, int row, List<DivisionPart> parts) {
        return parts.isEmpty()
                || parts.stream()
                        .anyMatch(part -> has(part, versions.was(), list.before(row))
                                || has(part, versions.is(), list.after(row)));
    }

    private static boolean has(DivisionPart part, @Nullable Snapshot snapshot, int feature) {
        return snapshot != null && feature != ChangeList.NONE && part.has(snapshot, feature);
    }

    private static List<Field> fields(Dimension of) {
        List<Field> fields = new ArrayList<>(List.of(
                new Field("BSM", Field.Type.TEXT, "标识码", "Identifier"),
                new Field("BHLX", Field.Type.TEXT, "变化类型", "Change"),
                new Field("QDL", Field.Type.TEXT, "变化前类别", "Class before"),
                new Field("HDL", Field.Type.TEXT, "变化后类别", "Class after")));
        switch (of) {
            case AREA -> measured(fields, "MJ", "面积", "area, m²");
            case LINE -> measured(fields, "CD", "长度", "length, m");
            case POINT -> {}
        }
        return fields;
    }

    private static void measured(List<Field> fields, String code, String zh, String en) {
        fields.add(new Field("Q" + code, Field.Type.DECIMAL, "变化前" + zh, "Before: " + en));
        fields.add(new Field("H" + code, Field.Type.DECIMAL, "变化后" + zh, "After: " + en));
        fields.add(new Field(code + "BH", Field.Type.DECIMAL, zh + "变化", "Change of " + en));
    }

    private static void take(TwoVersions versions, ChangeList list, int row, String key, LayerContent.Row taker) {
        Snapshot shown = list.after(row) == ChangeList.NONE ? Objects.requireNonNull(versions.was()) : versions.is();
        int number = list.after(row) == ChangeList.NONE ? list.before(row) : list.after(row);
        List<@Nullable Object> values = new ArrayList<>();
        values.add(FeatureKeys.key(shown, shown.schema().indexOf(key), number));
        values.add(list.change(row).name());
        values.add(TwoVersions.code(versions.was(), list.before(row)));
        values.add(TwoVersions.code(versions.is(), list.after(row)));
        if (shown.dimension() != Dimension.POINT) {
            Extent before = extent(versions.was(), list.before(row), shown.dimension());
            Extent after = extent(versions.is(), list.after(row), shown.dimension());
            for (Extent each : List.of(before, after, after.minus(before))) values.add(new BigDecimal(each.toString()));
        }
        taker.take(shown.geometry(number), values);
    }

    private static Extent extent(@Nullable Snapshot snapshot, int feature, Dimension of) {
        return snapshot == null || feature == ChangeList.NONE ? Extent.none(of) : Extents.of(snapshot, feature);
    }
}
