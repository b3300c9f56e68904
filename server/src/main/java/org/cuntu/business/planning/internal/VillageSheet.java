package org.cuntu.business.planning.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The rows of a table file as texts: a workbook's first sheet, or separated values in UTF-8 or GB 18030. */
final class VillageSheet {
    private static final long LARGEST = 16L << 20;
    private static final long EXPANDED = 128L << 20;
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_COLUMNS = 50;

    private VillageSheet() {}

    /** @throws InputRefused {@code planning.village-table} when it is no such table */
    static List<List<String>> read(Path file, String name) throws IOException {
        if (Files.size(file) > LARGEST) throw wrong(name);
        byte[] bytes = Files.readAllBytes(file);
        boolean zip = bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K';
        if (zip && isTooLarge(file)) throw wrong(name);
        List<List<String>> rows = zip ? workbook(file, name) : separated(text(bytes, name), name);
        if (rows.size() < 2 || rows.size() > MOST_ROWS) throw wrong(name);
        return rows;
    }

    /** Whether it expands to more than a workbook of so many rows needs; what cannot be unpacked is. */
    private static boolean isTooLarge(Path file) {
        long left = EXPANDED;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries()))
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        left -= n;
                        if (left < 0) return true;
                    }
                }
            return left == EXPANDED;
        } catch (IOException e) {
            return true;
        }
    }

    private static List<List<String>> workbook(Path file, String name) {
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook book = new ReadableWorkbook(in);
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            List<List<String>> all = new ArrayList<>();
            rows.limit(MOST_ROWS + 1L).forEach(row -> {
                while (all.size() < row.getRowNum() - 1 && all.size() <= MOST_ROWS) all.add(List.of());
                List<String> cells = new ArrayList<>();
                for (int c = 0; c < Math.min(row.getCellCount(), MOST_COLUMNS); c++) cells.add(cell(row, c));
                all.add(cells);
            });
            return all;
        } catch (IOException | RuntimeException e) {
            throw wrong(name);
        }
    }

    private static String cell(Row row, int column) {
        return row.getOptionalCell(column)
                .map(cell -> {
                    String raw = cell.getRawValue();
                    if (cell.getType() != CellType.NUMBER) return cell.getText();
                    String format = cell.getDataFormatString();
                    boolean date = format != null
                            && format.toLowerCase(java.util.Locale.ROOT).contains("yy");
                    return date ? cell.asDate().toLocalDate().toString() : plain(raw);
                })
                .orElse("")
                .strip();
    }

    private static String plain(String raw) {
        return raw == null || raw.isBlank() ? "" : new java.math.BigDecimal(raw).toPlainString();
    }

    private static String text(byte[] bytes, String name) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030")))
            try {
                return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException e) {
                // the next one
            }
        throw wrong(name);
    }

    /** RFC 4180; a separator is a comma, a semicolon or a tab, whichever the head has. */
    private static List<List<String>> separated(String text, String name) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String head = plain.lines().findFirst().orElse("");
        char separator = head.indexOf('\t') >= 0 ? '\t' : head.indexOf(';') >= 0 ? ';' : ',';
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (quoted) {
                if (c != '"') cell.append(c);
                else if (i + 1 < plain.length() && plain.charAt(i + 1) == '"') cell.append(plain.charAt(++i));
                else quoted = false;
            } else if (c == '"') {
                quoted = true;
            } else if (c == separator || c == '\n') {
                row.add(cell.toString().strip());
                cell.setLength(0);
                if (row.size() > MOST_COLUMNS) throw wrong(name);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                    if (rows.size() > MOST_ROWS) throw wrong(name);
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (quoted) throw wrong(name);
        if (!cell.isEmpty() || !row.isEmpty()) {
            row.add(cell.toString().strip());
            rows.add(row);
        }
        return rows;
    }

    private static InputRefused wrong(String name) {
        return new InputRefused(Problem.refused("planning.village-table", Problem.Place.file(name), "most", MOST_ROWS));
    }
}
