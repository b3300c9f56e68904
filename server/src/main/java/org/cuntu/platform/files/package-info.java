/**
 * Files as they came in, kept by the SHA-256 of their content under the home.
 *
 * <p>Guarantees that a kept file is whole and on the disk before its row is, that equal content is kept once, and that what
 * a crash left half written goes at the next start. Relies on the home, the database and the proof log. Start with
 * {@link org.cuntu.platform.files.Files}.
 */
@ApplicationModule(displayName = "Files")
@NullMarked
package org.cuntu.platform.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
