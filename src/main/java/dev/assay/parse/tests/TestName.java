package dev.assay.parse.tests;

import dev.assay.source.Digest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The name of a generic test, as dbt makes it: kind, tested resource, arguments in the order of their names.
 *
 * @param whole {@code accepted_values_orders_status__placed__shipped}
 * @param brief what names tables and files: the same, or its beginning and a hash where it is long
 */
public record TestName(String whole, String brief) {

    private static final Pattern UNFIT = Pattern.compile("[^0-9a-zA-Z_]+");
    private static final int LONG = 64;
    private static final int BEGINNING = 30;

    /** @param owner the tested resource as names have it: {@code orders}, {@code shop_raw_orders} for a source's table */
    public static TestName of(String kind, String owner, Map<String, Object> arguments) {
        String identifier = kind + "_" + owner;
        String values = new TreeMap<>(arguments)
                .values().stream()
                        .flatMap(TestName::parts)
                        .map(part -> UNFIT.matcher(part).replaceAll("_"))
                        .collect(Collectors.joining("__"));
        return cut(identifier + "_" + values, identifier);
    }

    /** A name that the user chose. */
    public static TestName chosen(String name) {
        return cut(name, name);
    }

    private static TestName cut(String whole, String identifier) {
        if (whole.length() < LONG) {
            return new TestName(whole, whole);
        }
        return new TestName(
                whole, identifier.substring(0, Math.min(BEGINNING, identifier.length())) + "_" + Digest.md5(whole));
    }

    private static Stream<String> parts(Object value) {
        return switch (value) {
            case null -> Stream.of("None");
            case Boolean flag -> Stream.of(flag ? "True" : "False");
            case Map<?, ?> map -> map.values().stream().flatMap(TestName::text);
            case List<?> list -> list.stream().flatMap(TestName::text);
            default -> Stream.of(value.toString());
        };
    }

    private static Stream<String> text(Object part) {
        return part instanceof Collection<?> || part instanceof Map<?, ?> ? Stream.of(part.toString()) : parts(part);
    }
}
