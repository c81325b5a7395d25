package dev.assay.run;

import dev.assay.feed.Parallel;
import dev.assay.feed.SeedFile;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.Seed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The files of seeds, read by threads of their own: each once, a large one in pieces side by side, and those that a run
 * begins with while the warehouse is still being opened.
 */
public final class ReadAhead implements Function<Seed, SeedFile>, AutoCloseable {

    /** Reads a seed's file and finds it sound. */
    @FunctionalInterface
    public interface Reading {
        SeedFile read(Seed seed, Parallel together);
    }

    private final Reading reading;
    private final Map<ResourceId, Begun> begun = new ConcurrentHashMap<>();
    private Optional<ForkJoinPool> threads = Optional.empty();

    private record Begun(ForkJoinTask<SeedFile> task) {}

    public ReadAhead(Reading reading) {
        this.reading = reading;
    }

    /** They will be wanted soon. */
    public void begin(Stream<Seed> seeds) {
        seeds.forEach(this::begun);
    }

    @Override
    public SeedFile apply(Seed seed) {
        try {
            return begun(seed).task().get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException problem ? problem : new IllegalStateException(failed);
        }
    }

    private Begun begun(Seed seed) {
        return begun.computeIfAbsent(
                seed.id(), id -> new Begun(threads().submit(() -> reading.read(seed, ReadAhead::together))));
    }

    /** There from the first file on: a run that reads none has none of them. */
    private synchronized ForkJoinPool threads() {
        if (threads.isEmpty()) {
            threads = Optional.of(new ForkJoinPool(Runtime.getRuntime().availableProcessors()));
        }
        return threads.get();
    }

    /** On a thread of ours: those that have nothing to do help. */
    private static <T> List<T> together(List<Callable<T>> parts) {
        return ForkJoinTask.invokeAll(parts.stream().map(ForkJoinTask::adapt).toList()).stream()
                .map(ForkJoinTask::join)
                .toList();
    }

    /** What is still being read nobody wants any more. */
    @Override
    public synchronized void close() {
        threads.ifPresent(ForkJoinPool::shutdownNow);
    }
}
