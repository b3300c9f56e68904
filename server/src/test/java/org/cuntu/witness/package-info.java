/** The overlay against its independent witnesses (contracts 3). */
@org.jspecify.annotations.NullMarked
package org.cuntu.witness;
