package dev.assay.feed;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file, which may be read from any place in it. */
public interface FeedData {

    long size() throws IOException;

    InputStream from(long place) throws IOException;
}
