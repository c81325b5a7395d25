package dev.assay.examine;

import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One statement that counts for one test or several.
 *
 * <p>Where a warehouse refuses the statement of several, nobody knows whose fault it is: {@link Examiner#apart} gives a
 * statement for each.
 */
public record TestGroup(Statement statement, List<Trial> trials) {

    public TestGroup {
        trials = List.copyOf(trials);
    }

    /**
     * What was counted, in the order of the trials. Empty where the answer has not one row for each: SQL that a test did
     * not close, such as an open comment, can swallow its neighbour's. Then ask for each apart.
     */
    public Optional<List<Count>> read(Rows rows) {
        if (rows.rows().size() != trials.size()) {
            return Optional.empty();
        }
        var counts = new ArrayList<Count>();
        for (int position = 0; position < trials.size(); position++) {
            for (int row = 0; row < trials.size(); row++) {
                if (Count.position(rows, row) == position) {
                    counts.add(Count.of(trials.get(position), rows.rows().get(row)));
                    break;
                }
            }
        }
        return counts.size() == trials.size() ? Optional.of(List.copyOf(counts)) : Optional.empty();
    }
}
