[#include "/etc/passwd"]
select 1 as x
