package dev.assay.parse.declarations;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.yaml.Fields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** A moment as people write it: a day, which begins at midnight UTC, or a time with its distance to UTC. */
final class Moment {

    private static final int DAY = "2026-11-01".length();

    private Moment() {}

    /** Empty where nothing is said, or where it is no moment: then that is a problem, at its place. */
    static Optional<Instant> read(Fields fields, String key) {
        Optional<String> written = fields.text(key).map(String::strip);
        Optional<Instant> moment = written.flatMap(Moment::parse);
        if (written.isPresent() && moment.isEmpty()) {
            fields.problems()
                    .add(Diagnostic.error(
                                    Code.WRONG_VALUE,
                                    fields.place(key),
                                    "`" + written.get() + "` is no moment, as `" + key + "` of " + fields.what()
                                            + " has to be")
                            .help("write a day, 2026-11-01, or a time with its distance to UTC, 2026-11-01T06:00:00Z"));
        }
        return moment;
    }

    private static Optional<Instant> parse(String text) {
        try {
            return Optional.of(
                    text.length() <= DAY
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : OffsetDateTime.parse(text.replaceFirst(" ", "T")).toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
