package dev.assay.compile;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Node;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.Source;
import dev.assay.source.Span;
import dev.assay.sql.Draft;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Dialect;
import dev.assay.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what the project publishes where a template has its name written by hand. Such a relation is read as it is
 * published, while tests need the candidate, and its reader does not wait for it.
 *
 * <p>Reads what the templates gave while the project was read: what a template adds later is not seen, such as the part that
 * only an incremental build has.
 */
public final class HardCodedNames {

    /** The setting that accepts names, each with a reason. */
    private static final String ALLOWED = "allow_names";

    private static final Set<String> KEEPS_ROWS = Set.of("table", "incremental", "external");

    /** Nobody declares the engine's own catalogue as a source. */
    private static final Set<String> CATALOGUES = Set.of("information_schema", "pg_catalog");

    private final Manifest manifest;
    private final Warehouse warehouse;
    private final Optional<String> database;
    private final String projectGate;
    private final Map<List<String>, Relational> published = new HashMap<>();
    private final Map<List<String>, Source> sources = new HashMap<>();
    private final Set<ResourceId> readLive = new HashSet<>();

    private HardCodedNames(Manifest manifest, Warehouse warehouse, Optional<String> database, String projectGate) {
        this.manifest = manifest;
        this.warehouse = warehouse;
        this.database = database.map(this::compared);
        this.projectGate = projectGate;
        manifest.all(Source.class).forEach(source -> sources.put(key(source.relation()), source));
        manifest.all(Relational.class)
                .filter(node -> !isEphemeral(node))
                .forEach(node -> published.put(key(node.relation()), node));
        manifest.all(Node.class).filter(HardCodedNames::isLive).forEach(this::findReadLive);
    }

    /**
     * @param manifest with drafts that have their text
     * @param database that the connection is to
     * @param projectGate of nodes that have none of their own: with {@code strict}, names of others are found, too
     */
    public static List<Diagnostic> problems(
            Manifest manifest, Warehouse warehouse, Optional<String> database, String projectGate) {
        var names = new HardCodedNames(manifest, warehouse, database, projectGate);
        return manifest.all(Node.class).flatMap(names::problems).toList();
    }

    private Stream<Diagnostic> problems(Node node) {
        if (!(node instanceof Model || node instanceof DataTest)) {
            return Stream.of();
        }
        var found = new ArrayList<Diagnostic>();
        withoutReason(node).ifPresent(found::add);
        for (Draft draft : node.draft().stream().toList()) {
            for (WrittenName name : RelationNames.in(draft)) {
                problem(node, name, place(draft, name, node)).ifPresent(found::add);
            }
        }
        return found.stream();
    }

    private Optional<Diagnostic> withoutReason(Node node) {
        return node.config().map(ALLOWED).entrySet().stream()
                .filter(entry -> !(entry.getValue() instanceof String reason) || reason.isBlank())
                .findFirst()
                .map(entry -> Diagnostic.error(
                                Code.WRONG_VALUE,
                                node.config().place(ALLOWED, node.place()),
                                "`" + ALLOWED + "` gives no reason for `" + entry.getKey() + "`")
                        .help("write why the name is needed: `" + ALLOWED + ": {" + entry.getKey()
                                + ": \"the reason\"}`"));
    }

    private Optional<Diagnostic> problem(Node node, WrittenName name, Span place) {
        Optional<Relational> own = meant(name, published);
        if (own.isPresent()) {
            return isAllowed(node, name.toString(), own.get().relation().toString())
                    ? Optional.empty()
                    : Optional.of(problem(node, name, place, own.get()));
        }
        boolean isStrict = node.config().gate().orElse(projectGate).equals("strict");
        return isStrict && !name.isBare() && !isOfCatalogue(name) && !isAllowed(node, name.toString())
                ? Optional.of(ofOthers(node, name, place))
                : Optional.empty();
    }

    private boolean isOfCatalogue(WrittenName name) {
        return name.parts().stream()
                .map(warehouse.dialect()::compared)
                .anyMatch(part -> CATALOGUES.contains(part.toLowerCase(Locale.ROOT)));
    }

    /** A relation that assay does not publish: the project should say that it reads it. */
    private Diagnostic ofOthers(Node node, WrittenName name, Span place) {
        String call = meant(name, sources)
                .map(source -> "write `${source(\"" + source.sourceName() + "\", \"" + source.name() + "\")}`")
                .orElse("declare the relation as a source, and write `${source(…)}`");
        return Diagnostic.warning(
                        Code.HARD_CODED_NAME,
                        "the name `" + name + "` is written by hand, and `gate: strict` wants a source")
                .at(place)
                .note("assay does not know that `" + node.name() + "` reads it: a live view is not seen as one")
                .help(call)
                .help("or accept the name, with a reason: `" + ALLOWED + ": {" + name
                        + ": \"the reason\"}` in the settings of `" + node.name() + "`");
    }

    /** @param names of one relation, as they may be written in the setting */
    private static boolean isAllowed(Node node, String... names) {
        return node.config().map(ALLOWED).keySet().stream()
                .anyMatch(allowed -> Stream.of(names).anyMatch(allowed::equalsIgnoreCase));
    }

    /** What the warehouse finds under a name. */
    private <T> Optional<T> meant(WrittenName name, Map<List<String>, T> known) {
        List<String> parts =
                name.parts().stream().map(warehouse.dialect()::compared).toList();
        return switch (parts.size()) {
            case 1 ->
                warehouse.schemaOfBareNames().map(schema -> known.get(List.of(compared(schema), parts.getFirst())));
            case 2 -> Optional.ofNullable(known.get(parts));
            case 3 -> {
                boolean isOwn = database.equals(Optional.of(parts.getFirst()));
                yield Optional.ofNullable(known.get(isOwn ? parts.subList(1, 3) : parts));
            }
            default -> Optional.empty();
        };
    }

    private List<String> key(RelationName relation) {
        Stream<String> other =
                relation.database().map(this::compared).filter(name -> !database.equals(Optional.of(name))).stream();
        return Stream.concat(
                        other, Stream.of(relation.schema(), relation.name()).map(this::compared))
                .toList();
    }

    /** As the warehouse compares a name that we write, which is in quotes. */
    private String compared(String name) {
        Dialect dialect = warehouse.dialect();
        return dialect.compared(dialect.quote(name));
    }

    private static Span place(Draft draft, WrittenName name, Node node) {
        Optional<Span> first = draft.sql().origin().at(name.start());
        Optional<Span> last = draft.sql().origin().at(name.end() - 1);
        if (first.isEmpty() || last.isEmpty()) {
            return first.orElse(node.place());
        }
        Span start = first.get();
        boolean isOnePiece =
                start.file().equals(last.get().file()) && last.get().end() >= start.end();
        return isOnePiece ? new Span(start.file(), start.start(), last.get().end()) : start;
    }

    private Diagnostic problem(Node node, WrittenName name, Span place, Relational read) {
        String kind = read.id().type().word();
        String headline = "the name `" + name + "` is written by hand, and belongs to the " + kind + " `" + read.name()
                + "` of this project";
        boolean isError = isLive(node) || readLive.contains(node.id());
        Diagnostic problem = isError
                ? Diagnostic.error(Code.HARD_CODED_NAME, headline)
                : Diagnostic.warning(Code.HARD_CODED_NAME, headline);
        String call = node.id().equals(read.id()) ? "${this}" : "${ref(\"" + read.name() + "\")}";
        return problem.at(place)
                .note(consequence(node, read))
                .help("write `" + call + "`")
                .help("or accept the name, with a reason: `" + ALLOWED + ": {" + read.relation()
                        + ": \"the reason\"}` in the settings of `" + node.name() + "`");
    }

    private static String consequence(Node node, Relational read) {
        String name = "`" + read.name() + "`";
        return switch (node) {
            case DataTest test -> "the test reads what is published of " + name + ", not the rows that this run tests";
            case Model model
            when KEEPS_ROWS.contains(model.materialized()) ->
                "the rows come from what is published of " + name + ", not from what this run builds";
            default ->
                "the tests read what is published of " + name + ", and readers see what " + name
                        + " becomes later, which was not tested here";
        };
    }

    /** Whether it has no rows of its own: its readers see what it reads, as it is when they look. */
    private static boolean isLive(Node node) {
        return switch (node) {
            case DataTest test -> true;
            case Model model -> !isEphemeral(model) && !KEEPS_ROWS.contains(model.materialized());
            default -> false;
        };
    }

    private static boolean isEphemeral(Node node) {
        return node instanceof Model model && model.isEphemeral();
    }

    /** The ephemerals whose text becomes a part of a live node. */
    private void findReadLive(Node reader) {
        for (ResourceId id : reader.needs()) {
            if (manifest.find(id).orElse(null) instanceof Model model && model.isEphemeral() && readLive.add(id)) {
                findReadLive(model);
            }
        }
    }
}
