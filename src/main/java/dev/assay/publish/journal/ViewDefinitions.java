package dev.assay.publish.journal;

import dev.assay.publish.GenerationComments;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Dialect;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.PortionedQuery;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The words that views were made with, before a cut replaces them.
 *
 * @param words by the name that the warehouse has
 */
record ViewDefinitions(Warehouse warehouse, Map<String, String> words) {

    static ViewDefinitions read(Warehouse warehouse, Session session, Collection<String> schemas) {
        Dialect dialect = warehouse.dialect();
        List<Literal> asked =
                schemas.stream().map(dialect::stored).map(Literal::new).toList();
        var question = new PortionedQuery<Literal>(
                session,
                some -> warehouse
                        .wording()
                        .statement("read the definitions of views", "read_definitions", Map.of("schemas", some)));
        var words = new HashMap<String, String>();
        question.rows(asked).stream()
                .filter(row -> row.get(2) != null)
                .forEach(row ->
                        words.put(row.get(0) + "." + row.get(1), row.get(2).toString()));
        return new ViewDefinitions(warehouse, words);
    }

    /** What made the view. */
    Optional<Statement> of(RelationName view) {
        return Optional.ofNullable(words.get(GenerationComments.key(warehouse, view)))
                .map(text -> Statement.of("take the view back", text));
    }

    /**
     * What makes the view again as it was, with the grants that it has now. A definition in other words than ours is repeated
     * as it is.
     */
    Optional<Statement> again(RelationName view) {
        return of(view).map(made -> Stream.of(true, false)
                .filter(secure ->
                        made.text().startsWith(made(view, "", secure, false).text()))
                .findFirst()
                .map(secure -> {
                    String head = made(view, "", secure, false).text();
                    return made(view, made.text().substring(head.length()), secure, true);
                })
                .orElse(made));
    }

    private Statement made(RelationName view, String query, boolean secure, boolean keepGrants) {
        return warehouse
                .wording()
                .statement(
                        "take the view back",
                        "replace_view",
                        Map.of("relation", view, "select", query, "secure", secure, "keep_grants", keepGrants));
    }
}
