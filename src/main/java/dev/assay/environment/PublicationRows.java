package dev.assay.environment;

import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.warehouse.Identity;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Rows of the table of publications, as values and back. A column that an old table lacks is unknown. */
final class PublicationRows {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    private PublicationRows() {}

    /** As statements bind a moment. */
    static String printed(Instant moment) {
        return TIMESTAMP.format(moment.atOffset(ZoneOffset.UTC).toLocalDateTime());
    }

    static List<Entry> read(Rows rows) {
        List<String> names = rows.columns().stream()
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .toList();
        return rows.rows().stream()
                .map(row -> {
                    var cells = new HashMap<String, Object>();
                    for (int i = 0; i < names.size(); i++) {
                        cells.put(names.get(i), row.get(i));
                    }
                    return entry(cells);
                })
                .toList();
    }

    private static Entry entry(Map<String, Object> row) {
        return new Entry(
                new ResourceId(row.get("node_id").toString()),
                RelationName.of(
                        row.get("schema_name").toString(),
                        row.get("relation_name").toString()),
                row.get("run_id").toString(),
                number(row.get("generation")),
                row.get("kind").toString(),
                number(row.get("rows")),
                Entry.State.valueOf(row.get("state").toString().toUpperCase(Locale.ROOT)),
                Entry.Proof.valueOf(row.get("proof_state").toString().toUpperCase(Locale.ROOT)),
                row.get("fingerprint").toString(),
                Inputs.parse(row.get("inputs").toString()),
                row.get("message").toString(),
                instant(row.get("since").toString()),
                instant(text(row.get("held_since")).orElse(row.get("since").toString())),
                text(row.get("project")),
                number(row.get("epoch")),
                new Digests(text(row.get("text_digest")), text(row.get("definition_digest"))),
                tests(number(row.get("tests_due")), number(row.get("tests_passed"))),
                new Identity(text(row.get("identity")), text(row.get("mark"))));
    }

    static List<Object> prepared(
            RegistryClient client, String runId, long epoch, AnnouncedRelation node, long position, String now) {
        return List.of(
                client.environment(),
                client.project(),
                runId,
                epoch,
                node.node().value(),
                node.relation().toString(),
                node.relation().schema(),
                node.relation().name(),
                node.candidate().toString(),
                node.kind(),
                position,
                node.heldSince().map(PublicationRows::printed).orElse(now),
                now);
    }

    static List<Object> marked(RegistryClient client, RegistryUpdate mark, String now) {
        var values = new ArrayList<Object>(List.of(
                client.environment(),
                mark.node().value(),
                mark.state().word(),
                mark.proof().word()));
        values.add(mark.rows().isPresent() ? mark.rows().getAsLong() : null);
        values.addAll(List.of(mark.fingerprint(), mark.inputs().text()));
        values.addAll(Arrays.asList(
                mark.digests().text().orElse(null),
                mark.digests().definition().orElse(null),
                mark.tests().map(TestCount::due).orElse(null),
                mark.tests().map(TestCount::passed).orElse(null)));
        values.addAll(List.of(mark.message(), now));
        return values;
    }

    static List<Object> proven(RegistryClient client, ProofChange change) {
        return Arrays.asList(
                client.environment(),
                change.node().value(),
                change.runId(),
                change.proof().word(),
                change.tests().map(TestCount::due).orElse(null),
                change.tests().map(TestCount::passed).orElse(null),
                change.inputs().text());
    }

    static List<Object> identified(RegistryClient client, NotedIdentity relation) {
        return Arrays.asList(
                client.environment(),
                relation.node().value(),
                relation.generation(),
                relation.identity().id().orElse(null),
                relation.identity().mark().orElse(null));
    }

    private static Optional<TestCount> tests(OptionalLong due, OptionalLong passed) {
        return due.isPresent() && passed.isPresent()
                ? Optional.of(new TestCount(due.getAsLong(), passed.getAsLong()))
                : Optional.empty();
    }

    private static Optional<String> text(Object value) {
        return Optional.ofNullable(value).map(Object::toString);
    }

    private static OptionalLong number(Object value) {
        return value instanceof Number number ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    }

    // Engines print microseconds with as many digits as are not zero.
    private static Instant instant(String printed) {
        return LocalDateTime.parse(printed.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }
}
