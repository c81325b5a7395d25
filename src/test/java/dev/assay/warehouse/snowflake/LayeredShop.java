package dev.assay.warehouse.snowflake;

import static dev.assay.UserProject.TABLE;

/** orders (table) → totals (view) → report (table), and beside them lone (table): each row says which version made it. */
record LayeredShop(SnowflakeProject project) {

    /** The rows of a table that is too large to be overwritten unasked. */
    static final String BIG =
            "select a.n from (select unnest(range(1000)) as n) a cross join (select unnest(range(110)) as n) b";

    /** Built once, in version 1, with tables that are swapped. */
    static LayeredShop built(SnowflakeProject project) {
        var shop = new LayeredShop(project);
        shop.publishBy("swap");
        shop.version(1);
        project.assay("build").ends(0);
        return shop;
    }

    void publishBy(String way) {
        project.project("models:\n  shop: {+publish_by: " + way + "}\n");
    }

    void version(int version) {
        project.model("orders", TABLE + "select " + version + " as v");
        project.model("totals", "select v, " + version + " as w from ${ref(\"orders\")}");
        project.model("report", TABLE + "select v from ${ref(\"totals\")} where v = w");
        project.model("lone", TABLE + "select " + version + " as v");
    }

    /** The versions of orders, totals, report and lone, in one statement. */
    String seen() {
        return project.one("select (select max(v) from dev.orders) || ' ' || (select max(w) from dev.totals) || ' '"
                + " || (select max(v) from dev.report) || ' ' || (select max(v) from dev.lone)");
    }
}
