package org.cuntu.platform.formats;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.formats.internal.PlainText;
import org.cuntu.platform.formats.internal.WordParagraphs;

/** The words of a document, paragraph by paragraph (文本): DOCX, TXT and Markdown. What is drawn, hidden or linked is not read. */
public final class DocumentText {
    private DocumentText() {}

    /**
     * The paragraphs that have words, in their order; those of a table's cells too.
     *
     * @param name the file's name as the user knows it
     * @throws InputRefused when the file is of another kind, damaged, or larger than the limits
     */
    public static List<String> paragraphs(Path file, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".docx")) return WordParagraphs.read(file, name);
        if (lower.endsWith(".txt") || lower.endsWith(".md"))
            return PlainText.read(file, name)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        throw new InputRefused(Problem.refused("format.document-kind", Problem.Place.file(name)));
    }
}
