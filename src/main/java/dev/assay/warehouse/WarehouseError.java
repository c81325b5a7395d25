package dev.assay.warehouse;

import dev.assay.diagnostic.Code;
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
        /** The user's SQL is not one select, or wants to write, where only a select may run. */
        NOT_A_QUERY,
        /** We do not ask for it, because others would lose by it; the words are ours. */
        HELD,
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
        UNWRITABLE;

        /** Under which name it is told. */
        public Code code() {
            return switch (this) {
                case NOT_A_QUERY -> Code.NOT_A_QUERY;
                case UNREACHABLE -> Code.NO_CONNECTION;
                case LOCKED -> Code.DATABASE_LOCKED;
                case UNREADABLE -> Code.DATABASE_UNREADABLE;
                case UNWRITABLE -> Code.DATABASE_UNWRITABLE;
                case REFUSED, HELD, TRANSIENT, CANCELLED -> Code.SQL_REFUSED;
            };
        }
    }

    private final Kind kind;
    private final transient Optional<Statement> statement;
    private final transient OptionalInt offset;
    private final transient List<String> help;
    private final transient Optional<Span> place;
    private final Code code;

    public WarehouseError(Kind kind, Optional<Statement> statement, OptionalInt offset, String words, Throwable cause) {
        this(kind, statement, offset, words, cause, List.of(), Optional.empty(), kind.code());
    }

    private WarehouseError(
            Kind kind,
            Optional<Statement> statement,
            OptionalInt offset,
            String words,
            Throwable cause,
            List<String> help,
            Optional<Span> place,
            Code code) {
        super(words, cause);
        this.kind = kind;
        this.statement = statement;
        this.offset = offset;
        this.help = List.copyOf(help);
        this.place = place;
        this.code = code;
    }

    /** No statement was refused, but the warehouse as such; or we refuse, before it does. */
    public static WarehouseError of(Kind kind, String words) {
        return new WarehouseError(kind, Optional.empty(), OptionalInt.empty(), words, null);
    }

    /** The same refusal, by one who knows what to do about it. */
    public WarehouseError helped(List<String> lines) {
        return new WarehouseError(kind, statement, offset, getMessage(), getCause(), lines, place, code);
    }

    /** The same refusal, by one who knows where in the profile it can be mended. */
    public WarehouseError placed(Span span) {
        return new WarehouseError(kind, statement, offset, getMessage(), getCause(), help, Optional.of(span), code);
    }

    /** The same refusal, by one who knows a more exact name for it. */
    public WarehouseError coded(Code better) {
        return new WarehouseError(kind, statement, offset, getMessage(), getCause(), help, place, better);
    }

    /** Under which name it is told. */
    public Code code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }

    /** What to do about it, in our words; nothing, where the warehouse's own are all there is to say. */
    public List<String> help() {
        return help;
    }

    /** The statement that was refused; empty where the connection was. */
    public Optional<Statement> statement() {
        return statement;
    }

    /** Where in the profile it can be mended; empty where that is not known. */
    public Optional<Span> place() {
        return place;
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
