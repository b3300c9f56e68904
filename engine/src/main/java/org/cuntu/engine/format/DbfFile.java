package org.cuntu.engine.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;

/** A dBASE III table: its columns and its rows as bytes; text is decoded by {@link DbfEncoding}. */
final class DbfFile {
    /**
     * One column.
     *
     * @param name as bytes: names may be Chinese too
     * @param type C, N, F, D, L or another
     */
    record Column(byte[] name, char type, int offset, int length, int decimals) {
        boolean isText() {
            return "NFDL".indexOf(type) < 0;
        }

        Field.Type fieldType() {
            return switch (type) {
                case 'N', 'F' -> decimals == 0 && length <= 18 && type == 'N' ? Field.Type.INTEGER : Field.Type.DECIMAL;
                case 'D' -> Field.Type.DATE;
                default -> Field.Type.TEXT;
            };
        }

        /** Where the value ends: at the first zero, as writers in C end a text, and without blanks behind. */
        int end(byte[] row) {
            int end = offset;
            while (end < offset + length && row[end] != 0) end++;
            while (end > offset && row[end - 1] == ' ') end--;
            return end;
        }

        /** Where the value begins, without blanks before. */
        int begin(byte[] row, int end) {
            int from = offset;
            while (from < end && row[from] == ' ') from++;
            return from;
        }

        /** The value of a column that is no text; null when blank or not readable. */
        @Nullable
        Object value(byte[] row) {
            int end = end(row);
            int begin = begin(row, end);
            String text = new String(row, begin, end - begin, StandardCharsets.ISO_8859_1).strip();
            try {
                return switch (type) {
                    case 'N', 'F' -> number(text);
                    case 'D' -> date(text);
                    default -> text.isEmpty() || text.equals("?") ? null : text;
                };
            } catch (NumberFormatException | DateTimeException e) {
                return null;
            }
        }

        private @Nullable Object number(String text) {
            if (text.isEmpty() || text.startsWith("*")) return null;
            if (fieldType() == Field.Type.INTEGER) return Long.valueOf(text.startsWith("+") ? text.substring(1) : text);
            // an exponent of nine digits is a number of a gigabyte
            return NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
        }

        private static @Nullable LocalDate date(String text) {
            if (!DATE.matcher(text).matches() || text.equals("00000000")) return null;
            return LocalDate.of(
                    Integer.parseInt(text.substring(0, 4)),
                    Integer.parseInt(text.substring(4, 6)),
                    Integer.parseInt(text.substring(6)));
        }
    }

    private static final Pattern NUMBER = Pattern.compile("[-+.0-9]+([eE][-+]?[0-9]{1,2})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{8}");

    private final InputSource source;
    final List<Column> columns;
    final int rows;
    /** The language byte; 0x4D is GBK, 0 says nothing. */
    final int language;

    private final int headerLength;
    private final int rowLength;

    private DbfFile(InputSource source, ByteBuffer head, List<Column> columns) {
        this.source = source;
        this.columns = columns;
        this.rows = head.getInt(4);
        this.headerLength = head.getShort(8) & 0xFFFF;
        this.rowLength = head.getShort(10) & 0xFFFF;
        this.language = head.get(29) & 0xFF;
    }

    /** @throws InputRefused {@code format.dbf.damaged} when lengths do not fit each other or the file */
    static DbfFile open(InputSource source) {
        try (InputStream in = new BufferedInputStream(source.open())) {
            byte[] head = in.readNBytes(32);
            if (head.length < 32) throw damaged(source);
            ByteBuffer buffer = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
            DbfFile file = new DbfFile(source, buffer, columns(in));
            int used = 1;
            for (Column column : file.columns) used += column.length;
            boolean fits = file.rows >= 0
                    && used <= file.rowLength
                    && file.headerLength + (long) file.rows * file.rowLength <= source.size();
            if (!fits) throw damaged(source);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Column> columns(InputStream in) throws IOException {
        List<Column> columns = new ArrayList<>();
        int offset = 1;
        for (int first = in.read(); first > 0 && first != 0x0D && columns.size() < 2048; first = in.read()) {
            byte[] rest = in.readNBytes(31);
            if (rest.length < 31) break;
            int end = 0;
            while (end < 10 && rest[end] != 0) end++;
            byte[] name = new byte[end + 1];
            name[0] = (byte) first;
            System.arraycopy(rest, 0, name, 1, end);
            int length = rest[15] & 0xFF;
            columns.add(new Column(name, (char) rest[10], offset, length, rest[16] & 0xFF));
            offset += length;
        }
        return columns;
    }

    /** An iterator over the rows that must be closed. */
    final class Rows implements AutoCloseable {
        private final InputStream in;

        private Rows(InputStream in) {
            this.in = in;
        }

        /** The next row; its first byte is '*' when it is deleted. */
        byte[] next() {
            try {
                byte[] row = in.readNBytes(rowLength);
                if (row.length < rowLength) throw damaged(source);
                return row;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Rows read() {
        try {
            InputStream in = new BufferedInputStream(source.open(), 1 << 16);
            in.skipNBytes(headerLength);
            return new Rows(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputRefused damaged(InputSource source) {
        return new InputRefused(Problem.refused("format.dbf.damaged", Place.file(source.name())));
    }
}
