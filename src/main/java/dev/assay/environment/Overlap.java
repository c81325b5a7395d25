package dev.assay.environment;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.warehouse.Existing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A schema that two environments would use. Each would remove the other's candidates as leftovers, so no run begins there.
 *
 * @param environment of this run
 * @param schema as this run writes it
 * @param purpose for which this run needs it
 */
record Overlap(String environment, String target, String schema, SchemaPurpose purpose, RegisteredSchema other) {

    /** @param existing knows which names the warehouse takes for one */
    static Optional<Overlap> of(String environment, RunClaim claim, List<RegisteredSchema> rows, Existing existing) {
        for (Map.Entry<String, SchemaPurpose> wanted : claim.schemas().entrySet()) {
            for (RegisteredSchema row : rows) {
                boolean isTaken = !row.environment().equals(environment)
                        && existing.isSameSchema(wanted.getKey(), row.name())
                        && !wanted.getValue().mayBeSharedWith(row.purpose());
                if (isTaken) {
                    return Optional.of(
                            new Overlap(environment, claim.target(), wanted.getKey(), wanted.getValue(), row));
                }
            }
        }
        return Optional.empty();
    }

    static void refuse(
            String environment, RunClaim claim, List<RegisteredSchema> rows, Existing existing, RegistryPlace place) {
        Optional<Overlap> found = of(environment, claim, rows, existing);
        if (found.isPresent()) {
            throw found.get().refused(place);
        }
    }

    ProblemsFound refused(RegistryPlace place) {
        var problem = Diagnostic.error(
                        Code.OVERLAPPING_ENVIRONMENTS,
                        "the environments `" + environment + "` and `" + other.environment()
                                + "` would both use the schema `" + schema + "`")
                .note("`" + other.environment() + "` uses it for " + words(other.purpose()) + ", this run needs it for "
                        + words(purpose))
                .note("two environments in one schema would remove each other's candidates");
        if (!schema.equals(other.name())) {
            problem = problem.note("this warehouse takes `" + schema + "` and `" + other.name() + "` for one name");
        }
        return new ProblemsFound(problem.help(ways())
                .help("if `" + other.environment() + "` is no longer used, delete its rows from `"
                        + place.environmentSchemas() + "` and `" + place.environments() + "`"));
    }

    private String ways() {
        boolean isOurOwn = schema.equals(environment);
        boolean isTheirOwn = other.name().equals(other.environment());
        return isOurOwn && isTheirOwn
                ? "give the target `" + target + "` the schema `" + other.name()
                        + "` to build in that environment, or another `schema`"
                : "give the target `" + target + "` another `schema`" + otherWay(isOurOwn);
    }

    private String otherWay(boolean isOurOwn) {
        return switch (isOurOwn ? other.purpose() : purpose) {
            case DATA, CANDIDATES -> owner(isOurOwn) + " another `+schema` to the models in `" + schema + "`";
            case FAILURES -> owner(isOurOwn) + " another `schema` to the tests that store failures";
            case QUALITY, UNKNOWN -> owner(isOurOwn) + " another `schema` to `quality`";
        };
    }

    private String owner(boolean isOurOwn) {
        return isOurOwn ? ", or in the project that builds `" + other.environment() + "` give" : ", or give";
    }

    private static String words(SchemaPurpose purpose) {
        return switch (purpose) {
            case UNKNOWN -> "a purpose that an older assay did not note";
            case QUALITY -> "the registry";
            case FAILURES -> "failing rows of tests";
            case CANDIDATES -> "candidates";
            case DATA -> "published relations";
        };
    }
}
