package dev.assay.examine;

import dev.assay.diagnostic.AssayBug;
import dev.assay.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The generic tests that come with assay: each a template among the resources, no Java. */
public final class BuiltinTests {

    private static final String FOLDER = "assay/tests/";
    private static final List<String> NAMES = List.of("accepted_values", "not_null", "relationships", "unique");

    private BuiltinTests() {}

    /** Their templates, by name. */
    public static List<SourceFile> sources() {
        return NAMES.stream().map(BuiltinTests::source).toList();
    }

    /** Whether a template is one of ours: then no user has written a line of it. */
    public static boolean holds(SourceFile template) {
        return template.path().startsWith(FOLDER);
    }

    private static SourceFile source(String name) {
        String file = name + ".sql.ftl";
        try (InputStream stream = BuiltinTests.class.getResourceAsStream("/dev/assay/tests/" + file)) {
            if (stream == null) {
                throw new AssayBug("the template of the test " + name + " is missing");
            }
            return new SourceFile(FOLDER + file, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new AssayBug("the template of the test " + name + " cannot be read", unreadable);
        }
    }
}
