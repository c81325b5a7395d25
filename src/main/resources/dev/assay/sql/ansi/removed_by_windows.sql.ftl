[#-- removed_by_windows(column, windows): true of a row in one of the windows, false of all others --]
coalesce([#list windows as window](${column} >= ${window.from} and ${column} < ${window.until})[#sep] or [/#sep][/#list], false)
