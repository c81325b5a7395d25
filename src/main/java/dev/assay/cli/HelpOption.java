package dev.assay.cli;

import picocli.CommandLine.Option;

/** For commands that have no options of a project. */
final class HelpOption {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;
}
