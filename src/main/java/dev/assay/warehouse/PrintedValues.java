package dev.assay.warehouse;

import dev.assay.diagnostic.AssayBug;
import dev.assay.sql.RelationName;
import dev.assay.sql.SqlText;
import dev.assay.template.Printable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns what the engine puts into statements into what a template prints. Nothing that is printed is left unquoted. */
record PrintedValues(Dialect dialect) {

    /** Empty for an empty optional: the template asks whether it is there. */
    Optional<Object> of(Object value) {
        return value instanceof Optional<?> optional ? optional.flatMap(this::of) : Optional.of(print(value));
    }

    private Object print(Object value) {
        return switch (value) {
            case RelationName name -> new PrintedRelation(name, dialect);
            case Identifier identifier -> printable(dialect.quote(identifier.name()));
            case Literal literal -> printable(dialect.literal(literal.text()));
            case SqlText sql -> sql.text();
            case List<?> list -> list.stream().map(this::print).toList();
            case Map<?, ?> map -> map(map);
            case Number number -> number;
            case Boolean flag -> flag;
            case String word -> word;
            default ->
                throw new AssayBug(
                        "a statement cannot print a " + value.getClass().getSimpleName());
        };
    }

    private Map<String, Object> map(Map<?, ?> values) {
        var map = new LinkedHashMap<String, Object>();
        values.forEach((key, value) -> of(value).ifPresent(plain -> map.put((String) key, plain)));
        return map;
    }

    private static Printable printable(String text) {
        return () -> text;
    }

    /** A relation as its quoted name, with its parts quoted too: {@code alter table ${from} rename to ${to.name}}. */
    private record PrintedRelation(RelationName relation, Dialect dialect) implements Printable {

        @Override
        public String print() {
            return dialect.print(relation);
        }

        @Override
        public Map<String, Object> parts() {
            return Map.of(
                    "name", dialect.quote(relation.name()),
                    "schema", dialect.quote(relation.schema()));
        }
    }
}
