[#-- test unique_combination(combination_of_columns): combinations that occur more than once --]
select [#list combination_of_columns as one]${column(one)}[#sep], [/#list]
from ${relation}
group by [#list combination_of_columns as one]${column(one)}[#sep], [/#list]
having count(*) > 1
