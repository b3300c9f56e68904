package org.cuntu.business.planning.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cuntu.business.planning.PlanCondition;
import org.cuntu.business.planning.PlanCondition.Act;
import org.cuntu.business.planning.PlanCondition.State;
import org.cuntu.business.planning.PlanConditionEnded;
import org.cuntu.business.planning.PlanConditions;
import org.cuntu.business.planning.PlotCard;
import org.cuntu.core.conformity.Replay;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Reach;
import org.cuntu.platform.identity.User;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sheets in the database; every act in one transaction that holds the sheet's row. */
@Component
class StoredConditions implements PlanConditions {
    static final String READ = "planning:condition:read";
    static final String DRAFT = "planning:condition:draft";
    static final String ISSUE = "planning:condition:issue";
    private static final int MOST_PLOTS = 50;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_WORDS = 1000;
    private static final int MOST_LOOKED_AT = 5000;

    private final ConditionTable sheets;
    private final ConditionMaking making;
    private final ConditionChanges changes;
    private final PlotsFile file;
    private final CurrentUser current;
    private final ProofLog proof;
    private final CityFolder city;
    private final CityClock clock;
    private final Settings settings;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    StoredConditions(
            ConditionTable sheets,
            ConditionMaking making,
            ConditionChanges changes,
            PlotsFile file,
            CurrentUser current,
            ProofLog proof,
            CityFolder city,
            CityClock clock,
            Settings settings,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.sheets = sheets;
        this.making = making;
        this.changes = changes;
        this.file = file;
        this.current = current;
        this.proof = proof;
        this.city = city;
        this.clock = clock;
        this.settings = settings;
        this.transaction = transaction;
        this.events = events;
    }

    @Override
    public PlanCondition draft(Order order) {
        User user = current.get();
        return draft(order, user.id(), user.lenders(DRAFT), true);
    }

    @Override
    public PlanCondition issueOfCase(Order order, String drafter) {
        if (drafter.equals(current.get().id())) throw new ProblemAnswer(403, problem("plots.own-draft"));
        return Objects.requireNonNull(transaction.execute(status -> {
            PlanCondition sheet = draft(order, drafter, Set.of(), false);
            issue(sheet, "");
            return sheets.find(sheet.id(), false).orElseThrow();
        }));
    }

    /** @param reached whether the caller's own right is asked */
    private PlanCondition draft(Order order, String drafter, Set<String> lenders, boolean reached) {
        check(order);
        PlanCondition replaced = order.replaces() == null ? null : replaced(order.replaces());
        ConditionMaking.Made made = making.today(order);
        String division = division(made.plots());
        int classification = making.classification();
        if (reached && !current.reach(DRAFT).sees(Reach.significant(division), classification))
            throw elsewhere(division);
        String text = ConditionContent.text(
                made.values(),
                ConditionContent.terms(order, file.sheets(), replaced == null ? null : replaced.number()));
        Instant now = clock.now();
        Instant known = made.baseline().known();
        PlanCondition sheet = new PlanCondition(
                UUID.randomUUID(),
                null,
                order.name().strip(),
                order.purpose(),
                order.applicant().strip(),
                order.unit(),
                made.plots().stream().map(PlotCard.Plot::number).toList(),
                division,
                classification,
                made.area(),
                made.baseline().asOf(),
                known == null ? now : known,
                made.plan().hash(),
                CanonicalJson.sha256(text),
                State.DRAFT,
                drafter,
                now,
                null,
                null,
                null,
                replaced == null ? null : replaced.id(),
                null,
                made.plan().invented() || settings.mode() == Settings.Mode.DEMO,
                now);
        Geometry part = order.part();
        ConditionTable.Content content = new ConditionTable.Content(
                text,
                PlanningJson.write(made.plots().stream()
                        .map(plot -> GroundShapes.json(plot.ground()))
                        .toList()),
                part == null ? null : PlanningJson.write(GroundShapes.json(part)));
        transaction.executeWithoutResult(status -> {
            sheets.add(sheet, content, lenders);
            sheets.happened(sheet.id(), Act.DRAFT, drafter, now, "");
            note(drafter, "draft", sheet, made.plots());
        });
        return sheet;
    }

    private void check(Order order) {
        List<Problem> problems = new ArrayList<>();
        if (order.plots().isEmpty() || order.plots().size() > MOST_PLOTS)
            problems.add(problem("plots.how-many", "most", MOST_PLOTS));
        if (new TreeSet<>(order.plots()).size() != order.plots().size()) problems.add(problem("plots.twice"));
        if (named(order.name())) problems.add(problem("plots.name", "most", LONGEST_NAME));
        if (named(order.applicant())) problems.add(problem("plots.applicant", "most", LONGEST_NAME));
        if (order.remarks().strip().length() > LONGEST_WORDS)
            problems.add(problem("plots.words", "most", LONGEST_WORDS));
        if (file.sheets().purposes().stream().noneMatch(each -> each.id().equals(order.purpose())))
            problems.add(problem("plots.purpose", "purpose", order.purpose()));
        for (String id : order.requirements())
            if (file.sheets().requirements().stream()
                    .noneMatch(each -> each.id().equals(id)))
                problems.add(problem("plots.requirement", "requirement", id));
        if (!problems.isEmpty()) throw new InputRefused(problems);
    }

    private static boolean named(String text) {
        return text.isBlank() || text.strip().length() > LONGEST_NAME;
    }

    private PlanCondition replaced(UUID id) {
        PlanCondition sheet = find(id).orElseThrow(() -> ProblemAnswer.notFound("plots.no-sheet", "id", id));
        State state = sheet.stateAt(clock.today());
        if (state != State.ISSUED && state != State.EXPIRED) throw cannot(sheet, state);
        return sheet;
    }

    /** The division of all plots: their township, else the county that they share, else the city. */
    private String division(List<PlotCard.Plot> plots) {
        TreeSet<String> codes = new TreeSet<>();
        for (PlotCard.Plot plot : plots) codes.add(plot.division());
        if (codes.size() == 1 && !codes.first().isEmpty()) return codes.first();
        TreeSet<String> counties = new TreeSet<>();
        for (String code : codes) counties.add(code.length() < 6 ? "" : code.substring(0, 6));
        return counties.size() == 1 && !counties.first().isEmpty() ? counties.first() : city.code();
    }

    @Override
    public PlanCondition issue(UUID id, String words) {
        String said = words(words, false);
        transaction.executeWithoutResult(status -> {
            PlanCondition sheet = held(id, ISSUE, State.DRAFT);
            User user = current.get();
            List<String> drafters = sheets.drafters(id);
            if (drafters.contains(user.id()) || !Collections.disjoint(drafters, user.lenders(ISSUE)))
                throw new ProblemAnswer(403, problem("plots.own-draft"));
            if (!changes(List.of(sheet)).getOrDefault(id, List.of()).isEmpty())
                throw ProblemAnswer.conflict("plots.plan-moved", "number", sheet.called());
            issue(sheet, said);
        });
        return find(id).orElseThrow();
    }

    private void issue(PlanCondition sheet, String said) {
        User user = current.get();
        UUID id = sheet.id();
        Instant now = clock.now();
        LocalDate day = clock.today();
        UUID before = sheet.replaces();
        if (before != null) replace(before, user, now);
        String number = sheets.nextNumber(file.sheets().number(), day.getYear());
        sheets.issued(id, number, user.id(), day, day.plus(file.sheets().validity()), now);
        sheets.happened(id, Act.ISSUE, user.id(), now, said);
        note(user.id(), "issue", sheets.find(id, false).orElseThrow(), List.of());
    }

    private void replace(UUID id, User user, Instant now) {
        PlanCondition old = sheets.find(id, true).orElseThrow();
        if (old.state() != State.ISSUED) throw cannot(old, old.state());
        sheets.stand(id, State.REPLACED, now);
        sheets.happened(id, Act.REPLACE, user.id(), now, "");
        note(user.id(), "replace", old, List.of());
    }

    @Override
    public PlanCondition discard(UUID id, String words) {
        String said = words(words, false);
        transaction.executeWithoutResult(status -> {
            PlanCondition sheet = held(id, DRAFT, State.DRAFT);
            User user = current.get();
            if (!sheet.draftedBy().equals(user.id())) throw new ProblemAnswer(403, problem("plots.others-draft"));
            sheets.stand(id, State.DISCARDED, clock.now());
            sheets.happened(id, Act.DISCARD, user.id(), clock.now(), said);
            note(user.id(), "discard", sheet, List.of());
        });
        return find(id).orElseThrow();
    }

    @Override
    public PlanCondition end(UUID id, Act act, String words) {
        State then = act == Act.REVOKE ? State.REVOKED : State.WITHDRAWN;
        String said = words(words, true);
        transaction.executeWithoutResult(status -> {
            PlanCondition sheet = held(id, ISSUE, State.ISSUED);
            User user = current.get();
            Act done = then == State.REVOKED ? Act.REVOKE : Act.WITHDRAW;
            sheets.stand(id, then, clock.now());
            sheets.happened(id, done, user.id(), clock.now(), said);
            note(user.id(), then == State.REVOKED ? "revoke" : "withdraw", sheet, List.of());
            events.publishEvent(new PlanConditionEnded(id, sheet.called(), done));
        });
        return find(id).orElseThrow();
    }

    /** The sheet in this state, its row held; the caller must reach its division with a permission. */
    private PlanCondition held(UUID id, String permission, State state) {
        PlanCondition sheet = sheets.find(id, true)
                .filter(this::sees)
                .orElseThrow(() -> ProblemAnswer.notFound("plots.no-sheet", "id", id));
        boolean reaches = current.reach(permission).sees(Reach.significant(sheet.division()), sheet.classification());
        if (!reaches) throw elsewhere(sheet.division());
        if (sheet.state() != state) throw cannot(sheet, sheet.stateAt(clock.today()));
        return sheet;
    }

    private static ProblemAnswer cannot(PlanCondition sheet, State state) {
        return ProblemAnswer.conflict("plots.sheet-state", "number", sheet.called(), "state", state.name());
    }

    private void note(String actor, String verb, PlanCondition sheet, List<PlotCard.Plot> plots) {
        List<Double> box = plots.isEmpty()
                ? List.of()
                : GroundShapes.box(plots.stream().map(PlotCard.Plot::ground).toArray(Geometry[]::new));
        proof.append(new ProofAct(actor, "planning:condition:" + verb, sheet.called() + " " + sheet.id(), sheet.hash())
                .on(Box.of(box.stream().mapToDouble(Double::doubleValue).toArray())));
    }

    private static String words(String text, boolean needed) {
        String said = text.strip();
        if (said.length() > LONGEST_WORDS || needed && said.isEmpty())
            throw new InputRefused(problem("plots.words", "most", LONGEST_WORDS));
        return said;
    }

    @Override
    public List<PlanCondition> list(Filter filter, int most) {
        List<PlanCondition> found = new ArrayList<>();
        for (PlanCondition sheet : sheets.list(filter.text().strip().toLowerCase(Locale.ROOT), MOST_LOOKED_AT)) {
            State state = sheet.stateAt(clock.today());
            boolean wanted = filter.state() == null ? state != State.DISCARDED : filter.state() == state;
            if (wanted && sees(sheet)) found.add(sheet);
        }
        if (filter.changed()) {
            Map<UUID, List<PlanCondition.Changed>> changes = changes(found);
            found.removeIf(sheet -> changes.getOrDefault(sheet.id(), List.of()).isEmpty());
        }
        return found.subList(0, StrictMath.min(most, found.size()));
    }

    private boolean sees(PlanCondition sheet) {
        return current.reach(READ).sees(Reach.significant(sheet.division()), sheet.classification());
    }

    @Override
    public Optional<PlanCondition> find(UUID id) {
        return sheets.find(id, false).filter(this::sees);
    }

    @Override
    public Optional<PlanCondition> findIssued(String number) {
        return sheets.findNumber(number);
    }

    @Override
    public List<PlanCondition.Event> listEvents(PlanCondition condition) {
        return sheets.listEvents(condition.id());
    }

    @Override
    public Map<UUID, List<PlanCondition.Changed>> changes(List<PlanCondition> conditions) {
        Map<UUID, List<PlanCondition.Changed>> found = new LinkedHashMap<>();
        try (ConditionChanges.Today today = changes.today()) {
            for (PlanCondition sheet : conditions) {
                State state = sheet.stateAt(clock.today());
                boolean compared = state == State.ISSUED || state == State.DRAFT;
                found.put(sheet.id(), compared ? today.of(sheet).changes() : List.of());
            }
        }
        return found;
    }

    @Override
    public String content(PlanCondition condition) {
        return sheets.content(condition.id()).text();
    }

    /** GeoJSON of each plot's ground, and of the drawn part. */
    ConditionTable.Content kept(PlanCondition condition) {
        return sheets.content(condition.id());
    }

    @Override
    public Replay replay(PlanCondition condition) {
        ConditionTable.Content kept = sheets.content(condition.id());
        JsonNode tree = JsonMapper.shared().readTree(kept.text());
        Map<String, String> hashes = new LinkedHashMap<>();
        for (JsonNode layer : tree.path("values").path("layers"))
            if (layer.path("hash").isString())
                hashes.put(layer.path("layer").asString(""), layer.path("hash").asString(""));
        @Nullable Geometry part = kept.part() == null ? null : ConditionPart.read(kept.part());
        ConditionMaking.Made again =
                making.again(condition.asOf(), condition.known(), hashes, condition.unit(), condition.plots(), part);
        Object terms = JsonMapper.shared().convertValue(tree.path("terms"), Object.class);
        return Replay.between(kept.text(), ConditionContent.text(again.values(), terms));
    }

    private static ProblemAnswer elsewhere(String division) {
        return new ProblemAnswer(403, problem("plots.other-division", "division", division));
    }

    private static Problem problem(String code, Object... args) {
        return Problem.refused(code, Problem.Place.UNKNOWN, args);
    }
}
