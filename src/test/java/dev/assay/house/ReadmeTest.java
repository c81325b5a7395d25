package dev.assay.house;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README shows of a terminal is what a terminal shows, in a copy of the shipped project. */
class ReadmeTest {

    @Test
    void transcriptsAreTrue(@TempDir Path temporary) throws IOException {
        Path folder = temporary.toRealPath();
        var stage = new Stage(folder, List.of(), List.of());
        for (String part : List.of("models", "seeds", "tests", "macros", "docs", "analyses", "assay_project.yml")) {
            stage.lay(
                    House.ROOT.resolve("project").resolve(part),
                    folder.resolve("project").resolve(part));
        }
        stage.lay(House.ROOT.resolve("profiles.yml"), folder.resolve("profiles.yml"));
        new TypedPage(House.ROOT.resolve("README.md"), folder, "./assay", Map.of()).isTrue();
    }
}
