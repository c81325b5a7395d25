package dev.assay.cli;

/** A command that has a voice of its own: what ends it is told through the same face as all before. */
interface Speaking {

    Voice voice();
}
