package org.cuntu.business.permitting.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.business.permitting.Permit;
import org.cuntu.business.permitting.Permits;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.FourEyes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Certificates as the page sees them: how they stand today, what may be done by whom asks, names as far as they may be seen. */
@Component
class PermitJson {
    private final Permits permits;
    private final PermitNames names;
    private final PermitSight sight;
    private final PermittingFile file;
    private final CurrentUser current;
    private final CityClock clock;

    PermitJson(
            Permits permits,
            PermitNames names,
            PermitSight sight,
            PermittingFile file,
            CurrentUser current,
            CityClock clock) {
        this.permits = permits;
        this.names = names;
        this.sight = sight;
        this.file = file;
        this.current = current;
        this.clock = clock;
    }

    Map<String, @Nullable Object> row(Permit permit) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        LocalDate until = permit.validUntil();
        tree.put("id", permit.id());
        tree.put("number", permit.number());
        tree.put("matter", permit.matter());
        tree.put("matterTitle", names.matter(permit.matter()));
        tree.put("case", permit.caseId());
        tree.put("caseNumber", permit.caseNumber());
        tree.put("project", permit.project());
        tree.put("holder", sight.holder(permit));
        tree.put("divisionName", names.division(permit.division()));
        tree.put("area", permit.area().toString());
        tree.put("state", permit.stateAt(clock.today()).name());
        tree.put("origin", permit.origin().name());
        tree.put("issuedOn", permit.issuedOn().toString());
        tree.put("validTo", until == null ? null : until.minusDays(1).toString());
        tree.put("hasPaper", permit.paper() != null);
        tree.put("invented", permit.invented());
        tree.put("changedAt", permit.changedAt().toString());
        return tree;
    }

    Map<String, @Nullable Object> whole(Permit permit) {
        Map<String, @Nullable Object> tree = row(permit);
        ObjectNode content = (ObjectNode) PermitTree.read(permits.content(permit));
        content.put("holder", sight.holder(permit));
        boolean clear = sight.holder(permit).equals(permit.holder());
        // What names the holder among the fields is masked with it.
        if (!clear)
            for (JsonNode field : content.path("fields"))
                if (field.path("value").path("zh").asString("").equals(permit.holder()))
                    ((ObjectNode) field)
                            .putObject("value")
                            .put("zh", sight.holder(permit))
                            .put("en", sight.holder(permit));
        tree.put("content", content);
        String site = permit.site();
        tree.put("site", site == null ? null : JsonMapper.shared().readTree(site));
        tree.put("hash", permit.hash());
        tree.put("issuedBy", names.person(permit.issuedBy()));
        List<Map<String, @Nullable Object>> versions = new ArrayList<>();
        for (Permit version : permits.listVersions(permit)) versions.add(row(version));
        tree.put("versions", versions);
        tree.put(
                "voided",
                permits.listVoided(permit).stream()
                        .map(each -> Map.of(
                                "number", each.number(),
                                "by", names.person(each.by()),
                                "at", each.at().toString(),
                                "reason", each.reason()))
                        .toList());
        tree.put("events", permits.listEvents(permit).stream().map(this::event).toList());
        tree.put("open", permits.listOpen(permit).stream().map(this::open).toList());
        tree.put("may", may(permit));
        return tree;
    }

    private Map<String, @Nullable Object> event(Permit.Event event) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("number", event.number());
        tree.put("act", event.act().name());
        tree.put("by", names.person(event.actor()));
        tree.put("at", event.at().toString());
        tree.put("ground", ground(event.ground()));
        tree.put("words", event.words());
        return tree;
    }

    private @Nullable Map<String, Object> ground(String id) {
        return file.findGround(id).map(PermitJson::ground).orElse(null);
    }

    static Map<String, Object> ground(PermittingFile.Ground ground) {
        return Map.of(
                "id", ground.id(),
                "act", ground.act().name(),
                "zh", ground.words().zh(),
                "en", ground.words().en(),
                "article", PermitContent.article(ground.article()));
    }

    private Map<String, @Nullable Object> open(FourEyes.Matter matter) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        boolean mine = matter.proposedBy().equals(current.get().id());
        tree.put("id", matter.id());
        tree.put("act", matter.kind().replace("certificate-", "").toUpperCase(java.util.Locale.ROOT));
        tree.put("ground", ground(matter.content().getOrDefault(PermitEnding.GROUND, "")));
        tree.put("reason", matter.reason());
        tree.put("proposedBy", names.person(matter.proposedBy()));
        tree.put("proposedAt", matter.proposedAt().toString());
        tree.put("until", matter.until().toString());
        tree.put("mine", mine);
        tree.put("decidable", !mine && current.get().may(PermitEnding.DECIDE));
        return tree;
    }

    private Map<String, Object> may(Permit permit) {
        Permit.State state = permit.stateAt(clock.today());
        List<String> acts = new ArrayList<>();
        for (Permit.Act act : List.of(Permit.Act.WITHDRAW, Permit.Act.REVOKE, Permit.Act.CANCEL))
            if (PermitEnding.fits(act, state) && sight.sees(PermitEnding.permission(act), permit.division()))
                acts.add(act.name());
        boolean voids = state == Permit.State.VALID
                && sight.sees(PermitEnding.DECIDE, permit.division())
                && !permit.issuedBy().equals(current.get().id());
        return Map.of(
                "acts", acts,
                "voidNumber", voids,
                "print", sight.sees(PermitController.PRINT, permit.division()));
    }
}
