/**
 * The proof log for those who oversee (监督): search, proof of an entry, who saw a person's or a place's data, export,
 * witnesses, keys, erasure of personal values. Each look is itself an entry of the log.
 *
 * <p>Guarantees that only holders of the {@code audit:…} permissions are answered. Relies on
 * {@link org.cuntu.platform.audit}. Start with the controllers in {@code internal}; GB/T 22239 8.1.4.3.
 */
@ApplicationModule(displayName = "Oversight (监督)")
@NullMarked
package org.cuntu.platform.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
