package dev.assay.examine;

import dev.assay.warehouse.Capability;
import java.util.Set;

/**
 * How many tests share a statement. The verdicts are the same each way.
 *
 * <p>Measured on DuckDB 1.5.6, two tests of a view five views deep over a small table: 1.85 ms apart, 1.77 together, 1.59
 * reading once; four tests of it 4.5, 3.8, 2.4; four tests of a view that joins itself four times over 15.6, 13.6, 6.2. On
 * a table of ten million rows apart and together cost the same (2.2 s) and reading once costs a quarter more; one scan of
 * filtered counts costs a sixth more, since it keeps the engine from answering by column statistics. So tables are never
 * copied, and views, which would be computed again for each test, are.
 */
public enum Fusing {
    /** A statement for each test: {@code --no-fuse}. */
    APART,
    /** One statement that counts for each test in turn. */
    TOGETHER,
    /** As together, and what has to be computed to be read is read once. */
    READ_ONCE;

    public static Fusing best(Set<Capability> capabilities) {
        return capabilities.contains(Capability.MATERIALIZED_EXPRESSIONS) ? READ_ONCE : TOGETHER;
    }
}
