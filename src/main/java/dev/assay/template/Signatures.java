package dev.assay.template;

import freemarker.core.Macro;
import freemarker.core.TemplateObject;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Reads what a macro file defines. */
// FreeMarker marks its own tree as deprecated for others; there is no second way to see a macro's parameters.
@SuppressWarnings("deprecation")
final class Signatures {

    private Signatures() {}

    @SuppressWarnings("unchecked")
    static List<MacroSignature> of(Library.Entry entry) {
        return ((Map<String, Macro>) entry.template().getMacros())
                .values().stream()
                        .sorted(Comparator.comparingInt(TemplateObject::getBeginLine)
                                .thenComparingInt(TemplateObject::getBeginColumn))
                        .map(macro -> signature(entry, macro))
                        .toList();
    }

    private static MacroSignature signature(Library.Entry entry, Macro macro) {
        var written = entry.written();
        int start = written.offset(macro.getBeginLine(), macro.getBeginColumn());
        int end = endOfTag(written.text(), start);
        return new MacroSignature(
                entry.macros().namespace(),
                macro.getName(),
                Arrays.asList(macro.getArgumentNames()),
                macro.isFunction(),
                written.span(start, end),
                comment(written.text(), start));
    }

    private static int endOfTag(String text, int start) {
        int end = text.indexOf(']', start);
        return end < 0 ? text.length() : end + 1;
    }

    private static String comment(String text, int start) {
        String before = text.substring(0, start).stripTrailing();
        int open = before.lastIndexOf("[#--");
        boolean isComment = open >= 0 && before.indexOf("--]", open) == before.length() - 3;
        return isComment ? before.substring(open + 4, before.length() - 3).strip() : "";
    }
}
