package org.cuntu.business.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The stakes and signs of the lines. Every act leaves its event and its proof entry; nobody accepts what they set or replaced.
 * Thread safe.
 */
public interface BoundaryStakes {
    /** A kept picture. */
    record Picture(
            String sha256,
            String name,
            String media,
            @Nullable Double lon,
            @Nullable Double lat) {}

    record Order(
            String layer,
            String number,
            BoundaryStake.Kind kind,
            String material,
            double lon,
            double lat,
            LocalDate setOn,
            String words,
            List<Picture> pictures) {
        public Order {
            pictures = List.copyOf(pictures);
        }
    }

    /** @throws org.cuntu.engine.problem.InputRefused when a value is missing or the number is taken */
    BoundaryStake set(Order order);

    /** @throws org.cuntu.platform.http.ProblemAnswer 409 when it cannot happen now, 403 for whoever set it */
    BoundaryStake happen(UUID id, BoundaryStake.Act act, String words, List<Picture> pictures);

    /** Those that the caller sees, by line and number. @param layer null: of every line */
    List<BoundaryStake> list(@Nullable String layer);

    Optional<BoundaryStake> find(UUID id);

    /** The newest first. */
    List<BoundaryStake.Event> listEvents(BoundaryStake stake);
}
