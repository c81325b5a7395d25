select 1 as x
where ${tarket.schema} = 'dev'
