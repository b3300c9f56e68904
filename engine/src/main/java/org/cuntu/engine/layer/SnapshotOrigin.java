package org.cuntu.engine.layer;

/**
 * Where a snapshot's features come from; part of its content, and so of its hash.
 *
 * @param invented whether the features are made up (a demo city): such a file is never served as the real thing
 * @param source the source in words, for example the delivered file and its date
 */
public record SnapshotOrigin(boolean invented, String source) {}
