[#-- parse_select(): what DuckDB's parser makes of a text, which is bound: the type, words and place of what is wrong with it as a select, else how many selects it is --]
select parsed ->> '$.error_type', parsed ->> '$.error_message', parsed ->> '$.position', json_array_length(parsed, '$.statements')
from (select json_serialize_sql(cast(? as varchar)) as parsed)
