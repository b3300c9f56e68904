package org.cuntu.engine.format;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a dBASE III table; a text longer than 254 bytes ends at its last whole character. */
final class DbfWriter {
    private static final int MOST_TEXT = 254;
    private static final int MOST_NAME = 10;
    static final byte END = 0x1A;

    private final List<DbfColumn> columns;
    private final Charset charset;

    /** @throws IllegalArgumentException for a name that is empty, longer than ten bytes, or there twice */
    DbfWriter(List<DbfColumn> columns, Charset charset) {
        this.columns = List.copyOf(columns);
        this.charset = charset;
        Set<String> names = new HashSet<>();
        for (DbfColumn column : columns) {
            int bytes = column.name().getBytes(charset).length;
            if (bytes == 0 || bytes > MOST_NAME || !names.add(column.name().toUpperCase(Locale.ROOT)))
                throw new IllegalArgumentException("no column name: " + column.name());
        }
        if (columns.isEmpty()) throw new IllegalArgumentException("no columns");
    }

    /**
     * @param writtenOn the date in the table's head
     * @throws IllegalArgumentException for a value that is not of its column's type or does not fit it
     */
    byte[] write(List<? extends List<? extends @Nullable Object>> rows, LocalDate writtenOn) {
        List<byte[][]> cells = rows.stream().map(this::cells).toList();
        int[] widths = leastWidths();
        for (byte[][] row : cells) widen(widths, row);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head(cells.size(), widths, writtenOn));
        for (byte[][] row : cells) out.writeBytes(row(row, widths));
        out.write(END);
        return out.toByteArray();
    }

    /** What the columns need without any row. */
    int[] leastWidths() {
        return columns.stream()
                .mapToInt(column -> StrictMath.max(1, column.length()))
                .toArray();
    }

    static void widen(int[] widths, byte[][] row) {
        for (int c = 0; c < widths.length; c++) widths[c] = StrictMath.max(widths[c], row[c].length);
    }

    /** @throws ArithmeticException when a row is longer than a .dbf can say */
    byte[] head(int rows, int[] widths, LocalDate writtenOn) {
        int length = 1;
        for (int width : widths) length += width;
        if (length > 0xFFFF) throw new ArithmeticException("a row of " + length + " bytes");
        int head = 32 + 32 * widths.length + 1;
        ByteBuffer out = ByteBuffer.allocate(head).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 3).put((byte) (writtenOn.getYear() - 1900));
        out.put((byte) writtenOn.getMonthValue()).put((byte) writtenOn.getDayOfMonth());
        out.putInt(rows).putShort((short) head).putShort((short) length);
        if (charset.equals(StrictText.GB18030)) out.put(29, (byte) 0x4D);
        for (int c = 0; c < widths.length; c++) describe(columns.get(c), widths[c], out.position(32 + 32 * c));
        return out.put(head - 1, (byte) 0x0D).array();
    }

    byte[] row(byte[][] cells, int[] widths) {
        int length = 1;
        for (int width : widths) length += width;
        ByteBuffer out = ByteBuffer.allocate(length).put((byte) ' ');
        for (int c = 0; c < widths.length; c++)
            cell(cells[c], widths[c], columns.get(c).type(), out);
        return out.array();
    }

    private void describe(DbfColumn column, int width, ByteBuffer out) {
        int start = out.position();
        out.put(column.name().getBytes(charset));
        char type =
                switch (column.type()) {
                    case TEXT -> 'C';
                    case NUMBER -> 'N';
                    case DATE -> 'D';
                };
        out.put(start + 11, (byte) type).put(start + 16, (byte) width).put(start + 17, (byte) column.decimals());
    }

    /** Text begins at the left, a number ends at the right. */
    private static void cell(byte[] bytes, int width, DbfColumn.Type type, ByteBuffer out) {
        int blanks = width - bytes.length;
        for (int i = 0; i < blanks && type == DbfColumn.Type.NUMBER; i++) out.put((byte) ' ');
        out.put(bytes);
        for (int i = 0; i < blanks && type != DbfColumn.Type.NUMBER; i++) out.put((byte) ' ');
    }

    byte[][] cells(List<? extends @Nullable Object> row) {
        if (row.size() != columns.size()) throw new IllegalArgumentException(row.size() + " values");
        List<byte[]> cells = new ArrayList<>();
        for (int c = 0; c < row.size(); c++) cells.add(bytes(columns.get(c), row.get(c)));
        return cells.toArray(byte[][]::new);
    }

    private byte[] bytes(DbfColumn column, @Nullable Object value) {
        if (value == null) return new byte[0];
        return switch (column.type()) {
            case TEXT -> text(value.toString());
            case NUMBER -> number(column, value);
            case DATE ->
                DateTimeFormatter.BASIC_ISO_DATE.format((LocalDate) value).getBytes(StandardCharsets.US_ASCII);
        };
    }

    /** Whether a text is longer than a column can be. */
    boolean cuts(@Nullable Object value) {
        return value instanceof String text && text.getBytes(charset).length > MOST_TEXT;
    }

    private byte[] text(String value) {
        String plain = value.replaceAll("\\p{Cntrl}+", " ").strip();
        byte[] all = plain.getBytes(charset);
        if (all.length <= MOST_TEXT) return all;
        ByteArrayOutputStream cut = new ByteArrayOutputStream();
        for (int c : plain.codePoints().toArray()) {
            byte[] one = Character.toString(c).getBytes(charset);
            if (cut.size() + one.length > MOST_TEXT) break;
            cut.writeBytes(one);
        }
        return cut.toByteArray();
    }

    private static byte[] number(DbfColumn column, Object value) {
        String text = new BigDecimal(value.toString())
                .setScale(column.decimals(), RoundingMode.HALF_UP)
                .toPlainString();
        if (text.length() > column.length()) throw new IllegalArgumentException(column.name() + " " + text);
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
