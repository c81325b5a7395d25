package dev.assay.project;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.source.Span;
import java.util.Map;

/** The one form in which assay says that it knows a key and does not act on it yet. */
public final class NotImplemented {

    private NotImplemented() {}

    /** Where something else would be built, tested or published than the key asks for. */
    public static Diagnostic error(String key, Span place) {
        return Diagnostic.error(Code.NOT_SUPPORTED, place, headline(key));
    }

    /** Where the same is built, tested and published without it. */
    public static Diagnostic warning(String key, Span place) {
        return Diagnostic.warning(Code.NOT_SUPPORTED, headline(key)).at(place);
    }

    private static String headline(String key) {
        return "`" + key + "` is not implemented yet and has no effect";
    }

    /** Whether a value leaves its key as if it were not there. */
    public static boolean asksForNothing(Object value) {
        return switch (value) {
            case null -> true;
            case Boolean flag -> !flag;
            case Map<?, ?> map -> map.values().stream().allMatch(NotImplemented::asksForNothing);
            case Iterable<?> list -> !list.iterator().hasNext();
            default -> false;
        };
    }
}
