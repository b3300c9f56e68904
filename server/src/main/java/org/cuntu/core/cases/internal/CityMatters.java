package org.cuntu.core.cases.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.Matters;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.springframework.stereotype.Component;

/** Reads the city's folder once, at the start; what is wrong with it stops the start. */
@Component
class CityMatters implements Matters {
    private final MatterReader reader;
    private final MatterVersions versions;
    private final SortedMap<String, Matter> now;
    private final Map<String, Matter> earlier = new ConcurrentHashMap<>();

    CityMatters(CityFolder city, MatterReader reader, MatterVersions versions, CityClock clock) {
        this.reader = reader;
        this.versions = versions;
        MatterFolders folders = MatterFolders.read(city.file("matters"), reader);
        this.now = folders.matters();
        now.keySet().forEach(code -> versions.keep(folders.folder(code), clock.now()));
    }

    @Override
    public List<Matter> list(LocalDate day) {
        return now.values().stream()
                .filter(matter -> matter.inForce().isInForce(day))
                .toList();
    }

    @Override
    public Optional<Matter> find(String code) {
        return Optional.ofNullable(now.get(code));
    }

    @Override
    public Matter get(String code, String hash) {
        Matter current = now.get(code);
        if (current != null && current.hash().equals(hash)) return current;
        return earlier.computeIfAbsent(
                hash,
                each -> reader.readKept(versions.find(code, each)
                        .orElseThrow(() -> new IllegalStateException("no version " + hash + " of " + code))));
    }
}
