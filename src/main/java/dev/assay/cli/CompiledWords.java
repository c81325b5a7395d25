package dev.assay.cli;

import dev.assay.manifest.ResourceId;
import dev.assay.manifest.ResourceType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What was compiled, in words: the name of one, the numbers of many. */
final class CompiledWords {

    private CompiledWords() {}

    static String of(Collection<ResourceId> ids) {
        if (ids.isEmpty()) {
            return "nothing";
        }
        List<String> parts = new ArrayList<>();
        for (ResourceType type : ResourceType.values()) {
            long number = ids.stream().filter(id -> id.type() == type).count();
            if (number > 0) {
                parts.add(number + " " + (number == 1 ? type.word() : plural(type.word())));
            }
        }
        return String.join(", ", parts);
    }

    private static String plural(String word) {
        return word.endsWith("sis") ? word.replaceFirst("sis$", "ses") : word + "s";
    }
}
