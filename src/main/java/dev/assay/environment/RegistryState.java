package dev.assay.environment;

/**
 * What the registry says of itself.
 *
 * @param sharedVersion of the tables that belong to the whole database; {@link #UNVERSIONED} where they name none
 * @param qualityVersion of the tables of publications
 * @param epoch how often runs have taken this environment
 * @param generation of the environment's last cut
 */
public record RegistryState(long sharedVersion, long qualityVersion, long epoch, long generation) {

    /** The version of tables that are missing, or were made before tables had versions. */
    public static final long UNVERSIONED = 0;

    static final RegistryState NOTHING = new RegistryState(UNVERSIONED, UNVERSIONED, 0, 0);

    /** Whether rows name their environment and their tests; before that, an older assay made the tables. */
    public boolean knowsEnvironments() {
        return qualityVersion > UNVERSIONED;
    }

    /** Whether this assay has nothing to create or to upgrade. */
    boolean isCurrent() {
        return sharedVersion == RegistryTables.VERSION && qualityVersion == RegistryTables.VERSION;
    }
}
