package dev.assay.template;

import dev.assay.source.Span;
import java.util.List;

/**
 * What a macro file defines.
 *
 * @param description the comment right before it, without its marks; may be empty
 * @param isFunction whether it gives a value, as {@code ${money.to_cents("amount")}}, and is no tag
 */
public record MacroSignature(
        String namespace, String name, List<String> parameters, boolean isFunction, Span place, String description) {

    public MacroSignature {
        parameters = List.copyOf(parameters);
    }
}
