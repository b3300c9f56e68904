package org.cuntu.core.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.platform.files.FileRef;
import org.jspecify.annotations.Nullable;

/**
 * Cases from the draft to the archive. Each act is one transaction: the process, the rows and the entry of the proof log, or
 * nothing. What the caller may not see is not found. Thread safe.
 */
public interface Cases {
    /**
     * A new draft.
     *
     * @throws org.cuntu.engine.problem.InputRefused when there is no such matter in force, or the applicant is none of its kinds
     */
    CaseFile draft(Order order);

    /** A draft, or a case that is to be corrected, with these values; what does not fit the schema is kept and named at the submission. */
    CaseFile save(UUID id, Content content);

    /** The materials of a draft or of a case to be corrected: one is added, exchanged or taken away (null). */
    CaseFile put(UUID id, String material, @Nullable FileRef file, String fileName);

    /** A secondary material is promised by its day (容缺), or the text of a promise is signed in its place (告知承诺). */
    CaseFile promise(UUID id, String material);

    /**
     * Hands it in: it gets its number, the process begins.
     *
     * @throws org.cuntu.engine.problem.InputRefused with every field and material that is wrong or missing
     */
    CaseFile submit(UUID id);

    void discard(UUID id);

    /** Handed in again after 补正. */
    CaseFile corrected(UUID id);

    /** The applicant's way out, before the decision. */
    CaseFile withdraw(UUID id, String reason);

    /** A step's act, by whoever holds it or may take it. */
    CaseFile act(UUID id, Act act);

    CaseFile claim(UUID task);

    CaseFile release(UUID task);

    CaseFile handOver(UUID task, String account, String reason);

    /** Another opinion in place of one of one's own; the first stays. */
    Opinion correct(UUID opinion, String words);

    CaseFile suspend(UUID id, String reason, String words);

    CaseFile resume(UUID id, String reason);

    /** The one extension (行政许可法 art. 42), by who decides. */
    CaseFile extend(UUID id, int days, String reason);

    CaseFile terminate(UUID id, String reason);

    /** 督办 */
    CaseFile urge(UUID id, String words);

    /** What the holder says to a yellow or red light (申辩), and whether the supervisor takes it (有责, 无责). */
    CaseFile explain(UUID id, String words);

    CaseFile judge(UUID id, boolean responsible, String words);

    CaseFile follow(UUID id, boolean follow);

    /** @throws org.cuntu.platform.http.ProblemAnswer 404 when there is none that the caller may see */
    CaseFile get(UUID id);

    Optional<CaseFile> find(String number);

    /** Those that the caller sees, in the order of their ids; as cheap as reading one. */
    List<CaseSummary> listSummaries(List<UUID> ids);

    List<CaseClock> clocks(UUID id);

    List<CaseTask> listTasks(UUID id);

    List<Opinion> listOpinions(UUID id);

    /** What is needed, and how it stands today. */
    List<CaseMaterial> listMaterials(UUID id);

    /** What may be changed now; empty: everything that is in the applicant's hand, or nothing is. */
    Optional<Correction> findCorrection(UUID id);

    /** A paper of the case has been made: the token that waits for it goes on. Idempotent. */
    void arrived(UUID id, String what);

    /**
     * @param matter its code
     * @param of the result that it changes; null for a new one
     * @param parent a pack that is still a draft; null: none
     */
    record Order(
            String matter,
            Applicant applicant,
            CaseFile.Origin origin,
            @Nullable String of,
            @Nullable UUID parent) {}

    /**
     * @param name of the project
     * @param division significant digits; null: taken from the site
     * @param site GeoJSON FeatureCollection, EPSG:4490; null: unchanged
     */
    record Content(
            String name,
            @Nullable String division,
            Map<String, Object> form,
            @Nullable String site) {}

    /**
     * @param task the open step that is acted on
     * @param words the opinion's text; may be empty only where the conclusion is DONE or ACCEPT
     * @param back the step to return to, with RETURN
     * @param checked materials found in order (逐页核对)
     * @param fields with CORRECT: what of the form may be changed, as {@link Correction} names it
     * @param materials with CORRECT: which materials may be exchanged; without fields and materials everything may be changed
     */
    record Act(
            UUID task,
            MatterStep.Conclusion conclusion,
            String words,
            @Nullable String back,
            List<String> checked,
            List<String> fields,
            List<String> materials) {
        public Act {
            checked = List.copyOf(checked);
            fields = List.copyOf(fields);
            materials = List.copyOf(materials);
        }

        public Act(
                UUID task,
                MatterStep.Conclusion conclusion,
                String words,
                @Nullable String back,
                List<String> checked) {
            this(task, conclusion, words, back, checked, List.of(), List.of());
        }
    }
}
