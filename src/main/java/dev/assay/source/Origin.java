package dev.assay.source;

import java.util.Optional;

/** Says for each character of a rendered text where the user wrote it. */
@FunctionalInterface
public interface Origin {

    /** Text of which nobody wrote a character. */
    Origin NOWHERE = offset -> Optional.empty();

    /** Where the character at this offset was written: the word it belongs to, or what computed it. */
    Optional<Span> at(int offset);
}
