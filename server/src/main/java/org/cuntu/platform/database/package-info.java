/**
 * The relational database: H2 under the home by default, PostgreSQL with PostGIS in production, one schema for both.
 *
 * <p>Guarantees that a file H2 never acknowledges what it has not written (contracts 9) and that a geometry is written only
 * with its coordinate system. Relies on the home. Start with {@link org.cuntu.platform.database.GeoSql}; the schema is in
 * {@code db/migration} and {@code db/vendor}.
 */
@ApplicationModule(displayName = "Database")
@NullMarked
package org.cuntu.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
