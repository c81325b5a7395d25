package dev.assay.warehouse.postgres;

import java.util.List;

/**
 * All that the catalog says about a relation and what hangs on it, as lines of text. Object ids, files, places of columns and
 * what only counts rows is left out; so is the kind of a locale's file.
 */
final class CatalogState {

    private static final String LINES = """
        with root as (select '{relation}'::regclass::oid as oid),
        hanging (class, oid) as (
          select 'pg_class'::regclass, oid from root
          union all select 'pg_class'::regclass, indexrelid from pg_index where indrelid in (select oid from root)
          union all select 'pg_constraint'::regclass, oid from pg_constraint
            where (select oid from root) in (conrelid, confrelid)
          union all select 'pg_trigger'::regclass, oid from pg_trigger where tgrelid in (select oid from root) and not tgisinternal
          union all select 'pg_statistic_ext'::regclass, oid from pg_statistic_ext where stxrelid in (select oid from root)
          union all select 'pg_policy'::regclass, oid from pg_policy where polrelid in (select oid from root)
        ),
        relation as (select pg_class.* from pg_class where oid in (select oid from hanging)
          or oid in (select reltoastrelid from pg_class where oid in (select oid from root)))
        select 'class', case relkind when 't' then 'toast' else oid::regclass::text end, relkind::text, relpersistence::text,
          relowner::regrole, relreplident::text, relam, reltablespace, reloptions, relrowsecurity, relforcerowsecurity,
          (select array_agg(a::text order by a::text) from unnest(coalesce(relacl, acldefault('r', relowner))) as a where relkind in ('r', 'm'))
        from relation
        union all
        select 'attribute', attrelid::regclass::text || '.' || attname, format_type(atttypid, atttypmod), attnotnull::text,
          null, coalesce(attstattarget, -1)::text, attcollation, 0, attoptions, attidentity <> '', attgenerated <> '',
          attacl::text[] || attstorage::text || attcompression::text || pg_get_expr(adbin, adrelid)
        from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
        where attrelid in (select oid from relation where relkind <> 't') and attnum > 0 and not attisdropped
        union all
        select 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid), null, null, null, 0, 0, null,
          indisclustered, indisreplident, array[indisvalid::text, indisprimary::text, indisexclusion::text, indimmediate::text]
        from pg_index where indrelid in (select oid from root)
        union all
        select 'constraint', conname, pg_get_constraintdef(oid), conrelid::regclass::text, null, confrelid::regclass::text, 0, 0,
          null, convalidated, condeferred, null
        from pg_constraint where oid in (select oid from hanging) and contype <> 'n'
        union all
        select 'trigger', tgname, pg_get_triggerdef(oid), tgenabled::text, null, null, 0, 0, null, false, false, null
        from pg_trigger where oid in (select oid from hanging)
        union all
        select 'statistics', stxname, pg_get_statisticsobjdef(oid), coalesce(stxstattarget, -1)::text, stxowner::regrole, null, 0, 0,
          null, exists (select from pg_statistic_ext_data where stxoid = oid), false, null
        from pg_statistic_ext where oid in (select oid from hanging)
        union all
        select 'policy', polname, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid), null, polcmd::text, 0, 0,
          null, polpermissive, false, polroles::text[]
        from pg_policy where oid in (select oid from hanging)
        union all
        select 'inherits', inhrelid::regclass::text, inhparent::regclass::text, null, null, null, inhseqno, 0, null, false, false, null
        from pg_inherits where (select oid from root) in (inhrelid, inhparent)
        union all
        select 'publication', pubname, to_jsonb(shown) ->> 'attnames', to_jsonb(shown) ->> 'rowfilter', null, null, 0, 0,
          null, false, false, null
        from pg_publication_tables as shown where (quote_ident(schemaname) || '.' || quote_ident(tablename))::regclass = (select oid from root)
        union all
        select 'comment', pg_identify_object(classoid, objoid, objsubid)::text, description, null, null, null, 0, 0,
          null, false, false, null
        from pg_description where (classoid, objoid) in (select class, oid from hanging)
        order by 1, 2, 3
        """;

    private CatalogState() {}

    static List<String> of(PostgresShop shop, String relation) {
        return shop.rows(LINES.replace("{relation}", relation));
    }
}
