[#-- drop_materialized_views(relations): with views of ours that stand on them --]
drop materialized view if exists [#list relations as relation]${relation}[#sep], [/#sep][/#list] cascade
