package dev.assay.app;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.plan.Plan;
import dev.assay.result.RunHeader;
import dev.assay.result.RunListener;
import dev.assay.result.RunResult;
import dev.assay.run.Interruption;
import dev.assay.run.RunSetup;
import dev.assay.run.Runner;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A run that only has to be carried out.
 *
 * @param orphans relations of ours that the project no longer defines, or defines as something else
 */
public record PlannedRun(
        RunHeader header,
        Plan plan,
        List<Diagnostic> warnings,
        List<Orphan> orphans,
        BiFunction<RunListener, Interruption, RunSetup> setup) {

    public RunResult execute(RunListener listener, Interruption interruption) {
        return Runner.run(setup.apply(listener, interruption));
    }
}
