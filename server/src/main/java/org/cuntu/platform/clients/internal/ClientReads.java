package org.cuntu.platform.clients.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.platform.audit.CoveredReads;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.clients.MachineClient;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.Requires;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * A machine client's reads: one entry an hour and grant, {@code clients:grant:use}, written before the first of them shows
 * anything (contracts 7). The grant is the permission that the handler names. What is no read, by its verb, always gets its
 * own entry.
 */
@Component
class ClientReads implements CoveredReads {
    private static final String USE = "clients:grant:use";
    private static final Set<String> READS = Set.of(
            "read", "list", "search", "identify", "export", "print", "download", "unmask", "view", "draw", "compare");
    /** The closing entry of a viewing, which for a person says how much was seen. */
    private static final String CLOSED = "-end";

    private final JdbcClient jdbc;
    private final ObjectProvider<ProofLog> proof;
    private final ObjectProvider<CurrentActor> actor;
    private final CityClock clock;
    private final TransactionTemplate transaction;
    private final Map<Grant, String> known = new ConcurrentHashMap<>();

    ClientReads(
            JdbcClient jdbc,
            ObjectProvider<ProofLog> proof,
            ObjectProvider<CurrentActor> actor,
            CityClock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.proof = proof;
        this.actor = actor;
        this.clock = clock;
        // of its own: that something was read stays true when the transaction around it is rolled back
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Grant(String client, String permission, long hour) {}

    @Override
    public Optional<String> cover(ProofAct act) {
        if (!act.actor().startsWith(MachineClient.PREFIX)) return Optional.empty();
        String verb = act.act().substring(act.act().lastIndexOf(':') + 1);
        if (!READS.contains(verb.replace(CLOSED, ""))) return Optional.empty();
        long hour = clock.now().truncatedTo(ChronoUnit.HOURS).getEpochSecond() / 3600;
        Grant grant = new Grant(act.actor(), permission(act), hour);
        String leaf = known.get(grant);
        if (leaf == null) {
            known.keySet().removeIf(old -> old.hour() < hour - 1);
            leaf = known.computeIfAbsent(grant, this::entry);
        }
        return Optional.of(leaf);
    }

    private String entry(Grant grant) {
        Optional<String> there = find(grant);
        if (there.isPresent()) return there.get();
        try {
            return Objects.requireNonNull(transaction.execute(status -> write(grant)));
        } catch (DuplicateKeyException e) {
            return find(grant).orElseThrow(() -> e); // another node was first
        }
    }

    private String write(Grant grant) {
        String object = grant.permission() + " " + Instant.ofEpochSecond(grant.hour() * 3600);
        String leaf = proof.getObject().append(new ProofAct(grant.client(), USE, object, null));
        jdbc.sql(
                        "insert into client_read (client, permission, hour_no, leaf) values (:client, :permission, :hour, :leaf)")
                .param("client", grant.client())
                .param("permission", grant.permission())
                .param("hour", grant.hour())
                .param("leaf", leaf)
                .update();
        return leaf;
    }

    private Optional<String> find(Grant grant) {
        return jdbc.sql("""
                select leaf from client_read
                where client = :client and permission = :permission and hour_no = :hour""")
                .param("client", grant.client())
                .param("permission", grant.permission())
                .param("hour", grant.hour())
                .query(String.class)
                .optional();
    }

    /** What the handler of this client's request asks for; outside one, the act's own name. */
    private String permission(ProofAct act) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                && act.actor().equals(actor.getObject().id())) {
            HttpServletRequest request = web.getRequest();
            if (request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler
                    && handler.getMethodAnnotation(Requires.class) instanceof Requires requires)
                return requires.value();
        }
        return act.act().replace(CLOSED, "");
    }
}
