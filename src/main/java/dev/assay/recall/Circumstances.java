package dev.assay.recall;

import dev.assay.project.Invocation;
import dev.assay.project.Project;
import dev.assay.source.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All that decides, beside the files of the tree, what a project is understood as. Kept is a digest only: values of the
 * environment may be secrets.
 *
 * @param program what tells one build of assay from another
 */
public record Circumstances(String program, Invocation invocation, Project project) {

    /**
     * @param asked environment variables that templates have asked for
     * @param flags whether templates look at the options of the call
     */
    byte[] digest(List<String> asked, boolean flags) {
        var out = new Packer(UnaryOperator.identity());
        out.text(program);
        out.text(invocation.workingFolder().toString());
        out.text(project.folder().toString());
        out.text(project.file().file().path());
        out.text(project.file().file().text());
        var target = project.target();
        out.texts(List.of(target.profile(), target.name(), target.type(), target.schema(), target.folder()));
        out.optional(target.database(), out::text);
        out.number(target.threads());
        out.plain(target.fields().plain());
        out.plain(project.variables().values());
        if (flags) {
            out.plain(new java.util.TreeMap<>(invocation.options().flags()));
        }
        var values = new ArrayList<Optional<String>>();
        asked.forEach(name -> values.add(project.environment().get(name)));
        out.texts(asked);
        out.list(values, value -> out.optional(value, out::text));
        return Digest.sha256(out.bytes());
    }
}
