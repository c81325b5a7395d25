package dev.assay.select;

import java.util.Collection;
import java.util.stream.Collectors;

/** Words as messages show them: {@code `a`, `b`}. */
final class Quoted {

    private Quoted() {}

    static String list(Collection<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }
}
