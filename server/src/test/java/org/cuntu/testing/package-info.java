/** What tests of several modules share: a private PostgreSQL with PostGIS. */
@org.jspecify.annotations.NullMarked
package org.cuntu.testing;
