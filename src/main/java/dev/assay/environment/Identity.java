package dev.assay.environment;

import java.util.Optional;

/**
 * By what a published relation can be recognised later. Empty where nothing is known: then it is unknown, not foreign.
 *
 * @param id the engine's own name for it, which a relation that somebody makes in its place does not have
 * @param mark what changes when somebody changes its rows
 */
public record Identity(Optional<String> id, Optional<String> mark) {

    public static final Identity UNKNOWN = new Identity(Optional.empty(), Optional.empty());
}
