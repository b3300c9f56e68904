package org.cuntu.platform.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of the city is read strictly: what is not understood stops the start and names what was probably meant. */
class YamlFileTest {
    @TempDir
    Path folder;

    @Test
    void aKeyThatNobodyAskedForIsRefusedWithTheNearestKnown() {
        Problem problem = refused("owner: a\nfreshnes: P2Y\n", node -> {
            node.text("owner");
            node.findText("freshness");
        });

        assertThat(problem.code()).isEqualTo("home.unknown-key");
        assertThat(problem.args()).containsEntry("key", "freshnes").containsEntry("nearest", "freshness");
        assertThat(problem.place().file()).isEqualTo("a.yaml");
    }

    @Test
    void aMissingKeyIsNamedAndAMistypedOneAsWhatItIs() {
        assertThat(refused("zzz: 1\n", node -> node.text("owner")).code()).isEqualTo("home.missing-key");
        assertThat(refused("ownr: 1\n", node -> node.text("owner")).args())
                .containsEntry("key", "ownr")
                .containsEntry("nearest", "owner");
    }

    @Test
    void theSameKeyTwiceIsRefusedAtItsLine() {
        Problem problem = refused("a: 1\nb: 2\na: 3\n", node -> node.text("a"));

        assertThat(problem.code()).isEqualTo("home.not-yaml");
        assertThat(problem.place().line()).isEqualTo(3);
    }

    @Test
    void aValueOfAnotherTypeIsRefusedWithItsPath() {
        assertThat(refused("a: {b: [1]}\n", node -> node.node("a").text("b")).args())
                .containsEntry("key", "a.b");
        assertThat(refused("a: yes and no\n", node -> node.flag("a", false)).code())
                .isEqualTo("home.wrong-type");
        assertThat(refused("a: 1.5\n", node -> node.integer("a", 0)).code()).isEqualTo("home.wrong-type");
        assertThat(refused("a: 99999999999\n", node -> node.integer("a", 0)).code())
                .isEqualTo("home.wrong-type");
        assertThat(refused("- 1\n", node -> node.text("a")).code()).isEqualTo("home.wrong-type");
        assertThat(refused("", node -> node.text("a")).code()).isEqualTo("home.wrong-type");
    }

    private interface Use {
        void of(YamlFile.Node node);
    }

    private Problem refused(String text, Use use) {
        Problem[] first = new Problem[1];
        assertThatThrownBy(() -> {
                    YamlFile.Node root = read(text).root();
                    use.of(root);
                    root.close();
                })
                .isInstanceOfSatisfying(
                        InputRefused.class, e -> first[0] = e.problems().getFirst());
        return first[0];
    }

    private YamlFile read(String text) {
        try {
            return YamlFile.read(Files.writeString(folder.resolve("a.yaml"), text));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
