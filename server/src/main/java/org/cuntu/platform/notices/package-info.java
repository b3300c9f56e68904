/**
 * What a person is told without having asked (消息提醒): a light that turned red, a case that came, an answer that changed.
 *
 * <p>Guarantees that a notice is written in the transaction of the act that it tells of, that nobody sees another's, and that
 * the same thing is told to the same person once. Relies on the database and the proof log. Start with
 * {@link org.cuntu.platform.notices.Notices}.
 */
@ApplicationModule(displayName = "Notices")
@NullMarked
package org.cuntu.platform.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
