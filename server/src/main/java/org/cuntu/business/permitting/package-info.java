/**
 * Permitting (规划许可): what cases end with. Certificates with their numbers, versions, paper and the three ways of ending them
 * (撤回, 撤销, 注销); the letters of a case; survey results registered once for every case of a project (多测合一); candidate sites held
 * against one another, and the records of site visits.
 *
 * <p>Guarantees that a number is given once and never again, that a certificate's area is that of its geometry, that what it
 * says is not changed after it was issued, and that nobody ends one alone. Relies on cases for the application and its decision, on
 * conformity for areas and reviews, on planning for plan-condition sheets. Start with
 * {@link org.cuntu.business.permitting.Permits} (ADR 0049).
 */
@ApplicationModule(displayName = "Permitting (规划许可)")
@NullMarked
package org.cuntu.business.permitting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
