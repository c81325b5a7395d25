select 1 as x
[#if is_incremental()]
where x > 1
