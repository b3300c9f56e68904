package org.cuntu.engine.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;

/**
 * A text of any length with its encoding found out: by its mark, else UTF-8 where every byte is valid, else GB18030
 * where every byte is; otherwise refused.
 */
final class TextInput {
    private static final int LONGEST_LINE = 1 << 20;

    private final InputSource source;
    private final Charset charset;
    private final int mark;
    private boolean known;

    private TextInput(InputSource source, Charset charset, int mark) {
        this.source = source;
        this.charset = charset;
        this.mark = mark;
    }

    /**
     * @param lines whether lines are read one by one, so that an endless one must be refused
     * @throws InputRefused {@code format.encoding} or {@code format.line-too-long}
     */
    static TextInput of(InputSource source, boolean lines) {
        for (TextInput attempt : tries(source)) if (attempt.decodes(lines)) return attempt;
        throw new InputRefused(Problem.refused("format.encoding", Place.file(source.name())));
    }

    /** By its mark, else UTF-8, without having looked: a reader to whom it does not decode asks {@link #of}. */
    static TextInput likely(InputSource source) {
        return tries(source)[0];
    }

    private static TextInput[] tries(InputSource source) {
        byte[] head = source.head(3);
        if (StrictText.starts(head, 0xEF, 0xBB, 0xBF)) return tries(source, 3, StandardCharsets.UTF_8);
        if (StrictText.starts(head, 0xFF, 0xFE)) return tries(source, 2, StandardCharsets.UTF_16LE);
        if (StrictText.starts(head, 0xFE, 0xFF)) return tries(source, 2, StandardCharsets.UTF_16BE);
        return tries(source, 0, StandardCharsets.UTF_8, StrictText.GB18030);
    }

    private static TextInput[] tries(InputSource source, int mark, Charset... charsets) {
        TextInput[] tries = new TextInput[charsets.length];
        for (int i = 0; i < tries.length; i++) tries[i] = new TextInput(source, charsets[i], mark);
        return tries;
    }

    private boolean decodes(boolean lines) {
        char[] buffer = new char[1 << 15];
        long line = 0;
        try (Reader reader = reader()) {
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    char c = buffer[i];
                    if (c == '\0') return false;
                    line = c == '\n' || c == '\r' ? 0 : line + 1;
                    if (lines && line > LONGEST_LINE)
                        throw new InputRefused(Problem.refused("format.line-too-long", Place.file(source.name())));
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It was read to its end, so every byte of it decodes. */
    void decoded() {
        known = true;
    }

    /** Whether it is UTF-8, every byte of it: then bytes may be read in place of characters. */
    boolean isKnownUtf8() {
        return known && charset == StandardCharsets.UTF_8;
    }

    /** The bytes after the mark. */
    InputStream bytes() throws IOException {
        InputStream in = source.open();
        in.skipNBytes(mark);
        return in;
    }

    BufferedReader reader() throws IOException {
        InputStream in = bytes();
        return new BufferedReader(new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }
}
