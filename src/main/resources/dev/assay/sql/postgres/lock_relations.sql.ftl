[#-- lock_relations(milliseconds, budget, views, stored, tables, further): all in one request, and together in one span of time.
     A view keeps its owner and its schema. `lock table` would also lock what the view reads.
     Each later statement of the transaction waits for a lock no longer than what is left of the span: readers wait meanwhile. --]
[#macro left]select pg_catalog.set_config('statement_timeout', greatest(1, ceil(extract(epoch from
  pg_catalog.current_setting('assay.locks_end')::timestamptz - pg_catalog.clock_timestamp()) * 1000))::int::text, true);
[/#macro]
select pg_catalog.set_config('assay.statement_timeout', pg_catalog.current_setting('statement_timeout'), true),
  pg_catalog.set_config('assay.locks_end', (pg_catalog.clock_timestamp() + span.milliseconds * interval '1 ms')::text, true),
  pg_catalog.set_config('statement_timeout', span.milliseconds::int::text, true)
from (select least(${milliseconds}, [#if budget??]${budget}[#else]0.8 * extract(epoch from pg_catalog.current_setting('deadlock_timeout')::interval) * 1000[/#if]) as milliseconds) as span;
[#list views as view]
alter view ${view.relation} [#if view.owner??]owner to ${view.owner}[#else]set schema ${view.schema}[/#if];
[@left /]
[/#list]
[#list stored as relation]
alter materialized view ${relation} owner to current_user;
[@left /]
[/#list]
[#if tables?has_content]
lock table [#list tables as table]${table}[#sep], [/#sep][/#list] in access exclusive mode;
[/#if]
[#list further as statement]
[@left /]
${statement};
[/#list]
select pg_catalog.set_config('statement_timeout', pg_catalog.current_setting('assay.statement_timeout'), true),
  pg_catalog.set_config('lock_timeout', greatest(1, ceil(extract(epoch from
    pg_catalog.current_setting('assay.locks_end')::timestamptz - pg_catalog.clock_timestamp()) * 1000))::int::text, true)
