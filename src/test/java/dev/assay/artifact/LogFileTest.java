package dev.assay.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    private Path folder;

    private Path log() {
        return folder.resolve("target/assay.log");
    }

    private void say(String words) throws IOException {
        try (var file = new LogFile(line -> "12:00 " + line);
                var out = new PrintStream(file, false, StandardCharsets.UTF_8)) {
            out.print(words);
            file.open(new TargetFolder(folder.resolve("target"), text -> text));
            out.print("then\n");
        }
    }

    @Test
    void whatWasSaidBeforeTheFolderWasKnownComesFirst() throws IOException {
        say("first\n\nsecond ");
        assertEquals("12:00 first\n12:00 second then\n", Files.readString(log()));
    }

    @Test
    void callsFollowEachOther() throws IOException {
        say("one\n");
        say("two\n");
        assertEquals("12:00 one\n12:00 then\n12:00 two\n12:00 then\n", Files.readString(log()));
    }

    @Test
    void aLogThatHasGrownTooBigBecomesTheEarlierOne() throws IOException {
        Files.createDirectories(log().getParent());
        Files.writeString(log(), "x".repeat((10 << 20) + 1));
        say("new\n");
        assertEquals("12:00 new\n12:00 then\n", Files.readString(log()));
        assertTrue(Files.size(log().resolveSibling("assay.log.1")) > 10 << 20);
    }

    @Test
    void aFolderThatCannotBeWrittenKeepsNobodyFromWorking() throws IOException {
        Files.writeString(folder.resolve("target"), "a file");
        say("lost\n");
        assertFalse(Files.isDirectory(folder.resolve("target")));
    }
}
