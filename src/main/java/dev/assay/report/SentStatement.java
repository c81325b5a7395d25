package dev.assay.report;

import dev.assay.json.JsonWriter;
import dev.assay.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A statement that was sent, for {@code --debug}.
 *
 * @param refusal the warehouse's words, where it refused
 */
public record SentStatement(Statement statement, Instant at, Duration took, Optional<String> refusal) {

    /** For people; several lines. */
    public String text() {
        String seconds = String.format(Locale.ROOT, "%.3fs", took.toNanos() / 1e9);
        String said = refusal.map(words -> "\n" + words.strip().indent(4).stripTrailing())
                .orElse("");
        return LineLayout.verb("sql") + " " + statement.purpose() + " " + seconds + "\n"
                + statement.text().strip().indent(4).stripTrailing() + said + "\n";
    }

    public String json() {
        return JsonWriter.text(json -> json.object()
                        .field("event", "statement")
                        .field("at", at)
                        .field("purpose", statement.purpose())
                        .field("sql", statement.text())
                        .field("seconds", took.toNanos() / 1e9)
                        .field("refusal", refusal.orElse(null))
                        .end())
                + "\n";
    }
}
