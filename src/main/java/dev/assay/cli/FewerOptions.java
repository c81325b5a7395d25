package dev.assay.cli;

import java.util.Set;

/** A command for which some options of a group make no sense. */
interface FewerOptions {

    /** The options that it does not take. */
    Set<String> without();
}
