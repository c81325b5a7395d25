package dev.assay.cli;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.result.RunResult;
import java.util.List;

/** What a process says when it ends. */
final class ExitCode {

    static final int GOOD = 0;
    static final int FINDING = 1;
    static final int USAGE = 2;
    static final int BUG = 70;
    static final int INTERRUPTED = 130;

    private ExitCode() {}

    static int of(RunResult result) {
        if (result.interrupted()) {
            return INTERRUPTED;
        }
        return result.isGood() ? GOOD : FINDING;
    }

    /** The first error decides: later ones may be its followers. */
    static int of(List<Diagnostic> problems) {
        return problems.stream()
                .filter(Diagnostic::isError)
                .findFirst()
                .map(problem -> problem.code().exit().number())
                .orElse(FINDING);
    }
}
