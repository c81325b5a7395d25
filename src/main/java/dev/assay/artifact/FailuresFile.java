package dev.assay.artifact;

import dev.assay.manifest.CompiledPath;
import dev.assay.sql.Csv;
import dev.assay.sql.Rows;

/** {@code target/failures/<test>.csv}: the failing rows of one test. */
public final class FailuresFile {

    private FailuresFile() {}

    /** Its name below the target folder. */
    public static String name(String test) {
        return "failures/" + CompiledPath.fileName(test) + ".csv";
    }

    public static void write(TargetFolder target, String test, Rows rows) {
        target.writeText(name(test), Csv.text(rows));
    }
}
