package dev.assay.artifact;

import dev.assay.manifest.CompiledPath;
import dev.assay.manifest.Resource;

/** The SQL of a node as it was made for the warehouse: {@code compiled/} is what the user wrote, {@code run/} what was sent. */
public record CompiledFiles(TargetFolder target) {

    public void compiled(Resource node, String sql) {
        write("compiled/", node, sql);
    }

    public void run(Resource node, String sql) {
        write("run/", node, sql);
    }

    private void write(String folder, Resource node, String sql) {
        target.writeIfChanged(folder + CompiledPath.of(node), sql.endsWith("\n") ? sql : sql + "\n");
    }
}
