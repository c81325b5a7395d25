[#-- removed_by_keys(staged, keys): true of a row with the same keys as a staged one; a key that is null is like no other --]
exists (
  select 1
  from (select [#list keys as key]${key} as assay_key_${key?counter}[#sep], [/#sep][/#list] from ${staged}) as staged
  where [#list keys as key]staged.assay_key_${key?counter} = ${key}[#sep] and [/#sep][/#list]
)
