package dev.assay.app;

import dev.assay.project.SourceTree;
import dev.assay.recall.Understood;

/** What a project is understood from: its files, or what an earlier call understood of the same files. */
sealed interface ProjectInput {

    record Fresh(SourceTree tree) implements ProjectInput {}

    record Known(Understood understood) implements ProjectInput {}
}
