package dev.assay.house;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The table of rooms in docs/ARCHITECTURE.md: who may import whom.
 *
 * @param imports for each room the rooms that it may import, in the order of the table
 */
record Rooms(Map<String, Set<String>> imports) {

    private static final String TOP = "dev.assay";
    private static final Pattern TABLE = Pattern.compile("```rooms\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("(?<room>[\\w.]+) {2,}.*→ (?<imports>.+)");

    static Rooms read() {
        var table = TABLE.matcher(House.read(House.ROOT.resolve("docs/ARCHITECTURE.md")));
        if (!table.find()) {
            throw new AssertionError("docs/ARCHITECTURE.md has no table of rooms");
        }
        var written = new LinkedHashMap<String, String>();
        for (String line : table.group(1).lines().toList()) {
            var matcher = LINE.matcher(line);
            if (matcher.matches()) {
                written.put(matcher.group("room"), matcher.group("imports"));
            } else if (!line.startsWith("---")) {
                throw new AssertionError("not a line of a room: " + line);
            }
        }
        var imports = new LinkedHashMap<String, Set<String>>();
        written.forEach((room, words) -> imports.put(room, imports(room, words, written.keySet())));
        return new Rooms(imports);
    }

    private static Set<String> imports(String room, String words, Set<String> all) {
        var imports = new TreeSet<String>();
        if (words.startsWith("all")) {
            imports.addAll(all);
            imports.removeAll(names(words.replaceFirst("all( but)?", "")));
            imports.remove(room);
        } else if (!words.equals("nothing")) {
            imports.addAll(names(words));
        }
        if (imports.contains("diagnostic")) {
            imports.add("source");
        }
        if (!all.containsAll(imports)) {
            imports.removeAll(all);
            throw new AssertionError(room + " may import what is no room: " + imports);
        }
        return imports;
    }

    private static List<String> names(String words) {
        return Pattern.compile(",")
                .splitAsStream(words)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The room of a class: the longest name in the table that its package lies in. Empty for what is not ours. */
    Optional<String> room(JavaClass type) {
        String place = type.getPackageName();
        if (place.equals(TOP)) {
            return Optional.of("Main");
        }
        if (!place.startsWith(TOP + ".")) {
            return Optional.empty();
        }
        String inner = place.substring(TOP.length() + 1);
        return Optional.of(imports.keySet().stream()
                .filter(room -> (inner + ".").startsWith(room + "."))
                .max(java.util.Comparator.comparingInt(String::length))
                .orElseThrow(() -> new AssertionError("no line for " + place + " in docs/ARCHITECTURE.md")));
    }

    boolean allows(String from, String to) {
        return from.equals(to) || imports.get(from).contains(to);
    }
}
