package dev.assay.house;

import static dev.assay.house.ReferencePage.code;

import dev.assay.examine.BuiltinTests;
import dev.assay.quality.TestKind;
import dev.assay.source.SourceFile;
import java.util.List;
import java.util.regex.Pattern;

/** The generic tests that come with assay, from the first comment of each template. */
final class TestPage {

    private static final Pattern COMMENT = Pattern.compile(
            "\\[#-- test (?<call>\\w+\\([^)]*\\)): (?<words>[^\n]*)\none: (?<one>[^\n]*)\nmany: (?<many>[^\n]*)\n");

    private TestPage() {}

    static String text() {
        return new ReferencePage("Built-in tests", """
            This page is made from the templates of the tests by a test. A test selects the rows that fail, and passes
            where there are none. How to use and write tests: [tests](../how-to/tests.md).
            """)
                .table(
                        List.of("test", "which rows fail", "what a failure says"),
                        BuiltinTests.sources().stream().map(TestPage::row).toList())
                .paragraph("""
                    `column_name` is the column at which the test stands; write it where the test stands at the model.
                    `to` names a relation: `ref('customers')`, `source('shop', 'raw')`, or the plain name of a model.
                    `where:` limits the rows, and `severity`, `warn_if`, `error_if`, `limit` and `fail_calc` decide
                    what a number of failures means: [settings](resource-keys.md#settings).
                    """)
                .paragraph("""
                    A test is called `<test>_<model>_<arguments>`, as in dbt, unless it has a `name`.
                    """)
                .toString();
    }

    private static List<String> row(SourceFile template) {
        var comment = COMMENT.matcher(template.text());
        if (!comment.lookingAt()) {
            throw new AssertionError(template.path() + " does not begin with what " + TestKind.class + " reads");
        }
        return List.of(code(comment.group("call")), comment.group("words"), code(comment.group("many")));
    }
}
