package dev.assay.template;

import dev.assay.source.Origin;
import dev.assay.source.SourceMap;
import dev.assay.source.Span;
import java.util.Optional;
import java.util.function.Supplier;

/** The origin of a rendered text, found out when it is first asked for: most texts are never refused. */
final class Rerendered implements Origin {

    private final Supplier<SourceMap> render;
    private SourceMap map;

    Rerendered(Supplier<SourceMap> render) {
        this.render = render;
    }

    @Override
    public Optional<Span> at(int offset) {
        return map().at(offset);
    }

    // A race renders twice and finds the same.
    SourceMap map() {
        SourceMap known = map;
        if (known == null) {
            known = render.get();
            map = known;
        }
        return known;
    }
}
