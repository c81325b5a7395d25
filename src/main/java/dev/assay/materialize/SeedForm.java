package dev.assay.materialize;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.feed.CsvForm;
import dev.assay.manifest.Config;
import dev.assay.manifest.Seed;
import dev.assay.warehouse.Dialect;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How a seed's config wants its file to be read. */
public final class SeedForm {

    private SeedForm() {}

    /** @throws ProblemsFound when the delimiter is none */
    public static CsvForm of(Seed seed, Dialect dialect) {
        Config config = seed.config();
        String delimiter = config.text("delimiter").orElse(",");
        if (delimiter.length() != 1 || delimiter.charAt(0) > 126 || "\"\r\n".contains(delimiter)) {
            throw new ProblemsFound(Diagnostic.error(
                            Code.WRONG_VALUE,
                            Optional.ofNullable(config.places().get("delimiter"))
                                    .orElse(seed.place()),
                            "`delimiter` wants one character of ASCII, and no quote or line end")
                    .help("a tab is written \"\\t\""));
        }
        var types = new HashMap<String, String>();
        for (Map.Entry<String, Object> type : config.map("column_types").entrySet()) {
            types.put(type.getKey(), String.valueOf(type.getValue()));
        }
        return new CsvForm(
                delimiter.charAt(0),
                types,
                Optional.ofNullable(config.places().get("column_types")),
                dialect.plainDecimalScale());
    }
}
