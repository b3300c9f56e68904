package org.cuntu.business.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The lines that the city changes by proposal, in the order of its file. Thread safe. */
public interface ControlLines {
    List<ControlLine> listLines(LocalDate day);

    Optional<ControlLine> findLine(String layer, LocalDate day);

    /** Types of documents that a proposal may carry. */
    List<DocumentType> listDocumentTypes();

    record DocumentType(String id, String zh, String en) {}
}
