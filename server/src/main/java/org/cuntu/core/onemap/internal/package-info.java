/** The register's file, the table of releases, imports and tiles. */
@NullMarked
package org.cuntu.core.onemap.internal;

import org.jspecify.annotations.NullMarked;
