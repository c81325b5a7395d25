package dev.assay.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All names that a select has of what it reads, written by hand: where relations are read, and published ones elsewhere. */
final class WrittenNames {

    private WrittenNames() {}

    static List<WrittenName> in(TokenReader tokens, ProjectNames names) {
        return in(tokens, RelationNames.in(tokens), names);
    }

    /** @param read what is read in the same text */
    static List<WrittenName> in(TokenReader tokens, RelationNames.Found read, ProjectNames names) {
        List<WrittenName> mentioned = MentionedNames.in(tokens, names);
        if (mentioned.isEmpty()) {
            return read.names();
        }
        var all = new ArrayList<>(read.names());
        Set<Integer> starts = new HashSet<>();
        read.names().forEach(name -> starts.add(name.start()));
        mentioned.stream().filter(name -> !starts.contains(name.start())).forEach(all::add);
        return all;
    }
}
