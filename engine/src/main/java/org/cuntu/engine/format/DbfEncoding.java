package org.cuntu.engine.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * Which encoding a .dbf is in. The .cpg is believed when every text of the table decodes by it; when it does not, or
 * when the table is plainly UTF-8 (every foreign character of three bytes or more) though the .cpg says otherwise, the
 * other is taken with a warning. An encoding of one byte a character decodes anything and is never believed. Text that
 * decodes by none is refused: no wrong characters ever come out. A character cut in two by the end of a full field is
 * dropped.
 */
final class DbfEncoding {
    private DbfEncoding() {}

    static Charset of(DbfFile table, @Nullable InputSource cpg, Place place, Findings findings) {
        String says = cpg == null ? "" : new String(cpg.head(64), StandardCharsets.ISO_8859_1).strip();
        Charset stated = named(says);
        noControls(table, place);
        Census utf8 = census(table, StandardCharsets.UTF_8);
        boolean plainlyUtf8 = utf8.valid && utf8.foreign > 0 && !utf8.twoByte;
        if (utf8.valid && utf8.foreign == 0) return stated == null ? StandardCharsets.UTF_8 : stated;
        Charset chosen;
        if (plainlyUtf8) chosen = StandardCharsets.UTF_8;
        else if (stated != null && (stated.equals(StandardCharsets.UTF_8) ? utf8 : census(table, stated)).valid)
            chosen = stated;
        else if (stated == null && utf8.valid && table.language != 0x4D) chosen = StandardCharsets.UTF_8;
        else if (census(table, StrictText.GB18030).valid) chosen = StrictText.GB18030;
        else if (utf8.valid) chosen = StandardCharsets.UTF_8;
        else throw new InputRefused(Problem.refused("format.dbf.encoding", place, "cpg", says.isEmpty() ? "-" : says));
        if (!says.isEmpty() && !chosen.equals(stated))
            findings.add(Problem.warning("format.dbf.cpg-wrong", place, "cpg", says, "is", chosen.name()));
        return chosen;
    }

    private static void noControls(DbfFile table, Place place) {
        for (int c = 0; c < table.columns.size(); c++) {
            byte[] name = table.columns.get(c).name();
            noControl(name, 0, name.length, 0, c, place);
        }
        try (DbfFile.Rows rows = table.read()) {
            for (int r = 0; r < table.rows; r++) {
                byte[] row = rows.next();
                for (int c = 0; c < table.columns.size() && row[0] != '*'; c++) {
                    DbfFile.Column column = table.columns.get(c);
                    if (!column.isText()) continue;
                    int end = column.end(row);
                    noControl(row, column.begin(row, end), end, r + 1, c, place);
                }
            }
        }
    }

    private static void noControl(byte[] bytes, int begin, int end, int row, int column, Place place) {
        for (int i = begin; i < end; i++)
            if (isControl(bytes[i]))
                throw new InputRefused(Problem.refused(
                        "format.dbf.control", place, "row", row, "column", column + 1, "code", (int) bytes[i]));
    }

    private static boolean isControl(int c) {
        return c >= 0 && c < ' ' && c != '\t' && c != '\r' && c != '\n' || c == 0x7F;
    }

    /** A text by an encoding that fits the table. */
    static String decode(byte[] bytes, Charset charset) {
        return decode(bytes, 0, bytes.length, charset);
    }

    /** Some of the bytes. */
    static String decode(byte[] bytes, int begin, int end, Charset charset) {
        boolean ascii = charset.equals(StandardCharsets.UTF_8) || charset.equals(StrictText.GB18030);
        if (ascii && isPlain(bytes, begin, end))
            return new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1);
        return tryDecode(bytes, begin, end, charset).orElseThrow(() -> new IllegalStateException("not " + charset));
    }

    /** Whether all are printing ASCII. */
    private static boolean isPlain(byte[] bytes, int begin, int end) {
        for (int i = begin; i < end; i++) if (bytes[i] < ' ' || bytes[i] == 0x7F) return false;
        return true;
    }

    private record Census(boolean valid, long foreign, boolean twoByte) {}

    private static Census census(DbfFile table, Charset charset) {
        long foreign = 0;
        boolean twoByte = false;
        try (DbfFile.Rows rows = table.read()) {
            for (int r = 0; r < table.rows; r++) {
                byte[] row = rows.next();
                if (row[0] == '*') continue;
                for (DbfFile.Column column : table.columns) {
                    if (!column.isText()) continue;
                    int end = column.end(row);
                    int begin = column.begin(row, end);
                    if (isAscii(row, begin, end)) continue;
                    Optional<String> text = tryDecode(row, begin, end, charset);
                    if (text.isEmpty()) return new Census(false, 0, false);
                    foreign++;
                    twoByte |= text.get().chars().anyMatch(c -> c >= 0x80 && c < 0x800);
                }
            }
        }
        for (DbfFile.Column column : table.columns) {
            byte[] bytes = column.name();
            if (isAscii(bytes, 0, bytes.length)) continue;
            Optional<String> name = tryDecode(bytes, 0, bytes.length, charset);
            if (name.isEmpty()) return new Census(false, 0, false);
            foreign++;
            twoByte |= name.get().chars().anyMatch(c -> c >= 0x80 && c < 0x800);
        }
        return new Census(true, foreign, twoByte);
    }

    private static boolean isAscii(byte[] bytes, int begin, int end) {
        for (int i = begin; i < end; i++) if (bytes[i] < 0) return false;
        return true;
    }

    private static Optional<String> tryDecode(byte[] bytes, int begin, int end, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(end - begin + 1);
        // an unfinished character at the end is left over, not reported
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes, begin, end - begin), out, false);
        if (result.isError()) return Optional.empty();
        out.flip();
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            if (isControl(c) || c >= 0x80 && c < 0xA0) return Optional.empty();
        }
        return Optional.of(out.toString());
    }

    private static @Nullable Charset named(String says) {
        String name = says.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        if (name.isEmpty()) return null;
        if (name.contains("UTF8") || name.equals("65001")) return StandardCharsets.UTF_8;
        if (name.matches(".*(GBK|GB2312|GB18030|936|54936).*")) return StrictText.GB18030;
        try {
            Charset charset = Charset.forName(says);
            return charset.newEncoder().maxBytesPerChar() > 1 ? charset : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException | UnsupportedOperationException e) {
            return null;
        }
    }
}
