package dev.assay.diagnostic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why the system refused a file, in words for people. The system's exceptions carry a path, and no reason, in theirs. */
public final class Refused {

    private static final String UNTOLD = "no, and not why";

    private Refused() {}

    public static String words(IOException refused) {
        return switch (refused) {
            case AccessDeniedException denied -> "permission denied";
            case FileAlreadyExistsException exists -> "something of that name is there already";
            case NoSuchFileException absent -> "there is no such file or folder";
            case NotDirectoryException file -> "it is no folder";
            case DirectoryNotEmptyException full -> "the folder is not empty";
            case FileSystemException system -> reason(String.valueOf(refused.getMessage()));
            default -> refused.getMessage() == null ? UNTOLD : refused.getMessage();
        };
    }

    /** The message is the file, and after it what the system said, if it said anything. */
    private static String reason(String message) {
        int colon = message.lastIndexOf(": ");
        return colon < 0 ? UNTOLD : message.substring(colon + 2);
    }

    public static String words(UncheckedIOException refused) {
        return words(refused.getCause());
    }
}
