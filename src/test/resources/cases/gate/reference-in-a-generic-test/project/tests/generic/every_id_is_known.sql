[#-- test every_id_is_known(column_name): rows whose value no known row has --]
select *
from ${relation}
where ${column_name} not in (select id from ${ref("known")})
  and ${column_name} not in (select id from ${other.rows()})
