package dev.assay.feed;

import java.util.List;
import java.util.concurrent.Callable;

/** Does several things at a time, where there are threads to do so. */
public interface Parallel {

    /** What came of them, in their order; comes back when all are done. */
    <T> List<T> all(List<Callable<T>> parts);
}
