package org.cuntu.business.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A boundary stake or sign along a line (界桩、标识牌), EPSG:4490.
 *
 * @param number unique in its line
 * @param division six digits, by the place; the city's own code where no county says
 * @param setBy account that entered the setting-out
 * @param acceptedBy another account; null: not accepted
 */
public record BoundaryStake(
        UUID id,
        String layer,
        String number,
        Kind kind,
        String material,
        String division,
        double lon,
        double lat,
        LocalDate setOn,
        String setBy,
        State state,
        @Nullable String acceptedBy,
        boolean invented,
        Instant changedAt) {
    /** 界桩, 标识牌. */
    public enum Kind {
        STAKE,
        SIGN
    }

    /** How it stands. */
    public enum State {
        /** Set, and waiting to be accepted. */
        SET,
        REJECTED,
        IN_PLACE,
        DAMAGED,
        LOST
    }

    /** What happens to it. */
    public enum Act {
        SET,
        ACCEPT,
        REJECT,
        /** Found in place. */
        CHECK,
        DAMAGE,
        LOSE,
        /** Set anew at the same place: to be accepted again. */
        REPLACE;

        /** Whether it can happen to a stake in a state. */
        public boolean isPossible(State state) {
            return switch (this) {
                case SET -> false;
                case ACCEPT, REJECT -> state == State.SET;
                case CHECK, DAMAGE, LOSE -> state == State.IN_PLACE || state == State.DAMAGED;
                case REPLACE -> state == State.DAMAGED || state == State.LOST || state == State.REJECTED;
            };
        }

        /** How it stands afterwards. */
        public State then() {
            return switch (this) {
                case SET, REPLACE -> State.SET;
                case ACCEPT, CHECK -> State.IN_PLACE;
                case REJECT -> State.REJECTED;
                case DAMAGE -> State.DAMAGED;
                case LOSE -> State.LOST;
            };
        }
    }

    /** Something that happened. */
    public record Event(int number, Act act, String actor, Instant at, String words, List<Photo> photos) {
        public Event {
            photos = List.copyOf(photos);
        }
    }

    /**
     * A picture.
     *
     * @param lon, lat as the picture's EXIF says: shown, not trusted; null: it says nothing
     * @param metres how far that is from the stake; null likewise
     */
    public record Photo(
            String sha256,
            String name,
            String media,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable Long metres) {}
}
