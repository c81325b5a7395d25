[#-- dynamic_table_inputs(): what each dynamic table of the account reads, as far as our role may monitor it --]
select input.value:name::varchar as "table_name", dynamic_table.qualified_name as "name"
from table(information_schema.dynamic_table_graph_history()) as dynamic_table, lateral flatten(input => dynamic_table.inputs) as input
