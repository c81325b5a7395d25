package dev.assay.warehouse.kit;

import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The part of the contract that whole builds prove, on grounds that keep what a build leaves. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.assay.warehouse.kit.Grounds#lasting")
abstract class Builds {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    @Parameter
    private Ground ground;

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void begin() {
        String schema = "kit_build_" + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet();
        project = Project.begin(ground, folder, schema);
    }

    @AfterEach
    void tidy() {
        project.remove();
    }

    final Ground ground() {
        return ground;
    }

    final Project project() {
        return project;
    }

    final boolean can(Capability capability) {
        try (Warehouse warehouse = ground().connect()) {
            return warehouse.capabilities().contains(capability);
        }
    }
}
