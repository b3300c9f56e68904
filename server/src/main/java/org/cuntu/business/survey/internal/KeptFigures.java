package org.cuntu.business.survey.internal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.cuntu.business.survey.SurveyTable;
import org.cuntu.platform.home.Home;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Counted figures on the disk, each named by the hashes of what it was made of: a name never means anything else, so nothing here can
 * be out of date. The folder {@code statistics/} of the home may be deleted at any time; what is missing or damaged is counted anew.
 */
@Component
class KeptFigures {
    private static final Logger log = LoggerFactory.getLogger(KeptFigures.class);

    private final Path folder;

    KeptFigures(Home home) {
        folder = home.root().resolve("statistics");
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    Optional<Tally> findTally(String name) {
        return read(name, in -> {
            String[] villages = KeptColumns.words(in);
            String[][] words = new String[Dim.values().length][];
            for (int d = 0; d < words.length; d++) words[d] = KeptColumns.words(in);
            int[] village = KeptColumns.ints(in);
            int[][] codes = new int[words.length][];
            for (int d = 0; d < words.length; d++) codes[d] = KeptColumns.ints(in);
            return new Tally(
                    villages,
                    words,
                    village,
                    codes,
                    KeptColumns.ints(in),
                    KeptColumns.ints(in),
                    KeptColumns.longs(in),
                    new SurveyTable.Faults(in.readInt(), in.readInt(), in.readInt()));
        });
    }

    void keep(String name, Tally tally) {
        write(name, out -> {
            KeptColumns.write(out, tally.villages);
            for (String[] words : tally.words) KeptColumns.write(out, words);
            KeptColumns.write(out, tally.village);
            for (int[] codes : tally.codes) KeptColumns.write(out, codes);
            KeptColumns.write(out, tally.first);
            KeptColumns.write(out, tally.features);
            KeptColumns.write(out, tally.parts);
            out.writeInt(tally.faults.noArea());
            out.writeInt(tally.faults.noClass());
            out.writeInt(tally.faults.unbalanced());
        });
    }

    Optional<Flows> findFlows(String name) {
        return read(
                name,
                in -> new Flows(
                        KeptColumns.words(in),
                        KeptColumns.words(in),
                        KeptColumns.ints(in),
                        KeptColumns.ints(in),
                        KeptColumns.ints(in),
                        KeptColumns.longs(in),
                        KeptColumns.ints(in),
                        new Flows.Places(
                                KeptColumns.ints(in),
                                KeptColumns.ints(in),
                                KeptColumns.ints(in),
                                KeptColumns.longs(in)),
                        in.readInt()));
    }

    void keep(String name, Flows flows) {
        write(name, out -> {
            KeptColumns.write(out, flows.villages);
            KeptColumns.write(out, flows.classes);
            KeptColumns.write(out, flows.village);
            KeptColumns.write(out, flows.to);
            KeptColumns.write(out, flows.from);
            KeptColumns.write(out, flows.area);
            KeptColumns.write(out, flows.pieces);
            KeptColumns.write(out, flows.places.before());
            KeptColumns.write(out, flows.places.after());
            KeptColumns.write(out, flows.places.entry());
            KeptColumns.write(out, flows.places.area());
            out.writeInt(flows.overlaps);
        });
    }

    private <T> Optional<T> read(String name, Reading<T> reading) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) return Optional.empty();
        CRC32 sum = new CRC32();
        try (DataInputStream in = new DataInputStream(
                new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), sum))) {
            T figures = reading.from(in);
            long read = sum.getValue();
            if (in.readLong() != read) throw new IOException("its check sum is another");
            return Optional.of(figures);
        } catch (IOException | BufferUnderflowException | IndexOutOfBoundsException e) {
            log.warn("statistics {} are damaged and are counted anew", name, e);
            return Optional.empty();
        }
    }

    private void write(String name, Writing writing) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "part-", "");
            CRC32 sum = new CRC32();
            try (DataOutputStream out = new DataOutputStream(
                    new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16), sum))) {
                writing.to(out);
                out.flush();
                out.writeLong(sum.getValue());
            } catch (IOException e) {
                Files.deleteIfExists(part);
                throw e;
            }
            move(part, folder.resolve(name));
        } catch (IOException | UncheckedIOException e) {
            // they are in memory; the next start counts once more
            log.warn("statistics {} could not be kept", name, e);
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
