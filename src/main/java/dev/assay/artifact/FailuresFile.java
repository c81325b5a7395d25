package dev.assay.artifact;

import dev.assay.manifest.CompiledPath;
import dev.assay.sql.Csv;
import dev.assay.sql.Rows;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** {@code target/failures/<test>.csv}: the failing rows of one test. */
public final class FailuresFile {

    private FailuresFile() {}

    /** Its name below the target folder. */
    public static String name(String test) {
        return "failures/" + CompiledPath.fileName(test) + ".csv";
    }

    public static void write(TargetFolder target, String test, Rows rows) {
        target.write(name(test), stream -> {
            Writer text = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
            Csv.write(rows, text);
            text.flush();
        });
    }
}
