package dev.assay.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class RefusedTest {

    @Test
    void thePathAndTheNameOfAnExceptionAreNoReason() {
        assertEquals("permission denied", Refused.words(new AccessDeniedException("/a")));
        assertEquals("there is no such file or folder", Refused.words(new NoSuchFileException("/a")));
        assertEquals(
                "No space left on device",
                Refused.words(new FileSystemException("/a", null, "No space left on device")));
        assertEquals("no, and not why", Refused.words(new FileSystemException("/a")));
        assertEquals("no, and not why", Refused.words(new IOException()));
        assertEquals("broken pipe", Refused.words(new UncheckedIOException(new IOException("broken pipe"))));
    }
}
