package org.cuntu.business.planning.internal;

import java.util.List;
import org.cuntu.business.planning.ControlLine;
import org.cuntu.business.planning.ControlLines;
import org.cuntu.business.planning.Proposals.Given;
import org.cuntu.business.planning.Proposals.Order;
import org.cuntu.business.planning.Proposals.Shapes;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.home.YamlFile;
import org.cuntu.platform.identity.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses what could not become a proposal, or is a state secret by its name. */
@Component
class ProposalOrders {
    static final int LONGEST_REASON = 2000;
    static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_FILES = 40;

    private final ControlLines lines;
    private final Organisation organisation;
    private final CityFolder city;
    private final CityClock clock;
    private final Settings settings;
    private final List<String> secretWords;

    ProposalOrders(ControlLines lines, Organisation organisation, CityFolder city, CityClock clock, Settings settings) {
        this.lines = lines;
        this.organisation = organisation;
        this.city = city;
        this.clock = clock;
        this.settings = settings;
        secretWords = YamlFile.read(city.file("intake.yaml")).root().texts("secretWords");
    }

    /** The code of a county, or the city's own. */
    String division(@Nullable String given) {
        if (given == null || given.equals(city.code())) return city.code();
        return organisation
                .findDivision(given)
                .map(Organisation.Division::code)
                .filter(code -> code.length() == 6)
                .orElseThrow(() -> LineCandidates.refused("planning.unknown-division", "division", given));
    }

    ControlLine check(Order order) {
        ControlLine line = line(order.layer());
        if (order.title().isBlank() || order.title().length() > LONGEST_TITLE)
            throw LineCandidates.refused("planning.title", "most", LONGEST_TITLE);
        if (order.reason().isBlank() || order.reason().length() > LONGEST_REASON)
            throw LineCandidates.refused("planning.reason", "most", LONGEST_REASON);
        if (line.grounds().stream().noneMatch(ground -> ground.id().equals(order.ground())))
            throw LineCandidates.refused("planning.unknown-ground", "ground", order.ground());
        if (order.inForceFrom().isBefore(clock.today()))
            throw LineCandidates.refused("planning.date-passed", "date", order.inForceFrom());
        if (order.invented() && settings.mode() == Settings.Mode.SERVE)
            throw LineCandidates.refused("onemap.invented-here", "layer", order.layer());
        secret(order.title());
        secret(order.reason());
        check(line, order.shapes());
        checkDocuments(order.documents());
        return line;
    }

    ControlLine line(String layer) {
        return lines.findLine(layer, clock.today())
                .orElseThrow(() -> LineCandidates.refused("planning.unknown-line", "layer", layer));
    }

    void check(ControlLine line, Shapes shapes) {
        boolean drawn = !shapes.in().isEmpty() || !shapes.out().isEmpty();
        if (drawn == !shapes.files().isEmpty()) throw LineCandidates.refused("planning.shapes", "layer", line.layer());
        if (shapes.crs() != null && Crs.find(shapes.crs()).isEmpty())
            throw LineCandidates.refused("onemap.unknown-crs", "crs", shapes.crs());
        for (Given file : shapes.files()) named(file);
    }

    void checkDocuments(List<Given> documents) {
        if (documents.size() > MOST_FILES) throw LineCandidates.refused("planning.many-files", "most", MOST_FILES);
        for (Given document : documents) {
            named(document);
            if (lines.listDocumentTypes().stream().noneMatch(type -> type.id().equals(document.type())))
                throw LineCandidates.refused("planning.unknown-document", "type", String.valueOf(document.type()));
        }
    }

    private void named(Given file) {
        secret(file.name());
        if (file.name().length() > LONGEST_NAME) throw LineCandidates.refused("planning.title", "most", LONGEST_NAME);
    }

    private void secret(String text) {
        for (String word : secretWords)
            if (text.contains(word)) throw LineCandidates.refused("planning.secret", "word", word);
    }
}
