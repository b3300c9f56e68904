package org.cuntu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cuntu.business.planning.DemoPlanLists;
import org.cuntu.business.planning.DemoStakes;
import org.cuntu.business.planning.DemoTargets;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.core.onemap.ReleaseRequest;
import org.cuntu.core.onemap.Releases;
import org.cuntu.demo.DemoCity;
import org.cuntu.demo.DemoLayer;
import org.cuntu.demo.DemoSize;
import org.cuntu.demo.Showcase;
import org.cuntu.demo.SyntheticCity;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.SnapshotOrigin;
import org.cuntu.engine.layer.SnapshotWriter;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.identity.DemoAccounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A home with the synthetic city: every layer a snapshot file, all released in one transaction, so that a making that was
 * killed leaves no layer behind and is simply made again. {@code demo.json} says what the home holds.
 */
@Component
class DemoHome {
    private static final Logger log = LoggerFactory.getLogger(DemoHome.class);
    private static final String MARK = "demo.json";

    /** The sample sites, in the home. */
    static final String SHOWCASE = "showcase.geojson";

    private final Home home;
    private final Releases releases;
    private final DemoAccounts accounts;
    private final DemoTargets targets;
    private final DemoStakes stakes;
    private final DemoPlanLists planLists;

    DemoHome(
            Home home,
            Releases releases,
            DemoAccounts accounts,
            DemoTargets targets,
            DemoStakes stakes,
            DemoPlanLists planLists) {
        this.home = home;
        this.releases = releases;
        this.accounts = accounts;
        this.targets = targets;
        this.stakes = stakes;
        this.planLists = planLists;
    }

    /** Whether the home holds a city; says so when it is another one than asked for. */
    static boolean isPrepared(Path home, DemoSize size, long seed, Console console) {
        try {
            JsonNode mark = JsonMapper.shared().readTree(Files.readAllBytes(home.resolve(MARK)));
            String held = mark.path("size").asString("");
            long of = mark.path("seed").asLong(0);
            if (!held.equals(word(size)) || of != seed)
                console.progress("demo.other", "size", held, "seed", of, "home", home);
            return true;
        } catch (IOException | JacksonException e) {
            return false;
        }
    }

    void prepare(DemoSize size, long seed, Console console) {
        console.progress("demo.making", "size", word(size), "seed", seed);
        String[] step = {""};
        DemoCity city = SyntheticCity.make(size, seed, (what, done, total) -> {
            if (!what.equals(step[0])) console.progress("demo.step." + what);
            step[0] = what;
        });
        List<ReleaseRequest> requests = new ArrayList<>();
        List<DemoLayer> layers =
                Stream.concat(city.earlier().stream(), city.layers().stream()).toList();
        for (DemoLayer layer : layers) {
            if (isReleased(layer)) continue;
            console.progress("demo.layer", "layer", layer.code(), "done", requests.size() + 1, "total", layers.size());
            requests.add(new ReleaseRequest.Release(
                    layer.code(), write(layer), layer.inForceFrom(), layer.source(), layer.invented()));
        }
        if (!requests.isEmpty()) releases.release(requests);
        targets.prepare();
        stakes.prepare();
        planLists.prepare();
        if (!Files.exists(home.root().resolve(SHOWCASE))) showcase(city);
        city.notes().forEach(note -> console.progress("demo.note", "note", note));
        mark(size, seed);
    }

    /** The sample sites of this city; another seed may have no place for one of them, and then it has none. */
    private void showcase(DemoCity city) {
        try {
            Files.writeString(home.root().resolve(SHOWCASE), Showcase.geoJson(city));
        } catch (IllegalStateException e) {
            log.info("no showcase: {}", e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReleased(DemoLayer layer) {
        return releases.listReleases(layer.code()).stream()
                .anyMatch(entry -> entry.act() == ReleaseEntry.Act.RELEASE
                        && layer.inForceFrom().equals(entry.inForceFrom()));
    }

    private String write(DemoLayer layer) {
        SnapshotOrigin origin = new SnapshotOrigin(layer.invented(), layer.source());
        try (SnapshotWriter writer = SnapshotWriter.begin(
                        home.snapshots(), layer.schema(), layer.coverage(), origin, layer.intake());
                Stream<Feature> features = layer.features()) {
            features.forEach(writer::add);
            return writer.finish();
        }
    }

    private void mark(DemoSize size, long seed) {
        try {
            Files.writeString(home.root().resolve(MARK), "{\"size\":\"" + word(size) + "\",\"seed\":" + seed + "}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String word(DemoSize size) {
        return size.name().toLowerCase(Locale.ROOT);
    }

    /** The accounts; with their passwords when they are made now, afterwards the file that keeps them. */
    String accounts(CliWords words) {
        DemoAccounts.Prepared prepared = accounts.prepare();
        if (prepared.accounts().isEmpty()) return words.say("demo.accounts-kept", "file", prepared.file()) + "\n";
        StringBuilder text = new StringBuilder(words.say("demo.accounts", "file", prepared.file()) + "\n");
        for (DemoAccounts.Made one : prepared.accounts())
            text.append(words.say(
                            "demo.account",
                            "id",
                            String.format("%-12s", one.id()),
                            "password",
                            one.password(),
                            "name",
                            one.name(),
                            "unit",
                            one.unit(),
                            "roles",
                            String.join(", ", one.roles())))
                    .append('\n');
        return text.toString();
    }
}
