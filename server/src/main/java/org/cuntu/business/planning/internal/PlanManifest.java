package org.cuntu.business.planning.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.cuntu.business.planning.PlanDeliveries.Given;
import org.cuntu.business.planning.PlanDeliveries.PlanMap;
import org.cuntu.business.planning.PlanStep;
import org.cuntu.business.planning.PlanVersion;
import org.springframework.stereotype.Component;

/**
 * The list of everything that a version is made of, with its hash (归档清单): its files, the snapshots of its maps, what was found and
 * every opinion. A line is {@code <SHA-256>  <what>}, as {@code sha256sum} writes it.
 */
@Component
class PlanManifest {
    private final PlanRounds rounds;
    private final PlanSteps steps;

    PlanManifest(PlanRounds rounds, PlanSteps steps) {
        this.rounds = rounds;
        this.steps = steps;
    }

    String text(PlanVersion version) {
        StringBuilder lines = new StringBuilder();
        for (Given file : rounds.listFiles(version.id(), version.round()))
            line(lines, file.sha256(), file.role() + "/" + file.material() + "/" + file.name());
        for (PlanMap map : rounds.listMaps(version.id(), version.round())) {
            line(lines, map.own(), "snapshot/" + map.layer() + "/own");
            if (map.candidate() != null) line(lines, map.candidate(), "snapshot/" + map.layer() + "/released");
        }
        line(lines, sha256(rounds.findingsText(version.id(), version.round())), "findings.json");
        for (PlanStep step : steps.list(version.id())) {
            String text = step.step() + " " + step.of() + " " + step.outcome() + " " + step.at() + " " + step.actor()
                    + " " + step.words();
            line(lines, sha256(text), "step/" + step.number() + "/" + step.step());
        }
        return lines.toString();
    }

    /** SHA-256 of the list as it stands. */
    String digest(PlanVersion version) {
        return sha256(text(version));
    }

    private static void line(StringBuilder lines, String hash, String what) {
        lines.append(hash).append("  ").append(what).append('\n');
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
