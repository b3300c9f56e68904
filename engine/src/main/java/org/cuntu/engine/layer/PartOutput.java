package org.cuntu.engine.layer;

import java.io.IOException;

/** Puts one part of shapes, which one section of a file holds, one shape after another from a place on that is known beforehand. */
interface PartOutput {
    void put(ShapeBytes shape) throws IOException;

    /** Writes out what was put; nothing is put any more. */
    Written finish() throws IOException;
}
