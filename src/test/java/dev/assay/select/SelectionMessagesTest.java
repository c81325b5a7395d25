package dev.assay.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of terms that match nothing or make no sense. */
class SelectionMessagesTest {

    @Test
    void eachTermThatMatchesNothingIsNamedWithItsPlace() {
        Selection selection = Shop.OPEN.select(SelectionRequest.of("+oders customers", "tag:nigthly+"));
        assertEquals(2, selection.warnings().size());
        Diagnostic first = selection.warnings().getFirst();
        assertEquals(Code.SELECTION_EMPTY, first.code());
        assertEquals(Diagnostic.Level.WARNING, first.level());
        assertEquals("nothing matches `+oders`", first.headline());
        assertEquals("--select:1:1", first.span().orElseThrow().where());
        assertEquals("+oders", first.span().orElseThrow().text());
        assertEquals(List.of("a similar name exists: `orders`"), first.help());
        assertEquals(
                List.of("a similar tag exists: `nightly`"),
                selection.warnings().getLast().help());
        assertTrue(selection.ids().toString().contains("model.shop.customers"), "the rest is chosen");
    }

    @ParameterizedTest
    @CsvSource({
        "stagng, a similar name exists: `staging`",
        "marts.ordrs, a similar name exists: `marts.orders`",
        "nightly, `tag:nightly` matches",
        "relationships, `test_name:relationships` matches",
        "shop.raw, `source:shop.raw` matches",
        "models/stagin, a similar path exists: `models/staging`",
        "config.materialized:tabel, a similar value exists: `table`",
        "source:shp, a similar source exists: `shop`",
        "group:sale, a similar group exists: `sales`",
        "exposure:bord, a similar exposure exists: `board`",
        "access:publik, a similar access exists: `public`"
    })
    void suggestsOnlyWhatExists(String term, String help) {
        List<Diagnostic> warnings = Shop.OPEN.select(SelectionRequest.of(term)).warnings();
        assertEquals(1, warnings.size());
        assertEquals(List.of(help), warnings.getFirst().help());
    }

    @Test
    void aDisabledOneIsNamedAsSuch() {
        Diagnostic warning =
                Shop.OPEN.select(SelectionRequest.of("old_orders+")).warnings().getFirst();
        assertEquals(List.of("`old_orders` (models/marts/old_orders.sql) is disabled"), warning.notes());
        assertEquals(List.of(), warning.help());
    }

    @Test
    void exclusionsAndIntersectionsAreLookedAtToo() {
        List<Diagnostic> warnings = Shop.OPEN
                .select(SelectionRequest.of("tag:nightly,raw_countries").excluding("nobody_is_called_so"))
                .warnings();
        assertEquals(
                List.of("nothing matches all of `tag:nightly,raw_countries`", "nothing matches `nobody_is_called_so`"),
                warnings.stream().map(Diagnostic::headline).toList());
        assertEquals("--exclude:1:1", warnings.getLast().span().orElseThrow().where());
    }

    @ParameterizedTest
    @CsvSource({
        "@orders+, '`@` and a plus at the end exclude each other: `@orders+`'",
        "+, '`+` names nothing'",
        "tag:, '`tag:` names nothing'",
        "2024+, '`2024+` names nothing'",
        "--dryrun, '`--dryrun` looks like an option, and is no term'",
        "tga:nightly, 'no selection method is called `tga`'",
        "state:modified, 'the selection method `state` comes with a later version of assay'",
        "result:error+, 'the selection method `result` comes with a later version of assay'",
        "'orders,', 'a comma in `orders,` has nothing beside it'",
        "'a,,b', 'a comma in `a,,b` has nothing beside it'",
        "tag.x:nightly, 'the method `tag` takes no key'",
        "config:table, '`config` wants a key: `config.materialized:table`, `config.meta.owner:ann`'",
        "resource_type:modle, 'no resource type is called `modle`'",
        "test_type:genric, 'no test type is called `genric`'",
        "source:a.b.c.d, '`a.b.c.d` has too many dots: a source is `source:shop`, `source:shop.orders` or"
                + " `source:package.shop.orders`'"
    })
    void refusesWhatMakesNoSense(String term, String headline) {
        List<Diagnostic> problems = Shop.OPEN.refused(SelectionRequest.of("orders " + term));
        assertEquals(headline, problems.getFirst().headline());
        assertEquals(Code.SELECTION_SYNTAX, problems.getFirst().code());
        assertEquals(8, problems.getFirst().span().orElseThrow().column());
    }

    @Test
    void allTermsWithoutSenseAreTold() {
        assertEquals(
                List.of("`+` names nothing", "no selection method is called `tga`", "no resource type is called `x`"),
                Shop.OPEN.refused(SelectionRequest.of("+ tga:nightly").excluding("resource_type:x")).stream()
                        .map(Diagnostic::headline)
                        .toList());
    }

    @Test
    void aMethodMisspeltIsAnErrorWithTheOneMeant() {
        assertEquals(
                List.of("a similar one exists: `tag`"),
                Shop.OPEN.refused(SelectionRequest.of("tga:nightly")).getFirst().help());
        assertTrue(Shop.OPEN
                .refused(SelectionRequest.of("quux:nightly"))
                .getFirst()
                .notes()
                .getFirst()
                .contains("`fqn`, `tag`"));
    }

    @Test
    void anEmptyTermIsAnError() {
        assertEquals(
                List.of("a term of `--select` is empty", "a term of `--exclude` is empty"),
                Shop.OPEN.refused(SelectionRequest.of("orders", " ").excluding("")).stream()
                        .map(Diagnostic::headline)
                        .toList());
    }
}
