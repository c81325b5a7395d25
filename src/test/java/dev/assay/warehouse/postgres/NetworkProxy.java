package dev.assay.warehouse.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Stands between a client and a server: passes on what both say, until it stalls; lets new clients wait. */
final class NetworkProxy implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final int target;
    private volatile boolean stalls;
    private volatile boolean letsWait;

    NetworkProxy(int target) throws IOException {
        this.target = target;
        start(() -> {
            while (true) {
                Socket client = door.accept();
                awaitEntry();
                var server = new Socket(InetAddress.getLoopbackAddress(), this.target);
                sockets.addAll(List.of(client, server));
                start(() -> pump(client.getInputStream(), server.getOutputStream()));
                start(() -> pump(server.getInputStream(), client.getOutputStream()));
            }
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void awaitEntry() {
        while (letsWait) {
            try {
                TimeUnit.MILLISECONDS.sleep(10);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on, nothing that either side says arrives. */
    void stall() {
        stalls = true;
    }

    /** New connections get through only while this is false. */
    void letNewClientsWait(boolean wait) {
        letsWait = wait;
    }

    private void pump(InputStream from, OutputStream to) throws IOException {
        byte[] bytes = new byte[8192];
        try (to) {
            for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
                if (!stalls) {
                    to.write(bytes, 0, read);
                    to.flush();
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
