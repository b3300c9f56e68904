package org.cuntu.outward.publicservice.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseState;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.outward.publicservice.Rates;
import org.cuntu.outward.publicservice.Rating;
import org.cuntu.outward.publicservice.Ratings;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.calendar.WorkingDays;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ratings in the database. */
@Component
class StoredRatings implements Ratings {
    static final String ANSWER = "publicservice:rating:answer";
    private static final int LONGEST = 1000;
    private static final int LONGEST_ANSWER = 2000;
    private static final int MOST = 500;
    private static final Set<CaseState> RATEABLE =
            Set.of(CaseState.ISSUED, CaseState.REFUSED, CaseState.NOT_ACCEPTED, CaseState.PARTLY, CaseState.ARCHIVED);

    private final RatingTable table;
    private final PublicServiceFile file;
    private final OwnCases own;
    private final WorkingDays days;
    private final CityClock clock;
    private final CurrentUser current;
    private final CurrentActor actor;
    private final ProofLog proof;
    private final TransactionTemplate transaction;

    StoredRatings(
            RatingTable table,
            PublicServiceFile file,
            OwnCases own,
            WorkingDays days,
            CityClock clock,
            CurrentUser current,
            CurrentActor actor,
            ProofLog proof,
            TransactionTemplate transaction) {
        this.table = table;
        this.file = file;
        this.own = own;
        this.days = days;
        this.clock = clock;
        this.current = current;
        this.actor = actor;
        this.proof = proof;
        this.transaction = transaction;
    }

    static boolean isRateable(CaseState state) {
        return RATEABLE.contains(state);
    }

    @Override
    public Rating give(UUID caseId, int level, List<String> tags, String words) {
        CaseFile rated = own.get(caseId);
        if (!isRateable(rated.state())) throw ProblemAnswer.conflict("publicservice.not-ended");
        if (table.find(caseId).isPresent()) throw ProblemAnswer.conflict("publicservice.rated");
        check(level, tags, words);
        Instant now = clock.now();
        LocalDate today = clock.today();
        boolean low = level <= Rating.LOW;
        Rating rating = new Rating(
                UUID.randomUUID(),
                caseId,
                rated.matter(),
                rated.division(),
                level,
                tags,
                words.strip(),
                now,
                null,
                null,
                low ? days.add(today, file.days().callBack()).orElse(null) : null,
                low ? days.add(today, file.days().answer()).orElse(null) : null,
                null);
        try {
            transaction.executeWithoutResult(status -> {
                table.add(rating);
                prove("give", rating, words);
            });
        } catch (DuplicateKeyException e) {
            throw ProblemAnswer.conflict("publicservice.rated");
        }
        return rating;
    }

    private void check(int level, List<String> tags, String words) {
        if (level < 1 || level > Rating.HIGHEST)
            throw new InputRefused(Problem.refused("publicservice.level", Problem.Place.file("level")));
        for (String id : tags)
            if (file.findTag(id).filter(tag -> tag.low() == level <= Rating.LOW).isEmpty())
                throw new InputRefused(
                        Problem.refused("publicservice.tag", Problem.Place.file("tags"), "tag", shortened(id)));
        if (words.length() > LONGEST)
            throw new InputRefused(
                    Problem.refused("publicservice.words", Problem.Place.file("words"), "most", LONGEST));
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) : text;
    }

    @Override
    public Rating add(UUID caseId, String words) {
        own.get(caseId);
        Rating rating = table.find(caseId).orElseThrow(() -> ProblemAnswer.conflict("publicservice.not-rated"));
        if (words.isBlank() || words.length() > LONGEST)
            throw new InputRefused(
                    Problem.refused("publicservice.words", Problem.Place.file("words"), "most", LONGEST));
        transaction.executeWithoutResult(status -> {
            if (!table.append(caseId, words.strip(), clock.now())) throw ProblemAnswer.conflict("publicservice.added");
            prove("add", rating, words);
        });
        return table.find(caseId).orElseThrow();
    }

    @Override
    public Rating answer(UUID id, String words) {
        Rating rating = table.findById(id)
                .filter(Rating::isLow)
                .filter(this::isSeen)
                .orElseThrow(() -> ProblemAnswer.notFound("publicservice.rating-unknown", "id", id));
        if (words.isBlank() || words.length() > LONGEST_ANSWER)
            throw new InputRefused(
                    Problem.refused("publicservice.words", Problem.Place.file("words"), "most", LONGEST_ANSWER));
        transaction.executeWithoutResult(status -> {
            if (!table.answer(id, words.strip(), actor.id(), clock.now()))
                throw ProblemAnswer.conflict("publicservice.answered");
            prove("answer", rating, words);
        });
        return table.findById(id).orElseThrow();
    }

    private void prove(String verb, Rating rating, String words) {
        ProofAct act =
                new ProofAct(actor.id(), "publicservice:rating:" + verb, rating.id() + " " + rating.level(), null);
        proof.append(words.isBlank() ? act : act.withPersonal("words", words.strip()));
    }

    private boolean isSeen(Rating rating) {
        return current.reach(ANSWER).sees(rating.division(), 1);
    }

    @Override
    public Optional<Rating> find(UUID caseId) {
        return table.find(caseId);
    }

    /** Those of these cases that were rated. */
    Set<UUID> rated(List<UUID> cases) {
        return table.rated(cases);
    }

    @Override
    public List<Rating> listLow() {
        return table.listLow(MOST).stream().filter(this::isSeen).toList();
    }

    @Override
    public Rates rates(LocalDate from, LocalDate to) {
        Instant begin = clock.endOf(from.minusDays(1));
        Instant end = clock.endOf(to);
        List<Rating> given = table.list(begin, end);
        int low = 0;
        int answered = 0;
        int inTime = 0;
        for (Rating rating : given) {
            if (!rating.isLow()) continue;
            low++;
            Rating.Answer answer = rating.answer();
            if (answer == null) continue;
            answered++;
            LocalDate due = rating.dueOn();
            if (due != null && !days.day(answer.at()).isAfter(due)) inTime++;
        }
        return new Rates(table.ended(begin, end).cases(), given.size(), given.size() - low, low, answered, inTime);
    }

    /** The rating as its giver sees it. */
    Map<String, @Nullable Object> own(Rating rating) {
        Map<String, @Nullable Object> tree = tree(rating);
        tree.put("mayAdd", rating.addition() == null);
        return tree;
    }

    /** The rating as whoever answers sees it: no case, no person. */
    Map<String, @Nullable Object> tree(Rating rating) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", rating.id().toString());
        tree.put("level", rating.level());
        tree.put("tags", rating.tags());
        tree.put("words", rating.words());
        tree.put("at", rating.at().toString());
        tree.put("addition", rating.addition());
        tree.put("callBackOn", text(rating.callBackOn()));
        tree.put("dueOn", text(rating.dueOn()));
        Rating.Answer answer = rating.answer();
        tree.put("answer", answer == null ? null : answer.words());
        tree.put("answeredAt", answer == null ? null : answer.at().toString());
        return tree;
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
