package dev.assay.app;

import dev.assay.connect.Interruption;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.ResourceId;
import dev.assay.plan.Plan;
import dev.assay.plan.Reason;
import dev.assay.result.RunHeader;
import dev.assay.result.RunListener;
import dev.assay.result.RunResult;
import dev.assay.run.Runner;
import dev.assay.setup.RunSetup;
import java.util.List;
import java.util.SortedSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A run that only has to be carried out.
 *
 * @param implied what nobody chose: readers see it change with what is built
 * @param reasons why each relation of the plan is in it, against what readers see; found when asked for
 * @param orphans relations of ours that the project no longer defines, or defines as something else
 */
public record PlannedRun(
        RunHeader header,
        Plan plan,
        SortedSet<ResourceId> implied,
        List<Diagnostic> warnings,
        Function<ResourceId, Reason> reasons,
        List<Orphan> orphans,
        BiFunction<RunListener, Interruption, RunSetup> setup) {

    public RunResult execute(RunListener listener, Interruption interruption) {
        return Runner.run(setup.apply(listener, interruption));
    }
}
