package org.cuntu.core.onemap.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Requires;
import org.cuntu.platform.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A map plate (图版) is about to be printed: the act is kept, and the plate is told who printed it and when. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/plates")
class PlateController {
    private static final Set<String> PAPERS = Set.of("A4", "A3");
    private static final int LONGEST_TITLE = 80;

    private final ProofLog proof;
    private final CurrentActor actor;
    private final CurrentUser user;
    private final CityClock clock;
    private final TransactionTemplate transaction;

    PlateController(
            ProofLog proof, CurrentActor actor, CurrentUser user, CityClock clock, TransactionTemplate transaction) {
        this.proof = proof;
        this.actor = actor;
        this.user = user;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * @param paper A4 or A3
     * @param scale the denominator that the plate states
     * @param bounds west, south, east, north, degrees
     * @param versions layer and hash of each layer on the plate: the entry keeps their SHA-256
     */
    record Ask(
            @Nullable String title,
            @Nullable String paper,
            int scale,
            double @Nullable [] bounds,
            @Nullable List<String> versions) {}

    /** at: the city's time to the minute; leaf: the proof log's receipt, printed on the plate. */
    record Plate(String by, String unit, String at, String leaf) {}

    @PostMapping
    @Requires("onemap:plate:print")
    Plate print(@RequestBody Ask ask) {
        String title = ask.title() == null ? "" : ask.title().strip();
        double[] bounds = ask.bounds();
        if (title.length() > LONGEST_TITLE) throw refused("onemap.plate-title", "most", LONGEST_TITLE);
        if (ask.paper() == null
                || !PAPERS.contains(ask.paper())
                || ask.scale() < 1
                || bounds == null
                || bounds.length != 4) throw refused("onemap.plate");
        List<String> versions = ask.versions() == null ? List.of() : ask.versions();
        String object = String.format(
                Locale.ROOT,
                "%s 1:%d %.6f,%.6f,%.6f,%.6f %s",
                ask.paper(),
                ask.scale(),
                bounds[0],
                bounds[1],
                bounds[2],
                bounds[3],
                title);
        String digest = sha256(String.join("\n", versions));
        User by = user.get();
        String leaf = Objects.requireNonNull(transaction.execute(status -> proof.append(
                new ProofAct(actor.id(), "onemap:plate:print", object.strip(), digest).on(Box.of(bounds)))));
        return new Plate(by.name(), by.unit(), clock.text(clock.now()), leaf);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputRefused refused(String code, Object... args) {
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN, args));
    }
}
