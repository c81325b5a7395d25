package dev.assay.compile;

import dev.assay.manifest.Manifest;
import dev.assay.manifest.Node;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Source;
import dev.assay.sql.Draft.Part;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Dialect;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.SqlTokens.LexicalRules;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.facet.NameDefaults;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a project publishes and reads, by the names that its warehouse compares. */
final class ProjectNames {

    /** Nobody declares the engine's own catalogue as a source. */
    private static final Set<String> CATALOGUES = Set.of("information_schema", "pg_catalog");

    private final Warehouse warehouse;
    private final NameDefaults defaults;
    private final Optional<String> database;
    private final Map<List<String>, Relational> published = new HashMap<>();
    private final Map<List<String>, Source> sources = new HashMap<>();
    private final Set<String> beginnings = new HashSet<>();

    /** @param database that the output names; without one, the warehouse knows its own */
    ProjectNames(Manifest manifest, Warehouse warehouse, Optional<String> database) {
        this.warehouse = warehouse;
        this.defaults = NameDefaults.of(warehouse);
        this.database = database.or(defaults::database).map(this::compared);
        manifest.all(Source.class).forEach(source -> sources.put(key(source.relation()), source));
        manifest.relations().forEach(node -> published.put(key(node.relation()), node));
        published.keySet().forEach(key -> beginnings.add(lower(key.getFirst())));
        this.database.map(ProjectNames::lower).ifPresent(beginnings::add);
    }

    /** How the warehouse reads comments and literals. */
    LexicalRules lexicalRules() {
        return warehouse.dialect().lexicalRules();
    }

    /** Whether a part of a candidate's name differs from the published one. */
    boolean isOtherInCandidate(Node node, Part part) {
        if (!(node instanceof Relational relational)) {
            return false;
        }
        RelationName published = relational.relation();
        RelationName candidate = warehouse.candidate(published);
        return switch (part) {
            case WHOLE -> true;
            case DATABASE -> !candidate.database().equals(published.database());
            case SCHEMA -> !candidate.schema().equals(published.schema());
            case NAME -> !candidate.name().equals(published.name());
        };
    }

    /** Whether a published name may begin with a token. Asked of every column that has a table's name before it. */
    boolean mayBegin(Token token) {
        return token.kind() == Token.Kind.WORD
                ? beginnings.contains(token.text())
                : token.text().charAt(0) != '"' || beginnings.contains(lower(Identifier.unquoted(token.text())));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    Optional<Relational> published(WrittenName name) {
        return meant(name, published);
    }

    Optional<Relational> published(RelationName name) {
        return Optional.ofNullable(published.get(key(name)));
    }

    /** What a template referred to, of a text over names that no relation has. */
    Optional<Relational> referred(WrittenName name) {
        if (!isReferred(name)) {
            return Optional.empty();
        }
        List<String> parts = name.parts().stream().map(ProjectNames::plain).toList();
        Optional<String> of = parts.size() == 3 ? Optional.of(parts.getFirst()) : Optional.empty();
        return published(AttachedSql.relation(of, parts.get(parts.size() - 2), parts.getLast()));
    }

    /** Whether a reference has printed the name, or its schema. */
    boolean isReferred(WrittenName name) {
        List<String> parts = name.parts();
        return parts.size() > 1 && AttachedSql.isReferredSchema(plain(parts.get(parts.size() - 2)));
    }

    private static String plain(String part) {
        return part.startsWith("\"") ? Identifier.unquoted(part) : part;
    }

    Optional<Source> source(WrittenName name) {
        return meant(name, sources);
    }

    boolean isOfCatalogue(WrittenName name) {
        return name.parts().stream()
                .map(warehouse.dialect()::compared)
                .anyMatch(part -> CATALOGUES.contains(part.toLowerCase(Locale.ROOT)));
    }

    /** What the warehouse finds under a name. */
    private <T> Optional<T> meant(WrittenName name, Map<List<String>, T> known) {
        List<String> parts =
                name.parts().stream().map(warehouse.dialect()::compared).toList();
        return switch (parts.size()) {
            case 1 -> defaults.schema().map(schema -> known.get(List.of(compared(schema), parts.getFirst())));
            case 2 -> Optional.ofNullable(known.get(parts)).or(() -> inSchemaOfBareNames(parts, known));
            case 3 -> {
                boolean isOwn = database.equals(Optional.of(parts.getFirst()));
                yield Optional.ofNullable(known.get(isOwn ? parts.subList(1, 3) : parts));
            }
            default -> Optional.empty();
        };
    }

    /** DuckDB takes the first of two parts for a database if it has no schema of that name. */
    private <T> Optional<T> inSchemaOfBareNames(List<String> parts, Map<List<String>, T> known) {
        return defaults.schema()
                .filter(schema -> database.equals(Optional.of(parts.getFirst())))
                .map(schema -> known.get(List.of(compared(schema), parts.getLast())));
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
}
