package dev.assay.template;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/** Which tags are open at a place. */
final class Nesting {

    private static final Set<String> BLOCKS = Set.of(
            "if",
            "list",
            "items",
            "macro",
            "function",
            "switch",
            "attempt",
            "compress",
            "noparse",
            "escape",
            "noescape",
            "foreach",
            "autoesc",
            "noautoesc",
            "outputformat");
    private static final Set<String> ASSIGNMENTS = Set.of("assign", "local", "global");

    private Nesting() {}

    /** The tags that are open at an offset, innermost first. */
    static Deque<Tag> openAt(String text, int offset) {
        var open = new ArrayDeque<Tag>();
        for (Tag tag : Tags.of(text)) {
            if (tag.start() >= offset) {
                break;
            }
            switch (tag.kind()) {
                case DIRECTIVE -> {
                    if (opens(tag, text)) {
                        open.push(tag);
                    }
                }
                case CALL -> {
                    if (tag.closed() && !tag.isEmptyTag(text)) {
                        open.push(tag);
                    }
                }
                case END_OF_DIRECTIVE, END_OF_CALL -> open.poll();
                case INTERPOLATION -> {}
            }
        }
        return open;
    }

    /** The first tag or interpolation without its own end. */
    static Optional<Tag> torn(String text) {
        return Tags.of(text).stream().filter(tag -> !tag.closed()).findFirst();
    }

    private static boolean opens(Tag tag, String text) {
        if (ASSIGNMENTS.contains(tag.name())) {
            return !tag.text(text).contains("=");
        }
        return BLOCKS.contains(tag.name());
    }
}
