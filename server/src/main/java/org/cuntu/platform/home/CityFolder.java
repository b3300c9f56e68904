package org.cuntu.platform.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.cuntu.engine.problem.Problem;

/**
 * The city's folder: register, roles, classes, rules — everything that is the city and not code. Immutable.
 *
 * @param root for example {@code city/liuzhou}
 * @param code the division's code, six digits
 * @param zh the city's Chinese name
 * @param en the city's English name
 * @param zone the bureau's zone
 * @param bounds west, south, east, north, degrees
 * @param center where a map opens: longitude, latitude
 */
public record CityFolder(
        Path root, String code, String zh, String en, ZoneId zone, List<Double> bounds, List<Double> center) {
    /** Reads {@code city.yaml} of the folder. */
    public static CityFolder open(Path root) {
        YamlFile yaml = YamlFile.read(root.resolve("city.yaml"));
        YamlFile.Node top = yaml.root();
        YamlFile.Node name = top.node("name");
        CityFolder city = new CityFolder(
                root.toAbsolutePath().normalize(),
                top.text("code"),
                name.text("zh"),
                name.text("en"),
                ZoneId.of(top.text("zone")),
                top.numbers("bounds"),
                top.numbers("center"));
        name.close();
        top.close();
        if (city.bounds.size() != 4 || city.center.size() != 2)
            throw yaml.refused("home.city-bounds", Problem.Place.file("city.yaml"));
        return city;
    }

    public Path file(String name) {
        return root.resolve(name);
    }

    /** The bytes of a file of the city. */
    public byte[] bytes(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("city file " + file(name), e);
        }
    }
}
