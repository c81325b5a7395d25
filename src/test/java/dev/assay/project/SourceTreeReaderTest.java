package dev.assay.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.project.SourceTree.Form;
import dev.assay.project.SourceTree.Kind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeReaderTest {

    private static final String CHECKSUM_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void setUp() {
        sandbox = Sandbox.sound(folder.resolve("root"));
    }

    private List<String> found() {
        return sandbox.tree().entries().stream()
                .map(it -> it.kind() + " " + it.form() + " " + it.path() + " " + it.inner())
                .toList();
    }

    @Test
    void filesAreFoundByTheirFoldersInOneOrder() {
        for (String path : List.of(
                "models/b.sql",
                "models/a/z.sql",
                "models/a/m.yml",
                "models/a/about.md",
                "models/notes.txt",
                "models/a/p.py",
                "macros/p.py",
                "models/.hidden.sql",
                "models/.git/x.sql",
                "seeds/s.csv",
                "seeds/t.tsv",
                "seeds/s.yml",
                "seeds/no.sql",
                "tests/one.sql",
                "tests/generic/positive.sql",
                "macros/money.sql",
                "snapshots/s.sql",
                "analyses/a.sql",
                "docs/words.md",
                "elsewhere/x.sql")) {
            sandbox.file(path, "x");
        }
        assertEquals(
                List.of(
                        "MODEL YAML models/a/m.yml a/m.yml",
                        "MODEL PYTHON models/a/p.py a/p.py",
                        "MODEL SQL models/a/z.sql a/z.sql",
                        "MODEL SQL models/b.sql b.sql",
                        "SEED CSV seeds/s.csv s.csv",
                        "SEED YAML seeds/s.yml s.yml",
                        "SEED CSV seeds/t.tsv t.tsv",
                        "TEST SQL tests/generic/positive.sql generic/positive.sql",
                        "TEST SQL tests/one.sql one.sql",
                        "MACRO SQL macros/money.sql money.sql",
                        "SNAPSHOT SQL snapshots/s.sql s.sql",
                        "ANALYSIS SQL analyses/a.sql a.sql",
                        "DOC MARKDOWN docs/words.md words.md",
                        "DOC MARKDOWN models/a/about.md a/about.md"),
                found());
    }

    @Test
    void textsAreReadOnceAndDataOnlySummed() {
        sandbox.file("models/a.sql", "abc").file("seeds/s.csv", "abc");
        SourceTree.Entry model = sandbox.tree().of(Kind.MODEL, Form.SQL).getFirst();
        SourceTree.Entry seed = sandbox.tree().of(Kind.SEED, Form.CSV).getFirst();
        assertEquals("abc", model.file().text());
        assertEquals(CHECKSUM_OF_ABC, model.checksum());
        assertEquals("", seed.file().text());
        assertEquals(CHECKSUM_OF_ABC, seed.checksum());
    }

    @Test
    void messagesSeePathsFromTheWorkingFolder() {
        sandbox.file("project/assay_project.yml", Sandbox.PROJECT).file("project/models/a.sql", "x");
        sandbox.typed(Sandbox.projectDir("project"));
        SourceTree.Entry entry = sandbox.tree().entries().getFirst();
        assertEquals("models/a.sql", entry.path());
        assertEquals("project/models/a.sql", entry.file().path());
        assertEquals(folder.resolve("root/project/models/a.sql").toString(), entry.diskPath());
    }

    @Test
    void theTargetFolderIsNoPartOfTheProject() {
        sandbox.file("assay_project.yml", Sandbox.PROJECT + "model-paths: [.]\n")
                .file("target/compiled/a.sql", "x")
                .file("b.sql", "x");
        assertTrue(found().contains("MODEL SQL b.sql b.sql"));
        assertTrue(found().stream().noneMatch(it -> it.contains("compiled")), found().toString());
    }

    @Test
    void aFileInTwoFoldersIsFoundOnce() {
        sandbox.file("assay_project.yml", Sandbox.PROJECT + "model-paths: [models, models/a]\n")
                .file("models/a/x.sql", "x");
        assertEquals(List.of("MODEL SQL models/a/x.sql a/x.sql"), found());
    }

    @Test
    void aFolderOfAVariableMayLieOutside() {
        sandbox.file("../feeds/s.csv", "x")
                .set("DATA_DIR", folder.resolve("feeds").toString())
                .file("assay_project.yml", Sandbox.PROJECT + "seed-paths: [\"${env_var('DATA_DIR')}\"]\n");
        SourceTree.Entry seed = sandbox.tree().entries().getFirst();
        assertEquals("s.csv", seed.inner());
        assertEquals("../feeds/s.csv", seed.file().path());
    }

    @Test
    void aByteOrderMarkIsDropped() {
        sandbox.file("models/a.sql", "\uFEFFselect 1");
        assertEquals("select 1", sandbox.tree().entries().getFirst().file().text());
    }

    @Test
    void everyFileOfAnotherEncodingIsToldWithItsFirstWrongByte() {
        sandbox.file("models/a.sql", "select 1\n-- caf\u00E9\n".getBytes(StandardCharsets.ISO_8859_1))
                .file("models/b.sql", "\uFEFFselect 1".getBytes(StandardCharsets.UTF_16LE))
                .file("models/ok.sql", "-- a true \uFFFD is fine");
        List<Diagnostic> problems = sandbox.problems().stream()
                .sorted(java.util.Comparator.comparing(Diagnostic::headline))
                .toList();
        assertEquals(2, problems.size());
        assertEquals(Code.FILE_UNREADABLE, problems.get(0).code());
        assertEquals("`models/a.sql` is not written in UTF-8", problems.get(0).headline());
        assertEquals("byte 0xE9 at offset 15", problems.get(0).label());
        assertEquals("models/a.sql:2:7", problems.get(0).span().orElseThrow().where());
        assertEquals(List.of("it begins like a UTF-16 file"), problems.get(1).notes());
    }

    @Test
    void linksInsideAreFollowedAndNeverRoundForEver() {
        sandbox.file("shared/x.sql", "x").link("models/here", "../shared").link("models/a/up", "..");
        assertEquals(List.of("MODEL SQL models/here/x.sql here/x.sql"), found());
    }

    @Test
    void linksThatLeaveTheProjectAreRefused() {
        sandbox.file("../outside/x.sql", "x")
                .link("models/out", "../../outside")
                .link("models/y.sql", "../../outside/x.sql");
        List<Diagnostic> problems = sandbox.problems();
        assertEquals(2, problems.size());
        assertTrue(problems.stream().allMatch(it -> it.code() == Code.PATH_OUTSIDE_PROJECT));
        assertTrue(problems.stream()
                .anyMatch(it -> it.headline().equals("the link `models/out` leads out of the project")));
    }

    @Test
    void aLinkThatLeadsNowhereIsTold() {
        sandbox.link("models/gone.sql", "nowhere.sql");
        Diagnostic found = sandbox.problem(Code.FILE_UNREADABLE);
        assertEquals("`models/gone.sql` cannot be read", found.headline());
        assertEquals(List.of("it is a link that leads nowhere"), found.notes());
    }

    /** Of a pipe, a socket or a device: reading it could wait for ever. */
    @Test
    void whatIsNotARegularFileIsTold() throws IOException, InterruptedException {
        sandbox.file("models/a.sql", "x");
        Path pipe = sandbox.folder.resolve("models/pipe.sql");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        assertEquals(
                List.of("it is not a regular file"),
                sandbox.problem(Code.FILE_UNREADABLE).notes());
    }

    /** The file has a hole: it takes no room on the disk. */
    @Test
    void textThatIsTooBigIsNotRead() throws IOException {
        sandbox.file("models/big.sql", "");
        try (var file =
                new RandomAccessFile(sandbox.folder.resolve("models/big.sql").toFile(), "rw")) {
            file.setLength(6_000_000_000L);
        }
        Diagnostic found = sandbox.problem(Code.FILE_UNREADABLE);
        assertEquals(List.of("it has more than 100 MB, too much for text of a project"), found.notes());
    }

    @Test
    void aProjectWithoutFilesIsEmpty() {
        assertEquals(List.of(), found());
    }
}
