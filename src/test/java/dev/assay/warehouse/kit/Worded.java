package dev.assay.warehouse.kit;

import dev.assay.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every statement that the engine has words for, as a warehouse would be sent it. No server is asked. */
final class Worded {

    private static final Path WORDS = Path.of("src/main/resources/dev/assay/sql");
    private static final String ENDING = ".sql.ftl";
    private static final Pattern SIGNATURE = Pattern.compile("\\A\\[#--\\s*\\w+\\(([^)]*)\\)");

    private Worded() {}

    /** By the name of its file. */
    static SortedMap<String, String> statements(Warehouse warehouse) {
        var names = new TreeSet<>(names("ansi"));
        names.addAll(names(warehouse.type()));
        var statements = new TreeMap<String, String>();
        for (String name : names) {
            var values = new HashMap<String, Object>();
            parameters(warehouse.type(), name).forEach(word -> values.put(word, Samples.value(word)));
            statements.put(
                    name, warehouse.wording().statement("show", name, values).text() + "\n");
        }
        return statements;
    }

    static List<String> names(String folder) {
        Path place = WORDS.resolve(folder);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        var names = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(place, "*" + ENDING)) {
            files.forEach(file -> names.add(file.getFileName().toString().replace(ENDING, "")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return names;
    }

    private static List<String> parameters(String type, String name) {
        Matcher signature = SIGNATURE.matcher(read(WORDS.resolve(type).resolve(name + ENDING))
                .or(() -> read(WORDS.resolve("ansi").resolve(name + ENDING)))
                .orElseThrow());
        return signature.find()
                ? Arrays.stream(signature.group(1).split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList()
                : List.of();
    }

    static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Compares a whole folder or file with what it should be; {@code -Dgolden=update} writes it anew, and still fails. */
    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static boolean updates() {
        return "update".equals(System.getProperty("golden"));
    }

    /** What each warehouse says for a statement; those without one are left out. */
    static Map<String, SortedMap<String, String>> all() {
        var all = new TreeMap<String, SortedMap<String, String>>();
        Samples.warehouses().forEach((type, warehouse) -> all.put(type, statements(warehouse)));
        return all;
    }
}
