package dev.assay.report;

import dev.assay.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The problems of a stage, in the order of files and lines, and their number last where there is more than one. */
record ProblemsDrawing(List<Diagnostic> problems) {

    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing((Diagnostic problem) ->
                    problem.span().map(span -> span.file().path()).orElse(""))
            .thenComparing(problem -> problem.span().map(span -> span.start()).orElse(0));

    String draw(DiagnosticDrawing drawing) {
        var parts = new ArrayList<String>();
        problems.stream().sorted(BY_PLACE).distinct().forEach(problem -> parts.add(drawing.draw(problem)));
        long errors = problems.stream().distinct().filter(Diagnostic::isError).count();
        long others = parts.size() - errors;
        if (parts.size() > 1 && errors > 0) {
            String code = problems.stream()
                    .filter(Diagnostic::isError)
                    .findFirst()
                    .orElseThrow()
                    .code()
                    .word();
            parts.add(drawing.palette().error(LineLayout.verb("Failed")) + " " + new Counted(errors, "error")
                    + (others > 0 ? ", " + new Counted(others, "warning") : "")
                    + "; what a code means: assay explain " + code + "\n");
        }
        return String.join("\n", parts);
    }
}
