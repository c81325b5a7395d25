package dev.assay.materialize;

import java.util.List;

/** Which of the published rows a change takes out. */
public sealed interface Removal {

    /** None: the staged rows are appended. */
    record None() implements Removal {}

    /** Those that have the same values in these columns as a staged row: keys, or the columns of partitions. */
    record Keys(List<String> columns) implements Removal {

        public Keys {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Those in which the column lies in one of these windows. All staged rows have to lie in them, too.
     *
     * @param windows from each beginning, included, to its end, excluded: values as SQL writes them
     */
    record Windows(String column, List<Window> windows) implements Removal {

        public Windows {
            windows = List.copyOf(windows);
        }
    }

    record Window(String from, String until) {}
}
