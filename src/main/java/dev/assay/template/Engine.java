package dev.assay.template;

import freemarker.template.Template;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What all renderings share. */
record Engine(
        TemplateParser parser, Library library, RenderLimits limits, Watchdog watchdog, Map<String, Template> recent) {

    /** Wordings and tests are rendered over and over, models once or twice: keeping the last few trees is enough. */
    private static final int RECENT = 200;

    static Engine of(TemplateParser parser, Library library, RenderLimits limits) {
        Map<String, Template> recent = new LinkedHashMap<>(RECENT * 2, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Template> eldest) {
                return size() > RECENT;
            }
        };
        return new Engine(parser, library, limits, new Watchdog(), Collections.synchronizedMap(recent));
    }

    /** Parsing costs much more than rendering. */
    Template template(TemplateSource written) {
        var known = recent.get(written.text());
        if (known == null) {
            known = parser.parse(TemplateParser.MAIN, written);
            recent.put(written.text(), known);
        }
        return known;
    }
}
