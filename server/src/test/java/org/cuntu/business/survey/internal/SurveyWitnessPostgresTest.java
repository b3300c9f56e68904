package org.cuntu.business.survey.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.cuntu.business.survey.AreaUnit;
import org.cuntu.business.survey.DivisionLevel;
import org.cuntu.business.survey.SurveyStatistics;
import org.cuntu.business.survey.SurveyTable;
import org.cuntu.business.survey.TableColumns;
import org.cuntu.business.survey.TableQuestion;
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.core.onemap.ReleaseRequest;
import org.cuntu.core.onemap.Releases;
import org.cuntu.demo.DemoCity;
import org.cuntu.demo.DemoLayer;
import org.cuntu.demo.DemoSize;
import org.cuntu.demo.SyntheticCity;
import org.cuntu.engine.layer.Feature;
import org.cuntu.testing.PrivatePostgres;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.WKBWriter;

/**
 * The demo's years counted by PostgreSQL from the rows of the layer, with the rules of the handbook written in SQL and the parents of the
 * classes read from the scheme's file: every cell to 0.01 m²; and the change between two years by PostGIS in an equal-area projection.
 */
@Tag("postgres")
class SurveyWitnessPostgresTest {
    private static final String AREA = "st_area(st_transform(st_segmentize(%s, 0.00005), 990001))";
    private static Connection witness;
    private static final List<LocalDate> YEARS = new ArrayList<>();
    private static final TestApplication APPLICATION = TestApplication.onH2();

    @BeforeAll
    static void theDemosYearsAreInBoth() throws Exception {
        APPLICATION.jdbc().sql("delete from layer_release").update();
        witness = DriverManager.getConnection(PrivatePostgres.running().newDatabase("survey_witness"), "postgres", "");
        run("insert into spatial_ref_sys(srid, auth_name, auth_srid, proj4text, srtext) values "
                + "(990001, 'cuntu', 990001, '+proj=cea +ellps=GRS80 +units=m +no_defs', '')");
        run("create table patch(year date, dlbm text, zldwdm text, qsxz text, tbmj numeric, kcdlbm text, kcmj numeric,"
                + " tbdlmj numeric, gdpdjb text, geom geometry(geometry, 4490))");
        run("create table class(code text, l1 text, way text)");
        classes();
        DemoCity city = SyntheticCity.make(DemoSize.SMALL, 7, (what, done, total) -> {});
        for (DemoLayer layer : Stream.concat(city.earlier().stream(), city.layers().stream())
                .filter(each -> each.code().equals("DLTB"))
                .toList()) {
            YEARS.add(layer.inForceFrom());
            List<Feature> features = layer.features().toList();
            insert(layer, features);
            String hash = APPLICATION
                    .bean(LayerImport.class)
                    .write(layer.schema(), features.stream(), layer.coverage(), LayerImport.Progress.SILENT);
            APPLICATION
                    .bean(Releases.class)
                    .release(new ReleaseRequest.Release("DLTB", hash, layer.inForceFrom(), "demo", true));
        }
        run("create index on patch using gist(geom)");
        run("analyze patch");
    }

    @AfterAll
    static void close() throws SQLException {
        APPLICATION.jdbc().sql("delete from layer_release").update();
        witness.close();
    }

    private static void run(String sql) throws SQLException {
        try (Statement statement = witness.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void classes() throws Exception {
        try (PreparedStatement insert = witness.prepareStatement("insert into class values (?, ?, ?)")) {
            for (String line : Files.readAllLines(TestApplication.root().resolve("city/liuzhou/classes/SD2019.csv"))) {
                String[] cell = line.split(",");
                if (cell[0].equals("code")) continue;
                insert.setString(1, cell[0]);
                insert.setString(2, cell[2]);
                insert.setString(3, cell[4]);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void insert(DemoLayer layer, List<Feature> features) throws SQLException {
        WKBWriter writer = new WKBWriter();
        String[] fields = {"DLBM", "ZLDWDM", "QSXZ", "TBMJ", "KCDLBM", "KCMJ", "TBDLMJ", "GDPDJB"};
        try (PreparedStatement insert = witness.prepareStatement(
                "insert into patch values (?, ?, ?, ?, ?, ?, ?, ?, ?, st_geomfromwkb(?, 4490))")) {
            for (Feature feature : features) {
                insert.setDate(1, Date.valueOf(layer.inForceFrom()));
                for (int f = 0; f < fields.length; f++)
                    insert.setObject(f + 2, feature.values().get(layer.schema().indexOf(fields[f])));
                insert.setBytes(10, writer.write(feature.geometry()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Map<String, BigDecimal> asked(String sql) throws SQLException {
        Map<String, BigDecimal> cells = new TreeMap<>();
        try (Statement statement = witness.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next())
                cells.put(
                        rows.getString(1) + " " + rows.getString(2),
                        rows.getBigDecimal(3).setScale(2));
        }
        return cells;
    }

    private static SurveyTable table(LocalDate year, TableColumns columns, DivisionLevel level, AreaUnit unit) {
        return APPLICATION
                .bean(SurveyStatistics.class)
                .table(new TableQuestion("DLTB", year, null, null, level, columns, TableQuestion.Only.ALL, unit));
    }

    private static Map<String, BigDecimal> cells(SurveyTable table) {
        Map<String, BigDecimal> cells = new TreeMap<>();
        for (SurveyTable.Row row : table.rows())
            for (int c = 0; c < table.columns().size(); c++)
                if (row.cells().get(c) != 0) {
                    String key = table.columns().get(c).key();
                    cells.put(
                            row.place().code() + " " + key,
                            BigDecimal.valueOf(row.cells().get(c), 2));
                }
        return cells;
    }

    /** Class areas in their class, deducted areas in theirs. */
    private static String parts(LocalDate year) {
        return "(select dlbm, zldwdm, qsxz, gdpdjb, tbdlmj as area from patch where year = '" + year + "'"
                + " union all select kcdlbm, zldwdm, qsxz, gdpdjb, kcmj from patch where year = '" + year
                + "' and kcmj > 0) p";
    }

    @Test
    void everyTownshipAndFirstLevelClassOfEveryYearAgrees() throws SQLException {
        for (LocalDate year : YEARS)
            assertThat(cells(table(year, TableColumns.FIRST, DivisionLevel.TOWNSHIP, AreaUnit.M2)))
                    .as("%s", year)
                    .isEqualTo(asked("select left(zldwdm, 9), '1.' || l1, sum(area) from " + parts(year)
                            + " join class on code = dlbm group by 1, 2 having sum(area) > 0"));
    }

    @Test
    void everyVillageAndClassOfEveryYearAgrees() throws SQLException {
        for (LocalDate year : YEARS) {
            Map<String, BigDecimal> ours = cells(table(year, TableColumns.SECOND, DivisionLevel.VILLAGE, AreaUnit.M2));
            ours.keySet().removeIf(key -> key.contains(" 1."));
            assertThat(ours)
                    .as("%s", year)
                    .isEqualTo(asked("select left(zldwdm, 12), '2.' || left(dlbm, 4), sum(area) from " + parts(year)
                            + " group by 1, 2 having sum(area) > 0"));
        }
    }

    @Test
    void everyCountyAndThreeWayClassOfEveryYearAgrees() throws SQLException {
        for (LocalDate year : YEARS)
            assertThat(cells(table(year, TableColumns.THREE, DivisionLevel.COUNTY, AreaUnit.M2)))
                    .as("%s", year)
                    .isEqualTo(asked("select left(zldwdm, 6), case way when '农用地' then 'N' when '建设用地' then 'J'"
                            + " else 'W' end, sum(area) from " + parts(year)
                            + " join class on code = dlbm group by 1, 2 having sum(area) > 0"));
    }

    @Test
    void everyCountyAndOwnershipOfEveryYearAgrees() throws SQLException {
        for (LocalDate year : YEARS) {
            Map<String, BigDecimal> ours =
                    cells(table(year, TableColumns.OWNERSHIP, DivisionLevel.COUNTY, AreaUnit.M2));
            ours.keySet().removeIf(key -> key.endsWith("STATE") || key.endsWith("COLLECTIVE"));
            assertThat(ours)
                    .as("%s", year)
                    .isEqualTo(asked("select left(zldwdm, 6), qsxz, sum(tbmj) from patch where year = '" + year
                            + "' group by 1, 2"));
        }
    }

    @Test
    void everyCountyAndSlopeOfCroplandOfEveryYearAgrees() throws SQLException {
        for (LocalDate year : YEARS)
            assertThat(cells(table(year, TableColumns.SLOPE, DivisionLevel.COUNTY, AreaUnit.M2)))
                    .as("%s", year)
                    .isEqualTo(asked("select left(zldwdm, 6), gdpdjb, sum(tbdlmj) from patch where year = '" + year
                            + "' and dlbm like '01%' group by 1, 2"));
    }

    @Test
    void theCitysTotalInHectaresAndMuIsTheSumRoundedOnce() throws SQLException {
        for (LocalDate year : YEARS) {
            BigDecimal total;
            try (Statement statement = witness.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "select round(sum(tbmj) / 10000, 2), round(sum(tbmj) * 0.0015, 2) from patch where year = '"
                                    + year + "'")) {
                rows.next();
                total = rows.getBigDecimal(1);
                SurveyTable mu = table(year, TableColumns.FIRST, DivisionLevel.COUNTY, AreaUnit.MU);
                assertThat(mu.text(mu.sum().total()))
                        .isEqualTo(rows.getBigDecimal(2).toPlainString());
            }
            SurveyTable hectares = table(year, TableColumns.FIRST, DivisionLevel.COUNTY, AreaUnit.HA);
            assertThat(hectares.text(hectares.sum().total())).isEqualTo(total.toPlainString());
        }
    }

    /** Pieces by PostGIS, each later patch's book divided by them: our cells within half a last place a piece. */
    @Test
    void whatChangedBetweenTwoYearsAgreesWithPostgis() throws SQLException {
        LocalDate from = YEARS.get(1);
        LocalDate to = YEARS.get(2);
        Transition made = transition(from, to);
        run("create table piece as select n.ctid as now, n.tbmj, n.dlbm as later, o.dlbm as earlier, "
                + AREA.formatted("st_intersection(o.geom, n.geom)") + " as f from patch n join patch o on o.year = '"
                + from
                + "' and n.year = '" + to + "' and o.geom && n.geom and st_relate(o.geom, n.geom, '2********')");
        Map<String, BigDecimal> witnessed = asked("select a.l1, b.l1, sum(round((tbmj * f / whole)::numeric, 2)) from"
                + " (select *, sum(f) over (partition by now) as whole from piece) p join class a on a.code = earlier"
                + " join class b on b.code = later where a.l1 <> b.l1 group by 1, 2");

        // ridges flow beside their cropland: without them what PostGIS sees as one piece is compared
        Map<String, BigDecimal> ours = new TreeMap<>();
        for (Transition.Cell cell : made.cells())
            if (cell.from() >= 0 && cell.from() != cell.to())
                ours.put(
                        made.classes().get(cell.from()).key().substring(2) + " "
                                + made.classes().get(cell.to()).key().substring(2),
                        BigDecimal.valueOf(cell.area(), 2));
        BigDecimal all = witnessed.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(all.signum()).isPositive();
        for (Map.Entry<String, BigDecimal> each : witnessed.entrySet()) {
            if (each.getKey().contains("01") || each.getKey().contains("12")) continue;
            assertThat(ours.get(each.getKey()).doubleValue())
                    .as(each.getKey())
                    .isCloseTo(each.getValue().doubleValue(), Offset.offset(0.05));
        }
        assertThat(pairs(ours, "01", "12").doubleValue())
                .as("cropland with its ridges")
                .isCloseTo(pairs(witnessed, "01", "12").doubleValue(), Offset.offset(0.5 + 1e-6 * all.doubleValue()));
    }

    /** What left cropland and ridges together for other classes. */
    private static BigDecimal pairs(Map<String, BigDecimal> cells, String one, String other) {
        return cells.entrySet().stream()
                .filter(each -> {
                    String[] ends = each.getKey().split(" ");
                    boolean leaves = ends[0].equals(one) || ends[0].equals(other);
                    return leaves && !ends[1].equals(one) && !ends[1].equals(other);
                })
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Transition transition(LocalDate from, LocalDate to) {
        YearPair.Pair pair = APPLICATION
                .bean(YearPair.class)
                .of(new YearPair.Asked("DLTB", from, to, null, null, null, TableColumns.FIRST), 120_000);
        StandingSurveys ground = APPLICATION.bean(StandingSurveys.class);
        return new TransitionMaking(pair.after().roll(), TableColumns.FIRST, pair.rows(), AreaUnit.M2, 2)
                .make(
                        Objects.requireNonNull(pair.flows()),
                        Objects.requireNonNull(ground.tally(pair.before())),
                        Objects.requireNonNull(ground.tally(pair.after())));
    }
}
