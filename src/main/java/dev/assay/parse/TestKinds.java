package dev.assay.parse;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.project.SourceTree;
import dev.assay.quality.TestKind;
import dev.assay.quality.TestKindReader;
import dev.assay.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The generic tests that a project can use: its own, and those that come with assay; its own win. */
final class TestKinds {

    private TestKinds() {}

    static Map<String, TestKind> read(List<SourceFile> builtin, SourceTree tree, Problems problems) {
        var kinds = new HashMap<String, TestKind>();
        builtin.forEach(
                template -> TestKindReader.read(template, problems).ifPresent(kind -> kinds.put(kind.name(), kind)));
        var own = new HashMap<String, TestKind>();
        tree.of(SourceTree.Kind.TEST, SourceTree.Form.SQL).stream()
                .filter(SqlResourceReader::isGeneric)
                .flatMap(file -> TestKindReader.read(file.file(), problems).stream())
                .forEach(kind -> {
                    TestKind first = own.putIfAbsent(kind.name(), kind);
                    if (first != null) {
                        problems.add(Diagnostic.error(
                                        Code.DUPLICATE_NAME,
                                        kind.template().top(),
                                        "two generic tests are called `" + kind.name() + "`")
                                .other(first.template().top(), "the first one"));
                    }
                });
        kinds.putAll(own);
        return kinds;
    }
}
