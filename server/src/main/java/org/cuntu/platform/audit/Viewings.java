package org.cuntu.platform.audit;

/**
 * Looking at the map and live drawing: one proof entry per person, session, object and hour, written at the first look, and
 * one that closes it with the count and the box seen (contracts 7). Thread safe.
 */
public interface Viewings {
    /**
     * Notes one look; call it before showing anything.
     *
     * @param act {@code onemap:layer:view}, {@code conformity:review:draw}
     * @param session the session's id; only its hash is written
     * @param object for example the layer's code
     * @param box what is seen: west, south, east, north, degrees
     * @throws RuntimeException when it is the first look of the hour and its entry cannot be written: then nothing is shown
     */
    void note(String act, String session, String object, double[] box);
}
