package dev.assay.compile;

import dev.assay.warehouse.Literal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What settings say of files of data, the same for those that are read and those that are written. */
public final class FileForm {

    public static final List<String> ALL = List.of("parquet", "csv", "json");
    public static final String ENDINGS =
            "what ends in .parquet, .csv or .json is known, also with a further .gz or .zst";
    private static final Pattern ELSEWHERE = Pattern.compile("[a-zA-Z][a-zA-Z0-9+]+://.*");
    private static final Pattern OPTION = Pattern.compile("[a-zA-Z_]+");

    private FileForm() {}

    /** What is said; else what the location's ending tells. */
    public static Optional<String> of(Optional<String> said, String location) {
        String plain = location.replaceFirst("[.](gz|zst)$", "");
        return said.isPresent()
                ? said.filter(ALL::contains)
                : ALL.stream().filter(form -> plain.endsWith("." + form)).findFirst();
    }

    /** Whether it is an address, which the warehouse alone can reach, and no path. */
    public static boolean isAddress(String location) {
        return ELSEWHERE.matcher(location).matches();
    }

    /** Whole, for what is kept or sent is read from other folders than this. */
    public static String whole(String location, Path folder) {
        return isAddress(location)
                ? location
                : folder.toAbsolutePath().resolve(location).normalize().toString();
    }

    /**
     * Options as a statement's file lists them.
     *
     * @param unsound is told the name of each that is neither text, number, true nor false
     */
    public static List<Map<String, Object>> options(Map<?, ?> given, Consumer<String> unsound) {
        return given.entrySet().stream()
                .filter(option -> isSound(option.getKey().toString(), option.getValue(), unsound))
                .map(option -> Map.of("name", option.getKey().toString(), "value", value(option.getValue())))
                .toList();
    }

    private static boolean isSound(String name, Object value, Consumer<String> unsound) {
        boolean sound = OPTION.matcher(name).matches()
                && (value instanceof String || value instanceof Number || value instanceof Boolean);
        if (!sound) {
            unsound.accept(name);
        }
        return sound;
    }

    private static Object value(Object given) {
        return given instanceof String text ? new Literal(text) : given;
    }
}
