[@config materialized="external" location="out/d.csv" options={"use_tmp_file": false} /] select 1 as i
