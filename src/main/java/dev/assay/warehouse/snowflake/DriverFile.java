package dev.assay.warehouse.snowflake;

import dev.assay.diagnostic.AssayBug;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.Comparator;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Snowflake's driver: a jar of 94 MB that lies beside ours in {@code drivers/}. Nothing of it is looked at before a session
 * is opened, and it sees none of our classes. {@code DriverManager} is not asked: it would load every driver there is.
 *
 * @param classes what it is loaded with
 */
record DriverFile(Driver driver, ClassLoader classes) {

    private static final String CLASS = "net.snowflake.client.api.driver.SnowflakeDriver";

    // Held, so that its level is not forgotten: the driver tells its own log what it throws as well.
    private static final Logger LOG = Logger.getLogger("net.snowflake");

    /** Loaded once, by whoever comes first; a class is made by one thread only. */
    private static final class Loaded {
        private static final Optional<DriverFile> FOUND = find().map(DriverFile::load);
    }

    /** Empty where no driver lies beside the program. */
    static Optional<DriverFile> get() {
        return Loaded.FOUND;
    }

    /** Where the driver is looked for. */
    static Path folder() {
        try {
            Path ours = Path.of(DriverFile.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return ours.resolveSibling("drivers");
        } catch (URISyntaxException impossible) {
            throw new AssayBug("the program does not know where it lies", impossible);
        }
    }

    private static Optional<Path> find() {
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("snowflake-jdbc-[\\d.]+\\.jar"))
                    .max(Comparator.comparing(file -> file.getFileName().toString()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static DriverFile load(Path file) {
        LOG.setLevel(Level.OFF);
        try {
            var classes = new URLClassLoader(
                    "snowflake", new URL[] {file.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            Driver driver = Class.forName(CLASS, true, classes)
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
            return new DriverFile(driver, classes);
        } catch (MalformedURLException | ReflectiveOperationException strange) {
            throw new AssayBug(file.getFileName() + " is not the driver that this version knows", strange);
        }
    }
}
