package org.cuntu.business.planning.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.business.planning.BoundaryStake;
import org.cuntu.business.planning.BoundaryStakes;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Stakes and signs over HTTP. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/planning/stakes")
class StakeController {
    private final BoundaryStakes stakes;
    private final StakePictures pictures;
    private final PlanningWords words;
    private final Files files;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    StakeController(
            BoundaryStakes stakes,
            StakePictures pictures,
            PlanningWords words,
            Files files,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.stakes = stakes;
        this.pictures = pictures;
        this.words = words;
        this.files = files;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    @GetMapping
    @Requires("planning:stake:read")
    ResponseEntity<List<Map<String, @Nullable Object>>> list(@RequestParam(defaultValue = "") String layer) {
        return answer(stakes.list(layer.isEmpty() ? null : layer).stream()
                .map(this::tree)
                .toList());
    }

    /** The list as a table, UTF-8 with a byte order mark; an export. */
    @GetMapping("/table.csv")
    @Requires("planning:stake:export")
    ResponseEntity<byte[]> table(@RequestParam(defaultValue = "") String layer) {
        List<BoundaryStake> all = stakes.list(layer.isEmpty() ? null : layer);
        StringBuilder text = new StringBuilder("\ufeff控制线,编号,类型,材质,行政区代码,经度,纬度,放样日期,状态,验收人\r\n");
        for (BoundaryStake stake : all)
            text.append(String.join(
                            ",",
                            stake.layer(),
                            cell(stake.number()),
                            stake.kind().name(),
                            cell(stake.material()),
                            stake.division(),
                            String.valueOf(stake.lon()),
                            String.valueOf(stake.lat()),
                            stake.setOn().toString(),
                            stake.state().name(),
                            cell(stake.acceptedBy() == null ? "" : words.person(stake.acceptedBy()))))
                    .append("\r\n");
        note("export", "stakes " + (layer.isEmpty() ? "*" : layer) + " " + all.size());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "attachment; filename=\"boundary-stakes.csv\"")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Quoted, and never a formula of a table program. */
    private static String cell(String text) {
        String safe = text.matches("^[=+\\-@\\t\\r].*") ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    @GetMapping("/{id}")
    @Requires("planning:stake:read")
    ResponseEntity<Map<String, @Nullable Object>> show(@PathVariable String id) {
        BoundaryStake stake = stake(id);
        note("read", stake.layer() + " " + stake.number());
        return answer(whole(stake));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires("planning:stake:set")
    ResponseEntity<Map<String, @Nullable Object>> set(
            @RequestParam String layer,
            @RequestParam(defaultValue = "") String number,
            @RequestParam BoundaryStake.Kind kind,
            @RequestParam(defaultValue = "") String material,
            @RequestParam double lon,
            @RequestParam double lat,
            @RequestParam(required = false) @Nullable String setOn,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable List<MultipartFile> photos)
            throws IOException {
        return answer(whole(stakes.set(new BoundaryStakes.Order(
                layer, number, kind, material, lon, lat, LineController.date(setOn), words, pictures.keep(photos)))));
    }

    /** Accepted or not, by another person than set it. */
    @PostMapping(path = "/{id}/acceptance", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires("planning:stake:accept")
    ResponseEntity<Map<String, @Nullable Object>> accept(
            @PathVariable String id,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable List<MultipartFile> photos)
            throws IOException {
        BoundaryStake.Act what = act(act, BoundaryStake.Act.ACCEPT, BoundaryStake.Act.REJECT);
        return answer(whole(stakes.happen(stake(id).id(), what, words, pictures.keep(photos))));
    }

    /** Found in place, damaged, lost, replaced. */
    @PostMapping(path = "/{id}/events", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires("planning:stake:set")
    ResponseEntity<Map<String, @Nullable Object>> happen(
            @PathVariable String id,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable List<MultipartFile> photos)
            throws IOException {
        BoundaryStake.Act what = act(
                act,
                BoundaryStake.Act.CHECK,
                BoundaryStake.Act.DAMAGE,
                BoundaryStake.Act.LOSE,
                BoundaryStake.Act.REPLACE);
        return answer(whole(stakes.happen(stake(id).id(), what, words, pictures.keep(photos))));
    }

    private static BoundaryStake.Act act(String text, BoundaryStake.Act... possible) {
        return Arrays.stream(possible)
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElseThrow(() -> LineCandidates.refused("planning.stake-act", "act", text));
    }

    @GetMapping("/{id}/photos/{sha256}")
    @Requires("planning:stake:read")
    ResponseEntity<InputStreamResource> photo(@PathVariable String id, @PathVariable String sha256) throws IOException {
        BoundaryStake stake = stake(id);
        BoundaryStake.Photo photo = stakes.listEvents(stake).stream()
                .flatMap(event -> event.photos().stream())
                .filter(each -> each.sha256().equals(sha256))
                .findFirst()
                .orElseThrow(() -> ProblemAnswer.notFound("planning.no-picture"));
        note("view", stake.layer() + " " + stake.number());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(photo.media()))
                .body(new InputStreamResource(java.nio.file.Files.newInputStream(files.checked(sha256))));
    }

    private BoundaryStake stake(String id) {
        try {
            return stakes.find(UUID.fromString(id))
                    .orElseThrow(() -> ProblemAnswer.notFound("planning.unknown-stake", "id", id));
        } catch (IllegalArgumentException e) {
            throw ProblemAnswer.notFound("planning.unknown-stake", "id", id);
        }
    }

    private void note(String verb, String object) {
        transaction.executeWithoutResult(
                status -> proof.append(new ProofAct(actor.id(), "planning:stake:" + verb, object, null)));
    }

    private Map<String, @Nullable Object> tree(BoundaryStake stake) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", stake.id());
        tree.put("layer", stake.layer());
        tree.put("layerName", words.layer(stake.layer()));
        tree.put("number", stake.number());
        tree.put("kind", stake.kind().name());
        tree.put("material", stake.material());
        tree.put("divisionName", words.division(stake.division()));
        tree.put("lon", stake.lon());
        tree.put("lat", stake.lat());
        tree.put("setOn", stake.setOn().toString());
        tree.put("setBy", words.person(stake.setBy()));
        tree.put("state", stake.state().name());
        String accepted = stake.acceptedBy();
        tree.put("acceptedBy", accepted == null ? null : words.person(accepted));
        tree.put("invented", stake.invented());
        tree.put("changedAt", stake.changedAt().toString());
        return tree;
    }

    private Map<String, @Nullable Object> whole(BoundaryStake stake) {
        Map<String, @Nullable Object> tree = tree(stake);
        tree.put(
                "possible",
                Arrays.stream(BoundaryStake.Act.values())
                        .filter(act -> act.isPossible(stake.state()))
                        .toList());
        tree.put(
                "events",
                stakes.listEvents(stake).stream()
                        .map(event -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("number", event.number());
                            one.put("act", event.act().name());
                            one.put("by", words.person(event.actor()));
                            one.put("mine", event.actor().equals(actor.id()));
                            one.put("at", event.at().toString());
                            one.put("words", event.words());
                            one.put("photos", event.photos());
                            return one;
                        })
                        .toList());
        return tree;
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
