package dev.assay.app;

import dev.assay.artifact.TargetFolder;
import dev.assay.compile.HardCodedNames;
import dev.assay.compile.LiveWords;
import dev.assay.compile.OwnSources;
import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.examine.BuiltinTests;
import dev.assay.examine.Storage;
import dev.assay.examine.StoredNames;
import dev.assay.graph.Graph;
import dev.assay.manifest.Manifest;
import dev.assay.materialize.files.OutputFiles;
import dev.assay.parse.Naming;
import dev.assay.parse.ParseInput;
import dev.assay.parse.Parsed;
import dev.assay.parse.Parser;
import dev.assay.project.Project;
import dev.assay.project.SourceListing;
import dev.assay.project.SourceTree;
import dev.assay.project.SourceTreeReader;
import dev.assay.recall.Understood;
import dev.assay.result.RunHeader;
import dev.assay.source.SourceFile;
import dev.assay.template.Scope;
import dev.assay.template.Templates;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Warehouse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A project whose files are read and not yet understood, or known from an earlier call. */
public final class LoadedProject {

    private final Workspace workspace;
    private final Project project;
    private final SourceListing listing;
    private final ProjectInput projectInput;
    private final ParseCache parseCache;
    private final Warehouse warehouse;

    LoadedProject(
            Workspace workspace,
            Project project,
            SourceListing listing,
            ProjectInput projectInput,
            ParseCache parseCache,
            Warehouse warehouse) {
        this.workspace = workspace;
        this.project = project;
        this.listing = listing;
        this.projectInput = projectInput;
        this.parseCache = parseCache;
        this.warehouse = warehouse;
    }

    public Workspace workspace() {
        return workspace;
    }

    public Project project() {
        return project;
    }

    public Warehouse warehouse() {
        return warehouse;
    }

    public int fileCount() {
        return listing.files().size();
    }

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
        return on(new WatchedWarehouse(warehouse, watcher, workspace.clock()));
    }

    /** The same project for a command that changes nothing in the warehouse. */
    public LoadedProject forReading() {
        return on(warehouse.forReading());
    }

    private LoadedProject on(Warehouse other) {
        return new LoadedProject(workspace, project, listing, projectInput, parseCache, other);
    }

    /** Where what is made goes. */
    public TargetFolder target() {
        return new TargetFolder(project.targetFolder(), workspace.secrets()::mask);
    }

    /** Whether the manifest of just this project lies in the target folder already, as {@code parse} writes it. */
    boolean hasManifest() {
        return projectInput instanceof ProjectInput.Known && parseCache.hasManifest();
    }

    void manifestWritten() {
        parseCache.manifestWritten();
    }

    /** Understands the files: resources, references, circles refused. */
    public ParsedProject parse() {
        if (projectInput instanceof ProjectInput.Known(Understood known)) {
            return parsed(known, templates(known), scope(project.scope()));
        }
        SourceTree tree = tree();
        Understanding fresh = understand(tree, project.scope());
        parseCache.keep(tree, fresh.understood());
        return fresh.project();
    }

    /** The same with SQL that was typed. */
    public ParsedProject parse(InlineSql inline) {
        var names = new HashMap<>(project.scope().names());
        names.putAll(inline.names());
        return understand(inline.within(tree()), new Scope(names)).project();
    }

    private SourceTree tree() {
        return projectInput instanceof ProjectInput.Fresh(SourceTree read)
                ? read
                : SourceTreeReader.read(listing, workspace.invocation());
    }

    private record Understanding(Understood understood, ParsedProject project) {}

    private Understanding understand(SourceTree tree, Scope names) {
        var macros = new LinkedHashMap<String, SourceFile>();
        tree.of(SourceTree.Kind.MACRO, SourceTree.Form.SQL)
                .forEach(entry -> macros.put(namespace(entry), entry.file()));
        Templates templates = Templates.of(macroFiles(tree));
        Scope scope = scope(names);
        Parsed parsed = Parser.parse(new ParseInput(
                project.file(),
                tree,
                templates,
                scope,
                // A connection is to one database: our own relations go without its name, as in the registry.
                Naming.standard(Optional.empty(), project.target().schema()),
                project.target().database(),
                BuiltinTests.sources()));
        var problems = new Problems();
        problems.addAll(parsed.warnings());
        problems.addAll(OwnSources.problems(
                parsed.manifest(), warehouse, project.target().database()));
        var scan = HardCodedNames.scan(
                parsed.manifest(),
                warehouse,
                project.target().database(),
                project.file().gate(),
                AttachedTexts.of(parsed, templates, scope, warehouse));
        problems.addAll(scan.problems());
        problems.addAll(StoredNames.problems(parsed.manifest(), Examiners.storage(this, Storage.Keepers.TOLD)));
        problems.throwIfErrors();
        var understood = new Understood(parsed.manifest(), parsed.kinds(), problems.all(), macros, scan.live());
        return new Understanding(understood, parsed(understood, templates, scope));
    }

    private Scope scope(Scope names) {
        return names.with("dialect", warehouse.dialect().functions());
    }

    private ParsedProject parsed(Understood understood, Templates templates, Scope scope) {
        return new ParsedProject(
                this,
                templates,
                scope,
                understood.manifest(),
                graph(understood.manifest()),
                outputs(understood.manifest()),
                understood.kinds(),
                new LiveWords(understood.live()),
                Stream.of(project.file().warnings(), listing.warnings(), understood.warnings())
                        .flatMap(List::stream)
                        .toList());
    }

    static Graph graph(Manifest manifest) {
        return switch (Graph.of(manifest)) {
            case Graph.Made.Sound sound -> sound.graph();
            case Graph.Made.Circular circular -> throw new ProblemsFound(circular.circles());
        };
    }

    OutputFiles outputs(Manifest manifest) {
        return warehouse.capabilities().contains(Capability.EXTERNAL_FILES)
                ? OutputFiles.of(manifest, project.folder(), project.targetFolder(), RealPaths::followed)
                : OutputFiles.NONE;
    }

    /** The project's macros, which every template may call. */
    Templates templates() {
        return projectInput instanceof ProjectInput.Known(Understood known)
                ? templates(known)
                : Templates.of(macroFiles(tree()));
    }

    private static Templates templates(Understood known) {
        return Templates.ofKnown(known.macros().entrySet().stream()
                .map(macro -> new Templates.MacroFile(macro.getKey(), macro.getValue()))
                .toList());
    }

    private static List<Templates.MacroFile> macroFiles(SourceTree tree) {
        return tree.of(SourceTree.Kind.MACRO, SourceTree.Form.SQL).stream()
                .map(entry -> new Templates.MacroFile(namespace(entry), entry.file()))
                .toList();
    }

    private static String namespace(SourceTree.Entry macroFile) {
        String name = macroFile.path().substring(macroFile.path().lastIndexOf('/') + 1);
        return name.substring(0, name.length() - ".sql".length());
    }
}
