/** What the build checks of the house itself: modules, floors, clocks, sentences, and what may lie in the tree. */
@org.jspecify.annotations.NullMarked
package org.cuntu.architecture;
