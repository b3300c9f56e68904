package org.cuntu.business.planning.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.cuntu.platform.home.Home;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Leaves of the coverage, in memory and in the home's folder {@code statistics/}, each named by the hashes of what it was made of: a
 * name never means anything else. The folder may be deleted at any time.
 */
@Component
class CoverageKept {
    private static final Logger log = LoggerFactory.getLogger(CoverageKept.class);
    private static final int KEPT = 64;

    private final Path folder;
    private final Map<String, List<CoverageMaking.Leaf>> memory = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<CoverageMaking.Leaf>> eldest) {
            return size() > KEPT;
        }
    };

    CoverageKept(Home home) {
        folder = home.root().resolve("statistics");
    }

    /** What is kept under a name, else what is made now: by one at a time. */
    synchronized List<CoverageMaking.Leaf> get(String name, Supplier<List<CoverageMaking.Leaf>> making) {
        List<CoverageMaking.Leaf> found = memory.get(name);
        if (found == null) found = read(name).orElse(null);
        if (found == null) {
            found = List.copyOf(making.get());
            write(name, found);
        }
        memory.put(name, found);
        return found;
    }

    private Optional<List<CoverageMaking.Leaf>> read(String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) return Optional.empty();
        try {
            return Optional.of(
                    List.of(JsonMapper.shared().readValue(Files.readAllBytes(file), CoverageMaking.Leaf[].class)));
        } catch (IOException | JacksonException e) {
            log.warn("coverage {} is damaged and is measured anew", name, e);
            return Optional.empty();
        }
    }

    private void write(String name, List<CoverageMaking.Leaf> leaves) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "part-", "");
            Files.write(part, JsonMapper.shared().writeValueAsBytes(leaves));
            Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // it is in memory; the next start measures once more
            log.warn("coverage {} could not be kept", name, e);
        }
    }
}
