[#-- insert_environment(relation): binds name, schemas, target, epoch, created, last used --]
insert into ${relation} (name, schemas, target, epoch, state, created_ts, last_used_ts)
select column1, column2, column3, column4, 'active', cast(column5 as timestamp_ntz), cast(column6 as timestamp_ntz)
from values (?, ?, ?, ?, ?, ?)
