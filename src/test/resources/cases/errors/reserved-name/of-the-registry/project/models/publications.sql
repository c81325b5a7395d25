[@config schema="quality" /] select 1 as x
