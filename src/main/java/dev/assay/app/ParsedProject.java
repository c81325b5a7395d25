package dev.assay.app;

import dev.assay.artifact.ManifestFile;
import dev.assay.artifact.NamesFile;
import dev.assay.artifact.RunFacts;
import dev.assay.compile.CompileContext;
import dev.assay.compile.Compiler;
import dev.assay.compile.ExternalFiles;
import dev.assay.compile.HardCodedNames;
import dev.assay.compile.LateNames;
import dev.assay.compile.LiveWords;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.graph.Graph;
import dev.assay.manifest.CompiledPath;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.materialize.files.OutputFiles;
import dev.assay.project.EnvironmentNames;
import dev.assay.project.RootFile;
import dev.assay.quality.TestKind;
import dev.assay.select.Selection;
import dev.assay.select.SelectionRequest;
import dev.assay.select.Selector;
import dev.assay.select.Selectors;
import dev.assay.setup.Refusals;
import dev.assay.sql.Draft;
import dev.assay.sql.RelationName;
import dev.assay.template.Scope;
import dev.assay.template.Templates;
import dev.assay.warehouse.Dialect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A project that is understood: its resources, and who needs whom.
 *
 * @param outputs what models are written to, where the warehouse writes files at all
 * @param live what makes rows change although assay publishes nothing; builds add to it
 */
public record ParsedProject(
        LoadedProject loaded,
        Templates templates,
        Scope scope,
        Manifest manifest,
        Graph graph,
        OutputFiles outputs,
        Map<String, TestKind> kinds,
        LiveWords live,
        List<Diagnostic> warnings) {

    static final String SELECTORS = "selectors.yml";

    /** The same project, in which these nodes are what they were when their candidates were built. */
    ParsedProject with(Map<ResourceId, Relational> kept) {
        if (kept.isEmpty()) {
            return this;
        }
        var resources = new TreeMap<>(manifest.resources());
        resources.putAll(kept);
        var then = new Manifest(manifest.projectName(), resources, manifest.hooks(), manifest.disabled());
        return new ParsedProject(
                loaded,
                templates,
                scope,
                then,
                LoadedProject.graph(then),
                loaded.outputs(then),
                kinds,
                live.with(liveWords(kept)),
                warnings);
    }

    /** Kept texts were not looked through while the project was read. */
    private Map<ResourceId, Optional<String>> liveWords(Map<ResourceId, Relational> kept) {
        var words = new TreeMap<ResourceId, Optional<String>>();
        kept.values()
                .forEach(node -> node.draft()
                        .filter(draft -> draft.state() == Draft.State.SETTLED)
                        .ifPresent(draft -> words.put(
                                node.id(),
                                HardCodedNames.liveWord(
                                        manifest,
                                        loaded.warehouse(),
                                        loaded.project().target().database(),
                                        draft))));
        return words;
    }

    public Selection select(SelectionRequest request) {
        return Selector.select(request, manifest, graph, selectors());
    }

    /** The named selections of {@code selectors.yml}, which lies beside the project file. */
    public Selectors selectors() {
        return RootFile.read(loaded.project(), loaded.workspace().invocation(), SELECTORS)
                .map(Selectors::read)
                .orElse(Selectors.NONE);
    }

    public Compiler compiler(CompileContext context) {
        outputs.throwIfErrors();
        return new Compiler(manifest, templates, scope, dialect(), context);
    }

    /** The warehouse's own, in which sources that are files are written as the reading of them. */
    private Dialect dialect() {
        return ExternalFiles.over(manifest, loaded.warehouse(), loaded.project().folder());
    }

    /** A compiler that may ask the warehouse what templates ask it. */
    Compiler compiler() {
        return compiler(context()
                .knowing(relation ->
                        WarehouseState.look(this, new TreeSet<>()).existing().contains(relation)));
    }

    /** What templates are given, and whom they ask. */
    CompileContext context() {
        return CompileContext.of(
                        new TemplateQuery(loaded.warehouse(), loaded.workspace().lease()))
                .checking(LateNames.of(
                        manifest,
                        loaded.warehouse(),
                        loaded.project().target().database(),
                        loaded.project().file().gate(),
                        live))
                .given(loaded.project().variables().values(), loaded.project().environment()::get);
    }

    /** Every resource by the name that readers know. */
    RelationName published(ResourceId id) {
        return manifest.relation(id);
    }

    Refusals refusals() {
        return new Refusals(manifest, loaded.warehouse().label(), this::compiledPath);
    }

    /** Whether nothing that becomes a relation is missing there. */
    boolean hasAll(Set<ResourceId> chosen) {
        return manifest.all(Relational.class).allMatch(each -> chosen.contains(each.id()));
    }

    /** The schemas in which the project's relations live. */
    public SortedSet<String> schemas() {
        var schemas = new TreeSet<String>();
        schemas.add(loaded.project().target().schema());
        manifest.all(Relational.class).map(node -> node.relation().schema()).forEach(schemas::add);
        return schemas;
    }

    public String qualitySchema() {
        return EnvironmentNames.qualitySchema(
                loaded.project().target().schema(),
                loaded.project().file().quality().schema(),
                Optional.ofNullable(loaded.project().environment().values().get("OBSERVABILITY_SCHEMA_PREFIX")));
    }

    /** Leaves the manifest for other tools, unless it is there. */
    public void writeManifest(String version, Map<String, Object> given) {
        if (loaded.hasManifest()) {
            return;
        }
        ManifestFile.write(loaded.target(), manifest, facts(version, given, List.of(), Map.of()));
        writeNames();
        loaded.manifestWritten();
    }

    /** Leaves the names of all that can be selected, for completion in a shell. */
    void writeNames() {
        NamesFile.write(loaded.target(), manifest, Operation.names(templates), selectorNames());
    }

    // Who neither uses nor checks selectors is not stopped by what is wrong with them.
    private List<String> selectorNames() {
        try {
            return selectors().names();
        } catch (ProblemsFound broken) {
            return List.of();
        }
    }

    /** What artifacts say beyond resources and results. */
    RunFacts facts(
            String version, Map<String, Object> given, List<ResourceId> selection, Map<ResourceId, String> compiled) {
        var invocation = loaded.workspace().invocation();
        return new RunFacts(
                version,
                invocation.id(),
                invocation.startedAt(),
                loaded.workspace().clock().instant(),
                loaded.warehouse().type(),
                loaded.project().target().schema(),
                given,
                selection,
                compiled,
                loaded.warehouse().dialect()::print);
    }

    /** The folder of compiled SQL, as messages print it. */
    public String compiledFolder() {
        return loaded.workspace()
                .invocation()
                .printed(loaded.project().targetFolder().resolve("compiled"));
    }

    /** Where a resource's compiled SQL is written, as messages print it. */
    public String compiledPath(Resource resource) {
        Path path = loaded.project()
                .targetFolder()
                .resolve("compiled")
                .resolve(CompiledPath.of(resource).value());
        return loaded.workspace().invocation().printed(path);
    }
}
