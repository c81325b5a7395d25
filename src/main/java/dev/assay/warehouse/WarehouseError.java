package dev.assay.warehouse;

import dev.assay.source.Span;
import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A warehouse's refusal, in its own words. */
public final class WarehouseError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of refusal it is, as far as that decides what happens next. */
    public enum Kind {
        /** The SQL is wrong, or the data do not fit it. */
        REFUSED,
        /** It may work a second time: a lost connection, a conflict. */
        TRANSIENT,
        /** Somebody cancelled it: we did. */
        CANCELLED,
        /** The warehouse cannot be reached or refuses the login. */
        UNREACHABLE,
        /** Another process holds it; {@link WarehouseError#getMessage()} names the process. */
        LOCKED,
        /** What should be a database is none, or one from a newer version. */
        UNREADABLE,
        /** The system lets nobody write the database, or there is no room for it. */
        UNWRITABLE
    }

    /**
     * Where the user wrote what can be mended, and how.
     *
     * @param help lines, or none where the words say it already
     */
    public record Advice(Span place, List<String> help) {

        public Advice {
            help = List.copyOf(help);
        }
    }

    private final Kind kind;
    private final transient Optional<Statement> statement;
    private final transient OptionalInt offset;
    private final transient Optional<Advice> advice;

    public WarehouseError(Kind kind, Optional<Statement> statement, OptionalInt offset, String words, Throwable cause) {
        this(kind, statement, offset, words, cause, Optional.empty());
    }

    public WarehouseError(
            Kind kind,
            Optional<Statement> statement,
            OptionalInt offset,
            String words,
            Throwable cause,
            Optional<Advice> advice) {
        super(words, cause);
        this.advice = advice;
        this.kind = kind;
        this.statement = statement;
        this.offset = offset;
    }

    public Kind kind() {
        return kind;
    }

    /** The statement that was refused; empty where the connection was. */
    public Optional<Statement> statement() {
        return statement;
    }

    /** What can be done about it in the profile; empty where that is not known. */
    public Optional<Advice> advice() {
        return advice;
    }

    /** Where in the statement's text the warehouse points. */
    public OptionalInt offset() {
        return offset;
    }

    /** Where the user wrote what the warehouse points at. */
    public Optional<Span> written() {
        Optional<SqlText> body = statement.flatMap(Statement::body);
        if (body.isEmpty() || offset.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt inside = statement.get().inBody(offset.getAsInt());
        return inside.isPresent() ? body.get().origin().at(inside.getAsInt()) : Optional.empty();
    }

    /**
     * The warehouse's own words. The first line is the refusal, further ones are its hints. Where no statement was refused
     * but the warehouse as such, the first line may be ours, in words for people, and the warehouse's follow.
     */
    public String words() {
        return getMessage();
    }
}
