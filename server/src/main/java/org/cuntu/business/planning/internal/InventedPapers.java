package org.cuntu.business.planning.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cuntu.business.planning.PlanDeliveries.Given;
import org.cuntu.business.planning.PlanIndicator;
import org.cuntu.business.planning.PlanScheme;
import org.cuntu.business.planning.PlanScheme.MapLayer;
import org.cuntu.business.planning.PlanScheme.Role;
import org.cuntu.engine.format.LayerContent;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Feature;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.formats.FileFormat;
import org.cuntu.platform.formats.LayerFiles;
import org.cuntu.platform.home.Home;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/** Makes and keeps the files of an invented plan: a text, a table and the layers of a map. */
@Component
class InventedPapers {
    private final Files files;
    private final LayerFiles layers;
    private final Home home;

    InventedPapers(Files files, LayerFiles layers, Home home) {
        this.files = files;
        this.layers = layers;
        this.home = home;
    }

    Given map(MapLayer layer, int size, IntFunction<Feature> features, String name) throws IOException {
        Path file = java.nio.file.Files.createTempFile(home.tmp(), "plan", ".geojson");
        try {
            LayerContent content =
                    new LayerContent(layer.layer(), name, layer.schema().fields(), Crs.CGCS2000, size, row -> {
                        for (int i = 0; i < size; i++) {
                            Feature feature = features.apply(i);
                            row.take(feature.geometry(), feature.values());
                        }
                    });
            layers.write(FileFormat.GEOJSON, content, file);
            return keep(Role.MAP, layer.layer(), name + ".geojson", java.nio.file.Files.readAllBytes(file));
        } finally {
            java.nio.file.Files.deleteIfExists(file);
        }
    }

    /** Rows of name, unit and value. */
    Given table(PlanScheme scheme, Map<String, String> values, String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "cuntu", "1.0")) {
            Worksheet sheet = book.newWorksheet("规划指标表");
            List<String> heads = List.of("序号", "指标", "单位", "规划值", "属性");
            sheet.value(0, 0, name + "（演示，虚构）");
            for (int i = 0; i < heads.size(); i++) sheet.value(1, i, heads.get(i));
            int row = 2;
            for (PlanIndicator indicator : scheme.indicators()) {
                String value = values.get(indicator.id());
                if (value == null) continue;
                sheet.value(row, 0, row - 1);
                sheet.value(row, 1, indicator.names().getFirst());
                sheet.value(row, 2, indicator.unit());
                sheet.value(row, 3, new java.math.BigDecimal(value));
                sheet.value(row++, 4, indicator.binding() ? "约束性" : "预期性");
            }
        }
        return keep(Role.TABLE, "indicators", name + "指标表.xlsx", bytes.toByteArray());
    }

    Given text(List<String> paragraphs, String name) throws IOException {
        return keep(Role.TEXT, "text", name + "文本.docx", docx(paragraphs));
    }

    Given document(String material, String name, String words) throws IOException {
        return keep(Role.DOCUMENT, material, name, words.getBytes(StandardCharsets.UTF_8));
    }

    /** A page that says that it is a sample and void. */
    Given scan() throws IOException {
        String words = "批复（演示，虚构，无效） A sample of an approval, invented and void";
        return keep(Role.APPROVAL, "approval", "批复（演示）.txt", words.getBytes(StandardCharsets.UTF_8));
    }

    private Given keep(Role role, String material, String name, byte[] bytes) throws IOException {
        FileRef kept = files.keep(new ByteArrayInputStream(bytes), name, "application/octet-stream");
        return new Given(role, material, kept.sha256(), name, kept.size(), null);
    }

    static byte[] docx(List<String> paragraphs) throws IOException {
        StringBuilder body = new StringBuilder();
        for (String paragraph : paragraphs)
            body.append("<w:p><w:r><w:t xml:space=\"preserve\">")
                    .append(paragraph.replace("&", "&amp;").replace("<", "&lt;"))
                    .append("</w:t></w:r></w:p>");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Override PartName="/word/document.xml" \
                    ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
            part(zip, "_rels/.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="rId1" \
                    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
                    Target="word/document.xml"/></Relationships>""");
            part(zip, "word/document.xml", """
                    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>""".formatted(body));
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        OutputStream out = zip;
        out.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
