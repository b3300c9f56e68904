package org.cuntu.platform.proof;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An exported log, read from its beginning to its end: a zip with {@code manifest.json}, {@code keys.json},
 * {@code heads.jsonl}, {@code entries.tsv} in this order. A line of entries is number, leaf, canonical body and, in a
 * selection, the path, parted by tabs; a body holds none.
 */
final class ExportFile implements AutoCloseable {
    static final String SCHEMA = "cuntu-proof-export-1";
    private static final int LONGEST = 1 << 20;

    /** A tree of the log. */
    record Epoch(int number, HashKind hash, long start) {}

    /** A line; leaf as it is written, path only in a selection. */
    record Line(
            long index, String leaf, byte[] body, @Nullable String path) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private final ZipInputStream zip;
    private final String name;
    private final JsonNode manifest;
    private final List<Epoch> epochs = new ArrayList<>();
    private final List<ProofKey> keys = new ArrayList<>();
    private final List<SignedHead> heads = new ArrayList<>();
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;

    private ExportFile(ZipInputStream zip, String name) throws IOException {
        this.zip = zip;
        this.name = name;
        this.manifest = ProofJson.read(part("manifest.json"));
        if (!manifest.path("schema").asString("").equals(SCHEMA)) throw refused();
        for (JsonNode epoch : manifest.path("epochs"))
            epochs.add(new Epoch(
                    epoch.path("epoch").asInt(),
                    HashKind.of(epoch.path("hash").asString("")),
                    epoch.path("start").asLong()));
        for (JsonNode key : ProofJson.read(part("keys.json")).path("keys")) keys.add(ProofJson.key(key));
        for (String line : new String(part("heads.jsonl"), StandardCharsets.UTF_8).split("\n"))
            if (!line.isBlank()) heads.add(ProofJson.head(ProofJson.read(line)));
        enter("entries.tsv");
    }

    static boolean isOne(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K';
        }
    }

    /** @throws InputRefused when it is no export */
    static ExportFile open(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 17));
        try {
            return new ExportFile(zip, name);
        } catch (RuntimeException e) {
            zip.close();
            throw e instanceof InputRefused refused ? refused : refused(name);
        }
    }

    String log() {
        return manifest.path("log").asString("");
    }

    boolean isSelection() {
        return manifest.path("kind").asString("").equals("SELECTION");
    }

    List<Epoch> epochs() {
        return epochs;
    }

    List<ProofKey> keys() {
        return keys;
    }

    List<SignedHead> heads() {
        return heads;
    }

    private void enter(String part) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
            if (entry.getName().equals(part)) return;
        throw refused();
    }

    private byte[] part(String part) throws IOException {
        enter(part);
        return zip.readAllBytes();
    }

    private InputRefused refused() {
        return refused(name);
    }

    private static InputRefused refused(String name) {
        return new InputRefused(Problem.refused("proof.no-export", Problem.Place.file(name)));
    }

    /** The next lines, at most so many; empty at the end. */
    List<Line> next(int limit) throws IOException {
        List<Line> lines = new ArrayList<>(limit);
        while (lines.size() < limit) {
            byte[] line = line();
            if (line == null) break;
            if (line.length > 0) lines.add(parsed(line));
        }
        return lines;
    }

    private byte @Nullable [] line() throws IOException {
        ByteArrayOutputStream rest = null;
        while (true) {
            for (int i = at; i < filled; i++) {
                if (buffer[i] != '\n') continue;
                byte[] line = joined(rest, at, i - at);
                at = i + 1;
                return line;
            }
            if (rest == null) rest = new ByteArrayOutputStream();
            rest.write(buffer, at, filled - at);
            if (rest.size() > LONGEST) throw refused();
            at = 0;
            filled = zip.read(buffer, 0, buffer.length);
            if (filled > 0) continue;
            filled = 0;
            return rest.size() == 0 ? null : rest.toByteArray();
        }
    }

    private byte[] joined(@Nullable ByteArrayOutputStream rest, int from, int length) {
        if (rest == null) return java.util.Arrays.copyOfRange(buffer, from, from + length);
        rest.write(buffer, from, length);
        return rest.toByteArray();
    }

    private Line parsed(byte[] line) {
        int first = tab(line, 0);
        int second = tab(line, first + 1);
        int third = second < 0 ? -1 : tab(line, second + 1);
        if (first <= 0 || second < 0) throw refused();
        try {
            String path = third < 0
                    ? null
                    : new String(line, third + 1, line.length - third - 1, StandardCharsets.US_ASCII).strip();
            return new Line(
                    number(line, first),
                    new String(line, first + 1, second - first - 1, StandardCharsets.US_ASCII),
                    java.util.Arrays.copyOfRange(line, second + 1, third < 0 ? line.length : third),
                    path);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private static long number(byte[] line, int to) {
        long number = 0;
        for (int i = 0; i < to; i++) {
            if (line[i] < '0' || line[i] > '9') throw new NumberFormatException();
            number = number * 10 + line[i] - '0';
        }
        return number;
    }

    private static int tab(byte[] line, int from) {
        for (int i = from; i < line.length; i++) if (line[i] == '\t') return i;
        return -1;
    }

    /** The bytes of a written leaf; null when it is no hash. */
    static byte @Nullable [] bytes(String leaf) {
        try {
            byte[] bytes = HexFormat.of().parseHex(leaf);
            return bytes.length == 32 ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
