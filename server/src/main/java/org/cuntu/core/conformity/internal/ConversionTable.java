package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cuntu.core.conformity.ConversionPart;
import org.cuntu.core.conformity.ReviewResult;
import org.cuntu.core.conformity.Table;
import org.cuntu.core.rules.Conversion;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.measure.Share;
import org.jspecify.annotations.Nullable;

/** 用途转换表: plan zone × present class → wanted use, what the matrix says, and how much; adds up to the site. */
final class ConversionTable {
    private final ReviewResult review;
    private final Conversion matrix;
    private final Function<ConversionPart, Words> zoneName;

    /** @param zoneName what a part's zone is called */
    ConversionTable(ReviewResult review, Function<ConversionPart, Words> zoneName) {
        this.review = review;
        this.zoneName = zoneName;
        this.matrix = review.input().rules().conversion();
    }

    Table table() {
        List<Table.Column> columns = new ArrayList<>();
        for (String key : List.of(
                "zoneCode",
                "zoneName",
                "present",
                "wanted",
                "outcome",
                "condition",
                "squareMetres",
                "hectares",
                "share"))
            columns.add(new Table.Column(
                    key,
                    ReviewWords.of("column." + key),
                    ReviewWords.same(""),
                    List.of("squareMetres", "hectares", "share").contains(key)));
        Map<List<Words>, List<ConversionPart>> groups = new LinkedHashMap<>();
        review.conversions().stream()
                .sorted(Comparator.comparing(ConversionPart::zoneCode).thenComparing(this::presentId))
                .forEach(part -> groups.computeIfAbsent(key(part), k -> new ArrayList<>())
                        .add(part));
        List<Table.Row> rows = new ArrayList<>();
        groups.forEach((key, parts) -> rows.add(row(Table.Kind.ROW, key, parts)));
        Words none = ReviewWords.same("");
        rows.add(row(
                Table.Kind.TOTAL,
                List.of(ReviewWords.of("table.total"), none, none, none, none, none),
                review.conversions()));
        return new Table("conversion", "ha", columns, rows);
    }

    private String presentId(ConversionPart part) {
        return matrix.findFrom(part.leaf().text("DLBM"))
                .map(Conversion.Group::id)
                .orElse("");
    }

    private List<Words> key(ConversionPart part) {
        String wanted = review.input().project().wanted();
        return List.of(
                ReviewWords.same(part.zoneCode()),
                zoneName.apply(part),
                matrix.findFrom(part.leaf().text("DLBM"))
                        .map(Conversion.Group::title)
                        .orElse(ReviewWords.same(part.leaf().text("DLBM"))),
                matrix.findTo(wanted).map(Conversion.Group::title).orElse(ReviewWords.same(wanted)),
                ReviewWords.of("conversion." + part.answer().outcome()),
                condition(part.answer().cell()));
    }

    private Words condition(Conversion.@Nullable Cell cell) {
        if (cell == null || cell.document().isEmpty()) return Figures.NONE;
        return DocumentWords.of(review.input().rules(), cell.document());
    }

    private static Table.Row row(Table.Kind kind, List<Words> key, List<ConversionPart> parts) {
        Area area = Area.ZERO;
        long hectares = 0;
        int share = 0;
        for (ConversionPart part : parts) {
            area = area.plus(part.area());
            hectares += part.hectares();
            share += part.share();
        }
        List<Words> cells = new ArrayList<>(key);
        cells.add(Figures.cell(area));
        cells.add(ReviewWords.same(Figures.hectares(hectares)));
        cells.add(Figures.cell(new Share(share)));
        return new Table.Row(kind, cells);
    }
}
