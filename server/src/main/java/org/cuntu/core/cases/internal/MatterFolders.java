package org.cuntu.core.cases.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cuntu.core.cases.Matter;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;

/** All matters of a city's folder {@code matters/}, or everything that is wrong with them. */
final class MatterFolders {
    private final SortedMap<String, Matter> matters = new TreeMap<>();
    private final SortedMap<String, MatterFolder> folders = new TreeMap<>();

    private MatterFolders() {}

    /** @throws InputRefused with every problem of every folder */
    static MatterFolders read(Path root, MatterReader reader) {
        MatterFolders read = new MatterFolders();
        List<Problem> problems = new ArrayList<>();
        for (Path path : below(root)) {
            List<Problem> own = new ArrayList<>();
            MatterFolder folder = MatterFolder.read(path, own);
            if (own.isEmpty()) reader.read(folder, own).ifPresent(matter -> read.matters.put(matter.code(), matter));
            read.folders.put(folder.code(), folder);
            problems.addAll(own);
        }
        if (problems.isEmpty()) MatterChecks.checkTogether(List.copyOf(read.matters.values()), problems);
        if (!problems.isEmpty()) throw new InputRefused(problems);
        return read;
    }

    private static List<Path> below(Path root) {
        if (!Files.isDirectory(root)) return List.of();
        try (Stream<Path> list = Files.list(root)) {
            return list.filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SortedMap<String, Matter> matters() {
        return matters;
    }

    MatterFolder folder(String code) {
        MatterFolder folder = folders.get(code);
        if (folder == null) throw new IllegalArgumentException("no folder " + code);
        return folder;
    }
}
