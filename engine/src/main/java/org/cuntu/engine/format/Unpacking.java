package org.cuntu.engine.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;

/**
 * What is unpacked of one archive, under names of our own: counts what really comes out, whatever the archive says of
 * itself, and takes it all away again.
 */
final class Unpacking {
    private static final int MOST_ENTRIES = 10_000;

    private final InputSource source;
    private final InputLimits limits;
    private final List<Path> written = new ArrayList<>();
    private long expanded;

    Unpacking(InputSource source, InputLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    interface Work<T> {
        T on(ZipFile zip) throws IOException;
    }

    /** Opens the archive for the work; when the work fails, nothing that it wrote is left. */
    <T> T open(Path archive, Work<T> work) {
        try (ZipFile zip = zip(archive)) {
            return work.on(zip);
        } catch (ZipException | IllegalArgumentException | java.io.EOFException e) {
            remove();
            throw new InputRefused(Problem.refused("format.zip.damaged", Place.file(source.name())));
        } catch (InputRefused e) {
            remove();
            throw e;
        } catch (IOException e) {
            remove();
            throw new UncheckedIOException(e);
        }
    }

    /** Names are UTF-8 when every one is valid, else GBK. */
    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            return new ZipFile(file.toFile(), StrictText.GB18030);
        }
    }

    /** The files of the archive; refuses one with too many, or with a name that leaves its folder. */
    List<? extends ZipEntry> entries(ZipFile zip) {
        Place place = Place.file(source.name());
        List<? extends ZipEntry> entries = zip.stream()
                .filter(e -> !e.isDirectory())
                .limit(MOST_ENTRIES + 1)
                .toList();
        if (entries.size() > MOST_ENTRIES)
            throw new InputRefused(Problem.refused("format.zip.too-many", place, "limit", MOST_ENTRIES));
        for (ZipEntry entry : entries)
            if (escapes(entry.getName()))
                throw new InputRefused(Problem.refused("format.zip.path", place, "name", shown(entry.getName())));
        return entries;
    }

    private static boolean escapes(String name) {
        String slashed = name.replace('\\', '/');
        return slashed.startsWith("/") || slashed.matches("^[A-Za-z]:.*") || ("/" + slashed + "/").contains("/../");
    }

    static String shown(String name) {
        return name.length() <= 80 ? name : name.substring(0, 80) + "…";
    }

    /** Something that was made and goes with the rest; a folder before what lies in it. */
    Path own(Path path) {
        written.addFirst(path);
        return path;
    }

    /** @throws InputRefused {@code format.zip.bomb} beyond the limits */
    void copy(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long packed = StrictMath.max(1, source.size());
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                expanded += n;
                boolean ratio = expanded > InputLimits.RATIO_FREE && expanded / packed >= limits.ratio();
                if (expanded > limits.expanded() || ratio)
                    throw new InputRefused(Problem.refused(
                            "format.zip.bomb",
                            Place.file(source.name()),
                            "limit",
                            limits.expanded() >> 20,
                            "ratio",
                            limits.ratio()));
                out.write(buffer, 0, n);
            }
        }
    }

    void remove() {
        for (Path path : written) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        written.clear();
    }
}
