package dev.assay.feed;

/** The type of a column. Its words in SQL are the warehouse's business. */
public sealed interface FeedType {

    record Bool() implements FeedType {}

    /** Whole numbers of 32 bits. */
    record Int() implements FeedType {}

    /** Whole numbers of 64 bits. */
    record BigInt() implements FeedType {}

    /** Numbers kept digit by digit. */
    record Decimal(int precision, int scale) implements FeedType {}

    /** Numbers written with an exponent, or with more digits than a decimal holds. */
    record Floating() implements FeedType {}

    record Date() implements FeedType {}

    record Timestamp() implements FeedType {}

    /** Moments that say their zone. */
    record ZonedTimestamp() implements FeedType {}

    record Text() implements FeedType {}

    /** A type in the warehouse's own words, as a user declared it. */
    record Declared(String words) implements FeedType {}
}
