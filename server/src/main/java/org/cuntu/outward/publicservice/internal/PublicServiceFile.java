package org.cuntu.outward.publicservice.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.problem.Problem;
import org.cuntu.outward.publicservice.Rating;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.YamlFile;
import org.springframework.stereotype.Component;

/** The city's {@code publicservice.yaml}, read strictly. */
@Component
class PublicServiceFile {
    private static final String FILE = "publicservice.yaml";

    /** @param level 5 to 1 */
    record Level(int level, Words title) {}

    /** What a rating may be about. @param low for the last two levels; else for the first three */
    record Tag(String id, Words title, boolean low) {}

    /** Working days; 0: none. */
    record Days(int callBack, int answer) {}

    /** Where matters stand on the portal's first page. */
    record Group(String id, Words title, Words about) {}

    /** What of the map a citizen sees around the own ground. @param widest metres @param layers codes of the register */
    record Ground(double widest, List<String> layers) {}

    /** The layer of townships by which a place is found. */
    record Places(String layer, String code, String name, String county) {}

    private final List<Level> levels = new ArrayList<>();
    private final List<Tag> tags = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final Days days;
    private final Ground ground;
    private final Places places;
    private final Sayings sayings;

    PublicServiceFile(CityFolder city) {
        YamlFile yaml = YamlFile.read(city.file(FILE));
        YamlFile.Node top = yaml.root();
        for (YamlFile.Node node : top.nodes("groups")) {
            groups.add(new Group(node.text("id"), words(node), words(node.node("about"))));
            node.close();
        }
        YamlFile.Node rating = top.node("rating");
        for (YamlFile.Node node : rating.nodes("levels")) {
            levels.add(new Level(node.integer("level", 0), words(node)));
            node.close();
        }
        for (int i = 0; i < Rating.HIGHEST; i++)
            if (levels.size() != Rating.HIGHEST || levels.get(i).level() != Rating.HIGHEST - i)
                throw yaml.refused("publicservice.levels", Problem.Place.UNKNOWN);
        for (YamlFile.Node node : rating.nodes("tags")) {
            tags.add(new Tag(node.text("id"), words(node), node.flag("low", false)));
            node.close();
        }
        days = new Days(rating.integer("callBackDays", 1), rating.integer("answerDays", 15));
        rating.close();
        YamlFile.Node seen = top.node("ground");
        ground = new Ground(seen.number("widest", 600), seen.texts("layers"));
        seen.close();
        YamlFile.Node where = top.node("places");
        places = new Places(where.text("layer"), where.text("code"), where.text("name"), where.text("county"));
        where.close();
        List<Sayings.Saying> said = new ArrayList<>();
        for (YamlFile.Node node : top.nodes("sayings")) {
            said.add(new Sayings.Saying(node.texts("say"), node.text("means")));
            node.close();
        }
        sayings = new Sayings(said);
        top.close();
    }

    private static Words words(YamlFile.Node node) {
        return new Words(node.text("zh"), node.text("en"));
    }

    List<Level> listLevels() {
        return List.copyOf(levels);
    }

    List<Tag> listTags() {
        return List.copyOf(tags);
    }

    Optional<Tag> findTag(String id) {
        return tags.stream().filter(tag -> tag.id().equals(id)).findFirst();
    }

    List<Group> listGroups() {
        return List.copyOf(groups);
    }

    Days days() {
        return days;
    }

    Ground ground() {
        return ground;
    }

    Places places() {
        return places;
    }

    Sayings sayings() {
        return sayings;
    }
}
