package org.cuntu.core.cases;

import java.util.List;
import org.cuntu.core.rules.Words;

/**
 * What a citizen asks and is told (办事指南).
 *
 * @param intro one sentence: what it is for
 * @param words what people say when they mean it
 * @param conditions who may have it
 * @param questions the way to it, asked one after the other
 * @param fee what it costs
 */
public record MatterGuide(
        Words intro, List<String> words, List<Words> conditions, List<Question> questions, Words fee) {
    public MatterGuide {
        words = List.copyOf(words);
        conditions = List.copyOf(conditions);
        questions = List.copyOf(questions);
    }

    /** @param id unique within the matter */
    public record Question(String id, Words ask, List<Answer> answers) {
        public Question {
            answers = List.copyOf(answers);
        }
    }

    /**
     * @param leads {@code next}, {@code matter:<code>}, or {@code stop}
     * @param says what is said when it stops, or beside the way
     */
    public record Answer(String id, Words title, String leads, Words says) {}
}
