package org.cuntu.core.intake.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cuntu.core.onemap.DivisionPart;
import org.cuntu.core.onemap.LayerDeliveries;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.LayerSight;
import org.cuntu.core.onemap.Releases;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.formats.FileFormat;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Reach;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changed between two released versions, to be taken away: of whose features the permission to export holds. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/layers/{layer}/changes/file")
class ChangesFileController {
    private static final String PERMISSION = "onemap:layer:export";

    private final LayerRegister register;
    private final LayerSight sight;
    private final Releases releases;
    private final SnapshotStore store;
    private final LayerDeliveries deliveries;
    private final ChangesFile files;
    private final IntakeRules rules;
    private final CurrentUser user;
    private final CityFolder city;
    private final CityClock clock;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    ChangesFileController(
            LayerRegister register,
            LayerSight sight,
            Releases releases,
            SnapshotStore store,
            LayerDeliveries deliveries,
            ChangesFile files,
            IntakeRules rules,
            CurrentUser user,
            CityFolder city,
            CityClock clock,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.register = register;
        this.sight = sight;
        this.releases = releases;
        this.store = store;
        this.deliveries = deliveries;
        this.files = files;
        this.rules = rules;
        this.user = user;
        this.city = city;
        this.clock = clock;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    /**
     * @param change ADDED, REMOVED, RESHAPED, REVALUED; null: every kind
     * @param code class before or after; null: every class
     * @param format as of any export, but plot TXT
     */
    @GetMapping
    @Requires(PERMISSION)
    ResponseEntity<Resource> file(
            @PathVariable String layer,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam String format,
            @RequestParam(required = false) @Nullable String change,
            @RequestParam(required = false) @Nullable String code)
            throws IOException {
        LayerEntry entry = register.findLayer(layer)
                .filter(sight::sees)
                .orElseThrow(() -> ProblemAnswer.notFound("onemap.unknown-layer", "layer", layer));
        require(entry, from);
        require(entry, to);
        FileFormat wanted = FileFormat.find(format)
                .filter(each -> each != FileFormat.TXT)
                .orElseThrow(() -> CandidateMaking.refused("onemap.export-format", "format", format));
        Path file = files.write(
                new ChangedFeatures.Pair(from, to, rules.matching(entry.schema()), ""),
                parts(entry),
                ChangedFeatures.Wanted.of(change, code, null, null),
                wanted,
                layer + "_changes");
        String object = layer + " " + from.substring(0, 16) + " " + to.substring(0, 16) + " " + wanted;
        transaction.executeWithoutResult(
                status -> proof.append(new ProofAct(actor.id(), "intake:feature:export", object, null)));
        String name = layer + "_changes_" + clock.today() + "." + wanted.ending();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType(wanted.mediaType()))
                .body(new InputStreamResource(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE)));
    }

    private void require(LayerEntry layer, String hash) {
        boolean released =
                releases.listReleases(layer.code()).stream().anyMatch(entry -> Objects.equals(entry.hash(), hash));
        if (!released || !store.contains(hash))
            throw ProblemAnswer.notFound("onemap.unknown-snapshot", "layer", layer.code(), "hash", hash);
    }

    /** Those of the divisions in which the permission holds; none named: it holds in the whole city. */
    private List<DivisionPart> parts(LayerEntry layer) {
        List<String> digits = user.reach(PERMISSION).parts().stream()
                .filter(part -> part.level() >= layer.classification())
                .map(Reach.Part::division)
                .distinct()
                .sorted()
                .toList();
        if (digits.isEmpty()) throw ProblemAnswer.notFound("onemap.unknown-layer", "layer", layer.code());
        if (digits.stream().anyMatch(city.code()::startsWith)) return List.of();
        Optional<String> field = register.divisionField(layer.schema());
        LocalDate today = clock.today();
        List<DivisionPart> parts = new ArrayList<>();
        for (String each : digits)
            parts.add(DivisionPart.of(each, layer.schema(), field.orElse(null), deliveries.ground(each, today)));
        return parts;
    }
}
