package dev.assay.publish.journal;

import dev.assay.publish.GenerationComments;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.facet.NameDefaults;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for streams, dynamic tables and materialized views on tables, and for streams on views, in the whole account. They
 * belong to the relation itself: a new one of the same name does not have them. Asked once for all relations of a cut.
 */
final class DependentLookup {

    /** Snowflake shows no more at a time. */
    private static final int MOST_SHOWN = 10_000;

    /** Words of an edition that has no such thing. */
    private static final String UNKNOWN_THING = "Unsupported feature";

    private static final Pattern PART = Pattern.compile("\"(?:[^\"]|\"\")*\"|[^.\"]+");

    /** What may depend on a table. */
    enum Thing {
        STREAM("stream", "show_streams"),
        MATERIALIZED_VIEW("materialized view", "show_materialized_views"),
        DYNAMIC_TABLE("dynamic table", "dynamic_table_inputs");

        private final String word;
        private final String file;

        Thing(String word, String file) {
            this.word = word;
            this.file = file;
        }

        /** Where it is looked for: what is refused for the account is asked of our database. */
        private List<Map<String, Object>> scopes() {
            return this == DYNAMIC_TABLE
                    ? List.of(Map.of())
                    : List.of(Map.of("scope", "account"), Map.of("scope", "database"));
        }
    }

    /**
     * @param byTable the names of things, by the table that each depends on
     * @param complete whether nothing can be missing that our role may see
     */
    private record Answer(Map<String, List<String>> byTable, boolean complete) {}

    private final Warehouse warehouse;
    private final Session session;
    private final Map<Thing, Answer> answers = new EnumMap<>(Thing.class);

    DependentLookup(Warehouse warehouse, Session session) {
        this.warehouse = warehouse;
        this.session = session;
    }

    /** Those on one table, each with its kind: {@code stream SHOP.DEV.CHANGES}. */
    List<String> on(RelationName table) {
        return Arrays.stream(Thing.values())
                .flatMap(thing -> named(thing, table))
                .distinct()
                .sorted()
                .toList();
    }

    List<String> streamsOn(RelationName relation) {
        return named(Thing.STREAM, relation).distinct().sorted().toList();
    }

    private Stream<String> named(Thing thing, RelationName relation) {
        return answer(thing).byTable().getOrDefault(key(relation), List.of()).stream()
                .map(name -> thing.word + " " + name);
    }

    /** Kinds of things of which the warehouse did not tell all. */
    List<String> unknown() {
        return Arrays.stream(Thing.values())
                .filter(thing -> !answer(thing).complete())
                .map(thing -> thing.word + "s")
                .toList();
    }

    private Answer answer(Thing thing) {
        return answers.computeIfAbsent(thing, this::ask);
    }

    private Answer ask(Thing thing) {
        for (Map<String, Object> scope : thing.scopes()) {
            try {
                return read(session.query(
                        warehouse.wording().statement("see which " + thing.word + "s there are", thing.file, scope)));
            } catch (WarehouseError refusal) {
                if (refusal.kind() != WarehouseError.Kind.REFUSED) {
                    throw refusal;
                }
                if (refusal.words().contains(UNKNOWN_THING)) {
                    return new Answer(Map.of(), true);
                }
            }
        }
        return new Answer(Map.of(), false);
    }

    private static Answer read(Rows rows) {
        List<String> columns = rows.columns().stream().map(Rows.Column::name).toList();
        var byTable = new HashMap<String, List<String>>();
        for (List<Object> row : rows.rows()) {
            var cells = new HashMap<String, String>();
            for (int i = 0; i < columns.size(); i++) {
                cells.put(columns.get(i), row.get(i) == null ? "" : row.get(i).toString());
            }
            String name = joined(cells, "database_name", "schema_name", "name");
            tables(cells)
                    .forEach(table -> byTable.computeIfAbsent(table, none -> new ArrayList<>())
                            .add(name));
        }
        return new Answer(byTable, rows.rows().size() < MOST_SHOWN);
    }

    /** A stream on a view tells of the tables under it, too. */
    private static Stream<String> tables(Map<String, String> cells) {
        Stream<String> named = Stream.concat(
                        Stream.of(cells.getOrDefault("table_name", "")),
                        Pattern.compile(",").splitAsStream(cells.getOrDefault("base_tables", "")))
                .map(String::strip)
                .map(DependentLookup::plain);
        String source = joined(cells, "source_database_name", "source_schema_name", "source_table_name");
        return Stream.concat(named, Stream.of(source)).filter(name -> !name.isEmpty());
    }

    private static String joined(Map<String, String> cells, String... columns) {
        return Arrays.stream(columns)
                .map(column -> cells.getOrDefault(column, ""))
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining("."));
    }

    /** A name of three parts, without the quotes that some parts need. */
    private static String plain(String written) {
        return PART.matcher(written)
                .results()
                .map(part -> part.group())
                .map(part -> part.startsWith("\"")
                        ? part.substring(1, part.length() - 1).replace("\"\"", "\"")
                        : part)
                .collect(Collectors.joining("."));
    }

    private String key(RelationName table) {
        String database = table.database()
                .map(warehouse.dialect()::stored)
                .or(NameDefaults.of(warehouse)::database)
                .orElse("");
        return database + "." + GenerationComments.key(warehouse, table);
    }
}
