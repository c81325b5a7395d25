package dev.assay.app;

import dev.assay.diagnostic.AssayBug;
import dev.assay.manifest.Analysis;
import dev.assay.manifest.Manifest;
import dev.assay.project.SourceTree;
import dev.assay.source.SourceFile;
import java.util.ArrayList;
import java.util.Map;

/**
 * SQL that was typed on the command line. For one call it is an analysis of the project, so that it may say all that a file
 * may say, and its problems point into what was typed.
 *
 * @param option how it was typed: {@code --inline}
 * @param names what it sees beyond the project's names
 */
public record InlineSql(String option, String sql, Map<String, Object> names) {

    public static InlineSql of(String option, String sql) {
        return new InlineSql(option, sql, Map.of());
    }

    /** The name of the analysis: an option's, as no file is called. */
    String name() {
        return option;
    }

    /** Itself, once the project is understood. */
    Analysis in(Manifest manifest) {
        return manifest.all(Analysis.class)
                .filter(analysis -> analysis.code().path().equals(option))
                .findFirst()
                .orElseThrow(() -> new AssayBug("what was typed by " + option + " is lost"));
    }

    SourceTree within(SourceTree tree) {
        var entries = new ArrayList<>(tree.entries());
        String path = name() + ".sql";
        entries.add(new SourceTree.Entry(
                SourceTree.Kind.ANALYSIS,
                SourceTree.Form.SQL,
                path,
                path,
                "",
                new SourceFile(option, sql),
                Integer.toHexString(sql.hashCode())));
        return new SourceTree(entries);
    }
}
