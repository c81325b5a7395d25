package dev.assay.environment;

/**
 * How far one version of a relation was tested.
 *
 * @param due tests of severity error that the project has for it
 * @param passed those of them that ran on this version and passed
 */
public record TestCount(long due, long passed) {

    public boolean isComplete() {
        return passed >= due;
    }
}
