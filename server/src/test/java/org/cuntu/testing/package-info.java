/** What tests of several modules share: the started application, a private PostgreSQL with PostGIS, small snapshots. */
@org.jspecify.annotations.NullMarked
package org.cuntu.testing;
