package dev.assay.parse.declarations;

import dev.assay.manifest.Hook;
import dev.assay.project.ProjectFile;
import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import dev.assay.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;

/** Makes the hooks of the project file: rendered when they run. */
public final class HookReader {

    private HookReader() {}

    public static List<Hook> of(ProjectFile project) {
        var hooks = new ArrayList<Hook>();
        add(hooks, project, Hook.Moment.RUN_START, "on-run-start", project.onRunStart());
        add(hooks, project, Hook.Moment.RUN_END, "on-run-end", project.onRunEnd());
        return hooks;
    }

    private static void add(
            List<Hook> hooks, ProjectFile project, Hook.Moment moment, String word, List<Yaml.Scalar> texts) {
        for (int position = 0; position < texts.size(); position++) {
            String name = project.name() + "-" + word + "-" + position;
            hooks.add(new Hook(
                    name,
                    moment,
                    position,
                    code(texts.get(position)),
                    texts.get(position).span()));
        }
    }

    /** White space goes before the text, so that lines and columns are those of the project file. */
    private static SourceFile code(Yaml.Scalar text) {
        Span span = text.span();
        String before = switch ((span.text() + " ").charAt(0)) {
            case '|', '>' -> "\n".repeat(span.line());
            case '"', '\'' -> "\n".repeat(span.line() - 1) + " ".repeat(span.column());
            default -> "\n".repeat(span.line() - 1) + " ".repeat(span.column() - 1);
        };
        return new SourceFile(span.file().path(), before + text.written());
    }
}
