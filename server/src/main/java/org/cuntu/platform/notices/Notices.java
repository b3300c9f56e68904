package org.cuntu.platform.notices;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What people are told. Thread safe. */
public interface Notices {
    /**
     * What is told.
     *
     * @param key names the occasion: who was told of it is not told again
     * @param kind at most 40 characters
     * @param zh at most 500 characters
     */
    record Order(String key, String kind, String noun, String object, String zh, String en) {}

    /** Tells it to each of these accounts once, in the caller's transaction, whose act has its own entry of the proof log. */
    void tell(Collection<String> accounts, Order order);

    /** The caller's own, the newest first. */
    List<Notice> listOwn(int limit);

    /** How many of the caller's own are not read. */
    int countUnread();

    /** Nothing happens to another's, or to one that is read. */
    void read(UUID id);
}
