[@config materialized="external" location="out/b.txt" /] select 1 as i
