package org.cuntu.business.permitting;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.platform.identity.FourEyes;
import org.jspecify.annotations.Nullable;

/**
 * The certificates (证照). They are issued by the decision of a case alone; here they are found, printed and ended. What the caller may
 * not see is not found. Thread safe.
 */
public interface Permits {
    /** @param text part of number, case, project, or a holder that is no person; state null: any; matter null: any */
    record Filter(
            String text,
            Permit.@Nullable State state,
            @Nullable String matter) {}

    /** Those that the caller sees, the last changed first. */
    List<Permit> list(Filter filter, int most);

    Optional<Permit> find(UUID id);

    /** The certificate of a case that the caller has been let see. */
    Optional<Permit> ofCase(UUID caseId);

    /** By its number, whoever asks: for the check of a paper, and for applications that name it. */
    Optional<Permit> findIssued(String number);

    List<Permit.Event> listEvents(Permit permit);

    List<Permit.Voided> listVoided(Permit permit);

    /** The first version and all that came after it, the oldest first. */
    List<Permit> listVersions(Permit permit);

    /** The canonical content, as kept. */
    String content(Permit permit);

    /** The paper as of today, drawn from the kept content. */
    byte[] paper(Permit permit, Locale locale);

    /**
     * Proposes to end it: 撤回, 撤销 or 注销, each with a ground of its own; another person decides.
     *
     * @throws org.cuntu.engine.problem.InputRefused when the act does not fit its state, or the ground not the act
     */
    FourEyes.Matter propose(UUID id, Permit.Act act, String ground, String reason);

    /** What waits for a second person. */
    List<FourEyes.Matter> listOpen(Permit permit);

    /** @throws org.cuntu.platform.http.ProblemAnswer 403 for whoever proposed it */
    Permit decide(UUID matter, boolean approve, String remark);

    Permit takeBack(UUID matter);

    /**
     * Voids the number of a certificate that has not been handed out, for example a misprint, and gives it another; the voided one stays
     * with its reason.
     */
    Permit voidNumber(UUID id, String reason);
}
