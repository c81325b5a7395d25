package dev.assay.cli;

import dev.assay.app.Orphan;
import dev.assay.app.ParsedProject;
import dev.assay.app.PlannedRun;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Resource;
import dev.assay.plan.PlannedNode;
import dev.assay.plan.Reason;
import dev.assay.report.PlanReport;
import dev.assay.report.PlanReport.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Shows a plan as data: {@code assay plan}, and {@code --dry-run} of all that build. */
record PlanShowing(ProcessContext world, SelectionOptions selection, OutputOptions output) {

    /** With how many tests each node has. */
    int show(ParsedProject project, PlannedRun planned) {
        PlanReport report = report(project.manifest(), planned);
        world.out().print(output.isJson() ? report.json() : report.text());
        return output.exit(ExitCode.GOOD);
    }

    /** With each test by name. */
    int showTests(ParsedProject project, PlannedRun planned) {
        PlanReport report = report(project.manifest(), planned);
        world.out().print(output.isJson() ? report.json() : report.textWithTests());
        return output.exit(ExitCode.GOOD);
    }

    private PlanReport report(Manifest manifest, PlannedRun planned) {
        if (!planned.warnings().isEmpty()) {
            output.voice(world).report().problems(planned.warnings());
        }
        selection.requireSome(!planned.plan().isEmpty(), List.of());
        var lines = new ArrayList<PlanReport.Line>();
        planned.plan().relations().forEach(node -> lines.add(line(node, planned, manifest)));
        planned.orphans().stream().filter(Orphan::mayGo).forEach(orphan -> lines.add(line(orphan)));
        Stream<PlannedNode> all = Stream.concat(planned.plan().nodes().stream(), planned.plan().after().stream());
        List<String> standing = all.filter(node -> !node.makesRelation())
                .map(node -> manifest.get(node.id()).name())
                .toList();
        return new PlanReport(lines, standing);
    }

    private static PlanReport.Line line(PlannedNode node, PlannedRun planned, Manifest manifest) {
        Resource resource = manifest.get(node.id());
        String kind = resource instanceof Model model
                ? model.materialized()
                : resource.id().type().word();
        List<String> tests =
                node.tests().stream().map(test -> manifest.get(test).name()).toList();
        boolean kept = node.action().isKept();
        Reason reason = planned.reasons().apply(node.id());
        return new PlanReport.Line(
                kept ? Sign.REUSE : Sign.valueOf(reason.change().name()),
                node.id().value(),
                kind,
                resource.name(),
                kept ? node.reason() : words(node, reason, planned),
                tests);
    }

    private static String words(PlannedNode node, Reason reason, PlannedRun planned) {
        boolean onlyAlong = planned.implied().contains(node.id()) && reason.change() == Reason.Change.UNCHANGED;
        return onlyAlong ? "readers see it change with what is built" : reason.words();
    }

    private static PlanReport.Line line(Orphan orphan) {
        return new PlanReport.Line(
                Sign.ORPHAN,
                orphan.entry().node().value(),
                orphan.kind().word(),
                orphan.entry().relation().name(),
                orphan.why(),
                List.of());
    }
}
