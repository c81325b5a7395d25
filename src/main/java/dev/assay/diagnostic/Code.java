package dev.assay.diagnostic;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every problem that assay can tell of, by name. The name is the page {@code docs/errors/<name>.md}, the case folder
 * {@code cases/errors/<name>} and the argument of {@code assay explain}; a test demands all three.
 */
public enum Code {
    // reading the project
    PROJECT_NOT_FOUND(Exit.USAGE),
    PROFILE_NOT_FOUND(Exit.USAGE),
    TARGET_NOT_FOUND(Exit.USAGE),
    FILE_UNREADABLE(Exit.USAGE),
    YAML_SYNTAX(Exit.USAGE),
    JSON_SYNTAX(Exit.USAGE),
    UNKNOWN_KEY(Exit.USAGE),
    WRONG_VALUE(Exit.USAGE),
    MISSING_KEY(Exit.USAGE),
    MISSING_VARIABLE(Exit.USAGE),
    RESERVED_NAME(Exit.USAGE),
    FOREIGN_RELATION(Exit.FINDING),
    CHANGED_BY_HAND(Exit.FINDING),
    DUPLICATE_NAME(Exit.USAGE),
    UNKNOWN_MODEL(Exit.USAGE),
    PATH_OUTSIDE_PROJECT(Exit.USAGE),
    EMPTY_MODEL(Exit.USAGE),
    SEVERAL_STATEMENTS(Exit.USAGE),
    NAME_DEPENDENT_SQL(Exit.USAGE),
    HARD_CODED_NAME(Exit.USAGE),
    OWN_SOURCE(Exit.USAGE),
    UNTESTED_CHANGE(Exit.USAGE),
    UNUSED_CONFIG(Exit.USAGE),
    TEST_SIGNATURE(Exit.USAGE),
    // templates
    TEMPLATE_SYNTAX(Exit.USAGE),
    TEMPLATE_ERROR(Exit.USAGE),
    TEMPLATE_ENDLESS(Exit.USAGE),
    TEMPLATE_WARNING(Exit.USAGE),
    UNDEFINED_NAME(Exit.USAGE),
    UNKNOWN_MACRO(Exit.USAGE),
    // references
    UNKNOWN_REF(Exit.USAGE),
    UNKNOWN_SOURCE(Exit.USAGE),
    UNKNOWN_TEST(Exit.USAGE),
    UNKNOWN_DOC(Exit.USAGE),
    UNKNOWN_GROUP(Exit.USAGE),
    PRIVATE_REF(Exit.USAGE),
    CIRCLE(Exit.USAGE),
    // selection and options
    SELECTION_SYNTAX(Exit.USAGE),
    SELECTION_EMPTY(Exit.USAGE),
    UNKNOWN_SELECTOR(Exit.USAGE),
    USAGE(Exit.USAGE),
    // the warehouse
    SQL_REFUSED(Exit.FINDING),
    NOT_A_QUERY(Exit.USAGE),
    NO_CONNECTION(Exit.NO_CONNECTION),
    DATABASE_LOCKED(Exit.NO_CONNECTION),
    DATABASE_UNREADABLE(Exit.NO_CONNECTION),
    DATABASE_UNWRITABLE(Exit.NO_CONNECTION),
    STATEMENT_TIMEOUT(Exit.FINDING),
    PUBLICATION_BLOCKED(Exit.FINDING),
    NOT_SUPPORTED(Exit.USAGE),
    NEWER_REGISTRY(Exit.USAGE),
    OVERLAPPING_ENVIRONMENTS(Exit.USAGE),
    // data
    BAD_CELL(Exit.FINDING),
    BAD_CSV(Exit.FINDING),
    MISSING_COLUMN(Exit.FINDING),
    TEST_FAILED(Exit.FINDING),
    NO_BASE(Exit.FINDING),
    // running
    TARGET_UNWRITABLE(Exit.USAGE),
    TARGET_IN_USE(Exit.NO_CONNECTION),
    FILE_EXISTS(Exit.USAGE),
    CHAIN_TOO_DEEP(Exit.USAGE),
    LIVE_VIEW(Exit.USAGE),
    NOTHING_TO_RETRY(Exit.USAGE),
    NOT_HELD(Exit.USAGE),
    TEST_NOT_ACCEPTED(Exit.FINDING),
    CANDIDATE_OUTDATED(Exit.FINDING);

    /** What a process says with its exit code. */
    public enum Exit {
        FINDING(1),
        USAGE(2),
        NO_CONNECTION(3);

        private final int number;

        Exit(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    private final Exit exit;

    Code(Exit exit) {
        this.exit = exit;
    }

    public Exit exit() {
        return exit;
    }

    /** As users read and type it: {@code unknown-ref}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Code> of(String word) {
        return Arrays.stream(values()).filter(code -> code.word().equals(word)).findFirst();
    }
}
