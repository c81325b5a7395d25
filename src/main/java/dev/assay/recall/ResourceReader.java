package dev.assay.recall;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Analysis;
import dev.assay.manifest.ColumnSpec;
import dev.assay.manifest.Config;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Doc;
import dev.assay.manifest.Exposure;
import dev.assay.manifest.Group;
import dev.assay.manifest.Hook;
import dev.assay.manifest.Macro;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Reference;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.ResourceType;
import dev.assay.manifest.Seed;
import dev.assay.manifest.Source;
import dev.assay.quality.TestKind;
import dev.assay.sql.Draft;
import dev.assay.sql.Draft.Wanted;
import dev.assay.sql.RelationName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What {@link ResourceWriter} wrote, part by part in the same order. */
record ResourceReader(Unpacker in) {

    private static final ResourceType[] TYPES = ResourceType.values();
    private static final Wanted.Kind[] WANTED = Wanted.Kind.values();
    private static final Hook.Moment[] MOMENTS = Hook.Moment.values();
    private static final Code[] CODES = Code.values();
    private static final Diagnostic.Level[] LEVELS = Diagnostic.Level.values();

    Understood read() {
        String projectName = in.text();
        var byId = new TreeMap<ResourceId, Resource>();
        in.list(this::resource).forEach(resource -> byId.put(resource.id(), resource));
        List<Hook> hooks = in.list(this::hook);
        List<Resource> disabled = in.list(this::resource);
        List<TestKind> kinds = in.list(this::kind);
        return new Understood(
                new Manifest(projectName, byId, hooks, disabled),
                kinds.stream().collect(Collectors.toUnmodifiableMap(TestKind::name, Function.identity())),
                in.list(this::diagnostic),
                in.map(in::file),
                live());
    }

    private Map<ResourceId, String> live() {
        return in.map(in::text).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(word -> new ResourceId(word.getKey()), Map.Entry::getValue));
    }

    private Resource resource() {
        ResourceType type = in.word(TYPES);
        var id = new ResourceId(in.text());
        String name = in.text();
        Resource.Identity identity = identity();
        Resource.Description description = description();
        Config config = config();
        return switch (type) {
            case MODEL ->
                new Model(
                        id,
                        name,
                        identity,
                        description,
                        config,
                        relation(),
                        in.file(),
                        draft(),
                        in.list(this::reference));
            case SEED -> new Seed(id, name, identity, description, config, relation(), in.text(), in.text());
            case TEST ->
                new DataTest(
                        id,
                        name,
                        identity,
                        description,
                        config,
                        in.optional(this::generic),
                        in.optional(in::file),
                        draft(),
                        in.list(this::reference));
            case ANALYSIS ->
                new Analysis(id, name, identity, description, config, in.file(), draft(), in.list(this::reference));
            case SOURCE ->
                new Source(id, in.text(), name, identity, description, config, relation(), in.map(in::plain));
            case EXPOSURE ->
                new Exposure(id, name, identity, description, config, in.map(in::plain), in.list(this::reference));
            case MACRO -> new Macro(id, name, identity, description, config, in.file(), in.texts());
            case GROUP -> new Group(id, name, identity, description, config, in.map(in::plain));
            case DOC -> new Doc(id, name, identity, description, config);
        };
    }

    // The text is not kept, only whether it was settled: a rendering is short work where the text is needed at all.
    private Optional<Draft> draft() {
        return in.optional(() -> Draft.unknown(in.flag() ? Draft.State.FORGOTTEN : Draft.State.OPEN));
    }

    private Resource.Identity identity() {
        return new Resource.Identity(in.text(), in.text(), in.texts(), in.span(), in.text());
    }

    private Resource.Description description() {
        return new Resource.Description(in.text(), in.map(in::plain), in.list(this::column));
    }

    @SuppressWarnings("unchecked")
    private ColumnSpec column() {
        return new ColumnSpec(
                in.text(),
                in.span(),
                in.text(),
                in.optional(in::text),
                in.flag(),
                in.texts(),
                in.map(in::plain),
                in.list(() -> (Map<String, Object>) in.plain()));
    }

    private Config config() {
        return new Config(in.map(in::plain), in.map(in::span));
    }

    private RelationName relation() {
        return new RelationName(in.optional(in::text), in.text(), in.text());
    }

    private Reference reference() {
        return new Reference(
                new Wanted(in.word(WANTED), in.texts()),
                in.span(),
                in.optional(in::text).map(ResourceId::new));
    }

    private DataTest.Generic generic() {
        return new DataTest.Generic(
                in.text(),
                new ResourceId(in.text()),
                in.optional(in::text),
                in.map(in::plain),
                in.file(),
                in.map(in::span));
    }

    private Hook hook() {
        return new Hook(in.text(), in.word(MOMENTS), in.count(), in.file(), in.span());
    }

    private TestKind kind() {
        return new TestKind(
                in.text(),
                in.list(() -> new TestKind.Parameter(in.text(), in.optional(in::plain), in.flag())),
                in.text(),
                new TestKind.Says(in.text(), in.text()),
                in.file());
    }

    private Diagnostic diagnostic() {
        return new Diagnostic(
                in.word(CODES),
                in.word(LEVELS),
                in.text(),
                in.optional(in::span),
                in.text(),
                in.list(() -> new Diagnostic.Place(in.span(), in.text())),
                in.texts(),
                in.texts());
    }
}
