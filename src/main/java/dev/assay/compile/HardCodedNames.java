package dev.assay.compile;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Node;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.source.Span;
import dev.assay.sql.Draft;
import dev.assay.sql.SqlText;
import dev.assay.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what the project publishes where a template has its name written by hand. Such a relation is read as it is
 * published, while tests need the candidate, and its reader does not wait for it. A hook that changes it changes what
 * readers see.
 *
 * <p>Reads what the templates gave while the project was read. {@link LateNames} reads what they give later.
 */
public final class HardCodedNames {

    private final Manifest manifest;
    private final ProjectNames names;
    private final String projectGate;
    private final Set<ResourceId> readLive = new HashSet<>();

    private HardCodedNames(Manifest manifest, ProjectNames names, String projectGate) {
        this.manifest = manifest;
        this.names = names;
        this.projectGate = projectGate;
        manifest.all(Node.class).filter(HardCodedNames::isLive).forEach(this::findReadLive);
    }

    /**
     * What the texts of a project contain.
     *
     * @param live what in the text of a model may give readers other rows although assay publishes nothing
     */
    public record Scan(List<Diagnostic> problems, Map<ResourceId, String> live) {}

    /**
     * @param manifest with drafts that have their text
     * @param database that the connection is to
     * @param projectGate of nodes that have none of their own: with {@code strict}, names of others are found, too
     * @param attached what hooks and generic tests of the same manifest gave
     */
    public static Scan scan(
            Manifest manifest,
            Warehouse warehouse,
            Optional<String> database,
            String projectGate,
            Stream<AttachedSql> attached) {
        var found = of(manifest, warehouse, database, projectGate);
        List<AttachedSql> all = attached.toList();
        var changes = HookChanges.of(found.names, all);
        var live = new TreeMap<ResourceId, String>();
        // One template of a generic test serves many tests.
        List<Diagnostic> problems = Stream.concat(
                        manifest.all(Node.class).flatMap(node -> found.problems(node, live)),
                        all.stream().flatMap(each -> found.problems(each, changes)))
                .distinct()
                .toList();
        return new Scan(problems, live);
    }

    /** What in a model's text may give readers other rows although assay publishes nothing. */
    public static Optional<String> liveWord(
            Manifest manifest, Warehouse warehouse, Optional<String> database, Draft draft) {
        var names = new ProjectNames(manifest, warehouse, database);
        var tokens = TokenReader.of(draft, names.lexicalRules());
        return new ForeignReads(names).liveWord(tokens, RelationNames.in(tokens));
    }

    static HardCodedNames of(Manifest manifest, Warehouse warehouse, Optional<String> database, String projectGate) {
        return new HardCodedNames(manifest, new ProjectNames(manifest, warehouse, database), projectGate);
    }

    /** What hooks change after its tests with permission. */
    public static Set<ResourceId> changedByHooks(
            Manifest manifest, Warehouse warehouse, Optional<String> database, Stream<AttachedSql> hooks) {
        List<AttachedSql> all = hooks.toList();
        var changes = HookChanges.of(new ProjectNames(manifest, warehouse, database), all);
        return all.stream().flatMap(changes::accepted).map(Relational::id).collect(Collectors.toSet());
    }

    /** What a text of statements changes of the project. */
    public static Set<ResourceId> changedBy(
            Manifest manifest, Warehouse warehouse, Optional<String> database, SqlText statements) {
        return HookChanges.changed(new ProjectNames(manifest, warehouse, database), statements)
                .map(Relational::id)
                .collect(Collectors.toSet());
    }

    Optional<Relational> published(WrittenName name) {
        return names.published(name);
    }

    /** What refuses a node, of names that its text contains. */
    Stream<Diagnostic> errors(Node node, Draft draft, Stream<WrittenName> written) {
        return written.flatMap(name -> problem(node, name, place(draft.sql(), name, node.place())).stream())
                .filter(problem -> problem.level() == Diagnostic.Level.ERROR);
    }

    /** What refuses a view that has a name in a literal. */
    Optional<Diagnostic> nameInLiteral(Node node, Draft draft) {
        return nameInLiteral(node, draft, TokenReader.of(draft, names.lexicalRules()));
    }

    private Optional<Diagnostic> nameInLiteral(Node node, Draft draft, TokenReader tokens) {
        return node instanceof Model && (isLive(node) || readLive.contains(node.id()))
                ? new NamesInLiterals(names).problem(node, draft, tokens)
                : Optional.empty();
    }

    List<WrittenName> written(Draft draft) {
        return WrittenNames.in(TokenReader.of(draft, names.lexicalRules()), names);
    }

    Optional<String> liveWord(SqlText text) {
        var tokens = TokenReader.of(text, names.lexicalRules());
        return new ForeignReads(names).liveWord(tokens, RelationNames.in(tokens));
    }

    /** What refuses a live view where the gate is strict. */
    Optional<Diagnostic> refusedLive(Model model, String word) {
        return model.isView() && isStrict(model)
                ? Optional.of(LiveViews.problem(model, LiveViews.why(word)))
                : Optional.empty();
    }

    private boolean isStrict(Node node) {
        return node.config().gate().orElse(projectGate).equals("strict");
    }

    private Stream<Diagnostic> problems(Node node, Map<ResourceId, String> live) {
        if (!(node instanceof Model || node instanceof DataTest)) {
            return Stream.of();
        }
        var found = new ArrayList<Diagnostic>();
        AcceptedNames.withoutReason(node).ifPresent(found::add);
        for (Draft draft : node.draft().stream().toList()) {
            TokenReader tokens = TokenReader.of(draft, names.lexicalRules());
            RelationNames.Found read = RelationNames.in(tokens);
            for (WrittenName name : WrittenNames.in(tokens, read, names)) {
                problem(node, name, place(draft.sql(), name, node.place())).ifPresent(found::add);
            }
            nameInLiteral(node, draft, tokens).ifPresent(found::add);
            if (node instanceof Model) {
                new ForeignReads(names).liveWord(tokens, read).ifPresent(word -> live.put(node.id(), word));
            }
        }
        return found.stream();
    }

    private Stream<Diagnostic> problems(AttachedSql attached, HookChanges changes) {
        var draft = new Draft(attached.sql(), List.of(), Draft.State.OPEN, false);
        Function<WrittenName, Span> place = name -> place(draft.sql(), name, attached.place());
        return switch (attached.kind()) {
            case GENERIC_TEST -> {
                Node test = attached.node().orElseThrow();
                yield written(draft).stream()
                        .flatMap(name -> problemInGenericTest(test, name, place.apply(name)).stream());
            }
            case HOOK_BEFORE_TESTS, HOOK_AFTER_TESTS -> changes.problems(attached, place);
        };
    }

    /** What the test was given is referred to; beside the schema of that, a name may be written by hand. */
    private Optional<Diagnostic> problemInGenericTest(Node test, WrittenName name, Span place) {
        if (!names.isReferred(name)) {
            return problem(test, name, place);
        }
        return names.referred(name)
                .filter(read -> !test.needs().contains(read.id()))
                .filter(read -> !AcceptedNames.holds(test, name, read))
                .map(read -> problem(test, whole(name, read), place, read));
    }

    private static WrittenName whole(WrittenName name, Relational read) {
        return new WrittenName(
                name.start(),
                name.end(),
                List.of(read.relation().schema(), read.relation().name()));
    }

    private Optional<Diagnostic> problem(Node node, WrittenName name, Span place) {
        Optional<Relational> own = names.published(name);
        if (own.isPresent()) {
            return AcceptedNames.holds(node, name, own.get())
                    ? Optional.empty()
                    : Optional.of(problem(node, name, place, own.get()));
        }
        return isStrict(node) && !name.isBare() && !names.isOfCatalogue(name) && !AcceptedNames.holds(node, name)
                ? Optional.of(HardCodedNameProblems.ofOthers(node, name, place, names.source(name)))
                : Optional.empty();
    }

    /**
     * The text may end in another piece of the template than it begins in.
     *
     * @param whole where no character has a place, or the place is not where the name was written
     */
    private static Span place(SqlText sql, WrittenName name, Span whole) {
        Optional<Span> first = sql.origin().at(name.start());
        Optional<Span> last = sql.origin().at(name.end() - 1);
        if (first.isEmpty() || last.isEmpty()) {
            return first.orElse(whole);
        }
        Span start = first.get();
        boolean isOnePiece =
                start.file().equals(last.get().file()) && last.get().end() >= start.end();
        return isOnePiece ? new Span(start.file(), start.start(), last.get().end()) : start;
    }

    private Diagnostic problem(Node node, WrittenName name, Span place, Relational read) {
        boolean isError = isLive(node) || readLive.contains(node.id());
        return HardCodedNameProblems.ofOwn(
                isError ? Diagnostic.Level.ERROR : Diagnostic.Level.WARNING, node, name, place, read);
    }

    /** Whether it has no rows of its own: its readers see what it reads, as it is when they look. */
    private static boolean isLive(Node node) {
        return switch (node) {
            case DataTest test -> true;
            case Model model -> !model.isInlined() && !model.form().storesRows();
            default -> false;
        };
    }

    /** The ephemerals whose text becomes a part of a live node. */
    private void findReadLive(Node reader) {
        for (ResourceId id : reader.needs()) {
            if (manifest.isInlined(id) && readLive.add(id)) {
                findReadLive(manifest.relational(id));
            }
        }
    }
}
