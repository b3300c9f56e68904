package org.cuntu.platform.formats.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;

/** A text file as a whole: UTF-8 where every byte is valid, else GB18030 where every byte is; otherwise refused. */
public final class PlainText {
    private static final long MOST_BYTES = 32L << 20;
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private PlainText() {}

    public static String read(Path file, String name) {
        try {
            if (Files.size(file) > MOST_BYTES)
                throw new InputRefused(
                        Problem.refused("format.document-large", Problem.Place.file(name), "limit", MOST_BYTES >> 20));
            byte[] bytes = Files.readAllBytes(file);
            for (Charset charset : CHARSETS) {
                String text = decoded(bytes, charset);
                if (!text.isEmpty() || bytes.length == 0) return text.startsWith("\uFEFF") ? text.substring(1) : text;
            }
            throw new InputRefused(Problem.refused("format.encoding", Problem.Place.file(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when it is not of this charset. */
    private static String decoded(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') >= 0 ? "" : text;
        } catch (CharacterCodingException e) {
            return "";
        }
    }
}
