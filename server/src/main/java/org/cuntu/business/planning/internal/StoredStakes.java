package org.cuntu.business.planning.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.business.planning.BoundaryStake;
import org.cuntu.business.planning.BoundaryStake.Act;
import org.cuntu.business.planning.BoundaryStakes;
import org.cuntu.business.planning.ControlLines;
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
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stakes in the database; every act in one transaction that holds the stake's row. */
@Component
class StoredStakes implements BoundaryStakes {
    static final String READ = "planning:stake:read";
    static final String SET = "planning:stake:set";
    static final String ACCEPT = "planning:stake:accept";
    private static final int LONGEST_WORDS = 1000;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_PICTURES = 12;

    private final StakeTable stakes;
    private final ControlLines lines;
    private final LineVersions versions;
    private final CurrentUser current;
    private final ProofLog proof;
    private final CityFolder city;
    private final CityClock clock;
    private final Settings settings;
    private final TransactionTemplate transaction;

    StoredStakes(
            StakeTable stakes,
            ControlLines lines,
            LineVersions versions,
            CurrentUser current,
            ProofLog proof,
            CityFolder city,
            CityClock clock,
            Settings settings,
            TransactionTemplate transaction) {
        this.stakes = stakes;
        this.lines = lines;
        this.versions = versions;
        this.current = current;
        this.proof = proof;
        this.city = city;
        this.clock = clock;
        this.settings = settings;
        this.transaction = transaction;
    }

    @Override
    public BoundaryStake set(Order order) {
        check(order);
        String division = division(order.lon(), order.lat());
        if (!reaches(SET, division)) throw elsewhere(division);
        User user = current.get();
        BoundaryStake stake = new BoundaryStake(
                UUID.randomUUID(),
                order.layer(),
                order.number().strip(),
                order.kind(),
                order.material().strip(),
                division,
                order.lon(),
                order.lat(),
                order.setOn(),
                user.id(),
                BoundaryStake.State.SET,
                null,
                settings.mode() == Settings.Mode.DEMO,
                clock.now());
        try {
            transaction.executeWithoutResult(status -> {
                stakes.add(stake);
                stakes.happened(stake.id(), Act.SET, user.id(), clock.now(), words(order.words()), order.pictures());
                note(user, "set", stake);
            });
        } catch (DuplicateKeyException e) {
            throw LineCandidates.refused("planning.stake-number-taken", "number", order.number());
        }
        return stakes.find(stake.id(), false).orElseThrow();
    }

    private void check(Order order) {
        if (lines.findLine(order.layer(), clock.today()).isEmpty())
            throw LineCandidates.refused("planning.unknown-line", "layer", order.layer());
        if (named(order.number()) || named(order.material()))
            throw LineCandidates.refused("planning.stake-named", "most", LONGEST_NAME);
        List<Double> box = city.bounds();
        boolean inside = order.lon() >= box.get(0)
                && order.lat() >= box.get(1)
                && order.lon() <= box.get(2)
                && order.lat() <= box.get(3);
        if (!inside) throw LineCandidates.refused("planning.stake-outside", "lon", order.lon(), "lat", order.lat());
        if (order.setOn().isAfter(clock.today()))
            throw LineCandidates.refused("planning.stake-later", "date", order.setOn());
        pictures(order.pictures());
    }

    private static boolean named(String text) {
        return text.isBlank() || text.length() > LONGEST_NAME;
    }

    private static void pictures(List<Picture> pictures) {
        if (pictures.size() > MOST_PICTURES) throw LineCandidates.refused("planning.many-files", "most", MOST_PICTURES);
    }

    private String division(double lon, double lat) {
        try (LineVersions.Open open = versions.open(clock.today())) {
            var point = new GeometryFactory().createPoint(new Coordinate(lon, lat));
            String county = Counties.of(open).at(point);
            return county.isEmpty() ? city.code() : county;
        }
    }

    @Override
    public BoundaryStake happen(UUID id, Act act, String words, List<Picture> pictures) {
        pictures(pictures);
        transaction.executeWithoutResult(status -> {
            BoundaryStake stake = stakes.find(id, true)
                    .filter(this::sees)
                    .orElseThrow(() -> ProblemAnswer.notFound("planning.unknown-stake", "id", id));
            User user = current.get();
            boolean accepts = act == Act.ACCEPT || act == Act.REJECT;
            if (!reaches(accepts ? ACCEPT : SET, stake.division())) throw elsewhere(stake.division());
            if (!act.isPossible(stake.state()))
                throw ProblemAnswer.conflict(
                        "planning.stake-state",
                        "number",
                        stake.number(),
                        "state",
                        stake.state().name());
            String setter = stakes.setter(id);
            boolean same = setter.equals(user.id()) || user.lenders(ACCEPT).contains(setter);
            if (accepts && same)
                throw new ProblemAnswer(403, Problem.refused("planning.stake-own", Problem.Place.UNKNOWN));
            boolean reason = act != Act.ACCEPT && act != Act.CHECK;
            if (reason && words.isBlank()) throw LineCandidates.refused("planning.words", "most", LONGEST_WORDS);
            String accepted =
                    act == Act.ACCEPT ? user.id() : act.then() == BoundaryStake.State.SET ? null : stake.acceptedBy();
            stakes.stand(id, act.then(), accepted, clock.now());
            stakes.happened(id, act, user.id(), clock.now(), words(words), pictures);
            note(user, act.name().toLowerCase(java.util.Locale.ROOT), stake);
        });
        return stakes.find(id, false).orElseThrow();
    }

    private void note(User user, String verb, BoundaryStake stake) {
        proof.append(new ProofAct(
                        user.id(),
                        "planning:stake:" + verb,
                        stake.layer() + " " + stake.number() + " " + stake.id(),
                        null)
                .on(Box.point(stake.lon(), stake.lat())));
    }

    private static String words(String text) {
        String said = text.strip();
        if (said.length() > LONGEST_WORDS) throw LineCandidates.refused("planning.words", "most", LONGEST_WORDS);
        return said;
    }

    @Override
    public List<BoundaryStake> list(@Nullable String layer) {
        return stakes.list(layer).stream().filter(this::sees).toList();
    }

    @Override
    public Optional<BoundaryStake> find(UUID id) {
        return stakes.find(id, false).filter(this::sees);
    }

    @Override
    public List<BoundaryStake.Event> listEvents(BoundaryStake stake) {
        return stakes.listEvents(stake);
    }

    private boolean sees(BoundaryStake stake) {
        return reaches(READ, stake.division());
    }

    private boolean reaches(String permission, String division) {
        return current.reach(permission).sees(Reach.significant(division), 1);
    }

    private static ProblemAnswer elsewhere(String division) {
        return new ProblemAnswer(
                403, Problem.refused("planning.other-division", Problem.Place.UNKNOWN, "division", division));
    }
}
