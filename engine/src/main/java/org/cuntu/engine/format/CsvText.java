package org.cuntu.engine.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * Records of separated values (RFC 4180) from front to back: cells in quotes may hold separators, line ends and doubled
 * quotes. Lines without anything are passed over.
 */
final class CsvText implements AutoCloseable {
    /** Characters of one record, which is held in memory: an outline of five million points. */
    private static final int LONGEST = 160_000_000;

    private static final String SEPARATORS = ",;\t|";

    private final BufferedReader in;
    private final String file;
    private final char separator;
    private final StringBuilder cell = new StringBuilder();
    private final char[] buffer = new char[1 << 15];
    private int at;
    private int end;
    private int line = 1;
    private int began = 1;
    private long length;

    private CsvText(BufferedReader in, String file, char separator) {
        this.in = in;
        this.file = file;
        this.separator = separator;
    }

    static CsvText open(TextInput text, String file, char separator) {
        try {
            return new CsvText(text.reader(), file, separator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The separator that a head line has most often outside of quotes; a comma when it has none. */
    static char separator(String head) {
        char best = ',';
        long most = 0;
        String bare = head.replaceAll("\"[^\"]*\"", "");
        for (char c : SEPARATORS.toCharArray()) {
            long count = bare.chars().filter(x -> x == c).count();
            if (count > most) {
                best = c;
                most = count;
            }
        }
        return best;
    }

    /** The line on which the last record began, from 1. */
    int line() {
        return began;
    }

    /**
     * The next record; null at the end.
     *
     * @throws InputRefused {@code format.csv.quote} when a quote has no end
     */
    @Nullable
    List<String> next() {
        try {
            while (true) {
                List<String> record = record();
                if (record == null || record.size() > 1 || !record.getFirst().isBlank()) return record;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable List<String> record() throws IOException {
        began = line;
        length = 0;
        int c = read();
        if (c < 0) return null;
        List<String> cells = new ArrayList<>();
        while (true) {
            c = c == '"' ? quoted() : plain(c);
            cells.add(cell.toString());
            cell.setLength(0);
            if (c != separator) return cells;
            if (cells.size() > InputLimits.FIELDS)
                throw GeoJsonStream.tooManyFields(Place.line(file, began));
            c = read();
        }
    }

    /** A cell without quotes, whose first character is given; what ends it: a separator, a line end or -1. */
    private int plain(int first) throws IOException {
        int c = first;
        while (c != separator && c != '\n' && c >= 0) {
            append(c);
            run(separator);
            c = read();
        }
        return c;
    }

    private int quoted() throws IOException {
        while (true) {
            int c = read();
            if (c < 0) throw new InputRefused(Problem.refused("format.csv.quote", Place.line(file, began)));
            if (c != '"') {
                append(c);
                run('"');
                continue;
            }
            c = read();
            if (c == '"') append('"');
            else return plain(c);
        }
    }

    private void append(int c) {
        if (++length > LONGEST)
            throw new InputRefused(Problem.refused("format.csv.record-too-long", Place.line(file, began)));
        cell.append((char) c);
    }

    /** Takes what is in the buffer up to a character or a line end. */
    private void run(char stop) {
        int from = at;
        while (at < end && buffer[at] != stop && buffer[at] != '\n' && buffer[at] != '\r') at++;
        length += at - from;
        cell.append(buffer, from, at - from);
    }

    /** The next character; CR and CR LF are one LF. */
    private int read() throws IOException {
        int c = taken();
        if (c == '\r') {
            if (peek() == '\n') at++;
            c = '\n';
        }
        if (c == '\n') line++;
        return c;
    }

    private int taken() throws IOException {
        int c = peek();
        if (c >= 0) at++;
        return c;
    }

    private int peek() throws IOException {
        if (at == end) {
            end = StrictMath.max(0, in.read(buffer, 0, buffer.length));
            at = 0;
        }
        return at == end ? -1 : buffer[at];
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
