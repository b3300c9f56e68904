package org.cuntu.bench.row;

/** Told what is being done. */
public interface Progress {
    /** @param key the sentence's key; its places are filled with the arguments in order */
    void say(String key, Object... arguments);
}
