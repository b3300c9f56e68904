package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cuntu.core.conformity.report.PieceFiles;
import org.cuntu.core.conformity.report.ReviewWorkbook;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.problem.InputRefused;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import tools.jackson.databind.JsonNode;

/** The files of pieces and the workbook, read by other means than those that wrote them. */
class PieceFilesTest {
    @TempDir
    Path folder;

    private final FlatGround drawn = StressGround.of(3, 12, 4);
    private final ReviewInput input = drawn.input();
    private final ReviewResult review = StressGround.review(drawn);
    private final JsonNode json = Papers.json(review, "示例", Locale.CHINESE);
    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("pieces.gpkg");
        Files.write(
                file, PieceFiles.geoPackage(json, Papers.ground(input), StressGround.CUTTER, folder, Instant.EPOCH));
    }

    @Test
    void thePiecesOfEveryBalancedLayerAddUpToTheSite() throws SQLException {
        for (LayerResult layer : review.layers()) {
            if (!layer.scaled()) continue;
            String sums =
                    "select cast(round(sum(MJ) * 100) as integer), cast(round(sum(MJ_GQ) * 10000) as integer) from pieces"
                            + " where TCDM = '" + layer.entry().code() + "'";
            try (Connection gpkg = open();
                    ResultSet row = gpkg.createStatement().executeQuery(sums)) {
                assertThat(row.getLong(1)).isEqualTo(review.legal().hundredths());
                assertThat(row.getLong(2))
                        .isEqualTo(review.legal().hectares(4).unscaledValue().longValueExact());
            }
        }
    }

    @Test
    void everyOutlineHasTheAreaThatIsWrittenBesideIt() throws SQLException, ParseException {
        try (Connection gpkg = open();
                ResultSet row = gpkg.createStatement().executeQuery("select geom, MJ, PLX from pieces")) {
            int count = 0;
            while (row.next()) {
                byte[] blob = row.getBytes(1);
                byte[] wkb = java.util.Arrays.copyOfRange(blob, (blob[3] & 0b1110) == 0 ? 8 : 40, blob.length);
                double area = new WKBReader().read(wkb).getArea() * StressGround.METRES * StressGround.METRES;
                assertThat(area)
                        .as(row.getString(3))
                        .isCloseTo(row.getDouble(2), org.assertj.core.data.Offset.offset(0.05));
                count++;
            }
            assertThat(count).isGreaterThan(100);
        }
    }

    @Test
    void itIsAGeoPackageByItsHeaderAndItsTables() throws SQLException, IOException {
        assertThat(ByteBuffer.wrap(Files.readAllBytes(file)).getInt(68)).isEqualTo(0x47504B47);
        String query = "select count(*) from gpkg_contents c join gpkg_geometry_columns g using (table_name)"
                + " join gpkg_spatial_ref_sys s on s.srs_id = g.srs_id"
                + " where s.organization_coordsys_id = 4490 and c.data_type = 'features'";
        try (Connection gpkg = open();
                ResultSet row = gpkg.createStatement().executeQuery(query)) {
            assertThat(row.getInt(1)).isEqualTo(2);
        }
    }

    @Test
    void gdalReadsBothLayers() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/ogrinfo")), "gdal-bin is not installed");
        Process gdal = new ProcessBuilder("/usr/bin/ogrinfo", "-so", "-al", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(gdal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(gdal.waitFor()).isZero();
        assertThat(said)
                .contains("Layer name: plots", "Layer name: pieces", "ID[\"EPSG\",4490]")
                .doesNotContain("ERROR", "Warning");
    }

    @Test
    void noFieldNameIsLongerThanADbfAllows() throws SQLException {
        try (Connection gpkg = open();
                ResultSet row = gpkg.createStatement().executeQuery("pragma table_info(pieces)")) {
            while (row.next()) assertThat(row.getString("name")).hasSizeLessThanOrEqualTo(10);
        }
    }

    @Test
    void theShapefileHoldsTheSamePiecesAndPlots() throws IOException, SQLException {
        byte[] zip = PieceFiles.shapefile(json, Papers.ground(input), StressGround.CUTTER, LocalDate.of(2026, 11, 20));
        Map<String, byte[]> parts = entries(zip);

        assertThat(parts.keySet())
                .contains(
                        "plots.shp",
                        "plots.dbf",
                        "plots.prj",
                        "plots.cpg",
                        "pieces.shp",
                        "pieces.shx",
                        "pieces.dbf",
                        "pieces.prj");
        int rows = ByteBuffer.wrap(parts.get("pieces.dbf"))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt(4);
        try (Connection gpkg = open();
                ResultSet row = gpkg.createStatement().executeQuery("select count(*) from pieces")) {
            assertThat(rows).isEqualTo(row.getInt(1));
        }
    }

    @Test
    void aLayerWhoseSnapshotIsGoneIsRefusedAndNotLeftOut() {
        Map<String, Snapshot> less = new HashMap<>(input.snapshots());
        less.remove("DLTB");
        ReviewGround ground = new ReviewGround(
                Papers.ground(input).crs(), Papers.ground(input).plots(), less);

        assertThatThrownBy(() -> PieceFiles.shapefile(json, ground, StressGround.CUTTER, LocalDate.EPOCH))
                .isInstanceOfSatisfying(InputRefused.class, refused -> assertThat(
                                refused.problems().getFirst().code())
                        .isEqualTo("review.snapshot-missing"));
    }

    @Test
    void theWorkbookHasASheetForEachTableAndItsFiguresAreNumbers() throws Exception {
        Map<String, byte[]> parts = entries(ReviewWorkbook.of(json, Papers.WITHOUT_GROUND));
        StringBuilder sheets = new StringBuilder();
        parts.forEach((name, bytes) -> {
            if (name.startsWith("xl/worksheets/")) sheets.append(new String(bytes, StandardCharsets.UTF_8));
        });

        assertThat(sheetNames(parts.get("xl/workbook.xml")))
                .contains("现状地类面积表", "三条控制线压占表", "耕地占用表", "分项结论", "问题清单", "图斑明细");
        assertThat(sheets)
                .contains(
                        "<v>" + review.legal().hectares(4) + "</v>",
                        "<v>" + review.legal() + "</v>",
                        "state=\"frozen\"");
    }

    private static List<String> sheetNames(byte[] workbook) throws Exception {
        var sheets = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(workbook))
                .getElementsByTagName("sheet");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < sheets.getLength(); i++)
            names.add(sheets.item(i).getAttributes().getNamedItem("name").getNodeValue());
        return names;
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private Map<String, byte[]> entries(byte[] content) throws IOException {
        Path zip = Files.write(folder.resolve("entries.zip"), content);
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : file.stream().toList())
                entries.put(entry.getName(), file.getInputStream(entry).readAllBytes());
        }
        return entries;
    }
}
