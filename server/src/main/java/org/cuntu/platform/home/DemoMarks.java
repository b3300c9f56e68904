package org.cuntu.platform.home;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether this home holds demo accounts or invented layers; {@code serve} refuses one that does (contracts 1). */
@Component
public class DemoMarks {
    private final ObjectProvider<DemoMark> marks;

    DemoMarks(ObjectProvider<DemoMark> marks) {
        this.marks = marks;
    }

    /** What was found, in words. */
    public List<String> list() {
        return marks.orderedStream().flatMap(mark -> mark.found().stream()).toList();
    }

    public boolean any() {
        return marks.orderedStream().anyMatch(mark -> mark.found().isPresent());
    }
}
