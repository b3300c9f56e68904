package org.cuntu.platform.oversight.internal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.Requires;
import org.cuntu.platform.identity.User;
import org.cuntu.platform.oversight.UnusualAct;
import org.cuntu.platform.oversight.UnusualActs;
import org.cuntu.platform.oversight.UnusualKind;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Unusual acts for the security and the audit administrator. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/proof/unusual")
class UnusualController {
    private static final int NEWEST = 500;

    private final UnusualActs acts;
    private final CityUsual usual;
    private final EntryViews views;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final CityClock clock;
    private final TransactionTemplate transaction;

    UnusualController(
            UnusualActs acts,
            CityUsual usual,
            EntryViews views,
            ProofLog proof,
            CurrentActor actor,
            CityClock clock,
            TransactionTemplate transaction) {
        this.acts = acts;
        this.usual = usual;
        this.views = views;
        this.proof = proof;
        this.actor = actor;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * @param from when the hour or day that was counted began
     * @param to when it ended
     */
    record View(
            String person,
            String name,
            String unit,
            UnusualKind kind,
            String day,
            String from,
            String to,
            long acts,
            long most,
            String noticedAt,
            String leaf) {}

    /**
     * @param usual today's figures by kind
     * @param workingFrom of today, {@code 07:00}
     * @param most at most so many are shown
     */
    record Answer(
            List<View> items,
            Map<UnusualKind, Integer> usual,
            String workingFrom,
            String workingTo,
            boolean weekend,
            int most) {}

    @GetMapping
    @Requires("audit:unusual:read")
    ResponseEntity<Answer> list(
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String kind) {
        UnusualKind wanted = kind == null || kind.isBlank() ? null : kind(kind);
        String who = person == null || person.isBlank() ? null : person.strip();
        Map<String, User> people = views.people();
        List<View> items = acts.listNewest(who, wanted, NEWEST).stream()
                .map(act -> view(act, people.get(act.person())))
                .toList();
        String object = who == null ? "all" : who.length() > 100 ? who.substring(0, 100) : who;
        transaction.executeWithoutResult(
                status -> proof.append(new ProofAct(actor.id(), "audit:unusual:read", object, null)));
        UsualRules today = usual.at(clock.today());
        Map<UnusualKind, Integer> figures = new EnumMap<>(UnusualKind.class);
        for (UnusualKind each : UnusualKind.values()) figures.put(each, today.most(each));
        return ProofController.fresh(new Answer(
                items,
                figures,
                today.working().from().toString(),
                today.working().to().toString(),
                today.working().weekend(),
                NEWEST));
    }

    private static UnusualKind kind(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(UnusualKind.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> QueryParams.refused("kind"));
    }

    private View view(UnusualAct act, @Nullable User user) {
        var end = act.kind().isDaily()
                ? act.day().plusDays(1).atStartOfDay(clock.zone()).toInstant()
                : act.slot().plusSeconds(3600);
        return new View(
                act.person(),
                user == null ? "" : user.name(),
                user == null ? "" : user.unit(),
                act.kind(),
                act.day().toString(),
                act.slot().toString(),
                end.toString(),
                act.acts(),
                act.most(),
                act.noticedAt().toString(),
                act.leaf());
    }
}
