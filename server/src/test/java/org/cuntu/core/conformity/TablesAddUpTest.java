package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.cuntu.core.conformity.internal.Tables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The equalities of handbook 5.7, on random leaves. */
class TablesAddUpTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void leavesOfEveryBalancedLayerAreTheSiteInSquareMetresHectaresAndPercent(long seed) {
        ReviewResult review = RandomGround.of(seed).review();

        for (LayerResult layer : review.layers()) {
            if (!layer.scaled()) continue;
            assertThat(layer.leaves().stream()
                            .mapToLong(l -> l.area().hundredths())
                            .sum())
                    .as(layer.entry().code())
                    .isEqualTo(review.legal().hundredths());
            assertThat(layer.leaves().stream().mapToLong(Leaf::hectares).sum())
                    .isEqualTo(review.legal().hectares(4).unscaledValue().longValueExact());
            assertThat(layer.leaves().stream()
                            .mapToInt(l -> l.share().hundredthsOfPercent())
                            .sum())
                    .isEqualTo(10_000);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void ownersAddUpToTheTotalInEveryColumnOfTheLandUseTable(long seed) {
        Table table = table(seed, "landUse");

        for (int column = 2; column < table.columns().size(); column++) {
            BigDecimal total = sum(table, column, Table.Kind.TOTAL);
            assertThat(sum(table, column, Table.Kind.ROW)).isEqualByComparingTo(total);
            assertThat(sum(table, column, Table.Kind.SUBTOTAL)).isEqualByComparingTo(total);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void theThreeWaysAddUpToTheTotalAndClassesToTheirWayInEveryRow(long seed) {
        Table table = table(seed, "landUse");

        for (Table.Row row : table.rows()) {
            BigDecimal ways = BigDecimal.ZERO;
            for (String way : List.of("AGRICULTURAL", "CONSTRUCTION", "UNUSED")) {
                BigDecimal subtotal = cell(table, row, way + ".total");
                assertThat(classes(table, row, way)).isEqualByComparingTo(subtotal);
                ways = ways.add(subtotal);
            }
            assertThat(ways).isEqualByComparingTo(cell(table, row, "total"));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void everyTableOfTheSiteEndsAtTheSameTotal(long seed) {
        ReviewResult review = RandomGround.of(seed).review();
        BigDecimal site = review.legal().hectares(4);

        for (String id : List.of("planZones", "planPlots")) {
            Table table = find(review, id);
            int hectares = index(table, "hectares");
            assertThat(sum(table, hectares, Table.Kind.ROW)).isEqualByComparingTo(site);
            assertThat(sum(table, hectares, Table.Kind.TOTAL)).isEqualByComparingTo(site);
            assertThat(sum(table, index(table, "share"), Table.Kind.ROW)).isEqualByComparingTo("100.00");
        }
        assertThat(cell(find(review, "landUse"), find(review, "landUse").rows().getLast(), "total"))
                .isEqualByComparingTo(site);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void insideAndOutsideOfTheUrbanBoundaryAreTheSite(long seed) {
        ReviewResult review = RandomGround.of(seed).review();
        Table table = find(review, "controlLines");
        BigDecimal hectares = BigDecimal.ZERO;
        BigDecimal metres = BigDecimal.ZERO;
        for (Table.Row row : table.rows()) {
            if (row.kind() != Table.Kind.ROW || !row.cells().getFirst().zh().equals("城镇开发边界")) continue;
            hectares = hectares.add(cell(table, row, "hectares"));
            metres = metres.add(cell(table, row, "squareMetres"));
        }

        assertThat(hectares).isEqualByComparingTo(review.legal().hectares(4));
        assertThat(metres).isEqualByComparingTo(review.legal().toBigDecimal());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void croplandTableIsTheCroplandColumn(long seed) {
        ReviewResult review = RandomGround.of(seed).review();
        Table cropland = find(review, "cropland");
        Table landUse = find(review, "landUse");

        assertThat(cell(cropland, cropland.rows().getLast(), "hectares"))
                .isEqualByComparingTo(cell(landUse, landUse.rows().getLast(), "cropland"));
    }

    private static Table table(long seed, String id) {
        return find(RandomGround.of(seed).review(), id);
    }

    private static Table find(ReviewResult review, String id) {
        return new Tables(review, FlatGround.CLASSES)
                .all().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
    }

    private static BigDecimal classes(Table table, Table.Row row, String way) {
        BigDecimal sum = BigDecimal.ZERO;
        String group = table.columns().get(index(table, way + ".total")).group().zh();
        for (Table.Column column : table.columns())
            if (column.group().zh().equals(group) && column.key().matches("[0-9]+"))
                sum = sum.add(cell(table, row, column.key()));
        return sum;
    }

    private static BigDecimal sum(Table table, int column, Table.Kind kind) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Table.Row row : table.rows()) if (row.kind() == kind) sum = sum.add(figure(row, column));
        return sum;
    }

    private static BigDecimal cell(Table table, Table.Row row, String key) {
        return figure(row, index(table, key));
    }

    private static BigDecimal figure(Table.Row row, int column) {
        String text = row.cells().get(column).zh();
        return text.equals("–") ? BigDecimal.ZERO : new BigDecimal(text);
    }

    private static int index(Table table, String key) {
        for (int i = 0; i < table.columns().size(); i++)
            if (table.columns().get(i).key().equals(key)) return i;
        throw new AssertionError(table.id() + " has no column " + key);
    }
}
