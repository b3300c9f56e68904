package org.cuntu.engine.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a file is, told from its content; the ending of its name is only used to name what is not supported. */
enum FileKind {
    EMPTY,
    PLOT_TXT,
    GEOJSON,
    CSV,
    FLATGEOBUF,
    /** An SQLite file. */
    GEOPACKAGE,
    /** A folder. */
    GEODATABASE,
    DXF,
    SHP,
    ZIP,
    /** Known, but not read. */
    UNSUPPORTED,
    UNKNOWN;

    /** @param head the first bytes, at least 4 KB of them when there are as many */
    static FileKind of(byte[] head) {
        if (head.length == 0) return EMPTY;
        if (StrictText.starts(head, 'P', 'K', 3, 4) || StrictText.starts(head, 'P', 'K', 5, 6)) return ZIP;
        if (StrictText.starts(head, 0, 0, 0x27, 0x0A)) return SHP;
        if (FgbFile.isFlatGeobuf(head)) return FLATGEOBUF;
        String start = start(head);
        if (start.startsWith("SQLite format 3")) return GEOPACKAGE;
        if (start.matches("(?s)\\s*(999\\s.*?\\n\\s*)?0\\r?\\n\\s*SECTION.*") || start.startsWith("AutoCAD Binary DXF"))
            return DXF;
        if (unsupported(head).isPresent()) return UNSUPPORTED;
        String written = text(head);
        String text = StrictText.plain(written).strip();
        if (text.isEmpty()) return isBlank(head) ? EMPTY : UNKNOWN;
        if (text.charAt(0) == '{' || text.charAt(0) == '\u001E') return GEOJSON;
        if (text.charAt(0) == '[' && text.substring(1).strip().startsWith("{")) return GEOJSON;
        if (looksLikePlots(text)) return PLOT_TXT;
        String line = written.replace("\uFEFF", "").stripLeading().lines().findFirst().orElse("");
        return CsvColumns.isHead(line) ? CSV : UNKNOWN;
    }

    /** The name of a known kind that is not read. */
    static Optional<String> unsupported(byte[] head) {
        String start = start(head);
        if (start.startsWith("%PDF")) return Optional.of("PDF");
        if (start.startsWith("AC10")) return Optional.of("DWG");
        if (start.startsWith("Rar!") || start.startsWith("7z\u00BC\u00AF")) return Optional.of("RAR / 7z");
        String xml =
                start.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading().toLowerCase(Locale.ROOT);
        if (xml.startsWith("<")) return Optional.of(xml.contains("<kml") ? "KML" : "XML / HTML");
        return Optional.empty();
    }

    private static String start(byte[] head) {
        return new String(head, 0, StrictMath.min(head.length, 512), StandardCharsets.ISO_8859_1);
    }

    private static boolean looksLikePlots(String text) {
        return text.startsWith("[")
                || text.lines().limit(200).map(String::strip).anyMatch(l -> l.endsWith("@") && l.contains(","));
    }

    /** The head may end within a character, so decoding here is lenient; reading itself is strict. */
    private static String text(byte[] head) {
        if (StrictText.starts(head, 0xFF, 0xFE)) return new String(head, StandardCharsets.UTF_16LE);
        if (StrictText.starts(head, 0xFE, 0xFF)) return new String(head, StandardCharsets.UTF_16BE);
        String utf8 = new String(head, StandardCharsets.UTF_8);
        int broken = utf8.indexOf('\uFFFD');
        String text = broken < 0 || broken > utf8.length() - 4 ? utf8 : new String(head, StrictText.GB18030);
        return text.indexOf('\0') >= 0 ? "" : text;
    }

    private static boolean isBlank(byte[] head) {
        return new String(Arrays.copyOf(head, head.length), StandardCharsets.UTF_8)
                .replace('\uFEFF', ' ')
                .isBlank();
    }
}
