package dev.assay.app;

import dev.assay.artifact.TargetFolder;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.examine.BuiltinTests;
import dev.assay.graph.Graph;
import dev.assay.parse.Naming;
import dev.assay.parse.ParseInput;
import dev.assay.parse.Parsed;
import dev.assay.parse.Parser;
import dev.assay.project.Project;
import dev.assay.project.SourceTree;
import dev.assay.result.RunHeader;
import dev.assay.template.Scope;
import dev.assay.template.Templates;
import dev.assay.warehouse.Warehouse;
import java.util.HashMap;

/** A project whose files are read and not yet understood. */
public record LoadedProject(Workspace workspace, Project project, SourceTree tree, Warehouse warehouse) {

    /** What is known of a call before anything is done. */
    public RunHeader header(String command) {
        var invocation = workspace.invocation();
        return new RunHeader(
                invocation.id(),
                command,
                project.file().name(),
                project.target().name(),
                warehouse.type() + ", " + warehouse.address(),
                project.target().schema(),
                project.target().threads(),
                invocation.startedAt());
    }

    /** The same project on a warehouse whose statements somebody wants to see. */
    public LoadedProject watched(WatchedWarehouse.Watcher watcher) {
        return new LoadedProject(workspace, project, tree, new WatchedWarehouse(warehouse, watcher, workspace.clock()));
    }

    /** Where what is made goes. */
    public TargetFolder target() {
        return new TargetFolder(project.targetFolder());
    }

    /** Understands the files: resources, references, circles refused. */
    public ParsedProject parse() {
        return parse(tree, project.scope());
    }

    /** The same with SQL that was typed. */
    public ParsedProject parse(Inline inline) {
        var names = new HashMap<>(project.scope().names());
        names.putAll(inline.names());
        return parse(inline.within(tree), new Scope(names));
    }

    private ParsedProject parse(SourceTree tree, Scope names) {
        Templates templates = templates();
        Scope scope = names.with("dialect", warehouse.dialect().functions());
        Parsed parsed = Parser.parse(new ParseInput(
                project.file(),
                tree,
                templates,
                scope,
                Naming.standard(project.target().database(), project.target().schema()),
                project.target().database(),
                BuiltinTests.sources()));
        Graph graph = switch (Graph.of(parsed.manifest())) {
            case Graph.Made.Sound sound -> sound.graph();
            case Graph.Made.Circular circular -> throw new ProblemsFound(circular.circles());
        };
        return new ParsedProject(this, templates, scope, parsed.manifest(), graph, parsed.kinds(), parsed.warnings());
    }

    /** The project's macros, which every template may call. */
    Templates templates() {
        return Templates.of(tree.of(SourceTree.Kind.MACRO, SourceTree.Form.SQL).stream()
                .map(entry -> new Templates.MacroFile(namespace(entry), entry.file()))
                .toList());
    }

    private static String namespace(SourceTree.Entry macroFile) {
        String name = macroFile.path().substring(macroFile.path().lastIndexOf('/') + 1);
        return name.substring(0, name.length() - ".sql".length());
    }
}
