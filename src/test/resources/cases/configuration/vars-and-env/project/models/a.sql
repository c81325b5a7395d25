[@config materialized="table" /]
select ${var("limit")} as n, '${env_var("REGION")}' as region, '${env_var("FROM_SHELL")}' as origin,
  '${env_var("QUOTED")}' as quoted, '${env_var("NOT_THERE", "fallback")}' as fallback, ${var("deep").a?first} as deep
