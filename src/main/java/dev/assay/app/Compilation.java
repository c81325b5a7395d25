package dev.assay.app;

import dev.assay.artifact.CompiledFiles;
import dev.assay.artifact.ManifestFile;
import dev.assay.artifact.OutdatedFiles;
import dev.assay.compile.Compiler;
import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.examine.Examiner;
import dev.assay.examine.Storage;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Node;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.select.Selection;
import dev.assay.warehouse.Existing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Nodes as SQL over the names that readers see. Nothing of it is run; a template may ask the warehouse while it is rendered. */
public final class Compilation {

    private final ParsedProject project;
    private final Compiler compiler;
    private final Problems problems = new Problems();
    private final Map<ResourceId, String> compiled = new TreeMap<>();

    private Compilation(ParsedProject project) {
        this.project = project;
        this.compiler = project.compiler();
    }

    /** The SQL of what was typed. */
    public static String inline(ParsedProject project, InlineSql inline) {
        return project.compiler()
                .compile(inline.in(project.manifest()), project::published)
                .text();
    }

    /**
     * Writes the SQL of all that is selected below {@code target/compiled}, and a manifest that holds it.
     *
     * @param given the options, as the manifest tells them
     * @return what was compiled, by id
     * @throws ProblemsFound with the problems of all nodes that could not be
     */
    public static Map<ResourceId, String> write(
            ParsedProject project, Selection selection, String version, Map<String, Object> given) {
        var target = project.loaded().target();
        target.requireWritable();
        var compilation = new Compilation(project);
        compilation.compile(selection);
        var files = new CompiledFiles(target);
        compilation.compiled.forEach(
                (id, sql) -> files.compiled(project.manifest().get(id), sql));
        if (project.hasAll(selection.ids())) {
            new OutdatedFiles(target).ofGone(project.manifest().resources().values());
        }
        ManifestFile.write(
                target,
                project.manifest(),
                project.facts(version, given, List.copyOf(selection.ids()), compilation.compiled));
        project.writeNames();
        compilation.problems.throwIfErrors();
        return compilation.compiled;
    }

    private void compile(Selection selection) {
        var generic = new ArrayList<DataTest>();
        for (ResourceId id : selection.ids()) {
            Resource resource = project.manifest().get(id);
            if (resource instanceof DataTest test && test.isGeneric()) {
                generic.add(test);
            } else if (resource instanceof Node node && node.draft().isPresent()) {
                compile(node);
            }
        }
        Examiner examiner = new Examiners(
                        project, compiler, Storage.Keepers.TOLD, Existing.of(Map.of(), Set.of()), id -> false)
                .apply(project::published);
        Examiner.Ready ready = examiner.ready(generic, Optional.empty());
        ready.trials()
                .forEach(
                        trial -> compiled.put(trial.test().id(), trial.failing().text()));
        ready.settled().forEach(result -> result.problem().ifPresent(problems::add));
    }

    private void compile(Node node) {
        try {
            compiled.put(node.id(), compiler.compile(node, project::published).text());
        } catch (ProblemsFound found) {
            problems.addAll(found.problems());
        }
    }
}
