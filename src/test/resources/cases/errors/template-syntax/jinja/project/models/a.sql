{{ config(materialized="table") }}
select 1 as id from {{ ref("b") }}
{% if is_incremental() %} where 1 = 1 {% endif %}
