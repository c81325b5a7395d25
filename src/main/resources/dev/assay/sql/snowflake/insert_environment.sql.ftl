[#-- insert_environment(relation): binds name, target, epoch, created, last used --]
insert into ${relation} (name, target, epoch, state, created_ts, last_used_ts)
select column1, column2, column3, 'active', cast(column4 as timestamp_ntz), cast(column5 as timestamp_ntz)
from values (?, ?, ?, ?, ?)
