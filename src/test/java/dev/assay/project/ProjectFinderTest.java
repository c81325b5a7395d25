package dev.assay.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFinderTest {

    @TempDir
    private Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void setUp() {
        sandbox = new Sandbox(folder);
    }

    @Test
    void theWorkingFolderComesBeforeItsProjectFolder() {
        sandbox.file("project/assay_project.yml", Sandbox.PROJECT).file("profiles.yml", Sandbox.PROFILES);
        assertEquals(folder.resolve("project"), sandbox.read().folder());
        sandbox.file("assay_project.yml", Sandbox.PROJECT);
        assertEquals(folder, sandbox.read().folder());
    }

    @Test
    void aTypedProjectFolderIsTheOnlyOne() {
        sandbox.file("assay_project.yml", Sandbox.PROJECT)
                .file("profiles.yml", Sandbox.PROFILES)
                .typed(Sandbox.projectDir("other"));
        Diagnostic found = sandbox.problem(Code.PROJECT_NOT_FOUND);
        assertEquals(List.of("looked in `other`"), found.notes());
        sandbox.file("other/assay_project.yml", Sandbox.PROJECT);
        assertEquals(folder.resolve("other"), sandbox.read().folder());
        assertEquals(2, sandbox.read().target().threads());
    }

    @Test
    void aMissingProjectSaysWhereItWasLookedForAndWhatIsThere() {
        sandbox.file("dbt_project.yml", "name: shop\n");
        Diagnostic found = sandbox.problem(Code.PROJECT_NOT_FOUND);
        assertEquals("there is no assay_project.yml", found.headline());
        assertEquals(
                List.of(
                        "looked in the working folder, `project`",
                        "`dbt_project.yml` exists; assay reads assay_project.yml"),
                found.notes());
        assertTrue(found.help().getFirst().contains("assay init"));
    }

    @Test
    void profilesAreLookedForFromTheWorkingFolderToHome() {
        sandbox.file("project/assay_project.yml", Sandbox.PROJECT)
                .set("HOME", folder.resolve("home").toString());
        Diagnostic found = sandbox.problem(Code.PROFILE_NOT_FOUND);
        assertEquals(List.of("looked in the working folder, `project`, `home/.assay`"), found.notes());
        sandbox.file("home/.assay/profiles.yml", Sandbox.PROFILES);
        assertEquals(
                folder.resolve("home/.assay").toString(),
                sandbox.read().target().folder());
        sandbox.file("project/profiles.yml", Sandbox.PROFILES);
        assertEquals(
                folder.resolve("project").toString(), sandbox.read().target().folder());
        sandbox.file("profiles.yml", Sandbox.PROFILES);
        assertEquals(folder.toString(), sandbox.read().target().folder());
    }

    @Test
    void pathsArePrintedAsTheUserWouldTypeThem() {
        Invocation invocation = sandbox.invocation();
        assertEquals("models/a.sql", invocation.printed(folder.resolve("models/a.sql")));
        assertEquals("../x/a.sql", invocation.printed(folder.resolveSibling("x").resolve("a.sql")));
        assertEquals(".", invocation.printed(folder));
    }
}
