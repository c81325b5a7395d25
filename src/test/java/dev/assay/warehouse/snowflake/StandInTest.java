package dev.assay.warehouse.snowflake;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.UserProject;
import dev.assay.warehouse.snowflake.server.StandIn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in for Snowflake, started as CONTRIBUTING.md says. */
class StandInTest {

    private static final String COMMAND = "java -cp \"target/test-classes:target/classes:$(cat target/classpath)\" "
            + StandIn.class.getName() + " 8085";

    @TempDir
    private Path folder;

    @Test
    void aProjectIsBuiltWithTheProfileThatItPrints() throws IOException {
        assertTrue(Files.readString(Path.of("CONTRIBUTING.md")).contains(COMMAND));
        Process server = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        StandIn.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            var profile = new StringBuilder();
            for (String line = said.readLine(); line != null && !line.isEmpty(); line = said.readLine()) {
                profile.append(line).append('\n');
            }
            var shop = new Printed(folder).project("");
            shop.file("profiles.yml", profile.toString());
            shop.model("orders", "select 1 as v");
            shop.assay("build").ends(0);
            assertTrue(shop.assay("show", "--select", "orders").ends(0).text().contains("1"));
        } finally {
            server.destroy();
        }
    }

    /** A project whose profile another one wrote. */
    private static final class Printed extends UserProject<Printed> {

        private Printed(Path folder) {
            super("shop", folder);
            variable("HOME", folder.toString());
        }

        @Override
        protected Printed self() {
            return this;
        }
    }
}
