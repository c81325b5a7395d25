package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with a small program in the place of assay: what it keeps of one Java harms no other one. */
class LauncherTest {

    private static final String PROGRAM = """
        package dev.assay;
        class Rehearsal {
            public static void main(String[] args) {
                System.out.print(String.join(" ", args));
                if (Rehearsal.class.getProtectionDomain().getCodeSource().getLocation() == null) {
                    System.err.print("the program does not know its place");
                }
                if (!"UTF-8".equals(System.getProperty("sun.jnu.encoding"))) {
                    System.err.print(System.getProperty("sun.jnu.encoding"));
                }
            }
        }
        """;

    @TempDir
    private Path folder;

    private Path java;

    private Path home;

    private String locale = "C.UTF-8";

    @BeforeEach
    void install() throws IOException {
        home = folder;
        Path launcher = folder.resolve("assay");
        Files.copy(Path.of("assay"), launcher);
        assertTrue(launcher.toFile().setExecutable(true));
        Path source = Files.writeString(
                Files.createDirectories(folder.resolve("made/dev/assay")).resolve("Rehearsal.java"), PROGRAM);
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()));
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "dev.assay.Rehearsal");
        Path jar = Files.createDirectories(folder.resolve("target")).resolve("assay.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new ZipEntry("dev/assay/Rehearsal.class"));
            Files.copy(source.resolveSibling("Rehearsal.class"), out);
        }
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(60)));
        java = Files.createDirectories(folder.resolve("java"));
        Path real = Path.of(System.getProperty("java.home"), "bin", "java");
        Path started = Files.writeString(
                Files.createDirectories(java.resolve("bin")).resolve("java"),
                "#!/bin/sh\nexec '" + real + "' \"$@\"\n");
        assertTrue(started.toFile().setExecutable(true));
        release("1");
    }

    /** The file by which the launcher knows a Java; packages of a system bring it with the time at which they were made. */
    private void release(String build) throws IOException {
        String version = System.getProperty("java.version");
        Path release = Files.writeString(
                java.resolve("release"),
                "JAVA_VERSION=\"" + version + "\"\nJAVA_RUNTIME_VERSION=\"" + version + "+" + build + "\"\n");
        Files.setLastModifiedTime(release, FileTime.from(Instant.now().minusSeconds(3600)));
    }

    private void starts() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(home.resolve("assay").toString(), "one", "two words")
                .directory(folder.toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("ASSAY_JAVA_HOME", java.toString());
        builder.environment().remove("ASSAY_JAVA_OPTS");
        builder.environment().put("LC_ALL", locale);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        assertEquals("one two words", said);
        assertEquals("", Files.readString(folder.resolve("err")));
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("target/start"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private String archive() throws IOException {
        assertEquals(1, archives().size(), archives()::toString);
        return archives().getFirst().getFileName().toString();
    }

    @Test
    void anotherBuildOfTheSameJavaGetsAnArchiveOfItsOwn() throws IOException, InterruptedException {
        starts();
        String first = archive();
        assertTrue(first.endsWith("+1.archive"), first);
        starts();
        assertEquals(first, archive());
        release("2");
        starts();
        assertTrue(archive().endsWith("+2.archive"), archive());
    }

    @Test
    void anArchiveOfAnotherJavaIsPassedOver() throws IOException, InterruptedException {
        starts();
        Files.write(archives().getFirst(), new byte[100_000]);
        starts();
    }

    /** Java does not find classes of an archive that was made at another place, and does not say so. */
    @Test
    void aCheckoutThatWasMovedMakesAnArchiveOfItsOwn() throws IOException, InterruptedException {
        starts();
        String first = archives().getFirst().toString();
        Path moved = folder.resolve("moved");
        Files.createDirectories(moved);
        Files.move(folder.resolve("assay"), moved.resolve("assay"));
        Files.move(folder.resolve("target"), moved.resolve("target"));
        home = moved;
        starts();
        assertEquals(1, archives().size(), archives()::toString);
        assertNotEquals(first, archives().getFirst().toString());
    }

    @Test
    void aLocaleThatIsNotInstalledIsNotBelieved() throws IOException, InterruptedException {
        locale = "xx_XX.UTF-8";
        starts();
    }
}
