package org.cuntu.platform.identity.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.FourEyes;
import org.cuntu.platform.identity.Organisation;
import org.cuntu.platform.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives a role to a person ({@code zhangsan}) or to a post ({@code use-control/head}). Content: role, division, level, from and
 * to (days, may be missing).
 */
@Component
class RoleGrantKind implements FourEyes.Kind {
    static final String CODE = "role-grant";

    private final GrantTable grants;
    private final Holders holders;
    private final Separation separation;
    private final Roles roles;
    private final Organisation organisation;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final CityClock clock;

    RoleGrantKind(
            GrantTable grants,
            Holders holders,
            Separation separation,
            Roles roles,
            Organisation organisation,
            ProofLog proof,
            CurrentActor actor,
            CityClock clock) {
        this.grants = grants;
        this.holders = holders;
        this.separation = separation;
        this.roles = roles;
        this.organisation = organisation;
        this.proof = proof;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String toPropose() {
        return "identity:role:propose";
    }

    @Override
    public String toDecide() {
        return "identity:role:decide";
    }

    @Override
    public Set<String> concerned(String subject) {
        return holders.accounts(subject);
    }

    @Override
    public void check(String subject, Map<String, String> content) {
        holders.refuseUnknown(subject);
        row(subject, content, null);
        for (String account : holders.accounts(subject))
            separation.check(account, List.of(content.getOrDefault("role", "")));
    }

    @Override
    public Map<String, String> carryOut(FourEyes.Matter matter) {
        GrantTable.Row row = row(matter.subject(), matter.content(), matter.id());
        grants.add(row);
        separation.settle(List.copyOf(holders.accounts(matter.subject())));
        String object = matter.subject() + " " + row.role() + " " + row.part().division() + " "
                + row.part().level();
        proof.append(new ProofAct(actor.id(), "identity:role:grant", object, null));
        return Map.of();
    }

    private GrantTable.Row row(String subject, Map<String, String> content, @Nullable UUID matter) {
        String role = roles.get(content.getOrDefault("role", "")).id();
        String division = content.getOrDefault("division", roles.whole().division());
        String significant = organisation
                .findDivision(division)
                .orElseThrow(() -> refused("identity.unknown-division", "division", division))
                .significant();
        Dated dated = new Dated(
                Objects.requireNonNull(day(content, "from", clock.today())), day(content, "to", null));
        if (dated.isOver(clock.today()) || dated.isOver(dated.from())) throw refused("identity.days");
        String[] post = subject.split("/", 2);
        return new GrantTable.Row(
                UUID.randomUUID(),
                post.length == 1 ? subject : null,
                post.length == 1 ? null : post[0],
                post.length == 1 ? null : post[1],
                role,
                new Reach.Part(significant, level(content)),
                dated,
                actor.id(),
                clock.now(),
                matter);
    }

    private static int level(Map<String, String> content) {
        String level = content.getOrDefault("level", "");
        if (!level.matches("[1-4]")) throw refused("identity.level", "level", level);
        return Integer.parseInt(level);
    }

    static @Nullable LocalDate day(Map<String, String> content, String key, @Nullable LocalDate otherwise) {
        String text = content.getOrDefault(key, "");
        try {
            return text.isBlank() ? otherwise : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw refused("identity.days");
        }
    }

    private static InputRefused refused(String code, Object... args) {
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN, args));
    }
}
