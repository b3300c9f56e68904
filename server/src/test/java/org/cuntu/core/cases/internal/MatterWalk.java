package org.cuntu.core.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cuntu.business.permitting.SiteVisit;
import org.cuntu.business.permitting.SiteVisits;
import org.cuntu.core.cases.Applicant;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseTask;
import org.cuntu.core.cases.Cases;
import org.cuntu.core.cases.MaterialNeed;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterDecisions;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.cases.Matters;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.testing.TestApplication;
import org.jspecify.annotations.Nullable;

/**
 * Walks the examples of a matter's folder through the running cases, act by act, and compares the state and the open steps after each
 * with what the example says.
 */
final class MatterWalk {
    private final TestApplication application;
    private final BiFunction<String, MatterStep, String> persons;
    private final String citizen;
    private final Function<String, MatterExample> parts;

    /**
     * @param persons who acts, by the role that the example names and the step
     * @param citizen account of whoever applies
     * @param parts what is handed in for a matter that a pack holds, by its code
     */
    MatterWalk(
            TestApplication application,
            BiFunction<String, MatterStep, String> persons,
            String citizen,
            Function<String, MatterExample> parts) {
        this.application = application;
        this.persons = persons;
        this.citizen = citizen;
        this.parts = parts;
    }

    /** @return the case at the end of the example */
    CaseFile walk(Matter matter, MatterExample example) {
        CaseFile draft = as(citizen, () -> filled(matter, example, null));
        int number = 0;
        for (MatterExample.Act act : example.acts()) {
            String where = matter.code() + " " + example.name() + ", act " + ++number;
            act(matter, draft.id(), act);
            if (act.state().equals("APPROVED")) cases().arrived(draft.id(), "paper");
            TestApplication.eventually(
                    where + ": " + act.open(), () -> open(draft.id()).equals(sorted(act.open())));
            assertThat(cases().get(draft.id()).state()).as(where).hasToString(act.state());
        }
        return cases().get(draft.id());
    }

    private CaseFile filled(Matter matter, MatterExample example, @Nullable UUID parent) {
        Applicant applicant = new Applicant(example.applicant(), "演示申请人", "450200199001010011", "13800000000", citizen);
        UUID id = cases().draft(new Cases.Order(matter.code(), applicant, CaseFile.Origin.NEW, null, parent))
                .id();
        cases().save(id, new Cases.Content(example.project(), example.division(), example.form(), example.site()));
        for (MaterialNeed need : matter.materials()) give(matter, example, id, need);
        for (String child : matter.children())
            filled(application.bean(Matters.class).find(child).orElseThrow(), parts.apply(child), id);
        return cases().get(id);
    }

    private void give(Matter matter, MatterExample example, UUID id, MaterialNeed need) {
        if (need.source() == MaterialNeed.Source.SITE) return;
        if (!application.bean(MatterDecisions.class).isNeeded(matter, need, example.form())) return;
        if (example.missing().contains(need.id()) || need.promise() != null) cases().promise(id, need.id());
        else // nobody here has a certificate or a survey that the platform could know
        cases().put(
                            id,
                            need.id(),
                            file(application, need),
                            need.id() + "."
                                    + (need.forms().isEmpty()
                                            ? "pdf"
                                            : need.forms().getFirst()));
    }

    static FileRef file(TestApplication application, MaterialNeed need) {
        try {
            byte[] bytes = need.id().getBytes(StandardCharsets.UTF_8);
            return application
                    .bean(Files.class)
                    .keep(new ByteArrayInputStream(bytes), need.id() + ".pdf", "application/pdf");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void act(Matter matter, UUID id, MatterExample.Act act) {
        String step = act.step();
        if (step == null) {
            as(citizen, () -> switch (act.does()) {
                case "SUBMIT" -> cases().submit(id);
                case "CORRECTED" -> cases().corrected(id);
                default -> cases().withdraw(id, act.words());
            });
            return;
        }
        CaseTask task = cases().get(id).open().stream()
                .filter(each -> each.step().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no open step " + step));
        MatterStep.Conclusion conclusion = MatterStep.Conclusion.valueOf(act.does());
        Cases.Act order = new Cases.Act(task.id(), conclusion, act.words(), act.back(), List.of());
        String person = persons.apply(act.as(), matter.step(step));
        if (matter.step(step).kind() == MatterStep.Kind.VISIT) as(person, () -> visited(id));
        as(person, () -> cases().act(id, order));
    }

    private SiteVisit visited(UUID id) {
        Instant now = application.clock().instant();
        return application
                .bean(SiteVisits.class)
                .sign(id, new SiteVisits.Order(now, 109.3006, 24.1806, "", "as drawn", true, List.of()));
    }

    private List<String> open(UUID id) {
        return sorted(cases().get(id).open().stream().map(CaseTask::step).toList());
    }

    private static List<String> sorted(List<String> steps) {
        return steps.stream().sorted().toList();
    }

    private <T> T as(String person, Supplier<T> work) {
        return application.bean(CurrentActor.class).as(person, work);
    }

    private Cases cases() {
        return application.bean(Cases.class);
    }
}
